"""The front matter of an article's file: its keys, and the entities listed in it."""

from collections.abc import Iterator

from generator.articlefile import decode
from generator.articlefile.decode import Written
from generator.articlefile.layout import KEY, Chunk, Page, Segments
from generator.articlefile.schema import FrontKeys
from generator.articlefile.taking_apart import strays
from generator.ledger import shortened
from generator.model import Diagnostic
from generator.yamlfile import load, meant, taken_as, validate

RIGHTS = ("rights",)
"""A slip in this key must not publish anything."""


def values_of(page: Page, path: str) -> tuple[dict[str, str], tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The values that can be read, what is wrong with others, and what makes the file unsafe to change."""
    values: dict[str, str] = {}
    wrong: list[Diagnostic] = []
    broken: list[Diagnostic] = []
    seen: dict[str, int] = {}
    for chunk in page.front.chunks:
        if chunk.name in seen:
            hint = f"Keep one of the two; the first is in line {seen[chunk.name]}."
            message = f'the key "{chunk.name}" stands here twice'
            broken.append(Diagnostic("yaml-duplicate-key", "error", path, message, chunk.line, 1, hint))
            continue
        seen[chunk.name] = chunk.line
        if chunk.name == "entities":
            broken += _beside_entities(chunk, path)
            continue
        node, unread = load("\n".join(chunk.lines), path=path, line=chunk.line)
        broken += unread
        keys, problems = validate(node, FrontKeys, path=path) if node else (None, ())
        wrong += [taken_as(one, "none") for one in problems] if meant(chunk.name, RIGHTS) else problems
        if keys:
            value = getattr(keys, chunk.name) or ""
            values[chunk.name] = value if isinstance(value, str) else " ".join(value)
    return values, tuple(wrong), tuple(broken)


def _beside_entities(chunk: Chunk, path: str) -> Iterator[Diagnostic]:
    """What stands where only the list of entities may: it would be lost without a word."""
    hint = 'Delete it. The entities stand below this line, each beginning with "- id: ".'
    number, key = next((n, match) for n, line in enumerate(chunk.lines) if (match := KEY.match(line)))
    line = chunk.line + number
    beside = chunk.lines[number][key.end() :].partition(" #")[0].strip()
    listed = chunk.below is not None and bool(chunk.below.chunks)
    if beside and (listed or beside != "[]"):
        message = f'“{shortened(beside, 60)}” stands beside "entities:"'
        yield Diagnostic("not-a-list", "error", path, message, line, key.end() + 2, hint)
    elif chunk.below and not listed:
        below = Segments((chunk.lines[number + 1 :],), ())
        yield from strays(below, line + 1, path, "the entities", 'Begin each with "- id: ".')


def entities_of(page: Page, path: str) -> tuple[Written, ...]:
    """The entities listed, as written."""
    lists = (chunk.below for chunk in page.front.chunks if chunk.below)
    return tuple(decode.entity(chunk, path) for segments in lists for chunk in segments.chunks)
