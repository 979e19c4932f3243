"""Who takes part in an event, where it is, and who tells it."""

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract import coreference
from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.syntax import VERBAL, objects, subject
from generator.model import Statement

PLACING = frozenset({"in", "at", "near", "outside", "inside", "across", "to", "from", "into", "off", "on"})
STANDING = frozenset({"in", "at", "near", "outside", "inside", "across", "on", "off"})
ACTING = frozenset(
    """
    administration army authority court delegation embassy force government jet lawmaker military ministry
    navy official parliament police police rebel service side soldier team troop union warplane
    """.split()
)
"""Nouns through which a named party acts: `Israeli`-like modifiers and possessors of these take part."""
THE_ARTICLE = "the article"
STANDS_FOR = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "herself": "she",
    "it": "it", "its": "it",
    "i": "i", "me": "i", "my": "i",
}  # fmt: skip
"""Pronouns that can be replaced by a name, by the form that the rules of coreference know."""
PERSONAL = frozenset(STANDS_FOR)


def participants(trigger: Token, context: Context) -> tuple[str, ...]:
    """Ids of the entities that take part in what `trigger` tells, in the order of the text."""
    found = {token.i: entity for token in _arguments(trigger, context) for entity in entities(token, context)}
    return tuple(dict.fromkeys(entity for _, entity in sorted(found.items())))


def _arguments(trigger: Token, context: Context) -> Iterator[Token]:
    """Heads of the phrases that name who takes part."""
    if trigger.pos_ not in VERBAL:
        yield from _noun_arguments(trigger)
        speaking = trigger.head.head
        if trigger.lemma_ in lexicon.GATHERINGS and trigger.head.dep_ == "prep" and speaking.pos_ in VERBAL:
            acting = acts(speaking, context)
            if acting is not None:
                yield acting
        return
    acting = acts(trigger, context)
    if acting is not None:
        yield from (acting, *acting.conjuncts)
        yield from _noun_arguments(acting)
    for item in objects(trigger):
        if not _locative(item):
            yield item
            if item.dep_ in {"dobj", "pobj"}:
                yield from _noun_arguments(item)


def acts(verb: Token, context: Context) -> Token | None:
    """The head of the subject; where the parser took the dateline for it, the first noun phrase after that."""
    found = subject(verb)
    if found is None or found.i not in context.datelines:
        return found
    after = [token for token in verb.sent if token.i not in context.datelines and found.i < token.i < verb.i]
    nouns = [
        token
        for token in after
        if token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ not in {"compound", "pobj", "poss", "dobj", "npadvmod"}
    ]
    if not nouns:
        return None
    last = nouns[-1]
    return last.head if last.dep_ == "conj" and last.head.i not in context.datelines else last


def _noun_arguments(noun: Token) -> Iterator[Token]:
    """`between A and B`, `of A`, `with B`, `from C`, `A’s`: the parties of an event noun."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield from (child, *child.conjuncts)
        elif child.dep_ in {"prep", "agent"} and child.lower_ in {
            "between",
            "of",
            "with",
            "by",
            "from",
            "among",
        }:
            for inner in child.children:
                if inner.dep_ == "pobj" and not _locative(inner):
                    yield from (inner, *inner.conjuncts)


def _locative(token: Token) -> bool:
    return (
        token.dep_ == "pobj" and token.head.lower_ in STANDING | {"to", "into"} and token.head.dep_ == "prep"
    )


def entities(head: Token, context: Context) -> Iterator[str]:
    """The entity that `head` names, or stands for, or through whose people it acts."""
    mention = named(head, context)
    if mention:
        yield mention
        return
    if head.lower_ in PERSONAL:
        person = antecedent(head, context)
        if person:
            yield person
        return
    if head.lemma_.lower() in ACTING:
        for child in head.lefts:
            if child.dep_ in {"compound", "poss", "nmod"} and child.i in context.mention_at:
                yield context.mention_at[child.i].entity


def named(head: Token, context: Context) -> str:
    """Id of the entity that a noun phrase names: by its head, or by an apposition: `the mediator, Ann Roe`."""
    if head.i in context.mention_at:
        return context.mention_at[head.i].entity
    beside = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    for token in beside:
        mention = context.mention_at.get(token.i)
        if mention is not None and context.entities[mention.entity].type == "person":
            return mention.entity
    return _by_role(head, context)


BODIES = {
    "union": ("union", "workers", "federation", "teamsters"),
    "bank": ("bank",),
    "commission": ("commission",),
    "committee": ("committee",),
    "court": ("court",),
    "ministry": ("ministry",),
    "party": ("party",),
    "agency": ("agency",),
    "company": ("inc", "corp", "ltd", "company", "group", "plc"),
    "university": ("university",),
    "council": ("council",),
}
"""What `the union` can mean: words of the names of bodies."""


def _by_role(head: Token, context: Context) -> str:
    """`the mediator`, where the article has named one before."""
    definite = any(child.dep_ == "det" and child.lower_ == "the" for child in head.lefts)
    if not definite or head.pos_ != "NOUN" or any(child.dep_ == "prep" for child in head.rights):
        return ""
    words = head.doc[head.left_edge.i : head.i + 1].text
    return coreference.role(context.known, words, head.idx) or _body_of(head, context)


def _body_of(head: Token, context: Context) -> str:
    """The last organization named before whose name has the word, or one of its kind."""
    wanted = BODIES.get(head.lemma_.lower(), ())
    for mention in reversed(context.reading.mentions):
        entity = context.entities.get(mention.entity)
        if mention.span.start >= head.idx or entity is None or entity.type != "organization":
            continue
        if set(wanted) & set(entity.name.casefold().replace(".", "").split()):
            return entity.id
    return ""


def antecedent(pronoun: Token, context: Context) -> str:
    """Id of the entity that a pronoun stands for: a person for `he`, who speaks for `I`, else a body; empty: not known."""
    word = STANDS_FOR.get(pronoun.lower_, "")
    if word == "i":
        told = context.statement(pronoun)
        return told.speaker if told and told.mode != "inference" else ""
    if pronoun.dep_ == "poss" and word in {"he", "she"}:
        owner = _own_subject(pronoun, context)
        if owner:
            return owner
    for statement in context.reading.statements:
        source = statement.source
        if source and statement.speaker and source.start <= pronoun.idx < source.end:
            return statement.speaker
    if word in {"he", "she"}:
        return coreference.pronoun(context.known, word, pronoun.idx, context.spoken)
    return _body(pronoun, context) if word == "it" else ""


def _own_subject(pronoun: Token, context: Context) -> str:
    """The person that is the subject of the clause of `his` or `her`, if of that gender as far as is known."""
    verb = pronoun.head
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    acting = acts(verb, context) if verb.pos_ in VERBAL else None
    entity = named(acting, context) if acting is not None and acting.i < pronoun.i else ""
    gender = context.known.genders.get(entity, "")
    fits = gender in {"", "m" if STANDS_FOR[pronoun.lower_] == "he" else "f"}
    return entity if entity and fits and context.entities[entity].type == "person" else ""


def _body(pronoun: Token, context: Context) -> str:
    """The organization or country that was the subject of the clause before, in this sentence or the last."""
    first = pronoun.sent.start
    if (
        not any(token.dep_ in {"nsubj", "nsubjpass"} and token.i < pronoun.i for token in pronoun.sent)
        and first
    ):
        first = context.doc[first - 1].sent.start
    for token in reversed(context.doc[first : pronoun.i]):
        if token.dep_ not in {"nsubj", "nsubjpass"} or token.lower_ in {"which", "who", "that"}:
            continue
        mention = context.mention_at.get(token.i)
        is_body = mention is not None and context.entities[mention.entity].type != "person"
        return mention.entity if mention is not None and is_body else ""
    return ""


def place(trigger: Token, context: Context) -> str:
    """Id of the place where it is: the nearest locative phrase of the clause; empty: not told."""
    for names in (STANDING, PLACING):
        for token in trigger.subtree:
            if token.dep_ == "prep" and token.lower_ in names and _belongs(token, trigger):
                for inner in token.children:
                    mention = context.mention_at.get(inner.i)
                    if inner.dep_ == "pobj" and mention and context.entities[mention.entity].type == "place":
                        return mention.entity
    return ""


def _belongs(preposition: Token, trigger: Token) -> bool:
    """Whether the phrase is of the event: no other finite clause or naming apposition stands between."""
    token = preposition.head
    while token != trigger and token.head != token:
        if token.dep_ in {"appos", "relcl", "ccomp", "conj", "advcl", "poss"}:
            return False
        token = token.head
    return True


def said_by(trigger: Token, context: Context) -> str:
    """Who tells the event: id of the speaker, the words for one without a name, or `the article`."""
    statement = context.statement(trigger)
    return teller(statement, context) if statement else ""


def teller(statement: Statement, context: Context) -> str:
    """Who makes a statement: entity id, the source’s words, or `the article` for its own inferences."""
    if statement.mode == "inference":
        return THE_ARTICLE
    if statement.speaker:
        return statement.speaker
    if statement.source is None:
        return ""
    named = [
        mention.entity
        for mention in context.reading.mentions
        if mention.entity and statement.source.contains(mention.span)
    ]
    whole = context.text(statement.source)
    if named and not statement.anonymous and len(set(named)) == 1:
        return named[0]
    return whole
