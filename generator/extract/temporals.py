"""Time expressions of an article: found by grammar, doubtful ones settled by their tags, each with its verb's tense."""

from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from generator import dates
from generator.model import Article, Reading, Temporal, Tense

AHEAD = frozenset(
    """
    agree aim announce anticipate arrange await book call commit decide demand determine due expect forthcoming hope impend
    intend invite likely mean need pencil plan pledge prepare promise propose provisional ready recommend schedule set
    slate tentative threaten upcoming urge vow want wish
    """.split()
)
"""Lemmas that put their infinitive into the future, whatever their own tense: `agreed to meet on Friday`."""

PLANNED = frozenset(
    {"scheduled", "due", "slated", "expected", "planned", "poised", "billed", "earmarked", "tipped"}
)
"""Participles and adjectives that look ahead: `was scheduled for Friday`."""

ADVERBS = frozenset({"later", "earlier", "once"})


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the article's temporals."""
    temporals = []
    for found in dates.find(article.text):
        words = doc.char_span(*found.span, alignment_mode="expand")
        if words is None or (found.ambiguous and not _is_time(words)) or _is_name(words, found.rule):
            continue
        temporals.append(Temporal(found.span, found.type, _tense_of(words.root), rule=found.rule))
    return replace(reading, temporals=tuple(temporals))


def _is_time(words: Words) -> bool:
    """Whether the tags agree with a time expression that the grammar is unsure of."""
    head = words.root
    if head.lower_ in ADVERBS:
        return head.pos_ == "ADV" and head.dep_ in {"advmod", "npadvmod"}
    if head.pos_ in {"AUX", "VERB"}:
        return False
    return head.pos_ in {"PROPN", "NOUN", "NUM"}


def _is_name(words: Words, rule: str) -> bool:
    """Whether a month, weekday, season or holiday is part of somebody's name."""
    if rule not in {"month", "weekday", "season", "holiday"} or len(words) > 1:
        return False
    return any(
        name.label_ == "PERSON" and name.start <= words.start and words.end <= name.end and len(name) > 1
        for name in words.doc.ents
    )


def _tense_of(head: Token) -> Tense | None:
    """Of a whole expression; `Tuesday's vote follows` does not say that Tuesday is present."""
    tense = _tense(head)
    return None if tense == "present" and head.dep_ in {"poss", "compound", "nmod", "amod"} else tense


def _tense(token: Token) -> Tense | None:
    """Tense of the verb that governs `token`; None where there is none."""
    seen = set()
    while token.i not in seen:
        seen.add(token.i)
        if (token.lower_ in PLANNED and token.tag_ != "VBD") or _looks_ahead(token) or _is_set(token):
            return "future"
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            return _of_verb(token)
        token = token.head
    return None


def _looks_ahead(noun: Token) -> bool:
    """`the upcoming vote`, `a planned visit`."""
    return noun.pos_ in {"NOUN", "PROPN"} and any(
        child.dep_ == "amod"
        and child.lower_
        in {"upcoming", "forthcoming", "planned", "scheduled", "proposed", "expected", "coming"}
        for child in noun.children
    )


def _is_set(verb: Token) -> bool:
    """`is set for Friday`, `set to begin`; not `set a record`."""
    return verb.lower_ == "set" and any(
        (child.dep_ == "prep" and child.lower_ == "for") or (child.dep_ == "xcomp" and child.tag_ == "VB")
        for child in verb.children
    )


def _of_verb(verb: Token) -> Tense | None:
    """Tense of a verb with its auxiliaries; a participle or an infinitive may take its clause's."""
    helpers = {child.lemma_.lower(): child for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    words = {child.lower_ for child in helpers.values()}
    if words & {"will", "’ll", "'ll", "wo", "shall"}:
        return "future"
    has_have = "have" in helpers
    if any(child.tag_ == "MD" for child in helpers.values()):
        return "past" if has_have else "future"
    if "to" in words:
        return "past" if has_have else _of_infinitive(verb)
    if has_have or any(child.tag_ == "VBD" for child in helpers.values()):
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if any(child.tag_ in {"VBZ", "VBP"} for child in helpers.values()):
        return "present"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ == "VBG" and verb.dep_ != "ROOT":
        return _above(verb)
    return "present" if verb.tag_ in {"VBZ", "VBP"} else None


def _of_infinitive(verb: Token) -> Tense | None:
    """`plans to meet` and `is to meet` look ahead; `was able to meet` and `went there to meet` follow their verb."""
    head = verb.head
    if head.i == verb.i or head.lemma_.lower() in AHEAD or head.pos_ in {"NOUN", "PROPN"}:
        return "future"
    if head.lemma_ == "be" and verb.dep_ == "xcomp":
        return "future"
    above = _above(verb)
    return above if above == "past" else "future"


def _above(verb: Token) -> Tense | None:
    return _tense(verb.head) if verb.head.i != verb.i else None
