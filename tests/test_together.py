"""Statements that several make with one voice, on short invented articles."""

import pytest
from readings import annotated, issue, organization, person, place, span

from generator import search
from generator.assemble import assemble
from generator.model import Settings, Statement
from generator.naming import find_mentions
from generator.render import render
from generator.vocabulary import Vocabulary

SARN, ARDEN = place("sarn", "Sarn"), place("arden", "Arden")
UNION = organization("union", "Lake Cities Union")
ILVES = person("mara-ilves", "Mara Ilves", "Ilves", side="Sarn")
HAUG = person("tor-haug", "Tor Haug")
EVERYBODY = (SARN, ARDEN, UNION, ILVES, HAUG)


def told(source, words="the gates will open", according_to="", **more):
    text = f"{source} said {words}."
    return annotated(
        "a",
        text,
        "2031-03-09",
        entities=EVERYBODY,
        mentions=find_mentions(text, EVERYBODY),
        statements=(Statement((span(text, words),), "indirect", span(text, source), id="s-1", **more),),
        issues=(
            issue(
                "gates", "the gates", span=span(text, "the gates"), status="close", according_to=according_to
            ),
        ),
    )


def assembled(*articles):
    return assemble(articles, (), Settings(), Vocabulary("none", ()), {})


@pytest.mark.parametrize(
    ("source", "voices", "who"),
    [
        ("Sarn", ["sarn"], "Sarn"),
        ("Sarn and Arden", ["sarn", "arden"], "Sarn and Arden"),
        ("Sarn, Arden and the Lake Cities Union", ["sarn", "arden", "union"], "Sarn, Arden and Lake Cities Union"),
        ("Sarn, Arden, and their ally the Lake Cities Union", ["sarn", "arden", "union"],
         "Sarn, Arden and Lake Cities Union"),
        ("Prime Minister Mara Ilves and Foreign Minister Tor Haug", ["mara-ilves", "tor-haug"],
         "Mara Ilves and Tor Haug"),
        ("The mediators Sarn and Arden", ["sarn", "arden"], "Sarn and Arden"),
        ("Lake Cities Union chief Tor Haug", ["tor-haug"], "Tor Haug"),
        ("Mara Ilves and Ilves", ["mara-ilves"], "Mara Ilves"),
        ("Mara Ilves of Sarn and Tor Haug", ["mara-ilves"], "Mara Ilves"),
        ("Tor Haug, Arden", ["tor-haug"], "Tor Haug"),
        ("officials from Sarn and Arden", [], "officials from Sarn and Arden"),
    ],
)  # fmt: skip
def test_whoever_is_named_side_by_side_speaks(source, voices, who):
    (view,) = assembled(told(source)).articles[0].statements
    assert [voice.entity.id for voice in view.voices] == voices
    assert view.who == who


def test_words_behind_the_last_name_tell_of_others():
    (view,) = assembled(told("Sarn and Arden officials")).articles[0].statements
    assert view.together == ()


def test_whom_the_source_does_not_name_speaks_alone():
    (view,) = assembled(told("Sarn and Arden", speaker="union")).articles[0].statements
    assert (view.who, view.together) == ("Lake Cities Union", ())


@pytest.fixture(scope="module")
def site():
    return assembled(told("Mara Ilves and Arden"))


def test_it_stands_on_the_page_of_each_for_their_own_side(site):
    held = {view.ref.id: [one.side for one in view.positions] for view in site.entities if view.statements}
    assert held == {"mara-ilves": ["Sarn"], "arden": ["Arden"]}


def test_each_side_holds_it(site):
    (gates,) = site.issues
    assert [(one.side, one.statement.who) for one in gates.positions] == [
        ("Arden", "Mara Ilves and Arden"),
        ("Sarn", "Mara Ilves and Arden"),
    ]


@pytest.mark.parametrize("according_to", ["", "mara-ilves"])
def test_a_status_is_according_to_all_of_them(according_to):
    (gates,) = assembled(told("Mara Ilves and Arden", according_to=according_to)).issues
    assert [change.according_to for change in gates.history] == ["Mara Ilves and Arden"]


def test_pages_link_each_of_them(site):
    page = render(site)["articles/a.md"]
    note = next(line for line in page.splitlines() if 'class="note-who"' in line)
    assert "entities/mara-ilves.md" in note
    assert "entities/arden.md" in note


def test_the_search_finds_it_by_each_name(site):
    (view,) = site.articles
    assert search.of_article(view, frozenset())["said"] == {"Mara Ilves": ["s-1"], "Arden": ["s-1"]}
