"""What a table is: columns, each with its meaning and its value, over what they are filled from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from generator.export import shapes
from generator.model import Ref

Row = TypeVar("Row")
"""What a row is made of, such as an ArticleView."""
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table."""

    name: str
    type: Literal["string", "integer", "boolean", "date"]
    """Of Frictionless Table Schema."""
    description: str
    value: Callable[[Row], Value]


def text(name: str, description: str, value: Callable[[Row], str]) -> Column[Row]:
    """A column of words, ids or EDTF dates."""
    return Column(name, "string", description, value)


def date(name: str, description: str, value: Callable[[Row], str]) -> Column[Row]:
    """A column of ISO days."""
    return Column(name, "date", description, value)


def count(name: str, description: str, value: Callable[[Row], int]) -> Column[Row]:
    """A column of numbers."""
    return Column(name, "integer", description, value)


def flag(name: str, description: str, value: Callable[[Row], bool]) -> Column[Row]:
    """A column of true and false."""
    return Column(name, "boolean", description, value)


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A table of the site."""

    name: str
    title: str
    of: str
    """What of the Site it is made of."""
    rows: Callable[[Any], Iterable[Row]]
    """The rows of that."""
    key: tuple[str, ...]
    """Columns that together tell a row from all others."""
    columns: tuple[Column[Row], ...]
    links: tuple[tuple[str, str], ...] = ()
    """Column and the table whose `id` it holds."""


# --- what columns of several tables have in common ---------------------------------------------

ID = "Part of the page’s address; never changes."
QUOTE = "The sentence; empty where the article’s rights withhold it."
REVIEWED = "Whether a person has looked at it."
PAGE: Column[Any] = text("page", "Address below the site’s.", lambda view: shapes.page(view.ref))
"""Of a view that has a page of its own."""


def ids(refs: Iterable[Ref]) -> str:
    """Several in one cell."""
    return ";".join(ref.id for ref in refs)


def id_of(ref: Ref | None) -> str:
    """Of one that need not be there."""
    return ref.id if ref else ""
