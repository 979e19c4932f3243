"""An article's paragraphs as Markdown and back: escaped only where Markdown would read markup.

The file is for reading in a diff and in any viewer, so a paragraph keeps its look: quotation marks, a lone
asterisk, `[sic]` and dollar signs stay as they are. What is published is not made from this but from the seed.
"""

import re

PAIRED = {
    "*": re.compile(r"\*"),
    "_": re.compile(r"(?<![^\W_])_|_(?![^\W_])"),  # not within a word
    "~": re.compile(r"~"),
    "`": re.compile(r"`"),
}
"""Characters that mean something to Markdown only when a second one follows."""

INLINE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~])          # a backslash that would itself escape
    | <(?=[A-Za-z/!?])               # a tag, a comment, an address in angle brackets
    | &(?=\#?\w+;)                   # a character reference
    | \](?=[(\[:])                   # the end of a link's text, or of its definition
    """,
    re.VERBOSE,
)
EDGE = re.compile(
    r"""
      (?=\#{1,6}(?:\s|$))            # a heading
    | (?=>)                          # a quotation
    | (?=[-+*](?:\s|$))              # a bullet
    | (?=(?:[-_*]\s*){3,}$)          # a rule, or the end of front matter
    | (?==+$)                        # a heading's underline, or a conflict of git
    | (?=<{7}|>{7}|\|{7})            # a conflict of git
    | (?=~{3})                       # a fence
    """,
    re.VERBOSE,
)
NUMBERED = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def escape(paragraph: str) -> str:
    """One line of Markdown that shows `paragraph`, which has no line break and no blanks at its edges."""
    line = INLINE.sub(r"\\\g<0>", paragraph)
    for char, pattern in PAIRED.items():
        if paragraph.count(char) > 1:
            line = pattern.sub(rf"\\{char}", line)
    if EDGE.match(line):
        return f"\\{line}"
    return NUMBERED.sub(r"\1\\", line, count=1) if NUMBERED.match(line) else line


def unescape(line: str) -> str:
    """The paragraph that `line` shows."""
    return ESCAPED.sub(r"\1", line)
