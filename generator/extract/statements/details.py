"""How certain a statement is, and whether its source has a name."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.extract.parsed import Doc, Token
from generator.extract.statements import circumstances, cues, lexicon, naming
from generator.extract.statements.join import Draft
from generator.extract.statements.saying import Range, Saying
from generator.model import Certainty

WITHHELD = re.compile(
    r"anonym|(?:not|n’t|n't) (?:\w+ )?(?:to )?(?:be )?(?:named|identified|authori[sz]ed)|unnamed|unidentified|"
    r"familiar with|close to|briefed on|with (?:direct )?knowledge of|on background|"
    r"(?:gave|giving|give) (?:his|her|their) (?:first )?name|identif\w+ (?:himself|herself|themselves) only|"
    r"(?:name|identity) (?:was|has been|is being) (?:changed|withheld)|"
    r"fear(?:s|ed)? (?:of )?(?:reprisals?|retribution)",
)
"""Phrases by which an article says that it withholds a name."""
PUBLIC = frozenset(
    "coroner judge magistrate mayor pope premier president referee regulator tank umpire".split()
)
"""Who speaks by office or in public, named or not: `a judge ruled`, `a think tank`."""


def certainty(doc: Doc, draft: Draft) -> Certainty:
    """What the cue says, else whether a main clause of the content hedges."""
    if draft.saying.certainty:
        return draft.saying.certainty
    content = draft.content[:1] if draft.direct else draft.content  # what goes on is said in its own way
    spans = [doc.char_span(*span) for span in content]
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


def is_anonymous(doc: Doc, draft: Draft, source: Range | None, head: int) -> bool:
    """Whether the source, in which nobody is named, is somebody whose name the article withholds."""
    if source is None or head < 0:
        return False
    token = doc[head]
    if WITHHELD.search(doc.words(*source).text) or _is_withheld(doc, draft):
        return True
    if token.lower_.startswith("spokes") or token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        return False  # `a spokeswoman for the ministry`: the ministry speaks
    if token.pos_ == "NUM":  # `two of the four`, but not `the two`, who were named before
        return not any(each.lower_ == "the" for each in token.lefts)
    if token.lemma_.lower() in lexicon.UNNAMED and (not is_definite(token) or _is_companion(token)):
        return True
    return _is_human(token) and (_is_one(token) or _is_counted(token))


def _is_withheld(doc: Doc, draft: Draft) -> bool:
    """`the engineer said, requesting anonymity`, `… said on condition that they not be named`."""
    parts = (
        each
        for each in doc[draft.saying.verb].rights
        if each.dep_ in {"prep", "advcl", "xcomp"} and not circumstances.is_said(draft, each)
    )
    return any("anonym" in token.lower_ for part in parts for token in part.subtree)


def _is_human(token: Token) -> bool:
    """Whether the noun for who says it is neither a body nor a document nor an outlet."""
    return token.pos_ == "NOUN" and token.lemma_.lower() not in OTHERS


OTHERS = PUBLIC | lexicon.OUTLETS | naming.WORDS_FOR_BODIES | (lexicon.DOCUMENTS - lexicon.PEOPLE)


def _is_companion(token: Token) -> bool:
    """`his colleague from Lund`, whom nothing but that tells."""
    owned = any(each.dep_ == "poss" and each.pos_ == "PRON" for each in token.lefts)
    return owned and token.lemma_.lower() in {"ally", "colleague", "friend"}


def _is_one(token: Token) -> bool:
    """`one delegate`, `a nurse`: somebody in particular; who stands in the lead may be named further down."""
    before = {each.lower_ for each in token.lefts}
    if token.tag_ != "NN" or before.isdisjoint({"a", "an", "another", "one"}):
        return False
    started = sum(1 for each in islice(_starts(token.doc), LEAD + 1) if each <= token.i)
    return started > LEAD or not before.isdisjoint({"another", "one"})


LEAD = 2
"""Sentences of headline and lead."""


def _starts(doc: Doc) -> Iterator[int]:
    """Token indices where sentences start."""
    return (token.i for token in doc if token.is_sent_start)


def _is_counted(token: Token) -> bool:
    """`two teachers`, `several drivers`."""
    definite = any(
        each.dep_ == "poss" or each.lower_ in {"all", "the", "these", "those"} for each in token.lefts
    )
    counted = any(each.dep_ == "nummod" or each.lower_ == "several" for each in token.lefts)
    return token.tag_ == "NNS" and counted and not definite


def is_definite(head: Token) -> bool:
    """`the spokesman` has been met before; `a spokesman` and `officials` have not."""
    return head.tag_ == "NN" and any(
        each.lower_ in {"the", "this", "his", "her", "their", "its"} for each in head.lefts
    )


def full_source(doc: Doc, saying: Saying) -> Range | None:
    """The source with the words that withhold its name: `an official, who asked not to be named`."""
    if saying.source is None:
        return None
    if doc[saying.head].pos_ != "NOUN" and doc[saying.head].lower_ not in {"another", "one"}:
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
    return (start, end) if end > first and WITHHELD.search(doc.words(first, end).text) else saying.source
