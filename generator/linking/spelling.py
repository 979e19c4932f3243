"""Names from other alphabets, which every paper spells in its own way: Zelensky, Zelenskyy, Zelenskiy."""

import re
from functools import lru_cache

from generator.naming import slug

SHORT = 3
"""A word of so few letters is spelt as it is: `Lee` is not `Le`."""
WAYS = (
    (re.compile(r"([a-z])\1"), r"\1"),
    (re.compile(r"[ijy]+$"), "y"),
    (re.compile(r"[ae]h$"), "a"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"^m[ou]ham[ae]d$"), "muhammad"),
    (re.compile(r"^h[ou]s[ae][iy]n$"), "hussein"),
    (re.compile(r"^y[ou]+s[eou]+f$"), "yusuf"),
    (re.compile(r"^ahm[ae]d$"), "ahmad"),
    (re.compile(r"^abd[aeu]l$"), "abdul"),
)
"""What writers use for one another, one after the other applied to a word: the differences of the romanizations
that agencies use for Russian, Ukrainian and Arabic, and their most frequent given names."""


@lru_cache(maxsize=4096)
def spelling(name: str) -> str:
    """What two spellings of one name have in common, of a name's ASCII letters."""
    return " ".join(map(_word, slug(name).split("-")))


def _word(word: str) -> str:
    if word == "el":
        return "al"
    if len(word) <= SHORT or not word.isalpha():
        return word
    for way, common in WAYS:
        word = way.sub(common, word)
    return word
