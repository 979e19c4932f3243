"""Which statements of one article gainsay each other: one says what the other denies."""

import re
from collections.abc import Iterator, Sequence

from generator.assemble.told import Told, span_of
from generator.linking import stems
from generator.model import StatementView

REACH = 3
"""Sentences from a statement to the one that gainsays it."""
NEGATED = re.compile(r"\b(?:no|not|never|nobody|nothing|none|neither|cannot)\b|n['’]t\b", re.IGNORECASE)
TAKEN_UP = re.compile(
    r"(?:it|this|that|(?:it|he|she|they) (?:was|were|is|are|did|does|do|has|had|have))(?: not|n['’]t)?\W*",
    re.IGNORECASE,
)
"""Content that only takes up what was said before: `it was`, `this`."""
SHARED = 0.6
"""Share of the shorter statement's content words that two statements of one thing have in common."""
FILLERS = frozenset(
    "no not never nobody nothing none had has have was were been be is are would will".split()
)


def gainsaid(told: Told, views: Sequence[StatementView]) -> Iterator[tuple[StatementView, StatementView]]:
    """Pairs of statements by two voices, near each other, that cannot both hold; `views` are those of `told`."""
    spoken = [view for view in views if view.statement.mode != "inference"]
    order = {sentence.id: number for number, sentence in enumerate(told.sentences)}
    for number, later in enumerate(spoken):
        at = order[later.source.sentence]
        near = [
            view
            for view in spoken[:number]
            if at - order[view.source.sentence] <= REACH
            and view.who != later.who
            and not span_of(view.statement).overlaps(span_of(later.statement))
        ]
        words = _words(told, later)
        if TAKEN_UP.fullmatch(words):
            others = [view for view in near[-1:] if _denies(later) or _opposed(told, view, later)]
        else:
            others = [
                view for view in near if _opposed(told, view, later) and _alike(_words(told, view), words)
            ]
        yield from ((view, later) for view in others)


def _words(told: Told, view: StatementView) -> str:
    span = span_of(view.statement)
    return told.words(span)


def _denies(view: StatementView) -> bool:
    return view.statement.certainty == "denied"


def _opposed(told: Told, first: StatementView, second: StatementView) -> bool:
    """Whether exactly one of the two says no."""
    return _negative(told, first) != _negative(told, second)


def _negative(told: Told, view: StatementView) -> bool:
    return _denies(view) != bool(NEGATED.search(_words(told, view)))


def _alike(first: str, second: str) -> bool:
    one, other = stems(first) - FILLERS, stems(second) - FILLERS
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one & other) / shorter >= SHARED
