"""A crew on a Dask cluster: `dossier annotate --cluster tcp://HOST:8786`. The only module that imports Dask.

Its workers need the same version of this program, with the extras [extract] and [cluster]; docs/scale.md says how
to start them. Dask gives a lost worker's batch to another. A batch that several workers died over is read one by
one while nothing else is in the works, so that the blame falls on the right article.
"""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from generator import crew, readings
from generator.crew import Answer, Ask, NoModel, Unreachable, Work
from generator.model import Article
from generator.readings import Machine, Unread

if TYPE_CHECKING:
    from distributed import Client, Future, KilledWorker

DIED = "the workers that read it ended, one after the other"
PATIENCE = 10
"""Seconds to wait for the scheduler to answer."""
PATIENCES = 6
"""So many times that a cluster may be without workers before it is given up."""


@dataclass(slots=True)
class Cluster:
    """The workers of the Dask scheduler at `address`. Raises Unreachable if there is none."""

    machine: Machine
    address: str
    work: Work = crew.answers
    batch: int = 32
    """A few seconds' work: then what Dask itself costs is nothing."""
    _client: "Client" = field(init=False)
    _in_works: "set[Future]" = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """Connect, without becoming anybody else's default."""
        import distributed

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is raised
        try:
            self._client = distributed.Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise Unreachable(f"no Dask scheduler answers at {self.address}: {error}") from error

    def width(self) -> int:
        """Two batches for each thread of the workers that are there now."""
        threads: int = sum(self._client.nthreads().values())
        return max(2, 2 * threads)

    def submit(self, articles: Sequence[Article]) -> Ask:
        """Hand the batch to the scheduler."""
        asked = tuple(articles)
        return partial(self._answers, self._sent(asked), asked)

    def close(self) -> None:
        """Leave; the scheduler forgets what was in the works."""
        self._in_works.clear()
        self._client.close()

    def _sent(self, articles: Sequence[Article]) -> "Future":
        versions = readings.versions(self.machine.model)
        task = self._client.submit(_work, self.work, self.machine, versions, articles, pure=False)
        self._in_works.add(task)
        return task

    def _answers(self, task: "Future", articles: Sequence[Article]) -> Sequence[Answer]:
        """The answers; of a batch that workers died over, article by article with nothing else in the works."""
        from distributed import wait

        found = self._result(task)
        if isinstance(found, Sequence):
            return found
        if self._in_works:
            with self._client.as_current():
                wait(tuple(self._in_works))
        alone = [self._result(self._sent((article,))) for article in articles]
        return [one[0] if isinstance(one, Sequence) else Unread(DIED) for one in alone]

    def _result(self, task: "Future") -> "Sequence[Answer] | KilledWorker":
        """The answers, or that workers died over the task. Raises Unreachable."""
        from distributed import KilledWorker

        missed = 0
        while True:
            try:
                answers: Sequence[Answer] = task.result(timeout=PATIENCE)
                break
            except KilledWorker as killed:
                self._in_works.discard(task)
                return killed
            except (NoModel, Unreachable):
                raise
            except TimeoutError:
                missed = 0 if self._client.nthreads() else missed + 1
                if missed == PATIENCES:
                    raise Unreachable(f"the cluster at {self.address} has no workers") from None
            except Exception as error:
                raise Unreachable(f"the cluster at {self.address} cannot read: {error}") from error
        self._in_works.discard(task)
        return answers


_ONE = threading.Lock()
"""The parser is not made for several threads, which a worker may have."""


def _work(work: Work, machine: Machine, versions: str | None, articles: Sequence[Article]) -> list[Answer]:
    """A task, in the worker."""
    if readings.versions(machine.model) != versions:
        raise Unreachable("a worker has another version of this program, of spaCy or of the model")
    with _ONE:
        return work(machine, articles)
