"""Vocabularies: their format, what is wrong with a file, and which topic a phrase has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import vocabulary

TOPICS = [
    # pax: the words of a phrase in dictionary form → its PA-X code
    ("pax", "exchange of prisoner and hostage", "TjPrire"),
    ("pax", "deployment of foreign troop upon withdrawal from the valley", "SsrFf"),
    ("pax", "expansion of humanitarian aid during the ceasefire", "DevHum"),
    ("pax", "conclusion of the ceasefire talk", "Ce"),
    ("pax", "return of refugee to their village", "GRef"),
    ("pax", "demarcation of the northern border", "StBor"),
    ("pax", "date of the election", "Ele"),
    ("pax", "water share of the lower valley", "Wat"),
    ("pax", "amnesty for fighter", "TjAm"),
    ("pax", "disarmament of the militia", "SsrDdr"),
    ("pax", "observer mission on the border", "ImPK"),
    ("pax", "colour of the curtain", ""),
    ("civic", "pay rise for nurse", "labour-pay"),
    ("civic", "tariff on steel", "trade-tariffs"),
    ("civic", "carbon emission", "climate"),
    ("civic", "closure of the plant", "labour-jobs"),
    ("civic", "sale of the airline", "merger"),
    ("civic", "ban on the app", "technology"),
    ("civic", "social medium age limit", "technology"),
    ("civic", "fuel subsidy", "budget"),
    ("civic", "gas pipeline", "energy"),
    ("civic", "border wall", "migration"),
    ("civic", "drug price", "health"),
    ("civic", "electoral law", "voting"),
    ("civic", "candidacy of the ex-president", "voting"),
    ("civic", "impeachment of the president", "coalition"),
    ("civic", "pardon for the former minister", "courts"),
    ("civic", "appeal against the sentence", "courts"),
    ("civic", "protest law", "policing"),
    ("civic", "press freedom", "media"),
    ("civic", "use of force", "defence"),
    ("civic", "sanction on the bank", "sanctions"),
    ("civic", "sanction against the club", "sport"),
    ("civic", "transfer of the goalkeeper", "sport"),
    ("civic", "colour of the curtain", ""),
]


@pytest.mark.parametrize(("name", "phrase", "code"), TOPICS)
def test_topic_of_a_phrase(name, phrase, code):
    found = vocabulary.load(name).match(phrase.split())
    assert (found.code if found else "") == code


OWN = """
title: Valley talks
licence: CC0
include: [pax]
topics:
  - code: TOLL
    name: road toll
    terms: [toll, fee|levy & road]
  - {code: TOLL-YEARS, name: how long the toll stands, parent: TOLL, terms: [year & toll]}
"""


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("toll", "TOLL"),
        ("fee on the road", "TOLL"),
        ("road levy", "TOLL"),
        ("fee", ""),
        ("year of the toll", "TOLL-YEARS"),  # more words tell more
        ("ceasefire", "Ce"),  # included
    ],
)
def test_a_dossier_brings_its_own(phrase, code):
    own, _ = vocabulary.read(OWN, "valley.yml")
    found = own.match(phrase.split())
    assert (found.code if found else "") == code


def test_label():
    assert vocabulary.load("pax").label("Ce") == "ceasefire"
    assert vocabulary.load("pax").label("nothing") == ""


@pytest.mark.parametrize("name", vocabulary.BUILT_IN)
def test_built_in_vocabularies_say_where_their_codes_come_from(name):
    found = vocabulary.load(name)
    assert found.name == name
    assert found.title
    assert found.source
    assert found.licence
    assert len({topic.code for topic in found.topics}) == len(found.topics)
    assert all(topic.terms and topic.name for topic in found.topics)


WRONG = [
    ("topics: [{code: A}]", 'v.yml:1: error[missing-key]: "name" is missing'),
    (
        "topics:\n  - {code: A, name: a}\n  - {code: A, name: b}",
        'error[duplicate-code]: the code "A" stands twice',
    ),
    ("topics: [{code: A, name: a, parent: B}]", 'error[unknown-parent]: "parent": no topic has the code "B"'),
    ("include: [peace]", 'error[unknown-vocabulary]: "include": there is no built-in vocabulary "peace"'),
    ("topics: [", "error[yaml-syntax]"),
]


@pytest.mark.parametrize(("source", "message"), WRONG)
def test_what_is_wrong_is_told(source, message):
    found, problems = vocabulary.read(source, "v.yml")
    assert found is None
    told = [f"{each.path}:{each.line}: {each.severity}[{each.code}]: {each.message}" for each in problems]
    assert any(message in line for line in told), told


def test_the_file_of_the_dossier_comes_before_a_built_in_one():
    found, problems = vocabulary.choose("pax", {"content/vocabulary/pax.yml": "topics: [{code: X, name: x}]"})
    assert [topic.code for topic in found.topics] == ["X"]
    assert problems == ()


def test_for_one_in_error_pax_serves():
    found, problems = vocabulary.choose("hills", {"content/vocabulary/hills.yml": "topics: ["})
    assert found.name == "pax"
    assert [problem.path for problem in problems] == ["content/vocabulary/hills.yml"]


def test_there_are_those_of_the_dossier_and_the_built_in_ones():
    assert vocabulary.names(["content/vocabulary/hills.yml"]) == ("civic", "hills", "pax")


PAX = vocabulary.load("pax")
SINGLE = sorted(
    {next(iter(term[0][0])) for topic in PAX.topics for term in topic.terms if len(term) == len(term[0]) == 1}
)


@given(
    st.sampled_from(SINGLE), st.lists(st.sampled_from(["red", "curtain", "of", "blue"])), st.integers(0, 5)
)
def test_a_term_is_found_wherever_it_stands(term, others, at):
    assert PAX.match([*others[:at], term, *others[at:]]) is not None
