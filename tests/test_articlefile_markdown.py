"""Paragraphs as Markdown: any text comes back, any viewer shows it, and little is escaped."""

import html
import re

import attacks
import hypothesis.strategies as st
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from generator.articlefile.markdown import escape, unescape

VIEWER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

ESCAPED = [
    ("Prices rose by $5 to $10 [sic] & more – “we’ll see”.", None),
    ("A lone * or ~ stays, and snake_case_too", None),
    ("*both* of __these__ do", r"\*both\* of \_\_these\_\_ do"),
    ("~~not~~ said", r"\~\~not\~\~ said"),
    ("`code` is not", r"\`code\` is not"),
    ("# no heading", r"\# no heading"),
    ("#nor this", None),
    ("## Notes", r"\## Notes"),
    ("> no quotation", r"\> no quotation"),
    ("- no bullet", r"\- no bullet"),
    ("-5 degrees", None),
    ("---", r"\---"),
    ("* * *", r"\* \* \*"),
    ("```ledger", r"\`\`\`ledger"),
    ("~~~annotations", r"\~\~\~annotations"),
    ("1. May", r"1\. May"),
    ("2025. was a year", r"2025\. was a year"),
    ("1.5 million", None),
    ("[x](y)", r"[x\](y)"),
    ("[x]: y", r"[x\]: y"),
    ("<b>bold</b>", r"\<b>bold\</b>"),
    ("2 < 3", None),
    ("&amp; &lt; AT&T", r"\&amp; \&lt; AT&T"),
    (r"a \* b \d", r"a \\* b \d"),
    ("<<<<<<< ours", r"\<<<<<<< ours"),
    ("=======", r"\======="),
    (">>>>>>> theirs", r"\>>>>>>> theirs"),
]


@pytest.mark.parametrize(("text", "line"), ESCAPED, ids=[text for text, _ in ESCAPED])
def test_only_markup_is_escaped(text, line):
    assert escape(text) == (text if line is None else line)


def shown(line):
    """The text that a viewer shows; None if it makes anything but one plain paragraph of it."""
    match = re.fullmatch(r"<p>([^<]*)</p>\n", VIEWER.render(line))
    return html.unescape(match[1]) if match else None


PIECES = [*"*_~`#>-+=|\\<&[]()!:.1 ", "a", "é", "&amp;", "---", "```", "](", "\\*", "## Notes", "1. ", "<b>"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=40
)


@given(TEXTS.map(lambda text: " ".join(text.split())).filter(bool))
def test_any_text_comes_back_and_is_shown_as_it_is(text):
    line = escape(text)
    assert unescape(line) == text
    assert shown(line) == text


HOSTILE = {**attacks.HTML, **attacks.MARKDOWN}


@pytest.mark.parametrize("attack", HOSTILE.values(), ids=HOSTILE)
def test_attacks_are_text(attack):
    for paragraph in filter(None, (" ".join(line.split()) for line in attack.split("\n"))):
        assert unescape(escape(paragraph)) == paragraph
        assert shown(escape(paragraph)) == paragraph
