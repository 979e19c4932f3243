"""The preview: like the site, but brought up to date in its place, the pages looked at before the others."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.manifest import Pages, Rendered, unlike
from generator.search.indexing import FOLDER
from generator.site import render
from generator.site.edition import Edition
from generator.site.failing import blaming
from generator.site.mkdocs import destination
from generator.site.swapping import finish_swap, room
from generator.store import Folder, Stamp, bring_over, stamps, take_out


def early(folder: Folder, made: Pages, before: Rendered, files: Mapping[str, bytes]) -> Rendered:
    """Render a few `files`, path below build/pages → fingerprint, while others may still be as they were.

    Does nothing where the preview is not as `before` says. Raises RenderError.
    """
    changed = unlike(before.pages, files)
    if not changed or not _stands(folder, made, before):
        return before
    now, warnings = _renewed(folder, made, before, changed, gone=())
    # What is warned of may be a page that is still to come: then this one is rendered again with the others.
    return now if warnings else replace(now, pages={**before.pages, **files})


def refresh(folder: Folder, made: Pages, before: Rendered) -> Rendered:
    """Bring the preview up to date with build/pages, which are as `made` says. Raises RenderError.

    Each page is replaced in one step, so whoever looks sees the old one or the new one. The search index is left
    as it is.
    """
    files = {path: file.digest for path, file in made.files.items()}
    if not _stands(folder, made, before):
        return render(_edition(folder, made), folder.preview, files=files)
    changed, gone = unlike(before.pages, files), before.pages.keys() - files.keys()
    if not changed and not gone:
        return before
    now, _ = _renewed(folder, made, before, changed, sorted(gone))
    return replace(now, pages=files)


def _edition(folder: Folder, made: Pages) -> Edition:
    return Edition(folder.root, folder.pages, made.title, made.as_of, live=True)


def _stands(folder: Folder, made: Pages, before: Rendered) -> bool:
    return before.made_by == _edition(folder, made).identity() and before.files == _files(folder.preview)


def _files(site: Path) -> Mapping[str, Stamp]:
    """The files of `site` that are not the search index, which follows."""
    return {path: mark for path, mark in stamps(site).items() if not path.startswith(f"{FOLDER}/")}


def _renewed(
    folder: Folder, made: Pages, before: Rendered, changed: Sequence[str], gone: Iterable[str]
) -> tuple[Rendered, Sequence[str]]:
    """Put what `changed` into the preview and take out what is `gone`; MkDocs' warnings beside the result."""
    site = folder.preview
    finish_swap(site)
    new = room(site)
    try:
        bring_over([path for path in changed if not path.endswith(".md")], folder.pages, new, shutil.copyfile)
        pages = [path for path in changed if path.endswith(".md")]
        with blaming(folder.root):
            warnings = _edition(folder, made).rendered(pages, new, "", theme=False)
        placed = stamps(new)
        for path in placed:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).replace(site / path)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    left = {destination(path) for path in gone} - placed.keys()
    take_out(site, left)
    kept = {path: mark for path, mark in before.files.items() if path not in left}
    return replace(before, files={**kept, **placed}), warnings
