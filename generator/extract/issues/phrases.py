"""Noun phrases as names of issues."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.model import Span

LONGEST = 12
"""Words of a name."""
COMPLEMENTS = frozenset(
    {"of", "for", "from", "on", "over", "at", "upon", "in", "with", "between", "by", "to", "during"}
)
LEADING = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|any|some|all|its|their|his|her|our|my|such|both|only|key|main|also)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase that may name an issue."""

    start: int
    """First token."""
    end: int
    """After the last token."""
    head: int
    name: str

    def span(self, doc: Doc) -> Span:
        """Code points."""
        last = doc[self.end - 1]
        return Span(doc[self.start].idx, last.idx + len(last))


def of_head(head: Token, dates: Container[int] = ()) -> Named:
    """The phrase of a noun: its modifiers right before it, and its complements after it, one after the other.

    `dates` are indexes of tokens of time expressions, which belong to no name.
    """
    doc, start, end = head.doc, head.i, head.i + 1
    while start > head.left_edge.i and _modifies(doc[start - 1], head) and start - 1 not in dates:
        start -= 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != end or child.lower_ not in COMPLEMENTS:
            break
        stop = _complement_end(child)
        if stop - start > LONGEST or any(index in dates for index in range(child.i, stop)):
            break
        end = stop
    return named(doc, start, end, head.i)


def _modifies(token: Token, head: Token) -> bool:
    """Whether a token before the head belongs to its phrase: no verb and no clause stands between."""
    while token != head:
        if token.dep_ not in {
            "det",
            "amod",
            "compound",
            "poss",
            "case",
            "nummod",
            "nmod",
            "punct",
            "advmod",
            "quantmod",
        }:
            return False
        if token.dep_ == "punct" and token.text not in {"-", "–", "’", "'"}:
            return False
        token = token.head
    return True


def _complement_end(preposition: Token) -> int:
    """After the last token of the complement; relative clauses, appositions and participles end it."""
    end = preposition.i + 1
    doc = preposition.doc
    for index in range(preposition.i + 1, preposition.right_edge.i + 1):
        token = doc[index]
        if token.dep_ in {"relcl", "appos", "acl", "advcl", "punct"} and token.text not in {
            "-",
            "–",
            "’",
            "'",
        }:
            break
        end = index + 1
    while end > preposition.i + 1 and doc[end - 1].dep_ in {"prep", "cc", "det", "mark", "nsubj", "punct"}:
        end -= 1
    return end


def named(doc: Doc, start: int, end: int, head: int | None = None) -> Named:
    """The tokens from `start` to `end` as a name: without article, quotation marks and blanks at the edges."""
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in {"and", "or"}):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while end > start + 1 and doc[end - 1].pos_ in {"ADP", "CCONJ", "DET", "SCONJ"}:
        end -= 1
    words = LEADING.sub("", " ".join(doc[start:end].text.split()), count=1).strip(' ,;:“”"‘’')
    return Named(
        start, end, head if head is not None else _head(doc, start, end), _lowered(words, doc, start, end)
    )


def _head(doc: Doc, start: int, end: int) -> int:
    return int(doc[start:end].root.i) if end > start else start


def _lowered(words: str, doc: Doc, start: int, end: int) -> str:
    """A lower-case initial, unless the first word is a name or an abbreviation."""
    first = next((token for token in doc[start:end] if words.startswith(token.text)), None)
    if first is None or first.tag_ in {"NNP", "NNPS"} or first.ent_type_ or words[:2].isupper():
        return words
    return words[:1].lower() + words[1:]


def lemmas(phrase: Named, doc: Doc) -> list[str]:
    """The words of the phrase in dictionary form, lower case, with hyphenated words also as one."""
    return [token.lemma_.lower() for token in doc[phrase.start : phrase.end] if not token.is_punct]


def nouns(doc: Doc) -> Iterator[Token]:
    """Heads of noun phrases, in order."""
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "npadvmod"}:
            yield token
