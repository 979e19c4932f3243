"""What a build remembers of itself, so that the next one makes only what is not there yet.

It is never needed: without one, or with one of another program, everything is made again.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from generator.model import Diagnostic
from generator.outputs import encoded
from generator.store import Stamp


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made."""

    of: bytes
    """Fingerprint of what it is made of: `marks.Mark.digest`."""
    digest: bytes
    """Fingerprint of its bytes."""
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Pages:
    """build/pages as a build left it."""

    made_by: bytes = b""
    """Fingerprint of the program and of the settings that no page names."""
    made_of: bytes = b""
    """Fingerprint of all that was read."""
    files: Mapping[str, Made] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    """`kind id` → page, of everything that has one."""
    title: str = ""
    as_of: str = ""
    articles: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def stamps(self) -> dict[str, Stamp]:
        """Of all files."""
        return {path: made.stamp for path, made in self.files.items()}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A site as a build left it."""

    made_by: bytes = b""
    policy: str = ""
    """Content-Security-Policy of its pages."""
    pages: Mapping[str, bytes] = field(default_factory=dict)
    """Path below build/pages → fingerprint of the bytes from which the site's file was made."""
    files: Mapping[str, Stamp] = field(default_factory=dict)
    """Every file of the site."""


Manifest = TypeVar("Manifest", Pages, Rendered)


def decoded(data: bytes, form: type[Manifest]) -> Manifest:
    """The manifest in `data`; an empty one where there is none that this program can read."""
    try:
        return msgspec.msgpack.decode(data, type=form)
    except msgspec.DecodeError:
        return form()


MANY = 50
"""Things with another address for which all pages are made again: that takes less than to look for each in each."""


def moved(before: Mapping[str, str], now: Mapping[str, str]) -> re.Pattern[bytes] | None:
    """Finds, in what a page is made of, a thing that has another address now than before; None: nothing has.

    Where MANY have, it finds something in every page.
    """
    names = sorted({key.split(" ", 1)[1] for key, _page in before.items() ^ now.items()})
    if len(names) > MANY:
        return re.compile(b"")
    return re.compile(b"|".join(re.escape(encoded(name)) for name in names)) if names else None


def unlike(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> Sequence[str]:
    """The paths of `now` whose bytes are not as they were."""
    return [path for path, digest in now.items() if before.get(path) != digest]
