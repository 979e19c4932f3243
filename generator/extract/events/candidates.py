"""Which verbs and nouns tell an event that is news."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.events import lexicon
from generator.extract.events.clause import event_noun, kind_of, own_temporals
from generator.extract.events.context import TODAY, VAGUE, Context, ahead, best, is_day
from generator.extract.events.news import Case, is_news
from generator.extract.events.nounphases import NOUN_RULES
from generator.extract.events.phases import Told, Verdict, decide
from generator.extract.events.syntax import SUBJECTS, form, subject, verb_above
from generator.extract.events.verbphases import VERB_RULES, is_fixture
from generator.extract.events.who import acts
from generator.extract.parsed import Token
from generator.model import Phase, Temporal


@dataclass(frozen=True, slots=True)
class Draft:
    """A token that tells an event, before its date, people and wording are found."""

    token: Token
    phase: Phase
    kind: str
    rule: str


def drafts(context: Context) -> Iterator[Draft]:
    """Every event of the article, in the order of the text, each told by one token."""
    for token in context.doc:
        told = context.statement(token)
        if token.i in context.endless or (told is not None and told.certainty == "denied"):
            continue
        if token.is_word and (
            token.pos_ == "VERB" or (token.lemma_ == "be" and token.dep_ not in {"aux", "auxpass"})
        ):
            draft = _verb(token, context)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in lexicon.NOUNS and token.dep_ != "compound":
            draft = _noun(token, context)
        else:
            draft = None
        if draft is not None:
            yield draft


# --- verbs ------------------------------------------------------------------------------------


def _verb(token: Token, context: Context) -> Draft | None:
    if token.i in context.datelines or token.lower_ == "missing":
        return None
    if says(token, context) and not _performs(token, context):
        return None
    if _serves_noun(token) or _of_time(token, context) or _prompts(token):
        return None
    verdict = verdict_of(token, context)
    if verdict.phase is None:
        return None
    noun = event_noun(token)
    kind = kind_of(token, noun)
    dated = any(not VAGUE.match(context.text(each.span)) for each in own_temporals(token, context))
    if not is_news(Case(token, verdict.phase, kind, verdict.rule, dated, context)):
        return None
    return Draft(token, verdict.phase, kind or "", f"verb: {verdict.rule}")


def _prompts(token: Token) -> bool:
    """`Pressed by reporters on Thursday, she said`: the occasion of what somebody says."""
    alone = token.tag_ in {"VBN", "VBD"} and not any(child.dep_ in SUBJECTS for child in token.lefts)
    asked = alone and token.dep_ == "advcl" and token.lemma_ in lexicon.PROMPTING
    return asked and token.head.lemma_ in lexicon.SAYING


def _of_time(token: Token, context: Context) -> bool:
    """`that day will come`: a date does nothing."""
    acting = acts(token, context)
    return acting is not None and acting.i in context.temporal_at


@lru_cache(maxsize=1024)
def verdict_of(token: Token, context: Context) -> Verdict:
    """The phase of the verb `token`, whether or not it is news. Asked for by what hangs from the verb, too."""
    temporal = best(own_temporals(token, context), token, context)
    governor = None
    if token.tag_ == "VBG" and token.dep_ in {"advcl", "pcomp", "acl", "xcomp"}:
        above = verb_above(token)
        governor = verdict_of(above, context).phase if above is not None else None
    return decide(_told(token, temporal, governor, context), VERB_RULES)


def _told(token: Token, temporal: Temporal | None, governor: Phase | None, context: Context) -> Told:
    words = context.text(temporal.span) if temporal is not None else ""
    return Told(
        token,
        form(token),
        dated=temporal is not None and not VAGUE.match(words),
        on_day=temporal is not None and is_day(temporal, context),
        future=temporal is not None and ahead(temporal, context),
        today=bool(TODAY.match(words)),
        headline=context.headline(token),
        governor=governor,
    )


def says(token: Token, context: Context) -> bool:
    """Whether the verb makes a statement; what it says may tell events, it tells none."""
    if token.lemma_ in lexicon.CLAUSAL:
        return False
    parts = {child.dep_ for child in token.children}
    if token.i in context.cues or any(_is_content(child, token) for child in token.children):
        return True
    shape = form(token)
    if token.lemma_ in lexicon.ANSWERING and (shape.infinitive or shape.modal):
        return False
    if token.lemma_ in {"ask", "call", "appeal"} and any(child.lower_ == "for" for child in token.children):
        return False
    if token.lemma_ not in lexicon.SAYING:
        return False
    if token.lemma_ in lexicon.ALSO_DOING and parts & {"dobj", "nsubjpass"}:
        return "ccomp" in parts
    with_whom = {child.lower_ for child in token.children if child.dep_ == "prep"} & {"with"}
    return not (token.lemma_ in {"speak", "talk"} and with_whom)


def _is_content(child: Token, verb: Token) -> bool:
    """Whether a clause is what the verb says: one before it only of a verb of saying, and no semicolon between."""
    if child.dep_ != "ccomp" or not form(child).finite or _is_relative(child):
        return False
    between = verb.doc[child.i : verb.i]
    return child.i > verb.i or (
        verb.lemma_ in lexicon.SAYING and not any(token.text == ";" for token in between)
    )


def _is_relative(clause: Token) -> bool:
    """`…, many of whom had been trapped`: what is said of somebody, read as what the verb says."""
    begins = clause.left_edge
    apart = begins.i > 0 and begins.nbor(-1).text == ","
    return apart and any(token.lower_ in {"whom", "which"} for token in clause.doc[begins.i : clause.i])


def _performs(token: Token, context: Context) -> bool:
    """Whether saying it on a day is an act: `rejected the offer on Friday`, `told the court on Monday`."""
    heard = {child.lemma_.lower() for child in token.children if child.dep_ in {"dobj", "dative"}}
    if token.lemma_ not in lexicon.PERFORMING and not (token.lemma_ == "tell" and heard & lexicon.HEARING):
        return False
    shape = form(token)
    done = shape.finite and (shape.past or shape.perfect) and not shape.modal and token.dep_ != "relcl"
    return done and any(is_day(each, context) for each in context.temporals_of.get(token.i, ()))


def _serves_noun(token: Token) -> bool:
    """`talks taking place in`, `the vote scheduled for`: the event is the noun's."""
    light = token.lemma_ in lexicon.PLANNED or (
        token.lemma_ == "take" and any(child.lower_ == "place" for child in token.children)
    )
    return light and token.dep_ in {"acl", "relcl"}


# --- nouns ------------------------------------------------------------------------------------


def _noun(token: Token, context: Context) -> Draft | None:
    above = verb_above(token)
    governor = verdict_of(above, context).phase if above is not None else None
    temporal = best(own_temporals(token, context), token, context)
    verdict = decide(_told(token, temporal, governor, context), NOUN_RULES)
    if verdict.phase is None:
        return None
    served = above is not None and governor is not None and event_noun(above) == token
    if above is not None and subject(above) == token and is_fixture(above):
        return None  # the verb tells it, with its day
    if served and verdict.rule in {"dated", "after", "ahead"}:
        return None
    if any(child.lower_ in {"press", "news"} for child in token.lefts):  # `a press release` is no release
        return None
    if verdict.rule == "after" and temporal is None and not _named(token, context):
        return None
    return Draft(token, verdict.phase, lexicon.NOUNS[token.lemma_.lower()], f"noun: {verdict.rule}")


def _named(noun: Token, context: Context) -> bool:
    """Whether the phrase names who or what the event is about."""
    return any(token.i in context.mention_at for token in noun.subtree)
