# ruff: noqa: T201 - it is a command
"""`make bench`: what the work costs, as ratios measured in pairs in one run.

python -m bench [--pairs N] [NAME …]
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import spacy

from bench import dossiers
from generator import extract
from generator.model import Settings

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Work, what it is compared with, and the most that it may cost of it."""

    name: str
    work: Work
    baseline: Work
    at_most: float


def reading() -> Benchmark:
    """The machine's reading, one process, against the parser that it needs."""
    model = Settings().model
    articles = [article for article, _ in dossiers.told(60)]
    plain = spacy.load(model)
    return Benchmark(
        "dossier's reading ÷ spaCy's pipe",
        lambda: list(extract.read(articles, model)),
        lambda: list(plain.pipe(article.text for article in articles)),
        1.2,
    )


BENCHMARKS: tuple[tuple[str, Callable[[], Benchmark]], ...] = (("reading", reading),)


def main() -> None:
    """Run those that are named, or all."""
    parser = argparse.ArgumentParser(prog="bench", description="What the work costs, as ratios.")
    parser.add_argument("names", nargs="*", help=", ".join(name for name, _ in BENCHMARKS))
    parser.add_argument("--pairs", type=int, default=5, help="how often each pair is measured")
    options = parser.parse_args()
    for name, prepare in BENCHMARKS:
        if not options.names or name in options.names:
            tell(prepare(), options.pairs)


def tell(benchmark: Benchmark, pairs: int) -> None:
    """Measure in turns, so that a slower moment of the machine meets both."""
    benchmark.work()
    benchmark.baseline()
    ratios = [seconds(benchmark.work) / seconds(benchmark.baseline) for _ in range(pairs)]
    verdict = "" if statistics.median(ratios) <= benchmark.at_most else "  TOO MUCH"
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(
        f"{benchmark.name}: {statistics.median(ratios):.2f} ({spread}), at most {benchmark.at_most}{verdict}"
    )


def seconds(work: Work) -> float:
    """Of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
