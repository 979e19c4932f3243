"""A new article's file, and what the machine would write for each item of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.articlefile.encode import kind_of, lines_of, pairs_of, scalar
from generator.articlefile.markdown import escape
from generator.articlefile.normal import Normal, digest
from generator.articlefile.schema import FRONT
from generator.identity import identify, moved, spans_of
from generator.ledger import Entry, Ledger, fingerprint
from generator.ledger import write as ledger_lines
from generator.model import Article, Event, Item, NamedEntity, Reading, Span, Statement
from generator.naming import exceptional
from generator.sentences import split

KINDS = ("statement", "event", "issue", "temporal", "mention")
"""Order of items that begin at the same place."""

INDENT = 2
"""Of the list of entities."""

LONGEST = 20_000
"""Characters that an item may quote: a longer sentence is none."""

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Proposed:
    """An item as the machine would write it, placed in the normal form of the text."""

    item: Item
    paragraph: int
    """Index of the paragraph it stands below."""
    lines: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The key that holds its words."""
        return kind_of(self.item)


def write(article: Article, reading: Reading, *, extractor: int = 1) -> str:
    """The file content/articles/ID.md of an article that has none yet.

    `extractor` is the version of what made `reading`, whose places are offsets into the article's text.
    """
    normal = Normal.of(article.text)
    reading = identify(reading, article.text, split(article.text))
    items = tuple(proposed(item, normal) for item in normalised(reading, normal))
    front = [(key, (front_line(key, value),)) for key, value in front_values(article).items()]
    entities = [(entity, entity_lines(entity)) for entity in reading.entities]
    entries = (
        *(Entry(key, "front", "written", hash=fingerprint(lines)) for key, lines in front),
        *(entity_entry(entity, lines) for entity, lines in entities),
        *(item_entry(item) for item in items),
    )
    record = ledger_lines(Ledger(extractor, digest(normal.text), entries))
    lines = (
        "---",
        *(line for _, lines in front for line in lines),
        *(["entities:"] if entities else []),
        *_spaced(lines for _, lines in entities),
        "---",
        *_body(normal, items),
        "",
        "```ledger",
        *record,
        "```",
        "",
    )
    return "\n".join(lines)


def _body(normal: Normal, items: Sequence[Proposed]) -> Iterator[str]:
    for index, span in enumerate(normal.paragraphs):
        if index:
            yield ""
        yield escape(normal.text[span.start : span.end])
        below = [item.lines for item in items if item.paragraph == index]
        if below:
            yield from ("", "```annotations", *_spaced(below), "```")


def _spaced(entries: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for index, lines in enumerate(entries):
        if index:
            yield ""
        yield from lines


# --- front matter and entities ----------------------------------------------------------------


def front_values(article: Article) -> dict[str, str]:
    """What the machine writes into the front matter; `rights` only where they are not full."""
    values = {key: str(getattr(article, key, "") or "") for key in FRONT}
    values["rights"] = "" if article.rights == "full" else article.rights
    return {key: value for key, value in values.items() if value}


def front_line(key: str, value: str) -> str:
    """One key of the front matter."""
    return f"{key}: {scalar(' '.join(value.split()))}"


def entity_lines(entity: NamedEntity, indent: int = INDENT) -> tuple[str, ...]:
    """The entry of `entities` for `entity`."""
    return lines_of(pairs_of(entity, "", Span(0, 0)), indent)


def entity_entry(entity: NamedEntity, lines: Iterable[str]) -> Entry:
    """The ledger's record of an entity just written."""
    return Entry(entity.id, "entity", "written", hash=fingerprint(lines), words=entity.name, note=entity.rule)


# --- items ------------------------------------------------------------------------------------


def normalised(reading: Reading, normal: Normal) -> tuple[Item, ...]:
    """The items of `reading` that stand in the file, placed in the normal form, in the file's order.

    Of mentions these are the ones that the names do not give. An item that quotes nothing, or more than
    anybody reads, is left out.
    """
    mentions = [mine for mention in reading.mentions if (mine := place(mention, normal))]
    items: tuple[Item, ...] = (*reading.temporals, *reading.statements, *reading.events, *reading.issues)
    others = [there for item in items if (there := place(item, normal)) and _length(there) <= LONGEST]
    return tuple(sorted((*exceptional(normal.text, reading.entities, mentions), *others), key=order))


def _length(item: Item) -> int:
    return sum(span.end - span.start for span in spans_of(item))


def place(item: T, normal: Normal) -> T | None:
    """`item` in the normal form; its words are cut at line breaks, because an item quotes from a paragraph."""

    def into(span: Span) -> Span | None:
        there = normal.into(span)
        line = normal.text[there.start : there.end].split("\n")[0]
        return Span(there.start, there.start + len(line)) if line else None

    if isinstance(item, Statement):
        return moved(replace(item, content=tuple(_pieces(item.content, normal))), into)
    return moved(item, into)


def _pieces(spans: Iterable[Span], normal: Normal) -> Iterator[Span]:
    """`spans` of the original text, in order, apart from each other, none across a line break."""
    end = -1
    for span in sorted(spans):
        there = normal.into(span)
        start = max(there.start, end)
        for line in normal.text[start : there.end].split("\n"):
            if line.strip():
                cut = start + len(line) - len(line.lstrip())
                yield normal.back(Span(cut, start + len(line.rstrip())))
            start += len(line) + 1
        end = max(end, there.end)


def order(item: Item) -> tuple[int, int, int, str]:
    """By place in the text; at one place statements come first."""
    spans = spans_of(item)
    return spans[0].start, KINDS.index(kind_of(item)), spans[-1].end, item.id


def proposed(item: Item, normal: Normal) -> Proposed:
    """`item`, which is placed in the normal form, as the machine would write it."""
    index = normal.paragraph_at(spans_of(item)[0].start)
    pairs = pairs_of(item, normal.text, normal.paragraphs[index])
    return Proposed(item, index, lines_of(pairs))


def item_entry(proposal: Proposed) -> Entry:
    """The ledger's record of an item just written."""
    item = proposal.item
    return Entry(
        id=item.id,
        kind=proposal.kind,
        state="written",
        spans=spans_of(item),
        key=key_of(item),
        hash=fingerprint(proposal.lines),
        note=getattr(item, "rule", ""),
    )


def key_of(item: Item) -> Span | None:
    """The one word that tells an item from another about the same words."""
    return item.trigger if isinstance(item, Event) else item.cue if isinstance(item, Statement) else None
