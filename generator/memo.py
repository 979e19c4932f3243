"""What pure functions returned before, remembered by what they were given. It saves time and changes nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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

    def __init__(
        self, known: Mapping[str, bytes] | None = None, at_hand: Mapping[str, Any] | None = None
    ) -> None:
        """`known` are the `used` of an earlier Memo; `at_hand` what a process that goes on has decoded of it."""
        self.known = known or {}
        self.used: dict[str, bytes] = {}
        self._at_hand = None if at_hand is None else dict(at_hand)

    @property
    def is_new(self) -> bool:
        """Whether there is anything to remember that was not known, or to forget."""
        return self.used.keys() != self.known.keys()

    def again(self) -> "Memo":
        """What is known for the next time."""
        at_hand = self._at_hand
        return Memo(self.used, at_hand and {key: at_hand[key] for key in self.used})

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
        if self._at_hand is None:
            return [decode(self.used[key]) for key in keys]
        self._at_hand |= {key: decode(self.used[key]) for key in keys if key not in self._at_hand}
        return [self._at_hand[key] for key in keys]
