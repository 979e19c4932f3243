"""data/datapackage.json: the tables as a Frictionless Data Package (https://specs.frictionlessdata.io/).

It says what the columns are, not how many bytes a table has now: an edit changes tables, and not this.
"""

from collections.abc import Iterator
from typing import Any

from generator.export.safe import filled, json_bytes, line
from generator.export.tables import TABLES, Table
from generator.model import Settings, Site
from generator.naming import slug
from generator.outputs import Later, later


def export(site: Site, site_url: str) -> Iterator[tuple[str, Later]]:
    """data/datapackage.json, whose paths are relative to itself."""
    yield "data/datapackage.json", later(_package, site.settings, site.as_of, site_url)


def _package(settings: Settings, as_of: str, site_url: str) -> bytes:
    package = filled(
        {
            "profile": "tabular-data-package",
            "name": slug(settings.title),
            "title": line(settings.title),
            "description": line(settings.description),
            "homepage": site_url,
            "version": as_of,
            "licenses": [_licence(line(settings.licence))] if settings.licence else [],
            "resources": [_resource(table) for table in TABLES],
        }
    )
    return json_bytes(package)


def _licence(licence: str) -> dict[str, str]:
    """A name of opendefinition.org has no blanks; anything else is the licence's title, or its address."""
    if licence.startswith(("https://", "http://")):
        return {"path": licence}
    return {"name": licence.replace(" ", "-"), "title": licence}


def _resource(table: Table[Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": filled(
            {
                "fields": [
                    {"name": column.name, "type": column.type, "description": column.description}
                    for column in table.columns
                ],
                "missingValues": [""],
                "primaryKey": list(table.key),
                "foreignKeys": [
                    {"fields": column, "reference": {"resource": other, "fields": "id"}}
                    for column, other in table.links
                ],
            }
        ),
    }
