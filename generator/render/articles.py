"""The page of an article, with its annotated text and what stands beside it."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from generator import search
from generator.export import pictures, schema_org
from generator.markup import compose
from generator.model import ArticleView, Sentence, Site
from generator.notes import note_html
from generator.outputs import later
from generator.render import lists
from generator.render.citing import authors, citation
from generator.render.links import shortened
from generator.render.page import Dossier, Page

DATELINE = 48
"""Characters that a line of place and date can have."""


def articles(site: Site) -> Iterator[Page]:
    """Each article, and the list of them."""
    known, dossier = search.found(site), Dossier(site.settings, site.as_of)
    statuses = {view.ref.id: view.status for view in site.issues}
    for view in site.articles:
        path = f"articles/{view.ref.id}.md"
        mine = {issue.id: statuses[issue.id] for issue in view.issues if issue.id in statuses}
        yield Page(
            path,
            "article",
            view.annotated.article.title,
            _teaser(view),
            later(_article, view, mine, dossier, path),
            later(_article_head, view, search.of_article(view, known), dossier, pictures.path_of(path)),
        )
    yield from lists.articles(site)


def _article(view: ArticleView, statuses: Mapping[str, str], dossier: Dossier, path: str) -> dict[str, Any]:
    body = compose(view)
    return {
        "view": view,
        "article": view.annotated.article,
        "statuses": statuses,
        "body": body,
        "notes": view.notes_html or note_html(view.annotated.notes, path),
        "citation": citation(view.annotated.article, dossier, sha256(body.encode()).hexdigest()[:8]),
        "groups": _by_type(view),
        "layers": _layers(view),
        "openings": [(s.id, _opening(view, s)) for s in view.sentences],
    }


def _article_head(view: ArticleView, found: search.Head, dossier: Dossier, shown: str) -> dict[str, Any]:
    article = view.annotated.article
    return {
        "jsonld": schema_org(view, dossier.settings.title),
        "kind": "article",
        "published": article.published,
        "publisher": article.publisher,
        "authors": authors(article),
        "language": article.language,
        "picture": shown,
        **found,
    }


def _teaser(view: ArticleView) -> str:
    """The first sentence that may be shown and is neither the title nor as short as a dateline."""
    article = view.annotated.article
    for sentence in view.sentences:
        is_title = article.title_span is not None and article.title_span.overlaps(sentence.span)
        long = sentence.span.end - sentence.span.start > DATELINE
        if sentence.id in view.shown and long and not is_title:
            return shortened(article.text[sentence.span.start : sentence.span.end], 200)
    return article.title


def _opening(view: ArticleView, sentence: Sentence) -> str:
    """The sentence's first words, to know it by."""
    if sentence.id not in view.shown:
        return "a sentence that is not shown"
    return shortened(view.annotated.article.text[sentence.span.start : sentence.span.end], 60)


def _layers(view: ArticleView) -> list[tuple[str, str]]:
    """The kinds of marks in the text, each with its button's words."""
    types = {ref.type for _span, ref in view.mentions}
    layers = (
        ("person", "People", "person" in types),
        ("organization", "Organizations", "organization" in types),
        ("place", "Places", "place" in types),
        ("temporal", "Dates", bool(view.temporals)),
        ("statement", "Statements", bool(view.statements)),
        ("event", "Events", bool(view.annotated.reading.events)),
    )
    return [(key, label) for key, label, there in layers if there and view.shown]


def _by_type(view: ArticleView) -> list[tuple[str, list[Any]]]:
    """The sidebar's lines: heading and entities, most mentioned first."""
    headings = (("People", "person"), ("Organizations", "organization"), ("Places", "place"))
    groups = [(name, [line for line in view.entities if line.entity.type == kind]) for name, kind in headings]
    return [(name, lines) for name, lines in groups if lines]
