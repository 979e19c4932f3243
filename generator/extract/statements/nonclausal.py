"""Verbs whose content is an infinitive, a noun phrase or nothing but a quotation: `X promised to …`."""

from spacy.tokens import Token

from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import (
    child,
    is_finite,
    is_infinitive,
    is_passive,
    noun_phrase,
    subject,
    trimmed,
)
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Saying
from generator.extract.statements.speaking import cue_range, make, speaker_head

REPORTED = frozenset(
    "allege assume believe estimate expect presume report rumor rumour say think understand".split()
)
"""Verbs whose passive tells hearsay: `is said to have`."""
THROUGH_PREPOSITION = frozenset("appeal call petition plead press".split())
"""Verbs that reach the one who is to do something through a preposition: `called on Y to …`."""


def reported(verb: Token) -> Saying | None:
    """`X is said to have …`, `X is expected to …`: content without a source."""
    goal, own = child(verb, "xcomp"), child(verb, "nsubjpass")
    if verb.lemma_ not in REPORTED or goal is None or own is None or not is_passive(verb):
        return None
    right = trimmed(verb.doc, goal.left_edge.i, goal.right_edge.i + 1)
    if right is None or goal.i < verb.i or not is_infinitive(goal):
        return None
    agent = speaker_head(verb)
    return Saying(
        cue=cue_range(verb),
        verb=verb.i,
        rule="passive with infinitive",
        source=noun_phrase(agent) if agent is not None else None,
        head=agent.i if agent is not None else -1,
        content=(noun_phrase(own, verb), right),
        quotes=False,
        # What is expected, nobody says by whom, is the article's own view.
        inference=agent is None and verb.lemma_ == "expect",
        certainty="hedged",
    )


def infinitive(verb: Token) -> Saying | None:
    """`X promised to …`, `X refused to …`."""
    goal, head = child(verb, "xcomp"), subject(verb)
    if verb.lemma_ not in cues.INFINITIVE or goal is None or goal.i < verb.i or not is_infinitive(goal):
        return None
    if head is None or not can_speak(head) or is_passive(verb) or not is_finite(verb):
        return None
    if verb.lemma_ in cues.DENIED and goal.lemma_ in cues.SILENCE:
        return None
    return make(verb, "verb with infinitive", clauses.after(verb, goal))


def object_infinitive(verb: Token) -> Saying | None:
    """`X urged Y to …`, `X called on Y to …`, `X wants Y opened`."""
    if verb.lemma_ not in cues.OBJECT_INFINITIVE or is_passive(verb):
        return None
    goal = _goal(verb)
    head = subject(verb)
    if goal is None or head is None or not can_speak(head):
        return None
    told = _told(verb, goal)
    if told is None or not verb.i < told.i < goal.i:
        return None
    return make(verb, "verb with object and infinitive", clauses.after(verb, goal, noun_phrase(told)[0]))


def _goal(verb: Token) -> Token | None:
    """What is to be done; of `wants the ferry to run` the parse makes the ferry the object."""
    wants = verb.lemma_ == "want"
    thing = child(verb, "dobj") if wants else None
    goals = [each for each in verb.rights if each.dep_ in {"xcomp", "ccomp"}]
    goals += [each for each in thing.rights if each.dep_ in {"acl", "relcl"}] if thing is not None else []
    return next((each for each in goals if is_infinitive(each) or (wants and each.tag_ == "VBN")), None)


def _told(verb: Token, goal: Token) -> Token | None:
    """Who is to do it."""
    if verb.lemma_ not in THROUGH_PREPOSITION:
        return child(goal, "nsubj") or child(verb, "dobj", "dative")
    prep = child(verb, "prep")
    if prep is None or prep.lower_ not in {"for", "on", "to", "with"}:
        return None
    return child(prep, "pobj")


def noun_object(verb: Token) -> Saying | None:
    """`X condemned the attack`."""
    if verb.lemma_ not in cues.NOUN_PHRASE or is_passive(verb) or not is_finite(verb):
        return None
    head, thing = subject(verb), child(verb, "dobj")
    if head is None or thing is None or not can_speak(head) or thing.i < verb.i:
        return None
    if thing.pos_ == "PRON" and not (verb.lemma_ in cues.TAKEN_UP and thing.lower_ in {"it", "that", "this"}):
        return None
    found = trimmed(verb.doc, thing.left_edge.i, thing.right_edge.i + 1)
    if found is None or child(verb, "dative", "iobj", "xcomp") is not None:
        return None
    return make(verb, "verb of judging", (found,))


def gerund(verb: Token) -> Saying | None:
    """`X denied taking the money`."""
    thing = child(verb, "xcomp", "dobj")
    if verb.lemma_ not in cues.GERUND or thing is None or thing.tag_ != "VBG" or thing.i < verb.i:
        return None
    head = subject(verb)
    if head is None or not can_speak(head) or is_passive(verb) or not is_finite(verb):
        return None
    return make(verb, "verb with gerund", clauses.after(verb, thing))


def prepositional(verb: Token) -> Saying | None:
    """`X warned of floods`, `X called for calm`, `X accused Y of fraud`."""
    wanted = cues.PREPOSITIONS.get(verb.lemma_)
    head = subject(verb)
    if wanted is None or head is None or not can_speak(head) or is_passive(verb) or not is_finite(verb):
        return None
    prep = next((each for each in verb.rights if each.dep_ == "prep" and each.lower_ in wanted), None)
    thing = child(prep, "pobj", "pcomp") if prep is not None else None
    accused = child(verb, "dobj") if verb.lemma_ == "accuse" else None
    if prep is None or thing is None or (verb.lemma_ == "accuse" and accused is None):
        return None
    start = accused.left_edge.i if accused is not None else prep.i + 1
    found = trimmed(verb.doc, start, prep.right_edge.i + 1)
    return make(verb, "verb with preposition", (found,)) if found else None


def bare(verb: Token) -> Saying | None:
    """A verb that can introduce the quotation beside it."""
    if verb.lemma_ not in cues.QUOTATION | cues.QUOTATION_ONLY or is_passive(verb):
        return None
    return make(verb, "quotation", ())
