"""From a seed's bytes to an `Article`. Pure: the same bytes, sidecar and settings give the same article."""

import hashlib
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from generator import sentences
from generator.characters import ILLEGAL
from generator.ingest import dating, decoding, heading, html, mail, markdown, scripts, sidecar
from generator.ingest.cleaning import clean
from generator.ingest.decoding import Decoded
from generator.ingest.sidecar import Beside
from generator.model import Article, Diagnostic, Sentence, Settings, Severity, Span
from generator.naming import slug

MAX_BYTES = 2_000_000
"""Of one seed."""
ADDRESS_LENGTH = 58
"""Of the part of the title that becomes the id, in whole words: room is left for a twin's digits."""


def ingest(
    name: str, data: bytes, sidecar_source: str | None, settings: Settings
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in the seed `name`, and what is wrong with it; None: the seed stands in quarantine.

    `sidecar_source` is the text of its sidecar. Another article may have the same id: see `addressed`.
    """
    refusal = _refused(name, data)
    if refusal:
        return None, (refusal,)
    letter = mail.read(data) if mail.is_mail(name) else None
    decoded = decoding.decode(letter.body if letter else data, settings.encodings)
    if decoded is None:
        return None, (_problem(name, "seed-not-text", "error", *UNREADABLE),)
    written, problems = _beside(name, sidecar_source)
    page, beside, refusal = _page(name, decoded.text, written, settings, letter)
    if refusal:
        return None, (*problems, refusal)
    whole, removed = clean(page)
    if not whole:
        message, hint = "the seed holds no text", "Delete it, or save the article again."
        return None, (*problems, _problem(name, "seed-empty", "error", message, hint))
    text = heading.told_once(whole, _languages(beside, settings))
    article = _article(name, text, decoded, beside, settings)
    return article, (
        *problems,
        *_doubts(name, decoded, text, removed),
        *_left_out(name, whole, text),
        *_guessed_language(article, beside, settings),
    )


UNREADABLE = (
    "the seed is not text in any encoding that is known here",
    "Save it as UTF-8, or add its encoding to `encodings` in content/dossier.yml.",
)


NAMED = "the name of the seed’s file"
"""Where a date of publication comes from that nothing else tells."""


class _Page(NamedTuple):
    text: str
    beside: Beside
    refusal: Diagnostic | None = None


def _problem(name: str, code: str, severity: Severity, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, severity, f"seeds/{name}", message, hint=hint)


def _refused(name: str, data: bytes) -> Diagnostic | None:
    """Why the seed is not even looked into, by its name, size or kind."""
    if ILLEGAL.search(name) or re.search(r"[\n\t]", name):
        shown = re.sub(r"[\n\t]", " ", ILLEGAL.sub("\ufffd", name))
        message = "the seed’s file name has characters that cannot be shown"
        return _problem(shown, "seed-name", "error", message, "Rename the file.")
    if len(data) > MAX_BYTES:
        message = f"the seed is {len(data):,} bytes long; at most {MAX_BYTES:,} are read"
        return _problem(name, "seed-too-large", "error", message, "Split it, or keep only the article.")
    kind = decoding.signature(data)
    if kind:
        message, hint = f"the seed is {kind}, not text", "Save its text as UTF-8."
        return _problem(name, "seed-not-text", "error", message, hint)
    return None


def _beside(name: str, source: str | None) -> tuple[Beside, tuple[Diagnostic, ...]]:
    return sidecar.read(source, f"seeds/{name}.yml") if source is not None else (Beside(), ())


def _page(name: str, text: str, written: Beside, settings: Settings, letter: mail.Letter | None) -> _Page:
    """The article's own text and metadata, out of its HTML, Markdown or message where it is one."""
    if letter:
        inner = _page(name + ".html" * letter.is_html, text, letter.beside, settings, None)
        text, subject = inner.text.strip(), letter.beside.title
        if text and not heading.same(text.partition("\n")[0], subject):
            text = f"{subject}\n\n{text}"
        return inner._replace(text=text, beside=written.over(inner.beside))
    if not html.is_html(name, text):
        body, top = (
            markdown.read(text, settings.languages) if markdown.is_markdown(name) else (text, Beside())
        )
        return _Page(body, written.over(top))
    too_much = html.too_much(text)
    if too_much:
        hint = "Save the article’s text instead."
        return _Page("", written, _problem(name, "seed-html", "error", f"the seed’s HTML {too_much}", hint))
    # What no article may hold is no part of its markup either, and lxml refuses it.
    body, head = html.read(ILLEGAL.sub("", text))
    if not body.strip() and text.strip():
        message = "no article was found on the seed’s HTML page"
        return _Page(
            "", written, _problem(name, "seed-empty", "error", message, "Save the article’s text instead.")
        )
    return _Page(body, written.over(head))


def _article(name: str, text: str, decoded: Decoded, beside: Beside, settings: Settings) -> Article:
    first = heading.read(text, _languages(beside, settings))
    dates = (
        (beside.published, beside.published_from),
        (first.published, first.published_from),
        (dating.name_date(name), NAMED),
    )
    published, published_from = next(filter(itemgetter(0), dates), ("", ""))
    title = heading.shorten(clean(beside.title)[0].replace("\n", " ")) or first.title
    return Article(
        id=_short(title),
        seed=name,
        text=text,
        title=title,
        title_span=_span_of(text, title, first.span),
        published=published,
        published_from=published_from,
        language=beside.language or scripts.language(text, settings.languages),
        publisher=clean(beside.publisher)[0],
        url=beside.url,
        author=clean(beside.author)[0] or first.author,
        rights=beside.rights or settings.rights,
        encoding=f"{decoded.encoding}, a guess" if decoded.guessed else decoded.encoding,
    )


def _languages(beside: Beside, settings: Settings) -> tuple[str, ...]:
    """In which a date may be written, the likeliest first."""
    return beside.language or settings.languages[0], *settings.languages


def _span_of(text: str, title: str, read: Span | None) -> Span | None:
    """Where `title` stands in `text`: what was read there, or the first line if it says the same."""
    lines = sentences.paragraphs(text)[:1]
    spans = (span for span in (read, *lines) if span)
    return next((s for s in spans if _folded(text[s.start : s.end]) == _folded(title)), None)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def _short(title: str) -> str:
    """The id that an article has where no other has it."""
    return slug(textwrap.shorten(title, ADDRESS_LENGTH, placeholder=""), ADDRESS_LENGTH)


def addressed(articles: Iterable[Article], taken: Iterable[str]) -> tuple[Article, ...]:
    """`articles` in their order, each with an id of its own, which is none of `taken`.

    A twin gets some digits of the hash of its seed's name.
    """
    others = set(map(_folded, taken))
    found = []
    for article in articles:
        digest = hashlib.sha256(article.seed.encode()).hexdigest()
        twins = (f"{article.id[: 63 - size]}-{digest[:size]}" for size in (4, 8, 16, 32))
        id_ = next(id_ for id_ in (article.id, *twins) if _folded(id_) not in others)
        others.add(id_)
        found.append(article if id_ == article.id else replace(article, id=id_))
    return tuple(found)


def _doubts(name: str, decoded: Decoded, text: str, removed: int) -> Iterator[Diagnostic]:
    """What a person should look at: a guessed encoding, one that was wrong before, what is left out."""
    if decoded.guessed:
        message = f"the seed was read as {decoded.encoding}, which is a guess"
        hint = "Compare it with its source, then save it as UTF-8."
        yield _problem(name, "encoding-guessed", "warning", message, hint)
    misread = decoding.misread(decoded.text)
    if misread:
        message = f"the seed was once read with a wrong encoding: “{ILLEGAL.sub(_code, misread)}”"
        hint = "Save it again from its source; the program does not repair it."
        yield _problem(name, "encoding-misread", "warning", message, hint)
    long = _long_sentences(text)
    if long:
        which = "one of its sentences is" if len(long) == 1 else f"{len(long)} of its sentences are"
        message = f"{which} longer than {sentences.LONGEST} characters and not read"
        yield _problem(name, "sentence-too-long", "info", message, "Break them up if they are text.")
    if removed:
        which = "one character" if removed == 1 else f"{removed} characters"
        message = f"left out: {which} that no text may hold"
        yield _problem(name, "characters-removed", "info", message, "Nothing needs to be done.")


def _left_out(name: str, whole: str, text: str) -> Iterator[Diagnostic]:
    if text != whole:
        message = "left out: the headline, where it stands again above the text"
        yield _problem(name, "headline-twice", "info", message, "Nothing needs to be done.")


def _long_sentences(text: str) -> list[Sentence]:
    """Sentences that no machine reads; no other paragraphs than long ones have any."""
    if all(line.end - line.start <= sentences.LONGEST for line in sentences.paragraphs(text)):
        return []
    return [s for s in sentences.split(text) if s.span.end - s.span.start > sentences.LONGEST]


def _code(match: re.Match[str]) -> str:
    return f"<{ord(match.group()):02X}>"


def _guessed_language(article: Article, beside: Beside, settings: Settings) -> Iterator[Diagnostic]:
    if not beside.language and article.language != settings.languages[0]:
        message = f"the language was read from the script: {article.language}, which is a guess"
        hint = f"Write `language: {article.language}` in seeds/{article.seed}.yml to settle it."
        yield _problem(article.seed, "language-guessed", "info", message, hint)
