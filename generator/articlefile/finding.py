"""Finding the words that an item quotes, and reporting those that are not there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from generator.anchoring import is_whole, occurrences
from generator.articlefile import places
from generator.model import Diagnostic, Severity, Span
from generator.yamlfile import Node, did_you_mean, is_id

AMBIGUOUS = "quote-ambiguous"
"""Matters only for an item whose place the ledger does not know."""

ALIKE = 55.0
"""From this likeness on, of 100, words of the article are offered for a quote that is not in it."""
ALIKE_WORD = 70.0
"""The same for a single word."""

COMPARED = 2_000_000
"""Likeness is not looked for where the numbers of words multiply to more."""

WORD = re.compile(r"\w\S*\w|\w")


@dataclass(frozen=True, slots=True)
class Ground:
    """The article that items are placed in."""

    text: str
    """In normal form."""
    paragraphs: tuple[Span, ...]
    path: str
    entities: tuple[str, ...] = ()
    """Ids that items may refer to."""
    broken: tuple[str, ...] | None = ()
    """Ids of entities that cannot be read, which is reported with them; None: not even their ids can."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what one item quotes; what it does not find is added to `problems`."""

    node: Node
    ground: Ground
    paragraph: Span
    problems: list[Diagnostic]

    def at(self, key: str, index: int | None = None) -> Node:
        """The value of `key`, or of an entry of it."""
        value = self.node.pairs.get(key, self.node)
        return value.entries[index] if index is not None and index < len(value.entries) else value

    def report(self, code: str, node: Node, message: str, hint: str, severity: Severity = "error") -> None:
        """Add a problem at `node`."""
        self.problems.append(Diagnostic(code, severity, self.ground.path, message, *node.place, hint))

    def words(self, kind: str, quotes: Sequence[str], numbers: Sequence[int]) -> tuple[Span, ...]:
        """Where the item's own words stand; empty, and reported, if any of them cannot be placed."""
        quotes = [" ".join(quote.split()) for quote in quotes]
        found = places.parts(self.ground.text, quotes, self.paragraph, numbers)
        if None in found:
            found = self._elsewhere(kind, quotes, found)
        elif not numbers:
            self._ambiguous(kind, quotes[0])
        spans = tuple(span for span in found if span)
        return spans if len(spans) == len(quotes) else ()

    def _elsewhere(
        self, kind: str, quotes: Sequence[str], found: Sequence[Span | None]
    ) -> tuple[Span | None, ...]:
        """What is not below its own paragraph, if the article has it exactly once."""
        whole = Span(0, len(self.ground.text))
        single = [occurrences(self.ground.text, quote, whole) for quote in quotes]
        inside = any(occurrences(self.ground.text, quote, self.paragraph) for quote in quotes)
        if not inside and all(len(spans) == 1 for spans in single):
            hint = "Move the item below the paragraph that has these words."
            self.report(
                "quote-elsewhere",
                self.at(kind),
                f"“{_short(quotes[0])}” stands in another paragraph",
                hint,
                "warning",
            )
            return tuple(spans[0] for spans in single)
        for index, (quote, span) in enumerate(zip(quotes, found, strict=True)):
            if span is None:
                self._missing(kind, index, quote, len(single[index]))
        return tuple(found)

    def _missing(self, kind: str, index: int, quote: str, elsewhere: int) -> None:
        text = self.ground.text
        inside = occurrences(text, quote, self.paragraph)
        if inside:
            self.report(
                "quote-not-found",
                self.at("occurrence"),
                f"“{_short(quote)}” does not stand so often in the paragraph above",
                f"It stands there {_times(len(inside))}; occurrence counts from 1.",
            )
            return
        if elsewhere:
            hint = "Move the item below the paragraph that has these words."
        else:
            near = alike(text, quote, self.paragraph) or alike(text, quote, Span(0, len(text)))
            hint = f"Did you mean “{near}”?" if near else "Copy the words from the paragraph above the item."
        self.report(
            "quote-not-found", self.at(kind, index), f"“{_short(quote)}” is not in the paragraph above", hint
        )

    def _ambiguous(self, kind: str, quote: str) -> None:
        found = occurrences(self.ground.text, quote, self.paragraph)
        whole = [span for span in found if is_whole(self.ground.text, span)]
        if len(whole) > 1:
            message = (
                f"“{_short(quote)}” stands {_times(len(whole))} in the paragraph above; the first is taken"
            )
            self.report(AMBIGUOUS, self.at(kind), message, "Add occurrence: 1, or 2 for the second.", "info")

    def beside(self, key: str, quote: str, near: Span, *regions: Span, number: int | None) -> Span | None:
        """Where other words of the item stand; reported if nowhere."""
        if not quote:
            return None
        span = places.beside(self.ground.text, quote, near, regions, number)
        if span is None:
            self._nowhere(key, quote)
        return span

    def said(self, key: str, words: str) -> str:
        """Words of the article that need no place; reported if they stand nowhere in it."""
        quote = " ".join(words.split())
        if quote and not occurrences(self.ground.text, quote, Span(0, len(self.ground.text))):
            self._nowhere(key, quote)
        return words

    def _nowhere(self, key: str, quote: str) -> None:
        near = alike(self.ground.text, quote, self.paragraph)
        hint = f"Did you mean “{near}”?" if near else "Copy the words from the article."
        self.report("quote-not-found", self.at(key), f"“{_short(quote)}” is not in the article", hint)

    def who(self, key: str, value: str) -> str:
        """An id of an entity, or words; what looks like an id and is neither is reported."""
        looks_so = "-" in value and is_id(value) and value not in self.ground.entities
        if looks_so and not occurrences(self.ground.text, value, Span(0, len(self.ground.text))):
            self.known(key, (value,))
        return value

    def known(self, key: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that are entities of the article; the others are reported."""
        good = []
        for index, id_ in enumerate(ids):
            if id_ in self.ground.entities:
                good.append(id_)
            elif id_ and self.ground.broken is not None and id_ not in self.ground.broken:
                near = did_you_mean(id_, (*self.ground.entities, *self.ground.broken))
                hint = near or "Add it to the entities in the front matter."
                self.report(
                    "unknown-entity", self.at(key, index), f'"{id_}" is no entity of this article', hint
                )
        return tuple(good)


def alike(text: str, quote: str, within: Span) -> str:
    """As many words in `within` as `quote` has, or one more or less, that are most like it; empty if none are."""
    words = [match.span() for match in WORD.finditer(text, *within)]
    count = len(WORD.findall(quote))
    if not count or count * len(words) > COMPARED:
        return ""
    enough = ALIKE if count > 1 else ALIKE_WORD
    for size in (count, count + 1, count - 1):
        runs = (
            text[words[first][0] : words[first + size - 1][1]]
            for first in range(len(words) - size + 1)
            if size > 0
        )
        if best := process.extractOne(quote, runs, scorer=fuzz.ratio, score_cutoff=enough):
            return str(best[0])
    return ""


def _short(quote: str, limit: int = 60) -> str:
    return quote if len(quote) <= limit else f"{quote[: limit - 1].rstrip()}…"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
