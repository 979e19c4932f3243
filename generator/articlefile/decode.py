"""What people and the machine wrote in an article's file, as items, each with what is wrong with it.

An item in which one key is wrong is kept without that key; only one that cannot be placed, or that lacks what
makes it an item, is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.articlefile.finding import Finder, Ground
from generator.articlefile.kinds import DECODERS
from generator.articlefile.layout import Chunk, Lines
from generator.articlefile.schema import (
    SCHEMAS,
    EntityKeys,
)
from generator.ledger import shortened
from generator.model import (
    Diagnostic,
    Item,
    NamedEntity,
)
from generator.naming import slug
from generator.yamlfile import Node, Schema, did_you_mean, is_id, load, validate

S = TypeVar("S", bound=Schema)

Value = str | tuple[str, ...]


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
    keys, wrong = _lenient(node, EntityKeys, path) if node else (None, ())
    problems = (*problems, *wrong)
    blank = Written("entity", _id(node), chunk, -1, None, node, problems=problems)
    if keys is None:
        name = node.text("name") if node else ""
        return replace(blank, id=blank.id or (slug(name) if name else ""))
    names = tuple(dict.fromkeys((keys.name, *keys.names)))
    found = NamedEntity(
        keys.id or slug(keys.name),
        keys.type,
        keys.name,
        names,
        keys.role,
        keys.side,
        keys.register_,
        unsure=keys.unsure,
    )
    return replace(blank, id=found.id, item=found, reviewed=is_reviewed(keys.reviewed))


def item(chunk: Chunk, section: int, ground: Ground) -> Written:
    """The item in `chunk`, which stands below the paragraph `section`."""
    node, problems = _single(chunk, ground.path)
    if node is None:
        return Written("", _id(node), chunk, section, None, node, problems=problems)
    kinds = [kind for kind in SCHEMAS if kind in node.pairs]
    if len(kinds) != 1:
        problems = (*problems, _no_kind(node, kinds, ground.path))
        return Written("", _id(node), chunk, section, None, node, problems=problems)
    kind, quotes = kinds[0], _quotes(node, kinds[0])
    keys, wrong = _lenient(node, SCHEMAS[kind], ground.path)
    problems = (*problems, *wrong)
    if keys is None:
        return Written(kind, _id(node), chunk, section, None, node, quotes=quotes, problems=problems)
    find = Finder(node, ground, ground.paragraphs[section], [])
    found = DECODERS[kind](keys, find)
    reviewed, problems = is_reviewed(keys.reviewed), (*problems, *find.problems)
    return Written(kind, keys.id, chunk, section, found, node, reviewed, quotes, problems)


def line_of(written: Written) -> int:
    """The line of the item itself, below comments on it."""
    return written.node.line if written.node else written.chunk.line


def values(lines: Lines) -> dict[str, Value]:
    """Keys and values of an item as they are written; empty if it cannot be read."""
    node, _ = _single(Chunk(lines, 1), "")
    return {key: _value(value) for key, value in node.pairs.items()} if node else {}


def _value(node: Node) -> Value:
    if isinstance(node.value, str):
        return node.value
    return tuple(entry.value for entry in node.entries if isinstance(entry.value, str))


def written_id(written: Written) -> str:
    """The id as it stands in the file; empty: none."""
    return written.node.text("id") if written.node else ""


def is_reviewed(value: str) -> bool:
    """Whether `reviewed: value` says that somebody has looked."""
    return value.strip().lower() not in {"", "no", "false"}


def _single(chunk: Chunk, path: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The mapping that is the one entry of the list in `chunk`."""
    root, problems = load("\n".join(chunk.lines), path=path, line=chunk.line)
    if root is None:
        return None, problems
    node = root.entries[0] if len(root.entries) == 1 else root
    if isinstance(node.value, Mapping):
        return node, ()
    shown = _shown(chunk.lines[node.line - chunk.line])
    message = f"“{shown}” is no item: an item has keys with values"
    hint = 'Write "key: value", one a line, indented below the hyphen.'
    return None, (Diagnostic("not-a-mapping", "error", path, message, *node.place, hint),)


def _shown(line: str) -> str:
    return shortened(line.strip().removeprefix("- "), 60)


def _id(node: Node | None) -> str:
    """The id, if it is one."""
    text = node.text("id") if node else ""
    return text if is_id(text) else ""


def _quotes(node: Node, kind: str) -> tuple[str, ...]:
    value = _value(node.pairs[kind])
    return (value,) if isinstance(value, str) else value


def _lenient(node: Node, schema: type[S], path: str) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """`node` as `schema` says, without the keys that are wrong; None if what is required is wrong."""
    keys, problems = validate(node, schema, path=path)
    if keys is not None:
        return keys, problems
    names = {field.alias or name: field.is_required() for name, field in schema.model_fields.items()}
    needed = {key: value for key, value in node.pairs.items() if names.get(key)}
    good = {
        key: value
        for key, value in node.pairs.items()
        if key in names and validate(replace(node, value={**needed, key: value}), schema, path=path)[0]
    }
    keys, _ = validate(replace(node, value={**needed, **good}), schema, path=path)
    return keys, problems


def _no_kind(node: Node, kinds: Sequence[str], path: str) -> Diagnostic:
    known = ", ".join(SCHEMAS)
    if kinds:
        message = f"this item has the keys {' and '.join(kinds)}, of which an item has one"
        hint = "Make it two items, each with keys of its own."
    else:
        near = [did_you_mean(key, tuple(SCHEMAS)) for key in node.pairs]
        message = f"this item does not say what it is; its keys are {', '.join(node.pairs)}"
        hint = next(filter(None, near), f"Write the words it is about after one of the keys {known}.")
    return Diagnostic("unknown-kind", "error", path, message, *node.place, hint)
