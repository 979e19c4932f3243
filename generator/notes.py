"""The editor's own Markdown as HTML: a trusted hand that can still slip."""

import posixpath
import re
from functools import partial
from itertools import accumulate
from urllib.parse import urlsplit

import markdown
import nh3
from markupsafe import Markup

from generator.markup import text

LIMIT = 200_000
"""Characters of the editor's Markdown that a page takes in."""
DEPTH = 40
"""Lists and quotations within one another."""
VOID = frozenset({"br", "hr", "img"})
TAGS = frozenset(
    "a blockquote br code em h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul".split()
)


def note_html(value: str, page: str) -> Markup:
    """The editor's Markdown as safe HTML for `page`, e.g. `articles/x.md`; links to .md files lead to pages.

    Raw HTML in it is shown as text. Text that is nested too deeply to render is shown as it is.
    """
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
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"a": {"href", "title"}, "td": {"align"}, "th": {"align"}},
        attribute_filter=partial(_note_link, page),
        url_schemes={"http", "https", "mailto"},
    )
    return Markup(clean.replace("\n\n", "\n"))  # noqa: S704  # nh3 has cleaned it


def _depth(html: str) -> int:
    """How deep the elements of Markdown's own HTML stand in one another."""
    steps = (0 if tag[1] in VOID else -1 if tag[0] else 1 for tag in re.findall(r"<(/?)(\w+)", html))
    return max(accumulate(steps), default=0)


def _note_link(page: str, tag: str, name: str, value: str) -> str:
    """The address of a page where an editor's link names its Markdown file."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    if (tag, name) != ("a", "href") or parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return value
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
    address = posixpath.relpath(directory(target) or ".", directory(page) or ".")
    return f"{address}/{'#' + parts.fragment if parts.fragment else ''}"


def directory(page: str) -> str:
    """The folder in which MkDocs puts a page: `articles/x.md` → `articles/x`, `articles/index.md` → `articles`."""
    return page.removesuffix(".md").removesuffix("index").rstrip("/")
