"""Runs of capitalised words, with the small words between them, cut where one name ends and another begins.

The language model's names help to decide how far a run reaches, but do not decide alone: it often glues two
names, or gives one name a different extent in every sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from generator.extract.mentions.lexicon import is_demonym, is_first_name, known, places, thing_nouns, words
from generator.extract.mentions.tokens import GIVEN, Line, Word, join

PARTICLES = frozenset(
    """af al av bin bint ben da das de del della den der di do dos du e el ibn la le sans te ten ter van við von y
    zu""".split()
)
"""Lower-case words within a person's or place's name."""

CONNECTORS = frozenset({"of", "for", "on", "at", "in", "against", "to", "with", "and"})
"""Lower-case words within the name of an organization, where its first words or the model say so."""

SMALL = PARTICLES | CONNECTORS | {"the", "&"}

POSSESSIVE_HEADS = frozenset(
    """children farmers kings men miners nurses people queens students teachers veterans women workers
    writers""".split()
)
"""`People’s Bank`, `Women’s League`: names in which a possessive does not end the name."""

DATES = frozenset(
    """January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec""".split()
)

FAMILY_FIRM = frozenset("Associates Brothers Co Company Daughters Partners Son Sons".split())
"""What may follow the `and` of a firm's name: `Hesk and Sons`."""
FIELD_OFFICES = frozenset("commissioner minister rapporteur secretary undersecretary".split())
"""Offices whose `for` names a field: `Minister for Foreign Affairs`."""
SHOUTED = 3
"""Letters; a longer word in capitals that opens a sentence is a dateline's place or an acronym."""

LONGEST = 24
"""Words of a run: no name with its titles is longer, and a text all in capitals must not cost more."""

Run = Sequence[Word]


def read_followers(lines: Sequence[Line]) -> Mapping[str, frozenset[str]]:
    """Capitalised word → what follows each of its occurrences within a sentence."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        for word, after in zip_longest(line.words, line.words[1:]):
            if word.capital and not (word.first and word.ordinary):
                found[word.text].add(after.text if after is not None else "")
    return {word: frozenset(after) for word, after in found.items()}


def runs(
    line: Line, lower_case: set[str], surnames: set[str], followers: Mapping[str, frozenset[str]]
) -> Iterator[Run]:
    """Runs of a sentence, each the whole or the part of one name, possibly with titles before it.

    `lower_case` are words that the text has in lower case too, `surnames` those of people named in full.
    """
    index = 0
    while index < len(line.words):
        if not _opens(line.words, index, lower_case, surnames):
            index += 1
            continue
        end = index + 1
        while end - index < LONGEST and (step := _joined(line, index, end, surnames, followers)) > 0:
            end += step
        yield from _cut(line.words[index:end], followers)
        index = end


def _opens(line: Run, index: int, lower_case: set[str], surnames: set[str]) -> bool:
    """Whether a name may begin with this word. At the start of a sentence a capital tells little."""
    word = line[index]
    if not word.first or not word.capital:
        return word.capital
    if word.common and (not word.label or word.text in words("openers")):
        return False
    followed = index + 1 < len(line) and line[index + 1].capital and line[index + 1].gap == " "
    after = line[index + 1] if index + 1 < len(line) else None
    if (
        word.ordinary
        and after is not None
        and after.gap == " "
        and after.tag in {"NN", "NNS"}
        and after.text.islower()
    ):
        return False  # `Hedge fund Acme …`
    if word.ordinary and after is not None and after.text == "which" and after.gap == ", ":
        return True
    proper = word.tag in {"NNP", "NNPS"} or (word.text.isupper() and len(word.text) > SHOUTED)
    if word.text.lower() in lower_case:
        return followed or (proper and word.text in surnames)
    return proper or bool(word.label) or followed


def _joined(
    line: Line, start: int, end: int, surnames: set[str], followers: Mapping[str, frozenset[str]]
) -> int:
    """How many words more belong to the run `line.words[start:end]`: none, one, or small words and the next."""
    words_ = line.words
    if end >= len(words_) or words_[end - 1].closed:
        return 0
    last, following = words_[end - 1], words_[end]
    members = following.gap in {"’ ", "' "} and _owned(last, following, followers)
    if following.gap not in {" ", "\u00a0"} and not members:
        return int(following.capital and _joined_by_sign(line, last, following))
    if following.capital:
        return 1
    if following.text == "of" and end - start == 1 and last.text in surnames:
        return 0  # `Doe of the Kessel River Commission`
    size = 1
    while end + size < len(words_) and size < 3 and words_[end + size].text in PARTICLES | {"the"}:
        size += 1
    step = words_[end : end + size + 1]
    if len(step) <= size or not step[-1].capital or any(word.gap != " " for word in step):
        return 0
    if all(word.text in PARTICLES for word in step[:-1]) or _links(
        line, words_[start:end], following, step[-1]
    ):
        between = following.text == "and" and start > 0 and words_[start - 1].key == "between"
        return 0 if between else size + 1
    return 2 if following.text == "and" and size == 1 and _begins_body(words_, start, end) else 0


def _begins_body(line: Run, start: int, end: int) -> bool:
    """Whether `line[start:end]` and what stands behind the `and` at `end` are one body's name."""
    last = line[end - 1]
    if last.ordinary and _is_body(line[end + 2 : end + 8]):
        return True
    alone = end - start == 1 and start > 0 and line[start - 1].key == "the" and not _complete(last)
    return alone and _ends_in_body(line[end + 1 : end + 6])


def _ends_in_body(after: Run) -> bool:
    """Whether two words or more lead up to a body's noun: `the Maritime and Harbour Workers' Union`."""
    for index, word in enumerate(after):
        if not (word.capital and word.ordinary) or (index and word.gap not in {" ", "' ", "’ "}):
            return False
        if index and word.key in words("org_nouns"):
            return True
    return False


def _is_body(after: Run) -> bool:
    """Whether an apposition says that one body was named: `Plough and Fury, a group that …`."""
    if len(after) < 2 or after[0].gap != ", " or after[0].text not in {"a", "an"}:
        return False
    noun = next((word for word in after[1:] if word.tag == "NN" and word.key in words("org_nouns")), None)
    return noun is not None and all(word.gap == " " for word in after[1 : after.index(noun) + 1])


def _joined_by_sign(line: Line, last: Word, following: Word) -> bool:
    """`Express & Star`; `Wal - Mart` where the model reads one name of it."""
    sign = following.gap.strip()
    if sign == "&":
        return True
    return (
        sign in {"-", "–"}
        and not known(last.text)
        and not known(following.text)
        and _covered(line, last, following)
    )


def _links(line: Line, run: Run, connector: Word, following: Word) -> bool:
    """Whether a small word such as `of` joins a run and the word after it into one name."""
    last, heads = run[-1], words("org_heads")
    covered = connector.text in CONNECTORS and _covered(line, last, following)
    match connector.text:
        case "of":
            return last.text in heads | words("place_heads") or last.key in words("role_nouns") or covered
        case "to" if last.key in words("role_nouns"):
            return True
        case "on":
            return last.text in heads
        case "for":
            return (
                last.text in heads
                or last.key in FIELD_OFFICES
                or (covered and any(word.text in heads for word in run))
            )
        case "and":
            other = following.text in places() or following.text.isupper() or is_first_name(following.text)
            within = any(word.text in {"of", "for", "on"} for word in run)
            if following.text in FAMILY_FIRM:
                return True
            other |= last.text in {"North", "South", "East", "West"}  # `North and South Utopia`
            return covered and not other and (within or not _complete(last))
    return covered and any(word.text in heads for word in run)


def _complete(last: Word) -> bool:
    """Whether an organization's or place's name may end with this word, so that `and` begins another."""
    body = last.key in words("org_nouns") and last.key != "archives"
    return body or last.text in places() or last.key in words("place_nouns")


def _covered(line: Line, first: Word, last: Word) -> bool:
    """Whether the model reads one name of an organization or place from `first` to `last`."""
    return any(
        ent.start_char <= first.span.start and last.span.end <= ent.end_char
        for ent in line.ents
        if ent.label_ in {"ORG", "FAC", "GPE", "LOC"}
    )


def _owned(word: Word, after: Word, followers: Mapping[str, frozenset[str]]) -> bool:
    """Whether a possessive is a name's own: `People’s Bank`, `Residents’ Alliance`, `Tanner’s Wharf`."""
    if not word.possessive or not after.capital or word.label == "GPE":
        return False
    if word.key in POSSESSIVE_HEADS:
        return True
    if not word.ordinary or word.key in words("org_nouns") or word.key in words("place_nouns"):
        return False
    sites = ("org_nouns", "org_last", "place_nouns", "weak_place_nouns")
    return followers.get(word.text, frozenset()) <= {after.text} and any(after.key in words(n) for n in sites)


def _cut(run: Run, followers: Mapping[str, frozenset[str]]) -> Iterator[Run]:
    """The parts of a run that are names of their own."""
    start = 0
    for index, word in enumerate(run):
        if word.possessive and not (index + 1 < len(run) and _owned(word, run[index + 1], followers)):
            yield run[start : index + 1]
            start = index + 1
        elif word.text.rstrip(".") in DATES and not _named_for_date(run, index):
            yield run[start:index]
            start = index + 1
        elif index > start and _begins_person(run[start:], index - start):
            yield run[start:index]
            start = index
    yield run[start:]


def _named_for_date(run: Run, index: int) -> bool:
    """Whether a day or month is part of a name: `Theresa May`, `Sunday Times`."""
    before = index > 0 and is_first_name(run[index - 1].text)
    after = run[index + 1] if index + 1 < len(run) else None
    if is_first_name(run[index].text) and run[index].label == "PERSON" and after is not None:
        return after.label == "PERSON"  # `May Doe`
    return before or (index + 1 < len(run) and run[index + 1].key in words("org_nouns"))


def _begins_person(run: Run, index: int) -> bool:
    """Whether a person's name follows another name without a break: `Court of Uruguay Ana Pérez`."""
    before, name = run[:index], run[index:]
    if len(name) < 2 or not name[0].capital or before[-1].text in SMALL or name[-1].key in thing_nouns():
        return False
    of = next((i for i in range(index - 1, 0, -1) if run[i].text == "of"), None)
    if of is not None and join(run[of + 1 : index]) in places():
        return name[0].key not in thing_nouns()
    if len(before) == 1 and (is_demonym(before[0].text) or before[0].text in words("not_names")):
        return not any(word.text in SMALL or word.key in thing_nouns() for word in name)
    # `Director of Rivers Network Europe Jane Doe`
    placed = len(before) > 1 and before[-1].text in places() and before[-2].key in words("org_nouns")
    ended = known(join(before)) or before[-1].key in words("org_nouns") or placed
    led = run[0].key in words("role_nouns") and len(name) == 2 and before[-1].key not in words("role_nouns")
    return ended and (is_first_name(name[0].text) or led or GIVEN.fullmatch(name[-1].text) is not None)
