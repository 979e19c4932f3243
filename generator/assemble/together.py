"""Who speaks with one voice: `Qatar, Egypt and the United States said`."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.assemble.texts import Text
from generator.model import Ref, Span

NO_ROLE = r"(?!(?:at|between|by|for|from|in|of|on|that|to|who|whose|with)\b)"
LINK = re.compile(rf"(?:,|,? and) (?:{NO_ROLE}[\w.’'-]+ ){{0,4}}")
"""What stands between two names side by side: `, `, ` and Foreign Minister `, ` and its ally `."""
BELONGING = re.compile(r"\b(?:at|between|by|for|from|in|of|on|to|with) (?:\w+ ){0,2}\Z")
"""Before names of those to whom the speaker belongs: `the leaders of `."""


def together(text: Text, source: Span, named: Mapping[str, Ref]) -> tuple[Ref, ...]:
    """The entities that the words of a source name side by side, two or more, in their order; else none.

    The words end with the last of them: `Israel and US officials` are neither.
    """
    words = text.article.text
    names = [one for one in text.mentions_in(source) if source.contains(one.span) and one.entity in named]
    if len(names) < 2 or names[-1].span.end != source.end:
        return ()
    between = [words[one.span.end : other.span.start] for one, other in pairwise(names)]
    side_by_side = all(map(LINK.fullmatch, between)) and " and " in between[-1]
    if not side_by_side or BELONGING.search(words, source.start, names[0].span.start):
        return ()
    refs = tuple(dict.fromkeys(named[one.entity] for one in names))
    return refs if len(refs) > 1 else ()


def in_a_row(names: Sequence[str]) -> str:
    """`Qatar, Egypt and Norway`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
