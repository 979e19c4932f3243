"""The frozen types of Dossier, in the order in which data flows.

seed → `Article` → `Reading` (proposals, or what content/ holds) → `Annotated` → `Site` → pages.

Offsets are code points into `Article.text`, half-open. Dates are EDTF level 0 and 1 plus sets
(https://www.loc.gov/standards/datetime/), time expressions are TIMEX3 (ISO-TimeML). Empty strings and
empty tuples mean "not recorded"; `None` stands only where absence differs from emptiness.
This package imports the standard library only.
"""

from generator.model.article import (
    Article,
    Event,
    IssueItem,
    Item,
    Mention,
    NamedEntity,
    Reading,
    Resolution,
    Sentence,
    Statement,
    Temporal,
)
from generator.model.content import Annotated, Correction, Register, Settings, Standing
from generator.model.kinds import (
    EXTRACTOR,
    FIRST_FORMAT,
    FORMAT,
    LANGUAGES,
    Certainty,
    EntityType,
    Kind,
    Mode,
    Phase,
    Rights,
    Severity,
    Status,
    Tense,
    TimexType,
)
from generator.model.places import Diagnostic, Ref, ReviewItem, Span
from generator.model.site import (
    ArticleView,
    Companion,
    Difference,
    EntityCount,
    EntityView,
    EventView,
    IssueView,
    Position,
    Role,
    Site,
    Source,
    StatementView,
    StatusChange,
    TemporalView,
)

__all__ = [
    "EXTRACTOR",
    "FIRST_FORMAT",
    "FORMAT",
    "LANGUAGES",
    "Annotated",
    "Article",
    "ArticleView",
    "Certainty",
    "Companion",
    "Correction",
    "Diagnostic",
    "Difference",
    "EntityCount",
    "EntityType",
    "EntityView",
    "Event",
    "EventView",
    "IssueItem",
    "IssueView",
    "Item",
    "Kind",
    "Mention",
    "Mode",
    "NamedEntity",
    "Phase",
    "Position",
    "Reading",
    "Ref",
    "Register",
    "Resolution",
    "ReviewItem",
    "Rights",
    "Role",
    "Sentence",
    "Settings",
    "Severity",
    "Site",
    "Source",
    "Span",
    "Standing",
    "Statement",
    "StatementView",
    "Status",
    "StatusChange",
    "Temporal",
    "TemporalView",
    "Tense",
    "TimexType",
]
