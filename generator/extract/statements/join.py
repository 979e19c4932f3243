"""Quotations meet cues: drafts of statements, their content in code points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.parsed import Doc
from generator.extract.statements.quotations import Quotation, covering
from generator.extract.statements.quoting import (
    cue_of,
    introduced,
    is_name,
    outside,
    past_stop,
    stands_alone,
    tokens_of,
)
from generator.extract.statements.saying import Saying
from generator.model import Span

NO_FLOOR = frozenset(
    {
        "adjective with clause",
        "noun with clause",
        "noun with preposition",
        "heard",
        "passive with infinitive",
        "verb of judging",
        "verb with infinitive",
    }
)
"""Rules whose source has not opened its mouth: a quotation in the next sentence is not theirs by position."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A saying with its content settled."""

    saying: Saying
    content: tuple[Span, ...]
    quoted: tuple[Quotation, ...] = ()
    """The quotations that are part of the content."""
    direct: bool = False
    """Whether the content is nothing but quotations."""


def join(doc: Doc, text: str, sayings: Sequence[Saying], quotations: Sequence[Quotation]) -> list[Draft]:
    """Every saying that has a content: its clause, the quotations beside it, or both."""
    sayings = sorted(sayings, key=lambda each: each.verb)
    owned: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        if is_name(text, quotation):
            continue
        index = cue_of(doc, tokens_of(doc, quotation), sayings)
        if index is not None:
            owned.setdefault(index, []).append(quotation)
    drafts = []
    for index, found in enumerate(sayings):
        own = owned.get(index, [])
        saying = outside(doc, found, own)
        content, direct = (
            _quoted(doc, text, saying, own) if own else (_unquoted(doc, text, saying, quotations), False)
        )
        told = tuple(span for span in content if _has_words(text, span))
        if told:
            drafts.append(Draft(saying, told, tuple(own), direct))
    return _continued(doc, drafts, quotations)


def _unquoted(doc: Doc, text: str, saying: Saying, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The clause; within somebody's quotation, not beyond it."""
    clauses = [doc.span(*each) for each in saying.content]
    around = covering(quotations, doc[saying.verb].idx)
    if around is not None:
        limit = Span(around.inner[0].start, around.inner[-1].end)
        clauses = [clipped for each in clauses if (clipped := _clip(text, each, limit))]
    return tuple(_unmarked(text, each) for each in clauses)


def _quoted(doc: Doc, text: str, saying: Saying, own: list[Quotation]) -> tuple[tuple[Span, ...], bool]:
    """The quotations alone, where the rest of the clause is nothing; else the clause with them."""
    first = own[0].outer.start
    clauses = [doc.span(*each) for each in saying.content]
    rest = [part for each in clauses for part in _outside(each, own) if _has_words(text, part)]
    if text[max(0, first - 8) : first].rstrip().endswith(":"):
        rest = [part for part in rest if part.start > first]
    rest = [part for part in rest if part.start > first or not _is_preamble(doc, part)]
    if not rest:
        return tuple(span for each in own for span in each.inner), True
    return tuple(_merged(text, [*rest, *(each.outer for each in own)])), False


def _is_preamble(doc: Doc, part: Span) -> bool:
    """Words up to a comma and without a verb: `Of the vote, he said, “…”`."""
    span = doc.char_span(part.start, part.end)
    if span is None or not span.text.rstrip().endswith(","):
        return False
    return not any(token.pos_ in {"VERB", "AUX"} for token in span)


def _outside(span: Span, own: Sequence[Quotation]) -> Iterator[Span]:
    """The parts of `span` outside of the quotations."""
    start = span.start
    for each in own:
        if each.outer.end <= start or each.outer.start >= span.end:
            continue
        if each.outer.start > start:
            yield Span(start, each.outer.start)
        start = max(start, each.outer.end)
    if start < span.end:
        yield Span(start, span.end)


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, joined where no word stands between."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not _has_words(text, Span(merged[-1].end, span.start)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _has_words(text: str, part: Span) -> bool:
    return any(char.isalnum() for char in text[part.start : part.end])


def _clip(text: str, span: Span, limit: Span) -> Span | None:
    start, end = max(span.start, limit.start), min(span.end, limit.end)
    while end > start and (text[end - 1] in " .,;:" or _is_loose_mark(text, start, end)):
        end -= 1
    return Span(start, end) if start < end else None


def _is_loose_mark(text: str, start: int, end: int) -> bool:
    """Whether a single mark closes what opened before: the end of `‘It’s over,’`."""
    closes = text[end - 1] in "'’" and not text[end - 2].isalnum()
    return closes and not any(mark in text[start : end - 1] for mark in (" '", " ‘"))


def _unmarked(text: str, span: Span) -> Span:
    """Without quotation marks around the whole of it."""
    inside = text[span.start + 1 : span.end - 1]
    if (
        text[span.start] in '"“‘'
        and text[span.end - 1] in '"”’'
        and not any(mark in inside for mark in '"“”')
    ):
        return Span(span.start + 1, span.end - 1)
    return span


def _continued(doc: Doc, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The drafts, and the quotations that are sentences of their own: the speaker of the sentence before goes on.

    What goes on with a quotation is the same statement; after anything else it is one of its own.
    """
    all_drafts = list(drafts)
    speaking = {
        past_stop(doc, tokens_of(doc, each)): i for i, draft in enumerate(drafts) for each in draft.quoted
    }
    used = {each for draft in drafts for each in draft.quoted}
    for quotation in quotations:
        at = tokens_of(doc, quotation)
        if quotation in used or not stands_alone(doc, at):
            continue
        index = speaking.get(at[0])
        if index is None:
            index = _last_speaker(doc, at[0], drafts, quotations)
        if index is None:
            saying = introduced(doc, at)
            if saying is not None and covering(quotations, doc[saying.verb].idx) is None:
                all_drafts.append(Draft(saying, quotation.inner, (quotation,), direct=True))
                speaking[past_stop(doc, at)] = len(all_drafts) - 1
            continue
        earlier = all_drafts[index]
        if earlier.direct:
            content, quoted = (*earlier.content, *quotation.inner), (*earlier.quoted, quotation)
            all_drafts[index] = replace(earlier, content=content, quoted=quoted)
        else:
            saying = replace(
                earlier.saying, rule="continued quotation", content=(), certainty=None, unsure=""
            )
            all_drafts.append(Draft(saying, quotation.inner, (quotation,), direct=True))
            index = len(all_drafts) - 1
        speaking[past_stop(doc, at)] = index
    return all_drafts


def _last_speaker(doc: Doc, at: int, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> int | None:
    """Index of the draft that has the floor in the sentence before the token `at`: its first speaker's."""
    start, end = doc[at - 1].sent.start, doc[at - 1].sent.end
    near = [
        (draft.saying.verb, index)
        for index, draft in enumerate(drafts)
        if start <= draft.saying.verb < end
        and not draft.saying.inference
        and draft.saying.rule not in NO_FLOOR
        and covering(quotations, doc[draft.saying.verb].idx) is None
    ]
    return min(near)[1] if near else None
