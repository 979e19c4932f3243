"""The parts of a name as wording alone tells them: what it is headed by, and what that is of."""

import re
from functools import lru_cache

from generator.linking.wording import stems

JOINTS = re.compile(
    r"\b(?:about|at|between|by|during|for|from|in|of|on|over|to|upon|with|until|since|after|before)\b",
    re.IGNORECASE,
)
"""Words that end the head's group: `customs checks at the border`."""

KEPT = 1 << 14
"""Names whose parts are remembered; those of a dossier are compared with each other."""


@lru_cache(maxsize=KEPT)
def head(name: str) -> str:
    """Stem of the word that heads `name`: `guarant` of `job guarantees for dock workers`; empty: none."""
    words = re.findall(r"[^\W\d_]{2,}", JOINTS.split(name, maxsplit=1)[0])
    return next(iter(stems(words[-1])), "") if words else ""


@lru_cache(maxsize=KEPT)
def complement(name: str) -> frozenset[str]:
    """Stems of what the head is of: `bridge` of `repair of the bridge on the lake`."""
    parts = re.split(r"\bof\b", name, maxsplit=1, flags=re.IGNORECASE)
    return stems(JOINTS.split(parts[1], maxsplit=1)[0]) if len(parts) > 1 else frozenset()


def of_other_things(first: str, second: str) -> bool:
    """Whether two names say one act of different things: withdrawal of heavy weapons, withdrawal of the army."""
    one, other = complement(first), complement(second)
    return bool(one and other) and not one & other and head(first) == head(second)
