"""The views of the Site as plain values; what is not recorded is left out."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from generator.export.safe import filled
from generator.ids import FOLDERS
from generator.model import (
    ArticleView,
    Correction,
    Difference,
    EventView,
    Position,
    Ref,
    Source,
    StatementView,
    StatusChange,
)

Shape = dict[str, Any]

MOST = 500
"""Rows of one kind in a file about one thing; all of them are in the tables."""
REPORTS = 20
"""Sentences that tell one event: the first, and the newest."""


def page(ref: Ref) -> str:
    """Address of the page of `ref` below the site's; empty for an event, which has none of its own."""
    return "" if ref.kind == "event" else f"{FOLDERS[ref.kind]}/{ref.id}/"


def address_of(path: str) -> str:
    """Address below the site's of the page written at `path`: `briefs/2031-03-03.md` → `briefs/2031-03-03/`."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def sentence_page(source: Source) -> str:
    """Address of the sentence below the site's."""
    return f"{page(source.article)}#{source.sentence}"


def ref(target: Ref | None) -> Shape:
    """A thing with a page; empty for None."""
    if target is None:
        return {}
    return filled({"id": target.id, "type": target.type, "name": target.name, "page": page(target)})


def source(step: Source) -> Shape:
    """The step from a fact to its sentence. `quote` is left out where rights withhold it."""
    return filled(
        {
            "article": step.article.id,
            "title": step.article.name,
            "publisher": step.publisher,
            "published": step.published,
            "sentence": step.sentence,
            "quote": step.quote,
            "page": sentence_page(step),
        }
    )


class Rows(NamedTuple):
    """A list in the file about one thing."""

    name: str
    of: Sequence[Any]
    shape: Callable[[Any], Any]
    by_date: bool = False
    """Whether the newest come last, not first."""

    @property
    def newest(self) -> list[Any]:
        """The newest MOST, in their order."""
        return [self.shape(one) for one in (self.of[-MOST:] if self.by_date else self.of[:MOST])]


def listed(*lists: Rows) -> Shape:
    """Each of `lists` under its name; `in_all` counts those of which only the newest are there."""
    counts = {rows.name: len(rows.of) for rows in lists if len(rows.of) > MOST}
    return {**{rows.name: rows.newest for rows in lists}, **({"in_all": counts} if counts else {})}


def statement(view: StatementView) -> Shape:
    """Who says what. The article's words are left out where rights withhold them."""
    said = view.statement
    shown = bool(view.source.quote)
    return filled(
        {
            "id": view.id,
            "who": view.who,
            "speaker": ref(view.speaker),
            "together": [ref(voice.entity) for voice in view.together],
            "anonymous": said.anonymous or None,
            "side": view.side,
            "date": view.date,
            "mode": said.mode,
            "certainty": said.certainty,
            "content": view.content if shown else "",
            "via": said.via if shown else "",
            "venue": said.venue if shown else "",
            "issues": [ref(issue) for issue in view.issues],
            "reviewed": view.reviewed,
            "source": source(view.source),
        }
    )


def first_and_newest(sources: Sequence[Source], most: int) -> Sequence[Source]:
    """All of `sources`, oldest first; of more than `most` so many: the first report and the newest."""
    return sources if len(sources) <= most else (sources[0], *sources[len(sources) - most + 1 :])


def event(view: EventView) -> Shape:
    """What happened, is planned, awaited or due. `reports` counts the sentences where not all are there."""
    told, named = view.sources, first_and_newest(view.sources, REPORTS)
    return filled(
        {
            "id": view.id,
            "what": view.what,
            "phase": view.phase,
            "kind": view.kind,
            "date": view.date,
            "earliest": view.earliest,
            "latest": view.latest,
            "date_note": view.date_note,
            "reported": view.reported,
            "overdue": view.overdue or None,
            "outcome": view.outcome,
            "participants": [ref(entity) for entity in view.participants],
            "place": ref(view.place),
            "said_by": view.said_by,
            "issues": [ref(issue) for issue in view.issues],
            "reviewed": view.reviewed,
            "sources": [source(step) for step in named],
            "reports": len(told) if len(told) > len(named) else None,
        }
    )


def dated(view: EventView) -> Shape:
    """What a list of very many events says of each."""
    names = ("id", "what", "phase", "date", "earliest", "latest")
    return filled({name: getattr(view, name) for name in names})


def position(view: Position) -> Shape:
    """A side's latest word on an issue."""
    return {"side": view.side, "issue": ref(view.issue), "statement": statement(view.statement)}


def difference(view: Difference) -> Shape:
    """Two accounts of one thing that do not say the same."""
    return {
        "about": ref(view.about),
        "contradiction": view.contradiction,
        "first": statement(view.first),
        "second": statement(view.second),
    }


def status_change(view: StatusChange) -> Shape:
    """One step in an issue's history; without a source a register says so."""
    return filled(
        {
            "date": view.date,
            "status": view.status,
            "according_to": view.according_to,
            "speaker": ref(view.speaker),
            "source": source(view.source) if view.source else None,
        }
    )


def listed_article(view: ArticleView) -> Shape:
    """What a list says of an article."""
    return filled({**ref(view.ref), "published": view.annotated.article.published})


def correction(one: Correction) -> Shape:
    """A change of meaning, with old and new value."""
    return filled({"date": one.date, "what": one.what, "old": one.old, "new": one.new})
