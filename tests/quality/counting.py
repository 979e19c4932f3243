"""Tallies, misses, and the one-to-one pairing that every measure uses. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar


class Tally(NamedTuple):
    """Counts of one measure; `hits` may be a fraction where a cluster is partly right."""

    hits: float = 0
    predicted: float = 0
    gold: float = 0

    @property
    def precision(self) -> float:
        """Percent of what was predicted that is right."""
        return 100 * self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Percent of the gold that was found."""
        return 100 * self.hits / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of the two, percent."""
        both = self.predicted + self.gold
        return 200 * self.hits / both if both else 0.0

    def plus(self, other: "Tally") -> "Tally":
        """Both counts together."""
        return Tally(*(one + two for one, two in zip(self, other, strict=True)))


class Miss(NamedTuple):
    """One thing that is not as the gold has it."""

    measure: str
    article: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a measure counted."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    """Measure → counts; a share has as many predicted as gold."""
    misses: tuple[Miss, ...] = ()


class Counter:
    """Gathers counts and misses while a measure walks through its items."""

    def __init__(self, article: str = "") -> None:
        self._article = article
        self._tallies: dict[str, Tally] = {}
        self._misses: list[Miss] = []

    def add(self, measure: str, hits: float, predicted: float, gold: float) -> None:
        """Add counts to `measure`."""
        self._tallies[measure] = self._tallies.get(measure, Tally()).plus(Tally(hits, predicted, gold))

    def share(self, measure: str, right: bool, what: str, reason: str) -> None:
        """Count one item of a measure that is a plain share; a wrong one is a miss."""
        self.add(measure, right, 1, 1)
        if not right:
            self.miss(measure, what, reason)

    def miss(self, measure: str, what: str, reason: str) -> None:
        """Write down one miss."""
        self._misses.append(Miss(measure, self._article, what, reason))

    def found(self) -> Found:
        """All that was counted."""
        return Found(self._tallies, tuple(self._misses))


def together(parts: Iterable[Found]) -> Found:
    """Several countings as one."""
    tallies: dict[str, Tally] = {}
    misses: list[Miss] = []
    for part in parts:
        for measure, tally in part.tallies.items():
            tallies[measure] = tallies.get(measure, Tally()).plus(tally)
        misses += part.misses
    return Found(tallies, tuple(misses))


One, Other = TypeVar("One"), TypeVar("Other")


def pair(
    gold: Sequence[One], predicted: Sequence[Other], likeness: Callable[[One, Other], float]
) -> dict[int, int]:
    """Index in `gold` → index in `predicted`, one to one, the likest first; likeness 0 never pairs."""
    scored = sorted(
        ((-score, i, j) for i, one in enumerate(gold) for j, other in enumerate(predicted)
         if (score := likeness(one, other)) > 0)
    )  # fmt: skip
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, i, j in scored:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def b_cubed(gold: Mapping[Other, str], predicted: Mapping[Other, str]) -> Tally:
    """B-cubed of two clusterings of the same items; an item without a predicted cluster stands alone.

    Precision and recall differ, so the tally's `predicted` is scaled to give both.
    """
    own = {item: predicted.get(item, f"alone {number}") for number, item in enumerate(gold)}
    precision = recall = 0.0
    for item in gold:
        same = {other for other in gold if gold[other] == gold[item]}
        got = {other for other in gold if own[other] == own[item]}
        precision += len(same & got) / len(got)
        recall += len(same & got) / len(same)
    return Tally(recall, recall * len(gold) / precision, len(gold)) if gold else Tally()
