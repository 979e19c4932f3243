"""Whose a saying is, where the parser hangs it from somebody or something that did not say it."""

from typing import TYPE_CHECKING

from generator.extract.rehanging import NOMINAL, SUBJECTS, hang

if TYPE_CHECKING:
    from generator.extract.parsed import Token

BODIES = frozenset({"FAC", "GPE", "LOC", "ORG"})
LETTERS = frozenset(
    "appeal complaint email e-mail lawsuit letter memo message note petition statement tweet".split()
)
"""What one sends to somebody, in which something is said."""
SENDING = frozenset(
    "address deliver file issue lodge post release send share sign submit tweet write".split()
)
TELLING = frozenset(
    "accuse allege announce ask assert blame call claim complain condemn criticise criticize declare demand deny "
    "describe explain express insist offer promise propose reject request say state stress suggest threaten urge "
    "warn".split()
)
"""What a letter does, and who sends it."""


def repair_voice(token: "Token") -> None:
    """Hang a saying from who says it."""
    if token.tag_ == "VBG" and token.lemma_ in TELLING:
        _leave_addressee(token)
        _go_back(token)
    if token.dep_ == "relcl" and token.head.dep_ == "pobj":
        _leave_employer(token)
    if token.dep_ == "relcl" and token.head.ent_type_ == "PERSON":
        _leave_person(token)
    if token.dep_ == "conj" and token.is_finite:
        _take_conjunct(token)
    if token.dep_ == "appos" and token.head.dep_ == "nsubj":
        _leave_town(token)


def _leave_addressee(clause: "Token") -> None:
    """`sent a letter to Ada Brenner alleging …`: who is written to says nothing; the sender does, or the letter."""
    if clause.dep_ not in {"acl", "advcl", "relcl"} or any(each.dep_ in SUBJECTS for each in clause.lefts):
        return
    letter = _letter_before(clause)
    if letter is None or (clause.head.i < letter.i and clause.head is not letter.head):
        return
    verb = letter.head
    sent = letter.dep_ == "dobj" and verb.lemma_ in SENDING and any(e.dep_ in SUBJECTS for e in verb.lefts)
    hang(clause, verb if sent else letter, "advcl" if sent else "acl")


def _letter_before(clause: "Token") -> "Token | None":
    """The letter before the clause, with nothing between but whom it is for."""
    doc = clause.doc
    for i in range(clause.i - 1, clause.sent.start, -1):
        if doc[i].lower_ in LETTERS and doc[i].pos_ == "NOUN":
            bare = i + 1 == clause.i
            return doc[i] if bare or doc[i + 1].lower_ in {"against", "for", "to"} else None
        if doc[i].is_punct or doc[i].pos_ == "VERB":
            return None
    return None


def _go_back(clause: "Token") -> None:
    """`said the vote was fair, as well as saying …`: the speaker goes on, and not what the vote was."""
    doc, i = clause.doc, clause.i
    inner = clause.head
    while inner.dep_ == "conj":
        inner = inner.head
    if [each.lower_ for each in doc[max(0, i - 3) : i]] != ["as", "well", "as"] or inner.dep_ != "ccomp":
        return
    if clause.dep_ == "conj" and inner.head.i < clause.i:
        hang(doc[i - 1], clause, "cc")
        hang(clause, inner.head, "advcl")


def _leave_employer(clause: "Token") -> None:
    """`Ivo Tarn, an economist at Norda Bank, who said …`: of a body nobody says `who`, beside a person."""
    body, first = clause.head, clause.left_edge
    person = body.head.head
    while person.dep_ in {"pobj", "prep"}:
        person = person.head
    beside = person.dep_ == "appos"
    person = person.head if beside else person
    apart = first.i > 0 and clause.doc[first.i - 1].text == ","
    if (
        first.lower_ == "who"
        and apart
        and body.ent_type_ in BODIES
        and person.pos_ in NOMINAL
        and (beside or person.ent_type_ == "PERSON")
        and person.ent_type_ not in BODIES
    ):
        hang(clause, person, "relcl")


def _leave_person(clause: "Token") -> None:
    """`Ivo Tarn, a member of the Lake Union, which said …`: of a person nobody says `which`."""
    doc, first = clause.doc, clause.left_edge
    if first.lower_ != "which" or first.i < clause.head.i + 3 or doc[first.i - 1].text != ",":
        return
    body = doc[first.i - 2]
    if body.dep_ == "pobj" and body.ent_type_ in BODIES and clause.head in body.ancestors:
        hang(clause, body, "relcl")


def _take_conjunct(verb: "Token") -> None:
    """`welcomed the plan, and its head, Tom Roe, describes it`: who stands between the commas is its subject."""
    if any(each.dep_ in SUBJECTS for each in verb.lefts) or verb.doc[verb.i - 1].text != ",":
        return
    doc = verb.doc
    thing = next((e for e in doc[verb.head.i + 1 : verb.i] if e.dep_ == "conj" and e.pos_ in NOMINAL), None)
    if thing is None or thing.right_edge.i + 2 < verb.i or verb.head not in thing.ancestors:
        return
    joint = doc[thing.left_edge.i - 1]
    if joint.dep_ == "cc" and any(each.dep_ == "appos" for each in thing.rights):
        hang(joint, verb.head, "cc")
        hang(thing, verb, "nsubj")


def _leave_town(name: "Token") -> None:
    """`Arden, Calvia lawyer Tom Roe said`: what begins with the state stands beside no town; both tell where."""
    town, verb = name.head, name.head.head
    closed = name.right_edge.i + 1 != verb.i
    if town.ent_type_ != "GPE" or name.pos_ != "PROPN" or (closed and name.ent_type_ != "PERSON"):
        return
    if name.left_edge.ent_type_ == "GPE" and name.left_edge is not name:
        hang(name, verb, "nsubj")
        hang(town, name, "nmod")
