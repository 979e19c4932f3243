"""YAML that people write: what is read, what is refused, and what they are told."""

import json
import time
from textwrap import dedent
from typing import Literal

import attacks
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationInfo, field_validator

from generator.model import Diagnostic
from generator.yamlfile import MAX_DEPTH, Node, Place, Schema, load, split_front_matter, validate
from generator.yamlfile import plain as without_parser
from generator.yamlfile.fields import CalendarDate, Edtf, Id, Language, WebAddress
from generator.yamlfile.parsing import parse

PATH = "content/articles/a.md"


def plain(node: Node):
    """The values without their places."""
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, tuple):
        return [plain(child) for child in node.value]
    return {key: plain(child) for key, child in node.value.items()}


def read(source: str):
    node, problems = load(source, path=PATH)
    assert problems == ()
    return plain(node)


def told(problems: tuple[Diagnostic, ...]) -> str:
    """Diagnostics as a person reads them."""
    lines = (f"{p.line}:{p.column} {p.code}: {p.message}\n    {p.hint}".rstrip() for p in problems)
    return "\n".join(lines) + "\n"


# --- load: what is read -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 01234567", {"a": "01234567"}),
        ("a: 2031-03-04", {"a": "2031-03-04"}),
        ("a: 1e3", {"a": "1e3"}),
        ("a: .nan", {"a": ".nan"}),
        ("no: yes", {"no": "yes"}),
        ("12: x", {"12": "x"}),
        ("a:", {"a": ""}),
        ("a: ~", {"a": ""}),
        ("a: null", {"a": ""}),
        ("a: 'null'", {"a": "null"}),
        ("a: Null", {"a": "Null"}),
        ('a: "~"', {"a": "~"}),
        ("a: [x, 1, {b: c}]", {"a": ["x", "1", {"b": "c"}]}),
        ("- a\n- b", ["a", "b"]),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("---\na: b\n", {"a": "b"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("", ""),
        ("# only a comment\n", ""),
        ("a: =HYPERLINK()", {"a": "=HYPERLINK()"}),
    ],
)
def test_scalars_stay_as_written(source, value):
    assert read(source) == value


def test_every_value_knows_its_place():
    head = "# comment\ntitle: x\n\n"
    source = head + "list:\n  - id: a\n    text: |\n      one\n      two\n\n  # between\n  - [b,\n     c]\n"
    node, _ = load(source, path=PATH, line=11)
    first, second = node.value["list"].value
    places = {
        "title": node.value["title"],
        "list": node.value["list"],
        "first": first,
        "text": first.value["text"],
        "second": second,
    }
    assert {name: (n.line, n.column, n.end_line, n.key) for name, n in places.items()} == {
        "title": (12, 8, 12, Place(12, 1)),
        "list": (15, 3, 22, Place(14, 1)),
        "first": (15, 5, 18, None),
        "text": (16, 11, 18, Place(16, 5)),
        "second": (21, 5, 22, None),
    }


def test_lines_are_those_of_the_file_though_yaml_breaks_at_more_signs():
    node, _ = load("a: 'x\u2028y'\nb: z", path=PATH)
    assert node.value["b"].line == 2


@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.text(st.characters(categories=("L",)), min_size=1, max_size=8), inner, max_size=4
            )
        ),
        max_leaves=12,
    ),
    st.booleans(),
)
def test_what_a_dumper_quotes_is_read_back(value, flow):
    source = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, default_style='"')
    node, problems = load(source, path=PATH)
    assert not any(problem.code != "yaml-merge-key" for problem in problems)
    if node:
        assert plain(node) == value


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_never_raised(source):
    node, problems = load(source, path=PATH)
    assert (node is None) == bool(problems)


@given(st.lists(st.sampled_from([*"[]{}:-,&*!|>'\"#%@`?\n\t \\ax1", "---", "<<"]), max_size=40).map("".join))
def test_any_yaml_like_text_is_read_or_refused_in_its_own_lines(source):
    node, problems = load(source, path=PATH, line=7)
    assert (node is None) == bool(problems)
    assert all(7 <= problem.line <= 7 + source.count("\n") and problem.column >= 1 for problem in problems)


# --- what needs no parser ---------------------------------------------------------------------

SIGNS = [*"aA1 .,:;#'\"\\-?![]{}&*|>%@`=~<^$/+()\t\n\r", *"“’é국\x85\xa0\u2028\ufeff\ufdd0\x07\U0001f4f0"]
VALUES = st.lists(
    st.sampled_from([*SIGNS, *SIGNS[:4], "null", ", ", ": ", " #", "  ", "...", "---"]), max_size=12
)
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "- ", "  ", "  - ", "    ", "    - ", "      - ", "\t"]),
    st.sampled_from(["a:", "b_c: ", "id: ", "null: ", "a : ", "", '"a": ', "<<: "]),
    VALUES.map("".join)
    | VALUES.map(lambda value: f"[{''.join(value)}]")
    | VALUES.map("".join).map(json.dumps),
)


@settings(max_examples=1000)
@given(st.lists(LINES, max_size=4).map("\n".join))
@example('- a: x\n  b_c:\n    - one, two\n    - "three: four"\n  id: [x, y z]')
def test_what_is_read_without_the_parser_is_what_the_parser_reads(source):
    simple = without_parser.read(source, 7)
    assert simple is None or (simple, ()) == parse(source, path=PATH, line=7)


@pytest.mark.parametrize(
    "source",
    [
        "- id: x\n  name: two words, and a comma",
        'title: "a \\"b\\" c: d # e"\npublished: "2031-03-04"',
        '    - id: x\n      names: [One Two, "Three, Four"]',
        '- statement:\n    - It is done,\n    - "“Well”: said he"\n  mode: direct',
        "url: https://example.org/a#b",
        "a: null",
    ],
)
def test_what_the_program_writes_needs_no_parser(source):
    assert (without_parser.read(source, 7), ()) == parse(source, path=PATH, line=7)


# --- load: what is refused --------------------------------------------------------------------


@pytest.mark.parametrize(("source", "code"), attacks.YAML.values(), ids=attacks.YAML)
def test_attacks_are_refused_at_once(source, code):
    began = time.perf_counter()
    node, problems = load(source, path=PATH)
    assert node is None
    assert problems[0].code == code
    assert time.perf_counter() - began < 0.5


MESSAGES = {
    "a: b\nbad: [unclosed\nc: d": """\
        2:6 yaml-syntax: a list in square brackets is not closed: “bad: [unclosed”
            Add the "]", or put the value in quotation marks if the bracket belongs to it.
        """,
    "a: b: c": """\
        1:5 yaml-syntax: a second ": " in the line: “a: b: c”
            Put the whole value in quotation marks: key: "first: second". Or check the indentation.
        """,
    'a: b\nc: "open\nd: e': """\
        2:4 yaml-syntax: a quotation mark is not closed: “c: "open”
            Close it. A value that holds quotation marks stands best in single quotes, '...', with each ' doubled.
        """,
    "a:\n\t- b": """\
        2:1 yaml-syntax: a value cannot start with a tab, @, % or `: “- b”
            Indent with blanks, not tabs, and put a value that starts with @, % or ` in quotation marks.
        """,
    "a: 'quoted' rest": """\
        1:13 yaml-syntax: no key where one should stand: “a: 'quoted' rest”
            Check the indentation, and that nothing follows a closing quotation mark.
        """,
    "a: [": """\
        1:5 yaml-syntax: a value is missing, or starts with a sign that YAML keeps for itself: “a: [”
            Put the value in quotation marks.
        """,
    "a: &x b\nc: *x\nd: !y e\nd: f": """\
        1:4 yaml-anchor: the anchor &x is not read
            Delete it, or put the value in quotation marks if the ampersand belongs to it.
        2:4 yaml-alias: the alias *x is not read
            Write the value out, or put it in quotation marks if the asterisk belongs to it.
        3:4 yaml-tag: the tag !y is not read
            Delete it, or put the value in quotation marks if the exclamation mark belongs to it.
        4:1 yaml-duplicate-key: the key "d" stands here twice
            Keep one of the two; the first is in line 3.
        """,
}


@pytest.mark.parametrize("source", MESSAGES)
def test_messages_are_for_people(source):
    assert told(load(source, path=PATH)[1]) == dedent(MESSAGES[source])


def test_depth_is_allowed_up_to_its_cap():
    assert load("[" * MAX_DEPTH + "]" * MAX_DEPTH, path=PATH)[1] == ()
    assert load("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), path=PATH)[1][0].code == "yaml-too-deep"


def test_a_file_of_errors_does_not_flood():
    assert len(load("\n".join(["a: b"] * 5000), path=PATH)[1]) == 50


# --- validate ---------------------------------------------------------------------------------


class Person(Schema):
    id: Id
    type: Literal["person", "organization", "place"] = "person"
    names: tuple[str, ...] = ()
    party: bool = False
    speaker: str | None = None


class File(Schema):
    published: CalendarDate = ""
    date: Edtf = ""
    url: WebAddress = ""
    language: Language = "en"
    entities: tuple[Person, ...] = ()
    count: int = 1

    @field_validator("count")
    @classmethod
    def small(cls, value: int, _info: ValidationInfo) -> int:
        if value > 9:
            raise ValueError("too many | Nine at most.")
        return value


def checked(source: str):
    node, problems = load(source, path=PATH)
    assert problems == ()
    return validate(node, File, path=PATH)


def test_what_is_right_comes_typed():
    value, problems = checked(
        "published: 2031-03\ncount: 3\nentities:\n- id: a\n  party: yes\n  names: [no, 007]"
    )
    assert problems == ()
    assert value == File(
        published="2031-03", count=3, entities=(Person(id="a", party=True, names=("no", "007")),)
    )


@pytest.mark.parametrize("source", ["", "entities:", "published:\ncount: ~", "language:"])
def test_an_empty_value_is_the_default(source):
    assert checked(source) == (File(), ())


def test_where_absence_differs_the_empty_value_stays():
    value, _ = checked("entities: [{id: a, speaker: ''}, {id: b}]")
    assert [person.speaker for person in value.entities] == ["", None]


SLIPS = """\
pubished: 2031
count: many
entities:
  - id: a
    typ: b
    type: persn
    party: perhaps
  - names: x
  - foo
  - id: B b
date: 2026-13-45
url: javascript:alert(1)
language: 英
zz: 1
"""
TOLD = """\
1:1 unknown-key: unknown key "pubished"
    Did you mean "published"?
2:8 not-a-number: "count" must be a whole number, not "many"
    Write digits only.
5:5 unknown-key: unknown key "typ"
    Did you mean "type"?
6:11 not-one-of: "type" must be one of person, organization, place, not "persn"
    Did you mean "person"?
7:12 not-yes-or-no: "party" must be yes or no, not "perhaps"
    Write yes, or delete the line.
8:5 missing-key: "id" is missing
    Add a line "id: ...".
8:12 not-a-list: "names" must be a list, not "x"
    Write [x], or one entry a line with "- " before it.
9:5 not-a-mapping: "entities" must be keys with values, not "foo"
    Write "key: value", one a line.
10:9 bad-value: "id": "B b" is no id
    Did you mean "b-b"?
11:7 bad-value: "date": "2026-13-45" is no EDTF date
    The calendar has no such day.
12:6 bad-value: "url": "javascript:alert(1)" is no web address
    Write it whole, from https:// on.
13:11 bad-value: "language": "英" is no language
    Write a code such as en, de, ko or pt-BR.
14:1 unknown-key: unknown key "zz"
    Known keys: published, date, url, language, entities, count.
"""


def test_every_error_at_once_in_words_for_people():
    assert told(checked(SLIPS)[1]) == TOLD


def test_a_schemas_own_error_brings_its_hint():
    assert told(checked("count: 12")[1]) == '1:8 bad-value: "count": too many\n    Nine at most.\n'


@pytest.mark.parametrize(
    "edtf",
    ["2031", "2031-03", "2031-03-04", "2031-03-04/2031-03-06", "[2031-03-04..]", "2031-03-04?", "203X"],
)
def test_edtf_is_accepted(edtf):
    value, problems = checked(f'date: "{edtf}"')
    assert problems == ()
    assert value.date == edtf


def test_blanks_around_a_date_are_no_part_of_it():
    assert checked('date: " 2031-03-04 "')[0].date == "2031-03-04"


@pytest.mark.parametrize(
    "text",
    [
        "2031-1X",
        "/..,0",
        "2031-02-29",
        "[2031-02-29..2031-03-01]",
        "2031-02-29~",
        "２０３１-03-04",
        "२०३१-०३-०४",
    ],
)
def test_what_is_no_date_is_told_and_printed_nowhere_else(text, capsys):
    (problem,) = checked(f'date: "{text}"')[1]
    assert problem.message == f'"date": "{text}" is no EDTF date'
    assert capsys.readouterr() == ("", "")


# --- front matter -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "yaml_part", "body", "body_line"),
    [
        ("---\na: b\n---\nText.\n", "a: b\n", "Text.\n", 4),
        ("---\r\na: b\r\n---\r\nText.", "a: b\r\n", "Text.", 4),
        ("\ufeff---\n---\nText.", "", "Text.", 3),
        ("---\na: b\n---", "a: b\n", "", 3),
        ("Text with --- in it.\n---\n", "", "Text with --- in it.\n---\n", 1),
        ("---\na: b\n", "", "---\na: b\n", 1),
    ],
)
def test_front_matter_is_split_at_its_lines(source, yaml_part, body, body_line):
    parts, problems = split_front_matter(source, path=PATH)
    assert (parts.yaml, parts.body, parts.body_line) == (yaml_part, body, body_line)
    assert [p.code for p in problems] == (["front-matter-open"] if source == "---\na: b\n" else [])
