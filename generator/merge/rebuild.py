"""The new file: the lines of the old one, but for what was decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.articlefile.layout import Block, Lines, Page, Section, Segments
from generator.articlefile.markdown import escape
from generator.articlefile.splice import (
    BLANK,
    inserted,
    rewritten,
    with_new_block,
    without_empty_blocks,
)
from generator.merge.items import Decision, Order
from generator.merge.texts import Texts, paired
from generator.model import Span

Orders = Mapping[int, Order | None]
"""Line of a chunk → its place in the text."""


def rebuilt(
    page: Page, paragraphs: Sequence[Span], both: Texts, decisions: Sequence[Decision]
) -> tuple[Section, ...]:
    """The sections of the new file; `paragraphs` are those of the old one, in its own text.

    A chunk stays where it is unless it goes, or the paragraph it belongs to is another one now.
    """
    olds = _olds(page, paragraphs, both)
    home = {
        line: new for new, old in enumerate(olds) if old is not None for line in _chunks(page.sections[old])
    }
    by_line = {decision.line: decision for decision in decisions if decision.line}
    leaving = {line for line, decision in by_line.items() if _leaves(decision, home.get(line), both)}
    sections = []
    for new, old in enumerate(olds):
        section = _section(page, old, new, both)
        sections.append(_with_decisions(section, by_line, leaving))
    sections = _with_comments(sections, page, olds)
    orders = {line: decision.order for line, decision in by_line.items()}
    arriving = [d for d in decisions if d.lines is not None and (not d.line or d.line in leaving)]
    for number, decision in enumerate(sorted(arriving, key=_order), 1):
        index = _target(decision, page, paragraphs, both)
        orders[-number] = decision.order
        sections[index] = _with_chunk(sections[index], decision, -number, orders)
    tidy = [without_empty_blocks(section) for section in sections]
    return tuple(_spaced(tidy, before_tail=any(line.strip() for line in page.tail)))


def _olds(page: Page, paragraphs: Sequence[Span], both: Texts) -> list[int | None]:
    """For each section of the new file the index of the one it was; the first has no paragraph."""
    if len(page.sections) > 1 and both.same:
        return list(range(len(page.sections)))
    pairs = paired(paragraphs, both.new.paragraphs, both.offsets) if len(page.sections) > 1 else {}
    return [0, *(pairs[new] + 1 if new in pairs else None for new in range(len(both.new.paragraphs)))]


def _chunks(section: Section) -> Iterator[int]:
    for part in section.after:
        if isinstance(part, Block):
            yield from (chunk.line for chunk in part.segments.chunks)


def _leaves(decision: Decision, home: int | None, both: Texts) -> bool:
    """Whether a chunk of the old file must stand elsewhere in the new one, or its section is gone."""
    if home is None:
        return True
    if both.same or decision.paragraph is None:
        return False
    return home != decision.paragraph + 1


def _section(page: Page, old: int | None, new: int, both: Texts) -> Section:
    """The section with its paragraph as the new text has it."""
    if new == 0:
        return page.sections[0]
    span = both.new.paragraphs[new - 1]
    text = both.new.text[span.start : span.end]
    if old is None:
        return Section((escape(text),), 0, text, (BLANK,))
    section = page.sections[old]
    return section if section.text == text else replace(section, paragraph=(escape(text),), text=text)


def _with_decisions(section: Section, by_line: Mapping[int, Decision], leaving: set[int]) -> Section:
    parts: list[Lines | Block] = []
    for part in section.after:
        if isinstance(part, Block):
            segments = part.segments
            for index in reversed(range(len(segments.chunks))):
                chunk = segments.chunks[index]
                decision = by_line.get(chunk.line)
                if decision is not None:
                    lines = None if chunk.line in leaving else decision.lines
                    segments = rewritten(segments, index, lines)
            parts.append(replace(part, segments=segments))
        else:
            parts.append(part)
    return replace(section, after=tuple(parts))


def _order(decision: Decision) -> tuple[int, Order]:
    return (decision.order is None, decision.order or (0, 0, 0, ""))


def _target(decision: Decision, page: Page, paragraphs: Sequence[Span], both: Texts) -> int:
    """Index of the section that a chunk goes to: its paragraph's, or what is nearest to where it stood."""
    if decision.paragraph is not None:
        return decision.paragraph + 1
    old = next((i for i, section in enumerate(page.sections) if decision.line in _chunks(section)), 0)
    if not old or not both.new.paragraphs:
        return min(1, len(both.new.paragraphs))
    return both.new.paragraph_at(both.offsets.point(paragraphs[old - 1].start)) + 1


def _with_chunk(section: Section, decision: Decision, line: int, orders: Orders) -> Section:
    """With a chunk more, below the last of those that come before it in the text."""
    lines = decision.lines or ()
    blocks = _blocks(section)
    if not blocks:
        return with_new_block(section, lines, line)
    number, block, index = *blocks[0], 0
    for at, candidate in blocks:
        for place, chunk in enumerate(candidate.segments.chunks):
            before = orders.get(chunk.line)
            if decision.order is None or (before is not None and before <= decision.order):
                number, block, index = at, candidate, place + 1
    return _with_part(
        section, number, replace(block, segments=inserted(block.segments, index, lines, line=line))
    )


def _with_comments(sections: list[Section], page: Page, olds: Sequence[int | None]) -> list[Section]:
    """With the comments of nobody that stood below paragraphs which are gone."""
    for old, section in enumerate(page.sections):
        comments = tuple(_comments(section)) if old not in olds else ()
        if not comments:
            continue
        earlier = [new for new, before in enumerate(olds) if before is not None and before < old]
        index = max(earlier, default=0)
        target = sections[index] if _blocks(sections[index]) else with_new_block(sections[index], (), 0)
        number, block = _blocks(target)[-1]
        gaps, chunks = block.segments.gaps, block.segments.chunks
        last = (*gaps[-1], *(BLANK if chunks else ()), *comments)
        sections[index] = _with_part(
            target, number, replace(block, segments=Segments((*gaps[:-1], last), chunks))
        )
    return sections


def _blocks(section: Section) -> list[tuple[int, Block]]:
    return [(index, part) for index, part in enumerate(section.after) if isinstance(part, Block)]


def _with_part(section: Section, number: int, block: Block) -> Section:
    return replace(section, after=(*section.after[:number], block, *section.after[number + 1 :]))


def _comments(section: Section) -> Iterator[str]:
    for part in section.after:
        if isinstance(part, Block):
            yield from (line for gap in part.segments.gaps for line in gap if line.strip())


def _spaced(sections: Sequence[Section], *, before_tail: bool) -> Iterator[Section]:
    """With a blank line between any two, and between the last and what follows."""
    for index, section in enumerate(sections):
        lines = list(section.lines())
        follows = before_tail or index + 1 < len(sections)
        gap = (BLANK,) if follows and lines and lines[-1].strip() else ()
        yield replace(section, after=(*section.after, *gap))
