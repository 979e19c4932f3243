"""How long an editor waits from saving a file to the page that shows it, in `dossier serve`."""

import itertools
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from bench import dossiers
from bench.measuring import Benchmark, Row

STEP = 0.05
LIMIT = 1.5
"""Seconds that an editor is to wait at most."""


def save(folder: Path, size: int) -> Benchmark:
    """The title of an article is changed while its page is open; what it is compared with is a second."""
    dossier = dossiers.make(folder / "dossier", size)
    name = f"a{size // 2:05}"
    path, numbers = dossier.content / "articles" / f"{name}.md", itertools.count()
    index = dossier.preview / "pagefind" / "pagefind-entry.json"
    server, address = _server(dossier.root)

    def work() -> None:
        title = f"Title {next(numbers)}"
        seen = _seen(page := _fetched(f"{address}articles/{name}/"))
        path.write_text(
            re.sub("(?m)^title: .*", f"title: {title}", path.read_text("utf-8")), encoding="utf-8"
        )
        while title not in page:
            _fetched(f"{address}-newer?page=/articles/{name}/&seen={seen}")
            seen = _seen(page := _fetched(f"{address}articles/{name}/"))

    def before() -> None:
        """Let the search follow what was saved last."""
        _until(lambda: index.exists() and index.stat().st_mtime_ns > path.stat().st_mtime_ns)

    def after() -> None:
        server.terminate()
        server.wait()

    row = Row("save to reloaded page ÷ a second", work, LIMIT, before)
    return Benchmark(size, (row,), lambda: time.sleep(1), after)


def _server(root: Path) -> tuple["subprocess.Popen[bytes]", str]:
    """`dossier serve`, and the address that it listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "-C", str(root), "--port", str(port)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL), f"http://127.0.0.1:{port}/"


def _fetched(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310  our own
        return str(answer.read().decode())


def _seen(page: str) -> str:
    """What the page's script knows it by."""
    return re.findall('data-seen="(.*?)"', page)[0]


def _until(true: Callable[[], bool]) -> None:
    while not true():
        time.sleep(STEP)
