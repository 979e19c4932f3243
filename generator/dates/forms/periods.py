"""Named stretches of the calendar: years, quarters, halves, seasons, decades, centuries, fiscal years, holidays."""

import re

from generator.dates import lexicon
from generator.dates.calendar import HOLIDAYS, MOVABLE
from generator.dates.expressions import CalendarDate, Era, Expression, FiscalYear, Holiday, Interval, Season
from generator.dates.forms.days import OF_YEAR, WHICH, YEAR_WORDS, which, year_number, year_of
from generator.dates.forms.rule import ALONE, Parse, Rule, telling
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import ORDINAL_DAY, ORDINAL_WORD, SEASON, SHORT_YEAR, WEEKDAY, YEAR, words


def _year(match: re.Match[str], _parse: Parse) -> Expression:
    return CalendarDate(year_number(match["y"]))


def _years(match: re.Match[str], _parse: Parse) -> Expression | None:
    first = int(match["y"])
    last = first // 100 * 100 + int(match["z"])
    return Interval(CalendarDate(first), CalendarDate(last)) if last > first else None


def _whose(match: re.Match[str], parse: Parse) -> Expression | None:
    """The year of a quarter, season or holiday as an expression."""
    year = year_of(match, parse)
    return CalendarDate(year) if isinstance(year, int) else year


def _quarter(match: re.Match[str], parse: Parse) -> Expression:
    groups = match.groupdict()
    number = int(groups.get("q") or lexicon.ordinal(match["n"]))
    year = year_of(match, parse)
    if groups.get("fiscal") and isinstance(year, int):
        return FiscalYear(year, number)
    return Season(f"Q{number}", _whose(match, parse))


def _half(match: re.Match[str], parse: Parse) -> Expression:
    groups = match.groupdict()
    return Season(f"H{groups.get('h') or lexicon.ordinal(match['n'])}", _whose(match, parse))


def _season(match: re.Match[str], parse: Parse) -> Expression:
    return Season(lexicon.SEASONS[match["s"].lower()], _whose(match, parse), which(match))


def _months(match: re.Match[str], parse: Parse) -> Expression:
    """`the first three months of 2009` are its first quarter."""
    first = match["n"].lower() == "first"
    three = match["count"].lower() in {"three", "3"}
    code = ("Q1" if first else "Q4") if three else ("H1" if first else "H2")
    return Season(code, _whose(match, parse))


_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()


def _decade(match: re.Match[str], _parse: Parse) -> Expression:
    digits = match.groupdict().get("y")
    if not digits:
        return Era(f"19{_DECADES.index(match['word'].lower()) + 2}")
    return Era(digits[:3] if len(digits) == 4 else ("20" if digits[0] in "01" else "19") + digits[0])


def _century(match: re.Match[str], _parse: Parse) -> Expression:
    return Era(f"{lexicon.ordinal(match['n']) - 1:02}")


def _holiday(match: re.Match[str], parse: Parse) -> Expression:
    return Holiday(match["h"].lower().replace("’", "'"), _whose(match, parse), which(match))


def _titled(name: str) -> str:
    """`new year's day` as a pattern in title case, with either apostrophe."""
    titled = " ".join(word if word == "of" else word[:1].upper() + word[1:] for word in name.split())
    pattern = titled.replace("Mlk", "MLK").replace("al-f", "al-[Ff]").replace("al-a", "al-[Aa]")
    pattern = pattern.replace(".", r"\.").replace("'", "['’]").replace(" ", _)
    # `India's`, `Kenyan`, `Finnish`, `Iraqi Independence Day` is another day than the one without a country.
    return f"(?<!['’]s )(?<![nhi] ){pattern}" if name == "independence day" else pattern


HOLIDAY = (
    "(?:" + "|".join(_titled(name) for name in sorted({*HOLIDAYS, *MOVABLE}, key=len, reverse=True)) + ")"
)

_MEASURED = r"[ \xa0-]" + words(
    "people", "persons", "men", "women", "children", "kids", "students", "pupils", "workers", "employees", "jobs",
    "soldiers", "troops", "police", "officers", "residents", "homes", "houses", "families", "households",
    "passengers", "migrants", "refugees", "prisoners", "hostages", "deaths", "cases", "votes", "voters", "seats",
    "tickets", "mile", "miles", "kilometres", "kilometers", "km", "metres", "meters", "feet", "foot", "ft", "yards",
    "acres", "hectares", "pounds", "kg", "kilograms", "tonnes", "tons", "litres", "liters", "barrels", "dollars",
    "euros", "yen", "points", "copies", "units", "pages", "words", "times", "hours", "minutes", "seconds", "days",
    "weeks", "months", "years", "hrs", "hp", "rpm", "mm", "flights", "schools", "companies", "stores", "supporters",
    "protesters", "demonstrators", "fans", "delegates", "members", "participants", "firefighters",
    "schoolchildren", "million", "billion", "trillion", "percent", "per cent", "others", "more",
) + r"\b"  # fmt: skip
"""Nouns that a number counts: it is no year."""
_NUMBERED = (
    r"(?:[\d.,][/-]|[$€£¥#]|[A-Za-z]-|\b"
    + words(
        "no.", "no", "page", "p.", "pp.", "room", "flight", "route", "highway", "windows", "office", "boeing",
        "airbus", "nokia", "model", "number", "article", "section", "resolution", "channel", "about", "nearly",
        "almost", "approximately", "some", "more than", "less than", "fewer than", "roughly", "at least",
        "up to",
    )
    + r"[ \xa0])"
)  # fmt: skip
"""What stands before a number that is a name or a count."""
_OTHER_NUMBER = rf"[%°]|[.,/]\d|:\d\d|-(?:\d{{1,3}}\b|[a-z]+\b)|{_MEASURED}"
_PROFIT = r"[ \xa0]" + words(
    "profit", "profits", "result", "results", "revenue", "revenues", "earnings", "sales", "loss", "losses",
    "figures",    "net", "pretax", "pre-tax", "operating",
)  # fmt: skip
_DATING = r"(?i:in|since|until|till|of|circa|year|between|early|late|to|from|by)"
_DURING = r"(?i:in|during|since|by|until|through|throughout|for|before|after|over|late|early|mid|of)"
_GAMES = r"[ \xa0](?:[A-Z]|(?i:olympics?|games|paralympics?|term|school|semester|camp|water)\b)"
_QUARTER = rf"(?i:(?:the{_}|its{_})?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)"

PERIODS: tuple[Rule, ...] = (
    Rule(
        "year",
        r"(?P<y>(?:19[1-9]|20\d)\d)",
        _year,
        not_after=_NUMBERED,
        not_before=rf"{_OTHER_NUMBER}|{_}{WEEKDAY}\b",  # `2053 Wednesday night` is a time of day
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "year",
        r"(?P<y>(?:19|20)\d\d)",
        _year,
        after=r"\b\d{4}[ \xa0]?[–-][ \xa0]?",
        not_before=_OTHER_NUMBER,
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "year",
        rf"(?P<y>{YEAR})",
        _year,
        after=rf"(?:^|[\s(“\"‘]){_DATING}[ \xa0]|\d{{4}}[ \xa0]?[–-][ \xa0]?",
        before=ALONE,
        not_before=rf"[.,/]\d|:\d\d|-[a-z]|{_MEASURED}",
        not_after=_NUMBERED.replace(r"[\d.,][/-]|", ""),
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "year",
        rf"(?P<y>{SHORT_YEAR})",
        _year,
        after=r"\b(?i:in|since|by|of|summer)[ \xa0]",
        needs=(lexicon.DIGITS,),
    ),
    Rule("years", rf"(?P<y>{YEAR})[/–-](?P<z>\d\d)", _years, not_before=r"[/–-]\d", needs=(lexicon.DIGITS,)),
    Rule(
        "fiscal year",
        rf"(?i:(?:the{_})?(?:fiscal|financial){_}year|fiscal|FY){_}?(?P<y>{YEAR}|{SHORT_YEAR}|(?<=FY)\d\d)"
        r"(?:[/–-]\d\d(?:\d\d)?)?",
        lambda match, _parse: FiscalYear(year_number(match["y"])),
        needs=(lexicon.DIGITS, {"financial", "fiscal", "fy"}),
    ),
    Rule(
        "fiscal year",
        rf"(?i:the{_})?(?P<y>{YEAR}){_}(?i:fiscal|financial){_}(?i:year)",
        lambda match, _parse: FiscalYear(year_number(match["y"])),
        needs=(lexicon.DIGITS, {"financial", "fiscal"}),
    ),
    Rule(
        "quarter",
        rf"{_QUARTER}(?P<fiscal>[ -]fiscal|[ -]financial)?(?:{_}|-)quarter){OF_YEAR}?",
        _quarter,
        not_before=r"[- ]?(?i:finals?\b|century|mile)",
        needs=({"quarter"},),
    ),
    Rule(
        "quarter",
        rf"{_QUARTER}{_}quarter{_}of{_}(?P<fiscal>fiscal|fiscal{_}year|financial{_}year){_})(?P<y>{YEAR})",
        _quarter,
        needs=({"quarter"},),
    ),
    Rule("quarter", rf"Q(?P<q>[1-4]){OF_YEAR}?", _quarter, needs=({"q"},)),
    Rule("quarter", rf"(?P<q>[1-4])Q{OF_YEAR}?", _quarter, needs=({"q"},)),
    Rule(
        "half year", rf"(?i:the{_})?(?P<n>(?i:first|second)){_}(?i:half){OF_YEAR}", _half, needs=({"half"},)
    ),
    Rule(
        "half year",
        rf"(?i:the{_})?(?P<n>(?i:first|second)){_}(?i:half{_}of{_}the{_}year)",
        _half,
        needs=({"half"},),
    ),
    Rule("half year", r"(?P<n>(?i:first|second))-(?i:half)", _half, before=_PROFIT, needs=({"half"},)),
    Rule("half year", rf"H(?P<h>[12]){_}?(?P<y>{YEAR})", _half, needs=({"h"},)),
    Rule(
        "quarter",
        rf"(?i:the{_})?(?P<n>(?i:first|last|final)){_}(?P<count>(?i:three|six|3|6)){_}(?i:months){OF_YEAR}",
        _months,
        needs=({"months"},),
    ),
    Rule(
        "season",
        rf"{WHICH}(?P<s>{SEASON})",
        _season,
        not_before=_GAMES,
        needs=(lexicon.SEASONS.keys(),),
    ),
    Rule(
        "season",
        rf"(?i:the{_})?(?P<s>{SEASON}){OF_YEAR}",
        _season,
        needs=(lexicon.SEASONS.keys(),),
    ),
    Rule(
        "season",
        rf"(?P<y>{YEAR}|{YEAR_WORDS}){_}(?P<s>{SEASON})",
        _season,
        not_before=_GAMES,
        needs=(lexicon.SEASONS.keys(),),
    ),
    Rule(
        "season",
        rf"(?i:the{_})?(?P<s>{SEASON})",
        _season,
        after=rf"(?:^|[\s(]){_DURING}[ \xa0-]",
        not_before=_GAMES + r"|[ \xa0](?i:from|of|in)\b",
        ambiguous=True,
        needs=(lexicon.SEASONS.keys(),),
    ),
    Rule("decade", rf"(?i:the{_})?(?P<y>(?:1\d|20)\d0)['’]?s", _decade, needs=(lexicon.DIGITS, {"s"})),
    Rule(
        "decade",
        rf"(?i:the{_})['’‘]?(?P<y>[1-9]0)['’]?s",
        _decade,
        not_before=r"[ \xa0](?i:or|and)[ \xa0]\d",
        needs=(lexicon.DIGITS, {"s"}),
    ),
    Rule("decade", r"['’‘](?P<y>[1-9]0)s", _decade, needs=(lexicon.DIGITS, {"s"})),
    Rule(
        "decade",
        rf"(?i:the{_}(?:roaring{_}|swinging{_})?(?P<word>{'|'.join(_DECADES)}))",
        _decade,
        needs=(frozenset(_DECADES),),
    ),
    Rule(
        "century",
        rf"(?i:the{_})?(?P<n>{ORDINAL_DAY}|{ORDINAL_WORD})(?:{_}|-)(?i:century)",
        _century,
        needs=({"century"},),
    ),
    Rule(
        "holiday",
        rf"{WHICH}?(?P<h>{HOLIDAY}){OF_YEAR}?",
        _holiday,
        not_before=r"[ \xa0](?:Island|Carol|Rising|Massacre|Offensive|Truce|Parade)\b|-",
        needs=(telling(*HOLIDAYS, *MOVABLE),),
    ),
)
