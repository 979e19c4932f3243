"""The saying of a verb: its source, its cue and how certain the cue is."""

from spacy.tokens import Token

from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import SUBJECTS, child, is_negated, is_passive, noun_phrase, subject
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Range, Saying
from generator.model import Certainty


def make(verb: Token, rule: str, content: tuple[Range, ...]) -> Saying | None:
    """A saying of `verb`, its source being the subject; None where nobody can have said it."""
    head = speaker_head(verb)
    if head is None and not _is_impersonal(verb):
        return None
    cited = _cited(verb)
    certainty: Certainty | None = None
    if verb.lemma_ in cues.DENIED or is_negated(verb):
        certainty = "denied"
    elif verb.lemma_ in cues.HEDGED:
        certainty = "hedged"
    return Saying(
        cue=cue_range(verb),
        verb=verb.i,
        rule=rule,
        source=noun_phrase(cited or head, verb) if head is not None else None,
        head=(cited or head).i if head is not None else -1,
        content=content,
        via=noun_phrase(head, verb) if head is not None and cited is not None else None,
        quotes=verb.lemma_ in cues.QUOTATION or verb.lemma_ in cues.QUOTATION_ONLY,
        certainty=certainty,
        unsure="the cue is negated" if is_negated(verb) and verb.lemma_ not in cues.HEDGED else "",
    )


def _cited(verb: Token) -> Token | None:
    """Whom an outlet cites: `the paper reported, citing an official`."""
    citing = next((each for each in verb.rights if each.lower_ in {"citing", "quoting"}), None)
    cited = child(citing, "dobj", "pobj") if citing is not None else None
    return cited if cited is not None and can_speak(cited) else None


def cue_range(verb: Token) -> Range:
    """The verb with its particle: `pointed out`."""
    particle = child(verb, "prt")
    return verb.i, (particle.i if particle is not None and particle.i == verb.i + 1 else verb.i) + 1


def speaker_head(verb: Token) -> Token | None:
    """Who says it: the subject, or the agent of a passive; `was quoted as saying` keeps its subject."""
    if clauses.says_again(verb) and verb.head.dep_ == "ccomp" and verb.head.head.lemma_ in cues.CLAUSE:
        return subject(verb.head.head)
    if not is_passive(verb) or any(each.lower_ == "as" and each.dep_ == "prep" for each in verb.rights):
        head = subject(verb)
        return None if head is not None and verb.dep_ == "acl" and not can_speak(head) else head
    agent = child(verb, "agent")
    return child(agent, "pobj") if agent is not None else None


def _is_impersonal(verb: Token) -> bool:
    own = child(verb, *SUBJECTS)
    return is_passive(verb) and own is not None and own.lower_ == "it"
