"""What must not be published, looked for in every byte of a site.

    secrets(loaded)         the runs of words that stand in withheld sentences only
    leaks(site, secrets)    which of them a file of the site has, whatever it is written in

Nothing here asks the program what it shows: what is withheld is worked out from the articles' files and the
settings, by the definition in docs/settings.md. A run is six words, so that a sentence that was cut, joined,
or marked up in the middle is found as well; a name or a date alone is none.
"""

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from generator import sentences
from generator.build import Loaded
from generator.model import Annotated, Item, NamedEntity, Settings, Span

RUN = 6
"""Words in a row. A name counts as one word, and says nothing."""
TELLING = 4
"""Words in a run that are no names, at least."""
NAME = "□"
WORD = re.compile(r"\w+")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
TAG = re.compile(r"<[^>]*>")
ICALENDAR_FOLD = re.compile(r"\r?\n[ \t]")
ICALENDAR_ESCAPE = re.compile(r"\\([nN,;\\])")

Words = tuple[str, ...]


def words(text: str) -> Words:
    """The words of `text`, alike however they are written."""
    return tuple(WORD.findall(UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()))


class Names:
    """What may stand anywhere: the names of entities and issues."""

    def __init__(self, names: Iterable[str]) -> None:
        split = {words(name) for name in names} - {()}
        self._by_first: dict[str, list[Words]] = {}
        for name in sorted(split, key=len, reverse=True):
            self._by_first.setdefault(name[0], []).append(name)

    def masked(self, text: Words) -> Words:
        """`text` with each name as the one word NAME."""
        found, at = [], 0
        while at < len(text):
            name = next((n for n in self._by_first.get(text[at], ()) if text[at : at + len(n)] == n), None)
            found.append(text[at] if name is None else NAME)
            at += 1 if name is None else len(name)
        return tuple(found)


def runs(text: str, names: Names) -> Iterator[Words]:
    """Every run of words in `text`."""
    found = names.masked(words(text))
    return zip(*(found[shift:] for shift in range(RUN)), strict=False)


# --- what is withheld -------------------------------------------------------------------------


def published(annotated: Annotated, settings: Settings, item: Item | NamedEntity) -> bool:
    """Whether an item may stand as fact."""
    reviewed = bool(annotated.reviewed) or item.id in annotated.reviewed_items
    return reviewed or (settings.publish == "all" and not item.unsure)


def quoted(annotated: Annotated, settings: Settings) -> list[Span]:
    """Where the items that may be published quote the text."""
    reading = annotated.reading
    spans = [(item, item.content) for item in reading.statements]
    spans += [(item, (item.span,)) for item in (*reading.events, *reading.issues)]
    return [span for item, parts in spans if published(annotated, settings, item) for span in parts]


def shares(annotated: Annotated, settings: Settings) -> tuple[list[str], list[str]]:
    """The article's sentences, those that may be shown and those that may not."""
    article = annotated.article
    shown, hidden = [], []
    quotes = quoted(annotated, settings)
    for sentence in sentences.split(article.text):
        in_title = article.title_span is not None and article.title_span.overlaps(sentence.span)
        may = {
            "full": True,
            "quotes": in_title or any(span.overlaps(sentence.span) for span in quotes),
            "none": in_title,
        }[article.rights]
        (shown if may else hidden).append(article.text[sentence.span.start : sentence.span.end])
    return shown, hidden


@dataclass(frozen=True, slots=True)
class Secrets:
    """What no file of the site may have."""

    names: Names
    runs: frozenset[Words]

    def in_(self, text: str) -> str:
        """The first secret run in `text`, or empty."""
        return " ".join(next((run for run in runs(text, self.names) if run in self.runs), ()))


def secrets(loaded: Loaded) -> Secrets:
    """The runs of withheld sentences that nothing publishable has: no shown sentence, and nothing by hand."""
    items = [item for one in loaded.articles for item in (*one.reading.entities, *one.reading.issues)]
    names = Names(
        name
        for item in (*items, *loaded.registers)
        for name in (item.name, *getattr(item, "names", ()), *getattr(item, "aliases", ()))
    )
    hidden: set[Words] = set()
    open_: set[Words] = set()
    for annotated in loaded.articles:
        article = annotated.article
        shown, withheld = shares(annotated, loaded.settings)
        hidden.update(run for text in withheld for run in runs(text, names))
        described = (article.title, article.publisher, article.author, annotated.notes)
        # As they follow one another on the page: a run may reach from one sentence into the next.
        open_.update(run for text in (" ".join(shown), *described) for run in runs(text, names))
    for register in loaded.registers:
        for text in (register.description, register.summary, register.notes):
            open_.update(runs(text, names))
    return Secrets(names, frozenset(run for run in hidden - open_ if len(run) - run.count(NAME) >= TELLING))


# --- where it could stand ---------------------------------------------------------------------


def leaks(site: Path, hidden: Secrets) -> dict[str, str]:
    """File of the site, by its path → the first secret run found in it, be it in the path."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            name = str(path.relative_to(site))
            texts = (name, *readings(path.read_bytes()))
            if run := next(filter(None, map(hidden.in_, texts)), ""):
                found[name] = run
    return found


def readings(data: bytes) -> Iterator[str]:
    """`data` as the texts that a person or a program can make of it."""
    if data.startswith(b"\x1f\x8b"):  # gzip: sitemap.xml.gz, the fragments of a search index
        yield from readings(gzip.decompress(data))
        return
    text = data.decode("utf-8", "replace")
    plain = _unescaped(unquote(text))
    yield plain
    yield TAG.sub(" ", plain)
    yield TAG.sub("", plain)
    if "BEGIN:VCALENDAR" in text:
        yield ICALENDAR_ESCAPE.sub(r" ", ICALENDAR_FOLD.sub("", text))
    if (at := min((at for mark in "{[" if (at := text.find(mark)) >= 0), default=-1)) >= 0:
        yield from _in_json(text[at:])


def _unescaped(text: str) -> str:
    """Without references, of whatever depth."""
    for _ in range(3):
        text = html.unescape(text)
    return text


def _in_json(text: str) -> Iterator[str]:
    """Every key and string; nothing for what is no JSON."""
    try:
        value = json.loads(text)
    except ValueError:
        return
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [part for item in one.items() for part in item]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            yield _unescaped(one)
            yield TAG.sub(" ", _unescaped(one))
