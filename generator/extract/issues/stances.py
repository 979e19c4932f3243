"""Positions that somebody takes: `opposed the bill`, `protests against the fare rise`, `the court upheld the ban`.

What is decided, opposed or defended is at issue, whether or not anybody negotiates.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.events.context import Context
from generator.extract.events.syntax import VERBAL, form, negated
from generator.extract.issues import lexicon
from generator.extract.issues.phrases import SIDEWAYS
from generator.model import Status

BY_PREPOSITION = frozenset[str]().union(
    *(words for table in lexicon.POSITIONS_ON.values() for words in table.values())
)


@dataclass(frozen=True, slots=True)
class Stance:
    """One position on one thing."""

    head: Token
    """Head of the phrase for what it is about."""
    word: Token
    """The verb or noun that takes it."""
    status: Status
    """What it says of the thing where the clause says no more."""
    quarrel: bool
    """Whether the word alone tells that people are at odds: `protests against`, `a row over`."""


def taken(doc: Doc, context: Context) -> list[Stance]:
    """The positions on things that the article keeps to, in the order of the text.

    A thing counts if people are at odds over it, or if it is for somebody to decide, comes up again, and is
    opposed, in the title, or judged twice.
    """
    found = [stance for token in doc if token.i not in context.endless for stance in _of(token)]
    if not found:
        return []
    often = Counter(_lemma(token) for token in doc if token.pos_ in {"NOUN", "PROPN"})
    stances = Counter(_lemma(stance.head) for stance in found)
    opposed = {_lemma(stance.head) for stance in found if stance.status == "disputed"}
    titled = {_lemma(stance.head) for stance in found if context.headline(stance.head)}
    weighed = opposed | titled | {lemma for lemma, times in stances.items() if times > 1}
    kept = {lemma for lemma in weighed & lexicon.DECIDABLE if often[lemma] > 1}
    return [stance for stance in found if stance.quarrel or _lemma(stance.head) in kept]


def _of(word: Token) -> Iterator[Stance]:
    """The positions that one verb or noun takes."""
    lemma = _lemma(word)
    if word.pos_ in VERBAL:
        for status, verbs in lexicon.POSITIONS.items():
            if lemma in verbs and not negated(word):
                told = status if _is_done(word, status) else "raised"
                yield from (Stance(head, word, told, quarrel=False) for head in _objects(word))
    if lemma not in BY_PREPOSITION:
        return
    for status, words in lexicon.POSITIONS_ON.items():
        for preposition in word.rights:
            if lemma in words.get(preposition.lower_, ()) and preposition.dep_ == "prep":
                quarrel = status == "disputed" and preposition.lower_ in {"against", "over"}
                yield from (Stance(head, word, status, quarrel) for head in _with(preposition, "pobj"))


def _is_done(verb: Token, status: Status) -> bool:
    """Whether what the verb decides is decided: not `votes to repeal`, `may sign`."""
    shape = form(verb)
    return status not in lexicon.CLOSED or not (shape.modal or shape.infinitive)


def _objects(verb: Token) -> Iterator[Token]:
    yield from _with(verb, "dobj")
    yield from _with(verb, "nsubjpass")


def _with(governor: Token, dependency: str) -> Iterator[Token]:
    """The heads in that place; what a list there adds hangs on its first."""
    for child in governor.children:
        if child.dep_ == dependency:
            yield child
            yield from (other for other in child.conjuncts if other.dep_ in SIDEWAYS)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
