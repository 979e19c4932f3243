"""Which issues of the dossier some words are about, where their own article does not list them.

An article on a bridge says `the bridge`; that this is the repair on the agenda of the talks, another article
tells. A word counts where it stands for one issue only: as the head of its name, or as what that is of.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.linking.groups import Key, Linked
from generator.linking.phrases import complement, head
from generator.linking.wording import stems
from generator.model import Annotated

FEWEST = 2
"""Entities that an article has in common with those that list an issue, to speak of the same things."""
NAMING = re.compile(
    r"(?<!\bat )(?<!\bin )(?<!\bacross )(?<!\bcross )(?<!\bnear )"
    r"\b(?:the|this|that|these|those|any|its|their|\d+) ((?:[^\W\d_]+[ -]?){1,3})",
    re.IGNORECASE,
)
"""Where words name something known already, `the temporary bridge`, and not where somebody is: `at the bridge`."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words that stand for one issue each."""

    issues: Mapping[str, str] = field(default_factory=dict)
    """Stem → id of the issue."""
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Issue → ids of the entities of the articles that list it."""

    def issues_in(self, names: Iterable[str]) -> tuple[str, ...]:
        """Ids of the issues that these stems stand for, in their order; see `named`."""
        return tuple(dict.fromkeys(self.issues[stem] for stem in names if stem in self.issues))

    def is_near(self, issue: str, entities: frozenset[str]) -> bool:
        """Whether an article that names `entities` speaks of the same things as those that list the issue."""
        return len(self.near[issue] & entities) >= FEWEST


def named(words: str) -> tuple[str, ...]:
    """Stems of what `words` name as something known already, in their order."""
    found = (stem for phrase in NAMING.findall(words) for word in phrase.split() for stem in stems(word))
    return tuple(dict.fromkeys(found))


def wordings(
    articles: Sequence[Annotated], issues: Mapping[str, Linked], entity_ids: Mapping[Key, str]
) -> Wordings:
    """What stands for the parts of a matter; the words of the matter itself and of other issues stand for none."""
    items = {(one.article.id, item.issue): item for one in articles for item in one.reading.issues}
    told = {one.article.id: entities_of(one, entity_ids) for one in articles}
    meant: dict[str, set[str]] = defaultdict(set)
    for id_, linked in issues.items():
        part = any(items[key].part_of for key in linked.members)
        for name in linked.names:
            own = complement(name) if name == linked.ref.name else frozenset()
            for stem in {head(name), *own} if part else stems(name):
                meant[stem].add(id_ if part else "")
    near = {
        id_: frozenset[str]().union(*(told[article] for article, _ in linked.members))
        for id_, linked in issues.items()
    }
    return Wordings(
        {stem: min(ids) for stem, ids in meant.items() if stem and len(ids) == 1 and "" not in ids}, near
    )


def entities_of(annotated: Annotated, entity_ids: Mapping[Key, str]) -> frozenset[str]:
    """Ids of the entities across articles that an article names."""
    article = annotated.article.id
    return frozenset(entity_ids.get((article, each.id), each.id) for each in annotated.reading.entities)
