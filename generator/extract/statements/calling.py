"""Verbs that call things names and voice feelings: `called the plan a gift`, `voiced concern about the dam`."""

from dataclasses import replace

from generator.extract.parsed import Token
from generator.extract.statements import clauses, cues, lexicon
from generator.extract.statements.grammar import (
    child,
    is_infinitive,
    is_passive,
    noun_phrase,
    trimmed,
)
from generator.extract.statements.people import may_speak
from generator.extract.statements.saying import Range, Saying
from generator.extract.statements.speaking import make, speaker_head


def called(verb: Token) -> Saying | None:
    """`X called the plan a gift`, `X described it as a gift`, `what X called a gift`."""
    plain, with_as = verb.lemma_ in cues.CALLING, verb.lemma_ in cues.CALLING_AS
    head = speaker_head(verb) if plain or with_as else None
    if head is None or not may_speak(head) or is_infinitive(verb):
        return None
    if is_passive(verb) and child(verb, "agent") is None:
        return None
    quoted = _quoted(verb) if plain else None
    if quoted is not None:
        return make(verb, "verb of calling", (quoted,))
    name = (_predicate(verb) if plain else None) or (_as(verb) if with_as else None)
    if name is None or name.i < verb.i or name.pos_ == "PROPN":
        return None  # `a group called the Friends`
    thing = child(verb, "dobj") if not is_passive(verb) else None
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return None  # `identified herself as`
    start = thing.left_edge.i if thing is not None and verb.i < thing.i < name.i else name.left_edge.i
    if name.dep_ == "prep" and start == name.i:
        start += 1
    found = trimmed(verb.doc, start, name.right_edge.i + 1)
    whom = child(verb, "nsubjpass")  # `the mill was praised by Lee as a model`
    named = (noun_phrase(whom, verb),) if whom is not None and is_passive(verb) else ()
    return make(verb, "verb of calling", (*named, found)) if found else None


def _quoted(verb: Token) -> Range | None:
    """`the letter “a forgery”`, whatever the parse makes of the quotation."""
    doc, thing = verb.doc, child(verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    mark = next((i for i in (thing.i + 1, thing.right_edge.i + 1) if i < len(doc) and doc[i].is_quote), None)
    if mark is None:
        return None
    if doc[mark + 1].tag_ == "NNP":
        return None  # `called the boat “Northern Star”`
    close = next((i for i in range(mark + 2, min(mark + 40, len(doc))) if doc[i].is_quote), None)
    return (thing.left_edge.i, close + 1) if close is not None else None


def _predicate(verb: Token) -> Token | None:
    """What the thing is called: `a gift`, `cowardly`."""
    objects = [each for each in verb.rights if each.dep_ == "dobj"]
    second = objects[1] if len(objects) > 1 else None
    small = next((each for each in verb.rights if each.dep_ in {"ccomp", "xcomp"} and _is_small(each)), None)
    return child(verb, "oprd") or second or small


def _is_small(clause: Token) -> bool:
    """Whether a clause has a subject and no verb of its own: `called [the raid cowardly]`."""
    return clause.pos_ in {"ADJ", "NOUN"} and child(clause, "cop", "aux", "auxpass", "mark") is None


def _as(verb: Token) -> Token | None:
    """The phrase with `as`, be it read as part of the object."""
    thing = child(verb, "dobj")
    rights = [*verb.rights, *(thing.rights if thing is not None else ())]
    return next((each for each in rights if each.dep_ == "prep" and each.lower_ == "as"), None)


def voiced(verb: Token) -> Saying | None:
    """`X voiced concern about the dam`, `X expressed support for the plan`."""
    thing = child(verb, "dobj")
    if verb.lemma_ not in cues.VOICING or thing is None or thing.lemma_ not in cues.FEELINGS:
        return None
    head = speaker_head(verb)
    if head is None or not may_speak(head) or child(thing, "prep") is None or verb.tag_ == "VB":
        return None
    found = trimmed(verb.doc, thing.left_edge.i, thing.right_edge.i + 1)
    return make(verb, "verb with feeling", (found,)) if found else None


def figured(verb: Token) -> Saying | None:
    """`X put the toll at 50`, `X estimated the damage at 30 million crowns`."""
    thing = child(verb, "dobj")
    if verb.lemma_ not in cues.COUNTING or thing is None or thing.i < verb.i or not verb.is_finite:
        return None
    around = (*verb.rights, *(part for each in thing.subtree for part in each.rights))
    at = next((each for each in around if each.dep_ == "prep" and each.lower_ == "at"), None)
    if at is None or at.i < thing.i or not any(each.tag_ == "CD" for each in at.subtree):
        return None
    head = speaker_head(verb)
    if head is None or not may_speak(head) or is_passive(verb):
        return None
    found = trimmed(verb.doc, thing.left_edge.i, at.right_edge.i + 1)
    return make(verb, "verb with figure", (found,)) if found else None


def said_no(verb: Token) -> Saying | None:
    """`X said no to talks`, `X ruled out talks`, `X brushed aside the report`: a verb and a word that reject."""
    head = speaker_head(verb)
    if head is None or not may_speak(head) or is_passive(verb) or not verb.is_finite:
        return None
    found = _turned_down(verb)
    saying = make(verb, "verb of rejecting", (found,)) if found else None
    agrees = any(each.lower_ == "yes" for each in verb.children)
    return replace(saying, certainty=None if agrees else "denied") if saying else None


def _turned_down(verb: Token) -> Range | None:
    particle, thing = child(verb, "prt"), child(verb, "dobj", "xcomp")
    if verb.lemma_ in cues.REJECTING and particle is not None and thing is not None:
        if particle.lower_ not in cues.REJECTING[verb.lemma_] or thing.i < verb.i:
            return None
        if thing.i < particle.i:
            return thing.left_edge.i, thing.i + 1  # `ruled that out`
        return trimmed(verb.doc, max(thing.left_edge.i, particle.i + 1), thing.right_edge.i + 1)
    if verb.lemma_ != "say":
        return None
    to = next((each for each in verb.rights if each.lower_ == "to" and each.dep_ == "prep"), None)
    if to is None or verb.doc[to.i - 1].lower_ not in {"no", "yes"}:
        return None
    return trimmed(verb.doc, to.i + 1, to.right_edge.i + 1)


def heard(verb: Token) -> Saying | None:
    """`The inquiry heard that …`, `…, a coroner was told`: somebody said so there, and nobody is named."""
    told = verb.lemma_ == "tell" and is_passive(verb)
    body = child(verb, "nsubjpass" if told else "nsubj")
    if body is None or not (told or verb.lemma_ == "hear") or child(verb, "agent") is not None:
        return None
    if body.lemma_.lower() not in lexicon.HEARINGS or not verb.is_finite:
        return None
    clause = child(verb, "ccomp")
    if clause is not None and clause.i > verb.i and clause.is_finite:
        found = trimmed(verb.doc, clause.left_edge.i, clause.right_edge.i + 1)
        content: tuple[Range, ...] = (found,) if found else ()
    else:
        content = _heard_before(verb, body, clause)
    return Saying((verb.i, verb.i + 1), verb.i, "heard", content=content, quotes=False) if content else None


def _heard_before(verb: Token, body: Token, clause: Token | None) -> tuple[Range, ...]:
    """What stands before `…, the court heard`, or around `, the court heard,`."""
    start = body.left_edge.i
    if start < 1 or verb.doc[start - 1].text != ",":
        return ()
    if clause is not None:
        return clauses.before(verb, clause, noun_phrase(body, verb))
    if verb.dep_ not in {"ccomp", "conj", "parataxis"} or not verb.head.is_finite:
        return ()
    if any(each.dep_ == "cc" and each.i < verb.i for each in verb.head.rights):
        return ()  # `Lee denied it, and the court was told`
    if verb.head.i > verb.i:
        return clauses.around(verb.head, start, verb.i + 1)
    first, _last = verb.sent.start, verb.sent.end
    found = trimmed(verb.doc, first, start)
    return (found,) if found else ()
