"""Statements of an article ready to be compared: whose, where, in which words, with which no."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.assemble.counts import Count
from generator.assemble.denials import NEGATED
from generator.assemble.resolving import Saying
from generator.assemble.roots import read, roots
from generator.assemble.told import Told
from generator.model import StatementView

REACH = 3
"""Sentences from a statement to the one that gainsays it."""
REACHED_BY_NO = 4
"""So many words behind a negation are what it denies."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, ready to be compared."""

    view: StatementView
    saying: Saying
    words: str
    lead: str
    """What stands before them in their sentence."""
    cue: str
    at: int
    """Number of its sentence."""
    number: int
    """Of the statement in its article."""

    @property
    def roots(self) -> frozenset[str]:
        """Of all its words."""
        return read(self.saying.roots)

    @property
    def counts(self) -> tuple[Count, ...]:
        """Numbers that are no dates."""
        return self.saying.counts

    @property
    def negative(self) -> bool:
        """Whether it comes to a no."""
        return self.saying.negative

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


Found = Iterator[tuple[Said, bool]]
"""What a statement gainsays, and whether both cannot hold."""


def just_before(later: Said, before: Sequence[Said]) -> list[Said]:
    """What was said in the sentence before, if anything: what `this` and `the claim` mean."""
    return [other for other in before if later.at - other.at <= 1][-1:]


def said_near(later: Said, before: Sequence[Said]) -> list[Said]:
    """What was said in the few sentences before."""
    return [other for other in before if later.at - other.at <= REACH]


def said_in(told: Told, views: Sequence[StatementView]) -> list[Said]:
    """The statements of an article that somebody known makes, in their order."""
    return [
        _said(told, view, saying, number)
        for number, (view, saying) in enumerate(zip(views, told.resolved.sayings, strict=True))
        if view.statement.mode != "inference" and (view.speaker or view.statement.source)
    ]


def _said(told: Told, view: StatementView, saying: Saying, number: int) -> Said:
    spans = view.statement.content
    words = " … ".join(told.words(span) for span in spans)
    cue = told.words(view.statement.cue) if view.statement.cue else ""
    at = told.number(spans[0])
    lead = told.article.text[told.sentences[at].span.start : spans[0].start]
    return Said(view, saying, words, lead, cue, at, number)
