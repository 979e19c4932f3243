"""The figures on record, a table in docs/quality.md: one row for a date, what changed, and a set of articles."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ROW = re.compile(r"^\| (\d{4}-\d\d-\d\d) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
FIGURE = re.compile(r"([a-zA-Z][\w ]*?[\w]) (\d+\.\d)(?:,|$)")
NOISE = 0.05
"""What rounding to one decimal may take away."""


class Row(NamedTuple):
    """What was measured on a day."""

    date: str
    what: str
    """What had changed since."""
    of: str
    """The set of articles."""
    figures: Mapping[str, float]
    """Measure → F, or the share that is right, in percent."""


def rows(page: str) -> list[Row]:
    """The rows of the page, oldest first."""
    return [
        Row(
            date,
            what.strip(),
            of.strip(),
            {name.strip(): float(n) for name, n in FIGURE.findall(figures.strip())},
        )
        for date, what, of, figures in ROW.findall(page)
    ]


def last(page: str, of: str) -> Mapping[str, float]:
    """The newest figures of a set; empty: never measured."""
    return next((row.figures for row in reversed(rows(page)) if row.of == of), {})


def added(page: str, new: Sequence[Row]) -> str:
    """The page with rows after its last one.

    Raises ValueError where the page has no row yet.
    """
    found = list(ROW.finditer(page))
    if not found:
        raise ValueError("no row to add to")
    end = found[-1].end()
    lines = [f"| {row.date} | {row.what} | {row.of} | {_joined(row.figures)} |" for row in new]
    return page[:end] + "".join(f"\n{line}" for line in lines) + page[end:]


def _joined(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in figures.items())


def fallen(before: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """The measures that are lower than they were."""
    return [name for name, value in before.items() if now.get(name, 0.0) < value - NOISE]
