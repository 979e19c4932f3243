"""From a seed's bytes to its text: byte-order mark, UTF-8, what dossier.yml lists, and then a guess.

A guess is named as a guess, and what is not text is refused: nothing is read as something else in silence.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.characters import ILLEGAL
from generator.ingest.scripts import shares

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, as .docx, .odt and .epub are"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
"""First bytes of files that are often taken for text."""

WRITES: Mapping[str, str] = {
    "Hangul": "cp949 euc_kr johab iso2022_kr",
    "Han": "gb2312 gbk gb18030 big5 big5hkscs cp950 hz",
    "Kana": "cp932 shift_jis euc_jp iso2022_jp shift_jisx0213 shift_jis_2004 euc_jis_2004 euc_jisx0213",
    "Cyrillic": "cp1251 koi8-r koi8-u iso8859-5 cp866 mac-cyrillic",
    "Greek": "cp1253 iso8859-7",
    "Hebrew": "cp1255 iso8859-8",
    "Arabic": "cp1256 iso8859-6",
    "Thai": "cp874 tis-620 iso8859-11",
}
"""Script → the encodings that are made for it. They decode almost anything, so the script must then dominate."""

CORES: Mapping[str, str] = {
    "cp949": "iso2022_kr",
    "johab": "iso2022_kr",
    "gb18030": "gb2312",
    "gbk": "gb2312",
}
"""Large encoding → the small one that holds nearly all of what people write in it."""

META_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE)
LABELS: Mapping[str, str] = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""What browsers read where a page names the left one (WHATWG Encoding Standard)."""


class Decoded(NamedTuple):
    """A seed's text, and how it was read."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, encodings: Sequence[str]) -> Decoded | None:
    """The text of `data`; None where it is not text. `encodings` are tried after UTF-8, in order."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            return None if text is None else Decoded(text, encoding)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return unmarked
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    damaged = _damaged(data)
    if damaged:
        return damaged
    for encoding in (*_declared(data), *encodings):
        text = _strict(data, encoding)
        if text is not None and _plausible(text, encoding):
            return Decoded(text, encoding)
    return _guess(data)


def signature(data: bytes) -> str:
    """What kind of file `data` is, where it is a kind that is no text; empty otherwise."""
    return next((kind for start, kind in SIGNATURES if data.startswith(start)), "")


MISREAD = re.compile(
    r"[\u0080-\u00ff\u0152-\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,4}"
)
COMMON = re.compile(
    r"[\u00a0-\u00ff\u2010-\u203a\u20ac\u2122\u1100-\u11ff\uac00-\ud7a3\u3001-\u30ff\u4e00-\u9fff]"
)


def misread(text: str) -> str:
    """The first place of `text` where UTF-8 was once read as cp1252 or Latin-1, as in `itâ€™s`; or empty."""
    for match in MISREAD.finditer(text):
        run = match.group()
        for end in range(2, len(run) + 1):
            original = _strict(b"".join(map(_western_byte, run[:end])), "utf-8")
            if original and COMMON.fullmatch(original):
                return run[:end]
    return ""


def _western_byte(char: str) -> bytes:
    """The byte that cp1252 reads as `char`; where it has none, the byte that Latin-1 reads so."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 shows in its NULs: blanks and ASCII letters have one each, always on the same side."""
    nuls = data.count(0)
    if len(data) % 2 or nuls < 3 or nuls * 50 < len(data):
        return None
    sides = {"utf-16-le": data[1::2].count(0), "utf-16-be": data[0::2].count(0)}
    for encoding, count in sides.items():
        text = _strict(data, encoding) if count == nuls else None
        if text is not None and not ILLEGAL.search(text):
            return Decoded(text, encoding, guessed=True)
    return None


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 that was cut or spoilt here and there: most of what is not ASCII is right still."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    right = sum(not char.isascii() for char in text) - bad
    return Decoded(text, "utf-8 with damaged bytes", guessed=True) if right >= bad else None


def _declared(data: bytes) -> Iterator[str]:
    """The encoding that an HTML page names in its head."""
    match = META_CHARSET.search(data, 0, 4096)
    if not match:
        return
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return
    yield LABELS.get(name, name)


def _plausible(text: str, encoding: str) -> bool:
    """Whether `text` looks like something that is written in `encoding`."""
    foreign = re.sub(r"[\x00-\x7f]", "", text)
    script = next((script for script, names in WRITES.items() if encoding in names.split()), "")
    if script:
        core = CORES.get(encoding, encoding)
        common = foreign.encode(core, "ignore").decode(core)
        if len(common) < 0.9 * len(foreign):
            return False
        family = ("Kana", "Han") if script == "Kana" else (script,)
        found = shares(foreign)
        return sum(found[name] for name in family) > 0.5
    # Western text has an accent here and there; another script read as Western is nothing but accents.
    letters = sum(char.isalpha() for char in text)
    return not ILLEGAL.search(text) and sum(char.isalpha() for char in foreign) * 3 <= letters


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    text = best and _strict(data, best.encoding)
    if not best or not text or re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text):
        return None
    return Decoded(text, best.encoding, guessed=True)
