"""Who `she` is: names and speakers so far, and the pronoun's entity."""

import re

import pytest

from generator.extract import coreference
from generator.extract.coreference import Spoken
from generator.model import Mention, NamedEntity, Reading, Span

ENTITIES = (
    NamedEntity("lena-brandt", "person", "Lena Brandt", ("Lena Brandt", "Brandt")),
    NamedEntity("paul-reyes", "person", "Paul Reyes", ("Paul Reyes", "Reyes"), role="harbour minister"),
    NamedEntity("ines-duarte", "person", "Ines Duarte", ("Ines Duarte",)),
    NamedEntity("j-okoro", "person", "J. Okoro", ("Mrs Okoro",)),
    NamedEntity("port-authority", "organization", "Port Authority", ("Port Authority",)),
    NamedEntity("arvik", "place", "Arvik", ("Arvik",)),
)
NAMES = re.compile("|".join(name for entity in ENTITIES for name in entity.names))
BY_NAME = {name: entity.id for entity in ENTITIES for name in entity.names}


def known(text: str) -> coreference.Context:
    mentions = tuple(Mention(Span(*found.span()), BY_NAME[found.group()]) for found in NAMES.finditer(text))
    starts = [0, *(found.end() for found in re.finditer(r"\. ", text))]
    return coreference.context(text, starts, Reading(entities=ENTITIES, mentions=mentions))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Lena Brandt met Paul Reyes. She", "lena-brandt"),
        ("Lena Brandt met Paul Reyes. He", "paul-reyes"),
        ("Lena Brandt met Ines Duarte. She", "lena-brandt"),
        ("Mrs Okoro came. Paul Reyes left. She", "j-okoro"),
        ("Paul Reyes left. She", ""),
        ("The Port Authority sued Paul Reyes. It", "port-authority"),
        ("The Port Authority sued Paul Reyes. They", "port-authority"),
        ("Paul Reyes met Lena Brandt. They", ""),
        ("Paul Reyes left. It rained. It rained. It rained. It rained. He", ""),
    ],
)
def test_pronoun(text: str, means: str) -> None:
    at = text.rindex(" ") + 1
    assert coreference.pronoun(known(text), text[at:], at, ()) == means


@pytest.mark.parametrize(
    ("spoken", "word", "means"),
    [
        ((), "She", "lena-brandt"),
        ((Spoken(17, "ines-duarte"),), "She", "ines-duarte"),
        ((Spoken(17, "", "person", "a woman"),), "She", ""),
        ((Spoken(17, "", "person", "a man"),), "She", "lena-brandt"),
        ((Spoken(17, "", "people", "residents"),), "They", ""),
        ((Spoken(17, "", "organization", "the report"),), "It", ""),
    ],
)
def test_the_last_speaker_of_fitting_kind_comes_first(
    spoken: tuple[Spoken, ...], word: str, means: str
) -> None:
    text = "Lena Brandt met  Ines Duarte. She"
    assert coreference.pronoun(known(text), word, text.index("She"), spoken) == means


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("the minister", "paul-reyes"),
        ("the harbour minister", "paul-reyes"),
        ("the transport minister", ""),
        ("the bishop", ""),
    ],
)
def test_role(words: str, means: str) -> None:
    text = "Paul Reyes met Lena Brandt. The"
    assert coreference.role(known(text), words, text.index("The")) == means


def test_a_role_in_a_headline_is_the_only_holder_s() -> None:
    text = "Harbour minister quits. Paul Reyes met Lena Brandt."
    assert coreference.role(known(text), "Harbour minister", 0) == "paul-reyes"


def test_they_are_no_place_that_is_only_stood_in() -> None:
    text = "The delegates met in Arvik. They"
    assert coreference.pronoun(known(text), "They", text.index("They"), ()) == ""


def test_a_pronoun_shows_a_person_where_the_name_was_read_as_a_place() -> None:
    reading = Reading(
        entities=(NamedEntity("carla-ward", "place", "Carla Ward", ("Carla Ward",)),),
        mentions=(Mention(Span(0, 10), "carla-ward"),),
    )
    text = "Carla Ward wants a vote. She"
    spoken = (Spoken(0, "carla-ward"),)
    assert coreference.pronoun(coreference.context(text, [0, 25], reading), "She", 25, spoken) == "carla-ward"


def test_a_country_that_every_list_has_is_nobody() -> None:
    reading = Reading(
        entities=(NamedEntity("new-zealand", "place", "New Zealand", ("New Zealand",)),),
        mentions=(Mention(Span(0, 11), "new-zealand"),),
    )
    text = "New Zealand wants a vote. He"
    spoken = (Spoken(0, "new-zealand"),)
    assert coreference.pronoun(coreference.context(text, [0, 26], reading), "He", 26, spoken) == ""


def test_a_pronoun_that_meant_somebody_tells_the_gender() -> None:
    text = "J. Okoro met Paul Reyes. He"
    before = known(text)
    assert coreference.learnt(before, "she", "arvik").genders["arvik"] == "f"
    assert coreference.learnt(before, "it", "arvik") == before
    assert coreference.learnt(before, "she", "paul-reyes").genders["paul-reyes"] == "m"
