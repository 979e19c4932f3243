"""What a time expression is resolved against: publication, dateline, earlier expressions, its verb."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from generator.dates import calendar, edtf
from generator.dates.calendar import WeekStart
from generator.dates.expressions import Expression
from generator.dates.forms.rule import ALONE
from generator.model import Span, Tense

Direction = Literal[-1, 0, 1]
_LEANING: dict[str, Direction] = {"by": 1, "until": 1, "till": 1, "through": 1, "since": -1, "as of": -1}
"""Preposition → which way a date without a year lies."""
_ALONE = re.compile(ALONE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date to count from."""

    value: str
    """TIMEX3 value; empty: there is none."""
    ending: str = ""
    """Of the rule's name, a key of explain.ANCHORS."""

    def __bool__(self) -> bool:
        """Whether there is a date at all."""
        return bool(self.value)


NOWHERE = Anchor("")
DATELINE = ", from the dateline"
EARLIER = ", from an earlier date"
WORDS = ", from the same words"
SAID = ", from the day it was said"


@dataclass(frozen=True, slots=True)
class Place:
    """What the resolver found for one expression."""

    value: str
    rule: str
    mod: str = ""
    edtf: str = ""
    against: Anchor = NOWHERE


@dataclass(frozen=True, slots=True)
class Told:
    """An expression of the text that later ones may count from."""

    value: str
    sentence: int
    paragraph: int
    opens: bool
    """It stands at the head of its sentence."""
    dated: bool
    """Its year is in the words, or came from an expression whose year is."""
    aside: bool = False
    """It looks back or ahead from another date: `a week earlier`; what follows is not of that day."""


NEWS = timedelta(days=7)
"""Older days than these are background, and no hour is told of them without their name."""


def _day(told: Told) -> date:
    return date.fromisoformat(told.value[:10])


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that one expression may be resolved against."""

    anchor: Anchor
    starts: WeekStart
    told: tuple[Told, ...] = ()
    tense: Tense | None = None
    lead: str = ""
    """The preposition right before the phrase, in lower case."""
    sentence: int = 0
    paragraph: int = 0
    follows: str = ""
    """Value of the first date of a range of which this is the last."""
    until: str = ""
    """Value of the last date of a range of which this is the first."""
    beside: str = ""
    """Value of the day that stands right behind a time of day."""
    month_first: bool | None = None
    """Whether the article's numeric dates put the month first; None: nothing tells."""

    def direction(self, default: Direction) -> Direction:
        """-1 where the sentence speaks of the past, 1 of the future; the verb decides, then the preposition."""
        if self.tense == "future":
            return 1
        if self.tense == "past":
            return -1
        return _LEANING.get(self.lead, default)

    def partner(self) -> str:
        """Value of the other end of a range, where that is known first."""
        return self.follows or self.until

    def count_from(self, default: Direction) -> tuple[Anchor, Direction]:
        """What a date without its year or month is counted from, and which way."""
        if self.follows:
            return Anchor(self.follows, EARLIER), 1
        if self.until:
            return Anchor(self.until, EARLIER), -1
        return self.anchor, self.direction(default)

    def count_day_from(self, default: Direction) -> tuple[Anchor, Direction]:
        """The same for a day; one that something is for lies ahead: `called a vote for 3 March`."""
        if self.lead == "for" and not self.partner():
            return self.anchor, 1
        return self.count_from(default)

    def last(self, unit: str) -> Anchor:
        """The latest earlier expression that lies within one `unit`; none to come for what is past."""
        for told in reversed(self.told):
            if self.tense == "past" and self._is_to_come(told):
                continue
            if calendar.containing(told.value, unit, self.starts):
                return Anchor(told.value, EARLIER)
        return NOWHERE

    def _is_to_come(self, told: Told) -> bool:
        both = calendar.unit_of(told.value) == calendar.unit_of(self.anchor.value) == "D"
        return both and told.value[:10] > self.anchor.value[:10]

    def day(self) -> Anchor:
        """The day right behind, else the latest of the paragraph or the two sentences before, else the anchor.

        What is past goes back to the latest day of the week before that the text tells of, before the anchor,
        and happened at no hour of a day to come.
        """
        if self.beside:
            return Anchor(self.beside, EARLIER)
        days = [told for told in self.told if not told.aside and calendar.unit_of(told.value) == "D"]
        if self.tense == "past":
            days = [told for told in days if not self._is_to_come(told)]
        for told in reversed(days):
            if told.paragraph == self.paragraph or self.sentence - told.sentence <= 2:
                return Anchor(told.value[:10], EARLIER)
        if calendar.unit_of(self.anchor.value) != "D":
            return NOWHERE
        today = date.fromisoformat(self.anchor.value[:10])
        fresh = (told.value[:10] for told in reversed(days) if timedelta() <= today - _day(told) <= NEWS)
        day = next(fresh, "") if self.tense == "past" else ""
        return Anchor(day, EARLIER) if day else self.anchor

    def story_year(self, month: int = 0) -> Anchor:
        """The year that the text tells of, where that is not the one of the anchor.

        Without an anchor it is the year of the latest expression that names one. With an anchor that expression
        must stand in this or the previous sentence of the paragraph, and be a month or a day, or open its sentence.
        A story goes on: a `month` that comes before the one that was told is that of the year after, unless that is
        still to come.
        """
        if self.tense in {"present", "future"} or self.lead == "as of":
            return NOWHERE
        for told in reversed(self.told):
            year = calendar.containing(told.value, "Y", self.starts)
            if not year or not told.dated:
                continue
            story = Anchor(year, EARLIER)
            if not self.anchor.value:
                return story
            near = told.paragraph == self.paragraph and self.sentence - told.sentence <= 1
            is_told = calendar.unit_of(told.value) != "Y" or told.opens
            if calendar.unit_of(told.value) in {"M", "D"} and 0 < month < int(told.value[5:7]):
                story = Anchor(f"{int(year) + 1:04}", EARLIER)
            return story if near and is_told and story.value < self.anchor.value[:4] else NOWHERE
        return NOWHERE

    def at(self, anchor: Anchor) -> "Scene":
        """This scene seen from another anchor."""
        return replace(self, anchor=anchor)


Put = Callable[[Expression, Scene], Place]
"""Puts an expression that stands within another one on the calendar."""


UNANCHORED = "nothing to count from"
"""Rule of an expression that counts from a date which the article does not have."""


def lost(value: str) -> Place:
    """Such an expression; what is known of it stays."""
    return Place(value, UNANCHORED, "", edtf.of_value(value))


def place(value: str, rule: str, scene: Scene, against: Anchor = NOWHERE, mod: str = "") -> Place:
    """A place on the calendar with the EDTF of its value; the rule's name says what it counts from."""
    return Place(value, rule + against.ending, mod, edtf.of_value(value, scene.starts), against)


LEADS = re.compile(
    r"(?i)(?:^|[\s(“\"‘—–])(as of|ever since|prior to|up until|up to|by|before|after|since|until|till|through|"
    r"throughout|in|within|over|during|for|from|between|following|to|on|at)[ \xa0](?:the[ \xa0])?\Z"
)


def lead_of(text: str, span: Span) -> str:
    """The preposition right before the phrase, in lower case; empty if it governs something larger."""
    match = LEADS.search(text, max(0, span.start - 16), span.start)
    return match[1].lower() if match and _ALONE.match(text, span.end) else ""
