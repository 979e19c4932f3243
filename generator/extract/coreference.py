"""Who a pronoun or a role means: an entity of the article.

Rules over the names already found, made for the sources of statements: the last speaker of fitting kind, then
the first name of the nearest sentence that has one. Gender is read from titles, kinship, roles and first names.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
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
    subjects: frozenset[int] = frozenset()
    """Code points where names start that are the subject of their sentence."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source that is known: the code point where it stands, and the entity."""

    at: int
    entity: str
    """Empty where it has no name: then a pronoun that fits it means nobody named either."""
    kind: str = ""
    """`person`, `people` or `organization`, where it has no name."""
    words: str = ""


def context(
    text: str, starts: Sequence[int], reading: Reading, subjects: frozenset[int] = frozenset()
) -> Context:
    """The names of the reading, ready for resolving pronouns in `text`; `subjects` as in `Context`."""
    before: dict[str, str] = {}
    for mention in reading.mentions:
        start = mention.span.start
        before[mention.entity] = before.get(mention.entity, "") + text[max(0, start - 12) : start] + "|"
    genders = {
        entity.id: gender
        for entity in reading.entities
        if entity.type == "person" and (gender := _gender(entity, before.get(entity.id, "")))
    }
    return Context(
        starts, reading.mentions, {entity.id: entity for entity in reading.entities}, genders, subjects
    )


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

    def acts(each: Mention) -> bool:
        place = known.entities[each.entity].type == "place"
        return not place or each.span.start in known.subjects

    turned = _turned(known, sentence, spoken, at)
    if turned and fits(turned):
        return turned
    for each in reversed(spoken):
        if each.at < since:
            break
        if each.at < at and (fits(each.entity) if each.entity else _fits_unnamed(word.casefold(), each)):
            return each.entity
    first = bisect_left(known.mentions, since, key=lambda each: each.span.start)
    last = bisect_left(known.mentions, at, key=lambda each: each.span.start)
    near = [each for each in known.mentions[first:last] if fits(each.entity) and acts(each)]
    if not near:
        return ""
    nearest = bisect_right(known.starts, near[-1].span.start)
    return next(each.entity for each in near if bisect_right(known.starts, each.span.start) == nearest)


def _turned(known: Context, sentence: int, spoken: Sequence[Spoken], at: int) -> str:
    """Id of the subject of the sentence before, where it is named after everybody who has spoken; else empty."""
    if sentence < 1:
        return ""
    since = max([known.starts[sentence - 1], *(each.at for each in spoken if each.at < at)])
    first = bisect_left(known.mentions, since, key=lambda each: each.span.start)
    last = bisect_left(known.mentions, known.starts[sentence], key=lambda each: each.span.start)
    named = [each.entity for each in known.mentions[first:last] if each.span.start in known.subjects]
    return named[0] if named else ""


def _fits_unnamed(word: str, source: Spoken) -> bool:
    """Whether `she` can mean `a woman at the scene`, or `they` `residents`."""
    if word not in GENDERS:
        return source.kind == {"it": "organization", "they": "people"}.get(word)
    other = MALE if word == "she" else FEMALE
    return source.kind == "person" and not other.search(source.words)


def role(known: Context, words: str, at: int) -> str:
    """Id of the person whose role `words` repeats (`the minister`, `Arvik's transport minister`); empty if none.

    It is the last one named before `at`; before anybody is named, as in a headline, the only one of the article.
    """
    phrase = [
        word for word in re.findall(r"\w+", words.casefold()) if word not in {"s", "the", "this", "that"}
    ]
    holders = {
        entity.id
        for entity in known.entities.values()
        if phrase and entity.type == "person" and _has_role(entity.role, phrase)
    }
    earlier = [each.entity for each in known.mentions if each.span.start < at and each.entity in holders]
    if earlier:
        return earlier[-1]
    return next(iter(holders)) if len(holders) == 1 else ""


def _has_role(role: str, phrase: Sequence[str]) -> bool:
    """Whether a role has the head of the phrase, and its other words in whatever form: `Arvik`, `Arvikan`."""
    of_role = re.findall(r"\w+", role.casefold())
    return phrase[-1] in _role_heads(role) and all(
        any(word[:5] == other[:5] for other in of_role) for word in phrase[:-1]
    )


BODIES: Mapping[str, frozenset[str]] = {
    "union": frozenset("brotherhood guild labour teamsters union unions workers".split()),
    "broadcaster": frozenset("broadcasting channel news radio television tv".split()),
    "station": frozenset("radio television tv".split()),
    "newspaper": frozenset(
        "chronicle courier daily gazette globe herald journal mail news post times tribune".split()
    ),
    "paper": frozenset(
        "chronicle courier daily gazette globe herald journal mail news post times tribune".split()
    ),
    "airline": frozenset("air airlines airways".split()),
    "club": frozenset("city fc rovers town united".split()),
    "bank": frozenset({"bank"}),
}
"""Word for a body → words in the names of such bodies, beside the word itself."""
COMPANY = frozenset({"company", "firm", "group", "operator"})
"""Words for a body whose name need not say what it is."""


def body(known: Context, head: str, at: int) -> str:
    """Id of the last organization named before `at` that is a `head` (`the union`); empty if none is."""
    named = [
        entity
        for each in known.mentions
        if each.span.start < at
        and (entity := known.entities.get(each.entity)) is not None
        and entity.type == "organization"
    ]
    fitting = [entity.id for entity in named if _is_a(entity, head)]
    if not fitting and head in COMPANY:
        fitting = [entity.id for entity in named if not _has_class(entity)]
    return fitting[-1] if fitting else ""


def _is_a(entity: NamedEntity, head: str) -> bool:
    words = set(re.findall(r"\w+", f"{entity.name} {entity.role}".casefold()))
    return head in words or not words.isdisjoint(BODIES.get(head, frozenset()))


def _has_class(entity: NamedEntity) -> bool:
    """Whether the name says what the body is, so that it is no company."""
    last = entity.name.casefold().split()[-1]
    return last in BODY_NOUNS or any(_is_a(entity, head) for head in BODIES)


BODY_NOUNS = frozenset(
    """agency army assembly association authority cabinet commission committee congress council court department
    federation force government institute league ministry movement office organisation organization parliament party
    police post senate service society tribunal university""".split()
)


def _role_heads(role: str) -> set[str]:
    """What somebody is by a role: `president` for `union president`, `minister` for `minister of trade`."""
    parts = re.split(r",| (?:of|for|at|in|and|who|from|to) ", role.casefold())
    return {words[-1] for part in parts if (words := re.findall(r"\w+", part))}
