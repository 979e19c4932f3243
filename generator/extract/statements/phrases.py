"""Statements whose cue is a phrase: `according to X`, `in X's words`."""

from collections.abc import Iterator

from generator.extract.parsed import Doc, Token
from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    noun_phrase,
    readable,
    trimmed,
)
from generator.extract.statements.saying import Range, Saying

VIEWS = frozenset({"words", "view", "views", "opinion", "estimation", "eyes", "account", "telling"})

COURSES = frozenset("age custom need plan procedure protocol ritual schedule size taste tradition".split())
"""According to these things go; they say nothing."""


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
    if head is None or head.lower_ in COURSES:
        return None
    source = noun_phrase(head)
    return _saying(
        token, (token.i, to.i + 1), source, head, "according to", token.i, max(source[1], to.i + 1)
    )


def _in_words(token: Token) -> Saying | None:
    prep = token.head
    if prep.lower_ != "in" or prep.dep_ != "prep" or prep.head.lemma_ in cues.CLAUSE:
        return None  # `wrote in her opinion that`
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
    first, last = phrase.sent.start, phrase.sent.end
    end = _past_description(head, end, last)
    if start - first <= 1 or doc[start].text.istitle():
        found = trimmed(doc, end, last)
        return (found,) if found else ()
    clause = phrase.head
    while clause.head.i != clause.i and not _is_clause(clause):
        clause = clause.head
    return clauses.around(clause, start, end)


def _past_description(head: Token, end: int, last: int) -> int:
    """Where the source ends with what describes it: `According to the coach, Ali Meran, who left in May, …`."""
    doc = head.doc
    belongs = doc[end] if end < last and doc[end].lower_ in {"of", "at", "from"} else None
    if belongs is not None and belongs.head.i == head.i:  # `Dr. Ann Lee of Lund Hospital, where …`
        end = max(each.i for each in belongs.subtree) + 1
    while end + 1 < last and doc[end].text == "," and _describes(doc[end + 1], head):
        comma = next((i for i in range(end + 1, last) if doc[i].text == ","), last)
        end = comma
    return end


def _describes(first: Token, head: Token) -> bool:
    """Whether what begins with `first` is said of the source: an apposition, a relative clause, a participle."""
    if first.tag_ in {"WP", "WDT", "WP$"} or first.lower_ == "where":
        return True
    return any(
        each.dep_ in {"appos", "acl"} and each.left_edge.i <= first.i <= each.i for each in head.subtree
    )


def _is_clause(token: Token) -> bool:
    if token.dep_ == "ccomp" and token.i > token.head.i and token.head.lemma_ in cues.CLAUSE:
        return False  # `X told a paper that …, according to Y`: all of it is what Y says
    if token.dep_ in {"relcl", "ccomp"}:
        return True
    return token.dep_ == "conj" and token.is_finite and child(token, *SUBJECTS) is not None
