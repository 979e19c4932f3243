"""The lines of an article's file, in their parts, so that a part can be changed without touching any other.

`parse` takes every line into exactly one part, and `render` is its inverse, byte for byte. Nothing of YAML is
read here: an item begins where its line says so, and reaches to its last line that is not blank.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.articlefile.markdown import unescape
from generator.model import Diagnostic

Lines = tuple[str, ...]

FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<name>[\w-]*)[ \t]*$")
DELIMITER = re.compile(r"---[ \t]*$")
CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*$")
NOTES = re.compile(r"##[ \t]+Notes[ \t]*#*[ \t]*$")
CORRECTIONS = re.compile(r"##[ \t]+Corrections[ \t]*#*[ \t]*$")
CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")
KEY = re.compile(r"""(?P<name>[^\s#"'\-\[{][^:#]*?|"[^"]*"|'[^']*')[ \t]*:(?=[ \t]|$)""")
ENTRY = re.compile(r"(?P<indent> *)-(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """An item of a list, or a key of the front matter: its lines, comments above it included."""

    lines: Lines
    line: int
    """Of the file, counted from 1; 0 if it is new."""
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


@dataclass(frozen=True, slots=True)
class Block:
    """Annotations in their fence."""

    opening: str
    segments: Segments
    closing: str
    line: int

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        yield self.opening
        yield from self.segments.lines()
        yield self.closing


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph, and what stands between it and the next."""

    paragraph: Lines
    """Empty for what stands before the first paragraph."""
    line: int
    text: str
    after: tuple[Lines | Block, ...]
    """Blank lines, and blocks."""

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        yield from self.paragraph
        for part in self.after:
            yield from part.lines() if isinstance(part, Block) else part


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fence in the tail: where its inner lines are, as indices into the tail."""

    start: int
    end: int


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
    corrections: tuple[Fenced, ...]
    notes: str
    problems: tuple[Diagnostic, ...]
    """Each makes it unsafe to change the file."""

    def lines(self) -> Iterator[str]:
        """All of it, in order."""
        yield from self.opening
        yield from self.front.lines()
        yield from self.closing
        for section in self.sections:
            yield from section.lines()
        yield from self.tail


def render(page: Page) -> str:
    """The file that `page` was parsed from, with what was changed in it."""
    return page.newline.join(page.lines())


def parse(source: str, path: str) -> Page:
    """The parts of `source`. What follows the last line break is a line too, so an empty one is kept."""
    newline = "\r\n" if source.count("\r\n") * 2 > source.count("\n") else "\n"
    lines = tuple(source.split(newline))
    problems = list(_conflicts(lines, path))
    at = 0
    opening, front, closing = (), Segments(((),), ()), ()
    if lines and DELIMITER.match(lines[0].removeprefix("\ufeff")):
        end = next((i for i, line in enumerate(lines) if i and CLOSING.match(line)), None)
        if end is None:
            hint = "End it with a line of three hyphens."
            problems.append(
                Diagnostic("front-matter-open", "error", path, "the front matter is not closed", 1, 1, hint)
            )
            end = len(lines)
        opening, closing = lines[:1], lines[end : end + 1]
        front = _front(lines[1:end], 2, path, problems)
        at = end + 1
    tail_at = _tail_start(lines, at)
    sections = _sections(lines[at:tail_at], at + 1, path, problems)
    tail = lines[tail_at:]
    ledger, corrections, notes = _tail(tail, tail_at + 1, path, problems)
    return Page(
        newline,
        opening,
        front,
        closing,
        sections,
        tail,
        tail_at + 1,
        ledger,
        corrections,
        notes,
        tuple(problems),
    )


def segment(lines: Lines, line: int, header: re.Pattern[str], indent: int = 0) -> Segments:
    """`lines`, the first of which is line `line`, cut before each that `header` matches.

    A comment belongs to the item below it if it touches it, else to the item above if it touches that or is
    indented as its contents are, else to nobody.
    """
    starts = [index for index, text in enumerate(lines) if header.match(text)]
    if not starts:
        return Segments((lines,), ())
    edges: list[tuple[int, int]] = []
    for start, limit in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = start
        floor = edges[-1][1] if edges else 0
        while first > floor and _comment(lines[first - 1], indent):
            first -= 1
        end = start + 1
        for index in range(start + 1, limit):
            if lines[index].strip() and not _comment(lines[index], indent):
                end = index + 1
        if limit == len(lines) or not _touches_next(lines, end, limit, indent):
            while end < limit and _comment(lines[end], indent):
                end += 1
        edges.append((first, end))
    gaps = [
        lines[before:first]
        for before, first in zip([0, *(end for _, end in edges)], [first for first, _ in edges], strict=False)
    ]
    gaps.append(lines[edges[-1][1] :])
    chunks = tuple(
        Chunk(lines[first:end], line + first, _name(header, lines[start]))
        for (first, end), start in zip(edges, starts, strict=True)
    )
    return Segments(tuple(gaps), chunks)


def _touches_next(lines: Lines, end: int, limit: int, indent: int) -> bool:
    """Whether the comment at `end` runs without a blank line into the item at `limit`."""
    return end < limit and all(_comment(line, indent) for line in lines[end:limit])


def _comment(line: str, indent: int) -> bool:
    """Whether `line` is a comment that stands no deeper than the items themselves."""
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= indent


def _name(header: re.Pattern[str], line: str) -> str:
    match = header.match(line)
    return match.groupdict().get("name", "").strip("\"'") if match else ""


def _front(lines: Lines, line: int, path: str, problems: list[Diagnostic]) -> Segments:
    segments = segment(lines, line, KEY)
    problems += _strays(segments.gaps[0], line, path, "front matter", 'Write "key: value", one a line.')
    chunks = []
    for chunk in segments.chunks:
        if chunk.name == "entities":
            head = next(i for i, text in enumerate(chunk.lines) if KEY.match(text)) + 1
            rest = chunk.lines[head:]
            chunk = replace(chunk, below=entries(rest, chunk.line + head))
            if chunk.below:
                problems += _strays(
                    chunk.below.gaps[0], chunk.line + head, path, "entities", 'Begin each with "- id: ".'
                )
        chunks.append(chunk)
    return replace(segments, chunks=tuple(chunks))


def entries(lines: Lines, line: int) -> Segments:
    """The items of a list, which begin with a hyphen as far in as the first one does."""
    first = next((match for match in map(ENTRY.match, lines) if match), None)
    indent = len(first["indent"]) if first else 0
    return segment(lines, line, re.compile(f" {{{indent}}}-(?=[ \t]|$)"), indent)


def _strays(gap: Lines, line: int, path: str, where: str, hint: str) -> Iterator[Diagnostic]:
    for number, text in enumerate(gap, line):
        if text.strip() and not text.lstrip().startswith("#"):
            yield Diagnostic(
                "not-a-list" if where != "front matter" else "yaml-syntax",
                "error",
                path,
                f"this belongs to nothing in the {where}",
                number,
                1,
                hint,
            )
            return


def _conflicts(lines: Lines, path: str) -> Iterator[Diagnostic]:
    for number, text in enumerate(lines, 1):
        if CONFLICT.match(text):
            hint = "Keep the lines that are right, and delete the markers of git."
            yield Diagnostic(
                "merge-conflict", "error", path, "a conflict of git is not resolved", number, 1, hint
            )
            return


def _fences(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each fence; the end is that of its closing line, or past all lines without one."""
    at = 0
    while at < len(lines):
        match = FENCE.match(lines[at])
        if match:
            close = re.compile(rf"{re.escape(match['fence'])}{match['fence'][0]}*[ \t]*$")
            end = next((i for i in range(at + 1, len(lines)) if close.match(lines[i])), len(lines))
            yield at, end, match["name"]
            at = end
        at += 1


def _tail_start(lines: Lines, at: int) -> int:
    """Index of the first line of notes, corrections or ledger after `at`, outside of any other fence."""
    inside = {
        i
        for start, end, name in _fences(lines[at:])
        if name != "ledger"
        for i in range(at + start, at + end + 1)
    }
    for index in range(at, len(lines)):
        if index in inside:
            continue
        match = FENCE.match(lines[index])
        if (
            NOTES.match(lines[index])
            or CORRECTIONS.match(lines[index])
            or (match and match["name"] == "ledger")
        ):
            return index
    return len(lines)


def _sections(lines: Lines, line: int, path: str, problems: list[Diagnostic]) -> tuple[Section, ...]:
    fences = {start: (end, name) for start, end, name in _fences(lines)}
    sections = [Section((), line, "", ())]
    at = 0
    while at < len(lines):
        start = at
        if at in fences:
            end, name = fences[at]
            if end >= len(lines):
                problems.append(
                    Diagnostic(
                        "block-open",
                        "error",
                        path,
                        f"this block of {name or 'text'} is not closed",
                        line + at,
                        1,
                        "End it with a line of three backticks.",
                    )
                )
            elif name != "annotations":
                problems.append(
                    Diagnostic(
                        "unknown-block",
                        "error",
                        path,
                        f'a block "{name}" cannot stand among the paragraphs',
                        line + at,
                        1,
                        "Call it annotations, or move it below ## Notes.",
                    )
                )
            segments = entries(lines[at + 1 : end], line + at + 1)
            problems += _strays(
                segments.gaps[0], line + at + 1, path, "annotations", 'Begin each item with "- ".'
            )
            part: Lines | Block = Block(lines[at], segments, "".join(lines[end : end + 1]), line + at)
            at = min(end + 1, len(lines))
            sections[-1] = replace(sections[-1], after=(*sections[-1].after, part))
        elif not lines[at].strip():
            while at < len(lines) and not lines[at].strip():
                at += 1
            sections[-1] = replace(sections[-1], after=(*sections[-1].after, lines[start:at]))
        else:
            while at < len(lines) and lines[at].strip() and at not in fences:
                at += 1
            text = " ".join(unescape(" ".join(lines[start:at])).split())
            sections.append(Section(lines[start:at], line + start, text, ()))
    return tuple(sections)


def _tail(
    tail: Lines, line: int, path: str, problems: list[Diagnostic]
) -> tuple[Fenced | None, tuple[Fenced, ...], str]:
    ledgers: list[Fenced] = []
    corrections: list[Fenced] = []
    taken: set[int] = set()
    for start, end, name in _fences(tail):
        if name in {"ledger", "corrections"}:
            if end >= len(tail):
                problems.append(
                    Diagnostic(
                        "block-open",
                        "error",
                        path,
                        f"this block of {name} is not closed",
                        line + start,
                        1,
                        "End it with a line of three backticks.",
                    )
                )
            (ledgers if name == "ledger" else corrections).append(Fenced(start + 1, end))
            taken.update(range(start, end + 1))
        else:
            taken.update()
    if len(ledgers) > 1:
        problems.append(
            Diagnostic(
                "two-ledgers",
                "error",
                path,
                "a second ledger",
                line + ledgers[1].start - 1,
                1,
                "Keep the one that belongs to this file.",
            )
        )
    notes: list[str] = []
    on = False
    quoted = {i for start, end, _ in _fences(tail) for i in range(start, end + 1)}
    for index, text in enumerate(tail):
        if index in taken:
            continue
        if index not in quoted and (NOTES.match(text) or CORRECTIONS.match(text)):
            on = bool(NOTES.match(text))
            continue
        if on or index in quoted or text.strip():
            notes.append(text)
    return (ledgers[-1] if ledgers else None), tuple(corrections), "\n".join(notes).strip("\n")
