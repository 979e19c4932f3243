"""What a run needs to know of an article's file before it reads the whole: its seed, and what was read of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.articlefile.normal import Normal, digest
from generator.model import Article
from generator.yamlfile import load

KEYS = {
    key: re.compile(rf"""^(?:{key}|"{key}"|'{key}')[ \t]*:(?=\s).*$""", re.MULTILINE)
    for key in ("seed", "language")
}
HEAD = re.compile(r'^"format \d+, extractor (?P<version>\d+), text (?P<digest>[0-9a-f]*)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """The two ends of a file."""

    seed: str
    """File name in seeds/; empty: the file does not say."""
    language: str
    """As the front matter has it."""
    extractor: int
    """Version of the extractor that proposed last; 0: none has."""
    text: str
    """Hash of the text, in normal form, that it proposed for."""


def header(source: str) -> Header:
    """The header of `source`, by its first `seed:` and its last ledger; never fails."""
    heads = list(HEAD.finditer(source))
    version, text = (int(heads[-1]["version"]), heads[-1]["digest"]) if heads else (0, "")
    return Header(_value("seed", source), _value("language", source), version, text)


def _value(key: str, source: str) -> str:
    """The value of the first `key:`, as YAML has it: without quotation marks and without a comment."""
    line = KEYS[key].search(source)
    node, _ = load(line.group(), path="") if line else (None, ())
    return node.text(key) if node else ""


def filed(sources: Mapping[str, str], seeds: Mapping[str, Article]) -> Mapping[str, str]:
    """Path of each article's file → name of its seed.

    A seed that is gone, and whose text now has another name that no file claims, was renamed.
    """
    heads = {path: header(source) for path, source in sources.items()}
    names = {path: head.seed for path, head in heads.items()}
    gone = [path for path, name in names.items() if name not in seeds and heads[path].text]
    claimed = set(names.values())
    free = [name for name in seeds if name not in claimed] if gone else []
    texts = {name: digest(Normal.of(seeds[name].text).text) for name in free}
    for path in gone:
        if renamed := next((name for name, text in texts.items() if text == heads[path].text), ""):
            names[path] = renamed
            del texts[renamed]
    return names
