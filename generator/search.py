"""What the search finds beside whole pages: each sentence of an article, titled with who says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import ArticleView, Site, StatementView


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A part of a page that the search finds by itself."""

    location: str
    """Address below the site's root, e.g. `articles/x/#sent-1234`."""
    title: str
    """Plain text."""
    text: str
    """Plain text."""


def sections(site: Site) -> tuple[SearchSection, ...]:
    """Every sentence that may be shown, article by article, in the order of the text."""
    return tuple(section for view in site.articles for section in _of_article(view))


def _of_article(view: ArticleView) -> Iterator[SearchSection]:
    said: dict[str, StatementView] = {}
    for statement in view.statements:
        said.setdefault(statement.source.sentence, statement)
    article = view.annotated.article
    for sentence in view.sentences:
        if sentence.id in view.shown:
            words = " ".join(article.text[sentence.span.start : sentence.span.end].split())
            title = (
                _title(said[sentence.id]) if sentence.id in said else f"Paragraph {sentence.paragraph + 1}"
            )
            yield SearchSection(f"articles/{article.id}/#{sentence.id}", title, words)


def _title(statement: StatementView) -> str:
    return f"{statement.who}, {statement.date}" if statement.date else statement.who
