"""All measures of one dossier."""

from collections.abc import Callable

from quality import across, reading, telling
from quality.counting import Found, together
from quality.gold import Entry, Gold
from quality.machine import Machine, Read

OF_AN_ARTICLE: tuple[Callable[[Gold, Entry, Read], Found], ...] = (
    reading.entities,
    reading.temporals,
    reading.statements,
    telling.events,
    telling.issues,
)
ACROSS: tuple[Callable[[Gold, Machine], Found], ...] = (
    across.entities_joined,
    across.issues_joined,
    across.events_joined,
    across.contradictions,
)


def measure(gold: Gold, machine: Machine) -> Found:
    """Every measure, over all articles; those across articles only where the gold speaks of that."""
    parts = [
        one(gold, article, machine.articles[name])
        for name, article in gold.articles.items()
        for one in OF_AN_ARTICLE
    ]
    parts += [one(gold, machine) for one in ACROSS if gold.across]
    return together(parts)
