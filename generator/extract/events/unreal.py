"""Verbs of what did not happen, or has not yet: denied, supposed, short of it, waited for."""

from generator.extract.events import lexicon
from generator.extract.events.phases import Answer, Told
from generator.extract.events.syntax import form
from generator.extract.parsed import Token
from generator.extract.temporals import is_overtaken

SHORT_OF = frozenset({"nearly", "almost"})
"""Adverbs of what did not come about: `the deal nearly fell apart`."""
ONCE_DONE = frozenset({"after", "as", "before", "once", "till", "until", "when"})
"""Conjunctions whose perfect, under a verb that looks ahead, is still to come."""


def denied(told: Told) -> Answer:
    """`did not sign`, `nobody signed`, `nearly fell apart`."""
    short = any(child.lower_ in SHORT_OF and child.dep_ == "advmod" for child in told.token.children)
    return "" if told.form.negated or short else None


def _inverted(verb: Token) -> bool:
    """`Had she lost the vote, …`, `Were it to fail, …`: a condition told by the order of its words."""
    acting = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    first = next(iter(verb.lefts), None)
    return (
        verb.dep_ in {"advcl", "ccomp"}
        and acting is not None
        and first is not None
        and first.lower_ in {"had", "were", "should"}
        and first.i < acting.left_edge.i
        and first.head.i > first.i
    )


def still_to_come(told: Told) -> Answer:
    """`It will enter into force once both sides have ratified it`, `ordered a halt until it had been mended`."""
    if not told.form.perfect or told.token.dep_ != "advcl":
        return None
    marks = {child.lower_ for child in told.token.children if child.dep_ in {"mark", "advmod"}}
    above = form(told.token.head)
    if told.form.past and not marks & {"till", "until"}:
        return None
    return "" if marks & ONCE_DONE and (above.modal or above.infinitive) else None


def overtaken(told: Told) -> Answer:
    """`had been due to end on Friday`, `was to have ended on Friday`: it was to be, and was not."""
    head = told.token.head
    missed = told.form.perfect and head.lemma_ == "be" and head.tag_ == "VBD"
    return (
        "" if told.form.infinitive and told.token.dep_ == "xcomp" and (missed or is_overtaken(head)) else None
    )


def alluded(told: Told) -> Answer:
    """`what we walked out for`, `what it accepted in May`: somebody speaks of it, and does not say what it was."""
    near = (*told.token.children, *(inner for child in told.token.rights for inner in child.children))
    return "" if any(each.lower_ == "what" and each.tag_ == "WP" for each in near) else None


def hypothetical(told: Told) -> Answer:
    """`if they sign`, `unless it pays`, `would have met`, and the consequence of an `if`."""
    marks = {child.lower_ for child in told.token.children if child.dep_ in {"mark", "advmod"}}
    if marks & lexicon.HYPOTHETICAL or _inverted(told.token):
        return ""
    if told.form.modal in {"would", "could", "should", "might", "may"} and told.form.perfect:
        return ""
    asked = next((child for child in told.token.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if asked is not None and asked.tag_ in {"WP", "WDT"} and told.token.dep_ not in {"relcl", "acl"}:
        return ""
    has_condition = any(
        child.dep_ == "advcl" and {inner.lower_ for inner in child.children} & lexicon.HYPOTHETICAL
        for child in told.token.children
    )
    if has_condition and told.form.modal:
        return "forecast" if told.dated else ""
    return None
