"""Writing whole files, one by one and safely, and all pages at once."""

import codecs
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.store.folder import Folder

PAGE_SUFFIXES = frozenset(
    {".md", ".json", ".jsonld", ".csv", ".ics", ".xml", ".bib", ".txt", ".css", ".js", ".svg", ".png"}
)
"""All that a page or an export may end in; anything else is a programming error."""


class Busy(Exception):
    """Another run of the program holds the dossier."""


class Changed(Exception):
    """A file changed between the reading and the writing of it; nothing was written."""


def write(path: Path, data: str | bytes, *, expect: str | bytes | None = None) -> bool:
    """Put `data` at `path` unless it is there already; return whether it was written.

    Raises Changed if `expect` is given and is no longer what stands there (empty: nothing), OSError if the disk
    refuses. Text is expected as `read` gives it, without a byte-order mark; a file that has one keeps it.
    """
    new = data.encode() if isinstance(data, str) else data
    old = path.read_bytes() if path.is_file() else None
    if isinstance(expect, str):
        mark = codecs.BOM_UTF8 if old and old.startswith(codecs.BOM_UTF8) else b""
        expect, new = mark + expect.encode(), mark + new
    if expect is not None and (old or b"") != expect:
        raise Changed(str(path))
    if old == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def write_pages(folder: Path, pages: Mapping[str, str | bytes]) -> int:
    """Make `folder` hold exactly `pages`, path → contents; return how many files changed or went.

    Pages can be made again, so they are written without a sync.
    """
    changed = 0
    if folder.is_symlink():
        folder.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or path.relative_to(folder).as_posix() not in pages:
            path.unlink()
            changed += 1
    for name, contents in pages.items():
        path = folder / name
        if path.suffix not in PAGE_SUFFIXES or not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"not a page: {name}")
        data = contents.encode() if isinstance(contents, str) else contents
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        changed += 1
    return changed


@contextmanager
def lock(folder: Folder, patience: float = 0) -> Iterator[None]:
    """Hold the dossier against other runs; raises Busy when one is under way for `patience` seconds more."""
    folder.pages.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder.pages.parent / "lock", timeout=patience):
            yield
    except Timeout:
        raise Busy(str(folder.root)) from None
