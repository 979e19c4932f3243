"""What an article keeps to of the positions that somebody takes, and of what comes up again and again.

What is decided, demanded, refused or fought over is at issue, whether or not anybody negotiates. A word takes a
position on a thing that can be decided, or on an act that somebody is to do; see taking.py.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.extract.events.context import Context
from generator.extract.events.roles import teller
from generator.extract.events.syntax import VERBAL
from generator.extract.issues import positions
from generator.extract.issues.acts import is_any, object_of
from generator.extract.issues.phrases import names_nothing
from generator.extract.issues.status import governor
from generator.extract.issues.taking import DECIDABLE, NOUNS, OBJECTS, Stance, contested, lemma_of, stances_of
from generator.extract.parsed import Doc, Token, Words

TITLED = 2
OVER_AND_OVER = 3
"""How often a word must occur for the article to keep to it, in the title and not."""
SEVERAL = 2
"""Voices that speak of it."""
TOLD_OF = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "attr", "pobj"})
"""Places of a clause that tell of a thing."""
BY_ITSELF = positions.DECIDABLE | positions.TROUBLES
"""What an article can be about though no title says so."""


def taken(doc: Doc, context: Context, *, talks: bool) -> list[Stance]:
    """The positions on things that the article keeps to, in the order of the text.

    A thing counts if people are at odds over it, or if it is for somebody to decide; where it is only announced
    or the like, it must come up again, stand in the title, or be judged twice.
    """
    nouns = [token for token in doc if token.pos_ in NOUNS and token.i not in context.endless]
    often = Counter(lemma_of(token) for token in nouns)
    found = [
        stance for token in doc if token.i not in context.endless for stance in stances_of(token, context)
    ]
    found += [] if talks else _kept_to(nouns, often, context)
    found = [stood_for_by(stance, found, nouns) for stance in found]
    stances = Counter(lemma_of(stance.what) for stance in found)

    def dwelt_on(stance: Stance) -> bool:
        lemma = lemma_of(stance.what)
        topic = object_of(stance.what) if stance.what.pos_ in VERBAL else stance.what
        again = stances[lemma] > 1 or (topic is not None and often[lemma_of(topic)] > 1)
        return again or context.headline(stance.head)

    kept = [
        stance
        for stance in found
        if contested(stance) and (not stance.casual or dwelt_on(stance))
        if stance.what.pos_ not in VERBAL or not is_any(stance.what, often)
    ]
    return sorted(kept, key=lambda stance: stance.head.i)


def stood_for_by(stance: Stance, found: Sequence[Stance], nouns: Sequence[Token]) -> Stance:
    """`stance` with what a pronoun, or `the demand`, stands for in it: something told in the sentence before."""
    head, before = stance.head, _sentence_before(stance.head)
    if lemma_of(stance.word) not in OBJECTS.keys() - DENYING:
        return stance
    told: list[Token] = []
    if lemma_of(head) in PRONOUNS:
        told = [noun for noun in nouns if before.start <= noun.i < stance.word.i and _agrees(noun, head)]
        told = told if len({lemma_of(noun) for noun in told}) == 1 else []
    elif lemma_of(head) in positions.WISHES and _is_taken_up(head):
        wished = (each for each in found if each.status == "raised" and contested(each))
        told = sorted((each.head for each in wished if each.head in before), key=lambda token: token.i)
    return replace(stance, means=told[-1]) if told else stance


PRONOUNS = frozenset({"it", "they"})
DENYING = frozenset({"deny"})
"""What these are said of is that it is so: `denied it`."""


def _sentence_before(token: Token) -> Words:
    start = token.sent.start
    return token.doc[start - 1].sent if start else token.sent


def _agrees(noun: Token, pronoun: Token) -> bool:
    """Whether a pronoun can stand for a noun that can be decided on."""
    many = noun.tag_ in {"NNS", "NNPS"}
    return lemma_of(noun) in DECIDABLE and noun.dep_ in TOLD_OF and many == (lemma_of(pronoun) == "they")


def _is_taken_up(noun: Token) -> bool:
    """`the demand`, `that call`, alone."""
    pointed = any(child.lower_ in POINTING or child.dep_ == "poss" for child in noun.lefts)
    return pointed and not any(
        child.dep_ in {"prep", "acl", "relcl"} and child.lower_ != "as" for child in noun.rights
    )


POINTING = frozenset({"the", "this", "that", "these", "those"})


def _kept_to(nouns: Sequence[Token], often: Mapping[str, int], context: Context) -> list[Stance]:
    """What is for somebody to decide or to answer for, and in the title and again, or in several mouths.

    What is contested wherever it comes needs to be told of once, as what its clause is about.
    """
    titled = {lemma_of(noun) for noun in nouns if context.headline(noun)}
    voices = _voices(nouns, context)

    def keeps_to(lemma: str) -> bool:
        times = often.get(lemma, 0)
        if lemma in titled and times >= (OVER_AND_OVER if lemma in positions.NAMELESS else TITLED):
            return True
        return lemma in BY_ITSELF and (times >= OVER_AND_OVER or voices.get(lemma, 0) >= SEVERAL)

    kept = {lemma for lemma in DECIDABLE - positions.ORDINARY if keeps_to(lemma)}
    return [
        Stance(noun, governor(noun), "raised")
        for noun in nouns
        if (lemma_of(noun) in kept and noun.dep_ not in {"compound", "npadvmod"})
        or (lemma_of(noun) in positions.CONTESTED and noun.dep_ in TOLD_OF)
        if not (_is_counted(noun) or names_nothing(noun))
    ]


def _voices(nouns: Sequence[Token], context: Context) -> Mapping[str, int]:
    """Noun → how many speakers it is heard from."""
    heard: dict[str, set[str]] = defaultdict(set)
    for noun in nouns:
        statement = context.statement(noun)
        if statement is not None:
            heard[lemma_of(noun)].add(teller(statement, context))
    return {lemma: len(voices) for lemma, voices in heard.items()}


def _is_counted(noun: Token) -> bool:
    """`two offers`, and what a hyphen cuts off a word: `re-election`."""
    joined = noun.i > 0 and noun.nbor(-1).text == "-"
    return joined or any(child.dep_ == "nummod" for child in noun.lefts)
