"""The parts in which a very large site is indexed: which page is in which."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

MOST = 11_500
"""Pages of a part: pagefind indexes them in under 3 GiB. Of smaller parts the first search would load more."""
MARK = b"data-pagefind-body"
"""What a page has that is in the index."""

Parts = Mapping[str, Sequence[str]]
"""Digest of a part's pages → their paths."""


def of(site: Path) -> Parts:
    """The pages of `site` that are in the index, in parts; none where one run takes them all.

    There are 2, 4, 8, … parts, and a digest of its path says in which a page is: parts are about equal, words weigh
    in each what they weigh in all, and a page that is changed, comes or goes changes one of them.
    """
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    if len(pages) <= MOST:
        return {}
    read = ((page, (site / page).read_bytes()) for page in pages)
    marked = {page: blake2b(data, digest_size=16).digest() for page, data in read if MARK in data}
    count = 1
    while len(marked) > MOST * count:
        count *= 2
    if count == 1:
        return {}
    dealt: list[list[str]] = [[] for _ in range(count)]
    for page in marked:
        dealt[_number(page) % count].append(page)
    return {_digest(part, marked): part for part in dealt if part}


def _number(page: str) -> int:
    return int.from_bytes(blake2b(page.encode(), digest_size=4).digest())


def _digest(part: Sequence[str], digests: Mapping[str, bytes]) -> str:
    all_ = b"".join(page.encode() + b"\0" + digests[page] for page in part)
    return blake2b(all_, digest_size=8).hexdigest()
