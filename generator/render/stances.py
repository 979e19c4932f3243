"""Who says that an issue is settled, and who that it is not: in statements, and as articles tell it themselves."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.assemble.statuses import SETTLED, voice
from generator.dates import first_day
from generator.model import IssueView, Source, StatementView, StatusChange
from generator.render.sayings import retold


class Stance(NamedTuple):
    """What one voice says of it; one of `said` and `told` is there."""

    date: str
    said: StatementView | None
    told: StatusChange | None
    """A status that no statement carries: `The ministers signed the accord`, or one by hand."""
    also: tuple[Source, ...]
    """Everywhere else that the same words stand."""


def stances(view: IssueView, *, settled: bool) -> tuple[Stance, ...]:
    """The latest word of each voice that calls the issue settled, or that does not, newest first."""
    statements = view.settled if settled else view.unsettled
    said = [Stance(each.statement.date, each.statement, None, each.also) for each in retold(statements)]
    told = _told_once(change for change in _told(view) if (change.status in SETTLED) == settled)
    return tuple(sorted((*said, *told), key=lambda stance: first_day(stance.date), reverse=True))


def _told(view: IssueView) -> Iterable[StatusChange]:
    """The latest status of each voice that is in no statement; a mere mention and an inference settle nothing."""
    statements = (*view.settled, *view.unsettled)
    sentences = {(one.source.article, one.source.sentence) for one in statements}
    voices = {one.who for one in statements}
    latest = {
        voice(change): change for change in view.history if change.status != "raised" and not change.inferred
    }
    return (
        change
        for change in latest.values()
        if change.according_to not in voices
        and not (change.source and (change.source.article, change.source.sentence) in sentences)
    )


def _told_once(changes: Iterable[StatusChange]) -> Iterable[Stance]:
    """`changes`, those that two versions of one dispatch tell in the same words as one."""
    told: dict[tuple[str, ...], Stance] = {}
    for change in changes:
        source = change.source
        words = source.quote or f"{source.article.id}#{source.sentence}" if source else ""
        key = (change.status, change.according_to, change.date, words)
        if source and key in told:
            told[key] = told[key]._replace(also=(*told[key].also, source))
        else:
            told[key] = Stance(change.date, None, change, ())
    return told.values()
