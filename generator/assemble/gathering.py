"""What is told, dealt out to whom and what it concerns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from generator.model import Ref

T = TypeVar("T")


def by_id(told: Iterable[tuple[T, Iterable[Ref]]]) -> Mapping[str, Sequence[T]]:
    """Id → what concerns it, each once and in their order, from pairs of something and what it concerns.

    What nothing concerns is there, too, and empty.
    """
    found: dict[str, list[T]] = defaultdict(list)
    for one, refs in told:
        for id_ in dict.fromkeys(ref.id for ref in refs):
            found[id_].append(one)
    return found
