"""Running pagefind over a finished site. Knows nothing of what rendered it."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from pagefind_bin import get_executable

from generator.search.ordering import settle

FOLDER = "pagefind"
"""Where the index stands below the site's root; the scripts in assets/dossier/search/ look for it there."""
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


class SearchError(Exception):
    """The site could not be indexed; the message says what pagefind said."""


def index(site: Path) -> None:
    """Make `site`/pagefind anew from the pages of `site`.

    The same pages give the same bytes, however many threads read them. Raises SearchError, and OSError where
    the disk refuses; then an index that was there still stands.
    """
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-search-", dir=site.parent) as scratch:
        new = Path(scratch, FOLDER)
        _run(site, new)
        for path in new.iterdir():
            if not any(path.match(name) for name in NEEDED):
                path.unlink()
        settle(new)
        _tell_size(new)
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        new.rename(site / FOLDER)


def _tell_size(folder: Path) -> None:
    """Tell the scripts how many pages there are, so that they know what to load unasked."""
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    pages = sum(language["page_count"] for language in entry["languages"].values())
    (folder / "size.js").write_text(f"export const pages = {pages};\n", encoding="utf-8")


def _run(site: Path, out: Path) -> None:
    command = [str(get_executable()), "--site", str(site), "--output-path", str(out), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # the package's own
    if done.returncode or not (out / "pagefind-entry.json").exists():
        raise SearchError(f"the search index could not be made: {(done.stderr or done.stdout).strip()}")
