"""Running pagefind over a finished site. Knows nothing of what rendered it.

pagefind is given what it reads of each page (search/pruning.py), and a digest of that tells whether an index is
still right. A very large site is indexed in parts (search/parts.py), each by a run of its own, so that memory does
not grow with it; the browser asks all of them (assets/dossier/search/parts.js). A part stands in a folder named by
its digest.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib import metadata
from itertools import repeat
from pathlib import Path

from pagefind_bin import get_executable

from generator import program, shares
from generator.search import parts
from generator.search.ordering import settle, weights
from generator.search.parts import Parts
from generator.search.pruning import MARK, pruned
from generator.store import files_of, packed, put_files, unpacked

FOLDER = "pagefind"
"""Where the index stands below the site's root; the scripts in assets/dossier/search/ look for it there."""
FEW = 300
"""Pages that one process reads sooner than two."""
SCRIPT = "pagefind.js"
SIZE = "size.js"
"""Tells our scripts how large the index is and which parts it has, and us of which pages it is."""
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

    The same pages give the same bytes, however many threads read them. From `before`, which may be `site` itself,
    the index is taken over where nothing of it changed, or the parts are in which nothing did. With `elsewhere`
    other machines make the parts. Raises SearchError, and OSError where the disk refuses; then an index that was
    there still stands.
    """
    digests = _digests(site)
    whole = parts.digest(digests.items())
    standing = before / FOLDER if before and digests else None
    stands = standing is not None and _is_of(standing, whole)
    if stands and before == site:
        return
    # Named so that whoever clears away a half-made `site` after a kill finds it, too.
    prefix = f".{site.name.removeprefix('.')}-search-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=site.parent) as scratch:
        new, old = Path(scratch, FOLDER), Path(scratch, "old")
        if standing and stands:
            _take_over(standing, new)
        elif len(found := parts.dealt(digests)) > 1:
            _in_parts(site, found, new, standing, elsewhere)
            _tell(new, whole, sorted(found))
        else:
            # Where nothing is marked, pagefind takes every page.
            run(_alone(site, list(digests), Path(scratch, "pages")) if digests else site, new)
            _tell(new, whole, [])
        with suppress(FileNotFoundError):
            (site / FOLDER).rename(old)  # whole, so that whoever is killed here leaves no half of an index
        new.rename(site / FOLDER)


def _digests(site: Path) -> dict[str, bytes]:
    """Path → digest of what pagefind reads there, of each page of `site` that is in the index, in order of path.

    Another pagefind, or another way of ours to use it, gives other digests.
    """
    made_by = program.digest("search") + metadata.version("pagefind-bin").encode()
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))

    def digest(page: str) -> bytes:
        data = (site / page).read_bytes()
        return blake2b(pruned(data), digest_size=16, key=made_by).digest() if MARK in data else b""

    found = zip(pages, shares.each(digest, pages, FEW), strict=True)
    return {page: digest for page, digest in found if digest}


def _in_parts(
    site: Path, found: Parts, new: Path, standing: Path | None, elsewhere: Elsewhere | None
) -> None:
    """Make the index of each part in a folder of `new`, and above them the script that they have in common."""
    new.mkdir()
    missing = []
    for digest in found:
        if standing and (standing / digest).is_dir():
            _take_over(standing / digest, new / digest)
            shutil.copyfile(standing / SCRIPT, new / SCRIPT)
        else:
            missing.append(digest)
    sent = (packed({page: _pruned(site, page) for page in found[digest]}) for digest in missing)
    made = elsewhere(indexed, sent) if elsewhere else repeat(None)
    for digest, files in zip(missing, made, strict=False):  # for ever, where nobody else makes them
        if files:
            put_files(new / digest, unpacked(files))
        else:
            run(_alone(site, found[digest], new.with_name(digest)), new / digest)
        script = new / digest / SCRIPT
        (new / SCRIPT).write_bytes(script.read_bytes() + EXPORT)
        script.unlink()


def _take_over(standing: Path, new: Path) -> None:
    """An index in `new` that has its files in common with that in `standing`."""
    shutil.copytree(standing, new, copy_function=os.link)


def indexed(pages: bytes) -> bytes:
    """The index of a site with these `pages`; both packed. The task of another machine. Raises SearchError."""
    with tempfile.TemporaryDirectory(prefix="dossier-index-") as folder:
        site, out = Path(folder, "site"), Path(folder, FOLDER)
        put_files(site, unpacked(pages))
        run(site, out)
        return packed(files_of(out))


def _alone(site: Path, part: Sequence[str], folder: Path) -> Path:
    """`folder`, with what pagefind reads of these pages of `site` and of no others."""

    def put(page: str) -> None:
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_pruned(site, page))

    shares.each(put, part, FEW)
    return folder


def _pruned(site: Path, page: str) -> bytes:
    """What pagefind reads of a page of `site`; read again for each use, as all pages are too many to keep."""
    return pruned((site / page).read_bytes())


def _is_of(standing: Path, digest: str) -> bool:
    """Whether the index in `standing` is that of the pages with this digest."""
    size = standing / SIZE
    return size.is_file() and digest in size.read_text(encoding="utf-8")


def _tell(folder: Path, digest: str, names: Sequence[str]) -> None:
    """Tell the scripts the bytes of each facet, of which they load the light ones unasked, and the parts."""
    found = Counter[str]()
    for name in names or [""]:
        found.update(weights(folder / name))
    facets = json.dumps(found, sort_keys=True)
    told = f"// {digest}\nexport const facets = {facets};\nexport const parts = {json.dumps(names)};\n"
    (folder / SIZE).write_text(told, encoding="utf-8")


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
