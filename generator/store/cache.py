"""What can be made again, kept in build/cache: one small file for each thing, named by its key.

Unlike content/ nothing here is synced, and what cannot be read or written is as if it were not there. Runs may
share a cache: a file appears whole, by a rename.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from generator.store.writing import UNFINISHED


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of such files, spread over 256 folders by the first two digits of their keys."""

    folder: Path

    def has(self, key: str) -> bool:
        """Whether something is kept under `key`; it may be broken all the same."""
        return self._path(key).is_file()

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, which counts as used by that; None: nothing."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`."""
        path = self._path(key)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}{UNFINISHED}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(data)
            unfinished.replace(path)

    def prune(self, most: int) -> None:
        """Leave the `most` last used, and nothing that a killed run left half-written."""
        found = sorted(self._files(), key=attrgetter("path"))
        whole = [entry for entry in found if not entry.name.endswith(UNFINISHED)]
        half = [entry for entry in found if entry.name.endswith(UNFINISHED)]
        if len(whole) > most:
            whole.sort(key=_used, reverse=True)
        for entry in (*half, *whole[most:]):
            with suppress(OSError):
                Path(entry.path).unlink()

    def _files(self) -> Iterator["os.DirEntry[str]"]:
        with suppress(OSError):
            for inside in os.scandir(self.folder):
                if inside.is_dir(follow_symlinks=False):
                    yield from os.scandir(inside.path)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def _used(entry: "os.DirEntry[str]") -> int:
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_mtime_ns
    return 0
