"""What the words around one occurrence of a name say of its type."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.cues import AFTER, BEFORE, BEFORE_NOUN, PERSONAL, SAYING
from generator.extract.mentions.cuewords import TRADERS, TRADES
from generator.extract.mentions.lexicon import places
from generator.extract.mentions.shape import Kind, Votes


def _any_of(patterns: Iterable[str]) -> str:
    """One pattern for several; the edge of a word, with which most begin, is looked for once."""
    edge = r"\b"
    alike: list[str] = []
    others: list[str] = []
    for pattern in patterns:
        (alike if pattern.startswith(edge) else others).append(f"(?:{pattern.removeprefix(edge)})")
    return "|".join((f"{edge}(?:{'|'.join(alike)})", *others))


SOME_BEFORE = re.compile(f"(?:{_any_of(pattern for pattern, _, _ in BEFORE)})$")
"""Matches where any of BEFORE_RULES does, which is seldom."""
BEFORE_RULES = tuple((re.compile(f"(?:{pattern})$"), kind, weight) for pattern, kind, weight in BEFORE)
NOUN_RULES = tuple(
    (re.compile(rf"\b{pattern}$"), nouns, kind, weight) for pattern, nouns, kind, weight in BEFORE_NOUN
)
AFTER_RULES = tuple((re.compile(pattern), kind, weight) for pattern, kind, weight in AFTER)
SHORTEST = 3
"""Letters of an acronym; a dateline's place has more."""
WINDOW = 45
"""Code points of the text on either side that the rules see."""

THE = re.compile(r"\b[Tt]he $")
ARTICLE = re.compile(r"\b(?:[Aa]n?|new|its|their|your|each|every|old|latest|original|previous|existing) $")
"""A product or a kind of thing follows these, seldom a name of a person, organization or place."""
PLACE_AFTER = re.compile(r", (([A-Z]\w+)(?: [A-Z]\w+)?)")
"""`Springfield, Illinois`."""

FROM_AFTER = re.compile(r",? (?:from|of) ([A-Z]\w+(?: [A-Z]\w+)?)")
"""`Jane Doe of Kenya`."""
PEOPLE_WORD = re.compile(r"[A-Z]\w+(?:an|ese|ish)")
DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|senior|former|her|his|their|its) \Z"
)
"""An adjective follows that says where somebody comes from: `a senior Utopian official`."""

MEMBER_OF = re.compile(r"[A-Z][\w’'-]+,? (?:of|from) (?:the )?\Z")
"""`Jane Doe of Stroud Kessler`."""
PLURAL_VERB = re.compile(r"(?: [a-z]+ly)? (?:are|have|were)\b")
"""A team, a firm or a band, seen as those who are in it: `Tarnby were docked six points`."""
ALONE = re.compile(r"(?:\A|[.!?:;“\"\n] ?|\b(?:that|but|if|because|when|as|said) )(?:[Tt]he )?\Z")
"""What stands before a name that alone is the subject of its verb."""

DATELINE = re.compile(r"(?:, [^\n—–]{1,30}?)?(?: \([^()\n]*\))? ?[-–—]{1,2} (?=[“\"]?[A-Z])")
"""What follows the place of a dateline: `TARNBY, 4 May - `."""

TRADER = re.compile(r"([a-z]+),? \Z")
CASE = re.compile(
    r"(?: [a-z]+)? (?:case|hearing|inquest|inquiry|investigation|murder|probe|row|saga|scandal|trial)\b"
)
"""A case that bears somebody's name follows."""


@dataclass(frozen=True, slots=True)
class Around:
    """An occurrence and the text on either side of it, or of the list in which it stands."""

    candidate: Candidate
    text: str
    before: str
    after: str

    @property
    def listed(self) -> bool:
        """Whether it stands in a list of names."""
        return self.candidate.series != self.candidate.span

    @property
    def name(self) -> str:
        """The words of the name."""
        return self.text[self.candidate.span.start : self.candidate.span.end]


@lru_cache(maxsize=1024)
def from_surroundings(candidate: Candidate, text: str) -> Votes:
    """Evidence of one occurrence: the words around it and the title before it. Asked for several times."""
    start, end = candidate.span
    before = text[max(0, start - WINDOW) : start]
    if candidate.verb and before.endswith(", "):
        # the clause begins here: `In Warsaw, Doe said …`
        around = Around(candidate, text, "", text[end : end + WINDOW])
    else:
        # what stands before and after a list is said of each: `at Tarnby, Keel and Holm stations`
        first, last = candidate.series
        around = Around(candidate, text, text[max(0, first - WINDOW) : first], text[last : last + WINDOW])
    return tuple(vote for _, rule in RULES for vote in rule(around))


def from_words_before(around: Around) -> Votes:
    """Prepositions, verbs and nouns before the name."""
    case = around.candidate.attributive and CASE.match(around.after) is not None
    owner = around.after[:2] in {"'s", "’s"}  # `in Doe's office` is no place, nor `in Doe murder trial`
    votes = [
        (kind, weight)
        for pattern, kind, weight in (BEFORE_RULES if SOME_BEFORE.search(around.before) else ())
        if not ((owner or case) and kind == "place") and pattern.search(around.before)
    ]
    trader = TRADER.search(around.before)
    if trader is not None and trader.group(1) in TRADERS:
        votes.append(("person" if len(around.candidate.words) > 1 else "organization", 2.5))
    return votes + [
        (kind, weight)
        for pattern, nouns, kind, weight in NOUN_RULES
        if (found := pattern.search(around.before)) and found.group(1) in nouns
    ]


def from_words_after(around: Around) -> Votes:
    """Verbs, nouns and appositions after the name, and the place or country that follows it."""
    votes = [(kind, weight) for pattern, kind, weight in AFTER_RULES if pattern.match(around.after)]
    following, origin = PLACE_AFTER.match(around.after), FROM_AFTER.match(around.after)
    if following is not None and not places().isdisjoint(following.groups()):
        votes.append(("place", 1.5))
    if len(around.candidate.words) > 1 and origin is not None and origin.group(1) in places():
        votes.append(("person", 1.5))
    return votes


def from_dateline(around: Around) -> Votes:
    """`TARNBY, 4 May - The mayor …`."""
    start, end = around.candidate.span
    opens = around.text[:start][-1:] in {"", "\n"} and not all(around.candidate.ordinary)
    shouted = around.name.isupper() and end - start > SHORTEST
    return (("place", 6.0),) if opens and shouted and DATELINE.match(around.after) else ()


def from_title(around: Around) -> Votes:
    """A title before it, else an article before it or a noun after it that it qualifies."""
    candidate, before = around.candidate, around.before
    if candidate.title is not None:
        trade = around.text[candidate.title.start : candidate.title.end].lower() in TRADES
        return (("organization", 2.0) if trade else ("person", 4.0),)
    if candidate.attributive:
        people = PEOPLE_WORD.fullmatch(around.name) and re.match(r" [a-z]", around.after)
        return (("other", 2.2 if DETERMINED.search(before) else 1.0),) if people else ()
    if THE.search(before):
        return (("person", -1.5),)
    return (("other", 1.5),) if ARTICLE.search(before) else ()


def from_grammar(around: Around) -> Votes:
    """What it is the subject of, and whether its verb has a plural; whom it is named after `of`."""
    candidate = around.candidate
    votes: list[tuple[Kind, float]] = []
    own = candidate.series.start == candidate.span.start
    if len(candidate.words) > 1 and own and MEMBER_OF.search(around.before):
        votes += [("person", -2.0), ("organization", 1.2)]
    if not around.listed and PLURAL_VERB.match(around.after) and ALONE.search(around.before):
        votes.append(("organization", 1.5))
    if candidate.verb in PERSONAL:
        votes.append(("person", 2.2))
    if candidate.verb in SAYING:
        votes.append(("person", 0.7))
    return votes


RULES: tuple[tuple[str, Callable[[Around], Votes]], ...] = (
    ("words before", from_words_before),
    ("words after", from_words_after),
    ("dateline", from_dateline),
    ("title", from_title),
    ("grammar", from_grammar),
)
"""Every rule votes; the sum counts."""
