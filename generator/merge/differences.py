"""Where the machine reads something else than a person wrote."""

from generator.articlefile.encode import Pairs, Value, pairs_of
from generator.articlefile.normal import Normal
from generator.identity import spans_of
from generator.model import Item, NamedEntity, Span

RETURNED = "withdrawn once, now proposed again"
"""Why a person should look at an item that comes back."""

NOT_PROPOSED = "nothing here"
"""What the machine reads where it no longer proposes an item that a person touched."""

ASIDE = frozenset({"id", "unsure", "occurrence", "source_occurrence", "cue_occurrence", "trigger_occurrence"})
"""Keys in which no two opinions can differ."""


def differences(mine: Item | NamedEntity, proposed: Item | NamedEntity, normal: Normal) -> str:
    """The keys of which the machine reads another value than `mine`, with its values; empty: none.

    What a person added, and the machine has no opinion on, is no difference.
    """
    here = dict(_pairs(mine, normal))
    return "; ".join(
        f"{key}: {_shown(value)}"
        for key, value in _pairs(proposed, normal)
        if key not in ASIDE and here.get(key) != value
    )


def _pairs(item: Item | NamedEntity, normal: Normal) -> Pairs:
    if isinstance(item, NamedEntity):
        return pairs_of(item, normal.text, Span(0, 0), full=True)
    paragraph = normal.paragraphs[normal.paragraph_at(spans_of(item)[0].start)]
    return pairs_of(item, normal.text, paragraph, full=True)


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else ", ".join(value)
