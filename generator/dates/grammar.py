"""The grammar of English time expressions: where they stand in a text, and what they say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.dates.expressions import Expression, timex_type
from generator.dates.forms import GRAMMAR
from generator.dates.forms.bounds import bounded, widened
from generator.dates.forms.rule import NEVER, Rule, compiled, in_place, words_of
from generator.model import Span, TimexType


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression by its form alone."""

    span: Span
    type: TimexType
    rule: str
    """Name of the form: `weekday`, `distance from now`, ..."""
    ambiguous: bool
    """Only the part of speech tells whether it is one: `may`, `march`, `later`, `fall`."""


def find(text: str, lines: Sequence[Span] | None = None) -> tuple[Found, ...]:
    """Every time expression of `text`, or of these of its lines: the longest where they overlap, by place."""
    if lines is None:
        lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    candidates = sorted(
        _candidates(text, lines), key=lambda found: (found.span.start - found.span.end, found.span.start)
    )
    taken = bytearray(len(text))
    chosen = []
    for found in candidates:  # sorted() keeps the order of the grammar among equals
        start, end = found.span
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append(found)
    return tuple(_widened(text, found) for found in sorted(chosen, key=lambda found: found.span))


def _widened(text: str, found: Found) -> Found:
    """With the words that bound it: `no later than Friday`, `two years at most`."""
    start, end = widened(text, *found.span)
    expression = parse(text[start:end]) if (start, end) != found.span else None
    if expression is None:
        return found
    name = found.rule if timex_type(expression) == "DURATION" else "bounded date"
    return Found(Span(start, end), timex_type(expression), name, ambiguous=False)


def _candidates(text: str, lines: Sequence[Span]) -> Iterator[Found]:
    fitting = _fitting(SEARCHED, text)
    for start, end in lines:
        for rule in _fitting(fitting, text[start:end]):
            for match in compiled(rule.pattern).finditer(text, start, end):
                expression = rule.build(match, parse) if in_place(rule, text, *match.span()) else None
                if expression is not None:
                    yield Found(Span(*match.span()), timex_type(expression), rule.name, rule.ambiguous)


SEARCHED = tuple(rule for rule in GRAMMAR if rule.after != NEVER)
"""The forms that `find` looks for."""


def _fitting(rules: Iterable[Rule], text: str) -> list[Rule]:
    """Those of the rules whose words stand in `text`."""
    words = words_of(text)
    return [rule for rule in rules if rule.can_match(words)]


def read(text: str, span: Span) -> Expression | None:
    """What the words at `span` say; None if the grammar does not know them as a time expression.

    A person may mark what `find` would not: forms that the surroundings do not allow come last, not never.
    """
    phrase = text[span.start : span.end]
    out_of_place = []
    for rule in _forms_of(phrase):
        match = compiled(rule.pattern).fullmatch(phrase)
        if match and not in_place(rule, text, span.start, span.end):
            out_of_place.append(rule)
        elif match and (expression := rule.build(match, parse)) is not None:
            return expression
    return _first(phrase, out_of_place) or bounded(phrase, parse)


@lru_cache(maxsize=4096)
def parse(phrase: str) -> Expression | None:
    """What the words say on their own."""
    return _first(phrase, _forms_of(phrase)) or bounded(phrase, parse)


@lru_cache(maxsize=4096)
def _forms_of(phrase: str) -> tuple[Rule, ...]:
    """The rules that a phrase may follow; few phrases make up most of what articles say of time."""
    return tuple(_fitting(GRAMMAR, phrase))


def _first(phrase: str, rules: Iterable[Rule]) -> Expression | None:
    for rule in rules:
        match = compiled(rule.pattern).fullmatch(phrase)
        expression = rule.build(match, parse) if match else None
        if expression is not None:
            return expression
    return None
