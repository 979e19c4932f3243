"""The date of an event: of the expression that dates it, else from the phase and the words around it."""

import re
from collections.abc import Sequence

from generator import dates
from generator.eventdates.known import (
    UNKNOWN,
    EventDate,
    between,
    ends,
    from_resolution,
    if_known,
    likely,
    resolved,
    since,
    until,
)
from generator.eventdates.news import newest_told, news_day
from generator.model import Event, Phase, Resolution, Sentence, Temporal

SEQUENCE = re.compile(
    r"\b(subsequently|then|later|afterwards?|thereafter|eventually|before going on to)\b", re.IGNORECASE
)
"""What puts an event after the one told before it in the same sentence."""
YEAR = re.compile(r"\b\d{4}\b")
AIMED = "date of what it was for"
"""How the rule of an event tells that its date is that of what was wanted; which may be to come."""


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
        dated = from_resolution(event.when, found, published)
        if dated.edtf and found.value == "PAST_REF":
            news = newest_told(temporals, resolutions, published)
            return dated._replace(edtf=until(news), day=dates.first_day(news))
        told = "" if event.rule.endswith(AIMED) else event.when
        if dated.edtf and not (event.phase == "happened" and _ahead(dated.edtf, told, published)):
            return _fitted(dated, event.phase)
    if event.phase == "happened":
        after = _after(event, text, temporals, resolutions, sentences)
        news = newest_told(temporals, resolutions, published)
        if after and news and dates.bounds(after)[1] <= dates.bounds(news)[1]:
            first = dates.bounds(after)[0]
            return EventDate(
                between(first, ends(news)[1]), first, f"after {first}, told before it in the same sentence"
            )
    return _from_phase(event.phase, published, news_day(temporals, resolutions, published))


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
            return if_known(until(published), dates.first_day(news), "told as past on the day of publication")
        case "under way":
            return EventDate(published, today, "under way on the day of publication")
    return if_known(since(published), today, "still to come on the day of publication")


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
