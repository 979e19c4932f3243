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
class Row:
    """Work that is measured."""

    name: str
    work: Work
    at_most: float
    """What it may cost of what it is compared with."""
    before: Work = lambda: None
    """Done before each time, and not measured."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Works that are compared with one other."""

    size: int
    """Articles."""
    rows: tuple[Row, ...]
    baseline: Work
    after: Work = lambda: None
    """Done once all is measured."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """What the work took, of what the baseline took in the same turn."""

    waited: float
    """By the clock on the wall."""
    worked: float
    """Of processor time, that of other processes included which were begun for it; nan: the baseline only waits."""


def measured(benchmark: Benchmark, turns: int) -> list[list[Ratio]]:
    """For each row the ratios of so many turns, in which all works are done and then the baseline.

    Where there is more than one, another comes first, for what is only slow the first time.
    """
    found: list[list[Ratio]] = [[] for _ in benchmark.rows]
    try:
        for turn in range(turns + 1 if turns > 1 else 1):
            taken = []
            for row in benchmark.rows:
                row.before()
                taken.append(_taken(row.work))
            other_waited, other_worked = _taken(benchmark.baseline)
            for ratios, (waited, worked) in zip(found, taken, strict=True) if turn or turns == 1 else ():
                of_processor = worked / other_worked if other_worked > IDLE else math.nan
                ratios.append(Ratio(waited / other_waited, of_processor))
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
