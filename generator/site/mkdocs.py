"""MkDocs: its settings, its Content-Security-Policy, and the rendering of a share of the pages.

Material for MkDocs ends in May 2027; what replaces it replaces this module.
"""

import base64
import hashlib
import html
import logging
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.utils.yaml import yaml_load

from generator import yamlfile
from generator.model import Diagnostic
from generator.site.failing import At, NotAccepted, NotRendered, RenderError, on_one_line, why
from generator.site.markdown import Fast

LOG = logging.getLogger("mkdocs")
BASE_SETTINGS = Path(__file__).parent.parent / "theme" / "mkdocs.yml"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)
"""The Content-Security-Policy of every page; `hashes` are those of Material's own inline scripts.

The search is WebAssembly, which 'wasm-unsafe-eval' allows and which allows no text to run as a script.
"""
INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
OF_ALL_PAGES = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
"""What MkDocs writes besides the pages and the theme's own files; it depends on which pages there are."""
DEEPEST = 4
"""Folders above the deepest page, `entities/ID/statements/2031/`."""
UNUSED = ("assets/javascripts/*", "*.map")
"""Files of the theme that no page asks for: its script and the search in it, and what only debuggers read."""
NOT_OURS = "A 'dirty' build is being performed"
"""MkDocs' warning against rendering some pages only: what it fears, stale links, is checked before."""


def settings(root: Path) -> Path:
    """The file with MkDocs' settings for the dossier at `root`: its own where it has one, else the program's."""
    own = root / "mkdocs.yml"
    return own if own.exists() else BASE_SETTINGS


def problems(root: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the settings of the dossier at `root`."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages")
        pages.mkdir()
        try:
            address(root)
            configure(root, pages, Path(folder, "site"), title="")
        except NotAccepted as error:
            return (error.problem,)
    return ()


def configure(root: Path, pages: Path, out: Path, *, title: str) -> MkDocsConfig:
    """The settings of the dossier at `root`. Raises NotAccepted where MkDocs does not take them."""
    overrides: dict[str, Any] = {
        "docs_dir": str(pages),
        "site_dir": str(out),
        "hooks": [],
        "site_name": html.escape(title),  # the theme does not escape it
        "use_directory_urls": True,
    }
    with _collected_warnings() as told:
        try:
            config = load_config(str(settings(root)), **overrides)
        except (ConfigurationError, Abort) as error:
            raise _not_accepted("; ".join(told) or error) from error
    for warning in told:
        _warn(f"mkdocs.yml: {warning}")
    return config


SYNTAX = frozenset({"merge-conflict", "yaml-character", "yaml-syntax"})
"""What no YAML may have; of the rest MkDocs reads more than Dossier's own files may say."""


@cache
def _warn(message: str) -> None:
    """Once in a build, which reads the settings again for each share of the pages."""
    LOG.warning(message)


def address(root: Path) -> str:
    """The `site_url` of the dossier's mkdocs.yml, or empty. Raises NotAccepted for a file without keys."""
    try:
        source = settings(root).read_text(encoding="utf-8")
    except ValueError as error:
        raise _not_accepted(error) from error
    try:
        read = yaml_load(source)
    except ConfigurationError as error:
        _, found = yamlfile.load(source, path="mkdocs.yml")
        slip = next((one for one in found if one.code in SYNTAX), None)
        raise (NotAccepted(slip) if slip else _not_accepted(error)) from error
    if not isinstance(read, dict):
        raise _not_accepted("it is to be lines of the form “key: value”")
    return str(read.get("site_url") or "")


def _not_accepted(why: object) -> NotAccepted:
    hint = "https://www.mkdocs.org/user-guide/configuration/ tells its keys."
    message = f"MkDocs does not accept this file: {on_one_line(why).removesuffix('.')}"
    return NotAccepted(Diagnostic("mkdocs-settings", "error", "mkdocs.yml", message, hint=hint))


def theme_files(root: Path, pages: Path) -> Iterator[Path]:
    """The files of the theme that the dossier at `root` has of its own, and its settings."""
    yield settings(root)
    folder = configure(root, pages, pages.with_name("site"), title="").theme.custom_dir
    if folder:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())


def destination(page: str) -> str:
    """Where the site has the file `page` of build/pages: `a/b.md` → `a/b/index.html`."""
    if not page.endswith(".md"):
        return page
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem.split("/")[-1] == "index" else f"{stem}/index.html"


def without_unused(files: Files, config: MkDocsConfig) -> Files:
    """`files` without what the theme brings and no page asks for."""
    ours = {config.docs_dir, config.theme.custom_dir}
    for file in list(files):
        if file.src_dir not in ours and any(fnmatch(file.src_uri, pattern) for pattern in UNUSED):
            files.remove(file)
    return files


class _Share(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs has no types there
    """Lets MkDocs see all pages, so that links between them are resolved, and render only some."""

    def __init__(self, pages: Collection[str], *, theme: bool) -> None:
        self.pages = frozenset(pages)
        self.theme = theme

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Tell of each file whether it is rendered or copied."""
        for file in files:
            ours = file.src_dir == config.docs_dir
            chosen = file.src_uri in self.pages if ours else self.theme
            file.is_modified = partial(bool, chosen)  # type: ignore[method-assign]
        return without_unused(files, config)


def render(config: MkDocsConfig, pages: Collection[str], *, first: bool, theme: bool) -> tuple[str, ...]:
    """Render `pages`, paths below docs_dir, into the site's folder; return MkDocs' warnings.

    The `first` share of a site renders what depends on all pages, too; with `theme` it copies the theme's files.
    Raises RenderError.
    """
    config.plugins["dossier/share"] = _Share(pages, theme=theme)
    config.markdown_extensions.append(Fast())  # type: ignore[arg-type]  # MkDocs hands on what it is given
    if not first:
        config.theme.static_templates = set()
    with _collected_warnings() as warnings:
        _run(config, dirty=True)
    return tuple(warning for warning in warnings if not warning.startswith(NOT_OURS))


def _run(config: MkDocsConfig, *, dirty: bool) -> None:
    """Raises NotRendered, and OSError where the disk refuses."""
    config.plugins["dossier/at"] = at = At()
    try:
        build(config, dirty=dirty)
    except Exception as error:
        if isinstance(error, OSError) and error.errno:  # a template that is not there has none
            raise
        raise NotRendered(at.page, why(at.error or error)) from error


def policy(root: Path, title: str) -> str:
    """The Content-Security-Policy for the pages of the dossier at `root`.

    The inline scripts are hashed on canary pages, one at each depth that pages have: an injected script in an
    article cannot bless itself, since no article is there.
    """
    with tempfile.TemporaryDirectory() as folder:
        docs, out = Path(folder, "docs"), Path(folder, "site")
        for depth in range(DEEPEST + 1):
            page = docs / ("canary/" * depth) / "index.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("# Canary\n\ntext\n", encoding="utf-8")
        canary = configure(root, docs, out, title=title)
        canary.nav, canary.plugins = None, type(canary.plugins)()
        with _collected_warnings():
            _tried(root, canary)
        hashes = {digest for page in sorted(out.rglob("*.html")) for digest in _inline_scripts(page)}
    return POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in sorted(hashes)))


def _tried(root: Path, canary: MkDocsConfig) -> None:
    """Render pages with nothing on them: what fails there lies with the settings, whatever the page."""
    try:
        _run(canary, dirty=False)
    except NotRendered as error:
        raise RenderError(f"no page can be rendered with {settings(root)}: {error.why}") from error


def _inline_scripts(page: Path) -> Iterator[str]:
    for match in INLINE_SCRIPT.finditer(page.read_text(encoding="utf-8")):
        attributes = match["attributes"]
        if "src=" not in attributes and ("type=" not in attributes or "javascript" in attributes):
            yield base64.b64encode(hashlib.sha256(match["body"].encode()).digest()).decode()


@contextmanager
def build_date(seconds: int) -> Iterator[None]:
    """Give MkDocs the dossier's today, in seconds since 1970, instead of the clock: for the sitemap."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = before or str(seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, and keep its log off the terminal."""
    collected: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            collected.append(record.getMessage())

    handler = Collector(logging.WARNING)
    propagate, LOG.propagate = LOG.propagate, False
    LOG.addHandler(handler)
    try:
        yield collected
    finally:
        LOG.removeHandler(handler)
        LOG.propagate = propagate
