"""Statements whose cue is a noun or an adjective: `his promise to`, `the claim that`, `is concerned that`."""

from collections.abc import Iterator

from generator.extract.parsed import Doc, Token
from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    is_infinitive,
    is_negated,
    is_passive,
    noun_phrase,
    readable,
    subject,
    trimmed,
)
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Saying
from generator.model import Certainty

SUPPORT = frozenset(
    """
    announce come confirm defend deliver dispute echo express give have hear hold issue lead make offer post
    publish raise reach receive reiterate release renew repeat retract see send share sign stand stick
    submit take voice withdraw
    """.split()
)
"""Verbs that lend a noun of saying their subject: `issued a warning that`, `came to the conclusion that`."""

HEARSAY = frozenset(
    "allegation claim concern consensus expectation fear hope report rumor rumour speculation suggestion".split()
)
"""Nouns that are a statement though nobody is named: `rumours that`."""


def sayings(doc: Doc) -> Iterator[Saying]:
    """What nouns and adjectives of saying introduce."""
    for token in readable(doc):
        found = None
        if token.pos_ == "NOUN" and (token.lemma_ in cues.NOUNS or token.lemma_ in cues.NOUN_PREPOSITIONS):
            found = _noun(token)
        elif token.lower_ in cues.ADJECTIVES and token.tag_ in {"JJ", "VBN"}:
            found = _adjective(token)
        if found:
            yield found


def _noun(noun: Token) -> Saying | None:
    clause = next(
        (each for each in noun.rights if each.dep_ in {"acl", "ccomp", "relcl"} and _states(each)), None
    )
    if clause is None:
        return _of(noun)
    holder = _holder(noun)
    if holder is None and (noun.lemma_ not in HEARSAY or is_infinitive(clause)):
        return None
    first = clause.left_edge
    content = trimmed(noun.doc, first.i + (first.lower_ == "that"), clause.right_edge.i + 1)
    if content is None:
        return None
    return Saying(
        cue=(noun.i, noun.i + 1),
        verb=noun.i,
        rule="noun with clause",
        source=noun_phrase(holder) if holder is not None else None,
        head=holder.i if holder is not None else -1,
        content=(content,),
        quotes=False,
        certainty=_certainty(noun),
        unsure="" if holder is not None else "nobody is named who says it",
    )


def _certainty(noun: Token) -> Certainty | None:
    if noun.lemma_ in cues.DENIED_NOUNS:
        return "denied"
    return "hedged" if noun.lemma_ in cues.HEDGED_NOUNS else None


def _of(noun: Token) -> Saying | None:
    """`his promise of trains`, `the mayor's call for calm`, `issued a warning of floods`."""
    wanted = cues.NOUN_PREPOSITIONS.get(noun.lemma_, frozenset())
    prep = next((each for each in noun.rights if each.dep_ == "prep" and each.lower_ in wanted), None)
    holder = _holder(noun) if prep is not None and noun.dep_ != "pobj" else None
    if prep is None or holder is None:
        return None  # `a statement on the rejection of …` does not say whose
    content = trimmed(noun.doc, prep.i + 1, prep.right_edge.i + 1)
    if content is not None and all(token.tag_ in {"PRP", "PRP$"} for token in noun.doc[slice(*content)]):
        return None  # `a campaign promise of his` says whose it is
    return Saying(
        cue=(noun.i, noun.i + 1),
        verb=noun.i,
        rule="noun with preposition",
        source=noun_phrase(holder),
        head=holder.i,
        content=(content,) if content else (),
        quotes=False,
        certainty=_certainty(noun),
    )


def _states(clause: Token) -> bool:
    """Whether the clause is a complement, not one that only describes the noun."""
    if is_infinitive(clause):
        return clause.dep_ == "acl"
    first = clause.left_edge
    if first.lower_ != "that" or not clause.is_finite:
        return False
    return first.tag_ == "IN" or (first.dep_ == "dobj" and _is_complete(clause, first))


def _is_complete(clause: Token, that: Token) -> bool:
    """Whether the clause lacks no object that `that` could be, though the parse takes it for one."""
    if child(clause, *SUBJECTS) is None:
        return False
    if is_passive(clause) or clause.tag_ == "VBG" or clause.lemma_ == "be":
        return True
    return any(
        each.dep_ in {"dobj", "attr", "acomp", "xcomp", "ccomp"} and each.i != that.i
        for each in clause.rights
    )


def _holder(noun: Token) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for prep in noun.rights:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in {"by", "from"}:
            holder = child(prep, "pobj")
            return holder if holder is not None and can_speak(holder) else None
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"dobj", "pobj"} and governor.lemma_ in SUPPORT:
        holder = subject(governor)
        return holder if holder is not None and can_speak(holder) else None
    return None


def _adjective(word: Token) -> Saying | None:
    clause = next((each for each in _governed(word) if _follows(word, each)), None)
    if clause is None:
        return None
    verb = word.head if word.dep_ in {"acomp", "ccomp", "oprd"} else word
    holder = subject(verb)
    if holder is None or holder.lower_ == "it" or not can_speak(holder):
        return None
    if verb.lemma_ == "make" and word.lemma_ != "clear":
        return None
    return Saying(
        cue=(word.i, word.i + 1),
        verb=word.i,
        rule="adjective with clause",
        source=noun_phrase(holder, verb),
        head=holder.i,
        content=clauses.after(word, clause),
        quotes=False,
        certainty="denied" if is_negated(verb) or is_negated(word) else None,
    )


def _governed(word: Token) -> Iterator[Token]:
    """The clauses of the adjective, and of `make` in `made clear that`."""
    makes = word.lower_ == "clear" and word.head.lemma_ == "make"
    for governor in (word, word.head) if makes else (word,):
        yield from (
            each for each in governor.children if each.dep_ in {"ccomp", "advcl"} and each.i != word.i
        )


def _follows(word: Token, clause: Token) -> bool:
    if clause.i < word.i or not clause.is_finite:
        return False
    return clause.dep_ == "ccomp" or clause.left_edge.lower_ == "that"
