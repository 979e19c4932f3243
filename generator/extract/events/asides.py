"""What clauses tell beside the news: states, habits, small acts, the nouns of acts.

They are dated as events are, for programs that ask when something was; no timeline shows them, no file keeps them.
"""

from collections.abc import Collection, Iterator, Mapping

from generator.extract.events import lexicon
from generator.extract.events.candidates import Draft, verdict_of
from generator.extract.events.context import Context
from generator.extract.events.dating import own, scene, when
from generator.extract.events.syntax import VERBAL, form, subject, verb_above
from generator.extract.parsed import Token
from generator.model import Event, Phase, Temporal

UNTOLD = frozenset({"denied", "hypothetical"})
"""Rules of verbs whose clause tells nothing that is so."""
ACTS = lexicon.NOUNS.keys() | lexicon.DEEDS
SHARING = frozenset({"xcomp", "advcl", "pcomp", "conj", "ccomp", "acl"})
"""Clauses without a finite verb that stand at the time of the clause above them."""


def asides(told: Collection[int], first: Mapping[str, Temporal], context: Context) -> Iterator[Event]:
    """Every clause and noun of an act but those at the indexes `told` and the cues, in the order of the text.

    `first` is what `first_tellings` gives for the article.
    """
    passed = {*told, *context.endless, *context.datelines, *context.cues}
    for token in context.doc:
        if token.i in passed:
            continue
        phase = _phase(token, context)
        if phase is not None:
            yield _event(Draft(token, phase, "", "aside"), first, context)


def _phase(token: Token, context: Context) -> Phase | None:
    """The phase of a verb, or that of the verb above a noun; None: no act and no state."""
    if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"} and token.is_word:
        return _of_verb(token, context)
    if token.pos_ == "NOUN" and token.lemma_.lower() in ACTS:
        above = verb_above(token)
        found = _of_verb(above, context) if above is not None else None
        return found or "happened"
    return None


def _of_verb(verb: Token, context: Context) -> Phase | None:
    verdict = verdict_of(verb, context)
    if verdict.rule in UNTOLD:
        return None
    shape = form(verb)
    if verdict.phase is not None or not shape.finite:
        above = verb_above(verb) if verdict.phase is None else None
        return (
            verdict.phase or (verdict_of(above, context).phase if above is not None else None) or "happened"
        )
    if shape.past or shape.perfect:
        return "happened"
    return "forecast" if shape.modal else "under way"


def _event(draft: Draft, first: Mapping[str, Temporal], context: Context) -> Event:
    temporal, how = when(draft, first, context)
    if temporal is None and _shares(draft.token):
        temporal, how = _above(draft.token, context), "date of the clause"
    acting = subject(draft.token) if draft.token.pos_ in VERBAL else None
    word = draft.token.span
    return Event(
        span=word,
        trigger=word,
        phase=draft.phase,
        what=f"{acting.text} {draft.token.text}" if acting is not None else draft.token.text,
        when=context.text(temporal.span) if temporal is not None else "",
        rule=f"aside; {how}" if temporal is not None and how else "aside",
    )


def _shares(token: Token) -> bool:
    return token.pos_ not in VERBAL or (token.dep_ in SHARING and not form(token).finite)


def _above(token: Token, context: Context) -> Temporal | None:
    above = verb_above(token)
    if above is None:
        return None
    return (
        own(above, context) or scene(above, context) or (_above(above, context) if _shares(above) else None)
    )
