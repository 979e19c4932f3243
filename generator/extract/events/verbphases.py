"""The phase of what a verb tells, by its form and the clause around it."""

from generator.extract.events import lexicon
from generator.extract.events.limits import before_event, by_date, limit
from generator.extract.events.phases import Answer, Rules, Told
from generator.extract.events.syntax import VERBAL, subject
from generator.extract.events.unreal import alluded, denied, hypothetical, overtaken, still_to_come
from generator.extract.parsed import Token


def _planned(told: Told) -> Answer:
    """`is scheduled to meet`, `are due to last`, `is to meet`, and `is scheduled for`."""
    token, head = told.token, told.token.head
    is_to = token.dep_ == "xcomp" and head.lemma_ == "be" and not _describes(head)
    if told.form.infinitive and (_link(token) & lexicon.PLANNED or is_to):
        return "deadline" if by_date(told) else "scheduled"
    if token.lemma_ == "be" and told.dated and (_is_due(token) or (told.on_day and is_fixture(token))):
        return "scheduled"
    if token.lemma_ == "expect" and told.form.passive and told.dated and not _complements(token):
        return "scheduled"
    if token.lemma_ in lexicon.PLANNED and told.form.passive and told.dated:
        aimed = token.lemma_ != "set" or any(child.lower_ == "for" for child in token.rights)
        return "scheduled" if aimed else None  # `was set up in 2018`, `the record was set in 2019`
    return None


def _is_due(being: Token) -> bool:
    """`the report is due in May`; what `is due to end` is told by its own verb."""
    due = next((child for child in being.children if child.lower_ == "due"), None)
    return due is not None and due.i + 1 < len(due.doc) and due.nbor(1).lower_ != "to"


def is_fixture(being: Token) -> bool:
    """`the next decision is on 9 July`: the day of something that is an event itself."""
    acting = subject(being)
    event = acting is not None and acting.lemma_.lower() in lexicon.NOUNS.keys() | FIXTURES
    on = any(child.dep_ == "prep" and child.lower_ == "on" for child in being.rights)
    return event and on and being.tag_ in {"VBZ", "VBP"} and not _describes(being)


FIXTURES = frozenset("debate decision fixture game hearing inquest match session ruling verdict".split())
"""What is held on a day."""


def _describes(being: Token) -> bool:
    """Whether the verb says what somebody is: `is the only state to refuse`."""
    return any(child.dep_ in {"attr", "acomp"} for child in being.children)


def _expected(told: Told) -> Answer:
    """`is expected to`, `likely to`, `is going to`."""
    link = _link(told.token) if told.form.infinitive else frozenset()
    if "aim" in link and by_date(told):
        return "deadline"
    if link & lexicon.EXPECTED or ("go" in link and told.token.head.tag_ == "VBG"):
        return "scheduled" if _fixed(told) else "forecast"
    return None


def _complements(verb: Token) -> bool:
    return any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children)


def _link(token: Token) -> frozenset[str]:
    """The lemmas of what an infinitive hangs on, through nouns and adjectives: `is due to`, `plans to`."""
    head = token.head
    if token.dep_ == "conj" and head.tag_ == "VB":  # `has promised to ask and to answer`
        return _link(head)
    if token.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "acomp"} or head == token:
        return frozenset()
    found = {head.lemma_.lower()}
    if head.dep_ in {"acomp", "attr", "oprd"}:
        found.add(head.head.lemma_.lower())
    return frozenset(found)


def _due(told: Told) -> Answer:
    """A date before which: `must reply by noon`, `pressed it to sign before the vote`, `gave them until Monday`."""
    granted = told.token.lemma_ in lexicon.GRANTING and subject(told.token) is not None
    obliged = told.form.modal in {"must", "should"} or (
        told.form.infinitive and bool(_link(told.token) & lexicon.OBLIGATION)
    )
    preposition = limit(told.token) if granted or obliged else None
    return "deadline" if preposition is not None and (told.dated or before_event(preposition)) else None


def _obliged(told: Told) -> Answer:
    """What somebody must, should or can do tells no event."""
    return "" if told.form.modal in {"must", "should", "can", "ought", "need"} else None


def _foretold(told: Told) -> Answer:
    """`will` and `would`, with a fixed day a plan, with `by` a day a deadline; `could` and `may` are forecasts."""
    if told.form.modal in {"will", "shall", "would"}:
        if not told.form.passive and by_date(told):
            return "deadline"
        return "scheduled" if _fixed(told) else "forecast"
    return "forecast" if told.form.modal in {"could", "may", "might"} else None


def _fixed(told: Told) -> bool:
    """Whether somebody will do it on a day that is set, or it is a meeting."""
    if limit(told.token) or told.token.lemma_ in lexicon.UNCERTAIN:
        return False
    acting = subject(told.token)
    meeting = lexicon.VERBS.get(told.token.lemma_) == "CONSULT" or (
        told.on_day and acting is not None and acting.lemma_.lower() in lexicon.NOUNS
    )
    return (told.on_day and (meeting or not told.form.passive)) or (meeting and told.form.modal == "will")


def _lapses(told: Told) -> Answer:
    """`expires on Friday`, `remains open until the 10th`: the last day for something."""
    if not told.dated or told.form.past:
        return None
    if told.token.lemma_ in lexicon.LAPSING:
        return "deadline"
    open_until = told.token.lemma_ in {"remain", "be", "stay"} and any(
        child.lower_ in {"open", "valid"} for child in told.token.children
    )
    hours = any(child.lower_ == "from" for child in told.token.subtree)  # `is open from dawn until noon`
    return "deadline" if open_until and not hours and limit(told.token) else None


def _has_until(told: Told) -> Answer:
    """`has until Friday to reply`, `needs until 31 May`."""
    preposition = limit(told.token) if told.token.lemma_ in {"have", "need"} and told.dated else None
    until = preposition is not None and preposition.lower_ in {"until", "till"}
    return "deadline" if until and not told.form.past else None


def _yet(told: Told) -> Answer:
    """`has yet to reply`."""
    head = told.token.head
    if not told.form.infinitive or told.token.dep_ != "xcomp" or head.lemma_ not in {"have", "be"}:
        return None
    yet = any(child.lower_ == "yet" for verb in (told.token, head) for child in verb.children)
    return "awaited" if yet and head.tag_ in {"VBZ", "VBP"} else None


def _infinitive(told: Told) -> Answer:
    """Headlines speak of the future in the infinitive; elsewhere one tells no event of its own."""
    if not told.form.infinitive:
        return None
    return "scheduled" if told.headline and told.token.dep_ in {"ROOT", "relcl", "acl"} else ""


def _progressive(told: Told) -> Answer:
    if not told.form.progressive:
        return None
    if told.form.past or told.governor == "happened":
        return "happened"
    return "scheduled" if told.future else "under way"


def _since(told: Told) -> Answer:
    """`has run the talks since May`: it began then and goes on."""
    since = any(
        token.lower_ == "since"
        and token.dep_ in {"prep", "mark"}
        and any(child.dep_ == "pobj" for child in token.children)
        for token in told.token.subtree
    )
    return "under way" if since and told.dated and told.form.perfect and not told.form.past else None


def _past(told: Told) -> Answer:
    return "happened" if told.form.finite and (told.form.past or told.form.perfect) else None


DOING = frozenset({"by", "after", "since", "in", "while", "on"})
"""What joins an act that was done to the verb: `on signing the text`, not `talks on signing it`."""


def _participle(told: Told) -> Answer:
    """`a text initialled on Monday`, `killing two people`: as the clause that it hangs on."""
    if told.token.tag_ == "VBN" and not told.form.finite and told.token.dep_ in {"acl", "relcl", "advcl"}:
        if told.dated and any(child.lower_ == "since" for child in told.token.children):
            return "under way"
        return "scheduled" if told.future else "happened"
    if told.token.tag_ == "VBG" and told.token.dep_ in {"advcl", "acl", "pcomp"}:
        link = told.token.head
        after = told.token.dep_ != "pcomp" or (link.lower_ in DOING and link.head.pos_ in VERBAL)
        return (told.governor if after else None) or ""
    return None


def _present(told: Told) -> Answer:
    """The simple present: a plan with a date ahead, an event in a headline, else a habit or a state."""
    if told.token.tag_ not in {"VBZ", "VBP"}:
        return None
    if told.today:
        return "under way"
    if told.dated and told.token.lemma_ in lexicon.BEGINNERS:
        return "scheduled"
    return "happened" if told.headline else ""


VERB_RULES: Rules = (
    ("denied", denied),
    ("hypothetical", hypothetical),
    ("alluded", alluded),
    ("still to come", still_to_come),
    ("overtaken", overtaken),
    ("planned", _planned),
    ("expected", _expected),
    ("due", _due),
    ("until", _has_until),
    ("yet", _yet),
    ("obliged", _obliged),
    ("lapses", _lapses),
    ("foretold", _foretold),
    ("infinitive", _infinitive),
    ("progressive", _progressive),
    ("since", _since),
    ("past", _past),
    ("participle", _participle),
    ("present", _present),
)
"""In this order."""
