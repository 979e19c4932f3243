"""In which phase an event stands, told by the form of its verb and the words around it.

Ordered tables of rules, one for verbs in `verbphases` and one for nouns in `nounphases`. The first rule that
answers decides; the answer `""` means that no event is told here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.extract.events.syntax import Form
from generator.extract.parsed import Token
from generator.model import Phase


@dataclass(frozen=True, slots=True)
class Told:
    """A verb or noun that may tell an event, with what its phase depends on."""

    token: Token
    form: Form
    dated: bool
    """A date stands in its own clause."""
    on_day: bool
    """That date is a day."""
    future: bool
    """That date lies ahead, as far as its words tell: `tomorrow`, `next week`, or by its governing verb."""
    today: bool
    """It is the day of writing: `today`, `now`."""
    headline: bool
    governor: Phase | None = None
    """Phase of the event that governs a noun or a participle."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule decided."""

    phase: Phase | None
    rule: str


Answer = Phase | Literal[""] | None
"""The phase, or `""` for no event, or None: the next rule may know."""
Rules = tuple[tuple[str, Callable[[Told], Answer]], ...]
"""Each with the name that becomes the event's rule."""


def decide(told: Told, rules: Rules) -> Verdict:
    """The verdict of the first of `rules` that does not answer `None`; a phase of `None` is no event."""
    for name, rule in rules:
        answer = rule(told)
        if answer is not None:
            return Verdict(answer or None, name)
    return Verdict(None, "")
