"""What belongs to the clause of a verb: the event noun that it serves, its kind and its time expressions."""

import re

from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.syntax import VERBAL, subject
from generator.extract.parsed import Token
from generator.extract.temporals import INVITING
from generator.model import Temporal


def event_noun(verb: Token) -> Token | None:
    """The event noun that a light verb sets going or ends: `held talks`, `the talks resumed`."""
    if verb.lemma_ not in lexicon.LIGHT:
        return None
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.lemma_.lower() in lexicon.NOUNS:
            return child
    return None


SINCE = re.compile(r"\bsince (?:the )?\Z", re.IGNORECASE)
"""What counts from a day: `the third round since August`."""


def own_temporals(token: Token, context: Context) -> tuple[Temporal, ...]:
    """The time expressions of an event's clause, with those of the event noun that a light verb serves."""
    if token.pos_ not in VERBAL:
        own = context.temporals_of.get(token.i, ())
        return tuple(each for each in own if not SINCE.search(context.before(each)))
    noun = event_noun(token)
    # `postponed the vote to Friday` was not done on Friday
    moved = token.lemma_ in lexicon.TIMING
    served = context.temporals_of.get(noun.i, ()) if noun is not None and not moved else ()
    own = context.temporals_of.get(token.i, ())
    if token.lemma_ in INVITING:  # `invited them for Friday` was not done on Friday
        own = tuple(each for each in own if each.tense != "future")
    own = tuple(each for each in own if not _compares(each, token, context))
    return (*own, *served, *_when_clause(token, context))


def _compares(temporal: Temporal, verb: Token, context: Context) -> bool:
    """`rose the most since 2019`, `will be the first since 1961`: then was another like it, not this."""
    if not SINCE.search(context.before(temporal)):
        return False
    words = context.doc.char_span(*temporal.span)
    between = context.doc[verb.i : words.start] if words is not None else ()
    return any(word.tag_ in {"JJS", "RBS"} or word.lower_ in ORDINALS for word in between)


ORDINALS = frozenset("first second third fourth fifth only".split())


def _when_clause(verb: Token, context: Context) -> tuple[Temporal, ...]:
    """`in 2024, when it raised the fee`: the expression that `when` takes up."""
    when = next((child for child in verb.lefts if child.lower_ == "when"), None)
    if when is None or when.i < 2:
        return ()
    before = when.nbor(-2) if when.nbor(-1).text == "," else when.nbor(-1)
    temporal = context.temporal_at.get(before.i)
    return (temporal,) if temporal is not None else ()


def kind_of(verb: Token, noun: Token | None) -> str | None:
    """The kind of event, by the verb, its object and the event noun beside it; None: a verb that is not listed."""
    if noun is not None:
        return lexicon.NOUNS[noun.lemma_.lower()]
    particle = next(
        (child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"} and child.i > verb.i), ""
    )
    phrasal = lexicon.PHRASAL.get((verb.lemma_, particle))
    if phrasal is not None or any(child.dep_ == "prt" for child in verb.children):
        return phrasal
    object_lemmas = {child.lemma_.lower() for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}}
    if verb.lemma_ == "release" and object_lemmas & lexicon.CAPTIVES:
        return "YIELD"
    if verb.lemma_ == "fire" and object_lemmas & lexicon.FIRED:
        return "ASSAULT"
    acting = subject(verb)
    kind = lexicon.VERBS.get(verb.lemma_.lower())
    disaster = acting is not None and lexicon.NOUNS.get(acting.lemma_.lower()) == "DISASTER"
    return "DISASTER" if disaster and kind in {"ASSAULT", "PROTEST", ""} else kind
