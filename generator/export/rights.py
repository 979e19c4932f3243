"""The only place where an export reads an article's text: no more than its rights allow."""

from bisect import bisect_right
from collections.abc import Iterator

from generator.model import ArticleView, Sentence, Span


def full_text(view: ArticleView) -> str:
    """The whole text where it may be published, else empty."""
    article = view.annotated.article
    return article.text if article.rights == "full" else ""


def sentences(view: ArticleView) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with its words, which are empty where they are withheld."""
    return ((sentence, words(view, sentence.span)) for sentence in view.sentences)


def words(view: ArticleView, span: Span) -> str:
    """The words at `span`; empty where any sentence that they belong to is withheld."""
    article = view.annotated.article
    shown = article.rights == "full" or (
        article.rights != "none" and all(s.id in view.shown for s in _touched(view, span))
    )
    return article.text[span.start : span.end] if shown else ""


def around(view: ArticleView, span: Span, size: int) -> tuple[str, str]:
    """Up to `size` code points before and after `span`, out of the same sentence where not all may be shown."""
    article = view.annotated.article
    if not words(view, span):
        return "", ""
    low, high = 0, len(article.text)
    if article.rights != "full":
        touched = [s.span for s in _touched(view, span)]
        low = min((s.start for s in touched), default=span.start)
        high = max((s.end for s in touched), default=span.end)
    before = article.text[max(low, span.start - size) : span.start]
    return before, article.text[span.end : min(high, span.end + size)]


def _touched(view: ArticleView, span: Span) -> Iterator[Sentence]:
    """The sentences that share a code point with `span`; they are sorted and do not overlap."""
    first = bisect_right(view.sentences, span.start, key=lambda s: s.span.start) - 1
    for index in range(max(0, first), len(view.sentences)):
        sentence = view.sentences[index]
        if sentence.span.start >= span.end:
            return
        if sentence.span.overlaps(span):
            yield sentence
