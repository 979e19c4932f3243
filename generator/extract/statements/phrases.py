"""Statements whose cue is a phrase: `according to X`, `in X's words`."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.statements import clauses
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    is_finite,
    noun_phrase,
    readable,
    sentence,
    trimmed,
)
from generator.extract.statements.saying import Range, Saying

VIEWS = frozenset({"words", "view", "views", "opinion", "estimation", "account", "telling"})


def sayings(doc: Doc) -> Iterator[Saying]:
    """Clauses that a phrase ascribes to somebody."""
    for token in readable(doc):
        found = None
        if token.lower_ == "according":
            found = _according(token)
        elif token.lower_ in VIEWS:
            found = _in_words(token)
        if found:
            yield found


def _according(token: Token) -> Saying | None:
    doc = token.doc
    to = child(token, "prep")
    if to is None or to.lower_ != "to":
        return None
    head = child(to, "pobj", "pcomp") or (doc[to.i + 1] if to.i + 1 < len(doc) else None)
    if head is None:
        return None
    source = noun_phrase(head)
    return _saying(
        token, (token.i, to.i + 1), source, head, "according to", token.i, max(source[1], to.i + 1)
    )


def _in_words(token: Token) -> Saying | None:
    prep = token.head
    if prep.lower_ != "in" or prep.dep_ != "prep":
        return None
    owner = child(token, "poss")
    of = child(token, "prep")
    if owner is None and of is not None and of.lower_ == "of":
        owner = child(of, "pobj")
    if owner is None:
        return None
    source = noun_phrase(owner)
    return _saying(
        prep, (token.i, token.i + 1), source, owner, "in X's words", prep.i, max(source[1], token.i + 1)
    )


def _saying(phrase: Token, cue: Range, source: Range, head: Token, rule: str, start: int, end: int) -> Saying:
    return Saying(
        cue=cue,
        verb=phrase.i,
        rule=rule,
        source=source,
        head=head.i,
        content=_content(phrase, head, start, end),
    )


def _content(phrase: Token, head: Token, start: int, end: int) -> tuple[Range, ...]:
    """At the head of a sentence the rest of it; elsewhere the clause that the phrase modifies."""
    doc = phrase.doc
    first, last = sentence(phrase)
    if start - first <= 1 or doc[start].is_title:
        found = trimmed(doc, _past_apposition(head, end), last)
        return (found,) if found else ()
    clause = phrase.head
    while clause.head.i != clause.i and not _is_clause(clause):
        clause = clause.head
    return clauses.around(clause, start, end)


def _past_apposition(head: Token, end: int) -> int:
    """`According to the coach, Ali Meran, …`: where the name in apposition ends."""
    return max([end, *(noun_phrase(each)[1] for each in head.rights if each.dep_ == "appos")])


def _is_clause(token: Token) -> bool:
    if token.dep_ in {"relcl", "ccomp"}:
        return True
    return token.dep_ == "conj" and is_finite(token) and child(token, *SUBJECTS) is not None
