"""What pure functions returned before, remembered by what they were given. It saves time and changes nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import msgspec

from generator import shares
from generator.outputs import encoded, fingerprint

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Remembered(Generic[Result]):
    """A pure function whose results are remembered."""

    name: str
    """No two functions have the same one."""
    work: Callable[..., Result]
    form: Any
    """Type of what it returns, as msgspec reads it."""
    few: int = 48
    """So many calls one process makes sooner than two."""


class Memo:
    """What earlier calls returned, and what is to be known for the next time: what this time was asked for."""

    def __init__(self, known: Mapping[str, bytes] | None = None) -> None:
        """`known` are the `used` of an earlier Memo."""
        self.known = known or {}
        self.used: dict[str, bytes] = {}

    @property
    def is_new(self) -> bool:
        """Whether there is anything to remember that was not known, or to forget."""
        return self.used.keys() != self.known.keys()

    def each(
        self, function: Remembered[Result], given: Sequence[tuple[Any, ...]], of: Sequence[object] = ()
    ) -> list[Result]:
        """The results for each of `given`, in their order; new ones are worked out on all cores.

        `of` is what each result depends on; if empty, on what is given.
        """
        keys = [fingerprint(encoded((function.name, one))).hex() for one in of or given]
        new = {key: number for number, key in enumerate(keys) if key not in self.known}
        fresh = shares.each(
            lambda number: encoded(function.work(*given[number])), list(new.values()), function.few
        )
        self.used |= {key: self.known[key] for key in keys if key not in new}
        self.used |= zip(new, fresh, strict=True)
        decode = msgspec.msgpack.Decoder(function.form).decode
        return [cast("Result", decode(self.used[key])) for key in keys]
