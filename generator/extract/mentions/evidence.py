"""All evidence for what a name is: its own words, its surroundings, and what the language model calls it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from generator.extract.mentions import shape
from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.lexicon import is_first_name, known, places, words
from generator.extract.mentions.shape import Kind, Votes
from generator.extract.mentions.surroundings import from_surroundings

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

Score = Mapping[Kind, float]


UNKNOWN = 1.2
"""What the model's word for an organization of one unknown word counts."""


def from_model(occurrences: Sequence[Candidate]) -> Score:
    """What the model calls a name, on average; half as much where it gives the name another extent."""
    word = occurrences[0].words[0]
    # The model calls many a town of one unknown word an organization.
    alone = len(occurrences[0].words) == 1 and word.istitle() and not known(word)
    votes = [
        (
            kind,
            min(weight, UNKNOWN)
            if alone and kind == "organization"
            else weight
            if each.exact
            else weight / 2,
        )
        for each in occurrences
        for kind, weight in MODEL.get(each.label, ())
    ]
    return _sum(votes, 1 / len(occurrences))


def from_text(occurrences: Sequence[Candidate], text: str) -> Score:
    """What a name's own words and the surroundings of its occurrences say."""
    ordinary = occurrences[0].ordinary == (True,)  # the ending of `Motherland` makes no country
    rules = (rule for name, rule in shape.RULES if not (ordinary and name == "towns"))
    own = [vote for rule in rules for vote in rule(occurrences[0].words)]
    own += from_derived(occurrences[0].words, text)
    own += from_joined(occurrences[0].words, text)
    own += from_defined(occurrences[0].words, text)
    own += from_ordinary(max(occurrences, key=lambda each: each.verb != ""))
    own += from_sport(occurrences[0].words, text)
    own += from_party(occurrences, text)
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
    told = told_words(text)
    endings = PEOPLE if word.endswith(VOWELS) else (*PEOPLE, "i")
    if any(word + ending in told for ending in endings):
        return (("place", 2.5),)
    stems = [word.removesuffix(ending) for ending in PEOPLE if word.endswith(ending)]
    if word.endswith("i") and re.search(rf"\b{word} [a-z]+(?<!said)\b", text):
        stems.append(word.removesuffix("i"))
    named = (stem for stem in stems if len(stem) >= LEAST_STEM and not is_first_name(stem))
    return (("other", 9.0),) if any(stem in told for stem in named) else ()


PEOPLE = ("n", "ns", "an", "ans", "ian", "ians", "ese")
"""What turns a country's name into the word for its people."""
VOWELS = tuple("aeiou")
"""After these nobody says `-i`, as in `Kuwaiti`."""


def from_joined(name: shape.Name, text: str) -> Votes:
    """`Acme-Orvex` means two, where the article names both elsewhere: `the Acme-Orvex merger`."""
    parts = name[0].split("-")
    if len(name) > 1 or len(parts) == 1 or not all(part[:1].isupper() for part in parts):
        return ()
    apart = all(re.search(rf"(?<![\w-]){re.escape(part)}(?![\w-])", text) for part in parts)
    return (("other", 9.0),) if apart else ()


@lru_cache(maxsize=2)
def told_words(text: str) -> frozenset[str]:
    """The words of an article."""
    return frozenset(re.findall(r"\w+", text))


def from_ordinary(candidate: Candidate) -> Votes:
    """A name of English words, `Historic Coasts`, is hardly a person's, nor one that ends in a plural."""
    name, last = candidate.words, candidate.words[-1].lower()
    if len(name) < 2 or not candidate.ordinary or last in words("surname_nouns"):
        return ()
    if all(candidate.ordinary):
        return (("person", -2.5), ("organization", 1.2 if candidate.verb else 0.8))
    plural = candidate.ordinary[-1] and last.endswith("s") and not last.endswith("ss")
    return (("person", -1.5), ("organization", 1.0)) if plural and not is_first_name(name[0]) else ()


CLUB = frozenset({"City", "County", "Forest", "Town", "Villa"})
SPORT = re.compile(
    r"\b(?:goalkeeper|striker|midfielder|manager|coach|season|league|fans|match|players?|home win|promotion)\b",
    re.IGNORECASE,
)


def from_sport(name: shape.Name, text: str) -> Votes:
    """`Selby Town` is a club where an article speaks of sport."""
    if len(name) != 2 or name[-1] not in CLUB:
        return ()
    return (("organization", 6.0),) if len(set(map(str.lower, SPORT.findall(text)))) >= SPORTING else ()


PARTIES = frozenset(
    "Communists Conservatives Democrats Greens Liberals Moderates Nationalists Republicans Socialists".split()
)
ALL_OF_THEM = re.compile(r"(?:\b[Tt]he|['’]s) \Z")
"""Before its plural a party is meant, not some of its members."""


def from_party(occurrences: Sequence[Candidate], text: str) -> Votes:
    """`The Liberals walked out`, `the Greens’ leader`: a party by its plural, where it does or has something."""
    if len(occurrences[0].words) > 1 or occurrences[0].words[0] not in PARTIES:
        return ()
    acts = any(
        (each.verb or text[each.span.end : each.span.end + 1] in {"'", "’"})
        and ALL_OF_THEM.search(text[max(0, each.span.start - 4) : each.span.start])
        for each in occurrences
    )
    return (("organization", 12.0),) if acts else ()


SPORTING = 4
"""Different words of sport that an article must have."""
CRAFT = "rover|lander|orbiter|spacecraft|space probe|telescope|satellite|rocket|shuttle"
CRAFTS = re.compile(rf"\b(?i:{CRAFT})s?\b")


@lru_cache(maxsize=1)
def _tells_of_crafts(text: str) -> bool:
    return CRAFTS.search(text) is not None


def from_defined(name: shape.Name, text: str) -> Votes:
    """What the article calls a craft once, `the Pilgrim rover`, is one everywhere."""
    if not _tells_of_crafts(text) or " ".join(name) in places():
        return ()
    form = re.escape(" ".join(name))
    named = rf"\b{form},? (?:\w+ )?(?i:{CRAFT})s?\b(?! agency)|\b(?i:{CRAFT})s? (?:named |called )?{form}\b"
    return (("other", 4.0),) if re.search(named, text) else ()


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
