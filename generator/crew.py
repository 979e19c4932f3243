"""Many articles read at once, here or elsewhere, in the order in which they are given.

    articles ─ in batches ─▶ crew: this process | several processes | a cluster ─▶ readings, in order

What was read before is remembered, what is read now is learnt. An article on which the reading fails, or on
which even the process that reads dies, costs itself only.
"""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from generator import readings, shares
from generator.model import Article, Reading
from generator.readings import Machine, Unread
from generator.store import Cache

Answer = bytes | Unread
"""A reading as `readings.encode` gives it, or why there is none."""
Work = Callable[[Machine, Sequence[Article]], list[Answer]]
"""What a crew does: a function that another process finds by its name."""


Ask = Callable[[], Sequence[Answer]]
"""Waits for answers; raises NoModel."""


class NoModel(Exception):
    """The language model is not installed, or not the parser."""


class Crew(Protocol):
    """Who reads batches of articles."""

    @property
    def batch(self) -> int:
        """Articles handed out at a time."""

    def width(self) -> int:
        """So many batches are in the works at a time."""

    def submit(self, articles: Sequence[Article]) -> "Ask":
        """Hand out a batch; returns what waits for its answers, one for each article."""

    def close(self) -> None:
        """Stop, whatever is in the works."""


class Unreachable(Exception):
    """Those who should read are not there, cannot, or went away."""


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
            answers = iter(batch.ask())
            for article, known in zip(batch.articles, batch.known, strict=True):
                yield article, known or _learnt(article, next(answers), memory)
    finally:
        crew.close()


LONGEST_LINE = 1000
"""So many batches wait for the one before them at most, remembered ones included."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Articles that follow one another, what is known of them, and who is asked about the others."""

    articles: Sequence[Article]
    known: Sequence[Reading | None]
    ask: Ask
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


FEW = 16
"""So many articles are read by the time that another process has loaded the model: 1.2 s against 0.07 s each."""


def local(machine: Machine, articles: int, cores: int) -> Crew:
    """Who best reads so many articles on this machine."""
    return Processes(machine, cores) if cores > 1 and articles > FEW else Here(machine)


# --- who reads --------------------------------------------------------------------------------


def answers(machine: Machine, articles: Sequence[Article]) -> list[Answer]:
    """The work itself: what is read in each article, or why it cannot be. Raises NoModel."""
    try:
        from generator import extract

        extract.load(machine.model)
    except (ImportError, OSError) as error:
        raise NoModel(machine.model) from error
    try:
        with shares.seldom_collected(NEW):
            found = extract.read(articles, machine.model, machine.vocabulary, machine.entities)
            return [readings.encode(reading) for _, reading in found]
    except Exception as error:  # noqa: BLE001  whatever one article does, the others are read
        if len(articles) == 1:
            why = " ".join(f"{type(error).__name__}: {error}".strip(": ").split())
            return [Unread(why[:LONGEST_REASON])]
        return [answer for article in articles for answer in answers(machine, (article,))]


NEW = 20_000
"""So many objects are made over some ten articles; what is garbage among them is a few megabytes."""
LONGEST_REASON = 300
"""Characters."""


@dataclass(slots=True)
class Here:
    """This process: no other has to load the model, so it is quickest for a few articles."""

    machine: Machine
    work: Work = answers
    batch: int = 8

    def width(self) -> int:
        """One batch after the other."""
        return 1

    def submit(self, articles: Sequence[Article]) -> Ask:
        """They are read when they are asked for."""
        return partial(self.work, self.machine, articles)

    def close(self) -> None:
        """Nothing is in the works."""


@dataclass(slots=True)
class Processes:
    """At most `size` processes, each begun when there is something for it to do, each led by a thread.

    They are begun anew instead of forked: the same on every system, and no lock is taken along.
    """

    machine: Machine
    size: int
    work: Work = answers
    batch: int = 8
    _threads: ThreadPoolExecutor = field(init=False)
    _own: threading.local = field(init=False, default_factory=threading.local)
    """Of each thread, the process that it leads."""
    _all: "list[_Reader]" = field(init=False, default_factory=list)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)
    """Held while a process is begun, and while all are ended."""
    _closed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Nothing runs yet."""
        self._threads = ThreadPoolExecutor(self.size)

    def width(self) -> int:
        """One at work and one waiting for each."""
        return 2 * self.size

    def submit(self, articles: Sequence[Article]) -> Ask:
        """Hand the batch to the first process that is free."""
        return self._threads.submit(self._answers, tuple(articles)).result

    def close(self) -> None:
        """End the processes; what is in the works is given up."""
        with self._lock:
            self._closed = True
            for reader in self._all:
                reader.end()
        self._threads.shutdown(cancel_futures=True)

    def _answers(self, articles: Sequence[Article]) -> Sequence[Answer]:
        """What a process answers; if it dies over them, others are asked one by one."""
        try:
            return self._ask(articles)
        except _Died:
            return [self._alone(article) for article in articles]

    def _alone(self, article: Article) -> Answer:
        try:
            return self._ask((article,))[0]
        except _Died as death:
            return Unread(str(death))

    def _ask(self, articles: Sequence[Article]) -> Sequence[Answer]:
        """Ask the process that the thread leads, which is begun if it is not there."""
        reader: _Reader | None = getattr(self._own, "reader", None)
        if reader is None:
            with self._lock:
                if self._closed:
                    raise _Died("the run was ended")
                reader = self._own.reader = _Reader.begun(self.machine, self.work)
                self._all.append(reader)
        try:
            return reader.ask(articles)
        except _Died:
            self._own.reader = None
            raise


class _Died(Exception):
    """A process came to its end over what it was asked."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """A process that reads what it is asked."""

    process: BaseProcess
    line: "Connection[Any, Any]"

    @classmethod
    def begun(cls, machine: Machine, work: Work) -> "_Reader":
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, machine, work), daemon=True)
        process.start()
        theirs.close()  # so that the line ends when the process does
        return cls(process, ours)

    def ask(self, articles: Sequence[Article]) -> list[Answer]:
        try:
            self.line.send(articles)
            answer = self.line.recv()
        except (EOFError, OSError) as error:
            self.process.join()
            raise _Died(f"the process that read it ended, {_how(self.process.exitcode)}") from error
        if isinstance(answer, Exception):
            raise answer
        return list(answer)

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def _how(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"with exit code {code}"
    return f"by {signal.Signals(-code).name}" if -code in set(signal.Signals) else f"by signal {-code}"


def _serve(line: "Connection[Any, Any]", machine: Machine, work: Work) -> None:
    """The life of such a process: it ends with the line, that is with the run that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks; that ends this
    while True:
        try:
            articles = line.recv()
        except EOFError:
            return
        try:
            answer: list[Answer] | Exception = work(machine, articles)
        except Exception as error:  # noqa: BLE001  raised where it was asked
            answer = error
        try:
            line.send(answer)
        except OSError:
            return
