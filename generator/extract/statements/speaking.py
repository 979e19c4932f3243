"""The saying of a verb: its source, its cue and how certain the cue is."""

from itertools import islice

from generator.extract.parsed import FINITE, Token
from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    is_negated,
    is_passive,
    noun_phrase,
    subject,
)
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Range, Saying
from generator.model import Certainty

QUOTING = frozenset({"cite", "quote", "report"})
"""Verbs by which an outlet passes on what somebody else says."""


def make(verb: Token, rule: str, content: tuple[Range, ...]) -> Saying | None:
    """A saying of `verb`, its source being the subject; None where nobody can have said it."""
    head, outlet = _who(verb)
    if head is not None and head.lower_ == "which":
        return None  # `which tells me that …`: a whole clause before, and nobody
    if (head is None and not _is_impersonal(verb)) or (head is not None and _is_nobody(head)):
        return None
    certainty: Certainty | None = None
    if verb.lemma_ in cues.DENIED or is_negated(verb):
        certainty = "denied"
    elif verb.lemma_ in cues.HEDGED or _is_hearsay(verb, head):
        certainty = "hedged"
    return Saying(
        cue=cue_range(verb),
        verb=verb.i,
        rule=rule,
        source=noun_phrase(head, verb) if head is not None else None,
        head=head.i if head is not None else -1,
        content=content,
        via=noun_phrase(outlet, verb) if outlet is not None else None,
        quotes=verb.lemma_ in cues.QUOTATION,
        certainty=certainty,
        unsure="the cue is negated" if is_negated(verb) and verb.lemma_ not in cues.HEDGED else "",
    )


def _is_nobody(head: Token) -> bool:
    """`Anyone who declares it over is wrong`: of people at large nobody knows what they say; a fact says nothing.

    Of `[w]e`, as an editor writes it, the parse makes a noun.
    """
    anyone = head.lower_ in {"anybody", "anyone"} and child(head, "relcl") is not None
    return anyone or head.lower_ == "fact" or "]" in head.text


def _is_hearsay(verb: Token, head: Token | None) -> bool:
    """`It is believed that …`, `She reportedly offered to …`."""
    by_adverb = any(each.dep_ == "advmod" and each.lower_ in cues.UNCERTAIN for each in verb.children)
    return by_adverb or (head is None and verb.lemma_ in cues.REPORTED)


def _who(verb: Token) -> tuple[Token | None, Token | None]:
    """Who says it, and the outlet that passes it on, where there is one."""
    quoting = _quoting(verb)
    if quoting is not None and is_passive(quoting):
        return subject(quoting), _agent(quoting)
    if quoting is not None:
        return child(quoting, "dobj"), subject(quoting)
    head = speaker_head(verb)
    cited = _cited(verb)
    return (cited, head) if cited is not None and head is not None else (head, None)


def _quoting(verb: Token) -> Token | None:
    """`quoted` in `The paper quoted her as saying`, `reported` in `was reported by the paper to have told`."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return next((each for each in islice(verb.head.ancestors, 3) if each.lemma_ in QUOTING), None)
    reported = verb.dep_ == "xcomp" and verb.head.lemma_ in QUOTING and is_passive(verb.head)
    return verb.head if reported else None


def is_quoted_as(verb: Token) -> bool:
    """Whether the verb only leads to a saying: `was cited as saying`."""
    return any(
        each.tag_ == "VBG" and each.lemma_ in cues.CLAUSE
        for as_ in verb.rights
        if as_.lower_ == "as"
        for each in as_.children
    )


def _cited(verb: Token) -> Token | None:
    """Whom an outlet cites: `the paper reported, citing an official`."""
    clause = child(verb, "ccomp")
    beside = (*verb.children, *(clause.rights if clause is not None and clause.i > verb.i else ()))
    citing = next((each for each in beside if each.lower_ in {"citing", "quoting"}), None)
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
    again = clauses.resumed(verb)
    if again is not None:
        return speaker_head(again)
    agent = _agent(verb)
    if agent is None and (
        not is_passive(verb) or any(each.lower_ == "as" and each.dep_ == "prep" for each in verb.rights)
    ):
        head = _able(verb, subject(verb))
        if head is None or not can_speak(head) or _is_borrowed(verb):
            head = _beside(verb) or head
        return None if head is not None and _is_part(verb) and not can_speak(head) else head
    return agent


def _is_part(verb: Token) -> bool:
    """Whether it tells more of a noun, be it read as the verb: `A flood warning siren went off`."""
    return verb.dep_ == "acl" or (verb.dep_ == "ROOT" and verb.tag_ == "VBG" and child(verb, "aux") is None)


def _able(verb: Token, head: Token | None) -> Token | None:
    """Who speaks, where the parse makes something mute the subject: `said few calls had failed, adding that`."""
    if head is None or can_speak(head):
        return head
    other = next((each for each in head.rights if each.dep_ == "conj"), None)
    if other is not None and can_speak(other) and other.right_edge.i + 1 == verb.i:
        return other  # `moved after the flood and another said …`
    set_apart = verb.i > 0 and (verb.nbor(-1).text == "," or verb.nbor(-1).is_quote)
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "conj"} and set_apart:
        outer = (subject(each) for each in verb.ancestors if each.is_finite)
        return next((each for each in outer if each is not None and can_speak(each)), head)
    return head


def _agent(verb: Token) -> Token | None:
    agent = child(verb, "agent")
    return child(agent, "pobj") if agent is not None else None


def _is_borrowed(verb: Token) -> bool:
    """Whether the verb shares another's subject only by the parse: `… after Ann Lee, its head, objected that`."""
    shared = verb.dep_ in {"advcl", "conj"} and child(verb, *SUBJECTS, "mark") is None and verb.tag_ in FINITE
    beside = _beside(verb) if shared else None
    return beside is not None and beside.i > verb.head.i


def _beside(verb: Token) -> Token | None:
    """The name right before the verb or before the apposition that ends there: `Ann Lee, its head, wrote`."""
    doc, first = verb.doc, verb.sent.start
    last = verb.i - 1
    if last > first and doc[last].text == ",":
        last = next((i for i in range(last - 1, max(first, last - 14), -1) if doc[i].text == ","), first) - 1
    elif doc[last].dep_ == "pobj" and doc[last].ent_type_ in PLACES and doc[last].head.lower_ in PLACING:
        return None  # `opened a plant in Lund intended to …`
    return doc[last] if last >= first and doc[last].pos_ == "PROPN" else None


PLACES = frozenset({"FAC", "GPE", "LOC"})
PLACING = frozenset({"at", "in", "near", "of"})


def _is_impersonal(verb: Token) -> bool:
    own = child(verb, *SUBJECTS)
    return is_passive(verb) and own is not None and own.lower_ == "it"
