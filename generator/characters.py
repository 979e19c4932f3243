"""Which code points no text of a dossier may hold, and which a reader cannot see."""

import re

_ASTRAL = "".join(f"{chr(plane)}-{chr(plane + 0xFFFD)}" for plane in range(0x10000, 0x110000, 0x10000))

# Written as what is legal, because the first ranges then decide about nearly every character at once.
ILLEGAL = re.compile(f"[^\\n\\t -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{_ASTRAL}]")
"""C0 but newline and tab, delete, C1, surrogates and noncharacters. What is left is legal in XML and JSON."""

BIDIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of what follows; kept in a text, and shown on its page."""
