"""Mentions across articles → entities, issue items → issues.

Each article names its entities and issues by ids of its own, slugs of the names it uses. Here they are joined:
same id; a register's aliases; an acronym or short name that exactly one other entity also carries. A name that
could be two people joins neither and goes to review. What was joined once is remembered in content/ids.tsv, so
that a new article never changes silently who an older one means.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz

from generator.model import Annotated, EntityType, IssueItem, NamedEntity, Ref, Register
from generator.naming import STATES, slug

Key = tuple[str, str]
"""(article id, id within the article)."""

STOP = frozenset(
    "a an and any as at by during for from in into its of on or over s that the their this to upon with".split()
)


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


@dataclass(frozen=True, slots=True)
class Links:
    """How the ids of articles lead to entities and issues."""

    entities: Mapping[str, Linked]
    issues: Mapping[str, Linked]
    entity_ids: Mapping[Key, str]
    issue_ids: Mapping[Key, str]
    redirects: Mapping[str, str] = field(default_factory=dict)
    """`entities/OLD` → `entities/NEW` for ids that were published and joined since."""

    def entity(self, article: str, local: str) -> Ref | None:
        """The entity that the id `local` of `article` means."""
        found = self.entity_ids.get((article, local))
        return self.entities[found].ref if found else None

    def issue(self, article: str, local: str) -> Ref | None:
        """The issue that the id `local` of `article` means, or a dossier-wide id."""
        found = self.issue_ids.get((article, local), local)
        return self.issues[found].ref if found in self.issues else None


def link(
    articles: Sequence[Annotated], registers: Sequence[Register], merged: Mapping[tuple[str, str], str]
) -> Links:
    """Join what `articles` (oldest first) name, by `registers` and by `merged`, (kind, id) → id, of ids.tsv."""
    entities, entity_ids = _link_entities(articles, _of(registers, "entity"), _of_kind(merged, "entity"))
    issues, issue_ids = _link_issues(articles, _of(registers, "issue"), _of_kind(merged, "issue"))
    redirects = {
        f"{folder}/{old}": f"{folder}/{new}"
        for folder, known, pairs in (
            ("entities", entities, _of_kind(merged, "entity") | _merges(registers, "entity")),
            ("issues", issues, _of_kind(merged, "issue") | _merges(registers, "issue")),
        )
        for old, new in sorted(pairs.items())
        if old not in known and new in known
    }
    return Links(entities, issues, entity_ids, issue_ids, redirects)


def _of(registers: Iterable[Register], kind: Literal["entity", "issue"]) -> dict[str, Register]:
    return {register.id: register for register in registers if register.kind == kind}


def _of_kind(merged: Mapping[tuple[str, str], str], kind: str) -> dict[str, str]:
    return {old: new for (of, old), new in merged.items() if of == kind}


def _merges(registers: Iterable[Register], kind: str) -> dict[str, str]:
    return {r.id: r.merged_into for r in registers if r.kind == kind and r.merged_into}


class _Groups:
    """Disjoint sets of ids; the canonical one is asked for, never guessed (union-find without ranks)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            item = self._parent[item]
        return item

    def join(self, item: str, into: str) -> None:
        """Make `into`'s canonical id that of `item`'s set too."""
        first, second = self.find(item), self.find(into)
        if first != second:
            self._parent[first] = second


# --- entities -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Node:
    """All that articles say under one id."""

    id: str
    type: EntityType
    name: str
    names: frozenset[str]
    members: tuple[Key, ...]


def _link_entities(
    articles: Sequence[Annotated], registers: Mapping[str, Register], merged: Mapping[str, str]
) -> tuple[dict[str, Linked], dict[Key, str]]:
    nodes = _entity_nodes(articles, registers)
    groups = _Groups()
    could_be: dict[str, tuple[str, ...]] = {}
    fuller = _fuller(nodes)
    for node in nodes.values():
        target, candidates = _target(node, nodes, registers, merged, fuller)
        if target:
            groups.join(node.id, target)
        elif candidates:
            could_be[node.id] = candidates
    linked: dict[str, Linked] = {}
    ids: dict[Key, str] = {}
    gathered: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes.values():
        gathered[groups.find(node.id)].append(node)
    for id_, register in registers.items():
        if not register.merged_into:
            gathered.setdefault(groups.find(id_), [])
    for id_, members in gathered.items():
        entity = _linked_entity(id_, members, registers.get(id_), could_be.get(id_, ()))
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
            told[entity.id].append(((annotated.article.id, entity.id), entity))
            if entity.type == "person" and " " in entity.name:
                surnames.add(entity.name.split()[-1])
    nodes = {}
    for id_, found in told.items():
        people = [pair for pair in found if pair[1].type == "person"]
        others = [pair for pair in found if pair[1].type != "person"]
        bare = all(" " not in e.name for _, e in people)
        misread = len(others) > len(people) and not any(e.name in surnames for _, e in people)
        apart = people and others and id_ not in registers and bare and not misread
        for part, suffix in ((people, "-person"), (others, "")) if apart else ((found, ""),):
            nodes[id_ + suffix] = _node(id_ + suffix, part, registers.get(id_))
    return nodes


def _node(id_: str, found: Sequence[tuple[Key, NamedEntity]], register: Register | None) -> _Node:
    counted = Counter(entity.type for _, entity in found)
    kind = register.type if register and register.type else counted.most_common(1)[0][0]
    names = Counter(entity.name for _, entity in found)
    return _Node(
        id_,
        kind,  # type: ignore[arg-type]  # the register's type was validated when it was read
        max(names, key=lambda name: (names[name], len(name), name)),
        frozenset(name for _, entity in found for name in (entity.name, *entity.names)),
        tuple(key for key, _ in found),
    )


def _target(
    node: _Node,
    nodes: Mapping[str, _Node],
    registers: Mapping[str, Register],
    merged: Mapping[str, str],
    fuller: Mapping[tuple[bool, str], set[str]],
) -> tuple[str, tuple[str, ...]]:
    """The id that `node` joins, or the ids that its name leaves open; the first rule that says anything wins."""
    if node.id in registers:
        return registers[node.id].merged_into, ()
    if node.id in merged and (merged[node.id] in nodes or merged[node.id] in registers):
        return merged[node.id], ()
    if (alias := _alias_of(node.name, registers)) and alias != node.id:
        return alias, ()
    if (state := _short_state(node, nodes)) != node.id:
        return state, ()
    candidates = tuple(sorted(fuller.get((node.type == "person", node.name), set()) - {node.id}))
    return (candidates[0], ()) if len(candidates) == 1 else ("", candidates)


def _short_state(node: _Node, nodes: Mapping[str, _Node]) -> str:
    """Id of `Utopia` for `Republic of Utopia`, where the articles name both; else the node's own."""
    head, _, rest = node.name.partition(" of ")
    short = slug(rest.removeprefix("the "))
    return short if rest and head in STATES and short in nodes else node.id


def _fuller(nodes: Mapping[str, _Node]) -> dict[tuple[bool, str], set[str]]:
    """(whether of a person, short name) → ids of the nodes with a fuller name that it shortens.

    A person's short forms are the surname and the name without initials; everything is shortened by the other
    names that its articles give it, such as an acronym.
    """
    index: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for node in nodes.values():
        short = set(node.names)
        if node.type == "person" and len(words := node.name.split()) > 1:
            short |= {words[-1], " ".join(word for word in words if not re.fullmatch(r"[A-Z]\.?", word))}
        for name in short - {node.name}:
            if len(name) < len(node.name):
                index[node.type == "person", name].add(node.id)
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


# --- issues -------------------------------------------------------------------------------------


def _link_issues(
    articles: Sequence[Annotated], registers: Mapping[str, Register], merged: Mapping[str, str]
) -> tuple[dict[str, Linked], dict[Key, str]]:
    told: dict[str, list[tuple[Key, IssueItem]]] = {}
    for annotated in articles:
        for item in annotated.reading.issues:
            told.setdefault(item.issue, []).append(((annotated.article.id, item.issue), item))
    groups = _Groups()
    seen: list[tuple[str, IssueItem]] = []
    for id_, found in told.items():
        item = found[0][1]
        target = (registers[id_].merged_into if id_ in registers else "") or merged.get(id_, "")
        if not target and id_ not in registers:
            target = _alias_of(item.name, registers) or next(
                (o for o, other in seen if same_matter(item, other)), ""
            )
        if target and (target in told or target in registers):
            groups.join(id_, target)
        seen.append((id_, item))
    gathered: dict[str, list[tuple[Key, IssueItem]]] = defaultdict(list)
    for id_, found in told.items():
        gathered[groups.find(id_)] += found
    for id_, register in registers.items():
        if not register.merged_into:
            gathered.setdefault(id_, [])
    linked, ids = {}, {}
    for id_, found in gathered.items():
        register_ = registers.get(id_)
        name = (register_.name if register_ else "") or next(
            (item.name for key, item in found if key[1] == id_), id_
        )
        names = {item.name for _, item in found} | set(register_.aliases if register_ else ())
        members = tuple(dict.fromkeys(key for key, _ in found))
        linked[id_] = Linked(Ref("issue", id_, name), (name, *sorted(names - {name})), members, register_)
        ids.update(dict.fromkeys(members, id_))
    return linked, ids


def _alias_of(name: str, registers: Mapping[str, Register]) -> str:
    """Id of the register that lists `name`, or empty."""
    wanted = name.casefold()
    for register in registers.values():
        if wanted in {alias.casefold() for alias in (register.name, *register.aliases)}:
            return register.id
    return ""


def same_matter(first: IssueItem, second: IssueItem) -> bool:
    """Whether two issue items of different articles speak of one issue.

    One topic of the vocabulary and a word in common, or names that nearly agree; two topics never.
    """
    words, others = stems(first.name), stems(second.name)
    if first.code and second.code:
        return first.code == second.code and bool(words & others)
    if len(words & others) < min(2, len(words), len(others)):
        return False
    return fuzz.token_set_ratio(" ".join(sorted(words)), " ".join(sorted(others))) >= 85


def stems(phrase: str) -> frozenset[str]:
    """Content words of `phrase`, cut to six letters, which is enough to join `releases` and `release`."""
    words = re.findall(r"[^\W\d_]{2,}", phrase.casefold())
    return frozenset(re.sub(r"(?:ies|es|s|y|e)$", "", word)[:6] for word in words if word not in STOP)
