"""Types of the values that people write, for the schemas. Each error says what would be right."""

import codecs
import re
import zoneinfo
from contextlib import redirect_stdout
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CALENDAR_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def is_id(text: str) -> bool:
    """Whether `text` can be the id of an article, entity, issue, event or item."""
    return bool(ID.fullmatch(text)) and len(text) <= 64


def _id(text: str) -> str:
    if not is_id(text):
        hint = "An id has lower-case letters a to z, digits and single hyphens, at most 64 in all."
        raise ValueError(f'"{text[:80]}" is no id | {_meant_ids(text) or hint}')
    return text


def _meant_ids(text: str) -> str:
    """What to write for a name where an id should stand, or for several ids in one."""
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in text.split(",")]
    if not text.isascii() or not all(map(is_id, parts)):
        return ""
    return f"Write [{', '.join(parts)}]." if len(parts) > 1 else f'Did you mean "{parts[0]}"?'


def is_calendar_date(text: str) -> bool:
    """Whether `text` is a year, a month or a day that exists, as `2031`, `2031-03`, `2031-03-04`."""
    match = CALENDAR_DATE.fullmatch(text)
    try:
        return bool(match) and bool(date(*(int(part or 1) for part in match.groups())))  # type: ignore[union-attr]
    except ValueError:
        return False


DAY = re.compile(r"(?<![\dX-])(?!0000)\d{4}-\d{2}-\d{2}(?![\dX])", re.ASCII)
DATE_PARTS = re.compile(r"[“”‘’\"']?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?[“”‘’\"']?", re.ASCII)
DAY_FIRST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", re.ASCII)


def _meant_date(text: str) -> str:
    """What to write for a date in another form, as far as that can be told."""
    if match := DATE_PARTS.fullmatch(text):
        year, month, day = match.groups()
        meant = f"{year}-{month:0>2}-{day:0>2}"
        return f'Did you mean "{meant}"?' if is_calendar_date(meant) else "The calendar has no such day."
    if DAY_FIRST.fullmatch(text):
        return "Write the year first, then the month, then the day: 2031-03-04."
    return ""


def _calendar_date(text: str) -> str:
    if text and not is_calendar_date(text):
        hint = _meant_date(text) or "Write 2031-03-04, or 2031-03 or 2031 if no more is known."
        raise ValueError(f'"{text[:80]}" is no date | {hint}')
    return text


def is_edtf(text: str) -> bool:
    """Whether `text` is an EDTF date, level 0 to 2, and all its days exist."""
    if not text or is_calendar_date(text):
        return bool(text)
    # Imported late: it builds a grammar, which takes longer than most commands.
    from edtf import parse_edtf

    try:
        with redirect_stdout(None):  # it prints what it cannot make sense of
            parse_edtf(text)
    except Exception:  # noqa: BLE001  # AttributeError for `2031-1X`, TypeError for `/..,0`: no dates either
        return False
    return text == text.strip() and all(map(is_calendar_date, DAY.findall(re.sub("[~?%]", "", text))))


def _edtf(text: str) -> str:
    text = text.strip()
    if not text or is_calendar_date(text):
        return text
    if not is_edtf(text):
        hint = 'Write 2031-03-04, "2031-03-04/2031-03-06" for a span, or "[2031-03-04..]" for not before.'
        raise ValueError(f'"{text[:80]}" is no EDTF date | {_meant_date(text) or hint}')
    first, _, last = text.strip("[]{}").partition("/" if "/" in text else "..")
    if is_calendar_date(first) and is_calendar_date(last) and last < first[: len(last)]:
        raise ValueError(f'"{text[:80]}" ends before it begins | Write the earlier date first.')
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
