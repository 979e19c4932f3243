"""Markdown seeds, as people and web clippers save them: the words without their marks, and what the top says."""

import re
from collections.abc import Iterator, Sequence

from generator.ingest.dating import line_date
from generator.ingest.sidecar import Beside, day
from generator.yamlfile import Node, load
from generator.yamlfile.fields import LANGUAGE, is_calendar_date

SUFFIXES = (".md", ".markdown")

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
ADDRESS = re.compile(r"https?://[^\s<>\"']+")

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": ("published", "date_published", "date"),
    "publisher": ("publisher", "site", "site_name", "publication", "source"),
    "url": ("url", "source", "link", "canonical"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}
"""What is known → the keys under which clippers and site generators write it, the surest first.

`created` and its like are none of them: they say when the page was saved.
"""

MARKS = (
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE), ""),  # headings
    (re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE), ""),  # quoted blocks
    (re.compile(r"^([ \t]*)[*+](?=[ \t]+\S)", re.MULTILINE), r"\1-"),  # lists
    (re.compile(r"(?<!\\)!\[[^\[\]\n]*\]\([^()\n]*\)"), ""),  # pictures
    (re.compile(r"(?<![\\!])\[([^\[\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)"), r"\1"),  # links
    (re.compile(r"(?<![\\\w])(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),  # strong
    (re.compile(r"(?<![\\*])\*(?=[^\s*])([^*\n]+)(?<=[^\s\\])\*(?!\*)"), r"\1"),  # emphasis
    (re.compile(r"(?<![\\\w])_(?=[^\s_])([^_\n]+)(?<=[^\s\\])_(?!\w)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])"), r"\1"),  # what is no mark
)
"""The marks of Markdown, which no reader of the article saw, and what stands there without them, in order."""


def is_markdown(name: str) -> bool:
    """Whether a seed is Markdown, by its name."""
    return name.lower().endswith(SUFFIXES)


def read(source: str, languages: Sequence[str]) -> tuple[str, Beside]:
    """The article's text, and what its front matter says, if it has one."""
    top = FRONT_MATTER.match(source)
    node = load(top[1], path="")[0] if top else None
    if top and node and node.pairs:
        return _unmarked(source[top.end() :]), _beside(node, languages)
    return _unmarked(source), Beside()


def _unmarked(text: str) -> str:
    for mark, without in MARKS:
        text = mark.sub(without, text)
    return text


def _beside(top: Node, languages: Sequence[str]) -> Beside:
    published = next(filter(None, (_date(text, languages) for text in _said(top, "published"))), "")
    return Beside(
        title=next(_said(top, "title"), ""),
        published=published,
        published_from="the seed’s front matter" if published else "",
        publisher=next((text for text in _said(top, "publisher") if not ADDRESS.match(text)), ""),
        url=next(filter(ADDRESS.fullmatch, _said(top, "url")), ""),
        author=next(_said(top, "author"), ""),
        language=next(filter(LANGUAGE.fullmatch, _said(top, "language")), ""),
    )


def _date(text: str, languages: Sequence[str]) -> str:
    return day(text) if is_calendar_date(day(text)) else line_date(text, languages)


def _said(top: Node, what: str) -> Iterator[str]:
    """What stands under the names of `what`: a list’s entries together, without the brackets of a wiki’s links."""
    for value in (top.pairs[name] for name in NAMES[what] if name in top.pairs):
        entries = [entry.value for entry in value.entries or (value,)]
        texts = (
            " ".join(re.sub(r"^\[\[|\]\]$", "", text).split()) for text in entries if isinstance(text, str)
        )
        if said := "; ".join(filter(None, texts)):
            yield said
