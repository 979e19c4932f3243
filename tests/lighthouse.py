"""Lighthouse on pages of a site that is served as a web server would: compressed, from the loopback address.

    python tests/lighthouse.py SITE PAGE…      prints the scores, a line for each page and form of screen

Needs node 20 and chromium; Lighthouse itself comes from the npm registry, in the version named here.
"""

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from conftest import CHROMIUM, CHROMIUM_FLAGS

LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".csv"}
RUNS = 3
"""Of which the median counts: a busy machine is slow now and then."""


class Measured(NamedTuple):
    """What Lighthouse says of one page."""

    page: str
    screen: str
    """`desktop` or `mobile`."""
    scores: dict[str, int]
    """Category → 0 to 100, the median of the runs."""
    shift: float
    """Cumulative layout shift, the worst of the runs."""
    weight: int
    """Bytes that went over the line, everything included."""
    failed: tuple[str, ...]
    """Audits other than of speed that did not pass in full."""


class _Compressed(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def compressed(site: Path) -> Iterator[str]:
    """The address at which `site` is served, its texts compressed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def command() -> Sequence[str]:
    """How Lighthouse is called: the one that is installed, else by npx. Empty: neither is there."""
    if installed := shutil.which(os.environ.get("LIGHTHOUSE", "lighthouse")):
        return (installed,)
    return (npx, "--yes", LIGHTHOUSE) if (npx := shutil.which("npx")) else ()


def measure(address: str, page: str, screen: str, runs: int = RUNS) -> Measured:
    """The page's figures."""
    reports = [_report(address + page, screen) for _ in range(runs)]
    last = reports[-1]
    speed = {ref["id"] for ref in last["categories"]["performance"]["auditRefs"]}
    return Measured(
        page,
        screen,
        {
            name: round(100 * statistics.median(r["categories"][name]["score"] or 0 for r in reports))
            for name in CATEGORIES
        },
        max(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports),
        int(last["audits"]["total-byte-weight"]["numericValue"]),
        tuple(
            sorted(
                name
                for name, audit in last["audits"].items()
                if audit["score"] is not None and audit["score"] < 1 and name not in speed
            )
        ),
    )


def _report(url: str, screen: str) -> dict:
    done = subprocess.run(
        [
            *command(), url, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}",
            *(["--preset=desktop"] if screen == "desktop" else []),
        ],
        capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": CHROMIUM or ""},
    )  # fmt: skip
    return json.loads(done.stdout)


def main(site: str, *pages: str) -> None:
    """Print the figures of `pages`, addresses below the site's."""
    with compressed(Path(site)) as address:
        for page in pages:
            for screen in ("desktop", "mobile"):
                found = measure(address, page, screen)
                scores = " ".join(f"{name} {score}" for name, score in found.scores.items())
                weight = f"{found.weight // 1024} KiB"
                line = f"{page or '/'} {screen}: {scores}, CLS {found.shift:.4f}, {weight} {found.failed}\n"
                sys.stdout.write(line)
                sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
