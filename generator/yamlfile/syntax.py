"""The YAML parser's complaints in plain words."""

import re
from typing import NamedTuple

import yaml


class Explanation(NamedTuple):
    """What a complaint of the parser means for the person who wrote the file."""

    problem: str
    """A part of the parser's message; the first that fits is taken."""
    message: str
    hint: str
    opened: bool = False
    """Point to where the thing began that is not closed, not to where the parser noticed."""


EXPLANATIONS: tuple[Explanation, ...] = (
    Explanation(
        "expected ',' or ']'",
        "a list in square brackets is not closed",
        'Add the "]", or put the value in quotation marks if the bracket belongs to it.',
        opened=True,
    ),
    Explanation(
        "expected ',' or '}'",
        "a group in curly brackets is not closed",
        'Add the "}", or put the value in quotation marks if the bracket belongs to it.',
        opened=True,
    ),
    Explanation(
        "unexpected end of stream",
        "a quotation mark is not closed",
        "Close it. A value that holds quotation marks stands best in single quotes, '...', with each ' doubled.",
        opened=True,
    ),
    Explanation(
        "unexpected document indicator",
        "a quotation mark is not closed",
        "Close it before the line of three hyphens or dots.",
        opened=True,
    ),
    Explanation(
        "expected node content",
        "a value is missing, or starts with a sign that YAML keeps for itself",
        "Put the value in quotation marks.",
    ),
    Explanation(
        "mapping values are not allowed",
        'a second ": " in the line',
        'Put the whole value in quotation marks: key: "first: second". Or check the indentation.',
    ),
    Explanation(
        "could not find expected ':'",
        'a line without a ":"',
        'Write "key: value", with a blank after the colon. Longer text stands in quotation marks.',
        opened=True,
    ),
    Explanation(
        "did not find expected key",
        "no key where one should stand",
        "Check the indentation, and that nothing follows a closing quotation mark.",
    ),
    Explanation(
        "expected '-' indicator",
        'no "-" where the next entry of the list should start',
        "Indent every entry of the list alike.",
    ),
    Explanation(
        "block sequence entries are not allowed",
        'a "- " where no list can start',
        'Start the list on a line of its own below its key, or put the value in quotation marks: "- ...".',
    ),
    Explanation(
        "tab character",
        "a tab in the indentation",
        "Indent with blanks.",
    ),
    Explanation(
        "cannot start any token",
        "a value cannot start with a tab, @, % or `",
        "Indent with blanks, not tabs, and put a value that starts with @, % or ` in quotation marks.",
    ),
    Explanation(
        "unknown escape character",
        "a backslash that stands for nothing",
        "In double quotes write it twice, or use single quotes.",
    ),
    Explanation(
        "hexdecimal number",
        "a backslash escape that is not complete",
        "In double quotes write the backslash twice, or use single quotes.",
    ),
    Explanation(
        "invalid Unicode character escape",
        "an escape that stands for no character",
        "Surrogates such as \\ud800 are half a character. Write the character itself.",
    ),
    Explanation(
        "alphabetic or numeric character",
        "a value cannot start with & or *",
        "Put it in quotation marks.",
    ),
    Explanation(
        "undefined alias",
        "a value cannot start with & or *",
        "Put it in quotation marks.",
    ),
    Explanation(
        "tag",
        "a value cannot start with !",
        "Put it in quotation marks.",
    ),
    Explanation(
        "duplicate %",
        "directives are not read",
        "Delete the lines that start with %.",
    ),
    Explanation(
        "indentation indicator",
        "an unknown sign after | or >",
        "Write only | or > and start the text on the next line.",
    ),
    Explanation(
        "expected comment or line break",
        "text on the same line as | or >",
        "Start the text on the next line, or put the value in quotation marks.",
    ),
)


def explain(error: yaml.MarkedYAMLError) -> tuple[str, str, yaml.Mark | None]:
    """Message, hint and place of a syntax error."""
    problem = f"{error.context or ''} {error.problem or ''}"
    for explanation in EXPLANATIONS:
        if explanation.problem in problem:
            mark = (explanation.opened and error.context_mark) or error.problem_mark
            return explanation.message, explanation.hint, mark
    hint = "Put the value in quotation marks, and check the indentation."
    return f"not YAML: {(error.problem or 'unknown').strip()}", hint, error.problem_mark or error.context_mark


BADLY_INDENTED = (
    "a key that is not indented as those above it",
    "Indent the keys of one item alike, two blanks further than its hyphen.",
)
"""Message and hint for what a parser takes for something else."""
HYPHEN_JOINED = (
    "no blank after the hyphen",
    'Write "- key: value", with a blank after the hyphen that begins an item.',
)


def slip(message: str, line: str) -> tuple[str, str] | None:
    """Message and hint where `message` of `line` leads astray: its key is whole in itself."""
    whole = re.fullmatch(r"“[\w-]+:(?: [^:]*)?”", line)
    if not whole or not message.startswith(('a second ": "', 'no "-"')):
        return None
    return HYPHEN_JOINED if line.startswith("“-") else BADLY_INDENTED
