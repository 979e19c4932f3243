"""The words of pagefind's index in smaller files than pagefind makes.

A search fetches the whole file in which a word is. Pagefind's weigh about 28 kB each, of which a word needs some
hundred bytes. The files are named in the table of contents, which every search loads, so a large index, which has
many, is left as it is.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from generator import shares
from generator.search.contents import read, write

FEW = 64
"""Files of words up to which an index is cut: about 1,000 articles."""
PIECES = 5
"""Of a file."""
ALONE = 8
"""Files that one process cuts sooner than two."""
NAME = "{}.pf_index"

Chunk = list[str]
"""The first word of a file, the last one, and its name without the ending."""


def cut(folder: Path, chunks: Sequence[Chunk], language: str) -> list[Chunk]:
    """Cut the files of words in `folder` that `chunks` names; return what names the pieces."""
    if len(chunks) > FEW:
        return list(chunks)

    def pieces(chunk: Chunk) -> list[Chunk]:
        # Thousands of small lists, none of them garbage until they are written.
        with shares.seldom_collected():
            return list(_pieces(folder, chunk[-1], language))

    return list(chain.from_iterable(shares.each(pieces, chunks, ALONE)))


def _pieces(folder: Path, name: str, language: str) -> Iterator[Chunk]:
    path = folder / NAME.format(name)
    words, *rest = read(path)
    path.unlink()
    many = -(-len(words) // PIECES)
    for start in range(0, len(words), many):
        piece = words[start : start + many]
        yield [piece[0][0], piece[-1][0], write(folder, NAME, language, [piece, *rest])]
