"""What a parse says of a verb: its form, subject, objects and extent. spaCy tokens in, plain values out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.events import lexicon
from generator.extract.parsed import Token
from generator.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
"""Dependencies under which another clause hangs."""
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Form:
    """Tense, aspect, mood and voice of a verb with its auxiliaries."""

    modal: str = ""
    """Lower case: `will`, `could`; empty: none."""
    infinitive: bool = False
    past: bool = False
    """The finite verb of the group stands in the past."""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    finite: bool = False
    negated: bool = False


@lru_cache(maxsize=1024)
def form(verb: Token) -> Form:
    """The form of `verb`; a conjunct without auxiliaries of its own takes those of the verb before it."""
    helpers = auxiliaries(verb)
    own = verb
    while (
        not helpers
        and own.dep_ == "conj"
        and own.head.pos_ in VERBAL
        and (own.tag_ not in {"VBD", "VBZ", "VBP"} or _shares_to(own))
    ):
        own = own.head
        helpers = auxiliaries(own)
    modals = [token for token in helpers if token.tag_ == "MD"]
    lemmas = {token.lemma_.lower() for token in helpers}
    forms = helpers if _shares_to(verb) else (*helpers, verb)
    finite = next((token for token in forms if token.tag_ in {"MD", "VBD", "VBZ", "VBP"}), None)
    return Form(
        modal=_modal(modals[0]) if modals else "",
        infinitive=any(token.tag_ == "TO" for token in helpers),
        past=finite is not None and finite.tag_ == "VBD",
        perfect="have" in lemmas and verb.tag_ in {"VBN", "VBD", "VBG"},
        progressive=verb.tag_ == "VBG" and "be" in lemmas,
        passive=any(token.dep_ == "auxpass" for token in helpers),
        finite=finite is not None,
        negated=negated(verb),
    )


def _shares_to(verb: Token) -> bool:
    """`to meet and set a date`: a verb whose past looks like its infinitive, after one."""
    alone = not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    return verb.tag_ == "VBD" and verb.lower_ == verb.lemma_ and verb.head.tag_ == "VB" and alone


def _modal(token: Token) -> str:
    contracted = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}
    return contracted.get(token.lower_, token.lower_)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries and `to` of `verb`, in order."""
    return [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]


def negated(verb: Token) -> bool:
    """Whether `not`, `never`, `no longer` or a subject such as `nobody` denies the verb."""
    if any(
        child.dep_ == "neg" or child.lower_ in {"never", "hardly", "barely", "longer"}
        for child in verb.children
    ):
        return True
    return any(
        token.lower_ in {"no", "nobody", "none", "nothing", "neither", "few"}
        for child in verb.children
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}
        for token in (child, *child.lefts)
    )


def subject(verb: Token) -> Token | None:
    """The head of the subject, own or shared with the verb that governs it; for `signed by` clauses the noun."""
    for child in reversed(list(verb.lefts)):
        if child.dep_ in SUBJECTS and child.dep_ != "expl":
            return relative(child, verb)
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ not in VERBAL:
        return verb.head
    beside = _fronted(verb)
    if beside is not None:
        return beside
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head != verb:
        head = verb.head
        while (
            head.pos_ not in VERBAL and head.dep_ in {"prep", "mark", "acomp", "attr"} and head.head != head
        ):
            head = head.head
        if head.pos_ in VERBAL:
            return _controller(verb, head) or _told_of(verb, head) or subject(head)
    after = next((child for child in verb.rights if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return after or _lent(verb)


def _fronted(verb: Token) -> Token | None:
    """The accord in `Under the accord, signed in May, the navy leaves`: a participle tells of what it follows."""
    start = verb.left_edge.i
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or start < 2 or verb.doc[start - 1].text != ",":
        return None
    noun = verb.doc[start - 2]
    under = noun.dep_ == "pobj" and noun.head.lower_ in {"despite", "under"} and noun.pos_ == "NOUN"
    return noun if under else None


def _lent(verb: Token) -> Token | None:
    """The bid in `A bid, believed to be low, was turned down`, which the parser gives to the participle."""
    aside = next(
        (child for child in verb.lefts if child.dep_ == "advcl" and child.tag_ in {"VBD", "VBN"}), None
    )
    own = (
        next((child for child in aside.lefts if child.dep_ in SUBJECTS), None) if aside is not None else None
    )
    apart = (
        aside is not None
        and own is not None
        and any(token.text == "," for token in verb.doc[own.i : aside.i])
    )
    return own if apart else None


def _controller(verb: Token, head: Token) -> Token | None:
    """The object that is to act in `pressed Israel to sign`."""
    wanted = any(child.tag_ == "TO" for child in verb.lefts) and head.lemma_ not in lexicon.PROMISING
    if verb.dep_ != "xcomp" or not wanted:
        return None
    return next((child for child in head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _told_of(verb: Token, head: Token) -> Token | None:
    """Whom a verb of saying tells of, where its clause was taken for a second verb of its own.

    `The panel announced Doe, a nominee, won the prize`: behind the first subject stands another, or an object
    and no `and`.
    """
    if verb.dep_ != "conj" or not any(child.dep_ in SUBJECTS for child in head.lefts):
        return None
    behind = [child for child in head.rights if child.i < verb.i]
    joined = head.lemma_ not in lexicon.SAYING or any(child.dep_ == "cc" for child in behind)
    roles = SUBJECTS if joined else SUBJECTS | {"dobj"}
    return next((child for child in behind if child.dep_ in roles), None)


def relative(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for: of those above it the next of the verb's number.

    In `a panel of judges, which is to report`, the panel; in `talks in Lund, which were broken off`, the talks.
    """
    if token.tag_ not in {"WDT", "WP"} or verb.dep_ != "relcl":
        return token
    noun = verb.head
    forms = (verb, *auxiliaries(verb))
    if any(each.tag_ == "VBZ" for each in forms):
        judged = noun.tag_ in PLURAL and noun.dep_ == "pobj" and noun.head.lower_ == "of"
        return noun.head.head if judged else noun
    were = any(each.lower_ in {"were", "are", "have"} and each.tag_ != "VB" for each in forms)
    if were and token.lower_ == "which" and noun.tag_ == "NNP" and not any(noun.conjuncts):
        above = (each for each in noun.ancestors if each.tag_ in PLURAL or _is_clause(each))
        first = next(above, noun)
        return first if first.tag_ in PLURAL else noun
    return noun


def _is_clause(token: Token) -> bool:
    """Whether the token is a verb of a clause of its own, not one of a preposition: `talks on joining`."""
    return token.pos_ in VERBAL and token.tag_ != "VBG"


PLURAL = frozenset({"NNS", "NNPS"})


def verb_above(token: Token) -> Token | None:
    """The nearest verb on the way from `token` to the root of its sentence."""
    while token.head != token:
        token = token.head
        if token.pos_ in VERBAL:
            return token
    return None


def objects(verb: Token) -> Iterator[Token]:
    """Heads of direct objects, agents and prepositional objects of `verb`, with their conjuncts."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "attr", "oprd"} and child.pos_ != "ADP":
            yield from (child, *child.conjuncts)
        elif child.dep_ in {"prep", "agent", "dative"} and child.lower_ != "as":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from (inner, *inner.conjuncts)


def span(verb: Token) -> Span:
    """The clause of `verb`: its subtree without the other clauses at its edges. Code points."""
    return _extent(_own(verb), verb)


def _own(verb: Token) -> list[Token]:
    tokens = [verb]
    for child in verb.children:
        if child.dep_ in CLAUSES or (child.dep_ == "conj" and child.pos_ in VERBAL):
            continue
        if child.dep_ in {"cc", "punct"} and child.i > verb.i:
            continue
        tokens.extend(_phrase(child))
    return sorted(tokens)


def _phrase(head: Token) -> Iterator[Token]:
    """The subtree of `head` without relative clauses after a comma."""
    yield head
    for child in head.children:
        if child.dep_ == "relcl" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
            continue
        yield from _phrase(child)


def noun_span(noun: Token) -> Span:
    """The noun phrase of `noun` without clauses at its end that start another thought. Code points."""
    return _extent(sorted(_phrase(noun)), noun)


def _extent(tokens: list[Token], core: Token) -> Span:
    """From the first to the last of `tokens`, without marks and conjunctions at the edges that are not `core`."""
    kept = [token for token in tokens if not token.is_space]
    while len(kept) > 1 and kept[0] != core and (kept[0].is_punct or kept[0].dep_ in {"cc", "mark"}):
        kept.pop(0)
    while len(kept) > 1 and kept[-1] != core and (kept[-1].is_punct or _opens_bracket(kept)):
        kept.pop()
    return core.doc.span(kept[0].i, kept[-1].i + 1)


def _opens_bracket(tokens: list[Token]) -> bool:
    """Whether a bracket opens right before the last word and does not close within: `the Commission (NCC`."""
    return len(tokens) > 1 and tokens[-2].text == "("
