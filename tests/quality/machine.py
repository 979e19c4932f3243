"""What the program makes of the gold's seeds, in one run for all measures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import build, dates, extract, sentences, store
from generator.assemble import assemble
from generator.eventdates import date_event
from generator.linking import Links, link
from generator.model import Annotated, Article, ArticleView, Event, IssueItem, Reading, Site
from quality.gold import Gold


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one article tells it."""

    event: Event
    date: str
    """EDTF."""
    words: str


@dataclass(frozen=True, slots=True)
class Read:
    """One article as the program reads and shows it."""

    article: Article
    reading: Reading
    """Only what is shown as fact; what is unsure waits for a person."""
    view: ArticleView
    tellings: tuple[Telling, ...]
    links: Links
    """How the ids of the article lead to entities and issues across articles."""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def name(self, local: str) -> str:
        """Name of the article's entity `local`, or the words that stand for it."""
        return next((entity.name for entity in self.reading.entities if entity.id == local), local)

    def voice(self, item: IssueItem) -> str:
        """Who gives the issue its status here: as written, else the statement it stands in, else nobody."""
        if item.according_to:
            return self.name(item.according_to)
        holding = [
            view
            for view in self.view.statements
            if any(item.span.overlaps(s) for s in view.statement.content)
        ]
        return holding[-1].who if holding else ""


@dataclass(frozen=True, slots=True)
class Machine:
    """The program's answer to a gold."""

    articles: Mapping[str, Read]
    site: Site


def run(root: Path, gold: Gold) -> Machine:
    """Read, date and assemble the seeds of the dossier at `root`; the gold says when each was published."""
    loaded = build.load(store.read(store.Folder(root)))
    chosen = loaded.settings
    articles = [
        replace(loaded.seeds[name], published=str(gold.articles[name]["published"])) for name in gold.articles
    ]
    readings = list(extract.read(articles, chosen.model))
    annotated = [
        Annotated(article, reading, f"content/articles/{article.id}.md") for article, reading in readings
    ]
    annotated.sort(key=lambda one: (one.article.published, one.article.id))
    links = link(annotated, (), {})
    site = assemble(annotated, (), chosen, loaded.vocabulary, {})
    views = {view.ref.id: view for view in site.articles}
    return Machine(
        {article.seed: _read(article, reading, views[article.id], links) for article, reading in readings},
        site,
    )


def _read(article: Article, reading: Reading, view: ArticleView, links: Links) -> Read:
    sure = replace(
        reading,
        entities=tuple(entity for entity in reading.entities if not entity.unsure),
        events=tuple(event for event in reading.events if not event.unsure),
        issues=tuple(item for item in reading.issues if not item.unsure),
    )
    temporals = tuple(shown.temporal for shown in view.temporals)
    resolutions = tuple(shown.resolution for shown in view.temporals)
    parts = sentences.split(article.text)
    tellings = tuple(
        Telling(
            event,
            date_event(event, article.text, temporals, resolutions, parts, article.published).edtf,
            f"{event.what} {article.text[slice(*event.span)]}",
        )
        for event in sure.events
    )
    return Read(article, sure, view, tellings, links)


def bounds(edtf: str) -> tuple[str, str]:
    """First and last day of an EDTF date, empty where open or unknown."""
    first, last = dates.bounds(edtf)
    return first[:10], last[:10]
