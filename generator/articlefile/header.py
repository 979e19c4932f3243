"""What a run needs to know of an article's file before it reads the whole: its seed, and what was read of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.yamlfile import load

SEED = re.compile(r"""^(?:seed|"seed"|'seed')[ \t]*:(?=\s).*$""", re.MULTILINE)
HEAD = re.compile(r'^"format \d+, extractor (?P<version>\d+), text (?P<digest>[0-9a-f]*)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """The two ends of a file."""

    seed: str
    """File name in seeds/; empty: the file does not say."""
    extractor: int
    """Version of the extractor that proposed last; 0: none has."""
    text: str
    """Hash of the text, in normal form, that it proposed for."""


def header(source: str) -> Header:
    """The header of `source`, by its first `seed:` and its last ledger; never fails."""
    heads = list(HEAD.finditer(source))
    version, digest = (int(heads[-1]["version"]), heads[-1]["digest"]) if heads else (0, "")
    return Header(_seed(source), version, digest)


def _seed(source: str) -> str:
    """The value of the first `seed:`, as YAML has it: without quotation marks and without a comment."""
    line = SEED.search(source)
    node, _ = load(line.group(), path="") if line else (None, ())
    value = node.value.get("seed") if node and isinstance(node.value, Mapping) else None
    return value.value if value and isinstance(value.value, str) else ""
