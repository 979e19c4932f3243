"""The work itself, and a crew that does it in this process."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator import readings, shares
from generator.crew.protocol import Answer, NoModel, Pending, Work
from generator.model import Article
from generator.readings import Machine, Unread

NEW = 20_000
"""So many objects are made over some ten articles; what is garbage among them is a few megabytes."""
LONGEST_REASON = 300
"""Characters."""


def answers(machine: Machine, articles: Sequence[Article]) -> list[Answer]:
    """The work itself: what is read in each article, or why it cannot be. Raises NoModel."""
    try:
        from generator import extract

        extract.load(machine.model)
    except (ImportError, OSError) as error:
        raise NoModel(machine.model) from error
    try:
        with shares.seldom_collected(NEW):
            found = extract.read(articles, machine.model, machine.vocabulary, machine.entities)
            return [readings.encode(reading) for _, reading in found]
    except Exception as error:  # noqa: BLE001  whatever one article does, the others are read
        if len(articles) == 1:
            why = " ".join(f"{type(error).__name__}: {error}".strip(": ").split())
            return [Unread(why[:LONGEST_REASON])]
        return [answer for article in articles for answer in answers(machine, (article,))]


@dataclass(slots=True)
class Here:
    """This process: no other has to load the model, so it is quickest for a few articles."""

    machine: Machine
    work: Work = answers
    batch: int = 8

    def width(self) -> int:
        """One batch after the other."""
        return 1

    def submit(self, articles: Sequence[Article]) -> Pending:
        """They are read when they are asked for."""
        return partial(self.work, self.machine, articles)

    def close(self) -> None:
        """Nothing is in the works."""
