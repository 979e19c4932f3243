"""Driving MkDocs: pages → new site → swap. All knowledge of MkDocs' inside stands here.

Material for MkDocs ends in May 2027; what replaces it replaces this module.
"""

import base64
import ctypes
import errno
import hashlib
import html
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils.yaml import yaml_load

from generator.search import indexing

THEME = Path(__file__).parent / "theme"
BASE_SETTINGS = THEME / "mkdocs.yml"
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
RENAME_EXCHANGE = 2
AT_FDCWD = -100


class RenderError(Exception):
    """MkDocs refused the pages; the message says why, the old site still stands."""


def render(
    root: Path,
    pages: Path,
    site: Path,
    *,
    title: str,
    as_of: str,
    strict: bool,
    live: bool = False,
) -> tuple[str, ...]:
    """Render `pages` to `site`, replacing it whole; return MkDocs' warnings.

    The new site is made in a folder beside `site` and swapped in once it is complete. With `strict`, a warning
    refuses it. `live` leaves out the Content-Security-Policy, which the preview's reloading would break. Raises
    RenderError, and then `site` is as it was.
    """
    finish_swap(site)
    new = Path(tempfile.mkdtemp(prefix=f".{site.name}-new-", dir=site.parent))
    new.chmod(0o755)
    try:
        config = configure(root, pages, new, title=title)
        config.extra["policy"] = "" if live else policy(root, title)
        with _build_date(as_of), _collected_warnings() as warnings:
            _run(config)
        if strict and warnings:
            raise RenderError("\n".join(warnings))
        index_search(new)
        if not live:
            os.sync()  # one call for all files: the site is on the disk before it is swapped in
        swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return tuple(warnings)


def configure(root: Path, pages: Path, out: Path, *, title: str) -> MkDocsConfig:
    """The settings of the dossier at `root`: its own mkdocs.yml where it has one, else the program's.

    Raises RenderError where MkDocs does not accept them.
    """
    own = root / "mkdocs.yml"
    name = html.escape(title)  # the theme does not escape it
    overrides: dict[str, Any] = {"docs_dir": str(pages), "site_dir": str(out), "hooks": [], "site_name": name}
    try:
        return load_config(str(own if own.exists() else BASE_SETTINGS), **overrides)
    except (ConfigurationError, Abort) as error:
        raise RenderError(f"mkdocs.yml is not accepted: {error}") from error


def address(root: Path) -> str:
    """The `site_url` of the dossier's mkdocs.yml, or empty. Raises RenderError for a file that is no YAML."""
    own = root / "mkdocs.yml"
    try:
        return str(yaml_load(own.read_text(encoding="utf-8")).get("site_url") or "") if own.exists() else ""
    except (ConfigurationError, ValueError) as error:
        raise RenderError(f"mkdocs.yml is not accepted: {error}") from error


def _run(config: MkDocsConfig) -> None:
    try:
        mkdocs_build(config)
    except Abort as error:
        raise RenderError(str(error)) from error


def policy(root: Path, title: str) -> str:
    """The Content-Security-Policy for the pages of the dossier at `root`.

    The inline scripts are hashed on canary pages, one at each depth that pages have: an injected script in an
    article cannot bless itself, since no article is there.
    """
    with tempfile.TemporaryDirectory() as folder:
        docs, out = Path(folder, "docs"), Path(folder, "site")
        for name in ("index.md", "canary/index.md", "canary/canary.md"):
            page = docs / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("# Canary\n\ntext\n", encoding="utf-8")
        canary = configure(root, docs, out, title=title)
        canary.nav, canary.plugins = None, type(canary.plugins)()
        with _collected_warnings():
            _run(canary)
        hashes = {digest for page in sorted(out.rglob("*.html")) for digest in _inline_scripts(page)}
    return POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in sorted(hashes)))


def _inline_scripts(page: Path) -> Iterator[str]:
    for match in INLINE_SCRIPT.finditer(page.read_text(encoding="utf-8")):
        attributes = match["attributes"]
        if "src=" not in attributes and ("type=" not in attributes or "javascript" in attributes):
            yield base64.b64encode(hashlib.sha256(match["body"].encode()).digest()).decode()


def index_search(site: Path) -> None:
    """Make the search index of the finished `site`. Raises RenderError where that fails."""
    try:
        indexing.index(site)
    except indexing.SearchError as error:
        raise RenderError(str(error)) from error


@contextmanager
def _build_date(as_of: str) -> Iterator[None]:
    """Give MkDocs the dossier's today instead of the clock, for the sitemap."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = before or str(epoch(as_of))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]


def epoch(as_of: str) -> int:
    """Seconds since 1970 at the start of the ISO day `as_of`, UTC; 0 for an empty one."""
    return int(datetime.fromisoformat(as_of).replace(tzinfo=UTC).timestamp()) if as_of else 0


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, and keep its log off the terminal."""
    collected: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            collected.append(record.getMessage())

    logger, handler = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield collected
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site`; afterwards `new` holds the old site, or is gone.

    One system call where the kernel has renameat2 with RENAME_EXCHANGE, else two renames; a kill between these
    two is made good by `finish_swap` at the next start.
    """
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        return
    old = _aside(site)
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def finish_swap(site: Path) -> None:
    """Take up what a killed run left: the old site set aside with no new one in its place, half-made sites."""
    old = _aside(site)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    for left in site.parent.glob(f".{site.name}-new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(first))


def serve(site: Path, watched: Sequence[Path], rebuild: Callable[[], str], address: tuple[str, int]) -> None:
    """Build and serve `site` until interrupted, building and reloading the browser when a watched file changes.

    `rebuild` raises nothing and returns HTML to put on every page until the next build; empty: none.
    """
    host, port = address
    banner = rebuild()

    def again() -> None:
        nonlocal banner
        banner = rebuild()

    server = LiveReloadServer(
        again, host=host, port=port, root=str(site), mount_path="/", polling_interval=0.25
    )
    server.set_app(with_banner(server.serve_request, lambda: banner))
    for path in watched:
        if path.exists():
            server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types there
    except KeyboardInterrupt:
        server.shutdown()


def with_banner(app: WSGIApplication, banner: Callable[[], str]) -> WSGIApplication:
    """`app` with `banner` at the end of every page of HTML that it serves.

    A page that is not there is asked for again until it is.
    """

    def served(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def started_with(status: str, headers: list[tuple[str, str]], _error: Any = None) -> Any:
            started.append((status, headers))

        chunks = app(environ, started_with)
        ((status, headers),) = started
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return chunks
        page, found = b"".join(chunks), banner().encode()
        if status.startswith("200"):
            head, body_end, rest = page.rpartition(b"</body>")
            page = head + found + body_end + rest
        elif found:
            page = b"<!doctype html><meta charset=utf-8><title>Dossier</title>" + found
            headers = [*headers, ("Refresh", "2")]
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*kept, ("Content-Length", str(len(page)))])
        return [page]

    return served
