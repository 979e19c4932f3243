"""Work on a Dask cluster: `--cluster tcp://HOST:8786` of `annotate` and `build`. The only module that imports Dask.

Its workers need the same version of this program; docs/scale.md says how to start them. Dask gives a lost worker's
task to another. What several workers died over is asked again in smaller parts while nothing else is in the works,
so that the blame falls on the right article or page.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from generator import crew, readings
from generator.crew import Answer, NoModel, Pending, Unreachable, Work
from generator.model import Article
from generator.readings import Machine, Unread

if TYPE_CHECKING:
    from distributed import Client, Future

DIED = "the workers that read it ended, one after the other"
PATIENCE = 10
"""Seconds to wait for the scheduler to answer."""
PATIENCES = 6
"""So many times that a cluster may be without workers before it is given up."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def installed() -> bool:
    """Whether Dask is."""
    return find_spec("distributed") is not None


@dataclass(slots=True)
class Tasks:
    """What the Dask scheduler at `address` is asked to have done. Raises Unreachable if there is none."""

    address: str
    _client: "Client" = field(init=False)
    _in_works: "set[Future]" = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """Connect, without becoming anybody else's default."""
        import distributed
        from distributed.comm import get_address_host_port

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is raised
        try:
            get_address_host_port(self.address)  # a client for what is no address waits for it when it goes
            self._client = distributed.Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise Unreachable(f"no Dask scheduler answers at {self.address}: {error}") from error

    def width(self) -> int:
        """Two tasks for each thread of the workers that are there now."""
        threads: int = sum(self._client.nthreads().values())
        return max(2, 2 * threads)

    def sent(self, work: Callable[..., Result], *of: Any) -> "Future":
        """`work(*of)`, handed to the scheduler."""
        task = self._client.submit(work, *of, pure=False)
        self._in_works.add(task)
        return task

    def result(self, task: "Future") -> Any:
        """What it gave; None: several workers died over it. Raises Unreachable, and NoModel as the work does."""
        from distributed import KilledWorker

        missed = 0
        while True:
            try:
                return task.result(timeout=PATIENCE)
            except KilledWorker:
                return None
            except (NoModel, Unreachable):
                raise
            except TimeoutError:
                missed = 0 if self._client.nthreads() else missed + 1
                if missed == PATIENCES:
                    raise Unreachable(f"the cluster at {self.address} has no workers") from None
            except Exception as error:
                raise Unreachable(f"the cluster at {self.address} cannot do its work: {error}") from error
            finally:
                if task.done():
                    self._in_works.discard(task)

    def settle(self) -> None:
        """Wait until nothing is in the works."""
        from distributed import wait

        if self._in_works:
            with self._client.as_current():
                wait(tuple(self._in_works))

    def close(self) -> None:
        """Leave; the scheduler forgets what was in the works."""
        self._in_works.clear()
        self._client.close()


# --- a site -----------------------------------------------------------------------------------


def each(
    address: str, versions: Callable[[], object], work: Callable[[Item], Result], items: Iterable[Item]
) -> Iterator[Result | None]:
    """`work` of each of `items` on the cluster at `address`, in order; None where several workers died over it.

    Only so many of the items are taken as are in the works. `versions` is a function that another process finds by
    its name; a worker where it gives another value than here is refused. Raises Unreachable.
    """
    ours = versions()
    with closing(Tasks(address)) as tasks:
        line = deque["Future"]()
        for item in items:
            line.append(tasks.sent(_as_here, versions, ours, work, item))
            if len(line) >= tasks.width():
                yield tasks.result(line.popleft())
        while line:
            yield tasks.result(line.popleft())


# --- a crew -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Cluster:
    """A crew of the workers of the Dask scheduler at `address`. Raises Unreachable if there is none."""

    machine: Machine
    address: str
    work: Work = crew.answers
    batch: int = 32
    """A few seconds' work: then what Dask itself costs is nothing."""
    _tasks: Tasks = field(init=False)

    def __post_init__(self) -> None:
        """Connect."""
        self._tasks = Tasks(self.address)

    def width(self) -> int:
        """Two batches for each thread of the workers that are there now."""
        return self._tasks.width()

    def submit(self, articles: Sequence[Article]) -> Pending:
        """Hand the batch to the scheduler."""
        asked = tuple(articles)
        return partial(self._answers, self._sent(asked), asked)

    def close(self) -> None:
        """Leave; the scheduler forgets what was in the works."""
        self._tasks.close()

    def _sent(self, articles: Sequence[Article]) -> "Future":
        versions = partial(_of_reading, self.machine.model)
        return self._tasks.sent(_as_here, versions, versions(), partial(self.work, self.machine), articles)

    def _answers(self, task: "Future", articles: Sequence[Article]) -> Sequence[Answer]:
        """The answers; of a batch that workers died over, article by article with nothing else in the works."""
        found: Sequence[Answer] | None = self._tasks.result(task)
        if found is not None:
            return found
        self._tasks.settle()
        return [self._alone(article) for article in articles]

    def _alone(self, article: Article) -> Answer:
        found: Sequence[Answer] | None = self._tasks.result(self._sent((article,)))
        return Unread(DIED) if found is None else found[0]


# --- in the worker ----------------------------------------------------------------------------

_ONE = threading.Lock()
"""Neither the parser nor MkDocs is made for several threads, which a worker may have."""


def _of_reading(model: str) -> str | None:
    return readings.versions(model)


def _as_here(
    versions: Callable[[], object], ours: object, work: Callable[[Item], Result], item: Item
) -> Result:
    """`work(item)`, if it gives there what it would give here."""
    if versions() != ours:
        raise Unreachable("a worker has another version of this program, or of what it works with")
    with _ONE:
        return work(item)
