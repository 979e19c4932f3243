"""What is read from YAML: values that know their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands in its file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML source and where it stands in its file; lines and columns count from 1."""

    value: "str | tuple[Node, ...] | Mapping[str, Node]"
    """A scalar as text, exactly as written; empty for null."""
    line: int
    column: int
    end_line: int
    """The last line with something of the value on it; comments after it do not count."""
    key: Place | None = None
    """Where the key stands that names it, in a mapping."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.line, self.column)

    @property
    def pairs(self) -> "Mapping[str, Node]":
        """The keys of a mapping with their values; anything else has none."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def entries(self) -> "tuple[Node, ...]":
        """The entries of a list; anything else has none."""
        return self.value if isinstance(self.value, tuple) else ()

    def text(self, key: str) -> str:
        """The scalar that a mapping has for `key`; empty: it has none."""
        value = self.pairs[key].value if key in self.pairs else ""
        return value if isinstance(value, str) else ""
