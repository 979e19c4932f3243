"""A picture of each article and issue, and of the whole, for those who share its address.

Made without a browser, by the extra `[pictures]`: Pillow and the typeface Open Sans. Without it, or without an
address where the site will be, none is made and no page names one. It shows what every page shows in its title:
the title, the status or source with its date, the dossier's name; never words of an article's text.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from io import BytesIO
from typing import Any, NamedTuple

from generator import words
from generator.model import ArticleView, IssueView, Site
from generator.outputs import Later, later

SIZE = (1200, 630)
"""Pixels, as those who show such pictures ask for."""
EDGE = 80
INK, PAPER = (29, 36, 48), (253, 252, 247)
LINES = 4
"""Lines of a title; of a longer one the rest is left out."""
TITLE, SMALL = 60, 34
"""Pixels of the letters."""


class Card(NamedTuple):
    """What a picture says."""

    title: str
    below: str
    """Status or source, and date."""
    dossier: str


@cache
def available() -> bool:
    """Whether the extra `[pictures]` is installed."""
    return find_spec("PIL") is not None and find_spec("ttf_opensans") is not None


def path_of(page: str) -> str:
    """The picture of a page of the site, empty where none is made: `articles/x.md` → `articles/x.png`."""
    return page.removesuffix(".md") + ".png" if available() else ""


def export(site: Site, site_url: str) -> Iterator[tuple[str, Later]]:
    """A picture beside each article and issue, and beside the home page."""
    if not site_url or not available():
        return
    name = site.settings.title
    as_of = f"Where things stand as of {words.date(site.as_of)}" if site.as_of else "Where things stand"
    yield path_of("index.md"), later(drawn, Card(name, as_of, ""))
    for view in site.articles:
        yield path_of(f"articles/{view.ref.id}.md"), later(drawn, Card(view.ref.name, _source(view), name))
    for issue in site.issues:
        title = words.capital(issue.ref.name)
        yield path_of(f"issues/{issue.ref.id}.md"), later(drawn, Card(title, _standing(issue), name))


def _source(view: ArticleView) -> str:
    article = view.annotated.article
    day = words.date(article.published) if article.published else ""
    return " · ".join(part for part in (article.publisher, day) if part)


def _standing(view: IssueView) -> str:
    day = f", as of {words.date(view.status_date)}" if view.status_date else ""
    return words.capital(view.status) + day


def drawn(card: Card) -> bytes:
    """The picture as PNG, the same bytes for the same card. What the typeface cannot write is left out."""
    from PIL import Image, ImageDraw

    # Drawn in shades of grey, which a palette then spreads from ink to paper: a tenth of the bytes of full colour.
    image = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(image)
    width = SIZE[0] - 2 * EDGE
    pen.rectangle((EDGE, EDGE, SIZE[0] - EDGE, EDGE + 5), fill=0)
    _write(pen, EDGE + 24, _lines(card.dossier, _face("SemiBold", SMALL), width, 1), _face("SemiBold", SMALL))
    title = _face("Bold", TITLE)
    _write(pen, EDGE + 96, _lines(card.title, title, width, LINES), title)
    below = _face("Regular", SMALL)
    _write(pen, SIZE[1] - EDGE - SMALL, _lines(card.below, below, width, 1), below)
    image.putpalette(
        [round(i + (p - i) * shade / 255) for shade in range(256) for i, p in zip(INK, PAPER, strict=True)]
    )
    file = BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


@lru_cache(maxsize=8)
def _face(weight: str, size: int) -> Any:
    from importlib.resources import as_file, files

    from PIL import ImageFont

    with as_file(files("ttf_opensans") / "ttf" / f"OpenSans-{weight}.ttf") as path:
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _write(pen: Any, top: int, lines: Sequence[str], face: Any) -> None:
    for number, line in enumerate(lines):
        pen.text((EDGE, top + number * face.size * 1.25), line, font=face, fill=0)


def _lines(text: str, face: Any, width: int, most: int) -> list[str]:
    """`text` in at most `most` lines, the last with an ellipsis where more follows; none if it cannot be drawn."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not all(_drawable(letter, face) for letter in set(text)):
        return []
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] = _cut(f"{lines[-1]} {word}", face, width)
            break
        else:
            lines.append(word if face.getlength(word) <= width else _cut(word, face, width))
    return lines


def _cut(text: str, face: Any, width: int) -> str:
    """As many words of `text` as fit with an ellipsis; of a single one its letters."""
    while face.getlength(f"{text}…") > width:
        text = text.rpartition(" ")[0] or text[:-1]
    return f"{text}…"


@lru_cache(maxsize=4096)
def _drawable(letter: str, face: Any) -> bool:
    """Whether the typeface has it, and stands by itself: no mark on another, and not from right to left."""
    if letter == " ":
        return True
    plain = unicodedata.category(letter)[0] not in "MC" and unicodedata.bidirectional(letter) not in {
        "R",
        "AL",
    }
    return plain and bytes(face.getmask(letter)) != bytes(face.getmask("\uffff"))
