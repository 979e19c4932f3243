"""Accounts that differ: within one article, and what one article puts otherwise than another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.assemble.contrast import contrasted
from generator.assemble.days import stretch
from generator.assemble.elsewhere import told_otherwise
from generator.assemble.gainsaying import Gainsaying, gainsaid
from generator.assemble.reversals import taken_back
from generator.assemble.roots import roots
from generator.assemble.said import said_in
from generator.assemble.told import Told, span_of
from generator.linking import Links
from generator.memo import Memo, Remembered
from generator.model import Difference, Ref, StatementView

JUST_BEFORE = 1
"""Sentences before the first statement in which an issue that it does not name may be named for it."""
LONG_ENOUGH = 5
"""Content words from which on two statements of the same words are one."""


def differences(
    articles: Sequence[Told], statements: Mapping[str, Sequence[StatementView]], links: Links, memo: Memo
) -> tuple[Difference, ...]:
    """Pairs of statements that do not say the same, each with the issue it is about, else with its article.

    `articles` oldest first; `statements` by article id.
    """
    found = [
        _about(told, Gainsaying(views[first], views[second], contradiction), links)
        for told, pairs in zip(articles, _in_each(articles, statements, memo), strict=True)
        for views in (statements[told.ref.id],)
        for first, second, contradiction in pairs
    ]
    by_id = {told.article.id: told for told in articles}
    known = {frozenset((one.first.who, one.second.who)) for one in found if one.first.who != one.second.who}
    found += [
        _about(by_id[pair.second.source.article.id], pair, links)
        for pair in (
            *attributed_otherwise([view for told in articles for view in statements[told.ref.id]]),
            *(
                pair
                for pair in told_otherwise(articles, statements, memo)
                if frozenset((pair.first.who, pair.second.who)) not in known
            ),
        )
    ]
    return tuple(found)


Pairs = list[tuple[int, int, bool]]
"""Two statements of an article by their numbers in it, and whether both cannot hold."""


def _in_each(
    articles: Sequence[Told], statements: Mapping[str, Sequence[StatementView]], memo: Memo
) -> list[Pairs]:
    """What each article tells side by side."""
    given = [(told, statements[told.ref.id]) for told in articles]
    marks = [(told.mark, [view.issues for view in views]) for told, views in given]
    return memo.each(Remembered("side by side", _in_one, Pairs), given, marks)


def _in_one(told: Told, views: Sequence[StatementView]) -> Pairs:
    """What is gainsaid in an article, then what is only contrasted; each two voices once a sentence."""
    said = said_in(told, views)
    numbers = {id(one.view): one.number for one in said}
    found: dict[frozenset[tuple[str, str]], tuple[int, int, bool]] = {}
    for pair in (*gainsaid(said), *taken_back(told, said), *contrasted(told, said)):
        key = frozenset(
            ((pair.first.who, pair.first.source.sentence), (pair.second.who, pair.second.source.sentence))
        )
        found.setdefault(key, (numbers[id(pair.first)], numbers[id(pair.second)], pair.contradiction))
    return list(found.values())


def _about(told: Told, pair: Gainsaying, links: Links) -> Difference:
    return Difference(
        _matter(told, pair.first, pair.second, links) or told.ref, pair.first, pair.second, pair.contradiction
    )


def _matter(told: Told, first: StatementView, second: StatementView, links: Links) -> Ref | None:
    """The issue that two statements are about: one that either names, else the one last named right before them."""
    named = [*second.issues, *first.issues]
    if named:
        return named[0]
    since = min(
        told.number(span_of(one.statement)) for one in (first, second) if one.source.article == told.ref
    )
    until = span_of(second.statement).end
    before = [
        item
        for item in told.reading.issues
        if item.span.start <= until and told.number(item.span) >= since - JUST_BEFORE
    ]
    last = max(before, key=lambda item: item.span, default=None)
    return links.issue(told.article.id, last.issue) if last else None


def attributed_otherwise(views: Sequence[StatementView]) -> Iterator[Gainsaying]:
    """The same words in two articles, put in the mouths of two speakers: one of them is mistaken, or corrected."""
    same: dict[str, list[StatementView]] = defaultdict(list)
    of_speaker: dict[tuple[str, Ref], list[StatementView]] = defaultdict(list)
    for view in views:
        if view.speaker and view.statement.mode != "inference":
            known, article = same[view.content], view.source.article
            others = (one for one in known if one.speaker != view.speaker and one.source.article != article)
            earlier = next(others, None)
            if earlier and _is_long(view.content):
                yield Gainsaying(earlier, view, contradiction=False)
            own = of_speaker[view.content, view.speaker]
            if len(own) < 2 and all(one.source.article != article for one in own):
                own.append(view)  # one of two articles is another than that of whoever comes later
                known.append(view)


@lru_cache(maxsize=1024)
def _is_long(words: str) -> bool:
    """Whether two who say just this say one thing, not each something of their own."""
    return len(roots(words)) >= LONG_ENOUGH


def differ_on(pair: Difference) -> str:
    """The ISO day of the newer of two accounts, the first that it may be of; empty: neither has one."""
    return max(first or last for first, last in (stretch(pair.first.date), stretch(pair.second.date)))
