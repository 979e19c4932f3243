"""Values made safe for the format they go into. Every export writes text through these."""

import json
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from generator.characters import ILLEGAL

JSON_ESCAPES = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")
"""What could end the script element that the JSON may come to stand in."""
ESCAPED = re.compile(r"\\[ubfr]")
"""How JSON writes controls; a backslash of the text before such a letter looks the same, which does no harm."""
FORMULA = frozenset("=+-@")


def line(text: str) -> str:
    """`text` on one line without illegal characters; runs of blanks are one."""
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text  # nearly every text, and told at once
    return " ".join(ILLEGAL.sub("", text).split())


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` without what is not recorded: empty text, lists and groups, and None. False and 0 stay."""
    return {key: value for key, value in values.items() if value or value is False or value == 0}


def json_bytes(value: Any) -> bytes:
    """`value` as compact JSON that may also stand in a script element, in the order in which it is."""
    text = _json(value)
    if ILLEGAL.search(text) or ESCAPED.search(text):
        text = _json(_clean(value))
    for char, escape in JSON_ESCAPES:
        text = text.replace(char, escape)
    return f"{text}\n".encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return ILLEGAL.sub("", value)
    if isinstance(value, Mapping):
        return {_clean(key): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def cell(value: str | int | bool) -> str:
    """A cell of a table, never a formula: spreadsheets also read the full-width forms of = + - @."""
    if not isinstance(value, str):
        return str(value).lower()  # a number, true or false
    text = line(value)
    if text[:1].isalnum():
        return text
    if unicodedata.normalize("NFKC", text).lstrip()[:1] in FORMULA:
        return f"'{text}"
    return text


@dataclass(frozen=True, slots=True)
class Here:
    """A file that gives addresses of the site."""

    path: str
    site_url: str
    """Empty: not known."""

    def to(self, path: str) -> str:
        """The address of `path`; where the site's own is not known, as seen from here."""
        target, mark, anchor = path.partition("#")
        folder = "" if self.site_url else posixpath.dirname(self.path)
        return _quoted(target, self.site_url, folder) + mark + anchor


@lru_cache(maxsize=1 << 16)
def _quoted(target: str, site_url: str, folder: str) -> str:
    if site_url:
        return f"{site_url.rstrip('/')}/{quote(target)}"
    relative = posixpath.relpath(target or ".", folder or ".")
    # relpath drops the slash that ends the address of a page.
    return quote(relative + ("/" if target.endswith("/") or not target else ""), safe="/.")
