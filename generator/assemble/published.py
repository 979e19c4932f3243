"""What of a dossier has an address, without assembling its pages: for the record of addresses and corrections."""

from collections.abc import Mapping, Sequence

from generator.assemble.articles import article_view
from generator.assemble.statements import statement_views
from generator.assemble.texts import publishable
from generator.assemble.told import tell
from generator.linking import link
from generator.model import Annotated, ArticleView, Ref, Register, Settings

Merged = Mapping[tuple[str, str], str]


def published(
    articles: Sequence[Annotated], registers: Sequence[Register], settings: Settings, merged: Merged
) -> tuple[Ref, ...]:
    """The articles, entities and issues that have pages; arguments as of `assemble`, articles oldest first."""
    links = link(articles, registers, merged)
    named: set[Ref | None] = set()
    for annotated in articles:
        id_, reading = annotated.article.id, publishable(annotated, settings)
        named |= {links.entity(id_, local) for local in {m.entity for m in reading.mentions if m.entity}}
        named |= {links.issue(id_, local) for local in {item.issue for item in reading.issues}}
    linked = (*links.entities.values(), *links.issues.values())
    return (
        *(Ref("article", annotated.article.id, annotated.article.title) for annotated in articles),
        *(one.ref for one in linked if one.register or one.ref in named),
    )


def article_views(
    articles: Sequence[Annotated], registers: Sequence[Register], settings: Settings, merged: Merged
) -> tuple[ArticleView, ...]:
    """The articles with what each says itself: without the events and issues that it tells of with others."""
    links = link(articles, registers, merged)
    told = [tell(annotated, links, settings) for annotated in articles]
    return tuple(article_view(one, statement_views(one), (), (), ()) for one in told)
