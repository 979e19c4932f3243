"""The ordered table of checks on the assembled Site. Each yields diagnostics; none stops the build.

What can be seen in one file alone is checked where that file is read; here stands what needs the whole.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from generator.checks import articles, registers
from generator.checks.addresses import addresses
from generator.model import Diagnostic, Register, Site

__all__ = ["CHECKS", "addresses", "check"]

Check = Callable[[Site, Sequence[Register]], Iterable[Diagnostic]]


def check(site: Site, written: Sequence[Register]) -> tuple[Diagnostic, ...]:
    """All that the checks find in `site` and in the registers that people wrote, in the order of the table."""
    return tuple(chain.from_iterable(run(site, written) for _name, run in CHECKS))


CHECKS: tuple[tuple[str, Check], ...] = (
    ("unannotated", articles.unannotated),
    ("unread languages", articles.unread_languages),
    ("register targets", registers.register_targets),
    ("issue references", articles.issue_references),
    ("shared names", registers.shared_names),
    ("unnamed registers", registers.unnamed_registers),
    ("seeds twice", articles.seeds_twice),
    ("citations", articles.citations),
)
