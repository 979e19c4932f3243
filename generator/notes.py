"""The editor's own Markdown as HTML: a trusted hand that can still slip."""

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from html import unescape
from itertools import accumulate
from urllib.parse import unquote, urlsplit

import markdown
import nh3
from markupsafe import Markup

from generator.markup import text

LIMIT = 200_000
"""Characters of the editor's Markdown that a page takes in."""
DEPTH = 40
"""Lists and quotations within one another."""
HREF = re.compile(r'<a href="([^"]*)"')
VOID = frozenset({"br", "hr", "img"})
TAGS = frozenset(
    "a blockquote br code em h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul".split()
)


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote in Markdown."""

    path: str
    """Of its file, e.g. `content/articles/x.md`."""
    source: str
    """All that stands in the file."""
    text: str

    @property
    def page(self) -> str:
        """The page that shows it, as far as links need it: `articles/x.md`."""
        return self.path.removeprefix("content/")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a note to a Markdown file."""

    page: str
    """Where it leads: `articles/y.md`."""
    address: str
    """As it is written, without its anchor: `../articles/y.md`."""
    line: int
    column: int


def note_html(value: str, page: str) -> Markup:
    """The editor's Markdown as safe HTML for `page`, e.g. `articles/x.md`; links to .md files lead to pages.

    Raw HTML in it is shown as text. Text that is nested too deeply to render is shown as it is.
    """
    clean = nh3.clean(
        _rendered(value),
        tags=set(TAGS),
        attributes={"a": {"href", "title"}, "td": {"align"}, "th": {"align"}},
        attribute_filter=partial(_note_link, page),
        url_schemes={"http", "https", "mailto"},
    )
    return Markup(clean.replace("\n\n", "\n"))  # noqa: S704  # nh3 has cleaned it


def links(note: Note) -> Iterator[Link]:
    """The links of `note` that lead to .md files, in their order, each where it stands in the file."""
    at = 0
    for address in map(unescape, HREF.findall(_rendered(note.text))):
        target = ""
        with suppress(ValueError):
            target, _ = _target(address, note.page)
        if target:
            # A link by reference stands in the text before or after the address that it refers to.
            at = max(note.source.find(address, at), note.source.find(address), 0)
            line, column = note.source.count("\n", 0, at) + 1, at - note.source.rfind("\n", 0, at)
            yield Link(unquote(target), address.partition("#")[0], line, column)
            at += len(address)


def _rendered(value: str) -> str:
    """The HTML of an editor's Markdown, yet to be cleaned."""
    parser = markdown.Markdown(
        extensions=["tables"], extension_configs={"tables": {"use_align_attribute": True}}
    )
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    try:
        html = parser.convert(value[:LIMIT])
    except RecursionError:
        html = ""
    if (value.strip() and not html) or _depth(html) > DEPTH:
        html = f"<pre>{text(value[:LIMIT])}</pre>"
    return html


def _depth(html: str) -> int:
    """How deep the elements of Markdown's own HTML stand in one another."""
    steps = (0 if tag[1] in VOID else -1 if tag[0] else 1 for tag in re.findall(r"<(/?)(\w+)", html))
    return max(accumulate(steps), default=0)


def _note_link(page: str, tag: str, name: str, value: str) -> str:
    """The address of a page where an editor's link names its Markdown file."""
    try:
        target, fragment = _target(value, page) if (tag, name) == ("a", "href") else ("", "")
    except ValueError:
        return ""
    if not target:
        return value
    address = posixpath.relpath(directory(target) or ".", directory(page) or ".")
    return f"{address}/{'#' + fragment if fragment else ''}"


def _target(address: str, page: str) -> tuple[str, str]:
    """The Markdown file that `address` on `page` names, `articles/y.md`, and the anchor; empty: it names none.

    Raises ValueError for what is no address.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return "", ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path)), parts.fragment


def directory(page: str) -> str:
    """The folder in which MkDocs puts a page: `articles/x.md` → `articles/x`, `articles/index.md` → `articles`."""
    return page.removesuffix(".md").removesuffix("index").rstrip("/")
