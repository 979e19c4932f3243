"""Acts that somebody is to do, named as things: `to shut the ward` is the closure of the ward."""

from collections.abc import Container, Iterator, Mapping

from generator.extract.events.syntax import VERBAL
from generator.extract.issues import lexicon, positions
from generator.extract.issues.phrases import Named, lemmas, of_head
from generator.extract.parsed import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
INDEFINITE = frozenset({"a", "an"})
BESIDE = 3
"""Tokens within which what is to be done follows its word: `ruled out ordering`."""


def is_act(token: Token) -> bool:
    """Whether `token` is a verb for something that is decided and done to a thing that is named."""
    if token.pos_ not in VERBAL:
        return False
    if is_leaving(token):
        return object_of(token) is not None
    named = object_of(token) if token.lemma_.lower() in positions.ACTS else None
    return named is not None and named.lemma_.lower() not in lexicon.VAGUE and named.pos_ in {"NOUN", "PROPN"}


def is_leaving(verb: Token) -> bool:
    """`resign`, `step down`; not `quit the race`."""
    beside = {child.lower_ for child in verb.rights if child.dep_ in {"prt", "advmod"}}
    leaves = verb.lemma_ != "step" or not beside.isdisjoint({"down", "aside"})
    return verb.lemma_ in positions.LEAVING and leaves and all(child.dep_ != "dobj" for child in verb.rights)


def _leaver(verb: Token) -> Token | None:
    """Who is to go: the subject, or who refuses, or whom it is asked of: `called on Brenner to resign`."""
    own = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if own is not None:
        return stood_for(own)
    wish = verb.head
    if verb.dep_ not in {"xcomp", "acl", "relcl"} or not _has_to(verb):
        return None
    if wish.lemma_.lower() in positions.SAYING and wish.dep_ == "dobj":
        return next((child for child in wish.head.lefts if child.dep_ == "nsubj"), None)
    if wish.pos_ in VERBAL:
        asked = [child for child in wish.rights if child.dep_ == "dobj" and child.i < verb.i]
        on = (child for child in wish.rights if child.dep_ == "prep" and child.lower_ in {"on", "for"})
        asked += [inner for child in on for inner in child.rights if inner.dep_ == "pobj"]
        return next(iter(asked), None) or next((child for child in wish.lefts if child.dep_ == "nsubj"), None)
    return next((child for child in wish.lefts if child.dep_ == "poss"), None)


def object_of(verb: Token) -> Token | None:
    """What is done to: the object, the subject of a passive and of `wants the limit doubled`, whom a fine hits.

    Of a resignation, it is who is to go; of `demand closing of the mine`, the mine.
    """
    if is_leaving(verb):
        return _leaver(verb)
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            return _whom(child, verb) or stood_for(child)
    if verb.tag_ == "VBG" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "of":
        return next((inner for inner in verb.nbor().rights if inner.dep_ == "pobj"), None)
    wished = verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"} and verb.head.lemma_ == "want"
    return next((child for child in verb.lefts if child.dep_ == "nsubj"), None) if wished else None


def _whom(amount: Token, verb: Token) -> Token | None:
    """Acme in `fined Acme 4 million crowns`, whatever the parser hangs it on."""
    beside = (
        child for child in (*amount.lefts, *verb.rights) if child.dep_ in {"nmod", "dative", "compound"}
    )
    hit = next((child for child in beside if child.pos_ == "PROPN" and child.i < amount.i), None)
    return hit if amount.lemma_.lower() in lexicon.VAGUE else None


def stood_for(token: Token) -> Token:
    """The noun that a relative pronoun stands for: `the report, which it declined to release`.

    In `an exemption on medical grounds, which Brenner rejected` the exemption, since nobody decides on grounds.
    """
    clause = token.head
    while token.tag_ in {"WDT", "WP"} and clause.dep_ in {"xcomp", "ccomp"}:
        clause = clause.head
    if token.tag_ not in {"WDT", "WP"} or clause.dep_ != "relcl":
        return token
    noun, above = clause.head, clause.head.head.head
    within = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and above.lemma_.lower() in positions.DECIDABLE
    return above if within and noun.lemma_.lower() not in positions.DECIDABLE else noun


def acts_under(word: Token) -> Iterator[Token]:
    """The verbs of what a wish, a decision or a refusal is about, in the order of the text."""
    for child in word.children:
        if child.dep_ in {"xcomp", "ccomp", "acl", "advcl", "pcomp"} and child.pos_ in VERBAL:
            if _is_wished(child, word):
                yield child
                yield from (other for other in child.conjuncts if other.pos_ in VERBAL and other.i > child.i)
        elif child.dep_ == "prep" and child.i < word.i + BESIDE:
            yield from acts_under(child)
        elif child.dep_ == "pobj" and word.dep_ == "prep":
            yield from (verb for verb in child.children if verb.dep_ == "acl" and _has_to(verb))
        elif child.dep_ == "relcl" and any(
            each.lower_ == "would" or each.tag_ == "TO" for each in child.lefts
        ):
            yield child


def _is_wished(verb: Token, word: Token) -> bool:
    beside = verb.tag_ == "VBG" and verb.left_edge.i < word.i + BESIDE
    return verb.i > word.i and (_has_to(verb) or beside or (verb.dep_ == "ccomp" and word.pos_ in VERBAL))


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def of_act(verb: Token, dates: Container[int] = ()) -> tuple[Named, tuple[str, ...]]:
    """The phrase of an act under its noun, and the words of that name in dictionary form."""
    thing = object_of(verb)
    if thing is None:
        raise ValueError(verb.text)
    phrase = of_head(thing, dates)
    leaves = is_leaving(verb)
    nominal = "resignation of" if leaves else positions.ACTS[verb.lemma_.lower()]
    if any(child.dep_ == "nummod" for child in thing.lefts):
        nominal = nominal.replace("cut to", "cut of")  # 310 jobs go, they are not what is left
    article = next((_article(child) for child in thing.lefts if child.dep_ in {"det", "poss"}), "")
    start, end = (verb.i, verb.i + 1) if leaves else (min(verb.i, phrase.start), max(verb.i + 1, phrase.end))
    words = (*nominal.split(), *lemmas(phrase, verb.doc))
    return Named(start, end, verb.i, f"{nominal} {article}{phrase.name}"), words


def _article(determiner: Token) -> str:
    """What stands before the thing in the name of an act, with a blank."""
    if determiner.lower_ in INDEFINITE:
        return f"{determiner.lower_} "
    return "the " if determiner.lower_ in DEFINITE else ""


def is_any(verb: Token, often: Mapping[str, int]) -> bool:
    """Whether an act is done to some thing of a kind, of which no more is told: `will not buy a cat`."""
    thing = object_of(verb)
    if thing is None or often.get(thing.lemma_.lower(), 0) > 1:
        return False
    beside = list(thing.children)
    return bool(beside) and all(child.lower_ in INDEFINITE for child in beside)
