"""Issues across articles: status and its history, positions, who says it is settled, where accounts differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.assemble.differences import differ_on
from generator.assemble.gathering import by_id
from generator.assemble.speaking import Spoken, spoken_of
from generator.assemble.statements import said_on
from generator.assemble.statuses import Stance, apart, history_of, sayers, stances_of, status_of
from generator.assemble.tellings import AHEAD
from generator.assemble.told import Told
from generator.linking import Linked, Links
from generator.model import (
    Difference,
    EventView,
    IssueView,
    Position,
    Ref,
    Source,
    StatementView,
    StatusChange,
)
from generator.vocabulary import Vocabulary

SUMMARY_LENGTH = 4
SAME_LINE = 90
"""Likeness in percent at which a sentence says nothing new after another."""
AGENDA = 4
"""A statement about so many issues lists them; it takes no position on each."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What all articles say of one issue."""

    spoken: Sequence[Spoken]
    """Oldest first, as are the statements."""
    statements: Sequence[StatementView]
    events: Sequence[EventView]
    differences: Sequence[Difference]


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
    spoken = spoken_of(articles, statements, links)
    about = by_id((view, view.issues) for told in articles for view in statements[told.article.id])
    happening = by_id((event, event.issues) for event in events)
    differing = by_id((difference, [difference.about]) for difference in differences)
    said = {
        id_: _Said(spoken[id_], about[id_], happening[id_], differing[id_])
        for id_, linked in links.issues.items()
        if spoken[id_] or linked.register
    }
    parents = {id_: _parent(spoken[id_], linked, links) for id_, linked in links.issues.items()}
    parts = by_id((links.issues[id_].ref, [parent]) for id_, parent in parents.items() if parent)
    views = [_view(links.issues[id_], of, parents[id_], parts[id_], vocabulary) for id_, of in said.items()]
    return tuple(sorted(views, key=lambda view: (bool(view.part_of), -len(view.statements), view.ref.id)))


def _parent(spoken: Sequence[Spoken], linked: Linked, links: Links) -> Ref | None:
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
    linked: Linked, said: _Said, parent: Ref | None, parts: Sequence[Ref], vocabulary: Vocabulary
) -> IssueView:
    """One issue."""
    register = linked.register
    told = next((place.item.code for place in said.spoken if place.item.code), "")
    code = (register.code if register else "") or told
    history = history_of(said.spoken, linked)
    status, status_date = status_of(history)
    stances = stances_of(said.spoken)
    recent = tuple(sorted(said.statements, key=said_on, reverse=True))
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
        settled=sayers(stances, settled=True),
        unsettled=sayers(stances, settled=False),
        differences=_differences(linked.ref, stances, said.differences),
        statements=recent,
        events=tuple(said.events),
        upcoming=tuple(
            event for event in said.events if event.phase in AHEAD and not event.overdue and not event.outcome
        ),
        mentions=tuple(dict.fromkeys(place.source for place in said.spoken)),
        articles=tuple(dict.fromkeys(place.told.ref for place in said.spoken)),
        notes=register.notes if register else "",
        description=register.description if register else "",
        identifiers=register.identifiers if register else {},
    )


def _differences(issue: Ref, stances: Sequence[Stance], told: Sequence[Difference]) -> tuple[Difference, ...]:
    """Those that articles tell, and voices who see the issue at different stages; each pair once, newest first."""
    stages = apart(issue, stances)
    known = {frozenset((each.first, each.second)) for each in told} if stages else frozenset()
    found = (*told, *(each for each in stages if frozenset((each.first, each.second)) not in known))
    return tuple(sorted(found, key=differ_on, reverse=True))


def _positions(recent: Sequence[StatementView], issue: Ref) -> tuple[Position, ...]:
    """Each side's latest word, `recent` being newest first.

    The article's own voice and a speaker who cannot be told are no side, and a list of issues is no word.
    """
    latest: dict[str, Position] = {}
    for view in recent:
        if view.statement.mode != "inference" and len(view.issues) < AGENDA:
            for voice in view.voices:
                latest.setdefault(voice.side, Position(voice.side, view, issue))
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
