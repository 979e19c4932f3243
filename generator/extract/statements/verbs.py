"""Statements whose cue is a verb: the ordered table of frames."""

from collections.abc import Callable, Iterator

from generator.extract.parsed import Doc, Token
from generator.extract.statements import calling, clausal, cues, nonclausal
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    is_infinitive,
    is_negated,
    is_passive,
    readable,
)
from generator.extract.statements.saying import Saying
from generator.extract.statements.speaking import QUOTING, is_quoted_as

FRAMES: tuple[Callable[[Token], Saying | None], ...] = (
    clausal.evidence,
    clausal.quoted_behind,
    clausal.clause,
    clausal.misread,
    clausal.parenthesis,
    clausal.inverted,
    clausal.trailing,
    clausal.as_clause,
    calling.called,
    calling.said_no,
    calling.voiced,
    calling.figured,
    calling.heard,
    nonclausal.reported,
    nonclausal.infinitive,
    nonclausal.object_infinitive,
    nonclausal.noun_object,
    nonclausal.gerund,
    nonclausal.prepositional,
    nonclausal.bare,
)
"""Tried in this order; the first that fits reads the verb."""
ALL = (
    cues.CLAUSE
    | cues.QUOTATION_ONLY
    | cues.INFINITIVE
    | cues.OBJECT_INFINITIVE
    | cues.NOUN_PHRASE
    | cues.GERUND
    | cues.CALLING
    | cues.CALLING_AS
    | cues.COUNTING
    | cues.VOICING
    | frozenset(cues.PREPOSITIONS)
    | frozenset(cues.REJECTING)
    | {"hear", "learn", "understand"}
)
LEADING = frozenset("begin continue go hasten like rush start want".split())
"""Verbs whose infinitive is said all the same: `went on to say`."""
NOT_YET = frozenset("about at for from of on to".split())
"""Prepositions before a participle that is no saying: `the chances of finding`."""
UNSAID = frozenset("can could may might must should will".split())
"""Modals under which a saying has not happened."""


def sayings(doc: Doc) -> Iterator[Saying]:
    """What each verb of saying, thinking or finding introduces, by the first frame that fits."""
    for verb in readable(doc):
        if verb.lemma_ not in ALL or not _is_verb(verb) or not _is_said(verb):
            continue
        for frame in FRAMES:
            found = frame(verb)
            if found:
                yield found
                break


def _is_verb(token: Token) -> bool:
    """Whether the token is a verb, be it tagged as a noun: `The agency notes that …`, `Farmers claim that …`."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    own, clause = child(token, "nsubj"), child(token, "ccomp", "acl")
    return (
        token.tag_ in {"NN", "NNS"}
        and token.dep_ == "ROOT"
        and own is not None
        and clause is not None
        and (clause.dep_ == "ccomp" or (own.tag_ == "NNS" and clause.left_edge.i == token.i + 1))
    )


def _is_nobody(verb: Token) -> bool:
    """`Nobody would say`, `neither side confirmed it`."""
    own = child(verb, "nsubj")
    return own is not None and own.left_edge.lower_ in {"neither", "no", "nobody", "none"}


def _is_anybody(verb: Token) -> bool:
    """`You'd think …`: nobody in particular."""
    own = child(verb, "nsubj")
    return own is not None and own.lower_ == "you" and verb.lemma_ in cues.THOUGHT


def _is_asked(verb: Token) -> bool:
    """`Lee, asked whether it was over, said no`: a participle that the parse takes for the verb of the sentence."""
    if verb.lemma_ not in {"ask", "press", "question"} or verb.tag_ != "VBD" or verb.nbor(-1).text != ",":
        return False
    return any(
        each.dep_ == "ccomp" and each.tag_ in {"VBD", "VBZ"} and child(each, "nsubj", "mark") is None
        for each in verb.rights
    )


def _is_influence(verb: Token) -> bool:
    """Whether `say` is what somebody has in a matter: `would give drivers little say`."""
    return verb.lower_ == "say" and verb.i > 0 and verb.nbor(-1).lower_ in INFLUENCE


INFLUENCE = frozenset("a any final greater less little more no some".split())


def _is_said(verb: Token) -> bool:
    """Whether the verb tells a saying, not one that is wished for, planned or possible."""
    if _is_asked(verb) or _is_anybody(verb) or is_quoted_as(verb) or _is_influence(verb):
        return False
    particle = cues.PARTICLES.get(verb.lemma_)
    if particle is not None and not any(each.lower_ == particle for each in verb.rights):
        return False
    if is_infinitive(verb):
        told_again = verb.head.lemma_ in QUOTING and is_passive(verb.head)
        return told_again or verb.head.lemma_ in LEADING
    if verb.dep_ == "pcomp" and verb.head.lower_ in NOT_YET:
        return False
    mark = child(verb, "mark") if verb.dep_ == "advcl" else None
    if mark is not None and mark.lower_ in {"if", "unless", "until"} and child(verb, *SUBJECTS) is not None:
        return (
            False  # without a subject of its own it is no clause: `… who ran it until May said it was sound`
        )
    if verb.lemma_ in cues.SILENCE | {"reply"} and (is_negated(verb) or _is_nobody(verb)):
        return False
    if verb.tag_ == "VB" and verb.lemma_ not in cues.EVIDENCE:
        return not _is_open(verb)
    return True


def _is_open(verb: Token) -> bool:
    """Whether the verb, or the one that it is joined to, stands under a modal or a `to`: `to ask and determine`."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VB" and child(verb, "aux") is None:
        verb = verb.head
    open_ = any(each.lower_ in UNSAID for each in verb.children if each.dep_ == "aux")
    return open_ or (is_infinitive(verb) and verb.head.lemma_ not in LEADING)
