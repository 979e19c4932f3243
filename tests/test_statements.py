"""Who says what: statements.yml is the specification, one passage after another."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import extract, vocabulary
from generator.extract import statements
from generator.extract.parsed import Doc
from generator.extract.rehanging import hang
from generator.extract.statements import grammar
from generator.model import Article, Reading, Span, Statement

CASES = [
    pytest.param(case["text"], case["says"], id=f"{group['rule']}: {case['text'][:50]}")
    for group in yaml.safe_load(Path(__file__).with_name("statements.yml").read_text("utf-8"))
    for case in group["cases"]
]

Read = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def read(nlp: Callable[[str], Doc]) -> Read:
    table = extract.extractors(vocabulary.load("pax"))
    before = [run for name, run in table if name in {"mentions", "temporals"}]

    def of(text: str) -> tuple[Statement, ...]:
        doc = nlp(text)
        article = Article(id="a", seed="a.txt", text=text, title="")
        reading = Reading()
        for run in before:
            reading = run(doc, article, reading)
        return statements.extract(doc, article, reading).statements

    return of


@pytest.mark.parametrize(("text", "says"), CASES)
def test_passage(read: Read, text: str, says: list[dict[str, Any]]) -> None:
    found = read(text)
    keys = [*says, *[{"source": "", "content": ""}] * len(found)]
    assert [describe(each, text, wanted) for each, wanted in zip(found, keys, strict=False)] == says


def describe(statement: Statement, text: str, keys: dict[str, Any]) -> dict[str, Any]:
    """The named fields of the statement, spans as the words that they cover."""
    described: dict[str, Any] = {}
    for key in keys:
        value = getattr(statement, key)
        if key == "content":
            words = [text[span.start : span.end] for span in value]
            described[key] = words[0] if len(words) == 1 else words
        elif value is None:
            described[key] = ""
        else:
            described[key] = text[value.start : value.end] if isinstance(value, Span) else value
    return described


PIECES = [
    "Lena Brandt said",
    " that ",
    "the bridge was safe",
    ", ",
    ". ",
    "“",
    "”",
    '"',
    "'",
    "\n",
    "according to the mayor",
    "It seems",
    "he added",
    "The move suggests",
    ": ",
    "told Reuters",
    "we will wait",
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=24))
@example(["“", "”", "according to the mayor", "Lena Brandt said"])
@example(["Lena Brandt said", "”", "he added"])
def test_spans_lie_in_the_text_and_inferences_have_no_source(read: Read, pieces: list[str]) -> None:
    text = "".join(pieces).strip()
    found = read(text)
    for each in found:
        assert each.content
        assert all(0 <= span.start < span.end <= len(text) for span in each.content)
        assert all(first.end <= second.start for first, second in pairwise(each.content))
        assert each.cue is not None
        assert (each.mode == "inference") <= (each.source is None)
    assert [each.content for each in found] == sorted(each.content for each in found)
    assert found == read(text)


def test_a_text_without_words_says_nothing(read: Read) -> None:
    assert read("") == ()
    assert read("“ ”\n‘’") == ()


def test_a_line_without_full_stops_is_not_searched_for_cues(read: Read) -> None:
    assert read("he said that " * 300) == ()


def test_a_semicolon_parts_a_verb_from_the_subject_before_it(nlp: Callable[[str], Doc]) -> None:
    doc = nlp("A street flooded; a nurse said the water rose.")
    street, said = doc[1], next(each for each in doc if each.text == "said")
    hang(street, said, "nsubj")  # as the parser does at times
    subject = grammar.subject(said)
    assert subject is not None
    assert subject.text == "nurse"


def test_the_name_before_the_verb_belongs_to_who_says_it(nlp: Callable[[str], Doc]) -> None:
    doc = nlp("MEP and chair of the trade committee Pascal Orth said it was fair.")
    said = next(each for each in doc if each.text == "said")
    for at in (0, said.i - 1):
        doc[at].ent_type_ = "PERSON"  # as the model has it at times, and leaves out what hangs from a person
    assert grammar.noun_phrase(doc[0], said) == (0, said.i)
