"""Types of the values that people write, for the schemas. Each error says what would be right."""

import codecs
import re
import zoneinfo
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CALENDAR_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def is_id(text: str) -> bool:
    """Whether `text` can be the id of an article, entity, issue, event or item."""
    return bool(ID.fullmatch(text)) and len(text) <= 64


def _id(text: str) -> str:
    if not is_id(text):
        hint = "An id has lower-case letters a to z, digits and single hyphens, at most 64 in all."
        raise ValueError(f'"{text[:80]}" is no id | {hint}')
    return text


def is_calendar_date(text: str) -> bool:
    """Whether `text` is a year, a month or a day that exists, as `2031`, `2031-03`, `2031-03-04`."""
    match = CALENDAR_DATE.fullmatch(text)
    try:
        return bool(match) and bool(date(*(int(part or 1) for part in match.groups())))  # type: ignore[union-attr]
    except ValueError:
        return False


def _calendar_date(text: str) -> str:
    if text and not is_calendar_date(text):
        raise ValueError(
            f'"{text[:80]}" is no date | Write 2031-03-04, or 2031-03 or 2031 if no more is known.'
        )
    return text


def _edtf(text: str) -> str:
    if not text or is_calendar_date(text):
        return text
    # Imported late: it builds a grammar, which takes longer than most commands.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError, OverflowError, RecursionError):
        hint = 'Write 2031-03-04, "2031-03-04/2031-03-06" for a span, or "[2031-03-04..]" for not before.'
        raise ValueError(f'"{text[:80]}" is no EDTF date | {hint}') from None
    return text


def _language(text: str) -> str:
    if text and not LANGUAGE.fullmatch(text):
        raise ValueError(f'"{text[:80]}" is no language | Write a code such as en, de, ko or pt-BR.')
    return text


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        fits = False
    if text and not fits:
        raise ValueError(f'"{text[:80]}" is no web address | Write it whole, from https:// on.')
    return text


def _time_zone(text: str) -> str:
    try:
        zoneinfo.ZoneInfo(text)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        raise ValueError(f'"{text[:80]}" is no time zone | Write a name such as UTC or Asia/Seoul.') from None
    return text


def _encoding(text: str) -> str:
    try:
        name = codecs.lookup(text).name
        b"a".decode(text, "ignore")  # codecs from bytes to bytes raise LookupError
    except (LookupError, ValueError):
        raise ValueError(
            f'"{text[:80]}" is no text encoding | Write a name such as cp1252 or euc-kr.'
        ) from None
    return name


def _shape(pattern: str, **more: Any) -> WithJsonSchema:
    """What a JSON Schema can say of a type: less than its validator does."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern})$", **more})


Id = Annotated[str, AfterValidator(_id), _shape(ID.pattern, maxLength=64)]
"""An id of an article, entity, issue or event."""
CalendarDate = Annotated[str, AfterValidator(_calendar_date), _shape(CALENDAR_DATE.pattern)]
"""A year, month or day, ISO 8601; or empty."""
Edtf = Annotated[
    str,
    AfterValidator(_edtf),
    WithJsonSchema({"type": "string", "examples": ["2031-03-04", "2031-03-04/2031-03-06", "[2031-03-04..]"]}),
]
"""An EDTF date of any level; or empty."""
Language = Annotated[str, AfterValidator(_language), _shape(LANGUAGE.pattern)]
"""BCP 47; or empty."""
WebAddress = Annotated[str, AfterValidator(_web_address), _shape(r"[Hh][Tt][Tt][Pp][Ss]?://\S+")]
"""http or https, never another scheme; or empty."""
TimeZone = Annotated[str, AfterValidator(_time_zone)]
"""A name of the IANA time zone database."""
Encoding = Annotated[str, AfterValidator(_encoding)]
"""A text encoding that Python knows, by its normal name."""
