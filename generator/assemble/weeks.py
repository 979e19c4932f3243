"""The weeks of a dossier: what was published, said and due in each in which an article appeared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from generator import dates, words
from generator.assemble.tellings import AHEAD
from generator.model import ArticleView, EventView, IssueView, Ref, Site, StatementView, Status, StatusChange

Thing = TypeVar("Thing")
Step = tuple[IssueView, StatusChange | None, StatusChange]
"""An issue, where its status stood, and where it went."""


@dataclass(frozen=True, slots=True)
class Move:
    """A speaker's word on an issue in this week, and the one before it."""

    issue: Ref
    before: StatementView
    now: StatementView


@dataclass(frozen=True, slots=True)
class Shift:
    """What became of an issue's status in this week."""

    issue: Ref
    before: StatusChange | None
    """Where it stood when the week began; None where nobody had spoken of it."""
    changes: tuple[StatusChange, ...]
    """Oldest first."""

    @property
    def steps(self) -> tuple[Status, ...]:
        """The statuses it went through, the one before the week first; what is only said again stands once."""
        passed = [change.status for change in ((self.before, *self.changes) if self.before else self.changes)]
        return tuple(status for status, _ in groupby(passed))

    @property
    def times(self) -> int:
        """How often the status changed; what is only told again is no change, the first word is one."""
        return len(self.steps) - (self.before is not None)


@dataclass(frozen=True, slots=True)
class Week:
    """What belongs to one week."""

    first: date
    articles: tuple[ArticleView, ...]
    statements: tuple[StatementView, ...]
    moves: tuple[Move, ...]
    shifts: tuple[Shift, ...]
    due: tuple[EventView, ...]
    """What had to be done or was announced for this week, with its outcome where one is known."""
    told: tuple[EventView, ...]
    """Coming events that were reported in this week for the first time."""

    @property
    def path(self) -> str:
        """Of its page."""
        return f"briefs/{self.first.isoformat()}.md"

    @property
    def changes(self) -> int:
        """Changes of status, of all issues."""
        return sum(shift.times for shift in self.shifts)

    @property
    def title(self) -> str:
        """`Week of 10–16 March 2031`."""
        last = self.first + timedelta(6)
        return f"Week of {words.date(f'{self.first.isoformat()}/{last.isoformat()}')}"


def weeks(site: Site) -> tuple[Week, ...]:
    """The weeks in which articles appeared, newest first."""
    first_day = 6 if site.settings.week_starts == "sunday" else 0

    def by_week(things: Iterable[Thing], day: Callable[[Thing], str]) -> Mapping[date, list[Thing]]:
        found: dict[date, list[Thing]] = defaultdict(list)
        for thing in things:
            start = _week(day(thing), first_day)
            if start:
                found[start].append(thing)
        return found

    articles = by_week(site.articles, lambda view: dates.first_day(view.annotated.article.published))
    statements = by_week(site.statements, lambda statement: dates.first_day(statement.source.published))
    moves = by_week(_moves(site), lambda move: dates.first_day(move.now.source.published))
    changes = by_week(
        (
            (issue, before, change)
            for issue in site.issues
            for before, change in zip((None, *issue.history), issue.history, strict=False)
        ),
        lambda step: step[2].date,
    )
    due = by_week((event for event in site.events if event.phase in AHEAD), lambda event: event.latest)
    told = by_week(
        (event for event in site.events if event.phase in AHEAD),
        lambda event: dates.first_day(event.reported),
    )
    return tuple(
        Week(
            start,
            tuple(articles[start]),
            tuple(statements.get(start, ())),
            tuple(moves.get(start, ())),
            _shifts(changes.get(start, ())),
            tuple(due.get(start, ())),
            _others(told.get(start, ()), due.get(start, ())),
        )
        for start in sorted(articles, reverse=True)
    )


def _others(events: Sequence[EventView], listed: Sequence[EventView]) -> tuple[EventView, ...]:
    known = {event.id for event in listed}
    return tuple(event for event in events if event.id not in known)


def _shifts(changes: Iterable[Step]) -> tuple[Shift, ...]:
    """What moved in one week, by issue."""
    found: dict[str, list[Step]] = defaultdict(list)
    for step in changes:
        found[step[0].ref.id].append(step)
    return tuple(
        Shift(issue.ref, before, tuple(change for *_, change in steps))
        for steps in found.values()
        for issue, before, _ in steps[:1]
    )


@lru_cache(maxsize=4096)
def _week(edtf: str, first_day: int) -> date | None:
    """The first day of the week in which `edtf` begins; None: unknown, or not all its days are in a calendar."""
    earliest = dates.bounds(edtf)[0]
    if not earliest:
        return None
    day = date.fromisoformat(earliest)
    start = day.toordinal() - (day.weekday() - first_day) % 7
    return date.fromordinal(start) if 1 <= start <= date.max.toordinal() - 6 else None


def _moves(site: Site) -> Iterator[Move]:
    """Each time that somebody who had spoken on an issue spoke on it again in a later article."""
    for issue in site.issues:
        before: dict[str, StatementView] = {}
        for statement in sorted(
            issue.statements, key=lambda s: (_appeared(s), dates.first_day(s.date), s.id)
        ):
            if statement.statement.mode == "inference" or not statement.speaker:
                continue
            who = statement.speaker.id
            if who in before and _appeared(before[who]) < _appeared(statement):
                yield Move(issue.ref, before[who], statement)
            before[who] = statement


def _appeared(statement: StatementView) -> str:
    return dates.last_day(statement.source.published)
