"""Many small files as one value that can travel: path → bytes, packed."""

import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

Files = Mapping[str, bytes]
"""Path below some folder → bytes."""


def packed(files: Files) -> bytes:
    """`files` in one piece, the same bytes for the same files; pages become a tenth."""
    return zlib.compress(msgspec.msgpack.encode(sorted(files.items())), level=1)


def unpacked(data: bytes) -> dict[str, bytes]:
    """What `packed` was given."""
    return dict(msgspec.msgpack.decode(zlib.decompress(data), type=list[tuple[str, bytes]]))


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below `folder`."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def put_files(folder: Path, files: Files) -> None:
    """Write `files` below `folder`, which is made if need be. Nothing waits for the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    for below in sorted({path.rpartition("/")[0] for path in files}):
        (folder / below).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (folder / path).write_bytes(data)
