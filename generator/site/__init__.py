"""build/pages → new site → swap. A site that stands gives what has not changed; MkDocs renders the rest."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from generator import program, shares
from generator.manifest import Rendered, unlike
from generator.outputs import encoded, fingerprint
from generator.search import indexing
from generator.site import elsewhere as shipping
from generator.site.elsewhere import Elsewhere, Sheets, versions
from generator.site.failing import RenderError, blaming
from generator.site.mkdocs import (
    OF_ALL_PAGES,
    address,
    build_date,
    configure,
    destination,
    policy,
    theme_files,
)
from generator.site.mkdocs import render as render_share
from generator.site.serving import serve
from generator.site.swapping import finish_swap, room, swap
from generator.store import Stamp, put_files, stamps, unpacked

__all__ = ["Elsewhere", "RenderError", "address", "epoch", "render", "serve", "versions"]

FEW = 60
"""Pages that one process renders sooner than two: each has to start MkDocs."""
MOST = 1500
"""Pages that a process renders before it makes room for another: MkDocs keeps all of them in memory."""


def render(  # noqa: PLR0913  # what differs between a build, the preview and a cluster, all by name
    root: Path,
    pages: Path,
    site: Path,
    *,
    title: str,
    as_of: str,
    strict: bool,
    files: Mapping[str, bytes] | None = None,
    before: Rendered | None = None,
    spare: Path | None = None,
    live: bool = False,
    elsewhere: Elsewhere | None = None,
) -> Rendered:
    """Render `pages` to `site`, replacing it whole; return what is to be known for the next time.

    `files` are the paths below `pages` with a fingerprint of each file, `before` is what was returned when
    `site` was made; whoever knows neither has everything read and rendered. The new site is made in a folder
    beside `site` and swapped in once it is complete; in `spare` the old one is kept, which becomes the next.
    With `strict`, a warning of MkDocs refuses it. `live` leaves out the Content-Security-Policy, which the
    preview's reloading would break, and the search index, which follows. With `elsewhere` other machines render
    and index what is more than a little. Raises RenderError; then `site` is as it was.
    """
    if site.is_symlink() or site.is_file():
        raise RenderError(f"{site} is no folder; move it away, the site is made there")
    finish_swap(site)
    made_by = _identity(root, pages, title, as_of, live=live)
    files = _fingerprints(pages) if files is None else files
    known = before is not None and before.made_by == made_by and before.files == stamps(site)
    standing = before if before and known else Rendered(made_by)
    changed = unlike(standing.pages, files)
    if standing.pages and not changed and len(standing.pages) == len(files):
        return standing
    allowed = standing.policy or ("" if live else policy(root, title))
    new = room(site, spare)
    try:
        gone = {destination(path) for path in (*changed, *(standing.pages.keys() - files.keys()))}
        kept = {
            path: mark for path, mark in standing.files.items() if path not in gone and not _made_anew(path)
        }
        missing = _missing(kept, new)
        _place([path for path in changed if not path.endswith(".md")], pages, new, shutil.copyfile)
        chosen = [path for path in changed if path.endswith(".md")]
        away = chosen if elsewhere and len(chosen) > FEW else []
        here = [] if away else chosen
        with shares.beside(lambda paths: _place(paths, site, new, os.link), missing, FEW), blaming(root):
            warnings = _rendered(root, pages, new, title, allowed, as_of, here, theme=not standing.pages)
            if elsewhere and away:
                job = shipping.job(root, pages, title=title, policy=allowed, date=epoch(as_of))
                warnings += _received(shipping.rendered(elsewhere, job, pages, away, files.keys()), new)
        if strict and warnings:
            raise RenderError("\n".join(warnings))
        if not live:
            _indexed(new, site if standing.pages else None, elsewhere)
            os.sync()  # one call for all files: the site is on the disk before it is swapped in
        swap(new, site)
        if spare and standing.pages:  # most of its files are those of the new one
            shutil.rmtree(new / indexing.FOLDER, ignore_errors=True)
            with suppress(OSError):
                new.rename(spare)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return Rendered(made_by, allowed, files, stamps(site))


def _identity(root: Path, pages: Path, title: str, as_of: str, *, live: bool) -> bytes:
    """Fingerprint of all that every page of the site is made with, besides its own file in build/pages."""
    theme = [(str(path), fingerprint(path.read_bytes())) for path in theme_files(root, pages)]
    date = os.environ.get("SOURCE_DATE_EPOCH", "")
    return fingerprint(encoded((program.identity(), theme, title, as_of, date, live)))


def _fingerprints(pages: Path) -> dict[str, bytes]:
    return {path: fingerprint((pages / path).read_bytes()) for path in stamps(pages)}


def _made_anew(path: str) -> bool:
    return path in OF_ALL_PAGES or path.startswith(f"{indexing.FOLDER}/")


def _missing(kept: Mapping[str, Stamp], new: Path) -> Sequence[str]:
    """Clear `new`, which may be an older site, of what is not `kept`; return what of these it does not hold."""
    there = stamps(new)
    stale = {path for path, mark in there.items() if kept.get(path) != mark}
    for path in stale:
        (new / path).unlink()
    left = {folder for path in stale for folder in Path(path).parents[:-1]}
    for folder in sorted(left, reverse=True):
        with suppress(OSError):  # something else is there
            (new / folder).rmdir()
    return [path for path in kept if path in stale or path not in there]


def _place(paths: Sequence[str], old: Path, new: Path, how: Callable[[str, str], object]) -> None:
    """Give `new` the files at `paths` below `old`."""
    for folder in sorted({path.rpartition("/")[0] for path in paths}):
        (new / folder).mkdir(parents=True, exist_ok=True)
    for path in paths:
        how(f"{old}/{path}", f"{new}/{path}")


def _rendered(
    root: Path,
    pages: Path,
    new: Path,
    title: str,
    allowed: str,
    as_of: str,
    chosen: Sequence[str],
    *,
    theme: bool,
) -> list[str]:
    """Render the pages at `chosen` into `new`, in processes; return MkDocs' warnings."""
    processes = shares.cores() if len(chosen) > FEW else 1
    parts = max(processes, -(-len(chosen) // MOST)) if processes > 1 else 1

    def one(share: tuple[int, Sequence[str]]) -> tuple[str, ...]:
        number, paths = share
        config = configure(root, pages, new, title=title)
        config.extra["policy"] = allowed
        return render_share(config, paths, first=not number, theme=theme and not number)

    with build_date(epoch(as_of)):
        dealt = shares.dealt(chosen, parts) or [()]
        told = list(shares.in_processes(one, list(enumerate(dealt)), processes))
    return sorted({warning for warnings in told for warning in warnings})


def _received(sheets: Iterable[Sheets], new: Path) -> list[str]:
    """Write what other machines rendered into `new`; return MkDocs' warnings."""
    warnings = set[str]()
    for sheet in sheets:
        put_files(new, unpacked(sheet.files))
        warnings.update(sheet.warnings)
    return sorted(warnings)


def epoch(as_of: str) -> int:
    """Seconds since 1970 at the start of the ISO day `as_of`, UTC, as far as 32 bits go; 0 for an empty one.

    More or less than that cannot be the time of a compressed file.
    """
    day = datetime.fromisoformat(as_of) if as_of else datetime.fromtimestamp(0, UTC)
    return min(max(int(day.replace(tzinfo=UTC).timestamp()), 0), 2**32 - 1)


def _indexed(site: Path, before: Path | None, elsewhere: Elsewhere | None) -> None:
    """Make the search index of the finished `site`, of which `before` is the last one."""
    try:
        indexing.index(site, before, elsewhere)
    except indexing.SearchError as error:
        raise RenderError(str(error)) from error
