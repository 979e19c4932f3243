"""What a clause says of how an issue stands."""

import re

from spacy.tokens import Token

from generator.extract.events.syntax import form, negated
from generator.extract.issues import lexicon
from generator.model import Status

PHRASES = tuple(
    (status, re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in patterns), re.IGNORECASE))
    for status, patterns in lexicon.STATUS_WORDS
)
OPEN_MODALS = frozenset({"will", "would", "could", "may", "might", "can", "shall"})


def governor(head: Token) -> Token:
    """The verb of the clause in which the phrase of `head` stands."""
    token = head
    while token.head != token:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "acl", "amod"}:
            break
        token = token.head
    return token


def of_clause(verb: Token, words: str, *, own_words: bool) -> Status | None:
    """The status that the clause of `verb`, whose words are `words`, gives the issue it speaks of.

    `own_words` is true where somebody says it: what one side calls settled is claimed to be.
    """
    said = _by_verb(verb) or _by_words(words)
    if said is None:
        said = _by_adjective(verb)
    return "claimed agreed" if said == "agreed" and own_words else said


def _by_verb(verb: Token) -> Status | None:
    lemma = verb.lemma_.lower()
    for status, verbs in lexicon.STATUS_VERBS.items():
        if lemma not in verbs:
            continue
        shape = form(verb)
        if status in lexicon.CLOSED:
            if shape.negated or negated(verb):
                return "disputed"
            if shape.modal in OPEN_MODALS:
                return "narrowing"
            if shape.infinitive:
                return None
            if not (shape.past or shape.perfect or shape.passive or verb.tag_ in {"VBN", "VBD"}):
                return None
        return status
    return None


def _by_words(words: str) -> Status | None:
    return next((status for status, pattern in PHRASES if pattern.search(words)), None)


def _by_adjective(verb: Token) -> Status | None:
    """`the fee is done`."""
    if verb.lemma_ != "be":
        return None
    for child in verb.children:
        if child.dep_ in {"acomp", "attr"} and child.lemma_.lower() in lexicon.DONE_ADJECTIVES:
            return "disputed" if negated(verb) else "agreed"
    return None
