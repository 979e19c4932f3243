"""Which lines belong to which item: what a person wrote beside one counts as theirs."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from generator.articlefile.layout import EMPTY, entries
from generator.articlefile.splice import inserted, removed

COMMENTS = {
    # a list, with its items in the order of the letters; lines marked with the item they belong to, - for none
    "above an item": ["- # why?", "a - id: a"],
    "touching the item below": ["a - id: a", "-", "b # why?", "b - id: b"],
    "touching the item above": ["a - id: a", "a # why?", "-", "b - id: b"],
    "touching both": ["a - id: a", "b # why?", "b - id: b"],
    "touching neither": ["a - id: a", "-", "- # why?", "-", "b - id: b"],
    "indented as the contents": ["a - id: a", "a", "a   # why?", "-", "b - id: b"],
    "at the end": ["a - id: a", "a # why?", "-", "- # that is all"],
    "two above": ["- # one", "-", "a # two", "a # three", "a - id: a"],
    "lines of one value": ["a - id: a", "a   what: |", "a     one", "a", "a     - two", "-", "b - id: b"],
    "of lists within": ["a - id: a", "a   statement:", "a     - one", "a     - two", "b - id: b"],
}  # fmt: skip
COMMENTS["above an item"] = ["a # why?", "a - id: a"]


@pytest.mark.parametrize("lines", COMMENTS.values(), ids=COMMENTS)
def test_a_comment_belongs_to_what_it_touches(lines):
    segments = entries(tuple(line[2:] for line in lines), 1)
    owners = []
    for index, chunk in enumerate(segments.chunks):
        owners += ["-"] * len(segments.gaps[index]) + ["abc"[index]] * len(chunk.lines)
    owners += ["-"] * len(segments.gaps[-1])
    assert owners == [line[0] for line in lines]


LINES = st.lists(st.sampled_from(["- id: a", "- b: c", "  d: e", "# f", "  # g", ""]), max_size=12).map(tuple)


@given(LINES, st.data())
def test_nothing_is_lost_in_taking_apart(lines, data):
    segments = entries(lines, 7)
    assert tuple(segments.lines()) == lines
    at = [chunk.line - 7 for chunk in segments.chunks]
    assert all(
        lines[start : start + len(c.lines)] == c.lines for start, c in zip(at, segments.chunks, strict=True)
    )


@given(LINES, st.data())
def test_what_is_put_in_comes_out_without_a_trace(lines, data):
    segments = entries(lines, 1)
    index = data.draw(st.integers(0, len(segments.chunks)))
    grown = inserted(segments, index, ("- id: new", "  x: y"))
    assert len(grown.gaps) == len(grown.chunks) + 1
    if segments.chunks or not any(line.strip() for line in lines):
        assert removed(grown, index) == segments


def test_items_are_parted_by_a_blank_line():
    segments = EMPTY
    for name in "abc":
        segments = inserted(segments, 0, (f"- id: {name}",))
    assert list(segments.lines()) == ["- id: c", "", "- id: b", "", "- id: a"]
    assert list(removed(segments, 0).lines()) == ["- id: b", "", "- id: a"]
    assert list(removed(segments, 1).lines()) == ["- id: c", "", "- id: a"]
    assert list(removed(segments, 2).lines()) == ["- id: c", "", "- id: b"]
