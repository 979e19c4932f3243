"""The machine's record: what it wrote is what it reads, and what it cannot read it says."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from generator.ledger import Alias, Entry, Ledger, fingerprint, parse, write
from generator.model import Span

LEDGER = Ledger(
    extractor=3,
    text="5f0c3a9be21d",
    entries=(
        Entry("title", "front", "written", hash="9be21d04"),
        Entry("ada-brook", "entity", "written", hash="5bc41f70", words="Ada Brook", note="names"),
        Entry("tk3xq", "temporal", "written", (Span(105, 113),), hash="5f0c3a9b", note="day of the month"),
        Entry(
            "sq7ab",
            "statement",
            "touched",
            (Span(217, 250), Span(270, 295)),
            Span(200, 204),
            note="mode: direct",
        ),
        Entry("e2mno", "event", "deleted", (Span(300, 340),), Span(310, 313), words="The “two” sides: met"),
        Entry("iabcd", "issue", "orphaned", hash="01234567", words="the transit fee"),
    ),
    aliases=(Alias("sent-1a2b3c4d", "sent-5e6f7a8b-2"), Alias("sent-9a2b3c4d", "", "It was “gone”.")),
)

LINES = """\
"format 1, extractor 3, text 5f0c3a9be21d"

"title front - written 9be21d04"

"ada-brook entity - written 5bc41f70  “Ada Brook”  names"

"iabcd issue - orphaned 01234567  “the transit fee”"

"tk3xq temporal 105-113 written 5f0c3a9b  day of the month"

"sq7ab statement 217-250+270-295@200-204 touched  mode: direct"

"e2mno event 300-340@310-313 deleted  “The “two” sides: met”"

"sent-1a2b3c4d is now sent-5e6f7a8b-2"

"sent-9a2b3c4d is gone  “It was “gone”.”\"""".split("\n")


def test_the_ledger_reads_as_documented():
    assert list(write(LEDGER)) == LINES


def test_it_reads_what_it_wrote():
    ledger, problems = parse(LINES, "a.md", 1)
    assert problems == ()
    assert ledger is not None
    assert set(ledger.entries) == set(LEDGER.entries)
    assert ledger.aliases == LEDGER.aliases
    assert (ledger.extractor, ledger.text) == (3, "5f0c3a9be21d")


WORDS = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
SPANS = st.integers(0, 999).flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start, 999)))


@given(words=WORDS | st.just(""), note=WORDS | st.just(""), spans=st.lists(SPANS, max_size=3).map(tuple))
def test_any_words_can_be_kept(words, note, spans):
    entry = Entry("tabcd", "temporal", "deleted", spans, None, "", words, note)
    if not words and note.startswith("“") and note.endswith("”"):
        return  # no note that the program writes looks like words
    ledger, problems = parse(write(Ledger(entries=(entry,))), "a.md", 1)
    assert problems == ()
    assert ledger is not None
    assert ledger.entries == (entry,)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('"tk3xq temporal 105-113 wriitten 5f0c3a9b"', "ledger-line"),
        ("tk3xq temporal 105-113 written 5f0c3a9b", "ledger-line"),
        ('"tk3xq temporal', "ledger-line"),
        ("[1]", "ledger-line"),
        ('"format 2, extractor 1, text 00"', "newer-format"),
    ],
)
def test_what_it_cannot_read_it_does_not_trust(line, code):
    ledger, problems = parse(['"format 1, extractor 1, text 00"', "", line], "a.md", 40)
    assert ledger is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].line in {40, 42}


def test_of_two_entries_for_one_item_the_one_that_protects_it_counts():
    """Two branches, merged by git: on one of them a person touched the item."""
    written = Entry("tk3xq", "temporal", "written", hash="5f0c3a9b")
    touched = Entry("tk3xq", "temporal", "touched")
    for entries in ((written, touched), (touched, written)):
        assert Ledger(entries=entries).of_items()["tk3xq"] is touched


def test_a_key_of_the_front_matter_is_no_entity_of_that_name():
    entries = (Entry("title", "front", "written"), Entry("title", "entity", "touched"))
    ledger = Ledger(entries=entries)
    assert (ledger.of_keys(), ledger.of_items()) == ({"title": entries[0]}, {"title": entries[1]})


def test_blanks_at_line_ends_are_no_touch():
    assert fingerprint(["- id: a", "  event: b "]) == fingerprint(["- id: a\r", "  event: b"])
    assert fingerprint(["- id: a", "  event: b"]) != fingerprint(["- id: a", "  event: b  # why?"])
