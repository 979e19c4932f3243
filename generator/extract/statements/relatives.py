"""Relative clauses with a saying in them: `a row that he said was over`."""

from generator.extract.parsed import Token
from generator.extract.statements.grammar import RELATIVES, SUBJECTS, child, noun_phrase, trimmed
from generator.extract.statements.saying import Range


def taken_up(verb: Token, clause: Token) -> tuple[Range, ...]:
    """The subject of what is said by `verb`, if a relative pronoun before the saying is that.

    It is the noun phrase that the pronoun means; the pronoun itself, where that is a whole clause.
    """
    own = child(clause, *SUBJECTS)
    if own is None or own.i > verb.i or own.lower_ not in RELATIVES:
        return ()
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ != "relcl":
        return ((own.i, own.i + 1),)
    start, end = noun_phrase(verb.head)
    found = trimmed(verb.doc, start, min(end, own.i))
    return (found,) if found else ()


def goes_on(verb: Token, clause: Token) -> bool:
    """Whether a clause behind the verb is a relative one: `ordered a halt, which she said was late`."""
    first = clause.left_edge
    return first.i > verb.i + 1 and first.lower_ == "which" and clause.doc[first.i - 1].text == ","
