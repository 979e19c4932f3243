"""The cost of a change is the size of the change, and its result that of a clean build, byte for byte.

Random edits of a dossier, each followed by a build that remembers the last one, and one that remembers nothing.
"""

import os
import random
import shutil
from pathlib import Path

import hypothesis.strategies as st
import pytest
from conftest import INVENTED
from hypothesis import HealthCheck, given, settings

from generator import build, store
from generator.render.divided import divided

pytestmark = pytest.mark.builds

ARTICLES = 6
"""Of the invented dossier; one more comes and goes."""


# --- a person at work -----------------------------------------------------------------------


def files(folder, name):
    return sorted((folder.content / name).glob("*.md"))


def some(chance, paths):
    return chance.choice(paths) if paths else None


def change_a_tense(folder, chance):
    path = some(chance, files(folder, "articles"))
    text = path.read_text()
    old, new = chance.choice([("phase: happened", "phase: scheduled"), ("tense: past", "tense: future")])
    path.write_text(text.replace(old, new, 1))


def take_an_item_out(folder, chance):
    path = some(chance, files(folder, "articles"))
    head, *items = path.read_text().split("\n- id: ")
    if len(items) > 1:
        gone = chance.randrange(len(items) - 1)
        items[gone] = "\n" + items[gone].partition("\n\n")[2] if "\n\n" in items[gone] else items[gone]
        path.write_text("\n- id: ".join([head, *items]).replace("\n- id: \n", "\n"))


def review_an_article(folder, chance):
    path = some(chance, files(folder, "articles"))
    path.write_text(path.read_text().replace("---\n", "---\nreviewed: Jo\n", 1))


def date_an_article(folder, chance):
    path = some(chance, files(folder, "articles"))
    lines = [line for line in path.read_text().splitlines() if not line.startswith("published:")]
    path.write_text("\n".join([lines[0], f'published: "2031-0{chance.randint(1, 4)}-11"', *lines[1:]]) + "\n")


def withhold_an_article(folder, chance):
    path = some(chance, files(folder, "articles"))
    path.write_text(
        path.read_text().replace("---\n", f"---\nrights: {chance.choice(['none', 'quotes'])}\n", 1)
    )


def write_a_note(folder, chance):
    path = some(chance, files(folder, "articles"))
    path.write_text(path.read_text().replace("\n```ledger", "\n## Notes\n\nA *note*.\n\n```ledger", 1))


def describe_an_entity(folder, chance):
    source = build.load(store.read(folder)).articles
    known = sorted({entity.id for one in source for entity in one.reading.entities})
    if known:
        path = folder.content / "entities" / f"{chance.choice(known)}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\nname: The {chance.choice('ABC')} One\nside: Sennet\n---\nA note.\n")


def merge_an_entity(folder, chance):
    source = build.load(store.read(folder)).articles
    known = sorted({entity.id for one in source for entity in one.reading.entities})
    if len(known) > 1:
        old, new = chance.sample(known, 2)
        path = folder.content / "entities" / f"{old}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\nmerged_into: {new}\n---\n")


def drop_a_register(folder, chance):
    if path := some(chance, files(folder, "entities")):
        path.unlink()


def take_an_article_in_or_out(folder, chance):
    spare = sorted((INVENTED / "content" / "articles").glob("*.md"))[ARTICLES]
    path = folder.content / "articles" / spare.name
    if path.exists():
        path.unlink()
    else:
        shutil.copy(spare, path)


def correct_a_seed(folder, chance):
    path = some(chance, sorted(folder.seeds.glob("*.txt")))
    words = path.read_text().split(" ")
    words[chance.randrange(len(words))] = "indeed"
    path.write_text(" ".join(words))


def name_the_publisher(folder, chance):
    path = some(chance, sorted(folder.seeds.glob("*.txt")))
    path.with_name(f"{path.name}.yml").write_text(f"publisher: Paper {chance.randint(1, 3)}\n")


def change_the_settings(folder, chance):
    line = chance.choice(["title: Other", "publish: reviewed", 'as_of: "2031-05-01"', "week_starts: sunday"])
    path = folder.content / "dossier.yml"
    kept = [one for one in path.read_text().splitlines() if one.split(":")[0] != line.split(":")[0]]
    path.write_text("\n".join([*kept, line]) + "\n")


def rewrite_the_home_page(folder, chance):
    (folder.content / "index.md").write_text(f"Welcome, reader {chance.random()}.\n")


def break_a_file(folder, chance):
    path = some(chance, files(folder, "articles"))
    path.write_text(path.read_text().replace("```annotations", "``annotations", 1))


def lose_a_page(folder, chance):
    """A file of build/ or site/ goes, is cut short, or another one comes."""
    place = chance.choice([folder.pages, folder.site, folder.spare])
    found = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else []
    if found:
        path = chance.choice(found)
        chance.choice(
            [path.unlink, lambda: path.write_bytes(b""), lambda: (place / "more.md").write_text("x")]
        )()


def forget(folder, chance):
    found = sorted(folder.cache.glob("*")) if folder.cache.is_dir() else []
    if found:
        path = chance.choice(found)
        chance.choice([path.unlink, lambda: path.write_bytes(path.read_bytes()[:40])])()


def nothing(_folder, _chance):
    pass


EDITS = (
    change_a_tense, take_an_item_out, review_an_article, date_an_article, withhold_an_article, write_a_note,
    describe_an_entity, merge_an_entity, drop_a_register, take_an_article_in_or_out, correct_a_seed,
    name_the_publisher, change_the_settings, rewrite_the_home_page, break_a_file, lose_a_page, forget, nothing,
)  # fmt: skip


# --- the law --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    """A part of the invented dossier, to be copied."""
    root = tmp_path_factory.mktemp("part")
    shutil.copytree(INVENTED / "seeds", root / "seeds")
    shutil.copytree(INVENTED / "content", root / "content")
    for path in sorted((root / "content" / "articles").glob("*.md"))[ARTICLES:]:
        path.unlink()
    named = {
        line
        for path in (root / "content" / "articles").glob("*.md")
        for line in path.read_text().splitlines()
    }
    for seed in (root / "seeds").glob("*.txt"):
        if f"seed: {seed.name}" not in named and f'seed: "{seed.name}"' not in named:
            seed.unlink()
            seed.with_name(f"{seed.name}.yml").unlink(missing_ok=True)
    return root


def tree(folder):
    """Path → bytes of every file, and None of every folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def clean(folder, place):
    """The same dossier elsewhere, where nothing is remembered."""
    shutil.rmtree(place, ignore_errors=True)
    for name in ("content", "seeds"):
        shutil.copytree(folder.root / name, place / name)
    return store.Folder(place)


EDITED = given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6), st.integers(0, 10**6))
UNHURRIED = {"suppress_health_check": list(HealthCheck)}


def keeps_the_law(dossier, tmp_path, edits, number, make, made):
    """After each of `edits`, what `make` makes at `made` is as if nothing had been there before."""
    chance = random.Random(number)  # noqa: S311  no secret
    folder = clean(store.Folder(dossier), tmp_path / "edited")
    make(folder)
    for edit in edits:
        edit(folder, chance)
        make(folder)
        fresh = clean(folder, tmp_path / "fresh")
        make(fresh)
        ours, theirs = tree(made(folder)), tree(made(fresh))
        assert ours.keys() == theirs.keys(), edit
        assert [path for path in ours if ours[path] != theirs[path]] == [], edit


@EDITED
@settings(max_examples=12, **UNHURRIED)
def test_pages_are_those_of_a_clean_build(dossier, tmp_path_factory, edits, number):
    keeps_the_law(
        dossier, tmp_path_factory.mktemp("law"), edits, number, build.write_pages, lambda f: f.pages
    )


@pytest.mark.nightly
@EDITED
@settings(max_examples=300, **UNHURRIED)
def test_many_pages_are_those_of_a_clean_build(dossier, tmp_path_factory, edits, number):
    keeps_the_law(
        dossier, tmp_path_factory.mktemp("law"), edits, number, build.write_pages, lambda f: f.pages
    )


def test_the_site_is_that_of_a_clean_build_after_every_kind_of_edit(dossier, tmp_path):
    edits = [edit for edit in EDITS if edit is not forget]
    keeps_the_law(dossier, tmp_path, edits, 7, build.build, lambda f: f.site)


def test_the_pages_of_divided_lists_are_those_of_a_clean_build(dossier, tmp_path, monkeypatch):
    """With lists so short that each is divided, down to days and letters."""
    monkeypatch.setitem(divided.__kwdefaults__, "whole", 3)
    monkeypatch.setitem(divided.__kwdefaults__, "most", 2)
    monkeypatch.setattr("generator.render.busy.ROWS", 2)
    monkeypatch.setattr("generator.render.busy.LONG_ROWS", 2)
    keeps_the_law(dossier, tmp_path, EDITS[:6], 7, build.write_pages, lambda f: f.pages)
    assert list((tmp_path / "edited").rglob("articles/date/*.md"))


@pytest.mark.nightly
@EDITED
@settings(max_examples=60, **UNHURRIED)
def test_many_sites_are_those_of_a_clean_build(dossier, tmp_path_factory, edits, number):
    keeps_the_law(dossier, tmp_path_factory.mktemp("law"), edits, number, build.build, lambda f: f.site)


# --- what it saves ----------------------------------------------------------------------------


def test_a_hand_edit_makes_no_more_pages_than_name_it(dossier, tmp_path, monkeypatch):
    folder = clean(store.Folder(dossier), tmp_path / "edited")
    before = build.write_pages(folder)
    write_a_note(folder, random.Random(1))  # noqa: S311
    made = []
    put = store.put_page
    monkeypatch.setattr(
        store, "put_page", lambda pages, name, data: made.append(name) or put(pages, name, data)
    )
    after = build.write_pages(folder)
    named = [
        path for path, file in after.files.items() if file != before.files[path] and is_of_one_thing(path)
    ]
    assert 0 < len(named) < 6
    assert {Path(name).suffix for name in named} <= {".md", ".json", ".jsonld"}


def is_of_one_thing(path):
    folder, _, name = path.rpartition("/")
    return folder not in {"", "data", "feeds"} and name.split(".")[0] != "index"


def built_again(folder):
    """Build, edit and build: now there is an older site, which the next build takes up."""
    for number in range(3):
        (folder.content / "index.md").write_text(f"Number {number}.\n")
        build.build(folder)
    return folder


def as_a_clean_build(folder, place):
    fresh = clean(folder, place)
    build.build(fresh)
    return tree(folder.site) == tree(fresh.site)


def test_the_next_site_is_made_of_the_one_before_the_last(dossier, tmp_path):
    folder = built_again(clean(store.Folder(dossier), tmp_path / "edited"))
    spare, site = folder.spare.stat().st_ino, folder.site.stat().st_ino
    write_a_note(folder, random.Random(1))  # noqa: S311
    build.build(folder)
    assert (folder.spare.stat().st_ino, folder.site.stat().st_ino) == (site, spare)
    assert as_a_clean_build(folder, tmp_path / "fresh")


def put_another_file(spare):
    """Not the one that the site has, but like it in all that can be seen without reading it."""
    page = spare / "data" / "index.html"
    about, other = page.stat(), page.with_name("other")
    other.write_bytes(b"x" * about.st_size)
    os.utime(other, ns=(about.st_atime_ns, about.st_mtime_ns - 1))
    other.replace(page)


def put_a_folder_for_a_file(spare):
    (spare / "timeline.ics").unlink()
    (spare / "timeline.ics" / "deep").mkdir(parents=True)
    (spare / "timeline.ics" / "deep" / "x").write_text("x")


def put_a_file_for_a_folder(spare):
    shutil.rmtree(spare / "data")
    (spare / "data").write_text("x")


def put_a_link(spare):
    (spare / "index.html").unlink()
    (spare / "index.html").symlink_to(spare.parent / "elsewhere")
    (spare.parent / "elsewhere").write_text("x")


def put_a_file_for_all(spare):
    shutil.rmtree(spare)
    spare.write_text("x")


@pytest.mark.parametrize(
    "put",
    [put_another_file, put_a_folder_for_a_file, put_a_file_for_a_folder, put_a_link, put_a_file_for_all],
)
def test_whatever_is_done_to_the_older_site_the_next_one_is_right(dossier, tmp_path, put):
    folder = built_again(clean(store.Folder(dossier), tmp_path / "edited"))
    put(folder.spare)
    write_a_note(folder, random.Random(1))  # noqa: S311
    build.build(folder)
    assert as_a_clean_build(folder, tmp_path / "fresh")


def test_no_older_site_is_kept_that_has_little_in_common_with_this_one(dossier, tmp_path):
    folder = built_again(clean(store.Folder(dossier), tmp_path / "edited"))
    (folder.content / "dossier.yml").write_text("title: Another name on every page\n")
    build.build(folder)
    assert not folder.spare.exists()


def test_nothing_changed_makes_nothing(dossier, tmp_path, monkeypatch):
    folder = clean(store.Folder(dossier), tmp_path / "edited")
    first = build.build(folder)
    for module, name in ((store, "put_page"), (build, "load"), (build, "site_of")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("made anew"))
    assert build.build(folder) == first
