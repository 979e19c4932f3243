"""The issues of all articles, joined where they are one matter."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.linking.groups import Groups, Key, Linked, alias_of
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


def _linked_issue(id_: str, found: Sequence[Found], register: Register | None) -> Linked:
    own = next((item.name for key, item in found if key[1] == id_), id_)
    name = register.name if register and register.name else own
    names = {item.name for _, item in found} | set(register.aliases if register else ())
    members = tuple(dict.fromkeys(key for key, _ in found))
    return Linked(Ref("issue", id_, name), (name, *sorted(names - {name})), members, register)
