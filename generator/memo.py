"""What pure functions returned before, remembered by what they were given. It saves time and changes nothing."""

from collections.abc import Callable, Iterable, MutableMapping, Sequence
from contextlib import suppress
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
    """What earlier calls returned."""

    def __init__(
        self, table: MutableMapping[bytes, bytes] | None = None, at_hand: dict[bytes, Any] | None = None
    ) -> None:
        """`table` is known, and takes what is new; `at_hand` is what a process that goes on has decoded of it."""
        self._table = {} if table is None else table
        self._at_hand = at_hand
        self._asked: set[bytes] = set()

    def each(
        self, function: Remembered[Result], given: Sequence[tuple[Any, ...]], of: Iterable[object] = ()
    ) -> list[Result]:
        """The results for each of `given`, in their order; new ones are worked out on all cores.

        `of` is what each result depends on; if empty, on what is given.
        """
        return self._worked_out(function, of or given, lambda number, _: function.work(*given[number]))

    def renewed(
        self, function: Remembered[Result], of: Iterable[object], stands: Callable[[int, Result], bool]
    ) -> list[Result]:
        """What was last worked out for each of `of`, in their order; what no longer `stands` is worked out again.

        `function` is given its number and what was worked out last, if anything: that may save time, no more.
        """
        return self._worked_out(function, of, function.work, stands)

    def _worked_out(
        self,
        function: Remembered[Result],
        of: Iterable[object],
        work: Callable[[int, Result | None], Result],
        stands: Callable[[int, Result], bool] = lambda _number, _result: True,
    ) -> list[Result]:
        keys = [fingerprint(encoded((function.name, one))) for one in of]
        asked = {key: number for number, key in enumerate(keys)}
        found = {} if self._at_hand is None else self._at_hand
        decode = msgspec.msgpack.Decoder(function.form).decode
        for key in asked:
            if key not in found and (data := self._table.get(key)) is not None:
                with suppress(msgspec.DecodeError):
                    found[key] = decode(data)
        new = [key for key, number in asked.items() if key not in found or not stands(number, found[key])]
        fresh = shares.each(lambda key: encoded(work(asked[key], found.get(key))), new, function.few)
        for key, data in zip(new, fresh, strict=True):
            self._table[key] = data
            found[key] = decode(data)
        self._asked |= asked.keys()
        return [found[key] for key in keys]

    def forget_unasked(self) -> None:
        """Nothing is known any more but what this time was asked for."""
        for known in (self._table, self._at_hand or {}):
            for key in known.keys() - self._asked:
                del known[key]
