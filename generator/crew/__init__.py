"""Many articles read at once, here or elsewhere, in the order in which they are given.

    articles ─ in batches ─▶ crew: this process | several processes | a cluster ─▶ readings, in order

What was read before is remembered, what is read now is learnt. An article on which the reading fails, or on
which even the process that reads dies, costs itself only.
"""

from generator.crew.here import Here, answers
from generator.crew.processes import Processes
from generator.crew.protocol import Answer, Crew, NoModel, Pending, Unreachable, Work
from generator.crew.reading import Memory, read
from generator.readings import Machine, Unread

__all__ = [
    "Answer",
    "Crew",
    "Here",
    "Memory",
    "NoModel",
    "Pending",
    "Processes",
    "Unreachable",
    "Unread",
    "Work",
    "answers",
    "local",
    "read",
]

FEW = 16
"""So many articles are read by the time that another process has loaded the model: 1.2 s against 0.07 s each."""


def local(machine: Machine, articles: int, cores: int) -> Crew:
    """Who best reads so many articles on this machine."""
    return Processes(machine, cores) if cores > 1 and articles > FEW else Here(machine)
