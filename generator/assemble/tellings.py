"""What articles tell of events, dated and ready to be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.assemble.days import Bounds, stretch
from generator.assemble.passages import Weights, weight
from generator.assemble.roots import COMMON, NONE, Written, numbers, ordinals, read
from generator.assemble.told import Told
from generator.model import Event, Phase, Ref
from generator.outputs import encoded, fingerprint

FACTS: frozenset[Phase] = frozenset({"happened", "under way"})
AHEAD: frozenset[Phase] = frozenset({"scheduled", "awaited", "forecast", "deadline"})
"""Phases of an event that has not happened when it is told."""
LEAST = 1.8
"""Weight under which a wording is too thin for its share to count in full."""
FACES = 6
"""So many tellings of an event are compared with another."""
RAREST = 4
"""So many of its words lead from one telling to others."""


@dataclass(frozen=True, slots=True)
class TellingOf:
    """One article's telling of an event."""

    told: Told
    event: Event
    number: int
    """Of the event in its article."""
    edtf: str
    note: str
    bounds: Bounds
    participants: tuple[Ref, ...]
    who: frozenset[str]
    """Ids of the participants."""
    heads: frozenset[str]
    """Roots of the trigger: what was done; of one that says little (`took place`), all the words."""
    roots: frozenset[str]
    """Content words of the clause, without names and dates."""
    anchors: frozenset[str]
    """Those, and the ids of the participants and of the place."""
    ordinals: frozenset[str]
    numbers: frozenset[str]
    """Those of `roots` that count things."""
    speaker: Ref | None
    """Who foretells it."""
    sentence: Written
    """Roots of the sentence that tells it."""
    names: frozenset[str]
    """Ids of whom and what that sentence names."""
    whole: float
    """Weight of all of it; what was done counts twice."""
    rarest: tuple[str, ...]
    """The few of `anchors` that tell most, those first: they lead from one telling to others."""
    mark: bytes
    """Stands for all that it is compared by, and for what its words weigh."""

    @property
    def key(self) -> "Key":
        """Finds it among all tellings."""
        return self.told.ref.id, self.number

    @property
    def fact(self) -> bool:
        """Whether it is told as something that is so, not as something to come."""
        return self.event.phase in FACTS


Group = Sequence[TellingOf]


def tellings_of(told: Told, weights: Weights) -> Iterator[TellingOf]:
    """The events that an article tells, dated and ready to be compared."""
    for number, (event, act) in enumerate(zip(told.reading.events, told.resolved.acts, strict=True)):
        refs = tuple(dict.fromkeys(ref for ref in map(told.entity, event.participants) if ref))
        who, place = frozenset(ref.id for ref in refs) or NONE, told.entity(event.place)
        roots = read(act.roots)
        anchors = roots | who | ({place.id} if place else set())
        heads = read(act.trigger) - COMMON or roots
        speaker, sentence = told.entity(event.said_by), told.resolved.roots[told.number(event.trigger)]
        said = told.mentions_in(told.sentence(event.trigger).span)
        names = frozenset(ref.id for mention in said if (ref := told.entity(mention.entity))) or NONE
        of = (
            told.ref.id, told.published, number, event, act, anchors, speaker, sentence, sorted(names),
            [weights.get(one) for one in sorted(anchors)],
        )  # fmt: skip
        yield TellingOf(
            told,
            event,
            number,
            act.edtf,
            act.note,
            stretch(act.edtf),
            refs,
            who,
            heads,
            roots,
            anchors,
            ordinals(roots),
            numbers(roots),
            speaker,
            sentence,
            names,
            weight(anchors, weights) + weight(heads, weights),
            tuple(sorted(anchors, key=lambda one: (-weights.get(one, 1.0), one))[:RAREST]),
            fingerprint(encoded(of)),
        )


Key = tuple[str, int]
"""Id of an article, and number of a telling in it."""


def faces_of(group: Group) -> list[TellingOf]:
    """The first few of a group's tellings that are not alike, for which all others may stand."""
    unlike = {(telling.anchors, telling.bounds): telling for telling in reversed(group)}
    return [telling for telling in group if unlike[telling.anchors, telling.bounds] is telling][:FACES]


def share(telling: TellingOf, common: frozenset[str], weights: Weights) -> float:
    """How much of the telling `common` is, by weight; what was done counts twice."""
    return (weight(common, weights) + weight(telling.heads & common, weights)) / max(telling.whole, LEAST)
