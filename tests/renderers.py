"""Where the sites of two renderers differ: files, and of each page the text, links, anchors and head.

    python tests/renderers.py SITE OTHER      prints what is different, and on how many pages

docs/renderers.md lists what it finds between MkDocs with Material and Zensical.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup

UNSEEN = "script, style, template, svg"
OWN = ("assets/", "search", "sitemap")
"""How the names begin of files that each renderer makes itself."""
Parts = dict[str, list[str]]

NAMES = ("data-pagefind-meta", "data-pagefind-filter", "name", "property", "http-equiv")
"""Attributes that say what a meta element tells."""


def parts(site: Path, name: str) -> Parts:
    """What a reader, a program and a search engine have of the page `name`, in order; links from the root."""
    soup = BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")
    linked_data = [
        json.dumps(json.loads(script.get_text()), sort_keys=True)
        for script in soup.select("script[type='application/ld+json']")
    ]
    for element in soup.select(UNSEEN):
        element.decompose()
    body = soup.select_one("article.md-content__inner") or soup
    return {
        "text": body.get_text(" ").split(),
        "links": [urljoin(f"/{name}", str(link["href"])) for link in body.select("a[href]")],
        "anchors": [str(element["id"]) for element in body.select("[id]")],
        "tooltips": [str(element["title"]) for element in body.select("[title]")],
        "title": [element.get_text() for element in soup.select("title")],
        "meta": sorted(
            f"{next(meta[key] for key in NAMES if meta.get(key))}={meta['content']}"
            for meta in soup.select("meta[content]")
        ),
        "linked data": linked_data,
    }


def differences(one: Path, other: Path) -> Iterator[tuple[str, str]]:
    """(what differs, how) for each file and each part of a page; the same difference comes once a page."""
    files = [
        {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()} for site in (one, other)
    ]
    for name in sorted(files[0] ^ files[1]):
        if not name.startswith("assets/"):
            yield "file", f"{'only the first' if name in files[0] else 'only the second'} has {name}"
    for name in sorted(files[0] & files[1]):
        if name.endswith(".html"):
            first, second = parts(one, name), parts(other, name)
            for part, values in first.items():
                lost, new = Counter(values) - Counter(second[part]), Counter(second[part]) - Counter(values)
                for sign, found in (("-", lost), ("+", new)):
                    yield from ((part, f"{sign} {value[:90]}") for value in sorted(found))
                if not lost and not new and values != second[part]:
                    yield part, "another order"
        elif (one / name).read_bytes() != (other / name).read_bytes() and not name.startswith(OWN):
            yield "file", f"{name} has other bytes"


def main(one: str, other: str) -> None:
    """Print the differences, the most frequent first."""
    found = Counter(differences(Path(one), Path(other)))
    for (part, how), pages in found.most_common():
        sys.stdout.write(f"{pages:4} {part}: {how}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
