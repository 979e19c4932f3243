"""What kind of body an organization is, by its name and role: a union, a broadcaster, a company."""

import re
from collections.abc import Mapping

from generator.model import NamedEntity

BODIES: Mapping[str, frozenset[str]] = {
    "union": frozenset("brotherhood guild labour teamsters union unions workers".split()),
    "broadcaster": frozenset("broadcasting channel news radio television tv".split()),
    "station": frozenset("radio television tv".split()),
    "newspaper": frozenset(
        "chronicle courier daily gazette globe herald journal mail news post times tribune".split()
    ),
    "paper": frozenset(
        "chronicle courier daily gazette globe herald journal mail news post times tribune".split()
    ),
    "airline": frozenset("air airlines airways".split()),
    "club": frozenset("city fc rovers town united".split()),
    "bank": frozenset("bank banca banco banque".split()),
    "charity": frozenset("aid foundation fund relief trust".split()),
    "gallery": frozenset("gallery museum".split()),
    "hospital": frozenset("clinic hospital infirmary medical".split()),
    "infirmary": frozenset({"infirmary"}),
    "regulator": frozenset("agency authority commission inspectorate".split()),
    "school": frozenset("academy college grammar".split()),
    "trust": frozenset({"trust"}),
    "watchdog": frozenset("authority commission inspectorate ombudsman".split()),
}
"""Word for a body → words in the names of such bodies, beside the word itself."""
COMPANY = frozenset(
    """
    brand business builder carrier chain company conglomerate contractor developer firm giant group insurer lender
    maker manufacturer operator producer retailer startup supplier utility
    """.split()
)
"""Words for a body whose name need not say what it is."""


OUTLETS = frozenset("agency broadcaster daily magazine newspaper outlet paper station weekly".split())


def is_a(entity: NamedEntity, head: str) -> bool:
    """Whether the entity is a `head`, by its own words or others for such bodies."""
    words = set(re.findall(r"\w+", f"{entity.name} {entity.role}".casefold()))
    return head in words or not words.isdisjoint(BODIES.get(head, frozenset()))


def has_class(entity: NamedEntity) -> bool:
    """Whether the name says what the body is, so that it is no company."""
    last = entity.name.casefold().split()[-1]
    return last in BODY_NOUNS or any(is_a(entity, head) for head in BODIES)


BODY_NOUNS = frozenset(
    """
    agency alliance army assembly association authority board bureau cabinet chamber commission
    committee congress council court department federation force foundation government institute league
    ministry movement office organisation organization parliament party police post senate service
    society tribunal university
    """.split()
)
