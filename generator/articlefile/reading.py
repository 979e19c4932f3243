"""From an article's file and its seed to what the build works with."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from generator.anchoring import OffsetMap
from generator.articlefile.beside_seed import against_seed
from generator.articlefile.contents import Contents, contents, stands
from generator.articlefile.decode import Written, is_reviewed, line_of
from generator.articlefile.front import RIGHTS
from generator.articlefile.normal import Normal
from generator.articlefile.taking_apart import parse
from generator.identity import moved, spans_of
from generator.ledger import Entry
from generator.model import (
    Annotated,
    Article,
    Diagnostic,
    Event,
    IssueItem,
    Item,
    Mention,
    NamedEntity,
    Reading,
    ReviewItem,
    Span,
    Statement,
    Temporal,
)
from generator.naming import find_mentions, slug
from generator.yamlfile import check_id, is_id, meant

OVERRIDES = ("title", "published", "language", "publisher", "url", "author", "rights")
"""Keys of the front matter that say something of the article itself."""


OPENED = frozenset({"front-matter-open", "block-open", "block-missing", "merge-conflict"})
"""From where one of these stands, nothing else can be told of the file."""


def read(source: str, path: str, seed: Article | None) -> tuple[Annotated | None, tuple[Diagnostic, ...]]:
    """The article's file `source`, joined with its seed, and everything that is wrong with it.

    `path` is content/articles/ID.md. Places are offsets into the text of the seed, or, if there is no seed,
    into that of the file. None only if there is neither a seed nor a paragraph.
    """
    if not source.strip():
        hint = "Take it back from git, or delete it and run dossier annotate."
        return None, (Diagnostic("article-empty", "error", path, "this file is empty", hint=hint),)
    normal = Normal.of(seed.text) if seed else None
    found = contents(parse(source, path), path, normal)
    problems = [*check_id(path), *found.problems, *against_seed(found, seed, normal)]
    if seed is None and not found.text:
        return None, tuple(problems)
    article = _article(found, seed)
    move = _move(found, normal)
    placed = [
        (written, moved(written.item, move))
        for written in found.items
        if written.item and not isinstance(written.item, NamedEntity)
    ]
    problems += [_unplaced(written, path) for written, item in placed if item is None]
    reading = _reading(found, article.text, [(written, item) for written, item in placed if item])
    annotated = Annotated(
        article=article,
        reading=reading,
        path=path,
        lines={written.id: line_of(written) for written in (*found.entities, *found.items) if written.id},
        reviewed=found.front.get("reviewed", "") if is_reviewed(found.front.get("reviewed", "")) else "",
        reviewed_items=frozenset(
            written.id
            for written in (*found.entities, *found.items)
            if written.reviewed or not found.untouched(written)
        ),
        notes=found.page.notes,
        corrections=found.corrections,
        review=tuple(review(found)),
        removed=_removed(found),
        aliases={alias.old: alias.new for alias in found.ledger.aliases if alias.new} if found.ledger else {},
    )
    return annotated, tuple(sorted(_first(problems), key=lambda problem: (problem.line, problem.column)))


def _removed(found: Contents) -> frozenset[str]:
    """What the ledger has and the file has not, although the machine did not withdraw it."""
    standing = {written.id for written in (*found.entities, *found.items)}
    return frozenset(
        entry.id
        for entry in (found.ledger.entries if found.ledger else ())
        if entry.kind != "front" and entry.state not in {"withdrawn", "orphaned"} and entry.id not in standing
    )


def _first(problems: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """`problems` without those that only follow from a part of the file that nothing closes."""
    opened = min((one.line for one in problems if one.code in OPENED), default=None)
    for one in problems:
        if opened is None or one.code in OPENED or (one.line < opened and one.code != "text-changed"):
            yield one


def _move(found: Contents, normal: Normal | None) -> Callable[[Span], Span | None]:
    """From places in the file's text to places in the seed's."""
    if normal is None:
        return lambda span: span
    if found.text == normal.text:
        return normal.back
    offsets = OffsetMap.between(found.text, normal.text)

    def move(span: Span) -> Span | None:
        there = offsets.span(span)
        return normal.back(there.span) if there else None

    return move


def _unplaced(written: Written, path: str) -> Diagnostic:
    quote = written.quotes[0] if written.quotes else written.id
    message = f"“{quote[:60]}” is no longer in the seed"
    return Diagnostic(
        "quote-not-found",
        "error",
        path,
        message,
        line_of(written),
        1,
        "Correct its words, or delete the item.",
    )


def _article(found: Contents, seed: Article | None) -> Article:
    stem = PurePosixPath(found.path).stem
    id_ = stem if is_id(stem) else slug(stem)
    title = found.front.get("title", "") or stem
    base = seed or Article(id=id_, seed=found.front.get("seed", ""), text=found.text, title=title)
    values: dict[str, Any] = {}
    for key in OVERRIDES:
        value = found.front.get(key, "")
        entry = found.recorded_keys.get(key)
        if not value or value == getattr(base, key) or (seed and stands(entry, found.keys[key])):
            continue
        values[key] = value
    if any(meant(key, RIGHTS) and key not in found.front for key in found.keys):
        values["rights"] = "none"
    if "published" in values:
        values["published_from"] = "by hand"
    if "title" in values:
        values["title_span"] = _title_span(base, values["title"])
    # The address is that of the file, whatever becomes of the title.
    return replace(base, id=id_, **values)


def _title_span(article: Article, title: str) -> Span | None:
    """Where a title written by a person stands in the text, if the text begins with it."""
    return Span(0, len(title)) if article.text.startswith(title) else None


def _reading(found: Contents, text: str, placed: Iterable[tuple[Written, Item]]) -> Reading:
    entities = tuple(
        _with_rule(found, written, written.item)
        for written in found.entities
        if isinstance(written.item, NamedEntity)
    )
    items = sorted(
        (_with_rule(found, written, item) for written, item in placed),
        key=lambda item: (spans_of(item)[0], item.id),
    )
    exceptions = _apart([item for item in items if isinstance(item, Mention)])
    return Reading(
        entities=entities,
        mentions=find_mentions(text, entities, exceptions),
        temporals=tuple(item for item in items if isinstance(item, Temporal)),
        statements=tuple(item for item in items if isinstance(item, Statement)),
        events=tuple(item for item in items if isinstance(item, Event)),
        issues=tuple(item for item in items if isinstance(item, IssueItem)),
    )


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Exceptions that do not overlap: of two the first."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return tuple(kept)


def _with_rule(found: Contents, written: Written, item: Item | NamedEntity) -> Any:
    """The item with the rule that proposed it, while it stands as proposed."""
    entry = found.entry(written)
    if entry and entry.note and found.untouched(written) and not isinstance(item, Mention):
        return replace(item, rule=entry.note)
    return item


def review(found: Contents) -> Iterator[ReviewItem]:
    """What the ledger says for a person to look at."""
    lines = {written.id: line_of(written) for written in (*found.entities, *found.items)}
    tail = tuple(enumerate(found.page.tail, found.page.tail_line))
    for entry in found.ledger.entries if found.ledger else ():
        own = f'"{entry.id} {entry.kind} '
        line = lines.get(entry.id) or next((number for number, text in tail if text.startswith(own)), 1)
        if entry.kind == "front" and entry.id in found.keys:
            line = found.keys[entry.id].line
        if (what := disagreement(entry)) and entry.id not in found.settled:
            yield ReviewItem("disagreement", what, found.path, line)
        if entry.state == "orphaned":
            yield ReviewItem("orphaned", f"{entry.kind} {entry.id}: {entry.words}", found.path, line)


def disagreement(entry: Entry) -> str:
    """In words, what the machine reads where a person wrote otherwise; empty: they agree."""
    name = entry.id if entry.kind == "front" else f"{entry.kind} {entry.id}"
    if entry.state in {"touched", "added"} and entry.note:
        return f"{name}: the machine reads {entry.note}"
    if entry.state == "deleted":
        return f"{name}: removed by hand, still proposed: {entry.words}"
    return ""
