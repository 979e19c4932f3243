"""An edition: the pages of a dossier, and all that each of them is rendered with besides its own file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator import program, shares
from generator.outputs import encoded, fingerprint
from generator.site.mkdocs import build_date, configure, policy, render, theme_files
from generator.store import stamps

FEW = 60
"""Pages that one process renders sooner than two: each has to start MkDocs."""
MOST = 1500
"""Pages that a process renders before it makes room for another: MkDocs keeps all of them in memory."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site is made of."""

    root: Path
    """The dossier, with its mkdocs.yml if it has one."""
    pages: Path
    """Its build/pages."""
    title: str
    as_of: str
    """ISO date of the dossier's today, or empty."""
    live: bool = False
    """Whether it is the preview's: without a Content-Security-Policy, which reloading would break."""

    def identity(self) -> bytes:
        """Fingerprint of all that every page is made with, besides its own file."""
        theme = [(str(path), fingerprint(path.read_bytes())) for path in theme_files(self.root, self.pages)]
        date = os.environ.get("SOURCE_DATE_EPOCH", "")
        return fingerprint(encoded((program.identity(), theme, self.title, self.as_of, date, self.live)))

    def fingerprints(self) -> dict[str, bytes]:
        """Path below `pages` → fingerprint of the file."""
        return {path: fingerprint((self.pages / path).read_bytes()) for path in stamps(self.pages)}

    def policy(self) -> str:
        """The Content-Security-Policy of its pages."""
        return "" if self.live else policy(self.root, self.title)

    def rendered(self, chosen: Sequence[str], new: Path, allowed: str, *, theme: bool) -> list[str]:
        """Render the pages at `chosen` into `new`, in processes; return MkDocs' warnings.

        `allowed` is their policy; with `theme` its files are copied. Raises RenderError.
        """
        processes = shares.cores() if len(chosen) > FEW else 1
        parts = max(processes, -(-len(chosen) // MOST)) if processes > 1 else 1

        def one(share: tuple[int, Sequence[str]]) -> tuple[str, ...]:
            number, paths = share
            config = configure(self.root, self.pages, new, title=self.title)
            config.extra["policy"] = allowed
            return render(config, paths, first=not number, theme=theme and not number)

        with build_date(epoch(self.as_of)):
            dealt = shares.dealt(chosen, parts) or [()]
            told = list(shares.in_processes(one, list(enumerate(dealt)), processes))
        return sorted({warning for warnings in told for warning in warnings})


def epoch(as_of: str) -> int:
    """Seconds since 1970 at the start of the ISO day `as_of`, UTC, as far as 32 bits go; 0 for an empty one.

    More or less than that cannot be the time of a compressed file.
    """
    day = datetime.fromisoformat(as_of) if as_of else datetime.fromtimestamp(0, UTC)
    return min(max(int(day.replace(tzinfo=UTC).timestamp()), 0), 2**32 - 1)
