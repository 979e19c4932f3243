"""What there may be of each thing, and the versions of the formats."""

from typing import Literal

EntityType = Literal["person", "organization", "place"]
Mode = Literal["direct", "indirect", "mixed", "inference"]
Certainty = Literal["asserted", "hedged", "denied"]
Phase = Literal["happened", "under way", "scheduled", "awaited", "forecast", "deadline"]
Status = Literal[
    "raised", "disputed", "narrowing", "claimed agreed", "agreed", "signed", "implemented", "stalled"
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Rights = Literal["full", "quotes", "none"]
Severity = Literal["error", "warning", "info"]
Kind = Literal["article", "entity", "event", "issue"]
"""Of what has an id across the dossier, and so an address."""
RegisterKind = Literal["entity", "issue", "event"]
"""Of what may have a register."""

FIRST_FORMAT = 1
"""What content/ has that does not say."""
FORMAT = 1
"""Version of the file formats that this program reads and writes; migrations.py leads to it from older ones."""
EXTRACTOR = 1
"""Version of what extract/ proposes; raised when a rule changes it, recorded in content/dossier.yml."""
LANGUAGES = frozenset({"en"})
"""Those that extract/ reads, as primary subtags of BCP 47."""
