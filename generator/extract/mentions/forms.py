"""The forms in which a text gives its names: each spelling with its type and every place where it stands."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.extract.mentions import evidence
from generator.extract.mentions.candidates import Candidate
from generator.extract.mentions.cues import SAYING
from generator.extract.mentions.evidence import Score
from generator.extract.mentions.lexicon import countries, is_first_name, known, places, words
from generator.extract.mentions.shape import Kind, Name

LEAST = 1.0
"""Evidence that a form needs to be a name at all: half of the model's word for it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a name, with every place where it stands."""

    words: tuple[str, ...]
    kind: Kind
    score: Score = field(hash=False)
    """Evidence for each type."""
    firm: Score = field(hash=False)
    """The same without the language model's word."""
    occurrences: tuple[Candidate, ...]

    @property
    def text(self) -> str:
        """The form as it is written."""
        return " ".join(self.words)

    @property
    def first(self) -> int:
        """Offset of the first occurrence."""
        return self.occurrences[0].span.start


def forms(found: Iterable[Candidate], text: str) -> tuple[Form, ...]:
    """The forms among the candidates, with the type that the evidence gives each, by first occurrence."""
    grouped: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in found:
        grouped[candidate.words].append(candidate)
    stems = _stems(grouped)
    surnames = {name[-1] for name in grouped if len(name) > 1}
    stemmed = [name for name in grouped if len(name) > 1 and name[0] in stems]
    bodies = {name[0] for name in stemmed if name[-1].lower() in words("org_nouns")} - surnames
    short: dict[str, Score] = dict.fromkeys(bodies, BODY) | dict.fromkeys(
        (name[0] for name in stemmed if _is_firm(name)), SHORT
    )
    return tuple(_form(tuple(found), grouped, stems, short, text) for found in grouped.values())


def _is_firm(name: tuple[str, ...]) -> bool:
    """Whether the last word says that it is a company: `Halden Foods`."""
    return name[-1].rstrip(".") in words("company_words") or name[-1].lower() in words("org_last")


def _stems(every: Mapping[tuple[str, ...], Sequence[Candidate]]) -> frozenset[str]:
    """First words of longer names by which an article also calls what they name: `Axiom` for `Axiom Mutual`.

    People are called by their last word, and two of one first name by their full ones. A first word that begins
    several names, `Axiom Mutual` and `Axiom Bank`, is that of a family of firms.
    """
    full = [name for name in every if len(name) > 1 and all(word[0].isalnum() for word in name)]
    begun = Counter(name[0] for name in full)
    ended = {name[-1] for name in full if (name[-1],) in every}
    return frozenset(
        name[0]
        for name in full
        if not is_first_name(name[0])
        and ((name[0],) in every or begun[name[0]] > 1)
        and not any(other[-1] in ended for other in full if other[0] == name[0])
    )


def _form(
    occurrences: tuple[Candidate, ...],
    every: Mapping[tuple[str, ...], Sequence[Candidate]],
    stems: Container[str],
    short: Mapping[str, Score],
    text: str,
) -> Form:
    name = occurrences[0].words
    firm = evidence.from_text(occurrences, text)
    if len(name) > 1 and name[0] in stems and firm.get("person", 0.0) <= 0:
        firm = evidence.add(firm, STEMMED)
    elif len(name) == 1 and name[0] in short:
        firm = evidence.add(firm, short[name[0]])
    adjective = all(each.attributive and all(each.ordinary) for each in occurrences)
    score = (
        firm  # of `the Moderate leader` the model knows no more than the capital tells
        if adjective and len(name) == 1 and max(firm.values(), default=0.0) <= 0
        else evidence.add(firm, evidence.from_model(occurrences))
    )
    rival = max(0.0, firm.get("place", 0.0), firm.get("organization", 0.0))
    if len(name) == 1 and firm.get("person", 0.0) <= rival and "person" in score:
        # Hardly anybody is named by one word only; who is also named in full gets it from there.
        score = {**score, "person": min(score["person"], LEAST / 2)}
    elif _shortened(name, every, score):
        score = evidence.add(score, {"person": 2.0})
    return Form(name, evidence.best(score, LEAST), score, firm, occurrences)


def _shortened(name: Name, every: Mapping[tuple[str, ...], Sequence[Candidate]], score: Score) -> bool:
    """Whether the article shortens a name to its last word, as it does with people."""
    if len(name) < 2 or (name[-1],) not in every or (name[0],) in every or known(name[0]):
        return False
    if name[-1] in countries() or not all(word[0].isupper() for word in name):
        return False
    speaks = any(each.verb in SAYING or each.title is not None for each in every[name[-1],])
    rivals = (score.get("place", 0), score.get("organization", 0), score.get("other", 0))
    return max(rivals) <= LABELLED and (name[-1] not in places() or speaks)


STEMMED: Score = {"person": -2.0, "organization": 1.2}
"""What it says of a name that its first word stands for it."""
SHORT: Score = {"person": -3.0, "organization": 2.3}
"""What it says of a word that a company's name begins with it: `Halden` beside `Halden Foods`."""
BODY: Score = {"person": -3.0, "organization": 1.0}
"""The same of a body that may be called after a place: `Halden` beside `Halden Investment Fund`."""
LABELLED = 2.0
"""The most that the model's word alone counts for a place or organization."""
