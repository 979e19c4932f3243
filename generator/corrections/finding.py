"""What a person changed in the meaning of articles, found by comparing two states of a dossier."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.corrections.log import Logged
from generator.model import (
    Article,
    ArticleView,
    Event,
    IssueItem,
    NamedEntity,
    Span,
    Statement,
)

SHOWN = 60
"""Characters of an item's words that tell a reader which one it is."""
FRONT = {
    "title": "the title",
    "published": "the day of publication",
    "publisher": "the publisher",
    "author": "the author",
    "rights": "the rights",
}
"""Field of the article → what a reader calls it."""

Facts = Mapping[str, str]
"""What is said of something: name of the fact in a reader's words → value."""


def corrections(before: Iterable[ArticleView], after: Iterable[ArticleView], date: str) -> tuple[Logged, ...]:
    """What people changed between two states of a dossier, in articles that both have.

    An item counts that a person has touched or removed: what the machine reads otherwise, or for the first
    time, is no correction.
    """
    old = {view.ref.id: view for view in before}
    return tuple(
        Logged(date, view.ref.id, *change)
        for view in after
        if view.ref.id in old and not old[view.ref.id].annotated.bare
        for change in _changes(old[view.ref.id], view)
    )


def _changes(before: ArticleView, after: ArticleView) -> Iterator[tuple[str, str, str]]:
    """What, old and new value."""
    yield from _different(_front(before.annotated.article), _front(after.annotated.article), "")
    then, now = _by_id(before), _by_id(after)
    for id_, (name, facts) in then.items():
        if id_ in now and id_ in after.annotated.reviewed_items:
            yield from _different(facts, now[id_][1], f", {name}")
        elif id_ in after.annotated.removed:
            yield name, "; ".join(filter(None, facts.values())), "removed"


def _different(old: Facts, new: Facts, of: str) -> Iterator[tuple[str, str, str]]:
    for fact in dict.fromkeys((*old, *new)):
        if old.get(fact, "") != new.get(fact, ""):
            yield f"{fact}{of}", old.get(fact, ""), new.get(fact, "")


def _front(article: Article) -> Facts:
    return {name: str(getattr(article, key)) for key, name in FRONT.items()}


def _by_id(view: ArticleView) -> Mapping[str, tuple[str, Facts]]:
    """Id of an entity or item → how a reader knows it, and what is said of it."""
    reading = view.annotated.reading
    names = {entity.id: entity.name for entity in reading.entities}
    text = view.annotated.article.text
    found: dict[str, tuple[str, Facts]] = {
        entity.id: (entity.name, _of_entity(entity)) for entity in reading.entities
    }
    for said in view.statements:
        found[said.id] = (
            _words(text, said.statement.content),
            _of_statement(said.statement, said.who, said.date),
        )
    for time in view.temporals:
        found[time.temporal.id] = (_words(text, (time.temporal.span,)), {"the date": time.resolution.edtf})
    items: tuple[Event | IssueItem, ...] = (*reading.events, *reading.issues)
    for item in items:
        found[item.id] = (_words(text, (item.span,)), _of_item(item, names))
    return found


def _words(text: str, spans: Sequence[Span]) -> str:
    words = " ".join(" … ".join(text[start:end] for start, end in spans).split())
    return f"“{words if len(words) <= SHOWN else words[: SHOWN - 1] + '…'}”"


def _of_entity(entity: NamedEntity) -> Facts:
    return {
        "the name": entity.name,
        "the kind": entity.type,
        "the role": entity.role,
        "the side": entity.side,
    }


def _of_statement(statement: Statement, who: str, date: str) -> Facts:
    return {
        "who said it": who,
        "how it is said": statement.mode,
        "how certain it is": statement.certainty,
        "by way of": statement.via,
        "the day it was said": date,
    }


def _of_item(item: Event | IssueItem, names: Mapping[str, str]) -> Facts:
    if isinstance(item, Event):
        who = ", ".join(names.get(one, one) for one in item.participants)
        date = item.date or item.when
        return {"what happened": item.what, "the date": date, "the phase": item.phase, "who took part": who}
    who = names.get(item.according_to, item.according_to)
    return {"the issue": item.name, "the status": item.status or "", "who says so": who}
