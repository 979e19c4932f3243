"""The parts in which a very large site is indexed: which page is in which."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

MOST = 11_500
"""Pages of a part: pagefind indexes them in under 3 GiB. Of smaller parts the first search would load more."""

Parts = Mapping[str, Sequence[str]]
"""Digest of what pagefind reads of a part's pages → their paths."""


def dealt(digests: Mapping[str, bytes]) -> Parts:
    """The pages of a site in parts; `digests` are of what pagefind reads of each, in order of path.

    There are 1, 2, 4, 8, … parts, and a digest of its path says in which a page is: parts are about equal, words
    weigh in each what they weigh in all, and a page that is changed, comes or goes changes one of them.
    """
    count = 1
    while len(digests) > MOST * count:
        count *= 2
    parts: list[list[str]] = [[] for _ in range(count)]
    for page in digests:
        parts[_number(page) % count].append(page)
    return {digest((page, digests[page]) for page in part): part for part in parts if part}


def digest(pages: Iterable[tuple[str, bytes]]) -> str:
    """Digest of these paths and what is there."""
    return blake2b(b"".join(page.encode() + b"\0" + data for page, data in pages), digest_size=8).hexdigest()


def _number(page: str) -> int:
    return int.from_bytes(blake2b(page.encode(), digest_size=4).digest())
