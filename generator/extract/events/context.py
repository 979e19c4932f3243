"""One article with everything read so far, laid over its tokens."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.extract import coreference
from generator.extract.events.owners import owner
from generator.extract.parsed import Doc, Token
from generator.extract.statements.acting import acting, strangers
from generator.extract.statements.join import NO_FLOOR
from generator.model import Article, Mention, NamedEntity, Reading, Span, Statement, Temporal

DATELINE = re.compile(
    r"^[A-Z][A-Z .’'-]{2,}\b[^\n]{0,80}?(?:\)| [-–—]+) *[-–—]+ |^[A-Z]{3,}[A-Z .’'-]*(?:, [^\n—–-]{1,60})? [-–—]+ ",
    re.MULTILINE,
)
"""`SENNET, Marland, March 4 (Meridian) - ` at the beginning of a paragraph: no part of the sentence."""
AHEAD = re.compile(r"\b(tomorrow|next|coming|upcoming|forthcoming)\b", re.IGNORECASE)
BEHIND = re.compile(r"\b(last|ago|yesterday|previous|\d{4})\b", re.IGNORECASE)
LONGEST_SENTENCE = 300
"""Tokens. The work on a sentence grows with the square of its length."""
A_DAY = re.compile(
    r"day\b|\b\d{1,2}(st|nd|rd|th)?\b(?!\d)|tonight|last night|morning|afternoon|evening|tomorrow",
    re.IGNORECASE,
)
"""Expressions that tell a day, not a month, a year or a stretch."""
CALENDAR = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december|weekend|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)
"""What places a duration on the calendar: `10 and 11 March`."""
TODAY = re.compile(r"(now|currently|today|tonight|this (morning|afternoon|evening|week))\b", re.IGNORECASE)
VAGUE = re.compile(
    r"(now|currently|today’s|at present|previously|recently|earlier|once|so far|formerly|soon|later|then|"
    r"(the|that) time)\Z",
    re.IGNORECASE,
)
"""Expressions that stand for no day; a date beside them is preferred."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """An article's tokens and what is read of them."""

    doc: Doc
    article: Article
    reading: Reading
    entities: Mapping[str, NamedEntity]
    mention_at: Mapping[int, Mention]
    """Index of token → the mention that it is part of."""
    temporals_of: Mapping[int, tuple[Temporal, ...]]
    """Index of verb or event noun → the time expressions that belong to it, in order."""
    temporal_at: Mapping[int, Temporal]
    """Index of token → the time expression that it is part of."""
    statement_at: Mapping[int, Statement]
    """Index of token → the innermost statement whose content it is part of."""
    speaker_at: Mapping[int, str]
    """Index of token of a source → the speaker, where that is known."""
    endless: frozenset[int]
    """Indexes of the tokens of sentences so long that they are no prose; nothing is read from them."""
    cues: frozenset[int]
    """Indexes of the tokens that make statements."""
    datelines: frozenset[int]
    """Indexes of the tokens of datelines."""
    known: coreference.Context
    """What pronouns can mean."""
    spoken: tuple[coreference.Spoken, ...]
    """The sources whose speaker is known, in the order of the text."""

    def text(self, span: Span) -> str:
        """The words of `span`."""
        return self.article.text[span.start : span.end]

    def before(self, temporal: Temporal) -> str:
        """The end of what stands before a time expression, long enough for a preposition and an article."""
        return self.article.text[max(0, temporal.span.start - 12) : temporal.span.start]

    def statement(self, token: Token) -> Statement | None:
        """The innermost statement whose content `token` is part of."""
        return self.statement_at.get(token.i)

    def named_in(self, span: Span) -> list[str]:
        """Ids of the entities that `span` names, in order."""
        tokens = _tokens(self.doc, span)
        found = (self.mention_at[token.i].entity for token in tokens if token.i in self.mention_at)
        return list(dict.fromkeys(found))

    def sentence(self, token: Token) -> int:
        """Index of the sentence of `token`."""
        return bisect_right(self.known.starts, token.idx) - 1

    def headline(self, token: Token) -> bool:
        """Whether `token` stands in the title within the text."""
        title = self.article.title_span
        return title is not None and title.start <= token.idx < title.end


def lay(doc: Doc, article: Article, reading: Reading) -> Context:
    """`reading` laid over the tokens of `doc`."""
    datelines = _datelines(doc)
    known = _known(doc, article, reading)
    mention_at = {
        token.i: mention
        for mention in reading.mentions
        if mention.entity
        for token in _tokens(doc, mention.span)
    }
    temporal_at: dict[int, Temporal] = {}
    owners: dict[int, list[Temporal]] = {}
    for temporal in reading.temporals:
        tokens = _tokens(doc, temporal.span)
        temporal_at.update({token.i: temporal for token in tokens})
        if tokens and _is_date(temporal, article.text) and tokens[0].i not in datelines:
            head = owner(doc.words(tokens[0].i, tokens[-1].i + 1).root)
            owners.setdefault(head.i, []).append(temporal)
    return Context(
        doc,
        article,
        reading,
        {entity.id: entity for entity in reading.entities},
        mention_at,
        {index: tuple(temporals) for index, temporals in owners.items()},
        temporal_at,
        _statements(doc, reading),
        {
            token.i: statement.speaker
            for statement in reading.statements
            if statement.source and statement.speaker
            for token in _tokens(doc, statement.source)
        },
        frozenset(
            token.i for sentence in doc.sents if len(sentence) > LONGEST_SENTENCE for token in sentence
        ),
        frozenset(
            token.i
            for statement in reading.statements
            if statement.cue
            for token in _tokens(doc, statement.cue)
        ),
        datelines,
        replace(known, acting=acting(doc, known), strangers=strangers(doc)),
        tuple(sorted(_spoken(reading), key=lambda each: each.at)),
    )


def _spoken(reading: Reading) -> Iterator[coreference.Spoken]:
    """Who has had the floor: nobody through words that somebody else quotes."""
    ends = 0
    for statement in reading.statements:
        inside = statement.cue is not None and statement.cue.start < ends
        if statement.mode == "direct":
            ends = max(ends, statement.content[-1].end)
        if statement.source is None or inside or statement.rule in NO_FLOOR:
            continue
        named = _named(statement.source, reading) if not statement.anonymous else ()
        entity = statement.speaker or (named[0] if len(named) == 1 else "")
        if entity:
            yield coreference.Spoken(statement.source.start, entity)


def _named(span: Span, reading: Reading) -> list[str]:
    """Ids of the entities that `span` names, in order."""
    first = bisect_left(reading.mentions, span.start, key=lambda mention: mention.span.start)
    inside = takewhile(lambda mention: mention.span.end <= span.end, reading.mentions[first:])
    return list(dict.fromkeys(mention.entity for mention in inside if mention.entity))


def _known(doc: Doc, article: Article, reading: Reading) -> coreference.Context:
    """What pronouns can mean; those that speak have shown the gender of who speaks."""
    known = coreference.context(article.text, [sentence.start_char for sentence in doc.sents], reading)
    for statement in reading.statements:
        if statement.source is not None:
            known = coreference.learnt(known, article.text[slice(*statement.source)], statement.speaker)
    return known


def _is_date(temporal: Temporal, text: str) -> bool:
    lasting = temporal.type == "DURATION" and CALENDAR.search(text, *temporal.span)
    return temporal.type in {"DATE", "TIME"} or bool(lasting)


def _statements(doc: Doc, reading: Reading) -> dict[int, Statement]:
    """Index of token → statement; a statement within another has its tokens."""
    parts = [(part, statement) for statement in reading.statements for part in statement.content]
    return {
        token.i: statement
        for part, statement in sorted(parts, key=lambda pair: pair[0].start - pair[0].end)
        for token in _tokens(doc, part)
    }


def _datelines(doc: Doc) -> frozenset[int]:
    found = [match.span() for match in DATELINE.finditer(doc.text)]
    return frozenset(token.i for start, end in found for token in _tokens(doc, Span(start, end)))


def _tokens(doc: Doc, span: Span) -> list[Token]:
    found = doc.char_span(span.start, span.end)
    return [token for token in found if not token.is_space] if found is not None else []


def best(temporals: tuple[Temporal, ...], near: Token, context: Context) -> Temporal | None:
    """The one of `temporals` that dates: a day before a clock time, a date before `now`, then the nearest."""
    return min(
        temporals,
        key=lambda temporal: (
            bool(VAGUE.match(context.text(temporal.span))),
            not A_DAY.search(context.text(temporal.span)),
            temporal.type == "TIME",
            abs(temporal.span.start - near.idx),
        ),
        default=None,
    )


def is_day(temporal: Temporal, context: Context) -> bool:
    """Whether the words tell one day."""
    words = context.text(temporal.span)
    return bool(A_DAY.search(words)) and not VAGUE.match(words)


def ahead(temporal: Temporal, context: Context) -> bool:
    """Whether the words or the governing verb put a time expression in the future."""
    return temporal.tense == "future" or bool(AHEAD.search(context.text(temporal.span)))


def is_behind(temporal: Temporal, context: Context) -> bool:
    """Whether the words can put a time expression in the past: `last year`, or a year by its number."""
    return bool(BEHIND.search(context.text(temporal.span)))
