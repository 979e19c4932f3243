"""Which verbs and nouns tell an event that is news."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.events import lexicon
from generator.extract.events.context import TODAY, Context, ahead, best, is_day
from generator.extract.events.phases import NOUN_RULES, VERB_RULES, Told, Verdict, decide, limit
from generator.extract.events.roles import acts, entities, named
from generator.extract.events.syntax import VERBAL, form
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
        if token.is_alpha and (
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
    if token.i in context.datelines or says(token, context) or _serves_noun(token):
        return None
    verdict = verdict_of(token, context)
    if verdict.phase is None:
        return None
    noun = event_noun(token)
    kind = kind_of(token, noun)
    dated = bool(own_temporals(token, context))
    if not _news(token, verdict.phase, kind, verdict.rule, context, dated=dated):
        return None
    return Draft(token, verdict.phase, kind or "", f"verb: {verdict.rule}")


def verdict_of(token: Token, context: Context) -> Verdict:
    """The phase of the verb `token`, whether or not it is news."""
    temporal = best(own_temporals(token, context), token, context)
    governor = None
    if token.tag_ == "VBG" and token.dep_ in {"advcl", "pcomp", "acl", "xcomp"}:
        above = _verb_above(token)
        governor = verdict_of(above, context).phase if above is not None else None
    return decide(_told(token, temporal, governor, context), VERB_RULES)


def _told(token: Token, temporal: Temporal | None, governor: Phase | None, context: Context) -> Told:
    words = context.text(temporal.span) if temporal is not None else ""
    return Told(
        token,
        form(token),
        dated=temporal is not None,
        on_day=temporal is not None and is_day(temporal, context),
        future=temporal is not None and ahead(temporal, context),
        today=bool(TODAY.match(words)),
        headline=context.headline(token),
        governor=governor,
    )


def _verb_above(token: Token) -> Token | None:
    climbing = token
    while climbing.head != climbing:
        climbing = climbing.head
        if climbing.pos_ in VERBAL:
            return climbing
    return None


def says(token: Token, context: Context) -> bool:
    """Whether the verb makes a statement; what it says may tell events, it tells none."""
    if token.lemma_ in lexicon.CLAUSAL:
        return False
    parts = {child.dep_ for child in token.children}
    if token.i in context.cues or "ccomp" in parts:
        return True
    if token.lemma_ == "report" and form(token).infinitive:
        return False
    if token.lemma_ in {"ask", "call", "appeal"} and any(child.lower_ == "for" for child in token.children):
        return False
    if token.lemma_ not in lexicon.SAYING:
        return False
    if token.lemma_ in lexicon.ALSO_DOING and parts & {"dobj", "nsubjpass"}:
        return "ccomp" in parts
    with_whom = {child.lower_ for child in token.children if child.dep_ == "prep"} & {"with"}
    return not (token.lemma_ in {"speak", "talk"} and with_whom)


def _serves_noun(token: Token) -> bool:
    """`talks taking place in`, `the vote scheduled for`: the event is the noun's."""
    light = token.lemma_ in lexicon.PLANNED or (
        token.lemma_ == "take" and any(child.lower_ == "place" for child in token.children)
    )
    return light and token.dep_ in {"acl", "relcl"}


def event_noun(verb: Token) -> Token | None:
    """The event noun that a light verb sets going or ends: `held talks`, `the talks resumed`."""
    if verb.lemma_ not in lexicon.LIGHT:
        return None
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.lemma_.lower() in lexicon.NOUNS:
            return child
    return None


def own_temporals(token: Token, context: Context) -> tuple[Temporal, ...]:
    """The time expressions of an event's clause, with those of the event noun that a light verb serves."""
    noun = event_noun(token) if token.pos_ in VERBAL else None
    served = context.temporals_of.get(noun.i, ()) if noun is not None else ()
    return (*context.temporals_of.get(token.i, ()), *served, *_when_clause(token, context))


def _when_clause(verb: Token, context: Context) -> tuple[Temporal, ...]:
    """`in 2024, when it raised the fee`: the expression that `when` takes up."""
    when = next((child for child in verb.lefts if child.lower_ == "when"), None)
    if when is None or when.i < 2:
        return ()
    before = when.nbor(-2) if when.nbor(-1).text == "," else when.nbor(-1)
    temporal = context.temporal_at.get(before.i)
    return (temporal,) if temporal is not None else ()


def kind_of(verb: Token, noun: Token | None) -> str | None:
    """The kind of event, by the verb, its object and the event noun beside it; None: a verb that is not listed."""
    if noun is not None:
        return lexicon.NOUNS[noun.lemma_.lower()]
    particle = next(
        (child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"} and child.i > verb.i), ""
    )
    phrasal = lexicon.PHRASAL.get((verb.lemma_, particle))
    if phrasal is not None or any(child.dep_ == "prt" for child in verb.children):
        return phrasal
    object_lemmas = {child.lemma_.lower() for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}}
    if verb.lemma_ == "release" and object_lemmas & lexicon.CAPTIVES:
        return "YIELD"
    return lexicon.VERBS.get(verb.lemma_.lower())


def _news(token: Token, phase: Phase, kind: str | None, rule: str, context: Context, *, dated: bool) -> bool:
    """Whether the event is worth a line of the timeline: dated, of a kind that is news, or somebody's act."""
    lemma = token.lemma_.lower()
    if lemma == "be":
        return dated and phase in {"forecast", "scheduled", "deadline"}
    if rule in {"lapses", "planned"} and (dated or _is_named(token, context)):
        return True
    if lemma in HOLLOW or (
        lemma in lexicon.STATES and kind is None and not (dated and lemma in DATED_STATES)
    ):
        return False
    if dated or phase == "deadline":
        return True
    if kind in lexicon.HARD and rule != "participle":
        return True
    if (rule in {"participle", "expected"} and token.tag_ != "VBG") or token.dep_ in {"relcl", "acl"}:
        return False
    if context.statement(token) is not None:
        if phase == "forecast":
            return kind == "AGREE" and form(token).passive
        return phase == "happened" and bool(kind) and _is_named(token, context)
    if phase == "forecast":
        return kind is not None and form(token).modal in {"will", "would"}
    return kind is not None or (phase == "happened" and _acts(token, context))


HOLLOW = frozenset({"be", "have", "mean", "know", "think", "believe", "want", "need", "like", "let", "seem"})
DATED_STATES = frozenset(
    {"take", "get", "make", "put", "go", "come", "hold", "achieve", "suffer", "use", "do", "cover", "become"}
)


def _is_named(token: Token, context: Context) -> bool:
    """Whether the subject is somebody with a name, or somebody’s people."""
    acting = acts(token, context)
    return acting is not None and any(entities(acting, context))


def _acts(token: Token, context: Context) -> bool:
    """Whether somebody with a name does it, in the simple past."""
    acting = acts(token, context)
    if acting is None or token.tag_ != "VBD":
        return False
    thing = any(child.dep_ in {"dobj", "dative"} and child.pos_ != "PRON" for child in token.children)
    return thing and (bool(named(acting, context)) or acting.lower_ in {"he", "she"})


# --- nouns ------------------------------------------------------------------------------------


def _noun(token: Token, context: Context) -> Draft | None:
    above = _verb_above(token)
    governor = verdict_of(above, context).phase if above is not None else None
    temporal = best(context.temporals_of.get(token.i, ()), token, context)
    verdict = decide(_told(token, temporal, governor, context), NOUN_RULES)
    if verdict.phase is None:
        return None
    if verdict.rule in {"dated", "after"} and above is not None and event_noun(above) == token:
        return None
    if verdict.rule == "after" and temporal is None and not _named(token, context):
        return None
    return Draft(token, verdict.phase, lexicon.NOUNS[token.lemma_.lower()], f"noun: {verdict.rule}")


def _named(noun: Token, context: Context) -> bool:
    """Whether the phrase names who or what the event is about."""
    return any(token.i in context.mention_at for token in noun.subtree)


__all__ = ["Draft", "drafts", "event_noun", "kind_of", "limit", "says", "verdict_of"]
