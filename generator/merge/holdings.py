"""The items that the file and its ledger know, brought into the new text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.articlefile import decode
from generator.articlefile.contents import Contents
from generator.articlefile.decode import Written
from generator.articlefile.encode import pairs_of
from generator.articlefile.finding import Ground
from generator.articlefile.layout import Chunk, Lines
from generator.articlefile.requote import requoted
from generator.articlefile.writing import key_of
from generator.identity import moved, spans_of
from generator.ledger import ABSENT, MACHINE, PERSON, REMOVED, Entry, State
from generator.merge.matching import Known, Place
from generator.merge.states import state_in, state_of
from generator.merge.texts import Texts
from generator.model import Item, NamedEntity

NOWHERE = Place(())


@dataclass(frozen=True, slots=True)
class Holding:
    """An item of the file or of the ledger, in the new text."""

    id: str
    """Empty: it has none of its own, so that the ledger cannot name it."""
    kind: str
    state: State
    """What a person did with it, before any proposal is looked at."""
    entry: Entry | None
    written: Written | None
    recorded: Place
    """Where the machine read it."""
    item: Item | None
    """As it stands in the file; None: it does not, it cannot be read, or its words are gone."""
    lines: Lines
    """As they stand in the file, with the words that they quote brought up to date."""
    words: str
    """What it is, or was, about."""
    lost: bool = False
    """It is in the file, and its words are not in the text."""

    def known(self) -> Known:
        """As far as matching needs it."""
        places = [self.recorded, _place(self.item)]
        return Known(
            self.id, self.kind, self.state, tuple(p for p in dict.fromkeys(places) if p.spans), self.words
        )


def holdings(found: Contents, both: Texts, entities: Sequence[str]) -> tuple[Holding, ...]:
    """All of them, those of the file first. `entities` are ids that they may refer to."""
    ground = Ground(both.new.text, both.new.paragraphs, found.path, tuple(entities))
    copies = found.copies
    present = []
    for written in found.items:
        entry = found.entry(written) if written.chunk.line not in copies else None
        entry = entry if entry and entry.kind != "entity" else None
        holding = _present(written, state_in(found, written, entry), entry, both, ground)
        present.append(replace(holding, id="") if written.chunk.line in copies else holding)
    seen = {written.id for written in found.items} | set(copies.values())
    absent = [
        _absent(entry, both)
        for id_, entry in found.recorded.items()
        if entry.kind != "entity" and id_ not in seen
    ]
    return tuple(_renamed(present, [*absent, *_of_another_kind(present, found, both)]))


def _of_another_kind(present: Sequence[Holding], found: Contents, both: Texts) -> Iterator[Holding]:
    """What the machine read where a person wrote an item of another kind under the same id: that is removed."""
    for holding in present:
        entry = holding.entry
        if entry is None or entry.kind == holding.kind or entry.state in ABSENT:
            continue
        id_ = f"{entry.id}-{entry.kind}"
        if id_ not in found.recorded:
            yield replace(_absent(replace(entry, id=id_), both), words=both.recorded_words(entry.spans))


def _present(written: Written, state: State, entry: Entry | None, both: Texts, ground: Ground) -> Holding:
    item = written.item if written.item and not isinstance(written.item, NamedEntity) else None
    there = moved(item, both.move) if item else _recovered(written, state, both, ground)
    lines = written.chunk.lines
    if there and state in PERSON and not both.same:
        updated = _updated(written, there, both, ground)
        there, lines = (there, updated) if updated is not None else (None, lines)
    kind = written.kind or (entry.kind if entry else "")
    recorded = _recorded(entry, both)
    words = " … ".join(written.quotes)
    missing = any(problem.code == "quote-not-found" for problem in written.problems)
    orphan = entry is not None and entry.state == "orphaned"
    # Words that never stood in the text are a slip, and no orphan's.
    lost = there is None and (item is not None or (missing and orphan))
    return Holding(written.id, kind, state, entry, written, recorded, there, lines, words, lost)


def _recovered(written: Written, state: State, both: Texts, ground: Ground) -> Item | None:
    """A person's item whose words came into the text by a correction: a change of the seed was taken back."""
    if state not in PERSON or both.same or any(quote in both.old for quote in written.quotes):
        return None
    item = decode.item(written.chunk, 0, ground).item
    return None if isinstance(item, NamedEntity) else item


def _absent(entry: Entry, both: Texts) -> Holding:
    """What is not in the file. A removal holds for what its sentence says there now, if most of that stayed."""
    state, place = state_of(entry, None), _recorded(entry, both)
    words = entry.words or both.recorded_words(entry.spans)
    if state in REMOVED:
        place = place if place.spans else _instead(entry, both)
        words = both.words(place.spans) or words
    return Holding(entry.id, entry.kind, state, entry, None, place, None, (), words)


def _recorded(entry: Entry | None, both: Texts) -> Place:
    """The ledger's place in the new text; all of it or nothing."""
    if entry is None:
        return NOWHERE
    spans = tuple(both.move_recorded(span, entry.words) for span in entry.spans)
    own = tuple(span for span in spans if span)
    key = both.move_recorded(entry.key, "") if entry.key else None
    return Place(own, key) if len(own) == len(spans) else NOWHERE


def _instead(entry: Entry, both: Texts) -> Place:
    """Where other words stand now for those of the ledger's place."""
    spans = tuple(filter(None, map(both.stead_of, entry.spans)))
    return Place(spans, both.move_recorded(entry.key, "") if entry.key and spans else None)


def _place(item: Item | None) -> Place:
    return Place(spans_of(item), key_of(item)) if item else NOWHERE


def _updated(written: Written, new: Item, both: Texts, ground: Ground) -> Lines | None:
    """The lines of a person's item that say `new` in the corrected text; None if that cannot be written."""
    index = both.new.paragraph_at(spans_of(new)[0].start)
    if written.node is None or _says(written.chunk, index, ground, new):
        return written.chunk.lines
    wanted = dict(pairs_of(new, both.new.text, both.new.paragraphs[index]))
    lines = requoted(written.chunk, written.node, written.kind, wanted)
    return lines if _says(replace(written.chunk, lines=lines), index, ground, new) else None


def _says(chunk: Chunk, paragraph: int, ground: Ground, item: Item) -> bool:
    """Whether `chunk` below `paragraph` is read as standing where `item` stands."""
    there = decode.item(chunk, paragraph, ground).item
    if there is None or isinstance(there, NamedEntity):
        return False
    return _places(there) == _places(item)


def _places(item: Item) -> tuple[object, ...]:
    return (
        *spans_of(item),
        getattr(item, "source", None),
        getattr(item, "cue", None),
        getattr(item, "trigger", None),
    )


def _renamed(present: Sequence[Holding], absent: Sequence[Holding]) -> Iterator[Holding]:
    """All holdings; where a person changed only an id, joined with what the ledger knows under the old one."""
    gone = list(absent)
    for holding in present:
        place = _place(holding.item)
        twin = next((other for other in gone if holding.entry is None and _same(other, holding, place)), None)
        if twin:
            gone.remove(twin)
            yield replace(holding, state="touched", entry=twin.entry, recorded=twin.recorded)
        else:
            yield holding
    yield from gone


def _same(gone: Holding, here: Holding, place: Place) -> bool:
    """Whether `gone`, which vanished since the last run, stands as `here` under another id."""
    just_gone = gone.entry is not None and gone.entry.state in MACHINE | PERSON
    return just_gone and gone.kind == here.kind and gone.recorded.spans == place.spans != ()
