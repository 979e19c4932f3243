"""Atom feeds of articles, changes of status and corrections (RFC 4287). No date comes from the clock."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from generator.dates import first_day
from generator.export.safe import Here, line
from generator.export.shapes import page, sentence_page
from generator.model import ArticleView, Correction, IssueView, Ref, Site, StatusChange
from generator.outputs import Later, later

NEWEST = 100
"""Entries of a feed; older ones are in the tables."""
ATOM = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """An entry of a feed, its texts on one line each."""

    id: str
    title: str
    updated: str
    """ISO day."""
    page: str
    author: str = ""
    summary: str = ""
    via: str = ""
    """Where the article was published."""
    categories: tuple[str, ...] = ()


def export(site: Site, site_url: str) -> Iterator[tuple[str, Later]]:
    """feeds/articles.xml, status.xml and corrections.xml. What has no date has no place in a feed."""
    for name, entries in (("articles", _articles), ("status", _changes), ("corrections", _corrections)):
        path = f"feeds/{name}.xml"
        yield path, later(_feed, Here(path, site_url), entries, site)


def _articles(site: Site) -> tuple[str, Iterable[Entry]]:
    return "articles", (_article(view) for view in site.articles)


def _changes(site: Site) -> tuple[str, Iterable[Entry]]:
    changes = ((view, change) for view in site.issues for change in view.history)
    return "changes of status", (_change(view, change) for view, change in changes)


def _corrections(site: Site) -> tuple[str, Iterable[Entry]]:
    return "corrections", (_correction(correction, article) for correction, article in site.corrections)


def _article(view: ArticleView) -> Entry:
    read = view.annotated.article
    return Entry(
        id=_urn("article", read.id),
        title=line(read.title),
        updated=first_day(read.published),
        page=page(view.ref),
        author=line(read.author or read.publisher),
        summary=" · ".join(line(what) for what, _source in view.news),
        via=read.url,
        categories=tuple(line(issue.name) for issue in view.issues),
    )


def _change(view: IssueView, change: StatusChange) -> Entry:
    told = change.source.article.id if change.source else ""
    quote = f" “{line(change.source.quote)}”" if change.source and change.source.quote else ""
    return Entry(
        id=_urn("status", view.ref.id, change.date, change.status, change.according_to, told),
        title=line(f"{view.ref.name}: {change.status}"),
        updated=first_day(change.date),
        page=sentence_page(change.source) if change.source else page(view.ref),
        author=line(change.according_to),
        summary=(f"According to {line(change.according_to)}." if change.according_to else "") + quote,
        categories=(line(view.ref.name),),
    )


def _correction(correction: Correction, article: Ref) -> Entry:
    what, old, new = (line(words) for words in (correction.what, correction.old, correction.new))
    return Entry(
        id=_urn("correction", article.id, correction.date, what, old, new),
        title=f"Corrected: {what}",
        updated=first_day(correction.date),
        page=page(article),
        summary=f"Before: {old or 'nothing'}. Now: {new or 'nothing'}.",
        categories=(line(article.name),),
    )


def _urn(*parts: str) -> str:
    """The same for the same thing wherever the site is published, so that a move makes nothing new."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "dossier:" + "\n".join(parts)).urn


def _feed(here: Here, contents: Callable[[Site], tuple[str, Iterable[Entry]]], site: Site) -> bytes:
    subject, entries = contents(site)
    dated = sorted(
        (entry for entry in entries if entry.updated), key=lambda e: (e.updated, e.id), reverse=True
    )
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "id", _urn("feed", here.path, site.settings.title))
    _text(feed, "title", f"{line(site.settings.title)}: {subject}")
    newest = dated[0].updated if dated else site.as_of or "1970-01-01"
    _text(feed, "updated", f"{newest}T00:00:00Z")
    _text(ET.SubElement(feed, "author"), "name", line(site.settings.title) or "Dossier")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=here.to(""))
    if here.site_url:
        ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=here.to(here.path))
    if site.settings.licence:
        _text(feed, "rights", line(site.settings.licence))
    for entry in dated[:NEWEST]:
        _entry(feed, entry, here)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: ET.Element, entry: Entry, here: Here) -> None:
    element = ET.SubElement(feed, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", f"{entry.updated}T00:00:00Z")
    _text(element, "published", f"{entry.updated}T00:00:00Z")
    if entry.author:
        _text(ET.SubElement(element, "author"), "name", entry.author)
    ET.SubElement(element, "link", rel="alternate", type="text/html", href=here.to(entry.page))
    if entry.via:
        ET.SubElement(element, "link", rel="via", href=line(entry.via))
    for category in entry.categories:
        ET.SubElement(element, "category", term=category)
    if entry.summary:
        _text(element, "summary", entry.summary)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
