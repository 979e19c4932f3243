"""Shares of the pages rendered on other machines: what travels there, and what comes back.

    build/pages ─ job, shares ─▶ workers, each with a folder of its own ─ files, warnings ─▶ the new site

A worker has this program and nothing of the dossier. With a share of the pages travel the names of the files that
these may link to: MkDocs looks up no others, so that what a share costs does not grow with the dossier.
"""

import os
import platform
import posixpath
import re
import tempfile
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

import yaml
from mkdocs.utils.yaml import yaml_load

from generator import program
from generator.site.edition import Edition, epoch
from generator.site.failing import NotRendered, RenderError
from generator.site.mkdocs import build_date, configure
from generator.site.mkdocs import render as render_share
from generator.site.mkdocs import settings as settings_of
from generator.store import files_of, packed, put_files, unpacked

PAGES = 200
"""Pages of a share: some seconds' work, beside which what Dask and the start of MkDocs cost is little."""
RENDERS = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pymdown-extensions", "pagefind-bin")
"""The libraries whose versions decide which bytes a page becomes."""
LINK = re.compile(r"""[^\s()<>\[\]"'`,;#?]+\.\w+""")
"""What may be the name of a file in Markdown, HTML or settings."""
THEME = "theme"
"""Where a worker has the theme's own files, beside mkdocs.yml."""
DIED = "the workers that tried ended, one after the other"


class Elsewhere(Protocol):
    """Other machines."""

    def __call__(self, work: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
        """`work`, which they find by its name, of each of `items`, in order; None where those that did it died."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all shares have in common."""

    settings: bytes
    """mkdocs.yml, with what it inherits."""
    theme: bytes
    """The folder of the theme's own files, packed."""
    title: str
    policy: str
    date: int
    """Seconds since 1970 of the dossier's today."""


@dataclass(frozen=True, slots=True)
class Share:
    """Pages to render."""

    pages: bytes
    """Path below build/pages → Markdown, packed."""
    beside: tuple[str, ...]
    """The other files that they may link to."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a share became, or why it did not."""

    files: bytes = b""
    """Path below the site → bytes, packed."""
    warnings: tuple[str, ...] = ()
    error: str = ""
    page: str = ""
    """Of which page that holds, where it is known."""


def versions() -> str:
    """Of all that decides what a page becomes; the same here and where a page is rendered."""
    others = [f"{name} {metadata.version(name)}" for name in RENDERS]
    return " ".join((program.digest().hex(), platform.python_version(), *others))


def job(edition: Edition, policy: str) -> Job:
    """What workers need to render shares of the pages of `edition`. Raises RenderError."""
    root, pages, title = edition.root, edition.pages, edition.title
    own = configure(root, pages, pages.with_name("site"), title=title).theme.custom_dir
    with settings_of(root).open("rb") as file:
        settings = yaml_load(file)
    if own:
        settings["theme"]["custom_dir"] = THEME
    text = yaml.dump(settings, sort_keys=False, allow_unicode=True)
    date = int(os.environ.get("SOURCE_DATE_EPOCH") or epoch(edition.as_of))
    return Job(text.encode(), packed(files_of(Path(own)) if own else {}), title, policy, date)


def rendered(
    elsewhere: Elsewhere, job: Job, pages: Path, chosen: Sequence[str], known: Container[str]
) -> Iterator[Sheets]:
    """What the pages at `chosen` become, share by share; `known` are all files below `pages`.

    A share that workers died over is tried again in halves, alone. Raises RenderError, which names the page.
    """
    work = partial(sheets, job)
    always = frozenset(named(job.settings.decode(), "", known))
    shares = [chosen[start : start + PAGES] for start in range(0, len(chosen), PAGES)]
    lost = []
    for share, found in zip(
        shares, elsewhere(work, (_share(pages, share, known, always) for share in shares)), strict=True
    ):
        if found is None:
            lost.append(share)
        else:
            yield _good(found)
    while lost:
        share = lost.pop()
        (found,) = elsewhere(work, (_share(pages, share, known, always),))
        if found:
            yield _good(found)
        elif len(share) > 1:
            lost += share[::2], share[1::2]
        else:
            raise NotRendered(share[0], DIED)


def _good(found: Sheets) -> Sheets:
    if found.error:
        raise NotRendered(found.page, found.error)
    return found


def _share(pages: Path, paths: Sequence[str], known: Container[str], always: frozenset[str]) -> Share:
    texts = {path: (pages / path).read_bytes() for path in paths}
    beside = always.union(*(named(text.decode(), path, known) for path, text in texts.items()))
    return Share(packed(texts), tuple(sorted(beside - texts.keys())))


def named(text: str, page: str, known: Container[str]) -> Iterator[str]:
    """The files among `known` that `text`, which stands at `page`, may link to."""
    folder = posixpath.dirname(page)
    for name in set(LINK.findall(text)):
        path = posixpath.normpath(posixpath.join(folder, unquote(name)))
        if path in known:
            yield path


# --- in the worker ----------------------------------------------------------------------------


def sheets(job: Job, share: Share) -> Sheets:
    """The task: render `share`. What stops it is raised where the share came from."""
    try:
        return _sheets(job, share)
    except NotRendered as error:
        return Sheets(error=error.why, page=error.page)
    except RenderError as error:
        return Sheets(error=str(error))
    except Exception as error:  # noqa: BLE001  the worker's disk may be full
        return Sheets(error=f"a worker failed, {type(error).__name__}: {error}")


def _sheets(job: Job, share: Share) -> Sheets:
    texts = unpacked(share.pages)
    with tempfile.TemporaryDirectory(prefix="dossier-share-") as folder:
        root, pages, site = Path(folder), Path(folder, "pages"), Path(folder, "site")
        put_files(root, {"mkdocs.yml": job.settings})
        put_files(root / THEME, unpacked(job.theme))
        put_files(pages, {**dict.fromkeys(share.beside, b""), **texts})
        config = configure(root, pages, site, title=job.title)
        config.extra["policy"] = job.policy
        with build_date(job.date):
            os.environ["SOURCE_DATE_EPOCH"] = str(job.date)  # whatever the worker's own is
            warnings = render_share(config, texts.keys(), first=False, theme=False)
        return Sheets(packed(files_of(site)), warnings)
