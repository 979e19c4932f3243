"""Issues across articles: status and its history, positions, who says it is settled, where accounts differ."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator import dates
from generator.assemble.days import days_on, stretch
from generator.assemble.tellings import AHEAD
from generator.assemble.told import THE_ARTICLE, UNNAMED, Told, said_on
from generator.linking import Linked, Links
from generator.model import (
    Difference,
    EventView,
    IssueItem,
    IssueView,
    Position,
    Ref,
    Source,
    Span,
    StatementView,
    Status,
    StatusChange,
)
from generator.vocabulary import Vocabulary

SETTLED: frozenset[Status] = frozenset({"claimed agreed", "agreed", "signed", "implemented"})
DONE: frozenset[Status] = frozenset({"signed", "implemented"})
"""Statuses that are facts to see, not claims to dispute."""
SUMMARY_LENGTH = 4
SAME_LINE = 90
"""Likeness in percent at which a sentence says nothing new after another."""
AGENDA = 4
"""A statement about so many issues lists them; it takes no position on each."""
SAME_STATE = range(-7, 4)
"""Days from who calls an issue settled to who does not, in which both speak of the same state of it."""
LONG_PAST = 31
"""Days before its publication, from which on an article looks back."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One place where an article speaks of the issue."""

    told: Told
    item: IssueItem
    statement: StatementView | None
    """The statement that the place lies in."""
    date: str

    @property
    def source(self) -> Source:
        return self.told.source(self.item.span, self.item.id)


def issue_views(
    articles: Sequence[Told],
    statements: Mapping[str, Sequence[StatementView]],
    events: Sequence[EventView],
    differences: Sequence[Difference],
    links: Links,
    vocabulary: Vocabulary,
) -> tuple[IssueView, ...]:
    """All issues: the matter itself before its parts, then the most spoken of first.

    `articles` oldest first; `statements` by article id; `differences` as the articles tell them.
    """
    spoken: dict[str, list[_Spoken]] = defaultdict(list)
    for told in articles:
        views, dated = statements[told.article.id], _dated(told)
        for item in told.reading.issues:
            if ref := links.issue(told.article.id, item.issue):
                spoken[ref.id].append(_speak(told, item, views, dated))
    about: dict[str, list[StatementView]] = defaultdict(list)
    for told in articles:
        for view in statements[told.article.id]:
            for ref in view.issues:
                about[ref.id].append(view)
    differing: dict[str, list[Difference]] = defaultdict(list)
    for difference in differences:
        differing[difference.about.id].append(difference)
    by_issue: dict[str, list[EventView]] = defaultdict(list)
    for event in events:
        for ref in event.issues:
            by_issue[ref.id].append(event)
    parents = {id_: _parent(spoken[id_], linked, links) for id_, linked in links.issues.items()}
    parts = _parts(parents, links)
    views_ = [
        _view(
            linked,
            spoken[id_],
            about[id_],
            by_issue[id_],
            differing[id_],
            (parents[id_], parts.get(id_, ())),
            vocabulary,
        )
        for id_, linked in links.issues.items()
        if spoken[id_] or linked.register
    ]
    return tuple(sorted(views_, key=lambda view: (bool(view.part_of), -len(view.statements), view.ref.id)))


def _parts(parents: Mapping[str, Ref | None], links: Links) -> Mapping[str, Sequence[Ref]]:
    """Issue id → its parts; `parents` has what each issue is a part of."""
    parts: dict[str, list[Ref]] = defaultdict(list)
    for id_, parent in parents.items():
        if parent:
            parts[parent.id].append(links.issues[id_].ref)
    return parts


Dated = Sequence[tuple[Span, str]]
"""Clauses that tell what happened on a day which they name, and that day, EDTF."""


def _dated(told: Told) -> Dated:
    """Those of an article."""
    return [
        (event.span, act.edtf)
        for event, act in zip(told.reading.events, told.resolved.acts, strict=True)
        if event.phase == "happened" and event.when
    ]


def _speak(told: Told, item: IssueItem, views: Sequence[StatementView], dated: Dated) -> _Spoken:
    within = [view for view in views if any(item.span.overlaps(span) for span in view.statement.content)]
    statement = min(within, key=lambda view: len(view.content), default=None)
    said = _clause_day(item, dated) or (statement.date if statement else _told_of(told, item, dated))
    return _Spoken(told, item, statement, item.as_of or said or told.article.published)


def _clause_day(item: IssueItem, dated: Dated) -> str:
    """When it came to stand so, by the clause that tells it: `a court struck down the fee in June 2021`."""
    around = [(span.end - span.start, edtf) for span, edtf in dated if span.contains(item.span)]
    day = min(around, default=(0, ""))[1]
    return day if all(dates.bounds(day)) else ""


def _told_of(told: Told, item: IssueItem, dated: Dated) -> str:
    """When it stood so, where the article's own sentence looks back: the one day it names, if that is long past.

    A day is not the issue's if it is that of another clause, one of `dated`.
    """
    sentence = told.sentence(item.span).span
    named = {
        resolution.edtf
        for temporal, resolution in zip(told.reading.temporals, told.resolutions, strict=True)
        if resolution.edtf
        and sentence.contains(temporal.span)
        and all(span.contains(item.span) for span, _ in dated if span.contains(temporal.span))
    }
    past = [edtf for edtf in named if days_on(dates.bounds(edtf)[1], told.published) > LONG_PAST]
    return past[0] if len(past) == len(named) == 1 else ""


def _parent(spoken: Sequence[_Spoken], linked: Linked, links: Links) -> Ref | None:
    """The issue that most articles make it a part of; a register's word wins."""
    if linked.register and linked.register.part_of:
        return links.issues[linked.register.part_of].ref if linked.register.part_of in links.issues else None
    for place in spoken:
        if place.item.part_of:
            ref = links.issue(place.told.article.id, place.item.part_of)
            if ref and ref.id != linked.ref.id:
                return ref
    return None


def _view(
    linked: Linked,
    spoken: Sequence[_Spoken],
    about: Sequence[StatementView],
    events: Sequence[EventView],
    differing: Sequence[Difference],
    family: tuple[Ref | None, Sequence[Ref]],
    vocabulary: Vocabulary,
) -> IssueView:
    """One issue; `family` is what it is a part of, and its parts."""
    parent, parts = family
    register = linked.register
    code = (register.code if register else "") or next((s.item.code for s in spoken if s.item.code), "")
    history = _history(spoken, linked)
    status, status_date = _status(history)
    stances = _stances(spoken)
    recent = tuple(sorted(about, key=said_on, reverse=True))
    return IssueView(
        ref=linked.ref,
        code=code,
        topic=vocabulary.label(code) if code else "",
        part_of=parent,
        parts=tuple(parts),
        status=status,
        status_date=status_date,
        history=history,
        summary=_summary(history, recent, register.summary if register else ""),
        positions=_positions(recent, linked.ref),
        settled=_sayers(stances, settled=True),
        unsettled=_sayers(stances, settled=False),
        differences=_all_differences(linked.ref, stances, differing),
        statements=recent,
        events=tuple(events),
        upcoming=tuple(
            event for event in events if event.phase in AHEAD and not event.overdue and not event.outcome
        ),
        mentions=tuple(dict.fromkeys(place.source for place in spoken)),
        articles=tuple(dict.fromkeys(place.told.ref for place in spoken)),
        notes=register.notes if register else "",
        description=register.description if register else "",
        identifiers=register.identifiers if register else {},
    )


def _history(spoken: Sequence[_Spoken], linked: Linked) -> tuple[StatusChange, ...]:
    """Every status that somebody gave it, oldest first.

    Left out are repeats of the same voice, and a mere mention (`raised`) once more than that is known.
    """
    changes = [_change(place, place.item.status) for place in spoken if place.item.status]
    if linked.register:
        changes += [
            StatusChange(stood.status, stood.date, stood.source, None, None)
            for stood in linked.register.status
        ]
    changes.sort(key=_order)
    last: dict[str, str] = {}
    history: list[StatusChange] = []
    known = False
    for change in changes:
        mere = bool(change.source) and change.status == "raised" and known
        if not mere and last.get(voice(change)) != change.status:
            history.append(change)
            known = known or change.status != "raised"
        last[voice(change)] = change.status
    return tuple(history)


def _order(change: StatusChange) -> tuple[bool, str, bool]:
    """By date, what a person wrote after what articles say of the same day; undated by hand, it holds now."""
    by_hand = change.source is None
    return by_hand and not change.date, dates.first_day(change.date), by_hand


def _change(place: _Spoken, status: Status) -> StatusChange:
    according = place.item.according_to
    ref = place.told.entity(according)
    if ref is None and not according and place.statement:
        ref, according = place.statement.speaker, place.statement.who
    inferred = place.statement is not None and place.statement.statement.mode == "inference"
    who = ref.name if ref else place.told.sayable(according) or (according and UNNAMED)
    return StatusChange(status, place.date, who, ref, place.source, inferred)


def voice(change: StatusChange) -> str:
    """Who gives the status; what articles tell themselves is one voice each."""
    own = change.according_to == THE_ARTICLE and change.source
    return change.source.article.id if own and change.source else change.according_to


def _status(history: Sequence[StatusChange]) -> tuple[Status, str]:
    """The status now: the newest one, or `disputed` where one voice calls settled what another does not.

    What an article infers counts only where nothing else is heard. What an article tells as done is done. A
    status by hand holds until an article tells a newer one, and what was said before it counts no more.
    """
    heard = [change for change in history if not change.inferred] or list(history)
    if not heard:
        return "raised", ""
    by_hand = [index for index, change in enumerate(heard) if change.source is None]
    heard = (heard[by_hand[-1] + 1 :] or heard[-1:]) if by_hand else heard
    newest = heard[-1]
    told = newest.according_to == THE_ARTICLE and newest.status in SETTLED
    if told or newest.status in DONE:
        return newest.status, newest.date
    latest = {voice(change): change.status for change in heard if change.according_to != THE_ARTICLE}
    claims = {status in SETTLED for status in latest.values() if status != "raised"}
    return "disputed" if len(claims) > 1 else newest.status, newest.date


def _stances(spoken: Sequence[_Spoken]) -> tuple[tuple[Status, StatementView], ...]:
    """The latest status that each voice gives in a statement of its own, newest first."""
    latest: dict[str, tuple[Status, StatementView]] = {}
    for place in sorted(spoken, key=lambda place: dates.first_day(place.date)):
        if place.item.status and place.statement and place.statement.statement.mode != "inference":
            latest[place.statement.who] = (place.item.status, place.statement)
    return tuple(sorted(latest.values(), key=lambda pair: dates.first_day(pair[1].date), reverse=True))


def _sayers(stances: Iterable[tuple[Status, StatementView]], *, settled: bool) -> tuple[StatementView, ...]:
    return tuple(view for status, view in stances if (status in SETTLED) == settled and status != "raised")


def _all_differences(
    issue: Ref, stances: Sequence[tuple[Status, StatementView]], told: Sequence[Difference]
) -> tuple[Difference, ...]:
    """Those that articles tell, and voices who see the issue at different stages; each pair once, newest first."""
    stages = _differences(issue, stances)
    known = {frozenset((each.first, each.second)) for each in told} if stages else frozenset()
    found = (*told, *(each for each in stages if frozenset((each.first, each.second)) not in known))
    return tuple(sorted(found, key=differ_on, reverse=True))


def differ_on(pair: Difference) -> str:
    """The ISO day of the newer of two accounts, the first that it may be of; empty: neither has one."""
    return max(first or last for first, last in (stretch(pair.first.date), stretch(pair.second.date)))


def _differences(issue: Ref, stances: Sequence[tuple[Status, StatementView]]) -> tuple[Difference, ...]:
    """Every pair of voices of which one calls it settled and in the same days the other does not.

    Both can hold while one says `close` and the other `done`; not where one denies what the other claims. What
    was open long before, or is again days later, is no difference: things went on.
    """
    return tuple(
        Difference(issue, other, view, view.statement.certainty == "denied")
        for claim, other in stances
        if claim in SETTLED
        for status, view in stances
        if status not in SETTLED and status != "raised" and days_on(other.date, view.date) in SAME_STATE
    )


def _positions(recent: Sequence[StatementView], issue: Ref) -> tuple[Position, ...]:
    """Each side's latest word, `recent` being newest first.

    The article's own voice and a speaker who cannot be told are no side, and a list of issues is no word.
    """
    latest: dict[str, Position] = {}
    for view in recent:
        if view.statement.mode != "inference" and len(view.issues) < AGENDA:
            latest.setdefault(view.side, Position(view.side, view, issue))
    return tuple(latest[side] for side in sorted(latest) if side)


def _summary(
    history: Sequence[StatusChange], recent: Sequence[StatementView], by_hand: str
) -> tuple[tuple[str, Source | None], ...]:
    """What a register says; else, cited, the steps of the history, the newest statements, then inferences."""
    if by_hand:
        return tuple((line.strip(), None) for line in by_hand.split("\n") if line.strip())
    told = [change.source for change in reversed(history) if not change.inferred]
    told += [view.source for view in recent if view.statement.mode != "inference"]
    told += [change.source for change in reversed(history) if change.inferred]
    lines: list[tuple[str, Source | None]] = []
    for source in told:
        if len(lines) < SUMMARY_LENGTH and source and source.quote:
            said = (fuzz.token_set_ratio(source.quote, line) for line, _ in lines)
            if all(likeness < SAME_LINE for likeness in said):
                lines.append((source.quote, source))
    return tuple(lines)
