"""The facets of pagefind's index in the order of their values.

pagefind 1.5 writes them in that of a hash table, which is another one in every run; the rest of the index is the
same bytes for the same pages. A file is `pagefind_dcd` and CBOR, compressed, and has its name from its contents.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
FILTERS = 3
"""Place of the facets in the index's table of contents: [version, pages, chunks, facets, …]."""


def settle(folder: Path) -> None:
    """Order the facets of the index in `folder`, and rename the files whose contents change."""
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for name, language in entry["languages"].items():
        path = folder / f"pagefind.{language['hash']}.pf_meta"
        contents = _read(path)
        path.unlink()
        contents[FILTERS] = sorted(
            [facet, _settle_facet(folder / "filter", facet_hash, name)]
            for facet, facet_hash in contents[FILTERS]
        )
        language["hash"] = _write(folder, "pagefind.{}.pf_meta", name, contents)
    entry_path.write_text(
        json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def _settle_facet(folder: Path, old: str, language: str) -> str:
    """Order the values of one facet; return the new name of its file, without the ending."""
    path = folder / f"{old}.pf_filter"
    facet, values = _read(path)
    path.unlink()
    return _write(
        folder, "{}.pf_filter", language, [facet, sorted([value, sorted(pages)] for value, pages in values)]
    )


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))


def _write(folder: Path, name: str, language: str, contents: Any) -> str:
    data = SIGNATURE + cbor2.dumps(contents)
    named = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / name.format(named)).write_bytes(gzip.compress(data, mtime=0))
    return named
