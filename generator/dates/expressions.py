"""What a time expression says before anybody knows when it was written.

The grammar turns words into one of these values; resolve.py turns the value into a place on the calendar.
Units are TIMEX3's: TS TM TH (second, minute, hour), D W M Q Y DE CE, and S for a season, H for a half year,
WE for a weekend.
"""

from dataclasses import dataclass
from typing import Literal

from generator.model import TimexType

Which = Literal["", "last", "this", "next", "coming", "previous", "following"]
"""As the words say it; empty leaves the direction to the verb. The last two count from an earlier expression.
`next Friday` is the one of next week, `the coming Friday` the first."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of units; `count` is None where the words are vague (`several weeks`)."""

    count: float | None
    unit: str
    mod: str = ""

    @property
    def hours(self) -> bool:
        """Whether it is shorter than a day: `two hours`, `minutes`."""
        per_day = {"TH": 24, "TM": 24 * 60, "TS": 24 * 3600}.get(self.unit)
        return per_day is not None and (self.count is None or self.count < per_day)


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """`14 January 2025`, `January 14`, `January`, `2025`, `the 13th`: what is said is set, the rest is None."""

    year: "int | Expression | None" = None
    month: "int | Expression | None" = None
    day: int | None = None
    weekday: int | None = None
    """As in `Tuesday, March 4`; helps to find the year."""
    which: Which = ""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """`9/11`, `the January 6 attack`: a day that is known by its number ever since."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class NumericDate:
    """`03/04/2025`, where the words alone do not tell the day from the month."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """`Tuesday`, `last Friday`; 1 is Monday. `week` is set in `Friday of next week`."""

    number: int
    which: Which = ""
    week: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """Counted from the day of writing: `yesterday` is D -1, `this week` W 0, `next month` M +1.

    Units beside TIMEX3's: N, the night that `tonight` and `overnight` mean, and FY, a fiscal year.
    """

    unit: str
    offset: int
    part: Literal["", "earlier", "later"] = ""
    """`earlier this week` ends, `later this week` begins, on the day of writing."""


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """Counted from an earlier expression of the text: `that year` is Y 0, `the previous day` D -1."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """A distance from the day of writing, from an earlier expression, or from a date in the same words."""

    quantity: Quantity
    direction: Literal[-1, 1]
    origin: "Literal['now', 'earlier'] | Expression"


@dataclass(frozen=True, slots=True)
class Duration:
    """`six months`, `three-year`."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Stretch:
    """`the past three years`, `the next six months`: a duration that touches the day of writing."""

    quantity: Quantity
    direction: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Ending:
    """`the three months to June`, `the last two weeks of October`: a duration by its last day, month or year."""

    quantity: Quantity
    last: "Expression"


@dataclass(frozen=True, slots=True)
class Opening:
    """`the first nine months of 2008`: a duration by what it is the beginning of."""

    quantity: Quantity
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`every Tuesday`, `annually`; `value` is TIMEX3's."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """`now`, `previously`, `soon`."""

    value: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Season:
    """A named share of a year: `SP`, `SU`, `FA`, `WI`, `Q1` to `Q4`, `H1`, `H2`."""

    code: str
    year: "Expression | None" = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Era:
    """A decade by three digits of its years (`199`), a century by two (`19`)."""

    digits: str


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """`fiscal 2024`; whose fiscal year it is, and when it begins, the words do not tell."""

    year: int
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A key of calendar.HOLIDAYS."""

    name: str
    year: "Expression | None" = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """`early 2009`, `the end of the month`; `whole` where the words name the edge itself (`the end of`)."""

    mod: Literal["START", "MID", "END"]
    of: "Expression"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """`the first week of April`, `the last Friday of the month`: one of the parts of a longer stretch."""

    number: int
    """From 1; -1 is the last one."""
    unit: str
    """D, W, WE, H (a half), or the ISO number of a weekday."""
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Around:
    """`the week of 17 March`: the unit that a day lies in."""

    unit: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Modified:
    """`as early as this week`, `before March`, `about 1990`: `mod` is TIMEX3's; `since` and `until` last."""

    mod: str
    of: "Expression"
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """`Friday morning` (`MO`, `AF`, `EV`, `NI`, `MI`); `of` is None where no day is said."""

    part: str
    of: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Clock:
    """`10:30 p.m. EST on Friday`; `time` is `22:30`, `zone` an offset such as `-05:00`, `Z`, or empty."""

    time: str
    zone: str = ""
    of: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Interval:
    """`March 3-5`, `2003-07`: one phrase from a first to a last day, month or year."""

    first: "Expression"
    last: "Expression"


Expression = (
    CalendarDate
    | NamedDay
    | NumericDate
    | Weekday
    | Deictic
    | Anaphoric
    | Shifted
    | Duration
    | Stretch
    | Ending
    | Opening
    | Recurrence
    | Reference
    | Season
    | Era
    | FiscalYear
    | Holiday
    | Edge
    | Nth
    | Around
    | Modified
    | DayPart
    | Clock
    | Interval
)


def timex_type(expression: Expression) -> TimexType:
    """TIMEX3's type of the expression, as far as the words tell."""
    match expression:
        case Duration() | Stretch() | Ending() | Opening() | Interval():
            return "DURATION"
        case Recurrence():
            return "SET"
        case DayPart() | Clock():
            return "TIME"
        case Deictic("TH" | "TM" | "TS"):
            return "TIME"
        case Edge(of=inner) | Modified(of=inner):
            return timex_type(inner)
        case Shifted(quantity=length) if length.hours:
            return "DURATION"
        case _:
            return "DATE"
