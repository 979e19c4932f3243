"""Noun phrases as names of issues."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.issues import lexicon
from generator.model import Span

LONGEST = 12
"""Words of a name."""
COMPLEMENTS = frozenset(
    {"of", "for", "from", "on", "over", "at", "upon", "in", "with", "between", "by", "to", "during"}
)
AMOUNT = 4
"""Words within which `of` leads to a number that is an amount: `of up to 6.50`."""
BESIDE = frozenset({"of", "for", "against"})
SIDEWAYS = frozenset({"conj"})
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

    `dates` are indexes of tokens of time expressions, which belong to no name; nor do amounts, about which
    people differ.
    """
    doc, start, end = head.doc, head.i, head.i + 1
    while start > head.left_edge.i and _modifies(doc[start - 1], head) and start - 1 not in dates:
        start -= 1
    beside = [doc[end]] if end < len(doc) and _hangs_beside(doc[end], head) else []
    for child in beside or head.rights:
        if child.dep_ != "prep" or child.i != end or child.lower_ not in COMPLEMENTS:
            break
        if child.lower_ == "over" and head.lemma_.lower() not in lexicon.BARGAINED:
            break
        stop = complement_end(child)
        dated = any(index in dates for index in range(child.i, stop))
        amount = child.lower_ == "of" and any(token.like_num for token in doc[child.i : child.i + AMOUNT])
        if stop - start > LONGEST or dated or amount:
            break
        end = stop
    return named(doc, start, end, head.i)


def _hangs_beside(token: Token, head: Token) -> bool:
    """`restored the pardon for Ann Roe`: a complement that the parser gives to the verb."""
    return token.dep_ == "prep" and token.lower_ in BESIDE and token.head == head.head and head.dep_ == "dobj"


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


def complement_end(preposition: Token) -> int:
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
    amount = next((index for index in range(start + 1, end - 1) if _begins_amount(doc, index)), end)
    end = min(end, amount)
    words = LEADING.sub("", " ".join(doc[start:end].text.split()), count=1).strip(' ,;:“”"‘’')
    return Named(
        start, end, head if head is not None else _head(doc, start, end), _lowered(words, doc, start, end)
    )


def _begins_amount(doc: Doc, index: int) -> bool:
    """`charges | of 31 million crowns`: about the amount people differ."""
    return bool(doc[index].lower_ == "of" and doc[index + 1].like_num)


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


def first_of_list(head: Token) -> Token:
    """The first noun of the list that `head` stands in: what holds of `the fee` in `the fee and the bridge`."""
    while head.dep_ in SIDEWAYS and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return head
