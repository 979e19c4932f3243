"""Time expressions of an article: found by grammar, doubtful ones settled by their tags, each with a tense."""

from dataclasses import replace

from generator import dates
from generator.extract.parsed import Doc, Token, Words
from generator.model import Article, Reading, Temporal, Tense

AHEAD = frozenset(
    """
    agree aim announce anticipate arrange ask await book call commit decide demand determine expect forthcoming hope
    impend intend invite likely mean need pencil plan pledge prepare promise propose provisional ready recommend
    schedule set slate tentative threaten urge vow want wish
    """.split()
)
"""Lemmas that put their infinitive into the future, whatever their own tense: `agreed to meet on Friday`."""

PLANNED = frozenset(
    {"scheduled", "due", "slated", "expected", "planned", "poised", "billed", "earmarked", "tipped"}
)
"""Participles and adjectives that look ahead: `was scheduled for Friday`."""

TO_COME = frozenset(
    {"upcoming", "forthcoming", "planned", "scheduled", "proposed", "expected", "coming", "pending"}
)
"""Adjectives of what has not happened yet: `the upcoming vote on Friday`."""

ADVERBS = frozenset({"later", "earlier", "once"})
DEFERRING = frozenset(
    "adjourn allow defer delay extend give grant permit postpone prolong put remand reschedule suspend".split()
)
"""Lemmas whose `until` lies ahead, whatever their own tense: `gave them until Friday`."""

INVITING = frozenset({"invite", "summon"})
"""Lemmas whose day, behind where to, is that of what is to come: `summoned them to his office on Friday`."""

NAMES = frozenset({"month", "month alone", "weekday", "season", "holiday"})
"""Forms that people are called by: `April`, `Friday`, `Summer`, `Christmas`."""
PREMODIFIERS = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
WILL = frozenset({"will", "wo", "shall", "'ll", "’ll"})


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the article's temporals."""
    temporals = []
    for found in dates.find(article.text):
        words = doc.char_span(*found.span)
        if (
            words is None
            or (found.ambiguous and not _is_time(words, found.rule))
            or _is_name(words, found.rule)
            or _is_told(words)
        ):
            continue
        temporals.append(Temporal(found.span, found.type, _tense_of(words.root), rule=found.rule))
    return replace(reading, temporals=tuple(temporals))


def _is_time(words: Words, rule: str) -> bool:
    """Whether the tags agree with a time expression that the grammar is unsure of."""
    head = words.root
    if (
        rule == "month alone"
    ):  # people and ships are called so; the model's own date is not enough before a name
        return head.ent_type_ == "DATE" and head.dep_ in {"dobj", "pobj", "npadvmod", "conj", "attr"}
    if rule == "day of the month":
        return head.dep_ in {"pobj", "conj"}  # `on the 25th`, not `on the 25th floor`
    if head.lower_ in ADVERBS:
        return head.pos_ == "ADV" and head.dep_ in {"advmod", "npadvmod"}
    if head.pos_ in {"AUX", "VERB"}:
        return False
    return head.pos_ in {"PROPN", "NOUN", "NUM"}


def _is_name(words: Words, rule: str) -> bool:
    """Whether the words are part of somebody's longer name."""
    return rule in NAMES and any(
        name.label_ == "PERSON"
        and name.start <= words.start
        and words.end <= name.end
        and len(name) > len(words)
        for name in words.doc.ents
    )


def _is_told(words: Words) -> bool:
    """`at the time the tower was built`: the clause behind it says which time."""
    return words.root.lower_ == "time" and any(child.dep_ == "relcl" for child in words.root.rights)


# --- tense ----------------------------------------------------------------------------------


def _tense_of(head: Token) -> Tense | None:
    """Of a whole expression; `Tuesday's vote follows` does not say that Tuesday is present."""
    if head.dep_ == "pobj" and head.head.i > 0 and _looks_ahead(head.head.nbor(-1)):
        return "future"  # `the upcoming vote on Friday`, wherever the parser hangs `on Friday`
    if head.dep_ == "pobj" and head.head.head.lemma_ in INVITING and _is_aimed(head.head):
        return "future"
    if head.dep_ == "pobj" and head.head.lower_ in {"until", "till"} and _is_deferred(head.head):
        return "future"
    if head.dep_ == "poss" and _is_closed(head.head):
        return "past"
    tense = _tense(head)
    if tense == "present" and head.dep_ in PREMODIFIERS:
        return "future" if head.head.lower_ == "deadline" else None
    return tense


def _is_closed(noun: Token) -> bool:
    """`will get a premium over Friday’s closing price`: a market has closed, whatever the verb looks to."""
    return noun.lemma_ == "close" or any(child.lower_ == "closing" for child in noun.lefts)


def _is_aimed(on: Token) -> bool:
    """Whether a `to` stands before it beside the same verb."""
    return any(child.lower_ == "to" and child.i < on.i for child in on.head.rights)


def _is_deferred(until: Token) -> bool:
    """`gave the owners until Friday`, `adjourned the hearing until Friday`."""
    return any(word.lemma_.lower() in DEFERRING for word in (until.head, until.head.head))


def _tense(token: Token) -> Tense | None:
    """Tense of the verb that governs `token`; None where there is none."""
    for word in (token, *token.ancestors):
        if _looks_ahead(word):
            return None if is_overtaken(word) else "future"
        if word.pos_ in {"VERB", "AUX"} and word.dep_ not in {"aux", "auxpass"}:
            return _of_verb(word)
    return None


def is_overtaken(plan: Token) -> bool:
    """`had been due to end on Friday`, `had been scheduled to end`: a plan that did not hold, for whatever day."""
    beside = (*plan.children, *(plan.head.children if plan.dep_ in {"acomp", "attr", "oprd"} else ()))
    had = any(child.dep_ in {"aux", "auxpass"} and child.lower_ == "had" for child in beside)
    return had and plan.lower_ in PLANNED


def _looks_ahead(word: Token) -> bool:
    """`scheduled for Friday`, `the upcoming vote`, `set to begin`; not `due to rain`, nor `set a record`."""
    children = list(word.children)
    if word.lemma_ == "be":  # `is up for re-election in May`
        return any(
            child.lower_ == "up" and any(each.lower_ == "for" for each in child.rights) for child in children
        )
    if word.lower_ in PLANNED and word.tag_ != "VBD":
        return word.lower_ != "due" or not any(child.dep_ == "pcomp" for child in children)
    if word.pos_ in {"NOUN", "PROPN"}:
        return any(child.dep_ == "amod" and child.lower_ in TO_COME for child in children)
    return word.lower_ == "set" and any(
        (child.dep_ == "prep" and child.lower_ == "for") or (child.dep_ == "xcomp" and child.tag_ == "VB")
        for child in children
    )


def _of_verb(verb: Token) -> Tense | None:
    """Tense of a verb with its auxiliaries; an infinitive or a participle may take its clause's."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    tags = {helper.tag_ for helper in helpers} | {verb.tag_}
    perfect = any(helper.lemma_.lower() == "have" for helper in helpers)
    if words & WILL:
        return "future"
    if perfect:  # `was to have ended`, for whatever day
        was_to = "to" in words and verb.head.lemma_ == "be" and verb.head.tag_ == "VBD"
        return None if was_to else "past"
    if "MD" in tags:
        return "future"
    if "to" in words:
        return _of_infinitive(verb)
    if "VBD" in tags:
        return "future" if _is_supposed(verb) else "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return _of_participle(verb)


def _is_supposed(verb: Token) -> bool:
    """`would cut output, threatened to cut it if the line were still shut in May`: the past form supposes."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    above = {child.lower_ for child in verb.head.children if child.dep_ == "aux"}
    limit = any(child.dep_ == "prep" and child.lower_ in {"by", "before"} for child in verb.rights)
    return bool(marks & {"if", "unless"}) and (limit or bool(above & {"would", "could", "might", "to"}))


def _of_participle(verb: Token) -> Tense | None:
    """`released on Friday` is past, `saying on Friday` is as its clause; a bare form says nothing."""
    if verb.tag_ == "VBN":
        return "past"
    return _above(verb) if verb.tag_ == "VBG" else None


def _of_infinitive(verb: Token) -> Tense | None:
    """`plans to meet` and `is to meet` look ahead; `was able to meet` and `went to meet` follow their verb."""
    head = verb.head
    if is_overtaken(head):
        return None
    plans = head.lemma_.lower() in AHEAD or head.pos_ in {"NOUN", "PROPN"}
    is_to = head.lemma_ == "be" and verb.dep_ == "xcomp"
    return "past" if not plans and not is_to and _above(verb) == "past" else "future"


def _above(verb: Token) -> Tense | None:
    """Tense of the clause that `verb` stands in; None at the top."""
    return _tense(verb.head) if verb.head.i != verb.i else None
