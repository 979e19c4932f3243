"""Changing an article's file item by item, without touching another byte.

Each function returns new parts. Putting an item in and taking it out again gives the same lines.
"""

from dataclasses import replace

from generator.articlefile.layout import EMPTY, Block, Chunk, Lines, Page, Section, Segments
from generator.ledger import fingerprint

BLANK: Lines = ("",)
OPENING: Lines = ("```annotations",)
CLOSING: Lines = ("```",)


def position(segments: Segments, line: int) -> int:
    """Index of the chunk that begins at `line` of the file."""
    return next(index for index, chunk in enumerate(segments.chunks) if chunk.line == line)


def changed(segments: Segments, index: int, lines: Lines) -> Segments:
    """With other lines for the chunk at `index`."""
    chunks = list(segments.chunks)
    chunks[index] = replace(chunks[index], lines=lines, below=None)
    return replace(segments, chunks=tuple(chunks))


def removed(segments: Segments, index: int) -> Segments:
    """Without the chunk at `index`, and without the blank line that kept it from its neighbour."""
    before, after = segments.gaps[index], segments.gaps[index + 1]
    rest = before if _blank(after) else before + after
    joined = after if index > 0 and _blank(before) else rest
    return Segments(
        (*segments.gaps[:index], joined, *segments.gaps[index + 2 :]),
        (*segments.chunks[:index], *segments.chunks[index + 1 :]),
    )


def rewritten(segments: Segments, index: int, lines: Lines | None) -> Segments:
    """With `lines` for the chunk at `index`, without it where they are None; what is the same keeps its bytes."""
    if lines is None:
        return removed(segments, index)
    same = fingerprint(lines) == fingerprint(segments.chunks[index].lines)
    return segments if same else changed(segments, index, lines)


def inserted(
    segments: Segments, index: int, lines: Lines, *, gap: Lines = BLANK, line: int = 0, name: str = ""
) -> Segments:
    """With a new chunk that becomes the one at `index`, and `gap` between it and its neighbour.

    `line` is what `position` will find it by.
    """
    chunk = Chunk(lines, line, name)
    if not segments.chunks:
        last = segments.gaps[0]
        before = (*last, *gap) if last and last[-1].strip() else last
        return Segments((before, ()), (chunk,))
    gaps = list(segments.gaps)
    if index == 0:
        gaps[0:1] = [gaps[0], gap]
    else:
        gaps[index : index + 1] = [gap, gaps[index]]
    return Segments(tuple(gaps), (*segments.chunks[:index], chunk, *segments.chunks[index:]))


def _blank(gap: Lines) -> bool:
    return not any(line.strip() for line in gap)


def without_empty_blocks(section: Section) -> Section:
    """Without the blocks that hold nothing, and without the blank lines above them."""
    parts: list[Lines | Block] = []
    for part in section.after:
        if isinstance(part, Block) and not part.segments.chunks and _blank(part.segments.gaps[0]):
            if parts and not isinstance(parts[-1], Block):
                parts.pop()
            continue
        parts.append(part)
    return replace(section, after=tuple(parts))


def with_new_block(section: Section, lines: Lines, line: int) -> Section:
    """With a block directly below the paragraph, which holds one chunk, or none if there are no lines."""
    segments = inserted(EMPTY, 0, lines, line=line) if lines else EMPTY
    return replace(
        section, after=(BLANK, Block("annotations", OPENING, segments, CLOSING, 0), *section.after)
    )


def with_tail(page: Page, lines: Lines) -> Page:
    """With other lines in the ledger; a new one goes to the end of the file."""
    if page.ledger:
        start, end = page.ledger.start, page.ledger.end
        return replace(page, tail=(*page.tail[:start], *lines, *page.tail[end:]))
    body = list(page.tail)
    while body and not body[-1].strip():
        body.pop()
    gap = BLANK if body or not _ends_blank(page) else ()
    return replace(page, tail=(*body, *gap, "```ledger", *lines, *CLOSING, ""))


def _ends_blank(page: Page) -> bool:
    lines = list(replace(page, tail=()).lines())
    return bool(lines) and not lines[-1].strip()
