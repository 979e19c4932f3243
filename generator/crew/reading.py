"""Articles in batches to a crew, and their readings back in order; what was read before is remembered."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator import readings
from generator.crew.protocol import Answer, Crew, Pending
from generator.model import Article, Reading
from generator.readings import Machine, Unread
from generator.store import Cache


@dataclass(frozen=True, slots=True)
class Memory:
    """What was read before, kept in `cache`; without one nothing is."""

    machine: Machine
    cache: Cache | None = None

    def recall(self, article: Article) -> Reading | None:
        """The reading of such an article, if it is known."""
        key = self._key(article)
        data = self.cache.get(key) if self.cache and key else None
        return readings.decode(data) if data else None

    def learn(self, article: Article, data: bytes) -> None:
        """Remember the reading in `data`."""
        if self.cache and (key := self._key(article)):
            self.cache.put(key, data)

    def unknown(self, articles: Iterable[Article]) -> int:
        """How many of the articles have to be read."""
        return sum(not (self.cache and (key := self._key(one)) and self.cache.has(key)) for one in articles)

    def _key(self, article: Article) -> str | None:
        return readings.key_of(article, self.machine) if self.cache else None


def read(
    articles: Iterable[Article], crew: Crew, memory: Memory
) -> Iterator[tuple[Article, Reading | Unread]]:
    """What is read in each article, in order. Leaves the crew closed, however it ends."""
    rest, line = iter(articles), deque[_Batch]()
    try:
        while True:
            while _has_room(line, crew) and (some := tuple(islice(rest, crew.batch))):
                line.append(_begun(some, crew, memory))
            if not line:
                return
            batch = line.popleft()
            answers = iter(batch.pending())
            for article, known in zip(batch.articles, batch.known, strict=True):
                yield article, known or _learnt(article, next(answers), memory)
    finally:
        crew.close()


LONGEST_LINE = 1000
"""So many batches wait for the one before them at most, remembered ones included."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Articles that follow one another, what is known of them, and what waits for the others."""

    articles: Sequence[Article]
    known: Sequence[Reading | None]
    pending: Pending
    in_works: bool


def _begun(articles: Sequence[Article], crew: Crew, memory: Memory) -> _Batch:
    known = [memory.recall(article) for article in articles]
    unknown = [article for article, reading in zip(articles, known, strict=True) if reading is None]
    return _Batch(articles, known, crew.submit(unknown) if unknown else tuple, bool(unknown))


def _has_room(line: Sequence[_Batch], crew: Crew) -> bool:
    return len(line) < LONGEST_LINE and sum(batch.in_works for batch in line) < crew.width()


def _learnt(article: Article, answer: Answer, memory: Memory) -> Reading | Unread:
    if isinstance(answer, Unread):
        return answer
    reading = readings.decode(answer)
    if reading is None:  # what this program encoded, it can decode
        raise AssertionError(article.seed)
    memory.learn(article, answer)
    return reading
