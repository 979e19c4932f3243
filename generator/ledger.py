"""The machine's record, in the article's file, of what it wrote and what people did with it.

    "format 1, extractor 1, text 5f0c3a9be21d"

    "title front - written 9be21d04"

    "ada-brook entity - written 5bc41f70  “Ada Brook”  person of the model"

    "tk3xq temporal 105-113 written 5f0c3a9b  day of the month"

    "sq7ab statement 217-250+270-295 touched  mode: indirect"

    "e2mno event 300-340@310-313 deleted  “The delegations met in Sennet”"

    "sent-1a2b3c4d is now sent-5e6f7a8b"

Entries are quoted strings with a blank line between them, in the order of the text: so git merges two
branches that change different items. Two blanks, which no words have within, part an entry's fields.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from generator.model import FORMAT, Diagnostic, Span

State = Literal["written", "returned", "touched", "added", "orphaned", "deleted", "gone", "withdrawn"]
"""
written     the machine wrote it and nobody changed it
returned    as written, but it had been withdrawn before, so a person should look
touched     a person changed it
added       a person wrote it
orphaned    a person's, and its words are no longer in the text
deleted     a person removed it, and the machine still proposes it
gone        a person removed it, and the machine no longer proposes it
withdrawn   the machine no longer proposes it
"""

MACHINE: frozenset[State] = frozenset({"written", "returned"})
"""The machine may change or remove these."""
PERSON: frozenset[State] = frozenset({"touched", "added", "orphaned"})
"""They stay as a person left them."""
REMOVED: frozenset[State] = frozenset({"deleted", "gone"})
"""They never come back."""
ABSENT: frozenset[State] = REMOVED | {"withdrawn"}
"""These do not stand in the file."""

HEAD = re.compile(r"format (?P<format>\d+), extractor (?P<extractor>\d+), text (?P<text>[0-9a-f]*)")
ENTRY = re.compile(
    r"(?P<id>[a-z0-9-]+) (?P<kind>front|entity|mention|temporal|statement|event|issue)"
    r" (?P<spans>-|\d+-\d+(?:\+\d+-\d+)*)(?:@(?P<key>\d+-\d+))?"
    rf" (?P<state>{'|'.join(get_args(State))})(?: (?P<hash>[0-9a-f]{{8}}))?"
    r"(?:  “(?P<words>(?:(?!  ).)*)”)?(?:  (?P<note>.+))?"
)
ALIAS = re.compile(
    r"(?P<old>sent-[0-9a-z-]+) is (?:now (?P<new>sent-[0-9a-z-]+)|gone  “(?P<note>.*)”)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the machine knows of one item, entity or key of the front matter."""

    id: str
    kind: str
    """`front`, `entity`, or a kind of item."""
    state: State
    spans: tuple[Span, ...] = ()
    """Where the machine read it, in the normal form of the text; empty for front and entity."""
    key: Span | None = None
    """An event's trigger, a statement's cue."""
    hash: str = ""
    """Of its lines as the machine wrote them, while they are the machine's; of an orphan's as they were then."""
    words: str = ""
    """What it is about, where neither the file nor the text tells: an entity's name, what is gone."""
    note: str = ""
    """written, returned: the rule that proposed it; touched, added: what the machine reads instead."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A sentence that was corrected: what its id is now, so that its old address leads there."""

    old: str
    new: str
    """Empty: it is gone."""
    note: str = ""
    """The words of a sentence that is gone."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that stands in the block."""

    extractor: int = 1
    """Version of the extractor that proposed last."""
    text: str = ""
    """Hash of the text that the offsets count in."""
    entries: tuple[Entry, ...] = ()
    aliases: tuple[Alias, ...] = ()

    def of_keys(self) -> Mapping[str, Entry]:
        """Key of the front matter → entry; of two the one that protects more."""
        return _best(entry for entry in self.entries if entry.kind == "front")

    def of_items(self) -> Mapping[str, Entry]:
        """Id of an entity or item → entry; likewise."""
        return _best(entry for entry in self.entries if entry.kind != "front")


def _best(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    best: dict[str, Entry] = {}
    for entry in entries:
        if entry.id not in best or _protects(entry) > _protects(best[entry.id]):
            best[entry.id] = entry
    return best


def _protects(entry: Entry) -> int:
    """Two branches merged by git can leave two entries for one item; what a person did counts more."""
    return (entry.state in PERSON) * 2 + (entry.state in REMOVED) + (entry.state not in MACHINE)


def parse(lines: Iterable[str], path: str, line: int) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
    """The ledger in `lines`, the first of which is line `line` of the file; None if it cannot be trusted."""
    head: re.Match[str] | None = None
    entries: list[Entry] = []
    aliases: list[Alias] = []
    problems: list[Diagnostic] = []
    for number, text in enumerate(lines, line):
        if not text.strip():
            continue
        content = _unquoted(text)
        if match := HEAD.fullmatch(content):
            head = match
        elif match := ENTRY.fullmatch(content):
            entries.append(_entry(match))
        elif match := ALIAS.fullmatch(content):
            aliases.append(Alias(match["old"], match["new"] or "", match["note"] or ""))
        else:
            problems.append(_unreadable(text, number, path))
    if head and int(head["format"]) > FORMAT:
        problems.append(_newer(int(head["format"]), path, line))
    if problems:
        return None, tuple(problems)
    if head is None:
        return Ledger(entries=tuple(entries), aliases=tuple(aliases)), ()
    return Ledger(int(head["extractor"]), head["text"], tuple(entries), tuple(aliases)), ()


def write(ledger: Ledger) -> tuple[str, ...]:
    """The lines of `ledger`: head, entries by place, aliases; a blank line between any two."""
    contents = [
        f"format {FORMAT}, extractor {ledger.extractor}, text {ledger.text}",
        *(_line(entry) for entry in sorted(ledger.entries, key=_order)),
        *(_alias(alias) for alias in sorted(ledger.aliases, key=lambda alias: alias.old)),
    ]
    return tuple(_separated(json.dumps(content, ensure_ascii=False) for content in contents))


def fingerprint(lines: Iterable[str]) -> str:
    """Eight hexadecimal digits of a hash of an item's lines; blanks at their ends do not count."""
    content = "\n".join(line.rstrip() for line in lines)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def shortened(words: str, limit: int = 300) -> str:
    """`words` on one line, with one blank between any two, cut at a blank if they are many."""
    words = " ".join(words.split())
    return words if len(words) <= limit else f"{words[:limit].rsplit(' ', 1)[0]} …"


def _separated(lines: Iterable[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        if index:
            yield ""
        yield line


def _order(entry: Entry) -> tuple[int, tuple[Span, ...], str]:
    """Front matter, entities, then items by place; entities and keys by id, whatever their order above."""
    return {"front": 0, "entity": 1}.get(entry.kind, 2), entry.spans, entry.id


def _line(entry: Entry) -> str:
    spans = "+".join(f"{span.start}-{span.end}" for span in entry.spans) or "-"
    key = f"@{entry.key.start}-{entry.key.end}" if entry.key else ""
    digest = f" {entry.hash}" if entry.hash else ""
    words = f"  “{shortened(entry.words)}”" if entry.words else ""
    note = f"  {shortened(entry.note)}" if entry.note else ""
    return f"{entry.id} {entry.kind} {spans}{key} {entry.state}{digest}{words}{note}"


def _alias(alias: Alias) -> str:
    return f"{alias.old} is now {alias.new}" if alias.new else f"{alias.old} is gone  “{alias.note}”"


def _entry(match: re.Match[str]) -> Entry:
    spans = () if match["spans"] == "-" else tuple(map(_span, match["spans"].split("+")))
    key = _span(match["key"]) if match["key"] else None
    return Entry(
        match["id"],
        match["kind"],
        cast("State", match["state"]),
        spans,
        key,
        match["hash"] or "",
        match["words"] or "",
        match["note"] or "",
    )


def _span(text: str) -> Span:
    start, end = text.split("-")
    return Span(int(start), int(end))


def _unquoted(line: str) -> str:
    try:
        content = json.loads(line)
    except ValueError:
        return ""
    return content if isinstance(content, str) else ""


def _unreadable(text: str, line: int, path: str) -> Diagnostic:
    message = f"this line of the ledger cannot be read: {shortened(text, 60)}"
    hint = "The ledger is the program's. Restore the line, or delete it: then its item counts as yours."
    return Diagnostic("ledger-line", "error", path, message, line, 1, hint)


def _newer(version: int, path: str, line: int) -> Diagnostic:
    message = f"this file has format {version}; this program knows formats up to {FORMAT}"
    return Diagnostic("newer-format", "error", path, message, line, 1, "Update the program.")
