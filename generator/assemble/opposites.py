"""Words of which one takes back what the other says. A table, for English."""

from generator.assemble.roots import roots

PAIRS = tuple(
    (roots(some), roots(others))
    for some, others in (
        (
            "rise rose increase grow grew growth climb double doubled triple soar surge jump higher",
            "fall fell drop decline decrease shrink shrank halve halved plunge sink lower down",
        ),
        ("stay remain", "resign resignation quit leave left departure step"),
        ("accept approve endorse welcome", "reject refuse oppose"),
        ("open reopen", "close closure shut"),
        ("succeed success", "fail failure collapse"),
        ("guilty", "innocent"),
        ("safe", "unsafe"),
        ("legal lawful", "illegal unlawful"),
        ("enough sufficient", "insufficient inadequate"),
        ("alive survive", "die dead"),
    )
)
"""(what one says, what the other says)."""


def opposed(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of two sets of roots has a word whose opposite only the other has."""
    return any(_either(some, others, pair) or _either(others, some, pair) for pair in PAIRS)


def _either(
    some: frozenset[str], others: frozenset[str], pair: tuple[frozenset[str], frozenset[str]]
) -> bool:
    one, other = pair
    return bool(some & one and others & other and not some & other and not others & one)
