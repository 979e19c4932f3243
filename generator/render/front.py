"""Front matter: what a page says about itself, for its head, the search and linked data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from generator.export.schema_org import TYPES
from generator.model import EntityView

PLAIN = re.compile(r"[^\w !#$%&()*+,./:;<=>?@\[\]^`{|}~'-]|[\x7f-\xa0\u2028\u2029\ufeff]")


def front_matter(title: str, description: str, settings: Mapping[str, Any]) -> str:
    """The YAML block at the head of a page.

    Title and description are HTML-escaped, because themes print them as they are; every string is quoted, with
    all but plain characters as escapes, so that no YAML reader sees anything in it but a string.
    """
    values = {"title": shown(title), "description": shown(description), **settings}
    return "".join(f"{line}\n" for line in ("---", *_lines(values), "---", ""))


def shown(value: str) -> str:
    """One line of text, HTML-escaped."""
    return escape(" ".join(value.split()), quote=True)


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        yield f"{key}: {quoted(value)}"


def quoted(value: Any) -> str:
    """`value` as one line of YAML that is also JSON where no character lies beyond U+FFFF."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(k)}: {quoted(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(quoted, value)) + "]"
    return '"' + PLAIN.sub(_escape, str(value)) + '"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xD800 <= code <= 0xDFFF:
        code = 0xFFFD
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def entity_data(view: EntityView) -> dict[str, Any]:
    """A person, organization or place of schema.org."""
    wikidata = view.identifiers.get("wikidata", "")
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES[view.ref.type],
        "name": view.ref.name,
        "alternateName": list(view.aliases),
        "description": view.description,
        "sameAs": f"https://www.wikidata.org/entity/{wikidata}" if wikidata else "",
    }
    return {key: value for key, value in data.items() if value}
