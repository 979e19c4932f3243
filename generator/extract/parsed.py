"""A parsed text as plain values: what spaCy says of each token, taken over once.

spaCy makes a new object whenever a token, a child, a span or a sentence is asked for, and looks up its strings
anew; the rules ask some ten thousand times an article. Names are spaCy's, so that its documentation holds.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from generator.extract.repairs import repair
from generator.model import Span

if TYPE_CHECKING:
    import spacy.tokens


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of what carries tense."""


@dataclass(eq=False, slots=True)
class Token:
    """A word or a sign. One object each: two tokens are the same or differ."""

    i: int
    """Index in the text's tokens."""
    idx: int
    """Code point where it begins."""
    text: str
    lower_: str
    lemma_: str
    """Dictionary form; names keep their capitals, and `re-elected` is a form of `elect`."""
    pos_: str
    """Part of speech of Universal Dependencies."""
    tag_: str
    """The same in the Penn Treebank's tags."""
    dep_: str
    """How it depends on its head, in ClearNLP's terms; `ROOT` at the top."""
    ent_type_: str
    """The model's label of the name that it is part of; empty: none."""
    whitespace_: str
    """A blank or nothing, as it follows in the text."""
    is_punct: bool
    is_quote: bool
    is_sent_start: bool
    is_space: bool
    like_num: bool
    doc: "Doc" = field(init=False, repr=False)
    sent: "Words" = field(init=False, repr=False)
    head: "Token" = field(init=False, repr=False)
    """What it depends on; itself at the top."""
    lefts: "Sequence[Token]" = field(init=False, repr=False)
    """What depends on it and stands before it, in the order of the text."""
    rights: "Sequence[Token]" = field(init=False, repr=False)
    children: "Sequence[Token]" = field(init=False, repr=False)
    """Both of these."""
    left_edge: "Token" = field(init=False, repr=False)
    """First token of the subtree."""
    right_edge: "Token" = field(init=False, repr=False)

    def __len__(self) -> int:
        """Code points."""
        return len(self.text)

    def __lt__(self, other: "Token") -> bool:
        """In the order of the text."""
        return self.i < other.i

    @property
    def is_word(self) -> bool:
        """Whether it is all letters, hyphens between them aside."""
        return self.text.replace("-", "").isalpha()

    @property
    def is_finite(self) -> bool:
        """Whether the verb, or an auxiliary of it, carries tense."""
        return self.tag_ in FINITE or any(
            each.tag_ in FINITE for each in self.children if each.dep_ in {"aux", "auxpass"}
        )

    @property
    def is_year(self) -> bool:
        """Whether it has four digits, or more."""
        return self.text.isdigit() and len(self.text) > 3

    @property
    def span(self) -> Span:
        """Its code points."""
        return Span(self.idx, self.idx + len(self.text))

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places further. Raises IndexError beyond the text."""
        if self.i + distance < 0:
            raise IndexError(distance)
        return self.doc[self.i + distance]

    @property
    def subtree(self) -> list["Token"]:
        """The token with all that depends on it, directly or not."""
        found = []
        for child in self.lefts:
            found += child.subtree
        found.append(self)
        for child in self.rights:
            found += child.subtree
        return found

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The head, the head's head, and so on up to the top."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Whether `other` depends on this token, directly or not."""
        return any(token is self for token in other.ancestors)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The other members of the list that it is part of."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for member in members:  # which grows
            members += (child for child in member.rights if child.dep_ == "conj")
        return tuple(member for member in members if member is not self)


class Words(tuple[Token, ...]):  # noqa: SLOT001 - no tuple can have slots of its own
    """Tokens side by side: a sentence, a name, or what stands between two places."""

    doc: "Doc"
    start: int
    """Index of the first token; where there are none, of the place."""
    end: int
    """Index after the last one."""
    label_: str
    """What the model calls a name: PERSON, ORG, GPE, ...; else empty."""

    def __new__(cls, doc: "Doc", start: int, end: int, label: str = "") -> Self:
        """The tokens of `doc` from `start` up to `end`."""
        words = super().__new__(cls, doc[start:end])
        words.doc, words.start, words.end, words.label_ = doc, start, end, label
        return words

    @property
    def start_char(self) -> int:
        """Code point where the first token begins."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """Code point after the last token."""
        return self[-1].idx + len(self[-1].text)

    @property
    def text(self) -> str:
        """The words with what stands between them."""
        return self.doc.text[self.start_char : self.end_char] if self else ""

    @property
    def root(self) -> Token:
        """The token nearest to the top of the sentence, of several the first; a sign only for want of it."""
        top = next((token for token in self if token.head is token), None)
        if top is not None:
            return top
        outer = (token for token in self if not self.start <= token.head.i < self.end)
        return min(outer, key=_depth, default=self.doc[self.start])

    @property
    def sent(self) -> "Words":
        """The sentence of the first token."""
        return self.doc[self.start].sent


def _depth(token: Token) -> int:
    """Steps up to the top of the sentence; from a sign or a blank from which nothing hangs, more than any."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc(tuple[Token, ...]):  # noqa: SLOT001 - no tuple can have slots of its own
    """The tokens of a text. A slice is a bare tuple; `words` gives what has a text and a head."""

    text: str
    sents: tuple[Words, ...]
    ents: tuple[Words, ...]
    """The names that the model finds."""
    dictionary: Mapping[str, frozenset[str]]
    """Ordinary words by part of speech, `noun`, `adj`, `verb`, `adv`; empty where the model has no such list."""
    starts: tuple[int, ...]
    """Code points where the tokens begin."""

    def words(self, start: int, end: int) -> Words:
        """The tokens from the index `start` up to `end`."""
        return Words(self, start, max(start, min(end, len(self))))

    def span(self, start: int, end: int) -> Span:
        """The code points of the tokens from the index `start` up to `end`, of which there is one at least."""
        return Span(self[start].idx, self[end - 1].span.end)

    def char_span(self, start: int, end: int) -> Words | None:
        """The tokens that stand, if only in part, between two code points; None beyond the text."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        # a blank after a token is no part of it
        return self.words(first.i + (start == first.idx + len(first)), last.i + 1)

    def _at(self, position: int) -> Token | None:
        """The token at a code point, or right before the blank there."""
        if not 0 <= position < len(self.text):
            return None
        return self[bisect_right(self.starts, position) - 1]


def from_spacy(parsed: "spacy.tokens.Doc") -> Doc:
    """The parse as plain values."""
    doc = Doc(map(_plain, parsed))
    doc.text = parsed.text
    doc.starts = tuple(token.idx for token in doc)
    _connect(doc, parsed)
    doc.sents = tuple(Words(doc, each.start, each.end) for each in parsed.sents)
    for sentence in doc.sents:
        for token in sentence:
            token.doc, token.sent = doc, sentence
    repair(doc)
    doc.ents = tuple(Words(doc, each.start, each.end, each.label_) for each in parsed.ents)
    lookups = parsed.vocab.lookups
    doc.dictionary = lookups.get_table("dictionary") if lookups.has_table("dictionary") else {}
    return doc


SAME = ("co-", "re-")
"""With these a word means the same act or office: `re-opened`, `co-founder`."""


def _plain(token: "spacy.tokens.Token") -> Token:
    """What it is by itself."""
    return Token(
        token.i,
        token.idx,
        token.text,
        token.lower_,
        token.lemma_[3 * token.lemma_.startswith(SAME) :],
        token.pos_,
        token.tag_,
        token.dep_,
        token.ent_type_,
        token.whitespace_,
        token.is_punct,
        token.is_quote,
        token.is_sent_start is True,
        token.is_space,
        token.like_num,
    )


def _connect(doc: Doc, parsed: "spacy.tokens.Doc") -> None:
    """Hang the tokens from their heads."""
    lefts: defaultdict[int, list[Token]] = defaultdict(list)
    rights: defaultdict[int, list[Token]] = defaultdict(list)
    for token, theirs in zip(doc, parsed, strict=True):
        head = theirs.head.i
        if token.i != head:
            (lefts if token.i < head else rights)[head].append(token)
        token.head = doc[head]
        token.left_edge, token.right_edge = doc[theirs.left_edge.i], doc[theirs.right_edge.i]
    for token in doc:
        token.lefts, token.rights = lefts.get(token.i, ()), rights.get(token.i, ())
        token.children = (*token.lefts, *token.rights)
