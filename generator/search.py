"""What the search finds: each page by its names, each sentence of an article by its words and who says it.

Pages repeat one another's quotations; a search over all of that would bury the sentence itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import ArticleView, EntityView, IssueView, Site, StatementView
from generator.words import capital, date


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page, or a part of one that the search finds by itself. All plain text."""

    location: str
    """Address below the site's root, e.g. `articles/x/` or `articles/x/#sent-1234`."""
    title: str
    text: str


def entries(site: Site) -> tuple[SearchEntry, ...]:
    """The pages of issues, entities and articles, and after each article its sentences that may be shown."""
    return (
        *(_issue(view) for view in site.issues),
        *(_entity(view) for view in site.entities),
        *(entry for view in site.articles for entry in _article(view)),
    )


def _issue(view: IssueView) -> SearchEntry:
    about = (view.topic, f"{view.status} as of {date(view.status_date)}" if view.status_date else view.status)
    return SearchEntry(f"issues/{view.ref.id}/", capital(view.ref.name), _joined(about))


def _entity(view: EntityView) -> SearchEntry:
    roles = (role.role for role in view.roles)
    return SearchEntry(
        f"entities/{view.ref.id}/",
        view.ref.name,
        _joined((*view.aliases, *roles, view.side, view.description)),
    )


def _article(view: ArticleView) -> Iterator[SearchEntry]:
    article = view.annotated.article
    address = f"articles/{article.id}/"
    day = date(article.published) if article.published else ""
    yield SearchEntry(address, article.title, _joined((article.publisher, day, article.author)))
    said: dict[str, StatementView] = {}
    for statement in view.statements:
        said.setdefault(statement.source.sentence, statement)
    for sentence in view.sentences:
        if sentence.id in view.shown:
            words = " ".join(article.text[sentence.span.start : sentence.span.end].split())
            title = (
                _title(said[sentence.id]) if sentence.id in said else f"Paragraph {sentence.paragraph + 1}"
            )
            yield SearchEntry(f"{address}#{sentence.id}", title, words)


def _title(statement: StatementView) -> str:
    return f"{statement.who}, {date(statement.date)}" if statement.date else statement.who


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)
