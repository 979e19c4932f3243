"""Accounts that differ: within one article, and what one article puts otherwise than another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.assemble.contrast import contrasted
from generator.assemble.elsewhere import told_otherwise
from generator.assemble.gainsaying import Gainsaying, gainsaid
from generator.assemble.reversals import taken_back
from generator.assemble.roots import roots
from generator.assemble.said import Said, said_in
from generator.assemble.told import Told, span_of
from generator.linking import Links
from generator.model import Difference, Ref, StatementView

LONG_ENOUGH = 5
"""Content words from which on two statements of the same words are one."""


def differences(
    articles: Sequence[Told], statements: Mapping[str, Sequence[StatementView]], links: Links
) -> tuple[Difference, ...]:
    """Pairs of statements that do not say the same, each with the issue it is about, else with its article.

    `articles` oldest first; `statements` by article id.
    """
    said = [(told, said_in(told, statements[told.ref.id])) for told in articles]
    found = [_about(told, pair, links) for told, each in said for pair in _in_one(told, each)]
    by_id = {told.annotated.article.id: told for told in articles}
    known = {frozenset((one.first.who, one.second.who)) for one in found if one.first.who != one.second.who}
    found += [
        _about(by_id[pair.second.source.article.id], pair, links)
        for pair in (
            *attributed_otherwise([view for told in articles for view in statements[told.ref.id]]),
            *(
                pair
                for pair in told_otherwise(said)
                if frozenset((pair.first.who, pair.second.who)) not in known
            ),
        )
    ]
    return tuple(found)


def _in_one(told: Told, said: Sequence[Said]) -> Iterator[Gainsaying]:
    """What is gainsaid in an article, then what is only contrasted; each two voices once a sentence."""
    known = set()
    for pair in (*gainsaid(said), *taken_back(told, said), *contrasted(told, said)):
        key = frozenset(
            ((pair.first.who, pair.first.source.sentence), (pair.second.who, pair.second.source.sentence))
        )
        if key not in known:
            known.add(key)
            yield pair


def _about(told: Told, pair: Gainsaying, links: Links) -> Difference:
    return Difference(
        _matter(told, pair.first, pair.second, links) or told.ref, pair.first, pair.second, pair.contradiction
    )


def _matter(told: Told, first: StatementView, second: StatementView, links: Links) -> Ref | None:
    """The issue that two statements are about: one that either names, else the one last named before them."""
    named = [*second.issues, *first.issues]
    if named:
        return named[0]
    before = [item for item in told.reading.issues if item.span.start <= span_of(second.statement).end]
    last = max(before, key=lambda item: item.span, default=None)
    return links.issue(told.annotated.article.id, last.issue) if last else None


def attributed_otherwise(views: Sequence[StatementView]) -> Iterator[Gainsaying]:
    """The same words in two articles, put in the mouths of two speakers: one of them is mistaken, or corrected."""
    same: dict[frozenset[str], list[StatementView]] = defaultdict(list)
    for view in views:
        words = roots(view.content)
        if view.speaker and view.statement.mode != "inference" and len(words) >= LONG_ENOUGH:
            for earlier in same[words]:
                others = earlier.speaker != view.speaker and earlier.source.article != view.source.article
                if others and earlier.content == view.content:
                    yield Gainsaying(earlier, view, contradiction=False)
                    break
            same[words].append(view)
