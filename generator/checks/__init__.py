"""The ordered table of checks on the assembled Site. Each yields diagnostics; none stops the build.

What can be seen in one file alone is checked where that file is read; here stands what needs the whole.
"""

from collections.abc import Callable, Iterable
from itertools import chain

from generator.checks import addresses, articles, notes, registers
from generator.checks.whole import Whole
from generator.model import Diagnostic

__all__ = ["CHECKS", "Whole", "check"]

Check = Callable[[Whole], Iterable[Diagnostic]]


def check(whole: Whole) -> tuple[Diagnostic, ...]:
    """All that the checks find in the order of the table, none of it only because a file could not be read."""
    return tuple(chain.from_iterable(run(whole) for _name, run in CHECKS))


CHECKS: tuple[tuple[str, Check], ...] = (
    ("unannotated", articles.unannotated),
    ("unread languages", articles.unread_languages),
    ("register targets", registers.register_targets),
    ("issue references", articles.issue_references),
    ("shared names", registers.shared_names),
    ("unnamed registers", registers.unnamed_registers),
    ("seeds twice", articles.seeds_twice),
    ("citations", articles.citations),
    ("addresses", addresses.addresses),
    ("dead links", notes.dead_links),
)
