"""E-mail seeds, as mail programs save them: the part of the message to read, and what its head says."""

from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from generator.ingest.sidecar import Beside

SUFFIX = ".eml"


class Letter(NamedTuple):
    """A message, opened."""

    body: bytes
    """Its text, in UTF-8 where the message says how it is encoded, else as it came."""
    is_html: bool
    beside: Beside


def is_mail(name: str) -> bool:
    """Whether a seed is a saved message, by its name."""
    return name.lower().endswith(SUFFIX)


def read(data: bytes) -> Letter:
    """The message in `data`: its plain text, or else its HTML."""
    message = message_from_bytes(data, policy=policy.compat32)
    parts = {
        part.get_content_type(): part for part in reversed(list(message.walk())) if not part.get_filename()
    }
    part = parts.get("text/plain") or parts.get("text/html") or message
    published = _date(message)
    beside = Beside(
        title=_words(message, "Subject"),
        published=published,
        published_from="the message’s date" if published else "",
        author=parseaddr(_words(message, "From"))[0],
    )
    return Letter(_body(part), part.get_content_type() == "text/html", beside)


def _body(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    try:
        return body.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, ValueError):
        return body


def _words(message: Message, header: str) -> str:
    """What stands in `header`, as a reader sees it."""
    written = str(message.get(header, ""))
    with suppress(MessageError, LookupError, ValueError):
        written = str(make_header(decode_header(written)))
    return " ".join(written.split())


def _date(message: Message) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, OverflowError):
        return ""
