"""`dossier serve`, as an editor works with it: a file is saved, the browser shows what became of it."""

import contextlib
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, copied

from generator import preview, store
from generator.model import Diagnostic
from generator.site.serving import Server, at_its_end, serve
from generator.site.watching import Watch

pytestmark = pytest.mark.builds

LIMIT = 60
"""Seconds, on a machine that does other things; tests/test_serve.py prints what it took with -s."""


@contextlib.contextmanager
def serving(root):
    """`dossier serve` of `root`: the address it listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "-C", str(root), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.send_signal(signal.SIGTERM)
            printed, _ = process.communicate(timeout=LIMIT)
            assert "Traceback" not in printed, printed


def fetched(address):
    """Status and text of a page; (0, "") while nobody listens."""
    try:
        with urllib.request.urlopen(address, timeout=LIMIT) as answer:  # noqa: S310  our own
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def shows(address, *words, without=()):
    """The page, as soon as it has all `words` and none of `without`."""
    start = time.monotonic()
    while time.monotonic() - start < LIMIT:
        _, page = fetched(address)
        if page and all(word in page for word in words) and not any(word in page for word in without):
            print(f"{time.monotonic() - start:.2f} s")  # noqa: T201  with pytest -s
            return page
        time.sleep(0.05)
    pytest.fail(f"{address} never showed {words} without {without}")


def gone(folder, pattern):
    """Wait until `folder` holds nothing of the kind any more."""
    start = time.monotonic()
    while found := list(folder.glob(pattern)):
        assert time.monotonic() - start < LIMIT, found
        time.sleep(0.05)


def test_what_is_saved_shows_and_what_is_broken_is_told(tmp_path):
    root = copied(ROOT, tmp_path / "dossier")
    register = root / "content" / "entities" / "hamas.md"
    with serving(root) as address:
        page = f"{address}entities/hamas/"
        shows(page, "</html>", without=["dossier-problems"])
        register.write_text("---\nname: Hamas\ntype: organization\ndescription: Party one.\n---\n")
        shows(page, "Party one.", without=["dossier-problems"])
        register.write_text("---\nname: Hamas\ntype: organisation\ndescription: Party two.\n---\n")
        broken = shows(page, "content/entities/hamas.md:3:7", "organization, place", "Party one.")
        assert "Party two." not in broken
        assert "dossier-problems" in shows(address, "dossier-problems")
        register.write_text("---\nname: Hamas\ntype: organization\ndescription: Party three.\n---\n")
        shows(page, "Party three.", without=["dossier-problems"])
    built = [path.read_text() for path in (root / "build" / "preview").rglob("*.html")]
    assert built
    assert not any("dossier-problems" in page for page in built)
    assert not (root / "site").exists()


def test_a_build_that_raises_keeps_the_pages_and_says_why(tmp_path):
    root = copied(ROOT, tmp_path / "dossier")
    with serving(root) as address:
        shows(address, "</html>")
        (root / "mkdocs.yml").write_text("site_name: [<b>broken\n")
        (root / "content" / "about.md").write_text("Changed.\n")
        page = shows(address, "Not built; the last good pages stay.")
        assert BeautifulSoup(page, "html.parser").find("h1")
        (root / "mkdocs.yml").unlink()
        (root / "content" / "about.md").write_text("Changed again.\n")
        shows(f"{address}about/", "Changed again.", without=["dossier-problems"])


def test_before_the_first_good_build_the_page_says_why_there_is_none(tmp_path):
    root = copied(ROOT, tmp_path / "dossier")
    (root / "mkdocs.yml").write_text("theme: none-of-that-name\n")
    with serving(root) as address:
        page = shows(address, "MkDocs does not accept this file")
        assert "<meta charset=utf-8>" in page
        theme = ROOT / "generator" / "theme"
        (root / "mkdocs.yml").write_text(
            f"INHERIT: {theme / 'mkdocs.yml'}\ntheme:\n  custom_dir: {theme / 'overrides'}\n"
        )
        shows(address, "</html>", without=["dossier-problems"])


def test_the_search_follows(tmp_path):
    root = copied(ROOT, tmp_path / "dossier")
    with serving(root) as address:
        index = f"{address}pagefind/pagefind-entry.json"
        before = shows(index, "page_count")
        (root / "content" / "entities" / "hamas.md").write_text(
            "---\nname: Hamas\ntype: organization\ndescription: Party one.\n---\n"
        )
        shows(index, "page_count", without=[before])
        gone(root / "build", ".preview-*")


# --- what is looked at first ------------------------------------------------------------------


PAGE, OTHER = "entities/hamas/index.html", "entities/index.html"


def describe(folder, name):
    """Give an entity another name, which is on its own page and on that of all entities."""
    register = folder.content / "entities" / "hamas.md"
    register.write_text(f"---\nname: {name}\ntype: organization\naliases: [Hamas]\n---\n")


def previewed(folder):
    """Path below build/preview → bytes, once it is wholly built while nobody looks at PAGE before the end."""
    list(preview.Preview(folder).build(tuple))
    files = (path for path in folder.preview.rglob("*") if path.is_file())
    return {path.relative_to(folder.preview).as_posix(): path.read_bytes() for path in files}


def test_what_is_looked_at_is_shown_before_all_other_pages(tmp_path):
    folder = store.Folder(copied(ROOT, tmp_path / "dossier"))
    previewed(folder)
    describe(folder, "Party one")
    shown = [
        ["Party one" in (folder.preview / page).read_text() for page in (PAGE, OTHER)]
        for _ in preview.Preview(folder).build(lambda: (PAGE,))
    ]
    assert shown == [[True, False], [True, True]]


def test_an_article_that_was_saved_is_shown_before_all_is_assembled(tmp_path):
    folder = store.Folder(copied(ROOT, tmp_path / "dossier"))
    (path,) = (folder.content / "articles").glob("*.md")
    page = f"articles/{path.stem}/index.html"
    shown = preview.Preview(folder)
    assert len(list(shown.build(lambda: (page,)))) == 2
    path.write_text(path.read_text().replace("role: ", "role: former ", 1))
    seen = [
        ["former" in (folder.preview / file).read_text() for file in (page, OTHER)]
        for _ in shown.build(lambda: (page,))
    ]
    assert seen[0] == [True, False]
    assert len(seen) == 3
    assert seen[2][0]
    clean = store.Folder(copied(folder.root, tmp_path / "clean"))
    assert previewed(folder) == previewed(clean)


def test_what_one_build_left_undone_the_next_one_does(tmp_path):
    folder, clean = store.Folder(copied(ROOT, tmp_path / "a")), store.Folder(copied(ROOT, tmp_path / "b"))
    previewed(folder)
    for name in ("Party one", "Party two"):
        describe(folder, name)
        stages = preview.Preview(folder).build(lambda: (PAGE,))
        next(stages)
        stages.close()
    describe(clean, "Party two")
    assert previewed(folder) == previewed(clean)


# --- which text stands in for a broken one ----------------------------------------------------


@pytest.mark.parametrize(
    ("now", "broken", "before", "expected"),
    [
        ({"a": "1"}, set(), {}, {"a": "1"}),
        ({"a": "2"}, {"a"}, {"a": "1"}, {"a": "1"}),
        ({"a": "2"}, {"a"}, {}, {}),
        ({"a": "2"}, set(), {"a": "1"}, {"a": "2"}),
        ({}, set(), {"a": "1"}, {}),
        ({"a": "2", "b": "3"}, {"a"}, {"a": "1", "b": "1"}, {"a": "1", "b": "3"}),
    ],
    ids=["good", "broken", "never good", "mended", "deleted", "one of two"],
)
def test_the_last_good_text_of_a_file_is_kept(now, broken, before, expected):
    assert preview.last_good(now, broken, before) == expected


def test_every_file_that_people_write_can_be_stood_in_for():
    sources = store.Sources(
        seeds=(store.Seed("a.txt", b"A", "title: x"), store.Seed("b.txt", b"B", None)),
        settings="title: x",
        articles={"content/articles/a.md": "x"},
        registers={"content/entities/b.md": "x"},
        vocabularies={"content/vocabulary/c.yml": "x"},
        diagnostics=(Diagnostic("not-utf-8", "error", "content/articles/a.md", "…"),),
    )
    written = preview.texts(sources)
    assert set(written) == {
        "content/dossier.yml",
        "content/articles/a.md",
        "content/entities/b.md",
        "content/vocabulary/c.yml",
        "seeds/a.txt.yml",
    }
    others = {path: f"good {path}" for path in written}
    standing = preview.stand_in(sources, others)
    assert preview.texts(standing) == others
    assert standing.diagnostics == ()
    assert preview.stand_in(sources, {}) == sources


# --- the banner -------------------------------------------------------------------------------

ERROR = Diagnostic("bad-value", "error", "content/a.md", "“x” is no date", 3, 7, "Write 2031-03-04.")


def test_the_banner_lists_errors_with_place_and_hint():
    text = BeautifulSoup(preview.banner([ERROR]), "html.parser").find("ul").get_text(" ", strip=True)
    assert text == "content/a.md:3:7 : “x” is no date Write 2031-03-04."


def test_without_an_error_there_is_no_banner():
    assert preview.banner(()) == ""
    assert preview.banner([Diagnostic("not-annotated", "warning", "seeds/a.txt", "…")]) == ""


def test_nothing_in_the_banner_is_markup():
    attack = '<img src=x onerror=alert(1)></dialog>"&'
    found = preview.banner([Diagnostic("x", "error", attack, attack, hint=attack)], attack)
    soup = BeautifulSoup(found, "html.parser")
    assert not soup.find("img")
    assert soup.get_text().count(attack) == 4
    assert len(soup.find_all("dialog")) == 1


def test_many_errors_are_counted():
    assert "5 more" in preview.banner([ERROR] * (preview.MOST + 5))


def test_what_is_added_stands_at_the_end_of_the_page():
    assert at_its_end(b"<body>x</body>", "<p>“b”</p>").decode() == "<body>x<p>“b”</p></body>"
    assert at_its_end(b"x", "<p>b</p>") == b"x<p>b</p>"


@pytest.mark.browser
def test_the_banner_can_be_dismissed_by_keyboard(browser):
    page = browser.new_page()
    page.set_content(f"<p>The article.</p>{preview.banner([ERROR])}")
    banner = page.locator(".dossier-problems")
    assert banner.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert not banner.is_visible()
    page.close()


# --- the server -------------------------------------------------------------------------------


@pytest.fixture
def served(tmp_path):
    """A server of a site with two pages and a style, and its address."""
    site = tmp_path / "preview"
    for name in ("index.html", "a/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<body>one</body>")
    (site / "a.css").write_text("</body>")
    with Server(site, ("127.0.0.1", 0)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def newer(address, page):
    """Whether there is a newer page than `page`, the text that was served, and until that is known."""
    seen = BeautifulSoup(page, "html.parser").find("script")["data-seen"]
    with urllib.request.urlopen(f"{address}-newer?page=/a/&seen={seen}") as answer:  # noqa: S310
        return answer.status == 200


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("", 200, "one<p>banner</p>"),
        ("a/", 200, "one<p>banner</p>"),
        ("a", 200, "one<p>banner</p>"),
        ("a/index.html", 200, "one<p>banner</p>"),
        ("a/?q=x#y", 200, "one<p>banner</p>"),
        ("none/", 404, "There is no such page."),
        ("../../../etc/passwd", 404, "There is no such page."),
        ("%2e%2e/%2e%2e/etc/passwd", 404, "There is no such page."),
    ],
)
def test_every_page_is_served_with_banner_and_script(served, path, status, text):
    server, address = served
    server.show("<p>banner</p>")
    found, page = fetched(address + path)
    assert found == status
    assert text in page
    assert "<p>banner</p><script src" in page


def test_what_is_no_page_is_served_as_it_is(served):
    server, address = served
    server.show("<p>banner</p>")
    assert fetched(f"{address}a.css") == (200, "</body>")


@pytest.mark.parametrize(
    ("change", "banner", "expected"),
    [
        (None, "", False),
        (("a/index.html", "<body>two</body>"), "", True),
        (("index.html", "<body>two</body>"), "", False),
        (None, "<p>banner</p>", True),
    ],
    ids=["nothing", "this page", "another page", "the banner"],
)
def test_a_page_is_reloaded_if_it_is_another_one(served, monkeypatch, change, banner, expected):
    monkeypatch.setattr("generator.site.serving.ANSWER", 0.5)
    server, address = served
    _, page = fetched(f"{address}a/")

    def later():
        if change:
            (server.site / change[0]).write_text(change[1])
        server.show(banner)

    threading.Timer(0.1, later).start()
    assert newer(address, page) == expected


def test_a_page_that_changed_while_it_was_on_its_way_is_reloaded_at_once(served):
    server, address = served
    _, page = fetched(f"{address}a/")
    (server.site / "a" / "index.html").write_text("<body>two</body>")
    assert newer(address, page)


def test_the_pages_last_looked_at_are_known(served):
    server, address = served
    for path in ("", "a/", "a.css", "b/", "c/", "d/", "a/"):
        fetched(address + path)
    assert server.looked_at() == ("a/index.html", "d/index.html", "c/index.html", "b/index.html")


@pytest.mark.browser
def test_the_same_sentence_stays_before_the_readers_eyes(served, browser):
    server, address = served
    page = browser.new_page()

    def text(first):
        sentences = "".join(
            f'<p><span id="sent-{number}">Sentence {number}.</span></p>' for number in range(99)
        )
        return f"<!doctype html><body><article><p id=first>{first}</p>{sentences}</article></body>"

    def where():
        return page.evaluate("document.getElementById('sent-50').getBoundingClientRect().top")

    (server.site / "a" / "index.html").write_text(text("Short."))
    page.goto(f"{address}a/")
    page.evaluate("scrollTo(0, document.getElementById('sent-50').offsetTop - 200)")
    before = where()
    (server.site / "a" / "index.html").write_text(text("Longer.<br>" * 40))
    server.show("")
    page.get_by_text("Longer.").wait_for(state="attached")
    page.wait_for_function("history.scrollRestoration == 'auto' && !sessionStorage.length")
    assert where() == pytest.approx(before, abs=1)
    page.close()


# --- what changes -----------------------------------------------------------------------------


def test_a_change_is_told(tmp_path):
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    settings = tmp_path / "mkdocs.yml"
    watch = Watch([folder, settings])
    try:
        for change in (
            lambda: (folder / "articles" / "a.md").write_text("one"),
            lambda: (folder / "articles" / "a.md").write_text("three"),
            lambda: [(folder / "articles" / f"{name}.md").write_text("x") for name in range(50)],
            lambda: (folder / "articles" / "a.md").rename(folder / "b.md"),
            (folder / "b.md").unlink,
            lambda: settings.write_text("x"),
            settings.unlink,
        ):
            saving = threading.Timer(0.05, change)
            saving.start()
            watch.wait()
            saving.join()
            while watch.changed():  # a busy machine takes longer over it than we wait
                watch.wait()
        (folder / "articles" / "1.md").read_text()
        assert not watch.changed()
    finally:
        watch.close()


def test_what_is_saved_in_a_row_is_one_build_and_what_is_saved_during_one_ends_it(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    done = []

    def save(*names):
        for name in names:
            (content / name).write_text("x")

    def rebuild(_looked_at):
        done.append("begun")
        builds = done.count("begun")
        if builds == 1:
            save("a.md")
        if builds == 3:
            raise KeyboardInterrupt  # as a person would
        yield ""
        done.append("ended")
        save("b.md", "c.md", "d.md")

    serve(tmp_path / "preview", [content], rebuild, ("127.0.0.1", 0))
    assert done == ["begun", "begun", "ended", "begun"]


def test_where_the_system_tells_nothing_it_is_seen_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.site.watching.LOOK", 0.1)
    monkeypatch.setattr("generator.site.watching.Watch.on_any_event", lambda *_: None)
    watch = Watch([tmp_path])
    try:
        threading.Timer(0.05, lambda: (tmp_path / "a.md").write_text("x")).start()
        watch.wait()
    finally:
        watch.close()
