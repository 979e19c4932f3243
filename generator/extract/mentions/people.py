"""Which forms name the same person: `Jane Ann Doe`, `Jane Doe`, `J. Doe` and `Doe`."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.evidence import from_surroundings
from generator.extract.mentions.forms import Form
from generator.extract.mentions.runs import PARTICLES
from generator.extract.mentions.shape import Name
from generator.extract.mentions.tokens import SUFFIXES

FIRM = 2.5
"""Evidence, besides the model's, from which on a word is taken for something else than a surname."""

PLACE = 2.0
"""Evidence from which on some occurrences of a surname are taken for a place of that name."""


def people(found: Sequence[Form], text: str) -> tuple[list[list[Form]], list[Form]]:
    """The people among the forms, each a group with the longest form first, and the forms that are left.

    A surname that several people bear is in the group of each; pointing.py says who is meant where.
    """
    full = [form for form in found if form.kind == "person" and len(form.words) > 1]
    groups = _group(full)
    by_surname, by_word = _indexes(groups)
    rest: list[Form] = []
    for form in found:
        if len(form.words) > 1:
            rest += [] if form.kind == "person" else [form]
            continue
        surely = [
            i for i in by_surname[form.text] if any(each.firm.get("person", 0) > 0 for each in groups[i])
        ]
        bearers = by_surname[form.text] or by_word[form.text]
        who, what = (form, None) if _may_be_personal(form) else (None, form)
        if surely and who is None:
            bearers = surely
            who, what = _parted(form, text)
        elif who is not None and by_surname[form.text]:
            parted, where = _parted(form, text)
            if where is not None and parted is not None and _is_surely_place(where, text):
                who, what = parted, where
        elif not bearers and form.kind == "person":
            groups.append([form])
            continue
        if bearers and who is not None:
            for index in bearers:
                groups[index].append(who)
        else:
            what = form
        rest += [what] if what is not None else []
    return groups, rest


def _group(full: Sequence[Form]) -> list[list[Form]]:
    """Full names that are forms of one another, longest first; one that fits two people stays on its own."""
    groups: list[list[Form]] = []
    by_surname: defaultdict[str, list[list[Form]]] = defaultdict(list)
    for form in sorted(full, key=lambda form: (-len(form.words), form.first)):
        surname = _core(form.words)[-1]
        fitting = [g for g in by_surname[surname] if any(same_person(form.words, other.words) for other in g)]
        if len(fitting) == 1:
            fitting[0].append(form)
        else:
            groups.append([form])
            by_surname[surname].append(groups[-1])
    return groups


def same_person(short: Name, full: Name) -> bool:
    """Whether a name of several words is a form of a longer one."""
    a, b = _core(short), _core(full)
    if a[-1] != b[-1]:
        return False
    positions = iter(b[:-1])
    return all(any(_same_word(word, other) for other in positions) for word in a[:-1])


def _core(name: Name) -> Name:
    """A person's name without `Jr.` and the like."""
    return [word for word in name if word not in SUFFIXES] or name


def _same_word(a: str, b: str) -> bool:
    initial = any(re.fullmatch(r"[A-Z]\.?", word) for word in (a, b))
    return a.lower() == b.lower() or (initial and a[0] == b[0])


def _indexes(
    groups: Sequence[Sequence[Form]],
) -> tuple[defaultdict[str, list[int]], defaultdict[str, list[int]]]:
    """Surname → the people who bear it, and any word of a full name → the people in whose name it is."""
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        surnames = {_core(form.words)[-1] for form in group}
        for surname in surnames | {re.sub(r"^[Aa]l-", "", surname) for surname in surnames}:
            by_surname[surname].append(index)
        for word in {word for form in group for word in form.words} - PARTICLES:
            by_word[word].append(index)
    return by_surname, by_word


def _may_be_personal(form: Form) -> bool:
    """Whether a single word may be a person's name alone: nothing firm says that it is something else."""
    rivals = (form.firm.get("place", 0.0), form.firm.get("organization", 0.0), form.firm.get("other", 0.0))
    return max(rivals) < max(FIRM, form.firm.get("person", 0.0))


def _place_votes(occurrence: Candidate, text: str) -> float:
    votes = from_surroundings(occurrence, text)
    return sum(weight * (kind == "place") - weight * (kind == "person") for kind, weight in votes)


def _is_surely_place(form: Form, text: str) -> bool:
    """Whether the occurrences taken for a place `Jordan` say so more than once, or in so many words."""
    return sum(_place_votes(each, text) for each in form.occurrences) >= PLACE


def _parted(form: Form, text: str) -> tuple[Form | None, Form | None]:
    """The occurrences of `Jordan` that mean the person of that surname, and those that mean the place."""
    where = tuple(each for each in form.occurrences if _place_votes(each, text) > 0)
    who = tuple(each for each in form.occurrences if _place_votes(each, text) <= 0)
    return replace(form, occurrences=who) if who else None, replace(
        form, occurrences=where
    ) if where else None
