"""The swap: readers see the old site or the new one, whatever happens."""

import os

import pytest
from faults import KILLED, forked

from generator.search import indexing
from generator.site import swapping
from generator.site.edition import epoch


def make(folder, text):
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


def read(folder):
    return (folder / "index.html").read_text()


@pytest.mark.parametrize("exchange", [True, False], ids=["renameat2", "two renames"])
def test_the_new_site_takes_the_old_ones_place(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    old, new = make(tmp_path / "site", "old"), make(tmp_path / "new", "new")
    swapping.swap(new, old)
    assert read(tmp_path / "site") == "new"


def test_a_new_site_that_cannot_be_put_there_leaves_the_old_one(tmp_path, monkeypatch):
    monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    old = make(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swapping.swap(tmp_path / "gone", old)
    assert read(tmp_path / "site") == "old"


def test_the_first_site_needs_no_old_one(tmp_path):
    swapping.swap(make(tmp_path / "new", "new"), tmp_path / "site")
    assert read(tmp_path / "site") == "new"


def test_a_kill_between_the_two_renames_is_made_good(tmp_path):
    make(tmp_path / ".site-old", "old")
    make(tmp_path / ".site-new-x", "half")
    swapping.finish_swap(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert read(tmp_path / "site") == "old"


def test_what_a_kill_after_the_swap_left_goes(tmp_path):
    make(tmp_path / "site", "new")
    make(tmp_path / ".site-old", "old")
    swapping.finish_swap(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert read(tmp_path / "site") == "new"


@pytest.mark.parametrize("indexed", ["site", ".site-new-x"], ids=["the site that stands", "a new site"])
def test_what_a_kill_while_the_search_is_indexed_left_goes(tmp_path, monkeypatch, indexed):
    make(tmp_path / "site", "old")
    if indexed != "site":
        make(tmp_path / indexed, "new")
    monkeypatch.setattr(indexing, "run", lambda *_: os._exit(KILLED))
    assert forked(lambda: indexing.index(tmp_path / indexed), tmp_path).code == KILLED
    assert len(list(tmp_path.iterdir())) > 1
    swapping.finish_swap(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert read(tmp_path / "site") == "old"


@pytest.mark.parametrize(
    ("as_of", "seconds"),
    [
        ("", 0),
        ("1970-01-02", 86400),
        ("2025-01-14", 1736812800),
        ("1950-06-01", 0),  # no file can be older than 1970,
        ("9999-12-31", 2**32 - 1),  # or younger than 2106, which gzip refuses
    ],
)
def test_the_build_date_is_the_dossiers_today(as_of, seconds):
    assert epoch(as_of) == seconds
