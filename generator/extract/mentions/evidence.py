"""All evidence for what a name is: its own words, its surroundings, and what the language model calls it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from generator.extract.mentions import shape
from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.cues import AFTER, BEFORE, BEFORE_NOUN, PERSONAL, SAYING
from generator.extract.mentions.lexicon import is_first_name, places
from generator.extract.mentions.shape import Kind, Votes

MODEL: Mapping[str, Votes] = {
    "PERSON": (("person", 2.0),),
    "ORG": (("organization", 2.0),),
    "GPE": (("place", 2.0),),
    "LOC": (("place", 2.0),),
    "FAC": (("place", 1.6),),
    "NORP": (("other", 1.5),),
    "EVENT": (("other", 2.5),),
    "PRODUCT": (("other", 2.0),),
    "WORK_OF_ART": (("other", 2.0),),
    "LAW": (("other", 2.5),),
    "LANGUAGE": (("other", 2.5),),
}
"""What the model's labels mean here, and how far to believe them."""

BEFORE_RULES = tuple((re.compile(f"(?:{pattern})$"), kind, weight) for pattern, kind, weight in BEFORE)
NOUN_RULES = tuple(
    (re.compile(rf"\b{pattern}$"), nouns, kind, weight) for pattern, nouns, kind, weight in BEFORE_NOUN
)
AFTER_RULES = tuple((re.compile(pattern), kind, weight) for pattern, kind, weight in AFTER)
WINDOW = 60
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

Score = Mapping[Kind, float]


def from_model(occurrences: Sequence[Candidate]) -> Score:
    """What the model calls a name, on average; half as much where it gives the name another extent."""
    votes = [
        (kind, weight if each.exact else weight / 2)
        for each in occurrences
        for kind, weight in MODEL.get(each.label, ())
    ]
    return _sum(votes, 1 / len(occurrences))


def from_text(occurrences: Sequence[Candidate], text: str) -> Score:
    """What a name's own words and the surroundings of its occurrences say."""
    own = [vote for _, rule in shape.RULES for vote in rule(occurrences[0].words)]
    own += from_derived(occurrences[0].words, text)
    own += from_defined(occurrences[0].words, text)
    around = _sum((vote for each in occurrences for vote in from_surroundings(each, text)), 1.0)
    # What a few of many occurrences seem to say is noise: `in Warsaw, Doe …`.
    share = min(1.0, 2 / sqrt(len(occurrences)))
    return _sum(
        [*own, *((kind, share * max(-4.0, min(4.0, weight))) for kind, weight in around.items())], 1.0
    )


LEAST_STEM = 4
"""Letters of a name from which a word for its people is recognised."""


def from_derived(name: shape.Name, text: str) -> Votes:
    """A word for its people makes a name a country's: `Utopia` beside `Utopian`, which itself is no name."""
    word = name[0]
    if len(name) > 1 or len(word) < LEAST_STEM or is_first_name(word):
        return ()
    if re.search(rf"\b{re.escape(word)}(?:n|ian|an|ese)s?\b", text):
        return (("place", 2.5),)
    stems = [
        word[: -len(ending)]
        for ending in ("n", "ns", "an", "ans", "ian", "ians", "ese")
        if word.endswith(ending)
    ]
    named = (stem for stem in stems if len(stem) >= LEAST_STEM and not is_first_name(stem))
    return (("other", 9.0),) if any(re.search(rf"\b{re.escape(stem)}\b", text) for stem in named) else ()


CRAFT = "rover|lander|orbiter|spacecraft|space probe|telescope|satellite|rocket|shuttle"
CRAFTS = re.compile(rf"\b(?i:{CRAFT})s?\b")


def from_defined(name: shape.Name, text: str) -> Votes:
    """What the article calls a craft once, `the Pilgrim rover`, is one everywhere."""
    if not CRAFTS.search(text) or " ".join(name) in places():
        return ()
    form = re.escape(" ".join(name))
    named = rf"\b{form},? (?:\w+ )?(?i:{CRAFT})s?\b(?! agency)|\b(?i:{CRAFT})s? (?:named |called )?{form}\b"
    return (("other", 4.0),) if re.search(named, text) else ()


def from_surroundings(candidate: Candidate, text: str) -> Votes:
    """Evidence of one occurrence: the words around it and the title before it."""
    start, end = candidate.span
    before, after = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    if candidate.verb and before.endswith(", "):
        before = ""  # the clause begins here: `In Warsaw, Doe said …`
    owner = after[:2] in {"'s", "’s"}  # `in Doe's office` is no place
    votes = [
        (kind, weight)
        for pattern, kind, weight in BEFORE_RULES
        if not (owner and kind == "place") and pattern.search(before)
    ]
    votes += [
        (kind, weight)
        for pattern, nouns, kind, weight in NOUN_RULES
        if (found := pattern.search(before)) and found.group(1) in nouns
    ]
    votes += [(kind, weight) for pattern, kind, weight in AFTER_RULES if pattern.match(after)]
    if candidate.title is not None:
        votes.append(("person", 4.0))
    elif candidate.attributive and PEOPLE_WORD.fullmatch(text[start:end]) and re.match(r" [a-z]", after):
        votes.append(("other", 2.2 if DETERMINED.search(before) else 1.0))
    elif not candidate.attributive and THE.search(before):
        votes.append(("person", -1.5))
    elif not candidate.attributive and ARTICLE.search(before):
        votes.append(("other", 1.5))
    if (following := PLACE_AFTER.match(after)) and not places().isdisjoint(following.groups()):
        votes.append(("place", 1.5))
    if len(candidate.words) > 1 and (origin := FROM_AFTER.match(after)) and origin.group(1) in places():
        votes.append(("person", 1.5))
    if candidate.verb in PERSONAL:
        votes.append(("person", 2.2))
    if candidate.verb in SAYING:
        votes.append(("person", 0.7))
    return votes


def _sum(votes: Iterable[tuple[Kind, float]], share: float) -> Score:
    score: defaultdict[Kind, float] = defaultdict(float)
    for kind, weight in votes:
        score[kind] += weight * share
    return dict(score)


def add(*scores: Score) -> Score:
    """The sum of several scores."""
    return _sum((vote for score in scores for vote in score.items()), 1.0)


def best(score: Score, least: float) -> Kind:
    """The type with the most evidence, `other` where none has `least`."""
    kind, weight = max(score.items(), key=lambda item: (item[1], item[0]), default=("other", 0.0))
    return kind if weight >= least else "other"
