"""Which date an event gets: from the expression that dates it, else from the phase and the words around it.

Derived by every build from what content/ stores; no language model, no clock.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from generator import dates
from generator.model import Event, Mention, Phase, Reading, Resolution, Sentence, Span, Statement, Temporal

SEQUENCE = re.compile(
    r"\b(subsequently|then|later|afterwards?|thereafter|eventually|before going on to)\b", re.IGNORECASE
)
"""What puts an event after the one told before it in the same sentence."""


class EventDate(NamedTuple):
    """When an event was or will be."""

    edtf: str
    """Empty: not known."""
    day: str
    """The most likely day, ISO 8601, or a month or year where no day is known; empty: none."""
    note: str
    """How it is known, for a reader: `“the 11th”: day of the month`."""


UNKNOWN = EventDate("", "", "")
YEAR = re.compile(r"\b\d{4}\b")
AIMED = "date of what it was for"
"""How the rule of an event tells that its date is that of what was wanted; which may be to come."""
FRESH = 3
"""Days between the news and its publication within which an undated past is that of the news."""
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[^/.]*)?\Z")


def date_event(
    event: Event,
    text: str,
    temporals: Sequence[Temporal],
    resolutions: Sequence[Resolution],
    sentences: Sequence[Sentence],
    published: str,
) -> EventDate:
    """The date of `event`; `resolutions` are those of `temporals`, one each, `published` is an EDTF date or empty.

    What a person wrote wins, then the words of `when`, then what follows from the phase: what happened did so
    by the day of publication, what is awaited has not come by then.
    """
    if event.date:
        return EventDate(event.date, likely(event.date, published), "by hand")
    found = resolved(event.when, event.trigger, text, temporals, resolutions)
    if found is not None:
        dated = _from_resolution(event.when, found, published)
        if dated.edtf and found.value == "PAST_REF":
            news = newest_told(temporals, resolutions, published)
            return dated._replace(edtf=_until(news), day=dates.first_day(news))
        told = "" if event.rule.endswith(AIMED) else event.when
        if dated.edtf and not (event.phase == "happened" and _ahead(dated.edtf, told, published)):
            return _fitted(dated, event.phase)
    if event.phase == "happened":
        after = _after(event, text, temporals, resolutions, sentences)
        news = newest_told(temporals, resolutions, published)
        if after and news and dates.bounds(after)[1] <= dates.bounds(news)[1]:
            first = dates.bounds(after)[0]
            return EventDate(
                _between(first, _ends(news)[1]), first, f"after {first}, told before it in the same sentence"
            )
    return _from_phase(event.phase, published, news_day(temporals, resolutions, published))


def news_day(temporals: Sequence[Temporal], resolutions: Sequence[Resolution], published: str) -> str:
    """The day on which what a fresh report tells in the past most likely was: the newest that it names.

    It is the day of publication where the newest one lies more than `FRESH` days back: then it is background.
    """
    newest = newest_told(temporals, resolutions, published)
    known = map(dates.calendar_date, (newest, published))
    days = [date.fromisoformat(each) for each in known if DAY.match(each)]
    return newest if len(days) == 2 and (days[1] - days[0]).days <= FRESH else published


def newest_told(temporals: Sequence[Temporal], resolutions: Sequence[Resolution], published: str) -> str:
    """The day of the news itself: the newest that the article tells as past, else that of publication.

    What it calls earlier than its news (`previously`, `subsequently` of an older day) lies no later.
    """
    today = dates.last_day(published)
    told = [
        resolution.edtf[:10]
        for temporal, resolution in zip(temporals, resolutions, strict=True)
        if temporal.tense == "past" and DAY.match(resolution.edtf) and resolution.edtf[:10] <= today
    ]
    return max(told, default=published)


def date_sayings(
    reading: Reading, text: str, resolutions: Sequence[Resolution], published: str
) -> tuple[EventDate, ...]:
    """When the words of each statement of `reading` were said; `resolutions` are those of its temporals.

    A speaker has one occasion until a later one is told: `Renn arrived on Monday … She said …`, both on Monday;
    what she `had said a week before` is background.
    Where no day is told it is the day of publication.
    """
    news = news_day(reading.temporals, resolutions, published)
    untold = EventDate(published, likely(news, published), "published") if published else UNKNOWN
    occasions: dict[str, EventDate] = {}
    acts = sorted(reading.events, key=lambda event: event.trigger)
    found = []
    for statement in reading.statements:
        at = (statement.cue or statement.content[0]).start
        while acts and acts[0].trigger.start < at:
            told = _occasion(acts.pop(0), text, reading, resolutions, published)
            occasions |= {who: day for who, day in told.items() if day.day >= occasions.get(who, UNKNOWN).day}
        who = _who(statement, text, reading.mentions)
        dated = _said(statement, text, reading.temporals, resolutions, published)
        if dated is not None and who:
            occasions[who] = dated._replace(note=f"{dated.note}, told before of the same speaker")
        found.append(dated or occasions.get(who, untold))
    return tuple(found)


def _occasion(
    event: Event, text: str, reading: Reading, resolutions: Sequence[Resolution], published: str
) -> dict[str, EventDate]:
    """The day on which the first participant did something, where the article tells one."""
    if event.phase != "happened" or not event.participants or event.said_by or not event.when:
        return {}
    dated = resolved(event.when, event.trigger, text, reading.temporals, resolutions)
    if dated is None or not re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", dated.edtf):
        return {}
    told = _from_resolution(event.when, dated, published)
    return {event.participants[0]: told._replace(note=f"{told.note}, told before of the same speaker")}


def _who(statement: Statement, text: str, mentions: Sequence[Mention]) -> str:
    """Who speaks: the entity, named or resolved, else the source's words; empty: the article, or nobody named."""
    if statement.speaker or statement.source is None:
        return statement.speaker
    named = (m.entity for m in mentions if not statement.anonymous and statement.source.contains(m.span))
    return next(named, text[slice(*statement.source)])


def _said(
    statement: Statement,
    text: str,
    temporals: Sequence[Temporal],
    resolutions: Sequence[Resolution],
    published: str,
) -> EventDate | None:
    """The date that is written or told beside the saying; None: there is none."""
    if statement.date:
        return EventDate(statement.date, likely(statement.date, published), "by hand")
    near = statement.cue or statement.source or statement.content[0]
    found = resolved(statement.when, near, text, temporals, resolutions)
    if found is None or not found.edtf:
        return None
    return _from_resolution(statement.when, found, published)


def resolved(
    when: str, near: Span, text: str, temporals: Sequence[Temporal], resolutions: Sequence[Resolution]
) -> Resolution | None:
    """What the expression with the words `when` means that stands nearest to `near`; None: there is none."""
    said = " ".join(when.split())
    if not said:
        return None
    same = [
        (_distance(temporal.span, near), temporal.span.start, resolution)
        for temporal, resolution in zip(temporals, resolutions, strict=True)
        if " ".join(text[temporal.span.start : temporal.span.end].split()) == said
    ]
    return min(same, key=lambda pair: pair[:2])[2] if same else None


def likely(edtf: str, published: str) -> str:
    """The most likely day of an EDTF date; a month or a year stays what it is.

    Of a stretch that holds the day of publication it is that day, else the first day that is known.
    """
    if edtf == dates.calendar_date(edtf):
        return edtf
    first, last = dates.bounds(edtf)
    today = dates.bounds(published)[0]
    if today and (not first or first <= today) and (not last or today <= last):
        return today
    return first or last


def _from_resolution(when: str, found: Resolution, published: str) -> EventDate:
    why = dates.RULES.get(found.rule, "")
    note = f"“{when}”: {why[:1].lower()}{why[1:].rstrip('.')}" if why else f"“{when}”"
    if found.edtf:
        day = re.sub(r"^(\d{4}-\d\d-\d\d)T[^/.]*$", r"\1", found.edtf)
        return EventDate(day, likely(day, published), note)
    today = dates.first_day(published)
    if not today:
        return UNKNOWN
    match found.value:
        case "PRESENT_REF":
            return EventDate(published, today, note)
        case "PAST_REF":
            return _known(_until(published), today, note)
        case "FUTURE_REF":
            return _known(_since(published), today, note)
    # An expression off the calendar, such as `XXXX-XX-13` without a year, says more than the phase alone.
    says = found.value.startswith("XXXX") and any(sign.isdigit() for sign in found.value)
    return EventDate(found.value, "", note) if says else UNKNOWN


def _ahead(edtf: str, words: str, published: str) -> bool:
    """Whether a date cannot be that of what happened: `set a target by 2040`.

    One after the day of publication stands only where the words name its year: `Correction, May 2, 2031`.
    """
    (first, last), today = dates.bounds(edtf), dates.bounds(published)[1]
    return bool(today) and ((first > today and not YEAR.search(words)) or (not first and last > today))


def _fitted(dated: EventDate, phase: Phase) -> EventDate:
    """A deadline lies no later than the last day of its expression; what happened `since` a day, on that day."""
    last = dates.bounds(dated.edtf)[1]
    if phase == "deadline" and last and not re.fullmatch(r"\d{4}-\d\d-\d\d", dated.edtf):
        return EventDate(f"[..{last}]", last, dated.note)
    if dated.edtf.endswith("/.."):
        start = dated.edtf.removesuffix("/..")
        return EventDate(start if phase == "happened" else dated.edtf, start, dated.note)
    return dated


def _from_phase(phase: Phase, published: str, news: str) -> EventDate:
    today = dates.first_day(published)
    if not today:
        return UNKNOWN
    match phase:
        case "happened":
            return _known(_until(published), dates.first_day(news), "told as past on the day of publication")
        case "under way":
            return EventDate(published, today, "under way on the day of publication")
    return _known(_since(published), today, "still to come on the day of publication")


def _known(edtf: str, day: str, note: str) -> EventDate:
    return EventDate(edtf, day, note) if edtf else UNKNOWN


def _until(published: str) -> str:
    """Sometime up to a date of publication; empty where its last day is not known."""
    last = _ends(published)[1]
    return last and f"[..{last}]"


def _since(published: str) -> str:
    """Sometime from a date of publication on; empty where its first day is not known."""
    first = _ends(published)[0]
    return first and f"[{first}..]"


def _ends(published: str) -> tuple[str, str]:
    """A date of publication as it can stand in another date: a day, month or year as it is, else its bounds."""
    if published == dates.calendar_date(published):
        return published, published
    return dates.bounds(published)


def _after(
    event: Event,
    text: str,
    temporals: Sequence[Temporal],
    resolutions: Sequence[Resolution],
    sentences: Sequence[Sentence],
) -> str:
    """EDTF date of the expression before `subsequently` in the event's sentence; empty: there is none."""
    sentence = next((s.span for s in sentences if s.span.start <= event.trigger.start < s.span.end), None)
    if sentence is None:
        return ""
    before = [
        (temporal.span.end, resolution.edtf)
        for temporal, resolution in zip(temporals, resolutions, strict=True)
        if sentence.start <= temporal.span.start and temporal.span.end <= event.trigger.start
    ]
    dated = [(end, edtf) for end, edtf in before if all(dates.bounds(edtf))]
    if not dated:
        return ""
    end, edtf = dated[-1]
    # The adverb stands before the verb or right after it: `then left`, `left soon afterwards`.
    return edtf if SEQUENCE.search(text, end, event.trigger.end + 20) else ""


def _between(first: str, last: str) -> str:
    return first if first == last else f"[{first}..{last}]"


def _distance(span: Span, near: Span) -> int:
    return 0 if span.overlaps(near) else max(near.start - span.end, span.start - near.end)
