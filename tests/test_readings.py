"""Readings as bytes, the keys under which they are kept, and the cache that keeps them."""

import os
import subprocess
import sys
from dataclasses import replace

import hypothesis.strategies as st
import pytest
from conftest import INVENTED
from hypothesis import given, settings

from generator import build, extract, readings, store, vocabulary
from generator.model import Article, NamedEntity, Reading, Settings, Span
from generator.readings import Machine, decode, encode, key_of

MODEL = Settings().model
MACHINE = Machine(MODEL, vocabulary.load("pax"))
ARTICLE = Article(
    "strike", "strike.txt", "A strike\nAda Brook said no.", "A strike", Span(0, 8), "2031-04-05",
    publisher="The Echo",
)  # fmt: skip
KEY = "ab" + 62 * "0"


# --- as bytes ---------------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.from_type(Reading))
def test_whatever_is_read_comes_back_as_it_was(reading):
    assert decode(encode(reading)) == reading


def test_what_the_machine_reads_in_a_dossier_comes_back_as_it_was():
    seeds = build.load(store.read(store.Folder(INVENTED))).seeds.values()
    for _, reading in extract.read(list(seeds)[:4], MODEL):
        assert decode(encode(reading)) == reading
        assert encode(decode(encode(reading))) == encode(reading)


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"\0" * 80, b'{"entities":[{"id":1}]}', b'{"events":[{"span":[1]}]}']
)
def test_broken_bytes_are_no_reading(broken):
    assert decode(broken) is None


# --- keys -------------------------------------------------------------------------------------

OTHERS = {
    "its text": (replace(ARTICLE, text=ARTICLE.text + " Not yet."), MACHINE),
    "its title": (replace(ARTICLE, title="No strike"), MACHINE),
    "where its title stands": (replace(ARTICLE, title_span=None), MACHINE),
    "its language": (replace(ARTICLE, language="ko"), MACHINE),
    "its publisher": (replace(ARTICLE, publisher="The Mirror"), MACHINE),
    "the vocabulary": (ARTICLE, replace(MACHINE, vocabulary=vocabulary.load("civic"))),
}
SAME = {
    "its id": (replace(ARTICLE, id="other"), MACHINE),
    "its seed": (replace(ARTICLE, seed="other.txt"), MACHINE),
    "its date, against which the build resolves": (replace(ARTICLE, published=""), MACHINE),
    "its rights": (replace(ARTICLE, rights="none"), MACHINE),
    "registers, for a language that is parsed": (
        ARTICLE,
        replace(MACHINE, entities=(NamedEntity("ada", "person", "Ada"),)),
    ),
}


@pytest.mark.parametrize("changed", OTHERS)
def test_a_reading_depends_on(changed):
    assert key_of(*OTHERS[changed]) != key_of(ARTICLE, MACHINE)


@pytest.mark.parametrize("changed", SAME)
def test_a_reading_does_not_depend_on(changed):
    assert key_of(*SAME[changed]) == key_of(ARTICLE, MACHINE)


def test_in_other_languages_it_depends_on_the_registers_and_not_on_the_vocabulary():
    korean = replace(ARTICLE, language="ko-KR")
    ada = replace(MACHINE, entities=(NamedEntity("ada", "person", "Ada"),))
    assert key_of(korean, ada) != key_of(korean, MACHINE)
    assert key_of(korean, replace(MACHINE, vocabulary=vocabulary.load("civic"))) == key_of(korean, MACHINE)


def test_it_depends_on_the_versions_of_parser_and_model(monkeypatch):
    before = key_of(ARTICLE, MACHINE)
    readings.versions.cache_clear()
    monkeypatch.setattr(readings.metadata, "version", lambda _name: "99")
    assert key_of(ARTICLE, MACHINE) != before
    readings.versions.cache_clear()


def test_a_model_that_tells_no_version_is_read_anew_each_time():
    assert key_of(ARTICLE, replace(MACHINE, model="./our/own/model")) is None


def test_a_key_is_the_same_in_every_process():
    probe = "import test_readings as t; print(t.key_of(t.ARTICLE, t.MACHINE))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONHASHSEED": "7"}
    told = subprocess.run([sys.executable, "-c", probe], env=environment, capture_output=True, check=True)
    assert told.stdout.decode().strip() == key_of(ARTICLE, MACHINE)


def test_every_module_that_extractors_import_is_part_of_the_key():
    probe = (
        "import sys, generator.extract\n"
        "print(*{name.split('.')[1] for name in sys.modules if name.startswith('generator.')})"
    )
    told = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert set(told.stdout.split()) == set(readings.MACHINE)


def test_what_the_machine_is_not_shown_it_cannot_read():
    shown = readings.matter(replace(ARTICLE, author="Jo", url="https://example.org", rights="none"))
    bare = Article("", "", ARTICLE.text, ARTICLE.title, ARTICLE.title_span, publisher="The Echo")
    assert shown == bare


# --- the cache --------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path):
    return store.Cache(tmp_path / "cache")


def test_what_was_put_there_is_found_in_one_file(cache):
    assert (cache.has(KEY), cache.get(KEY)) == (False, None)
    cache.put(KEY, b"data")
    assert (cache.has(KEY), cache.get(KEY)) == (True, b"data")
    assert [path.relative_to(cache.folder).as_posix() for path in cache.folder.rglob("*.json")] == [
        f"ab/{62 * '0'}.json"
    ]


def test_of_too_many_the_last_used_stay(cache):
    keys = [f"{number:02}" * 32 for number in range(6)]
    for age, key in enumerate(keys):
        cache.put(key, b"data")
        (path,) = (cache.folder / key[:2]).iterdir()
        os.utime(path, ns=(age, age))
    cache.get(keys[0])
    cache.prune(6)
    assert all(cache.has(key) for key in keys)
    cache.prune(3)
    assert [key for key in keys if cache.has(key)] == [keys[0], keys[4], keys[5]]


def test_what_a_killed_run_left_goes(cache):
    cache.put(KEY, b"data")
    half = cache.folder / "ab" / ".x.json.77.unfinished"
    half.write_bytes(b"da")
    cache.prune(10)
    assert (half.exists(), cache.has(KEY)) == (False, True)


def test_a_cache_that_cannot_be_written_or_read_keeps_nobody(tmp_path):
    (tmp_path / "cache").write_text("a file in its place")
    cache = store.Cache(tmp_path / "cache")
    cache.put(KEY, b"data")
    cache.prune(0)
    assert cache.get(KEY) is None
