"""Which date an event or a saying has, and how that is known.

Derived by every build from what content/ stores; no language model, no clock.
"""

from generator.eventdates.events import date_event
from generator.eventdates.known import EventDate, likely
from generator.eventdates.sayings import date_sayings

__all__ = ["EventDate", "date_event", "date_sayings", "likely"]
