"""Where a text may name somebody or something: the runs of capitalised words without the titles before them."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.mentions.cuewords import TRADES
from generator.extract.mentions.lexicon import is_demonym, is_first_name, known, places, words
from generator.extract.mentions.runs import Run, read_followers, runs
from generator.extract.mentions.titles import is_role, office_of, title_length, within_title
from generator.extract.mentions.tokens import Line, is_headline, join
from generator.extract.parsed import Doc, Words
from generator.model import Span

EDGES = re.compile(r"^(?:the|an?)\s+|['’]s?$", re.IGNORECASE)
"""What the model takes into a name, and we do not."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place where a name may stand."""

    span: Span
    words: tuple[str, ...]
    """The name's words, without a title before it or a possessive after it."""
    series: Span
    """From the first to the last name of the list in which it stands; its own span where it stands alone."""
    label: str = ""
    """What the model calls the name here, if anything: PERSON, ORG, GPE, ..."""
    exact: bool = False
    """Whether the model's name has the same extent, but for `the`."""
    attributive: bool = False
    """Whether it stands before a noun that it qualifies: `a Labour minister`."""
    verb: str = ""
    """The verb that it is the subject of, in its base form."""
    title: Span | None = None
    """The title or role directly before the name: `Prime Minister`, `Mr.`"""
    ordinary: tuple[bool, ...] = ()
    """For each of its words whether it is an English one too, as both of `Eel Pie` are."""


def candidates(doc: Doc, text: str, all_lines: Sequence[Line]) -> Iterator[Candidate]:
    """Every place in `doc`, the parsed `text` of these lines, where a name may stand, in order."""
    lower_case = _lower_case(all_lines)
    surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    lines = [line for line in all_lines if not is_headline(line, text, lower_case)]
    followers = read_followers(lines)
    found = [(line, _trim(run)) for line in lines for run in runs(line, lower_case, surnames, followers)]
    alone = {run[0].text for _, run in found if len(run) == 1}
    whole = {join(run) for _, run in found if run and not run[0].first}
    found = [(line, run[1:] if _is_opened(run, alone, whole) else run) for line, run in found]
    firms = {run[0].text for _, run in found if len(run) > 1 and run[-1].text in words("company_words")}
    read = []
    for line, run in found:
        for name, title in _names(run, firms):
            each = _candidate(name, title, line.ents, doc, text)
            short = each.label == "" and len(name) == 1 and name[0].text in firms
            read.append(replace(each, label="ORG", exact=True) if short else each)
    yield from _listed(read, text)


def _is_opened(run: Run, alone: Container[str], whole: Container[str]) -> bool:
    """Whether an ordinary word only opens the line: `Ailing Nordvik seeks buyer`, and further down `Nordvik`."""
    if len(run) != 2 or not run[0].first or not run[0].ordinary or run[1].ordinary:
        return False
    named = is_first_name(run[0].text) or is_role(run[0]) or run[0].key in OF_NAMES
    return not named and run[1].text in alone and join(run) not in whole


OF_NAMES = frozenset(
    """bay cape cyclone east fort great hurricane lake little mount new north old port river saint south storm
    typhoon upper lower west""".split()
)
"""Ordinary words that are part of a name before another word."""
PARTIES = frozenset("Democrats Greens Independents Liberals".split())
"""Members who also name their party: `Selby Independents`."""
COMMA, AND = re.compile(r", "), re.compile(r",? (?:and|or|&) (?:the )?")
"""What parts the names of a list."""


def _listed(found: Sequence[Candidate], text: str) -> Iterator[Candidate]:
    """The candidates, each with the list in which it stands: `Tarnby, Keel and Holm`, up to its `and`."""
    start = 0
    for index, each in enumerate(found):
        gap = _gap(found, index, text)
        ended = index > start and AND.fullmatch(text, found[index - 1].span.end, each.span.start)
        if gap == " and " and _gap(found, index - 1, text) == _gap(found, index + 1, text) == " in ":
            gap = ""  # `Jane Doe in Tarnby and Joe Roe in Keel`
        if not ended and (COMMA.fullmatch(gap) or AND.fullmatch(gap)):
            continue
        names = found[start : index + 1]
        whole = Span(names[0].span.start, each.span.end)
        yield from (replace(one, series=whole if ended else one.span) for one in names)
        start = index + 1


def _gap(found: Sequence[Candidate], index: int, text: str) -> str:
    """What stands between a candidate and the next one; nothing where there are not two."""
    two = 0 <= index < len(found) - 1
    return text[found[index].span.end : found[index + 1].span.start] if two else ""


def _lower_case(lines: Sequence[Line]) -> set[str]:
    return {word.text for line in lines for word in line.words if word.text.islower()}


def headline_words(text: str, lines: Sequence[Line]) -> set[str]:
    """The words of the lines that are passed over because everything in them is capitalised."""
    lower_case = _lower_case(lines)
    return {word.text for line in lines if is_headline(line, text, lower_case) for word in line.words}


def _names(run: Run, firms: Container[str]) -> Iterator[tuple[Run, Run]]:
    """The names in a run, each with the title before it: the name itself, and one within its title.

    `firms` are the first words of companies that the article names in full.
    """
    length = title_length(run)
    title, name = run[:length], _trim(run[length:])
    within = _trim(office_of(title)) or within_title(title) or _firm(title, firms)
    if within:
        yield within, ()
    if name and not (len(name) == 1 and is_role(name[0])):
        yield name, title


def _firm(title: Run, firms: Container[str]) -> Run:
    """`Acme` in `Acme Chief Executive`, where the article has told of `Acme Logistics`."""
    return title[:1] if len(title) > 1 and title[0].text in firms else ()


def _trim(run: Run) -> Run:
    """`run` without small words, groups and nationalities at its edges that are not part of a name."""
    start, end = 0, len(run)
    while start < end and (_is_loose(run, start) or not run[start].capital):
        start += 1
    while end > start and (not run[end - 1].capital or _is_trailer(run[start:end])):
        end -= 1
    return run[start + _surplus(run[start:end]) : end]


def _is_loose(run: Run, index: int) -> bool:
    """Whether the word only opens the sentence, or is a number such as `A38` before a name."""
    numbered = index == 0 and len(run) > 1 and any(char.isdigit() for char in run[0].text)
    opens = run[index].text in words("openers") and not run[index].label and not run[index].possessive
    return numbered or opens


def _is_trailer(run: Run) -> bool:
    """Whether the last word is a nationality, a group or a caption's word that is not part of the name."""
    if len(run) < 2:
        return False
    last, before = run[-1], run[-2]
    if is_first_name(before.text) or (before.label == "PERSON" and last.label == "PERSON"):
        return last.text in {"Image", "Photo"}
    party = last.text in PARTIES and not (is_demonym(before.text) or known(before.text) or before.first)
    return not party and (is_demonym(last.text) or last.text in words("not_names"))


def _surplus(run: Run) -> int:
    """How many words at the start only happen to stand before a known place: `Oil-rich Norway`, `Muslim Java`."""
    if len(run) > 1 and run[0].first and run[0].key.removesuffix("s") in TRADES | {"rival"}:
        return 1
    if len(run) > 2 and run[0].text in words("portfolios") and is_first_name(run[1].text):
        return 1
    if len(run) == 2 and run[0].text in words("portfolios") and run[1].text in places():
        return 0  # `Transport Scotland`
    if (
        not run
        or is_role(run[0])
        or join(run) in places()
        or run[0].label in {"ORG", "GPE"}
        or is_first_name(run[0].text)
    ):
        return 0
    if not run[0].first and run[0].text not in words("not_names"):
        return 0
    return next((start for start in range(1, len(run)) if join(run[start:]) in places()), 0)


def _candidate(name: Run, title: Run, ents: Sequence[Words], doc: Doc, text: str) -> Candidate:
    span = Span(name[0].span.start, name[-1].span.end)
    label, exact = _label(span, ents, text)
    tokens = doc.char_span(span.start, span.end)
    dependency, head = (tokens.root.dep_, tokens.root.head.lemma_) if tokens is not None else ("", "")
    return Candidate(
        span,
        words=tuple(text[span.start : span.end].split()),
        label=label,
        exact=exact,
        attributive=dependency in {"compound", "amod", "nmod", "poss"},
        verb=head if dependency in {"nsubj", "nsubjpass"} else "",
        title=Span(title[0].span.start, title[-1].span.end) if title else None,
        ordinary=tuple(word.ordinary for word in name if word.capital),
        series=span,
    )


def _label(span: Span, ents: Sequence[Words], text: str) -> tuple[str, bool]:
    """The model's label for most of `span`, and whether its name has the same extent."""
    shared = [(min(span.end, ent.end_char) - max(span.start, ent.start_char), ent) for ent in ents]
    length, ent = max(shared, key=lambda pair: pair[0], default=(0, None))
    if ent is None or length <= 0:
        return "", False
    return ent.label_, EDGES.sub("", ent.text) == text[span.start : span.end]
