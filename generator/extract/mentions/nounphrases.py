"""The noun phrases that say what somebody is, found by tags rather than by the parse, which names often mislead."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.cuewords import TRADES
from generator.extract.mentions.lexicon import is_role_noun, words
from generator.extract.parsed import Doc, Token
from generator.model import EntityType, Span

LONGEST = 16
"""Tokens of a role; what runs on longer is a clause."""

NOMINAL = frozenset({"NN", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "POS", "AFX", "FW", "ADD"})
"""Tags of the words that stand between a determiner and a name."""

QUALIFIERS = frozenset(
    """acting affairs arms communications convicted departing designated detained disgraced elected exiled human
    imprisoned incoming jailed leading operations ousted outgoing retired retiring rights ruling serving sports
    visiting""".split()
)
"""Participles and plurals that qualify a role."""

VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
HEADS: dict[EntityType, str] = {"person": "role_nouns", "organization": "org_nouns"}
"""List of the nouns that say what a person or organization is; a place has no role."""
Bodies = Mapping[int, tuple[int, EntityType]]
"""Offset where an organization or place is named → where its name ends, and its type."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands, for the rules that look around it."""

    candidate: Candidate
    kind: EntityType
    doc: Doc
    first: int
    """Index of the name's first token."""
    following: int
    """Index of the token after the name."""
    root: Token
    """The name's head."""
    stop: int
    """Index of the token after its sentence."""
    bodies: Bodies

    @property
    def full(self) -> bool:
        """Whether it has several words, as the name of somebody who is introduced has."""
        return len(self.candidate.words) > 1

    @property
    def lead(self) -> int:
        """Index of the token before the name and a form of address."""
        index = self.first - 1
        while index > 0 and self.doc[index].text.rstrip(".") in words("honorifics"):
            index -= 1
        return index


def named(candidate: Candidate, kind: EntityType, doc: Doc, bodies: Bodies) -> Named | None:
    """`candidate` with the tokens around it; None where the parse has none for it."""
    found = doc.char_span(candidate.span.start, candidate.span.end)
    if not found:
        return None
    return Named(candidate, kind, doc, found.start, found.end, found.root, found.sent.end, bodies)


def words_of(span: Span | None, doc: Doc) -> str:
    """The words of `span`, none for None."""
    return doc.text[span.start : span.end] if span is not None else ""


def is_head(token: Token, kind: EntityType) -> bool:
    """Whether a noun says what a person or an organization is."""
    listed = words(HEADS[kind])
    forms = {token.lower_.rstrip("."), token.lemma_.lower()}
    if kind == "organization":
        return not forms.isdisjoint(listed | TRADES)
    return any(map(is_role_noun, forms)) or token.text.rstrip(".") in words("ranks")


def extend_left(index: int, end: int, doc: Doc) -> Span:
    """From the first word of the noun phrase that `doc[index]` is in, up to the offset `end`."""
    start = index
    while start > doc[index].sent.start and qualifies(doc[start - 1]):
        start -= 1
    if doc[start].tag_ in {"POS", "HYPH"}:
        start += 1
    possessive = next((i for i in range(index, start, -1) if doc[i].tag_ == "POS"), None)
    if possessive is not None and not doc[possessive - 1].text[0].isupper():
        start = possessive + 1
    return Span(doc[start].idx, end)


def qualifies(token: Token) -> bool:
    """Whether a word may stand before the head of a role: `acting`, `42-year`, `Kenyan`."""
    age = token.tag_ == "CD" and token.i + 1 < len(token.doc) and token.nbor().tag_ == "HYPH"
    owns = token.dep_ == "poss" and token.text[0].isupper()  # `Farmers’ Party leader`
    plural = token.tag_ == "NNS" and (token.dep_ in {"compound", "nmod"} or owns)
    mark = token.is_quote and token.tag_ != "POS"  # the end of `Farmers'` looks like a quotation's
    return (token.tag_ in NOMINAL or token.lower_ in QUALIFIERS or age or plural) and not mark


def noun_phrase(start: int, stop: int, kind: EntityType, doc: Doc) -> Span | None:
    """The noun phrase that begins at token `start`, if its head is a word for a role."""
    if start >= stop or not (qualifies(doc[start]) or doc[start].tag_ in {"DT", "PRP$", "CD"}):
        return None
    if doc[start].lower_ in {"such", "including"}:
        return None
    end = start
    while end < stop and end - start < LONGEST and not ends_phrase(doc[end]):
        end += 1
    if end == start or end - start >= LONGEST:
        return None
    before_of = next((i for i in range(start + 1, end) if _breaks_off(doc[i])), end)
    head = next((doc[i] for i in range(before_of - 1, start - 1, -1) if doc[i].tag_.startswith("NN")), None)
    if head is None:
        return None
    named = kind == "organization" and not (head.text.islower() or head.text == "NGO")
    if not named and is_head(head, kind) and head.tag_ != "NNS":
        return doc.span(start, end)
    # `Friends of Law general secretary`: the `of` is the organization's own.
    last = doc[end - 1]
    inner = last.text.islower() and last.tag_ == "NN" and is_head(last, kind) and head.text[0].isupper()
    inner = inner and doc[before_of + 1].tag_ != "DT"  # not `the League of the mayor`
    return doc.span(start, end) if inner else None


def _breaks_off(token: Token) -> bool:
    """Whether what follows qualifies the head before it: `of …`, `to …`, `based in …`."""
    participle = token.tag_ in {"VBN", "VBG"} and token.nbor(-1).tag_.startswith("NN")
    return token.tag_ in {"IN", "TO"} or participle


def ends_phrase(token: Token) -> bool:
    """Whether a noun phrase cannot go on with this token."""
    if _in_brackets(token):
        return False
    return (
        token.text in {",", ";", ":", "–", "—", "(", ")"}
        or (token.is_quote and token.tag_ != "POS")  # but in `the dockers' leader`
        or token.tag_ in VERBS | {"WP", "WDT", "WRB", ".", "PRP"}
        or (
            token.lower_ in {"and", "but", "or", "when", "after", "while", "because", "as"}
            and token.tag_ in {"CC", "IN", "WRB"}
            and token.dep_ in {"mark", "advmod"}
        )
    )


def _in_brackets(token: Token) -> bool:
    """Whether it belongs to an acronym in brackets: `head of the Kessel River Commission (KRC)`."""
    doc, at = token.doc, token.i
    return any(
        0 <= first < len(doc) - 2
        and doc[first].text == "("
        and doc[first + 1].text.isupper()
        and doc[first + 2].text == ")"
        for first in (at - 2, at - 1, at)
    )
