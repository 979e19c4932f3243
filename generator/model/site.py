"""The Site: everything that the pages show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.article import Resolution, Sentence, Statement, Temporal
from generator.model.content import Annotated, Correction, Settings
from generator.model.kinds import Phase, Status
from generator.model.places import Ref, ReviewItem, Span


@dataclass(frozen=True, slots=True)
class Source:
    """The one step from a fact to the sentence it comes from."""

    article: Ref
    publisher: str
    published: str
    """EDTF, or empty."""
    sentence: str
    """Sentence id."""
    quote: str
    """The sentence's words; empty where the article's rights withhold them."""
    path: str = ""
    """File in content/ that holds the item."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class TemporalView:
    """A time expression with its meaning."""

    temporal: Temporal
    phrase: str
    resolution: Resolution
    source: Source


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody with a name who says something, and the party that is said for."""

    entity: Ref
    side: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with everything resolved."""

    id: str
    statement: Statement
    content: str
    """The words, parts joined by ` … `."""
    who: str
    """How to name who speaks: the names of the entities, the words for an anonymous source, or `the article`."""
    speaker: Ref | None
    """The entity; of several the first."""
    side: str
    date: str
    """EDTF: when it was said, else when it was published; empty: not recorded."""
    issues: tuple[Ref, ...]
    source: Source
    reviewed: bool
    together: tuple[Voice, ...] = ()
    """Who says it with the speaker: `Qatar and Egypt said`."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Whoever says it and has a name, the speaker first."""
        return (Voice(self.speaker, self.side), *self.together) if self.speaker else ()

    @property
    def said_for(self) -> str:
        """The side, where the names of those who speak do not tell it; else empty."""
        return "" if self.together or self.side == self.who else self.side


@dataclass(frozen=True, slots=True)
class EventView:
    """An event across articles."""

    id: str
    what: str
    phase: Phase
    date: str
    """EDTF; empty: not recorded."""
    earliest: str
    """First day it can lie on, ISO 8601, for sorting and pictures; empty: unknown."""
    latest: str
    """Last day it can lie on; empty: open."""
    date_note: str
    """How the date is known, e.g. `“the 11th”, bare day of the month, against 2025-01-14`."""
    reported: str
    """EDTF date of the first report; empty: not recorded."""
    overdue: bool
    """Planned or forecast, its last day before as_of, and no article tells an outcome."""
    outcome: str
    """`kept`, `missed`, or empty: not known. Deadlines and forecasts only."""
    participants: tuple[Ref, ...]
    place: Ref | None
    said_by: str
    kind: str
    issues: tuple[Ref, ...]
    sources: tuple[Source, ...]
    """Newest last; the first is where it was first told."""
    reviewed: bool
    description: str = ""
    """By hand, in its register."""

    @property
    def sort_date(self) -> str:
        """ISO 8601: the first day it can lie on, of `by 30 April` the last; empty: no day is known."""
        return self.earliest or self.latest


@dataclass(frozen=True, slots=True)
class Role:
    """A role as one article gives it."""

    role: str
    date: str
    """EDTF date of the article, or empty."""
    source: Source


@dataclass(frozen=True, slots=True)
class Companion:
    """Who appears in the same sentences, and one sentence that shows it."""

    entity: Ref
    count: int
    source: Source


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One step in an issue's history."""

    status: Status
    date: str
    according_to: str
    speaker: Ref | None
    source: Source | None
    """None: a register says so."""
    inferred: bool = False
    """The article's own inference; it is shown, and decides nothing."""


@dataclass(frozen=True, slots=True)
class Position:
    """A side's latest word on an issue."""

    side: str
    statement: StatementView
    issue: Ref


@dataclass(frozen=True, slots=True)
class Difference:
    """Two accounts of one thing that do not say the same."""

    about: Ref
    """The issue, or the article where it names none."""
    first: StatementView
    second: StatementView
    contradiction: bool
    """True: both cannot hold."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person, organization or place across articles."""

    ref: Ref
    aliases: tuple[str, ...]
    description: str
    side: str
    identifiers: Mapping[str, str]
    roles: tuple[Role, ...]
    """Newest first, one for each change."""
    mentions: tuple[Source, ...]
    """One for each sentence that names it, newest first."""
    mention_count: int
    statements: tuple[StatementView, ...]
    """Newest first."""
    positions: tuple[Position, ...]
    """Latest on each issue."""
    events: tuple[EventView, ...]
    companions: tuple[Companion, ...]
    """Most frequent first."""
    articles: tuple[Ref, ...]
    notes: str
    unsure: str
    """Why this may be two, or one with another."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """A contested matter across articles."""

    ref: Ref
    code: str
    topic: str
    """What the code stands for in the vocabulary."""
    part_of: Ref | None
    parts: tuple[Ref, ...]
    status: Status
    status_date: str
    history: tuple[StatusChange, ...]
    """Oldest first; the last one gives `status`."""
    summary: tuple[tuple[str, Source | None], ...]
    """Sentences, each with where it comes from (None: by hand in the register)."""
    positions: tuple[Position, ...]
    """One for each side."""
    settled: tuple[StatementView, ...]
    """Who says it is settled."""
    unsettled: tuple[StatementView, ...]
    """Who says it is not."""
    differences: tuple[Difference, ...]
    """Newest first, by the newer account."""
    statements: tuple[StatementView, ...]
    """Newest first."""
    events: tuple[EventView, ...]
    upcoming: tuple[EventView, ...]
    """Scheduled, awaited, forecast and deadlines not passed, soonest first."""
    mentions: tuple[Source, ...]
    articles: tuple[Ref, ...]
    notes: str
    description: str = ""
    """By hand, in its register; as are the identifiers."""
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntityCount:
    """A line of an article's sidebar."""

    entity: Ref
    role: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article's page."""

    ref: Ref
    annotated: Annotated
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Span, Ref], ...]
    temporals: tuple[TemporalView, ...]
    statements: tuple[StatementView, ...]
    events: tuple[EventView, ...]
    """Each with the sources of this article only."""
    entities: tuple[EntityCount, ...]
    """Most mentioned first."""
    issues: tuple[Ref, ...]
    shown: frozenset[str]
    """Ids of the sentences whose words the article's rights allow to show."""
    news: tuple[tuple[str, Source], ...]
    """What is new, in at most three lines, each with its sentence."""
    notes_html: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the pages show; a pure function of content/ and seeds/."""

    settings: Settings
    as_of: str
    """ISO date of the dossier's today; empty when no article has a date."""
    articles: tuple[ArticleView, ...]
    """Newest first, those without a date last."""
    entities: tuple[EntityView, ...]
    """Most mentioned first."""
    issues: tuple[IssueView, ...]
    """The matter itself before its parts, then most spoken of first."""
    events: tuple[EventView, ...]
    """By date, those without one last."""
    differences: tuple[Difference, ...]
    review: tuple[ReviewItem, ...]
    redirects: Mapping[str, str]
    """Page address of a merged or renamed id → where it went, both like `entities/ID`."""
    home: str = ""
    """Hand-written Markdown of content/index.md."""
    about: str = ""
    """Hand-written Markdown of content/about.md."""
    reviewed_share: tuple[int, int] = (0, 0)
    """Items reviewed, items in all."""

    @property
    def statements(self) -> tuple[StatementView, ...]:
        """In the order of their articles."""
        return tuple(statement for view in self.articles for statement in view.statements)

    @property
    def corrections(self) -> tuple[tuple[Correction, Ref], ...]:
        """Each with its article, newest first."""
        found = [(one, view.ref) for view in self.articles for one in view.annotated.corrections]
        return tuple(sorted(found, key=lambda pair: pair[0].date, reverse=True))
