"""A small Site made by hand, for the tests of everything that is written from one.

    from sites import site

    site()                        two articles, four entities, two issues, four events, one difference
    site(attack="<script>")       the same, with the attack in every text that a stranger or an editor writes
    site(rights="none")           the same, with other rights of the second article (`quotes` by default)

The first article, `ferry-talks-near-an-end`, may be published in full; of the second, `karsk-denies-deal`,
only what items quote. `UNQUOTED` is a sentence of the second that nothing quotes: with the rights `quotes` or
`none` it must not stand in any page or export; with `none`, neither must `DENIAL`, its statement.
Spans, sentence ids and mentions are computed from the texts, so that they hold.
"""

from functools import lru_cache

from generator import sentences
from generator.ingest.cleaning import clean
from generator.model import (
    Annotated,
    Article,
    ArticleView,
    Companion,
    Correction,
    Difference,
    EntityCount,
    EntityView,
    Event,
    EventView,
    IssueItem,
    IssueView,
    NamedEntity,
    Position,
    Reading,
    Ref,
    Resolution,
    ReviewItem,
    Rights,
    Role,
    Settings,
    Site,
    Source,
    Span,
    Statement,
    StatementView,
    StatusChange,
    Temporal,
    TemporalView,
)
from generator.naming import find_mentions

UNQUOTED = "Trade was slow at the quays this week."
DENIAL = "There is no deal on the fee,"

FERRY = """\
Ferry talks near an end, says minister{attack}
Tuesday, March 4, 2031
Orla Pelham, the harbour minister of Vessia, said on Monday that the ferry talks with Karsk “could end \
this week.” Pelham added that the dock fee is settled.
A senior Karsk official told Radio Brine that nothing was settled.{attack} The ministers met in Lund Quay on \
the 2nd. The signing is planned for March 10."""

DENIED = """\
Karsk denies deal on dock fee
“There is no deal on the fee,” Karsk’s envoy Ivo Brandt said on Thursday. Trade was slow at the quays this week.
The talks go on until Saturday."""


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where `words` stand in `text` for the `nth` time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


class _Book:
    """One article with the sources that point into it; lives only while the site is made."""

    def __init__(self, article: Article, reading: Reading, quoted: tuple[str, ...], **more) -> None:
        self.text = article.text
        self.sentences = sentences.split(article.text)
        self.annotated = Annotated(article, reading, f"content/articles/{article.id}.md", **more)
        self.ref = Ref("article", article.id, article.title)
        self.shown = frozenset(s.id for s in self.sentences if self._may_show(s.span, quoted))

    def _may_show(self, at: Span, quoted: tuple[str, ...]) -> bool:
        words, rights = self.text[at.start : at.end], self.annotated.article.rights
        return rights == "full" or (rights == "quotes" and any(quote in words for quote in quoted))

    def source(self, words: str, line: int = 20) -> Source:
        """The sentence with `words`, its quote withheld where the article's rights say so."""
        at = span(self.text, words)
        sentence = next(s for s in self.sentences if s.span.contains(Span(at.start, at.start + 1)))
        article = self.annotated.article
        quote = self.text[sentence.span.start : sentence.span.end] if sentence.id in self.shown else ""
        path = self.annotated.path
        return Source(self.ref, article.publisher, article.published, sentence.id, quote, path, line)


@lru_cache(maxsize=64)
def site(attack: str = "", rights: Rights = "quotes") -> Site:
    """The Site of the module's docstring."""
    # An article's text is clean, and one paragraph a line; what editors write may have anything in it.
    inline = " " + " ".join(clean(attack)[0].split()) if attack else ""
    ferry, denied = _ferry(inline, attack), _denied(rights)
    minister = Ref("entity", "orla-pelham", f"Orla Pelham{attack}", "person")
    envoy = Ref("entity", "ivo-brandt", "Ivo Brandt", "person")
    karsk = Ref("entity", "karsk", "Karsk", "place")
    quay = Ref("entity", "lund-quay", "Lund Quay", "place")
    deal = Ref("issue", "ferry-deal", f"ferry deal{attack}")
    fee = Ref("issue", "dock-fee", "dock fee")

    soon, settled, nothing = ferry.annotated.reading.statements
    denial = denied.annotated.reading.statements[0]
    said = (
        _said("s1", soon, ferry, minister, f"Vessia{attack}", "2031-03-03", (deal,)),
        _said("s2", settled, ferry, minister, f"Vessia{attack}", "2031-03-03", (fee,)),
        _said("s3", nothing, ferry, None, "Karsk", "2031-03-04", (fee,), who="a senior Karsk official"),
    )
    against = (_said("d1", denial, denied, envoy, "Karsk", "2031-03-06", (fee,)),)

    met = EventView(
        id="ministers-met",
        what=f"The ministers met{attack}",
        phase="happened",
        date="2031-03-02",
        earliest="2031-03-02",
        latest="2031-03-02",
        date_note="“the 2nd”, day of the month before the article’s date, against 2031-03-04",
        reported="2031-03-04",
        overdue=False,
        outcome="",
        participants=(minister,),
        place=quay,
        said_by="",
        kind="CONSULT",
        issues=(deal,),
        sources=(ferry.source("The ministers met"),),
        reviewed=True,
    )
    signing = _event("signing", "signing", "scheduled", "2031-03-10", ferry, "planned", said_by="orla-pelham")
    end = _event(
        "end-of-talks", "end of the talks", "deadline", "2031-03-08", denied, "until Saturday", overdue=True
    )
    approval = _event("approval", "approval", "awaited", "", ferry, "settled.")

    difference = Difference(fee, said[1], against[0], contradiction=True)
    positions = (Position("Vessia", said[1], fee), Position("Karsk", against[0], fee))
    issues = (
        IssueView(
            ref=deal,
            code="Ce",
            topic="Ceasefire",
            part_of=None,
            parts=(fee,),
            status="narrowing",
            status_date="2031-03-03",
            history=(
                StatusChange("raised", "2031-02", "by hand", None, None),
                StatusChange("narrowing", "2031-03-03", "Orla Pelham", minister, ferry.source("could end")),
            ),
            summary=(
                (f"A ferry across the sound.{attack}", None),
                ("It may end.", ferry.source("could end")),
            ),
            positions=(Position("Vessia", said[0], deal),),
            settled=(),
            unsettled=(),
            differences=(),
            statements=(said[0],),
            events=(met, signing),
            upcoming=(signing,),
            mentions=(ferry.source("could end"),),
            articles=(ferry.ref,),
            notes=attack,
        ),
        IssueView(
            ref=fee,
            code="",
            topic="",
            part_of=deal,
            parts=(),
            status="disputed",
            status_date="2031-03-06",
            history=(
                StatusChange(
                    "claimed agreed", "2031-03-03", "Orla Pelham", minister, ferry.source("dock fee")
                ),
                StatusChange("disputed", "2031-03-06", "Ivo Brandt", envoy, denied.source(DENIAL)),
            ),
            summary=(),
            positions=positions,
            settled=(said[1],),
            unsettled=(against[0], said[2]),
            differences=(difference,),
            statements=(against[0], said[2], said[1]),
            events=(end,),
            upcoming=(),
            mentions=(denied.source(DENIAL), ferry.source("dock fee")),
            articles=(denied.ref, ferry.ref),
            notes="",
        ),
    )
    entities = (
        EntityView(
            ref=minister,
            aliases=("Pelham",),
            description=f"Minister of Vessia.{attack}",
            side=f"Vessia{attack}",
            identifiers={"wikidata": "Q4242"},
            roles=(Role(f"harbour minister of Vessia{attack}", "2031-03-04", ferry.source("Orla Pelham")),),
            mentions=(ferry.source("Orla Pelham"), ferry.source("Pelham added")),
            mention_count=2,
            statements=(said[1], said[0]),
            positions=(Position("Vessia", said[0], deal), Position("Vessia", said[1], fee)),
            events=(met, signing),
            companions=(Companion(karsk, 1, ferry.source("Orla Pelham")),),
            articles=(ferry.ref,),
            notes=attack,
            unsure="",
        ),
        _entity(karsk, ferry.source("senior Karsk"), (ferry.ref, denied.ref), count=3),
        _entity(quay, ferry.source("Lund Quay"), (ferry.ref,), count=1),
        _entity(envoy, denied.source(DENIAL), (denied.ref,), count=1, statements=against),
    )
    articles = (
        _article_view(denied, {"karsk": karsk, "ivo-brandt": envoy}, against, (end,), (fee,)),
        _article_view(
            ferry,
            {"orla-pelham": minister, "karsk": karsk, "lund-quay": quay},
            said,
            (met, signing, approval),
            (deal, fee),
        ),
    )
    return Site(
        settings=Settings(
            title=f"The ferry talks{attack}",
            description=f"Who says what about the ferry.{attack}",
            licence="CC-BY-4.0",
            edit_url="https://git.example/dossier/edit/main/",
        ),
        as_of="2031-03-09",
        articles=articles,
        entities=entities,
        issues=issues,
        events=(met, end, signing, approval),
        differences=(difference,),
        review=(
            ReviewItem("unreviewed", "3 statements", ferry.annotated.path, 12, ferry.ref),
            ReviewItem("overdue", f"end of the talks{attack}", denied.annotated.path, 9, denied.ref),
        ),
        redirects={"entities/o-pelham": "entities/orla-pelham"},
        home=f"Where the ferry talks stand.\n\n{attack}",
        about="Made by hand.",
        reviewed_share=(3, 8),
    )


def _ferry(inline: str, attack: str) -> _Book:
    text = FERRY.format(attack=inline)
    title = text.split("\n", maxsplit=1)[0]
    entities = (
        NamedEntity(
            "orla-pelham", "person", "Orla Pelham", ("Orla Pelham", "Pelham"), f"harbour minister{attack}"
        ),
        NamedEntity("karsk", "place", "Karsk", ("Karsk",)),
        NamedEntity("lund-quay", "place", "Lund Quay", ("Lund Quay",)),
    )
    reading = Reading(
        entities=entities,
        mentions=find_mentions(text, entities),
        temporals=(
            Temporal(span(text, "this week"), "DATE", "future", id="t1"),
            Temporal(span(text, "the 2nd"), "DATE", "past", id="t2"),
        ),
        statements=(
            Statement(
                (span(text, "that the ferry talks with Karsk"), span(text, "could end this week.")),
                "mixed",
                span(text, "Orla Pelham"),
                span(text, "said"),
                id="s1",
                certainty="hedged",
            ),
            Statement(
                (span(text, "the dock fee is settled"),),
                "indirect",
                span(text, "Pelham", 2),
                span(text, "added"),
                id="s2",
            ),
            Statement(
                (span(text, "nothing was settled"),),
                "indirect",
                span(text, "A senior Karsk official"),
                span(text, "told"),
                id="s3",
                anonymous=True,
                via="Radio Brine",
            ),
        ),
        events=(Event(span(text, "The ministers met in Lund Quay"), span(text, "met"), "happened", id="e1"),),
        issues=(IssueItem(span(text, "dock fee"), "dock-fee", "dock fee", part_of="ferry-deal", id="i1"),),
    )
    article = Article(
        id="ferry-talks-near-an-end",
        seed="001_ferry.txt",
        text=text,
        title=title,
        title_span=Span(0, len(title)),
        published="2031-03-04",
        published_from="the text’s second line",
        publisher=f"Meridian Wire{attack}",
        url="https://meridian.example/ferry",
        author=f"Piet Sarre{attack}",
    )
    return _Book(
        article,
        reading,
        (),
        lines={"s1": 20, "s2": 26, "s3": 34, "t1": 40, "t2": 44, "e1": 48, "i1": 52},
        reviewed="Mette",
        notes=f"An *editor’s* note.{attack}",
        corrections=(Correction("2031-03-05", f"speaker of s2{attack}", "Karsk", "Orla Pelham"),),
    )


def _denied(rights: Rights) -> _Book:
    text = DENIED
    entities = (
        NamedEntity("karsk", "place", "Karsk", ("Karsk",)),
        NamedEntity("ivo-brandt", "person", "Ivo Brandt", ("Ivo Brandt",), "envoy"),
    )
    reading = Reading(
        entities=entities,
        mentions=find_mentions(text, entities),
        temporals=(Temporal(span(text, "Saturday"), "DATE", "future", id="t1"),),
        statements=(
            Statement((span(text, DENIAL),), "direct", span(text, "Ivo Brandt"), span(text, "said"), id="d1"),
        ),
        events=(
            Event(span(text, "The talks go on until Saturday"), span(text, "go on"), "deadline", id="e1"),
        ),
    )
    article = Article(
        id="karsk-denies-deal",
        seed="002_denied.txt",
        text=text,
        title="Karsk denies deal on dock fee",
        title_span=Span(0, 29),
        published="2031-03-06",
        published_from="sidecar",
        publisher="Karsk Post",
        rights=rights,
    )
    return _Book(article, reading, (DENIAL, "until Saturday"), lines={"d1": 18, "e1": 24})


def _said(
    id_: str,
    statement: Statement,
    book: _Book,
    speaker: Ref | None,
    side: str,
    date: str,
    issues: tuple[Ref, ...],
    who: str = "",
) -> StatementView:
    parts = [book.text[part.start : part.end] for part in statement.content]
    source = book.source(parts[0])
    shown = " … ".join(parts) if source.quote else ""
    return StatementView(
        id=id_,
        statement=statement,
        content=shown,
        who=who or (speaker.name if speaker else "the article"),
        speaker=speaker,
        side=side,
        date=date,
        issues=issues,
        source=source,
        reviewed=id_ == "s1",
    )


def _event(
    id_: str, what: str, phase, date: str, book: _Book, words: str, *, said_by="", overdue=False
) -> EventView:
    return EventView(
        id=id_,
        what=what,
        phase=phase,
        date=date,
        earliest=date,
        latest=date,
        date_note="",
        reported=book.annotated.article.published,
        overdue=overdue,
        outcome="",
        participants=(),
        place=None,
        said_by=said_by,
        kind="",
        issues=(),
        sources=(book.source(words),),
        reviewed=False,
    )


def _entity(ref: Ref, source: Source, articles: tuple[Ref, ...], *, count: int, statements=()) -> EntityView:
    return EntityView(
        ref=ref,
        aliases=(),
        description="",
        side="",
        identifiers={},
        roles=(),
        mentions=(source,),
        mention_count=count,
        statements=statements,
        positions=(),
        events=(),
        companions=(),
        articles=articles,
        notes="",
        unsure="",
    )


def _article_view(book: _Book, entities, statements, events, issues) -> ArticleView:
    reading = book.annotated.reading
    resolutions = {
        "this week": Resolution("DATE", "2031-W10", "", "2031-03-03/2031-03-09", "2031-03-04", "this-period"),
        "the 2nd": Resolution("DATE", "2031-03-02", "", "2031-03-02", "2031-03-04", "day-of-month"),
        "Saturday": Resolution("DATE", "2031-03-08", "", "2031-03-08", "2031-03-06", "weekday"),
    }
    phrases = [(t, book.text[t.span.start : t.span.end]) for t in reading.temporals]
    counts = {id_: sum(m.entity == id_ for m in reading.mentions) for id_ in entities}
    return ArticleView(
        ref=book.ref,
        annotated=book.annotated,
        sentences=book.sentences,
        mentions=tuple((m.span, entities[m.entity]) for m in reading.mentions),
        temporals=tuple(
            TemporalView(t, words, resolutions[words], book.source(words)) for t, words in phrases
        ),
        statements=statements,
        events=events,
        entities=tuple(
            EntityCount(ref, next(e.role for e in reading.entities if e.id == id_), counts[id_])
            for id_, ref in entities.items()
        ),
        issues=issues,
        shown=book.shown,
        news=tuple((view.content, view.source) for view in statements[:2]),
        notes_html="<p>An <em>editor’s</em> note.</p>" if book.annotated.notes else "",
    )
