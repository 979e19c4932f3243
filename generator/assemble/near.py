"""What lies near in time and words: the only things that are compared, and so all that a comparison hangs on.

What an article has in common with others is remembered by the article and by those things: see `Memo`. So one
article more, or one changed, costs the comparing of what is near it. Which things are near is remembered, too, by
all that lies at the times where the article looks: far in time from what changed nothing is looked up.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from generator.memo import Memo, Remembered
from generator.outputs import encoded, fingerprint

Times = Collection[str]
"""Days, months or stretches of weeks, as `assemble.days` names them."""


class Near:
    """Numbers of things by the times at which they lie and by the words that lead to them.

    After a small change few look, and only round it; so words are asked for where somebody looks.
    """

    def __init__(self, times: Iterable[Times], words: Callable[[int], Iterable[str]]) -> None:
        """Of each thing its `times`; they are numbered in their order. `words` gives those of a number."""
        self._lying: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(times):
            for time in dict.fromkeys(each):
                self._lying[time].append(number)
        self._words = words
        self._led: dict[str, Mapping[str, Sequence[int]]] = {}

    def looked_up(self, times: Times, words: Iterable[str]) -> set[int]:
        """What is found at one of the times by one of the words."""
        near = self._at(times)
        return set().union(*(led[word] for word in words for led in near if word in led))

    def led_to(self, times: Times, words: Iterable[str], most: int, end: int) -> Iterator[int]:
        """What is found at the times by each of the words, but for those by which more than `most` things are.

        Only numbers below `end`. Nothing may lie at two of the times; what several words lead to comes several
        times.
        """
        near = self._at(times)
        for word in words:
            found = [led[word][: bisect_left(led[word], end)] for led in near if word in led]
            if sum(map(len, found)) <= most:
                yield from chain.from_iterable(found)

    def _at(self, times: Times) -> Sequence[Mapping[str, Sequence[int]]]:
        """For each of the times at which something lies what leads to it."""
        return [self._leading(time) for time in times if time in self._lying]

    def _leading(self, time: str) -> Mapping[str, Sequence[int]]:
        """Word → the numbers of what lies at `time` and has it."""
        if time not in self._led:
            led: dict[str, list[int]] = defaultdict(list)
            for number in self._lying[time]:
                for word in self._words(number):
                    led[word].append(number)
            self._led[time] = led
        return self._led[time]


def lying_at(things: Iterable[tuple[bytes, Times]]) -> Mapping[str, bytes]:
    """Time → what stands for all that lies there; of each thing what stands for it, and its times."""
    marks: dict[str, list[bytes]] = defaultdict(list)
    for mark, times in things:
        for time in dict.fromkeys(times):
            marks[time].append(mark)
    return {time: fingerprint(b"".join(there)) for time, there in marks.items()}


def lying_before(articles: Iterable[tuple[bytes, Times, Times]]) -> Iterator[tuple[bytes, bytes]]:
    """What stands for each article, and for all of those before it that lies at the times where it looks.

    Of each article what stands for it, the times at which its own things lie, and those where it looks.
    """
    known: dict[str, bytes] = {}
    for mark, lies, looks in articles:
        yield mark, fingerprint(encoded([known.get(time) for time in dict.fromkeys(looks)]))
        for time in dict.fromkeys(lies):
            known[time] = fingerprint(known.get(time, b"") + mark)


Result = TypeVar("Result")
Comparison = tuple[bytes, Callable[[], Result]]
"""What stands for all that an article is compared with, and the comparing."""


def each_compared(
    name: str,
    form: Any,
    with_others: Callable[[int], Comparison[Result]],
    lying: Iterable[tuple[bytes, bytes]],
    memo: Memo,
) -> list[Result]:
    """What comes of comparing each article, by its number, with those before it; results have this `form`.

    They are remembered under `name` by what an article is compared with. That is the same while what is `lying`
    around it is the same: what stands for each article, and for that.
    """
    articles = list(lying)

    def compared(number: int, last: tuple[bytes, bytes, Result] | None) -> tuple[bytes, bytes, Result]:
        others, compare = with_others(number)
        return articles[number][1], others, last[2] if last and last[1] == others else compare()

    results = memo.renewed(
        Remembered(name, compared, tuple[bytes, bytes, form]),
        (mark for mark, _ in articles),
        lambda number, last: last[0] == articles[number][1],
    )
    return [result for _, _, result in results]
