"""The tables of what single articles say."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.export import rights, shapes
from generator.export.tables.columns import ID, PAGE, QUOTE, REVIEWED, Table, count, flag, id_of, ids, text
from generator.model import ArticleView, Correction, Ref, Span, StatementView

ARTICLES: Table[ArticleView] = Table(
    "articles",
    "Articles",
    of="articles",
    rows=iter,
    key=("id",),
    columns=(
        text("id", ID, lambda view: view.annotated.article.id),
        text("title", "Headline.", lambda view: view.annotated.article.title),
        text("published", "EDTF date; empty: not recorded.", lambda view: view.annotated.article.published),
        text("published_from", "How the date is known.", lambda view: view.annotated.article.published_from),
        text("publisher", "Who published it.", lambda view: view.annotated.article.publisher),
        text("author", "Who wrote it.", lambda view: view.annotated.article.author),
        text("url", "Where it was published.", lambda view: view.annotated.article.url),
        text("language", "BCP 47.", lambda view: view.annotated.article.language),
        text(
            "rights",
            "How much of the text is published here: full, quotes or none.",
            lambda view: view.annotated.article.rights,
        ),
        flag("reviewed", REVIEWED, lambda view: bool(view.annotated.reviewed)),
        count("sentences", "Sentences in it.", lambda view: len(view.sentences)),
        count("statements", "Statements in it.", lambda view: len(view.statements)),
        PAGE,
    ),
)


def _if_shown(said: StatementView, words: str) -> str:
    """`words` of the article, where its rights allow to show its sentence."""
    return words if said.source.quote else ""


STATEMENTS: Table[StatementView] = Table(
    "statements",
    "Who says what",
    of="statements",
    rows=iter,
    key=("article", "id"),
    columns=(
        text("article", "Id of the article.", lambda said: said.source.article.id),
        text("id", "Id of the statement in its article.", lambda said: said.id),
        text("date", "EDTF: when it was said, else when it was published.", lambda said: said.date),
        text("speaker", "Id of the entity; empty: no name is known.", lambda said: id_of(said.speaker)),
        text(
            "together",
            "Ids of the entities that say it with the speaker, with ; between them.",
            lambda said: ids([voice.entity for voice in said.together]),
        ),
        text("who", "How who speaks is named.", lambda said: said.who),
        text("side", "The party it is said for.", lambda said: said.side),
        flag("anonymous", "Whether the article withholds the name.", lambda said: said.statement.anonymous),
        text(
            "mode",
            "direct, indirect, mixed, or inference for the article’s own voice.",
            lambda said: said.statement.mode,
        ),
        text("certainty", "asserted, hedged or denied.", lambda said: said.statement.certainty),
        text(
            "content",
            "The words; empty where the article’s rights withhold them.",
            lambda said: _if_shown(said, said.content),
        ),
        text("via", "Who passed it on.", lambda said: _if_shown(said, said.statement.via)),
        text("venue", "Where or how it was said.", lambda said: _if_shown(said, said.statement.venue)),
        text("issues", "Ids of issues, with ; between them.", lambda said: ids(said.issues)),
        text(
            "sentence",
            "Id of the sentence, the anchor on the article’s page.",
            lambda said: said.source.sentence,
        ),
        text("quote", QUOTE, lambda said: said.source.quote),
        flag("reviewed", REVIEWED, lambda said: said.reviewed),
        text("page", PAGE.description, lambda said: shapes.sentence_page(said.source)),
    ),
    links=(("article", "articles"), ("speaker", "entities")),
)


class Named(NamedTuple):
    """A place in a text that names an entity."""

    view: ArticleView
    span: Span
    entity: Ref


def _named(views: Iterable[ArticleView]) -> Iterator[Named]:
    return (Named(view, span, entity) for view in views for span, entity in view.mentions)


MENTIONS: Table[Named] = Table(
    "mentions",
    "Names in the texts",
    of="articles",
    rows=_named,
    key=("article", "start"),
    columns=(
        text("article", "Id of the article.", lambda one: one.view.ref.id),
        count("start", "First code point of the name in the article’s text.", lambda one: one.span.start),
        count("end", "Code point after the name.", lambda one: one.span.end),
        text("entity", "Id of the entity.", lambda one: one.entity.id),
        text("type", "person, organization or place.", lambda one: one.entity.type),
        text(
            "words",
            "The name as written; empty where the article’s rights withhold it.",
            lambda one: rights.words(one.view, one.span),
        ),
    ),
    links=(("article", "articles"), ("entity", "entities")),
)


Logged = tuple[Correction, Ref]
"""A correction, and its article."""

CORRECTIONS: Table[Logged] = Table(
    "corrections",
    "Corrections",
    of="corrections",
    rows=iter,
    key=("date", "article", "what", "new"),
    columns=(
        text("date", "EDTF, of the day when it was recorded.", lambda logged: logged[0].date),
        text("article", "Id of the article.", lambda logged: logged[1].id),
        text("what", "What was corrected.", lambda logged: logged[0].what),
        text("old", "What was said before.", lambda logged: logged[0].old),
        text("new", "What is said now.", lambda logged: logged[0].new),
    ),
    links=(("article", "articles"),),
)
