"""Statements away from their article: which words need their sentence, and who carries the same words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.model import Position, Ref, Source, StatementView

BARE = {"direct": 3, "mixed": 6, "indirect": 6, "inference": 6}
"""Words up to which what is said says too little by itself: `more time`, `it to wait`."""
WORD = re.compile(r"\w+")


class Told(NamedTuple):
    """What somebody said, once, with everywhere else that it stands."""

    statement: StatementView
    also: tuple[Source, ...]


class Held(NamedTuple):
    """A statement that is somebody's latest word on all these issues."""

    statement: StatementView
    issues: tuple[Ref, ...]


def context(view: StatementView) -> str:
    """The whole sentence, where the words that are said need it to be understood; else, or withheld, empty."""
    quote = view.source.quote
    few = len(WORD.findall(view.content)) <= BARE[view.statement.mode]
    return quote if few and len(quote) > len(view.content) + 2 else ""


def retold(statements: Iterable[StatementView]) -> tuple[Told, ...]:
    """`statements` in their order, those of the same words, speaker and date as one.

    Two versions of one dispatch carry the same quotations; a reader wants each of them once.
    """
    told: dict[tuple[str, ...], Told] = {}
    for view in statements:
        key = (view.who, view.date, view.statement.mode, *WORD.findall(view.content.casefold()))
        if key in told:
            first, also = told[key]
            told[key] = Told(first, (*also, view.source))
        else:
            told[key] = Told(view, ())
    return tuple(told.values())


def held_at_once(positions: Iterable[Position]) -> tuple[Held, ...]:
    """Each statement of `positions` once, with all the issues on which it is the latest word."""
    held: dict[str, Held] = {}
    for position in positions:
        statement = position.statement
        key = f"{statement.source.article.id}#{statement.id}"
        issues = held[key].issues if key in held else ()
        held[key] = Held(statement, (*issues, position.issue))
    return tuple(held.values())
