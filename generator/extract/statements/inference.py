"""What the article itself infers: `It seems that …`, `The deal looks dead`.

`The move suggests that …` is read beside the other verbs, because there the subject decides.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.parsed import Doc, Token
from generator.extract.statements import clauses, cues
from generator.extract.statements.grammar import (
    SUBJECTS,
    child,
    noun_phrase,
    readable,
    trimmed,
)
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Range, Saying

SEEMING = frozenset({"appear", "seem"})
LOOKING = frozenset({"look", "sound"})
LIKELY = frozenset({"likely", "unlikely"})
SUPPOSING = frozenset("apparently evidently presumably probably seemingly".split())
"""Adverbs by which the article itself holds something for likely."""
DOUBTS = {
    "cast": frozenset({"doubt", "shadow"}),
    "raise": frozenset("doubt possibility prospect question".split()),
}
"""Verbs and objects by which facts put something in question."""
PRESENT = frozenset({"VBZ", "VBP"})


def sayings(doc: Doc) -> Iterator[Saying]:
    """Clauses that the article holds for likely, with no source."""
    for token in readable(doc):
        found = None
        if token.pos_ in {"VERB", "AUX"}:
            found = _seeming(token) or _doubtful(token)
        elif token.lower_ in SUPPOSING and token.dep_ == "advmod":
            found = _supposed(token)
        if found:
            yield found


def own_view(doc: Doc, saying: Saying) -> Saying:
    """`I expect that …`, outside of quotation marks: the author's view is the article's inference."""
    if saying.head < 0 or doc[saying.head].lower_ != "i" or doc[saying.verb].tag_ not in PRESENT:
        return saying
    if doc[saying.verb].lemma_ not in cues.VIEWS:
        return saying
    return replace(saying, source=None, head=-1, quotes=False, inference=True)


def _seeming(verb: Token) -> Saying | None:
    if verb.lemma_ in SEEMING and verb.tag_ in {*PRESENT, "VBD"}:
        return _impersonal(verb) or _raised(verb)
    if verb.lemma_ in LOOKING and verb.tag_ in PRESENT:
        return _adjectival(verb, child(verb, "acomp", "oprd"))
    if verb.lemma_ == "be" and verb.tag_ in PRESENT:
        word = child(verb, "acomp")
        return _adjectival(verb, word) if word is not None and word.lower_ in LIKELY else None
    return None


def _adjectival(verb: Token, word: Token | None) -> Saying | None:
    """`The date looks optimistic`, `Talks are likely to fail`."""
    own = child(verb, "nsubj")
    if own is None or word is None or own.pos_ == "PRON" or verb.dep_ not in {"ROOT", "conj"}:
        return None
    content = trimmed(verb.doc, own.left_edge.i, word.right_edge.i + 1)
    cue = word if word.lower_ in LIKELY else verb
    return replace(_inference(verb, "looks", (content,)), cue=(cue.i, cue.i + 1)) if content else None


def _doubtful(verb: Token) -> Saying | None:
    """`The frost casts doubt on the harvest`."""
    thing, own = child(verb, "dobj"), child(verb, "nsubj")
    if thing is None or own is None or thing.lemma_ not in DOUBTS.get(verb.lemma_, frozenset()):
        return None
    content = trimmed(verb.doc, own.left_edge.i, verb.right_edge.i + 1)
    if content is None or can_speak(own) or not verb.is_finite:
        return None
    return replace(_inference(verb, "casts doubt", (content,)), cue=(verb.i, thing.i + 1))


def _supposed(adverb: Token) -> Saying | None:
    """`A club that sells its goalkeeper will presumably buy another`."""
    clause = adverb.head if adverb.head.dep_ not in {"aux", "auxpass"} else adverb.head.head
    if clause.pos_ not in {"VERB", "AUX"} or not clause.is_finite or child(clause, *SUBJECTS) is None:
        return None
    if clause.dep_ not in {"ROOT", "conj"}:
        return None
    halves = (
        trimmed(adverb.doc, clause.left_edge.i, adverb.i),
        trimmed(adverb.doc, adverb.i + 1, clause.right_edge.i + 1),
    )
    return _inference(adverb, "adverb", tuple(half for half in halves if half))


def _impersonal(verb: Token) -> Saying | None:
    own, clause = child(verb, "nsubj"), child(verb, "ccomp")
    if own is None or own.lower_ != "it" or clause is None or clause.i < verb.i or not clause.is_finite:
        return None
    return _inference(verb, "it seems that", clauses.after(verb, clause))


def _raised(verb: Token) -> Saying | None:
    own, goal = child(verb, "nsubj"), child(verb, "xcomp")
    if own is None or goal is None or not any(each.lower_ == "to" for each in goal.lefts) or goal.i < verb.i:
        return None
    right = trimmed(verb.doc, goal.left_edge.i, goal.right_edge.i + 1)
    if right is None or own.lower_ in {"which", "who", "that", "what", "there"}:
        return None
    content = (noun_phrase(own, verb), right)
    return _inference(verb, "seems to", content)


def _inference(verb: Token, rule: str, content: tuple[Range, ...]) -> Saying:
    return Saying(
        cue=(verb.i, verb.i + 1),
        verb=verb.i,
        rule=rule,
        content=content,
        quotes=False,
        inference=True,
        certainty="hedged",
    )
