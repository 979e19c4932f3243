"""An article as schema.org sees it, for the head of its page."""

from typing import Any

from generator.dates import calendar_date
from generator.export.safe import filled, line
from generator.model import ArticleView, Ref

TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}


def schema_org(view: ArticleView, collection: str) -> dict[str, Any]:
    """A schema.org NewsArticle, part of `collection`; what is not recorded is left out.

    Plain values: who writes them into a script element escapes `<` there, as safe.json_bytes does.
    """
    article = view.annotated.article
    return filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": line(article.title),
            "inLanguage": article.language,
            "datePublished": _date(article.published),
            "url": article.url,
            "publisher": _named("Organization", article.publisher),
            "author": _named("Person", article.author),
            "about": [_named("Thing", issue.name) for issue in view.issues],
            "mentions": [_entity(count.entity) for count in view.entities],
            "isAccessibleForFree": article.rights == "full" or None,
            "isPartOf": {"@type": "Collection", "name": line(collection)},
        }
    )


def _date(edtf: str) -> str:
    """What schema.org calls a Date; other EDTF dates, such as an uncertain one, it cannot say."""
    day, _, _time = edtf.partition("T")
    return day if day == calendar_date(edtf) else ""


def _named(type_: str, name: str) -> dict[str, str]:
    return {"@type": type_, "name": line(name)} if name else {}


def _entity(ref: Ref) -> dict[str, str]:
    return _named(TYPES[ref.type], ref.name)
