"""Finding names in a text, and making ids of names. No language model.

What `annotate` proposes and what every build recomputes from content/ agree, because both call
`find_mentions`.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.model import Mention, NamedEntity, Span

APOSTROPHES = "'’‘ʼ"
HYPHENS = "-‐‑"
VARIANTS = (APOSTROPHES, HYPHENS)
"""Characters that writers use for one another; a name matches with any of its group."""
FOLDED = {ord(char): group[0] for group in VARIANTS for char in group[1:]}
ODD_BLANKS = re.compile(r"[^\S\n ]|  ")
"""Blanks other than single ordinary ones."""

STATES = frozenset("Commonwealth Kingdom Principality Republic Sultanate".split())
"""What the full name of a state begins with: `Republic of Utopia`."""

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
"""What may follow a person's surname."""

CONTRACTED = "s|d|ll|ve|re|m"
"""What may follow a name and an apostrophe: `Reyes’s`, `Reyes’ll`; but `O` is no name in `O’Neill`."""

UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no blank between words: Thai, Lao, Burmese, Khmer, kana and Han."""
SUFFIXING = rf"{UNSPACED}\uac00-\ud7af"
"""Those, and Hangul, which joins particles to a name."""

MONEY = "$€£¥"
"""Signs of currencies."""

BEFORE = re.compile(rf"(?<!\w)(?<!\w[{APOSTROPHES}])|(?=[{UNSPACED}])")
AFTER = re.compile(rf"(?![\w{MONEY}])(?![{APOSTROPHES}](?!(?:{CONTRACTED})\b)\w)|(?<=[{SUFFIXING}])")
"""What bounds a name; `US$5` has none."""

TRANSLITERATED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not decompose into an ASCII letter and a mark."""

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")
"""File names that Windows keeps for devices, whatever their suffix."""


@lru_cache(maxsize=4096)
def slug(name: str, limit: int = 64) -> str:
    """An id for `name`: lower-case ASCII letters, digits and hyphens, at most `limit` (16 or more) bytes.

    `U.S.` → `us`, `O’Neill` → `oneill`. Eight hexadecimal digits of a hash keep two names apart that ASCII or
    the limit would make one; a name without any ASCII letter or digit becomes `x-` and such digits.
    """
    folded = unicodedata.normalize("NFKD", name.lower().translate(TRANSLITERATED)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(rf"[.{APOSTROPHES}]|[^\x00-\x7f]", _separator, folded)).strip(
        "-"
    )
    if not words:
        return f"x-{_digest(name)}"
    if len(words) > limit or any(char.isalpha() and not char.isascii() for char in folded):
        return f"{words[: limit - 9].rstrip('-')}-{_digest(name)}"
    return f"{words}-name" if RESERVED.match(words) else words


def _separator(match: re.Match[str]) -> str:
    """What stands for a character that is not kept: nothing within a word, a blank between words."""
    char = match.group()
    within = char.isalnum() or unicodedata.combining(char) or char in f".{APOSTROPHES}"
    return "" if within else " "


def find_mentions(
    text: str, entities: Sequence[NamedEntity], exceptions: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """Every occurrence in `text` of a name of `entities`, sorted, none overlapping another.

    Names are bounded by words and keep their case; apostrophes match curly or straight. Of two that overlap
    the longer wins. An exception stands as it is given, with an empty entity where it means nobody, and
    nothing else is found on its span. A name that several entities share belongs to none of them.
    """
    owners = _owners(entities)
    found = [
        Mention(span, next(iter(owners[key])))
        for span, key in _occurrences(text, owners, exceptions)
        if len(owners[key]) == 1
    ]
    return tuple(sorted((*found, *exceptions), key=lambda mention: mention.span))


def ambiguous(
    text: str, entities: Sequence[NamedEntity], exceptions: Sequence[Mention] = ()
) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """Where `text` has a name that several entities share and no exception decides: span and ids."""
    owners = _owners(entities)
    if all(len(ids) == 1 for ids in owners.values()):
        return ()
    return tuple(
        (span, tuple(owners[key]))
        for span, key in _occurrences(text, owners, exceptions)
        if len(owners[key]) > 1
    )


def exceptional(
    text: str, entities: Sequence[NamedEntity], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Those of `mentions` that the names of `entities` alone do not give: the exceptions."""
    regular = {(mention.span, mention.entity) for mention in find_mentions(text, entities)}
    return tuple(m for m in mentions if m.id or (m.span, m.entity) not in regular)


def _owners(entities: Sequence[NamedEntity]) -> dict[str, dict[str, None]]:
    """Folded name → ids of the entities that bear it, in order, each once."""
    owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities:
        for name in (entity.name, *entity.names):
            if folded := _fold(name):
                owners[folded][entity.id] = None
    return dict(owners)


def _occurrences(
    text: str, owners: Mapping[str, object], exceptions: Sequence[Mention]
) -> Iterator[tuple[Span, str]]:
    """Where the names stand outside the exceptions, longest first, each with its folded name."""
    if not owners:
        return
    matches = _found(text, owners)
    taken = bytearray(len(text))
    for mention in exceptions:
        _take(taken, mention.span)
    for span in sorted(matches, key=lambda span: (span.start - span.end, span)):
        if not any(taken[span.start : span.end]):
            _take(taken, span)
            yield span, _fold(text[span.start : span.end])


def _found(text: str, names: Iterable[str]) -> list[Span]:
    """Where the folded `names` stand as words, at each place the longest; they may overlap."""
    # One character for one, so that places stay.
    folded = text.translate(FOLDED)
    ends: dict[int, int] = {}
    for name in sorted(names, key=len, reverse=True):
        for start, end in _places(folded, name):
            if start not in ends and BEFORE.match(text, start) and AFTER.match(text, end):
                ends[start] = end
    return [Span(start, end) for start, end in sorted(ends.items())]


def _places(folded: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands, words or not; with any blanks of a line where it has one."""
    if " " in name and ODD_BLANKS.search(folded):
        pattern = re.compile(r"[^\S\n]+".join(map(re.escape, name.split())))
        yield from (match.span(1) for match in re.finditer(f"(?=({pattern.pattern}))", folded))
        return
    start = folded.find(name)
    while start >= 0:
        yield start, start + len(name)
        start = folded.find(name, start + 1)


def _take(taken: bytearray, span: Span) -> None:
    taken[span.start : span.end] = b"\x01" * len(range(span.start, min(span.end, len(taken))))


def _fold(name: str) -> str:
    """`name` with one blank between words, and one apostrophe and one hyphen for all kinds."""
    return " ".join(name.translate(FOLDED).split())


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
