"""content/ids.tsv, which only grows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ids import Published, add, parse, redirects, write

PATH = "content/ids.tsv"
KINDS = st.sampled_from(["article", "entity", "event", "issue"])
IDS = st.from_regex(r"[a-c](-[a-c])?", fullmatch=True)
NAMES = st.text(min_size=1, max_size=12).map(lambda name: " ".join(name.split())).filter(bool)
RECORDS = st.builds(
    Published, KINDS, IDS, st.lists(NAMES, max_size=3, unique=True).map(tuple), IDS | st.just("")
)

FILE = """\
kind\tid\tnames\tmerged_into
article\ttalks-open\tTalks open\t
entity\trenn\tRenn|O. Renn\totilia-renn
entity\totilia-renn\tOtilia Renn\t
"""


def test_a_file_is_read_sorted():
    records, problems = parse(FILE, PATH)
    assert problems == ()
    assert records == (
        Published("article", "talks-open", ("Talks open",)),
        Published("entity", "otilia-renn", ("Otilia Renn",)),
        Published("entity", "renn", ("Renn", "O. Renn"), "otilia-renn"),
    )


@given(st.lists(RECORDS, max_size=8))
def test_what_is_written_is_read_back(records):
    published = add((), records)
    assert parse(write(records), PATH)[0] == published


@given(st.lists(RECORDS, max_size=8), st.lists(RECORDS, max_size=8))
def test_nothing_is_ever_taken_away(old, new):
    before, after = add((), old), {(r.kind, r.id): r for r in add(old, new)}
    for record in before:
        assert set(record.names) <= set(after[record.kind, record.id].names)
        assert bool(record.merged_into) <= bool(after[record.kind, record.id].merged_into)


@given(st.lists(RECORDS, max_size=8), st.lists(RECORDS, max_size=8))
def test_lines_of_two_branches_are_read_as_one(ours, theirs):
    union = write(ours) + write(theirs)
    assert parse(union, PATH)[0] == add(ours and add((), ours), add((), theirs))


def test_a_name_may_hold_the_signs_of_the_file():
    record = Published("entity", "a", ("A|B", "C\\", "D\\|E"))
    assert parse(write([record]), PATH)[0] == (record,)


@pytest.mark.parametrize(
    ("lines", "targets"),
    [
        (["a\t\tb", "b"], {"entities/a": "entities/b"}),
        (["a\t\tb", "b\t\tc", "c"], {"entities/a": "entities/c", "entities/b": "entities/c"}),
        (["a\t\tb"], {"entities/a": "entities/b"}),
        (["a\t\tb", "b\t\ta"], {}),
        (["a\t\ta"], {}),
        (["c\t\ta", "a\t\tb", "b\t\ta"], {}),
    ],
)
def test_merges_are_followed_to_their_end(lines, targets):
    records, _ = parse("\n".join(f"entity\t{line}" for line in lines), PATH)
    assert redirects(records) == targets


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("<<<<<<< ours\n", "merge-conflict", 1),
        ("entity\ta\n\nperson\tb\n", "ids-line", 3),
        ("entity\ta\tA\tb\tc\n", "ids-line", 1),
        ("entity\ta\t\tb\nentity\ta\t\tc\n", "ids-merged-twice", 2),
        ("entity\ta\t\tb\nentity\tb\t\ta\n", "ids-circle", 1),
    ],
)
def test_a_slip_is_told(source, code, line):
    problems = parse(source, PATH)[1]
    assert (problems[0].code, problems[0].line) == (code, line)
