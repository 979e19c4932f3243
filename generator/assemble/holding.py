"""Sentences held against what they may tell of, an event or a plan: each against those that are near it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.assemble.joining import Group, Key
from generator.assemble.near import Near
from generator.assemble.passages import Passage
from generator.memo import Memo, Remembered


@dataclass(frozen=True, slots=True)
class Subject:
    """A group of tellings as sentences are held against it."""

    first: Key
    faces: Group
    keys: frozenset[str]
    """The rarest words of each telling; a sentence that may tell of it has one of them."""
    times: tuple[str, ...]
    """When such a sentence looks for it."""
    mark: bytes
    """Stands for all that a sentence is held against."""


S = TypeVar("S", bound=Subject)
Answers = list[tuple[Key, str, int]]
"""First telling of a subject, what a sentence tells of it, and the number of the sentence in its article."""


def keys_of(group: Group) -> frozenset[str]:
    """The rarest words of each of its tellings."""
    return frozenset(key for telling in group for key in telling.rarest)


def answers(
    name: str,
    subjects: Sequence[S],
    articles: Sequence[Sequence[Passage]],
    looks_at: Callable[[Passage], tuple[str, ...]],
    answer: Callable[[S, Passage], str],
    memo: Memo,
) -> Iterator[tuple[Key, str, Passage]]:
    """First telling of a subject, what a sentence tells of it, and the sentence, in the order of the articles.

    `articles` are the sentences of each article, `looks_at` the times in which a sentence looks for a subject.
    """
    near = Near()
    for number, subject in enumerate(subjects):
        near.add(number, subject.times, subject.keys)

    def told(number: int) -> Answers:
        return [
            (subjects[other].first, found, passage.order)
            for passage in articles[number]
            for other in sorted(near.looked_up(looks_at(passage), passage.says))
            if (found := answer(subjects[other], passage))
        ]

    def near_to(passages: Sequence[Passage]) -> set[int]:
        """The subjects near any of the sentences, looked up at once for those that look at the same times."""
        words: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for passage in passages:
            words[looks_at(passage)].update(passage.roots, passage.names)
        return set().union(*(near.looked_up(times, said) for times, said in words.items()))

    results = memo.each(
        Remembered(name, told, Answers),
        [(number,) for number in range(len(articles))],
        [
            (
                passages[0].told.mark if passages else b"",
                [subjects[one].mark for one in sorted(near_to(passages))],
            )
            for passages in articles
        ],
    )
    for passages, pairs in zip(articles, results, strict=True):
        for first, found, order in pairs:
            yield first, found, passages[order]
