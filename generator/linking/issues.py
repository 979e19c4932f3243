"""The issues of all articles, joined where they are one matter.

First by what is written: the same id, a register's alias, what was joined before, names that say the same. Then
as a reader of the whole dossier would: negotiations that have a part in common are one matter, and within one
matter `the fee` is the transit fee, as long as nothing else there has that name. What one article tells apart
stays apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.linking.groups import Groups, Key, Linked, aliases
from generator.linking.phrases import complement, head, of_other_things
from generator.linking.wording import DEAL, same_matter, stems
from generator.model import Annotated, IssueItem, Ref, Register
from generator.naming import slug

Found = tuple[Key, IssueItem]
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
A_DEAL = "a deal"
"""Stands for all names of what is negotiated as a whole; no stem has a blank."""


def link_issues(
    articles: Sequence[Annotated], registers: Mapping[str, Register], merged: Mapping[str, str]
) -> tuple[dict[str, Linked], dict[Key, str]]:
    """Issue id → issue, and (article, id there) → issue id; see `link`."""
    told: dict[str, list[Found]] = defaultdict(list)
    settings: dict[str, set[str]] = defaultdict(set)
    for annotated in articles:
        setting = _setting(annotated)
        for item in annotated.reading.issues:
            told[item.issue].append(((annotated.article.id, item.issue), item))
            settings[item.issue] |= setting  # in place: an issue may stand in all articles
    groups, listed = Groups(), aliases(registers)
    seen: list[tuple[str, IssueItem]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for id_, ((_, item), *_rest) in told.items():
        near = {place for word in _words(item) for place in by_word[word]}
        earlier = (seen[place] for place in sorted(near))
        same_story = (
            each
            for each in earlier
            if _is_one_story(settings[id_], settings[each[0]])
            and not _are_told_apart(told[id_], told[each[0]])
            and not _are_of_other_years(item.name, each[1].name)
        )
        target = _target(id_, item, registers, listed, merged, same_story)
        if target in told or target in registers:
            groups.join(id_, target)
        for word in _words(item):
            by_word[word].append(len(seen))
        seen.append((id_, item))
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
    listed: Mapping[str, str],
    merged: Mapping[str, str],
    seen: Iterable[tuple[str, IssueItem]],
) -> str:
    """The id that the issue `id_` joins, or empty; the first that says anything wins.

    `seen` are those of one story told before with a word in common.
    """
    if id_ in registers:
        return registers[id_].merged_into
    if id_ in merged:
        return merged[id_]
    if id_ != slug(item.name):
        return ""  # a person gave it this id
    alike = (
        other
        for other, earlier in seen
        if same_matter(item, earlier) and not of_other_things(item.name, earlier.name)
    )
    return listed.get(item.name.casefold()) or next(alike, "")


def _setting(annotated: Annotated) -> frozenset[str]:
    """The people and places of an article. Bodies are none: wire services and the like are in every story."""
    entities = annotated.reading.entities
    return frozenset(
        name.casefold() for entity in entities if entity.type != "organization" for name in entity.names
    )


def _is_one_story(first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    """Whether two can be of one story: the ceasefire of two states is not that of two others."""
    return not first or not second or not first.isdisjoint(second)


def _are_told_apart(first: Sequence[Found], second: Sequence[Found]) -> bool:
    """Whether one article has both, and under one head: it knows pay from sick pay."""
    (_, item), (_, other) = first[0], second[0]
    if head(item.name) != head(other.name):
        return False
    return not {article for (article, _), _ in first}.isdisjoint(article for (article, _), _ in second)


def _are_of_other_years(first: str, second: str) -> bool:
    """The 2021 budget, the 2022 budget."""
    years, others = set(YEAR.findall(first)), set(YEAR.findall(second))
    return bool(years and others) and years.isdisjoint(others)


def _words(item: IssueItem) -> frozenset[str]:
    """What two issues that are one have in common: a word of the name, or that they are deals."""
    return stems(item.name) | ({A_DEAL} if DEAL.search(item.name) else frozenset())


# --- as a reader of all articles would ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Group:
    """One issue as joined so far."""

    id: str
    names: tuple[str, ...]
    codes: frozenset[str]
    articles: frozenset[str]
    wholes: tuple[str, ...]
    """Ids of the groups that articles make it a part of."""

    @property
    def matter(self) -> str:
        """Id of the group it is a part of; empty: of none."""
        return next(iter(self.wholes), "")

    def with_(self, other: "_Group") -> "_Group":
        """This and another as one."""
        return _Group(
            self.id,
            tuple(dict.fromkeys((*self.names, *other.names))),
            self.codes | other.codes,
            self.articles | other.articles,
            tuple(dict.fromkeys((*self.wholes, *other.wholes))),
        )


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
            tuple(dict.fromkeys(groups.find(item.part_of) for _, item in found if item.part_of)),
        )
        for id_, found in gathered.items()
    ]


def _join_matters(told: Mapping[str, Sequence[Found]], groups: Groups, settled: set[str]) -> None:
    """Join the negotiations that have a part in common; no part is what has parts itself."""
    known = _groups(told, groups)
    wholes = {whole for group in known for whole in group.wholes}
    for group in known:
        for other in group.wholes[1:] if group.matter not in settled and group.id not in wholes else ():
            if group.matter in told and other in told and other not in settled:
                groups.join(other, group.matter)


def _join_parts(told: Mapping[str, Sequence[Found]], groups: Groups, settled: set[str]) -> None:
    """Join each part of a matter with the one other that its name can mean."""
    rank = {id_: number for number, id_ in enumerate((*sorted(settled), *told))}
    parts = {group.id: group for group in _groups(told, groups) if group.matter}
    marked: dict[tuple[str, Mark], list[str]] = defaultdict(list)
    for group in parts.values():
        for mark in _marks(group):
            marked[group.matter, mark].append(group.id)
    for id_ in tuple(parts):
        if id_ not in parts or id_ in settled:
            continue
        group = parts[id_]
        target = ""
        for alike in LIKENESSES:
            near = {
                groups.find(other) for mark in _sought(group, alike) for other in marked[group.matter, mark]
            }
            near -= {id_}
            if not target and len(near) == 1 and not (parts[min(near)].articles & group.articles):
                target = min(near)
        if target and not {target, id_} <= settled:
            first, second = sorted((target, id_), key=lambda each: rank[each])
            groups.join(second, first)
            parts[first] = parts[first].with_(parts.pop(second))


Mark = tuple[str, str]
"""What a name tells of an issue, and the stem or code: `("head", "fee")`."""

LIKENESSES: tuple[tuple[Mark, ...], ...] = (
    (("head", "head"),),
    (("bare", "thing"), ("thing", "bare")),
    (("thing", "thing"),),
    (("code", "code"),),
)
"""Which mark of one issue must be which of another: the same head; `the bridge` for the repair of the bridge, and
the other way round; the release of the engines, and their return; one topic. The first that one other has decides.
"""


def _marks(group: _Group) -> frozenset[Mark]:
    """What the names of a group tell: heads, those that stand alone, what they are of, and topics."""
    heads = {("head", head(name)) for name in group.names}
    bare = {("bare", head(name)) for name in group.names if not complement(name)}
    things = {("thing", stem) for name in group.names for stem in complement(name)}
    codes = {("code", code) for code in group.codes}
    return frozenset(mark for mark in heads | bare | things | codes if mark[1])


def _sought(group: _Group, alike: Sequence[Mark]) -> list[Mark]:
    """The marks by which another group would be like this one."""
    return [(other, word) for kind, word in _marks(group) for own, other in alike if own == kind]


def _linked_issue(id_: str, found: Sequence[Found], register: Register | None) -> Linked:
    own = next((item.name for key, item in found if key[1] == id_), id_)
    name = register.name if register and register.name else own
    names = {item.name for _, item in found} | set(register.aliases if register else ())
    members = tuple(dict.fromkeys(key for key, _ in found))
    return Linked(Ref("issue", id_, name), (name, *sorted(names - {name})), members, register)
