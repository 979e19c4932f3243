"""What changed in a week, on one page that prints well; one for each week in which an article appeared."""

from collections.abc import Iterator

from generator import words
from generator.assemble.weeks import Week, weeks
from generator.model import Site
from generator.render import lists
from generator.render.page import Page

ROWS_ON_A_BRIEF = 60


def briefs(site: Site) -> Iterator[Page]:
    """Each week, and the list of them."""
    found = weeks(site)
    for number, week in enumerate(found):
        after = found[number - 1] if number else None
        before = found[number + 1] if number + 1 < len(found) else None
        summary = (
            words.count(len(week.articles), "article"),
            words.count(len(week.statements), "statement"),
            words.count(week.changes, "change of status", "changes of status"),
        )
        yield Page(
            week.path,
            "brief",
            week.title,
            f"What changed: {', '.join(summary)}.",
            {
                "week": week,
                "moved": [shift for shift in week.shifts if shift.times],
                "unmoved": [shift for shift in week.shifts if not shift.times],
                "limit": ROWS_ON_A_BRIEF,
                "statements": week.statements[:ROWS_ON_A_BRIEF],
                "unheard": _unheard(week),
                "before": before,
                "after": after,
            },
        )
    yield from lists.briefs(found)


def _unheard(week: Week) -> str:
    """What a brief has nothing of: `no change of status, no date due and no statement`."""
    parts = (
        ("no change of status", week.changes),
        ("no date due", week.due),
        ("no statement", week.statements),
        ("nobody who spoke again on an issue", week.moves),
    )
    return words.series([name for name, found in parts if not found], "and")
