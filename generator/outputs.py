"""What a build makes: every file by its path, and what it is made of.

A file is not made again while what it is made of stays the same. So whatever goes into it has to be among its
arguments, in a form that two builds can compare.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import FunctionType
from typing import Any

import msgspec
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Later:
    """A value that is worked out where it is needed; its arguments stand for it until then."""

    function: Callable[..., Any]
    of: tuple[Any, ...]

    def __call__(self) -> Any:
        """Work it out."""
        return self.function(*self.of)


def later(function: Callable[..., Any], *of: Any) -> Later:
    """`function(*of)`, once somebody asks."""
    return Later(function, of)


Outputs = Mapping[str, Later]
"""Path below build/pages → the file, str or bytes."""


def _plain(value: object) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, FunctionType):
        return value.__qualname__
    raise TypeError(f"two builds cannot compare {value!r}")


# Sorted, so that sets are the same in every run; no page may depend on the order of a mapping.
_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")


def encoded(value: Any) -> bytes:
    """`value` as bytes, the same for equal values in every run. Raises TypeError for what has no such form."""
    return _ENCODER.encode(value)


def fingerprint(data: bytes) -> bytes:
    """16 bytes that stand for `data`."""
    return blake2b(data, digest_size=16).digest()
