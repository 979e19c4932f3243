"""Which saying introduces a quotation, and who goes on talking in one that stands alone."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.parsed import FINITE, Doc, Token
from generator.extract.statements import cues
from generator.extract.statements.grammar import child, noun_phrase
from generator.extract.statements.people import can_speak
from generator.extract.statements.quotations import Quotation
from generator.extract.statements.saying import Range, Saying

BRIEF = frozenset("add answer ask cry exclaim read reply respond say shout tweet write yell".split())
"""Verbs that introduce even one or two quoted words; after others those are a name or an apt phrase."""
CLOSING = frozenset({",", "?", "!", "…", "—", "–", "-", "..."})
"""With one of these inside, or a comma or dash behind, a quotation's sentence goes on outside of it."""


LONG = 8
"""Words of a quotation that is no name, so that a cue right behind it is its own even without a comma."""


def tokens_of(doc: Doc, quotation: Quotation) -> Range:
    """The tokens of the quotation, its marks included."""
    span = doc.char_span(*quotation.outer)
    return (span.start, span.end) if span is not None else (0, 0)


def cue_of(doc: Doc, at: Range, sayings: Sequence[Saying]) -> int | None:
    """Index of the saying that introduces the quotation at `at`; `sayings` are in the order of the text.

    First one right behind it, then the nearest one before it, then one whose clause it is part of.
    """
    first = doc[max(0, at[0] - 1)].sent.start
    last = doc[min(at[1], len(doc) - 1)].sent.end
    near = range(
        bisect_left(sayings, first, key=lambda each: each.verb),
        bisect_left(sayings, last, key=lambda each: each.verb),
    )
    outside = [(i, sayings[i]) for i in near if not at[0] <= sayings[i].verb < at[1]]
    behind = [i for i, each in outside if each.quotes and _follows(doc, at, each)]
    if behind:
        return behind[0]
    before = [(each.verb, i) for i, each in outside if each.quotes and _precedes(doc, at, each)]
    if before:
        return max(before)[1]
    overlapping = [
        (abs(each.verb - at[0]), i)
        for i, each in outside
        if any(start < at[1] and at[0] < end for start, end in each.content)
    ]
    return min(overlapping)[1] if overlapping else None


def outside(doc: Doc, saying: Saying, quoted: Sequence[Quotation]) -> Saying:
    """The saying with its source outside of its quotations, where the parse takes a quoted word for the speaker."""
    if saying.source is None or not any(
        each.outer.start <= doc[saying.source[0]].idx < each.outer.end for each in quoted
    ):
        return saying
    spans = [tokens_of(doc, each) for each in quoted]
    after = max((end for _start, end in spans if end <= saying.verb), default=saying.verb + 1)
    name = next((t for t in doc[after : after + 8] if t.i != saying.verb and can_speak(t)), None)
    if name is None:
        return saying
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    source = noun_phrase(name)
    return replace(saying, source=(max(after, source[0]), max(name.i + 1, source[1])), head=name.i)


def _follows(doc: Doc, at: Range, saying: Saying) -> bool:
    """`“…,” said X` and `“…,” X said`: the cue stands right behind the closing mark."""
    start = at[1]
    if doc[saying.verb].tag_ == "VBG" and _speaks_of_its_own(doc[saying.verb], saying):
        return False
    if saying.rule == "signature":
        return start == saying.verb
    if saying.rule == "according to" and saying.content and saying.content[0][0] < at[0]:
        return False  # it passes on the whole sentence, whoever says the quoted part
    if start >= len(doc) or doc[start].is_sent_start:
        return False
    bound = doc[at[1] - 2].text in CLOSING or doc[start].text in {",", "—", "–", "-"}
    if not bound and sum(token.text.isalpha() for token in doc[at[0] : at[1]]) < LONG:
        return False
    while start < len(doc) and (doc[start].is_punct or doc[start].pos_ == "ADV"):
        start += 1
    words = (saying.source, saying.via)
    firsts = {saying.verb, *(each[0] for each in words if each and each[0] < saying.verb)}
    return start in firsts or (start < min(firsts) and _is_office(doc[start : min(firsts)]))


def _is_office(words: Sequence[Token]) -> bool:
    """Whether words before a name are its bearer's office that the parse parts from it: `army spokesman Brig. `."""
    return all(each.pos_ in {"ADJ", "DET", "NOUN", "PROPN"} or each.text == "." for each in words)


def _speaks_of_its_own(participle: Token, saying: Saying) -> bool:
    """`“…,” saying that …` has its own content, `“…”, the mayor adding “…”` its own subject."""
    return child(participle, "nsubj") is not None or any(first > saying.verb for first, _ in saying.content)


def _precedes(doc: Doc, at: Range, saying: Saying) -> bool:
    """`X said: “…”`, `X told reporters, “…”`: nothing but the cue's own words stands between."""
    if saying.verb >= at[0] or doc[at[0]].is_sent_start or doc[saying.verb].sent.end < at[0]:
        return False
    brief = sum(token.text.isalpha() for token in doc[at[0] : at[1]]) < 3
    if brief and not saying.content and doc[saying.verb].lemma_ not in BRIEF:
        return False
    between = doc[saying.verb + 1 : at[0]]
    if len(between) == 0:
        return doc[saying.verb].lemma_ not in cues.LOOSE
    last = between[-1].text
    if last not in {",", ":", "that", "as"} and not (saying.source and saying.source[1] >= at[0] - 1):
        return False
    if any(end > saying.verb for _start, end in saying.content):
        return False
    return last == ":" or not any(_is_tensed(token) for token in between)


def _is_tensed(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.tag_ in FINITE


SHORTEST = 5
"""Words of a quotation that nobody is said to say, yet that somebody says."""


def introduced(doc: Doc, at: Range) -> Saying | None:
    """`Lee arrived late. “I had to walk.”`: the person whom the sentence before is about says it."""
    start, end = doc[at[0] - 1].sent.start, doc[at[0] - 1].sent.end
    root = next((token for token in doc[start:end] if token.dep_ == "ROOT"), None)
    if (
        root is None
        or not root.is_finite
        or sum(token.text.isalpha() for token in doc[at[0] : at[1]]) < SHORTEST
    ):
        return None
    head = child(root, "nsubj")
    if head is None or not (head.ent_type_ == "PERSON" or head.lower_ in {"he", "she"}):
        return None
    return Saying(
        cue=(root.i, root.i + 1),
        verb=root.i,
        rule="quotation by itself",
        source=noun_phrase(head, root),
        head=head.i,
        unsure="nobody is said to say it; the sentence before is about this speaker",
    )


NAME = re.compile(r"(?:[A-Z0-9][\w'’.-]*|a|an|and|at|by|for|from|in|of|on|or|the|to|vs|with|&)(?: |$)")


def is_name(text: str, quotation: Quotation) -> bool:
    """Whether it is a title, `the film “Harbour Lights”`, and nobody's words: all capitals, no punctuation."""
    words = text[quotation.inner[0].start : quotation.inner[-1].end]
    before = text[max(0, quotation.outer.start - 2) : quotation.outer.start].strip()
    parts = words.split()
    if not 2 <= len(parts) <= 10 or before[-1:] in {":", ","} or not before:
        return False
    return all(NAME.fullmatch(part) for part in parts) and parts[0][0].isupper()


def past_stop(doc: Doc, at: Range) -> int:
    """The token behind a quotation and the full stop that may stand outside of it."""
    return at[1] + (at[1] < len(doc) and doc[at[1]].text == "." and not doc[at[1]].is_sent_start)


def stands_alone(doc: Doc, at: Range) -> bool:
    """Whether the quotation is a sentence of its own, or several; a line break behind it belongs to no sentence."""
    end = past_stop(doc, at)
    while end < len(doc) and doc[end].is_space:
        end += 1
    return (
        at[0] > 0 and doc[at[0]].is_sent_start is True and (end == len(doc) or doc[end].is_sent_start is True)
    )
