"""What a run needs to know of an article's file before it reads the whole: its seed, and what was read of it."""

import re
from dataclasses import dataclass

SEED = re.compile(r"""^seed:[ \t]*(["']?)(?P<name>.+?)\1[ \t]*\r?$""", re.MULTILINE)
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
    seed = SEED.search(source)
    heads = list(HEAD.finditer(source))
    version, digest = (int(heads[-1]["version"]), heads[-1]["digest"]) if heads else (0, "")
    return Header(seed["name"] if seed else "", version, digest)
