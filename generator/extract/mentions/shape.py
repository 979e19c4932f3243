"""What a name's own words say of its type: known names, telling first and last words, spelling."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

from generator.extract.mentions.lexicon import (
    cities,
    countries,
    is_demonym,
    is_first_name,
    languages,
    places,
    words,
)
from generator.extract.mentions.tokens import GIVEN, SAINTS
from generator.model import EntityType
from generator.naming import SUFFIXES

Kind = EntityType | Literal["other"]
"""`other` is what has no page: products, laws, works, events, peoples, languages."""

Votes = Sequence[tuple[Kind, float]]
"""Types with the weight of the evidence for each; a weight below zero speaks against it."""

Name = Sequence[str]

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower downtown greater".split()
)
NOT_INITIALS = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A."})
COMPASS = frozenset({"N", "S", "E", "W", "NE", "NW", "SE", "SW"})
"""What may follow a street's name: `H Street NE`."""
CLUBS = frozenset(
    "AC AFC AS BK CD CF CSKA FC FK GNK HNK KRC NK PSV RB RCD RKC SC SK SSC SV TSG UD VfB VfL".split()
)
"""First words of football clubs’ names."""
SITES = frozenset("Bee Examiner Globe Live Mail Mirror Now Online Sentinel Star Sun Today".split())
"""Last words of a newspaper’s name, after a place: `Oldham Live`."""
DOCTRINES = ("ism", "isms", "phobia", "itis", "ocracy")
PRODUCTS = frozenset(
    {
        "App Store",
        "Black Hawk",
        "Model S",
        "Model T",
        "Play Store",
        "Sea Hawk",
        "Sea King",
        "Snow Leopard",
        "X Lion",
    }
)
"""Products of two words of which the first alone is none."""
LOWER_PARTS = frozenset({"bin", "ibn", "van", "von", "al", "da", "dos"})
INNER_CAPITAL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])[A-Z]).*[a-z][A-Z]")


def from_tables(name: Name) -> Votes:
    """Known names, and words that name nobody."""
    form = " ".join(name)
    endings = ("n", "ns", "an", "ans") if len(name) > 1 else ()
    people = any(form.endswith(ending) and form.removesuffix(ending) in places() for ending in endings)
    if people or form in words("not_names") or form in languages() or all(map(is_demonym, name)):
        return (("other", 9.0),)
    if (
        (name[0] in words("products") and not (len(name) > 1 and is_first_name(name[0])))
        or name[-1] in words("products")
        or form in PRODUCTS
    ):
        return (("other", 6.0),)
    if form in words("orgs"):
        return (("organization", 9.0),)
    first, _, rest = form.partition(" ")
    if form in places() or (first.lower() in DIRECTIONS and rest in places()):
        return (("place", 4.0),)
    if form in cities():
        return (("place", 1.5),)
    return ()


def from_company(name: Name) -> Votes:
    """`BBC Persia` is an organization, `Volvo Amazon` more likely a product."""
    if len(name) > 1 and name[0] in words("orgs") and " ".join(name) not in words("orgs"):
        return (("organization", 3.0),) if name[-1] in places() else (("other", 2.5),)
    if len(name) == 2 and name[0] in words("portfolios") and name[-1] in places():
        return (("organization", 3.0), ("person", -2.0))
    if len(name) > 1 and name[-1] in places() and name[-2].lower() in words("org_nouns"):
        return (("organization", 4.0),)
    if len(name) > 1 and name[-1] in SITES and " ".join(name[:-1]) in places() | cities():
        return (("organization", 3.0),)
    if len(name) > 1 and name[-1] in countries() and not is_first_name(name[0]):
        return (("person", -2.0), ("organization", 0.8))
    return ()


def from_last_word(name: Name) -> Votes:
    """`… Inc`, `… Ministry`, `… River`, `… Treaty`."""
    if len(name) > 1 and name[-1] in COMPASS and name[-2].lower() in words("place_nouns"):
        return (("place", 5.0),)
    last = name[-1].rstrip(".")
    if len(name) > 1 and last in words("company_words"):
        return (("organization", 4.0),)
    if len(name) == 1 and last.lower() in words("org_last"):
        return ()
    nothing = last.lower() in words("role_nouns") or last in words("modifiers")
    if name[-1] == "Police":
        return (("organization", 5.0),) if len(name) > 1 else (("other", 5.0),)
    if len(name) == 2 and last == "General":
        return (("organization", 3.0), ("person", -2.0))
    field = all(word in _fields() for word in name)
    if len(last) == 1 or field or (len(name) == 1 and nothing):
        return (("other", 5.0),)
    surname = len(name) > 1 and is_first_name(name[0]) and last in words("surname_nouns")
    weight = 1.0 if len(name) == 1 else 2.0 if surname else 5.0
    if len(name) > 1 and last[0].isupper() and last.lower() in words("weak_place_nouns") and not surname:
        return (("place", 2.0),)
    return tuple(
        (kind, weight) for listed, kind in LAST_WORDS if last[0].isupper() and last.lower() in words(listed)
    )


@cache
def _fields() -> frozenset[str]:
    """Words for what somebody is in charge of, which name nothing by themselves."""
    return (words("portfolios") | words("modifiers")) - places()


LAST_WORDS: tuple[tuple[str, Kind], ...] = (
    ("org_nouns", "organization"),
    ("org_last", "organization"),
    ("place_nouns", "place"),
    ("other_nouns", "other"),
)


def from_first_words(name: Name) -> Votes:
    """`Bank of …`, `Ministry for …`, `Gulf of …`, `Lake …`, `Hurricane …`, `HMS …`."""
    if len(name) < 2:
        return ()
    connected = next((i for i, word in enumerate(name) if word in {"of", "for", "on"}), 0)
    head = name[connected - 1] if connected else ""
    if head in words("place_heads") and (head not in words("org_heads") or name[-1] in places()):
        return (("place", 6.0),)
    if head in words("org_heads") or head.lower() in words("org_nouns"):
        return (("organization", 6.0),)
    fronted = name[0] in words("fronted") and name[1] not in {"of", "and"}
    saint = name[0] in SAINTS and name[-1].endswith(("'s", "’s"))
    if fronted or saint or name[0].replace(".", "") in CLUBS or name[0] in words("vessels"):
        return (("organization", 5.0),)
    if name[0] in words("other_heads") or name[:2] == ("Space", "Shuttle"):
        return (("other", 5.0),)
    if name[0] in LANDFORMS and name[-1].lower() not in words("org_nouns") | words("org_last"):
        return (("place", 3.5),)
    return (("place", 2.0),) if name[0] in words("place_prefixes") else ()


LANDFORMS = frozenset({"Lake", "Loch", "Lough", "Mount", "River"})
"""First words of what can only be a place: `River Kessel`, but not `Port Authority`."""


def from_several_words(name: Name) -> Votes:
    """A first name, initials, `van` or `Jr.` make a person; an acronym within the name does not."""
    if len(name) < 2:
        return ()
    if name[0].replace(".", "") in CLUBS:
        return ()
    initials = any(re.fullmatch(r"(?:[A-Z]\.)+", word) and word not in NOT_INITIALS for word in name[:-1])
    if is_first_name(name[0]) or initials:
        return (("person", 2.5),)
    if GIVEN.fullmatch(name[-1]):
        return (("person", 2.0),)
    if any(word in LOWER_PARTS | SUFFIXES for word in name[1:]):
        return (("person", 1.5),)
    if any(word.isupper() and word.isalpha() for word in name):
        return (("person", -1.5),)
    return ()


def from_spelling(name: Name) -> Votes:
    """Digits, acronyms, capitals within a word."""
    word = name[0]
    if re.match(r"[a-z][A-Z]", word):
        return (("other", 6.0),)
    if any(char.isdigit() for part in name for char in part):
        return (("other", 3.0),)
    if len(name) > 1:
        return ()
    if word.endswith(DOCTRINES):
        return (("other", 3.0),)
    if is_first_name(word):
        return (("person", 0.5),)
    if re.sub(r"[&.]", "", word).isupper():
        return (("organization", 0.9), ("person", -3.0))
    return (("organization", 1.0), ("person", -1.5)) if INNER_CAPITAL.match(word) else ()


TOWN = re.compile(
    r"[A-Z]\w{2,}(?:abad|borough|burgh|chester|fjord|gasse|gatan?|grad|hafen|hampton|haven|land|markt|minster|mouth|pils"
    r"|plassen|platz|plein|polis|pur|shire|stad|stadt|stan|straat|stra(?:ss|ß)e|vagen|vägen|vík|ville|wijk)"
)
"""How names of countries, towns and streets end, in several languages."""
PARTS_OF = frozenset({"Greater", "Inner", "Lower", "Outer", "Upper"})


def from_towns(name: Name) -> Votes:
    """`Norrstadt`, `Norrland`, `Lower Norr`."""
    if len(name) == 2 and name[0] in PARTS_OF:
        return (("place", 2.5), ("person", -2.0))
    return (("place", 1.2),) if len(name) == 1 and TOWN.fullmatch(name[0]) else ()


RULES: tuple[tuple[str, Callable[[Name], Votes]], ...] = (
    ("tables", from_tables),
    ("company", from_company),
    ("last word", from_last_word),
    ("first words", from_first_words),
    ("several words", from_several_words),
    ("spelling", from_spelling),
    ("towns", from_towns),
)
"""Every rule votes; the sum counts."""
