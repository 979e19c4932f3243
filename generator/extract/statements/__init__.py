"""Statements: who says what, and what the article itself infers.

Rules find sayings (a cue with who says it), quotations are joined to them, and what stands is described.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract import coreference
from generator.extract.statements import (
    circumstances,
    details,
    headline,
    inference,
    nouns,
    phrases,
    quotations,
    verbs,
)
from generator.extract.statements.grammar import SUBJECTS
from generator.extract.statements.join import Draft, join
from generator.extract.statements.saying import Range, Saying
from generator.extract.statements.select import select
from generator.extract.statements.speakers import Speaker, speakers
from generator.model import Article, Mode, Reading, Span, Statement, Temporal

RULES: tuple[tuple[str, Callable[[Doc], Iterator[Saying]]], ...] = (
    ("verbs", verbs.sayings),
    ("phrases", phrases.sayings),
    ("nouns", nouns.sayings),
    ("inference", inference.sayings),
    ("headline", headline.sayings),
    ("signatures", headline.signatures),
)
"""Each reads the whole text; where two give the same content, the earlier stands."""


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the statements of `article`, parsed as `doc`, added in the order of the text."""
    sayings = tuple(saying for _name, rule in RULES for saying in rule(doc))
    drafts = select(doc, join(doc, article.text, sayings, quotations.find(article.text)))
    starts = [sentence.start_char for sentence in doc.sents]
    known = coreference.context(article.text, starts, reading, _subjects(doc, reading))
    statements = [
        _statement(doc, article.text, draft, speaker, reading.temporals)
        for draft, speaker in zip(drafts, speakers(doc, drafts, known), strict=True)
    ]
    return replace(
        reading, statements=tuple(sorted(statements, key=lambda each: (each.content, each.cue or (0, 0))))
    )


def _statement(
    doc: Doc, text: str, draft: Draft, speaker: Speaker, temporals: Sequence[Temporal]
) -> Statement:
    saying = draft.saying
    source = details.full_source(doc, saying)
    return Statement(
        content=draft.content,
        mode=_mode(draft),
        source=_chars(doc, source) if source else None,
        cue=_chars(doc, saying.cue),
        speaker="" if speaker.told else speaker.entity,
        certainty=details.certainty(doc, draft),
        anonymous=not speaker.entity and details.is_anonymous(doc, source, saying.head),
        via=circumstances.via(doc, draft),
        venue=circumstances.venue(doc, draft),
        when=circumstances.when(doc, text, draft, temporals),
        rule=saying.rule,
        unsure=saying.unsure or speaker.unsure,
    )


def _subjects(doc: Doc, reading: Reading) -> frozenset[int]:
    """Where names start that are, or stand beside, the subject of a main clause."""
    found = set()
    for mention in reading.mentions:
        span = doc.char_span(*mention.span, alignment_mode="expand")
        head = span.root if span is not None else None
        if head is not None and head.dep_ == "appos":
            head = head.head
        if head is not None and head.dep_ in SUBJECTS and head.head.dep_ == "ROOT":
            found.add(mention.span.start)
    return frozenset(found)


def _mode(draft: Draft) -> Mode:
    if draft.saying.inference:
        return "inference"
    if draft.direct:
        return "direct"
    return "mixed" if draft.quoted else "indirect"


def _chars(doc: Doc, each: Range) -> Span:
    last = doc[each[1] - 1]
    return Span(doc[each[0]].idx, last.idx + len(last))
