"""Title, publication date, language and the rest of the front matter: each key is an item too."""

from dataclasses import dataclass

from generator.articlefile.contents import Contents
from generator.articlefile.layout import Chunk, Lines, Segments
from generator.articlefile.schema import FRONT
from generator.articlefile.splice import inserted, rewritten
from generator.articlefile.writing import front_line, front_values
from generator.ledger import MACHINE, PERSON, Entry, fingerprint, shortened
from generator.merge.states import removed_state, state_of
from generator.model import Article


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one key."""

    entry: Entry | None
    """For the ledger; None: nothing is known of it."""
    lines: Lines | None
    """To write; None: none. The same as before if it is a person's."""


def merge_front(found: Contents, article: Article) -> tuple[Segments, tuple[Entry, ...]]:
    """The front matter with the machine's newest values where nobody changed them, and the ledger's entries."""
    values = front_values(article)
    segments = found.page.front
    entries = []
    for key in FRONT:
        chunk = found.keys.get(key)
        if key == "reviewed":
            continue
        decision = _decide(key, values.get(key, ""), found, chunk)
        entries += [decision.entry] if decision.entry else []
        segments = _applied(segments, key, chunk, decision.lines)
    return segments, tuple(entries)


def is_known(found: Contents, article: Article) -> bool:
    """Whether the ledger has the machine's values already: what a person did with them is another matter."""
    values = front_values(article)
    return all(
        _knows(found.recorded_keys.get(key), key, values.get(key, ""), found.front.get(key, ""))
        for key in FRONT
        if key != "reviewed"
    )


def _knows(entry: Entry | None, key: str, value: str, written: str) -> bool:
    """Whether `entry` is of the machine's `value`; `written` is what stands in the file."""
    if entry is None:
        return not value
    if entry.state in MACHINE:
        return bool(value) and entry.hash == fingerprint((front_line(key, value),))
    if entry.state in PERSON:
        return entry.note == shortened(value) or (not entry.note and value in {"", written})
    return entry.words == shortened(value)


def _decide(key: str, value: str, found: Contents, chunk: Chunk | None) -> Decision:
    entry = found.recorded_keys.get(key)
    if entry is None and chunk is None:
        return _written(key, value) if value else Decision(None, None)
    state = state_of(entry, chunk)
    if state in MACHINE or state == "withdrawn":
        if value:
            return _written(key, value)
        return Decision(Entry(key, "front", "withdrawn"), None)
    if state in PERSON and chunk:
        note = value if value and found.front.get(key) != value else ""
        return Decision(Entry(key, "front", state, note=note), chunk.lines)
    return Decision(Entry(key, "front", removed_state(proposed=bool(value)), words=value), None)


def _written(key: str, value: str) -> Decision:
    lines = (front_line(key, value),)
    return Decision(Entry(key, "front", "written", hash=fingerprint(lines)), lines)


def _applied(segments: Segments, key: str, chunk: Chunk | None, lines: Lines | None) -> Segments:
    names = [there.name for there in segments.chunks]
    if chunk is None:
        return inserted(segments, _place(key, names), lines, gap=(), name=key) if lines else segments
    return rewritten(segments, names.index(key), lines)


def _place(key: str, names: list[str]) -> int:
    """Below the keys that come before it, above the entities."""
    before = FRONT[: FRONT.index(key)]
    return max((index + 1 for index, name in enumerate(names) if name in before), default=0)
