"""Changing the words that a person's item quotes, when the text they stand in was corrected.

Only the value changes: comments, order and the other keys stay. Whoever calls reads the lines again, and
keeps the old ones if they do not say what they should.
"""

import re
from collections.abc import Mapping

from generator.articlefile.encode import Value, inline, quoted, scalar
from generator.articlefile.layout import Chunk, Lines
from generator.yamlfile import Node

DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'(?:[^']|'')*'")
PLAIN = re.compile(r".*?(?=\s+#|\s*$)")
IN_FLOW = re.compile(r"[^,\]}#]*[^,\]}#\s]")

PLACES = (
    "occurrence",
    "source",
    "source_occurrence",
    "cue",
    "cue_occurrence",
    "trigger",
    "trigger_occurrence",
)
"""Keys, beside the one of the item's kind, that say where it stands."""

WORDS = frozenset({"source", "cue", "trigger"})


def requoted(chunk: Chunk, node: Node, kind: str, wanted: Mapping[str, Value]) -> Lines:
    """The lines of `chunk`, whose mapping is `node`, with the values of `wanted` for what says where it stands.

    Numbers of occurrences come and go; a source or cue that has gone from the text stays as it was written.
    """
    lines: list[str | None] = list(chunk.lines)
    below: list[str] = []
    own = node.pairs[kind]
    margin = " " * (own.key.column - 1 if own.key else 2)
    for key in (kind, *PLACES):
        value, there = wanted.get(key, ""), node.pairs.get(key)
        if there is not None and value:
            _replace(lines, chunk.line, there, value)
        elif there is not None and key not in WORDS:
            _delete(lines, chunk.line, there)
        elif value and (key not in WORDS):
            below.append(margin + inline(key, value))
    at = own.end_line - chunk.line + 1
    return tuple(line for line in (*lines[:at], *below, *lines[at:]) if line is not None)


def _replace(lines: list[str | None], first: int, node: Node, value: Value) -> None:
    if isinstance(node.value, tuple):
        entries = (value,) if isinstance(value, str) else value
        if len(entries) == len(node.value):
            flow = (lines[node.line - first] or "")[node.column - 1 : node.column] == "["
            for child, entry in reversed(list(zip(node.value, entries, strict=True))):
                _replace_scalar(lines, first, child, entry, flow=flow)
    elif isinstance(value, str) and node.value != value:
        _replace_scalar(lines, first, node, value)


def _replace_scalar(
    lines: list[str | None], first: int, node: Node, value: str, *, flow: bool = False
) -> None:
    if node.value == value:
        return
    at = node.line - first
    line = lines[at] or ""
    before, rest = line[: node.column - 1], line[node.column - 1 :]
    style = DOUBLE if rest.startswith('"') else SINGLE if rest.startswith("'") else IN_FLOW if flow else PLAIN
    match = style.match(rest) if node.end_line == node.line else None
    after = rest[match.end() :] if match else ""
    number = style in {PLAIN, IN_FLOW} and value.isdecimal()
    new = quoted(value) if style is DOUBLE else value if number else scalar(value, flow=flow)
    lines[at] = f"{before}{new}{after}"
    for index in range(at + 1, node.end_line - first + 1):
        lines[index] = None


def _delete(lines: list[str | None], first: int, node: Node) -> None:
    if node.key is None or (lines[node.key.line - first] or "").lstrip().startswith("- "):
        return
    for index in range(node.key.line - first, node.end_line - first + 1):
        lines[index] = None
