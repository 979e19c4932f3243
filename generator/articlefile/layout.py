"""The lines of an article's file, in their parts, so that a part can be changed without touching any other.

Every line belongs to exactly one part, and `render` puts them together again, byte for byte. Nothing of YAML
is read here: an item begins where its line says so, and reaches to its last line that is not blank.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Diagnostic

Lines = tuple[str, ...]

KEY = re.compile(r"""(?P<name>[^\s#"'\-\[{][^:#]*?|"[^"]*"|'[^']*')[ \t]*:(?=\s|$)""")
ENTRY = re.compile(r"(?P<indent> *)-(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """An item of a list, or a key of the front matter: its lines, comments on it included."""

    lines: Lines
    line: int
    """Of the file, counted from 1; 0 or less if it is new."""
    name: str = ""
    """The key, in front matter."""
    below: "Segments | None" = None
    """For the list of entities: its items, which are the last of `lines`."""


@dataclass(frozen=True, slots=True)
class Segments:
    """A list of chunks and, before, between and after them, the lines that belong to none."""

    gaps: tuple[Lines, ...]
    """One more than there are chunks."""
    chunks: tuple[Chunk, ...]

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        for gap, chunk in zip(self.gaps, self.chunks, strict=False):
            yield from gap
            yield from chunk.lines
        yield from self.gaps[-1]


EMPTY = Segments(((),), ())


@dataclass(frozen=True, slots=True)
class Block:
    """A list in its fence, among the paragraphs."""

    name: str
    opening: Lines
    segments: Segments
    closing: Lines
    """Empty if nothing closes it."""
    line: int

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        yield from self.opening
        yield from self.segments.lines()
        yield from self.closing


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph, and what stands between it and the next."""

    paragraph: Lines
    """Empty for what stands before the first paragraph."""
    line: int
    text: str
    """What the paragraph says, in normal form."""
    after: tuple[Lines | Block, ...]
    """Blank lines, and blocks."""

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        yield from self.paragraph
        for part in self.after:
            yield from part.lines() if isinstance(part, Block) else part


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fenced block of some lines, by index: from the first within the fence to the line that closes it."""

    name: str
    start: int
    end: int
    closed: bool

    @property
    def past(self) -> int:
        """Index of the first line after it."""
        return self.end + self.closed

    def lines(self) -> range:
        """The indices of all its lines, both fences included."""
        return range(self.start - 1, self.past)


@dataclass(frozen=True, slots=True)
class Page:
    """An article's file."""

    newline: str
    opening: Lines
    """The line of hyphens; empty without front matter."""
    front: Segments
    closing: Lines
    sections: tuple[Section, ...]
    """The first has no paragraph."""
    tail: Lines
    """Notes, corrections and ledger."""
    tail_line: int
    ledger: Fenced | None
    """By index into the tail, as are the corrections."""
    corrections: tuple[Fenced, ...]
    notes: str
    problems: tuple[Diagnostic, ...]

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        yield from self.opening
        yield from self.front.lines()
        yield from self.closing
        for section in self.sections:
            yield from section.lines()
        yield from self.tail


def render(page: Page) -> str:
    """The file that `page` was taken from, with what was changed in it."""
    return page.newline.join(page.lines())


def entries(lines: Lines, line: int) -> Segments:
    """The items of a list, which begin with a hyphen as far in as the first one does."""
    first = next((match for match in map(ENTRY.match, lines) if match), None)
    indent = len(first["indent"]) if first else 0
    return segment(lines, line, re.compile(rf" {{{indent}}}-(?=\s|$)"), indent)


def segment(lines: Lines, line: int, header: re.Pattern[str], indent: int = 0) -> Segments:
    """`lines`, the first of which is line `line`, cut before each that `header` matches.

    A comment belongs to the item below it if it touches it, else to the item above if it touches that or is
    indented as its contents are, else to nobody.
    """
    starts = [index for index, text in enumerate(lines) if header.match(text)]
    edges: list[tuple[int, int]] = []
    for start, limit in zip(starts, [*starts[1:], len(lines)], strict=False):
        first, floor = start, edges[-1][1] if edges else 0
        while first > floor and _is_comment(lines[first - 1], indent):
            first -= 1
        edges.append((first, _end(lines, start, limit, indent)))
    firsts, ends = [first for first, _ in edges], [end for _, end in edges]
    gaps = tuple(lines[end:first] for end, first in zip([0, *ends], [*firsts, len(lines)], strict=True))
    chunks = tuple(
        Chunk(lines[first:end], line + first, _name(header, lines[start]))
        for (first, end), start in zip(edges, starts, strict=True)
    )
    return Segments(gaps, chunks)


def _end(lines: Lines, start: int, limit: int, indent: int) -> int:
    """Past the last line of the item at `start`; at `limit` the next one begins, or the list ends."""
    own = [i for i in range(start, limit) if lines[i].strip() and not _is_comment(lines[i], indent)]
    end = own[-1] + 1
    touching = end
    while touching < limit and _is_comment(lines[touching], indent):
        touching += 1
    # Comments that reach down to the next item are that one's.
    return end if touching == limit < len(lines) else touching


def _is_comment(line: str, indent: int) -> bool:
    """Whether `line` is a comment that stands no deeper than the items themselves."""
    bare = line.lstrip()
    return bare.startswith("#") and len(line) - len(bare) <= indent


def _name(header: re.Pattern[str], line: str) -> str:
    match = header.match(line)
    return (match.groupdict().get("name") or "").strip("\"'") if match else ""
