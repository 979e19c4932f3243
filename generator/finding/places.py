"""All places that a word can lead to: a table of (what, function)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from generator.ids import FOLDERS
from generator.model import Annotated, Item, Reading, Register, Site, Source
from generator.store import Sources

KINDS: Mapping[str, str] = {
    **{folder: kind for kind, folder in FOLDERS.items()},
    **{kind: kind for kind in FOLDERS},
}
"""What may stand before an id, `entities/ID` as in an address or `entity/ID` → kind."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file that says something of a thing."""

    kind: str
    """Of the thing: `article`, `entity`, `issue`, `event`, or the kind of an item."""
    id: str
    path: str
    """Relative to the dossier's folder."""
    line: int = 1
    article: str = ""
    """Id of the article whose file it is."""
    names: tuple[str, ...] = ()
    scope: Literal["register", "dossier", "item"] = "dossier"
    """A register; where an article tells of a thing that has a page; an item under the id in its file."""

    @property
    def what(self) -> str:
        """In words, what stands there."""
        name = f" ({self.names[0]})" if self.names else ""
        register = "the register of " if self.scope == "register" else ""
        return f"{register}{self.kind} {self.id}{name}"


Registers = Mapping[str, Register | None]
"""Path → register; None: it cannot be read."""


def _articles(_site: Site, articles: Sequence[Annotated], _registers: Registers) -> Iterator[Place]:
    for one in articles:
        yield Place("article", one.article.id, one.path, names=(one.article.title,))


def _items(_site: Site, articles: Sequence[Annotated], _registers: Registers) -> Iterator[Place]:
    for one in articles:
        entities = {entity.id: entity for entity in one.reading.entities}
        kinds = {item.id: kind for kind, items in _by_kind(one.reading) for item in items}
        for id_, line in one.lines.items():
            names = (entities[id_].name, *entities[id_].names) if id_ in entities else ()
            kind = "entity" if id_ in entities else kinds.get(id_, "item")
            yield Place(kind, id_, one.path, line, one.article.id, tuple(dict.fromkeys(names)), "item")


def _by_kind(reading: Reading) -> tuple[tuple[str, Sequence[Item]], ...]:
    return (
        ("mention", reading.mentions),
        ("temporal", reading.temporals),
        ("statement", reading.statements),
        ("event", reading.events),
        ("issue", reading.issues),
    )


def _registers(_site: Site, _articles: Sequence[Annotated], registers: Registers) -> Iterator[Place]:
    for path, register in registers.items():
        file = PurePosixPath(path)
        names = tuple(filter(None, (register.name, *register.aliases))) if register else ()
        yield Place(KINDS[file.parent.name], file.stem, path, names=names, scope="register")


def _subjects(site: Site, _articles: Sequence[Annotated], _registers: Registers) -> Iterator[Place]:
    for entity in site.entities:
        yield from _told("entity", entity.ref.id, (entity.ref.name, *entity.aliases), entity.mentions)
    for issue in site.issues:
        yield from _told("issue", issue.ref.id, (issue.ref.name,), issue.mentions)
    for event in site.events:
        yield from _told("event", event.id, (event.what,), event.sources)


def _told(kind: str, id_: str, names: tuple[str, ...], sources: Iterable[Source]) -> Iterator[Place]:
    """A place for each item of an article that tells of it; a passage without an item has the line 1."""
    items = dict.fromkeys((source.path, source.line, source.article.id) for source in sources)
    for path, line, article in sorted(items):
        if line > 1:
            yield Place(kind, id_, path, line, article, tuple(dict.fromkeys(names)))


COLLECTORS = (
    ("articles", _articles),
    ("items and entities in articles' files", _items),
    ("registers", _registers),
    ("entities, issues and events across articles", _subjects),
)


def places(
    site: Site, articles: Sequence[Annotated], registers: Iterable[Register], sources: Sources
) -> tuple[Place, ...]:
    """Every place that has an id, in the order of the table."""
    read = {register.path: register for register in registers}
    written = {path: read.get(path) for path in sources.registers}
    return tuple(place for _what, collect in COLLECTORS for place in collect(site, articles, written))
