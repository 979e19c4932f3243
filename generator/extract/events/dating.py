"""Which time expression of the article dates an event: one of its own clause, or one that it shares."""

import re
from collections.abc import Iterable, Mapping

from generator.extract.events import lexicon
from generator.extract.events.candidates import Draft
from generator.extract.events.clause import own_temporals
from generator.extract.events.context import Context, best, is_behind, is_day
from generator.extract.events.limits import limit
from generator.extract.events.syntax import VERBAL, auxiliaries, form, verb_above
from generator.extract.events.who import acts, antecedent, named
from generator.extract.parsed import Token
from generator.model import Temporal

BOUND = re.compile(r"\b(?:after|before|by|from|since|till|until) (?:the )?\Z", re.IGNORECASE)
"""What makes a date a limit, which the next verb does not share."""


def when(draft: Draft, first: Mapping[str, Temporal], context: Context) -> tuple[Temporal | None, str]:
    """The expression that dates `draft`, and how it was found; None: none does.

    `first` is what `first_tellings` gives for the article.
    """
    for how, temporal in (
        ("", _limit(draft, context)),
        ("", own(draft.token, context)),
        ("date of the clause", _shared(draft, context)),
        ("date of what it was for", _aimed(draft, context)),
        ("date of what came with it", _at_once(draft, context)),
        ("date of the scene", scene(draft.token, context) if draft.phase == "happened" else None),
        ("date of its first telling", _first_telling(draft, first)),
    ):
        if temporal is not None:
            return temporal, how
    return None, ""


def own(token: Token, context: Context) -> Temporal | None:
    """The expression in the event's own clause."""
    return best(own_temporals(token, context), token, context)


def _limit(draft: Draft, context: Context) -> Temporal | None:
    """For a deadline, the expression within `by …` or `before …`."""
    if draft.phase != "deadline" or draft.token.pos_ not in VERBAL:
        return None
    preposition = limit(draft.token)
    if preposition is None:
        return None
    inside = {context.temporal_at[token.i] for token in preposition.subtree if token.i in context.temporal_at}
    return best(tuple(sorted(inside, key=lambda item: item.span)), preposition, context)


def _shared(draft: Draft, context: Context) -> Temporal | None:
    """The expression of the clause that governs this one, where the two tell one scene.

    A conjunct takes it unless an adverb such as `then` moves it on; a participle and a gathering (`said in a
    briefing`) take that of their verb. What is said never takes the date of the saying.
    """
    token = draft.token
    if token.pos_ not in VERBAL:
        governor = verb_above(token)
        shares = draft.rule == "noun: gathering"
        return own(governor, context) if shares and governor is not None else None
    if _moves_on(token):
        return None
    if token.dep_ == "conj" and token.head.pos_ in VERBAL and form(token).past == form(token.head).past:
        found = own(token.head, context)
        leading = found is not None and found.span.start < token.head.idx
        if found is not None and not leading and BOUND.search(context.before(found)):
            return None  # `promised a ship before 2035 and has offered a crew`
        own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.lefts)
        return found if leading or not own_subject else None
    if token.dep_ in {"advcl", "pcomp"} and token.tag_ == "VBG":
        governor = verb_above(token)
        return (own(governor, context) or scene(governor, context)) if governor is not None else None
    return None


def _aimed(draft: Draft, context: Context) -> Temporal | None:
    """The past date of what was wanted, asked or stopped: `blocked its attempt to buy the port in 2019`.

    Nothing is done for a day that lies before it. A year still to come dates nothing past: that, the build sees.
    """
    verb = draft.token
    if draft.phase != "happened" or verb.pos_ not in VERBAL:
        return None
    for goal in verb.subtree:
        hangs = goal.tag_ == "VB" and goal.dep_ in {"acl", "xcomp"} and verb_above(goal) == verb
        found = own(goal, context) if hangs and form(goal).infinitive else None
        if found is not None and is_behind(found, context):
            return found
    return None


def _at_once(draft: Draft, context: Context) -> Temporal | None:
    """The date of `died when the river rose on Tuesday`, `six were killed and ten hurt on Tuesday`: one moment."""
    verb = draft.token
    if draft.phase != "happened" or verb.pos_ not in VERBAL or not form(verb).past or form(verb).perfect:
        return None
    with_it = (child for child in verb.rights if _is_when(child) or _is_shortened(child, verb))
    return next((found for child in with_it if (found := own(child, context)) is not None), None)


def _is_when(clause: Token) -> bool:
    """Whether it tells in the simple past what happened at that moment."""
    at_once = clause.dep_ == "advcl" and clause.tag_ in {"VBD", "VBN"} and not form(clause).perfect
    return at_once and any(child.lower_ == "when" for child in clause.lefts)


def _is_shortened(joined: Token, verb: Token) -> bool:
    """Whether a passive borrows the auxiliary of the one before it."""
    alone = joined.dep_ == "conj" and joined.tag_ in {"VBN", "VBD"} and not auxiliaries(joined)
    return (
        alone and form(verb).passive and any(child.dep_ in {"nsubj", "nsubjpass"} for child in joined.lefts)
    )


def _moves_on(verb: Token) -> bool:
    """Whether an adverb such as `then` puts the verb after what was told before."""
    adverbs = {child.lemma_.lower() for child in verb.children if child.dep_ == "advmod"}
    return not adverbs.isdisjoint(lexicon.SEQUENCE)


SCENE = 6
"""Sentences without a word of the same person after which a scene is over."""


WINDOW = 400
"""Tokens that are looked back over."""


def scene(token: Token, context: Context) -> Temporal | None:
    """The day of the scene, as in `On Monday she met … She also toured …`.

    Only the simple past continues one, and an adverb such as `then` leaves the day open.
    """
    if token.tag_ != "VBD" or token.pos_ not in VERBAL or _moves_on(token):
        return None
    actor = _actor(token, context)
    if not actor or _has_day_of_its_own(token, context):
        return None
    sentence = context.sentence(token)
    for earlier in reversed(context.doc[max(0, token.i - WINDOW) : token.i]):
        if sentence - context.sentence(earlier) > SCENE:
            return None
        if earlier.tag_ != "VBD" or _actor(earlier, context) != actor:
            continue
        sentence = context.sentence(earlier)
        found = own(earlier, context)
        if found is not None:
            return found if is_day(found, context) else None
    return None


def _has_day_of_its_own(verb: Token, context: Context) -> bool:
    """`missed the race after breaking a leg in 2021`, `joined and won in 2012`: with it another time is told."""
    return any(
        each.dep_ in {"pcomp", "advcl"} or (each.dep_ == "conj" and not is_day(temporal, context))
        for each in verb.subtree
        for temporal in context.temporals_of.get(each.i, ())
    )


def _actor(verb: Token, context: Context) -> str:
    acting = acts(verb, context)
    if acting is None:
        return ""
    entity = named(acting, context)
    if entity:
        return entity
    return antecedent(acting, context) if acting.lower_ in {"he", "she"} else ""


def first_tellings(told: Iterable[Draft], context: Context) -> dict[str, Temporal]:
    """Stem → the expression that dates its first telling: `launched` in 2019 dates `since its launch`."""
    found: dict[str, Temporal] = {}
    for draft in told:
        temporal = own(draft.token, context) if draft.phase == "happened" else None
        if temporal is not None:
            found.setdefault(stem(draft.token), temporal)
    return found


def _first_telling(draft: Draft, first: Mapping[str, Temporal]) -> Temporal | None:
    """For `since its launch`, the date of `launched` told before."""
    token = draft.token
    definite = any(child.dep_ == "poss" or child.lower_ in {"the", "that", "this"} for child in token.lefts)
    if token.pos_ in VERBAL or draft.phase != "happened" or not definite:
        return None
    temporal = first.get(stem(token))
    return temporal if temporal is not None and temporal.span.start < token.idx else None


def stem(token: Token) -> str:
    """What a verb and its noun have in common: `resign`, `resignation`."""
    return token.lemma_.lower()[:6].removesuffix("e")
