"""What builds worked out, kept in build/cache: tables of SQLite, in which one edit changes a few rows.

Unlike content/ it is as if it were not there where it cannot be read or written. Whoever uses it
holds the dossier's lock.
"""

import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path


class Results(MutableMapping[bytes, bytes]):
    """Key → what is kept under it; values are in memory only while somebody holds them."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.sound = True
        """Whether nothing was found broken."""

    def __getitem__(self, key: bytes) -> bytes:
        found = self._asked("SELECT value FROM results WHERE key = ?", key)
        if not found:
            raise KeyError(key)
        return bytes(found[0][0])

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self._asked("INSERT OR REPLACE INTO results VALUES (?, ?)", key, value)

    def __delitem__(self, key: bytes) -> None:
        self._asked("DELETE FROM results WHERE key = ?", key)

    def __iter__(self) -> Iterator[bytes]:
        yield from (key for (key,) in self._asked("SELECT key FROM results"))

    def __len__(self) -> int:
        return len(self._asked("SELECT key FROM results"))

    def _asked(self, question: str, *of: bytes) -> list[tuple[bytes, ...]]:
        try:
            return self._database.execute(question, of).fetchall()
        except sqlite3.Error:
            self.sound = False
            return []


@contextmanager
def results(path: Path, made_by: bytes) -> Iterator[Results]:
    """What the program `made_by` keeps at `path`; what another kept there is gone.

    What is changed in it stays if the block ends well.
    """
    with closing(_opened(path, made_by)) as database:
        table = Results(database)
        yield table
        with suppress(sqlite3.Error):
            database.execute("COMMIT")
    if not table.sound:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _opened(path: Path, made_by: bytes) -> sqlite3.Connection:
    """In a transaction; in memory where the disk refuses."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database:
        if database.execute("SELECT program FROM made_by").fetchall() == [(made_by,)]:
            return _begun(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        return _empty(path, made_by)
    except (OSError, sqlite3.Error):
        return _empty(":memory:", made_by)


def _empty(place: Path | str, made_by: bytes) -> sqlite3.Connection:
    database = _begun(place)
    database.execute("CREATE TABLE made_by (program BLOB)")
    database.execute("INSERT INTO made_by VALUES (?)", (made_by,))
    database.execute("CREATE TABLE results (key BLOB PRIMARY KEY, value BLOB)")
    return database


def _begun(place: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(place, isolation_level=None)
    database.execute("BEGIN")
    return database
