"""Names across articles: joined when sure, kept apart and listed when not."""

import pytest
from readings import annotated, issue, organization, person, place, register

from generator.linking import link, same_matter, stems


def entities(*readings, registers=(), merged=None):
    """Entity id → the (article, local id) pairs that mean it."""
    told = [annotated(f"a{number}", entities=(*found,)) for number, found in enumerate(readings)]
    links = link(told, registers, merged or {})
    return {id_: [key[0] + "/" + key[1] for key in linked.members] for id_, linked in links.entities.items()}


RENN = person("otto-renn", "Otto Renn", "Renn")
MARA = person("mara-renn", "Mara Renn", "Renn")
RENN_ONLY = person("renn", "Renn")
LAKE = organization("lake-cities-union", "Lake Cities Union", "LCU")
LCU = organization("lcu", "LCU")


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([[RENN], [RENN]], {"otto-renn": ["a0/otto-renn", "a1/otto-renn"]}, id="same id"),
        pytest.param(
            [[RENN_ONLY], [RENN]], {"otto-renn": ["a0/renn", "a1/otto-renn"]}, id="surname, told earlier"
        ),
        pytest.param(
            [[RENN], [MARA], [RENN_ONLY]],
            {"otto-renn": ["a0/otto-renn"], "mara-renn": ["a1/mara-renn"], "renn": ["a2/renn"]},
            id="surname of two people joins neither",
        ),
        pytest.param(
            [[LAKE], [LCU]], {"lake-cities-union": ["a0/lake-cities-union", "a1/lcu"]}, id="acronym"
        ),
        pytest.param(
            [[person("otto-j-renn", "Otto J. Renn", "Renn")], [person("otto-renn", "Otto Renn")]],
            {"otto-j-renn": ["a0/otto-j-renn", "a1/otto-renn"]},
            id="initial",
        ),
        pytest.param(
            [[place("corvin", "Corvin")], [person("corvin", "Corvin")]],
            {"corvin": ["a0/corvin"], "corvin-person": ["a1/corvin"]},
            id="a place named like a person",
        ),
        pytest.param(
            [[place("senn", "Senn")], [organization("senn", "Senn")], [place("senn", "Senn")]],
            {"senn": ["a0/senn", "a1/senn", "a2/senn"]},
            id="place or organization: one thing, read in two ways",
        ),
        pytest.param(
            [[place("senn", "Senn")], [place("senn", "Senn")], [person("senn", "Senn")]],
            {"senn": ["a0/senn", "a1/senn", "a2/senn"]},
            id="a country that one article of three takes for a person",
        ),
        pytest.param(
            [[place("republic-of-senn", "Republic of Senn")], [place("senn", "Senn")]],
            {"senn": ["a0/republic-of-senn", "a1/senn"]},
            id="full name of a state",
        ),
        pytest.param(
            [[place("us", "U.S.")], [place("united-states", "United States")], [place("america", "America")]],
            {"united-states": ["a0/us", "a1/united-states", "a2/america"]},
            id="a state under its short names",
        ),
        pytest.param(
            [[LAKE], [person("lcu", "LCU")]],
            {"lake-cities-union": ["a0/lake-cities-union"], "lcu": ["a1/lcu"]},
            id="a person is no organization's acronym",
        ),
    ],
)
def test_names_across_articles(readings, expected):
    assert entities(*readings) == expected


def test_an_ambiguous_surname_says_who_it_could_be():
    told = [annotated(f"a{n}", entities=(e,)) for n, e in enumerate((RENN, MARA, RENN_ONLY))]
    assert link(told, (), {}).entities["renn"].could_be == ("mara-renn", "otto-renn")


def test_what_it_could_be_follows_a_merge():
    told = [annotated(f"a{n}", entities=(e,)) for n, e in enumerate((RENN, MARA, RENN_ONLY))]
    merge = register("entity", "mara-renn", merged_into="otto-renn")
    assert set(link(told, [merge], {}).entities["renn"].could_be) == {"otto-renn"}


def test_what_was_joined_once_stays_joined_when_a_namesake_turns_up():
    merged = {("entity", "renn"): "otto-renn"}
    assert entities([RENN], [MARA], [RENN_ONLY], merged=merged)["otto-renn"] == ["a0/otto-renn", "a2/renn"]


def test_a_registers_aliases_join():
    union = register("entity", "lake-cities-union", name="Lake Cities Union", aliases=("The Union",))
    found = entities([LAKE], [organization("the-union", "The Union")], registers=[union])
    assert found == {"lake-cities-union": ["a0/lake-cities-union", "a1/the-union"]}


def test_a_register_merges_an_entity_and_leaves_a_redirect():
    told = [annotated("a", entities=(RENN,)), annotated("b", entities=(MARA,))]
    links = link(told, [register("entity", "mara-renn", merged_into="otto-renn")], {})
    assert links.entity("b", "mara-renn").id == "otto-renn"
    assert links.redirects == {"entities/mara-renn": "entities/otto-renn"}


def test_a_registers_name_and_type_win():
    told = [annotated("a", entities=(RENN,))]
    links = link(told, [register("entity", "otto-renn", name="Otto von Renn", type="organization")], {})
    ref = links.entities["otto-renn"].ref
    assert (ref.name, ref.type) == ("Otto von Renn", "organization")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("release of the prisoners", "P"), ("prisoner release", "P"), True),
        (("release of prisoners", "P"), ("exchange of hostages", "P"), False),
        (("transit fee", ""), ("the transit fees", ""), True),
        (("transit fee", "E"), ("transit fee", "R"), False),
        (("border inspections", ""), ("border crossings", ""), False),
        (("fee", ""), ("transit fee", ""), True),
    ],
)
def test_issues_that_are_one(first, second, same):
    assert same_matter(issue("a", *first), issue("b", *second)) is same


def test_issues_join_across_articles_under_the_first_ones_address():
    told = [
        annotated("a", issues=(issue("transit-fee", "transit fee", "E"),)),
        annotated("b", issues=(issue("the-fee-for-transit", "the fee for transit", "E"),)),
    ]
    links = link(told, (), {})
    assert links.issue("b", "the-fee-for-transit").id == "transit-fee"
    assert links.issues["transit-fee"].names == ("transit fee", "the fee for transit")


def test_stems_join_forms_of_a_word():
    assert stems("the releases of hostages") == stems("release of a hostage")
