"""Names found in a text, and ids made of names."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Mention, NamedEntity, Span
from generator.naming import ambiguous, exceptional, find_mentions, slug


def entity(entity_id, *names):
    return NamedEntity(entity_id, "person", names[0], names)


def found(text, entities, exceptions=()):
    return [(text[m.span.start : m.span.end], m.entity) for m in find_mentions(text, entities, exceptions)]


SLUGS = [
    ("Ana Lindqvist", "ana-lindqvist"),
    ("U.S.", "us"),
    ("O’Neill", "oneill"),
    ("O'Neill", "oneill"),
    ("Bank of Moravia", "bank-of-moravia"),
    ("Tømmer & Søn", "tommer-son"),
    ("Wałbrzych", "walbrzych"),
    ("Straße", "strasse"),
    ("JOSÉ", "jose"),
    ("Jose\u0301", "jose"),
    ("AT&T", "at-t"),
    ("CON", "con-name"),
    ("nul", "nul-name"),
    ("Com1", "com1-name"),
    ("Console", "console"),
    ("../../etc/passwd", "etc-passwd"),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_slug(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["한국", "😀", "", "«»", "Καλαμάτα"])
def test_slug_without_ascii_is_a_hash(name):
    assert re.fullmatch(r"x-[0-9a-f]{8}", slug(name))


def test_slugs_of_different_names_differ_where_ascii_drops_letters():
    assert len({slug("金 Steel"), slug("李 Steel"), slug("Steel")}) == 3


def test_slugs_of_long_names_differ_though_cut():
    first, second = slug("x" * 300 + "a"), slug("x" * 300 + "b")
    assert first != second
    assert len(first) == len(second) == 64


@given(st.text())
def test_slug_is_a_safe_file_name(name):
    result = slug(name)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", result)
    assert len(result) <= 64
    assert slug(name) == result
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", result)


@given(st.text(alphabet="abc .-", min_size=1))
def test_slug_of_a_slug_is_itself(name):
    assert slug(slug(name)) == slug(name)


FINDS = [
    ("Doe’s plan and Doe's plan", ["Doe"], ["Doe", "Doe"]),
    ("O'Hara met O’Hara", ["O’Hara"], ["O'Hara", "O’Hara"]),
    ("O’Hara is not Hara", ["Hara"], ["Hara"]),
    ("Doeville, Doe-led, ADoe, Doe.", ["Doe"], ["Doe", "Doe"]),
    ("the U.S., U.S.-led, the U.S.", ["U.S."], ["U.S.", "U.S.", "U.S."]),
    ("US troops told us", ["US"], ["US"]),
    ("US$5 and U.S.$6 for the US", ["US", "U.S."], ["US"]),
    ("Jane Doe and Doe", ["Jane Doe", "Doe"], ["Jane Doe", "Doe"]),
    ("Jane  Doe", ["Jane Doe"], ["Jane  Doe"]),
    ("Jane\nDoe", ["Jane Doe"], []),
    ("New Bank of Moravia", ["New Bank", "Bank of Moravia"], ["Bank of Moravia"]),
    ("they’ll say Doe’ll go", ["Doe"], ["Doe"]),
    ("Al‑Noor and Al-Noor", ["Al-Noor"], ["Al‑Noor", "Al-Noor"]),
    ("A+ (Doe) [Doe]", ["A+", "Doe"], ["A+", "Doe", "Doe"]),
]


@pytest.mark.parametrize(("text", "names", "expected"), FINDS)
def test_finds_names_bounded_by_words(text, names, expected):
    assert [name for name, _ in found(text, [entity("it", *names)])] == expected


def test_the_name_itself_counts_beside_the_other_names():
    assert found("Jane Doe and Doe", [NamedEntity("jd", "person", "Jane Doe", ("Doe",))]) == [
        ("Jane Doe", "jd"),
        ("Doe", "jd"),
    ]


SISTERS = [entity("ana", "Ana Ruiz", "Ruiz"), entity("eva", "Eva Ruiz", "Ruiz")]


def test_a_shared_name_belongs_to_nobody():
    text = "Ana Ruiz saw Eva Ruiz. Ruiz left."
    assert found(text, SISTERS) == [("Ana Ruiz", "ana"), ("Eva Ruiz", "eva")]
    assert ambiguous(text, SISTERS) == ((Span(23, 27), ("ana", "eva")),)


def test_an_exception_says_who_a_shared_name_means():
    text = "Ana Ruiz saw Eva Ruiz. Ruiz left."
    exceptions = (Mention(Span(23, 27), "eva", id="m1"),)
    assert found(text, SISTERS, exceptions)[-1] == ("Ruiz", "eva")
    assert ambiguous(text, SISTERS, exceptions) == ()


def test_an_exception_for_nobody_keeps_its_span_free():
    text = "June Hill met in June."
    mentions = find_mentions(
        text, [entity("june", "June Hill", "June")], (Mention(Span(17, 21), "", id="m1"),)
    )
    assert mentions == (Mention(Span(0, 9), "june"), Mention(Span(17, 21), "", id="m1"))


def test_exceptional_gives_back_what_names_do_not():
    text = "Ana Ruiz saw Eva Ruiz. Ruiz left."
    mentions = find_mentions(text, SISTERS, (Mention(Span(23, 27), "eva"),))
    assert exceptional(text, SISTERS, mentions) == (Mention(Span(23, 27), "eva"),)


NAMES = st.lists(st.text(alphabet="AB b.'’-", min_size=1, max_size=6), min_size=1, max_size=4)


@given(st.text(alphabet="AB b.'’-\n", max_size=60), st.lists(NAMES, max_size=4))
def test_mentions_are_sorted_apart_and_named(text, namings):
    entities = [entity(f"e{i}", *names) for i, names in enumerate(namings)]
    mentions = find_mentions(text, entities)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all("\n" not in text[m.span.start : m.span.end] for m in mentions)
    assert find_mentions(text, entities, mentions) == mentions
    assert not any(m.span.overlaps(span) for m in mentions for span, _ in ambiguous(text, entities))
