"""A site rendered and indexed on other machines: a real Dask scheduler on the loopback address with workers.

The same bytes as here, a killed worker costs a retry, a page that cannot be rendered is told by its name.
"""

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest
from conftest import INVENTED, copied, put_pages
from mkdocs.structure.pages import Page
from typer.testing import CliRunner

from generator import build, cluster, crew, program, site, store
from generator.cli import app
from generator.search import indexing, parts
from generator.site import elsewhere, mkdocs

pytestmark = pytest.mark.builds

distributed = pytest.importorskip("distributed", reason="needs the extra [cluster]")

from test_cluster import cluster_of  # noqa: E402  it needs Dask, too

PLAIN = "# A page\n\nText, and [another](two.md).\n"
SETTINGS = "INHERIT: {theme}/mkdocs.yml\ntheme:\n  custom_dir: {theme}/overrides\nextra:\n  own: true\n"


@pytest.fixture(scope="module")
def scheduler():
    """The address of a scheduler with two workers."""
    with cluster_of(2) as started:
        yield started.scheduler_address


@pytest.fixture
def small_shares(monkeypatch):
    """Shares of a few pages, so that a small dossier is many."""
    monkeypatch.setattr(site, "FEW", 3)
    monkeypatch.setattr(elsewhere, "PAGES", 30)


def on(address):
    return partial(cluster.each, address, site.versions)


def here(work, items):
    """The tasks, done in this process: what travels is what matters."""
    return map(work, items)


def dossier(root: Path) -> store.Folder:
    return store.Folder(copied(INVENTED, root))


# --- the same as here -------------------------------------------------------------------------


def test_build_on_a_cluster_makes_the_site_it_makes_here(scheduler, small_shares, tmp_path):
    sites = []
    for name, options in (("here", []), ("there", ["--cluster", scheduler])):
        folder = dossier(tmp_path / name)
        result = CliRunner().invoke(app, ["build", "-C", str(folder.root), *options])
        assert result.exit_code == 0, result.stderr
        sites.append(store.files_of(folder.site))
    assert len(sites[0]) > 200
    assert sites[0] == sites[1]


@pytest.mark.parametrize("own", ["", SETTINGS], ids=["none", "own"])
def test_with_the_programs_settings_and_with_own_ones(small_shares, tmp_path, monkeypatch, own):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    sites = []
    for name, others in (("here", None), ("there", here)):
        folder = dossier(tmp_path / name)
        if own:
            theme = Path(elsewhere.__file__).parent.parent / "theme"
            (folder.root / "mkdocs.yml").write_text(
                f"site_url: https://a.example/\n{own.format(theme=theme)}"
            )
        build.build(folder, elsewhere=others)
        sites.append(store.files_of(folder.site))
    assert sites[0] == sites[1]


def test_an_edit_sends_what_changed_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(site, "FEW", 0)
    folder, asked = dossier(tmp_path / "dossier"), []

    def counted(work, items):
        for item in items:
            asked.extend(store.unpacked(item.pages))
            yield work(item)

    build.build(folder, elsewhere=counted)
    first = len(asked)
    asked.clear()
    build.build(folder, elsewhere=counted)
    assert (first > 60, asked) == (True, [])
    about = folder.content / "about.md"
    about.write_text(about.read_text() + "\nOne more line.\n" if about.exists() else "One line.\n")
    build.build(folder, elsewhere=counted)
    assert "about.md" in asked
    assert len(asked) < first / 4


def test_a_few_pages_are_rendered_here(tmp_path):
    def nobody(work, items):
        raise AssertionError("not worth the way")

    pages, target = tmp_path / "pages", tmp_path / "site"
    pages.mkdir()
    (pages / "index.md").write_text("# Home\n")
    site.render(site.Edition(tmp_path, pages, "T", "2031-01-01"), target, elsewhere=nobody)
    assert (target / "index.html").exists()


def test_warnings_of_mkdocs_come_back(small_shares, tmp_path):
    pages, target = written(tmp_path, {"two.md": "# Two\n\n[gone](gone.md)\n"})
    with pytest.raises(mkdocs.RenderError, match=r"two\.md.*gone\.md"):
        rendered(tmp_path, pages, target, here, strict=True)
    assert not target.exists()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[a](../issues/fee.md#x) and [b](<two.md>)", ["articles/two.md", "issues/fee.md"]),
        ("[c]: ../data%20a.json 'title'", ["data a.json"]),
        ('<a href="../index.md?q=1">', ["index.md"]),
        ("![alt](picture.svg){ .wide }", ["articles/picture.svg"]),
        ("https://a.example/two.md and /index.md, nothing.md", []),
    ],
)
def test_the_files_that_a_page_may_link_to(text, named):
    known = {"articles/two.md", "issues/fee.md", "data a.json", "index.md", "articles/picture.svg"}
    assert sorted(elsewhere.named(text, "articles/one.md", known)) == named


# --- what goes wrong --------------------------------------------------------------------------


def written(root: Path, pages: dict[str, str]) -> tuple[Path, Path]:
    """build/pages with these pages and some plain ones, and where the site will be."""
    plain = {f"p{number}.md": PLAIN for number in range(8)}
    put_pages(root / "pages", {"index.md": PLAIN, "two.md": PLAIN, **plain, **pages})
    return root / "pages", root / "site"


def rendered(root, pages, target, others, *, strict=False):
    site.render(site.Edition(root, pages, "T", "2031-01-01"), target, strict=strict, elsewhere=others)
    return store.files_of(target)


def kills_once(note: Path, item):
    """A task over which the first worker dies."""
    if not note.exists():
        note.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return len(item)


def kills(poison: bytes, work, item):
    """`work`, and the end of a worker whose share has the page with `poison`, after it has worked for some time."""
    if any(poison in text for text in store.unpacked(item.pages).values()):
        time.sleep(4)
        os.kill(os.getpid(), signal.SIGKILL)
    return work(item)


def test_a_killed_worker_costs_a_retry(scheduler, tmp_path):
    work = partial(kills_once, tmp_path / "note")
    assert list(on(scheduler)(work, ["a", "bb", "ccc"])) == [1, 2, 3]
    assert (tmp_path / "note").exists()


def test_shares_that_were_lost_are_tried_again_in_halves(small_shares, tmp_path, monkeypatch):
    monkeypatch.setattr(elsewhere, "PAGES", 7)
    asked = []

    def mortal(work, items):
        for item in items:
            texts = store.unpacked(item.pages)
            asked.append(len(texts))
            yield None if len(texts) > 2 else work(item)

    given = {name: written(tmp_path / name, {}) for name in ("here", "there")}
    sites = [
        rendered(tmp_path / name, *given[name], how) for name, how in (("here", None), ("there", mortal))
    ]
    assert sites[0] == sites[1]
    assert asked == [7, 3, 3, 1, 2, 7, 3, 1, 2, 4, 2, 2]


@pytest.mark.nightly
def test_a_page_that_workers_die_over_is_told_by_its_name(small_shares, tmp_path):
    pages, target = written(tmp_path, {"p3.md": "# Poison\n"})
    with cluster_of(2) as mortal:
        deadly = partial(kills, b"# Poison")

        def others(work, items):
            return on(mortal.scheduler_address)(partial(deadly, work), items)

        with pytest.raises(mkdocs.RenderError) as told:
            rendered(tmp_path, pages, target, others)
    assert "/p3.md: it cannot be rendered: the workers that tried ended, one after the other." in str(
        told.value
    )
    assert not target.exists()


def test_a_page_on_which_mkdocs_fails_is_told_by_its_name(small_shares, tmp_path, monkeypatch):
    really = Page.render

    def fails(page, *given):
        if page.file.src_uri == "p3.md":
            raise RecursionError("too deep")
        really(page, *given)

    monkeypatch.setattr(Page, "render", fails)
    pages, target = written(tmp_path, {})
    with pytest.raises(mkdocs.RenderError) as told:
        rendered(tmp_path, pages, target, here)
    assert str(told.value).startswith(
        "build/pages/p3.md: it cannot be rendered: RecursionError: too deep. That is a fault of the program"
    )
    assert not target.exists()


def test_a_worker_with_another_version_is_refused(scheduler, monkeypatch):
    monkeypatch.setattr(program, "digest", lambda: b"another")
    with pytest.raises(crew.Unreachable, match="another version"):
        list(on(scheduler)(len, ["a"]))


def test_no_more_is_taken_than_is_in_the_works(scheduler):
    taken = []
    answers = on(scheduler)(len, (taken.append(word) or word for word in ["a"] * 50))
    assert next(answers) == 1
    assert len(taken) == 4


def test_where_no_scheduler_is_the_message_says_so(small_shares, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    folder = dossier(tmp_path / "dossier")
    result = CliRunner().invoke(app, ["build", "-C", str(folder.root), "--cluster", "tcp://127.0.0.1:1"])
    assert result.exit_code == 1
    assert result.stderr.startswith("dossier: no Dask scheduler answers at tcp://127.0.0.1:1: ")
    assert result.stderr.endswith("; the site is as it was\n")
    assert not folder.site.exists()


# --- the search index -------------------------------------------------------------------------


def test_parts_of_the_search_index_are_made_there(scheduler, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "MOST", 2)
    made = []
    for name, others in (("here", None), ("there", on(scheduler))):
        root = tmp_path / name
        body = '<!doctype html><html lang="en"><main data-pagefind-body><h1>Fee {}</h1></main></html>'
        store.put_files(root, {f"a{number}/index.html": body.format(number).encode() for number in range(9)})
        indexing.index(root, elsewhere=others)
        made.append(store.files_of(root / "pagefind"))
    assert sum("pagefind-entry.json" in path for path in made[0]) > 2
    assert made[0] == made[1]
