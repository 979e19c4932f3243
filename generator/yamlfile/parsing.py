"""From YAML source to `Node`s that know their place.

The events of the C parser are taken one by one, so that what is too deep or refused ends the reading where
it stands, and nothing is ever expanded.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from generator.characters import ILLEGAL
from generator.model import Diagnostic
from generator.yamlfile import plain
from generator.yamlfile.conflicts import conflicts
from generator.yamlfile.nodes import Node, Place
from generator.yamlfile.plain import NULLS
from generator.yamlfile.syntax import explain, slip

MAX_BYTES = 1_000_000
"""Of one source, in UTF-8."""
MAX_DEPTH = 50
"""Collections within collections."""
MAX_PROBLEMS = 50
"""After so many the rest of the source is not read."""

UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 forbids in a source, lone surrogates among it."""


def load(source: str, *, path: str, line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root of `source`, whose first line is line `line` of the file `path`, and what is wrong with it.

    There is a node exactly when there is no diagnostic. An empty source gives a node with the value "".
    """
    simple = plain.read(source, line)
    return (simple, ()) if simple else parse(source, path=path, line=line)


def parse(source: str, *, path: str, line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """`load`, with the parser whatever the source."""
    source = source.removeprefix("\ufeff")
    text = _Source(source, path, line, (0, *(match.end() for match in re.finditer("\n", source))))
    problems = [*conflicts(source.split("\n"), path, line)] or list(_unreadable(text))
    if problems:
        return None, tuple(problems)
    root = Node("", line, 1, line)
    try:
        for node in _nodes(text, problems):
            root = node
    except yaml.MarkedYAMLError as error:
        message, hint, mark = explain(error)
        index = min(mark.index, len(source.rstrip())) if mark else 0
        shown = text.line_at(index)
        message, hint = slip(message, shown) or (message, hint)
        problems.append(text.problem("yaml-syntax", index, f"{message}: {shown}", hint))
    return (None if problems else root), tuple(problems[:MAX_PROBLEMS])


@dataclass(frozen=True, slots=True)
class _Source:
    """A source, where it stands, and the offsets at which its lines start."""

    text: str
    path: str
    line: int
    starts: tuple[int, ...]

    def place(self, index: int) -> Place:
        """Where the code point `index` is. YAML's own line numbers also count U+2028 as a break."""
        row = bisect_right(self.starts, index) - 1
        return Place(self.line + row, index - self.starts[row] + 1)

    def line_at(self, index: int) -> str:
        """The line with the code point `index`, for a message."""
        row = bisect_right(self.starts, index) - 1
        line = self.text[self.starts[row] :].partition("\n")[0].strip()
        return f"“{line[:59]}…”" if len(line) > 60 else f"“{line}”"

    def problem(self, code: str, at: int | Place, message: str, hint: str) -> Diagnostic:
        place = self.place(at) if isinstance(at, int) else at
        return Diagnostic(code, "error", self.path, message, *place, hint)


def _unreadable(source: _Source) -> Iterator[Diagnostic]:
    """What is refused before parsing: too much of it, or what cannot stand in YAML at all."""
    text = source.text
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        message = f"the YAML is {size:,} bytes long; at most {MAX_BYTES:,} are read"
        yield source.problem("yaml-too-large", 0, message, "Split it, or move the text to a seed.")
        return
    for _, match in zip(range(MAX_PROBLEMS), UNPRINTABLE.finditer(text), strict=False):
        message = f"the character U+{ord(match.group()):04X} cannot stand in YAML"
        yield source.problem("yaml-character", match.start(), message, "Delete it.")


def _nodes(source: _Source, problems: list[Diagnostic]) -> Iterator[Node]:
    """The root node, and after it nothing; what is refused on the way goes to `problems`.

    Iterative: depth costs no stack. Stops where going on would cost without telling anything new.
    """
    stack: list[tuple[yaml.CollectionStartEvent, list[Node]]] = []
    documents = 0
    for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
        problems.extend(_refused(source, event))
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            problems.append(_refused_document(source, event))
            return
        if len(stack) > MAX_DEPTH:
            problems.append(_refused_depth(source, stack[-1][0]))
            return
        if len(problems) >= MAX_PROBLEMS:
            return
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append((event, []))
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            start, children = stack.pop()
            problems.extend(_refused_keys(source, start, children))
            done = _collection(source, start, event, children)
        elif isinstance(event, yaml.NodeEvent):
            done = _scalar(source, event)
        else:
            continue
        if stack:
            stack[-1][1].append(done)
        else:
            yield done


def _scalar(source: _Source, event: yaml.NodeEvent) -> Node:
    """A scalar, or an alias in its place, which is refused elsewhere."""
    text = getattr(event, "value", "")
    plain = not getattr(event, "style", "")
    begin, end = _start(event), _end(event)
    # The end mark of a block scalar stands after the blank lines that follow it.
    last = begin + len(source.text[begin:end].rstrip())
    value = "" if plain and text in NULLS else text
    return Node(value, *source.place(begin), source.place(last).line)


def _collection(
    source: _Source, start: yaml.CollectionStartEvent, end: yaml.CollectionEndEvent, children: list[Node]
) -> Node:
    line, column = source.place(_start(start))
    # The end mark of a block collection is where the next thing starts, past comments and blank lines.
    last = source.place(_end(end) - 1).line if start.flow_style else children[-1].end_line
    if isinstance(start, yaml.SequenceStartEvent):
        return Node(tuple(children), line, column, last)
    pairs = {
        key.value: replace(value, key=key.place)
        for key, value in _pairs(children)
        if isinstance(key.value, str)
    }
    return Node(pairs, line, column, last)


def _pairs(children: list[Node]) -> Iterator[tuple[Node, Node]]:
    return zip(children[::2], children[1::2], strict=True)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


# --- what is refused --------------------------------------------------------------------------


def _refused(source: _Source, event: yaml.Event) -> Iterator[Diagnostic]:
    """Anchors, aliases, tags and directives."""
    at = _start(event)
    if isinstance(event, yaml.DocumentStartEvent):
        if event.version or event.tags:
            yield source.problem(
                "yaml-directive", at, 'a line that begins with "%" is not read', "Delete the line."
            )
        return
    if not isinstance(event, yaml.NodeEvent):
        return
    if isinstance(event, yaml.AliasEvent):
        hint = "Write the value out, or put it in quotation marks if the asterisk belongs to it."
        yield source.problem("yaml-alias", at, f"the alias *{event.anchor} is not read", hint)
    elif event.anchor:
        hint = "Delete it, or put the value in quotation marks if the ampersand belongs to it."
        yield source.problem("yaml-anchor", at, f"the anchor &{event.anchor} is not read", hint)
    illegal = ILLEGAL.search(getattr(event, "value", ""))
    if illegal:
        message = f"the character U+{ord(illegal.group()):04X} cannot be published"
        yield source.problem("yaml-character", at, message, "Delete its escape.")
    tag = getattr(event, "tag", None)
    if tag:
        hint = "Delete it, or put the value in quotation marks if the exclamation mark belongs to it."
        yield source.problem("yaml-tag", at, f"the tag {tag} is not read", hint)


def _refused_document(source: _Source, event: yaml.Event) -> Diagnostic:
    message = "a second YAML document starts here"
    return source.problem("yaml-documents", _start(event), message, "Delete the line of three hyphens.")


def _refused_depth(source: _Source, event: yaml.Event) -> Diagnostic:
    message = f"nested deeper than {MAX_DEPTH} levels"
    return source.problem("yaml-too-deep", _start(event), message, "Write it flatter.")


def _refused_keys(
    source: _Source, start: yaml.CollectionStartEvent, children: list[Node]
) -> Iterator[Diagnostic]:
    """Keys that are no text, merge keys, and keys that stand twice."""
    if not isinstance(start, yaml.MappingStartEvent):
        return
    seen: dict[str, int] = {}
    for key, _value in _pairs(children):
        at = key.place
        if not isinstance(key.value, str) or not key.value:
            yield source.problem(
                "yaml-key-not-text", at, "a key must be text", 'Write "key: value", the key without brackets.'
            )
        elif key.value == "<<":
            yield source.problem(
                "yaml-merge-key", at, 'the merge key "<<" is not read', "Write the keys out."
            )
        elif key.value in seen:
            message = f'the key "{key.value}" stands here twice'
            hint = f"Keep one of the two; the first is in line {seen[key.value]}."
            yield source.problem("yaml-duplicate-key", at, message, hint)
        else:
            seen[key.value] = key.line
