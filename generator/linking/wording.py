"""Whether two wordings mean one matter."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from generator.model import IssueItem

STOP = frozenset(
    "a an and any as at by during for from in into its of on or over s that the their this to upon with".split()
)


def same_matter(first: IssueItem, second: IssueItem) -> bool:
    """Whether two issue items of different articles speak of one issue.

    One topic of the vocabulary and a word in common, or names that nearly agree; two topics never.
    """
    words, others = stems(first.name), stems(second.name)
    if _is_deal(first.name) and _is_deal(second.name):
        return _same_deal(words - DEALS, others - DEALS)
    if first.code and second.code:
        return first.code == second.code and bool(words & others)
    if len(words & others) < min(2, len(words), len(others)):
        return False
    return fuzz.token_set_ratio(" ".join(sorted(words)), " ".join(sorted(others))) >= 85


DEAL = re.compile(
    r"\b(?:accord|agreement|deal|negotiations?|pact|text|talks|treaty)\b(?=$| (?:on|to|for|between)\b)",
    re.IGNORECASE,
)
"""The word for what is negotiated as a whole, at the head of a name."""
DEALS = frozenset(
    "accord agreem deal draft final negoti pact peace propos reopen round signed text talk treat".split()
)
"""Such words, and those that only say how far it is, as `stems` gives them."""


def _is_deal(name: str) -> bool:
    return DEAL.search(name) is not None


def _same_deal(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two names of a deal have a word in common, `rail` and `railway` being one."""
    return any(one.startswith(other) or other.startswith(one) for one in words for other in others)


@lru_cache(maxsize=1 << 14)
def stems(phrase: str) -> frozenset[str]:
    """Content words of `phrase`, cut to six letters, which is enough to join `releases` and `release`."""
    words = re.findall(r"[^\W\d_]{2,}", phrase.casefold())
    return frozenset(re.sub(r"(?:ies|es|s|y|e)$", "", word)[:6] for word in words if word not in STOP)
