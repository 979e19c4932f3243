"""Where the machine reads something else than a person wrote."""

from generator.articlefile.decode import Value, values
from generator.articlefile.encode import Pairs, kind_of, pairs_of
from generator.articlefile.layout import Lines
from generator.articlefile.normal import Normal
from generator.articlefile.schema import DEFAULTS
from generator.identity import spans_of
from generator.model import Item, NamedEntity, Span

RETURNED = "withdrawn once, now proposed again"
"""Why a person should look at an item that comes back."""

NOT_PROPOSED = "nothing here"
"""What the machine reads where it no longer proposes an item that a person touched."""

ASIDE = frozenset({"id", "unsure", "occurrence", "source_occurrence", "cue_occurrence", "trigger_occurrence"})
"""Keys in which no two opinions can differ."""


def differences(mine: Lines | NamedEntity, proposed: Item | NamedEntity, normal: Normal) -> str:
    """The keys of which the machine reads another value than `mine` has, with its values; empty: none.

    An item is compared as it is written, because what it refers to may be gone. What a person added, and the
    machine has no opinion on, is no difference.
    """
    here = dict(_pairs(mine, normal)) if isinstance(mine, NamedEntity) else values(mine)
    kind = kind_of(proposed)
    return "; ".join(
        f"{key}: {_shown(value)}"
        for key, value in _pairs(proposed, normal)
        if key not in ASIDE and _listed(here.get(key, DEFAULTS.get((kind, key), ""))) != _listed(value)
    )


def _pairs(item: Item | NamedEntity, normal: Normal) -> Pairs:
    if isinstance(item, NamedEntity):
        return pairs_of(item, normal.text, Span(0, 0), full=True)
    paragraph = normal.paragraphs[normal.paragraph_at(spans_of(item)[0].start)]
    return pairs_of(item, normal.text, paragraph, full=True)


def _listed(value: Value) -> tuple[str, ...]:
    """A single value is as good as a list of one."""
    return (value,) if isinstance(value, str) else value


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else ", ".join(value)
