"""The article's text before and after: moving places, and pairing paragraphs and sentences."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.anchoring import OffsetMap, nearest
from generator.articlefile.normal import Normal, digest
from generator.ledger import Alias, Ledger, shortened
from generator.model import Span
from generator.sentences import split

DISTINCT = 20
"""Words of so many characters, are the same words and mean the same item wherever they are."""

SAME_PARAGRAPH = 0.3
"""Share of the shorter one that two paragraphs must have in common to be the same."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts, in normal form."""

    old: str
    """As the file has it."""
    new: Normal
    offsets: OffsetMap
    recorded: OffsetMap | None
    """From the text that the ledger counts in; None if nobody has that text any more."""

    @property
    def same(self) -> bool:
        """Whether nothing was corrected."""
        return self.old == self.new.text

    def move(self, span: Span) -> Span | None:
        """Where `span` of the file's text is now."""
        return moved(self.offsets, span)

    def move_recorded(self, span: Span, words: str) -> Span | None:
        """Where a span that the ledger recorded is now; `words` are what it was about, if they are known."""
        if self.recorded:
            return moved(self.recorded, span)
        return nearest(self.new.text, words, span, Span(0, len(self.new.text))) if words else None

    def stead_of(self, span: Span) -> Span | None:
        """What stands now for a span that the ledger recorded, be it other words in a sentence that stayed."""
        if not self.recorded:
            return None
        sentence = next(_around(self.recorded.old, span), span)
        stayed = self.recorded.span(sentence) is not None
        return moved(self.recorded, span) or (self.recorded.instead(span) if stayed else None)

    def words(self, spans: Sequence[Span]) -> str:
        """What stands at `spans` of the new text, on one line."""
        return shortened(" … ".join(self.new.text[span.start : span.end] for span in spans))

    def recorded_words(self, spans: Sequence[Span]) -> str:
        """What the ledger's `spans` are about."""
        if not self.recorded:
            return ""
        return shortened(" … ".join(self.recorded.old[span.start : span.end] for span in spans))


def texts(old: str, new: Normal, ledger: Ledger | None) -> Texts:
    """`old` and `new`; the ledger counts in one of them, or in a text that nobody has any more."""
    offsets = OffsetMap.between(old, new.text)
    recorded: OffsetMap | None = None
    if ledger:
        base = next((text for text in (old, new.text) if digest(text) == ledger.text), None)
        if base is not None:
            recorded = offsets if base == old else OffsetMap.between(base, new.text)
    return Texts(old, new, offsets, recorded)


def moved(offsets: OffsetMap, span: Span) -> Span | None:
    """Where `span` is: the same words by offset, else in the same sentence elsewhere, else most of them."""
    there = offsets.span(span)
    if there and there.how == "exact":
        return there.span
    for around in (*_around(offsets.old, span), span):
        words = offsets.old[around.start : around.end]
        if len(words) >= DISTINCT and (places := _single(offsets.new, words)) and _single(offsets.old, words):
            start = places.start + span.start - around.start
            return Span(start, start + span.end - span.start)
    return there.span if there else None


def _around(text: str, span: Span) -> Iterator[Span]:
    """The sentence and the paragraph that `span` stands in, if it stands in one."""
    line = Span(text.rfind("\n", 0, span.start) + 1, (text + "\n").find("\n", span.start))
    for sentence in split(text[line.start : line.end]):
        inside = Span(line.start + sentence.span.start, line.start + sentence.span.end)
        if inside.contains(span):
            yield inside
    if line.contains(span):
        yield line


def _single(text: str, words: str) -> Span | None:
    """Where `words` stand, if they stand exactly once."""
    start = text.find(words)
    return Span(start, start + len(words)) if start >= 0 and text.find(words, start + 1) < 0 else None


def paired(old: Sequence[Span], new: Sequence[Span], offsets: OffsetMap) -> dict[int, int]:
    """Index of a new paragraph → index of the old one that it was."""
    kept: Counter[tuple[int, int]] = Counter()
    for run in offsets.runs:
        shift = run.new - run.old
        for i in _touched(old, Span(run.old, run.old + run.length)):
            start, end = max(run.old, old[i].start), min(run.old + run.length, old[i].end)
            for j in _touched(new, Span(start + shift, end + shift)):
                kept[i, j] += min(end + shift, new[j].end) - max(start + shift, new[j].start)
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for (i, j), shared in sorted(kept.items(), key=lambda item: (-item[1], item[0])):
        shorter = min(old[i].end - old[i].start, new[j].end - new[j].start)
        if j not in pairs and i not in used and shared >= SAME_PARAGRAPH * shorter:
            pairs[j] = i
            used.add(i)
    return pairs


def _touched(spans: Sequence[Span], within: Span) -> range:
    """Indices of those of `spans`, which are in order and apart, that overlap `within`."""
    first = bisect_right(spans, within.start, key=lambda span: span.end)
    return range(first, bisect_left(spans, within.end, key=lambda span: span.start))


def aliases(both: Texts, before: Sequence[Alias]) -> tuple[Alias, ...]:
    """What became of the ids of sentences: those of `before`, and those of the old text that are no more."""
    if both.same:
        return tuple(before)
    sentences = split(both.new.text)
    now = {sentence.id for sentence in sentences}
    fresh: dict[str, Alias] = {}
    for sentence in split(both.old):
        if sentence.id in now:
            continue
        there = both.move(sentence.span)
        best = max(sentences, key=lambda s: _shared(s.span, there), default=None) if there else None
        words = shortened(both.old[sentence.span.start : sentence.span.end])
        fresh[sentence.id] = Alias(sentence.id, best.id if best else "", "" if best else words)
    older = [
        Alias(alias.old, fresh[alias.new].new, fresh[alias.new].note) if alias.new in fresh else alias
        for alias in before
        if alias.old not in now and alias.old not in fresh
    ]
    return (*older, *fresh.values())


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)
