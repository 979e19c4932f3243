"""Telling when files change, at once and everywhere.

The system tells of a change in the moment it happens, but not of every folder: of drives of other machines, and of
what is mounted into containers, it says nothing. So what it says is only a hint to look, and now and then we look
without one.
"""

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.store import Stamp, stamps
from generator.store.pages import stamp

QUIET = 0.05
"""Seconds without a change after which what somebody saves, or git brings, is taken for complete."""
PATIENCE = 20
"""So often QUIET, at most, is waited for what does not end, like a run that writes a thousand files."""
LOOK = 2.0
"""Seconds after which we look unasked."""
READ_ONLY = frozenset({"opened", "closed_no_write"})
"""What happens to a file that is read."""


class Watch(FileSystemEventHandler):
    """Files and folders, whether they are there or not, and how they were when `wait` last returned."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._hint = threading.Event()
        self._observer = Observer()
        self._observer.daemon = True
        for path in paths:
            # A file is watched through its folder, since most editors put a new one in its place.
            place, inside = (path, True) if path.is_dir() else (path.parent, False)
            if place.is_dir():
                self._observer.schedule(self, str(place), recursive=inside)
        with suppress(OSError):  # where the system watches no more for anybody, we look unasked
            self._observer.start()
        self._known = self._stamps()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take the hint; called by the thread of the observer."""
        if event.event_type not in READ_ONLY:
            self._hint.set()

    def wait(self) -> None:
        """Return once something has changed since the last return, and no more changes right now."""
        self._hint.clear()
        while not self.changed():
            self._hint.wait(LOOK)
            self._hint.clear()
        for _ in range(PATIENCE):
            if not self._hint.wait(QUIET):
                break
            self._hint.clear()
        self._known = self._stamps()

    def changed(self) -> bool:
        """Whether something has changed since `wait` last returned."""
        return self._stamps() != self._known

    def close(self) -> None:
        """Watch no more."""
        if self._observer.is_alive():
            self._observer.stop()

    def _stamps(self) -> Mapping[Path, Mapping[str, Stamp]]:
        return {path: _of(path) for path in self._paths}


def _of(path: Path) -> Mapping[str, Stamp]:
    try:
        return stamps(path) if path.is_dir() else {"": stamp(path)}
    except OSError:  # not there, or gone in this moment
        return {}
