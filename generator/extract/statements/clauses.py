"""Where the words that a cue introduces begin and end."""

import re

from spacy.tokens import Doc, Token

from generator.extract.statements import cues
from generator.extract.statements.grammar import FINITE, SUBJECTS, child, is_finite, sentence, trimmed
from generator.extract.statements.saying import Range

BELONG = frozenset({"because", "if", "unless", "since", "so", "until", "whereas", "provided"})
"""Subordinators that bind to what is said, even after a comma, rather than to the saying."""
ASIDES = frozenset({"cite", "quote", "refer", "describe"})
"""Participles that, like those of saying, go back to the speaker."""


def after(verb: Token, clause: Token, start: int | None = None) -> tuple[Range, ...]:
    """The clause that follows its cue, to where the cue's sentence turns elsewhere."""
    first = start if start is not None else _start(verb, clause)
    found = trimmed(verb.doc, first, _end(verb, clause))
    return (found,) if found else ()


EARLY = frozenset("now currently here there then still soon".split())


def _start(verb: Token, clause: Token) -> int:
    """First token of the clause, with a subject or an adverb that the parse hangs from the cue instead."""
    doc = verb.doc
    first = min((each.i for each in clause.subtree if each.i > verb.i), default=clause.i)
    if doc[first].lower_ == "that":
        return first
    if child(clause, *SUBJECTS, "csubj", "expl") is None and verb.lemma_ not in cues.OBJECT_INFINITIVE:
        thing = child(verb, "dobj")
        if thing is not None and verb.i < thing.i < first:
            return thing.left_edge.i
    while first - 1 > verb.i and doc[first - 1].lower_ in EARLY and doc[first - 1].dep_ == "advmod":
        first -= 1
    return first


def after_that(verb: Token, that: int) -> tuple[Range, ...]:
    """The clause after `that`, to the end of the sentence or where it turns elsewhere."""
    end = sentence(verb)[1]
    for each in verb.rights:
        if each.i > that + 1 and turns_away(each):
            end = min(end, each.left_edge.i)
            break
    found = trimmed(verb.doc, that + 1, end)
    return (found,) if found else ()


def _end(verb: Token, clause: Token) -> int:
    limit = max(verb.right_edge.i, clause.right_edge.i) + 1
    for each in verb.rights:
        if each.i > clause.i and turns_away(each):
            return min(limit, each.left_edge.i)
    for each in clause.rights:
        if (each.dep_ == "conj" and each.lemma_ in {"add", "say"} and child(each, *SUBJECTS) is None) or (
            says_again(each)
        ):
            return min(limit, each.left_edge.i)
    doc = verb.doc
    for i in range(clause.i + 1, limit - 1):
        if doc[i].lower_ == "according" and doc[i - 1].text == ",":
            return i
    return limit


AGAIN = frozenset(
    "add argue call cite claim complain express insist note point say stress tell urge warn".split()
)


def says_again(verb: Token) -> bool:
    """`said the talks failed, adding …`: a participle that goes back to the speaker, whatever it hangs from."""
    left = verb.left_edge.i
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "advcl"
        and verb.lemma_ in AGAIN
        and left > 0
        and verb.doc[left - 1].text in ",—–"
        and child(verb, *SUBJECTS) is None
    )


def turns_away(part: Token) -> bool:
    """Whether a dependent of the cue, after the clause, is no longer what is said."""
    doc = part.doc
    left = part.left_edge.i
    comma = left > 0 and doc[left - 1].text in ",—–"
    if part.dep_ == "conj" and part.pos_ in {"VERB", "AUX"}:
        own = child(part, *SUBJECTS)
        if own is None or (part.lemma_ in cues.CLAUSE and child(part, "ccomp") is not None):
            return True
        contrast = any(token.text == "," for token in doc[max(0, left - 2) : left]) and any(
            token.lower_ == "but" for token in doc[max(0, left - 2) : left + 1]
        )
        return contrast and own.pos_ != "PRON" and child(part, "aux") is None
    if part.dep_ == "advcl":
        if part.tag_ == "VBG" and part.lemma_ in cues.CLAUSE | cues.QUOTATION_ONLY | ASIDES:
            return True
        mark = child(part, "mark", "advmod")
        return comma and (mark is None or mark.lower_ not in BELONG)
    return part.dep_ == "prep" and part.lower_ in {"according", "per"}


def before(verb: Token, clause: Token, source: Range | None) -> tuple[Range, ...]:
    """The clause that its cue follows or interrupts."""
    doc = verb.doc
    edge = min(verb.i, source[0] if source else verb.i)
    resume = max(verb.i + 1, source[1] if source else verb.i + 1)
    lefts = [each.left_edge.i for each in verb.lefts if each.i < edge and each.dep_ not in {"cc", "punct"}]
    start = min([clause.left_edge.i, *lefts])
    start = max([start, *(i + 1 for i in range(start, edge - 1) if doc[i].text == ";")])
    if doc[edge - 1].text not in {",", "—", "–", "-", "?", "!"} and not doc[edge - 1].is_quote:
        return ()
    parts = [trimmed(doc, past_dateline(doc, start, edge), edge)]
    if parts[0] and not any(token.pos_ in {"VERB", "AUX"} for token in doc[parts[0][0] : parts[0][1]]):
        parts = []
    rest = [each.i for each in clause.subtree if each.i >= resume]
    if rest and len(rest) > 1:
        parts.append(trimmed(doc, min(rest), max(rest) + 1))
    return tuple(part for part in parts if part)


DATELINE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4} (?=[A-Z])")


def past_dateline(doc: Doc, start: int, end: int) -> int:
    """First token after a headline and date that stand on the same line as the sentence."""
    span = doc[start:end]
    found = DATELINE.search(span.text)
    if found is None:
        return start
    offset = span.start_char + found.end()
    return next((token.i for token in span if token.idx >= offset), start)


def around(clause: Token, start: int, end: int) -> tuple[Range, ...]:
    """The clause without the parenthesis from `start` to `end`, `according to the ministry`."""
    doc = clause.doc
    left, right = clause.left_edge.i, clause.right_edge.i + 1
    first = (
        trimmed(doc, past_dateline(doc, left, min(start, right)), min(start, right)) if left < start else None
    )
    second = trimmed(doc, max(left, end), right) if end < right else None
    if (
        first
        and second
        and not any(is_finite(token) for token in doc[second[0] : second[1]])
        and _whole(doc, first)
    ):
        second = None
    return tuple(half for half in (first, second) if half)


def _whole(doc: Doc, part: Range) -> bool:
    return any(token.tag_ in FINITE for token in doc[part[0] : part[1]])
