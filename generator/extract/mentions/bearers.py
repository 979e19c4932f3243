"""Which of several bearers of a surname an occurrence of it means."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.mentions.lexicon import gender_of
from generator.model import Mention, NamedEntity, Span

Bearers = Sequence[str]
"""Ids of entities."""

ADDRESS: Mapping[str, str] = {"Mr": "m", "Sir": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f"}
BEFORE = re.compile(r"([\w-]+)\.? \Z")
AFTER = re.compile(r",? the (?:[\w’'-]+ ){0,3}?([a-z-]+)(?=[,.])")
OTHER = re.compile(r"\b[Oo]ther \Z")
ELDER = re.compile(r"\b(?:elder|older|younger) \Z")
PARENTS = frozenset("aunt father grandfather grandmother mother uncle".split())
PRONOUN = re.compile(
    r"(?:['’]s)?(?: (?!(?:who|and|but|with)\b)[a-z,’']+){0,7}? (he|she|his|her|himself|herself)\b"
)
"""The first pronoun after a name in its sentence."""
MEN = frozenset("brother father grandfather husband king nephew prince son spokesman uncle widower".split())
WOMEN = frozenset(
    "aunt daughter grandmother mother niece princess queen sister spokeswoman widow wife".split()
)
CLAUSES = re.compile(r"[^.!?\n]*; (?:and |but |while )?")
"""What stands between a name and the clause that follows its own."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A surname where it stands, with what was told before."""

    span: Span
    text: str
    entities: Mapping[str, NamedEntity]
    told: Sequence[Mention]
    """Mentions before this one whose bearer is known, in order."""
    last: Mapping[str, tuple[bool, int]]
    """Entity → whether it was the subject of a sentence, and when."""
    full: Mapping[str, int]
    """Entity → how often the text below its title names it in full."""

    def before(self, reach: int) -> str:
        """The text right before it."""
        return self.text[max(0, self.span.start - reach) : self.span.start]

    def newest(self, bearers: Bearers) -> str:
        """Who of the bearers was spoken of last."""
        return max(bearers, key=lambda bearer: self.last.get(bearer, (False, -1)))

    def roles(self, bearer: str) -> frozenset[str]:
        """The words of a bearer's role."""
        return frozenset(re.findall(r"[\w-]+", self.entities[bearer].role.lower()))

    def gender(self, bearer: str) -> str:
        """`f` or `m` by the first name or the role, empty where neither tells."""
        roles = self.roles(bearer)
        told = "" if roles.isdisjoint(MEN | WOMEN) else "m" if roles & MEN else "f"
        return gender_of(self.entities[bearer].name) or told


def bearer_of(found: Occurrence, bearers: Bearers) -> str:
    """The newest of the bearers whom no rule excludes; a rule that would exclude all says nothing."""
    for _, rule in RULES:
        bearers = rule(found, bearers) or bearers
    return found.newest(bearers)


def by_role(found: Occurrence, bearers: Bearers) -> Bearers:
    """`the minister Doe`, `Doe, the minister`."""
    beside = (BEFORE.search(found.before(30)), AFTER.match(found.text, found.span.end))
    told = {match.group(1).lower() for match in beside if match is not None}
    return [bearer for bearer in bearers if not told.isdisjoint(found.roles(bearer))]


def by_gender(found: Occurrence, bearers: Bearers) -> Bearers:
    """`Ms Doe`; `Doe said that she …`."""
    address, pronoun = BEFORE.search(found.before(30)), PRONOUN.match(found.text, found.span.end)
    gender = ADDRESS.get(address.group(1), "") if address is not None else ""
    if not gender and pronoun is not None:
        gender = "m" if pronoun.group(1) in {"he", "his", "himself"} else "f"
    told = [bearer for bearer in bearers if found.gender(bearer) == gender]
    return told or [bearer for bearer in bearers if not gender or not found.gender(bearer)]


def by_other(found: Occurrence, bearers: Bearers) -> Bearers:
    """`the other Doe` is not the one who was spoken of last."""
    if not OTHER.search(found.before(8)):
        return bearers
    return [bearer for bearer in bearers if bearer != found.newest(bearers)]


def by_age(found: Occurrence, bearers: Bearers) -> Bearers:
    """`the elder Doe` is a parent, or at least not the one who was spoken of last."""
    age = ELDER.search(found.before(10))
    if age is None:
        return bearers
    elder = not age.group().startswith("younger")
    parents = [bearer for bearer in bearers if not found.roles(bearer).isdisjoint(PARENTS)]
    if parents:
        return parents if elder else [bearer for bearer in bearers if bearer not in parents]
    return [bearer for bearer in bearers if bearer != found.newest(bearers)][:1]


def in_other_clause(found: Occurrence, bearers: Bearers) -> Bearers:
    """`Jane Doe left; Doe, who …`: a pronoun would do for the one whom the clause before names."""
    newest = found.told[-1] if found.told else None
    if newest is None or not CLAUSES.fullmatch(found.text, newest.span.end, found.span.start):
        return bearers
    return [bearer for bearer in bearers if bearer != newest.entity]


def once_in_full(found: Occurrence, bearers: Bearers) -> Bearers:
    """The first bearer, if the article names that one in full once and the others each time."""
    first = next((m.entity for m in found.told if m.entity in bearers), "")
    others = [found.full.get(bearer, 0) for bearer in bearers if bearer != first]
    return [first] if found.full.get(first, 0) == 1 and min(others, default=0) > 1 else bearers


def in_paragraph(found: Occurrence, bearers: Bearers) -> Bearers:
    """Whom the paragraph has named already."""
    start = found.text.rfind("\n", 0, found.span.start)
    here = {mention.entity for mention in found.told if mention.span.start > start}
    return [bearer for bearer in bearers if bearer in here]


def not_aside(found: Occurrence, bearers: Bearers) -> Bearers:
    """Not somebody's father or sister, whom a paragraph before named by the way."""
    start = found.text.rfind("\n", 0, found.span.start)
    here = {mention.entity for mention in found.told if mention.span.start > start}
    return [bearer for bearer in bearers if bearer in here or found.roles(bearer).isdisjoint(MEN | WOMEN)]


RULES: tuple[tuple[str, Callable[[Occurrence, Bearers], Bearers]], ...] = (
    ("role", by_role),
    ("other", by_other),
    ("age", by_age),
    ("gender", by_gender),
    ("clause", in_other_clause),
    ("once in full", once_in_full),
    ("paragraph", in_paragraph),
    ("aside", not_aside),
)
"""Each narrows the bearers that the one before leaves."""
