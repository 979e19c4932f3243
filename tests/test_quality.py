"""The measure itself, and the figures of the invented dossier: none falls below the record."""

import string
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality import gold, machine, reading, record, telling, who
from quality.counting import Tally, b_cubed, pair
from quality.measures import measure

from generator.model import (
    Event,
    NamedEntity,
    Resolution,
    Source,
    Span,
    Statement,
    StatementView,
    Temporal,
    TemporalView,
)

ROOT = Path(__file__).parent.parent
INVENTED = ROOT / "tests" / "dossiers" / "varne-line"
PAGE = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
RECORD = record.last(PAGE, "invented")

TEXT = "Mara Ilves said on Friday that the gates were shut. “Open them,” Tor Haug said."
ARTICLE = {
    "entities": [
        {"name": "Mara Ilves", "type": "person", "names": ["Ilves"]},
        {"name": "Tor Haug", "type": "person"},
    ],
}
NOBODY = gold.Gold({}, {"mara ilves": "ilves", "tor haug": "haug"}, {})


@pytest.fixture(scope="session")
def wanted():
    return gold.load(INVENTED / "gold.yml")


@pytest.fixture(scope="session")
def invented_reading(wanted):
    return machine.run(INVENTED, wanted)


@pytest.fixture(scope="session")
def figures(wanted, invented_reading):
    found = measure(wanted, invented_reading)
    return {name: tally.f for name, tally in found.tallies.items()}


@pytest.mark.parametrize("name", sorted(RECORD))
def test_no_figure_falls_below_the_record(figures, name):
    assert record.fallen({name: RECORD[name]}, figures) == [], f"{name}: {RECORD[name]} → {figures[name]:.1f}"


def test_every_measure_is_on_record(figures):
    assert set(figures) == set(RECORD)


def test_the_gold_quotes_its_seeds(wanted, invented_reading):
    texts = {name: read.text for name, read in invented_reading.articles.items()}
    assert list(gold.unlocated(wanted, texts)) == []


# --- the matcher ------------------------------------------------------------------------------


def read_of(**parts):
    view = SimpleNamespace(temporals=parts.pop("temporals", ()), statements=parts.pop("statements", ()))
    return SimpleNamespace(article=SimpleNamespace(seed="a.txt"), text=TEXT, view=view, **parts)


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def temporal_view(words, value, edtf, mod=""):
    return TemporalView(Temporal(at(words), "DATE"), words, Resolution("DATE", value, mod, edtf), None)


@pytest.mark.parametrize(
    ("value", "edtf", "mod", "right"),
    [
        ("2031-03-07", "2031-03-07", "", (1, 1)),
        pytest.param("2031-03-14", "2031-03-14", "", (0, 0), id="a wrong date is a miss"),
        pytest.param("2031-03-07", "[..2031-03-07]", "ON_OR_BEFORE", (1, 0), id="a bound that nobody set"),
        pytest.param("2031-03-07", "2031-03-07", "START", (0, 1), id="a wrong mod"),
        pytest.param("2031-03-07", "", "", (1, 0), id="no date"),
    ],
)
def test_a_time_expression_needs_value_and_date(value, edtf, mod, right):
    article = {"temporals": [{"phrase": "Friday", "value": "2031-03-07"}]}
    found = reading.temporals(NOBODY, article, read_of(temporals=[temporal_view("Friday", value, edtf, mod)]))
    assert found.tallies["temporals"] == Tally(1, 1, 1)
    assert (found.tallies["temporal values"].hits, found.tallies["temporal dates"].hits) == right


def test_an_expression_elsewhere_is_a_miss_and_a_false_alarm():
    article = {"temporals": [{"phrase": "Friday", "value": "2031-03-07"}]}
    found = reading.temporals(NOBODY, article, read_of(temporals=[temporal_view("shut", "2031", "2031")]))
    assert found.tallies["temporals"] == Tally(0, 1, 1)
    assert len(found.misses) == 2


def said(words, name, **more):
    statement = Statement((at(words),), more.pop("mode", "indirect"), **more)
    source = Source(None, "", "", "sent", "")
    return StatementView("s", statement, words, name, None, "", "", (), source, reviewed=False)


STATEMENT = {"speaker": "Mara Ilves", "mode": "indirect", "cue": "said", "content": "the gates were shut"}


@pytest.mark.parametrize(
    ("view", "with_speaker", "words"),
    [
        (said("the gates were shut", "Ilves"), 1, 1),
        pytest.param(said("the gates were shut", "Tor Haug"), 0, 1, id="somebody else said it"),
        pytest.param(said("the gates", "Mara Ilves"), 1, 1, id="half of the words"),
        pytest.param(said("the", "Mara Ilves"), 0, 0, id="too few words"),
        pytest.param(said("Open them", "Mara Ilves"), 0, 0, id="other words"),
    ],
)
def test_a_statement_needs_words_and_speaker(view, with_speaker, words):
    found = reading.statements(NOBODY, {**ARTICLE, "statements": [STATEMENT]}, read_of(statements=[view]))
    assert found.tallies["statements"] == Tally(with_speaker, 1, 1)
    assert found.tallies["statement words"] == Tally(words, 1, 1)


def test_a_denial_taken_for_an_assertion_is_a_miss():
    entry = {**STATEMENT, "certainty": "denied"}
    found = reading.statements(
        NOBODY, {**ARTICLE, "statements": [entry]}, read_of(statements=[said("the gates were shut", "Ilves")])
    )
    assert found.tallies["certainty"] == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "got", "phase", "same"),
    [
        ("2031-03-07", "2031-03-07", "happened", True),
        ("2031-03-07", "2031-03-08", "happened", False),
        ("[..2031-03-07]", "2031-03-07", "happened", False),
        ("[..2031-03-07]", "2031-03-07", "deadline", True),
        ("[..2031-03-07]", "[..2031-03-08]", "deadline", False),
        ("2031-03-07", "", "happened", False),
    ],
)
def test_an_event_has_the_same_days(wanted, got, phase, same):
    assert telling.same_days(wanted, got, phase) is same


def test_an_event_with_the_wrong_date_is_found_by_its_words_and_its_date_is_a_miss():
    event = Event(at("the gates were shut"), at("shut"), "happened")
    reading_ = SimpleNamespace(events=(event,))
    tellings = (machine.Telling(event, "2031-03-09", "the gates were shut"),)
    article = {**ARTICLE, "events": [{"date": "2031-03-07", "phase": "happened", "what": "gates shut"}]}
    found = telling.events(NOBODY, article, read_of(reading=reading_, tellings=tellings))
    assert found.tallies["events"] == Tally(1, 1, 1)
    assert found.tallies["event dates"] == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("Mara Ilves", "Ilves", True),
        ("Mara Ilves", "the Ilves", True),
        ("Mara Ilves", "Tor Haug", False),
        ("a senior official", "the article", False),
        ("a senior official", "A senior official, who asked not to be named", True),
        ("a senior official", "a driver", False),
    ],
)
def test_who_is_who(wanted, got, same):
    assert who.same({"mara ilves": "ilves", "ilves": "ilves", "tor haug": "haug"}, wanted, got) is same


def test_an_entity_of_another_type_is_a_miss():
    ilves = {"name": "Mara Ilves", "type": "person"}
    assert reading.same_entity(ilves, NamedEntity("i", "person", "Mara Ilves"))
    assert not reading.same_entity(ilves, NamedEntity("i", "place", "Mara Ilves"))


def test_phrases_are_located_in_order_and_the_longer_one_keeps_its_place():
    text = "Friday morning, then Friday, then March and Friday."
    places = gold.located(text, [("Friday morning", 1), ("Friday", 2), ("March", 1)])
    assert [[span.start for span in spans] for spans in places] == [[0], [21, 44], [34]]


def test_b_cubed_counts_what_was_not_found_as_alone():
    items = {1: "x", 2: "x", 3: "y"}
    assert b_cubed(items, {1: "a", 2: "a", 3: "b"}).f == 100
    split, merged = b_cubed(items, {1: "a"}), b_cubed(items, {1: "a", 2: "a", 3: "a"})
    assert (split.precision, round(split.recall, 1)) == (100, 66.7)
    assert (round(merged.precision, 1), merged.recall) == (55.6, 100)


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairs_are_one_to_one(one, other):
    pairs = pair(one, other, lambda a, b: float(a == b))
    assert len(set(pairs.values())) == len(pairs)
    assert all(one[i] == other[j] for i, j in pairs.items())


# --- the record -------------------------------------------------------------------------------

NAMES = st.text(string.ascii_lowercase, min_size=2, max_size=9)


@given(st.dictionaries(NAMES, st.integers(0, 1000).map(lambda n: n / 10), min_size=1))
def test_what_is_recorded_is_read_back(figures_):
    page = record.added(PAGE, [record.Row("2031-03-07", "a rule", "other", figures_)])
    assert record.last(page, "other") == figures_
    assert record.last(page, "invented") == RECORD


@pytest.mark.parametrize(("now", "fell"), [(80.0, []), (79.96, []), (79.9, ["names"]), (None, ["names"])])
def test_what_fell(now, fell):
    assert record.fallen({"names": 80.0}, {} if now is None else {"names": now}) == fell
