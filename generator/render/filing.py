"""By which of its words a name is looked up in an index: of people the family name, of all else the first."""

import re

from generator.model import EntityView
from generator.naming import SUFFIXES

ARTICLE = re.compile(r"^(?:al|el|ul)-(?=\w)", re.IGNORECASE)
"""What an Arabic family name may begin with, and no index counts (The Chicago Manual of Style, 17th ed., 16.75)."""


def filed(view: EntityView) -> str:
    """The name as an index has it: `Brook Ada` for Ada Brook.

    The family name is what articles call a person for short, `Jiang` of Jiang Yu; of one that none calls so, the
    last word.
    """
    if view.ref.type != "person":
        return view.ref.name
    words = view.ref.name.split()
    while words[1:] and words[-1] in SUFFIXES:
        words.pop()
    name = " ".join(words).rstrip(",")
    last = max((short for short in view.aliases if name.endswith(f" {short}")), key=len, default="")
    if not last and any(name.startswith(f"{short} ") for short in view.aliases):
        return name
    family = last or name.rpartition(" ")[2]
    return f"{ARTICLE.sub('', family)} {name.removesuffix(family)}".strip()
