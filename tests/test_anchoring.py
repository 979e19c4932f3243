"""Finding words, and moving places to a corrected text."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from generator.anchoring import Anchor, OffsetMap, locate, make, nearest, occurrences
from generator.model import Span

TEXT = "He said the ferry sails. The harbour’s ferry sank, he said; the others sail on."
ALL = Span(0, len(TEXT))


def test_an_anchor_tells_its_place_in_three_ways():
    assert make(TEXT, Span(12, 17), context=4) == Anchor("ferry", "the ", " sai", 12, 17)
    assert make(TEXT, Span(0, 2), context=4) == Anchor("He", "", " sai", 0, 2)


@pytest.mark.parametrize(
    ("quote", "occurrence", "found"),
    [
        ("ferry", 1, 12),
        ("ferry", 2, 39),
        ("ferry", 3, None),
        ("ferry", 0, None),
        ("he", 1, 51),  # the word, not a part of `the`
        ("he", 2, 9),  # parts of words come after all words
        ("harbour's ferry", 1, 29),  # as people type it
        ("harbor", 1, None),
        ("", 1, None),
    ],
)
def test_locate(quote, occurrence, found):
    span = locate(TEXT, quote, ALL, occurrence)
    assert (span.start if span else None) == found


def test_nearest_prefers_what_lies_outside_of_what_it_belongs_to():
    content = Span(TEXT.index("The harbour"), TEXT.index(", he said"))
    assert nearest(TEXT, "ferry", content, ALL) == Span(12, 17)
    assert nearest(TEXT, "said", content, ALL) == Span(54, 58)
    assert nearest(TEXT, "boat", content, ALL) is None


MOVES = [
    # old, with the place in brackets; new, with where it is expected to be, or without brackets: nowhere
    ("On [the 13th] they met.", "At last, on [the 13th] they met."),
    ("On [the 13th] they met.", "On the 12th they met."),
    ("On [Monday] they met.", "On Friday they met."),
    ("[The union said it would strike at six.]", "[The union said it would strike at seven.]"),
    ("[The union said it would strike at six.]", "[The uniom said it would strike at six.]"),
    ("Brandl said [the paper was not signed]. Quill left.", "Quill left."),
    ("Quill left. Brandl said [the paper was signed].", "Brandl said [the paper was signed]."),
    ("a [the talks] b", "a old [the talks] b"),
    ("a [the talks] b", "a the the [the talks] b"),
    ("[1,600 workers in two towns] wait", "[1,900 workers in two towns] wait"),
    ("[合意は近い]と語った", "昨日[合意は近い]と語った"),
]


@pytest.mark.parametrize(("old", "new"), MOVES, ids=[new for _, new in MOVES])
def test_a_place_moves_with_the_text(old, new):
    def taken(text):
        span = Span(text.find("["), text.find("]") - 1) if "[" in text else None
        return text.replace("[", "").replace("]", ""), span

    (before, place), (after, expected) = taken(old), taken(new)
    moved = OffsetMap.between(before, after).span(place)
    assert (moved.span if moved else None) == expected
    if moved:
        same = after[moved.span.start : moved.span.end] == before[place.start : place.end]
        assert moved.how == ("exact" if same else "partial")


WORDS = st.lists(st.text("abcdefgh", min_size=2, max_size=6), min_size=8, max_size=60, unique=True)


@given(WORDS, st.data())
def test_words_that_stay_are_found_after_any_correction(words, data):
    """Insertions, deletions and replacements around a phrase never lead to other words."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 5, len(words) - 1)))
    corrected = list(words)
    for number in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(corrected)))
        inside = [corrected.index(word) for word in words[first : last + 1]]
        if inside[0] < at <= inside[-1]:
            continue
        if data.draw(st.booleans()):
            corrected.insert(at, f"new{number}")
        elif at < len(corrected) and at not in inside:
            del corrected[at]
    old, new = " ".join(words), " ".join(corrected)
    start = len(" ".join(words[:first])) + bool(first)
    phrase = " ".join(words[first : last + 1])
    moved = OffsetMap.between(old, new).span(Span(start, start + len(phrase)))
    assert moved is not None
    assert moved.how == "exact"
    assert new[moved.span.start : moved.span.end] == phrase


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40), st.data())
def test_what_is_called_exact_is(old, new, data):
    offsets = OffsetMap.between(old, new)
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    moved = offsets.span(span)
    assert 0 <= offsets.point(start) <= len(new)
    if moved and moved.how == "exact":
        assert new[moved.span.start : moved.span.end] == old[span.start : span.end]


def test_a_long_text_is_compared_by_line():
    lines = [f"Line {number} of the communique, with words that matter." for number in range(2000)]
    corrected = ["A new first line.", *lines[:900], lines[900].replace("matter", "count"), *lines[1000:]]
    old, new = "\n".join(lines), "\n".join(corrected)
    span = Span(old.index("Line 1500 "), old.index("Line 1500 ") + 9)
    moved = OffsetMap.between(old, new).span(span)
    assert moved is not None
    assert new[moved.span.start : moved.span.end] == "Line 1500"


@given(st.text("ab c", max_size=30), st.text("ab", min_size=1, max_size=3))
def test_every_place_of_the_words_can_be_named(text, quote):
    found = occurrences(text, quote, Span(0, len(text)))
    assert len(set(found)) == len(found)
    assert all(text[span.start : span.end] == quote for span in found)
    assert sorted(found) == [Span(i, i + len(quote)) for i in range(len(text)) if text.startswith(quote, i)]
