"""What git leaves in a file that it could not merge."""

import re
from collections.abc import Iterable, Iterator

from generator.model import Diagnostic

MARKER = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*|\s*)$")


def is_marker(line: str) -> bool:
    """Whether `line` is one of git's: where a conflict begins, parts and ends."""
    return MARKER.match(line) is not None


def conflicts(lines: Iterable[str], path: str, line: int = 1) -> Iterator[Diagnostic]:
    """One for each conflict in `lines`, the first of which is line `line` of the file, where it begins.

    What is left of one where somebody deleted its first line begins at its last.
    """
    hint = "Keep the lines that are right, and delete the markers of git."
    inside = False
    for number, text in enumerate(lines, line):
        if not is_marker(text) or text[0] not in "<>":
            continue
        if text[0] == "<" or not inside:
            message = "a conflict of git is not resolved"
            yield Diagnostic("merge-conflict", "error", path, message, number, 1, hint)
        inside = text[0] == "<"
