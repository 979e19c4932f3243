"""A file of pagefind's index: `pagefind_dcd` and CBOR, compressed, under a name that comes from its contents."""

import gzip
import hashlib
from pathlib import Path
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
LEVEL = 6
"""Of compression: the highest takes twice as long and saves 0.3 %."""


def read(path: Path) -> Any:
    """What the file at `path` holds."""
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))


def write(folder: Path, name: str, language: str, contents: Any) -> str:
    """Write `contents` into `folder`, as `name` with its `{}` filled; return what fills it."""
    data = SIGNATURE + cbor2.dumps(contents)
    named = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / name.format(named)).write_bytes(gzip.compress(data, LEVEL, mtime=0))
    return named
