"""Noun phrases as names of issues."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from generator.extract.issues import lexicon, positions
from generator.extract.parsed import Doc, Token
from generator.model import Span

LONGEST = 12
"""Words of a name."""
COMPLEMENTS = frozenset(
    {
        "of",
        "for",
        "from",
        "on",
        "over",
        "at",
        "upon",
        "in",
        "with",
        "between",
        "by",
        "to",
        "during",
        "into",
        "about",
        "against",
    }
)
AMOUNT = 4
"""Words within which `of` leads to a number that is an amount: `of up to 6.50`."""
UNITS = frozenset(
    "$ £ € % million billion trillion thousand bn m percent per cent crown dollar euro pound yen franc krona krone "
    "zloty rupee rouble ruble rand peso yuan won".split()
)
"""Words of an amount beside its number: `the 4 million crown fine`."""
BRINGING = frozenset("bring hand move refer return send submit take".split())
"""Verbs of which `to` tells where the object goes."""
LOOSE = frozenset({"and", "or", "'s", "’s"})
"""Words that begin no name: of `next year’s catch` the date is cut off."""
BESIDE = frozenset({"of", "for", "against"})
BESIDE_DECISIONS = frozenset({"on", "into"})
SIDEWAYS = frozenset({"conj"})
LEADING = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|any|some|all|its|their|his|her|our|my|such|both|only|key|main|also|own|every|each|no|few|several|many|various)\s+)+",
    re.IGNORECASE,
)
STATE = re.compile(
    rf"^(?:(?:{'|'.join(sorted(lexicon.STATE))}),?\s+(?:(?:and|but)\s+)?)+(?=\S+\s+\S)", re.IGNORECASE
)
"""Words for how far a thing is, or how great, before a name of two words: `planned | job cuts`."""
OWNED_STATE = re.compile(rf"(?<=['’]s )(?:(?:{'|'.join(sorted(lexicon.STATE))})\s+)+", re.IGNORECASE)
"""The same behind whose it is: `the council’s planned closures`."""
OPENING = frozenset({"'", "‘", '"', "“"})
LOOSE_QUOTE = re.compile(r"['’\"”](?!\w)")
"""What closes a quotation within a name: `‘final’ offer`."""


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
        return doc.span(self.start, self.end)


def of_head(head: Token, dates: Container[int] = ()) -> Named:
    """The phrase of a noun: its modifiers right before it, and its complements after it, one after the other.

    `dates` are indexes of tokens of time expressions, which belong to no name; nor do amounts, about which
    people differ.
    """
    doc, end = head.doc, head.i + 1
    while end + 1 < len(doc) and is_hyphen(doc[end]) and not doc[end - 1].whitespace_:
        end += 2  # `re-election`, of which the parser takes `re` for the noun
    start = _first(head, dates)
    beside = [doc[end]] if end < len(doc) and _hangs_beside(doc[end], head) else []
    for child in beside or head.rights:
        if child.dep_ != "prep" or child.i != end or child.lower_ not in COMPLEMENTS:
            break
        if child.i + 1 < len(doc) and doc[child.i + 1].tag_ in {"WP", "WDT", "WRB"}:
            break
        if belongs_to_verb(child):
            break
        if child.lower_ == "over" and head.lemma_.lower() not in lexicon.BARGAINED:
            break
        stop = complement_end(child)
        stop = next((index for index in range(child.i, stop) if index in dates), stop)
        while stop > child.i and doc[stop - 1].pos_ in {"ADP", "DET", "SCONJ", "CCONJ"}:
            stop -= 1
        amount = child.lower_ in {"of", "by"} and _tells_amount(child)
        if stop - start > LONGEST or stop <= child.i + 1 or amount:
            break
        end = stop
    return named(doc, start, end, head.i)


def _first(head: Token, dates: Container[int]) -> int:
    """Index of the first modifier right before the noun; what hyphens join stays together: `one-off payment`."""
    doc, start = head.doc, head.i
    while start > head.left_edge.i:
        before = doc[start - 1]
        joined = is_hyphen(before) or is_hyphen(doc[start]) or (start > 1 and is_hyphen(doc[start - 2]))
        dates_it = start - 1 in dates and not (before.is_year and start == head.i)  # but `the 2021 budget`
        if not joined and (dates_it or not _modifies(before, head)):
            break
        start -= 1
    return _after_amount(doc, start, head)


def _after_amount(doc: Doc, start: int, head: Token) -> int:
    """Index of the first word after an amount of one thing: `a 2 percent pay offer`; of several it tells which.

    About the amount people differ, and it changes; but `the 2021 budget` and `the 23 locomotives`.
    """
    first = after = start + (doc[start].dep_ == "det")
    while after < head.i and (doc[after].text[0].isdigit() or doc[after].lower_ in UNITS):
        after += 1
    several = head.tag_ in {"NNS", "NNPS"} or is_hyphen(doc[after])
    sized = any(token.lower_ in UNITS or not token.text.isdigit() for token in doc[first:after])
    return after if sized and not several else start


def is_hyphen(token: Token) -> bool:
    """Whether it joins the words around it to one."""
    return token.text in {"-", "–"} and not token.whitespace_


def belongs_to_verb(preposition: Token) -> bool:
    """`submit the dispute over pay | to arbitration`, whatever the parser hangs it on."""
    verb = preposition
    while verb.head != verb and verb.pos_ != "VERB":
        verb = verb.head
    return preposition.lower_ == "to" and verb.lemma_.lower() in BRINGING


def _tells_amount(preposition: Token) -> bool:
    """`of up to 6.50`, `of 31 million crowns`; not `of two plants`."""
    after = preposition.doc[preposition.i : preposition.i + AMOUNT]
    number = next((token for token in after if token.like_num), None)
    return number is not None and (number.dep_ == "pobj" or number.head.lemma_.lower() in lexicon.VAGUE)


def _hangs_beside(token: Token, head: Token) -> bool:
    """`restored the pardon for Ann Roe`: a complement that the parser gives to the verb."""
    beside = BESIDE | (BESIDE_DECISIONS if head.lemma_.lower() in positions.DECIDABLE else frozenset())
    return token.dep_ == "prep" and token.lower_ in beside and token.head == head.head and head.dep_ == "dobj"


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
    loose = {"prep", "cc", "det", "mark", "nsubj", "punct"}
    while end > preposition.i + 1 and (doc[end - 1].dep_ in loose or doc[end - 1].is_space):
        end -= 1
    return end - 1 if end > preposition.i + 2 and is_headline_verb(doc[end - 1]) else end


def is_headline_verb(token: Token) -> bool:
    """Whether a headline’s verb was read as a noun: `Talks on fishing rights collapse`, `Agency fines Acme`."""
    doc, after = token.doc, token.i + 1
    beside = any(child.dep_ == "compound" and child.i == token.i - 1 for child in token.lefts)
    if (
        after < len(doc)
        and doc[after].tag_ in {"NNP", "NNPS"}
        and doc[after].ent_type_ not in {"DATE", "TIME"}
    ):
        return beside and token.tag_ == "NNS" and token.lemma_.lower() in positions.ACTS
    ends = after == len(doc) or doc[after].is_space or doc[after].is_sent_start
    return ends and beside and token.lemma_.lower() in lexicon.FALTERING


def named(doc: Doc, start: int, end: int, head: int | None = None) -> Named:
    """The tokens from `start` to `end` as a name: without article, quotation marks and blanks at the edges."""
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in LOOSE):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while end > start + 1 and doc[end - 1].pos_ in {"ADP", "CCONJ", "DET", "SCONJ"}:
        end -= 1
    amount = next((index for index in range(start + 1, end - 1) if _begins_amount(doc, index)), end)
    end = min(end, amount)
    words = LEADING.sub("", " ".join(doc.words(start, end).text.split()), count=1).strip(' ,;:“”"‘’')
    words = OWNED_STATE.sub("", STATE.sub("", words))
    words = LOOSE_QUOTE.sub("", words) if start and doc[start - 1].text in OPENING else words
    return Named(
        start, end, head if head is not None else _head(doc, start, end), _lowered(words, doc, start, end)
    )


def _begins_amount(doc: Doc, index: int) -> bool:
    """`charges | of 31 million crowns`: about the amount people differ."""
    return doc[index].lower_ == "of" and doc[index + 1].like_num and _tells_amount(doc[index])


def _head(doc: Doc, start: int, end: int) -> int:
    return doc.words(start, end).root.i if end > start else start


def _lowered(words: str, doc: Doc, start: int, end: int) -> str:
    """A lower-case initial, unless the first word is a name or an abbreviation."""
    first = next((token for token in doc[start:end] if words.startswith(token.text)), None)
    if first is None or first.tag_ in {"NNP", "NNPS"} or first.ent_type_ or words[:2].isupper():
        return words
    return words[:1].lower() + words[1:]


def lemmas(phrase: Named, doc: Doc) -> list[str]:
    """The words of the phrase in dictionary form, lower case, with hyphenated words also as one."""
    return [token.lemma_.lower() for token in doc[phrase.start : phrase.end] if not token.is_punct]


def mute(phrase: Named, doc: Doc) -> Iterator[str]:
    """Lemmas of what does not tell which one it is: `planned fees`, `fees in Calvia`, `the judge’s decision`."""
    head = doc[phrase.head]
    lemma = head.lemma_.lower()
    yield from (token.lemma_.lower() for token in doc[phrase.start : head.i] if token.lower_ in lexicon.STATE)
    for child in head.children if lemma in positions.GENERIC else ():
        if child.dep_ == "prep" and child.lower_ in {"in", "at", "across"} and child.i < phrase.end:
            yield from (token.lemma_.lower() for token in child.subtree if token.pos_ == "PROPN")
        people = child.lemma_.lower() in lexicon.PEOPLE
        pronounced = child.dep_ in {"poss", "nmod"} and lemma in positions.PRONOUNCED
        if (people and child.dep_ == "compound") or (pronounced and (people or child.pos_ == "PROPN")):
            yield from (token.lemma_.lower() for token in child.subtree)


def owner_of(head: Token, phrase: Named) -> Token | None:
    """Whose it is, where the phrase tells no more: `the mayor’s arrest`, `the arrest of the mayor`."""
    before = [child for child in head.lefts if child.dep_ == "poss" and child.right_edge.i + 1 == head.i]
    of = (child for child in head.rights if child.lower_ == "of" and child.i == head.i + 1 < phrase.end)
    after = [inner for child in of for inner in child.rights if inner.dep_ == "pobj"]
    found = [*before, *after]
    return found[0] if len(found) == 1 and (after or phrase.end == head.i + 1) else None


def names_nothing(head: Token) -> bool:
    """A price of the market, which nobody decides; `“a budget of unpaid bills”`, which judges and does not name.

    Nor does a count: `by 88 votes`, `34 million cubic metres`; and `claimed responsibility` contests nothing.
    """
    counted = head.lemma_.lower() in lexicon.UNITS and any(child.dep_ == "nummod" for child in head.lefts)
    if counted or is_headline_verb(head):
        return True
    if head.lemma_ == "responsibility" and head.dep_ == "dobj" and head.head.lemma_ in positions.ASSUMING:
        return True
    quoted = head.lemma_ == "price" and any(child.lower_ in positions.MARKET for child in head.lefts)
    return quoted or _is_epithet(head)


def _is_epithet(head: Token) -> bool:
    """Whether the phrase is all of a quotation."""
    doc, first, last = head.doc, head.left_edge.i, head.right_edge.i
    while first < last and doc[first].is_quote:
        first += 1
    while first < last and (doc[last].is_quote or doc[last].is_punct):
        last -= 1
    opens = first > 0 and doc[first - 1].is_quote
    return opens and any(token.is_quote for token in doc[last + 1 : last + 3])


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
