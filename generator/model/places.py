"""Where something stands: in a text, in a file, on the site."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model.kinds import Kind, Severity


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
class Ref:
    """A link to a page of the site."""

    kind: Kind
    id: str
    name: str
    type: str = ""
    """EntityType, for entities."""


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
class ReviewItem:
    """One thing that a person should look at."""

    reason: Literal["unreviewed", "unsure", "disagreement", "orphaned", "ambiguous name", "overdue", "gone"]
    what: str
    path: str
    line: int
    article: Ref | None = None
