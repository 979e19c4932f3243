"""Whether what a verb tells is worth a line of the timeline."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.syntax import form
from generator.extract.events.who import ACTING, acts, entities, named
from generator.extract.parsed import Token
from generator.model import Phase

HOLLOW = frozenset({"have", "mean", "know", "think", "believe", "want", "need", "like", "let", "seem"})
"""Verbs that tell no event, whatever stands beside them."""
BACKGROUND = frozenset("as while what whatever how where".split())
"""Words whose clause tells no news of its own."""
LEAVING = frozenset("leave bring give make take".split())
"""Verbs whose participle tells how things came to stand: `leaving them bottom of the table`."""
DATED_STATES = frozenset("take get make put go come hold achieve suffer use do cover become".split())
"""States that are events when they are dated: `took office on Monday`."""


CONSIDERED = frozenset("consider debate decide discuss examine hear review".split())
"""What a court or a committee will do on a day."""


@dataclass(frozen=True, slots=True)
class Case:
    """A verb whose phase is known."""

    token: Token
    phase: Phase
    kind: str | None
    """As by clause.kind_of; None: a verb that is not listed."""
    rule: str
    """The rule that told the phase."""
    dated: bool
    context: Context


def is_news(case: Case) -> bool:
    """Whether the event is dated, of a kind that is news, or an act of somebody with a name."""
    return next((answer for rule in RULES if (answer := rule(case)) is not None), False)


def _outstanding(case: Case) -> bool | None:
    return (case.kind is not None or _by_somebody(case)) if case.rule == "yet" else None


def _being(case: Case) -> bool | None:
    """`the port will be full by Friday`: only what things will be, with a date."""
    if case.token.lemma_ != "be" or case.rule == "planned":
        return None
    acting = acts(case.token, case.context)
    thing = acting is not None and acting.pos_ == "NOUN" and not named(acting, case.context)
    return case.dated and thing and case.phase in {"forecast", "scheduled", "deadline"}


def _habit(case: Case) -> bool | None:
    return False if case.rule == "present" and case.phase == "under way" and case.kind is None else None


def _wording(case: Case) -> bool | None:
    """`a statement issued at noon`: that words were given out is told by what they say."""
    issued = case.rule == "participle" and case.kind in {"RELEASE", "", None}
    return False if issued and case.token.head.lemma_ in lexicon.WORDS else None


def _only_counts(case: Case) -> bool | None:
    """`…, losing four`: so many of what was told before; not `killing four`."""
    counts = any(child.dep_ == "dobj" and child.pos_ == "NUM" for child in case.token.children)
    return False if counts and case.rule == "participle" and case.kind not in lexicon.HARD else None


def _plan(case: Case) -> bool | None:
    lets = case.token.lemma_ in HOLLOW
    planned = case.rule in {"lapses", "planned"} and not lets and (case.dated or _by_somebody(case))
    return True if planned else None


def _state(case: Case) -> bool | None:
    if case.phase == "deadline":
        return None
    lemma = case.token.lemma_.lower()
    heard = lemma in CONSIDERED and case.phase in {"forecast", "scheduled"}
    dated = case.dated and (lemma in DATED_STATES or heard)
    return False if lemma in HOLLOW or (lemma in lexicon.STATES and case.kind is None and not dated) else None


def _sure(case: Case) -> bool | None:
    hit = any(child.dep_ == "dobj" for child in case.token.children)
    toll = (
        case.kind in {"ASSAULT", "DISASTER"} and case.token.tag_ == "VBG" and hit
    )  # `…, killing 23 workers`
    hard = case.kind in lexicon.HARD and (case.rule != "participle" or toll)
    return True if case.dated or case.phase == "deadline" or hard else None


def _aside(case: Case) -> bool | None:
    """Undated, what stands beside a noun describes it, and what is expected is no plan.

    Nor is what went on, what only gives the occasion of something else (`she said as she left`) or stands for a
    thing (`what the flood left`).
    """
    token = case.token
    if case.rule == "participle" and token.lemma_ in LEAVING:
        return False
    loose = case.rule in {"participle", "expected"} and token.tag_ != "VBG"
    went_on = case.rule == "progressive" and case.phase == "happened"
    linked = {child.lower_ for child in token.children if child.dep_ in {"mark", "advmod", "dobj", "nsubj"}}
    return False if loose or went_on or token.dep_ in {"relcl", "acl"} or linked & BACKGROUND else None


def _told_by_somebody(case: Case) -> bool | None:
    """Undated, somebody's words tell of a deal to come, and of what somebody with a name did."""
    if case.context.statement(case.token) is None:
        return None
    if case.phase == "forecast":
        return case.kind == "AGREE" and form(case.token).passive
    of_it = any(child.dep_ == "dobj" and child.pos_ == "PRON" for child in case.token.children)
    if case.phase != "happened" or case.kind is None or of_it:
        return False
    return _by_somebody(case) or _of_a_body(case)


def _of_a_body(case: Case) -> bool:
    """Whether `the board`, so many of something or an event is told of."""
    acting = acts(case.token, case.context)
    state = any(child.lower_ in {"still", "when"} for child in case.token.children)
    if acting is None or acting.pos_ != "NOUN" or state:
        return False
    shape = form(case.token)
    if not shape.finite or (case.kind == "AGREE" and shape.passive):  # a claim: the matter of issues
        return False
    counted = any(child.pos_ == "NUM" for child in acting.lefts)
    known = any(child.lower_ in {"the", "this", "its"} for child in acting.lefts)
    lemma = acting.lemma_.lower()
    return counted or (known and (shape.passive or lemma in ACTING or lemma in lexicon.NOUNS))


def _foretold(case: Case) -> bool | None:
    if case.phase != "forecast":
        return None
    return case.kind is not None and form(case.token).modal in {"will", "would"}


def _act(case: Case) -> bool | None:
    """A listed verb, or what somebody with a name did to something, in the simple past."""
    if case.kind is not None:
        return True
    acting = acts(case.token, case.context)
    if case.phase != "happened" or acting is None or case.token.tag_ != "VBD":
        return None
    thing = any(child.dep_ in {"dobj", "dative"} and child.pos_ != "PRON" for child in case.token.children)
    return thing and (bool(named(acting, case.context)) or acting.lower_ in {"he", "she"})


def _by_somebody(case: Case) -> bool:
    """Whether the subject is somebody with a name, or somebody's people: `her government`."""
    acting = acts(case.token, case.context)
    if acting is None:
        return False
    owned = acting.lemma_.lower() in ACTING and any(child.dep_ == "poss" for child in acting.lefts)
    return owned or any(entities(acting, case.context))


RULES: tuple[Callable[[Case], bool | None], ...] = (
    _outstanding,
    _being,
    _habit,
    _wording,
    _only_counts,
    _plan,
    _state,
    _sure,
    _aside,
    _told_by_somebody,
    _foretold,
    _act,
)
"""In this order; the first that answers decides."""
