"""What the parser hangs wrongly from a clause that is said, put right by what the grammar of English allows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.extract.parsed import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
TIMES = frozenset({"DATE", "TIME"})
PARTS = frozenset({"late", "early"})
"""What may stand between the verb and its day: `said late on Monday`."""


def repair(tokens: "Iterable[Token]") -> None:
    """Give every finite clause that is an object its subject, and the verb above its day."""
    for verb in tokens:
        if verb.dep_ == "ccomp" and verb.head.i < verb.i and _is_finite(verb):
            _take_subject(verb)
            _return_day(verb)


def _is_finite(verb: "Token") -> bool:
    return verb.tag_ in FINITE or any(
        each.tag_ in FINITE and each.dep_ in {"aux", "auxpass"} for each in verb.lefts
    )


def _take_subject(verb: "Token") -> None:
    """`promised each driver would be paid`: no finite clause lacks a subject, and no noun stands there idle."""
    governor = verb.head
    between = [each for each in governor.rights if each.i < verb.i]
    if not between or governor.lemma_ == "tell" or any(each.dep_ in SUBJECTS for each in verb.children):
        return  # `told the board the port …` may be either's
    thing = between[-1]
    if thing.dep_ == "dobj" and thing.pos_ in NOMINAL and thing.right_edge.i + 1 == verb.left_edge.i:
        passive = any(each.dep_ == "auxpass" for each in verb.lefts)
        _hang(thing, verb, "nsubjpass" if passive else "nsubj")


def _return_day(verb: "Token") -> None:
    """`said on Thursday it would cut jobs`: the day is that of the saying, unless it has another."""
    governor, first = verb.head, next(iter(verb.lefts), verb)
    start = governor.i + 1
    start += start < len(verb.doc) and verb.doc[start].lower_ in PARTS
    if governor.tag_ not in {"VBD", "VBN", "VBZ"} or not governor.i < first.left_edge.i <= start:
        return
    days = first.children if first.dep_ == "prep" and first.lower_ == "on" else (first,)
    follows = verb.doc[first.right_edge.i + 1]
    if any(each.ent_type_ in TIMES for each in days) and not follows.is_punct and not _is_dated(governor):
        _hang(first, governor, first.dep_)


def _is_dated(verb: "Token") -> bool:
    return any(
        token.ent_type_ in TIMES
        for each in verb.children
        if each.dep_ in {"prep", "npadvmod"}
        for token in (each, *each.children)
    )


def _hang(token: "Token", head: "Token", dep: str) -> None:
    """Hang what stands left of a clause from it, or from the verb above it."""
    clause = head if token.head.i < head.i else token.head
    old = token.head
    old.lefts = [each for each in old.lefts if each is not token]
    old.rights = [each for each in old.rights if each is not token]
    own = sorted((token, *(head.lefts if token.i < head.i else head.rights)))
    if token.i < head.i:
        head.lefts = own
    else:
        head.rights = own
    for each in (old, head):
        each.children = (*each.lefts, *each.rights)
    token.head, token.dep_ = head, dep
    clause.left_edge = clause.lefts[0].left_edge if clause.lefts else clause
