"""Whether the program means the person, organization or place that the gold means."""

from collections.abc import Mapping, Sequence

from generator.linking import stems
from quality.gold import THE_ARTICLE, normal


def same_voice(names: Mapping[str, str], gold: Sequence[str], said: str, source: str = "") -> bool:
    """Whether `said`, the program's name for who speaks, is one of the `gold` voices.

    `names` leads from names to entities. Who has no name is known by the words; where several speak with one voice
    (`The parties`), the words of the gold's `source` are right too.
    """
    if any(same(names, voice, said) for voice in gold):
        return True
    return len(gold) > 1 and bool(source) and (normal(source) == normal(said) or alike(source, said))


def same(names: Mapping[str, str], gold: str, said: str) -> bool:
    """Whether two names are of one entity, or two descriptions share most of their words."""
    if THE_ARTICLE in (gold, said) or not said:
        return gold == said
    wanted, got = names.get(normal(gold)), names.get(normal(said))
    if wanted or got:
        return wanted == got
    return alike(gold, said) or shared(gold, said) == 1


def alike(first: str, second: str, least: float = 0.5) -> bool:
    """Whether two phrases share at least that much of all their content words (Jaccard)."""
    one, other = stems(first), stems(second)
    return bool(one & other) and len(one & other) / len(one | other) >= least


def shared(first: str, second: str) -> float:
    """Share of the content words of `first` that `second` has, too."""
    one = stems(first)
    return len(one & stems(second)) / len(one) if one else 0.0
