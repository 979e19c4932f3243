"""Statements whose cue is a verb: one function for each frame, tried in the order of `FRAMES`."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import (
    FINITE,
    SUBJECTS,
    child,
    is_finite,
    is_infinitive,
    is_negated,
    is_passive,
    noun_phrase,
    subject,
    trimmed,
)
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Range, Saying

ALL = cues.CLAUSE | cues.QUOTATION_ONLY | cues.INFINITIVE | cues.OBJECT_INFINITIVE | cues.NOUN_PHRASE
LEADING = frozenset("begin continue go hasten like start want".split())
"""Verbs whose infinitive is said all the same: `went on to say`."""
NOT_YET = frozenset("about at for from of on to".split())
"""Prepositions before a participle that is no saying: `the chances of finding`."""
UNSAID = frozenset("can could may might must should will".split())
"""Modals under which a saying has not happened."""
STRONG = frozenset(
    "argue believe claim estimate find note observe report say show state suggest tell think warn write".split()
)
"""Verbs that take a clause so often that a parse without one is doubtful."""
REPORTED = frozenset(
    "allege assume believe estimate expect presume report rumor rumour say think understand".split()
)
"""Verbs whose passive tells hearsay: `is said to have`."""


def sayings(doc: Doc) -> Iterator[Saying]:
    """What each verb of saying, thinking or finding introduces, by the first frame that fits."""
    for verb in doc:
        if verb.lemma_ not in ALL or not _is_verb(verb) or not _is_said(verb):
            continue
        for frame in FRAMES:
            found = frame(verb)
            if found:
                yield found
                break


def _is_verb(token: Token) -> bool:
    """Whether the token is a verb, be it tagged as a noun: `The agency notes that …`."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return (
        token.tag_ == "NNS"
        and token.dep_ == "ROOT"
        and child(token, "nsubj") is not None
        and child(token, "ccomp") is not None
    )


def _is_said(verb: Token) -> bool:
    """Whether the verb tells a saying, not one that is wished for, planned or possible."""
    particle = cues.PARTICLES.get(verb.lemma_)
    if particle is not None and not any(each.lower_ == particle for each in verb.rights):
        return False
    if is_infinitive(verb):
        return verb.head.lemma_ in LEADING
    if verb.dep_ == "pcomp" and verb.head.lower_ in NOT_YET:
        return False
    mark = child(verb, "mark") if verb.dep_ == "advcl" else None
    if mark is not None and mark.lower_ in {"if", "unless", "until"}:
        return False
    if verb.lemma_ in {"answer", "comment", "reply", "respond"} and is_negated(verb):
        return False
    if verb.tag_ == "VB" and verb.lemma_ not in cues.EVIDENCE:
        return not any(each.lower_ in UNSAID for each in verb.children if each.dep_ == "aux")
    return True


def make(verb: Token, rule: str, content: tuple[Range, ...]) -> Saying | None:
    """A saying of `verb`, its source being the subject; None where nobody can have said it."""
    head = speaker_head(verb)
    if head is None and not _is_impersonal(verb):
        return None
    certainty = None
    if verb.lemma_ in cues.DENIED or is_negated(verb):
        certainty = "denied"
    elif verb.lemma_ in cues.HEDGED:
        certainty = "hedged"
    return Saying(
        cue=_cue(verb),
        verb=verb.i,
        rule=rule,
        source=noun_phrase(head, verb) if head is not None else None,
        head=head.i if head is not None else -1,
        content=content,
        quotes=verb.lemma_ in cues.QUOTATION or verb.lemma_ in cues.QUOTATION_ONLY,
        certainty=certainty,
        unsure="the cue is negated" if is_negated(verb) and verb.lemma_ not in cues.HEDGED else "",
    )


def _cue(verb: Token) -> Range:
    particle = child(verb, "prt")
    return verb.i, (particle.i if particle is not None and particle.i == verb.i + 1 else verb.i) + 1


def speaker_head(verb: Token) -> Token | None:
    """Who says it: the subject, or the agent of a passive; `was quoted as saying` keeps its subject."""
    if clauses.says_again(verb) and verb.head.dep_ == "ccomp" and verb.head.head.lemma_ in cues.CLAUSE:
        return subject(verb.head.head)
    if not is_passive(verb) or any(each.lower_ == "as" and each.dep_ == "prep" for each in verb.rights):
        head = subject(verb)
        return None if head is not None and verb.dep_ == "acl" and not can_speak(head) else head
    agent = child(verb, "agent")
    return child(agent, "pobj") if agent is not None else None


def _is_impersonal(verb: Token) -> bool:
    own = child(verb, *SUBJECTS)
    return is_passive(verb) and own is not None and own.lower_ == "it"


def evidence(verb: Token) -> Saying | None:
    """`The move suggests that …`: a fact is the subject, so the article draws the inference."""
    if verb.lemma_ not in cues.EVIDENCE or is_passive(verb):
        return None
    head, clause = subject(verb), child(verb, "ccomp")
    if head is None or clause is None or clause.i < verb.i or can_speak(head) or not is_finite(clause):
        return None
    modal = child(verb, "aux")
    start = modal.i if modal is not None and modal.tag_ == "MD" else verb.i
    return Saying(
        cue=(start, verb.i + 1),
        verb=verb.i,
        rule="evidence",
        content=clauses.after(verb, clause),
        quotes=False,
        inference=True,
        certainty="hedged",
    )


def clause(verb: Token) -> Saying | None:
    """`X said (that) …`, `… , X said`."""
    if verb.lemma_ not in cues.CLAUSE or (verb.lemma_ in cues.EVIDENCE and _is_mute(verb)):
        return None
    complement = _complement(verb)
    if complement is not None and complement.i > verb.i:
        start = verb.i + 1 if complement.dep_ == "conj" else None
        return make(verb, "verb with clause", clauses.after(verb, complement, start))
    that = _that(verb)
    if that is not None:
        return make(verb, "verb with that", clauses.after_that(verb, that))
    head = speaker_head(verb)
    if head is None or complement is None:
        return None
    content = clauses.before(verb, complement, noun_phrase(head, verb))
    return make(verb, "clause before verb", content) if content else None


def _is_mute(verb: Token) -> bool:
    head = subject(verb)
    return not is_passive(verb) and (head is None or not can_speak(head))


def _complement(verb: Token) -> Token | None:
    """The finite clause that the verb governs, preferably after it."""
    finite = [each for each in verb.children if each.dep_ == "ccomp" and is_finite(each)]
    later = [each for each in finite if each.i > verb.i]
    misread = [each for each in verb.rights if each.dep_ in {"conj", "ccomp"} and _is_misread(verb, each)]
    return next(iter(later or misread or finite), None)


def _is_misread(verb: Token, clause: Token) -> bool:
    """`found yields had fallen`: a conjunct with neither conjunction nor comma is the complement."""
    if verb.lemma_ not in STRONG or not is_finite(verb) or child(clause, *SUBJECTS) is not None:
        return False
    if clause.dep_ == "ccomp":
        thing = child(verb, "dobj")
        return thing is not None and thing.i < clause.i and clause.tag_ == "VB" and not is_infinitive(clause)
    between = verb.doc[verb.i + 1 : clause.i]
    return (
        is_finite(clause)
        and len(between) > 0
        and not any(token.dep_ == "cc" and token.head.i == verb.i for token in between)
        and not any(token.text in ",;:" for token in between if token.head.i in {verb.i, clause.i})
    )


def _that(verb: Token) -> int | None:
    """Where `that` introduces what is said, whatever the parse makes of it."""
    for token in verb.doc[verb.i + 1 : verb.i + 9]:
        if token.is_sent_start or token.text in {",", ";", ":"} or token.tag_ in FINITE:
            return None
        if token.lower_ == "that" and token.tag_ == "IN":
            return token.i
    return None


def parenthesis(verb: Token) -> Saying | None:
    """`The talks, he said, had failed`, where the parse hangs the saying from what is said."""
    if verb.lemma_ not in cues.QUOTATION or verb.dep_ != "parataxis" or not is_finite(verb.head):
        return None
    head = speaker_head(verb)
    if head is None:
        return None
    source = noun_phrase(head, verb)
    start, end = min(verb.i, source[0]), max(verb.right_edge.i + 1, source[1])
    return make(verb, "parenthesis", clauses.around(verb.head, start, end))


def inverted(verb: Token) -> Saying | None:
    """`Prices could double, warned the bank`, where the parse makes the bank the one that was warned."""
    if verb.lemma_ not in cues.QUOTATION or verb.dep_ not in {"conj", "parataxis", "advcl", "dep"}:
        return None
    before, following = verb.doc[max(0, verb.left_edge.i - 1)], child(verb, "dobj", "oprd", "npadvmod")
    if before.text != "," or verb.tag_ not in {"VBD", "VBZ", "VBN"} or child(verb, *SUBJECTS) is not None:
        return None
    if following is None or following.i < verb.i or not can_speak(following) or not is_finite(verb.head):
        return None
    if any(each.dep_ == "cc" for each in verb.head.rights) or child(verb, "aux", "auxpass", "mark") is not None:
        return None
    source = noun_phrase(following)
    return Saying(
        cue=_cue(verb),
        verb=verb.i,
        rule="clause before inverted verb",
        source=source,
        head=following.i,
        content=clauses.around(verb.head, verb.i, source[1]),
        certainty="denied" if verb.lemma_ in cues.DENIED else None,
    )


def as_clause(verb: Token) -> Saying | None:
    """`As the minister noted, …`."""
    if verb.lemma_ not in cues.CLAUSE or verb.dep_ != "advcl" or is_passive(verb):
        return None
    mark, own = child(verb, "mark", "prep", "advmod"), child(verb, "nsubj")
    if mark is None or mark.lower_ != "as" or mark.i > verb.i or own is None:
        return None
    if child(verb, "dobj", "xcomp", "acomp") is not None:
        return None
    doc, start, end = verb.doc, verb.left_edge.i, verb.right_edge.i + 1
    if doc[end - 1].text == "," or (end < len(doc) and doc[end].text == ","):
        return make(verb, "as-clause", clauses.around(verb.head, start, end))
    return None


def reported(verb: Token) -> Saying | None:
    """`X is said to have …`, `X is expected to …`: content without a source."""
    goal, own = child(verb, "xcomp"), child(verb, "nsubjpass")
    if (
        verb.lemma_ not in REPORTED
        or goal is None
        or own is None
        or not verb.i < goal.i
        or not is_infinitive(goal)
    ):
        return None
    agent = speaker_head(verb)
    right = trimmed(verb.doc, goal.left_edge.i, goal.right_edge.i + 1)
    if right is None or not is_passive(verb):
        return None
    return Saying(
        cue=_cue(verb),
        verb=verb.i,
        rule="passive with infinitive",
        source=noun_phrase(agent) if agent is not None else None,
        head=agent.i if agent is not None else -1,
        content=(noun_phrase(own, verb), right),
        quotes=False,
        certainty="hedged",
    )


def infinitive(verb: Token) -> Saying | None:
    """`X promised to …`, `X refused to …`."""
    goal, head = child(verb, "xcomp"), subject(verb)
    if verb.lemma_ not in cues.INFINITIVE or goal is None or goal.i < verb.i or not is_infinitive(goal):
        return None
    if head is None or not can_speak(head) or is_passive(verb) or not is_finite(verb):
        return None
    return make(verb, "verb with infinitive", clauses.after(verb, goal))


def object_infinitive(verb: Token) -> Saying | None:
    """`X urged Y to …`, `X called on Y to …`."""
    if verb.lemma_ not in cues.OBJECT_INFINITIVE or is_passive(verb):
        return None
    goal = next(
        (each for each in verb.rights if each.dep_ in {"xcomp", "ccomp"} and is_infinitive(each)), None
    )
    head = subject(verb)
    if goal is None or head is None or not can_speak(head):
        return None
    told = child(goal, "nsubj") or child(verb, "dobj", "dative")
    if verb.lemma_ in {"appeal", "call", "petition", "plead", "press"}:
        prep = child(verb, "prep")
        told = (
            child(prep, "pobj") if prep is not None and prep.lower_ in {"on", "for", "with", "to"} else None
        )
    if told is None or not verb.i < told.i < goal.i:
        return None
    return make(verb, "verb with object and infinitive", clauses.after(verb, goal, noun_phrase(told)[0]))


def noun_object(verb: Token) -> Saying | None:
    """`X condemned the attack`."""
    if verb.lemma_ not in cues.NOUN_PHRASE or is_passive(verb) or not is_finite(verb):
        return None
    head, thing = subject(verb), child(verb, "dobj")
    if head is None or thing is None or not can_speak(head) or thing.i < verb.i or thing.pos_ == "PRON":
        return None
    found = trimmed(verb.doc, thing.left_edge.i, thing.right_edge.i + 1)
    if found is None or child(verb, "dative", "iobj", "xcomp") is not None:
        return None
    return make(verb, "verb of judging", (found,))


def bare(verb: Token) -> Saying | None:
    """A verb that can introduce the quotation beside it."""
    if (verb.lemma_ not in cues.QUOTATION and verb.lemma_ not in cues.QUOTATION_ONLY) or is_passive(verb):
        return None
    return make(verb, "quotation", ())


FRAMES: tuple[Callable[[Token], Saying | None], ...] = (
    evidence,
    clause,
    parenthesis,
    inverted,
    as_clause,
    reported,
    infinitive,
    object_infinitive,
    noun_object,
    bare,
)
"""Tried in this order; the first that fits reads the verb."""
