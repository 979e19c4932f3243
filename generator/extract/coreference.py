"""Who a pronoun or a role means: an entity of the article.

Rules over the names already found, made for the sources of statements: the last speaker of fitting kind, then
the first name of the nearest sentence that has one. Gender is read from titles, kinship, roles and first names.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.extract import bodies
from generator.extract.mentions.lexicon import gender_of, is_first_name, places
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
PERSON: frozenset[EntityType] = frozenset({"person"})
GENDERS = {"he": "m", "she": "f"}
AGED = re.compile(r"(?:\d+-year-)?olds?")
"""Head of `the 44-year-old`, which stands for a person like a pronoun."""
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
    acting: Sequence[Mention] = ()
    """Those that are the subject of their sentence, and subjects told by a role, `the minister`, in order."""
    publisher: str = ""
    """Name of who publishes the article, and is none of the companies it tells of."""
    strangers: "tuple[Spoken, ...]" = ()
    """People without a name whom a clause is about, in the order of the text: `A man was arrested.`"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source that is known: the code point where it stands, and the entity."""

    at: int
    entity: str
    """Empty where it has no name: then a pronoun that fits it means nobody named either."""
    kind: str = ""
    """`person`, `people` or `organization`, where it has no name; `name` where nothing tells what it is."""
    words: str = ""


def context(text: str, starts: Sequence[int], reading: Reading, publisher: str = "") -> Context:
    """The names of the reading, ready for resolving pronouns in `text`; `publisher` as in `Context`."""
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
        starts,
        reading.mentions,
        {entity.id: entity for entity in reading.entities},
        genders,
        publisher=publisher.casefold(),
    )


def learnt(known: Context, word: str, entity: str) -> Context:
    """What is known once a pronoun has shown the gender of somebody whose name did not."""
    gender = GENDERS.get(word.casefold(), "")
    if not gender or not entity or entity in known.genders:
        return known
    return replace(known, genders={**known.genders, entity: gender})


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
    found = antecedent(known, word, at, spoken)
    return found.entity if found else ""


def antecedent(
    known: Context, word: str, at: int, spoken: Sequence[Spoken], said: int | None = None
) -> Spoken | None:
    """What the pronoun `word` at code point `at` takes up, be it somebody without a name; None if nothing fits.

    The subject of its own sentence, before the words that it says, which begin at `said`; the subject of the
    sentence before, if nobody has spoken since; the last speaker; the first name of the nearest sentence that has
    one. An age, `the 44-year-old`, is a person's.
    """
    aged = AGED.fullmatch(word.casefold())
    word = "" if aged else word.casefold()
    kinds = PERSON if aged else KINDS.get(word, frozenset())
    sentence = bisect_right(known.starts, at) - 1
    since = known.starts[max(0, sentence - REACH)] if known.starts else 0

    def fits(identity: str) -> bool:
        entity = known.entities.get(identity)
        if entity is None or entity.type not in kinds:
            return False
        gender = GENDERS.get(word, "")
        return not gender or known.genders.get(identity, gender) == gender

    def acts(each: Mention) -> bool:
        place = known.entities[each.entity].type == "place"
        return not place or each in known.acting

    own = "" if said is None else _subject(known, sentence, spoken, min(at, said))
    turned = _turned(known, sentence, spoken, at)
    acting = next((each for each in (own, turned) if each and fits(each)), "")
    if acting:
        return Spoken(at, acting)
    stranger = _stranger(known, sentence, spoken, word, at)
    if stranger is not None:
        return stranger
    for each in reversed(spoken):
        if each.at < since:
            break
        if each.at < at and (fits(each.entity) if each.entity else _fits_unnamed(word, each)):
            return each
    first = bisect_left(known.mentions, since, key=lambda each: each.span.start)
    last = bisect_left(known.mentions, at, key=lambda each: each.span.start)
    near = [each for each in known.mentions[first:last] if fits(each.entity) and acts(each)]
    if not near:
        return _taken_for_a_body(known, spoken, turned, since, at) if word in GENDERS else None
    nearest = bisect_right(known.starts, near[-1].span.start)
    there = [each for each in near if bisect_right(known.starts, each.span.start) == nearest]
    first_named = next((each for each in there if each in known.acting), there[0])
    return Spoken(first_named.span.start, first_named.entity)


def _taken_for_a_body(
    known: Context, spoken: Sequence[Spoken], turned: str, since: int, at: int
) -> Spoken | None:
    """The subject or speaker before, read as a body or place, whom `she` shows to be a person."""
    last = next((each.entity for each in reversed(spoken) if since <= each.at < at), "")
    for identity in (turned, last):
        entity = known.entities.get(identity)
        if (
            entity
            and entity.type != "person"
            and PERSONAL.fullmatch(entity.name)
            and entity.name not in places()
            and not bodies.has_class(entity)
        ):
            return Spoken(at, identity)
    return None


PERSONAL = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][\w'’-]*){1,2}")
"""What a person's name looks like, whatever it was taken for: two or three words, the first of them no acronym."""


def _subject(known: Context, sentence: int, spoken: Sequence[Spoken], before: int) -> str:
    """Id of the last subject that the sentence names before the code point `before`, if nobody spoke since."""
    since = max(
        [
            known.starts[sentence] if sentence >= 0 else 0,
            *(each.at + 1 for each in spoken if each.at < before),
        ]
    )
    first = bisect_left(known.acting, since, key=lambda each: each.span.start)
    last = bisect_left(known.acting, before, key=lambda each: each.span.start)
    return known.acting[last - 1].entity if first < last else ""


def _turned(known: Context, sentence: int, spoken: Sequence[Spoken], at: int) -> str:
    """Id of the subject of the sentence before, where it is named after everybody who has spoken; else empty."""
    if sentence < 1:
        return ""
    since = max([known.starts[sentence - 1], *(each.at for each in spoken if each.at < at)])
    first = bisect_left(known.acting, since, key=lambda each: each.span.start)
    last = bisect_left(known.acting, known.starts[sentence], key=lambda each: each.span.start)
    return known.acting[first].entity if first < last else ""


def _stranger(known: Context, sentence: int, spoken: Sequence[Spoken], word: str, at: int) -> Spoken | None:
    """Whom the sentence before brings in without a name, if nobody has spoken since: `A man was held. He said`."""
    if sentence < 1:
        return None
    since = max([known.starts[sentence - 1], *(each.at for each in spoken if each.at < at)])
    first = bisect_left(known.strangers, since, key=lambda each: each.at)
    last = bisect_left(known.strangers, known.starts[sentence], key=lambda each: each.at)
    return next((each for each in reversed(known.strangers[first:last]) if _fits_unnamed(word, each)), None)


def _fits_unnamed(word: str, source: Spoken) -> bool:
    """Whether `she` can mean `a woman at the scene`, or `they` `residents`."""
    if word not in GENDERS:
        return source.kind == {"it": "organization", "they": "people"}.get(word)
    other = MALE if word == "she" else FEMALE
    return source.kind in {"person", "name"} and not other.search(source.words)


def role(known: Context, words: str, at: int) -> str:
    """Id of the person whose role `words` repeats (`the minister`, `Arvik's transport minister`); empty if none.

    It is the last one named before `at`; before anybody is named, as in a headline, the only one of the article.
    """
    phrase = [
        word
        for word in re.findall(r"\w+", words.casefold())
        if word not in {"s", "the", "this", "that", "his", "her", "its", "their"}
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


def epithet(known: Context, word: str, at: int, spoken: Sequence[Spoken]) -> str:
    """Id of the person before of whom no role is told, for `the conductor`, when nobody else is one; else empty.

    Whether the text speaks of a conductor before is for the caller to see.
    """
    if any(word in _role_heads(each.role) for each in known.entities.values()):
        return ""
    found = pronoun(known, "old", at, spoken)
    role = known.entities[found].role.casefold() if found else ""
    return found if not role or role in TITLES else ""


TITLES = frozenset({"professor", "dr", "doctor", "dame", "sir"})
"""Roles that leave open what somebody does."""


def _has_role(role: str, phrase: Sequence[str]) -> bool:
    """Whether a role has the head of the phrase, and its other words in whatever form: `Arvik`, `Arvikan`.

    Who stands in for a mayor, or was one, is not `the mayor`.
    """
    of_role = re.findall(r"\w+", role.casefold())
    return (
        phrase[-1] in _role_heads(role)
        and all(any(word[:5] == other[:5] for other in of_role) for word in phrase[:-1])
        and all(word in phrase or f"{word} {phrase[-1]}" not in " ".join(of_role) for word in LESSER)
    )


LESSER = frozenset("assistant deputy ex shadow vice".split())
"""Before a role: of somebody who does not have it."""


def body(known: Context, head: str, at: int) -> str:
    """Id of the last organization named before `at` that is a `head` (`the union`); empty if none is."""
    named = [
        entity
        for each in known.mentions
        if each.span.start < at
        and (entity := known.entities.get(each.entity)) is not None
        and entity.type == "organization"
    ]
    fitting = [entity.id for entity in named if bodies.is_a(entity, head)]
    if not fitting and head in bodies.COMPANY:
        fitting = [
            entity.id for entity in named if not bodies.has_class(entity) and not _publishes(known, entity)
        ]
        fitting = fitting or _taken_for_a_person(known, at)
    return fitting[-1] if fitting else ""


def _taken_for_a_person(known: Context, at: int) -> list[str]:
    """Ids of subjects before `at` read as people, but with neither a role nor a first name: `Karoo Platinum`."""
    return [
        each.entity
        for each in known.acting
        if each.span.start < at
        and (entity := known.entities[each.entity]).type == "person"
        and " " in entity.name
        and not entity.role
        and each.entity not in known.genders
        and not is_first_name(entity.name.split()[0])
    ]


def _publishes(known: Context, entity: NamedEntity) -> bool:
    """Whether it is an outlet, the article's own or another that is said to be one."""
    own = bool(known.publisher) and entity.name.casefold() in known.publisher
    return own or not bodies.OUTLETS.isdisjoint(re.findall(r"\w+", entity.role.casefold()))


def role_at(known: Context, at: int) -> str:
    """What the entity named at code point `at` is, by the last word of its role; empty if none is told."""
    entity = _named_at(known, at)
    words = re.findall(r"\w+", entity.role.casefold()) if entity else []
    return words[-1] if words else ""


def is_unclassed(known: Context, at: int) -> bool:
    """Whether an organization is named at code point `at` whose name does not say what it is."""
    entity = _named_at(known, at)
    return entity is not None and entity.type == "organization" and not bodies.has_class(entity)


def _named_at(known: Context, at: int) -> NamedEntity | None:
    index = bisect_right(known.mentions, at, key=lambda each: each.span.start) - 1
    mention = known.mentions[index] if index >= 0 else None
    return known.entities.get(mention.entity) if mention and at < mention.span.end else None


def _role_heads(role: str) -> set[str]:
    """What somebody is by a role: `president` for `union president`, `minister` for `minister of trade`."""
    parts = re.split(r",| (?:of|for|at|in|and|who|from|to) ", role.casefold())
    heads = {words[-1] for part in parts if (words := re.findall(r"\w+", part))}
    return heads - bodies.COMPANY  # `general counsel of the company` is no company
