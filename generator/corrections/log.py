"""The file content/corrections.tsv: a line for each correction. Git merges it by taking the lines of both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Correction, Diagnostic
from generator.yamlfile import conflicts, is_marker

HEADER = "date\tarticle\twhat\told\tnew\n"


@dataclass(frozen=True, slots=True, order=True)
class Logged:
    """A correction, and the id of the article that it was made in."""

    date: str
    """ISO 8601, of the day when it was recorded."""
    article: str
    what: str
    old: str
    new: str

    def correction(self) -> Correction:
        """As the article has it."""
        return Correction(self.date, self.what, self.old, self.new)


def parse(source: str, path: str) -> tuple[tuple[Logged, ...], tuple[Diagnostic, ...]]:
    """The corrections in `source`, oldest first, each once, and the lines that cannot be read."""
    found: set[Logged] = set()
    lines = source.removeprefix("\ufeff").splitlines()
    problems = [*conflicts(lines, path)]
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if not line.strip() or line == HEADER.strip("\n") or is_marker(line):
            continue
        if len(cells) == len(Logged.__slots__):
            found.add(Logged(*cells))
            continue
        hint = "A line is date, article, what, old and new, with a tab (not blanks) between two."
        problems.append(
            Diagnostic("corrections-line", "error", path, f"“{line[:60]}” is no correction", number, 1, hint)
        )
    return tuple(sorted(found)), tuple(problems)


def write(logged: Iterable[Logged]) -> str:
    """The file's source, sorted; `parse` reads it back."""
    lines = (
        "\t".join(" ".join(cell.split()) for cell in (one.date, one.article, one.what, one.old, one.new))
        for one in sorted(set(logged))
    )
    return HEADER + "".join(f"{line}\n" for line in lines)
