"""Lists that are too long for one page: divided by date, or by the first letters of a name.

A part that is still too long is divided again, and becomes a page that leads to its own parts. So no page has more
rows than a part may have, and no page more links than a year has months, or a name next letters. In what part a
row stands depends on that row alone: what is new today changes no page of another day.

The pages of the parts stand in a folder of their own below the list's, `articles/date/2031.md`: no id has a slash,
so none of them can ever be the page of a thing.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from generator import words
from generator.dates import first_day
from generator.export import twins_of
from generator.render.page import Page

Row = TypeVar("Row")
Way = tuple[tuple[str, str], ...]
"""Path and label of the pages that lead to a part, the page of the whole list first."""

ROWS = 500
"""Rows of a list on one page, where a row is a line or two."""
LONG_ROWS = 200
"""Rows of a part where each is a paragraph or more: statements, sentences, events."""
NEWEST = 100
"""Rows that the first page of a divided list shows itself."""
BESIDE = 2
"""Parts before and after it to which a part leads."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LETTERS = 4
"""First letters of a name by which names are divided, at most."""


class Step(NamedTuple):
    """One division that a row falls under."""

    slug: str
    """Last part of the address."""
    label: str


@dataclass(frozen=True, slots=True)
class Part(Generic[Row]):
    """A list, or the part of one that has a page."""

    path: str
    label: str
    rows: tuple[Row, ...]
    """All of them, also where they stand on the pages of its parts."""
    parts: tuple["Part[Row]", ...] = ()
    """In the order of their rows; without any, the rows stand on its own page."""

    @property
    def links(self) -> tuple[tuple[str, str, int], ...]:
        """Path, label and number of rows of each of its parts; of the parts of a single one, one step further."""
        if len(self.parts) == 1 and self.parts[0].parts:
            return self.parts[0].links
        return tuple((part.path, part.label, len(part.rows)) for part in self.parts)

    @property
    def leaves(self) -> tuple["Part[Row]", ...]:
        """The pages on which the rows stand, each row on one."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) if self.parts else (self,)


def divided(
    page: str,
    rows: Sequence[Row],
    steps: Callable[[Row], Sequence[Step]],
    folder: str,
    *,
    whole: int = ROWS,
    most: int = ROWS,
) -> Part[Row]:
    """The list on `page`; of more than `whole` rows, divided into parts below `folder` of at most `most` rows.

    Parts stand in the order of their first rows: `rows` are in the order of what they are divided by. `steps` says
    under what a row falls, the widest division first; where they do not suffice, parts are numbered.
    """

    def part(path: str, label: str, rows: Sequence[Row], known: tuple[Step, ...]) -> Part[Row]:
        if len(rows) <= (most if known else whole):
            return Part(path, label, tuple(rows))
        found: dict[Step, list[Row]] = {}
        for number, row in enumerate(rows):
            found.setdefault(_next(steps(row), known, number // most), []).append(row)
        below = [
            part(f"{folder}/{step.slug}.md", step.label, some, (*known, step)) for step, some in found.items()
        ]
        return Part(path, label, tuple(rows), tuple(below))

    return part(page, "all", rows, ())


def _next(steps: Sequence[Step], known: Sequence[Step], number: int) -> Step:
    """The step after those `known`; where there is none, a numbered one."""
    if len(known) < len(steps):
        return steps[len(known)]
    last = known[-1] if known else Step("part", "Part")
    return Step(f"{last.slug}-part-{number + 1}", f"{last.label}, part {number + 1}")


# --- by what lists are divided ----------------------------------------------------------------


@lru_cache(maxsize=4096)
def by_day(day: str, name: str = "") -> tuple[Step, ...]:
    """Year, month, third of a month and day of an ISO day; what has none is divided by `name`."""
    if not DAY.fullmatch(day):
        below_it = by_name(name) if name else ()
        named = (Step(f"undated-{step.slug}", f"undated, {step.label}") for step in below_it)
        return (Step("undated", "undated"), *named)
    year, month = day[:4], day[:7]
    last = monthrange(int(year), int(day[5:7]))[1]
    first, until = next((one, end) for one, end in ((20, last), (10, 19), (1, 9)) if int(day[8:]) >= one)
    days = f"{month}-{first:02}/{month}-{until:02}"
    return (
        Step(year, words.date(year)),
        Step(month, words.date(month)),
        Step(f"{month}-{first:02}-{until:02}", words.date(days)),
        Step(day, words.date(day)),
    )


def by_date(edtf: str, name: str = "") -> tuple[Step, ...]:
    """The same of the day by which an EDTF date is put in order."""
    return by_day(first_day(edtf), name)


@lru_cache(maxsize=4096)
def by_name(name: str) -> tuple[Step, ...]:
    """The first letter of a name, the first two, and so on; accents and signs do not count."""
    first = letters(name)[:LETTERS]
    if not first:
        return (Step("other", "other"),)
    known = [first[: number + 1] for number in range(LETTERS)]
    return tuple(
        Step("".join(map(_slug, some)) + "-" * (number - len(some)), some.capitalize())
        for number, some in enumerate(known, start=1)
    )


def letters(name: str) -> str:
    """The letters and digits of a name by which it is looked up."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _slug(letter: str) -> str:
    """`letter` in an address: as it is, or as its code point in six digits, which no four letters are."""
    return letter if letter.isascii() else f"u{ord(letter):06x}"


# --- the pages of the parts -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listed:
    """How the parts of a list are shown."""

    kind: str
    """Macro of _rows.md.j2 that shows the rows."""
    title: str
    """`Articles`, `What Ada Brook said`: what is on the page, before the part's own name."""
    unit: str
    """What one row is, in the singular."""
    back: str
    """Name of the page of the whole, which leads to the parts."""
    shape: Callable[[tuple[Any, ...]], Any] = tuple
    """Rows → what the macro is given."""


Leaf = Callable[[Part[Any], str, Mapping[str, Any]], Page]
"""Makes the page of a part's rows, from the part, the page's title and what stands around it."""


def below(whole: Part[Any], listed: Listed, leaf: Leaf | None = None) -> Iterator[Page]:
    """The pages of all parts of `whole`, which has a page of its own; with `leaf` for rows shown in another way."""
    yield from _below(whole, listed, leaf, ((whole.path, listed.back),))


def _below(within: Part[Any], listed: Listed, leaf: Leaf | None, way: Way) -> Iterator[Page]:
    for number, part in enumerate(within.parts):
        title, around = f"{listed.title}: {part.label}", _around(within, number, way)
        if leaf and not part.parts:
            yield leaf(part, title, around)
        else:
            yield _page(part, title, around, listed)
        yield from _below(part, listed, leaf, (*way, (part.path, part.label)))


def _page(part: Part[Any], title: str, around: Mapping[str, Any], listed: Listed) -> Page:
    counted = words.count(len(part.rows), listed.unit)
    return Page(
        part.path,
        "part",
        title,
        f"{counted}.",
        {
            "kind": listed.kind,
            "rows": () if part.parts else listed.shape(part.rows),
            "counted": counted,
            "unit": listed.unit,
            "parts": part.links,
            **around,
        },
    )


def _around(within: Part[Any], number: int, way: Way) -> Mapping[str, Any]:
    """The way to part `number` of `within`, the parts beside it, and the files that say the same as the whole.

    Without the numbers of rows, which change with every row of another part.
    """
    near = within.parts[max(0, number - BESIDE) : number + BESIDE + 1]
    beside = tuple((other.path, other.label) for other in near)
    return {"way": way, "beside": beside, "same": twins_of(way[0][0])}
