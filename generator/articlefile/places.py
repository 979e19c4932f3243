"""Which words of an article a quote means: one rule for reading and for writing.

An item's own words are sought in the paragraph above it. Other words, of a source or cue, are those nearest
to the item's own; where that would be wrong, `source_occurrence` counts them through the whole article.
"""

from collections.abc import Sequence

from generator.anchoring import locate, nearest, occurrences
from generator.model import Span


def parts(
    text: str, quotes: Sequence[str], paragraph: Span, numbers: Sequence[int] = ()
) -> tuple[Span | None, ...]:
    """Where the parts of a quotation stand: the first in `paragraph`, each other after the one before it."""
    found: list[Span | None] = []
    end = None
    for index, quote in enumerate(quotes):
        number = numbers[index] if index < len(numbers) else 1
        span = locate(text, quote, paragraph if end is None else Span(end, len(text)), number)
        found.append(span)
        end = span.end if span else end
    return tuple(found)


def numbers_of(text: str, spans: Sequence[Span], paragraph: Span) -> tuple[int, ...]:
    """For `parts`: which occurrence of its words each of `spans` is."""
    numbers = []
    end = None
    for span in spans:
        quote = text[span.start : span.end]
        within = paragraph if end is None else Span(end, len(text))
        numbers.append(_index(occurrences(text, quote, within), span))
        end = span.end
    return tuple(numbers)


def beside(
    text: str, quote: str, near: Span, regions: Sequence[Span], number: int | None = None
) -> Span | None:
    """Words that belong to an item: the nearest to `near` in the first of `regions` that has them.

    After all regions comes the article; `number` counts through it, regions or not.
    """
    whole = Span(0, len(text))
    if number is not None:
        return locate(text, quote, whole, number)
    found = (nearest(text, quote, near, within) for within in (*regions, whole))
    return next((span for span in found if span), None)


def beside_number(text: str, span: Span, near: Span, regions: Sequence[Span]) -> int | None:
    """For `beside`: None where it finds `span` by itself, else the number that makes it."""
    quote = text[span.start : span.end]
    if beside(text, quote, near, regions) == span:
        return None
    return _index(occurrences(text, quote, Span(0, len(text))), span)


def _index(found: Sequence[Span], span: Span) -> int:
    return found.index(span) + 1 if span in found else 1
