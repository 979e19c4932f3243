"""Which forms name the same person: `Jane Ann Doe`, `Jane Doe`, `J. Doe` and `Doe`."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.mentions import namesakes
from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.forms import Form
from generator.extract.mentions.lexicon import places
from generator.extract.mentions.runs import PARTICLES
from generator.extract.mentions.shape import Name
from generator.extract.mentions.surroundings import from_surroundings
from generator.naming import SUFFIXES

FIRM = 2.5
"""Evidence, besides the model's, from which on a word is taken for something else than a surname."""

FAMILY = re.compile(r"e?s\Z")

PLACE = 2.0
"""Evidence from which on some occurrences of a surname are taken for a place of that name."""


def people(found: Sequence[Form], text: str) -> tuple[list[list[Form]], list[Form]]:
    """The people among the forms, each a group with the longest form first, and the forms that are left.

    A surname that several people bear is in the group of each; pointing.py says who is meant where.
    """
    found = tuple(namesakes.told_apart(found, text))
    full = [form for form in found if form.kind == "person" and len(form.words) > 1]
    groups = _group(full)
    by_surname, by_word = _indexes(groups)
    rest = [form for form in found if len(form.words) > 1 and form.kind != "person"]
    for form in found:
        # The plural is a family: `the Hollises`.
        if len(form.words) > 1 or (form.text not in by_surname and FAMILY.sub("", form.text) in by_surname):
            continue
        bearers = by_surname[form.text] or by_word[form.text]
        surely = [i for i in by_surname[form.text] if _is_sure(groups[i])]
        who, what = _shared(form, bearers=bool(bearers), surely=bool(surely), text=text)
        if who is not None and not bearers:
            groups.append([who])
        elif who is not None:
            for index in surely if surely and not _may_be_personal(form) else bearers:
                groups[index].append(who)
        rest += [what] if what is not None else []
    return groups, rest


def _is_sure(group: Sequence[Form]) -> bool:
    return any(form.firm.get("person", 0.0) > 0 for form in group)


def _shared(form: Form, *, bearers: bool, surely: bool, text: str) -> tuple[Form | None, Form | None]:
    """The occurrences of a single word that mean a person, and those that mean something else.

    `bearers`: whether it is in the full name of somebody; `surely`: as the surname of one who is surely a person.
    """
    who, what = _parted(form, text)
    if bearers and _may_be_personal(form):
        if what is None or not _is_surely_place(what, text):
            return form, None
        return who, replace(what, kind="place", score={"place": PLACE})
    if surely:
        return who, what
    splits = form.kind == "place" and form.text not in places()
    if splits and not bearers and who is not None and _is_surely_person(who, text):
        return replace(who, kind="person"), what
    return (form, None) if not bearers and form.kind == "person" else (None, form)


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


def _is_surely_person(form: Form, text: str) -> bool:
    """Whether every occurrence says in so many words that it is a person: `Jordan, the minister, …`."""
    return all(_place_votes(each, text) <= -PLACE for each in form.occurrences)


def _parted(form: Form, text: str) -> tuple[Form | None, Form | None]:
    """The occurrences of `Jordan` that mean the person of that surname, and those that mean the place."""
    where = tuple(each for each in form.occurrences if _place_votes(each, text) > 0)
    who = tuple(each for each in form.occurrences if _place_votes(each, text) <= 0)
    return replace(form, occurrences=who) if who else None, replace(
        form, occurrences=where
    ) if where else None
