"""People, organizations and places of one article.

Candidates, with evidence for their types, are joined to entities; then naming.find_mentions finds where they
are named, by the same rule as every later build.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import chain, count
from string import capwords

from generator.extract.mentions import roles
from generator.extract.mentions.candidates import candidates, headline_words
from generator.extract.mentions.explained import explained
from generator.extract.mentions.forms import Form, forms
from generator.extract.mentions.lexicon import gender_of, known
from generator.extract.mentions.nounphrases import Bodies
from generator.extract.mentions.people import people
from generator.extract.mentions.pointing import exceptions
from generator.extract.mentions.runs import DATES
from generator.extract.mentions.things import LONGEST_ACRONYM, OFFICIAL, Group, things
from generator.extract.mentions.tokens import Line, read_lines
from generator.extract.parsed import Doc
from generator.model import Article, EntityType, NamedEntity, Reading
from generator.naming import find_mentions, slug

__all__ = ["extract", "gender_of"]


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the entities that the article names, and every mention of them."""
    lines = tuple(read_lines(doc))
    groups = named_groups(doc, article.text, lines)
    shouted = headline_words(article.text, lines)
    bodies = {
        each.span.start: (each.span.end, kind)
        for group, kind in groups
        for form in group
        for each in form.occurrences
        if kind != "person"
    }
    entities = _with_ids([_entity(group, kind, doc, shouted, bodies) for group, kind in groups])
    found = exceptions(doc, article.text, tuple(zip(entities, (g for g, _ in groups), strict=True)))
    mentions = find_mentions(article.text, entities, found)
    named = {mention.entity for mention in mentions}
    kept = tuple(entity for entity in entities if entity.id in named)
    return replace(reading, entities=kept, mentions=mentions)


def named_groups(doc: Doc, text: str, lines: Sequence[Line]) -> list[Group]:
    """Forms that mean one and the same, with its type, in the order in which the text first names them."""
    named, meant = explained(forms(candidates(doc, text, lines), text), text)
    persons, rest = people(named, text)
    groups: list[Group] = [*((group, "person") for group in persons), *things(rest, text, meant)]
    return sorted(groups, key=lambda pair: min(form.first for form in pair[0]))


def _entity(
    group: Sequence[Form], kind: EntityType, doc: Doc, shouted: Container[str], bodies: Bodies
) -> NamedEntity:
    """The entity of a group of forms; its id is not yet unique.

    A surname that stands alone only as a month or in a headline, one of the words `shouted`, is a name of it too.
    A place that only a dateline names, `PORT ADAIR`, is called `Port Adair`.
    """
    ordered = sorted(group, key=_fullest_first)
    surname = ordered[0].words[-1]
    alone = kind == "person" and (surname in DATES or surname in shouted)
    names = tuple(dict.fromkeys((*(form.text for form in ordered), *([surname] if alone else []))))
    if kind == "place" and names[0].isupper() and len(names[0]) > LONGEST_ACRONYM:
        names = (capwords(names[0]), *names)
    occurrences = sorted((c for form in group for c in form.occurrences), key=lambda c: c.span)
    return NamedEntity(
        id=slug(names[0]),
        type=kind,
        name=names[0],
        names=names,
        role=roles.role_of(occurrences, kind, doc, bodies),
        rule="names",
        unsure=_unsure(group, kind),
    )


def _unsure(group: Sequence[Form], kind: EntityType) -> str:
    """Why a person should look: an unknown word, named once, that only the model takes for an organization."""
    form, *others = group
    only = not others and len(form.words) == len(form.occurrences) == 1 and not form.text.isupper()
    guessed = form.firm.get(kind, 0.0) <= 0 and not known(form.text) and not form.occurrences[0].verb
    doubtful = kind == "organization" and only and guessed
    return "named once, and only the language model says what it is" if doubtful else ""


def _fullest_first(form: Form) -> tuple[bool, int, bool, int, int]:
    """The order of an entity's names: `Utopia` before `Republic of Utopia`, `Sennet` before `SENNET`."""
    official = len(form.words) > 2 and form.words[0] in OFFICIAL and form.words[1] == "of"
    return official, -len(form.words), form.text.isupper(), -len(form.text), form.first


def _with_ids(entities: Sequence[NamedEntity]) -> tuple[NamedEntity, ...]:
    """`entities` with ids of their own: a namesake of another type or a second bearer gets a suffix."""
    taken: set[str] = set()
    result = []
    for entity in entities:
        numbered = (f"{entity.id}-{number}" for number in count(2))
        free = next(
            each for each in chain((entity.id, f"{entity.id}-{entity.type}"), numbered) if each not in taken
        )
        taken.add(free)
        result.append(replace(entity, id=free))
    return tuple(result)
