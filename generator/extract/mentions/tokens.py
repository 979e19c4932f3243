"""The words of a sentence as names are made of them: `O’Neill`, `al-Assad`, `U.S.`, `AT&T` are one word each."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from generator.extract.mentions.lexicon import is_demonym, is_ordinary, known, words
from generator.extract.parsed import Doc, Words
from generator.model import Span
from generator.naming import MONEY
from generator.sentences import ABBREVIATIONS

WORD = re.compile(r"(?>[^\W_](?:[^\W_]|[.&'’‑-](?=[^\W_])|[\u0300-\u036f])*)(?!\.?[" + MONEY + "])")
"""All but what tells whose money it is: `US$5`."""
INITIALISM = re.compile(r"(?:[A-Z]\.)*[A-Z]\Z")
POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)

PREFIX = re.compile(
    r"(?:anti|co|ex|inter|mid|neo|non|post|pre|pro|sub|trans|then)[-‑](?=[A-Z])", re.IGNORECASE
)
"""`pro-European`, `ex-President`: the name begins after the hyphen."""

NAMED = re.compile(r"[A-Z][a-z]+ \Z")
"""Before a capital prefix: it is part of the name, `World Anti-Doping Agency`."""

COMPOUND = re.compile(r"[-‑](?=[a-z])")
"""`U.S.-led`, `Oslo-based`: the name ends at the hyphen."""

COMPOUNDED = frozenset(
    """area born bound bred built era free friendly held led like made old only related run sent speaking style
    type wide year""".split()
)
"""Second parts of such compounds that do not end in `-ed`; after others the hyphen is the name's own: `Jong-un`."""

GIVEN = re.compile(r"[A-Z]\w+-[a-z]\w+")
"""A given name of two syllables: `Min-jun`."""

SAINTS = ("St", "Saint")
"""What the name of a hospital, school or church begins with that ends in a possessive: `St Aldric’s`."""

DETERMINERS = frozenset(
    "The A An This That These Those I He She It We They You His Her Its Our Their My Your".split()
)
FUNCTION_WORDS = frozenset(STOP_WORDS) | {"i"}
POSSESSIVES = frozenset({"My", "Our", "Your"})
"""Small words with a capital in the middle of a campaign’s name: `Save Our Rivers`."""
DATELINE_END = re.compile(r"\)? ?[-–—]{1,2}\s")
"""What follows a dateline, which is capitalised too: `PORT ADAIR, Oceania, March 4 (Agency) -`."""
QUOTES = "\"'“‘«"
BEFORE_FIRST = frozenset({*QUOTES, ":"})
"""After these a sentence begins within a sentence."""


class Word(NamedTuple):
    """A word of a sentence, without a possessive ending."""

    text: str
    span: Span
    gap: str
    """What stands between it and the word before."""
    tag: str
    """Penn Treebank tag of its first token."""
    label: str
    """The model's label of the name it is in."""
    first: bool = False
    """Whether it opens the sentence or a quotation, where any word is capitalised."""
    possessive: bool = False
    closed: bool = False
    """Whether nothing can follow it in a name: the rest of a compound such as `-led` was cut off."""
    ordinary: bool = False
    """Whether it has a capital and is an English word without one too."""

    @property
    def key(self) -> str:
        """Lower case, without a full stop: as the word lists have it."""
        return self.text.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it may be part of a name: it has an upper-case letter, and is no function word."""
        if not self.text[0].isalpha() or self.text.islower():
            return False
        opener = self.text in words("openers") and (self.first or self.text not in POSSESSIVES)
        function_word = self.text.lower() in FUNCTION_WORDS or self.tag in {"VBG", "RB", "IN"}
        return not (opener and function_word) or (
            self.label in {"ORG", "PERSON", "GPE"} and self.text not in DETERMINERS
        )

    @property
    def common(self) -> bool:
        """Whether it is a function word, or another that begins many sentences."""
        return self.text.lower() in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(STOP_WORDS) | {word.lower() for word in words("openers")}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its words, and the names that the model finds in it."""

    words: tuple[Word, ...]
    ents: tuple[Words, ...]


def read_lines(doc: Doc) -> Iterator[Line]:
    """The sentences of `doc`."""
    ents, ordinary = list(doc.ents), doc.dictionary
    for sentence in doc.sents:
        inside = []
        while ents and ents[0].start < sentence.end:
            inside.append(ents.pop(0))
        yield Line(tuple(_read_words(sentence, ordinary)), tuple(inside))


def _read_words(sentence: Words, ordinary: Mapping[str, frozenset[str]]) -> Iterator[Word]:
    text, base = sentence.text, sentence.start_char
    tokens = list(sentence)
    offsets = [token.idx - base for token in tokens]
    end, saint = 0, False
    for match in WORD.finditer(text):
        start, bare, possessive, closed = _bare(match, text)
        if saint and possessive and not _has_bearer(bare, sentence.doc.text):
            bare, possessive = match.group(), False
        saint = bare.rstrip(".") in SAINTS
        stop = start + len(bare)
        token = tokens[bisect_right(offsets, start) - 1]
        gap = text[end:start]
        yield Word(
            text=bare,
            span=Span(base + start, base + stop),
            gap=gap,
            tag=token.tag_,
            label=token.ent_type_,
            first=end == 0 or (gap.strip() != "" and gap.rstrip()[-1] in BEFORE_FIRST),
            possessive=possessive,
            closed=closed,
            ordinary=bare[0].isupper() and is_ordinary(bare, ordinary),
        )
        end = max(match.end(), stop)


def _has_bearer(saint: str, text: str) -> bool:
    """Whether `St Aldric’s` belongs to a place or person `St Aldric`, and is no hospital, school or church."""
    return re.search(
        rf"\b(?:{'|'.join(SAINTS)})\.? {re.escape(saint)}(?!\w|['’]s)", text
    ) is not None or known(f"St {saint}")


def _bare(match: re.Match[str], text: str) -> tuple[int, str, bool, bool]:
    """Where the word proper begins, the word, whether it is possessive, whether a compound was cut."""
    word, start = match.group(), match.start()
    within = word[0].isupper() and NAMED.search(text, max(0, start - 20), start)
    if (prefix := PREFIX.match(word)) and not within:
        word, start = word[prefix.end() :], start + prefix.end()
    bare = POSSESSIVE.sub("", word)
    following = text[match.end() : match.end() + 3]
    possessive = bare != word or (word.endswith("s") and bool(re.match(r"['’](?!\w)", following)))
    if bare[0].isupper() and _is_compound(bare):
        return start, COMPOUND.split(bare, maxsplit=1)[0], possessive, True
    if not possessive and _is_abbreviation(bare, following):
        bare += "."
    return start, bare, possessive, False


def _is_compound(word: str) -> bool:
    """Whether a hyphen ends the name: in `UN-led`, not in `Kim Jong-un` or `Mar-a-Lago`."""
    first, _, rest = word.replace("‑", "-").partition("-")
    if not rest or not rest.islower():
        return False
    return rest in COMPOUNDED or rest.endswith("ed") or is_demonym(first) or known(first)


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop after a word belongs to it."""
    if not following.startswith(".") or following.startswith(".."):
        return False
    if INITIALISM.match(word):
        return len(word) == 1 or "." in word
    goes_on = bool(re.match(r"\.(?:,| [a-z(]|['’])", following))
    return word.lower() in ABBREVIATIONS and (goes_on or word not in words("company_words"))


def is_headline(line: Line, text: str, lower_case: set[str]) -> bool:
    """Whether a line is in capitals, or Capitalised Like a Headline, so that capitals tell nothing.

    `lower_case` are the words that the text has in lower case too.
    """
    long = [word for word in line.words if len(word.text) > 3 and word.text[0].isalpha()]
    if len(long) < 4:
        return False
    end = line.words[-1].span.end
    if DATELINE_END.match(text, end):
        return False
    if text[end : end + 2].strip("\"'”’)")[:1] in {".", ",", ";"}:
        return False
    capitals = [word.text for word in long if word.text[0].isupper()]
    ordinary = [word for word in capitals if word.lower() in lower_case or word.isupper()]
    return len(capitals) >= 0.75 * len(long) and len(ordinary) >= 2


def join(run: Sequence[Word]) -> str:
    """The words with one blank between them."""
    return " ".join(word.text for word in run)
