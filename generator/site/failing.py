"""Where MkDocs stopped, and why, in one line for a person."""

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.model import Diagnostic

TEMPLATE = re.compile(r"\.html:\d+$")
"""A place in a template of the theme."""
OWN = "Take out what mkdocs.yml adds, extensions and templates, one by one, until it is rendered."
FAULT = "That is a fault of the program: please report it, with the page."
"""What to do about a page that cannot be rendered, where the dossier has settings of its own and where not."""


class RenderError(Exception):
    """MkDocs refused the pages; the message says why, the old site still stands."""


class NotAccepted(RenderError):
    """MkDocs cannot use the mkdocs.yml of the dossier."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        told = self.problem
        return f"{told.path}:{told.line}:{told.column}: {told.message}. {told.hint}"


class NotRendered(RenderError):
    """MkDocs stopped at `page`, a path below build/pages, or at none of them where that is empty."""

    def __init__(self, page: str, why: str) -> None:
        super().__init__(page, why)  # with what an exception needs that travels between processes
        self.page = page
        self.why = why

    def __str__(self) -> str:
        return f"{self.page}: it cannot be rendered: {self.why}" if self.page else self.why


@contextmanager
def blaming(root: Path) -> Iterator[None]:
    """Say of a page that was not rendered where in the dossier at `root` it comes from, and what to do."""
    try:
        yield
    except NotRendered as error:
        if not error.page:
            raise
        written, made = f"content/{error.page}", f"build/pages/{error.page}"
        where = f"{written} (its page is {made})" if (root / written).is_file() else made
        what_to_do = OWN if (root / "mkdocs.yml").exists() else FAULT
        raise RenderError(f"{where}: it cannot be rendered: {error.why}. {what_to_do}") from error


class At(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs has no types there
    """Knows at which page MkDocs is, and what has stopped it there."""

    page = ""
    error: Exception | None = None

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Before a page's Markdown is read."""
        self.page = page.file.src_uri
        return page

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG002
        """Between the last page's Markdown and the templates."""
        self.page = ""
        return env

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG002
        """Before a page's template is filled in."""
        self.page = page.file.src_uri
        return context

    def on_build_error(self, *, error: Exception) -> None:
        """Before MkDocs raises something in its place that says less."""
        self.error = error


def why(error: Exception) -> str:
    """What `error` says, on one line, with the place in a template."""
    said = on_one_line(error)
    if not isinstance(error, BuildError):
        said = f"{type(error).__name__}: {said}".removesuffix(": ")
    at = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return next((f"{said} ({place})" for place in reversed(at) if TEMPLATE.search(place)), said)


def on_one_line(said: object) -> str:
    """What MkDocs says on several lines, on one."""
    return " ".join(str(said).split())
