"""How a statement gainsays those before it: the rules, each with whether both can still hold."""

from collections.abc import Callable, Sequence

from generator.assemble.accounts import gives_another_account
from generator.assemble.blame import blames_the_other
from generator.assemble.counts import at_odds, clash_bare
from generator.assemble.days import days_apart
from generator.assemble.denials import (
    ACCUSATION,
    ACCUSES,
    AIM,
    ANY,
    ANY_SUCH,
    CALLED_FALSE,
    CLAIM,
    CONVERSES,
    DEAL,
    DENIES,
    DONE,
    FALSE,
    FIGURES,
    IT,
    LYING,
    MONEY,
    NO,
    NO_SUCH,
    NOT_DONE,
    NOTHING,
    OPPOSITE,
    POSITION,
    PRONOUN,
    PROPOSAL,
    REBUTTED,
    TAKEN_UP,
    THAT_IS_FALSE,
    THE_MONEY,
    TO_COME,
)
from generator.assemble.opposites import opposed
from generator.assemble.roots import COMMON, FEW, roots
from generator.assemble.said import Found, Said, just_before, said_near

SAME_TIME = 2
"""Days between two sayings that tell of the same state of things."""
SHORT = 5
"""Words of an answer that is little more than a no."""
FEW_WORDS = 3
"""Content words of statements that say one thing only."""
SHARED = 0.6
"""Share of the shorter statement's content words that two statements of one thing have in common."""


def _takes_up(later: Said, before: Sequence[Said]) -> Found:
    """`It was`, `denied this`: said of what was said last."""
    if TAKEN_UP.fullmatch(later.words) or THAT_IS_FALSE.match(later.words):
        for other in just_before(later, before):
            calls_false = bool(FALSE.search(later.words)) and not other.denied
            if later.denied or calls_false or (other.negative != later.negative and not other.denied):
                yield other, True


def _denies(later: Said, before: Sequence[Said]) -> Found:
    """`Denied that …`, `no such …`, `called the report an invention`."""
    near = said_near(later, before)
    if NO_SUCH.search(later.words) or (later.denied and ANY_SUCH.search(later.words)):
        firm = [other for other in near if not TO_COME.search(other.words)] or near
        yield from ((other, True) for other in firm[-1:])
        return
    if later.denied and PROPOSAL.fullmatch(later.words):
        yield from ((other, False) for other in just_before(later, before))
        return
    denies = later.denied and (DENIES.search(later.cue) or CLAIM.search(later.words))
    if not denies and not CALLED_FALSE.match(later.words):
        return
    if THE_MONEY.search(later.words):
        near = [other for other in near if MONEY.search(other.words)]
        yield from ((other, True) for other in near[-1:])
    elif CLAIM.search(later.words) or not denies:
        yield from ((other, True) for other in _meant(later, near) or just_before(later, before))
    else:
        alike = [other for other in near if other.roots & later.roots]
        best = sorted(alike, key=lambda other: len(other.roots & later.roots))[-1:]
        yield from ((other, _alike(other, later) and not other.negative) for other in best)
        if not best and ANY.search(later.words):
            yield from ((other, not other.negative) for other in just_before(later, before))


def _rebuts(later: Said, before: Sequence[Said]) -> Found:
    """`Rejected that, saying …`, `disputed Roe’s figure, saying …`, `the opposite was true`, `Roe was lying`."""
    rebutted = REBUTTED.search(later.lead)
    whose = rebutted["whose"] if rebutted else None
    if whose:
        told = [other for other in said_near(later, before) if _names(other).endswith(whose)][-1:]
    elif LYING.search(later.words):
        told = [other for other in said_near(later, before) if _names(other) in later.words][-1:]
    elif rebutted or OPPOSITE.fullmatch(later.words):
        told = just_before(later, before)
    else:
        told = []
    yield from ((other, not POSITION.search(f"{other.cue} {other.words}")) for other in told)


def _names(one: Said) -> str:
    """The last word of its speaker’s name."""
    return (one.view.speaker.name if one.view.speaker else one.view.who).split()[-1]


def _says_the_opposite(later: Said, before: Sequence[Said]) -> Found:
    """The same words, and exactly one of the two says no."""
    for other in reversed(said_near(later, before)):
        common = other.roots & later.roots
        denied = next((one.denies for one in (other, later) if one.negative), frozenset())
        opposed = other.negative != later.negative and _alike(other, later) and bool(denied & common)
        if opposed and (len(common) > 1 or _is_echo(later, other)):
            yield other, True


def _is_echo(later: Said, other: Said) -> bool:
    """`Prices would rise by a tenth`; `they would not rise`: in the next breath, with a pronoun for the rest."""
    return later.at - other.at <= 1 and bool(PRONOUN.match(later.words)) and later.roots <= other.roots


def _cuts_short(later: Said, before: Sequence[Said]) -> Found:
    """`The work was finished in May`; `it had never begun`: a few words of no to what was said just before."""
    short = PRONOUN.match(later.words) and len(later.words.split()) <= SHORT
    for other in just_before(later, before) if short and later.negative and not later.denied else ():
        if (
            not other.negative
            and not POSITION.search(f"{other.cue} {later.cue} {later.words}")
            and not TO_COME.search(later.words)
        ):
            yield other, True


def _no_such_thing(later: Said, before: Sequence[Said]) -> Found:
    """`Blamed a bank error`; `it had made no error`. `They offered nothing`; `he had offered a bonus`."""
    for other in just_before(later, before):
        no, yes = (later, other) if later.negative else (other, later)
        words = [*NOTHING.findall(no.words), *(NO.findall(no.words) if no is later else ())]
        denied = no.negative and not yes.negative and (roots(" ".join(words)) - COMMON) & yes.roots
        if denied and not TO_COME.search(f"{other.words} {later.words}"):
            yield other, True


def _goes_the_other_way(later: Said, before: Sequence[Said]) -> Found:
    """`Absence has doubled`; `absence fell`. `The dam was safe`; `it was unsafe`."""
    for other in reversed(said_near(later, before)):
        common = (later.roots & other.roots) - COMMON
        few = later.at - other.at <= 1 and max(len(later.roots), len(other.roots)) <= FEW_WORDS
        taken_up = few and IT.match(later.words) and not TO_COME.search(f"{other.words} {later.words}")
        if (
            (taken_up or len(common) > later.at - other.at)
            and later.negative == other.negative
            and opposed(later.roots, other.roots)
        ):
            yield other, True


def _accused_denies(later: Said, before: Sequence[Said]) -> Found:
    """Somebody says what another does, who says no in the next breath."""
    for other in just_before(later, before) if later.negative else ():
        if other in _of_whom(later, before) and not other.negative:
            yield other, bool(later.denies & other.roots)


def _is_not_done(later: Said, before: Sequence[Said]) -> Found:
    """`It is done`; `there is no agreement`."""
    no = bool(NOT_DONE.search(later.words))
    if no or DONE.search(later.words):
        for other in reversed(before):
            other_no = bool(NOT_DONE.search(other.words))
            either = other_no != no and (other_no or DONE.search(other.words)) and DEAL.search(other.words)
            if either and days_apart(other.view.date, later.view.date) <= SAME_TIME:
                yield other, True


def _knows_nothing_of_it(later: Said, before: Sequence[Said]) -> Found:
    """`The letter was sent`; `we have received nothing`."""
    for other in reversed(said_near(later, before)):
        for did, would_know in CONVERSES:
            if later.negative and later.roots & would_know and other.roots & did and not other.negative:
                yield other, True


def _counts_otherwise(later: Said, before: Sequence[Said]) -> Found:
    """Another number of the same thing; where a voice wants it so, both can hold."""
    for other in reversed(said_near(later, before)):
        common = at_odds(later.counts, other.counts)
        apart_ = (
            later.counts
            and other.counts
            and (_same_act(later, other, common) if common else _is_figure(later, other))
        )
        if apart_:
            wanted = any(
                POSITION.search(f"{one.cue} {one.words}") or AIM.search(one.words) for one in (later, other)
            )
            yield other, not wanted and days_apart(other.view.date, later.view.date) <= SAME_TIME


def _same_act(later: Said, other: Said, units: frozenset[str]) -> bool:
    """Whether what is told of the things counted is the same, or one of two side by side counts none."""
    rest = (later.roots & other.roots) - units - COMMON - FEW
    none = any(
        count.high == 0 for one in (later, other) for count in one.counts if count.unit & units - COMMON
    )
    return any(not one[0].isdigit() for one in rest) or (none and later.at - other.at <= 1)


def _is_figure(later: Said, other: Said) -> bool:
    """Whether a number takes up the one told just before: `the figure at 1,100`, `it is closer to 250`."""
    own = later.roots - other.roots - roots(other.cue) - FIGURES
    told = [count.unit for count in later.counts]
    alone = not any(not one[0].isdigit() for one in own) or any(unit & other.roots for unit in told)
    return alone and later.at - other.at <= 1 and clash_bare(later.counts, other.counts)


RULES: tuple[Callable[[Said, Sequence[Said]], Found], ...] = (
    _takes_up,
    _denies,
    _rebuts,
    _says_the_opposite,
    _cuts_short,
    _no_such_thing,
    _goes_the_other_way,
    _is_not_done,
    _knows_nothing_of_it,
    _counts_otherwise,
    _accused_denies,
    blames_the_other,
    gives_another_account,
)


def _meant(later: Said, near: Sequence[Said]) -> list[Said]:
    """The claim that is called false: what was said of the speaker; where it is an accusation, the last one."""
    accusing = (
        [other for other in near if ACCUSES.search(other.cue)] if ACCUSATION.search(later.words) else []
    )
    return _of_whom(later, accusing) or accusing[-1:] or _of_whom(later, near)


def _of_whom(later: Said, near: Sequence[Said]) -> list[Said]:
    """The last thing said of the speaker by name."""
    speaker = later.view.speaker
    return [other for other in near if speaker and speaker.name in other.words][-1:]


def _alike(one: Said, other: Said) -> bool:
    shorter = min(len(one.roots), len(other.roots))
    return bool(shorter) and len(one.roots & other.roots - COMMON) / shorter >= SHARED
