"""The people, organizations and places of all articles, joined where their names are surely one."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.linking.groups import Groups, Key, Linked, aliases
from generator.linking.spelling import spelling
from generator.model import Annotated, EntityType, NamedEntity, Ref, Register
from generator.naming import STATES, slug


@dataclass(frozen=True, slots=True)
class _Node:
    """All that articles say under one id."""

    id: str
    type: EntityType
    name: str
    names: frozenset[str]
    roles: frozenset[str]
    """The words of the roles that its articles give it, in lower case."""
    members: tuple[Key, ...]
    settled: bool = False
    """A person gave an article's entity this id: it joins no other by its name."""


def link_entities(
    articles: Sequence[Annotated], registers: Mapping[str, Register], merged: Mapping[str, str]
) -> tuple[dict[str, Linked], dict[Key, str]]:
    """Entity id → entity, and (article, id there) → entity id; see `link`."""
    nodes = _entity_nodes(articles, registers)
    groups = Groups()
    could_be: dict[str, tuple[str, ...]] = {}
    known = _Known(registers, aliases(registers), merged, _fuller(nodes), _spelt(nodes, registers))
    for node in nodes.values():
        target, candidates = _target(node, nodes, known)
        if target:
            groups.join(node.id, target)
        elif candidates:
            could_be[node.id] = candidates
    for id_, candidates in could_be.items():
        # All that the name leaves open may be one by now.
        if len({groups.find(other) for other in candidates}) == 1:
            groups.join(id_, candidates[0])
    linked: dict[str, Linked] = {}
    ids: dict[Key, str] = {}
    gathered: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes.values():
        gathered[groups.find(node.id)].append(node)
    for id_, register in registers.items():
        if not register.merged_into:
            gathered.setdefault(groups.find(id_), [])
    for id_, members in gathered.items():
        others = tuple(dict.fromkeys(groups.find(other) for other in could_be.get(id_, ())))
        entity = _linked_entity(id_, members, registers.get(id_), others)
        linked[id_] = entity
        ids.update(dict.fromkeys(entity.members, id_))
    return linked, ids


def _entity_nodes(articles: Sequence[Annotated], registers: Mapping[str, Register]) -> dict[str, _Node]:
    """Nodes by id. One id under two types is one thing misread, unless a bare name is a person and a place.

    A bare name that nobody bears as a surname, and that fewer articles take for a person, is misread.
    """
    told: dict[str, list[tuple[Key, NamedEntity]]] = defaultdict(list)
    surnames: set[str] = set()
    for annotated in articles:
        for entity in annotated.reading.entities:
            told[entity.register or entity.id].append(((annotated.article.id, entity.id), entity))
            if entity.type == "person" and " " in entity.name:
                surnames.add(entity.name.split()[-1])
    nodes = {}
    for id_, found in told.items():
        people = [pair for pair in found if pair[1].type == "person"]
        others = [pair for pair in found if pair[1].type != "person"]
        bare = all(" " not in e.name for _, e in people)
        misread = len(others) > len(people) and not any(e.name in surnames for _, e in people)
        settled = id_ in registers or any(e.register for _, e in found)
        apart = people and others and not settled and bare and not misread
        for part, suffix in ((people, OF_PERSON), (others, "")) if apart else ((found, ""),):
            nodes[id_ + suffix] = _node(id_ + suffix, part, registers.get(id_))
    return nodes


OF_PERSON = "-person"
"""What the id of a person ends in whose bare name is a place's, too."""


def _node(id_: str, found: Sequence[tuple[Key, NamedEntity]], register: Register | None) -> _Node:
    counted = Counter(entity.type for _, entity in found)
    kind = register.type if register and register.type else counted.most_common(1)[0][0]
    names = Counter(entity.name for _, entity in found)
    return _Node(
        id_,
        kind,
        max(names, key=lambda name: (names[name], len(name), name)),
        frozenset(name for _, entity in found for name in (entity.name, *entity.names)),
        frozenset(word for _, entity in found for word in re.findall(r"\w+", entity.role.lower())) - SMALL,
        tuple(key for key, _ in found),
        any(entity.register for _, entity in found),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What can tell which entity a name means."""

    registers: Mapping[str, Register]
    listed: Mapping[str, str]
    """Name in lower case → id, as registers list it."""
    merged: Mapping[str, str]
    fuller: Mapping["_Short", set[str]]
    spelt: Mapping[str, str]
    """Spelling of a person's full name → id of the first one."""


def _target(node: _Node, nodes: Mapping[str, _Node], known: _Known) -> tuple[str, tuple[str, ...]]:
    """The id that `node` joins, or the ids that its name leaves open; the first rule that says anything wins."""
    if node.id in known.registers:
        return known.registers[node.id].merged_into, ()
    if (into := known.merged.get(node.id)) and (into in nodes or into in known.registers):
        return into, ()
    if node.settled:
        return "", ()
    if (alias := known.listed.get(node.name.casefold())) and alias != node.id:
        return alias, ()
    if (state := _state(node, nodes)) != node.id:
        return state, ()
    if _is_full(node) and not _told_beside(node, twin := nodes[known.spelt[spelling(node.name)]]):
        return twin.id, ()
    fullest = known.fuller.get(_short(node, node.name), set()) - {node.id}
    candidates = tuple(sorted(other for other in fullest if _state(nodes[other], nodes) != node.id))
    if len(candidates) > 1:
        # `the minister` tells which of two bearers of a surname it is.
        alike = tuple(each for each in candidates if nodes[each].roles & node.roles)
        candidates = alike if len(alike) == 1 else candidates
    return (candidates[0], ()) if len(candidates) == 1 else ("", candidates)


SMALL = frozenset("a an and at by for former from in of on the to who with".split())
"""Words of a role that say nothing of who has it."""

SHORT_NAMES: tuple[tuple[str, ...], ...] = (
    ("united-states", "us", "usa", "america", "united-states-of-america"),
    ("united-kingdom", "uk", "britain", "great-britain"),
    ("united-arab-emirates", "uae"),
    ("european-union", "eu"),
    ("united-nations", "un"),
    ("democratic-republic-of-the-congo", "dr-congo", "drc"),
)
"""Ids of one body each that writers call by turns without saying so."""


def _state(node: _Node, nodes: Mapping[str, _Node]) -> str:
    """Id under which the articles know the node's body by another name; else the node's own.

    `Utopia` for `Republic of Utopia` where they name both, and SHORT_NAMES.
    """
    for names in SHORT_NAMES:
        if node.id in names and node.type != "person":
            return next(name for name in names if name in nodes)
    head, _, rest = node.name.partition(" of ")
    short = slug(rest.removeprefix("the "))
    return short if rest and head in STATES and short in nodes else node.id


def _is_full(node: _Node) -> bool:
    """Whether it is a person with a given name and a family name."""
    return node.type == "person" and " " in node.name


def _spelt(nodes: Mapping[str, _Node], registers: Mapping[str, Register]) -> dict[str, str]:
    """Spelling of a full name → id of the first person of that name, those with a register before others."""
    found: dict[str, str] = {}
    for node in sorted(filter(_is_full, nodes.values()), key=lambda node: node.id not in registers):
        found.setdefault(spelling(node.name), node.id)
    return found


def _told_beside(node: _Node, other: _Node) -> bool:
    """Whether one article tells of both, so that they are two; or both are the same node."""
    return not {article for article, _ in node.members}.isdisjoint(article for article, _ in other.members)


_Short = tuple[bool, str]
"""Whether a person bears it, and a short name, a person's by its spelling."""


def _short(node: _Node, name: str) -> _Short:
    person = node.type == "person"
    return person, spelling(name) if person else name


def _fuller(nodes: Mapping[str, _Node]) -> dict[_Short, set[str]]:
    """Short name → ids of the nodes with a fuller name that it shortens.

    A person's short forms are the surname and the name without initials; everything is shortened by the other
    names that its articles give it, such as an acronym.
    """
    index: dict[_Short, set[str]] = defaultdict(set)
    for node in nodes.values():
        short = set(node.names)
        if node.type == "person" and len(words := node.name.split()) > 1:
            short |= {words[-1], " ".join(word for word in words if not re.fullmatch(r"[A-Z]\.?", word))}
        for name in short - {node.name}:
            if len(name) < len(node.name):
                index[_short(node, name)].add(node.id)
    return index


def _linked_entity(
    id_: str, nodes: Sequence[_Node], register: Register | None, could_be: tuple[str, ...]
) -> Linked:
    own = next((node for node in nodes if node.id == id_), nodes[0] if nodes else None)
    name = (register.name if register else "") or (own.name if own else id_)
    kind = (register.type if register else "") or (own.type if own else "organization")
    names = {name for node in nodes for name in node.names} | set(register.aliases if register else ())
    return Linked(
        Ref("entity", id_, name, kind),
        (name, *sorted(names - {name})),
        tuple(key for node in nodes for key in node.members),
        register,
        could_be,
    )
