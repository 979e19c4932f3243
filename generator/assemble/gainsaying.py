"""Which statements of one article do not say the same: one denies, corrects or contrasts what another says.

A pair is called a contradiction only where both cannot hold: a false one embarrasses more than a missed one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.assemble.denials import (
    CALLED_FALSE,
    CLAIM,
    CONVERSES,
    DEAL,
    DENIES,
    DONE,
    FILLERS,
    MONEY,
    NEGATED,
    NO_SUCH,
    NOT_DONE,
    PROPOSAL,
    TAKEN_UP,
    THE_MONEY,
    TO_COME,
)
from generator.assemble.joining import days_apart
from generator.assemble.passages import COMMON
from generator.assemble.roots import apart, numbers, roots
from generator.assemble.told import Told, span_of
from generator.model import Statement, StatementView

REACH = 3
"""Sentences from a statement to the one that gainsays it."""
FAR = 7
"""The same for a claim as bold as `it is done`."""
SAME_TIME = 2
"""Days between two sayings that tell of the same state of things."""
SHARED = 0.6
"""Share of the shorter statement's content words that two statements of one thing have in common."""


@dataclass(frozen=True, slots=True)
class Gainsaying:
    """Two statements of one matter by two voices that do not say the same."""

    first: StatementView
    second: StatementView
    contradiction: bool
    """Both cannot hold."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, ready to be compared."""

    view: StatementView
    words: str
    cue: str
    at: int
    """Number of its sentence."""
    roots: frozenset[str]

    @property
    def voice(self) -> str:
        """Who speaks: `a senior official` and `the official` are one."""
        return self.view.speaker.id if self.view.speaker else self.view.who.split()[-1].casefold()

    @property
    def denied(self) -> bool:
        """Whether the article tells it as denied."""
        return self.view.statement.certainty == "denied"

    @property
    def negative(self) -> bool:
        """Whether it comes to a no."""
        return self.denied != bool(NEGATED.search(self.words))

    @property
    def denies(self) -> frozenset[str]:
        """Roots of what its no denies."""
        if self.denied:
            return self.roots
        behind = (self.words[found.end() :].split()[:REACHED_BY_NO] for found in NEGATED.finditer(self.words))
        return roots(" ".join(word for words in behind for word in words))


REACHED_BY_NO = 4
"""So many words behind a negation are what it denies."""


def gainsaid(told: Told, views: Sequence[StatementView]) -> Iterator[Gainsaying]:
    """Pairs of statements by two voices, near each other, of which one gainsays the other.

    `views` are those of `told`. A statement has one answer of each voice, the nearest.
    """
    said = said_in(told, views)
    found = [
        (later.at - other.at, number, other, later, contradiction)
        for number, later in enumerate(said)
        for other, contradiction in _answered(
            later, [one for one in said[:number] if _may_answer(one, later)]
        )
    ]
    taken: set[tuple[Statement, str]] = set()
    for _, _, other, later, contradiction in sorted(found, key=lambda each: each[:2]):
        keys = {(other.view.statement, later.voice), (later.view.statement, other.voice)}
        if not keys & taken:
            taken |= keys
            yield Gainsaying(other.view, later.view, contradiction)


def _may_answer(one: Said, later: Said) -> bool:
    """Another voice, not far before; a headline is answered in the headline, for the article says it all again."""
    return (
        one.voice != later.voice
        and later.at - one.at <= FAR
        and bool(one.at) == bool(later.at)
        and not span_of(one.view.statement).overlaps(span_of(later.view.statement))
    )


def _answered(later: Said, before: Sequence[Said]) -> Iterator[tuple[Said, bool]]:
    """What the statement gainsays, each voice once, by the first rule that says anything of it."""
    voices: set[str] = set()
    for rule in RULES:
        for other, contradiction in rule(later, before):
            if other.voice not in voices:
                voices.add(other.voice)
                yield other, contradiction


def said_in(told: Told, views: Sequence[StatementView]) -> list[Said]:
    """The statements of an article that somebody known makes, in their order."""
    order = {sentence.id: number for number, sentence in enumerate(told.sentences)}
    spoken = (view for view in views if view.statement.mode != "inference")
    return [_said(told, view, order) for view in spoken if view.speaker or view.statement.source]


def _said(told: Told, view: StatementView, order: dict[str, int]) -> Said:
    words = " … ".join(told.words(span) for span in view.statement.content)
    cue = told.words(view.statement.cue) if view.statement.cue else ""
    return Said(view, words, cue, order[view.source.sentence], roots(words) - FILLERS)


Found = Iterator[tuple[Said, bool]]


def _takes_up(later: Said, before: Sequence[Said]) -> Found:
    """`It was`, `denied this`: said of what was said last."""
    if TAKEN_UP.fullmatch(later.words):
        for other in _just_before(later, before):
            if later.denied or other.negative != later.negative:
                yield other, True


def _denies(later: Said, before: Sequence[Said]) -> Found:
    """`Denied that …`, `no such …`, `called the report an invention`."""
    near = _near(later, before)
    if NO_SUCH.search(later.words):
        firm = [other for other in near if not TO_COME.search(other.words)] or near
        yield from ((other, True) for other in firm[-1:])
        return
    if later.denied and PROPOSAL.fullmatch(later.words):
        yield from ((other, False) for other in _just_before(later, before))
        return
    denies = later.denied and (DENIES.search(later.cue) or CLAIM.search(later.words))
    if not denies and not CALLED_FALSE.match(later.words):
        return
    if THE_MONEY.search(later.words):
        near = [other for other in near if MONEY.search(other.words)]
        yield from ((other, True) for other in near[-1:])
    elif CLAIM.search(later.words) or not denies:
        yield from ((other, True) for other in _just_before(later, before))
    else:
        alike = [other for other in near if other.roots & later.roots]
        best = sorted(alike, key=lambda other: len(other.roots & later.roots))[-1:]
        yield from ((other, _alike(other, later) and not other.negative) for other in best)


def _says_the_opposite(later: Said, before: Sequence[Said]) -> Found:
    """The same words, and exactly one of the two says no."""
    for other in reversed(_near(later, before)):
        common = other.roots & later.roots
        denied = next((one.denies for one in (other, later) if one.negative), frozenset())
        if other.negative != later.negative and _alike(other, later) and len(common) > 1 and denied & common:
            yield other, True


def _is_not_done(later: Said, before: Sequence[Said]) -> Found:
    """`It is done`; `there is no agreement`."""
    no = bool(NOT_DONE.search(later.words))
    if no or DONE.search(later.words):
        for other in reversed(before):
            other_no = bool(NOT_DONE.search(other.words))
            either = other_no != no and (other_no or DONE.search(other.words)) and DEAL.search(other.words)
            if either and days_apart(other.view.date, later.view.date) <= SAME_TIME:
                yield other, True


def _knows_nothing_of_it(later: Said, before: Sequence[Said]) -> Found:
    """`The letter was sent`; `we have received nothing`."""
    for other in reversed(_near(later, before)):
        for did, would_know in CONVERSES:
            if later.negative and later.roots & would_know and other.roots & did and not other.negative:
                yield other, True


def _counts_otherwise(later: Said, before: Sequence[Said]) -> Found:
    """Another number of the same thing."""
    for other in reversed(_near(later, before)):
        one, two = numbers(later.roots), numbers(other.roots)
        rest, others = later.roots - one, other.roots - two
        common = rest & others
        if apart(one, two) and len(common) > 1 and len(common) / min(len(rest), len(others)) >= SHARED:
            yield other, False


RULES: tuple[Callable[[Said, Sequence[Said]], Found], ...] = (
    _takes_up,
    _denies,
    _says_the_opposite,
    _is_not_done,
    _knows_nothing_of_it,
    _counts_otherwise,
)


def _just_before(later: Said, before: Sequence[Said]) -> list[Said]:
    """What was said in the sentence before, if anything: what `this` and `the claim` mean."""
    return [other for other in before if later.at - other.at <= 1][-1:]


def _near(later: Said, before: Sequence[Said]) -> list[Said]:
    return [other for other in before if later.at - other.at <= REACH]


def _alike(one: Said, other: Said) -> bool:
    shorter = min(len(one.roots), len(other.roots))
    return bool(shorter) and len(one.roots & other.roots - COMMON) / shorter >= SHARED
