"""What lies near in time and words: the only things that are compared, and so all that a comparison hangs on.

What an article has in common with others is remembered by the article and by those things: see `Memo`. So one
article more, or one changed, costs the comparing of what is near it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, product


class Near:
    """Numbers of things by the times at which they are found and by the words that lead to them.

    Times are days, months or stretches of weeks, as `assemble.days` names them.
    """

    def __init__(self) -> None:
        self._found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, number: int, times: Iterable[str], words: Iterable[str]) -> None:
        """From now on the thing of this number is found."""
        for time, word in product(dict.fromkeys(times), words):
            self._found[time][word].append(number)

    def looked_up(self, times: Iterable[str], words: Iterable[str]) -> set[int]:
        """What is found at one of the times by one of the words."""
        near = [self._found[time] for time in times if time in self._found]
        return set().union(*(found[word] for word in words for found in near if word in found))

    def led_to(self, times: Iterable[str], words: Iterable[str], most: int) -> Iterator[int]:
        """What is found at the times by each of the words, but for those by which more than `most` things are.

        Nothing may have been added at two of the times; what several words lead to comes several times.
        """
        near = [self._found[time] for time in times if time in self._found]
        for word in words:
            found = [here[word] for here in near if word in here]
            if sum(map(len, found)) <= most:
                yield from chain.from_iterable(found)
