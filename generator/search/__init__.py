"""What the search knows of a page beside its words: the facets that narrow a search down, and who says what.

The words are read from the finished site by pagefind (generator/search/indexing.py), from the elements that
the templates mark with `data-pagefind-body`: an article's text, the head of an entity and of an issue, what
people wrote by hand. All else repeats them, and would bury the sentence that a reader looks for.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator import words
from generator.dates import filed_under
from generator.model import ArticleView, EntityView, IssueView, Ref, Site

CROWD = 500
"""Articles for which an entity or issue has to stand in one more article to be found by itself."""

Head = Mapping[str, Any]
"""Front matter that overrides/main.html puts into a page's head for pagefind."""


def found(site: Site) -> frozenset[str]:
    """Addresses, `kind/id`, of the entities and issues that are facets and whose pages the search finds.

    In a large dossier most names stand in one article, and the search finds them in its sentences. A page of
    the index and a value of a facet for each of them would weigh more on the first search than all the words.
    """
    least = 1 + len(site.articles) // CROWD
    entities = (view.ref for view in site.entities if len(view.articles) >= least)
    issues = (view.ref for view in site.issues if len(view.articles) >= least)
    return frozenset(_address(ref) for ref in (*entities, *issues))


def of_article(view: ArticleView, known: frozenset[str]) -> Head:
    """The facets of an article, its day in words, and which statements each speaker makes in it.

    Only statements whose sentence may be shown are named.
    """
    article = view.annotated.article
    speakers: dict[str, list[str]] = {}
    for statement in view.statements:
        if statement.source.sentence in view.shown and statement.statement.id:
            names = (
                [voice.entity.name for voice in statement.voices] if statement.together else [statement.who]
            )
            for who in names:
                speakers.setdefault(_line(who), []).append(statement.statement.id)
    facets = {
        "type": ["article"],
        "issue": _values(view.issues, known),
        "entity": _values([count.entity for count in view.entities], known),
        "source": [_line(article.publisher)] if article.publisher else [],
        "date": _months(article.published),
    }
    day = words.date(article.published) if article.published else ""
    return {"facets": _filled(facets), **_filled({"day": day, "said": speakers})}


def of_subject(view: EntityView | IssueView, known: frozenset[str]) -> Head:
    """The facets of the page of an entity or issue: what it is, and itself."""
    ref = view.ref
    facet = "issue" if ref.kind == "issue" else "entity"
    return {"facets": _filled({"type": [ref.type or ref.kind], facet: _values([ref], known)})}


def is_found(ref: Ref, known: frozenset[str]) -> bool:
    """Whether the search finds the page of `ref` by itself."""
    return _address(ref) in known


def _values(refs: Sequence[Ref], known: frozenset[str]) -> list[str]:
    """`id name` of each that is a facet: the id stands in addresses, the name is shown."""
    return [f"{ref.id} {_line(ref.name)}" for ref in refs if is_found(ref, known)]


def _months(published: str) -> list[str]:
    """The year and, where it is known, the month, each a value of its own: `2031`, `2031-03`."""
    month = filed_under(published)[: len("2031-03")]
    return sorted({month[: len("2031")], month}) if month else []


def _address(ref: Ref) -> str:
    return f"{ref.kind}/{ref.id}"


def _line(value: str) -> str:
    return " ".join(value.split())


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
