"""What the article itself infers: `It seems that …`, `The deal appears to be dead`.

`The move suggests that …` is read beside the other verbs, because there the subject decides.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.statements import clauses
from generator.extract.statements.grammar import child, is_finite, noun_phrase, readable, trimmed
from generator.extract.statements.saying import Range, Saying

SEEMING = frozenset({"appear", "seem"})


def sayings(doc: Doc) -> Iterator[Saying]:
    """Clauses that the article holds for likely, with no source."""
    for verb in readable(doc):
        if verb.lemma_ in SEEMING and verb.pos_ == "VERB" and verb.tag_ in {"VBZ", "VBP", "VBD"}:
            found = _impersonal(verb) or _raised(verb)
            if found:
                yield found


def _impersonal(verb: Token) -> Saying | None:
    own, clause = child(verb, "nsubj"), child(verb, "ccomp")
    if own is None or own.lower_ != "it" or clause is None or clause.i < verb.i or not is_finite(clause):
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
