"""The facets of pagefind's index in the order of their values, and its words in small files.

pagefind 1.5 writes the facets in the order of a hash table, which is another one in every run; the rest of the
index is the same bytes for the same pages.
"""

import json
from pathlib import Path

from generator.search.contents import read, write
from generator.search.cutting import cut

CHUNKS, FILTERS = 2, 3
"""Places in the index's table of contents: [version, pages, chunks, facets, …]."""


def settle(folder: Path) -> None:
    """Order the facets of the index in `folder`, cut its words, and rename the files whose contents change."""
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for name, language in entry["languages"].items():
        path = folder / f"pagefind.{language['hash']}.pf_meta"
        contents = read(path)
        path.unlink()
        contents[FILTERS] = sorted(
            [facet, _settle_facet(folder / "filter", facet_hash, name)]
            for facet, facet_hash in contents[FILTERS]
        )
        contents[CHUNKS] = cut(folder / "index", contents[CHUNKS], name)
        language["hash"] = write(folder, "pagefind.{}.pf_meta", name, contents)
    entry_path.write_text(
        json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def weights(folder: Path) -> dict[str, int]:
    """Facet of the settled index in `folder` → bytes that a browser fetches for it."""
    found: dict[str, int] = {}
    for path in folder.glob("*.pf_meta"):
        for facet, name in read(path)[FILTERS]:
            size = (folder / "filter" / f"{name}.pf_filter").stat().st_size
            found[facet] = found.get(facet, 0) + size
    return found


def _settle_facet(folder: Path, old: str, language: str) -> str:
    """Order the values of one facet; return the new name of its file, without the ending."""
    path = folder / f"{old}.pf_filter"
    facet, values = read(path)
    path.unlink()
    return write(
        folder, "{}.pf_filter", language, [facet, sorted([value, sorted(pages)] for value, pages in values)]
    )
