"""The search index of a very large site, in parts: which page is in which, what is made again, one answer."""

import random
import re
import shutil

import pytest
from bs4 import BeautifulSoup
from conftest import Served

from generator import store
from generator.search import indexing, parts

TITLE = '<meta data-pagefind-meta="title[content]" content="Fee">'
PAGE = """<!doctype html><html lang="en"><head><title>x</title>{}</head>
<body><main data-pagefind-body><h1>{}</h1></main></body></html>"""


def written(root, pages):
    store.put_files(
        root, {f"{name}/index.html": PAGE.format(TITLE, text).encode() for name, text in pages.items()}
    )
    return root


def numbered(count):
    return {f"a{number}": f"Fee {number}" for number in range(count)}


def parts_of(root):
    """Folder of each part → its files."""
    return {
        path.name: store.files_of(path)
        for path in sorted((root / "pagefind").iterdir())
        if (path / "pagefind-entry.json").exists()
    }


@pytest.fixture
def runs(monkeypatch):
    """How many pages each run of pagefind has."""
    counted, really = [], indexing.run

    def run(site, out):
        counted.append(sum(1 for _ in site.rglob("*.html")))
        really(site, out)

    monkeypatch.setattr(indexing, "run", run)
    monkeypatch.setattr(parts, "MOST", 10)
    return counted


@pytest.mark.parametrize(("pages", "wanted"), [(1, 0), (10, 0), (11, 2), (20, 2), (21, 4), (41, 8)])
def test_there_are_as_many_parts_as_the_pages_need(tmp_path, runs, pages, wanted):
    site = written(tmp_path / "site", numbered(pages))
    indexing.index(site)
    assert len(parts_of(site)) == wanted
    assert len(runs) == max(wanted, 1)
    assert sum(runs) == pages, "each page is in one part"


def test_pages_that_are_not_searched_make_no_parts(tmp_path, runs):
    site = written(tmp_path / "site", numbered(8))
    store.put_files(site, {f"list{number}.html": b"<html><main>Fee</main></html>" for number in range(30)})
    indexing.index(site)
    assert parts_of(site) == {}


def test_the_same_pages_give_the_same_parts_anywhere(tmp_path, runs, monkeypatch):
    one = written(tmp_path / "one" / "site", numbered(30))
    indexing.index(one)
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    shuffled = list(numbered(30).items())
    random.Random(3).shuffle(shuffled)  # noqa: S311
    other = written(tmp_path / "other", dict(shuffled))
    indexing.index(other)
    assert store.files_of(one / "pagefind") == store.files_of(other / "pagefind")


def test_an_edit_makes_its_own_part_again_and_no_other(tmp_path, runs):
    pages = numbered(30)
    before = written(tmp_path / "before", pages)
    indexing.index(before)
    runs.clear()
    changed = {**pages, "a7": "Another fee"}
    site = written(tmp_path / "site", changed)
    indexing.index(site, before)
    assert len(runs) == 1, "of the four parts"
    kept = parts_of(before).keys() & parts_of(site).keys()
    assert len(kept) == 3
    assert all(parts_of(before)[part] == parts_of(site)[part] for part in kept)
    clean = written(tmp_path / "clean", changed)
    indexing.index(clean)
    assert store.files_of(site / "pagefind") == store.files_of(clean / "pagefind")


def test_a_page_that_goes_changes_its_own_part_only(tmp_path, runs):
    pages = numbered(30)
    before = written(tmp_path / "before", pages)
    indexing.index(before)
    del pages["a7"]
    site = written(tmp_path / "site", pages)
    indexing.index(site, before)
    assert len(parts_of(before).keys() & parts_of(site).keys()) == 3


def noted(pages):
    """The same pages with something on each that the search does not find."""
    return {name: f"{text}</h1></main><main><h1>Noted" for name, text in pages.items()}


@pytest.mark.parametrize("count", [8, 30], ids=["one index", "parts"])
def test_where_nothing_changed_that_is_searched_the_index_stays(tmp_path, runs, count):
    before = written(tmp_path / "before", numbered(count))
    indexing.index(before)
    runs.clear()
    site = written(tmp_path / "site", noted(numbered(count)))
    indexing.index(site, before)
    assert runs == []
    assert store.files_of(site / "pagefind") == store.files_of(before / "pagefind")


def test_a_site_keeps_its_own_index_and_makes_anew_what_changed(tmp_path, runs):
    site = written(tmp_path / "site", numbered(30))
    indexing.index(site)
    runs.clear()
    indexing.index(site, site)
    assert runs == []
    written(site, {"a7": "Another fee"})
    indexing.index(site, site)
    assert len(runs) == 1
    clean = written(tmp_path / "clean", {**numbered(30), "a7": "Another fee"})
    indexing.index(clean)
    assert store.files_of(site / "pagefind") == store.files_of(clean / "pagefind")


@pytest.mark.parametrize("count", [8, 30], ids=["one index", "parts"])
def test_the_index_of_another_pagefind_is_made_anew(tmp_path, runs, monkeypatch, count):
    site = written(tmp_path / "site", numbered(count))
    indexing.index(site)
    runs.clear()
    monkeypatch.setattr(indexing.metadata, "version", lambda _: "0.1")
    indexing.index(site, site)
    assert sum(runs) == count


def test_pagefind_is_not_given_what_it_would_pass_over(tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr(
        indexing, "run", lambda pages, out: given.append(store.files_of(pages)) or out.mkdir()
    )
    monkeypatch.setattr(indexing, "_tell", lambda *_: None)
    site = written(tmp_path / "site", numbered(1))
    store.put_files(site, {"list.html": b"<html><main>Fee</main></html>"})
    indexing.index(site)
    assert [list(files) for files in given] == [["a0/index.html"]]


def test_a_part_that_other_machines_lost_is_made_here(tmp_path, runs):
    site, other = (written(tmp_path / name, numbered(30)) for name in ("site", "other"))
    indexing.index(site, elsewhere=lambda work, items: (None for _ in items))
    indexing.index(other)
    assert store.files_of(site / "pagefind") == store.files_of(other / "pagefind")


def test_nothing_but_the_index_stays(tmp_path, runs):
    site = written(tmp_path / "site", numbered(30))
    indexing.index(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert not [path for path in (site / "pagefind").rglob("*") if "ui" in path.name or "worker" in path.name]


# --- one answer of all ------------------------------------------------------------------------

ASK = """async (asked) => {
  const { open } = await import("/assets/dossier/search/index.js");
  const { empty, FACETS } = await import("/assets/dossier/search/state.js");
  const index = await open(location.origin + "/");
  await index.load(FACETS.map(({ name }) => name));
  const answers = [];
  for (const { words, chosen } of asked) {
    const state = empty();
    state.words = words;
    for (const [facet, ids] of Object.entries(chosen)) state.chosen[facet] = new Set(ids);
    const answer = await index.search(state);
    const pages = await Promise.all(answer.results.map((one) => one.data()));
    answers.push([pages.map((page) => page.raw_url).sort(), await index.counts(state, answer)]);
  }
  return answers;
}"""
QUESTIONS = [
    ("fee", {}),
    ("transit fee", {}),
    ('"nothing is agreed"', {}),
    ("", {"type": ["article"]}),
    ("", {"type": ["person", "issue"]}),
    ("fee", {"type": ["article"], "date": ["2031"]}),
    ("fee", {"date": ["2031-03", "2031-02"]}),
    ("", {"entity": ["lidia-corvin"]}),
    ("agreed", {"entity": ["lidia-corvin"], "issue": ["transit-fee"]}),
    ("", {"entity": ["nobody-at-all"]}),
    ("signatories", {}),
    ("commun", {}),
    ("xyzzy fee", {}),
    ("xyzzy", {}),
]


def words_of(site):
    """Every ninth word of the articles, alone and with one that is frequent."""
    texts = (path.read_text() for path in sorted(site.glob("articles/*/index.html")))
    bodies = (BeautifulSoup(text, "html.parser").select("[data-pagefind-body]") for text in texts)
    found = {
        word.lower() for body in bodies for part in body for word in re.findall(r"[A-Za-z]{3,}", part.text)
    }
    chosen = sorted(found)[::9]
    return [{"words": words, "chosen": {}} for word in chosen for words in (word, f"{word} fee")]


@pytest.fixture(scope="module")
def answers(browser, invented, tmp_path_factory):
    """What the search answers where the index is one, and where it is in parts."""
    found = {}
    for name, most in (("one", parts.MOST), ("parts", 12)):
        root = tmp_path_factory.mktemp(name) / "site"
        shutil.copytree(invented[0].site, root)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parts, "MOST", most)
            indexing.index(root)
        server = Served(root)
        page = browser.new_page()
        page.goto(server.address)
        asked = [{"words": words, "chosen": chosen} for words, chosen in QUESTIONS] + words_of(
            invented[0].site
        )
        found[name] = len(parts_of(root)), page.evaluate(ASK, asked)
        page.close()
        server.close()
    return found


@pytest.mark.browser
@pytest.mark.parametrize(
    "number", range(len(QUESTIONS)), ids=[f"{words} {chosen}" for words, chosen in QUESTIONS]
)
def test_parts_answer_as_one_index_does(answers, number):
    (one, alone), (several, together) = answers["one"], answers["parts"]
    assert (one, several > 3) == (0, True)
    assert together[number][0] == alone[number][0]
    counted = [
        {
            facet: {value: count for value, count in values.items() if count}
            for facet, values in counts.items()
        }
        for _, counts in (together[number], alone[number])
    ]
    assert counted[0] == counted[1]


@pytest.mark.browser
def test_each_word_is_found_on_the_same_pages(answers):
    alone, together = (answers[name][1][len(QUESTIONS) :] for name in ("one", "parts"))
    assert len(alone) > 200
    assert [pages for pages, _ in together] == [pages for pages, _ in alone]


@pytest.mark.browser
def test_the_questions_have_answers(answers):
    assert [bool(pages) for pages, _ in answers["one"][1][: len(QUESTIONS)]] == [True] * 9 + [False] + [
        True
    ] * 3 + [False]
