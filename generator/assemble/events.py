"""Told events → events: dated, joined across articles, and held against what was forecast."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator import dates
from generator.assemble.told import THE_ARTICLE, Told
from generator.eventdates import date_event
from generator.linking import stems
from generator.model import Event, EventView, Phase, Ref, Register, Span

FACTS: frozenset[Phase] = frozenset({"happened", "under way"})
SAME_DAYS = 8
"""Two tellings whose dates leave more than so many days open are not joined by date."""
WITHHELD = "an event whose words may not be published"
SAME_WORDS = 0.5
"""Share of the shorter wording's content words that two tellings of one event have in common."""


@dataclass(frozen=True, slots=True)
class TellingOf:
    """One article's telling of an event."""

    told: Told
    event: Event
    edtf: str
    note: str
    participants: tuple[Ref, ...]
    words: frozenset[str]
    trigger: str

    @property
    def fact(self) -> bool:
        """Whether it is told as something that is so, not as something to come."""
        return self.event.phase in FACTS


def event_views(articles: Sequence[Told], registers: Sequence[Register], as_of: str) -> tuple[EventView, ...]:
    """All events of the dossier by date, those without one last; `articles` oldest first."""
    tellings = [telling for told in articles for telling in _tellings(told)]
    known = {register.id: register for register in registers if register.kind == "event"}
    groups = _join(tellings)
    views = [_view(group, known, as_of) for group in groups]
    told_ids = {telling.event.register for telling in tellings}
    views += [_registered(register) for id_, register in sorted(known.items()) if id_ not in told_ids]
    views = _unique(_with_outcomes(views, as_of))
    return tuple(
        sorted(views, key=lambda view: (not view.earliest and not view.latest, _when(view), view.id))
    )


def _when(view: EventView) -> tuple[str, str]:
    return view.earliest or view.latest, view.latest


def _tellings(told: Told) -> Iterable[TellingOf]:
    text, reading = told.annotated.article.text, told.reading
    for event in reading.events:
        edtf, _day, note = date_event(
            event, text, reading.temporals, told.resolutions, told.sentences, told.published
        )
        refs = dict.fromkeys(ref for ref in map(told.entity, event.participants) if ref)
        words = stems(event.what or told.words(event.span))
        trigger = next(iter(sorted(stems(told.words(event.trigger)))), "")
        yield TellingOf(told, event, edtf, note, tuple(refs), words, trigger)


def _join(tellings: Sequence[TellingOf]) -> list[list[TellingOf]]:
    """Group the tellings of one event. Each is compared only with those that share its register or trigger."""
    groups: list[list[TellingOf]] = []
    buckets: dict[tuple[str, str], list[list[TellingOf]]] = defaultdict(list)
    for telling in tellings:
        key = ("register", telling.event.register) if telling.event.register else ("trigger", telling.trigger)
        for group in buckets[key]:
            if telling.event.register or same_event(telling, group[0]):
                group.append(telling)
                break
        else:
            group = [telling]
            groups.append(group)
            buckets[key].append(group)
    return groups


def same_event(first: TellingOf, second: TellingOf) -> bool:
    """Whether two tellings are of one event.

    They are facts both or plans both, lie on the same narrow stretch of days, and share a participant (where
    both name any) and half of their words.
    """
    if first.fact != second.fact or not _near(first.edtf, second.edtf):
        return False
    if first.participants and second.participants and not set(first.participants) & set(second.participants):
        return False
    return _alike(first.words, second.words)


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter = min(len(words), len(others))
    return bool(shorter) and len(words & others) / shorter >= SAME_WORDS


def _near(first: str, second: str) -> bool:
    (start, end), (other_start, other_end) = dates.bounds(first), dates.bounds(second)
    if not (start and end and other_start and other_end):
        return bool(first) and first == second
    return (
        _days(max(start, other_start), min(end, other_end)) >= 0
        and max(_days(start, end), _days(other_start, other_end)) <= SAME_DAYS
    )


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


def _view(group: Sequence[TellingOf], registers: dict[str, Register], as_of: str) -> EventView:
    first = group[0]
    register = registers.get(first.event.register)
    best = min(group, key=lambda telling: _width(telling.edtf))
    edtf = (register.date if register else "") or best.edtf
    earliest, latest = dates.bounds(edtf)
    phase = (register.phase if register else "") or first.event.phase
    sources = tuple(dict.fromkeys(t.told.source(t.event.trigger, t.event.id) for t in group))
    reported = min((t.told.published for t in group if t.told.published), default="")
    return EventView(
        id=register.id if register else f"event-{first.event.id}",
        what=(register.name if register else "") or _what(first),
        phase=phase,  # type: ignore[arg-type]  # the register's phase was validated when it was read
        date=edtf,
        earliest=earliest,
        latest=latest,
        date_note="by hand" if register and register.date else best.note,
        reported=reported,
        overdue=phase not in FACTS and bool(latest) and bool(as_of) and latest < as_of,
        outcome="",
        participants=tuple(dict.fromkeys(ref for t in group for ref in t.participants)),
        place=next((ref for t in group if (ref := t.told.entity(t.event.place))), None),
        said_by=_said_by(first),
        kind=first.event.kind,
        issues=tuple(dict.fromkeys(ref for t in group for ref in _issues(t))),
        sources=sources,
        reviewed=all(t.told.reviewed(t.event.id) for t in group),
    )


def _what(telling: TellingOf) -> str:
    """The event's wording; words of an article whose rights withhold them only where a person chose them."""
    told, event = telling.told, telling.event
    if told.annotated.article.rights == "none" and event.id not in told.annotated.reviewed_items:
        return WITHHELD
    return event.what or told.words(event.span)


def _width(edtf: str) -> tuple[bool, int]:
    """How much a date leaves open: closed before open, then by days."""
    start, end = dates.bounds(edtf)
    return not (start and end), _days(start, end) if start and end else 0


def _said_by(telling: TellingOf) -> str:
    said = telling.event.said_by
    if not said or said == THE_ARTICLE:
        return said
    ref = telling.told.entity(said)
    return ref.name if ref else said


def _issues(telling: TellingOf) -> Iterable[Ref]:
    told, sentence = telling.told, telling.told.sentence(telling.event.trigger).span
    for item in told.reading.issues:
        if item.span.overlaps(telling.event.span) or (
            sentence.contains(item.span) and _spoken(told, item.span)
        ):
            ref = told.links.issue(told.annotated.article.id, item.issue)
            if ref:
                yield ref


def _spoken(told: Told, span: Span) -> bool:
    return any(part.overlaps(span) for statement in told.reading.statements for part in statement.content)


def _registered(register: Register) -> EventView:
    """An event that only a register tells."""
    earliest, latest = dates.bounds(register.date)
    return EventView(
        id=register.id,
        what=register.name or register.id,
        phase=register.phase or "happened",  # type: ignore[arg-type]
        date=register.date,
        earliest=earliest,
        latest=latest,
        date_note="by hand",
        reported="",
        overdue=False,
        outcome="",
        participants=(),
        place=None,
        said_by="",
        kind="",
        issues=(),
        sources=(),
        reviewed=True,
    )


def _with_outcomes(views: Sequence[EventView], as_of: str) -> list[EventView]:
    """Plans and forecasts whose time has come, held against what happened."""
    facts = [(view, stems(view.what)) for view in views if view.phase == "happened" and view.earliest]
    return [_with_outcome(view, facts) if view.overdue and as_of else view for view in views]


def _with_outcome(view: EventView, facts: Sequence[tuple[EventView, frozenset[str]]]) -> EventView:
    words, who = stems(view.what), set(view.participants)
    since = view.reported or view.earliest
    for fact, fact_words in facts:
        shared = not who or not fact.participants or who & set(fact.participants)
        if shared and fact.earliest >= since and _alike(words, fact_words) and len(words & fact_words) > 1:
            kept = fact.earliest <= view.latest
            return replace(view, overdue=False, outcome="kept" if kept else "missed")
    return view


def _unique(views: Sequence[EventView]) -> list[EventView]:
    """Ids made different where two articles' item ids happen to agree."""
    seen: dict[str, int] = defaultdict(int)
    unique = []
    for view in views:
        seen[view.id] += 1
        unique.append(view if seen[view.id] == 1 else replace(view, id=f"{view.id}-{seen[view.id]}"))
    return unique
