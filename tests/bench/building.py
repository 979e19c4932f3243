"""What it costs to make the site from content/, beside plain `mkdocs build` of the same pages."""

import itertools
import shutil
import subprocess
import sys
from pathlib import Path

from bench import dossiers
from bench.measuring import Benchmark, Work
from generator import store
from generator.site.mkdocs import BASE_SETTINGS

BUILD = """
import sys
from pathlib import Path
from generator import build, store
from generator.search import indexing
indexing.index = lambda site: None  # measured apart
build.build(store.Folder(Path(sys.argv[1])))
"""
SEARCH = """
import sys
from pathlib import Path
from generator.search import indexing
indexing.index(Path(sys.argv[1]))
"""
PAGEFIND = """
import subprocess, sys
from pagefind_bin import get_executable
subprocess.run([get_executable(), "--site", sys.argv[1], "--output-path", sys.argv[2], "--quiet"], check=True)
"""


def full(folder: Path, size: int) -> Benchmark:
    """Nothing is remembered and nothing made."""
    dossier = _dossier(folder, size)

    def before() -> None:
        shutil.rmtree(dossier.root / "build")
        shutil.rmtree(dossier.site, ignore_errors=True)

    return Benchmark(
        "full build, content/ to site/ ÷ mkdocs build",
        size,
        _build(dossier),
        _plain(dossier, folder),
        0.65,
        before,
    )


def edit(folder: Path, size: int) -> Benchmark:
    """One item of one article was changed by hand."""
    dossier = _dossier(folder, size)
    changes = itertools.cycle((("tense: past", "tense: future"), ("tense: future", "tense: past")))
    path = dossier.content / "articles" / f"a{size // 2:05}.md"

    def before() -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(*next(changes), 1), encoding="utf-8")

    most = 0.08 if size <= 1_000 else 0.04
    return Benchmark(
        "one hand edit ÷ mkdocs build", size, _build(dossier), _plain(dossier, folder), most, before
    )


def nothing(folder: Path, size: int) -> Benchmark:
    """Nothing was changed."""
    dossier = _dossier(folder, size)
    return Benchmark("nothing changed ÷ mkdocs build", size, _build(dossier), _plain(dossier, folder), 0.05)


def search(folder: Path, size: int) -> Benchmark:
    """The index of the finished site."""
    dossier = _dossier(folder, size)
    return Benchmark(
        "search index ÷ pagefind over the site",
        size,
        lambda: _run("-c", SEARCH, str(dossier.site)),
        lambda: _run("-c", PAGEFIND, str(dossier.site), str(folder / "index")),
        1.2,
    )


def _dossier(folder: Path, size: int) -> store.Folder:
    """A dossier whose site is made."""
    dossier = dossiers.make(folder / "dossier", size)
    _build(dossier)()
    return dossier


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


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
