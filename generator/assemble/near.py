"""What lies near in time and words: the only things that are compared, and so all that a comparison hangs on.

What an article has in common with others is remembered by the article and by those things: see `Memo`. So one
article more, or one changed, costs the comparing of what is near it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Near(Generic[Thing]):
    """Things by the times at which they are found and by the words that lead to them.

    Times are days, months or stretches of weeks, as `assemble.days` names them.
    """

    def __init__(
        self,
        things: Sequence[Thing],
        times: Callable[[Thing], Iterable[str]],
        words: Callable[[Thing], Iterable[str]],
    ) -> None:
        self._found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, thing in enumerate(things):
            for time, word in product(dict.fromkeys(times(thing)), words(thing)):
                self._found[time][word].append(number)

    def looked_up(self, times: Iterable[str], words: Iterable[str]) -> set[int]:
        """Numbers of the things that are found at one of the times by one of the words."""
        near = [self._found[time] for time in times if time in self._found]
        return {number for word in words for found in near if word in found for number in found[word]}

    def before(self, end: int, times: Iterable[str], word: str) -> list[int]:
        """Numbers below `end` of the things that are found at each of the times by the word."""
        lists = [self._found[time].get(word, ()) for time in times if time in self._found]
        return [number for numbers in lists for number in numbers[: bisect_left(numbers, end)]]
