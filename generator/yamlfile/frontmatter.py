"""The YAML between two lines of three hyphens at the top of a Markdown file."""

import re
from dataclasses import dataclass

from generator.model import Diagnostic

FENCE = re.compile(r"---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file in its two parts, each with the file line on which it starts, from 1."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(source: str, *, path: str) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """The parts of `source`. Without an opening line of three hyphens all of it is body.

    An opening line that nothing closes is an error, and all of it is body too.
    """
    source = source.removeprefix("\ufeff")
    opening = FENCE.match(source)
    if not opening:
        return FrontMatter("", 1, source, 1), ()
    closing = CLOSING.search(source, opening.end())
    if not closing:
        message = "the front matter is not closed"
        hint = 'End it with a line of three hyphens, "---".'
        return FrontMatter("", 1, source, 1), (
            Diagnostic("front-matter-open", "error", path, message, 1, 1, hint),
        )
    yaml, body = source[opening.end() : closing.start()], source[closing.end() :]
    return FrontMatter(yaml, 2, body, source.count("\n", 0, closing.end()) + 1), ()
