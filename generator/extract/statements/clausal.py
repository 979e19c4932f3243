"""Verbs whose finite clause is the content: `X said that …`, `…, X said`, `As X said, …`."""

from collections.abc import Iterator

from generator.extract.parsed import FINITE, Token
from generator.extract.statements import clauses, cues, relatives
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    is_infinitive,
    is_passive,
    noun_phrase,
    subject,
    trimmed,
)
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Saying
from generator.extract.statements.speaking import QUOTING, cue_range, make, speaker_head

STRONG = frozenset(
    "argue believe claim estimate find note observe report say show state suggest tell think warn write".split()
)
"""Verbs that take a clause so often that a parse without one is doubtful."""


def evidence(verb: Token) -> Saying | None:
    """`The move suggests that …`: a fact is the subject, so the article draws the inference."""
    if verb.lemma_ not in cues.EVIDENCE or is_passive(verb):
        return None
    head, clause = subject(verb), child(verb, "ccomp")
    if head is None or clause is None or clause.i < verb.i or can_speak(head) or not clause.is_finite:
        return None
    modal = child(verb, "aux")
    start = modal.i if modal is not None and modal.tag_ == "MD" else verb.i
    return Saying(
        cue=(start, verb.i + 1),
        verb=verb.i,
        rule="evidence",
        content=clauses.after(verb, clause),
        quotes=False,
        inference=True,
        certainty="hedged",
    )


def clause(verb: Token) -> Saying | None:
    """`X said (that) …`, `… , X said`."""
    if not _takes_clause(verb) or (verb.lemma_ in cues.EVIDENCE and _is_mute(verb)):
        return None
    complement = _complement(verb)
    if complement is not None and complement.i > verb.i:
        start = verb.i + 1 if complement.dep_ == "conj" else None
        content = (*relatives.taken_up(verb, complement), *clauses.after(verb, complement, start))
        return make(verb, "verb with clause", (*clauses.fronted(verb, content), *content))
    that = _that(verb)
    if that is not None:
        return make(verb, "verb with that", clauses.after_that(verb, that))
    head = speaker_head(verb)
    if head is None or complement is None:
        return None
    content = clauses.before(verb, complement, noun_phrase(head, verb))
    return make(verb, "clause before verb", content) if content else None


def _takes_clause(verb: Token) -> bool:
    """`X said that`, `it is understood that`."""
    if verb.lemma_ == "understand" and is_passive(verb):
        return any(each.lower_ == "it" for each in verb.lefts)
    if verb.lemma_ in {
        "learn",
        "understand",
    }:  # `The Ledger has learned that`: so an outlet says what it found out
        head = subject(verb)
        told = verb.lemma_ == "understand" or child(verb, "aux") is not None
        return told and verb.tag_ != "VB" and head is not None and head.ent_type_ == "ORG"
    return verb.lemma_ in cues.CLAUSE


def _is_mute(verb: Token) -> bool:
    head = subject(verb)
    return not is_passive(verb) and (head is None or not can_speak(head))


def _complement(verb: Token) -> Token | None:
    """The finite clause that the verb governs, preferably after it."""
    finite = [
        each
        for each in verb.children
        if each.dep_ == "ccomp"
        and not relatives.goes_on(verb, each)
        and not _is_reduced(verb, each)
        and (each.is_finite or (each.i < verb.i and each.tag_ == "VB") or _is_tagged_noun(each))
    ]
    later = [each for each in (*finite, *_hung_elsewhere(verb)) if each.i > verb.i]
    misread = [each for each in verb.rights if each.dep_ in {"conj", "ccomp"} and _is_misread(verb, each)]
    return next(iter(later or misread or finite), None)


def _is_reduced(verb: Token, clause: Token) -> bool:
    """`The pact, agreed after long talks includes a fund`: what was agreed, not who agreed, is the subject."""
    own = child(verb, "nsubj")
    between = verb.doc[own.i + 1 : verb.i] if own is not None else ()
    apart = [each.text for each in between if each.text == "," or each is verb.nbor(-1)] == [","]
    return apart and clause.i > verb.i and child(clause, *SUBJECTS, "expl", "csubj") is None


def _is_tagged_noun(clause: Token) -> bool:
    """`said the price undervalues the mill`: a verb with subject and object, tagged as a plural."""
    return clause.tag_ == "NNS" and child(clause, "nsubj") is not None and child(clause, "dobj") is not None


def _hung_elsewhere(verb: Token) -> Iterator[Token]:
    """`told the inquest she had rung`, `reported, citing an aide, that it was over`: misplaced by the parse."""
    for part in verb.rights:
        if part.dep_ == "dobj" and verb.lemma_ == "tell":
            yield from (
                each for each in part.rights if each.dep_ == "relcl" and each.is_finite and _is_whole(each)
            )
        elif part.lower_ in {"citing", "quoting"}:
            yield from (each for each in part.rights if each.dep_ == "ccomp" and each.is_finite)


def _is_whole(clause: Token) -> bool:
    """Whether a clause read as a relative one lacks nothing: `she had rung`, not `who had rung`."""
    own = child(clause, *SUBJECTS)
    return own is not None and own.left_edge.i == clause.left_edge.i and own.tag_ not in {"WDT", "WP"}


def _is_misread(verb: Token, clause: Token) -> bool:
    """`found yields had fallen`: a conjunct with neither conjunction nor comma is the complement."""
    if verb.lemma_ not in STRONG or not verb.is_finite or child(clause, *SUBJECTS) is not None:
        return False
    if clause.dep_ == "ccomp":
        thing = child(verb, "dobj")
        return thing is not None and thing.i < clause.i and clause.tag_ == "VB" and not is_infinitive(clause)
    between = verb.doc[verb.i + 1 : clause.i]
    return (
        clause.is_finite
        and len(between) > 0
        and not any(token.dep_ == "cc" and token.head.i == verb.i for token in between)
        and not any(token.text in ",;:" for token in between if token.head.i in {verb.i, clause.i})
    )


def _that(verb: Token) -> int | None:
    """Where `that` introduces what is said, whatever the parse makes of it."""
    for token in verb.doc[verb.i + 1 : verb.i + 9]:
        if token.lower_ == "that" and verb.doc.words(verb.i + 1, token.i).text.lower() == "at the time":
            return token.i  # which the parse hangs from the time
        if token.is_sent_start or token.text in {",", ";", ":"} or token.tag_ in FINITE:
            return None
        if token.dep_ == "dobj" and token.lemma_ in cues.NOUNS and verb.lemma_ in cues.NOUN_PHRASE:
            return None  # `disputed the finding that …`: what is disputed, the noun says
        if token.tag_ == "VBG" and token.lemma_ in cues.CLAUSE:
            return None  # `found a letter claiming that …`
        if token.lower_ == "that" and token.dep_ != "dobj" and (token.tag_ == "IN" or token.dep_ == "mark"):
            return token.i
    return None


def quoted_behind(verb: Token) -> Saying | None:
    """`The mill is shut, Lee was quoted as saying`, `…, the Post quoted Lee as saying`."""
    as_ = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or as_.lower_ != "as" or as_.head.lemma_ not in QUOTING:
        return None
    quoting = as_.head
    complement = next((each for each in quoting.lefts if each.dep_ == "ccomp" and each.is_finite), None)
    who = child(quoting, *SUBJECTS)
    if complement is None or who is None:
        return None
    content = clauses.before(quoting, complement, noun_phrase(who, quoting))
    return make(verb, "clause before verb", content) if content else None


def misread(verb: Token) -> Saying | None:
    """`Judge rules burial at sea is legal`, where the parse makes the ruling the subject of what is ruled."""
    if verb.lemma_ not in cues.CLAUSE or verb.dep_ not in {"nsubj", "csubj"} or verb.tag_ not in FINITE:
        return None
    own = child(verb, "nsubj", "compound")
    if own is None or own.i > verb.i or not can_speak(own) or not verb.head.is_finite or verb.head.i < verb.i:
        return None
    content = trimmed(verb.doc, verb.i + 1, verb.head.right_edge.i + 1)
    if content is None:
        return None
    return Saying(
        cue=(verb.i, verb.i + 1),
        verb=verb.i,
        rule="verb read as subject",
        source=noun_phrase(own, verb),
        head=own.i,
        content=(content,),
        certainty="denied" if verb.lemma_ in cues.DENIED else None,
    )


def parenthesis(verb: Token) -> Saying | None:
    """`The talks, he said, had failed`, where the parse hangs the saying from what is said."""
    governor = verb.head.head if verb.head.dep_ in {"aux", "auxpass"} else verb.head
    if verb.lemma_ not in cues.QUOTATION or verb.dep_ != "parataxis" or not governor.is_finite:
        return None
    head = speaker_head(verb)
    if head is None:
        return None
    source = noun_phrase(head, verb)
    start, end = min(verb.i, source[0]), max(verb.right_edge.i + 1, source[1])
    return make(verb, "parenthesis", clauses.around(governor, start, end))


def inverted(verb: Token) -> Saying | None:
    """`Prices could double, warned the bank`, where the parse makes the bank the one that was warned."""
    if verb.lemma_ not in cues.QUOTATION or verb.dep_ not in {"conj", "parataxis", "advcl", "dep"}:
        return None
    before, following = verb.doc[max(0, verb.left_edge.i - 1)], child(verb, "dobj", "oprd", "npadvmod")
    if before.text != "," or verb.tag_ not in {"VBD", "VBZ", "VBN"} or child(verb, *SUBJECTS) is not None:
        return None
    if following is None or following.i < verb.i or not can_speak(following) or not verb.head.is_finite:
        return None
    if (
        any(each.dep_ == "cc" for each in verb.head.rights)
        or child(verb, "aux", "auxpass", "mark") is not None
    ):
        return None
    if any(each.lower_ == "as" for each in verb.rights) and verb.lemma_ in cues.CALLING_AS:
        return None  # `Tom Roe, its head, describes the board as deaf`
    source = noun_phrase(following)
    return Saying(
        cue=cue_range(verb),
        verb=verb.i,
        rule="clause before inverted verb",
        source=source,
        head=following.i,
        content=clauses.around(verb.head, verb.i, source[1]),
        certainty="denied" if verb.lemma_ in cues.DENIED else None,
    )


def trailing(verb: Token) -> Saying | None:
    """`It is in talks to buy Norda, four people said on Monday`, where the parse makes it a clause about Norda."""
    own = child(verb, "nsubj")
    if verb.dep_ != "relcl" or verb.lemma_ not in cues.QUOTATION or not verb.is_finite or own is None:
        return None
    doc, edge = verb.doc, own.left_edge.i
    first, last = verb.sent.start, verb.sent.end
    if own.tag_ in {"WP", "WDT"} or doc[edge - 1].text != "," or not can_speak(own):
        return None
    if child(verb, "dobj", "ccomp", "xcomp") is not None or verb.right_edge.i + 1 < last - 1:
        return None  # something is said there, or the sentence goes on
    content = trimmed(doc, first, edge)
    if content is None or not any(token.tag_ in FINITE for token in doc[slice(*content)]):
        return None
    return make(verb, "clause before verb", (content,))


def as_clause(verb: Token) -> Saying | None:
    """`As the minister noted, …`."""
    if verb.lemma_ not in cues.CLAUSE or verb.dep_ != "advcl" or is_passive(verb):
        return None
    mark, own, particle = child(verb, "mark", "prep", "advmod"), child(verb, "nsubj"), child(verb, "prt")
    if particle is not None and particle.lower_ != cues.PARTICLES.get(verb.lemma_):
        return None  # `as the union held out for more`
    if mark is None or mark.lower_ != "as" or mark.i > verb.i or own is None:
        return None
    if child(verb, "dobj", "xcomp", "acomp") is not None and verb.lemma_ != "tell":
        return None
    doc, start, end = verb.doc, verb.left_edge.i, verb.right_edge.i + 1
    if doc[end - 1].text == "," or (end < len(doc) and doc[end].text == ","):
        return make(verb, "as-clause", clauses.around(verb.head, start, end))
    return None
