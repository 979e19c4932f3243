"""Serving the preview, which reloads by itself when it was built anew."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer


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
