"""How work is measured against other work: in turns, so that a slower moment of the machine meets both."""

import math
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]
IDLE = 0.05
"""Seconds of processor time: who takes less only waits."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Work, what it is compared with, and the most that it may cost of it."""

    name: str
    size: int
    """Articles."""
    work: Work
    baseline: Work
    at_most: float
    before: Work = lambda: None
    """Done before each time the work is, and not measured."""
    after: Work = lambda: None
    """Done once all is measured."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """What the work took, of what the baseline took right after it."""

    waited: float
    """By the clock on the wall."""
    worked: float
    """Of processor time, that of other processes included which were begun for it; nan: the baseline only waits."""


def measured(benchmark: Benchmark, pairs: int) -> list[Ratio]:
    """So many pairs; before them both are done once, for what is only slow the first time."""
    found = []
    try:
        _taken(benchmark.baseline)
        for number in range(pairs + 1):
            benchmark.before()
            (waited, worked), (other_waited, other_worked) = (
                _taken(benchmark.work),
                _taken(benchmark.baseline),
            )
            of_processor = worked / other_worked if other_worked > IDLE else math.nan
            found += [Ratio(waited / other_waited, of_processor)] if number else []
    finally:
        benchmark.after()
    return found


def _taken(work: Work) -> tuple[float, float]:
    """Seconds on the wall, and of processor time."""
    waited, worked = time.perf_counter(), _processor()
    work()
    return time.perf_counter() - waited, _processor() - worked


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
