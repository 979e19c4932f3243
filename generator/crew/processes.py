"""A crew of processes. One that dies costs the article that it died over, and no other."""

import multiprocessing
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from generator.crew.here import answers
from generator.crew.protocol import Answer, Pending, Work
from generator.model import Article
from generator.readings import Machine, Unread


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

    def submit(self, articles: Sequence[Article]) -> Pending:
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
        """Pending the process that the thread leads, which is begun if it is not there."""
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
