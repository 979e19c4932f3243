"""build/pages → new site → swap. A site that stands gives what has not changed; MkDocs renders the rest."""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator import shares
from generator.manifest import Rendered, unlike
from generator.search import indexing
from generator.site import elsewhere as shipping
from generator.site.edition import FEW, Edition
from generator.site.elsewhere import Elsewhere, Sheets, versions
from generator.site.failing import RenderError, blaming
from generator.site.mkdocs import OF_ALL_PAGES, address, destination, problems
from generator.site.serving import serve
from generator.site.swapping import finish_swap, room, swap
from generator.store import Stamp, bring_over, put_files, stamps, take_out, unpacked

__all__ = ["Edition", "Elsewhere", "RenderError", "address", "problems", "render", "serve", "versions"]


def render(
    edition: Edition,
    site: Path,
    *,
    strict: bool = False,
    files: Mapping[str, bytes] | None = None,
    before: Rendered | None = None,
    spare: Path | None = None,
    elsewhere: Elsewhere | None = None,
) -> Rendered:
    """Render `edition` to `site`, replacing it whole; return what is to be known for the next time.

    `files` are the paths of its pages with a fingerprint of each file, `before` is what was returned when `site`
    was made; whoever knows neither has everything read and rendered. The new site is made in a folder beside `site`
    and swapped in once it is complete; in `spare` the old one is kept, which becomes the next. With `strict`, a
    warning of MkDocs refuses it. A live one is left without a search index, which follows. With `elsewhere` other
    machines render and index what is more than a little. Raises RenderError; then `site` is as it was.
    """
    if site.is_symlink() or site.is_file():
        raise RenderError(f"{site} is no folder; move it away, the site is made there")
    finish_swap(site)
    made_by = edition.identity()
    files = edition.fingerprints() if files is None else files
    known = before is not None and before.made_by == made_by and before.files == stamps(site)
    standing = before if before and known else Rendered(made_by)
    if standing.pages and standing.pages == files:
        return standing
    standing = replace(standing, policy=standing.policy or edition.policy())
    new = room(site, spare)
    try:
        warnings = _filled(new, site, edition, standing, files, elsewhere)
        if strict and warnings:
            raise RenderError("\n".join(warnings))
        if not edition.live:
            _indexed(new, site if standing.pages else None, elsewhere)
            os.sync()  # one call for all files: the site is on the disk before it is swapped in
        swap(new, site)
        if spare and standing.pages:  # most of its files are those of the new one
            shutil.rmtree(new / indexing.FOLDER, ignore_errors=True)
            with suppress(OSError):
                new.rename(spare)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return replace(standing, pages=files, files=stamps(site))


def _filled(
    new: Path,
    site: Path,
    edition: Edition,
    standing: Rendered,
    files: Mapping[str, bytes],
    elsewhere: Elsewhere | None,
) -> list[str]:
    """Make the next site in `new`, of what changed since `site` was as `standing`; return MkDocs' warnings."""
    changed = unlike(standing.pages, files)
    gone = {destination(path) for path in (*changed, *(standing.pages.keys() - files.keys()))}
    kept = {path: mark for path, mark in standing.files.items() if path not in gone and not _made_anew(path)}
    missing = _missing(kept, new)
    bring_over([path for path in changed if not path.endswith(".md")], edition.pages, new, shutil.copyfile)
    chosen = [path for path in changed if path.endswith(".md")]
    away = chosen if elsewhere and len(chosen) > FEW else []
    here = [] if away else chosen
    linking = shares.beside(lambda paths: bring_over(paths, site, new, os.link), missing, FEW)
    with linking, blaming(edition.root):
        warnings = edition.rendered(here, new, standing.policy, theme=not standing.pages)
        if elsewhere and away:
            job = shipping.job(edition, standing.policy)
            warnings += _received(shipping.rendered(elsewhere, job, edition.pages, away, files.keys()), new)
    return warnings


def _made_anew(path: str) -> bool:
    return path in OF_ALL_PAGES or path.startswith(f"{indexing.FOLDER}/")


def _missing(kept: Mapping[str, Stamp], new: Path) -> Sequence[str]:
    """Clear `new`, which may be an older site, of what is not `kept`; return what of these it does not hold."""
    there = stamps(new)
    stale = {path for path, mark in there.items() if kept.get(path) != mark}
    take_out(new, stale)
    return [path for path in kept if path in stale or path not in there]


def _received(sheets: Iterable[Sheets], new: Path) -> list[str]:
    """Write what other machines rendered into `new`; return MkDocs' warnings."""
    warnings = set[str]()
    for sheet in sheets:
        put_files(new, unpacked(sheet.files))
        warnings.update(sheet.warnings)
    return sorted(warnings)


def _indexed(site: Path, before: Path | None, elsewhere: Elsewhere | None) -> None:
    """Make the search index of the finished `site`, of which `before` is the last one."""
    try:
        indexing.index(site, before, elsewhere)
    except indexing.SearchError as error:
        raise RenderError(str(error)) from error
