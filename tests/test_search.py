"""The search: what its index holds, what it must never hold, and what each page says for its facets."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import put_pages
from sites import DENIAL, UNQUOTED, site

from generator import search, store
from generator import site as renderer
from generator.model import Ref
from generator.render import render
from generator.search import indexing
from generator.search.contents import read, write
from generator.search.cutting import FEW, cut
from generator.search.ordering import CHUNKS

pytestmark = pytest.mark.builds

UNUSED = "*ui*", "*highlight*", "*playground*", "*worker*"
"""Files of pagefind's own interface."""


def built(root: Path, **options) -> Path:
    """The sample site, rendered and indexed below `root`."""
    sample = site(**options)
    folder = store.Folder(root)
    put_pages(folder.pages, render(sample))
    renderer.render(renderer.Edition(root, folder.pages, sample.settings.title, sample.as_of), folder.site)
    return folder.site


@pytest.fixture(scope="module")
def indexed(tmp_path_factory):
    return built(tmp_path_factory.mktemp("dossier"))


def fragments(folder: Path) -> dict[str, dict]:
    """Address → what the index says of that page."""
    found = (json.loads(_unpacked(path)) for path in (folder / "pagefind" / "fragment").iterdir())
    return {fragment["url"]: fragment for fragment in found}


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


# --- what the index holds ---------------------------------------------------------------------


def test_pages_that_only_repeat_others_are_not_in_the_index(indexed):
    kinds = {address.strip("/").split("/")[0] for address in fragments(indexed)}
    assert kinds == {"", "about", "articles", "entities", "issues"}
    assert not {"/articles/", "/entities/", "/issues/"} & set(fragments(indexed))


def test_of_the_home_page_what_people_wrote_is_in_the_index_and_no_more(indexed):
    own = BeautifulSoup((indexed / "index.html").read_text(encoding="utf-8"), "html.parser")
    (own,) = own.select(".by-hand")
    content = fragments(indexed)["/"]["content"]
    assert content.rstrip(".") == " ".join(own.text.split()).rstrip(".")


def test_each_sentence_of_an_article_is_known_by_its_id(indexed):
    page = fragments(indexed)["/articles/ferry-talks-near-an-end/"]
    anchors = {anchor["id"] for anchor in page["anchors"]}
    view = next(view for view in site().articles if view.ref.id == "ferry-talks-near-an-end")
    assert {sentence.id for sentence in view.sentences} <= anchors


def test_who_says_a_statement_is_told_by_the_id_of_its_mark(indexed):
    page = fragments(indexed)["/articles/ferry-talks-near-an-end/"]
    said = json.loads(page["meta"]["said"])
    marks = {anchor["id"]: anchor["text"] for anchor in page["anchors"]}
    assert any("talks with Karsk" in marks[name] for name in said["Orla Pelham"])


def test_an_article_has_its_text_once_and_no_notes(indexed):
    content = fragments(indexed)["/articles/ferry-talks-near-an-end/"]["content"]
    assert content.count("dock fee is settled") == 1
    assert "How to cite" not in content
    assert "What is new" not in content


@pytest.mark.parametrize("rights", ["quotes", "none"])
def test_what_the_rights_withhold_is_not_in_the_index(tmp_path, rights):
    folder = built(tmp_path, rights=rights)
    everything = b"".join(_unpacked(path) for path in (folder / "pagefind").rglob("*.pf_*")).decode(
        errors="replace"
    )
    assert "dock fee is settled" in everything, "the other article is there"
    assert UNQUOTED not in everything
    assert (DENIAL in everything) == (rights == "quotes")
    denied = fragments(folder).get("/articles/karsk-denies-deal/")
    assert denied is None or "quays" not in json.dumps(denied)


def test_nothing_of_pagefinds_own_interface_is_published(indexed):
    assert not [path.name for name in UNUSED for path in (indexed / "pagefind").glob(name)]
    assert {path.name for path in (indexed / "pagefind").iterdir() if path.suffix == ".js"} == {
        "pagefind.js", "size.js",
    }  # fmt: skip


def test_a_word_is_in_the_small_file_that_the_table_of_contents_names(indexed):
    folder = indexed / "pagefind"
    (table,) = folder.glob("*.pf_meta")
    chunks = read(table)[CHUNKS]
    assert [name for *_, name in chunks] == list(dict.fromkeys(name for *_, name in chunks))
    assert {f"{name}.pf_index" for *_, name in chunks} == {path.name for path in (folder / "index").iterdir()}
    bounds = [word for first, last, _ in chunks for word in (first, last)]
    assert bounds == sorted(bounds)
    for first, last, name in chunks:
        words = [word for word, *_ in read(folder / "index" / f"{name}.pf_index")[0]]
        assert (words[0], words[-1]) == (first, last)


@pytest.mark.parametrize(
    ("files", "words", "pieces"),
    [(1, 10, 5), (1, 7, 4), (1, 1, 1), (FEW, 5, 5 * FEW), (FEW + 1, 5, FEW + 1)],
)
def test_files_of_words_are_cut_unless_they_are_many(tmp_path, files, words, pieces):
    before = [[f"{file:03}-{word:03}" for word in range(words)] for file in range(files)]
    chunks = [
        [held[0], held[-1], write(tmp_path, "{}.pf_index", "en", [[[word, []] for word in held]])]
        for held in before
    ]
    after = cut(tmp_path, chunks, "en")
    assert len(after) == len(list(tmp_path.iterdir())) == pieces
    found = [word for *_, name in after for word, _ in read(tmp_path / f"{name}.pf_index")[0]]
    assert found == [word for held in before for word in held]


def test_the_same_pages_give_the_same_bytes_anywhere_and_on_one_core(indexed, tmp_path, monkeypatch):
    def files(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }

    first = files(indexed / "pagefind")
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    monkeypatch.setenv("TOKIO_WORKER_THREADS", "1")
    again = tmp_path / "elsewhere"
    for name, data in files(indexed).items():
        (again / name).parent.mkdir(parents=True, exist_ok=True)
        (again / name).write_bytes(data)
    indexing.index(again)
    assert files(again / "pagefind") == first


def test_what_each_facet_costs_is_told_to_the_scripts(indexed):
    told = (indexed / "pagefind" / "size.js").read_text(encoding="utf-8")
    facets = json.loads(told.partition("facets = ")[2].partition(";")[0])
    files = (indexed / "pagefind" / "filter").iterdir()
    assert facets == {read(path)[0]: path.stat().st_size for path in files}
    assert list(facets) == ["date", "entity", "issue", "source", "type"]


def test_an_index_that_cannot_be_made_is_told_and_the_old_one_stays(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    (folder / "pagefind").mkdir(parents=True)
    (folder / "pagefind" / "old").write_text("")
    monkeypatch.setattr(indexing, "get_executable", lambda: "false")
    with pytest.raises(indexing.SearchError, match="the search index could not be made"):
        indexing.index(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (folder / "pagefind" / "old").exists()


# --- facets -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "months"),
    [
        ("2031-03-04", ["2031", "2031-03"]),
        ("2031-03", ["2031", "2031-03"]),
        ("2031", ["2031"]),
        ("[2031-03-04..2031-03-06]", ["2031", "2031-03"]),
        ("2030-12-31/2031-01-02", ["2030", "2030-12"]),
        ("2031-21", ["2031"]),
        ("2031-XX-13", ["2031"]),
        ("XXXX-XX-13", None),
        ("", None),
    ],
)
def test_an_article_is_found_by_the_year_and_the_month_it_is_known_from(published, months):
    view = site().articles[0]
    article = replace(view.annotated.article, published=published)
    view = replace(view, annotated=replace(view.annotated, article=article))
    assert search.of_article(view, frozenset())["facets"].get("date") == months


def test_facets_of_each_kind_of_page(indexed):
    pages = fragments(indexed)
    article = pages["/articles/ferry-talks-near-an-end/"]["filters"]
    assert article["type"] == ["article"]
    assert "orla-pelham Orla Pelham" in article["entity"]
    assert "ferry-deal ferry deal" in [value.lower() for value in article["issue"]]
    assert article["date"] == ["2031", "2031-03"]
    assert article["source"] == [site().articles[0].annotated.article.publisher] or article["source"]
    person = pages["/entities/orla-pelham/"]["filters"]
    assert person == {"type": ["person"], "entity": ["orla-pelham Orla Pelham"]}
    assert pages["/issues/ferry-deal/"]["filters"]["type"] == ["issue"]
    assert pages["/about/"]["filters"] == {"type": ["page"]}


@pytest.mark.parametrize(("articles", "least"), [(2, 1), (499, 1), (500, 2), (10_000, 21)])
def test_in_a_large_dossier_a_name_has_to_stand_in_several_articles(articles, least):
    sample = site()
    entity = sample.entities[0]

    def named(times: int) -> frozenset[str]:
        view = replace(entity, articles=(Ref("article", "x", "x"),) * times)
        return search.found(replace(sample, articles=sample.articles[:1] * articles, entities=(view,)))

    address = f"entity/{entity.ref.id}"
    assert address in named(least)
    assert address not in named(least - 1)


def test_what_strangers_write_stays_one_value_of_a_facet(hostile):
    folder, composed = hostile
    for view in composed.site.articles:
        page = BeautifulSoup(
            (folder.site / "articles" / view.ref.id / "index.html").read_text(encoding="utf-8"), "html.parser"
        )
        article = view.annotated.article
        source = [tag["content"] for tag in page.select("meta[data-pagefind-filter='source[content]']")]
        assert source == ([" ".join(article.publisher.split())] if article.publisher else [])
        (title,) = page.select("meta[data-pagefind-meta='title[content]']")
        assert title["content"] == " ".join(article.title.split())
        for said in page.select("meta[data-pagefind-meta='said[content]']"):
            assert json.loads(said["content"]) == {
                who: list(names) for who, names in search.of_article(view, frozenset())["said"].items()
            }
