"""From decoded text to an article's text."""

import re
from collections.abc import Callable
from itertools import chain, pairwise

from generator.characters import ILLEGAL

BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""Every way to end a line that is not a newline."""

WRAPPED = range(50, 101)
"""Widths at which mail and typewriter programs wrap. Code points."""

PARTED = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]++)-\n[ \t]*(?P<tail>[^\W\d_]\S*)[ \t]*")
"""A word that a typesetter parted at the end of a line."""
TYPESET = 2
"""So many parted words tell that a text was copied from set pages."""
FULL = 0.7
"""A set line that is shorter than this share of the longest ends its paragraph."""
RUNNING = 3
"""A running head or foot has at most so many lines, blank ones among them."""


def clean(text: str) -> tuple[str, int]:
    """`text` as an article holds it, and how many illegal characters were removed.

    One paragraph a line, newlines only, no blanks at either end of a line or of the whole. Everything a reader
    sees stays, but for what only parts sheets of paper; and so do the controls of direction: the page shows them.
    """
    text = BREAK.sub("\n", _bound(text.lstrip("\ufeff")))
    text, removed = ILLEGAL.subn("", text)
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(line.lstrip() for line in _unset(lines) or _unwrapped(lines) or lines).strip(), removed


def _bound(text: str) -> str:
    """`text` without the lines that stand at the head or the foot of all its sheets, the same but for a number."""
    sheets = [BREAK.sub("\n", sheet).strip("\n").split("\n") for sheet in text.split("\f") if sheet.strip()]
    if len(sheets) < 2:
        return text
    for end in (0, -1) * RUNNING:
        if min(map(len, sheets)) > 1 and len({re.sub(r"\d+|\s+", "", sheet[end]) for sheet in sheets}) == 1:
            for sheet in sheets:
                del sheet[end]
    return "\n".join(chain.from_iterable(sheets))


def _unset(lines: list[str]) -> list[str]:
    """The lines of a text copied from set pages, joined to paragraphs, parted words whole; none: it is not one.

    Set lines have any number of characters. But nobody parts words where a line is only text.
    """
    text = "\n".join(lines)
    if sum(match["tail"][0].islower() for match in PARTED.finditer(text)) < TYPESET:
        return []
    full = FULL * max(map(len, lines))

    def whole(parted: re.Match[str]) -> str:
        head, tail = parted.group("head", "tail")
        # `long-term` keeps its hyphen where the text has it elsewhere.
        hyphen = "-" if f"{head}-{tail}" in text else ""
        return f"{head}{hyphen}{tail}\n" if tail[0].islower() else parted[0]

    return _joined(
        PARTED.sub(whole, text).split("\n"),
        lambda line, below: len(line) >= full or below.lstrip()[0].islower(),
    )


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines that a program wrapped at a fixed width, joined to paragraphs; none: they were not.

    A program breaks a line only where the next word did not fit. Where nearly all lines within blocks do so,
    they were wrapped; verse, lists and headings are not like that. Of a few lines all must, one within a sentence.
    """
    width = max(map(len, lines), default=0)
    breaks = [(first, second) for first, second in pairwise(lines) if first and second]
    full = sum(_is_full(first, second, width) for first, second in breaks)
    many = full >= 4 and full * 5 >= len(breaks) * 4
    few = 2 <= full == len(breaks) and any(second.lstrip()[:1].islower() for _, second in breaks)
    if width not in WRAPPED or not (many or few):
        return []
    return _joined(lines, lambda line, below: _is_full(line, below, width))


def _joined(lines: list[str], runs_on: Callable[[str, str], bool]) -> list[str]:
    """`lines`, each with those below it that it runs on to."""
    joined = [lines[0]]
    for first, second in pairwise(lines):
        if first and second and runs_on(first, second):
            joined[-1] += " " + second.lstrip()
        else:
            joined.append(second)
    return joined


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of `following` would not have fitted on `line`."""
    word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > width
