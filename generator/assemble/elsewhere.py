"""What one article quotes and another tells otherwise: a no, another number, another day."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

from generator.assemble.answers import SAME_TIME, SHARED
from generator.assemble.counts import at_odds
from generator.assemble.days import Bounds, days_apart, in_weeks, overlap
from generator.assemble.denials import OUTRIGHT, POSITION, TO_COME
from generator.assemble.gainsaying import Gainsaying
from generator.assemble.near import Comparison, Near, each_compared, lying_before
from generator.assemble.roots import COMMON, FEW, NONE, read, roots
from generator.assemble.said import Said, said_in
from generator.assemble.told import Told
from generator.memo import Memo
from generator.model import StatementView
from generator.outputs import encoded, fingerprint

WEEKS = 92
"""Days between two articles of one story."""
FREQUENT = 40
"""A word that so many statements of these weeks have leads from none to another."""
LAPSED = 7
"""Days after which a plan that did not come is no longer the one that another day is told for."""
CONTACT = roots("meet speak talk contact call dinner lunch phone see saw deal approach write wrote")
"""What people do who know each other."""
LIMITED = re.compile(r"\b(?:before|since|until|recently|this)\b", re.IGNORECASE)
"""A denial of some time only."""
LEAST = 3
"""Words that two statements of one matter have in common at the least."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement with its article and the days that it names."""

    told: Told
    said: Said
    words: frozenset[str]
    """Roots that say something, without names and numbers."""
    names: frozenset[str]
    """Ids of the speaker and of the entities named."""
    days: tuple[Bounds, ...]


Otherwise = list[tuple[int, str, int, bool]]
"""A statement of an article, an earlier one by its article and number, and whether they contradict each other."""


def told_otherwise(
    articles: Sequence[Told], statements: Mapping[str, Sequence[StatementView]], memo: Memo
) -> Iterator[Gainsaying]:
    """Pairs of statements of two articles that do not say the same of one matter.

    `articles` oldest first, `statements` by article id. Each statement is held against the newest of each voice
    before it.
    """
    said = _Statements(articles, statements)
    near = cache(said.near)

    def with_others(number: int) -> Comparison[Otherwise]:
        end = said.places[number]
        both = [(later, _earlier(later, end, said, near)) for later in said.of(number).values()]
        marks = [[(other.told.mark, other.said.number) for other in others] for _, others in both]
        return fingerprint(encoded((articles[number].mark, marks))), lambda: _otherwise(both)

    around = lying_before(
        (told.mark, in_weeks(told.published, WEEKS)[:1], in_weeks(told.published, WEEKS)) for told in articles
    )
    results = each_compared("otherwise", Otherwise, with_others, around, memo)
    for told, pairs in zip(articles, results, strict=True):
        for number, article, other, answer in pairs:
            yield Gainsaying(statements[article][other], statements[told.ref.id][number], answer)


def _otherwise(both: Iterable[tuple[Quoted, Iterable[Quoted]]]) -> Otherwise:
    """What comes of holding each statement against those before it, newest first."""
    found: Otherwise = []
    for later, others in both:
        voices: set[str] = set()
        for other in others:
            answers = (rule(other, later) for rule in RULES)
            answer = next((one for one in answers if one is not None), None)
            if answer is not None and other.said.voice not in voices:
                voices.add(other.said.voice)
                found.append((later.said.number, other.told.ref.id, other.said.number, answer))
    return found


def _quoted(told: Told, said: Said) -> Quoted:
    content = said.view.statement.content
    words = frozenset(one for one in read(said.saying.plain) - COMMON - FEW if not one[0].isdigit())
    speaker = said.view.speaker
    names = {
        ref.id
        for part in content
        for mention in told.mentions_in(part)
        if part.contains(mention.span) and (ref := told.entity(mention.entity))
    }
    return Quoted(
        told, said, words, frozenset(names | ({speaker.id} if speaker else set())), said.saying.days
    )


class _Statements:
    """The statements of all articles, numbered in their order; what is never compared is not looked at."""

    def __init__(self, articles: Sequence[Told], statements: Mapping[str, Sequence[StatementView]]) -> None:
        self._articles = articles
        self._views = [statements[told.ref.id] for told in articles]
        self.places = [0, *accumulate(map(len, self._views))]
        """Number of the first statement of each article."""
        self._quoted: dict[int, Mapping[int, Quoted]] = {}

    def near(self) -> Near:
        """Finds them by the weeks of their articles and by their words."""
        weeks = (in_weeks(told.published, WEEKS)[:1] for told in self._articles)
        times = ((week,) * len(views) for week, views in zip(weeks, self._views, strict=True))
        return Near(chain.from_iterable(times), self._words)

    def at(self, number: int) -> Quoted | None:
        """The statement of this number, if somebody known makes it."""
        article = bisect_right(self.places, number) - 1
        return self.of(article).get(number - self.places[article])

    def of(self, article: int) -> Mapping[int, Quoted]:
        """Number of a statement in its article → the statement."""
        if article not in self._quoted:
            told = self._articles[article]
            said = said_in(told, self._views[article])
            self._quoted[article] = {one.number: _quoted(told, one) for one in said}
        return self._quoted[article]

    def _words(self, number: int) -> frozenset[str]:
        quoted = self.at(number)
        return _keys(quoted) if quoted else NONE


def _earlier(later: Quoted, end: int, said: _Statements, near: Callable[[], Near]) -> list[Quoted]:
    """Of the first `end` statements those of the last weeks that have enough in common with it, newest first.

    None where its words are old themselves.
    """
    if days_apart(later.said.view.date, later.told.published) > SAME_TIME:
        return []
    times = in_weeks(later.told.published, WEEKS)
    counted = Counter(near().led_to(times, _keys(later), FREQUENT, end))
    numbers = sorted((number for number, shared in counted.items() if shared > 1), reverse=True)
    found = [said.at(number) for number in numbers]
    return [each for each in found if each and days_apart(each.told.published, later.told.published) <= WEEKS]


def _keys(quoted: Quoted) -> frozenset[str]:
    """What leads from a statement to others; its people only where it tells that they met."""
    return quoted.words | (quoted.names if quoted.said.roots & CONTACT else frozenset())


def _denied(earlier: Quoted, later: Quoted) -> bool | None:
    """The same words, and exactly one of the two says no."""
    one, other = earlier.said, later.said
    common = earlier.words & later.words
    no = one.denies if one.negative else other.denies
    opposed = one.negative != other.negative and bool(no & common)
    return True if opposed and len(common) >= LEAST and _share(earlier, later) >= SHARED else None


def _met(earlier: Quoted, later: Quoted) -> bool | None:
    """`I never spoke to him`; `she met him twice`: whether two people had to do with each other."""
    one, other = earlier.said, later.said
    denial = one if one.negative else other
    met = all(each.roots & CONTACT for each in (one, other)) and len(earlier.names & later.names) > 1
    if not met or one.negative == other.negative or not OUTRIGHT.search(denial.words):
        return None
    return not LIMITED.search(denial.words)


def _counted(earlier: Quoted, later: Quoted) -> bool | None:
    """Another number of the same thing: a contradiction only where time cannot have changed it."""
    units = at_odds(earlier.said.counts, later.said.counts)
    common = (earlier.words & later.words) - units
    words = f"{earlier.said.words} {later.said.words}"
    if not units or len(common) < LEAST - 1 or POSITION.search(words) or TO_COME.search(words):
        return None
    same_day = days_apart(earlier.said.view.date, later.said.view.date) <= SAME_TIME
    return same_day and earlier.said.voice != later.said.voice


def _moved(earlier: Quoted, later: Quoted) -> bool | None:
    """Another day of the same plan."""
    plans = all(TO_COME.search(each.said.words) for each in (earlier, later))
    if not (plans and earlier.days and later.days) or len(earlier.words & later.words) < LEAST - 1:
        return None
    last = max(bounds[1] for bounds in earlier.days)
    if later.told.published > last and days_apart(later.told.published, last) > LAPSED:
        return None
    apart = not any(overlap(one, other) for one in earlier.days for other in later.days)
    return False if apart and _share(earlier, later) >= SHARED else None


def _share(one: Quoted, other: Quoted) -> float:
    return len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))


RULES: tuple[Callable[[Quoted, Quoted], bool | None], ...] = (_denied, _met, _counted, _moved)
"""Whether two statements contradict (True), differ (False) or neither (None); the first that answers decides."""
