"""Told events → events: dated, joined across articles, and held against what was forecast."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from generator import dates
from generator.assemble.days import width
from generator.assemble.joining import join
from generator.assemble.outcomes import Outcome, outcomes
from generator.assemble.passages import Passage, passages, weigher
from generator.assemble.retelling import told_again
from generator.assemble.tellings import FACTS, Group, TellingOf, tellings_of
from generator.assemble.told import NOT_SHOWN, THE_ARTICLE, UNNAMED, Told
from generator.linking import Links, followed
from generator.memo import Memo
from generator.model import EventView, Ref, Register, Source, Span

WITHHELD = "an event whose words may not be published"


def event_views(
    articles: Sequence[Told], registers: Sequence[Register], links: Links, as_of: str, memo: Memo
) -> tuple[EventView, ...]:
    """All events of the dossier by date, those without one last; `articles` oldest first."""
    found = [passages(told) for told in articles]
    weights = weigher(chain.from_iterable(found))
    known = {register.id: register for register in registers if register.kind == "event"}
    tellings = [list(tellings_of(told, weights)) for told in articles]
    groups = _merged(join(tellings, weights, memo), known)
    again = told_again(groups, found, weights, memo)
    became = outcomes(groups, found, weights, memo)
    ids = [_registered_id(group, known) or f"event-{group[0].event.id}" for group in groups]
    views = [
        _with_outcome(
            _with_register(
                _view(id_, group, again.get(group[0].key, ()), as_of), known.get(id_), links, as_of
            ),
            became.get(group[0].key),
        )
        for id_, group in zip(ids, groups, strict=True)
    ]
    views += [
        _with_register(_untold(id_), register, links, as_of)
        for id_, register in sorted(known.items())
        if id_ not in ids and not register.merged_into
    ]
    return tuple(
        sorted(_unique(views), key=lambda view: (not view.sort_date, view.sort_date, view.latest, view.id))
    )


def _merged(groups: Iterable[Group], registers: Mapping[str, Register]) -> list[Group]:
    """`groups`, those as one that registers merge; each oldest first, and first what the others are merged into."""
    merged: dict[str | int, list[TellingOf]] = {}
    for number, group in enumerate(groups):
        merged.setdefault(_registered_id(group, registers) or number, []).extend(group)
    return [
        sorted(group, key=lambda one: (one.told.published, f"event-{one.event.id}" != key))
        for key, group in merged.items()
    ]


def _registered_id(group: Group, registers: Mapping[str, Register]) -> str:
    """The id that a person gave the event, in a register or in one of its tellings; empty: nobody did."""
    merges = {id_: register.merged_into for id_, register in registers.items() if register.merged_into}
    known = {*registers, *merges.values()}
    for telling in group:
        own = f"event-{telling.event.id}"
        if telling.event.register or own in known:
            return followed(telling.event.register or own, merges)
    return ""


def _view(id_: str, group: Group, again: Iterable[Passage], as_of: str) -> EventView:
    """The event as articles tell it."""
    first = group[0]
    best = min(group, key=lambda telling: (not all(telling.bounds), width(telling.bounds)))
    earliest, latest = dates.bounds(best.edtf)
    sources = [telling.told.source(telling.event.trigger, telling.event.id) for telling in group]
    reported = min((t.told for t in group if t.told.published), key=lambda told: told.published, default=None)
    return EventView(
        id=id_,
        what=_what(group),
        phase=first.event.phase,
        date=best.edtf,
        earliest=earliest,
        latest=latest,
        date_note=_note(best),
        reported=reported.article.published if reported else "",
        overdue=_is_overdue(first.event.phase, latest, as_of),
        outcome="",
        participants=tuple(dict.fromkeys(ref for t in group for ref in t.participants)),
        place=next((ref for t in group if (ref := t.told.entity(t.event.place))), None),
        said_by=_said_by(first),
        kind=first.event.kind,
        issues=tuple(dict.fromkeys(ref for t in group for ref in _issues(t))),
        sources=_by_age([*sources, *(passage.told.source(passage.sentence.span) for passage in again)]),
        reviewed=all(t.told.reviewed(t.event.id) for t in group),
    )


def _is_overdue(phase: str, latest: str, as_of: str) -> bool:
    return phase not in FACTS and "" < latest < as_of


def _by_age(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each sentence once, newest last."""
    once: dict[tuple[str, str], Source] = {}
    for source in sources:
        once.setdefault((source.article.id, source.sentence), source)
    return tuple(sorted(once.values(), key=lambda source: dates.last_day(source.published)))


def _with_outcome(view: EventView, outcome: Outcome | None) -> EventView:
    """A plan with what became of it, and the sentences that tell it."""
    if outcome is None or view.phase in FACTS:
        return view
    told = (passage.told.source(passage.sentence.span) for passage in outcome.evidence)
    return replace(
        view,
        overdue=False,
        outcome="kept" if outcome.kept else "missed",
        sources=_by_age((*view.sources, *told)),
    )


def _what(group: Group) -> str:
    """The wording that has most in common with the others."""
    shared = Counter(chain.from_iterable(telling.anchors for telling in group))
    best = max(
        (telling for telling in group if _wording(telling)),
        key=lambda one: sum(shared[anchor] for anchor in one.anchors),
        default=None,
    )
    return _wording(best) if best else WITHHELD


def _wording(telling: TellingOf) -> str:
    """As the article tells it; where its rights withhold its words, as a person worded it, or empty."""
    event, annotated = telling.event, telling.told.annotated
    if annotated.article.rights != "none":
        return event.what or telling.told.words(event.span)
    return (
        event.what
        if event.id in annotated.reviewed_items and event.what not in annotated.article.text
        else ""
    )


def _said_by(telling: TellingOf) -> str:
    said = telling.event.said_by
    if not said or said == THE_ARTICLE:
        return said
    ref = telling.told.entity(said)
    return ref.name if ref else telling.told.sayable(said) or UNNAMED


def _note(telling: TellingOf) -> str:
    """How its date is known, without the article's expression where its rights withhold that."""
    when = telling.event.when
    if telling.told.sayable(when):
        return telling.note
    return telling.note.replace(f"“{when}”: ", "").replace(f"“{when}”", NOT_SHOWN)


def _issues(telling: TellingOf) -> Iterable[Ref]:
    told, sentence = telling.told, telling.told.sentence(telling.event.trigger).span
    for item in told.reading.issues:
        if item.span.overlaps(telling.event.span) or (
            sentence.contains(item.span) and _spoken(told, item.span)
        ):
            ref = told.links.issue(told.article.id, item.issue)
            if ref:
                yield ref


def _spoken(told: Told, span: Span) -> bool:
    return any(part.overlaps(span) for statement in told.reading.statements for part in statement.content)


def _untold(id_: str) -> EventView:
    """An event that no article tells."""
    return EventView(
        id=id_,
        what=id_,
        phase="happened",
        date="",
        earliest="",
        latest="",
        date_note="",
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


def _with_register(view: EventView, register: Register | None, links: Links, as_of: str) -> EventView:
    """`view` with what a register says of the event; what it leaves open stays."""
    if register is None:
        return view
    date = register.date or view.date
    phase = register.phase or view.phase
    earliest, latest = dates.bounds(date)
    people = (links.entities.get(links.current(id_)) for id_ in register.participants)
    place = links.entities.get(links.current(register.place))
    matters = (links.issues.get(links.current(id_, "issues")) for id_ in register.issues)
    return replace(
        view,
        what=register.name or view.what,
        phase=phase,
        date=date,
        earliest=earliest,
        latest=latest,
        date_note="by hand" if register.date else view.date_note,
        overdue=_is_overdue(phase, latest, as_of),
        participants=tuple(linked.ref for linked in people if linked) or view.participants,
        place=place.ref if place else view.place,
        said_by=register.source or view.said_by,
        description=register.description,
        issues=tuple(linked.ref for linked in matters if linked) or view.issues,
    )


def _unique(views: Sequence[EventView]) -> list[EventView]:
    """Ids made different where two articles' item ids happen to agree."""
    seen: dict[str, int] = defaultdict(int)
    unique = []
    for view in views:
        seen[view.id] += 1
        unique.append(view if seen[view.id] == 1 else replace(view, id=f"{view.id}-{seen[view.id]}"))
    return unique
