"""Two voices that tell who began, or who broke it off: each the other side, in words of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.assemble.denials import NEGATED
from generator.assemble.roots import NONE, roots
from generator.assemble.said import Found, Said, said_near

TALKS = r"(?:contacts?|discussions|meetings?|negotiations|talks)"
FIGHT = r"(?:attack|battle|brawl|clash(?:es)?|fight(?:ing)?|firing|scuffle|shoot(?:ing|out)|violence|war)"
PACT = r"(?:accord|agreement|ceasefire|contract|deal|pact|truce)"
ACTS: tuple[tuple[re.Pattern[str], bool], ...] = tuple(
    (re.compile("|".join(words), re.IGNORECASE), alone)
    for alone, *words in (
        (
            True,
            r"\b(?:opened fire|(?:attacked|fired|hit out|shot|struck) first|fired the first \w+)\b",
            rf"\b(?:began|begun|provoked|started) (?:it|the {FIGHT})\b",
        ),
        (
            True,
            rf"\b(?:broke|broken|cut) off (?:all |the )?{TALKS}\b",
            rf"\b(?:broke|broken) (?:it|them|the {TALKS}) off\b",
            rf"\bwalked (?:away|out) (?:from|of) (?:the )?(?:room|table|{TALKS})\b",
            r"\bleft the (?:negotiating )?table\b",
        ),
        (
            False,
            rf"\b(?:breached|broke|broken|violated) (?:an?|the|this|its|their) (?:\w+ )?{PACT}\b",
        ),
        (
            False,
            rf"\b(?:asked for|initiated|requested|sought) (?:the )?(?:{TALKS}|truce|ceasefire)\b",
            r"\b(?:(?:came|come|turned) to|approached) us\b",
        ),
    )
)
"""(what one of two has done, whether the other has then not): `opened fire`."""
SIDES = tuple(
    (roots(some), roots(others))
    for some, others in (
        (
            "army military troops soldiers police officers government authorities ministry",
            "rebels fighters militants insurgents gunmen guerrillas protesters demonstrators",
        ),
        (
            "company employer employers management city council operator firm board owners",
            "union workers strikers drivers crews staff employees teachers nurses miners members",
        ),
    )
)
"""Who stands against whom, whatever their names."""
US = re.compile(r"\bus\b", re.IGNORECASE)
LAST_WORDS = 5
"""So many words before an act say whose it is."""


@dataclass(frozen=True, slots=True)
class Blame:
    """Who has done one of ACTS."""

    act: int
    who: frozenset[str]
    """Roots of the words for them."""
    us: bool
    """Whether it was done to the speaker."""


@lru_cache(maxsize=4096)
def blame(words: str) -> Blame | None:
    """Whom the words tell to have done such an act, and not to have left it undone."""
    for act, (pattern, _) in enumerate(ACTS):
        if found := pattern.search(words):
            who = " ".join(words[: found.start()].split()[-LAST_WORDS:])
            return None if NEGATED.search(who) else Blame(act, roots(who), bool(US.search(words)))
    return None


def blames_the_other(later: Said, before: Sequence[Said]) -> Found:
    """`The rebels had opened fire`; `the army had begun the shooting`."""
    own = blame(later.words)
    for other in reversed(said_near(later, before)) if own else ():
        theirs = blame(other.words)
        if own and theirs and own.act == theirs.act and _are_two(later, own, other, theirs):
            yield other, ACTS[own.act][1]


def _are_two(later: Said, own: Blame, other: Said, theirs: Blame) -> bool:
    """Whether those who are blamed stand against each other, or one is the other voice."""
    if not own.who or not theirs.who or own.who & theirs.who:
        return False
    opposed = any(
        (own.who & some and theirs.who & others) or (own.who & others and theirs.who & some)
        for some, others in SIDES
    )
    return bool(opposed or own.us or theirs.us or _name(other) & own.who or _name(later) & theirs.who)


def _name(one: Said) -> frozenset[str]:
    return roots(one.view.speaker.name) if one.view.speaker else NONE
