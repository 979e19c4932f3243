"""Issue × side: the latest position of each side on each issue, in one table."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.dates import first_day
from generator.model import IssueView, Position

SIDES = 4
"""Columns; the positions of further sides stand together in one more."""
SPEAKS = 0.25
"""Share of the issues on which a side has to have spoken for a column of its own."""


class Row(NamedTuple):
    """One issue's positions, a cell for each column of the matrix."""

    issue: IssueView
    cells: tuple[tuple[Position, ...], ...]
    others: tuple[Position, ...]
    """Newest first: of many, only the first are shown."""


class Matrix(NamedTuple):
    """The sides that speak on several issues, and what each of them says on which."""

    sides: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def others(self) -> bool:
        """Whether sides without a column of their own speak, too."""
        return any(row.others for row in self.rows)


def matrix(views: Sequence[IssueView]) -> Matrix | None:
    """The matrix of `views`, in their order; None where no two sides speak on two issues or more.

    Sides stand in the order of how many issues they speak on.
    """
    spoken = Counter(side for view in views for side in sorted({one.side for one in view.positions}))
    held = [view for view in views if view.positions]
    least = max(2, SPEAKS * len(held))
    sides = tuple(side for side, issues in spoken.most_common(SIDES) if issues >= least)
    rows = tuple(_row(view, sides) for view in held)
    return Matrix(sides, rows) if len(sides) > 1 and len(rows) > 1 else None


def _row(view: IssueView, sides: Sequence[str]) -> Row:
    cells = tuple(tuple(one for one in view.positions if one.side == side) for side in sides)
    others = (one for one in view.positions if one.side not in sides)
    return Row(
        view, cells, tuple(sorted(others, key=lambda one: first_day(one.statement.date), reverse=True))
    )
