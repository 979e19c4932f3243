"""Questions to the parse: subjects, noun phrases, clauses and where they end."""

from collections.abc import Iterator

from generator.extract.mentions.lexicon import words
from generator.extract.parsed import FINITE, Doc, Token
from generator.extract.statements import lexicon
from generator.extract.statements.saying import Range

LONGEST = 400
"""Tokens of the longest sentence that is read; beyond are tables and lists without full stops."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"})
"""Dependencies through which a verb takes over its governor's subject."""


def child(token: Token, *deps: str) -> Token | None:
    """First dependent of `token` with one of `deps`."""
    return next((each for each in token.children if each.dep_ in deps), None)


def readable(doc: Doc) -> Iterator[Token]:
    """The tokens of all sentences that are not too long to be one."""
    for span in doc.sents:
        if len(span) <= LONGEST:
            yield from span


def is_told(verb: Token) -> bool:
    """Whether the verb tells a fact: it is finite, or a participle that goes on: `…, blaming the weather`."""
    goes_on = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).text == ","
    return verb.is_finite or goes_on


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with `to`."""
    return (verb.tag_ == "VB" or child(verb, "aux", "auxpass") is not None) and any(
        each.lower_ == "to" and each.pos_ == "PART" for each in verb.lefts
    )


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, that of a participle without auxiliary included."""
    if verb.dep_ == "advcl" and child(verb, "nsubj") is None and (_has_when(verb) or verb.is_sent_start):
        return verb.tag_ in {"VBD", "VBN"}
    if verb.tag_ != "VBN":
        return False
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if child(verb, "aux", "nsubj") is not None:
        return False
    return verb.dep_ in {"acl", "advcl", "amod"} and not misread_past(verb)


def _has_when(verb: Token) -> bool:
    """`When asked …`: a past form after a conjunction, with no subject, is a participle."""
    return verb.tag_ in {"VBD", "VBN"} and any(
        each.lower_ in {"when", "if", "once", "though", "as", "unless"} for each in verb.lefts
    )


def misread_past(verb: Token) -> bool:
    """`A source reported that …` read as a source that was reported; `“…”, added Lee` as Lee, who was added."""
    doc = verb.doc
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        before = doc[verb.i - 1] if verb.i else verb
        return before.is_quote or (before.text == "," and verb.i > 1 and doc[verb.i - 2].is_quote)
    if verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.head.i > verb.i:
        return False
    for token in doc[verb.i + 1 : verb.i + 9]:
        if token.tag_ in FINITE or token.is_sent_start:
            return False
        if token.lower_ == "that" and token.tag_ == "IN":
            return True
    return False


def is_negated(verb: Token) -> bool:
    """Whether `not` or `never` stands by the verb."""
    return any(each.dep_ == "neg" or each.lower_ == "never" for each in verb.children)


def subject(verb: Token) -> Token | None:
    """Head of the subject of `verb`, its own, shared or understood; relative pronouns give way to their noun."""
    seen = 0
    token = verb
    reduced = _reduced_subject(verb)
    if reduced is not None:
        return reduced
    while seen < 6:
        own = [each for each in token.children if each.dep_ in SUBJECTS]
        if own and token is not verb and _is_caused(token):
            token = token.head  # `had Lee freed by saying …`: not Lee says it
            continue
        if own:
            # `The firms, said Ms Lee, are …` hangs both noun phrases from the saying
            last = token.dep_ == "parataxis" or _is_parted(own)
            return _antecedent(own[-1] if last else own[0], token)
        if token.dep_ in {"acl", "relcl"} or (token.dep_ == "amod" and misread_past(token)):
            return token.head
        if token.dep_ not in CLIMB or token.head.i == token.i:
            return None
        if token.dep_ == "ccomp" and token.tag_ not in {"VBG", "VB"}:
            return None
        token = token.head
        seen += 1
    return None


def _is_caused(verb: Token) -> bool:
    """Whether it is what somebody has done to another: `had Lee freed`."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lemma_ in {"get", "have"}


def _is_parted(own: list[Token]) -> bool:
    """Whether a semicolon parts two subjects, so that the first is another's: `A street flooded; police said`."""
    return any(token.text == ";" for token in own[0].doc[own[0].i : own[-1].i])


def _reduced_subject(verb: Token) -> Token | None:
    """`Officials briefed on it said it was off`, read as two clauses, the first without its noun."""
    if child(verb, *SUBJECTS) is not None or not any(each.dep_ == "ccomp" for each in verb.rights):
        return None
    before = next((each for each in verb.lefts if each.dep_ == "ccomp" and each.tag_ in {"VBD", "VBN"}), None)
    return child(before, *SUBJECTS) if before is not None else None


def _antecedent(own: Token, verb: Token) -> Token:
    if own.lower_ not in RELATIVES or own.tag_ not in {"WDT", "WP"}:
        return own
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else own


def noun_phrase(head: Token, verb: Token | None = None) -> Range:
    """The noun phrase of `head`: titles, names and what is not set off by a comma; of a list, all of it.

    It never reaches over `verb`, whose subject it is.
    """
    doc = head.doc
    start = head.left_edge.i
    while start < head.i and (
        doc[start].is_punct
        or (doc[start].dep_ == "advmod" and doc[start + 1].text == ",")
        or doc[start].is_quote
        or doc[start].dep_ in {"preconj", "cc", "mark"}
        or doc[start].lower_ in {"also", "even"}
        or (doc[start].lower_ == "both" and child(head, "conj") is not None)
        or (doc[start].is_year and doc[start].head.i != start + 1)
        or (
            doc[start].ent_type_ == "DATE"
            and doc[start].dep_ == "compound"
            and doc[start + 1].pos_ == "PROPN"
        )
    ):
        start += 1
    if head.pos_ == "PRON" and head.lower_ not in {"one", "some", "many", "those", "others", "someone"}:
        return head.i, head.i + 1
    end = _phrase_end(head)
    while end > head.i + 1 and doc[end - 1].tag_ == "POS":
        end -= 1
    if verb is not None:
        end = max(end, _past_name(head, end, verb))
    if verb is not None and start <= verb.i < head.i:
        start = verb.i + 1
    if verb is not None and start < verb.i < end:
        own = (i for i in range(head.i + 1, verb.i) if doc[i].tag_ in FINITE and doc[i].dep_ != "relcl")
        end = max(head.i + 1, next(own, verb.i))
        while end > head.i + 1 and (doc[end - 1].tag_ in {"WDT", "WP"} or doc[end - 1].is_punct):
            end -= 1  # `signs that read “…”`
    return start, end


def _past_name(head: Token, end: int, verb: Token) -> int:
    """Past the person named right before the verb: `Head of NLU Dr Ann Lee said`, cut off where the parse errs."""
    doc, edge = head.doc, verb.i
    while edge > end and doc[edge - 1].head is verb and doc[edge - 1].dep_ in {"advmod", "aux", "neg"}:
        edge -= 1
    last = doc[edge - 1]
    named = edge > end and last.pos_ == "PROPN" and last.ent_type_ == "PERSON" and head in last.ancestors
    broken = any(each.is_punct or each.is_finite for each in doc[end:edge])
    return edge if named and not broken else end


def _phrase_end(head: Token) -> int:
    doc = head.doc
    last = head.right_edge.i
    listed = any(each.dep_ == "cc" for each in head.subtree)
    conjuncts = {each.left_edge.i for each in _conjuncts(head)} if listed else set()
    end = _name_end(head)
    while end <= last:
        token = doc[end]
        if token.head.i == head.i and token.dep_ in {"prep", "relcl", "acl"} and _leaves_name(head, token):
            break
        if token.is_space:
            break
        if token.text in {",", "(", "[", "–", "—", ":", ";", "--"} or (
            token.is_quote and token.tag_ != "POS"
        ):
            following = doc[end + 1] if end < last else None
            if following is None or not (
                following.i in conjuncts or following.dep_ == "cc" or following.text in lexicon.POSTNOMINALS
            ):
                break
        end += 1
    return end


def _leaves_name(head: Token, part: Token) -> bool:
    """Whether what hangs from a name says where or to whom, not who."""
    if head.ent_type_ == "PERSON":
        return True
    thing = child(part, "pobj")
    if part.tag_ == "VBG" or (
        thing is not None and part.lower_ in PLACING and thing.lemma_ in lexicon.VENUES
    ):
        return True
    if part.lower_ == "to" and head.lower_ in words("role_nouns"):
        return False
    return head.pos_ == "PROPN" and part.lower_ in {"to", "at", "on", "during", "after", "before", "via"}


PLACING = frozenset({"in", "at", "on", "during", "via"})
"""Prepositions that give the venue of a saying."""


def _name_end(head: Token) -> int:
    """Past what the parse cuts off: `co-founder Ann Lee`, `curator Ann Lee`."""
    doc = head.doc
    end = head.i + 1
    if (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end].whitespace_
        and not doc[end - 1].whitespace_
    ):
        end += 2
    if head.ent_type_ == "PERSON" or (doc[head.i].pos_ == "PROPN" and end == head.i + 1):
        return end
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].pos_ == "PROPN":
        end += 1
    return end


def _conjuncts(head: Token) -> Iterator[Token]:
    for each in head.children:
        if each.dep_ == "conj":
            yield each
            yield from _conjuncts(each)


def trimmed(doc: Doc, start: int, end: int) -> Range | None:
    """The range without punctuation, `that` and conjunctions at its start, and punctuation at its end."""
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and (
        doc[end - 1].text in ",;:-–—."
        or doc[end - 1].is_space
        or (doc[end - 1].dep_ == "cc" and doc[end - 1].text.islower())
    ):
        end -= 1
    return (start, end) if start < end else None


def _is_edge(token: Token) -> bool:
    if token.is_quote:
        return False
    if token.is_space or (token.is_punct and token.text not in "([$#"):
        return True
    if token.lower_ == "that":
        return token.tag_ == "IN" or token.dep_ == "mark"
    return token.dep_ in {"cc", "preconj"} and token.lower_ in {"and", "but"}
