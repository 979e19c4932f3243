"""What people and the machine wrote in an article's file, as items, each with what is wrong with it.

An item in which one key is wrong is kept without that key; only one that cannot be placed, or that lacks what
makes it an item, is left out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rapidfuzz import fuzz

from generator.anchoring import is_whole, occurrences
from generator.articlefile import places
from generator.articlefile.layout import Chunk
from generator.articlefile.schema import (
    NOBODY,
    SCHEMAS,
    Entity,
    EventKeys,
    IssueKeys,
    MentionKeys,
    StatementKeys,
    TemporalKeys,
)
from generator.model import (
    Diagnostic,
    Event,
    IssueItem,
    Item,
    Mention,
    NamedEntity,
    Severity,
    Span,
    Statement,
    Temporal,
)
from generator.naming import slug
from generator.yamlfile import Node, Schema, did_you_mean, load, validate
from generator.yamlfile.fields import ID

S = TypeVar("S", bound=Schema)

AMBIGUOUS = "quote-ambiguous"
"""Matters only for an item whose place the ledger does not know."""

ALIKE = 60.0
"""From this likeness on, of 100, words of the article are offered for a quote that is not in it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The article that items are placed in."""

    text: str
    """In normal form."""
    paragraphs: tuple[Span, ...]
    path: str
    entities: tuple[str, ...] = ()
    """Ids that items may refer to."""


@dataclass(frozen=True, slots=True)
class Written:
    """One item or entity as it stands in the file."""

    kind: str
    """`entity`, a kind of item, or empty where that cannot be told."""
    id: str
    """As written; empty: none."""
    chunk: Chunk
    section: int
    """Index of the paragraph above it; -1 in the front matter."""
    item: Item | NamedEntity | None
    """None: it cannot be read. Its places are in the normal form of the text."""
    node: Node | None
    reviewed: bool = False
    quotes: tuple[str, ...] = ()
    """The words it is about, as written."""
    problems: tuple[Diagnostic, ...] = ()


def entity(chunk: Chunk, path: str) -> Written:
    """The entry of `entities` in `chunk`."""
    node, problems = _single(chunk, path)
    keys, wrong = _lenient(node, Entity, path) if node else (None, ())
    problems = (*problems, *wrong)
    blank = Written("entity", _id(node), chunk, -1, None, node, problems=problems)
    if keys is None:
        name = _text(node, "name")
        return replace(blank, id=blank.id or (slug(name) if name else ""))
    names = tuple(dict.fromkeys((keys.name, *keys.names)))
    found = NamedEntity(
        keys.id or slug(keys.name), keys.type, keys.name, names, keys.role, keys.side, unsure=keys.unsure
    )
    return replace(blank, id=found.id, item=found, reviewed=is_reviewed(keys.reviewed))


def item(chunk: Chunk, section: int, ground: Ground) -> Written:
    """The item in `chunk`, which stands below the paragraph `section`."""
    node, problems = _single(chunk, ground.path)
    blank = Written("", _id(node), chunk, section, None, node, problems=problems)
    if node is None or not isinstance(node.value, Mapping):
        return blank
    kinds = [kind for kind in SCHEMAS if kind in node.value]
    if len(kinds) != 1:
        return replace(blank, problems=(*problems, _no_kind(node, kinds, ground.path)))
    keys, wrong = _lenient(node, SCHEMAS[kinds[0]], ground.path)
    blank = replace(blank, kind=kinds[0], problems=(*problems, *wrong), quotes=_quotes(node, kinds[0]))
    if keys is None:
        return blank
    reading = _Reading(node, ground, ground.paragraphs[section], [])
    found = DECODERS[kinds[0]](keys, reading)
    return replace(
        blank,
        id=keys.id,
        item=found,
        reviewed=is_reviewed(keys.reviewed),
        problems=(*blank.problems, *reading.problems),
    )


def written_id(written: Written) -> str:
    """The id as it stands in the file; empty: none."""
    return _text(written.node, "id")


def is_reviewed(value: str) -> bool:
    """Whether `reviewed: value` says that somebody has looked."""
    return value.strip().lower() not in {"", "no", "false"}


def _single(chunk: Chunk, path: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The mapping that is the one entry of the list in `chunk`."""
    root, problems = load("\n".join(chunk.lines), path=path, line=chunk.line)
    if root is None:
        return None, problems
    node = root.value[0] if isinstance(root.value, tuple) and len(root.value) == 1 else root
    if isinstance(node.value, Mapping):
        return node, ()
    hint = 'Write "key: value", one a line, indented below the hyphen.'
    return None, (
        Diagnostic(
            "not-a-mapping", "error", path, "an item must be keys with values", node.line, node.column, hint
        ),
    )


def _text(node: Node | None, key: str) -> str:
    value = node.value.get(key) if node and isinstance(node.value, Mapping) else None
    return value.value if value and isinstance(value.value, str) else ""


def _id(node: Node | None) -> str:
    """The id, if it is one."""
    text = _text(node, "id")
    return text if ID.fullmatch(text) and len(text) <= 64 else ""


def _quotes(node: Node, kind: str) -> tuple[str, ...]:
    value = node.value[kind].value if isinstance(node.value, Mapping) else ""
    if isinstance(value, str):
        return (value,)
    return tuple(entry.value for entry in value if isinstance(entry, Node) and isinstance(entry.value, str))


def _lenient(node: Node, schema: type[S], path: str) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """`node` as `schema` says, without the keys that are wrong; None if what is required is wrong."""
    keys, problems = validate(node, schema, path=path)
    if keys is not None or not isinstance(node.value, Mapping):
        return keys, problems
    names = {field.alias or name: field.is_required() for name, field in schema.model_fields.items()}
    needed = {key: value for key, value in node.value.items() if names.get(key)}
    good = dict(needed)
    for key, value in node.value.items():
        if key in names and validate(replace(node, value={**needed, key: value}), schema, path=path)[0]:
            good[key] = value
    keys, _ = validate(replace(node, value=good), schema, path=path)
    return keys, problems


def _no_kind(node: Node, kinds: Sequence[str], path: str) -> Diagnostic:
    known = ", ".join(SCHEMAS)
    if kinds:
        message, hint = f"this item is {' and '.join(kinds)} at once", "Make it two items."
    else:
        near = (
            [did_you_mean(key, tuple(SCHEMAS)) for key in node.value]
            if isinstance(node.value, Mapping)
            else []
        )
        message = "this item does not say what it is"
        hint = next(filter(None, near), f"Write the words it is about after one of the keys {known}.")
    return Diagnostic("unknown-kind", "error", path, message, node.line, node.column, hint)


# --- placing ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reading:
    """One item being read."""

    node: Node
    ground: Ground
    paragraph: Span
    problems: list[Diagnostic]

    def at(self, key: str, index: int | None = None) -> Node:
        """The value of `key`, or of an entry of it."""
        value = self.node.value.get(key, self.node) if isinstance(self.node.value, Mapping) else self.node
        if index is not None and isinstance(value.value, tuple) and index < len(value.value):
            return value.value[index]
        return value

    def report(self, code: str, node: Node, message: str, hint: str, severity: Severity = "error") -> None:
        self.problems.append(
            Diagnostic(code, severity, self.ground.path, message, node.line, node.column, hint)
        )

    def words(self, kind: str, quotes: Sequence[str], numbers: Sequence[int]) -> tuple[Span, ...]:
        """Where the item's own words stand; empty, and reported, if any of them cannot be placed."""
        quotes = [" ".join(quote.split()) for quote in quotes]
        found = places.parts(self.ground.text, quotes, self.paragraph, numbers)
        if None in found:
            found = self._elsewhere(kind, quotes, found)
        elif not numbers:
            self._ambiguous(kind, quotes[0])
        spans = tuple(span for span in found if span)
        return spans if len(spans) == len(quotes) else ()

    def _elsewhere(
        self, kind: str, quotes: Sequence[str], found: Sequence[Span | None]
    ) -> tuple[Span | None, ...]:
        """What is not below its own paragraph, if the article has it exactly once."""
        whole = Span(0, len(self.ground.text))
        single = [occurrences(self.ground.text, quote, whole) for quote in quotes]
        if all(len(spans) == 1 for spans in single):
            hint = "Move the item below the paragraph that has these words."
            self.report(
                "quote-elsewhere",
                self.at(kind),
                f"“{_short(quotes[0])}” stands in another paragraph",
                hint,
                "warning",
            )
            return tuple(spans[0] for spans in single)
        for index, (quote, span) in enumerate(zip(quotes, found, strict=True)):
            if span is None:
                self._missing(kind, index, quote, len(single[index]))
        return tuple(found)

    def _missing(self, kind: str, index: int, quote: str, elsewhere: int) -> None:
        text = self.ground.text
        inside = occurrences(text, quote, self.paragraph)
        if inside:
            self.report(
                "quote-not-found",
                self.at("occurrence"),
                f"“{_short(quote)}” does not stand so often in the paragraph above",
                f"It stands there {_times(len(inside))}.",
            )
            return
        if elsewhere:
            hint = "Move the item below the paragraph that has these words."
        else:
            near = alike(text, quote, self.paragraph) or alike(text, quote, Span(0, len(text)))
            hint = f"Did you mean “{near}”?" if near else "Copy the words from the paragraph above the item."
        self.report(
            "quote-not-found", self.at(kind, index), f"“{_short(quote)}” is not in the paragraph above", hint
        )

    def _ambiguous(self, kind: str, quote: str) -> None:
        found = occurrences(self.ground.text, quote, self.paragraph)
        whole = [span for span in found if is_whole(self.ground.text, span)]
        if len(whole) > 1:
            message = (
                f"“{_short(quote)}” stands {_times(len(whole))} in the paragraph above; the first is taken"
            )
            self.report(AMBIGUOUS, self.at(kind), message, "Add occurrence: 1, or 2 for the second.", "info")

    def beside(self, key: str, quote: str, near: Span, *regions: Span, number: int | None) -> Span | None:
        """Where other words of the item stand; reported if nowhere."""
        if not quote:
            return None
        span = places.beside(self.ground.text, quote, near, regions, number)
        if span is None:
            near_words = alike(self.ground.text, quote, self.paragraph)
            hint = f"Did you mean “{near_words}”?" if near_words else "Copy the words from the article."
            self.report("quote-not-found", self.at(key), f"“{_short(quote)}” is not in the article", hint)
        return span

    def known(self, key: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that are entities of the article; the others are reported."""
        good = []
        for index, id_ in enumerate(ids):
            if id_ in self.ground.entities:
                good.append(id_)
            elif id_:
                hint = (
                    did_you_mean(id_, self.ground.entities) or "Add it to the entities in the front matter."
                )
                self.report(
                    "unknown-entity", self.at(key, index), f'"{id_}" is no entity of this article', hint
                )
        return tuple(good)


def alike(text: str, quote: str, within: Span) -> str:
    """The words in `within` that are most like `quote`; empty if none are like it."""
    passage = text[within.start : within.end]
    if not quote or len(quote) > len(passage) * 2 or len(quote) * len(passage) > 50_000_000:
        return ""
    best = fuzz.partial_ratio_alignment(quote, passage, score_cutoff=ALIKE)
    if best is None:
        return ""
    start, end = best.dest_start, best.dest_end
    while start > 0 and passage[start - 1].isalnum():
        start -= 1
    while end < len(passage) and passage[end - 1].isalnum() and passage[end].isalnum():
        end += 1
    return passage[start:end].strip()


def _short(quote: str, limit: int = 60) -> str:
    return quote if len(quote) <= limit else f"{quote[: limit - 1].rstrip()}…"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


# --- kinds ------------------------------------------------------------------------------------


def _mention(keys: MentionKeys, reading: _Reading) -> Mention | None:
    spans = reading.words("mention", (keys.mention,), _numbers(keys.occurrence, reading))
    if keys.entity == NOBODY:
        return Mention(spans[0], "", keys.id) if spans else None
    known = reading.known("entity", (keys.entity,))
    return Mention(spans[0], known[0], keys.id) if spans and known else None


def _temporal(keys: TemporalKeys, reading: _Reading) -> Temporal | None:
    spans = reading.words("temporal", (keys.temporal,), _numbers(keys.occurrence, reading))
    if not spans:
        return None
    return Temporal(spans[0], keys.type, keys.tense, keys.date, keys.id, unsure=keys.unsure)


def _statement(keys: StatementKeys, reading: _Reading) -> Statement | None:
    spans = reading.words("statement", keys.statement, keys.occurrence)
    if not spans:
        return None
    first, paragraph = spans[0], _paragraph(reading, spans[0])
    source = reading.beside("source", keys.source, first, paragraph, number=keys.source_occurrence)
    cue = reading.beside("cue", keys.cue, source or first, paragraph, number=keys.cue_occurrence)
    return Statement(
        content=spans,
        mode=keys.mode,
        source=source,
        cue=cue,
        speaker=next(iter(reading.known("speaker", (keys.speaker,))), ""),
        certainty=keys.certainty,
        anonymous=keys.anonymous,
        via=keys.via,
        venue=keys.venue,
        when=keys.when,
        date=keys.date,
        about=keys.about,
        id=keys.id,
        unsure=keys.unsure,
    )


def _event(keys: EventKeys, reading: _Reading) -> Event | None:
    spans = reading.words("event", (keys.event,), _numbers(keys.occurrence, reading))
    if not spans:
        return None
    span, paragraph = spans[0], _paragraph(reading, spans[0])
    trigger = reading.beside("trigger", keys.trigger, span, span, paragraph, number=keys.trigger_occurrence)
    return Event(
        span=span,
        trigger=trigger or span,
        phase=keys.phase,
        what=keys.what,
        when=keys.when,
        date=keys.date,
        participants=reading.known("participants", keys.participants),
        place=next(iter(reading.known("place", (keys.place,))), ""),
        said_by=keys.said_by,
        kind=keys.kind,
        register=keys.register_,
        id=keys.id,
        unsure=keys.unsure,
    )


def _issue(keys: IssueKeys, reading: _Reading) -> IssueItem | None:
    spans = reading.words("issue", (keys.issue,), _numbers(keys.occurrence, reading))
    if not spans:
        return None
    name = keys.name or reading.ground.text[spans[0].start : spans[0].end]
    return IssueItem(
        span=spans[0],
        issue=keys.register_ or slug(name),
        name=name,
        code=keys.code,
        part_of=keys.part_of,
        status=keys.status,
        according_to=keys.according_to,
        as_of=keys.as_of,
        id=keys.id,
        unsure=keys.unsure,
    )


def _numbers(occurrence: int, reading: _Reading) -> tuple[int, ...]:
    """The number as written, so that none at all can be told from the first."""
    given = isinstance(reading.node.value, Mapping) and "occurrence" in reading.node.value
    return (occurrence,) if given else ()


def _paragraph(reading: _Reading, span: Span) -> Span:
    """The paragraph that `span` begins in."""
    inside = (line for line in reading.ground.paragraphs if line.start <= span.start <= line.end)
    return next(inside, reading.paragraph)


DECODERS: Mapping[str, Callable[[Any, _Reading], Item | None]] = {
    "mention": _mention,
    "temporal": _temporal,
    "statement": _statement,
    "event": _event,
    "issue": _issue,
}
"""Kind → what makes the item of its keys."""
