"""Documents met again: `the statement` speaks for whoever the text told to have issued it."""

from collections.abc import Mapping

from generator.extract.coreference import Context
from generator.extract.parsed import Token
from generator.extract.statements import cues, lexicon
from generator.extract.statements.grammar import child, is_passive, noun_phrase, subject
from generator.extract.statements.naming import named

ISSUES = cues.words(
    "circulate file give issue leave make pen post present publish put read release send share submit tweet write"
)
"""Verbs of whoever sends a document out: `issued a statement`."""
FROM = frozenset({"by", "from", "of"})
"""Prepositions that lead to whose document it is."""


def issuer(known: Context, head: Token, voices: Mapping[int, str]) -> str:
    """Id of the entity whose document the source `head` is, told of before as `a statement`; empty: nobody's.

    `voices` are the entities of the sources before, by the index of their head.
    """
    if not _is_met_again(head):
        return ""
    before = (each for each in reversed(head.doc[: head.sent.start]) if each.lemma_ == head.lemma_)
    first = next((each for each in before if not _is_met_again(each)), None)
    whose = _issuer(first) if first is not None else None
    if whose is None or child(whose, "conj") is not None:
        return ""  # a joint statement is nobody's alone
    return voices.get(whose.i) or named(known, head.doc.span(*noun_phrase(whose)), whose)


def is_document(noun: Token) -> bool:
    """Whether it is no person or body, but what one says something with."""
    return noun.tag_ == "NN" and noun.lemma_ in lexicon.DOCUMENTS - lexicon.PEOPLE


def _is_met_again(noun: Token) -> bool:
    """`the statement`, and nothing beside it that tells which."""
    bare = [each.lower_ for each in noun.children if each.dep_ in {"det", "poss", "prep", "amod", "compound"}]
    return is_document(noun) and bare in (["the"], ["this"], ["that"])


def _issuer(document: Token) -> Token | None:
    """The head of the words for whose it is: `Lee’s statement`, `a statement by Lee`, `Lee said in a statement`."""
    whose = child(document, "poss")
    for prep in document.rights:
        if whose is None and prep.lower_ in FROM:
            whose = child(prep, "pobj")
    if whose is not None:
        return whose
    verb = document.head
    if document.dep_ == "pobj" and verb.lower_ in {"in", "on", "via"}:
        return subject(verb.head)
    issued = document.dep_ == "dobj" and verb.lemma_ in ISSUES and not is_passive(verb)
    return subject(verb) if issued else None
