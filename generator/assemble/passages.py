"""Sentences as they are compared across articles: what they say, of whom, when, and how rare the words are."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from generator.assemble.days import Bounds, stretch
from generator.assemble.roots import COMMON, FEW, ORDINALS, WORD, Written, read, root
from generator.assemble.told import Told
from generator.model import Sentence

BACKGROUND = 200
"""Sentences that a small dossier is thought to have beside its own, so that two articles' words are rare too."""
GRAIN = 32
"""Weights are 32nds: sums of them are the same in any order, and one article more hardly changes any."""
LIGHT = 11 / GRAIN
"""Weight of a COMMON word beside a word that a single sentence has, which weighs 1."""

TO_COME = frozenset(
    "will would shall should may might could can must to if unless whether expected due planned scheduled hopes "
    "hoped aims plans promised promise wants wanted urged agreed not never no without before until".split()
)
"""Before a verb, a few words back: it is not told as done."""
FEW_WORDS = 3
"""So many words back."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article."""

    told: Told
    order: int
    """Number of the sentence in the article."""
    names: tuple[str, ...]
    """Ids of the entities it names, each once."""
    dates: tuple[Bounds, ...]
    """What its time expressions mean on the calendar."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self.told.sentences[self.order]

    @property
    def text(self) -> str:
        """Its words, on one line."""
        return self.told.lines[self.order]

    @property
    def roots(self) -> frozenset[str]:
        """Of its content words without those of names."""
        return read(self.told.resolved.roots[self.order])

    @property
    def says(self) -> frozenset[str]:
        """`roots` and `names` together."""
        return _together(self.told.resolved.roots[self.order], self.names)


@lru_cache(maxsize=4096)
def _together(roots: Written, names: tuple[str, ...]) -> frozenset[str]:
    return read(roots).union(names)


def passages(told: Told) -> tuple[Passage, ...]:
    """The sentences of an article."""
    reading = told.reading
    named: dict[int, dict[str, None]] = {}
    for mention in reading.mentions:
        if ref := told.entity(mention.entity):
            named.setdefault(told.number(mention.span), {})[ref.id] = None
    dated: dict[int, list[Bounds]] = {}
    for temporal, resolution in zip(reading.temporals, told.resolutions, strict=True):
        if any(found := stretch(resolution.edtf)):
            dated.setdefault(told.number(temporal.span), []).append(found)
    return tuple(
        Passage(told, number, tuple(named.get(number, ())), tuple(dated.get(number, ())))
        for number in range(len(told.sentences))
    )


class Weights(dict[str, float]):
    """Root or entity id → how much it tells of what is told; what the dossier has nowhere counts as rare."""

    def __missing__(self, one: str) -> float:
        """That of what is not there, which stays so."""
        return LIGHT if one in COMMON else 1.0


def weigher(found: Iterable[Passage]) -> Weights:
    """The weights of all that is said: 1 where one sentence has it, less where many do."""
    all_ = tuple(found)
    counts = Counter(chain.from_iterable(passage.roots for passage in all_))
    counts.update(one for passage in all_ for one in passage.names if one not in passage.roots)
    size = BACKGROUND + len(all_)
    rarity = {n: round(GRAIN * math.log(size / n) / math.log(size)) / GRAIN for n in set(counts.values())}
    light = dict.fromkeys(COMMON | ORDINALS | FEW, LIGHT)
    return Weights((one, min(light.get(one, 1.0), rarity[n])) for one, n in counts.items())


def weight(found: Iterable[str], weights: Weights) -> float:
    """Together."""
    return sum(map(weights.__getitem__, found))


def told_as_done(passage: Passage, heads: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentence as something done, not as something to come or denied."""
    return not heads.isdisjoint(_done(passage.text))


@lru_cache(maxsize=4096)
def _done(text: str) -> frozenset[str]:
    """Roots of the words of a sentence before which nothing says that they are to come or denied."""
    words = [word.casefold() for word in WORD.findall(text)]
    return frozenset(
        root(word) for at, word in enumerate(words) if TO_COME.isdisjoint(words[max(0, at - FEW_WORDS) : at])
    )
