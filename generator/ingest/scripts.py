"""Which script a text is written in, and which language that suggests."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "Hangul": re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "Kana": re.compile(r"[\u3041-\u30ff]"),
    "Han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
    "Arabic": re.compile(r"[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Hebrew": re.compile(r"[\u05d0-\u05ea]"),
    "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "Thai": re.compile(r"[\u0e01-\u0e5b]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Bengali": re.compile(r"[\u0980-\u09ff]"),
    "Tamil": re.compile(r"[\u0b80-\u0bff]"),
    "Georgian": re.compile(r"[\u10a0-\u10ff]"),
    "Armenian": re.compile(r"[\u0531-\u0587]"),
    "Latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "Hangul": ("ko",),
    "Kana": ("ja",),
    "Han": ("zh",),
    "Cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"),
    "Arabic": ("ar", "fa", "ur", "ps", "ckb"),
    "Hebrew": ("he", "yi"),
    "Greek": ("el",),
    "Thai": ("th",),
    "Devanagari": ("hi", "ne", "mr"),
    "Bengali": ("bn",),
    "Tamil": ("ta",),
    "Georgian": ("ka",),
    "Armenian": ("hy",),
}
"""Script → languages written in it, the most read one first; what is in no row is written in Latin letters."""


SAMPLE = 20_000
"""So much of a text tells its script. Code points."""


def shares(text: str) -> Mapping[str, float]:
    """Script → the share of `text`'s letters that are of it, 0 to 1; all 0 where there is no letter."""
    # A text of thousands of characters has some dozens of different ones.
    counted = Counter(text)
    letters = sum(number for char, number in counted.items() if char.isalpha())
    different = "".join(counted)
    return {
        name: sum(map(counted.__getitem__, pattern.findall(different))) / letters if letters else 0.0
        for name, pattern in SCRIPTS.items()
    }


def script(text: str) -> str:
    """The script of more than half of the letters of `text`; empty where there is none."""
    found = shares(text[:SAMPLE])
    if found["Kana"] > 0.05 and found["Kana"] + found["Han"] > 0.5:
        return "Kana"
    best = max(found, key=lambda name: found[name])
    return best if found[best] > 0.5 else ""


def language(text: str, expected: Sequence[str]) -> str:
    """The language of `text`: the first of `expected`, unless the script clearly says otherwise.

    Then it is the first of `expected` that is written so, else the most read one of that script.
    """
    found = script(text)
    if not found:
        return expected[0]
    fitting = [tag for tag in expected if _written_in(tag, found)]
    return fitting[0] if fitting else LANGUAGES.get(found, ("en",))[0]


def _written_in(tag: str, found: str) -> bool:
    primary = tag.split("-", maxsplit=1)[0].lower()
    rows = [name for name, languages in LANGUAGES.items() if primary in languages] or ["Latin"]
    return found in rows or (primary == "ja" and found == "Han") or (primary == "sr" and found == "Latin")
