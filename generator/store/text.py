"""From the bytes of a file that people write here to its text, or to why it is not read."""

import re
from collections.abc import Mapping

from generator.model import Diagnostic

WIDE: Mapping[str, re.Pattern[bytes]] = {
    "UTF-32": re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff|[^\0]\0\0\0|\0\0\0[^\0]"),
    "UTF-16": re.compile(rb"\xff\xfe|\xfe\xff|[^\0]\0|\0[^\0]"),
}
"""How a file begins that has more than one byte for each character, the longest first: with its mark, or with
a character of ASCII, which has NULs beside it (YAML 1.2.2, 5.2)."""
LONE_CR = re.compile(r"\r(?!\n)")


def understood(data: bytes, path: str) -> str | Diagnostic:
    """The text in `data`, without a byte-order mark; `path` is for the diagnostic.

    A CR alone ends no line here, so that keys of a front matter would run into one. In YAML it does end one.
    """
    wide = next((name for name, start in WIDE.items() if start.match(data)), None)
    if wide:
        message = f"this file is {wide}, not UTF-8"
        hint = "Save it as UTF-8: in “Save as”, choose that encoding, not “Unicode”."
        return Diagnostic("not-utf-8", "error", path, message, hint=hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"this file is not UTF-8: the byte {data[error.start]:02X} belongs to no character"
        place = _place(data[: error.start].decode("utf-8", "replace"))
        return Diagnostic("not-utf-8", "error", path, message, *place, "Save it as UTF-8.")
    lone = None if path.endswith(".yml") else LONE_CR.search(text)
    if lone:
        which = "this line ends" if "\n" in text else "the lines of this file end"
        message = f"{which} in CR alone, as on old Macs"
        hint = "Save it with LF or CRLF: editors call these line ends “Unix” and “Windows”."
        return Diagnostic("line-ends", "error", path, message, *_place(text[: lone.start()]), hint)
    return text


def _place(before: str) -> tuple[int, int]:
    """Line and column, both from 1, of what follows `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
