"""Marks stand for what files are made of: alike for what is alike, and only for that."""

import re
from dataclasses import dataclass, replace
from functools import cache

import pytest
from conftest import INVENTED

from generator import build, store
from generator.export import CATALOGUE, files
from generator.marks import Marks
from generator.model import Ref, Source, StatementView
from generator.outputs import encoded, later
from generator.render import pages
from generator.render.links import addresses

TALMORA = Ref("entity", "talmora", "Talmora", "place")


@dataclass(frozen=True, slots=True)
class Holder:
    """Something that holds others."""

    things: tuple[object, ...]
    named: dict[str, object]


def made_of(sources):
    site, _ = build.inspect(build.load(sources))
    return {**pages(site, addresses(site), CATALOGUE), **files(site, "https://varne.example")}


@cache
def outputs():
    """Every file of the invented dossier, with what it is made of."""
    return made_of(store.read(store.Folder(INVENTED)))


def others():
    """The same once one word of one article is another."""
    sources = store.read(store.Folder(INVENTED))
    path, text = next((path, text) for path, text in sources.articles.items() if "cue: said" in str(text))
    old, new = ("cue: said", "cue: told") if isinstance(text, str) else (b"cue: said", b"cue: told")
    changed = replace(sources, articles={**sources.articles, path: text.replace(old, new, 1)})
    return made_of(changed)


def marks_of(made, moved=None):
    marks = Marks(moved)
    return {path: marks.of(output.of) for path, output in made.items()}


def test_what_is_made_of_the_same_has_the_same_mark_and_what_is_not_has_another():
    before, after = outputs(), others()
    alike = {path for path in before if encoded(before[path].of) == encoded(after[path].of)}
    assert 0 < len(alike) < len(before)
    ours, theirs = marks_of(before), marks_of(after)
    assert {path for path in before if ours[path] == theirs[path]} == alike


@pytest.mark.parametrize("name", ["talmora", "Oskera", "transit-fee", "no-such-thing"])
def test_what_names_a_thing_that_moved_is_told(name):
    moved = re.compile(re.escape(encoded(name)))
    told = {path for path, mark in marks_of(outputs(), moved).items() if mark.moved}
    assert told == {path for path, output in outputs().items() if moved.search(encoded(output.of))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((1, 2), (2, 1), id="in another order"),
        pytest.param(Holder((TALMORA,), {}), Holder((), {"x": TALMORA}), id="in another place"),
        pytest.param(Holder((Holder((1,), {}),), {}), Holder((Holder((2,), {}),), {}), id="deep inside"),
        pytest.param(Holder((), {"a": 1}), Holder((), {"b": 1}), id="under another name"),
        pytest.param(later(marks_of, 1), later(others, 1), id="made by another function"),
        pytest.param(
            later(others, TALMORA), later(others, replace(TALMORA, name="T.")), id="made of another"
        ),
        pytest.param({"a"}, {"b"}, id="in a set"),
    ],
)
def test_what_differs_differs(one, other):
    assert Marks().of(one).digest != Marks().of(other).digest
    assert Marks().of(one) == Marks().of(one)


def test_a_thing_that_stands_in_many_is_encoded_once(monkeypatch):
    seen = []
    monkeypatch.setattr("generator.marks.encoded", lambda value: seen.append(type(value)) or encoded(value))
    view = next(view for output in outputs().values() for view in _statements(output.of))
    Marks().of((Holder((view, view), {"again": view}), [view]))
    assert seen.count(StatementView) == 1


def _statements(value):
    return [one for view in value for one in getattr(view, "statements", ())]


def test_what_has_no_form_that_two_builds_can_compare_is_refused():
    with pytest.raises(TypeError, match="two builds cannot compare"):
        Marks().of((object(),))


def test_sources_are_part_of_what_holds_them():
    source = Source(TALMORA, "Varne Post", "2031-03-04", "s1", "A sentence.")
    assert Marks().of(Holder((source,), {})) != Marks().of(Holder((replace(source, quote="Another."),), {}))
