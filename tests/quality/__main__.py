# ruff: noqa: T201 - it is a command
"""`make quality`: measure, print beside the figures on record, say what fell.

python -m quality [--errors N] [--record "what changed"]
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from quality import gold, machine, record
from quality.counting import Found
from quality.measures import measure

ROOT = Path(__file__).parent.parent.parent
INVENTED = ROOT / "tests" / "dossiers" / "varne-line"
APART = ROOT / "tests" / "dossiers" / "st-orrans"
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "quality.md"
SAMPLE = "000_be59801816a10d0e.txt"
BENCH_LINE = re.compile(r"^  (\w[\w ]*?) {2,}(?:[\d.]+/[\d.]+/)?([\d.]+)$", re.MULTILINE)


def main() -> None:
    """Run every set that is there."""
    parser = argparse.ArgumentParser(prog="quality", description="How much of the gold the machine reads.")
    parser.add_argument("--errors", type=int, default=0, help="print the first N misses of each measure")
    parser.add_argument(
        "--record", metavar="WHAT", help="add the figures to docs/quality.md, with what changed"
    )
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    today = datetime.now(UTC).date().isoformat()
    new = []
    for of, figures in measured(options.errors, page).items():
        for name in record.fallen(record.last(page, of), figures):
            print(f"FELL  {of}: {name} {record.last(page, of)[name]:.1f} → {figures.get(name, 0.0):.1f}")
        new.append(record.Row(today, options.record or "", of, figures))
    if options.record:
        PAGE.write_text(record.added(page, new), encoding="utf-8")


def measured(errors: int, page: str) -> dict[str, Mapping[str, float]]:
    """Figures by set of articles, each printed when it is known."""
    sets: dict[str, Mapping[str, float]] = {}
    if (SHARED / "bench").exists():
        sets |= bench(errors)
    sets["invented"] = dossier(INVENTED, gold.load(INVENTED / "gold.yml"), "invented", errors, page)
    # Nobody tunes to it: its misses are never listed.
    sets["apart"] = dossier(APART, gold.load(APART / "gold.yml"), "apart", 0, page)
    if (SHARED / "gold-seed.yml").exists():
        sample = gold.load(SHARED / "gold-seed.yml", SAMPLE)
        sets["sample"] = dossier(ROOT, sample, "sample", errors, page)
    return sets


def dossier(root: Path, wanted: gold.Gold, of: str, errors: int, page: str) -> Mapping[str, float]:
    """Measure one dossier and print its table."""
    found = measure(wanted, machine.run(root, wanted))
    print(table(of, found, record.last(page, of)))
    for name in found.tallies:
        for miss in [miss for miss in found.misses if miss.measure == name][:errors]:
            print(f"  {name}: {miss.article} | {miss.what} | {miss.reason}")
    return figures(found)


def figures(found: Found) -> dict[str, float]:
    """Measure → F, which for a share is the share."""
    return {name: round(tally.f, 1) for name, tally in sorted(found.tallies.items())}


def table(of: str, found: Found, before: Mapping[str, float]) -> str:
    """Precision, recall and F of each measure beside the last F on record."""
    lines = [f"== {of}", f"  {'':18} {'P':>5} {'R':>5} {'F':>5}  before  right of gold"]
    for name, tally in sorted(found.tallies.items()):
        last = f"{before[name]:6.1f}" if name in before else "     –"
        counts = f"{tally.hits:.0f} of {tally.gold:.0f}"
        lines.append(
            f"  {name:18} {tally.precision:5.1f} {tally.recall:5.1f} {tally.f:5.1f}  {last}  {counts}"
        )
    return "\n".join(lines)


def bench(errors: int) -> dict[str, Mapping[str, float]]:
    """The scorer's own figures on articles that others annotated."""
    score = SHARED / "bench" / "score.py"
    sets = sorted(map(str, (SHARED / "bench" / "dev").glob("*.jsonl")))
    done = subprocess.run(
        [sys.executable, str(score), *sets, "--errors", str(errors)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    print(done.stdout)
    parts = re.split(r"^== ([\w-]+):.*$", done.stdout, flags=re.MULTILINE)[1:]
    return {
        name: {label.strip(): float(value) for label, value in BENCH_LINE.findall(body)}
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


main()
