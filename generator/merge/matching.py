"""Which proposal is which item that is known: the same, its near twin, or new."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.ledger import MACHINE, PERSON, REMOVED, State
from generator.model import Span

ALIKE = 0.5
"""Share of all their characters that two items must have in common to be twins."""

CONTAINED = frozenset({"temporal", "mention", "issue"})
"""Kinds of which two are twins if one lies within the other: a phrase is read longer or shorter."""

NAMED_BY_WORD = frozenset({"event"})
"""Kinds of which two differ if the one word that names them does, however much of a clause they share."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands, in the normal form of the new text."""

    spans: tuple[Span, ...]
    key: Span | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An item of the file or of the ledger, as far as matching needs it."""

    id: str
    kind: str
    state: State
    places: tuple[Place, ...]
    """Where the machine read it, and where a person put it; empty: its words are gone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal, as far as matching needs it."""

    kind: str
    place: Place
    id: str
    """What it would be called if it were new."""


def match(known: Sequence[Known], candidates: Sequence[Candidate]) -> dict[int, int]:
    """Index of a candidate → index of the item that it is; candidates that are new are missing.

    An item of the machine is matched at most once. What a person changed, wrote or removed takes every twin
    of it too, so that none appears beside it or comes back.
    """
    found: dict[int, int] = {}
    used: set[int] = set()
    for pairs in (_exact, _by_id, _twins_of_people, _twins_of_machine):
        for item, candidate in pairs(known, candidates, found, used):
            if candidate in found or item in used:
                continue
            found[candidate] = item
            if known[item].state not in PERSON | REMOVED:
                used.add(item)
    return found


Pairs = Iterable[tuple[int, int]]


def _exact(
    known: Sequence[Known], candidates: Sequence[Candidate], _found: dict[int, int], _used: set[int]
) -> Iterator[tuple[int, int]]:
    """The same words, and the same naming word; what stands in the file before what does not."""
    by_place: dict[tuple[str, Place], list[int]] = {}
    for index, candidate in enumerate(candidates):
        by_place.setdefault((candidate.kind, candidate.place), []).append(index)
    for index in sorted(range(len(known)), key=lambda i: (_rank(known[i]), i)):
        for place in known[index].places:
            for candidate in by_place.get((known[index].kind, place), ()):
                yield index, candidate


def _by_id(
    known: Sequence[Known], candidates: Sequence[Candidate], _found: dict[int, int], _used: set[int]
) -> Iterator[tuple[int, int]]:
    """The same id, which is made of the words, for items whose place was lost."""
    by_id = {candidate.id: index for index, candidate in enumerate(candidates)}
    for index, item in enumerate(known):
        if not item.places and item.id in by_id and candidates[by_id[item.id]].kind == item.kind:
            yield index, by_id[item.id]


def _twins_of_people(
    known: Sequence[Known], candidates: Sequence[Candidate], found: dict[int, int], used: set[int]
) -> list[tuple[int, int]]:
    people = [i for i, item in enumerate(known) if item.state in PERSON | REMOVED]
    return _twins(known, people, candidates, found)


def _twins_of_machine(
    known: Sequence[Known], candidates: Sequence[Candidate], found: dict[int, int], used: set[int]
) -> list[tuple[int, int]]:
    machine = [i for i, item in enumerate(known) if item.state not in PERSON | REMOVED and i not in used]
    return _twins(known, machine, candidates, found)


def _twins(
    known: Sequence[Known], indices: Sequence[int], candidates: Sequence[Candidate], found: dict[int, int]
) -> list[tuple[int, int]]:
    """All pairs of twins, the most alike first."""
    scored = [
        (-score, _rank(known[index]), index, number)
        for number, candidate in enumerate(candidates)
        if number not in found
        for index in indices
        if known[index].kind == candidate.kind
        for score in [
            max(
                (likeness(candidate.kind, place, candidate.place) for place in known[index].places),
                default=0.0,
            )
        ]
        if score > 0
    ]
    return [(index, number) for _, _, index, number in sorted(scored)]


def _rank(item: Known) -> int:
    """Among equals, what stands in the file comes first, and what was withdrawn last."""
    if item.state in PERSON:
        return 0
    return 1 if item.state in MACHINE else 2 if item.state in REMOVED else 3


def likeness(kind: str, first: Place, second: Place) -> float:
    """How much two items of one kind are about the same words, up to 1; 0: they are not twins."""
    if not first.spans or not second.spans:
        return 0.0
    if kind in NAMED_BY_WORD and first.key and second.key and not first.key.overlaps(second.key):
        return 0.0
    shared = sum(_shared(one, other) for one in first.spans for other in second.spans)
    lengths = [sum(span.end - span.start for span in place.spans) for place in (first, second)]
    union = sum(lengths) - shared
    share = shared / union if union else 0.0
    if share >= ALIKE:
        return share
    same_word = first.key is not None and first.key == second.key
    within = shared and shared == min(lengths)
    return share if (kind in CONTAINED and within) or (same_word and shared) else 0.0


def _shared(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))
