"""How to cite an article as this dossier read it: in words, as BibTeX and as CSL-JSON.

Each says which revision of the annotations was read and on which day of the dossier, because both change.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator import dates, words
from generator.model import Article
from generator.render.page import Dossier

LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""Characters that mean something in a BibTeX field, and how to write them there."""
AUTHORS = re.compile(r"\s*(?:;|,?\s+and\s+)\s*")
"""What parts the names of several authors."""


class Citation(NamedTuple):
    """One article's citation in the forms that readers ask for."""

    plain: tuple[str, ...]
    """In pieces, so that names in another script keep their order; without the page's address, which it adds."""
    bibtex: str
    csl: str
    """A list of one CSL-JSON item."""


def citation(article: Article, dossier: Dossier, revision: str) -> Citation:
    """How to cite `article` as annotated in `revision`."""
    read = f"{dossier.settings.title}, revision {revision}" + (
        f", as of {dossier.as_of}" if dossier.as_of else ""
    )
    return Citation(
        _plain(article, dossier, revision), _bibtex(article, f"Annotated in: {read}"), _csl(article, read)
    )


def authors(article: Article) -> list[str]:
    """The names of those who wrote it; none where that is not recorded."""
    return [name for name in AUTHORS.split(article.author.strip()) if name]


def _plain(article: Article, dossier: Dossier, revision: str) -> tuple[str, ...]:
    published = words.date(article.published) if article.published else "date not recorded"
    as_of = f", as of {words.date(dossier.as_of)}" if dossier.as_of else ""
    pieces = (
        article.author,
        ". " if article.author else "",
        f"“{article.title}”",
        ". ",
        article.publisher or "Publisher not recorded",
        f", {published}. In: ",
        dossier.settings.title,
        f", revision {revision}{as_of}.",
    )
    return tuple(piece for piece in pieces if piece)


def _bibtex(article: Article, note: str) -> str:
    year, month, day = _day(article.published)
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in authors(article)),
        "title": f"{{{_latex(article.title)}}}" if article.title else "",
        "journal": _latex(article.publisher),
        "year": year,
        "month": month.lstrip("0"),
        "day": day.lstrip("0"),
        "url": _latex(article.url),
        "langid": _latex(article.language),
        "note": _latex(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@article{{{article.id},", *lines, "}"))


def _csl(article: Article, read: str) -> str:
    parts = [int(part) for part in _day(article.published) if part]
    item: Mapping[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in authors(article)],
        "container-title": article.publisher,
        "issued": {"date-parts": [parts]} if parts else {},
        "URL": article.url,
        "language": article.language,
        "note": f"Annotated in: {read}",
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1)


def _day(published: str) -> tuple[str, str, str]:
    """Year, month and day of a date of publication, as far as they are known."""
    year, month, day, *_ = (*dates.calendar_date(published).split("-"), "", "")
    return year, month, day


def _latex(value: str) -> str:
    return "".join(LATEX.get(character, character) for character in " ".join(value.split()))
