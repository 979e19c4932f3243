"""What an article says by itself, whatever others say: dates resolved, words as they are compared.

This is most of what there is to work out of an article, and it changes only with its own file: see `Memo`.
"""

import re
from dataclasses import dataclass

from generator import dates, sentences
from generator.assemble.counts import Count, counts
from generator.assemble.days import Bounds, stretch
from generator.assemble.denials import FILLERS, NEGATED
from generator.assemble.roots import Written, roots, written
from generator.assemble.texts import Text, parts, plain
from generator.dates.calendar import WeekStart
from generator.eventdates import date_event, date_sayings
from generator.linking.spoken import named
from generator.memo import Remembered
from generator.model import Article, Event, Reading, Resolution, Sentence, Span, Statement


@dataclass(frozen=True, slots=True)
class Act:
    """An event as the article dates and words it."""

    edtf: str
    note: str
    """How its date is known."""
    trigger: Written
    """Roots of what was done."""
    roots: Written
    """Content words of the clause, without names and dates."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as it is compared with others."""

    date: str
    """When it was said, EDTF."""
    roots: Written
    """Of all its words."""
    plain: Written
    """Of those that are no name and no date."""
    counts: tuple[Count, ...]
    """Numbers that are no dates."""
    negative: bool
    """Whether it comes to a no."""
    days: tuple[Bounds, ...]
    """Those that it names."""
    names: tuple[str, ...]
    """Stems of what it names as known already, such as `the bridge`; see linking.spoken."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an article says by itself."""

    sentences: tuple[Sentence, ...]
    resolutions: tuple[Resolution, ...]
    """One for each temporal of the reading."""
    roots: tuple[Written, ...]
    """For each sentence, its content words without names and dates."""
    acts: tuple[Act, ...]
    """One for each event."""
    sayings: tuple[Saying, ...]
    """One for each statement."""


def resolve(article: Article, reading: Reading, week_starts: WeekStart) -> Resolved:
    """Work it out; `reading` is what may be shown of the article's, see `publishable`."""
    found = tuple(sentences.split(article.text))
    resolutions = tuple(
        dates.resolve(
            article.text,
            reading.temporals,
            published=article.published,
            week_starts=week_starts,
            sentences=found,
            language=article.language,
        )
    )
    text = Text(article, reading, found, *parts(article, found))
    names = roots(" ".join(name for entity in reading.entities for name in entity.names))
    said = date_sayings(reading, article.text, resolutions, article.published)
    return Resolved(
        found,
        resolutions,
        tuple(written(roots(plain(text, sentence.span))) for sentence in found),
        tuple(_act(text, event, resolutions, names) for event in reading.events),
        tuple(
            _saying(text, statement, dated.edtf, resolutions)
            for statement, dated in zip(reading.statements, said, strict=True)
        ),
    )


RESOLVED = Remembered("resolved", resolve, Resolved)


def _act(text: Text, event: Event, resolutions: tuple[Resolution, ...], names: frozenset[str]) -> Act:
    article, reading = text.article, text.reading
    dated = date_event(event, article.text, reading.temporals, resolutions, text.sentences, article.published)
    trigger = roots(text.words(event.trigger))
    wording = roots(ADJUNCT.split(event.what, maxsplit=1)[0])  # such as the subject of another clause
    said = roots(plain(text, _core(event, article.text))) | (wording - names)
    return Act(dated.edtf, dated.note, written(trigger), written(said - _roles(event, reading) | trigger))


def _roles(event: Event, reading: Reading) -> frozenset[str]:
    """What tells who somebody is, not what was done: `the transport minister`."""
    return roots(" ".join(e.role for e in reading.entities if e.id in event.participants))


ADJUNCT = re.compile(
    r"[,;] |\b(?:after|amid|because|before|despite|if|in spite of|once|over what|since|so that|unless|until|"
    r"when|where|which|while|without)\b",
    re.IGNORECASE,
)
"""What begins the circumstances of an event, which one article tells and another does not."""


def _core(event: Event, text: str) -> Span:
    """The clause without the circumstances told behind the trigger."""
    rest = ADJUNCT.search(text, event.trigger.end, event.span.end)
    return Span(event.span.start, rest.start()) if rest else event.span


def _saying(text: Text, statement: Statement, date: str, resolutions: tuple[Resolution, ...]) -> Saying:
    content = statement.content
    words = [text.words(span) for span in content]
    days = tuple(
        found
        for temporal, resolution in zip(text.reading.temporals, resolutions, strict=True)
        if any(part.overlaps(temporal.span) for part in content) and all(found := stretch(resolution.edtf))
    )
    return Saying(
        date,
        written(roots(" … ".join(words)) - FILLERS),
        written(roots(" ".join(plain(text, part) for part in content)) - FILLERS),
        counts(" … ".join(plain(text, part, kept="DURATION") for part in content)),
        (statement.certainty == "denied") != bool(NEGATED.search(" … ".join(words))),
        days,
        named(" ".join(words)),
    )
