"""In which phase an event stands, told by the form of its verb and the words around it.

Two ordered tables of rules, one for verbs and one for nouns. The first rule that answers decides; the answer
`""` means that no event is told here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.events import lexicon
from generator.extract.events.syntax import VERBAL, Form
from generator.model import Phase

Answer = Phase | None
"""`None`: told as no event, or not decided."""


@dataclass(frozen=True, slots=True)
class Told:
    """A verb or noun that may tell an event, with what its phase depends on."""

    token: Token
    form: Form
    dated: bool
    """A date stands in its own clause."""
    on_day: bool
    """That date is a day."""
    future: bool
    """That date lies ahead, as far as its words tell: `tomorrow`, `next week`, or by its governing verb."""
    today: bool
    """It is the day of writing: `today`, `now`."""
    headline: bool
    governor: Phase | None = None
    """Phase of the event that governs a noun or a participle."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule decided."""

    phase: Phase | None
    rule: str


def decide(told: Told, rules: Sequence[tuple[str, Callable[[Told], "Phase | str | None"]]]) -> Verdict:
    """The verdict of the first of `rules` that does not answer `None`; a phase of `None` is no event."""
    for name, rule in rules:
        answer = rule(told)
        if answer is not None:
            return Verdict(answer or None, name)  # type: ignore[arg-type]
    return Verdict(None, "")


# --- verbs ------------------------------------------------------------------------------------


def _denied(told: Told) -> str | None:
    return "" if told.form.negated else None


def _hypothetical(told: Told) -> str | None:
    """`if they sign`, `unless it pays`, `would have met`, and the consequence of an `if`."""
    marks = {child.lower_ for child in told.token.children if child.dep_ in {"mark", "advmod"}}
    if marks & lexicon.HYPOTHETICAL:
        return ""
    if told.form.modal in {"would", "could", "should", "might", "may"} and told.form.perfect:
        return ""
    asked = next((child for child in told.token.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if asked is not None and asked.tag_ in {"WP", "WDT"} and told.token.dep_ not in {"relcl", "acl"}:
        return ""
    has_condition = any(
        child.dep_ == "advcl" and {inner.lower_ for inner in child.children} & lexicon.HYPOTHETICAL
        for child in told.token.children
    )
    if has_condition and told.form.modal:
        return "forecast" if told.dated else ""
    return None


def _planned(told: Told) -> str | None:
    """`is scheduled to meet`, `are due to last`, `is to meet`, and `is scheduled for`."""
    token, head = told.token, told.token.head
    if told.form.infinitive and (
        _link(token) & lexicon.PLANNED or (token.dep_ == "xcomp" and head.lemma_ == "be")
    ):
        return "deadline" if _by_date(told) else "scheduled"
    if token.lemma_ == "expect" and told.form.passive and told.dated and not _complements(token):
        return "scheduled"
    if token.lemma_ in lexicon.PLANNED and told.form.passive and told.dated:
        return "scheduled"
    return None


def _expected(told: Told) -> str | None:
    """`is expected to`, `likely to`, `is going to`."""
    link = _link(told.token) if told.form.infinitive else frozenset()
    if "aim" in link and _by_date(told):
        return "deadline"
    if link & lexicon.EXPECTED or ("go" in link and told.token.head.tag_ == "VBG"):
        return "scheduled" if _fixed(told) else "forecast"
    return None


def _complements(verb: Token) -> bool:
    return any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children)


def _link(token: Token) -> frozenset[str]:
    """The lemmas of what an infinitive hangs on, through nouns and adjectives: `is due to`, `plans to`."""
    head = token.head
    if token.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "acomp"} or head == token:
        return frozenset()
    found = {head.lemma_.lower()}
    if head.dep_ in {"acomp", "attr", "oprd"}:
        found.add(head.head.lemma_.lower())
    return frozenset(found)


def _due(told: Told) -> str | None:
    """A date before which: `must reply by noon`, `pressed it to sign before the vote`, `gave them until Monday`."""
    if told.token.lemma_ in lexicon.GRANTING and limit(told.token):
        return "deadline"
    obliged = told.form.modal in {"must", "should"} or (
        told.form.infinitive and bool(_link(told.token) & lexicon.OBLIGATION)
    )
    return "deadline" if obliged and limit(told.token) else None


def limit(verb: Token) -> Token | None:
    """The preposition that sets a limit in the clause of `verb`: `by`, `before`, `no later than`."""
    for token in verb.subtree:
        if token.i <= verb.i or token.dep_ not in {"prep", "agent", "mark"}:
            continue
        if token.lower_ in lexicon.DEADLINES and any(
            child.dep_ in {"pobj", "pcomp"} for child in token.children
        ):
            return token
        if token.lower_ == "than" and token.nbor(-1).lower_ == "later":
            return token
    return None


def _obliged(told: Told) -> str | None:
    """What somebody must, should or can do tells no event."""
    return "" if told.form.modal in {"must", "should", "can", "ought", "need"} else None


def _foretold(told: Told) -> str | None:
    """`will` and `would`, with a fixed day a plan, with `by` a day a deadline; `could` and `may` are forecasts."""
    if told.form.modal in {"will", "shall", "would"}:
        if not told.form.passive and _by_date(told):
            return "deadline"
        return "scheduled" if _fixed(told) else "forecast"
    return "forecast" if told.form.modal in {"could", "may", "might"} else None


def _fixed(told: Told) -> bool:
    """Whether somebody will do it on a day that is set, or it is a meeting."""
    if limit(told.token) or told.token.lemma_ in lexicon.UNCERTAIN:
        return False
    meeting = lexicon.VERBS.get(told.token.lemma_) == "CONSULT"
    return told.on_day and (meeting or not told.form.passive) or (meeting and told.form.modal == "will")


def _lapses(told: Told) -> str | None:
    """`expires on Friday`, `remains open until the 10th`: the last day for something."""
    if not told.dated or told.form.past:
        return None
    if told.token.lemma_ in lexicon.LAPSING:
        return "deadline"
    open_until = told.token.lemma_ in {"remain", "be", "stay"} and any(
        child.lower_ in {"open", "valid"} for child in told.token.children
    )
    return "deadline" if open_until and limit(told.token) else None


def _by_date(told: Told) -> bool:
    """Whether the act is promised `by` a date or `no later than` it."""
    preposition = limit(told.token)
    return told.dated and preposition is not None and preposition.lower_ in {"by", "than"}


def _infinitive(told: Told) -> str | None:
    """Headlines speak of the future in the infinitive; elsewhere one tells no event of its own."""
    if not told.form.infinitive:
        return None
    return "scheduled" if told.headline and told.token.dep_ in {"ROOT", "relcl", "acl"} else ""


def _progressive(told: Told) -> str | None:
    if not told.form.progressive:
        return None
    if told.form.past or told.governor == "happened":
        return "happened"
    return "scheduled" if told.future else "under way"


def _since(told: Told) -> str | None:
    """`has run the talks since May`: it began then and goes on."""
    since = any(
        token.lower_ == "since"
        and token.dep_ in {"prep", "mark"}
        and any(child.dep_ == "pobj" for child in token.children)
        for token in told.token.subtree
    )
    return "under way" if since and told.dated and told.form.perfect and not told.form.past else None


def _past(told: Told) -> str | None:
    return "happened" if told.form.finite and (told.form.past or told.form.perfect) else None


def _participle(told: Told) -> str | None:
    """`a text initialled on Monday`, `killing two people`: as the clause that it hangs on."""
    if told.token.tag_ == "VBN" and not told.form.finite and told.token.dep_ in {"acl", "relcl", "advcl"}:
        if told.dated and any(child.lower_ == "since" for child in told.token.children):
            return "under way"
        return "scheduled" if told.future else "happened"
    if told.token.tag_ == "VBG" and told.token.dep_ in {"advcl", "acl", "pcomp"}:
        after = told.token.dep_ != "pcomp" or told.token.head.lower_ in {
            "by",
            "after",
            "since",
            "in",
            "while",
            "on",
        }
        return (told.governor if after else None) or ""
    return None


def _present(told: Told) -> str | None:
    """The simple present: a plan with a date ahead, an event in a headline, else a habit or a state."""
    if told.token.tag_ not in {"VBZ", "VBP"}:
        return None
    if told.dated and told.today:
        return "under way"
    if told.dated and told.token.lemma_ in lexicon.BEGINNERS:
        return "scheduled"
    return "happened" if told.headline else ""


VERB_RULES: tuple[tuple[str, Callable[[Told], "Phase | str | None"]], ...] = (
    ("denied", _denied),
    ("hypothetical", _hypothetical),
    ("planned", _planned),
    ("expected", _expected),
    ("due", _due),
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
"""In this order, each with the name that becomes the event's rule."""


# --- nouns ------------------------------------------------------------------------------------


def _awaited(told: Told) -> str | None:
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


def _ahead(told: Told) -> str | None:
    """`scheduled for the 20th`, `next month’s summit`, `the forthcoming vote`, `ahead of the summit`."""
    noun = told.token
    words = _modifiers(noun)
    if words & (lexicon.PLANNED | lexicon.UPCOMING) and (told.dated or words & lexicon.UPCOMING):
        return "scheduled"
    if told.dated and told.future:
        return "scheduled"
    before = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "ahead"
    return "scheduled" if before else None


def _limit(told: Told) -> str | None:
    return "deadline" if told.token.lemma_ in lexicon.DEADLINE_NOUNS and told.dated else None


def _possible(told: Told) -> str | None:
    return "forecast" if _modifiers(told.token) & lexicon.POSSIBLE and told.dated else None


def _ongoing(told: Told) -> str | None:
    """`the talks, now taking place in`, `ongoing fighting`."""
    taking_place = any(
        token.dep_ in {"acl", "relcl"}
        and token.lemma_ in {"take", "underway", "continue"}
        and token.tag_ == "VBG"
        for token in told.token.subtree
    )
    ongoing = {child.lower_ for child in told.token.lefts} & {"ongoing", "continuing"}
    return "under way" if taking_place or ongoing else None


def _after(told: Told) -> str | None:
    """`after the resignation of`, `since its launch`, `following a raid`."""
    head = told.token.head
    if told.token.lemma_ in lexicon.RESULTS and not told.dated:
        return None
    if told.token.dep_ == "pobj" and head.lower_ in {"after", "since", "following", "during", "amid"}:
        return "happened"
    return None


def _gathering(told: Told) -> str | None:
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


def _dated(told: Told) -> str | None:
    """A date in its own phrase, and nothing that puts it ahead: `the launch in 2003`."""
    if told.token.lemma_ in lexicon.RESULTS:
        return ""
    return (
        (told.governor if told.governor in {"forecast", "scheduled"} else "happened") if told.dated else None
    )


NOUN_RULES: tuple[tuple[str, Callable[[Told], "Phase | str | None"]], ...] = (
    ("awaited", _awaited),
    ("limit", _limit),
    ("ahead", _ahead),
    ("possible", _possible),
    ("ongoing", _ongoing),
    ("gathering", _gathering),
    ("after", _after),
    ("dated", _dated),
)
"""In this order, each with the name that becomes the event's rule."""
