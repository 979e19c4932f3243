"""From decoded text to an article's text."""

import re
from itertools import pairwise

from generator.characters import ILLEGAL

BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""Every way to end a line that is not a newline."""

WRAPPED = range(50, 101)
"""Widths at which mail and typewriter programs wrap. Code points."""


def clean(text: str) -> tuple[str, int]:
    """`text` as an article holds it, and how many illegal characters were removed.

    One paragraph a line, newlines only, no blanks at either end of a line or of the whole. Everything a reader
    sees stays, and so do the controls of direction: the page shows them.
    """
    text, removed = ILLEGAL.subn("", BREAK.sub("\n", text.lstrip("\ufeff")))
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(line.lstrip() for line in _unwrap(lines)).strip(), removed


def _unwrap(lines: list[str]) -> list[str]:
    """Lines that a program wrapped at a fixed width, joined to paragraphs; other lines as they are.

    A program breaks a line only where the next word did not fit. Where nearly all lines within blocks do so,
    they were wrapped; verse, lists and headings are not like that.
    """
    width = max(map(len, lines), default=0)
    breaks = [(first, second) for first, second in pairwise(lines) if first and second]
    full = sum(_is_full(first, second, width) for first, second in breaks)
    if width not in WRAPPED or full < 4 or full * 5 < len(breaks) * 4:
        return lines
    joined = [lines[0]]
    for first, second in pairwise(lines):
        if first and second and _is_full(first, second, width):
            joined[-1] += " " + second.lstrip()
        else:
            joined.append(second)
    return joined


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of `following` would not have fitted on `line`."""
    word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > width
