"""Writing what can be made again: the files of build/pages, and what a build remembers in build/cache."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from generator.store.writing import refusals

PAGE_SUFFIXES = frozenset(
    {".md", ".json", ".jsonld", ".csv", ".ics", ".xml", ".bib", ".txt", ".css", ".js", ".svg", ".png"}
)
"""All that a page or an export may end in; anything else is a programming error."""

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds: enough to know a file that nobody touched."""


def stamps(folder: Path) -> dict[str, Stamp]:
    """Path below `folder` → stamp, for every file in it; links are followed nowhere and listed as (-1, -1)."""
    return dict(_stamps(os.fspath(folder), "")) if folder.is_dir() else {}


def _stamps(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(entry.path, f"{name}/")
            else:
                yield name, stamp(entry)


def stamp(file: Path | os.DirEntry[str]) -> Stamp:
    """The stamp of one file."""
    if file.is_symlink():
        return -1, -1
    about = file.stat()
    return about.st_size, about.st_mtime_ns


def put_page(folder: Path, name: str, contents: str | bytes) -> Stamp:
    """Put a page or an export at `name` below `folder`, unless it is there; return its stamp.

    It can be made again, so nothing waits for the disk. Raises Refused if the disk refuses, ValueError for a
    name that no page may have.
    """
    path = folder / name
    if path.suffix not in PAGE_SUFFIXES or not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"not a page: {name}")
    data = contents.encode() if isinstance(contents, str) else contents
    with refusals(path):
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return stamp(path)


def keep_only(folder: Path, names: Container[str]) -> dict[str, Stamp]:
    """Remove every file below `folder` that is not among `names`, every link and empty folder; stamps of the rest.

    Afterwards `folder` is there. Raises Refused if the disk refuses.
    """
    with refusals(folder):
        if folder.is_symlink():
            folder.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        return _only(os.fspath(folder), "", names)


def _only(folder: str, prefix: str, names: Container[str]) -> dict[str, Stamp]:
    kept: dict[str, Stamp] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                inside = _only(entry.path, f"{name}/", names)
                kept.update(inside)
                if not inside:
                    os.rmdir(entry.path)  # noqa: PTH106  # a Path for each of ten thousand takes longer than the rest
            elif entry.is_symlink() or name not in names:
                os.unlink(entry.path)  # noqa: PTH108
            else:
                kept[name] = stamp(entry)
    return kept


def bring_over(names: Sequence[str], old: Path, new: Path, how: Callable[[str, str], object]) -> None:
    """Give `new` the files of these names below `old`: `shutil.copyfile` of each, or `os.link`."""
    for folder in sorted({name.rpartition("/")[0] for name in names}):
        (new / folder).mkdir(parents=True, exist_ok=True)
    for name in names:
        how(f"{old}/{name}", f"{new}/{name}")


def take_out(folder: Path, names: Iterable[str]) -> None:
    """Remove these files below `folder`, and the folders that are empty then."""
    names = set(names)
    for name in names:
        (folder / name).unlink(missing_ok=True)
    for below in sorted({each for name in names for each in Path(name).parents[:-1]}, reverse=True):
        with suppress(OSError):  # something else is there
            (folder / below).rmdir()


def remembered(path: Path) -> bytes:
    """What an earlier build left at `path` in build/cache; empty: nothing that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def remember(path: Path, data: bytes) -> None:
    """Leave `data` at `path` for the next build. A disk that refuses costs only time then."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
