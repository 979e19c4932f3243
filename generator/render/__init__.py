"""Site → Markdown pages. The only place that knows Jinja2.

Every value that a template prints goes through `markup.text`, unless the program itself made it (Markup).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator import words
from generator.dates import last_day
from generator.export import Export, twins_of
from generator.markup import attribute, text
from generator.model import EventView, Ref, Site
from generator.outputs import Later, Outputs
from generator.render import overviews
from generator.render.articles import articles
from generator.render.briefs import briefs
from generator.render.entities import entities
from generator.render.front import front_matter
from generator.render.home import home
from generator.render.issues import issues
from generator.render.links import HELPERS, Addresses, addresses, reports, shortened
from generator.render.matters import standing
from generator.render.page import Dossier, Page
from generator.render.sayings import context, retold
from generator.render.stances import stances
from generator.render.timeline import timeline

TEMPLATES = Path(__file__).parent.parent / "templates"
HEAD = {"hide": ["navigation", "toc"]}
"""Front matter of every page: the sections stand in the tabs, an article's own sidebar in its text."""

LONG = 110
"""Characters of a title above which it is set smaller."""

PAGES: tuple[tuple[str, Callable[[Site], Iterable[Page]]], ...] = (
    ("home", home),
    ("articles", articles),
    ("entities", entities),
    ("issues", issues),
    ("timeline", timeline),
    ("briefs", briefs),
    ("review", overviews.review),
    ("corrections", overviews.corrections),
    ("data", overviews.data),
    ("about", overviews.about),
    ("redirects", overviews.redirects),
)
"""The kinds of page, in the order in which they are written; each yields its pages."""


def render(site: Site, catalogue: Sequence[Export] = ()) -> dict[str, str]:
    """Page path below build/pages → Markdown, for every page of the site.

    `catalogue` lists the files that export.py writes, for the page Data.
    """
    return {path: page() for path, page in pages(site, addresses(site), catalogue).items()}


def pages(site: Site, known: Addresses, catalogue: Sequence[Export] = ()) -> Outputs:
    """Page path below build/pages → Markdown, made when it is asked for.

    What a page is made of is compared but for `known`: a page that names what has another address than before
    is another page.
    """
    environment = _environment()
    dossier = Dossier(site.settings, site.as_of)
    markdown = partial(_markdown, environment, {"addresses": known, "files": catalogue})
    return {page.path: Later(markdown, (page, dossier)) for page in _pages(site)}


def _pages(site: Site) -> Iterator[Page]:
    for _name, make in PAGES:
        yield from make(site)


def _markdown(environment: Environment, shared: dict[str, Any], page: Page, dossier: Dossier) -> str:
    template = environment.get_template(f"{page.template}.md.j2")
    body = template.render(
        shared,
        dossier=dossier,
        here=page.path,
        title=page.title,
        long=Markup(" .long") if len(page.title) > LONG else Markup(),
        twins=twins_of(page.path) if shared["files"] else (),
        **_worked_out(page.values),
    )
    return (
        f"{front_matter(page.title, page.description, {**HEAD, **_worked_out(page.head)})}\n{body.strip()}\n"
    )


def _worked_out(values: Mapping[str, Any] | Later) -> dict[str, Any]:
    given: Mapping[str, Any] = values() if isinstance(values, Later) else values
    return {name: value() if isinstance(value, Later) else value for name, value in given.items()}


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
    )
    environment.globals.update(HELPERS, how=words.how, known_by=words.known_by, dated_from=words.DATED_FROM)
    environment.filters.update(
        attribute=attribute,
        standing=standing,
        stances=stances,
        words=words.date,
        last_day=last_day,
        machine=words.machine,
        count=words.count,
        shortened=shortened,
        context=context,
        retold=retold,
        inside=words.inside,
        capital=words.capital,
        as_ref=_event_ref,
        reports=reports,
    )
    return environment


def _event_ref(event: EventView) -> Ref:
    return Ref("event", event.id, words.capital(event.what))


def _printed(value: object) -> Markup:
    """What `{{ value }}` prints, numbers as `1,204`. Anything but text and numbers is a slip in a template."""
    if isinstance(value, Markup):
        return value
    if type(value) is Undefined:  # an `if` without `else`; a name that is not there is StrictUndefined
        return Markup()
    if isinstance(value, str):
        return text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(f"{value:,}")  # noqa: S704  # figures and commas
    raise TypeError(f"a template prints {value!r}")
