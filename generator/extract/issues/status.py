"""What a clause says of how an issue stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.events.syntax import VERBAL, form, negated, subject
from generator.extract.issues import lexicon
from generator.extract.issues.positions import UNDOING
from generator.extract.parsed import Token, Words
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


@dataclass(frozen=True, slots=True)
class Clause:
    """What a reader of statuses looks at."""

    verb: Token
    words: str
    title: bool = False
    """It stands in the title, where the present tells what is done: `sign accord`."""
    done_to: bool = False
    """The issue is the object of the verb."""


SUPPOSING = frozenset({"if", "unless", "until", "till", "once", "provided", "providing", "whether"})
CONDITIONS = frozenset({"condition", "proviso", "understanding", "assumption"})


def supposed(verb: Token) -> bool:
    """Whether its clause is only supposed or awaited: `if a deal is signed`, `on condition that it withdraws`."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        verb = verb.head
    marked = any(child.lower_ in SUPPOSING and child.dep_ in {"mark", "advmod"} for child in verb.lefts)
    return marked or (verb.dep_ in {"acl", "ccomp"} and verb.head.lemma_.lower() in CONDITIONS)


def of_clause(clause: Clause) -> Status | None:
    """The status that a clause gives the issue it speaks of; what it supposes tells none."""
    if supposed(clause.verb):
        return None
    return next((status for read in READERS if (status := read(clause))), None)


def _by_verb(clause: Clause) -> Status | None:
    verb = clause.verb
    lemma = verb.lemma_.lower()
    if lemma in lexicon.TURNED and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in lexicon.TURNED[lemma]:
        return "disputed"
    status = next((status for status, verbs in lexicon.STATUS_VERBS.items() if lemma in verbs), None)
    if status in lexicon.CLOSED:
        return _closed(clause, status)
    return "agreed" if lemma in lexicon.DISAGREEING and negated(verb) else status


def _closed(clause: Clause, status: Status) -> Status | None:
    """What a verb that settles tells: denied, a quarrel; to come, that it is near; without tense, nothing."""
    verb, shape = clause.verb, form(clause.verb)
    if shape.negated or negated(verb):
        return "disputed"
    if shape.modal in OPEN_MODALS:
        return "narrowing"
    done = shape.past or shape.perfect or shape.passive or verb.tag_ in {"VBN", "VBD"}
    return status if (done or clause.title) and not shape.infinitive else None


def _by_words(clause: Clause) -> Status | None:
    return next((status for status, pattern in PHRASES if pattern.search(clause.words)), None)


def _by_completion(clause: Clause) -> Status | None:
    """`the fee is done`, whatever the parser takes `done` for."""
    verb = clause.verb
    done = [
        child
        for child in verb.children
        if child.dep_ in {"acomp", "attr"} and child.lemma_.lower() in lexicon.DONE_ADJECTIVES
    ]
    if (verb.lemma_ == "be" and done) or (verb.lemma_ == "do" and form(verb).passive):
        return "disputed" if negated(verb) else "agreed"
    return None


def _by_attribute(clause: Clause) -> Status | None:
    return "disputed" if quarrelsome(clause.verb) else None


def _by_matrix(clause: Clause) -> Status | None:
    """`agreed that the goods would be inspected`, `agreed to revive the accord`: what governs the clause."""
    verb, above = clause.verb, clause.verb.head
    to_do = verb.dep_ == "xcomp" and clause.done_to and verb.lemma_.lower() not in UNDOING
    if not (to_do or verb.dep_ == "ccomp") or above.lemma_.lower() not in lexicon.SETTLING:
        return None
    between = above.doc.words(above.i, max(verb.left_edge.i, above.i + 1)).text
    return _by_words(Clause(above, between)) or _by_verb(Clause(above, between))


WITHIN = (_by_verb, _by_words, _by_completion, _by_attribute)
READERS = (*WITHIN, _by_matrix)
"""In this order; the first that knows a status gives it."""


def tells(verb: Token) -> bool:
    """Whether a clause of being tells how its subject stands."""
    clause = Clause(verb, verb.doc.words(verb.left_edge.i, verb.right_edge.i + 1).text)
    return verb.lemma_ in {"be", "become", "remain", "do"} and any(read(clause) for read in WITHIN)


def leading(verb: Token) -> int:
    """Where the words that lead to an infinitive begin, a code point: at `ready` in `was ready to pay the toll`."""
    while verb.dep_ == "xcomp" and verb.head.i < verb.i:
        verb = verb.head
    return int(verb.idx)


def quarrelsome(verb: Token) -> bool:
    """Whether a clause calls its subject a quarrel: `inspections are the new obstacle`, `a sticking point`."""
    told = [child for child in verb.children if child.dep_ == "attr"]
    contested = lexicon.CONTENTIOUS | lexicon.HINDRANCES
    return verb.lemma_ in {"be", "become", "remain"} and any(
        each.lemma_.lower() in contested or any(word.lower_ in lexicon.STICKING for word in each.lefts)
        for each in told
    )


def aside(head: Token, verb: Token) -> bool:
    """Whether a phrase tells the circumstance of a clause: `agreed after talks`, `closed in a row over fees`.

    Or what is only supposed there: `approved the loan on condition that it drops the cuts`.
    """
    token = head
    while token not in (verb, token.head):
        if token.pos_ in VERBAL and supposed(token):
            return True
        quarrel = token.lower_ == "in" and any(
            x.lemma_.lower() in lexicon.CONTENTIOUS for x in token.children
        )
        if token.dep_ in {"prep", "pcomp"} and (token.lower_ in lexicon.CIRCUMSTANCE or quarrel):
            return True
        token = token.head
    return False


DENIED: Mapping[Status, Status] = {
    "stalled": "raised",
    "agreed": "disputed",
    "claimed agreed": "disputed",
    "signed": "disputed",
    "implemented": "disputed",
}
"""What is left of a status that its speaker denies."""


def voiced(status: Status, *, claimed: bool, denied: bool) -> Status:
    """The status as its voice means it: what one side calls settled is claimed to be, and a denial turns it."""
    if denied:
        return DENIED.get(status, status)
    return "claimed agreed" if claimed and status == "agreed" else status


def acts_on(head: Token, verb: Token) -> bool:
    """Whether the clause can say of `head` how it stands: not as the subject that settles something else."""
    if head.dep_ != "nsubj":
        return True
    return verb.lemma_.lower() not in lexicon.TRANSITIVE and not _is_to_act(verb)


def _is_to_act(verb: Token) -> bool:
    """`the convoys are ready to enter`: the subject is who acts, and nothing at issue."""
    return any(
        child.dep_ == "acomp" and any(each.dep_ == "xcomp" for each in child.rights) for child in verb.rights
    )


def qualified(sentence: str) -> bool:
    """Whether a sentence takes back what it grants: `accepted checks, but every train would have to be opened`."""
    return bool(BUT.search(sentence))


BUT = re.compile(
    r"\bbut\b(?! (?:he |she |they |it )?(?:would not|did not|could not|declined to|refused to) "
    r"(?:comment|disclose|discuss|elaborate|explain|give|name|reveal|say|specify)\b)|"
    r"\balthough\b|\bprovided that\b|\bonly if\b|\bunless\b",
    re.IGNORECASE,
)
"""What limits; not that no more is told: `but would not name it`."""


def countered(place: Token, *, talks: bool) -> bool:
    """Whether the next sentence sets another’s wish or denial against it, or in `talks` somebody is to strike."""
    here, doc = place.sent, place.doc
    if talks and _walks_out(here):
        return True
    if here.end >= len(doc) or "\n" in doc.text[here.end_char - 1 : doc[here.end].idx]:
        return False
    following = doc[here.end].sent
    actor = subject(following.root)
    others = actor is not None and actor.pos_ in {"NOUN", "PROPN"}
    same = actor is not None and actor.lower_ in {token.lower_ for token in here if token.dep_ == "nsubj"}
    counters = following.root.lemma_.lower() in lexicon.COUNTERING
    return (talks and _walks_out(following)) or (counters and others and not same)


def _walks_out(sentence: Words) -> bool:
    return any(
        token.lemma_.lower() in lexicon.WALKOUTS or (token.lower_ == "out" and token.head.lemma_ == "walk")
        for token in sentence
    )
