"""What commands take from the world outside the dossier: a machine that reads, and the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from generator.cli import machine

if TYPE_CHECKING:
    from generator.annotate import Reader


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _extractor() -> int:
    from generator.model import EXTRACTOR

    return EXTRACTOR


@dataclass(frozen=True, slots=True)
class World:
    """As it is; whoever runs a command may give it another one, as tests do."""

    model: "Callable[..., Reader]" = machine.model
    """Makes the machine's reader for a dossier; see machine.model."""
    today: Callable[[], str] = _today
    """ISO 8601: the day on which something is recorded; a build knows no such thing."""
    extractor: Callable[[], int] = _extractor
    """The version of that machine, by which a file tells who read its article."""


def of(context: typer.Context) -> World:
    """The world of a command."""
    return context.obj or World()
