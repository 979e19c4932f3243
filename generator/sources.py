"""Which names in the words of a source speak, and which only tell whose or where it is: `analysts at Orsini`."""

import re
from collections.abc import Mapping, Sequence

from generator.model import EntityType, Mention, Span

PEOPLE_OF = re.compile(
    r"\b(?:crew|men|opposition|people|staff|women|(?!authorities|forces|services|states)\w{2,}[^s\W]s)(?: \w+)? "
    r"(?:at|close to|for|from|in|of|with) ",
    re.IGNORECASE,
)
"""Several people, and a preposition that leads to whom they belong: `analysts at `, `relatives of `."""

OTHERS = re.compile(
    r"(?:['’]s?)? (?!and [a-z])(?:[\w-]+ ){0,3}?(?:advis[eo]rs?|aides?|all(?:ies|y)|bondholders|case|clients|"
    r"creditors|critics?|customers|detractors|dissidents|drivers|employees|enem(?:ies|y)|estate|exiles|"
    r"famil(?:ies|y)|fans|foes?|inquest|inquiry|investors|killing|lenders|minorit(?:ies|y)|murder|neighbou?rs?|"
    r"opponents?|opposition|owners?|passengers|prisoners|protesters|rebels|refugees|relatives?|residents|rivals?|"
    r"shareholders|strikers|students|suppliers|supporters?|teachers|tenants|trial|unions?|victims|villagers|"
    r"voters|workers)\b"
)
"""Those who do not speak for whose they are: `Maruba’s opposition`, `the bank’s creditors`, `the Lee family`."""

OF_PERSON = re.compile(
    r"(?<!account)(?<!behalf)(?<!statement)(?<!testimony)(?<!words) of (?:the late |former )?"
    r"(?:(?:King|Mrs?\.?|Ms\.?|Pope|President|Prime Minister|Queen) )?$"
)
"""Leads to a person whose somebody is: `the son of `, `the trial of the late `."""

ASIDE = re.compile(
    r"\b(?:who|whom|whose|which|that) |"
    r"\b(?:commissioned|funded|obtained|ordered|read|reviewed|seen|viewed) by |"
    r"\b(?:about|against|concerning|regarding) (?:the |an? )?(?:[\w-]+ ){0,3}$|"
    r"\b(?:biography|portrait|profile) of (?:[\w-]+ ){0,3}$"
)
"""What leads to a name that tells what somebody does, who reads a document, and what it is about."""

TO = re.compile(r"\bto (?:the )?(?P<names>(?:[A-Z][\w.’'-]* )*)(?P<office>(?:(?!by|from|of)[a-z-]+ ){0,2})$")
"""What leads to somebody whom another serves: `an adviser to President `, `an aide to Orsini chief `."""

ADDRESSED = re.compile(
    r"\b(?:appeal|application|complaint|e-?mail|letter|memo|message|note|petition|plea|reply|report|request|"
    r"response|speech|statement|submission|tweet|warning)s? (?!.*\b(?:by|from)\b).*\bto "
)
"""What leads to somebody who is written to: `a letter to Orsini’s chairwoman `."""

ABOUT = re.compile(r" on (?:the )?$")
"""Leads to what a report is about, or to whose channel it stands on: `a statement on Orsini’s website`."""

AT_PLACE = re.compile(r"\b(?:across|around|at|from|in|near|outside|throughout) (?:the )?(?:[\w-]+ )?$")
"""Leads to where somebody is, who so does not speak for the place: `a court in `."""

_ORGANS = (
    r"(?:\w+ )??(?:administration|air force|ambassador|army|authorities|cabinet|chancellor|city|"
    r"congress|council|county|delegat\w+|diplomats?|embassy|envoys?|forces|foreign office|government|"
    r"leaders?(?:hip)?|military|ministers?|ministry|mission|navy|negotiators?|officials?|"
    r"parliament|premier|presidency|president|regime|representatives?|republic|ruler|senate|side|"
    r"spokes\w+|state|statement|team|town)\b"
)
GOES_ON = re.compile(r"(?:['’]s?)? (?!(?:and|as|or) )\w")
"""Behind a name that is a part of what follows: `’s academy`, ` academy`."""
OF_PLACE = re.compile(rf"(?:['’]s?)? (?:[\w-]+ ){{0,2}}?{_ORGANS}", re.IGNORECASE)
"""Behind a place: who or what speaks for it, `’s foreign ministry`, ` officials`."""
ORGAN_OF = re.compile(rf"\b{_ORGANS}(?: \w+)? (?:for|of) (?:the )?(?:[\w-]+ )?$", re.IGNORECASE)
"""Before a place: the same, `the government of `."""


def speaking(
    text: str, source: Span, mentions: Sequence[Mention], types: Mapping[str, EntityType]
) -> list[Mention]:
    """Of the `mentions` in the words of a source those that may speak; `types` are those of their entities."""
    return [
        each
        for before, each in zip((None, *mentions), mentions, strict=False)
        if each.entity in types and not _is_beside(text, source, each.span, types[each.entity], before)
    ]


def _is_beside(text: str, source: Span, name: Span, kind: EntityType, before: Mention | None) -> bool:
    """Whether the name, the next one in `source` after `before`, tells whose, where or about what it is."""
    ahead, behind = text[source.start : name.start], text[name.end : source.end]
    if OTHERS.match(behind) or behind.startswith("-") or (kind == "person" and _owns(behind)):
        return True
    if PEOPLE_OF.search(ahead) or ASIDE.search(ahead) or ADDRESSED.search(ahead):
        return True
    if kind == "person" and OF_PERSON.search(ahead):
        return True
    if ABOUT.search(ahead) and not _owns(behind):
        return True
    apposed = before is not None and before.span.end + 1 == name.start
    if not apposed and _serves(ahead):
        return True
    return kind == "place" and _only_tells_where(ahead, behind)


def _owns(behind: str) -> bool:
    """Whether a genitive ends the name: `Lee’s neighbours`, `James’ sister`."""
    return re.match(r"['’]s? ", behind) is not None


def _serves(ahead: str) -> bool:
    """Whether what stands before a name makes it that of somebody served; not in `secretary to the board Lee`."""
    to = TO.search(ahead)
    return to is not None and (bool(to["names"]) or not to["office"])


def _only_tells_where(ahead: str, behind: str) -> bool:
    """Whether who speaks is in or of a place, and does not speak for it: `a court in Arden`, `an Arden bank`."""
    if AT_PLACE.search(ahead):
        return True
    if GOES_ON.match(behind):
        return OF_PLACE.match(behind) is None
    return re.search(r" of (?:the )?(?:[\w-]+ )?$", ahead) is not None and ORGAN_OF.search(ahead) is None
