"""Who takes part in an event, where it is, and who tells it."""

from collections.abc import Iterator

from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.syntax import SUBJECTS, VERBAL, objects
from generator.extract.events.who import ACTING, acts, entities
from generator.extract.mentions.lexicon import words
from generator.extract.parsed import Token
from generator.model import Statement

PLACING = frozenset({"in", "at", "near", "outside", "inside", "across", "to", "from", "into", "off", "on"})
STANDING = frozenset({"in", "at", "near", "outside", "inside", "across", "on", "off"})
HOLDERS = words("role_nouns") | {"counterpart"}
"""Who is somebody else than the one whose they are: `his counterpart`."""
PARTIES = frozenset({"between", "of", "with", "by", "from", "among"})
"""Prepositions that give an event noun its parties."""
BESIDE = frozenset({"in", "at", "for", "against", "before", "under", "to"})
"""The same where somebody or a body follows: `shares in the Amber Group`."""
THE_ARTICLE = "the article"


def participants(trigger: Token, context: Context) -> tuple[str, ...]:
    """Ids of the entities that take part in what `trigger` tells, in the order of the text."""
    heads = sorted(set(_arguments(trigger, context)))
    found = (entity for token in heads for entity in entities(token, context))
    return tuple(dict.fromkeys(found))


def _arguments(trigger: Token, context: Context) -> Iterator[Token]:
    """Heads of the phrases that name who takes part."""
    if trigger.pos_ not in VERBAL:
        yield from _noun_arguments(trigger, context)
        called = [
            child for child in trigger.children if child.dep_ == "acl" and child.lemma_ in lexicon.CALLING
        ]
        yield from (item for verb in called for item in objects(verb) if item.head.dep_ == "agent")
        speaking = trigger.head.head
        if trigger.lemma_ in lexicon.GATHERINGS and trigger.head.dep_ == "prep" and speaking.pos_ in VERBAL:
            acting = acts(speaking, context)
            if acting is not None:
                yield acting
        return
    acting = acts(trigger, context)
    if acting is not None:
        yield from (acting, *acting.conjuncts)
        if acting.i not in context.mention_at:
            yield from _noun_arguments(acting, context)
    for item in objects(trigger):
        if not _locative(item) and not _destination(item, trigger, context):
            yield item
            if item.dep_ in {"dobj", "pobj"} and item.i not in context.mention_at:
                yield from _noun_arguments(item, context)


def _noun_arguments(noun: Token, context: Context) -> Iterator[Token]:
    """`between A and B`, `of A`, `with B`, `from C`, `A’s`: the parties of an event noun."""
    for child in noun.children:
        if child.dep_ == "poss" and not (child.pos_ == "PRON" and noun.lemma_ in ACTING | HOLDERS):
            yield from (child, *child.conjuncts)
        elif child.dep_ in {"compound", "nmod"} and _is_body(child, context):
            yield child
        elif child.dep_ == "prep" and child.lower_ in BESIDE:
            yield from (
                inner for inner in child.children if inner.dep_ == "pobj" and _is_body(inner, context)
            )
        elif child.dep_ in {"prep", "agent"} and child.lower_ in PARTIES:
            for inner in (inner for each in (child, *child.conjuncts) for inner in each.children):
                if inner.dep_ == "pobj" and not _locative(inner):
                    yield from (inner, *inner.conjuncts)


def _is_body(token: Token, context: Context) -> bool:
    """Whether the token names somebody or a body, not a place."""
    mention = context.mention_at.get(token.i)
    return mention is not None and context.entities[mention.entity].type != "place"


def _destination(item: Token, verb: Token, context: Context) -> bool:
    """Whether the object is the place of a movement: `left Calvia`, `reached Borland`."""
    mention = context.mention_at.get(item.i)
    is_place = mention is not None and context.entities[mention.entity].type == "place"
    return is_place and item.dep_ == "dobj" and verb.lemma_ in lexicon.MOVING


def _locative(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return (
        token.dep_ == "pobj" and token.head.lower_ in STANDING | {"to", "into"} and token.head.dep_ == "prep"
    )


def place(trigger: Token, context: Context) -> str:
    """Id of the place where it is: the nearest locative phrase of the clause; empty: not told."""
    for names in (STANDING, PLACING):
        for token in trigger.subtree:
            if token.dep_ == "prep" and token.lower_ in names and _belongs(token, trigger):
                if token.lower_ == "from" and token.head.pos_ not in VERBAL and token.head.dep_ in SUBJECTS:
                    continue  # `Envoys from Borland met in Calvia`
                for inner in token.children:
                    mention = context.mention_at.get(inner.i)
                    if inner.dep_ == "pobj" and mention and context.entities[mention.entity].type == "place":
                        return mention.entity
    return ""


def _belongs(preposition: Token, trigger: Token) -> bool:
    """Whether the phrase is of the event: no other finite clause or naming apposition stands between."""
    token = preposition.head
    while token not in (trigger, token.head):
        if token.dep_ in {"appos", "relcl", "ccomp", "conj", "advcl", "poss"}:
            return False
        token = token.head
    return True


def said_by(trigger: Token, context: Context) -> str:
    """Who tells the event: id of the speaker, the words for one without a name, or `the article`."""
    statement = context.statement(trigger)
    return teller(statement, context) if statement else ""


def teller(statement: Statement, context: Context) -> str:
    """Who makes a statement: entity id, the source’s words, or `the article` for its own inferences."""
    if statement.mode == "inference":
        return THE_ARTICLE
    if statement.speaker:
        return statement.speaker
    if statement.source is None:
        return ""
    named = context.named_in(statement.source)
    whole = context.text(statement.source)
    if named and not statement.anonymous and len(named) == 1:
        return named[0]
    return whole
