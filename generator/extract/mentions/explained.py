"""What an article explains itself: `Kessel River Commission (KRC)`, `an annual impact statement (AIS)`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extract.mentions.forms import LEAST, Form
from generator.extract.mentions.lexicon import is_first_name, words
from generator.extract.mentions.shape import Kind

OPEN, CLOSE = re.compile(r" ?[(\[][“\"‘']?\Z"), re.compile(r"[”\"’']?[)\]]")
SMALL = frozenset("a and at de des do for in la les of on sans the to und".split())
YEAR = re.compile(r" of (?:19|20)\d\d\Z")
REACH = 90
"""Code points before a bracket in which the words stand that it shortens."""

CERTAIN = 9.0
"""Weight of what the article says itself."""


def explained(found: Sequence[Form], text: str) -> tuple[tuple[Form, ...], Mapping[str, str]]:
    """The forms, each short form with the type of what it stands for; and short form → the form it stands for.

    A short form of words that are no name, `an annual impact statement (AIS)`, names nobody.
    """
    ends = {each.span.end: form for form in found if len(form.words) > 1 for each in form.occurrences}
    meant: dict[str, str] = {}
    kinds: dict[str, Kind] = {}
    for short in (form for form in found if len(form.words) == 1):
        for start, end in (each.span for each in short.occurrences):
            before = OPEN.search(text, max(0, start - 3), start)
            if before is None or not CLOSE.match(text, end):
                continue
            full = ends.get(before.start())
            if full is not None and _begins_alike(short.text, full.words):
                kind = _kind_of(full, short.text)
                kinds |= {each: kind for each in (short.text, full.text) if kind != "person"}
                meant.setdefault(short.text, full.text)
            elif (
                head := _head(short.text, text[max(0, before.start() - REACH) : before.start()])
            ) is not None:
                kinds.setdefault(short.text, _kind_of_noun(head))
    return tuple(_with_kind(form, kinds.get(form.text)) for form in found), meant


def _begins_alike(short: str, full: Sequence[str]) -> bool:
    """Whether the first letter of the short form begins a word of the full one."""
    return short[0].lower() in {word[0].lower() for word in full}


def _kind_of(full: Form, short: str) -> Kind:
    """The type of a name that an acronym follows: seldom a person, unless the first name is one."""
    personal = is_first_name(full.words[0]) or any(each.title is not None for each in full.occurrences)
    initials = "".join(word[0] for word in full.words if word.lower() not in SMALL)
    unknown = full.kind == "other" and full.score.get("other", 0.0) < LEAST
    named = unknown or (full.kind == "person" and not personal)
    return "organization" if named and initials == short else full.kind


def _head(short: str, before: str) -> str | None:
    """The noun that says what the words right before a bracket name whose initials are `short`, if they are."""
    letters = [char.lower() for char in short if char.isalpha()]
    if len(letters) < 2 or not short[0].isupper():
        return None
    told = re.findall(r"[^\W_]+", YEAR.sub("", before.replace("’s", "").replace("'s", "")))
    content = [i for i, word in enumerate(told) if word.lower() not in SMALL][-len(letters) :]
    if [told[i][0].lower() for i in content] != letters:
        return None
    named = told[content[0] :]
    heads = [str(each) for each, word in pairwise(named) if word in {"of", "for", "on"}]
    return heads[0] if heads else str(named[-1])


def _kind_of_noun(head: str) -> Kind:
    listed: tuple[tuple[str, Kind], ...] = (("org_nouns", "organization"), ("place_nouns", "place"))
    heads = head.lower() in words("org_nouns") or head in words("org_heads")
    return (
        "organization"
        if heads
        else next((kind for name, kind in listed if head.lower() in words(name)), "other")
    )


def _with_kind(form: Form, kind: Kind | None) -> Form:
    if kind is None:
        return form
    return replace(form, kind=kind, score={kind: CERTAIN}, firm={kind: CERTAIN})
