"""Sentences held against what they may tell of, an event or a plan: each against those that are near it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

from generator.assemble.near import Near, lying_at
from generator.assemble.passages import Passage
from generator.assemble.tellings import Group, Key
from generator.memo import Memo, Remembered
from generator.outputs import encoded, fingerprint


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


SHORT = 8
"""Bytes of a mark that tell it from the few hundred others that one article is held against."""


class _Held(NamedTuple):
    """What the sentences of an article tell of the subjects near them."""

    lying: bytes
    """Stands for all subjects that lie at the times where the sentences look."""
    subjects: bytes
    """The marks of those that are near, each cut SHORT."""
    told: list[tuple[bytes, str, int]]
    """The mark of a subject, what a sentence tells of it, and the number of the sentence in its article."""

    def marks(self) -> frozenset[bytes]:
        """Those of `subjects` one by one."""
        return frozenset(self.subjects[at : at + SHORT] for at in range(0, len(self.subjects), SHORT))


def keys_of(group: Group) -> frozenset[str]:
    """The rarest words of each of its tellings."""
    return frozenset(key for telling in group for key in telling.rarest)


def answers(
    name: str,
    subjects: Sequence[S],
    articles: Sequence[Sequence[Passage]],
    looks_at: Callable[[Passage], tuple[str, ...]],
    answer: Callable[[S, Passage, frozenset[str]], str],
    memo: Memo,
) -> Iterator[tuple[Key, str, Passage]]:
    """First telling of a subject, what a sentence tells of it, and the sentence, in the order of the articles.

    `articles` are the sentences of each article, `looks_at` the times in which a sentence looks for a subject;
    `answer` is given a subject, a sentence, and what this says. What an article tells of a subject hangs on the two
    alone, so it is held again only against those that are new to it.
    """
    numbers = {subject.mark: number for number, subject in enumerate(subjects)}
    there = lying_at((subject.mark, subject.times) for subject in subjects)
    times = (dict.fromkeys(chain.from_iterable(map(looks_at, passages))) for passages in articles)
    lying = [fingerprint(encoded([there.get(time) for time in looks])) for looks in times]

    @cache
    def near() -> Near:
        return Near((subject.times for subject in subjects), lambda number: subjects[number].keys)

    def held(article: int, last: _Held | None) -> _Held:
        passages = articles[article]
        says = [passage.says for passage in passages]
        against = [
            near().looked_up(looks_at(passage), said) for passage, said in zip(passages, says, strict=True)
        ]
        now = {subjects[number].mark for found in against for number in found}
        known = last.marks() if last else frozenset()
        told = [one for one in last.told if one[0] in now] if last else []
        told += [
            (subject.mark, found, passage.order)
            for passage, said, others in zip(passages, says, against, strict=True)
            for subject in (subjects[number] for number in others)
            if subject.mark[:SHORT] not in known and (found := answer(subject, passage, said))
        ]
        told.sort(key=lambda one: (one[2], numbers[one[0]]))
        return _Held(lying[article], b"".join(sorted(mark[:SHORT] for mark in now)), told)

    results = memo.renewed(
        Remembered(name, held, _Held),
        (passages[0].told.mark if passages else b"" for passages in articles),
        lambda article, last: last.lying == lying[article],
    )
    for passages, result in zip(articles, results, strict=True):
        for mark, found, order in result.told:
            yield subjects[numbers[mark]].first, found, passages[order]
