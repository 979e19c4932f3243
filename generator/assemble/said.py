"""Statements of an article ready to be compared: whose, where, in which words, with which no."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assemble.counts import Count, counts
from generator.assemble.denials import FILLERS, NEGATED
from generator.assemble.passages import plain
from generator.assemble.roots import roots
from generator.assemble.told import Told
from generator.model import StatementView

REACHED_BY_NO = 4
"""So many words behind a negation are what it denies."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, ready to be compared."""

    view: StatementView
    words: str
    cue: str
    at: int
    """Number of its sentence."""
    roots: frozenset[str]
    counts: tuple[Count, ...]
    """Numbers that are no dates."""
    negative: bool
    """Whether it comes to a no."""

    @property
    def voice(self) -> str:
        """Who speaks: `a senior official` and `the official` are one."""
        return self.view.speaker.id if self.view.speaker else self.view.who.split()[-1].casefold()

    @property
    def denied(self) -> bool:
        """Whether the article tells it as denied."""
        return self.view.statement.certainty == "denied"

    @property
    def denies(self) -> frozenset[str]:
        """Roots of what its no denies."""
        if self.denied:
            return self.roots
        behind = (self.words[found.end() :].split()[:REACHED_BY_NO] for found in NEGATED.finditer(self.words))
        return roots(" ".join(word for words in behind for word in words))


def said_in(told: Told, views: Sequence[StatementView]) -> list[Said]:
    """The statements of an article that somebody known makes, in their order."""
    order = {sentence.id: number for number, sentence in enumerate(told.sentences)}
    spoken = (view for view in views if view.statement.mode != "inference")
    return [_said(told, view, order) for view in spoken if view.speaker or view.statement.source]


def _said(told: Told, view: StatementView, order: dict[str, int]) -> Said:
    spans = view.statement.content
    words = " … ".join(told.words(span) for span in spans)
    cue = told.words(view.statement.cue) if view.statement.cue else ""
    counted = counts(" … ".join(plain(told, span, kept="DURATION") for span in spans))
    negative = (view.statement.certainty == "denied") != bool(NEGATED.search(words))
    return Said(view, words, cue, order[view.source.sentence], roots(words) - FILLERS, counted, negative)
