"""Serving the preview, whose pages reload by themselves when there is something newer to see."""

import io
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

from generator.outputs import fingerprint
from generator.search.background import Index
from generator.site.watching import Watch

SCRIPT = Path(__file__).with_name("reload.js")
SCRIPT_PATH = "/-reload.js"
NEWER_PATH = "/-newer"
"""Answers 200 when what is at `page` is no longer what was `seen`; 204 where it stays for ANSWER seconds."""
ANSWER = 25.0
LATELY = 4
"""So many pages that were last asked for are made before all others."""
NO_PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Dossier</title>"
    "<body><p>There is no such page. Once there is one, it shows here by itself.</p></body>"
)
LookedAt = Callable[[], Sequence[str]]
"""The files of the site that somebody looks at, the one last asked for first."""
Rebuild = Callable[[LookedAt], Iterable[str]]
"""Brings the site up to date. Whenever some of it is, it yields the HTML to put on every page from then on."""


def serve(site: Path, watched: Sequence[Path], rebuild: Rebuild, address: tuple[str, int]) -> None:
    """Build and serve `site` until interrupted; build again, and reload what changed, when a watched file changes.

    What `rebuild` has not done yet is left undone when something changes again. The search follows the pages.
    Raises OSError where nobody can listen at `address`.
    """
    index = Index(site)
    with Server(site, address) as server:
        watch = Watch(watched)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            while True:
                for banner in rebuild(server.looked_at):
                    server.show(banner)
                    if watch.changed():
                        break
                else:
                    index.start()
                watch.wait()
                index.stop()
        except KeyboardInterrupt:
            pass
        finally:
            index.stop()
            watch.close()
            server.shutdown()


class Server(ThreadingHTTPServer):
    """Serves the files of `site` as they are at the moment, with the banner at the end of every page."""

    daemon_threads = True

    def __init__(self, site: Path, address: tuple[str, int]) -> None:
        host, port = address
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.site = site.absolute()
        self._banner = ""
        self._shown = threading.Condition()
        self._lately: list[str] = []
        super().__init__((host, port), Handler)

    def show(self, banner: str) -> None:
        """Tell those who wait that the site has changed; `banner` is on every page from now on."""
        with self._shown:
            self._banner = banner
            self._shown.notify_all()

    def looked_at(self) -> Sequence[str]:
        """The files of the last few pages that somebody asked for."""
        return tuple(self._lately)

    def page(self, file: str) -> tuple[HTTPStatus, bytes]:
        """The page that is the file `file` of the site, and whether it is there."""
        self._look_at(file)
        return self._page(file)

    def wait_for_newer(self, file: str, seen: str) -> bool:
        """Wait until the page is another one than that which was `seen`; False: it is not, after all this time."""
        self._look_at(file)
        with self._shown:
            return self._shown.wait_for(lambda: mark(self._page(file)[1]) != seen, ANSWER)

    def _look_at(self, file: str) -> None:
        self._lately = [file, *(other for other in self._lately if other != file)][:LATELY]

    def _page(self, file: str) -> tuple[HTTPStatus, bytes]:
        page = _read(self.site / file)
        status = HTTPStatus.OK if page is not None else HTTPStatus.NOT_FOUND
        if page is None:
            page = _read(self.site / "404.html") or NO_PAGE.encode()
        return status, at_its_end(page, self._banner)


class Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def __init__(self, request: socket.socket, client: tuple[str, int], server: Server) -> None:
        super().__init__(request, client, server, directory=str(server.site))

    def handle(self) -> None:
        """Answer, unless nobody wants to know any more: a page that is left asks for nothing."""
        with suppress(ConnectionError):
            super().handle()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with the status and headers; what follows them is returned."""
        asked = urlsplit(self.path)
        if asked.path == SCRIPT_PATH:
            return self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.read_bytes())
        if asked.path == NEWER_PATH:
            about = parse_qs(asked.query)
            path, seen = about.get("page", ["/"])[0], about.get("seen", [""])[0]
            newer = self.server.wait_for_newer(self._file(path), seen)
            return self._answer(HTTPStatus.OK if newer else HTTPStatus.NO_CONTENT, "text/plain", b"")
        here = Path(self.translate_path(self.path))
        if here.is_dir() and not asked.path.endswith("/"):
            return super().send_head()  # which leads to the same address with a slash
        if here.is_file() and here.suffix != ".html":
            return super().send_head()
        status, page = self.server.page(self._file(asked.path))
        return self._answer(status, "text/html; charset=utf-8", asking_for_newer(page))

    def _file(self, path: str) -> str:
        """The file of the site that is the page at `path`."""
        file = Path(self.translate_path(path), "index.html" if path.endswith("/") else "")
        return file.relative_to(self.server.site).as_posix()

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self) -> None:
        """Let the browser ask each time whether its copy is still right."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is http.server's
        """Say nothing: the terminal is for what is wrong in content/."""


def at_its_end(page: bytes, addition: str) -> bytes:
    """`page` with `addition` at the end of its body."""
    head, body_end, rest = page.rpartition(b"</body>")
    return head + addition.encode() + body_end + rest if body_end else page + addition.encode()


def asking_for_newer(page: bytes) -> bytes:
    """`page` with a script that reloads it when it is no longer the newest."""
    return at_its_end(page, f'<script src="{SCRIPT_PATH}" data-seen="{mark(page)}"></script>')


def mark(page: bytes) -> str:
    """What tells one state of a page from another."""
    return fingerprint(page).hex()


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
