"""The entities of the front matter, and what references to them become."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.articlefile.contents import Contents
from generator.articlefile.decode import Written
from generator.articlefile.layout import EMPTY, ENTRY, Lines, Segments
from generator.articlefile.normal import Normal
from generator.articlefile.splice import changed, inserted, position, removed, rewritten
from generator.articlefile.writing import INDENT, entity_entry, entity_lines
from generator.ledger import MACHINE, PERSON, REMOVED, Entry, State
from generator.merge.differences import NOT_PROPOSED, RETURNED, differences
from generator.merge.states import removed_state, state_in, state_of
from generator.model import Event, IssueItem, Item, Mention, NamedEntity, Statement


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the file or of the ledger."""

    id: str
    """Empty: it has none of its own, so that the ledger cannot name it."""
    state: State
    entry: Entry | None
    written: Written | None

    @property
    def entity(self) -> NamedEntity | None:
        """As it stands in the file, if it can be read there."""
        return self.written.item if self.written and isinstance(self.written.item, NamedEntity) else None


@dataclass(frozen=True, slots=True)
class MergedEntities:
    """The list after the merge, and what it means for what refers to it."""

    segments: Segments
    entries: tuple[Entry, ...]
    ids: Mapping[str, str]
    """Id that the machine proposed → id in the file; empty: a person removed the entity."""

    @property
    def present(self) -> tuple[str, ...]:
        """Ids of those in the file."""
        return tuple(entry.id for entry in self.entries if entry.state in MACHINE | PERSON)


def merge_entities(found: Contents, proposed: Sequence[NamedEntity], normal: Normal) -> MergedEntities:
    """Entities matched by id, or by name where a person gave another id, merged item by item."""
    known = _known(found)
    matches = _match(known, proposed)
    segments = _list(found)
    indent = _indent(segments)
    entries: list[Entry] = []
    # Of several that are one entity of a person's, the first that was found speaks for the machine.
    first = {index: proposed[number] for number, index in reversed(matches.items())}
    for index, item in enumerate(known):
        entity = first.get(index)
        lines, entry = _decide(item, entity, normal, indent)
        entries += [entry] if item.id else []
        segments = _applied(segments, item.written, lines)
    for number, entity in enumerate(proposed):
        if number not in matches:
            lines = entity_lines(entity, indent)
            segments = inserted(segments, len(segments.chunks), lines)
            entries.append(entity_entry(entity, lines))
    ids = {
        entity.id: _id(known[matches[number]]) if number in matches else entity.id
        for number, entity in enumerate(proposed)
    }
    return MergedEntities(segments, tuple(entries), ids)


def _id(item: KnownEntity) -> str:
    """As references to it say it; empty: it was removed."""
    return "" if item.state in REMOVED else item.written.id if item.written else item.id


def _known(found: Contents) -> list[KnownEntity]:
    known = []
    seen = {written.id for written in found.entities}
    for written in found.entities:
        if not written.id or written.chunk.line in found.copies:
            known.append(KnownEntity("", "added", None, written))
            continue
        entry = found.entry(written)
        entry = entry if entry and entry.kind == "entity" else None
        known.append(KnownEntity(written.id, state_in(found, written, entry), entry, written))
    for id_, entry in found.recorded.items():
        if entry.kind == "entity" and id_ not in seen:
            known.append(KnownEntity(id_, state_of(entry, None), entry, None))
    return known


def _match(known: Sequence[KnownEntity], proposed: Sequence[NamedEntity]) -> dict[int, int]:
    """Index of a proposed entity → index of the one that it is.

    By id in the file; by name in the file, several to one that is a person's; by id or name among the others.
    """
    matches: dict[int, int] = {}
    used: set[int] = set()
    for test in (_same_id, _same_name, _same_removed):
        for number, entity in enumerate(proposed):
            if number in matches:
                continue
            index = next((i for i, item in enumerate(known) if i not in used and test(item, entity)), None)
            if index is None:
                continue
            matches[number] = index
            if known[index].state not in PERSON | REMOVED:
                used.add(index)
    return matches


def _same_id(item: KnownEntity, entity: NamedEntity) -> bool:
    return item.written is not None and item.id == entity.id


def _same_name(item: KnownEntity, entity: NamedEntity) -> bool:
    here = item.entity
    return here is not None and (
        _fold(entity.name) in map(_fold, (here.name, *here.names))
        or _fold(here.name) in map(_fold, entity.names)
    )


def _same_removed(item: KnownEntity, entity: NamedEntity) -> bool:
    if item.written is not None or item.entry is None:
        return False
    return item.id == entity.id or _fold(item.entry.words) == _fold(entity.name)


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _decide(
    item: KnownEntity, entity: NamedEntity | None, normal: Normal, indent: int
) -> tuple[Lines | None, Entry]:
    """The lines to write, None for none, and the entry for the ledger."""
    if item.state in PERSON and item.written:
        return item.written.chunk.lines, Entry(
            item.id, "entity", item.state, words=_name(item), note=_note(item, entity, normal)
        )
    if item.state in REMOVED:
        return None, Entry(item.id, "entity", removed_state(proposed=entity is not None), words=_name(item))
    if entity is None:
        return None, Entry(item.id, "entity", "withdrawn", words=_name(item))
    state: State = item.state if item.state in MACHINE else "returned"
    unsure = entity.unsure or (RETURNED if state == "returned" else "")
    entity = replace(entity, id=item.id, unsure=unsure)
    lines = entity_lines(entity, indent)
    return lines, replace(entity_entry(entity, lines), state=state)


def _name(item: KnownEntity) -> str:
    """By which the entity is known once it is gone."""
    return item.entity.name if item.entity else item.entry.words if item.entry else ""


def _note(item: KnownEntity, entity: NamedEntity | None, normal: Normal) -> str:
    """What the machine reads instead of what a person wrote."""
    if entity is None:
        return NOT_PROPOSED if item.state == "touched" else ""
    return differences(item.entity, entity, normal) if item.entity else ""


def _applied(segments: Segments, written: Written | None, lines: Lines | None) -> Segments:
    if written is None:
        return inserted(segments, len(segments.chunks), lines) if lines else segments
    return rewritten(segments, position(segments, written.chunk.line), lines)


def _list(found: Contents) -> Segments:
    chunk = found.keys.get("entities")
    return chunk.below if chunk and chunk.below else EMPTY


def _indent(segments: Segments) -> int:
    """How far in the list stands."""
    first = next(
        (match for chunk in segments.chunks for match in map(ENTRY.match, chunk.lines) if match), None
    )
    return len(first["indent"]) if first else INDENT


# --- references -------------------------------------------------------------------------------


def renamed(item: Item, ids: Mapping[str, str]) -> Item | None:
    """`item` with references to entities as the file names them; those to removed ones are left out.

    None for a mention of an entity that a person removed.
    """

    def one(id_: str) -> str:
        return ids.get(id_, id_)

    if isinstance(item, Mention):
        return replace(item, entity=one(item.entity)) if one(item.entity) or not item.entity else None
    if isinstance(item, Statement):
        return replace(item, speaker=one(item.speaker))
    if isinstance(item, Event):
        participants = tuple(dict.fromkeys(filter(None, map(one, item.participants))))
        return replace(item, participants=participants, place=one(item.place), said_by=one(item.said_by))
    if isinstance(item, IssueItem):
        return replace(item, according_to=one(item.according_to))
    return item


EMPTY_LIST = re.compile(r"""^([^\s:]+[ \t]*:)[ \t]*\[\]""")
"""What says that there are no entities, once there are some."""


def with_entities(front: Segments, entities: Segments) -> Segments:
    """The front matter with another list of entities."""
    names = [chunk.name for chunk in front.chunks]
    if "entities" not in names:
        lines = ("entities:", *entities.lines())
        return inserted(front, len(names), lines, gap=(), name="entities") if entities.chunks else front
    index = names.index("entities")
    chunk = front.chunks[index]
    before = tuple(chunk.below.lines()) if chunk.below else ()
    after = tuple(entities.lines())
    if before == after:
        return front
    if not any(line.strip() for line in after):
        return removed(front, index)
    head = chunk.lines[: len(chunk.lines) - len(before)]
    opening = EMPTY_LIST.sub(r"\1", head[-1])
    return changed(front, index, (*head[:-1], opening, *after))
