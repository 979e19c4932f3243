"""Which program this is: what it remembers holds only for itself."""

import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from generator.outputs import fingerprint

HERE = Path(__file__).parent
NAME = re.compile(r"[\w.-]+")


@cache
def identity() -> bytes:
    """16 bytes that change with any file of the program, the version of Python or of a library it needs."""
    files = sorted(path for path in HERE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    parts = [sys.version.encode(), *(f"{name} {version}".encode() for name, version in _libraries())]
    for path in files:
        parts += [path.relative_to(HERE).as_posix().encode(), fingerprint(path.read_bytes())]
    return fingerprint(b"\0".join(parts))


def _libraries() -> list[tuple[str, str]]:
    """Name and version of each library that pyproject.toml names, and is installed."""
    try:
        wanted = metadata.requires("dossier") or []
    except metadata.PackageNotFoundError:  # run from its folder, without being installed
        return []
    names = sorted({match[0] for line in wanted if (match := NAME.match(line))})
    installed = {name: next(iter(metadata.distributions(name=name)), None) for name in names}
    return [(name, found.version) for name, found in installed.items() if found]
