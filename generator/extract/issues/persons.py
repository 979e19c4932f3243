"""Issues named by whose they are: `his resignation` is the resignation of Ada Brenner."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.events.context import Context
from generator.extract.events.syntax import subject
from generator.extract.events.who import entities
from generator.extract.issues import positions
from generator.extract.issues.phrases import owner_of
from generator.extract.issues.place import Place, key
from generator.extract.parsed import Token
from generator.naming import slug


def owned(place: Place, context: Context) -> Place:
    """`his resignation`, `the ban of Mayor Brenner` under the name of whose it is, where that is known."""
    head, first = context.doc[place.phrase.head], context.doc[place.phrase.start]
    if len(key(place)) == 1:
        person = person_of(first, context) if first.lower_ in {"his", "her"} else ""
        return of_person(place, place.name, person) if person else place
    owner = owner_of(head, place.phrase) if place.head in positions.OF_PEOPLE else None
    person = person_of(owner, context) if owner is not None else ""
    return of_person(place, head.lower_, person) if person else place


def person_of(token: Token, context: Context) -> str:
    """The name of the one person that a noun or a pronoun stands for; empty: none, or several."""
    found = list(entities(token, context))
    one = context.entities[found[0]] if len(found) == 1 else None
    return one.name if one is not None and one.type == "person" else ""


def of_person(place: Place, what: str, person: str) -> Place:
    """`place` under the name of `what` is that person's."""
    name, words = f"{what} of {person}", (place.head, "of", *person.lower().split())
    return replace(place, name=name, issue=slug(name), lemmas=words, person=person)


def of_one_person(places: Sequence[Place], context: Context) -> list[Place]:
    """Where the names tell of one person, `his release` is that one’s, whoever was spoken of last."""
    loose = [_is_by_pronoun(place, context) for place in places]
    told = {place.person for place, his in zip(places, loose, strict=True) if place.person and not his}
    return [
        of_person(place, place.head, min(told)) if his and len(told) == 1 else place
        for place, his in zip(places, loose, strict=True)
    ]


def _is_by_pronoun(place: Place, context: Context) -> bool:
    """`called for his release`; of `announced his resignation` it is clear whose."""
    his = context.doc[place.phrase.start].lower_ in {"his", "her"} and place.head in positions.OF_PEOPLE
    who = subject(place.verb) if his else None
    return his and (who is None or person_of(who, context) != place.person)
