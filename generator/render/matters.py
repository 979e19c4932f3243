"""Issues as lists show them: parts below their wholes, and what a status rests on."""

from collections.abc import Iterable, Iterator, Sequence

from generator.assemble.statuses import SETTLED
from generator.assemble.told import THE_ARTICLE
from generator.dates import first_day
from generator.model import IssueView, StatusChange


def nested(views: Sequence[IssueView], *, newest_first: bool = False) -> tuple[IssueView, ...]:
    """`views` with each issue's parts after it, the wholes in their order or by the newest word on them.

    A part whose whole is not among `views` stands as a whole.
    """
    known = {view.ref.id for view in views}
    parts: dict[str, list[IssueView]] = {}
    for view in views:
        parts.setdefault(_whole(view, known), []).append(view)
    groups = [tuple(_with_parts(view, parts)) for view in parts.get("", ())]
    if newest_first:
        groups.sort(key=_newest, reverse=True)
    ordered = {view.ref.id: view for group in groups for view in group}
    ordered |= {view.ref.id: view for view in views if view.ref.id not in ordered}  # parts of one another
    return tuple(ordered.values())


def _whole(view: IssueView, known: Iterable[str]) -> str:
    return view.part_of.id if view.part_of and view.part_of.id in known else ""


def _with_parts(view: IssueView, parts: dict[str, list[IssueView]]) -> Iterator[IssueView]:
    yield view
    for part in parts.get(view.ref.id, ()):
        yield from _with_parts(part, parts)


def _newest(group: Iterable[IssueView]) -> str:
    return max(first_day(view.status_date) for view in group)


def standing(view: IssueView) -> tuple[StatusChange, ...]:
    """The steps of the history that the status rests on, newest last.

    One step where it gave the status; where the status is that voices differ, the newest word that calls it
    settled and the newest one that does not. What an article infers counts only where nothing else is heard.
    """
    heard = [change for change in view.history if not change.inferred] or list(view.history)
    if not heard or heard[-1].status == view.status:
        return tuple(heard[-1:])
    voices = [change for change in heard if change.status != "raised" and change.according_to != THE_ARTICLE]
    camps = {change.status in SETTLED: change for change in voices}
    return tuple(change for change in voices if change in camps.values())
