"""What joining needs: one entity or issue across articles, and disjoint sets of ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Ref, Register

Key = tuple[str, str]
"""(article id, id within the article)."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One entity or issue across articles."""

    ref: Ref
    names: tuple[str, ...]
    """All names that articles and its register use, its own first."""
    members: tuple[Key, ...]
    """In the order of the articles."""
    register: Register | None = None
    could_be: tuple[str, ...] = ()
    """Ids of the entities that an ambiguous name may mean."""


class Groups:
    """Disjoint sets of ids; the canonical one is asked for, never guessed (union-find without ranks)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The canonical id of `item`'s set."""
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            item = self._parent[item]
        return item

    def join(self, item: str, into: str) -> None:
        """Make `into`'s canonical id that of `item`'s set too."""
        first, second = self.find(item), self.find(into)
        if first != second:
            self._parent[first] = second


def followed(id_: str, merges: Mapping[str, str]) -> str:
    """What `id_` was merged into, and that into, and so on; where they lead in a circle, one of them."""
    seen = {id_}
    while (new := merges.get(id_, "")) and new not in seen:
        seen.add(new)
        id_ = new
    return id_


def aliases(registers: Mapping[str, Register]) -> Mapping[str, str]:
    """Name in lower case → id of the first register that lists it."""
    found: dict[str, str] = {}
    for register in registers.values():
        for name in (register.name, *register.aliases):
            found.setdefault(name.casefold(), register.id)
    return found
