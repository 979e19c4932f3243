"""Which statements of one article do not say the same: one denies, corrects or contrasts what another says.

A pair is called a contradiction only where both cannot hold: a false one embarrasses more than a missed one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.assemble.answers import RULES
from generator.assemble.said import Said
from generator.assemble.told import span_of
from generator.model import Statement, StatementView

FAR = 7
"""Sentences from a statement to the one that gainsays it, at the most."""


@dataclass(frozen=True, slots=True)
class Gainsaying:
    """Two statements of one matter by two voices that do not say the same."""

    first: StatementView
    second: StatementView
    contradiction: bool
    """Both cannot hold."""


def gainsaid(said: Sequence[Said]) -> Iterator[Gainsaying]:
    """Pairs of statements by two voices, near each other, of which one gainsays the other.

    `said` are those of one article. A statement has one answer of each voice, the nearest.
    """
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
