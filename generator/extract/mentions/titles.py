"""Titles and roles before a name, within a run of capitalised words: `Kenya Interior Minister Jane Doe`."""

from generator.extract.mentions.lexicon import (
    is_demonym,
    is_first_name,
    is_role_noun,
    known,
    places,
    thing_nouns,
    words,
)
from generator.extract.mentions.runs import CONNECTORS, FIELD_OFFICES, Run
from generator.extract.mentions.tokens import Word, join

WARY = frozenset(
    """attorney chief count deputy duke father general judge justice king major marshal officer prince private queen
    sister""".split()
)
"""Titles that also begin names of other things: `General Mills`, `King County`."""

GENERALS = frozenset(
    "attorney governor inspector paymaster registrar solicitor surveyor surgeon vicar".split()
)
"""Who is general of a field, not of an army; `Selby General` is a hospital."""
THINGS = frozenset({"ORG", "FAC", "GPE"})
PORTFOLIOS = frozenset({"minister", "secretary", "undersecretary"})
"""Roles whose `of` names a field, not an organization."""


def title_length(run: Run) -> int:
    """How many words at the start of `run` are a title or role: all of them where it names nobody."""
    parts = (_ends_name, _begins_name)
    roles = [i for i, word in enumerate(run) if is_role(word) and not any(part(run, i) for part in parts)]
    if not roles:
        return 0
    for index in reversed(roles):
        split = _after_portfolio(run, index + 1)
        if split < len(run) and _is_person(run, split):
            return split
    if len(run) == 2 and run[1].text == "General" and not is_role(run[0]) and run[0].key not in GENERALS:
        return 0  # a hospital
    if len(run) == 2 and run[1].text == "Head" and not run[0].ordinary:
        return 0  # a headland
    last = roles[-1]
    field = last + 1 < len(run) and run[last + 1].text == "for" and run[last].key in FIELD_OFFICES
    field = field and all(word.text != "of" for word in run[:last])  # no `Office of the Commissioner for …`
    ends = last == len(run) - 1 or run[last + 1].text == "of" or field
    thing = last > 0 and run[-1].label in {"ORG", "FAC", "WORK_OF_ART"} and run[-1].key in thing_nouns()
    return len(run) if ends and not thing else 0


def is_role(word: Word) -> bool:
    """Whether a word says what somebody is: `Minister`, `Gen.`, `Mr`, `Secretary-General`."""
    listed = any(part in words("role_nouns") for part in word.key.split("-"))
    title = word.text.rstrip(".")
    personal = word.ordinary and is_role_noun(word.key)
    return listed or personal or title in words("ranks") or title in words("honorifics")


def _ends_name(run: Run, index: int) -> bool:
    """Whether a word such as `Cook` or `King` ends a person's name, or that of a `Department of Justice`."""
    of = index > 1 and run[index - 1].text == "of" and run[index - 2].text in words("org_heads")
    named = 0 < index == len(run) - 1 and is_first_name(run[0].text) and run[index].label == "PERSON"
    return named or of


def _begins_name(run: Run, index: int) -> bool:
    """Whether a word such as `Victor` or `Dean` is a first name here; `Dean Ann Roe` has another one."""
    rest = run[index + 1 :]
    return is_first_name(run[index].text) and bool(rest) and not is_first_name(rest[0].text)


def _after_portfolio(run: Run, index: int) -> int:
    """Where the name begins after a role: past `of State`, `of Foreign Affairs`, `for Europe`."""
    if index >= len(run) or run[index].text not in CONNECTORS:
        return index
    start = index + 1 + (run[index + 1].text == "the")
    field = start
    while field < len(run) and (run[field].text in words("portfolios") or not run[field].capital):
        field += 1
    offices = FIELD_OFFICES if run[index].text == "for" else PORTFOLIOS
    if field > start and run[index - 1].key in offices:
        return field
    ends = range(len(run) - 1, start, -1)
    place = next((end for end in ends if join(run[start:end]) in places()), 0)
    rest = range(start, len(run))
    return place or next(
        (i for i in rest if run[i].label == "PERSON" or is_first_name(run[i].text)), len(run)
    )


def _is_person(run: Run, split: int) -> bool:
    """Whether the words of `run` from `split` on are a person's name, given the role before them."""
    title, name = run[split - 1], run[split:]
    if len(name) > 5 or name[-1].key in thing_nouns() or not name[0].capital:
        return False
    if title.text.rstrip(".") in words("honorifics"):
        return True
    personal = any(word.label == "PERSON" for word in name) or is_first_name(name[0].text)
    if title.key in WARY:
        return personal and not (title.label in THINGS and len(name) == 1)
    return personal or len(name) > 1 or name[0].label not in THINGS


def within_title(title: Run) -> Run:
    """The place or organization that a title names, if any: `Kenya` in `Kenya Interior Minister`."""
    first_role = next((i for i, word in enumerate(title) if is_role(word)), 0)
    office = [word for i, word in enumerate(title[:first_role]) if i or not is_demonym(word.text)]
    holder = (
        bool(office)
        and title[-1].key in words("office_holders")
        and all(word.label == "ORG" for word in office)
    )
    if holder and (office[0].text not in places() or office[-1].key in words("org_nouns")):
        return office
    stretches = (
        (i, j) for i in range(len(title)) if not _is_field(title, i) for j in range(len(title), i, -1)
    )
    return next((title[i:j] for i, j in stretches if _is_known(title[i:j])), ())


def _is_field(title: Run, index: int) -> bool:
    """Whether a word names what a minister is in charge of, though it names a party too: `Labour Minister`."""
    following = title[index + 1] if index + 1 < len(title) else None
    office = following is not None and following.key in PORTFOLIOS and following.capital
    return office and title[index].text in words("portfolios")


def _is_known(part: Run) -> bool:
    form = join(part)
    acronym = form.isupper() and len(form) > 2 and part[0].label != ""
    return (known(form) or acronym) and form not in words("not_names")


def office_of(title: Run) -> Run:
    """`Refugee Council` in `Head of the Refugee Council`, a title that nobody's name follows."""
    of = next((i for i, word in enumerate(title) if word.text == "of"), 0)
    return title[of + 1 :] if of and is_role(title[of - 1]) and title[of - 1].key not in PORTFOLIOS else ()
