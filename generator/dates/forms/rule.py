"""What a rule of the grammar is, and how patterns nest."""

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from generator.dates.expressions import Expression

Parse = Callable[[str], Expression | None]
Build = Callable[[re.Match[str], Parse], Expression | None]

NEVER = r"(?!)"
"""As `after`: the form is read where a person marked it, and never looked for."""

CLOSED = r"[ \xa0]?(?:[.,;:()!?”\"—–]|[’'](?!\w)|-[ \xa0]|\n|\Z)"
"""The end of a clause, a line or the text."""

ALONE = (
    rf"(?:{CLOSED}|[ \xa0](?i:a|after|all|although|amid|an|and|are|as|at|because|before|but|by|despite|due|during|"
    r"following|for|from|had|has|have|he|her|his|if|in|is|it|its|local|near|once|whether|of|on|or|over|she|since|so|than|that|the|their|there|"
    r"they|though|to|under|unless|until|was|we|were|when|where|which|while|who|will|with|without|would)\b)"
)
"""What stands after an expression that does not modify the next noun."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of time expression."""

    name: str
    """For Temporal.rule and the tests; several rules may share it."""
    pattern: str
    """Regular expression of the phrase; its named groups are what `build` reads."""
    build: Build
    """Called with the match, and the grammar's parser for groups that are expressions; None: no match."""
    after: str = ""
    """Pattern that must stand right before the phrase for `find` to take it."""
    not_after: str = ""
    """Pattern that must not."""
    before: str = ""
    """Pattern that must stand right after the phrase for `find` to take it."""
    not_before: str = ""
    """Pattern that must not."""
    ambiguous: bool = False
    """Only the part of speech tells whether it is a time expression."""
    needs: tuple[AbstractSet[str], ...] = ()
    """A word of each of these sets stands in every such phrase, as `words_of` has it; a text without need not pay
    for the pattern."""

    def can_match(self, words: AbstractSet[str]) -> bool:
        """Whether a text of these words may have such a phrase."""
        return not any(map(words.isdisjoint, self.needs))


_WORD = re.compile(r"[a-z]+|[0-9]")


def words_of(text: str) -> frozenset[str]:
    """The words of `text` in lower case, and its digits one by one: `10am` has 1, 0 and am."""
    return frozenset(_WORD.findall(text.lower()))


def telling(*phrases: str) -> frozenset[str]:
    """The longest word of each of the phrases: `rosh hashanah` does not stand where `hashanah` does not."""
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in phrases)


WINDOW = 40
"""Code points that a rule may look at before a phrase."""


def nested(pattern: str) -> str:
    """`pattern` without its group names, to be set into another one."""
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")"


def either(rules: Iterable[Rule], *names: str) -> str:
    """Alternation of the patterns of the rules that have one of the names."""
    return "(?:" + "|".join(nested(rule.pattern) for rule in rules if rule.name in names) + ")"


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of a phrase, bounded by what is no letter, digit or currency sign."""
    return re.compile(rf"(?<![\w$€£¥#@&])(?:{pattern})(?!\w)")


@lru_cache(maxsize=1024)
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


@lru_cache(maxsize=1024)
def _beginning(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def in_place(rule: Rule, text: str, start: int, end: int) -> bool:
    """Whether what stands around `text[start:end]` allows the rule."""
    left = text[max(0, start - WINDOW) : start]
    return (
        not (rule.after and not _ending(rule.after).search(left))
        and not (rule.not_after and _ending(rule.not_after).search(left))
        and not (rule.before and not _beginning(rule.before).match(text, end))
        and not (rule.not_before and _beginning(rule.not_before).match(text, end))
    )
