"""Vocabularies of topics: what negotiations and civic disputes are about, under the codes of a classification.

A vocabulary is a YAML file, built in (`pax`, `civic`) or a dossier's own in content/vocabulary/NAME.yml:

    title: What the railway talks are about
    source: our own
    licence: CC0
    include: [pax]                 # topics of other vocabularies, after its own
    topics:
      - code: FEE                  # stands in the annotations
        name: transit fee          # for people
        parent: MONEY              # optional: a code of this or an included vocabulary
        terms: [transit fee, fee|toll & tonne]

A term is words in their dictionary form, in lower case. Words side by side must stand so in the text; `a|b`
is either word; what `&` joins may stand anywhere in the phrase, in any order. A phrase has the topic of the
term with most words; of two, the one that begins first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import PurePosixPath

from generator.model import Diagnostic
from generator.yamlfile import Node, Schema, did_you_mean, validate
from generator.yamlfile import load as parse

BUILT_IN = ("civic", "pax")
"""Names of the vocabularies that come with the program."""

Part = tuple[frozenset[str], ...]
"""Words side by side; each a choice of lemmas."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic."""

    code: str
    name: str
    parent: str = ""
    """Code of the wider topic."""
    terms: tuple[tuple[Part, ...], ...] = ()
    """Of each term the parts, all of which must occur."""


_Term = tuple[int, Topic, tuple[Part, ...]]
"""Place of a topic among the others, the topic, and one of its terms."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics, the most telling first, and where their codes come from."""

    name: str
    title: str = ""
    source: str = ""
    licence: str = ""
    """Of the codes; the words are the vocabulary's own."""
    topics: tuple[Topic, ...] = ()
    _terms: Mapping[str, tuple[_Term, ...]] = field(init=False, repr=False, compare=False)
    """A word that a term begins with → the terms that do."""

    def __post_init__(self) -> None:
        """Index the terms: a phrase is matched against few of them."""
        index: dict[str, list[_Term]] = defaultdict(list)
        for order, topic in enumerate(self.topics):
            for term in topic.terms:
                for word in sorted(term[0][0]):
                    index[word].append((order, topic, term))
        object.__setattr__(self, "_terms", {word: tuple(terms) for word, terms in index.items()})

    def topic(self, code: str) -> Topic | None:
        """The topic with this code."""
        return next((topic for topic in self.topics if topic.code == code), None)

    def label(self, code: str) -> str:
        """The name of the topic with this code; empty: there is none."""
        found = self.topic(code)
        return found.name if found else ""

    def match(self, lemmas: Sequence[str]) -> Topic | None:
        """The topic of a phrase, given its words in lower-case dictionary form."""
        return self.best(lemmas)[0]

    def best(self, lemmas: Sequence[str]) -> tuple[Topic | None, int]:
        """The topic of a phrase as by `match`, and how many words of it tell so."""
        ranked = [
            (sum(len(part) for part in term), -min(places), -order, topic)
            for word in dict.fromkeys(lemmas)
            for order, topic, term in self._terms.get(word, ())
            if min(places := [_find(part, lemmas) for part in term]) >= 0
        ]
        if not ranked:
            return None, 0
        words, _place, _order, topic = max(ranked, key=lambda found: found[:3])
        return topic, words


@lru_cache(maxsize=len(BUILT_IN))
def load(name: str) -> Vocabulary:
    """The built-in vocabulary of that name."""
    source = (resources.files("generator.vocabulary") / f"{name}.yml").read_text(encoding="utf-8")
    found, problems = read(source, f"{name}.yml")
    if found is None:
        raise AssertionError(problems)
    return found


def names(own: Iterable[str]) -> tuple[str, ...]:
    """The vocabularies that there are: built-in ones, and a dossier's `own` by the paths of their files."""
    return tuple(sorted({*BUILT_IN, *(PurePosixPath(path).stem for path in own)}))


def choose(name: str, own: Mapping[str, str]) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """The vocabulary of that name: one of the dossier's `own`, path → YAML, before a built-in one.

    Where its file is in error, `pax` serves.
    """
    for path, source in sorted(own.items()):
        if PurePosixPath(path).stem == name:
            found, problems = read(source, path)
            return found or load("pax"), problems
    return load(name), ()


class TopicKeys(Schema):
    """A topic in a vocabulary's file."""

    code: str
    name: str
    parent: str = ""
    terms: tuple[str, ...] = ()


class Keys(Schema):
    """The keys of a vocabulary's file."""

    title: str = ""
    source: str = ""
    licence: str = ""
    include: tuple[str, ...] = ()
    topics: tuple[TopicKeys, ...] = ()


def read(source: str, path: str) -> tuple[Vocabulary | None, tuple[Diagnostic, ...]]:
    """The vocabulary in `source`, and what is wrong with it; there is one exactly when nothing is."""
    node, problems = parse(source, path=path)
    if node is None:
        return None, problems
    written, problems = validate(node, Keys, path=path)
    if written is None:
        return None, problems
    name = PurePosixPath(path).stem
    own = tuple(_topic(topic) for topic in written.topics)
    included = [topic for other in written.include if other in BUILT_IN for topic in load(other).topics]
    codes = {topic.code for topic in own}
    topics = (*own, *(topic for topic in included if topic.code not in codes))
    problems = tuple(_mistakes(written, topics, node, path))
    if problems:
        return None, problems
    return Vocabulary(name, written.title, written.source, written.licence, topics), ()


def _mistakes(written: Keys, topics: Sequence[Topic], node: Node, path: str) -> Iterator[Diagnostic]:
    """Codes that stand twice, parents and included vocabularies that are nowhere."""

    def problem(code: str, at: Sequence[str | int], message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, "error", path, message, *_at(node, at).place, hint)

    codes = [topic.code for topic in written.topics]
    known = {topic.code for topic in topics}
    for index, topic in enumerate(written.topics):
        if topic.code in codes[:index]:
            message = f'the code "{topic.code}" stands twice'
            first = _at(node, ("topics", codes.index(topic.code), "code"))
            hint = f"Give one of the two topics another code; the first is in line {first.line}."
            yield problem("duplicate-code", ("topics", index, "code"), message, hint)
        if topic.parent and topic.parent not in known:
            message = f'"parent": no topic has the code "{topic.parent}"'
            hint = did_you_mean(topic.parent, sorted(known)) or "Add the topic, or delete the parent."
            yield problem("unknown-parent", ("topics", index, "parent"), message, hint)
    for index, other in enumerate(written.include):
        if other not in BUILT_IN:
            message = f'"include": there is no built-in vocabulary "{other}"'
            hint = did_you_mean(other, BUILT_IN) or f"There are: {', '.join(BUILT_IN)}."
            yield problem("unknown-vocabulary", ("include", index), message, hint)


def _at(node: Node, keys: Sequence[str | int]) -> Node:
    """The value below `node` that `keys` lead to; they have been validated."""
    for key in keys:
        node = node.entries[key] if isinstance(key, int) else node.pairs[key]
    return node


def _topic(written: TopicKeys) -> Topic:
    return Topic(written.code, written.name, written.parent, tuple(_term(term) for term in written.terms))


def _term(words: str) -> tuple[Part, ...]:
    return tuple(
        tuple(frozenset(word.split("|")) for word in part.casefold().split()) for part in words.split("&")
    )


def _find(part: Part, lemmas: Sequence[str]) -> int:
    """Where the words of `part` stand side by side in `lemmas`; -1: nowhere."""
    for start in range(len(lemmas) - len(part) + 1):
        if all(lemma in choice for lemma, choice in zip(lemmas[start:], part, strict=False)):
            return start
    return -1
