"""Two accounts of one thing in the next breath, in words that have nothing in common. Tables, for English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.assemble.counts import NUMBERS
from generator.assemble.days import overlap
from generator.assemble.denials import POSITION, TO_COME
from generator.assemble.said import Found, Said, just_before

DAY = (
    r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)"
)
BEEN = r"(?:(?:had|has|have|is|are|was|were) )?(?:been )?"
HURT = r"(?:beaten|harmed|hurt|ill-treated|injured|mistreated|tortured|wounded)"
KILLED = r"(?:died|killed|lost (?:her|his|their) li(?:fe|ves)|shot dead)"
MANY = "|".join(word for word, number in NUMBERS.items() if number > 1)


@dataclass(frozen=True, slots=True)
class _Accounts:
    """What two voices say of one thing."""

    some: re.Pattern[str]
    others: re.Pattern[str]
    contradiction: bool
    """Both cannot hold."""
    planned: bool
    """Whether the first tells of something to come."""


def _accounts(some: str, others: str, *, contradiction: bool = True, planned: bool = False) -> _Accounts:
    return _Accounts(
        re.compile(some, re.IGNORECASE), re.compile(others, re.IGNORECASE), contradiction, planned
    )


ACCOUNTS = (
    # Two drivers were taken to hospital; nobody was hurt.
    _accounts(
        rf"\b(?:been|is|are|was|were) (?:\w+ )?{HURT}\b|\b{KILLED}\b|"
        r"\b(?:brought|taken|rushed) to (?:an? |the )?hospital\b|\bbroken (?:arms?|bones?|legs?|ribs?)\b",
        rf"\b(?:nobody|no one) {BEEN}{HURT}\b|\ball (?:of them )?(?:is|are|was|were) (?:in good health|unharmed)\b",
    ),
    _accounts(rf"\b{KILLED}\b", rf"\b(?:nobody|no one) {BEEN}{KILLED}\b"),
    # 200 buses had run; he had not seen a single one.
    _accounts(
        rf"\b(?:\d[\d.,]*|{MANY}|dozens|hundreds|thousands)\b",
        r"\b(?:not|never|n['’]t) (?:counted|got|noticed|received|seen?) a single one\b",
        contradiction=False,
    ),
    # Sixteen are still inside; no prisoner remained.
    _accounts(
        r"\bstill (?:being )?(?:detained|held|imprisoned|inside|jailed|missing|trapped)\b",
        rf"\b(?:no \w+|none|nobody|no one) {BEEN}(?:remain(?:s|ed|ing)?|left (?:behind|inside)|"
        r"(?:still )?(?:detained|held|imprisoned|inside|jailed|missing|trapped))\b",
    ),
    # They agreed to meet on Thursday; no date had been set.
    _accounts(
        rf"\b(?:agreed|fixed|set)\b.*\b(?:by|for|on) (?:the )?{DAY}",
        rf"\bno (?:\w+ )?(?:date|day|timetable) {BEEN}(?:yet )?(?:agreed|fixed|set)\b",
    ),
    # The talks will go ahead; his side would not attend.
    _accounts(
        r"\b(?:conference|hearing|meeting|negotiations|session|summit|talks)\b.*\b(?:will|would|to|as planned)\b",
        r"\b(?:will|would) (?:not (?:attend|be there|come|go|join|participate|take part)|boycott|stay away)\b",
        contradiction=False,
        planned=True,
    ),
)
"""What one voice says and, in the next breath, another."""


@lru_cache(maxsize=4096)
def _sides(words: str) -> tuple[frozenset[int], frozenset[int]]:
    """Of which ACCOUNTS the words are the one and the other."""
    others = frozenset(n for n, pair in enumerate(ACCOUNTS) if pair.others.search(words))
    told = not (POSITION.search(words) or TO_COME.search(words))
    some = frozenset(
        n
        for n, pair in enumerate(ACCOUNTS)
        if n not in others and (told or pair.planned) and pair.some.search(words)
    )
    return some, others


def gives_another_account(later: Said, before: Sequence[Said]) -> Found:
    """What was said just before, where the two are the two sides of one of ACCOUNTS."""
    for other in just_before(later, before):
        for one, no in ((other, later), (later, other)):
            both = _sides(one.words)[0] & _sides(no.words)[1] if not (one.negative or no.denied) else ()
            if both and not _on_other_days(one, no):
                yield other, ACCOUNTS[min(both)].contradiction


def _on_other_days(one: Said, other: Said) -> bool:
    """Whether both name days, and none that can be one."""
    some, others = one.saying.days, other.saying.days
    return bool(some and others) and not any(overlap(each, another) for each in some for another in others)
