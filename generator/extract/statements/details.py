"""How certain a statement is, and whether its source has a name."""

import re

from spacy.tokens import Doc, Token

from generator.extract.mentions.lexicon import words
from generator.extract.statements import cues, lexicon
from generator.extract.statements.join import Draft
from generator.extract.statements.saying import Range, Saying
from generator.model import Certainty

WITHHELD = re.compile(
    r"anonym|not (?:to be |be )?(?:named|identified|authori[sz]ed)|unnamed|unidentified|familiar with|close to|"
    r"briefed on|with knowledge of|on background",
)
"""Phrases by which an article says that it withholds a name."""


def certainty(doc: Doc, draft: Draft) -> Certainty:
    """What the cue says, else whether a main clause of the content hedges."""
    if draft.saying.certainty:
        return draft.saying.certainty
    content = draft.content[:1] if draft.direct else draft.content  # what goes on is said in its own way
    spans = [doc.char_span(*span, alignment_mode="expand") for span in content]
    tokens = [token for span in spans if span is not None for token in span]
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.pos_ in {"VERB", "AUX"} and _is_main(token, inside)]
    return "hedged" if any(_hedges(root, inside) for root in roots) else "asserted"


def _hedges(root: Token, inside: set[int]) -> bool:
    return root.lemma_ in {"seem", "appear"} or any(
        (each.dep_ == "aux" and each.lower_ in cues.HEDGING_MODALS)
        or (each.i in inside and each.lemma_ in cues.UNCERTAIN and each.dep_ in {"advmod", "acomp", "oprd"})
        for each in root.children
    )


def _is_main(token: Token, inside: set[int]) -> bool:
    """Whether the verb heads a main clause of the content: above it are only conjuncts."""
    while token.dep_ == "conj" and token.head.i in inside:
        token = token.head
    return token.head.i not in inside or token.dep_ == "ROOT"


def is_anonymous(doc: Doc, source: Range | None, head: int) -> bool:
    """Whether the source, in which nobody is named, is somebody whose name the article withholds."""
    if source is None or head < 0:
        return False
    token = doc[head]
    if WITHHELD.search(doc[source[0] : source[1]].text):
        return True
    if token.lower_.startswith("spokes") and any(
        each.pos_ == "PROPN" for each in doc[token.i + 1 : source[1]]
    ):
        return False  # `a spokeswoman for the ministry`: the ministry speaks
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        return False
    if token.pos_ == "NUM":
        return True  # `two of the four`
    if token.tag_ == "NN" and any(each.lower_ in {"another", "one"} for each in token.lefts):
        lemma = token.lemma_.lower()
        return lemma in (lexicon.PEOPLE | words("role_nouns")) - lexicon.BODIES or lemma in lexicon.UNNAMED
    return token.lemma_.lower() in lexicon.UNNAMED and not is_definite(token)


def is_definite(head: Token) -> bool:
    """`the spokesman` has been met before; `a spokesman` and `officials` have not."""
    return head.tag_ == "NN" and any(
        each.lower_ in {"the", "this", "his", "her", "their", "its"} for each in head.lefts
    )


def full_source(doc: Doc, saying: Saying) -> Range | None:
    """The source with the words that withhold its name: `an official, who asked not to be named`."""
    if saying.source is None or doc[saying.head].pos_ != "NOUN":
        return saying.source
    start, first = saying.source
    end = doc[saying.head].right_edge.i + 1
    if doc[saying.head].head.i == first != saying.verb:
        # `officials briefed on it said …`, read as if the officials had briefed
        end = next((i for i in range(first, len(doc)) if doc[i].is_punct), end)
    if first <= saying.verb:
        end = min(end, saying.verb)
    while end > first and doc[end - 1].is_punct:
        end -= 1
    return (start, end) if end > first and WITHHELD.search(doc[first:end].text) else saying.source
