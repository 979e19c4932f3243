"""What stands for the arguments of an output from one build to the next.

marks = Marks(moved)
marks.of(output.of) == Mark(digest, moved)     the same digest in two builds: the same arguments

One thing is an argument of many outputs: an article of its page, its twin and its week, a statement of its
speaker and of each issue. So it is encoded once, and whatever holds it is encoded with its digest in its place.
What is compared shrinks from the sum of all files to the size of the dossier.
"""

import re
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, cast

from generator.model import (
    ArticleView,
    Companion,
    Correction,
    EventView,
    Ref,
    ReviewItem,
    Role,
    Settings,
    Source,
    StatementView,
)
from generator.outputs import encoded, fingerprint

WHOLE = frozenset({ArticleView, EventView, StatementView})
"""What is encoded at once: it stands in many things, and what stands in it is not worth looking for."""
PLAIN = frozenset({str, Companion, Correction, Ref, ReviewItem, Role, Settings, Source})
"""What is encoded where it stands: to look it up costs as much."""


class Mark(NamedTuple):
    """What stands for a value."""

    digest: bytes
    """The same for equal values, in every run."""
    moved: bool
    """Whether something that moved is named in it."""


class Marks:
    """The marks of values; those that hold others are looked through once, however often they stand in others.

    They are known by identity, so every value has to live as long as the marks do.
    """

    def __init__(self, moved: re.Pattern[bytes] | None = None) -> None:
        """`moved` finds in encoded values what `Mark.moved` tells of; None: nothing moved."""
        self._moved = moved
        self._known: dict[int, Mark] = {}

    def of(self, value: object) -> Mark:
        """The mark of `value`. Raises TypeError for what two builds cannot compare."""
        within: set[bool] = set()
        data = encoded(self._looked_through(value, within))
        moved = True in within or (self._moved is not None and self._moved.search(data) is not None)
        return Mark(fingerprint(data), moved)

    def _looked_through(self, value: Any, within: set[bool]) -> Any:
        """What is encoded for `value` when it does not stand in another; `within` takes the marks' `moved`."""
        if type(value) in WHOLE:
            return value
        names = _fields(cast("Hashable", type(value)))
        if names:
            return [self._placed(getattr(value, name), within) for name in names]
        return self._placed(value, within)

    def _placed(self, value: Any, within: set[bool]) -> Any:
        """What is encoded for `value` where it stands in another."""
        kind = type(value)
        if kind in PLAIN:
            return value
        if isinstance(value, tuple | list):
            plain = PLAIN.issuperset(map(type, value))
            return value if plain else [self._placed(one, within) for one in value]
        if isinstance(value, dict):
            return {key: self._placed(one, within) for key, one in value.items()}
        if kind not in WHOLE and not _fields(cast("Hashable", kind)):
            return value
        mark = self._known.get(id(value))
        if mark is None:
            mark = self._known[id(value)] = self.of(value)
        within.add(mark.moved)
        return mark.digest


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return (
        tuple(field.name for field in fields(kind)) if isinstance(kind, type) and is_dataclass(kind) else ()
    )
