"""The keys of an article's file; docs/format.md says them in one table.

Scalars arrive as the text that was written, and these types give them their meaning.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.model import Certainty, EntityType, Mode, Phase, Rights, Status, Tense, TimexType
from generator.yamlfile import Schema
from generator.yamlfile.fields import Edtf, Id, Language, WebAddress


def _listed(value: Any) -> Any:
    """A single value where a list may stand."""
    return [value] if isinstance(value, str) else value


Words = Annotated[str, Field(min_length=1)]
"""Words of the article, exactly."""
Listed = Annotated[
    tuple[Words, ...], BeforeValidator(_listed, json_schema_input_type=Words | tuple[Words, ...])
]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed, json_schema_input_type=Id | tuple[Id, ...])]
Number = Annotated[int, Field(ge=1)]
"""Which occurrence of the words in the paragraph, counted from 1."""


class FrontKeys(Schema):
    """What concerns the whole article, but for `entities`."""

    seed: str = ""
    title: str = ""
    published: Edtf = ""
    language: Language = ""
    publisher: str = ""
    url: WebAddress = ""
    author: str = ""
    rights: Rights | None = None
    reviewed: str = ""
    settled: Ids = ()
    entities: Any = None
    """Read entry by entry; stands here so that a slip in the key is recognised."""


class CommonKeys(Schema):
    """Keys of every item."""

    id: Id = ""
    unsure: str = ""
    reviewed: str = ""


class EntityKeys(CommonKeys):
    """An entry of `entities`."""

    type: EntityType
    name: Words
    role: str = ""
    side: str = ""
    names: Listed = ()
    register_: Id = Field(default="", alias="register")


class QuotingKeys(CommonKeys):
    """Keys of every item that quotes."""

    occurrence: Number = 1


class MentionKeys(QuotingKeys):
    """An exception to what the names of the front matter mean."""

    mention: Words
    entity: str


class TemporalKeys(QuotingKeys):
    """A time expression."""

    temporal: Words
    type: TimexType = "DATE"
    tense: Tense | None = None
    date: Edtf = ""


class StatementKeys(CommonKeys):
    """Who says what."""

    statement: Annotated[
        tuple[Words, ...],
        Field(min_length=1),
        BeforeValidator(
            _listed, json_schema_input_type=Words | Annotated[tuple[Words, ...], Field(min_length=1)]
        ),
    ]
    occurrence: Annotated[
        tuple[Number, ...], BeforeValidator(_listed, json_schema_input_type=Number | tuple[Number, ...])
    ] = ()
    source: str = ""
    source_occurrence: Number | None = None
    speaker: Id = ""
    cue: str = ""
    cue_occurrence: Number | None = None
    mode: Mode
    certainty: Certainty = "asserted"
    anonymous: bool = False
    via: str = ""
    venue: str = ""
    when: str = ""
    date: Edtf = ""
    about: Ids = ()


class EventKeys(QuotingKeys):
    """Something that happened or may happen."""

    event: Words
    trigger: str = ""
    trigger_occurrence: Number | None = None
    what: str = ""
    phase: Phase
    when: str = ""
    date: Edtf = ""
    participants: Ids = ()
    place: Id = ""
    said_by: str = ""
    kind: str = ""
    register_: Id = Field(default="", alias="register")


class IssueKeys(QuotingKeys):
    """Where the article speaks of a contested matter."""

    issue: Words
    name: str = ""
    code: str = ""
    part_of: Id = ""
    status: Status | None = None
    according_to: str = ""
    as_of: Edtf = ""
    register_: Id = Field(default="", alias="register")


class CorrectionKeys(Schema):
    """A change of meaning."""

    date: Edtf
    what: str = ""
    old: str = ""
    new: str = ""


Kind = Literal["mention", "temporal", "statement", "event", "issue"]

SCHEMAS: Mapping[str, type[CommonKeys]] = {
    "temporal": TemporalKeys,
    "statement": StatementKeys,
    "event": EventKeys,
    "issue": IssueKeys,
    "mention": MentionKeys,
}
"""The key that holds an item's words says what kind of item it is."""

DEFAULTS: Mapping[tuple[str, str], str] = {
    ("temporal", "type"): "DATE",
    ("statement", "certainty"): "asserted",
    ("statement", "anonymous"): "no",
}
"""Values that are left out."""

NOBODY = "nobody"
"""The entity of a mention that is none."""

FRONT = ("seed", "title", "published", "language", "publisher", "url", "author", "rights", "reviewed")
"""Keys of the front matter in their order; entities come last."""
