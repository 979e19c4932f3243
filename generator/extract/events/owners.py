"""Which verb or event noun a time expression belongs to, by the parse around it."""

from generator.extract.events import lexicon
from generator.extract.events.syntax import VERBAL, subject
from generator.extract.parsed import Token


def owner(token: Token) -> Token:
    """The verb or event noun that a time expression with the head `token` belongs to.

    `scheduled for` passes its date on to the noun; a date between a verb of saying and what is said belongs
    to the saying, whatever the parser makes of it.
    """
    if describes(token):
        return token.head
    climbing, within, served = token, False, False
    while climbing.head != climbing:
        within = within or (climbing != token and climbing.pos_ in {"NOUN", "PROPN"})
        climbing = climbing.head
        if _serves(climbing):
            served = True
            continue
        if climbing.pos_ in VERBAL:
            return _set_for(token, climbing) or _said_when(token, climbing)
        if climbing.dep_ == "conj" and climbing.lemma_.lower() not in lexicon.NOUNS:
            return climbing
        if climbing.dep_ != "compound" and _dates_noun(token, climbing, within=within and not served):
            return climbing
    return climbing


def _set_for(token: Token, verb: Token) -> Token | None:
    """The event noun that the verb sets for a day, or moves to it: `called a strike for 20 May`."""
    into = next(
        (each for each in (token.head, token.head.head) if each.head == verb and each.dep_ == "prep"), None
    )
    if into is None or into.i < verb.i:
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    setting = verb.lemma_ in lexicon.SETTING and into.lower_ == "for" and not passive
    moving = verb.lemma_ in lexicon.MOVED and into.lower_ in {"to", "until", "till", "for"}
    things = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    return next(
        (each for each in things if (setting or moving) and each.lemma_.lower() in lexicon.NOUNS), None
    )


def describes(token: Token) -> bool:
    """Whether the date says which one a thing is, not when it was: `1990 levels`, `last year’s record`."""
    a_year = token.is_year and token.dep_ in {"compound", "nummod", "amod", "nmod"}
    return token.head.pos_ in {"NOUN", "PROPN"} and (a_year or token.dep_ == "poss")


def _dates_noun(token: Token, noun: Token, *, within: bool) -> bool:
    """Whether the expression belongs to an event noun and not to the verb above it.

    It does not where it stands after it `within` another noun (`talks on a line on Friday`), nor where the noun
    more often names a thing and no `of` joins the two (`signed an accord on Friday`).
    """
    if noun.pos_ != "NOUN" or noun.lemma_ not in lexicon.NOUNS:
        return False
    if token.i < noun.i:
        return True
    joined = noun.lemma_ not in lexicon.RESULTS or token.head.lower_ in {"of", "in"}
    return not within and joined


def _serves(verb: Token) -> bool:
    """`the vote scheduled for`, `the talks taking place`: the clause tells of its noun."""
    ahead = verb.lemma_ in lexicon.PLANNED and any(child.lower_ == "for" for child in verb.children)
    named = verb.head.lemma_.lower() in lexicon.NOUNS and (
        verb.lemma_ in lexicon.PLANNED or verb.lemma_ == "take"
    )
    return verb.dep_ in {"acl", "relcl"} and (ahead or named)


def _said_when(token: Token, verb: Token) -> Token:
    """`announced Monday it has settled`: the saying verb, where the date stands before the clause's subject."""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in lexicon.SAYING:
        return verb
    head = subject(verb)
    before = head is not None and verb.head.i < token.i < head.left_edge.i
    mark = next((child for child in verb.children if child.dep_ == "mark"), None)
    if mark is not None and head is not None and mark.i < token.i:
        return verb
    return verb.head if before else verb
