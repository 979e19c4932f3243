"""Writing what people edit: whole files, one by one and safely."""

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.store.folder import Folder

UNFINISHED = ".unfinished"
"""What the name of a file ends in that is being written; whoever finds one may delete it."""


class Busy(Exception):
    """Another run of the program holds the dossier."""


class Changed(Exception):
    """A file changed between the reading and the writing of it; nothing was written."""


class Refused(OSError):
    """The disk is full, or one may not write there; the file at `filename` is as it was."""


def write(path: Path, data: str | bytes, *, expect: str | bytes | None = None) -> bool:
    """Put `data` at `path` unless it is there already; return whether it was written.

    Raises Changed if `expect` is given and is no longer what stands there (empty: nothing), Refused if the disk
    refuses. Text is expected as `read` gives it, without a byte-order mark; a file that has one keeps it.
    """
    new = data.encode() if isinstance(data, str) else data
    with refusals(path):
        old = _bytes(path)
        if isinstance(expect, str):
            mark = codecs.BOM_UTF8 if old and old.startswith(codecs.BOM_UTF8) else b""
            expect, new = mark + expect.encode(), mark + new
        _still(path, expect)
        if old == new:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name[:40]}{UNFINISHED}")
        try:
            _write_new(unfinished, new, path.stat().st_mode if path.exists() else 0o644)
            _still(path, expect)  # the disk may have taken its time, and an editor may have saved meanwhile
            unfinished.replace(path)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
    return True


def put(path: Path, data: str | None, *, expect: str) -> None:
    """`write`; None: there is to be no file at `path`."""
    if data is not None:
        write(path, data, expect=expect)
        return
    with refusals(path):
        _still(path, expect.encode())
        path.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """Make a file of `data` and wait until it is on the disk; what a killed run left at `path` goes first."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _still(path: Path, expected: bytes | None) -> None:
    if expected is not None and (_bytes(path) or b"") != expected:
        raise Changed(str(path))


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Name `path` in what the system says against writing it; its own words often name no file, or another."""
    try:
        yield
    except OSError as error:
        raise Refused(error.errno, error.strerror, str(path)) from error


@contextmanager
def lock(folder: Folder, patience: float = 0) -> Iterator[None]:
    """Hold the dossier against other runs, and clear away what a killed one left half-written.

    Raises Busy when another run is under way for `patience` seconds more, Refused where build/ cannot be written.
    """
    held = FileLock(folder.pages.parent / "lock", timeout=patience)
    with refusals(folder.pages.parent):
        folder.pages.parent.mkdir(parents=True, exist_ok=True)
        try:
            held.acquire()
        except Timeout:
            raise Busy(str(folder.root)) from None
    try:
        _clear(folder)
        yield
    finally:
        held.release()


def _clear(folder: Folder) -> None:
    for place in (folder.content, folder.seeds):
        for path in place.rglob(f".*{UNFINISHED}"):
            with suppress(OSError):  # a folder that cannot be written needs no clearing
                path.unlink()
