"""Verbs whose content is an infinitive, a noun phrase or nothing but a quotation: `X promised to …`."""

from collections.abc import Iterator

from generator.extract.mentions.lexicon import words
from generator.extract.parsed import Doc, Token
from generator.extract.repairs import TIMES
from generator.extract.statements import clauses, cues, lexicon
from generator.extract.statements.grammar import (
    child,
    is_infinitive,
    is_negated,
    is_passive,
    is_told,
    noun_phrase,
    subject,
    trimmed,
)
from generator.extract.statements.people import can_speak, may_speak
from generator.extract.statements.saying import Range, Saying
from generator.extract.statements.speaking import cue_range, make, speaker_head

THROUGH_PREPOSITION = frozenset("appeal call petition plead press".split())
"""Verbs that reach the one who is to do something through a preposition: `called on Y to …`."""


def reported(verb: Token) -> Saying | None:
    """`X is said to have …`, `X is expected to …`: content without a source."""
    goal, own = child(verb, "xcomp", "oprd", "acomp"), child(verb, "nsubjpass")
    if verb.lemma_ not in cues.REPORTED or goal is None or own is None or not is_passive(verb):
        return None
    right = trimmed(verb.doc, goal.left_edge.i, goal.right_edge.i + 1)
    if right is None or goal.i < verb.i or not (is_infinitive(goal) or goal.tag_ in {"JJ", "VBN"}):
        return None
    if _says(goal):
        return None  # `was reported to have told colleagues that …`: what was told is the content
    agent, whom = speaker_head(verb), subject(verb) or own
    return Saying(
        cue=cue_range(verb),
        verb=verb.i,
        rule="passive with infinitive",
        source=noun_phrase(agent) if agent is not None else None,
        head=agent.i if agent is not None else -1,
        content=(noun_phrase(whom, verb), right),
        quotes=False,
        # What is expected, nobody says by whom, is the article's own view.
        inference=agent is None and verb.lemma_ == "expect",
        certainty="hedged",
    )


def _says(goal: Token) -> bool:
    return goal.lemma_ in cues.CLAUSE and child(goal, "ccomp") is not None


def infinitive(verb: Token) -> Saying | None:
    """`X promised to …`, `X refused to …`."""
    goal, head = child(verb, "xcomp"), subject(verb)
    if goal is None and verb.lemma_ == "commit":
        to = next((each for each in verb.rights if each.lower_ == "to"), None)
        goal = child(to, "pcomp") if to is not None else None
    if verb.lemma_ not in cues.INFINITIVE or goal is None or goal.i < verb.i or not is_infinitive(goal):
        return None
    if head is None or not can_speak(head) or is_passive(verb) or not verb.is_finite:
        return None
    if verb.lemma_ in cues.INTENDING and (verb.dep_ in {"relcl", "acl"} or not _is_known(head)):
        return None
    if any(each.tag_ in {"WRB", "WP"} for each in goal.lefts) or _says(goal):
        return None  # `agreed how to pay` does not say how; of `wants to say that …` the clause is said
    if (verb.lemma_ in cues.DENIED or is_negated(verb)) and goal.lemma_ in cues.SILENCE:
        return None
    content = tuple(_without_sequel(verb.doc, each) for each in clauses.after(verb, goal))
    return make(verb, "verb with infinitive", content)


def _without_sequel(doc: Doc, content: Range) -> Range:
    """Without `…, two days after the floods began`: what is still to be done has happened after nothing."""
    start, end = content
    for i in range(start + 1, end):
        if doc[i].lower_ in {"after", "before"} and doc[i - 1].lemma_.lower() in UNITS:
            comma = next((at for at in range(i - 1, max(start, i - 5), -1) if doc[at].text == ","), None)
            told = doc[i].dep_ == "mark" or any(token.tag_ == "VBD" for token in doc[i:end])
            if comma is not None and told:
                return trimmed(doc, start, comma) or content
    return content


UNITS = frozenset("second minute hour day week month year decade".split())


def _is_known(head: Token) -> bool:
    """Whether the subject is somebody in particular, not a pronoun or people at large."""
    return head.pos_ == "PROPN" or (
        head.pos_ == "NOUN" and head.lemma_ not in {"man", "people", "person", "woman"}
    )


def object_infinitive(verb: Token) -> Saying | None:
    """`X urged Y to …`, `X called on Y to …`, `X wants Y opened`."""
    if verb.lemma_ not in cues.OBJECT_INFINITIVE or is_passive(verb):
        return None
    goal = _goal(verb)
    head = subject(verb)
    if goal is None or head is None or not may_speak(head):
        return None
    told = _told(verb, goal)
    if told is None or not verb.i < told.i < goal.i:
        return None
    return make(verb, "verb with object and infinitive", clauses.after(verb, goal, told.left_edge.i))


def _goal(verb: Token) -> Token | None:
    """What is to be done; of `wants the ferry to run` the parse makes the ferry the object."""
    wants = verb.lemma_ == "want"
    thing = child(verb, "dobj") if wants else None
    through = {"advcl"} if verb.lemma_ in THROUGH_PREPOSITION else set()
    goals = [each for each in verb.rights if each.dep_ in {"xcomp", "ccomp"} | through]
    goals += [each for each in thing.rights if each.dep_ in {"acl", "relcl"}] if thing is not None else []
    return next((each for each in goals if is_infinitive(each) or (wants and each.tag_ == "VBN")), None)


def _told(verb: Token, goal: Token) -> Token | None:
    """Who is to do it."""
    if verb.lemma_ not in THROUGH_PREPOSITION:
        return child(goal, "nsubj") or child(verb, "dobj", "dative")
    prep = next((each for each in verb.rights if each.lower_ in {"for", "on", "to", "with"}), None)
    return child(prep, "pobj") if prep is not None else None


def noun_object(verb: Token) -> Saying | None:
    """`X condemned the attack`, `X blamed the fire on rust`, `the claim was denied by X`."""
    if verb.lemma_ not in cues.NOUN_PHRASE | {"claim"}:
        return None
    head, thing = speaker_head(verb), child(verb, "nsubjpass" if is_passive(verb) else "dobj")
    if verb.lemma_ == "claim" and (thing is None or thing.lemma_ not in cues.CLAIMED):
        return None
    if head is None or thing is None or not may_speak(head) or not is_told(verb):
        return None
    if (thing.i < verb.i) != (child(verb, "agent") is not None):
        return None
    if verb.lemma_ in cues.INTENDING and not _is_known(head):
        return None
    if thing.pos_ == "PRON" and not (verb.lemma_ in cues.TAKEN_UP and thing.lower_ in {"it", "that", "this"}):
        return None
    reason = _reason(verb)
    end = reason.right_edge.i if reason is not None else _foreseen(verb, thing)
    found = trimmed(verb.doc, thing.left_edge.i, end + 1)
    if found is None or child(verb, "dative", "iobj", "xcomp") is not None:
        return None
    empty = thing.lower_ == "one" or (reason is None and _is_greeting(verb, thing))
    acts = _is_decision(verb, head, thing) or _is_firing(verb, thing)
    return None if empty or acts else make(verb, "verb of judging", (found,))


def _foreseen(verb: Token, thing: Token) -> int:
    """Index of the last word of what is looked for, with when, where and at what: `expects a deal in June`."""
    end = thing.right_edge.i
    if verb.lemma_ not in FORESEEING or is_passive(verb):
        return end
    for each in verb.rights:
        said = verb.tag_ == "VBD" and any(part.ent_type_ in TIMES for part in each.subtree)
        looks = each.dep_ in {"prep", "npadvmod", "advmod"} and each.lower_ != "according"
        if each.left_edge.i == end + 1 and looks and not said:
            end = each.right_edge.i
    return end


FORESEEING = frozenset("anticipate expect fear forecast predict".split())
"""Verbs whose object lies ahead, and so do its circumstances."""


def _is_greeting(verb: Token, thing: Token) -> bool:
    """`congratulated Ann Lee`, of which nobody learns what was said."""
    named = all(each.pos_ == "PROPN" for each in thing.subtree)
    return verb.lemma_ in GREETING and named


GREETING = frozenset({"congratulate", "thank"})
COURTS = frozenset("court judge justice magistrate panel tribunal".split())
PLEADINGS = frozenset("appeal bid case charge count indictment lawsuit motion petition suit".split())


def _is_decision(verb: Token, head: Token, thing: Token) -> bool:
    """`a judge dismissed the charges`: that a court decides so is what it does, not what it says."""
    of_court = head.lemma_.lower() in COURTS and thing.lemma_.lower() in PLEADINGS
    return of_court and verb.lemma_ in {"dismiss", "reject", "deny"}


def _is_firing(verb: Token, thing: Token) -> bool:
    """`the club dismissed its coach`, not `dismissed its critics` nor `dismissed the mayor as a fool`."""
    somebody = thing.ent_type_ == "PERSON" or thing.lemma_.lower() in words("role_nouns") - {"critic"}
    return verb.lemma_ == "dismiss" and somebody and all(each.lower_ != "as" for each in verb.rights)


def _reason(verb: Token) -> Token | None:
    """`for their courage`, with a verb that names a reason; of a passive nothing."""
    wanted = cues.REASONS.get(verb.lemma_, frozenset()) if not is_passive(verb) else frozenset()
    return next((each for each in verb.rights if each.dep_ == "prep" and each.lower_ in wanted), None)


def gerund(verb: Token) -> Saying | None:
    """`X denied taking the money`."""
    thing = child(verb, "xcomp", "dobj")
    if verb.lemma_ not in cues.GERUND or thing is None or thing.tag_ != "VBG" or thing.i < verb.i:
        return None
    head = subject(verb)
    if head is None or not may_speak(head) or is_passive(verb) or not verb.is_finite:
        return None
    return make(verb, "verb with gerund", clauses.after(verb, thing))


def prepositional(verb: Token) -> Saying | None:
    """`X warned of floods`, `X called for calm`, `X called for Y to go`, `X accused Y of fraud`."""
    wanted = cues.PREPOSITIONS.get(verb.lemma_)
    head = subject(verb)
    if wanted is None or head is None or not may_speak(head) or is_passive(verb) or not is_told(verb):
        return None
    accused = child(verb, "dobj") if verb.lemma_ == "accuse" else None
    around = [*verb.rights, *(accused.rights if accused is not None else _behind_venue(verb))]
    prep = next((each for each in around if each.dep_ == "prep" and each.lower_ in wanted), None)
    if prep is not None and (thing := child(prep, "pobj")) is not None and thing.ent_type_ in TIMES:
        prep = None  # `called a meeting for Saturday`
    goal = next((each for each in verb.rights if is_infinitive(each) and _is_for(each, wanted)), None)
    if prep is not None and child(prep, "pobj", "pcomp") is not None and (accused or verb.lemma_ != "accuse"):
        start, end = prep.i + 1, prep.right_edge.i + 1
    elif goal is not None:
        start, end = goal.left_edge.i + 1, goal.right_edge.i + 1
    else:
        return None
    found = trimmed(verb.doc, accused.left_edge.i if accused is not None else start, end)
    return make(verb, "verb with preposition", (found,)) if found else None


def _behind_venue(verb: Token) -> Iterator[Token]:
    """What follows where it was said: `called in a statement for calm`."""
    for prep in verb.rights:
        place = child(prep, "pobj") if prep.dep_ == "prep" else None
        if place is not None and place.lemma_.lower() in lexicon.VENUES:
            yield from place.rights


def _is_for(clause: Token, wanted: frozenset[str]) -> bool:
    return "for" in wanted and clause.left_edge.lower_ == "for"


def bare(verb: Token) -> Saying | None:
    """A verb that can introduce the quotation beside it."""
    if verb.lemma_ not in cues.QUOTATION or is_passive(verb):
        return None
    thing = child(verb, "dobj")
    if verb.tag_ == "VBG" and thing is not None and not thing.left_edge.is_quote and thing.i > verb.i:
        return None  # `“…”, highlighting the danger`
    return make(verb, "quotation", ())
