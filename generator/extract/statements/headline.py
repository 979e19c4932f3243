"""Statements in headlines: `Minister: tax will rise`, and signatures: `“…” — Ann Lee`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.parsed import FINITE, Doc, Token, Words
from generator.extract.statements import cues, lexicon
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Range, Saying

LABELS = frozenset(
    """
    analysis blog breaking briefing column comment digest editorial exclusive explainer factbox feature insight
    interview letter live news newsletter opinion profile recap report review roundup special update updates video
    watch
    """.split()
)
"""What outlets put before a headline to tell its kind."""
DASHES = frozenset({"-", "–", "—"})
LONGEST_NAME = 10
"""Words by which a headline names who speaks."""
SIGNATURE = re.compile(r"[”\"’]\s*(?:[—–―]|--|-)\s*(?=[A-Z])")


def sayings(doc: Doc) -> Iterator[Saying]:
    """The speaker of each part of the headline: where a colon, a dash, a comma or a quotation shows one."""
    end = doc.text.find("\n") if "\n" in doc.text else len(doc.text)
    finds = (_before_colon, _behind_colon, _behind_dash, _behind_comma, _before_quotation)
    for part in doc.sents:
        if part.start_char >= end:
            return
        ends = part.text.rstrip().endswith((".", "!", "?"))  # a sentence that ends with a stop is no headline
        rules = (find(doc, part) for find in (finds[:1] if ends else finds))
        found = next((saying for saying in rules if saying), None)
        if found:
            yield found
        if ends:
            return


def _before_colon(doc: Doc, first: Words) -> Saying | None:
    """`Minister: tax will rise`."""
    colon = next((token.i for token in first[:8] if token.text == ":"), None)
    if colon is None or colon == first.start:
        return None
    name, rest = doc.words(first.start, colon), doc.words(colon + 1, first.end)
    if len(rest) <= 2 or not _is_speaker(name.root) or _has_verb(name) or name[-1].lower_ in LABELS:
        return None
    content = (rest.start, _end(doc, rest.start, rest.end))
    found = _saying("headline with colon", (colon, colon + 1), name, content)
    return replace(found, content=()) if rest[0].is_quote and doc[content[1] - 1].is_quote else found


def _behind_colon(doc: Doc, first: Words) -> Saying | None:
    """`‘We will not go’: Ann Lee`, a quotation and who says it."""
    colon = next((token.i for token in first if token.text == ":"), None)
    end = _end(doc, first.start, first.end)
    if (
        colon is None
        or not first[0].is_quote
        or not doc[colon - 1].is_quote
        or not 1 <= end - colon - 1 <= LONGEST_NAME
    ):
        return None
    name = doc.words(colon + 1, end)
    if _has_verb(name) or not can_speak(name.root):
        return None
    found = _saying("headline with colon", (colon, colon + 1), name, (first.start + 1, colon - 1))
    return replace(found, quotes=False)


def _behind_dash(doc: Doc, first: Words) -> Saying | None:
    """`Bridge to reopen by spring - minister`; a newspaper's name there is its own."""
    end = _end(doc, first.start, first.end)
    dash = next(
        (token.i for token in first[-6:] if token.text in DASHES and token.nbor(-1).whitespace_), None
    )
    if dash is None or dash - first.start < 3 or end - dash < 2:
        return None
    name = doc.words(dash + 1, end)
    if (
        not _is_speaker(name.root)
        or _has_verb(name)
        or any(token.lemma_ in lexicon.OUTLETS for token in name)
    ):
        return None
    common = name.root.lemma_.lower() in lexicon.PEOPLE or name.root.ent_type_ == "PERSON"
    return _saying("headline with dash", (dash, dash + 1), name, (first.start, dash)) if common else None


def _behind_comma(doc: Doc, first: Words) -> Saying | None:
    """`Rail deal “done”, official says`: what needs no verb of its own."""
    end = _end(doc, first.start, first.end)
    verbs = (
        t for t in first if t.lemma_ in cues.QUOTATION and t.tag_ in {"VBZ", "VBP"} and t.i > first.start
    )
    says = next((t for t in verbs if t.i + 1 == end or doc[t.i + 1].text == ","), None)
    comma = (
        next((i for i in range(says.i - 1, first.start, -1) if doc[i].text == ","), None) if says else None
    )
    if says is None or comma is None or not 2 <= says.i - comma <= 6:
        return None
    name = doc.words(comma + 1, says.i)
    if not can_speak(name.root) or _has_verb(name) or _has_verb(doc.words(first.start, comma)):
        return None
    return _saying("headline with comma", (says.i, says.i + 1), name, (first.start, comma))


def _before_quotation(doc: Doc, first: Words) -> Saying | None:
    """`Lee ‘will not run again’`, and no other verb."""
    mark = next((token.i for token in first[1:8] if token.is_quote), None)
    end = _end(doc, first.start, first.end)
    if mark is None or end - mark < 4 or not doc[end - 1].is_quote:
        return None
    name, quoted = doc.words(first.start, mark), doc.words(mark + 1, end - 1)
    if _has_verb(name) or not _is_speaker(name.root) or quoted[0].tag_ not in FINITE:
        return None
    found = _saying("headline with quotation", (mark, mark + 1), name, (mark + 1, end - 1))
    return replace(found, verb=mark - 1, content=())  # the quotation is its own content


def _saying(rule: str, cue: Range, name: Words, content: Range) -> Saying:
    return Saying(cue, cue[0], rule, source=(name.start, name.end), head=name.root.i, content=(content,))


def _is_speaker(head: Token) -> bool:
    """Whether the words before a colon name a speaker, not a topic or an event."""
    return can_speak(head) and (
        head.pos_ != "PROPN" or head.ent_type_ in {"PERSON", "ORG"} or head.lower_ in lexicon.SOURCES
    )


def _has_verb(span: Words) -> bool:
    return any(token.tag_ in FINITE or token.tag_ == "CD" for token in span)


def _end(doc: Doc, start: int, end: int) -> int:
    while end > start + 1 and (doc[end - 1].text in ".,;" or doc[end - 1].is_space):
        end -= 1
    return end


def signatures(doc: Doc) -> Iterator[Saying]:
    """`“So far, so good.” — Ann Lee`."""
    for match in SIGNATURE.finditer(doc.text):
        span = doc.char_span(match.end(), match.end() + 1)
        if span is None:
            continue
        end = span.start + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ == doc[span.start].ent_type_:
            end += 1
        mark = span.start - 1
        if end < len(doc) and doc[end].lemma_ in cues.CLAUSE:
            continue
        yield Saying((mark, mark + 1), mark, "signature", (span.start, end), end - 1)
