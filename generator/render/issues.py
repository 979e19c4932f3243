"""The page of an issue: where it stands and who says so, its history, positions, parts, and what comes next."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator import search, words
from generator.export import pictures
from generator.model import IssueView, Site
from generator.notes import note_html
from generator.outputs import later
from generator.render import lists
from generator.render.busy import (
    AT_ONCE,
    FIRST,
    LAST,
    ROWS,
    changed_on,
    held_on,
    long_list,
    looked_at,
    newest_first,
    said_on,
    shown,
)
from generator.render.divided import Listed, below
from generator.render.matrix import matrix
from generator.render.page import MANY, Page

DIFFERENCES = 20
"""Accounts that differ on an issue's page, the newest."""
SIDES_AT_ONCE = 12
"""Sides whose position on an issue stands unfolded."""
OPEN = frozenset({"raised", "disputed", "narrowing", "claimed agreed", "stalled"})
"""Statuses of an issue that is not settled."""


def issues(site: Site) -> Iterator[Page]:
    """Each issue, and the list of them."""
    views = {view.ref.id: view for view in site.issues}
    known = search.found(site)
    for view in site.issues:
        yield from _issue(view, views, known)
    yield from lists.issues(site)


def _issue(view: IssueView, views: Mapping[str, IssueView], known: frozenset[str]) -> Iterator[Page]:
    """The page of an issue, and those of its long lists."""
    path, name = f"issues/{view.ref.id}.md", words.capital(view.ref.name)
    said = long_list(path, "statements", view.statements, said_on)
    changed = long_list(path, "history", view.history, changed_on)
    held = long_list(path, "positions", newest_first(view.positions, SIDES_AT_ONCE), held_on)
    yield Page(
        path,
        "issue",
        name,
        f"{view.status}, as of {words.date(view.status_date)}" if view.status_date else view.status,
        {
            "view": view,
            "found": search.is_found(view.ref, known),
            "looked_at": looked_at(view.statements),
            "limit": ROWS,
            "many": MANY,
            "at_once": AT_ONCE,
            "positions": shown(held, slice(SIDES_AT_ONCE)),
            "held": len(held.rows),
            "sides_at_once": SIDES_AT_ONCE,
            "differing": DIFFERENCES,
            "history": shown(changed, LAST),
            "statements": shown(said, FIRST),
            "all": {"positions": held.links, "statements": said.links, "history": changed.links},
            "notes": later(note_html, view.notes, path),
            **_open_and_related(view, views),
        },
        {"kind": "issue", "picture": pictures.path_of(path), **search.of_subject(view, known)},
    )
    yield from below(held, Listed("sides", f"{name}, the position of each side", "side", name))
    yield from below(said, Listed("said_on", f"{name}, all statements", "statement", name))
    yield from below(changed, Listed("history", f"{name}, all changes of status", "step", name))


def _open_and_related(view: IssueView, views: Mapping[str, IssueView]) -> Mapping[str, Any]:
    """The whole and the parts of an issue, what is open of it, and of what nothing is recorded."""
    parts = [views[part.id] for part in view.parts if part.id in views]
    open_parts = [part for part in parts if part.status in OPEN]
    whole = views.get(view.part_of.id) if view.part_of else None
    awaited = [event for event in view.events if event.phase == "awaited"]
    deadline = next((event for event in view.upcoming if event.phase == "deadline"), None)
    return {
        "parts": parts,
        "open_parts": open_parts,
        "whole": whole,
        "matrix": matrix(parts[:ROWS]),
        "awaited": awaited,
        "deadline": deadline,
        "lacking": _either(
            ("side’s position", view.positions),
            ("statement", view.statements),
            ("next deadline", deadline),
            ("coming event", view.upcoming or (whole and whole.upcoming)),
            ("open question", open_parts or awaited),
        ),
    }


def _either(*things: tuple[str, object]) -> str:
    """Of what there is none: `statement, next deadline or open question`."""
    return words.series([name for name, found in things if not found], "or")
