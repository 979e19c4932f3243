"""Which program this is: what it remembers holds only for itself."""

import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from generator.outputs import encoded, fingerprint

HERE = Path(__file__).parent
NAME = re.compile(r"[\w.-]+")


@cache
def identity() -> bytes:
    """16 bytes that change with any file of the program, the version of Python or of a library it needs."""
    return fingerprint(encoded((sys.version, _libraries(), digest())))


def digest(*modules: str) -> bytes:
    """16 bytes that change with any file of the program, or of these `modules` at its top."""
    found = sorted((path.relative_to(HERE), path) for path in HERE.rglob("*") if path.is_file())
    chosen = [
        (name.as_posix(), fingerprint(path.read_bytes()))
        for name, path in found
        if "__pycache__" not in name.parts and (not modules or name.parts[0].removesuffix(".py") in modules)
    ]
    return fingerprint(encoded(chosen))


def _libraries() -> list[tuple[str, str]]:
    """Name and version of each library that pyproject.toml names, and is installed."""
    try:
        wanted = metadata.requires("dossier") or []
    except metadata.PackageNotFoundError:  # run from its folder, without being installed
        return []
    names = sorted({match[0] for line in wanted if (match := NAME.match(line))})
    installed = {name: next(iter(metadata.distributions(name=name)), None) for name in names}
    return [(name, found.version) for name, found in installed.items() if found]
