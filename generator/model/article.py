"""An article, and what is read in it: the items."""

from dataclasses import dataclass

from generator.model.kinds import Certainty, EntityType, Mode, Phase, Rights, Status, Tense, TimexType
from generator.model.places import Span


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
