"""What an article says that somebody or something is, in its own words and as of its day."""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.extract.mentions import beside, offices
from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.lexicon import words
from generator.extract.mentions.nounphrases import HEADS, Bodies, Named, named
from generator.extract.parsed import Doc
from generator.model import EntityType

Rule = tuple[str, Callable[[Named], str]]

NEW: tuple[Rule, ...] = (("appointed", offices.appointed),)
"""What makes every other role a former one."""

INTRODUCING: tuple[Rule, ...] = (
    ("reversed", beside.reversed_),
    ("title", beside.title),
    ("before", beside.before),
    ("before of", beside.before_of),
    ("after", beside.after),
    ("directly after", beside.directly_after),
    ("plural", beside.plural),
    ("relative", offices.relative),
)
"""What introduces somebody."""

PASSING: tuple[Rule, ...] = (
    ("couple", beside.couple),
    ("copula", offices.copula),
    ("clause", offices.clause),
    ("belongs", offices.belongs),
)
"""What says it by the way of people whom nothing introduces."""

ARTICLE = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|one|two|another|said|both|this|that) ", re.IGNORECASE
)
WHEN = re.compile(
    r" (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:within|after|before|during|since|until|amid|last) )"
    r".*| for (?:the past )?[\w-]+ (?:months|years|decades)\Z",
    re.DOTALL,
)
"""What follows a role and says when it began."""
BRACKETS = re.compile(r" ?\([^()]*\)")


def role_of(occurrences: Sequence[Candidate], kind: EntityType, doc: Doc, bodies: Bodies) -> str:
    """The role in the article's words, without its article; empty if it tells none.

    The first occurrence that tells one counts, those in headlines last. A single word gives way to a later role
    that says more: `minister` to `finance minister`.
    """
    if kind not in HEADS:
        return ""
    standing = [where for each in occurrences if (where := named(each, kind, doc, bodies)) is not None]
    standing.sort(key=lambda where: (_in_headline(where), where.candidate.span))
    for table in (NEW, INTRODUCING, PASSING):
        told = list(dict.fromkeys(_told(standing, table)))
        if told:
            return next((role for role in told if _says_more(role, told[0])), told[0])
    return ""


def _told(standing: Sequence[Named], table: Sequence[Rule]) -> Iterator[str]:
    """The role that each occurrence tells, by the first rule that finds one."""
    for where in standing:
        role = next((role for _, rule in table if (role := _clean(rule(where)))), "")
        if role:
            yield role


def _says_more(role: str, first: str) -> bool:
    return " " not in first and " " in role and first.lower() == role.lower().split()[-1]


def _in_headline(where: Named) -> bool:
    """Whether the name stands in a line that is no full sentence, such as a title."""
    return where.doc[where.first].sent.text.rstrip()[-1:] not in '.!?"”’)'


def _clean(role: str) -> str:
    """`role` without articles before it, a form of address after it or the next line; empty if that was all."""
    role = WHEN.sub("", BRACKETS.sub("", role.partition("\n")[0]))
    while match := ARTICLE.match(role):
        role = role[match.end() :]
    first, _, after = role.partition(" ")
    role = after if first.rstrip(".") in words("honorifics") else role
    *rest, last = role.split() or [""]
    if last.rstrip(".") in words("honorifics"):
        role = " ".join(rest) if rest and rest[-1].lower() in words("role_nouns") else ""
    return role.removesuffix(" and").strip(" ,“”\"'-–")
