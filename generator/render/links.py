"""Links between pages: every one a Markdown link to a .md file, so that MkDocs checks it."""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import words
from generator.export.shapes import first_and_newest
from generator.markup import attribute, filled, text
from generator.model import EventView, Ref, Site, Source
from generator.render.divided import LONG_ROWS, Part, Step, by_day, divided

EVENTS = 100
"""Events on a page of a divided timeline, each with its sentence: on a phone some thirty screens."""
REPORTS = 3
"""Reports of an event that are named; the others are counted."""
CLAUSE = re.compile(r"[:;,]\s|\s-\s|\s?[–—]\s?")
"""Where the first clause of a title ends."""
LOOSE = " ,;:–—-“‘(["
"""Characters that no cut ends with."""
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A letter of a script such as Arabic: beside it, the first number of a date would change its place."""
LONGEST = 60
"""Characters of a publisher's name beside a fact; the tooltip has all of it."""
SHORT, SHORTEST = 36, 12
"""Characters of a title that stands for a publisher nobody recorded, at most and at least."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything stands."""

    pages: Mapping[tuple[str, str], str]
    """(kind, id) of a Ref → page path, with an anchor where it is a part of a page."""
    sentences: Mapping[str, frozenset[str]]
    """Article id → ids of its sentences."""

    def of(self, ref: Ref) -> str:
        """Path of the page, empty for what has none."""
        return self.pages.get((ref.kind, ref.id), "")

    def sentence(self, source: Source) -> str:
        """Path and anchor of the sentence a fact comes from; the page, where the sentence is not on it."""
        page = self.of(source.article)
        known = source.sentence in self.sentences.get(source.article.id, ())
        return f"{page}#{source.sentence}" if page and known else page


def addresses(site: Site) -> Addresses:
    """The addresses of everything on `site`."""
    pages = {("article", view.ref.id): f"articles/{view.ref.id}.md" for view in site.articles}
    pages |= {("entity", view.ref.id): f"entities/{view.ref.id}.md" for view in site.entities}
    pages |= {("issue", view.ref.id): f"issues/{view.ref.id}.md" for view in site.issues}
    pages |= {
        ("event", event.id): f"{part.path}#event-{event.id}"
        for part in timeline_parts(site.events).leaves
        for event in part.rows
    }
    sentences = {view.ref.id: frozenset(s.id for s in view.sentences) for view in site.articles}
    return Addresses(pages, sentences)


def timeline_parts(events: Sequence[EventView]) -> Part[EventView]:
    """The timeline: one page, or when there are many events one a year, a month or less."""
    return divided("timeline.md", events, happens_on, "timeline", whole=LONG_ROWS, most=EVENTS)


def happens_on(event: EventView) -> Sequence[Step]:
    """Year, month, third of a month and day under which an event stands."""
    return by_day(event.sort_date)


def reports(sources: Sequence[Source]) -> Sequence[Source]:
    """Those of an event's sentences, oldest first, that a page names."""
    return first_and_newest(sources, REPORTS)


def relative(here: str, target: str) -> str:
    """`target`, a page path with or without an anchor, as seen from the page `here`."""
    path, mark, anchor = target.partition("#")
    if path == here:
        return mark + anchor
    return _climbing(path, posixpath.dirname(here)) + mark + anchor


@lru_cache(maxsize=1 << 16)
def _climbing(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder or ".")


def link(href: str, label: Markup, title: str = "", classes: str = "") -> Markup:
    """A Markdown link; `href` and `classes` are the program's own, `label` is escaped."""
    tip = filled(' "%s"', attribute(title)) if title else Markup()
    style = filled("{ %s }", classes) if classes else Markup()
    return filled("[%s](%s%s)%s", label, href, tip, style)


@pass_context
def ref(context: Context, target: Ref, label: str = "") -> Markup:
    """A link to the page of `target`; its name alone where it has none or is this page."""
    name = text(label or target.name)
    path = context["addresses"].of(target)
    if path in {"", context["here"]}:
        return name
    classes = f".entity .{target.type}" if target.type else f".to-{target.kind}"
    return link(relative(context["here"], path), name, classes=classes)


@pass_context
def refs(context: Context, targets: Sequence[Ref]) -> Markup:
    """Links to several, with commas."""
    return Markup(", ").join(ref(context, target) for target in targets)


@pass_context
def elsewhere(context: Context, targets: Sequence[Ref]) -> list[Ref]:
    """`targets` without the one whose page this is."""
    return [target for target in targets if context["addresses"].of(target) != context["here"]]


@pass_context
def cite(context: Context, source: Source, beside: str | None = None, label: str = "") -> Markup:
    """A link to the sentence that a fact comes from: who published it and when, with the title as its tooltip.

    The date is left out where `beside`, the EDTF date that stands next to the link, already says it, or that there
    is none. On the article's own page, and where `label` says so, the link does not name the article.
    """
    path = context["addresses"].sentence(source)
    own = context["addresses"].of(source.article) == context["here"]
    shown = text(label or "sentence") if label or own else _origin(source, beside)
    if not path:
        return shown
    whole = ", ".join(part for part in (source.article.name, source.publisher, _when(source)) if part)
    return link(relative(context["here"], path), shown, title="" if own else whole, classes=".cite")


def _origin(source: Source, beside: str | None) -> Markup:
    name = shortened(source.publisher, LONGEST) or short_title(source.article.name)
    if source.published == beside:
        return text(name)
    date = text(f", {_unbroken(_when(source))}")
    return filled("<bdi>%s</bdi>%s", text(name), date) if RIGHT_TO_LEFT.search(name) else text(name) + date


def _unbroken(date: str) -> str:
    """`14 Jan 2031` on one line."""
    return date.replace(" ", "\u00a0")


def _when(source: Source) -> str:
    return words.short_date(source.published) if source.published else "date not recorded"


def short_title(title: str) -> str:
    """A title's first clause where that is short, else its first words."""
    clause = CLAUSE.split(title, maxsplit=1)[0]
    return clause if SHORTEST <= len(clause) <= SHORT else shortened(title, SHORT)


@pass_context
def page(context: Context, path: str, label: str, classes: str = "") -> Markup:
    """A link to another page or file of the site."""
    return link(relative(context["here"], path), text(label), classes=classes)


def shortened(value: str, limit: int = SHORT) -> str:
    """`value` cut at a word, with an ellipsis."""
    return value if len(value) <= limit else f"{value[:limit].rsplit(' ', 1)[0].rstrip(LOOSE)}…"


def external(url: str, label: str) -> Markup:
    """A link out of the site, to http and https addresses only; else the label."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = ""
    if scheme not in {"http", "https"}:
        return text(label)
    safe = quote(url, safe=":/?=&%;,@+#")
    return filled('[%s](%s){ rel="external nofollow" }', text(label), safe)


@pass_context
def edit(context: Context, path: str, label: str, line: int = 0) -> Markup:
    """A link to where a file of the dossier can be edited; its path and line where that is not recorded."""
    prefix = context["dossier"].settings.edit_url
    if prefix:
        return external(prefix + quote(path), label)
    return filled("<code>%s%s</code>", attribute(path), f":{line}" if line else "")


WIKIDATA = re.compile(r"Q\d+")


def identifier(name: str, value: str) -> Markup:
    """An identifier, linked where it is known to whom it belongs."""
    if name == "wikidata" and WIKIDATA.fullmatch(value):
        return external(f"https://www.wikidata.org/wiki/{value}", f"Wikidata {value}")
    return text(f"{name} {value}")


HELPERS: Mapping[str, Callable[..., Markup | list[Ref]]] = {
    "ref": ref,
    "refs": refs,
    "elsewhere": elsewhere,
    "cite": cite,
    "page": page,
    "external": external,
    "edit": edit,
    "identifier": identifier,
}
"""What templates call."""
