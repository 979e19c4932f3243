"""What the parser hangs wrongly, put right by what the grammar of English allows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.extract.rehanging import NOMINAL, SUBJECTS, hang
from generator.extract.voices import repair_voice

if TYPE_CHECKING:
    from generator.extract.parsed import Token

TIMES = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"})
WITHIN_PHRASE = frozenset({"amod", "case", "compound", "det", "nmod", "nummod", "poss"})
CLOSING = frozenset({",", "?", "!", "…", "—", "–", "-", "..."})
"""Before a closing mark: the sentence goes on outside of the quotation."""
FARTHEST = 20
"""Words between a quotation and the verb that tells who says it."""
PARTS = frozenset({"late", "early"})
"""What may stand between the verb and its day: `said late on Monday`."""


def repair(tokens: "Iterable[Token]") -> None:
    """Give clauses their subjects, verbs their days, prepositions places, pronouns things, quotations speakers."""
    for verb in tokens:
        if verb.pos_ in {"VERB", "AUX"}:
            _take_name(verb)
            _take_speaker(verb)
            _close_relative(verb)
        if verb.dep_ == "conj" and verb.pos_ == "NOUN":
            _join_abreast(verb)
        if verb.dep_ in {"nmod", "nsubj", "nsubjpass"} and verb.pos_ == "PROPN":
            _stand_beside(verb)
        if verb.dep_ == "appos" and verb.head.dep_ == "pobj":
            _leave_body(verb)
        if verb.lower_ == "her" and verb.dep_ == "poss":
            _receive(verb)
        if verb.dep_ == "advcl" and verb.i < verb.head.i:
            _become_said(verb)
        if verb.dep_ == "ccomp" and verb.is_finite:
            _settle(verb)
        if verb.dep_ == "relcl" and verb.head.ent_type_ in TIMES:
            _leave_date(verb)
        repair_voice(verb)


def _settle(clause: "Token") -> None:
    """Give what is said its own subject, the saying its day, and leave what a semicolon parts from both."""
    if clause.head.i < clause.i:
        _take_subject(clause)
        _return_day(clause)
    _part(clause)


def _take_subject(verb: "Token") -> None:
    """`promised each driver would be paid`: no finite clause lacks a subject, and no noun stands there idle."""
    governor = verb.head
    between = [each for each in governor.rights if each.i < verb.i]
    if not between or governor.lemma_ == "tell" or any(each.dep_ in SUBJECTS for each in verb.children):
        return  # `told the board the port …` may be either's
    thing = between[-1]
    if thing.dep_ == "dobj" and thing.pos_ in NOMINAL and thing.right_edge.i + 1 == verb.left_edge.i:
        passive = any(each.dep_ == "auxpass" for each in verb.lefts)
        hang(thing, verb, "nsubjpass" if passive else "nsubj")


def _return_day(verb: "Token") -> None:
    """`said on Thursday it would cut jobs`: the day is that of the saying, unless it has another."""
    governor, first = verb.head, next(iter(verb.lefts), None)
    start = governor.i + 1
    if first is None:
        return
    start += start < len(verb.doc) and verb.doc[start].lower_ in PARTS
    if governor.tag_ not in {"VBD", "VBN", "VBZ"} or not governor.i < first.left_edge.i <= start:
        return
    days = first.children if first.dep_ == "prep" and first.lower_ == "on" else (first,)
    follows = verb.doc[first.right_edge.i + 1]
    if any(each.ent_type_ in TIMES for each in days) and not follows.is_punct and not _is_dated(governor):
        hang(first, governor, first.dep_)


def _is_dated(verb: "Token") -> bool:
    return any(
        token.ent_type_ in TIMES
        for each in verb.children
        if each.dep_ in {"prep", "npadvmod"}
        for token in (each, *each.children)
    )


def _leave_date(verb: "Token") -> None:
    """`closed the mill in 2019, which it had bought`: nobody buys a date; the clause is the mill’s."""
    pronoun = next((each for each in verb.lefts if each.tag_ in {"WDT", "WP"}), None)
    above = next((each for each in verb.head.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    if pronoun is None or above is None or (pronoun.dep_ != "dobj" and pronoun.lower_ != "who"):
        return
    thing = next((each for each in above.rights if each.dep_ == "dobj" and each.i < verb.head.i), None)
    if thing is not None:
        hang(verb, thing, "relcl")


def _take_speaker(verb: "Token") -> None:
    """`“…,” said Ann Lee, whose son was hurt`: who stands beside a verb behind a quotation is its subject."""
    if verb.tag_ not in TENSED or any(each.dep_ in SUBJECTS for each in verb.children):
        return
    doc, edge = verb.doc, verb.i
    while edge > max(verb.sent.start, verb.i - FARTHEST) and not _is_mark(doc[edge - 1]):
        edge -= 1
    if edge < 2 or not _is_mark(doc[edge - 1]) or doc[edge - 2].text not in CLOSING:
        return
    beside = verb.i + 1 if edge == verb.i else edge
    thing = _top(doc[beside]) if beside < verb.sent.end else verb
    if thing.pos_ not in NOMINAL or thing.left_edge.i != beside:
        return
    other = thing.head
    if edge < verb.i:
        if other.i < edge:  # the parse made it a part of what is quoted
            hang(thing, verb, "nsubj")
    elif thing.dep_ in SUBJECTS and other.i > thing.i and other.dep_ == "ccomp" and other.head is verb:
        hang(thing, verb, "nsubj")
        hang(other, thing, "relcl")


def _close_relative(verb: "Token") -> None:
    """`Ann Lee, who met Roe, the mayor, on Friday, said`: to its last comma all belongs to the relative clause."""
    own = next((each for each in verb.lefts if each.dep_ in SUBJECTS), None)
    aside = next((each for each in own.rights if each.dep_ == "relcl"), None) if own is not None else None
    if own is None or aside is None or verb.doc[verb.i - 1].text != ",":
        return
    for each in verb.lefts:
        if each.dep_ in {"prep", "npadvmod"} and each.i > aside.i:
            hang(each, aside, each.dep_)


def _is_mark(token: "Token") -> bool:
    """Whether it is a quotation mark and no apostrophe of a genitive."""
    return token.is_quote and token.dep_ != "case"


def _top(token: "Token") -> "Token":
    """The noun that a phrase is about which begins with `token`."""
    while token.dep_ in WITHIN_PHRASE and token.head.i > token.i:
        token = token.head
    return token


def _join_abreast(noun: "Token") -> None:
    """`the return of families and control of the dam`: what has an `of` of its own stands beside what has one.

    Of two of one number, `the rights of men and women of Arden`, the last words may tell of both.
    """
    first, of = noun.head, noun.head.head
    if of.lower_ != "of" or first.dep_ != "pobj" or of.head.pos_ != "NOUN":
        return
    own = next((each for each in (*noun.rights, *first.rights) if each.i == noun.i + 1), None)
    if own is None or own.lower_ != "of" or (own.head is first and first.tag_ == noun.tag_):
        return
    joints = [each for each in first.rights if each.dep_ == "cc" and each.i < noun.i]
    hang(own, noun, "prep")
    for each in (*joints, noun):
        hang(each, of.head, each.dep_)


def _stand_beside(name: "Token") -> None:
    """`Minister Ada Brenner and union leader Omar Tesk met`: the first of two names is no part of the second."""
    other = name.head
    joint = next((each for each in name.rights if each.dep_ == "cc"), None)
    if joint is not None and name.dep_ in SUBJECTS:  # or the verb has two subjects
        last = next((each for each in reversed(other.lefts) if each.dep_ in SUBJECTS), name)
        if last.pos_ == "PROPN" and last.left_edge.i == joint.i + 1:
            hang(last, name, "conj")
        return
    if joint is None or other.pos_ != "PROPN" or other.dep_ not in SUBJECTS | {"dobj", "pobj"}:
        return
    between = [each for each in name.rights if each.dep_ == "conj" and joint.i < each.i < other.i]
    if name.i > other.i or len(between) != 1 or between[0].left_edge.i != joint.i + 1:
        return
    head, dep = other.head, other.dep_
    hang(name, head, dep)
    hang(between[0], other, "compound")
    hang(other, name, "conj")


def _leave_body(name: "Token") -> None:
    """`The head of the National Bank, Omar Tesk, was held`: a person is no bank; the name is that of the head."""
    of = name.head.head
    if of.lower_ != "of" or of.head.dep_ not in SUBJECTS or of.head.pos_ != "NOUN" or of.head.tag_ != "NN":
        return
    enclosed = name.right_edge.i + 1 < len(name.doc) and name.doc[name.right_edge.i + 1].text == ","
    if (
        name.ent_type_ == "PERSON"
        and name.head.ent_type_ != "PERSON"
        and enclosed
        and of.head.head.i > name.i
    ):
        hang(name, of.head, "appos")


GIVING = frozenset("award charge cost fine give grant hand lend offer owe pay send".split())


def _receive(pronoun: "Token") -> None:
    """`fined her 300 crowns`: the sum is not hers; she is who is fined."""
    thing = pronoun.head
    counted = any(each.dep_ == "nummod" and each.i > pronoun.i for each in thing.lefts)
    if counted and thing.dep_ == "dobj" and thing.head.lemma_ in GIVING and thing.head.i + 1 == pronoun.i:
        hang(pronoun, thing.head, "dative")
        pronoun.tag_ = "PRP"


def _become_said(clause: "Token") -> None:
    """`Shells hit Velin, the mayor said`: a finite clause with no conjunction is no adverb, but what is said."""
    verb, doc = clause.head, clause.doc
    own = next((each for each in clause.lefts if each.dep_ in SUBJECTS), None)
    other = next((each for each in verb.lefts if each.dep_ in SUBJECTS), None)
    if own is None or other is None or not clause.is_finite or own.left_edge is not clause.left_edge:
        return
    if any(each.dep_ in OBJECTS for each in verb.rights) or clause.right_edge.i > other.left_edge.i:
        return
    between = doc[clause.right_edge.i + 1 : other.left_edge.i]
    if [each.text for each in between] == [","] and not any(each.dep_ == "mark" for each in clause.children):
        clause.dep_ = "ccomp"


def _part(clause: "Token") -> None:
    """`Two were hurt, a nurse said; the ministry denied it`: over a semicolon nobody says anything."""
    first, second = sorted((clause, clause.head))
    own = next((each for each in second.lefts if each.dep_ in SUBJECTS), None)
    if own is None or not any(each.dep_ in SUBJECTS for each in first.lefts):
        return
    parted = any(each.text == ";" for each in clause.doc[first.i : own.left_edge.i])
    if parted and not any(_is_mark(each) for each in clause.sent):
        clause.dep_ = "conj"


def _take_name(verb: "Token") -> None:
    """`In Arden, Mara Ilves was elected`: the place belongs to the preposition, and the name is the subject."""
    own = next((each for each in verb.lefts if each.dep_ in SUBJECTS), None)
    if own is not None:
        before = verb.doc[own.left_edge.i - 1] if own.left_edge.i else own
        idle = before.tag_ == "IN" and before.dep_ == "prep" and not before.children
        name = _behind(own) if idle else None
        if name is not None:
            hang(name, verb, own.dep_)
            hang(own, before, "pobj")
    elif verb.dep_ in {"ROOT", "ccomp"} and verb.is_finite:
        fronted = (token for each in verb.lefts if each.dep_ == "prep" for token in each.subtree)
        name = next((name for each in fronted if each.dep_ == "pobj" and (name := _behind(each))), None)
        if name is not None:
            passive = any(each.dep_ == "auxpass" for each in verb.lefts)
            hang(name, verb, "nsubjpass" if passive else "nsubj")


def _behind(place: "Token") -> "Token | None":
    """The name that a comma parts from a place, or from a place and its region, as if the three were a list."""
    name = place
    while name.ent_type_ in PLACES:
        if any(each.dep_ == "cc" for each in name.rights):
            return None
        after = next((each for each in name.rights if each.dep_ in {"conj", "appos"}), None)
        if after is None or after.pos_ not in NOMINAL:
            return None
        name = after
    return name if name is not place else None
