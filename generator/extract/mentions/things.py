"""Which forms name the same organization or place: `River Commission`, `RC`, `the Commission`."""

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from generator.extract.mentions import evidence
from generator.extract.mentions.explained import CERTAIN
from generator.extract.mentions.forms import Form
from generator.extract.mentions.lexicon import known, places, words
from generator.extract.mentions.shape import Kind, Name
from generator.model import EntityType
from generator.naming import STATES

NATIONAL = frozenset({"US", "U.S.", "UK", "U.K.", "UN", "U.N.", "EU"})
"""What may be left out before an organization's name."""

LONGEST_ACRONYM = 5
PARTY = ("Labour", "Party")
"""The pattern of a party's name that is seldom written out."""

NUMBER = re.compile(r" \d")
"""What follows a word that only counts: `Region 12`."""
NOUN = re.compile(r" (?!and |or )[a-z]+s\b")
"""A plural that a word before it qualifies: `Navy divers`."""
OFFICIAL = STATES | {"City", "State"}
"""What the official name of a place begins with."""
OPENING = re.compile(r"(?:[.!?:\n“\"‘])\s*\Z")
"""What stands before the first word of a sentence."""

Group = tuple[list[Form], EntityType]


def things(found: Sequence[Form], text: str, meant: Mapping[str, str]) -> list[Group]:
    """The organizations and places among the forms, each group with its type and the longest form first.

    `meant` leads from short forms that the article explains to what they stand for.
    """
    named = [
        form
        for form in found
        if form.kind in {"organization", "place"} and not _is_generic(form) and not _only_opens(form, text)
    ]
    acronyms = [
        form
        for form in found
        if form.kind == "other"
        and form.text.isupper()
        and "." not in form.text
        and form.score.get("other", 0.0) < CERTAIN
    ]
    groups = _group(named, acronyms, meant)
    for form in (form for form in found if _is_generic(form) and _is_within(form, text)):
        bearers = [group for group in groups if any(is_head(form.text, other.words) for other in group)]
        if len(bearers) == 1:
            bearers[0].append(form)
    return [(group, kind) for group in groups if (kind := _kind(group)) is not None]


def _group(named: Sequence[Form], acronyms: Sequence[Form], meant: Mapping[str, str]) -> list[list[Form]]:
    """Forms that share a key with exactly one longer form join it; other acronyms are dropped if they do not."""
    groups: list[list[Form]] = []
    by_key: defaultdict[Hashable, set[int]] = defaultdict(set)
    longest_first = sorted(named, key=lambda form: (-len(form.words), -len(form.text), form.first))
    for form in (*longest_first, *acronyms):
        fitting = by_key["text", meant.get(form.text)] or {i for key in _keys(form) for i in by_key[key]}
        if form.text.isupper() and form.kind != "other" and form.text not in meant:
            fitting = {i for i in fitting if groups[i][0].kind == form.kind}
        if len(fitting) == 1:
            index = next(iter(fitting))
            groups[index].append(form)
        elif form.kind != "other":
            index = len(groups)
            groups.append([form])
        else:
            continue
        first = [("first", form.words[0])] if len(form.words) > 1 and form.kind == "organization" else []
        for key in (*_keys(form), *_short_keys(form.words), *first):
            by_key[key].add(index)
    return groups


@cache
def equivalents() -> Mapping[str, str]:
    """Name of a place or organization → all its names, by turns used for one another, as data/ lists them."""
    return {name: line for line in words("equivalents") for name in line.split("|")}


def _keys(form: Form) -> list[Hashable]:
    """What a form is found by under a longer one."""
    bare = _bare(form.words)
    content = frozenset(bare) - {"of", "the", "for", "and", "&"}
    same = equivalents().get(form.text)
    keys: list[Hashable] = [("bare", bare), ("text", form.text)]
    keys += [("bare", bare[2:])] if bare[0] in OFFICIAL and bare[1:2] == ("of",) else []
    keys += [("content", content)] if len(form.words) > 1 else []
    keys += [("short", form.text)] if form.text not in places() else []
    alone = len(form.words) == 1 and form.kind == "organization" and not known(form.text)
    keys += [("first", form.text)] if alone and form.text not in words("modifiers") else []
    # A dateline has its place in capitals: `PORT TALBOT`.
    keys += [("folded", form.text.casefold())] if len(form.text) > LONGEST_ACRONYM else []
    return keys + ([("same", same)] if same is not None else [])


def _short_keys(name: Name) -> list[Hashable]:
    """Short forms of a name: its acronyms, and what stands before its `of`."""
    before_of = [
        " ".join(name[:i])
        for i, word in enumerate(name)
        if word == "of" and (i > 1 or name[0] in words("standalone"))
    ]
    party = name[:1] if len(name) == len(PARTY) and name[-1] == PARTY[-1] else ()
    return [("short", short) for short in (*acronyms_of(name), *before_of, *party)]


def _bare(name: Name) -> tuple[str, ...]:
    """An organization's name without the words that are often left out."""
    inner = list(name)
    while len(inner) > 1 and inner[-1].rstrip(".") in words("company_words"):
        inner.pop()
    while len(inner) > 1 and inner[0] in NATIONAL:
        inner.pop(0)
    return tuple(inner)


def acronyms_of(name: Name) -> tuple[str, ...]:
    """Initials of a name of several words, with and without its small words: `KRC`, `DoJ`, `U.N.`."""
    if len(name) < 2:
        return ()
    parts = [part for word in name for part in re.split("[-‑]", word) if part and part[0].isalnum()]
    initials = "".join(part[0] for part in parts)
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    dotted = "".join(f"{letter}." for letter in capitals)
    spoken = capitals.capitalize() if len(capitals) >= SPOKEN else ""
    forms = (initials, initials.upper(), capitals, dotted, spoken)
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))


SPOKEN = 4
"""Letters of an acronym that is read as a word, and so may be written like one: `Nato`."""


def _kind(group: Sequence[Form]) -> EntityType | None:
    """The type of a group: the one with the most evidence in its forms; None if that is no name after all."""
    scores = [
        {kind: weight * min(3, len(form.occurrences)) for kind, weight in form.score.items()}
        for form in group
    ]
    return TYPES.get(evidence.best(evidence.add(*scores), 0.0))


TYPES: Mapping[Kind, EntityType] = {"organization": "organization", "place": "place"}


def is_head(word: str, name: Name) -> bool:
    """Whether `word` says what a longer name names: `Council` of `City Council`, `Bank` of `Bank of Ghana`."""
    return len(name) > 1 and (
        name[-1] == word or any(a == word and b in {"of", "for", "on"} for a, b in pairwise(name))
    )


def _is_within(form: Form, text: str) -> bool:
    """Whether the word stands within a sentence somewhere, where only a name has a capital."""
    return any(
        each.span.start
        and not OPENING.search(text, max(0, each.span.start - 2), each.span.start)
        and not NUMBER.match(text, each.span.end)
        for each in form.occurrences
    )


def _only_opens(form: Form, text: str) -> bool:
    """Whether `Navy` is no name but a noun before another, with the capital of its sentence: `Navy divers …`."""
    alone = len(form.words) == 1 and form.text in words("standalone")
    return (
        alone
        and not _is_within(form, text)
        and all(NOUN.match(text, each.span.end) for each in form.occurrences)
    )


def _is_generic(form: Form) -> bool:
    """Whether it is a word such as `Commission`, which names something only as the rest of a fuller name."""
    if len(form.words) > 1 or form.text in words("standalone") or form.text in words("orgs"):
        return False
    lower = form.text.lower()
    return lower in words("org_nouns") or lower in words("place_nouns") or form.text in words("org_heads")
