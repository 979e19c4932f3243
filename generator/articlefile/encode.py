"""Items and entities as keys and values, and these as the lines that the machine writes.

A value is text or a list of texts; a flag is `yes`. What can be left out is left out, and whether words need
the number of their occurrence is found by reading them back.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import yaml

from generator.articlefile.places import beside_number, numbers_of
from generator.articlefile.schema import DEFAULTS, NOBODY
from generator.model import Event, IssueItem, Item, Mention, NamedEntity, Span, Statement, Temporal
from generator.naming import slug

Value = str | tuple[str, ...]
Pairs = tuple[tuple[str, Value], ...]

SENTENCES = frozenset({"statement"})
"""Keys whose lists have an entry a line, because the entries are long."""

FLOW = frozenset(",[]{}")
AMBIGUOUS = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`=~]|: |:$| #|^\s|\s$|^$|^(?:---|\.\.\.)")


def pairs_of(item: Item | NamedEntity, text: str, paragraph: Span, *, full: bool = False) -> Pairs:
    """What stands in the file for `item`, whose places are in the normal form `text`.

    `paragraph` is the line of `text` above it. `full` keeps defaults, to compare with.
    """
    kind, encode = ENCODERS[type(item)]
    pairs = (("id", item.id), *encode(item, text, paragraph), ("unsure", getattr(item, "unsure", "")))
    return tuple(
        (key, value) for key, value in pairs if value and (full or DEFAULTS.get((kind, key)) != value)
    )


def kind_of(item: Item | NamedEntity) -> str:
    """`entity`, or the key that holds the item's words."""
    return ENCODERS[type(item)][0]


def _entity(entity: NamedEntity, _text: str, _paragraph: Span) -> Iterator[tuple[str, Value]]:
    yield "type", entity.type
    yield "name", entity.name
    yield "role", entity.role
    yield "side", entity.side
    names = tuple(dict.fromkeys((entity.name, *entity.names)))
    yield "names", names if len(names) > 1 else ()
    yield "register", entity.register


def _words(kind: str, span: Span, text: str, paragraph: Span) -> Iterator[tuple[str, Value]]:
    yield kind, text[span.start : span.end]
    (number,) = numbers_of(text, (span,), paragraph)
    yield "occurrence", "" if number == 1 else str(number)


def _beside(
    key: str, span: Span | None, text: str, near: Span, *regions: Span
) -> Iterator[tuple[str, Value]]:
    if span:
        yield key, text[span.start : span.end]
        number = beside_number(text, span, near, regions)
        yield f"{key}_occurrence", str(number) if number else ""


def _mention(mention: Mention, text: str, paragraph: Span) -> Iterator[tuple[str, Value]]:
    yield from _words("mention", mention.span, text, paragraph)
    yield "entity", mention.entity or NOBODY


def _temporal(temporal: Temporal, text: str, paragraph: Span) -> Iterator[tuple[str, Value]]:
    yield from _words("temporal", temporal.span, text, paragraph)
    yield "type", temporal.type
    yield "tense", temporal.tense or ""
    yield "date", temporal.date


def _statement(statement: Statement, text: str, paragraph: Span) -> Iterator[tuple[str, Value]]:
    quotes = tuple(text[span.start : span.end] for span in statement.content)
    numbers = numbers_of(text, statement.content, paragraph)
    yield "statement", quotes if len(quotes) > 1 else quotes[0]
    yield "occurrence", _numbers(numbers)
    first = statement.content[0]
    yield from _beside("source", statement.source, text, first, paragraph)
    yield "speaker", statement.speaker
    yield from _beside("cue", statement.cue, text, statement.source or first, paragraph)
    yield "mode", statement.mode
    yield "certainty", statement.certainty
    yield "anonymous", "yes" if statement.anonymous else "no"
    yield "via", statement.via
    yield "venue", statement.venue
    yield "when", statement.when
    yield "date", statement.date
    yield "about", statement.about


def _numbers(numbers: tuple[int, ...]) -> Value:
    if set(numbers) == {1}:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else tuple(map(str, numbers))


def _event(event: Event, text: str, paragraph: Span) -> Iterator[tuple[str, Value]]:
    yield from _words("event", event.span, text, paragraph)
    if event.trigger != event.span:
        yield from _beside("trigger", event.trigger, text, event.span, event.span, paragraph)
    yield "what", event.what
    yield "phase", event.phase
    yield "when", event.when
    yield "date", event.date
    yield "participants", event.participants
    yield "place", event.place
    yield "said_by", event.said_by
    yield "kind", event.kind
    yield "register", event.register


def _issue(issue: IssueItem, text: str, paragraph: Span) -> Iterator[tuple[str, Value]]:
    yield from _words("issue", issue.span, text, paragraph)
    yield "name", "" if issue.name == text[issue.span.start : issue.span.end] else issue.name
    yield "code", issue.code
    yield "part_of", issue.part_of
    yield "status", issue.status or ""
    yield "according_to", issue.according_to
    yield "as_of", issue.as_of
    yield "register", "" if issue.issue == slug(issue.name) else issue.issue


ENCODERS: dict[type, tuple[str, Callable[[Any, str, Span], Iterator[tuple[str, Value]]]]] = {
    NamedEntity: ("entity", _entity),
    Mention: ("mention", _mention),
    Temporal: ("temporal", _temporal),
    Statement: ("statement", _statement),
    Event: ("event", _event),
    IssueItem: ("issue", _issue),
}
"""Type → kind, and what yields its keys; empty values are left out later."""


# --- YAML -------------------------------------------------------------------------------------


def lines_of(pairs: Pairs, indent: int = 0) -> tuple[str, ...]:
    """An entry of a list, `indent` columns in, a key a line."""
    lines: list[str] = []
    for key, value in pairs:
        margin = " " * indent + ("  " if lines else "- ")
        if key in SENTENCES and not isinstance(value, str):
            lines.append(f"{margin}{key}:")
            lines += [f"{' ' * indent}    - {scalar(entry)}" for entry in value]
        else:
            lines.append(f"{margin}{inline(key, value)}")
    return tuple(lines)


def inline(key: str, value: Value) -> str:
    """A key and its value on one line."""
    bare = key.endswith("occurrence")
    if isinstance(value, str):
        return f"{key}: {value if bare else scalar(value)}"
    return f"{key}: [{', '.join(entry if bare else scalar(entry, flow=True) for entry in value)}]"


def scalar(value: str, *, flow: bool = False) -> str:
    """`value` on one line, in quotation marks only if YAML, or a person who knows YAML, would misread it.

    `flow`: within square brackets.
    """
    plain = (
        not AMBIGUOUS.search(value)
        and value.isprintable()
        and "\ufeff" not in value
        and not (flow and FLOW & set(value))
        and (value in {"yes", "no"} or _means_text(value))
    )
    return value if plain else quoted(value)


@lru_cache(maxsize=4096)
def _means_text(value: str) -> bool:
    """Whether YAML 1.1 takes the plain `value` for text, rather than a number, a date, a truth value or null."""
    # The resolver is a method of the loader, which reads nothing here.
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def quoted(value: str) -> str:
    """In double quotes, as JSON, which YAML includes; what is not printable is escaped."""
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() and char != "\ufeff" else _escaped(char) for char in quoted)


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
