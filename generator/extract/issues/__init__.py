"""Issues: what is contested or negotiated, as one article speaks of it.

The matter itself comes from the words of negotiation that keep coming back; its parts from lists (`key issues
such as …`), from clauses that say how something stands, and from the terms of the vocabulary where somebody
speaks of them. Without negotiations, what somebody decides, opposes or defends is at issue: `upheld the ban`.
"""

from dataclasses import replace

from generator import vocabulary as vocabularies
from generator.extract.issues.finding import find
from generator.extract.parsed import Doc
from generator.model import Article, Reading
from generator.vocabulary import Vocabulary


def extract(doc: Doc, article: Article, reading: Reading, vocabulary: Vocabulary | None = None) -> Reading:
    """`reading` with the issues that the article speaks of; codes are those of `vocabulary`, else of `pax`."""
    items = find(doc, article, reading, vocabulary or vocabularies.load("pax"))
    return replace(reading, issues=tuple(sorted(items, key=lambda item: (item.span, item.issue))))
