"""How an issue stands: every status that a voice gives it, the one it has now, and who sees it otherwise."""

from collections.abc import Iterable, Sequence

from generator import dates
from generator.assemble.days import days_on
from generator.assemble.speaking import Spoken
from generator.assemble.told import THE_ARTICLE, UNNAMED
from generator.linking import Linked
from generator.model import Difference, Ref, StatementView, Status, StatusChange

SETTLED: frozenset[Status] = frozenset({"claimed agreed", "agreed", "signed", "implemented"})
DONE: frozenset[Status] = frozenset({"signed", "implemented"})
"""Statuses that are facts to see, not claims to dispute."""
SAME_STATE = range(-7, 4)
"""Days from who calls an issue settled to who does not, in which both speak of the same state of it."""

Stance = tuple[Status, StatementView]
"""A status, and the statement that gives it."""


def history_of(spoken: Sequence[Spoken], linked: Linked) -> tuple[StatusChange, ...]:
    """Every status that somebody gave it, oldest first.

    Left out are repeats of the same voice, and a mere mention (`raised`) once more than that is known.
    """
    changes = [_change(place, place.item.status) for place in spoken if place.item.status]
    if linked.register:
        changes += [
            StatusChange(stood.status, stood.date, stood.source, None, None)
            for stood in linked.register.status
        ]
    changes.sort(key=_order)
    last: dict[str, str] = {}
    history: list[StatusChange] = []
    known = False
    for change in changes:
        mere = bool(change.source) and change.status == "raised" and known
        if not mere and last.get(voice(change)) != change.status:
            history.append(change)
            known = known or change.status != "raised"
        last[voice(change)] = change.status
    return tuple(history)


def _order(change: StatusChange) -> tuple[bool, str, bool]:
    """By date, what a person wrote after what articles say of the same day; undated by hand, it holds now."""
    by_hand = change.source is None
    return by_hand and not change.date, dates.first_day(change.date), by_hand


def _change(place: Spoken, status: Status) -> StatusChange:
    according = place.item.according_to
    ref = place.told.entity(according)
    who = ref.name if ref else place.told.sayable(according) or (according and UNNAMED)
    said = place.statement
    if said and (not who or (ref and ref == said.speaker)):
        ref, who = None if said.together else said.speaker, said.who
    inferred = said is not None and said.statement.mode == "inference"
    return StatusChange(status, place.date, who, ref, place.source, inferred)


def voice(change: StatusChange) -> str:
    """Who gives the status; what articles tell themselves is one voice each."""
    own = change.according_to == THE_ARTICLE and change.source
    return change.source.article.id if own and change.source else change.according_to


def status_of(history: Sequence[StatusChange]) -> tuple[Status, str]:
    """The status now: the newest one, or `disputed` where one voice calls settled what another does not.

    What an article infers counts only where nothing else is heard. What an article tells as done is done. A
    status by hand holds until an article tells a newer one, and what was said before it counts no more.
    """
    heard = [change for change in history if not change.inferred] or list(history)
    if not heard:
        return "raised", ""
    by_hand = [index for index, change in enumerate(heard) if change.source is None]
    heard = (heard[by_hand[-1] + 1 :] or heard[-1:]) if by_hand else heard
    newest = heard[-1]
    told = newest.according_to == THE_ARTICLE and newest.status in SETTLED
    if told or newest.status in DONE:
        return newest.status, newest.date
    latest = {voice(change): change.status for change in heard if change.according_to != THE_ARTICLE}
    claims = {status in SETTLED for status in latest.values() if status != "raised"}
    return "disputed" if len(claims) > 1 else newest.status, newest.date


def stances_of(spoken: Sequence[Spoken]) -> tuple[Stance, ...]:
    """The latest status that each voice gives in a statement of its own, newest first."""
    latest: dict[str, Stance] = {}
    for place in sorted(spoken, key=lambda place: dates.first_day(place.date)):
        if place.item.status and place.statement and place.statement.statement.mode != "inference":
            latest[place.statement.who] = (place.item.status, place.statement)
    return tuple(sorted(latest.values(), key=lambda pair: dates.first_day(pair[1].date), reverse=True))


def sayers(stances: Iterable[Stance], *, settled: bool) -> tuple[StatementView, ...]:
    """Who says that it is settled, or that it is not."""
    return tuple(view for status, view in stances if (status in SETTLED) == settled and status != "raised")


def apart(issue: Ref, stances: Sequence[Stance]) -> tuple[Difference, ...]:
    """Every pair of voices of which one calls it settled and in the same days the other does not.

    Both can hold while one says `close` and the other `done`; not where one denies what the other claims. What
    was open long before, or is again days later, is no difference: things went on.
    """
    return tuple(
        Difference(issue, other, view, view.statement.certainty == "denied")
        for claim, other in stances
        if claim in SETTLED
        for status, view in stances
        if status not in SETTLED and status != "raised" and days_on(other.date, view.date) in SAME_STATE
    )
