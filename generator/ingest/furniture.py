"""What stands between an article's paragraphs on a web page and is none: advertisements, newsletters, links."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

BLOCKS = ("p", "div", "section", "aside", "li", "h2", "h3", "h4", "h5", "h6")
"""Elements that can be a line of their own."""
PIECES = 120
"""What tags part into more pieces is no line, nor a list of a few links."""

BELOW = (
    r"(?:story|article)\s+continues\s+below(?:\s+(?:this\s+)?advert(?:isement)?)?|continue\s+reading\s+below"
)
ALONE = re.compile(
    rf"""
    advert(?:isement)?s?(?:\W+(?:{BELOW}))? | {BELOW}
    | (?:sign\s+up|subscribe)(?:\s+\w+)?\s+(?:for|to)\s+(?:our|my)\s+(?:[\w’'-]+\s+){{0,5}}newsletters?
      (?:\s+(?:here|now|today))?
    | share\s+this\s+(?:article|page|post|story)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Whole lines that no article says of its matter: who speaks in them is the page."""
LABEL = re.compile(
    r"""
    related(?:\s+(?:articles?|content|coverage|links?|news|posts?|reading|stories|story|topics?))?
    | (?:read|see)\s+(?:also|more) | also\s+read | more\s+on\s+this(?:\s+(?:story|topic))? | further\s+reading
    | (?:you\s+(?:may|might)\s+also\s+like)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before links to other articles."""
MARKS = " \t\n\r\xa0:|,;.!·•–—→»›>-"
"""What may stand around a label, and between the links behind it."""
LISTS = ("ul", "ol")


def without_furniture(tree: Any) -> None:
    """Take out of `tree` what its words or its links make certain to be no part of the article.

    A label goes where nothing else stands in its block but links; `Related: the board met, too.` is a sentence.
    """
    for block in list(tree.iter(*BLOCKS)):
        line, beside_links = _words(block)
        if ALONE.fullmatch(line) or LABEL.fullmatch(line) or LABEL.fullmatch(beside_links):
            following = block.getnext()
            if LABEL.fullmatch(line) and following is not None and following.tag in LISTS:
                _drop_links(following)
            block.drop_tree()


def _drop_links(listed: Any) -> None:
    """Take a list out that has nothing but links."""
    words, beside_links = _words(listed)
    if words and not beside_links:
        listed.drop_tree()


def _words(element: Any) -> tuple[str, str]:
    """The words of `element`, and those of them that are in no link; none where it holds too much to be a line."""
    pieces = list(islice(_pieces(element), PIECES + 1))
    if len(pieces) > PIECES:
        return "", ""
    beside_links = (words for words, is_link in pieces if not is_link)
    return _line(words for words, _ in pieces), _line(beside_links)


def _pieces(element: Any, *, is_link: bool = False) -> Iterator[tuple[str, bool]]:
    """The text in `element`, parted by its tags, and whether it belongs to a link."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        return
    is_link = is_link or element.tag == "a"
    yield element.text or "", is_link
    for inner in element:
        yield from _pieces(inner, is_link=is_link)
        yield inner.tail or "", is_link


def _line(pieces: Iterable[str]) -> str:
    return " ".join("".join(pieces).split()).strip(MARKS)
