"""The issues of all articles, joined where they are one matter.

First by what is written: the same id, a register's alias, what was joined before, names that say the same. Then
as a reader of the whole dossier would: negotiations that have a part in common are one matter, and within one
matter `the fee` is the transit fee, as long as nothing else there has that name. What one article tells apart
stays apart.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.groups import Groups, Key, Linked, alias_of
from generator.linking.phrases import complement, head
from generator.linking.wording import same_matter
from generator.model import Annotated, IssueItem, Ref, Register

Found = tuple[Key, IssueItem]


def link_issues(
    articles: Sequence[Annotated], registers: Mapping[str, Register], merged: Mapping[str, str]
) -> tuple[dict[str, Linked], dict[Key, str]]:
    """Issue id → issue, and (article, id there) → issue id; see `link`."""
    told: dict[str, list[Found]] = defaultdict(list)
    for annotated in articles:
        for item in annotated.reading.issues:
            told[item.issue].append(((annotated.article.id, item.issue), item))
    groups = Groups()
    seen: dict[str, IssueItem] = {}
    for id_, ((_, item), *_rest) in told.items():
        target = _target(id_, item, registers, merged, seen)
        if target in told or target in registers:
            groups.join(id_, target)
        seen[id_] = item
    settled = {*registers, *merged}
    _join_matters(told, groups, settled)
    _join_parts(told, groups, settled)
    gathered: dict[str, list[Found]] = defaultdict(list)
    for id_, found in told.items():
        gathered[groups.find(id_)] += found
    for id_, register in registers.items():
        if not register.merged_into:
            gathered.setdefault(id_, [])
    linked = {id_: _linked_issue(id_, found, registers.get(id_)) for id_, found in gathered.items()}
    return linked, {key: issue.ref.id for issue in linked.values() for key in issue.members}


def _target(
    id_: str,
    item: IssueItem,
    registers: Mapping[str, Register],
    merged: Mapping[str, str],
    seen: Mapping[str, IssueItem],
) -> str:
    """The id that the issue `id_` joins, or empty; the first that says anything wins."""
    if id_ in registers:
        return registers[id_].merged_into
    if id_ in merged:
        return merged[id_]
    alike = (other for other, earlier in seen.items() if same_matter(item, earlier))
    return alias_of(item.name, registers) or next(alike, "")


# --- as a reader of all articles would ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Group:
    """One issue as joined so far."""

    id: str
    names: tuple[str, ...]
    codes: frozenset[str]
    articles: frozenset[str]
    matter: str
    """Id of the group it is a part of; empty: of none."""


def _groups(told: Mapping[str, Sequence[Found]], groups: Groups) -> list[_Group]:
    """In the order in which articles first tell of them."""
    gathered: dict[str, list[Found]] = defaultdict(list)
    for id_, found in told.items():
        gathered[groups.find(id_)] += found
    return [
        _Group(
            id_,
            tuple(dict.fromkeys(item.name for _, item in found)),
            frozenset(item.code for _, item in found if item.code),
            frozenset(article for (article, _), _ in found),
            next((groups.find(item.part_of) for _, item in found if item.part_of), ""),
        )
        for id_, found in gathered.items()
    ]


def _join_matters(told: Mapping[str, Sequence[Found]], groups: Groups, settled: set[str]) -> None:
    """Join the negotiations that have a part in common."""
    whole: dict[str, str] = {}
    for group in _groups(told, groups):
        if not group.matter or group.matter in settled:
            continue
        first = whole.setdefault(group.id, group.matter)
        for id_ in {
            groups.find(item.part_of) for i in told if groups.find(i) == group.id for _, item in told[i]
        }:
            if id_ and id_ in told and id_ not in settled and first in told:
                groups.join(id_, first)


def _join_parts(told: Mapping[str, Sequence[Found]], groups: Groups, settled: set[str]) -> None:
    """Join each part of a matter with the one other that its name can mean."""
    rank = {id_: number for number, id_ in enumerate((*sorted(settled), *told))}
    for group in _groups(told, groups):
        if group.id in settled or not group.matter:
            continue
        others = [
            other
            for other in _groups(told, groups)
            if other.matter == group.matter and other.id != groups.find(group.id)
        ]
        apart = [other for other in others if not (other.articles & group.articles)]
        target = next((found for alike in LIKENESSES if (found := _only(group, apart, others, alike))), "")
        pair = {target, groups.find(group.id)}
        if target and not pair <= settled:
            first, second = sorted(pair, key=lambda id_: rank[id_])
            groups.join(second, first)


def _only(
    group: _Group, apart: Sequence[_Group], others: Sequence[_Group], alike: Callable[[_Group, _Group], bool]
) -> str:
    """The one issue that is like `group`, if no article tells of both and nothing else is as like."""
    found = [other.id for other in others if alike(group, other)]
    return found[0] if len(found) == 1 and found[0] in {other.id for other in apart} else ""


def _same_head(group: _Group, other: _Group) -> bool:
    return bool({head(name) for name in group.names} & {head(name) for name in other.names})


def _short_for(group: _Group, other: _Group) -> bool:
    """`the bridge` for the repair of the bridge, and the other way round."""
    return any(
        _bare(short) and head(short) in complement(full)
        for one, two in ((group, other), (other, group))
        for short in one.names
        for full in two.names
    )


def _same_thing(group: _Group, other: _Group) -> bool:
    """The release of the engines, and their return."""
    return any(complement(one) & complement(two) for one in group.names for two in other.names)


def _same_topic(group: _Group, other: _Group) -> bool:
    return bool(group.codes & other.codes)


def _bare(name: str) -> bool:
    return not complement(name)


LIKENESSES = (_same_head, _short_for, _same_thing, _same_topic)
"""In this order; the first that one other issue has decides."""


def _linked_issue(id_: str, found: Sequence[Found], register: Register | None) -> Linked:
    own = next((item.name for key, item in found if key[1] == id_), id_)
    name = register.name if register and register.name else own
    names = {item.name for _, item in found} | set(register.aliases if register else ())
    members = tuple(dict.fromkeys(key for key, _ in found))
    return Linked(Ref("issue", id_, name), (name, *sorted(names - {name})), members, register)
