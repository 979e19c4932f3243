"""Entities, issues and events that have a page, and the registers that they have not yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.articlefile.encode import scalar
from generator.finding.places import Place
from generator.ids import FOLDERS, file_of
from generator.model import Site

SCOPED = frozenset({"entity", "issue", "event"})
"""Kinds of what may have a register."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something with a page that may have a register."""

    kind: str
    id: str
    name: str
    type: str = ""

    @property
    def word(self) -> str:
        """What leads to it and to nothing else."""
        return f"{FOLDERS[self.kind]}/{self.id}"

    @property
    def path(self) -> str:
        """Where its register stands, or would."""
        return file_of(self.kind, self.id)


def subjects(found: Sequence[Place], known: Sequence[Place], site: Site) -> tuple[Subject, ...]:
    """What of `found` has or could have a register: an item of a file is what the dossier makes of it."""
    direct = [(place.kind, place.id) for place in found if place.scope == "register"]
    direct += [(place.kind, place.id) for place in found if place.scope == "dossier" and place.kind in SCOPED]
    lines = {(place.path, place.line, place.kind) for place in found if place.scope == "item"}
    behind = [
        (place.kind, place.id)
        for place in known
        if place.scope == "dossier" and (place.path, place.line, place.kind) in lines
    ]
    types = {("entity", view.ref.id): view.ref.type for view in site.entities}
    names = {
        (place.kind, place.id): place.names[0]
        for place in reversed(known)
        if place.scope != "item" and place.names
    }
    return tuple(
        Subject(kind, id_, names.get((kind, id_), ""), types.get((kind, id_), ""))
        for kind, id_ in dict.fromkeys(direct or behind)
    )


def blank_register(subject: Subject) -> str:
    """The source of a register that says no more than articles do."""
    keys = (("name", subject.name), ("type", subject.type))
    return "".join(("---\n", *(f"{key}: {scalar(value)}\n" for key, value in keys if value), "---\n"))
