"""What it costs to make the site from content/, beside plain `mkdocs build` of the same pages."""

import itertools
import math
import shutil
import subprocess
import sys
from pathlib import Path

from bench import dossiers
from bench.measuring import Benchmark, Row, Work
from generator import store
from generator.site.mkdocs import BASE_SETTINGS

BUILD = """
import sys
from generator import cli
from generator.search import indexing
indexing.index = lambda *_: None  # measured apart
sys.argv = ["dossier", "build", "-C", sys.argv[1]]
cli.run()
"""
SEARCH = """
import sys
from pathlib import Path
from generator.search import indexing
indexing.index(Path(sys.argv[1]))
"""
PAGEFIND = """
import shutil, subprocess, sys
from pagefind_bin import get_executable
shutil.rmtree(sys.argv[2], ignore_errors=True)  # ours makes it anew, too, and removes the old one
subprocess.run([get_executable(), "--site", sys.argv[1], "--output-path", sys.argv[2], "--quiet"], check=True)
"""


def build(folder: Path, size: int) -> Benchmark:
    """Nothing is remembered and nothing made; one item of one article was changed by hand; nothing was changed."""
    dossier = dossiers.make(folder / "dossier", size)
    changes = itertools.cycle((("tense: past", "tense: future"), ("tense: future", "tense: past")))
    path = dossier.content / "articles" / f"a{size // 2:05}.md"

    def clean() -> None:
        shutil.rmtree(dossier.root / "build", ignore_errors=True)
        shutil.rmtree(dossier.site, ignore_errors=True)

    def edit() -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(*next(changes), 1), encoding="utf-8")

    built, small = _build(dossier), size <= 1_000
    rows = (
        Row("full build, content/ to site/ ÷ mkdocs build", built, 0.65, clean),
        Row("one hand edit ÷ mkdocs build", built, 0.08 if small else 0.04, edit),
        Row("nothing changed ÷ mkdocs build", built, 0.05),
        _zensical(dossier, folder / "zensical"),
    )
    return Benchmark(size, rows, _plain(dossier, folder))


def search(folder: Path, size: int) -> Benchmark:
    """The index of the finished site."""
    dossier = dossiers.make(folder / "dossier", size)
    _build(dossier)()
    row = Row("search index ÷ pagefind over the site", lambda: _run("-c", SEARCH, str(dossier.site)), 1.2)
    return Benchmark(size, (row,), lambda: _run("-c", PAGEFIND, str(dossier.site), str(folder / "index")))


def _build(dossier: store.Folder) -> Work:
    return lambda: _run("-c", BUILD, str(dossier.root))


def _plain(dossier: store.Folder, folder: Path) -> Work:
    """Plain MkDocs over the pages of the dossier, with the same settings."""
    settings = folder / "mkdocs.yml"
    settings.write_text(
        f"INHERIT: {BASE_SETTINGS}\nsite_name: Plain\ndocs_dir: {dossier.pages}\nsite_dir: {folder / 'plain'}\n"
        f"theme:\n  custom_dir: {BASE_SETTINGS.parent / 'overrides'}\n",
        encoding="utf-8",
    )
    return lambda: _run("-m", "mkdocs", "build", "--quiet", "--config-file", str(settings))


def _zensical(dossier: store.Folder, root: Path) -> Row:
    """Zensical over the pages of the dossier, with the same settings, from nothing."""
    theme = BASE_SETTINGS.parent / "overrides"
    settings = BASE_SETTINGS.read_text(encoding="utf-8").replace(
        "custom_dir: overrides", f"custom_dir: {theme}"
    )
    root.mkdir()
    (root / "mkdocs.yml").write_text(f"docs_dir: pages\nsite_dir: site\n{settings}", encoding="utf-8")
    command = [Path(sys.executable).with_name("zensical"), "build", "--clean"]

    def copy() -> None:
        shutil.copytree(dossier.pages, root / "pages", dirs_exist_ok=True)  # it wants them below its settings

    def work() -> None:
        subprocess.run(command, cwd=root, check=True, capture_output=True)

    return Row("Zensical, the same pages ÷ mkdocs build", work, math.inf, copy)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
