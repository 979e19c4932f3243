"""Which proposal is which item that is known: the same, its near twin, or new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.ledger import ABSENT, MACHINE, PERSON, REMOVED, State
from generator.merge.texts import DISTINCT
from generator.model import Span

ALIKE = 0.5
"""Share of all their characters that two items must have in common to be twins."""

CONTAINED = frozenset({"temporal", "mention", "issue"})
"""Kinds of which two are twins if one lies within the other: a phrase is read longer or shorter."""

NAMED_BY_WORD = frozenset({"event"})
"""Kinds of which two differ if the one word that names them does, however much of a clause they share."""


Pair = tuple[int, int]
"""Index of an item, index of a candidate."""


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
    words: str = ""
    """What it was about."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal, as far as matching needs it."""

    kind: str
    place: Place
    id: str
    """What it would be called if it were new."""
    words: str = ""


def match(known: Sequence[Known], candidates: Sequence[Candidate]) -> dict[int, int]:
    """Index of a candidate → index of the item that it is; candidates that are new are missing.

    An item of the machine is matched at most once. What a person changed, wrote or removed takes every twin
    of it too, so that none appears beside it or comes back, not even one that the machine had withdrawn.
    """
    found: dict[int, int] = {}
    used: set[int] = set()
    for pairs, states in PASSES:
        left = [number for number in range(len(candidates)) if number not in found]
        free = [index for index, item in enumerate(known) if item.state in states and index not in used]
        for index, number in pairs(known, free, candidates, left):
            if number in found or index in used:
                continue
            found[number] = index
            if not _is_persons(known[index]):
                used.add(index)
    return found


def _is_persons(item: Known) -> bool:
    return item.state in PERSON | REMOVED


def _exact(
    known: Sequence[Known], free: Sequence[int], candidates: Sequence[Candidate], left: Sequence[int]
) -> Iterator[Pair]:
    """The same words, and the same naming word; what stands in the file before what does not."""
    by_place: dict[tuple[str, Place], list[int]] = {}
    for number in left:
        by_place.setdefault((candidates[number].kind, candidates[number].place), []).append(number)
    for index in sorted(free, key=lambda i: (_rank(known[i]), i)):
        for place in known[index].places:
            for number in by_place.get((known[index].kind, place), ()):
                yield index, number


def _lost(
    known: Sequence[Known], free: Sequence[int], candidates: Sequence[Candidate], left: Sequence[int]
) -> Iterator[Pair]:
    """Items whose place is lost: the same id, which is made of words and sentence, or the same long words."""
    for index in free:
        item = known[index]
        for number in left if not item.places else ():
            other = candidates[number]
            same_words = len(item.words) >= DISTINCT and item.words == other.words
            if item.kind == other.kind and (item.id == other.id or same_words):
                yield index, number


def _twins(
    known: Sequence[Known], free: Sequence[int], candidates: Sequence[Candidate], left: Sequence[int]
) -> list[Pair]:
    """All pairs of twins, the most alike first."""
    scored = []
    for number in left:
        other = candidates[number]
        for index in free:
            item = known[index]
            if item.kind == other.kind:
                score = max((likeness(item.kind, place, other.place) for place in item.places), default=0.0)
                scored += [(-score, _rank(item), index, number)] if score > 0 else []
    return [(index, number) for _, _, index, number in sorted(scored)]


KNOWN = MACHINE | PERSON | REMOVED
WITHDRAWN: frozenset[State] = ABSENT - REMOVED
PASSES = (
    (_exact, KNOWN),
    (_lost, KNOWN),
    (_twins, PERSON | REMOVED),
    (_exact, WITHDRAWN),
    (_lost, WITHDRAWN),
    (_twins, MACHINE | WITHDRAWN),
)
"""Which pairs are looked for, one after the other, and among items in which states."""


def _rank(item: Known) -> int:
    """Among equals, what stands in the file comes first, and what was withdrawn last."""
    if item.state in PERSON:
        return 0
    return 1 if item.state in MACHINE else 2 if item.state in REMOVED else 3


def likeness(kind: str, first: Place, second: Place) -> float:
    """How much two items of one kind are about the same words, up to 1; 0: they are not twins."""
    if not first.spans or not second.spans:
        return 0.0
    if first.spans[0].start >= second.spans[-1].end or second.spans[0].start >= first.spans[-1].end:
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
