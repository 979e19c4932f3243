"""Readings as bytes, and the key under which one is kept: whatever has the same key has the same reading.

key = key_of(article, machine)      None where nothing says which version of the model is installed
decode(encode(reading)) == reading  the bytes are JSON without what has its default
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata

from pydantic import TypeAdapter, ValidationError

from generator import program
from generator.model import LANGUAGES, Article, NamedEntity, Reading, Register
from generator.outputs import encoded, fingerprint
from generator.vocabulary import Vocabulary

MACHINE = (
    "characters",
    "dates",
    "extract",
    "model",
    "naming",
    "outputs",
    "program",
    "readings",
    "sentences",
    "sources",
    "vocabulary",
    "yamlfile",
)
"""The modules that decide what is read; a test holds that extract/ imports no others."""
_READING = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class Machine:
    """Everything but the article that a reading depends on."""

    model: str
    """Name of an installed spaCy pipeline."""
    vocabulary: Vocabulary
    """The topics of issues."""
    entities: tuple[NamedEntity, ...] = ()
    """Those that registers name; sought in the languages that are not parsed."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What comes in place of a reading."""

    why: str


def known_names(registers: Iterable[Register]) -> tuple[NamedEntity, ...]:
    """The entities that the dossier's registers name, under the types they have there."""
    return tuple(
        NamedEntity(one.id, one.type, one.name, (one.name, *one.aliases), rule="register")
        for one in registers
        if one.kind == "entity" and one.name and one.type and not one.merged_into
    )


def primary(article: Article) -> str:
    """The article's language without script and region."""
    return article.language.split("-")[0].lower()


def matter(article: Article) -> Article:
    """What of an article the machine is shown; the rest cannot change its reading."""
    return Article(
        id="",
        seed="",
        text=article.text,
        title=article.title,
        title_span=article.title_span,
        language=article.language,
        publisher=article.publisher,
    )


def encode(reading: Reading) -> bytes:
    """The reading as compact JSON, the same bytes each time."""
    return _READING.dump_json(reading, exclude_defaults=True)


def decode(data: bytes) -> Reading | None:
    """What was encoded; None if these bytes are no reading."""
    try:
        return _READING.validate_json(data)
    except ValidationError:
        return None


# --- keys -------------------------------------------------------------------------------------


def key_of(article: Article, machine: Machine) -> str | None:
    """The key of an article's reading, as hexadecimal digits; None if it must not be kept."""
    known = versions(machine.model)
    if known is None:
        return None
    seen = repr(matter(article))
    beside = _digest(machine.vocabulary) if primary(article) in LANGUAGES else _digest(machine.entities)
    return hashlib.sha256(f"{known}\n{beside}\n{seen}".encode()).hexdigest()


@lru_cache(maxsize=4)
def versions(model: str) -> str | None:
    """Of this program, the parser and the model; None for a model that is a folder of files, which tells none.

    Of the program it is a digest of the modules that read, so that no number need be raised with a rule.
    """
    try:
        others = [f"{name} {metadata.version(name)}" for name in ("spacy", model)]
    except (metadata.PackageNotFoundError, ValueError):
        return None
    return " ".join((program.digest(*MACHINE).hex(), *others))


@lru_cache(maxsize=4)
def _digest(value: Vocabulary | tuple[NamedEntity, ...]) -> str:
    return fingerprint(encoded(value)).hex()
