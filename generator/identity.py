"""Short ids of items, made from what an item is: two people who annotate the same text agree on them."""

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from generator.model import Event, IssueItem, Item, Mention, Reading, Sentence, Span, Statement, Temporal
from generator.naming import exceptional

LETTERS: dict[type[Item], str] = {Mention: "m", Temporal: "t", Statement: "s", Event: "e", IssueItem: "i"}
"""The first letter of an id says what it is the id of."""

LENGTH = 4
"""Characters after the letter: a million ids, enough for one article."""

T = TypeVar("T", bound=Item)


def spans_of(item: Item) -> tuple[Span, ...]:
    """The words that an item is about."""
    return item.content if isinstance(item, Statement) else (item.span,)


def moved(item: T, move: Callable[[Span], Span | None]) -> T | None:
    """`item` with every place moved; None if its own words have none. A source or cue without one is dropped."""
    spans = tuple(move(span) for span in spans_of(item))
    own = tuple(span for span in spans if span)
    if len(own) < len(spans) or not own:
        return None
    if isinstance(item, Statement):
        source = move(item.source) if item.source else None
        cue = move(item.cue) if item.cue else None
        return replace(item, content=own, source=source, cue=cue)
    if isinstance(item, Event):
        return replace(item, span=own[0], trigger=move(item.trigger) or own[0])
    return replace(item, span=own[0])


def candidates(item: Item, text: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    """The id of an item, then without end what to call it if something else has that id already.

    A letter for the kind, and four base-32 characters of a hash of the words, their sentence and which occurrence.
    """
    key = _key(item, text, sentences)
    for number in count(1):
        digest = hashlib.sha256((key if number == 1 else f"{key}|{number}").encode()).digest()
        yield LETTERS[type(item)] + base64.b32encode(digest).decode().lower()[:LENGTH]


def first_free(ids: Iterable[str], taken: Collection[str]) -> str:
    """The first of `ids` that is not `taken`."""
    return next(id_ for id_ in ids if id_ not in taken)


def identify(reading: Reading, text: str, sentences: Sequence[Sentence]) -> Reading:
    """`reading` with an id for every item without one; of mentions, only the exceptions have ids."""
    lists = (reading.mentions, reading.temporals, reading.statements, reading.events, reading.issues)
    taken = {entity.id for entity in reading.entities} | {item.id for items in lists for item in items}
    exceptions = set(exceptional(text, reading.entities, reading.mentions))

    def named(items: tuple[T, ...], needs: Callable[[T], bool] = lambda _: True) -> tuple[T, ...]:
        result = []
        for item in items:
            if not item.id and needs(item):
                item = replace(item, id=first_free(candidates(item, text, sentences), taken))  # noqa: PLW2901
                taken.add(item.id)
            result.append(item)
        return tuple(result)

    return replace(
        reading,
        mentions=named(reading.mentions, exceptions.__contains__),
        temporals=named(reading.temporals),
        statements=named(reading.statements),
        events=named(reading.events),
        issues=named(reading.issues),
    )


def _key(item: Item, text: str, sentences: Sequence[Sentence]) -> str:
    spans = spans_of(item)
    parts = [*spans, item.trigger] if isinstance(item, Event) else list(spans)
    words = " … ".join(_words(text, span) for span in parts)
    start = spans[0].start if spans else 0
    index = bisect_right(sentences, start, key=lambda sentence: sentence.span.start) - 1
    sentence = sentences[index].span if index >= 0 else Span(0, start)
    before = _words(text, Span(sentence.start, start))
    occurrence = before.count(_words(text, spans[0])) + 1 if spans and words else 1
    return "|".join((LETTERS[type(item)], words, _words(text, sentence), str(occurrence)))


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
