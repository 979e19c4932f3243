"""Indexing a site beside other work, which it must neither delay nor wait for."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.search.indexing import FOLDER
from generator.store import Stamp, stamps

COMMAND = """
import os, sys
from pathlib import Path
from generator.search import indexing
if hasattr(os, "nice"):
    os.nice(10)
site = Path(sys.argv[1])
indexing.index(site, site)
"""


class Index:
    """The search index of `site`, which a process of its own makes anew while the old one is still used."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._process: subprocess.Popen[bytes] | None = None
        self._of: Mapping[str, Stamp] = {}

    def start(self) -> None:
        """Begin to make the index of the site as it is now, unless it is made or being made."""
        now = {path: mark for path, mark in stamps(self._site).items() if not path.startswith(f"{FOLDER}/")}
        if now == self._of or not now:
            return
        self.stop()
        self._of = now
        # A group of its own, so that what it starts ends with it, and Ctrl-C is for us to handle.
        self._process = subprocess.Popen(  # noqa: S603  our own
            [sys.executable, "-c", COMMAND, str(self._site)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def stop(self) -> None:
        """Give up an index that is not ready: that of before stays."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            self._of = {}
            _end(process)
        elif process.returncode:
            self._of = {}  # it is tried again after the next build
        for left in self._site.parent.glob(f".{self._site.name}-search-*"):
            shutil.rmtree(left, ignore_errors=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End `process` and all that it has started."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
