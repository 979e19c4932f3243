"""From an article's file to its parts; the inverse of layout.render.

Each problem found here makes it unsafe to change the file: a part might not be what it seems.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.articlefile.layout import (
    EMPTY,
    KEY,
    Block,
    Chunk,
    Fenced,
    Lines,
    Page,
    Section,
    Segments,
    entries,
    segment,
)
from generator.articlefile.markdown import unescape
from generator.ledger import shortened
from generator.model import Diagnostic
from generator.yamlfile import conflicts

FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<name>[\w-]*)\s*$")
OURS = re.compile(r"```(?:annotations|ledger)\s*$")
DELIMITER = re.compile(r"\ufeff?---\s*$")
CLOSING = re.compile(r"(?:---|\.\.\.)\s*$")
HEADING = re.compile(r"##[ \t]+(?P<name>Notes|Corrections)[ \t]*#*\s*$")
ITEM = re.compile(r"- (?:id|temporal|statement|event|issue|mention):(?: |$)")
"""How an item begins. A paragraph of the seed that begins so is escaped."""


def parse(source: str, path: str) -> Page:
    """The parts of `source`. What follows the last line break is a line too, so an empty one is kept."""
    newline = "\r\n" if source.count("\r\n") == source.count("\n") > 0 else "\n"
    lines = tuple(source.split(newline))
    problems = [*conflicts(lines, path)]
    body = 0
    opening: Lines = ()
    closing: Lines = ()
    front = EMPTY
    if DELIMITER.match(lines[0]):
        end = next((index for index, line in enumerate(lines) if index and CLOSING.match(line)), len(lines))
        opening, closing, body = lines[:1], lines[end : end + 1], end + 1
        front = _front(lines[1:end])
        problems += _front_problems(front, closing, path)
    tail = _tail_start(lines, body)
    sections = _sections(lines[body:tail], body + 1)
    problems += _body_problems(sections, path)
    fences = _fences(lines[tail:])
    problems += _tail_problems(fences, lines[tail:], tail + 1, path)
    return Page(
        newline=newline,
        opening=opening,
        front=front,
        closing=closing,
        sections=sections,
        tail=lines[tail:],
        tail_line=tail + 1,
        ledger=next((fence for fence in reversed(fences) if fence.name == "ledger"), None),
        corrections=tuple(fence for fence in fences if fence.name == "corrections"),
        notes=_notes(lines[tail:], fences),
        problems=tuple(problems),
    )


def _front(lines: Lines) -> Segments:
    segments = segment(lines, 2, KEY)
    return replace(segments, chunks=tuple(map(_with_list, segments.chunks)))


def _with_list(chunk: Chunk) -> Chunk:
    """The key `entities` with its list taken apart."""
    if chunk.name != "entities":
        return chunk
    head = next(index for index, line in enumerate(chunk.lines) if KEY.match(line)) + 1
    return replace(chunk, below=entries(chunk.lines[head:], chunk.line + head))


def _fences(lines: Sequence[str]) -> tuple[Fenced, ...]:
    """The fenced blocks in `lines`; one that nothing closes ends past the last line, or where ours begin."""
    found = []
    at = 0
    while at < len(lines):
        if match := FENCE.match(lines[at]):
            close = re.compile(rf"{re.escape(match['fence'])}{match['fence'][0]}*\s*$")
            # Where the next block of ours begins, the one before it was not closed.
            ends = (close, OURS) if match["name"] == "annotations" else (close,)
            fences = (i for i in range(at + 1, len(lines)) if lines[i].startswith(("`", "~")))
            end = next((i for i in fences if any(one.match(lines[i]) for one in ends)), len(lines))
            closed = end < len(lines) and bool(close.match(lines[end]))
            found.append(Fenced(match["name"], at + 1, end, closed))
            at = found[-1].past
        else:
            at += 1
    return tuple(found)


def _tail_start(lines: Lines, body: int) -> int:
    """Index of the first heading of the tail, or of the ledger, after `body` and outside of other fences."""
    fences = _fences(lines[body:])
    ledger = next((body + fence.start - 1 for fence in fences if fence.name == "ledger"), len(lines))
    quoted = {body + index for fence in fences for index in fence.lines()}
    headings = (index for index in range(body, ledger) if index not in quoted and HEADING.match(lines[index]))
    return next(headings, ledger)


def _sections(lines: Lines, line: int) -> tuple[Section, ...]:
    fences = {fence.start - 1: fence for fence in _fences(lines)}
    sections = [Section((), line, "", ())]
    at = 0
    while at < len(lines):
        start = at
        if fence := fences.get(at):
            at = fence.past
            inner = entries(lines[fence.start : fence.end], line + fence.start)
            block = Block(fence.name, lines[start : fence.start], inner, lines[fence.end : at], line + start)
            sections[-1] = replace(sections[-1], after=(*sections[-1].after, block))
            continue
        blank = not lines[at].strip()
        while at < len(lines) and at not in fences and (not lines[at].strip()) == blank:
            at += 1
        if blank:
            sections[-1] = replace(sections[-1], after=(*sections[-1].after, lines[start:at]))
        else:
            text = " ".join(unescape(" ".join(lines[start:at])).split())
            sections.append(Section(lines[start:at], line + start, text, ()))
    return tuple(sections)


def _notes(tail: Lines, fences: Sequence[Fenced]) -> str:
    """What is neither a heading of ours nor a block of ours."""
    ours = {index for fence in fences if fence.name in {"ledger", "corrections"} for index in fence.lines()}
    quoted = {index for fence in fences for index in fence.lines()}
    kept = [
        line
        for index, line in enumerate(tail)
        if index not in ours and (index in quoted or not HEADING.match(line))
    ]
    return "\n".join(kept).strip("\n")


# --- problems ---------------------------------------------------------------------------------


def _problem(code: str, path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, "error", path, message, line, 1, hint)


def _front_problems(front: Segments, closing: Lines, path: str) -> Iterator[Diagnostic]:
    if not closing:
        hint = 'End it with a line of three hyphens, "---".'
        yield _problem("front-matter-open", path, 1, "the front matter is not closed", hint)
    yield from strays(front, 2, path, "the front matter", 'Write "key: value", one a line.')
    for chunk in front.chunks:
        if chunk.below and chunk.below.chunks:
            head = chunk.line + len(chunk.lines) - len(list(chunk.below.lines()))
            yield from strays(chunk.below, head, path, "the entities", 'Begin each with "- id: ".')


def _body_problems(sections: Sequence[Section], path: str) -> Iterator[Diagnostic]:
    bare = next((one.line for one in sections if one.paragraph and ITEM.match(one.paragraph[0])), None)
    if bare:
        message = "these items stand in no block of annotations"
        hint = "Put a line ```annotations above them, and a line of three backticks below."
        yield _problem("block-missing", path, bare, message, hint)
    for section in sections:
        for part in section.after:
            if not isinstance(part, Block):
                continue
            if not part.closing:
                yield _open(part.name, part.line, path)
            elif part.name != "annotations":
                what = f'a block "{part.name}"' if part.name else "a block without a name"
                message = f"{what} cannot stand among the paragraphs"
                hint = "Call it annotations, or move it below ## Notes."
                yield _problem("unknown-block", path, part.line, message, hint)
            yield from strays(
                part.segments, part.line + 1, path, "the annotations", 'Begin each item with "- ".'
            )


def _tail_problems(fences: Sequence[Fenced], lines: Lines, line: int, path: str) -> Iterator[Diagnostic]:
    ours = [fence for fence in fences if fence.name in {"ledger", "corrections"}]
    if not any(fence.name == "ledger" for fence in ours):
        # A block of the notes that nobody closed goes on to the end of the ledger.
        holds = (fence for fence in fences if any(map(OURS.match, lines[fence.start : fence.end])))
        yield from (_open(fence.name, line + fence.start - 1, path) for fence in holds)
    for fence in ours:
        if not fence.closed:
            yield _open(fence.name, line + fence.start - 1, path)
    ledgers = [fence for fence in ours if fence.name == "ledger"]
    if len(ledgers) > 1:
        hint = "Keep one of the two; if the file was copied together, the one that belongs to its text."
        yield _problem("two-ledgers", path, line + ledgers[1].start - 1, "this is a second ledger", hint)


def _open(name: str, line: int, path: str) -> Diagnostic:
    hint = "End it with a line of three backticks, ```."
    return _problem("block-open", path, line, f"this block of {name or 'text'} is not closed", hint)


def strays(segments: Segments, line: int, path: str, where: str, hint: str) -> Iterator[Diagnostic]:
    """What stands before the first entry and is no comment."""
    for number, text in enumerate(segments.gaps[0], line):
        if text.strip() and not text.lstrip().startswith("#"):
            message = f"“{shortened(text, 60)}” belongs to nothing in {where}"
            stuck = re.match(r" *-(?=[a-z])", text)
            yield _problem(
                "not-a-list", path, number, message, "Put a blank after the hyphen." if stuck else hint
            )
            return
