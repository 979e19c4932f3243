"""The word lists of data/, read once, and the countries and cities that CLDR knows."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global


@cache
def words(name: str) -> frozenset[str]:
    """Entries of data/`name`.txt: single words, or several words between semicolons or one a line.

    Lines that begin with `#` are comments.
    """
    raw = files(__package__).joinpath("data", f"{name}.txt").read_text("utf-8")
    lines = [line for line in raw.splitlines() if line and not line.startswith("#")]
    if any(";" in line for line in lines):
        return frozenset(entry.strip() for line in lines for entry in line.split(";"))
    if name in ONE_A_LINE:
        return frozenset(lines)
    return frozenset(entry for line in lines for entry in line.split())


ONE_A_LINE = frozenset({"ranks", "equivalents"})


@cache
def countries() -> frozenset[str]:
    """English names of countries and territories in CLDR."""
    territories = Locale("en").territories
    names = (name for code, name in territories.items() if code.isalpha() and code not in NOT_COUNTRIES)
    return frozenset(part for name in names for part in (name, name.replace(" & ", " and ")))


NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""CLDR's codes that are unions, tests or unknown."""


@cache
def places() -> frozenset[str]:
    """Every place that the tables know."""
    return countries() | words("places")


@cache
def cities() -> frozenset[str]:
    """Cities that name a time zone. Some are surnames too, so that they weigh less than `places`."""
    zones = (zone for zone in get_global("zone_territories") if not zone.startswith(("Antarctica/", "Etc/")))
    return frozenset(zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zones)


@cache
def languages() -> frozenset[str]:
    """English names of languages in CLDR."""
    return frozenset(Locale("en").languages.values())


def is_demonym(word: str) -> bool:
    """Whether `word` says where somebody or something comes from: `Kenyan`, `Franco-German`."""
    return all(part in words("demonyms") for part in word.split("-"))


def is_ordinary(word: str, ordinary: Mapping[str, frozenset[str]]) -> bool:
    """Whether a capitalised word is an English one too, in the singular or plural, and no common first name."""
    if is_first_name(word) or known(word) or is_demonym(word):
        return False
    first, hyphen, rest = word.partition("-")
    if hyphen and rest.islower():  # `Health-records`
        return is_ordinary(first, ordinary) and is_ordinary(rest, ordinary)
    lower = word.lower()
    if len(lower) < SHORTEST and lower not in ordinary.get("adj", ()):
        return False
    nouns = ordinary.get("noun", frozenset())
    return any(lower in ordinary.get(part, ()) for part in ("noun", "adj", "verb")) or any(
        lower.endswith(ending) and lower.removesuffix(ending) + rest in nouns for ending, rest in PLURALS
    )


def is_role_noun(word: str) -> bool:
    """Whether a lower-case noun says what a person is or does, as listed or by its ending: `harpist`."""
    return word in words("role_nouns") or (word.endswith(PERSONAL) and word not in IMPERSONAL)


PERSONAL = (
    "ologist",
    "graphist",
    "woman",
    "keeper",
    "master",
    "herder",
    "monger",
    "pher",
    "ician",
    "ianist",
    "seller",
    "holder",
    "smith",
)
"""Endings of nouns for people."""
IMPERSONAL = frozenset(
    "cypher cipher gopher placeholder webmaster bestseller seller holder keeper smith".split()
)
SHORTEST = 4
"""Letters of a noun; shorter ones, as `des`, are too often part of a foreign name."""
PLURALS = (("s", ""), ("es", ""), ("ies", "y"))
"""Endings of plural nouns, and what the singular has instead."""


def gender_of(name: str) -> str:
    """`f` or `m` where the first word of `name` is a first name of only one gender, else empty."""
    whole, _, _ = name.strip().partition(" ")
    for first in (whole, whole.partition("-")[0]):
        female, male = first in words("first_names_f"), first in words("first_names_m")
        if female != male:
            return "f" if female else "m"
    return ""


def is_first_name(word: str) -> bool:
    """Whether `word`, or its part before a hyphen, is a common first name; `Al-` is an article."""
    first = word.partition("-")[0]
    return word in _first_names() or (first in _first_names() and (first == word or first not in ARTICLES))


ARTICLES = frozenset({"Al", "El"})
"""Arabic articles that are English first names, too: `Al-Masri`."""


@cache
def _first_names() -> frozenset[str]:
    return words("first_names_f") | words("first_names_m")


def known(name: str) -> bool:
    """Whether the tables have `name` as a place or an organization."""
    return name in places() or name in words("orgs")


@cache
def thing_nouns() -> frozenset[str]:
    """Last words, lower case, of names that are no person's."""
    return (
        words("org_nouns")
        | words("org_last")
        | words("place_nouns")
        | words("weak_place_nouns")
        | words("other_nouns")
    )
