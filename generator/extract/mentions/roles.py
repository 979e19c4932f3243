"""What an article says that somebody or something is: titles before a name, appositions on either side."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.lexicon import words
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

OFFICES = frozenset("chair command direct edit head lead mediate negotiate own represent run teach".split())
"""Verbs that say what somebody does for a living."""

VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
HEADS: dict[EntityType, str] = {"person": "role_nouns", "organization": "org_nouns"}
"""List of the nouns that say what a person or organization is; a place has no role."""

ARTICLE = re.compile(r"(?:the|an?|his|her|its|their|our|my|one|another|said|both) ", re.IGNORECASE)


def role_of(occurrences: Sequence[Candidate], kind: EntityType, doc: Doc) -> str:
    """The role in the article's words, without its article, from the first occurrence that tells one."""
    if kind not in HEADS:
        return ""
    for occurrence in sorted(occurrences, key=lambda each: (_in_headline(each, doc), each.span)):
        for rule in (_title, _before, _after, _reversed, _relative):
            span = rule(occurrence, kind, doc)
            if span is not None and (role := _clean(str(_tokens(span, doc)))):
                return role
    return ""


def _in_headline(occurrence: Candidate, doc: Doc) -> bool:
    """Whether the occurrence stands in a line that is no full sentence, such as a title."""
    tokens = _tokens(occurrence.span, doc)
    return not tokens or tokens[0].sent.text.rstrip()[-1:] not in '.!?"”’)'


def _clean(role: str) -> str:
    """`role` without articles before it, and without a form of address after it; empty if that was all."""
    while match := ARTICLE.match(role):
        role = role[match.end() :]
    first, _, after = role.partition(" ")
    role = after if first.rstrip(".") in words("honorifics") else role
    *rest, last = role.split() or [""]
    if last.rstrip(".") in words("honorifics"):
        role = " ".join(rest) if rest and rest[-1].lower() in words("role_nouns") else ""
    return role.strip(" ,“”\"'-–")


def _tokens(span: Span, doc: Doc) -> DocSpan | None:
    return doc.char_span(span.start, span.end, alignment_mode="expand")


def _title(occurrence: Candidate, kind: EntityType, doc: Doc) -> Span | None:
    """`Kenyan Interior Minister Jane Doe`, with `former` and the like before it."""
    if occurrence.title is None or kind != "person":
        return None
    tokens = _tokens(occurrence.title, doc)
    if not tokens:
        return None
    text = tokens.text
    if text.rstrip(".") in words("honorifics"):
        return None
    return _extend_left(tokens[0].i, occurrence.title.end, doc)


def _before(occurrence: Candidate, kind: EntityType, doc: Doc) -> Span | None:
    """`team captain Jane Doe`, `the aid agency Acme`: the noun directly before a name."""
    tokens = _tokens(occurrence.span, doc)
    if not tokens or tokens[0].i < 2 or tokens[0].is_sent_start:
        return None
    head = doc[tokens[0].i - 1]
    if not _is_head(head, kind) or head.tag_ not in {"NN", "NNP", "JJ"}:
        return None
    if kind == "organization" and (not head.is_lower or head.nbor(-1).tag_ == "HYPH"):
        return None
    return _extend_left(head.i, head.idx + len(head), doc)


def _extend_left(index: int, end: int, doc: Doc) -> Span:
    """From the first word of the noun phrase that `doc[index]` is in, up to the offset `end`."""
    start = index
    while start > doc[index].sent.start and _qualifies(doc[start - 1]):
        start -= 1
    if doc[start].tag_ in {"POS", "HYPH"}:
        start += 1
    possessive = next((i for i in range(index, start, -1) if doc[i].tag_ == "POS"), None)
    if possessive is not None and not doc[possessive - 1].text[0].isupper():
        start = possessive + 1
    return Span(doc[start].idx, end)


def _qualifies(token: Token) -> bool:
    age = token.tag_ == "CD" and token.i + 1 < len(token.doc) and token.nbor().tag_ == "HYPH"
    plural = token.tag_ == "NNS" and token.dep_ in {"compound", "nmod"}
    return (token.tag_ in NOMINAL or token.lower_ in QUALIFIERS or age or plural) and not token.is_quote


def _after(occurrence: Candidate, kind: EntityType, doc: Doc) -> Span | None:
    """`Jane Doe, 45, the chief executive of Acme, …`."""
    tokens = _tokens(occurrence.span, doc)
    if not tokens:
        return None
    index, stop = tokens[-1].i + 1, tokens[-1].sent.end
    if (
        index + 2 < stop
        and doc[index].text == ","
        and (doc[index + 1].like_num or doc[index + 1].text == "aged")
    ):
        index += 3 if doc[index + 1].text == "aged" else 2
    if index + 1 >= stop or doc[index].text != ",":
        return None
    start = index + 1
    if kind == "organization" and doc[start].tag_ != "DT":
        return None
    return _noun_phrase(start, stop, kind, doc)


def _noun_phrase(start: int, stop: int, kind: EntityType, doc: Doc) -> Span | None:
    """The noun phrase that begins at token `start`, if its head is a word for a role."""
    if not (_qualifies(doc[start]) or doc[start].tag_ in {"DT", "PRP$", "CD"}) or doc[start].text.lower() in {
        "such",
        "including",
    }:
        return None
    end = start
    while end < stop and end - start < LONGEST and not _ends_phrase(doc[end]):
        end += 1
    if end == start or end - start >= LONGEST:
        return None
    before_of = next((i for i in range(start + 1, end) if _breaks_off(doc[i])), end)
    head = next((doc[i] for i in range(before_of - 1, start - 1, -1) if doc[i].tag_.startswith("NN")), None)
    named = kind == "organization" and head is not None and not head.is_lower
    if head is None or named or not _is_head(head, kind) or head.tag_ == "NNS":
        return None
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _breaks_off(token: Token) -> bool:
    """Whether what follows qualifies the head before it: `of …`, `to …`, `based in …`."""
    participle = token.tag_ in {"VBN", "VBG"} and token.nbor(-1).tag_.startswith("NN")
    return token.tag_ in {"IN", "TO"} or participle


def _ends_phrase(token: Token) -> bool:
    return (
        token.text in {",", ";", ":", "–", "—", "(", ")"}
        or token.is_quote
        or token.tag_ in VERBS | {"WP", "WDT", "WRB", ".", "PRP"}
        or (
            token.lower_ in {"and", "but", "or", "when", "after", "while", "because", "as"}
            and token.tag_ in {"CC", "IN", "WRB"}
            and token.dep_ in {"mark", "advmod"}
        )
    )


def _reversed(occurrence: Candidate, kind: EntityType, doc: Doc) -> Span | None:
    """`The company's chief executive, Jane Doe, said …`."""
    tokens = _tokens(occurrence.span, doc)
    if not tokens or tokens[0].i < 2 or kind != "person" or len(occurrence.words) < 2:
        return None
    index, after = tokens[0].i, tokens[-1].i + 1
    if doc[index - 1].text.rstrip(".") in words("honorifics"):
        index -= 1
    if doc[index - 1].text != "," or after >= len(doc) or doc[after].text not in {",", "."}:
        return None
    start = index - 2
    first = doc[index].sent.start
    while (
        start > first
        and doc[start].tag_ != "PRP$"
        and doc[start - 1].tag_ != "CC"
        and not _ends_phrase(doc[start - 1])
    ):
        start -= 1
    span = _noun_phrase(start, index - 1, kind, doc)
    return span if span is not None and span.end == doc[index - 2].idx + len(doc[index - 2]) else None


def _relative(occurrence: Candidate, kind: EntityType, doc: Doc) -> Span | None:
    """`Jane Doe, who heads the customs service, …`: the clause, where its verb names an office."""
    tokens = _tokens(occurrence.span, doc)
    if not tokens or kind != "person":
        return None
    start, stop = tokens[-1].i + 2, tokens[-1].sent.end
    if start + 2 >= stop or doc[start - 1].text != "," or doc[start].lower_ != "who":
        return None
    if doc[start + 1].lemma_ not in OFFICES or doc[start + 1].tag_ not in VERBS:
        return None
    end = next((i for i in range(start, stop) if doc[i].text in {",", ";", ".", "–", "—"}), stop)
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) if end - start < LONGEST else None


def _is_head(token: Token, kind: EntityType) -> bool:
    listed = words(HEADS[kind])
    return (
        token.lower_.rstrip(".") in listed
        or token.lemma_.lower() in listed
        or (kind == "person" and token.text.rstrip(".") in words("ranks"))
    )
