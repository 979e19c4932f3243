"""Until when: the preposition that sets a limit to what a verb tells."""

from generator.extract.events import lexicon
from generator.extract.events.phases import Told
from generator.extract.events.syntax import VERBAL
from generator.extract.parsed import Token


def before_event(preposition: Token) -> bool:
    """Whether an event or a number sets the limit: `before the vote`, `by 3 p.m.`."""
    return any(child.lemma_.lower() in lexicon.NOUNS or child.pos_ == "NUM" for child in preposition.subtree)


def limit(verb: Token) -> Token | None:
    """The preposition that sets a limit in the clause of `verb`: `by`, `before`, `no later than`."""
    for token in verb.subtree:
        if token.i <= verb.i or token.dep_ not in {"prep", "agent", "mark"} or _of_another(token, verb):
            continue
        if token.lower_ in lexicon.DEADLINES and any(
            child.dep_ in {"pobj", "pcomp"} for child in token.children
        ):
            return token
        if token.lower_ == "than" and token.nbor(-1).lower_ == "later":
            return token
    return None


def _of_another(token: Token, verb: Token) -> bool:
    """Whether the word stands in a clause that is only joined on: `go on Monday and stay by the sea`."""
    while token != verb:
        if token.dep_ == "conj" and token.pos_ in VERBAL:
            return True
        token = token.head
    return False


def by_date(told: Told) -> bool:
    """Whether the act is promised `by` a date or `no later than` it."""
    preposition = limit(told.token)
    decided = told.dated and told.token.lemma_ not in lexicon.UNCERTAIN
    return decided and preposition is not None and preposition.lower_ in {"by", "than"}
