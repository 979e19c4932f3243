"""What pages of busy people, bodies, places and issues share: the newest rows, and below all of them by date."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator import words
from generator.dates import first_day
from generator.model import Position, Source, StatementView, StatusChange
from generator.notes import directory
from generator.render.divided import LONG_ROWS, Part, Row, Step, by_date, divided
from generator.render.page import MANY
from generator.render.sayings import Held

Word = TypeVar("Word", Position, Held)
"""A position: of a side on an issue, or of somebody on all the issues that one statement is about."""

ROWS = 100
"""Rows of each list on a page; of more, the newest few, and all by date on pages of their own."""
FIRST, LAST = slice(MANY), slice(-MANY, None)
"""The newest rows of a list that begins, or ends, with them."""
AT_ONCE = 3
"""Sentences of one article that a list of mentions shows unfolded, and rows of the whole on the page of a part."""


def long_list(path: str, what: str, rows: Sequence[Row], steps: Callable[[Row], Sequence[Step]]) -> Part[Row]:
    """`rows` of the page at `path`; of more than it shows, by date below it: `entities/ID/statements/2031.md`."""
    return divided(path, rows, steps, f"{directory(path)}/{what}", whole=ROWS, most=LONG_ROWS)


def shown(whole: Part[Row], newest: slice) -> Sequence[Row]:
    """The rows on the page itself: all of them, or of a divided list the newest, and none folded."""
    return whole.rows[newest] if whole.parts else whole.rows


def newest_first(rows: Sequence[Word], few: int) -> Sequence[Word]:
    """Positions as they come where they are `few`; of more, those taken last come first, before the fold."""
    return sorted(rows, key=_day, reverse=True) if len(rows) > few else rows


def _day(row: Position | Held) -> str:
    return first_day(row.statement.date)


def held_on(position: Position | Held) -> Sequence[Step]:
    """A position stands under the date of its statement."""
    return by_date(position.statement.date)


def said_on(statement: StatementView) -> Sequence[Step]:
    """A statement stands under its own date."""
    return by_date(statement.date)


def published_on(source: Source) -> Sequence[Step]:
    """A mention stands under the date of its article."""
    return by_date(source.published)


def changed_on(change: StatusChange) -> Sequence[Step]:
    """A change of status stands under its own date."""
    return by_date(change.date)


def looked_at(statements: Sequence[StatementView]) -> str:
    """How many of `statements` a person has reviewed, in words; empty where there are none."""
    return words.reviewed(sum(one.reviewed for one in statements), len(statements), "statement")
