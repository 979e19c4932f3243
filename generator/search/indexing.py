"""Running pagefind over a finished site. Knows nothing of what rendered it.

A very large site is indexed in parts (search/parts.py), each by a run of its own, so that memory does not grow with
it; the browser asks all of them (assets/dossier/search/parts.js). A part stands in a folder named by a digest of
its pages: one whose pages are as they were is taken over from the site that stands.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path

from pagefind_bin import get_executable

from generator.search import parts
from generator.search.ordering import settle, weights
from generator.search.parts import Parts
from generator.store import Files, files_of, packed, put_files, unpacked

FOLDER = "pagefind"
"""Where the index stands below the site's root; the scripts in assets/dossier/search/ look for it there."""
SCRIPT = "pagefind.js"
EXPORT = b"\nexport { PagefindInstance };\n"
"""Lets our scripts ask each part for itself; pagefind's own way to merge gives false answers (docs/search.md)."""
NEEDED = (
    "pagefind.js",
    "pagefind-entry.json",
    "*.pf_meta",
    "wasm.*.pagefind",
    "index",
    "fragment",
    "filter",
)
"""What the browser asks for. The rest is pagefind's own interface, which the site does not use."""

Elsewhere = Callable[[Callable[[bytes], bytes], Iterable[bytes]], Iterator[bytes | None]]
"""Other machines: the work, found by its name, of each item, in order; None where those that did it died."""


class SearchError(Exception):
    """The site could not be indexed; the message says what pagefind said."""


def index(site: Path, before: Path | None = None, elsewhere: Elsewhere | None = None) -> None:
    """Make `site`/pagefind anew from the pages of `site`.

    The same pages give the same bytes, however many threads read them. From `before`, a site that this program
    made, parts are taken whose pages did not change; with `elsewhere` other machines make the parts. Raises
    SearchError, and OSError where the disk refuses; then an index that was there still stands.
    """
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-search-", dir=site.parent) as scratch:
        new = Path(scratch, FOLDER)
        if found := parts.of(site):
            _in_parts(site, found, new, before, elsewhere)
        else:
            run(site, new)
        _tell(new, sorted(found))
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        new.rename(site / FOLDER)


def _in_parts(site: Path, found: Parts, new: Path, before: Path | None, elsewhere: Elsewhere | None) -> None:
    """Make the index of each part in a folder of `new`, and above them the script that they have in common."""
    new.mkdir()
    missing = []
    for digest in found:
        stands = before / FOLDER / digest if before else None
        if stands and stands.is_dir():
            shutil.copytree(stands, new / digest, copy_function=os.link)
            shutil.copyfile(stands.with_name(SCRIPT), new / SCRIPT)
        else:
            missing.append(digest)
    sent = (packed(_pages(site, found[digest])) for digest in missing)
    made = elsewhere(indexed, sent) if elsewhere else repeat(None)
    for digest, files in zip(missing, made, strict=False):  # for ever, where nobody else makes them
        if files:
            put_files(new / digest, unpacked(files))
        else:
            run(_alone(site, found[digest], new.with_name(digest)), new / digest)
        script = new / digest / SCRIPT
        (new / SCRIPT).write_bytes(script.read_bytes() + EXPORT)
        script.unlink()


def _pages(site: Path, part: Sequence[str]) -> Files:
    return {page: (site / page).read_bytes() for page in part}


def indexed(pages: bytes) -> bytes:
    """The index of a site with these `pages`; both packed. The task of another machine. Raises SearchError."""
    with tempfile.TemporaryDirectory(prefix="dossier-index-") as folder:
        site, out = Path(folder, "site"), Path(folder, FOLDER)
        put_files(site, unpacked(pages))
        run(site, out)
        return packed(files_of(out))


def _alone(site: Path, part: Sequence[str], folder: Path) -> Path:
    """`folder`, with these pages of `site` and no others."""
    for below in sorted({page.rpartition("/")[0] for page in part}):
        (folder / below).mkdir(parents=True, exist_ok=True)
    for page in part:
        os.link(site / page, folder / page)
    return folder


def _tell(folder: Path, names: Sequence[str]) -> None:
    """Tell the scripts the bytes of each facet, of which they load the light ones unasked, and the parts."""
    found = Counter[str]()
    for name in names or [""]:
        found.update(weights(folder / name))
    facets = json.dumps(found, sort_keys=True)
    told = f"export const facets = {facets};\nexport const parts = {json.dumps(names)};\n"
    (folder / "size.js").write_text(told, encoding="utf-8")


def run(site: Path, out: Path) -> None:
    """Make the index of `site` in `out`: what the browser asks for, in an order that does not change.

    Raises SearchError.
    """
    command = [str(get_executable()), "--site", str(site), "--output-path", str(out), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # the package's own
    if done.returncode or not (out / "pagefind-entry.json").exists():
        raise SearchError(f"the search index could not be made: {(done.stderr or done.stdout).strip()}")
    for path in out.iterdir():
        if not any(path.match(name) for name in NEEDED):
            path.unlink()
    settle(out)
