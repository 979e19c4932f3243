"""Mentions across articles → entities, issue items → issues.

Each article names its entities and issues by ids of its own, slugs of the names it uses. Here they are joined:
same id; a register's aliases; an acronym or short name that exactly one other entity also carries. A name that
could be two people joins neither and goes to review. What was joined once is remembered in content/ids.tsv, so
that a new article never changes silently who an older one means.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.linking.entities import OF_PERSON, link_entities
from generator.linking.groups import Key, Linked, followed
from generator.linking.issues import link_issues
from generator.linking.spoken import Wordings, entities_of, wordings
from generator.linking.wording import same_matter, stems
from generator.model import Annotated, Ref, Register
from generator.naming import slug

__all__ = ["OF_PERSON", "Key", "Linked", "Links", "followed", "link", "same_matter", "stems"]


@dataclass(frozen=True, slots=True)
class Links:
    """How the ids of articles lead to entities and issues."""

    entities: Mapping[str, Linked]
    issues: Mapping[str, Linked]
    entity_ids: Mapping[Key, str]
    issue_ids: Mapping[Key, str]
    redirects: Mapping[str, str] = field(default_factory=dict)
    """`entities/OLD` → `entities/NEW` for ids that a register or ids.tsv merges into another."""
    joined: Mapping[str, str] = field(default_factory=dict)
    """The same for ids that articles use and that have no page, because all of them mean one other id."""
    wordings: Wordings = field(default_factory=Wordings)

    def entity(self, article: str, local: str) -> Ref | None:
        """The entity that the id `local` of `article` means."""
        found = self.entity_ids.get((article, local))
        return self.entities[found].ref if found else None

    def issue(self, article: str, local: str) -> Ref | None:
        """The issue that the id `local` of `article` means, or a dossier-wide id."""
        found = self.issue_ids.get((article, local), local)
        return self.issues[found].ref if found in self.issues else None

    def current(self, id_: str, folder: str = "entities") -> str:
        """`id_`, or the id of what it was merged into."""
        address = f"{folder}/{id_}"
        return self.redirects.get(address, self.joined.get(address, address)).partition("/")[2]

    def issues_in(self, names: Iterable[str], annotated: Annotated) -> tuple[Ref, ...]:
        """The issues that an article names as the dossier knows them, `the bridge`, by the stems of the names."""
        found = self.wordings.issues_in(names)
        entities = entities_of(annotated, self.entity_ids) if found else frozenset[str]()
        return tuple(self.issues[id_].ref for id_ in found if self.wordings.is_near(id_, entities))


def link(
    articles: Sequence[Annotated], registers: Sequence[Register], merged: Mapping[tuple[str, str], str]
) -> Links:
    """Join what `articles` (oldest first) name, by `registers` and by `merged`, (kind, id) → id, of ids.tsv."""
    entities, entity_ids = link_entities(articles, _of(registers, "entity"), _of_kind(merged, "entity"))
    issues, issue_ids = link_issues(articles, _of(registers, "issue"), _of_kind(merged, "issue"))
    redirects = {
        f"{folder}/{old}": f"{folder}/{new}"
        for folder, known, pairs in (
            ("entities", entities, _of_kind(merged, "entity") | _merges(registers, "entity")),
            ("issues", issues, _of_kind(merged, "issue") | _merges(registers, "issue")),
        )
        for old in sorted(pairs)
        if old not in known and (new := followed(old, pairs)) in known
    }
    joined = {
        **dict(_joined("entities", entities, ((local, id_) for (_, local), id_ in entity_ids.items()))),
        **dict(_joined("issues", issues, _own_issues(articles, issue_ids))),
    }
    telling = wordings(articles, issues, entity_ids)
    return Links(entities, issues, entity_ids, issue_ids, redirects, joined, telling)


def _own_issues(articles: Iterable[Annotated], ids: Mapping[Key, str]) -> Iterator[tuple[str, str]]:
    """The ids that issues have by their names, and what these are across articles."""
    for annotated in articles:
        for item in annotated.reading.issues:
            yield slug(item.name), ids[annotated.article.id, item.issue]


def _joined(
    folder: str, known: Mapping[str, Linked], ids: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Addresses that the articles' `ids` would have, and where all that they name is instead."""
    found: dict[str, set[str]] = defaultdict(set)
    for local, id_ in ids:
        found[local].add(id_)
    for local, (id_, *others) in found.items():
        if not others and local not in known:
            yield f"{folder}/{local}", f"{folder}/{id_}"


def _of(registers: Iterable[Register], kind: Literal["entity", "issue"]) -> dict[str, Register]:
    return {register.id: register for register in registers if register.kind == kind}


def _of_kind(merged: Mapping[tuple[str, str], str], kind: str) -> dict[str, str]:
    return {old: new for (of, old), new in merged.items() if of == kind}


def _merges(registers: Iterable[Register], kind: str) -> dict[str, str]:
    return {r.id: r.merged_into for r in registers if r.kind == kind and r.merged_into}
