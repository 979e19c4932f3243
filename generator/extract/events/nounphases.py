"""The phase of what an event noun tells, by the words beside it and the verb above it."""

from generator.extract.events import lexicon
from generator.extract.events.phases import Answer, Rules, Told
from generator.extract.events.syntax import VERBAL, form
from generator.extract.parsed import Token


def _awaited(told: Told) -> Answer:
    """`awaiting approval`, `pending a vote`, `subject to ratification`, `only the signing remaining`."""
    noun, head = told.token, told.token.head
    if noun.dep_ in {"dobj", "pobj", "npadvmod"} and _await(head):
        return "awaited"
    if noun.dep_ in {"nsubj", "nsubjpass"} and head.lemma_ == "remain" and not _complement(head):
        return "awaited"
    return None


def _await(head: Token) -> bool:
    if head.lemma_ == "await" or head.lower_ == "pending":
        return True
    if head.lower_ == "for" and head.head.lemma_ == "wait":
        return True
    return head.lower_ == "to" and head.head.lower_ == "subject"


def _complement(verb: Token) -> bool:
    """Whether `remain` says what something is: `remains open`."""
    return any(child.dep_ in {"acomp", "attr", "prep"} for child in verb.children)


def _modifiers(noun: Token) -> set[str]:
    """Words that stand by the noun: adjectives, and participles in its phrase up to the next event noun."""
    return {
        word
        for token in noun.subtree
        if token != noun
        and (token.head == noun or (token.dep_ in {"acl", "relcl"} and _nearest(token) == noun))
        for word in (token.lower_, token.lemma_.lower())
    }


def _nearest(token: Token) -> Token:
    """The event noun that a participle tells about: the next one above it."""
    while token.head != token:
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_.lower() in lexicon.NOUNS:
            break
    return token


def _ahead(told: Told) -> Answer:
    """`scheduled for the 20th`, `next month’s summit`, `the forthcoming vote`, `ahead of the summit`."""
    noun = told.token
    words = _modifiers(noun)
    if all(child.lower_ != "coming" for child in noun.lefts):
        words -= {"coming"}  # `an explosion, followed by the building coming down`
    if words & (lexicon.PLANNED | lexicon.UPCOMING) and (told.dated or words & lexicon.UPCOMING):
        return "scheduled"
    if told.dated and told.future:
        return "scheduled"
    link = noun.head if noun.dep_ == "pobj" else noun
    before = link.lower_ == "of" and link.head.lower_ == "ahead"
    return "scheduled" if before or (told.dated and _lasts_until(link)) else None


def _lasts_until(link: Token) -> bool:
    """`has blocked the sale until a hearing on 15 April`."""
    lasting = form(link.head) if link.lower_ in {"until", "till"} else None
    return lasting is not None and lasting.perfect and not lasting.past


def _looked_into(told: Told) -> Answer:
    """`is to set up an inquiry into the killing of six men on 12 May`: that has happened."""
    link = told.token.head
    into = told.token.dep_ == "pobj" and link.lower_ == "into" and link.nbor(-1).pos_ == "NOUN"
    return "happened" if into and told.dated else None


def _set(told: Told) -> Answer:
    """The object of a verb that sets it for a day or moves it there: `extended the deadline to 20 May`."""
    verb = told.token.head
    planning = verb.lemma_ in lexicon.TIMING and told.token.dep_ in {"dobj", "nsubjpass"}
    after = any(
        child.dep_ == "prep" and child.lower_ in SET_BY and child.i > verb.i
        for child in (*verb.children, *told.token.rights)
    )
    if not (planning and after and told.dated):
        return None
    return "deadline" if told.token.lemma_ in lexicon.DEADLINE_NOUNS else "scheduled"


SET_BY = frozenset({"to", "until", "till", "for"})


def _limit(told: Told) -> Answer:
    return "deadline" if told.token.lemma_ in lexicon.DEADLINE_NOUNS and told.dated else None


def _possible(told: Told) -> Answer:
    return "forecast" if _modifiers(told.token) & lexicon.POSSIBLE and told.dated else None


def _ongoing(told: Told) -> Answer:
    """`the talks, now taking place in`, `ongoing fighting`."""
    taking_place = any(
        token.dep_ in {"acl", "relcl"}
        and token.lemma_ in {"take", "underway", "continue"}
        and token.tag_ == "VBG"
        for token in told.token.subtree
    )
    ongoing = {child.lower_ for child in told.token.lefts} & {"ongoing", "continuing"}
    return "under way" if taking_place or ongoing else None


def _after(told: Told) -> Answer:
    """`after the resignation of`, `since its launch`, `following a raid`."""
    head = told.token.head
    if told.token.lemma_ in lexicon.RESULTS and not told.dated:
        return None
    if told.token.dep_ == "pobj" and head.lower_ in {"after", "since", "following", "during", "amid"}:
        return "happened"
    return None


def _gathering(told: Told) -> Answer:
    """`said in a briefing`: it happened when the words were said."""
    noun, head = told.token, told.token.head
    if (
        noun.lemma_ not in lexicon.GATHERINGS
        or noun.dep_ != "pobj"
        or head.lower_ not in {"in", "at", "during"}
    ):
        return None
    speaks = head.head.pos_ in VERBAL and head.head.lemma_ in lexicon.SAYING
    return "happened" if speaks and told.governor == "happened" else None


def _dated(told: Told) -> Answer:
    """A date in its own phrase, and nothing that puts it ahead: `the launch in 2003`."""
    if told.token.lemma_ in lexicon.RESULTS:
        return ""
    return (
        (told.governor if told.governor in {"forecast", "scheduled"} else "happened") if told.dated else None
    )


NOUN_RULES: Rules = (
    ("awaited", _awaited),
    ("set", _set),
    ("limit", _limit),
    ("looked into", _looked_into),
    ("ahead", _ahead),
    ("possible", _possible),
    ("ongoing", _ongoing),
    ("gathering", _gathering),
    ("after", _after),
    ("dated", _dated),
)
"""In this order."""
