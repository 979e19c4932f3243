"""How many of what: the counts in a sentence, and whether two can both be right. For English, without a model."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.assemble.roots import STOP, root

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"no": 0, "none": 0, "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
COUNT = re.compile(
    rf"(?<![\w.,-])(?P<sign>[$€£]?)(?:(?P<figures>\d[\d,]*(?:\.\d+)?)|(?P<word>{'|'.join(NUMBERS)}))"
    rf"(?:[ -]?(?P<scale>{'|'.join(SCALES)})\b)?(?P<share> ?%| per ?cent\b)?(?![\w-])",
    re.IGNORECASE,
)
"""A number with what multiplies it; no part of a compound such as `24-hour`."""
LEAST = re.compile(
    r"\b(?:at least|more than|over|above|upwards of|exceed(?:s|ed|ing)?|(?:no|not) (?:fewer|less) than)\W*$",
    re.IGNORECASE,
)
MOST = re.compile(
    r"\b(?:at most|up to|(?:no|not) more than|fewer than|less than|under|below)\W*$", re.IGNORECASE
)
ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|almost|nearly|an estimated|close[r]? to|circa)\W*$",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\W*(?:[^\W\d]+ ){0,3}?(?P<word>at least|or more|at most|or fewer|or less)\b")
BEFORE = 24
"""Characters before a number in which it is said to be the least or the most."""
LOOSE = 0.15
"""Share by which `about` a number may be off."""
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[\d.,;:!?]+")
LONGEST_UNIT = 3
"""Words."""
OUT_OF = re.compile(r"\W*of (?:[^\W\d]\S* ){0,4}?(?=\d)")
"""`600 of the mill’s 2,400 jobs`: what is counted follows the second number."""
LINKING = frozenset("of its the their his her our all those these other".split())
FEWEST = 2
"""A number word that nothing follows counts from here on."""
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something."""

    low: float
    high: float
    unit: frozenset[str]
    """Roots of the words that say of what, `%` or the sign of a currency; empty: untold."""


def counts(text: str) -> tuple[Count, ...]:
    """The counts that `text` tells, in its order; years are none."""
    return tuple(count for found in COUNT.finditer(text) if (count := _count(found, text)) is not None)


def _count(found: re.Match[str], text: str) -> Count | None:
    figures = (found["figures"] or "").rstrip(",.")
    value = float(figures.replace(",", "")) if figures else float(NUMBERS[found["word"].casefold()])
    unit = frozenset({found["sign"]} if found["sign"] else {"%"} if found["share"] else ()) or _unit(
        text[found.end() :]
    )
    alone = not re.search(r"\w", text[found.end() :])
    if not unit and not figures and (value < FEWEST or not alone):  # `one`, `none`: pronouns
        return None
    if (
        value in YEARS
        and "," not in figures
        and not (found["scale"] or found["share"] or found["sign"] or unit)
    ):
        return None
    value *= SCALES.get((found["scale"] or "").casefold(), 1)
    before = text[max(0, found.start() - BEFORE) : found.start()]
    behind = BEHIND.match(text, found.end())
    if LEAST.search(before) or (behind and behind["word"] in {"at least", "or more"}):
        return Count(value, math.inf, unit)
    if MOST.search(before) or behind:
        return Count(0, value, unit)
    loose = LOOSE * value if ABOUT.search(before) else 0
    return Count(value - loose, value + loose, unit)


def _unit(behind: str) -> frozenset[str]:
    """The roots of the first few words that say something, up to one that does not."""
    said: list[str] = []
    whole = OUT_OF.match(behind)
    words = WORDS.findall(behind[whole.end() if whole else 0 :].casefold())
    for word in words[1:] if whole else words:
        if said and (word in STOP or not word[0].isalpha()):
            break
        if not said and word in LINKING:
            continue
        if word in STOP or not word[0].isalpha() or len(said) == LONGEST_UNIT:
            break
        said.append(root(word))
    return frozenset(said)


def at_odds(some: Sequence[Count], others: Sequence[Count]) -> frozenset[str]:
    """Of what two sentences tell numbers of which no two can both be right; empty: of nothing."""
    pairs = [(one, other) for one in some for other in others if one.unit & other.unit]
    units = frozenset().union(*(one.unit & other.unit for one, other in pairs))
    return units if pairs and all(_clash(one, other) for one, other in pairs) else frozenset()


def clash_bare(some: Sequence[Count], others: Sequence[Count]) -> bool:
    """Whether each tells one number, not none, and the two cannot both be right, whatever they count."""
    single = len(some) == len(others) == 1 and some[0].high > 0 < others[0].high
    return single and _clash(some[0], others[0])


def _clash(one: Count, other: Count) -> bool:
    return one.high < other.low or other.high < one.low
