"""What passes between the rules."""

from dataclasses import dataclass

from generator.model import Certainty

Range = tuple[int, int]
"""Half-open range of token indices."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with who says it and, where the grammar tells, what is said."""

    cue: Range
    """The words that make it a statement."""
    verb: int
    """Token index of the cue's head, from which dates and venues of the saying hang."""
    rule: str
    """Name of the rule that found it."""
    source: Range | None = None
    """The words that name who says it."""
    head: int = -1
    """Token index of the source's head noun; -1 without source."""
    content: tuple[Range, ...] = ()
    """Empty where only a quotation beside it can be the content."""
    via: Range | None = None
    """The words that name who passed it on, where the rule itself tells."""
    quotes: bool = True
    """Whether it can introduce a quotation."""
    inference: bool = False
    """Whether the article itself draws it."""
    certainty: Certainty | None = None
    """None: what the content's own words tell."""
    unsure: str = ""
    """Why a person should look."""
    voice: str = ""
    """Id of the entity that speaks, where the rule itself tells and the source's words do not."""
