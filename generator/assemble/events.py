"""Told events → events: dated, joined across articles, and held against what was forecast."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator import dates
from generator.assemble.joining import FACTS, Group, TellingOf, join, tellings_of, width
from generator.assemble.outcomes import Outcome, outcomes
from generator.assemble.passages import Passage, passages, weigher
from generator.assemble.retelling import told_again
from generator.assemble.told import THE_ARTICLE, Told
from generator.model import EventView, Ref, Register, Source, Span

WITHHELD = "an event whose words may not be published"


def event_views(articles: Sequence[Told], registers: Sequence[Register], as_of: str) -> tuple[EventView, ...]:
    """All events of the dossier by date, those without one last; `articles` oldest first."""
    found = [passage for told in articles for passage in passages(told)]
    weights = weigher(found)
    groups = join((telling for told in articles for telling in tellings_of(told)), weights)
    again = told_again(groups, found, weights)
    became = outcomes(groups, found, weights)
    known = {register.id: register for register in registers if register.kind == "event"}
    views = [
        _with_outcome(_view(group, again.get(number, ()), known, as_of), became.get(number))
        for number, group in enumerate(groups)
    ]
    told_ids = {telling.event.register for group in groups for telling in group}
    views += [_registered(register) for id_, register in sorted(known.items()) if id_ not in told_ids]
    return tuple(
        sorted(_unique(views), key=lambda view: (not view.earliest and not view.latest, _when(view), view.id))
    )


def _when(view: EventView) -> tuple[str, str]:
    return view.earliest or view.latest, view.latest


def _view(group: Group, again: Iterable[Passage], registers: Mapping[str, Register], as_of: str) -> EventView:
    first = group[0]
    register = registers.get(first.event.register)
    best = min(group, key=lambda telling: (not all(telling.bounds), width(telling.bounds)))
    edtf = (register.date if register else "") or best.edtf
    earliest, latest = dates.bounds(edtf)
    phase = (register.phase if register else "") or first.event.phase
    sources = [telling.told.source(telling.event.trigger, telling.event.id) for telling in group]
    reported = min((t.told.published for t in group if t.told.published), default="")
    return EventView(
        id=register.id if register else f"event-{first.event.id}",
        what=(register.name if register else "") or _what(group),
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
        sources=_by_age([*sources, *(passage.told.source(passage.sentence.span) for passage in again)]),
        reviewed=all(t.told.reviewed(t.event.id) for t in group),
    )


def _by_age(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each sentence once, newest last."""
    once: dict[tuple[str, str], Source] = {}
    for source in sources:
        once.setdefault((source.article.id, source.sentence), source)
    return tuple(sorted(once.values(), key=lambda source: source.published))


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
    best = max(
        (telling for telling in group if _wording(telling)),
        key=lambda one: sum(len(one.anchors & other.anchors) for other in group),
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


def _unique(views: Sequence[EventView]) -> list[EventView]:
    """Ids made different where two articles' item ids happen to agree."""
    seen: dict[str, int] = defaultdict(int)
    unique = []
    for view in views:
        seen[view.id] += 1
        unique.append(view if seen[view.id] == 1 else replace(view, id=f"{view.id}-{seen[view.id]}"))
    return unique
