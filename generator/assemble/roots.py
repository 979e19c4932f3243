"""Words brought to one form, so that articles that tell one thing in other words can be compared.

Without a language model: endings are cut, strong verbs looked up, and words that news uses for one another
(`quit`, `resign`) made one. A table, for English.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

FAMILIES: tuple[str, ...] = (
    "begin began begun start launch open commence kick",
    "end conclude conclusion finish complete completion",
    "close closure",
    "run ran",
    "resign resignation quit depart departure",
    "deal accord agreement pact treaty",
    "die death dead dies died kill killed killing",
    "injure injury wound hurt",
    "arrest detain detention",
    "strike struck stricken walkout",
    "vote voted ballot poll",
    "meet met meeting",
    "talks negotiations negotiate negotiator",
    "reply answer response respond",
    "postpone delay",
    "lapse expire expiry",
    "release free freed",
    "impound seize seized seizure confiscate",
    "quake earthquake tremor",
    "storm hurricane typhoon cyclone",
    "buy bought purchase acquire acquisition",
    "sell sold sale",
    "sue sued suing lawsuit",
    "win won victory winner",
    "elect election",
    "send sent",
    "give gave given",
    "present table submit",
    "build built",
    "pay paid payment",
    "hold held",
    "lay laid",
    "fly flew flown flight",
    "sign signed signing signature signatory",
    "swear sworn",
    "speak spoke spoken",
    "break broke broken",
    "rise rose risen",
    "fall fell fallen",
    "steal stole stolen",
    "shoot shot shooting",
    "lose lost loss",
    "lead led",
    "choose chose chosen",
    "blaze fire",
    "blast explosion explode exploded",
    "initial initialed initialled initialing initialling",
    "unveil unveiled introduce introduced introduction",
    "railway railroad rail",
    "hear heard",
    "leave left",
    "keep kept",
    "bring brought",
    "write wrote written",
    "withdraw withdrew withdrawn withdrawal",
    "seek sought",
    "arrive arrival",
    "approve approval",
    "refuse refusal",
    "propose proposal",
    "remove removal",
    "deliver delivery",
    "decide decision",
    "oppose opposition against",
    "army military troops",
    "truce ceasefire armistice",
    "captive hostage",
    "wage salary",
    "child children",
    *(
        f"{n} {word}"
        for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
    ),
)
"""One line each for the forms and stand-ins of a word; the first gives the root."""
STOP = frozenset(
    "a about after again ahead all also an and any are as at back be been before being between both but by "
    "can could did do does down during each earlier for from get go going got had has have having he her here "
    "him himself his how if in into is it its itself just last least may might more most much must my new "
    "next no not now of off on once one only onto or other our out over own previous said say says set shall "
    "she should since so some spite such take taken than that the their them themselves then there these they "
    "this those through to told too took until up upon us very was we were what when where which while who "
    "whom whose why will with within without would you your mr mrs ms dr".split()
)
"""Words that tell nothing of what is told."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december spring summer autumn winter morning afternoon evening night noon midnight "
    "today yesterday tomorrow tonight week month year day hour minute weekend week's year's century decade "
    "weeks months years days hours minutes".split()
)
"""Words of dates, which are compared as dates."""
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
ENDING = re.compile(r"['’](?:s|re|ve|ll|d|t|m)$")


def roots(text: str) -> frozenset[str]:
    """The content words and numbers of `text`, each as its root.

    A compound counts as its parts, where they say something by themselves: not `all-out`.
    """
    return frozenset().union(*map(_of_compound, WORD.findall(text.casefold())))


Written = str
"""Roots as they are kept: with a blank between them they take a tenth of the room of a set."""


def written(found: Iterable[str]) -> Written:
    """Roots as they are kept, the same for the same roots."""
    return " ".join(sorted(found))


@lru_cache(maxsize=4096)
def read(kept: Written) -> frozenset[str]:
    """Roots as they are compared."""
    return frozenset(kept.split())


@lru_cache(maxsize=65536)
def _of_compound(word: str) -> frozenset[str]:
    bare = ENDING.sub("", word)
    parts = frozenset(root(part) for part in re.split(r"[-'’]", bare) if _says(part))
    return parts or frozenset({bare} if "-" in bare else ())


def _says(word: str) -> bool:
    return word not in STOP and word not in CALENDAR and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What is common to the forms of a word: `resign` of `resigned`, `resignation` and `quit`."""
    known = _FAMILY.get(word)
    return known or _FAMILY.get(_cut(word), _cut(word))


def _cut(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    bare = word
    if len(word) > 4:
        bare = re.sub(r"(?:ments?|ions?|ings?|ied|ies|ed|es|(?<!s)s)$", "", word)
        bare = word if len(bare) < 3 else bare
    bare = re.sub(r"([^aeiouls])\1$", r"\1", bare)
    return re.sub(r"[ey]$", "", bare)[:7] if len(bare) > 3 else bare


_FAMILY: dict[str, str] = {}
for _line in FAMILIES:
    _first = _cut(_line.split()[0])
    for _word in _line.split():
        _FAMILY[_word] = _FAMILY[_cut(_word)] = _first


ORDINALS = frozenset(
    root(word) for word in "first second third fourth fifth sixth seventh eighth ninth tenth".split()
)


NONE: frozenset[str] = frozenset()
"""One for all who have none: it takes as much room as a set of four."""


def ordinals(found: frozenset[str]) -> frozenset[str]:
    """Those of the roots `found` that count things: `third` of `the third round`."""
    return found & ORDINALS or NONE


def numbers(found: frozenset[str]) -> frozenset[str]:
    """Those of the roots `found` that are numbers in figures."""
    return frozenset(one for one in found if one[0].isdigit()) or NONE


def apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both have any and none in common."""
    return bool(some and others and not some & others)


COMMON = roots(
    "announce ask attack back become begin call case change come continue convene country day expect find "
    "give government group hear help hold issue keep know leader leave make man member minister move national need "
    "news number official part party people place plan police president provide put remain report say "
    "schedule see seek show spokesman state statement take talk tell thing think time try use want way woman "
    "work world"
)
"""What any article may say: it tells two events apart by little."""
FEW = frozenset(str(number) for number in range(13))
"""Numbers that count all sorts of things."""
