"""Who a pronoun or a role means: an entity of the article.

Rules over the names already found, made for the sources of statements: the last speaker of fitting kind, then
the first name of the nearest sentence that has one. Gender is read from titles, kinship, roles and first names.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.mentions.lexicon import gender_of
from generator.model import EntityType, Mention, NamedEntity, Reading

MALE = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|Pope|Imam|Sheikh|Baron|Duke|Herr|Monsieur|[a-z]*(?:spokes|chair|congress|business|"
    r"police|states|fisher)man|(?:grand|step)?(?:father|son)|brother|husband|uncle|nephew|king|prince|actor|man|boy)\b"
)
FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Madam|Dame|Lady|Queen|Princess|Baroness|Duchess|Frau|Madame|[a-z]*(?:spokes|chair|congress|"
    r"business|police|states)woman|(?:grand|step)?(?:mother|daughter)|sister|wife|aunt|niece|queen|princess|actress|"
    r"woman|girl)\b"
)
KINDS: Mapping[str, frozenset[EntityType]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "it": frozenset({"organization", "place"}),
    "they": frozenset({"organization", "place"}),
}
"""What each pronoun can mean. Several people named one by one are no entity, so `they` means a body or nobody."""
GENDERS = {"he": "m", "she": "f"}
REACH = 3
"""Sentences that a pronoun reaches back."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the article when its pronouns are resolved."""

    starts: Sequence[int]
    """Code points where sentences start, ascending."""
    mentions: Sequence[Mention]
    """In the order of the text."""
    entities: Mapping[str, NamedEntity]
    genders: Mapping[str, str]
    """Entity id → `m` or `f`, where the article or the name tells."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source that is known: the code point where it stands, and the entity."""

    at: int
    entity: str
    """Empty where it has no name: then a pronoun that fits it means nobody named either."""
    kind: str = ""
    """`person`, `people` or `organization`, where it has no name."""
    words: str = ""


def context(text: str, starts: Sequence[int], reading: Reading) -> Context:
    """The names of the reading, ready for resolving pronouns in `text`."""
    before: dict[str, str] = {}
    for mention in reading.mentions:
        start = mention.span.start
        before[mention.entity] = before.get(mention.entity, "") + text[max(0, start - 12) : start] + "|"
    genders = {
        entity.id: gender
        for entity in reading.entities
        if entity.type == "person" and (gender := _gender(entity, before.get(entity.id, "")))
    }
    return Context(starts, reading.mentions, {entity.id: entity for entity in reading.entities}, genders)


def _gender(entity: NamedEntity, before: str) -> str:
    """From the titles right before its names and its role, else from the first name."""
    titles = " ".join(re.findall(r"(\w+)\.? *\|", before))
    words = f"{titles} {entity.role} {' '.join(entity.names)}"
    male, female = bool(MALE.search(words)), bool(FEMALE.search(words))
    if male != female:
        return "m" if male else "f"
    return gender_of(entity.name)


def pronoun(known: Context, word: str, at: int, spoken: Sequence[Spoken]) -> str:
    """Id of the entity that the pronoun `word` at code point `at` means; empty if none fits.

    `spoken` are the sources settled so far, in the order of the text.
    """
    kinds, gender = KINDS.get(word.casefold(), frozenset()), GENDERS.get(word.casefold(), "")
    sentence = bisect_right(known.starts, at) - 1
    since = known.starts[max(0, sentence - REACH)] if known.starts else 0

    def fits(identity: str) -> bool:
        entity = known.entities.get(identity)
        if entity is None or entity.type not in kinds:
            return False
        return not gender or known.genders.get(identity, gender) == gender

    for each in reversed(spoken):
        if each.at < since:
            break
        if each.at < at and (fits(each.entity) if each.entity else _fits_unnamed(word.casefold(), each)):
            return each.entity
    first = bisect_left(known.mentions, since, key=lambda each: each.span.start)
    last = bisect_left(known.mentions, at, key=lambda each: each.span.start)
    near = [each for each in known.mentions[first:last] if fits(each.entity)]
    if not near:
        return ""
    nearest = bisect_right(known.starts, near[-1].span.start)
    return next(each.entity for each in near if bisect_right(known.starts, each.span.start) == nearest)


def _fits_unnamed(word: str, source: Spoken) -> bool:
    """Whether `she` can mean `a woman at the scene`, or `they` `residents`."""
    if word not in GENDERS:
        return source.kind == {"it": "organization", "they": "people"}.get(word)
    other = MALE if word == "she" else FEMALE
    return source.kind == "person" and not other.search(source.words)


def role(known: Context, words: str, at: int) -> str:
    """Id of the last person named before `at` whose role `words` repeats (`the minister`); empty if none does."""
    head = re.findall(r"\w+", words.casefold())[-1:]
    holders = set(_holders(known, head[0])) if head else set()
    earlier = [each.entity for each in known.mentions if each.span.start < at and each.entity in holders]
    return earlier[-1] if earlier else ""


def _holders(known: Context, head: str) -> Iterator[str]:
    for entity in known.entities.values():
        if entity.type == "person" and head in re.findall(r"\w+", entity.role.casefold()):
            yield entity.id
