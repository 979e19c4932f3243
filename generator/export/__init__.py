"""Site → files for other programs: JSON, tables, calendar, feeds, linked data.

Deterministic: the same Site and address give the same bytes. No exporter reads an article's text but through
rights.py. Adding an export is adding a line to EXPORTERS, and one to CATALOGUE or TWINS.
"""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from generator.export import annotations, calendar, datapackage, feeds, pictures, tables, twins
from generator.export.catalogue import CATALOGUE, TWINS, Export
from generator.export.schema_org import schema_org
from generator.model import Site
from generator.outputs import Later, Outputs

__all__ = ["CATALOGUE", "EXPORTERS", "TWINS", "Export", "export", "schema_org", "twins_of"]

EXPORTERS: tuple[tuple[str, Callable[[Site, str], Iterable[tuple[str, Later]]]], ...] = (
    ("JSON twins", twins.export),
    ("tables", tables.export),
    ("table schemas", datapackage.export),
    ("calendar", calendar.export),
    ("feeds", feeds.export),
    ("annotations", annotations.export),
    ("pictures", pictures.export),
)
"""Each yields paths below the pages folder with their files, from the Site and the address where it will be."""


def export(site: Site, site_url: str = "") -> dict[str, bytes]:
    """Path below the pages folder → contents, for every file of the site that is no page.

    `site_url` is where the site will be published; without one, links are relative to the file they stand in.
    """
    return {path: file() for path, file in files(site, site_url).items()}


def files(site: Site, site_url: str = "") -> Outputs:
    """The same, each made when it is asked for."""
    return {path: file for _name, exporter in EXPORTERS for path, file in exporter(site, site_url)}


def twins_of(page: str) -> tuple[tuple[str, str], ...]:
    """Path and title of the files that say what the page `page` says: `articles/x.md` → `articles/x.json`, ..."""
    path = PurePosixPath(page)
    alike = {twin.path.replace("ID", path.stem, 1): twin.title for twin in TWINS}
    stem = path.with_suffix("").as_posix()
    written = {entry.path for entry in CATALOGUE}
    return tuple(
        (file, title)
        for file, title in alike.items()
        if file.split(".", maxsplit=1)[0] == stem and (path.stem != "index" or file in written)
    )
