"""Dossiers that several test modules share, built once for each worker."""

import functools
import http.server
import shutil
import threading
from pathlib import Path

import attacks
import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
INVENTED = ROOT / "tests" / "dossiers" / "varne-line"
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # a busy machine refutes nothing


def pytest_addoption(parser):
    parser.addoption("--golden", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(config, items):
    """Tests that share a built site run in one worker; nightly ones only when asked for."""
    for item in items:
        if {"sample", "invented", "hostile"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("sites"))
        if "nightly" in item.keywords and "nightly" not in (config.option.markexpr or ""):
            item.add_marker(pytest.mark.skip(reason="long; run with -m nightly"))


def copied(source, target):
    """The parts of a dossier that people write, copied to `target`."""
    for name in ("content", "seeds"):
        shutil.copytree(source / name, target / name)
    return target


def put_pages(folder, pages):
    """Make `folder` hold exactly `pages`, path → contents, as a build does with build/pages."""
    from generator import store

    store.keep_only(folder, pages)
    for path, contents in pages.items():
        store.put_page(folder, path, contents)


def built(root, **options):
    """The dossier's folder and what was composed, once its site is built."""
    from generator import build, store

    folder = store.Folder(root)
    build.build(folder, **options)
    return folder, build.compose(store.read(folder))


@pytest.fixture(scope="session")
def nlp():
    """Text → its parse, as the extractors get it."""
    from generator import extract
    from generator.extract import parsed
    from generator.model import Settings

    model = extract.load(Settings().model)
    return lambda text: parsed.from_spacy(model(text))


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The dossier of this repository: (folder, composed)."""
    root = tmp_path_factory.mktemp("sample")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    return built(root, strict=True)


@pytest.fixture(scope="session")
def invented(tmp_path_factory):
    """The invented dossier: (folder, composed)."""
    return built(copied(INVENTED, tmp_path_factory.mktemp("invented") / "varne-line"), strict=True)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A dossier whose seeds are attacks, as title, as text and as metadata: (folder, composed)."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "seeds").mkdir()
    (root / "content").mkdir()
    texts = {**attacks.HTML, **attacks.MARKDOWN, **attacks.EXPORTS, **attacks.TEXT}
    for number, (name, attack) in enumerate(texts.items()):
        seed = root / "seeds" / f"{number:03}.txt"
        line = " ".join(attack.split())
        text = f"{line[:150]} says Mara Ilves\n\n{attack}\nMara Ilves said on Friday: “{line[:400]}”\n{name}."
        seed.write_text(text, encoding="utf-8", newline="")
        quoted = line[:80].replace("'", "''").replace("\x00", "")
        seed.with_name(seed.name + ".yml").write_text(
            f"published: '2031-03-0{1 + number % 9}'\npublisher: '{quoted}'\nauthor: '{quoted}'\n",
            encoding="utf-8",
        )
    annotated_by_machine(root)
    return built(root)


def annotated_by_machine(root):
    """Run `dossier annotate` in `root`."""
    from typer.testing import CliRunner

    from generator.cli import app

    result = CliRunner().invoke(app, ["annotate", "-C", str(root)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


class Served:
    """A folder served on the loopback address."""

    def __init__(self, folder):
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def close(self):
        self._server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Debian's chromium."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.fail("these tests need chromium; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
