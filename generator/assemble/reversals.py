"""A speaker's words beside earlier words of the same speaker that say otherwise."""

import re
from collections.abc import Iterator, Sequence

from generator import dates
from generator.assemble.answers import SHARED
from generator.assemble.denials import ADMITS, DENIES, FALSE, OUTRIGHT
from generator.assemble.gainsaying import Gainsaying
from generator.assemble.opposites import opposed
from generator.assemble.roots import COMMON
from generator.assemble.said import Said
from generator.assemble.told import Told, span_of

NEXT = 2
"""Sentences from the words to the earlier words."""
FEW_WORDS = 3
"""Content words of a statement that has no room to name its matter."""
BEFORE = re.compile(
    r"\b(?:earlier|previously|last (?:week|month|year|spring|summer|autumn|fall|winter)|"
    r"initially|originally|at first|until (?:now|then|recently|last)|once|ago|"
    r"had (?:\w+ )?(?:said|told|denied|insisted|promised|ruled|claimed|vowed|pledged|called|maintained|dismissed)|"
    r"(?:only|just) (?:last|a|two|three|four|\w+ (?:days|weeks|months)))\b",
    re.IGNORECASE,
)
"""What puts a saying before the one beside it."""


def taken_back(told: Told, said: Sequence[Said]) -> Iterator[Gainsaying]:
    """Pairs of statements of one voice, told side by side, of which the older one says otherwise.

    They cannot both hold where one is a no to the other, or denied what the speaker now admits.
    """
    for number, later in enumerate(said):
        for other in reversed(said[:number]):
            if later.at - other.at > NEXT:
                break
            if other.voice == later.voice and _apart(told, other, later) and _otherwise(other, later):
                yield Gainsaying(other.view, later.view, contradiction=True)
                break


def _apart(told: Told, other: Said, later: Said) -> bool:
    """Whether the two were said on two occasions, as far as dates or words tell."""
    if any(
        one.words.startswith("to ") for one in (other, later)
    ):  # `declined to repeat it` takes nothing back
        return False
    if span_of(other.view.statement).overlaps(span_of(later.view.statement)) or not other.at:
        return False
    (first, last), (begin, end) = dates.bounds(other.view.date), dates.bounds(later.view.date)
    if (end and first and end < first) or (begin and last and last < begin):
        return True
    marked = [bool(BEFORE.search(told.words(told.sentences[one.at].span))) for one in (other, later)]
    return other.at != later.at and marked[0] != marked[1]


def _otherwise(other: Said, later: Said) -> bool:
    common = (other.roots & later.roots) - COMMON
    denied = next((one.denies for one in (other, later) if one.negative), frozenset())
    shorter = max(1, min(len(other.roots), len(later.roots)))
    admits = any(
        ADMITS.search(one.cue)
        and not one.negative
        and (
            (another.negative and OUTRIGHT.search(another.words))
            or DENIES.search(another.cue)
            or FALSE.search(another.words)
        )
        for one, another in ((other, later), (later, other))
    )
    return (
        admits
        or (opposed(other.roots, later.roots) and (bool(common) or shorter <= FEW_WORDS))
        or (other.negative != later.negative and bool(common & denied) and len(common) >= SHARED * shorter)
    )
