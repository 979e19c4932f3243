"""HTML seeds: the article's text without the page around it, and what its head says."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.ingest.furniture import without_furniture
from generator.ingest.sidecar import Beside, day
from generator.yamlfile.fields import LANGUAGE, is_calendar_date

SUFFIXES = (".html", ".htm", ".xhtml")
START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)

MAX_DEPTH = 200
"""Elements within elements; what is nested deeper is not read."""
MAX_TAGS = 50_000
"""A page with more is no article's page, and costs seconds to read."""
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*+)([^<>]*+)>")
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option".split()
)
"""Elements without an end, or whose end is often left out."""

DATES = (
    "article:published_time datepublished date pubdate publishdate publish_date dc.date dc.date.issued "
    "dcterms.created dcterms.issued dcterms.date citation_date citation_publication_date parsely-pub-date "
    "sailthru.date og:published_time"
).split()
"""`meta` names that say when a page was published, the surest first."""


def is_html(name: str, text: str) -> bool:
    """Whether a seed is HTML, by its name or its first words."""
    return name.lower().endswith(SUFFIXES) or bool(START.match(text[:4096]))


def too_much(source: str) -> str:
    """What there is too much of on the page, before any parser has to find out; empty where it can be read."""
    depth, raw = 0, ""
    for count, (closing, written, rest) in enumerate(TAG.findall(source)):
        if count >= MAX_TAGS:
            return f"has more than {MAX_TAGS:,} tags"
        name = written.lower()
        if raw:
            # What stands in a script or style is no element.
            raw = "" if closing and name == raw else raw
        elif closing:
            depth = max(0, depth - (name not in VOID))
        elif name in {"script", "style"}:
            raw = name
        elif name not in VOID and not rest.endswith("/"):
            depth += 1
        if depth > MAX_DEPTH:
            return f"is nested deeper than {MAX_DEPTH} elements"
    return ""


def read(source: str) -> tuple[str, Beside]:
    """The article's text, empty where the page holds none, and what its head says."""
    # Both late: they bring lxml along, which only HTML seeds need.
    from lxml import etree, html  # type: ignore[import-untyped]
    from trafilatura.core import bare_extraction

    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return "", Beside()
    beside = _head(tree)
    without_furniture(tree)
    # trafilatura looks for dates up to today; the clock must not decide, and its date is not used.
    dates = {"extensive_search": False, "max_date": "9999-12-31"}
    page: Any = bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params=dates
    )
    if page is None:
        return "", beside
    found = Beside(title=_line(page.title), publisher=_line(page.sitename), author=_line(page.author))
    return page.text or "", beside.over(found)


def _head(tree: Any) -> Beside:
    published = next((value for text in _dates(tree) if is_calendar_date(value := day(text))), "")
    language = (tree.get("lang") or "").strip()
    address = next(_found(tree, "//link[@rel='canonical']/@href"), "")
    return Beside(
        published=published,
        published_from="the page’s metadata" if published else "",
        url=address if re.fullmatch(r"https?://[^\s<>\"']+", address) else "",
        language=language if LANGUAGE.fullmatch(language) else "",
    )


def _dates(tree: Any) -> Iterator[str]:
    """What the page says about when it was published, the surest first."""
    for text in _found(tree, "//script[@type='application/ld+json']/text()"):
        yield from _linked_data_dates(text)
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content")
        or ""
        for meta in reversed(tree.xpath("//meta[@content]"))
    }
    yield from (metas[name] for name in DATES if name in metas)
    yield from _found(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime")


def _found(tree: Any, path: str) -> Iterator[str]:
    """What stands at `path`, as plain text: lxml's own kind holds on to the tree, and no cache can write it."""
    return map(str, tree.xpath(path))


def _linked_data_dates(text: str) -> Iterator[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            for part in (thing, *(graph if isinstance(graph, list) else ())):
                if isinstance(part, dict) and isinstance(part.get("datePublished"), str):
                    yield part["datePublished"]


def _line(text: Any) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
