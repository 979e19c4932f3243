# ruff: noqa: T201 - it is a command
"""`make bench`: what the work costs, as ratios measured in pairs in one run.

python -m bench [--pairs N] [--size ARTICLES] [--record] [NAME …]

A Benchmark makes rows of the table; to add one, write a function from the size to it and a line in BENCHMARKS.
"""

import argparse
import math
import os
import statistics
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import annotating, building, serving
from bench.measuring import Benchmark, Ratio, Row, measured

HISTORY = Path(__file__).parent.parent.parent / "docs" / "bench.md"
SIZES = (100, 1_000, 10_000)

BENCHMARKS: tuple[tuple[str, Callable[[Path, int], Benchmark]], ...] = (
    ("reading", annotating.reading),
    ("annotate", annotating.annotate),
    ("build", building.build),
    ("search", building.search),
    ("save", serving.save),
)
"""Name → (an empty folder to work in, number of articles) → the benchmark."""

HEADER = (
    "| work ÷ what it is compared with | articles | median | from, to | of processor time | at most | |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)


def main() -> None:
    """Run those that are named, or all, and print the table."""
    parser = argparse.ArgumentParser(prog="bench", description="What the work costs, as ratios.")
    parser.add_argument("names", nargs="*", help=", ".join(name for name, _ in BENCHMARKS))
    parser.add_argument("--pairs", type=int, default=5, help="how often each pair is measured")
    parser.add_argument("--size", type=int, default=SIZES[0], help=f"articles: {SIZES}, or any other")
    parser.add_argument("--record", action="store_true", help=f"append the table to docs/{HISTORY.name}")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever runs a program twice has it compiled
    table = []
    for text in chain(HEADER, rows(options.names, options.size, options.pairs)):
        print(text, flush=True)
        table.append(text)
    if options.record:
        day = datetime.now().astimezone().date().isoformat()
        with HISTORY.open("a", encoding="utf-8") as file:
            file.write("\n".join((f"\n## {day}, {annotating.commit()}", "", *table, "")))


def rows(names: Iterable[str], size: int, turns: int) -> Iterator[str]:
    """The lines of each benchmark."""
    for name, prepare in BENCHMARKS:
        if not names or name in names:
            with TemporaryDirectory(prefix="dossier-bench-") as folder:
                benchmark = prepare(Path(folder), size)
                for each, ratios in zip(benchmark.rows, measured(benchmark, turns), strict=True):
                    yield line(each, benchmark.size, ratios)


def line(row: Row, size: int, ratios: list[Ratio]) -> str:
    """The row as a line of the table; its median is of the time that a person waits."""
    waited = [ratio.waited for ratio in ratios]
    median = statistics.median(waited)
    worked = statistics.median(ratio.worked for ratio in ratios)
    verdict = "" if median <= row.at_most else "TOO MUCH"
    spread = f"{min(waited):.2f}, {max(waited):.2f}"
    cells = (
        row.name,
        size,
        f"{median:.2f}",
        spread,
        "–" if math.isnan(worked) else f"{worked:.2f}",
        "–" if math.isinf(row.at_most) else row.at_most,
        verdict,
    )
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
