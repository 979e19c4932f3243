"""The gold: what an analyst read from a dossier, and where it stands in the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model import Span

THE_ARTICLE = "the article"
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One dossier's gold."""

    articles: Mapping[str, Entry]
    """Name of the seed → what stands in it."""
    names: Mapping[str, str]
    """Name or alias of an entity, normal form → its id; an alias that two carry is left out."""
    across: Entry
    """What holds across articles: entities, issues, events, contradictions, differences."""


def load(path: Path, seed: str = "") -> Gold:
    """Read a gold file; one about a single article (the sample's) names it by `seed`."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if seed:
        return Gold({seed: data}, _names(data["entities"]), {})
    return Gold(data["articles"], _names(data["entities"]), data)


def _names(entities: Sequence[Entry]) -> dict[str, str]:
    names: dict[str, set[str]] = {}
    for entity in entities:
        for name in (entity["name"], *entity.get("aliases", ()), *entity.get("names", ())):
            names.setdefault(normal(name), set()).add(entity_id(entity))
    own = {normal(entity["name"]): entity_id(entity) for entity in entities}
    return {name: min(ids) for name, ids in names.items() if len(ids) == 1} | own


def entity_id(entity: Entry) -> str:
    """The id, or the name where the file gives none."""
    return str(entity.get("id") or normal(entity["name"]))


def normal(name: str) -> str:
    """A name without article, possessive, case and kind of quotation mark."""
    plain = name.casefold().replace("’", "'").strip(" .,'\"“”")
    return re.sub(r"^(?:the|a|an) ", "", plain).removesuffix("'s")


def local_names(gold: Gold, article: Entry) -> dict[str, str]:
    """Normal form of a name as the article uses it → id of the entity; two carriers: left out, full names win."""
    carriers: dict[str, set[str]] = {}
    full: dict[str, str] = {}
    for entity in article["entities"]:
        id_ = gold.names.get(normal(entity["name"]), normal(entity["name"]))
        full[normal(entity["name"])] = id_
        for name in entity.get("names", ()):
            carriers.setdefault(normal(name), set()).add(id_)
    return {**gold.names, **{name: min(ids) for name, ids in carriers.items() if len(ids) == 1}, **full}


def occurrences(text: str, phrase: str) -> list[Span]:
    """Every place of `phrase` as whole words, blanks and kinds of quotation mark alike."""
    return _places(text, phrase, 0)


def _places(text: str, phrase: str, flags: int) -> list[Span]:
    pattern = r"\s+".join(re.escape(_plain(word)) for word in phrase.split())
    edge = (
        (r"(?<!\w)" if phrase[:1].isalnum() else "") + pattern + (r"(?!\w)" if phrase[-1:].isalnum() else "")
    )
    return [Span(*found.span()) for found in re.finditer(edge, _plain(text), flags)]


def _plain(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def located(text: str, phrases: Sequence[tuple[str, int]]) -> list[list[Span]]:
    """Where each of `phrases` (words, how often) stands; they are listed in the order of the text.

    A place inside a longer phrase of the list is that phrase's. A phrase that is listed again is meant to
    stand further on.
    """
    taken: list[Span] = []
    places: dict[int, list[Span]] = {}
    for index in sorted(range(len(phrases)), key=lambda i: (-len(phrases[i][0]), i)):
        phrase, times = phrases[index]
        every = occurrences(text, phrase)
        if len(every) < times:  # `Now` is listed as `now`
            every = _places(text, phrase, re.IGNORECASE)
        free = [span for span in every if not any(span.overlaps(other) for other in taken)]
        after = max((s.start for i, spans in places.items() if i < index for s in spans[:1]), default=-1)
        before = min(
            (s.start for i, spans in places.items() if i > index for s in spans[:1]), default=len(text)
        )
        fitting = [s for s in free if after < s.start < before] + [s for s in free if s.start >= before]
        places[index] = (fitting or free)[:times]
        taken += places[index]
    return [places[index] for index in range(len(phrases))]


def spans(text: str, words: str | Sequence[str], after: int = 0) -> tuple[Span, ...]:
    """Where the words (or each part) stand, the first place from `after` on where there is one."""
    parts = [words] if isinstance(words, str) else words
    return tuple(_first(text, part, after) for part in parts if occurrences(text, part))


def _first(text: str, phrase: str, after: int) -> Span:
    found = occurrences(text, phrase)
    return next((span for span in found if span.start >= after), found[0])


def listed(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """One or several, as several."""
    return () if not value else (value,) if isinstance(value, str) else tuple(value)


def unlocated(gold: Gold, texts: Mapping[str, str]) -> Iterator[str]:
    """Slips in the gold: words it quotes that the text does not have."""
    for name, article in gold.articles.items():
        text = texts[name]
        quoted = [entry["phrase"] for entry in article["temporals"]]
        quoted += [part for entry in article["statements"] for part in listed(entry["content"])]
        quoted += [source for entry in article["statements"] for source in listed(entry.get("source"))]
        quoted += [entry["name"] for entry in article["issues"]] if gold.across else []
        yield from (f"{name}: {words!r}" for words in quoted if not occurrences(text, words))
