"""What is asked of who reads articles, and what can come of it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from generator.model import Article
from generator.readings import Machine, Unread

Answer = bytes | Unread
"""A reading as `readings.encode` gives it, or why there is none."""
Work = Callable[[Machine, Sequence[Article]], list[Answer]]
"""What a crew does: a function that another process finds by its name."""
Pending = Callable[[], Sequence[Answer]]
"""Waits for answers; raises NoModel."""


class NoModel(Exception):
    """The language model is not installed, or not the parser."""


class Unreachable(Exception):
    """Those who should read are not there, cannot, or went away."""


class Crew(Protocol):
    """Who reads batches of articles."""

    @property
    def batch(self) -> int:
        """Articles handed out at a time."""

    def width(self) -> int:
        """So many batches are in the works at a time."""

    def submit(self, articles: Sequence[Article]) -> Pending:
        """Hand out a batch; returns what waits for its answers, one for each article."""

    def close(self) -> None:
        """Stop, whatever is in the works."""
