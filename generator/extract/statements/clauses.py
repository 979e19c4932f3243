"""Where the words that a cue introduces begin and end."""

from generator.extract.parsed import FINITE, Doc, Token
from generator.extract.statements import cues, lexicon
from generator.extract.statements.grammar import SUBJECTS, child, trimmed
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Range

BELONG = frozenset({"because", "if", "unless", "since", "so", "until", "whereas", "provided"})
"""Subordinators that bind to what is said, even after a comma, rather than to the saying."""
ASIDES = frozenset({"cite", "quote", "refer", "describe"})
"""Participles that, like those of saying, go back to the speaker."""
GOING_BACK = cues.CLAUSE | cues.QUOTATION_ONLY | ASIDES


def after(verb: Token, clause: Token, start: int | None = None) -> tuple[Range, ...]:
    """The clause that follows its cue, to where the cue's sentence turns elsewhere."""
    first = start if start is not None else _start(verb, clause)
    found = trimmed(verb.doc, first, _end(verb, clause))
    return (found,) if found else ()


EARLY = frozenset("now currently here there then still soon".split())


def _start(verb: Token, clause: Token) -> int:
    """First token of the clause, with a subject or an adverb that the parse hangs from the cue instead."""
    doc = verb.doc
    that = next((each.i for each in clause.lefts if each.lower_ == "that" and each.dep_ == "mark"), -1)
    if that > verb.i:
        return that
    first = min((each.i for each in clause.subtree if each.i > verb.i), default=clause.i)
    if doc[first].lower_ == "that":
        return first
    if child(clause, *SUBJECTS, "csubj", "expl") is None and verb.lemma_ not in cues.OBJECT_INFINITIVE:
        thing = child(verb, "dobj")
        told = thing is not None and verb.lemma_ == "promise" and can_speak(thing)  # `promised rebels to pay`
        if thing is not None and verb.i < thing.i < first and not told:
            return thing.left_edge.i
    if verb.lemma_ == "tell" and clause.is_finite and child(clause, *SUBJECTS, "csubj", "expl") is None:
        # `told Radio Holm the lock was shut`, read as one name
        start = next((i for i in range(verb.i + 2, first) if doc[i].pos_ in {"DET", "PRON"}), first)
        return start - 1 if doc[start - 1].is_quote else start
    while first - 1 > verb.i and doc[first - 1].lower_ in EARLY and doc[first - 1].dep_ == "advmod":
        first -= 1
    return _past_circumstances(doc, first, clause.i)


OCCASION = frozenset("at during earlier early in late last on".split())
"""With these begins what tells when or where something was said."""


def _past_circumstances(doc: Doc, first: int, limit: int) -> int:
    """Past `on Friday` and `in a statement` in `said on Friday it was over`: with no comma they date the saying."""
    start = first
    while doc[start].lower_ in OCCASION:
        parts = [each for each in (doc[start], *doc[start].ancestors) if each.left_edge.i == start]
        parts = [each for each in parts if each.dep_ in {"prep", "npadvmod", "advmod"}]
        if not parts or not _is_occasion(parts[-1]):
            return start
        after = parts[-1].right_edge.i + 1
        if after > limit or doc[after].text in ",;:":
            return first
        start = after
    return start


def _is_occasion(part: Token) -> bool:
    return any(
        each.ent_type_ in {"DATE", "TIME"} or each.lemma_.lower() in lexicon.VENUES for each in part.subtree
    ) and not any(each.is_finite for each in part.subtree)


def fronted(verb: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """`After months of talks` in `After months of talks, the minister said, the sides were close`."""
    doc, first = verb.doc, verb.sent.start
    own = child(verb, *SUBJECTS)
    if not content or own is None or own.i > verb.i or doc[content[0][0] - 1].text != ",":
        return ()
    edge = own.left_edge.i
    if edge <= first or doc[edge - 1].text != "," or doc[first].dep_ not in {"prep", "mark"}:
        return ()
    found = trimmed(doc, first, edge)
    return (found,) if found and doc[found[0]].head.i in {verb.i, content[0][0]} else ()


def after_that(verb: Token, that: int) -> tuple[Range, ...]:
    """The clause after `that`, to the end of the sentence or where it turns elsewhere."""
    end = verb.sent.end
    for each in verb.rights:
        if each.i > that + 1 and turns_away(each):
            end = min(end, each.left_edge.i)
            break
    outer = next((each.i for each in verb.ancestors if each.i > that), None)
    if outer is not None:  # `Lee, who said that it was over, resigned`
        semicolons = (i for i in range(that, outer) if verb.doc[i].text == ";")
        commas = (i for i in range(outer, that, -1) if verb.doc[i].text == ",")
        end = min(end, next(semicolons, next(commas, outer)))
    found = trimmed(verb.doc, that + 1, end)
    return (found,) if found else ()


def _end(verb: Token, clause: Token) -> int:
    limit = max(verb.right_edge.i, clause.right_edge.i) + 1
    for each in verb.rights:
        if each.i > clause.i and (turns_away(each) or _another_speaks(each)):
            return min(limit, each.left_edge.i)
    for each in clause.rights:
        if _another_speaks(each) and (_is_set_apart(each) or _changes_tense(clause, each)):
            return min(limit, each.left_edge.i)
        if (
            each.dep_ == "conj" and each.lemma_ in {"add", "hint", "say"} and child(each, *SUBJECTS) is None
        ) or (says_again(each)):
            return min(limit, each.left_edge.i)
        if resumed(each) is not None:
            return min(limit, each.i)
    doc = verb.doc
    for i in range(clause.i + 1, limit - 1):
        if doc[i - 1].text == "," and (doc[i].lower_ in {"according", "without"} or _others_say(doc[i])):
            return i
    return limit


def _another_speaks(clause: Token) -> bool:
    """`…, but the union noted that …`: behind a comma and a conjunction somebody else has the word."""
    own = child(clause, *SUBJECTS)
    if (
        clause.dep_ not in {"conj", "ccomp", "advcl"}
        or own is None
        or own.i > clause.i
        or not clause.is_finite
    ):
        return False
    doc, left = clause.doc, clause.left_edge.i
    before = [token.lower_ for token in doc[max(0, left - 2) : own.left_edge.i + 1]]
    apart = _is_set_apart(clause)
    if clause.lemma_ not in (ANOTHER | JUDGING if apart else ANOTHER):
        return False
    if own.pos_ == "PRON" or not can_speak(own):
        return False
    return apart or ("," in before and not {"and", "but"}.isdisjoint(before))


def _is_set_apart(clause: Token) -> bool:
    """`said the plan would work, while the union called it a dream`: the writer sets two voices side by side.

    So does a semicolon.
    """
    left = clause.left_edge.i
    return clause.doc[left - 1].text == ";" or any(
        each.lower_ in CONTRASTING and each.dep_ == "mark"
        for each in clause.doc[clause.left_edge.i : clause.i]
    )


CONTRASTING = frozenset("although though while whilst".split())
JUDGING = cues.CALLING | cues.CALLING_AS | cues.NOUN_PHRASE
"""Lemmas of verbs with which somebody answers what another has said: `while the union dismissed it`."""
ANOTHER = cues.CLAUSE | cues.OBJECT_INFINITIVE
"""Lemmas of verbs with which somebody takes the word: `noted that …`, `urged them to …`."""


def _changes_tense(clause: Token, joined: Token) -> bool:
    """Whether the joined clause leaves the present of what is said: `finds it is safe, and the union warned …`."""
    return _tense(clause) in {"VBZ", "VBP"} and _tense(joined) == "VBD"


def _tense(verb: Token) -> str:
    return next((each.tag_ for each in (*verb.lefts, verb) if each.tag_ in FINITE), "")


def _others_say(preposition: Token) -> bool:
    """`…, with the mayor adding that …`: somebody else says on."""
    speaker = child(preposition, "pobj", "pcomp") if preposition.lower_ == "with" else None
    if speaker is None:
        return False
    return any(each.tag_ == "VBG" and each.lemma_ in cues.CLAUSE for each in (speaker, *speaker.children))


AGAIN = frozenset(
    "add argue call cite claim complain express insist note point quote say stress tell urge warn".split()
)


def says_again(verb: Token) -> bool:
    """`said the talks failed, adding …`: a participle that goes back to the speaker, whatever it hangs from."""
    left = verb.left_edge.i
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "advcl"
        and verb.lemma_ in AGAIN
        and left > 0
        and verb.doc[left - 1].text in ",—–"
        and child(verb, *SUBJECTS) is None
    )


def resumed(verb: Token) -> Token | None:
    """`said` in `said the bank had erred, and urged it to pay`: behind a comma the speaker goes on; else None."""
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    saying, doc = clause.head, verb.doc
    joined = [each.lower_ for each in doc[max(0, verb.i - 2) : verb.i]] == [",", "and"]
    if not joined or verb.tag_ != "VBD" or verb.lemma_ not in RESUMING or child(verb, *SUBJECTS) is not None:
        return None
    said = verb.dep_ == "conj" and clause.dep_ == "ccomp" and saying.i < clause.i
    return saying if said and saying.lemma_ in cues.CLAUSE and child(clause, *SUBJECTS) is not None else None


RESUMING = frozenset("accuse blame call demand describe dismiss put reject threaten urge vow warn".split())
"""Lemmas of verbs that say something of others, as who has just spoken goes on to do."""


def turns_away(part: Token) -> bool:
    """Whether a dependent of the cue, after the clause, is no longer what is said."""
    doc = part.doc
    left = part.left_edge.i
    comma = left > 0 and doc[left - 1].text in ",—–"
    if part.dep_ == "conj" and part.pos_ in {"VERB", "AUX"}:
        own = child(part, *SUBJECTS)
        if own is None or (part.lemma_ in cues.CLAUSE and child(part, "ccomp") is not None):
            return True
        contrast = any(token.text == "," for token in doc[max(0, left - 2) : left]) and any(
            token.lower_ == "but" for token in doc[max(0, left - 2) : left + 1]
        )
        return contrast and own.pos_ != "PRON" and child(part, "aux") is None
    if part.dep_ == "advcl":
        if part.tag_ == "VBG" and part.lemma_ in GOING_BACK:
            return True
        mark = child(part, "mark", "advmod")
        return comma and (mark is None or mark.lower_ not in BELONG)
    return part.dep_ == "prep" and part.lower_ in {"according", "per"}


def before(verb: Token, clause: Token, source: Range | None) -> tuple[Range, ...]:
    """The clause that its cue follows or interrupts."""
    doc = verb.doc
    edge = min(verb.i, source[0] if source else verb.i)
    resume = max(verb.i + 1, source[1] if source else verb.i + 1)
    lefts = [each.left_edge.i for each in verb.lefts if each.i < edge and each.dep_ not in {"cc", "punct"}]
    start = min([clause.left_edge.i, *lefts])
    start = max([start, *(i + 1 for i in range(start, edge - 1) if doc[i].text == ";")])
    if doc[edge - 1].text not in {",", "—", "–", "-", "?", "!"} and not doc[edge - 1].is_quote:
        return ()
    parts = [trimmed(doc, start, edge)]
    if parts[0] and not any(token.pos_ in {"VERB", "AUX"} for token in doc[parts[0][0] : parts[0][1]]):
        parts = []
    while resume < len(doc) and doc[resume].dep_ == "prt":
        resume += 1
    rest = [each.i for each in clause.subtree if each.i >= resume]
    if (
        not rest
        and edge >= 2
        and doc[edge - 2].pos_ == "AUX"
        and resume < len(doc)
        and doc[resume].text == ","
    ):
        rest = list(range(resume + 1, verb.sent.end))  # `She is, she said, not a lawyer`
    if rest and len(rest) > 1:
        parts.append(trimmed(doc, min(rest), max(rest) + 1))
    return tuple(part for part in parts if part)


def around(clause: Token, start: int, end: int) -> tuple[Range, ...]:
    """The clause without the parenthesis from `start` to `end`, `according to the ministry`."""
    doc = clause.doc
    left, right = clause.left_edge.i, clause.right_edge.i + 1
    first = trimmed(doc, left, min(start, right)) if left < start else None
    second = trimmed(doc, max(left, end), right) if end < right else None
    if (
        first
        and second
        and not any(token.is_finite for token in doc[second[0] : second[1]])
        and _whole(doc, first)
    ):
        second = None
    return tuple(half for half in (first, second) if half)


def _whole(doc: Doc, part: Range) -> bool:
    return any(token.tag_ in FINITE for token in doc[part[0] : part[1]])
