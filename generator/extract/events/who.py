"""Who or what a noun phrase or a pronoun of the article stands for: ids of its entities."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract import coreference
from generator.extract.events.context import Context
from generator.extract.events.syntax import VERBAL, subject

ACTING = frozenset(
    """
    administration army authority court delegation embassy force government jet lawmaker military ministry
    navy official parliament police police rebel service side soldier team troop union warplane
    """.split()
)
"""Nouns through which a named party acts: `Israeli`-like modifiers and possessors of these take part."""
STANDS_FOR = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "herself": "she",
    "it": "it", "its": "it",
    "i": "i", "me": "i", "my": "i",
}  # fmt: skip
"""Pronouns that can be replaced by a name, by the form that the rules of coreference know."""
PERSONAL = frozenset(STANDS_FOR)


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
    yield from together(head, context)
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


REACH = 100
"""Mentions that `the union` reaches back."""
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
    return _body_of(head, context) or _holder(words, head, context)


def _holder(words: str, head: Token, context: Context) -> str:
    """Who holds the role; `the union` is not the `union president`."""
    found = coreference.role(context.known, words, head.idx)
    role = context.entities[found].role.casefold() if found else ""
    last = role.split(" of ")[0].split(" for ")[0].split()[-1:]
    return found if last == [head.lower_] else ""


def _body_of(head: Token, context: Context) -> str:
    """The last organization named before whose name has the word, or one of its kind."""
    wanted = BODIES.get(head.lemma_.lower(), ())
    before = bisect_left(context.reading.mentions, head.idx, key=lambda mention: mention.span.start)
    for mention in reversed(context.reading.mentions[max(0, before - REACH) : before]):
        entity = context.entities.get(mention.entity)
        if entity is None or entity.type != "organization":
            continue
        if set(wanted) & set(entity.name.casefold().replace(".", "").split()):
            return entity.id
    return ""


def antecedent(pronoun: Token, context: Context) -> str:
    """Id of the entity that a pronoun stands for; empty: not known.

    `he` and `she` are people, `I` is who speaks, `it` is an organization or a country.
    """
    word = STANDS_FOR.get(pronoun.lower_, "")
    if word == "i":
        told = context.statement(pronoun)
        return told.speaker if told and told.mode != "inference" else ""
    if pronoun.dep_ == "poss" and word in {"he", "she"}:
        owner = _own_subject(pronoun, context)
        if owner:
            return owner
    if pronoun.i in context.speaker_at:
        return context.speaker_at[pronoun.i]
    if word in {"he", "she"}:
        return coreference.pronoun(context.known, word, pronoun.idx, context.spoken)
    return (_speaking_body(pronoun, context) or _body(pronoun, context)) if word == "it" else ""


def _speaking_body(pronoun: Token, context: Context) -> str:
    """The organization or country that says `it would pay`."""
    told = context.statement(pronoun)
    if told is None or told.source is None:
        return ""
    inside = context.named_in(told.source)
    speaker = told.speaker or (inside[0] if len(inside) == 1 else "")
    entity = context.entities.get(speaker)
    return speaker if entity is not None and entity.type != "person" else ""


def together(pronoun: Token, context: Context) -> tuple[str, ...]:
    """Ids of the entities that `they` stands for: named one by one as a subject in this sentence or the last."""
    if pronoun.lower_ not in {"they", "them", "both"} or context.statement(pronoun) is not None:
        return ()
    first = pronoun.sent.start
    first = context.doc[first - 1].sent.start if first else 0
    for token in reversed(context.doc[first : pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.conjuncts:
            found = dict.fromkeys(
                entity for each in (token, *token.conjuncts) if (entity := named(each, context))
            )
            return tuple(found) if len(found) > 1 else ()
    return ()


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
