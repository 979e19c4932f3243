"""Dossiers of any size, made from the invented dossier's own passages; the same bytes each time.

A hundred compositions of its paragraphs are read by the machine. A larger dossier tells them again in other
worlds, where every name is another of the same length, so that what was read holds without being read again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import TypeVar

from generator import articlefile, extract, store
from generator.model import Article, Reading, Settings

INVENTED = Path(__file__).parent.parent / "dossiers" / "varne-line"
COMPOSITIONS = 100
FIRST_DAY = date(2031, 1, 1)
EVERYWHERE = frozenset({"Sennet", "Talmora", "Oskera", "Northern", "Corridor", "Commission"})
"""Names that are the same in every world: who is busy in a large dossier."""
T = TypeVar("T")
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


def make(root: Path, size: int, *, annotated: bool = True) -> store.Folder:
    """A dossier of `size` articles at `root`; without `annotated`, nothing has read its seeds."""
    folder = store.Folder(root)
    for path in (folder.seeds, folder.content / "articles"):
        path.mkdir(parents=True, exist_ok=True)
    (folder.content / "dossier.yml").write_text("format: 1\ntitle: A large dossier\n", encoding="utf-8")
    for number, (article, reading) in enumerate(told(size)):
        (folder.seeds / article.seed).write_text(article.text + "\n", encoding="utf-8")
        (folder.seeds / f"{article.seed}.yml").write_text(
            f"published: {article.published}\n", encoding="utf-8"
        )
        if annotated:
            source = articlefile.write(replace(article, id=f"a{number:05}"), reading)
            (folder.content / "articles" / f"a{number:05}.md").write_text(source, encoding="utf-8")
    return folder


def told(size: int) -> Iterator[tuple[Article, Reading]]:
    """`size` articles with what is read in them, oldest first."""
    readings = compositions()
    for number in range(size):
        article, reading = readings[number % COMPOSITIONS]
        names = _world(number // COMPOSITIONS)
        day = FIRST_DAY + timedelta(days=number // 3)
        moved = replace(_renamed(article, names), seed=f"{number:05}.txt", published=day.isoformat())
        yield moved, _renamed(reading, names)


@lru_cache(maxsize=1)
def compositions() -> Sequence[tuple[Article, Reading]]:
    """Articles of paragraphs that never stood together, read by the machine."""
    articles = [_composed(number) for number in range(COMPOSITIONS)]
    return tuple(extract.read(articles, Settings().model))


def _composed(number: int) -> Article:
    """Most of one article, and a paragraph or two of others."""
    random = Random(number)  # noqa: S311 - the same each time is what is wanted
    own, *others = random.sample(_passages(), 3)
    title, *paragraphs = [line for line in own if random.random() < 0.9 or line == own[0]]
    text = "\n\n".join([title, *paragraphs, *(random.choice(other[1:]) for other in others)])
    return Article(id=f"c{number}", seed=f"c{number}.txt", text=text, title=title, published="2031-03-20")


@lru_cache(maxsize=1)
def _passages() -> tuple[tuple[str, ...], ...]:
    seeds = sorted(INVENTED.glob("seeds/*.txt"))
    return tuple(
        tuple(line for line in seed.read_text("utf-8").splitlines() if line.strip()) for seed in seeds
    )


@lru_cache(maxsize=2)
def _world(number: int) -> Mapping[str, str]:
    """Each name's every word → a word of the same length; the first world is the invented dossier's own."""
    names = {
        word for _, reading in compositions() for entity in reading.entities for word in entity.name.split()
    }
    words = sorted(word for word in names if word.isalpha() and word[0].isupper() and word not in EVERYWHERE)
    renamed = {word: _word(f"{word} {number}", len(word)) for word in words} if number else {}
    return renamed | {word.lower(): other.lower() for word, other in renamed.items()}


def _word(seed: str, length: int) -> str:
    random = Random(seed)  # noqa: S311
    letters = [random.choice(VOWELS if place % 2 else CONSONANTS) for place in range(length)]
    return "".join(letters).capitalize()


def _renamed(value: T, names: Mapping[str, str]) -> T:
    """`value` with other names in every text of it; every place stays."""
    if isinstance(value, str):
        return re.sub(r"[A-Za-z]+", lambda word: names.get(word[0], word[0]), value)
    if is_dataclass(value):
        return replace(
            value, **{field.name: _renamed(getattr(value, field.name), names) for field in fields(value)}
        )
    if type(value) is tuple:
        return tuple(_renamed(part, names) for part in value)
    return value
