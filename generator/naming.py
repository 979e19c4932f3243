"""Finding names in a text, and making ids of names. No language model.

What `annotate` proposes and what every build recomputes from content/ agree, because both call
`find_mentions`.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.model import Mention, NamedEntity, Span

APOSTROPHES = "'’‘ʼ"
HYPHENS = "-‐‑"
VARIANTS = (APOSTROPHES, HYPHENS)
"""Characters that writers use for one another; a name matches with any of its group."""
FOLDED = str.maketrans({char: group[0] for group in VARIANTS for char in group})
UNFOLDED = {" ": r"[^\S\n]+", **{group[0]: f"[{group}]" for group in VARIANTS}}
"""Character of a folded name → the pattern of all that it stands for."""

STATES = frozenset("Commonwealth Kingdom Principality Republic Sultanate".split())
"""What the full name of a state begins with: `Republic of Utopia`."""

CONTRACTED = "s|d|ll|ve|re|m"
"""What may follow a name and an apostrophe: `Reyes’s`, `Reyes’ll`; but `O` is no name in `O’Neill`."""

UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no blank between words: Thai, Lao, Burmese, Khmer, kana and Han."""
SUFFIXING = rf"{UNSPACED}\uac00-\ud7af"
"""Those, and Hangul, which joins particles to a name."""

BEFORE = rf"(?<!\w)(?<!\w[{APOSTROPHES}])"
AFTER = rf"(?!\w)(?![{APOSTROPHES}](?!(?:{CONTRACTED})\b)\w)"
"""What bounds a name where blanks part words, and in a text of any script."""
BEFORE_ANY = rf"(?:{BEFORE}|(?=[{UNSPACED}]))"
AFTER_ANY = rf"(?:{AFTER}|(?<=[{SUFFIXING}]))"
JOINING = re.compile(f"[{SUFFIXING}]")

TRANSLITERATED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not decompose into an ASCII letter and a mark."""

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")
"""File names that Windows keeps for devices, whatever their suffix."""


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
    finds = _finder(tuple(owners), joining=bool(JOINING.search(text))).finditer(text)
    matches = [Span(match.start(1), match.end(1)) for match in finds]
    taken = bytearray(len(text))
    for mention in exceptions:
        _take(taken, mention.span)
    for span in sorted(matches, key=lambda span: (span.start - span.end, span)):
        if not any(taken[span.start : span.end]):
            _take(taken, span)
            yield span, _fold(text[span.start : span.end])


@lru_cache(maxsize=8)
def _finder(names: tuple[str, ...], *, joining: bool) -> re.Pattern[str]:
    """Finds the longest of the folded `names` as its first group; parted by first letter to be quick with many.

    `joining`: the text has letters of scripts that set no blanks; for others their patterns would take longer to
    compile than all names of an article.
    """
    before, after = (BEFORE_ANY, AFTER_ANY) if joining else (BEFORE, AFTER)
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_letter[name[0]].append(name)
    any_of = "|".join(
        f"{_pattern(letter)}(?:{'|'.join(_pattern(n[1:]) for n in each)})"
        for letter, each in by_letter.items()
    )
    return re.compile(f"{before}(?=({any_of}){after})")


def _take(taken: bytearray, span: Span) -> None:
    taken[span.start : span.end] = b"\x01" * len(range(span.start, min(span.end, len(taken))))


def _fold(name: str) -> str:
    """`name` with one blank between words, and one apostrophe and one hyphen for all kinds."""
    return " ".join(name.translate(FOLDED).split())


def _pattern(folded: str) -> str:
    """A regular expression for a folded name as it may stand in a line of text."""
    return "".join(UNFOLDED.get(char) or re.escape(char) for char in folded)


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
