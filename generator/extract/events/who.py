"""Who or what a noun phrase or a pronoun of the article stands for: ids of its entities."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.extract import coreference
from generator.extract.events.context import Context
from generator.extract.events.plurals import WINDOW, together
from generator.extract.events.syntax import VERBAL, subject
from generator.extract.parsed import Token

ACTING = frozenset(
    """
    administration agency airline army authority board branch cabinet commission committee council country
    court crew customs delegation diplomat embassy engineer envoy force government jet judge jury lawmaker
    leader member military militia minister ministry navy negotiator official parliament party police
    president prosecutor rebel regulator representative senate service side soldier staff team troop union
    warplane worker
    """.split()
)
"""Nouns through which a named party acts: `Israeli`-like modifiers and possessors of these take part."""
STANDS_FOR = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "herself": "she",
    "it": "it", "its": "it",
    "i": "i", "me": "i", "my": "i",
    "we": "i", "us": "i", "our": "i",
}  # fmt: skip
"""Pronouns that can be replaced by a name, by the form that the rules of coreference know."""
PERSONAL = frozenset(STANDS_FOR)


def acts(verb: Token, context: Context) -> Token | None:
    """The head of the subject; where the parser took the dateline for it, the first noun phrase after that."""
    found = subject(verb)
    if found is not None and _ends_address(found, context):
        return found.nbor(-2).head.head
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


def _ends_address(token: Token, context: Context) -> bool:
    """Whether the parser took the end of `a court in Calvia, Borland` for the subject."""
    mention = context.mention_at.get(token.i)
    if mention is None or context.entities[mention.entity].type != "place" or token.i < 2:
        return False
    town = token.nbor(-2)
    beside = token.nbor(-1).text == "," and town.i in context.mention_at and town.dep_ == "pobj"
    return beside and town.head.lower_ in {"in", "of", "near", "at"} and town.head.head.pos_ == "NOUN"


def entities(head: Token, context: Context) -> Iterator[str]:
    """The entity that `head` names, or stands for, or through whose people it acts."""
    if head.i in context.mention_at:
        yield context.mention_at[head.i].entity
        return
    beside = appositions(head, context) or filter(None, (_by_role(head, context),))
    found = list(beside) or list(together(head, context))
    if not found and head.lower_ in PERSONAL:
        found = list(filter(None, (antecedent(head, context),)))
    yield from found or _through(head, context)


def _through(head: Token, context: Context) -> Iterator[str]:
    """The party that acts through its people: `Borland’s army`, and `the army` where that was told before."""
    if head.lemma_.lower() not in ACTING:
        return
    of = [inner for child in head.children if child.lower_ == "of" for inner in child.children]
    owners = [inner for inner in of if inner.dep_ == "pobj"]
    owners = owners or [child for child in head.lefts if child.dep_ in {"compound", "poss", "nmod", "amod"}]
    told = [context.mention_at[owner.i].entity for owner in owners if owner.i in context.mention_at]
    told += [home for owner in owners if owner.pos_ == "PRON" and (home := _home(owner, context))]
    if told or owners or not any(child.lower_ == "the" for child in head.lefts):
        yield from told
        return
    for earlier in reversed(context.doc[max(0, head.i - WINDOW) : head.i]):
        if earlier.lemma_ == head.lemma_ and any(child.dep_ != "det" for child in earlier.children):
            yield from _through(earlier, context)
            return


def _home(pronoun: Token, context: Context) -> str:
    """The country in `her government` and `his country`, where a role tells it: `Borland’s transport minister`."""
    person = context.entities.get(antecedent(pronoun, context))
    role = person.role if person is not None else ""
    places = (each for each in context.entities.values() if each.type == "place")
    return next((each.id for each in places if re.search(rf"\b{re.escape(each.name)}\b", role)), "")


def named(head: Token, context: Context) -> str:
    """Id of the entity that a noun phrase names: by its head, or by an apposition: `the mediator, Ann Roe`."""
    if head.i in context.mention_at:
        return context.mention_at[head.i].entity
    return next(iter(appositions(head, context)), "") or _by_role(head, context)


def appositions(head: Token, context: Context) -> list[str]:
    """The people named beside a noun: `the ministers, Ann Roe and Ilse Vorm`, and `Ann Roe, the minister`."""
    beside = [child for child in head.children if child.dep_ == "appos"]
    beside += [other for child in beside for other in child.conjuncts]
    if head.dep_ == "appos":
        beside.append(head.head)
    mentions = [context.mention_at[token.i] for token in beside if token.i in context.mention_at]
    people = [each.entity for each in mentions if context.entities[each.entity].type == "person"]
    return list(dict.fromkeys(people))


REACH = 100
"""Mentions that `the union` reaches back."""
BODIES = {
    "union": ("union", "workers", "federation", "teamsters"),
    "company": ("inc", "corp", "ltd", "company", "group", "plc"),
    "airline": ("airline", "airlines", "airways", "air"),
    "club": ("club", "fc", "united", "city", "town", "wanderers", "rovers", "athletic", "albion"),
}
"""What `the union` can mean beside names with that word: words of the names of bodies."""


def _by_role(head: Token, context: Context) -> str:
    """`the mediator`, where the article has named one before."""
    definite = any(child.dep_ == "det" and child.lower_ == "the" for child in head.lefts)
    if not definite or head.pos_ != "NOUN" or any(child.dep_ == "prep" for child in head.rights):
        return ""
    words = head.doc.words(head.left_edge.i, head.i + 1).text
    return _body_of(head, context) or _holder(words, head, context)


def _holder(words: str, head: Token, context: Context) -> str:
    """Who holds the role; `the union` is not the `union president`."""
    found = coreference.role(context.known, words, head.idx)
    role = context.entities[found].role.casefold() if found else ""
    last = role.split(" of ")[0].split(" for ")[0].split()[-1:]
    return found if last == [head.lower_] else ""


def _body_of(head: Token, context: Context) -> str:
    """The last organization named before whose name has the word, or one of its kind."""
    word = head.lemma_.lower()
    wanted = BODIES.get(word, (word,)) if head.tag_ == "NN" else ()
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

    `he` and `she` are people, `I` and `we` stand for who speaks, `it` is an organization or a country.
    """
    word = STANDS_FOR.get(pronoun.lower_, "")
    if word == "i":
        return _speaker(pronoun, context)
    if word in {"he", "she"} and pronoun.lower_ in {"his", "her"}:
        owner = _own_subject(pronoun, context) or _same_in_clause(pronoun, context)
        if owner:
            return owner
    if pronoun.i in context.speaker_at:
        return context.speaker_at[pronoun.i]
    if word in {"he", "she"}:
        before = _same_before(pronoun, context)
        if before is not None:
            return antecedent(before, context)
        spoken = context.spoken
        if _is_dead(pronoun):  # nobody who speaks
            spoken = tuple(each for each in spoken if each.at < pronoun.sent.start_char)
        return coreference.pronoun(context.known, word, pronoun.idx, spoken)
    return (_speaking_body(pronoun, context) or _body(pronoun, context)) if word == "it" else ""


def _is_dead(pronoun: Token) -> bool:
    """Whether it stands for somebody of whom death is told: `her sister said she had died in her sleep`."""
    verb = pronoun.head
    dies = pronoun.dep_ == "nsubj" and verb.lemma_ in {"die", "drown", "perish"}
    return dies or (pronoun.dep_ == "nsubjpass" and verb.lemma_ in {"assassinate", "bury", "kill", "murder"})


def _speaker(token: Token, context: Context) -> str:
    """Who says the words that `token` is part of, where that is one with a name."""
    told = context.statement(token)
    if told is None or told.source is None or told.mode == "inference":
        return ""
    inside = context.named_in(told.source)
    return told.speaker or (inside[0] if len(inside) == 1 and not told.anonymous else "")


def _speaking_body(pronoun: Token, context: Context) -> str:
    """The organization or country that says `it would pay`."""
    speaker = _speaker(pronoun, context)
    entity = context.entities.get(speaker)
    return speaker if entity is not None and entity.type != "person" else ""


def _same_before(pronoun: Token, context: Context) -> Token | None:
    """The same pronoun as subject of the sentence before: the text goes on with one person.

    In the next paragraph it does so only if that sentence names nobody else.
    """
    first = pronoun.sent.start
    if not first or _names_somebody(context.doc[first : pronoun.i], context):
        return None
    before = context.doc[first - 1].sent
    turns = "\n" in context.doc.text[before.start_char : pronoun.sent.start_char]
    if turns and _names_somebody(before, context):
        return None
    return next(
        (
            token
            for token in before
            if token.lower_ == pronoun.lower_
            and token.dep_ in {"nsubj", "nsubjpass"}
            and token.head.dep_ == "ROOT"
        ),
        None,
    )


def _names_somebody(tokens: Iterable[Token], context: Context) -> bool:
    """Whether a person is named there."""
    named = (context.mention_at[token.i] for token in tokens if token.i in context.mention_at)
    return any(context.entities[mention.entity].type == "person" for mention in named)


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


def _same_in_clause(pronoun: Token, context: Context) -> str:
    """Whom `she` means in `she had died in her sleep`."""
    verb = next((each for each in pronoun.ancestors if each.pos_ in VERBAL), None)
    acting = acts(verb, context) if verb is not None and pronoun.tag_ == "PRP$" else None
    same = acting is not None and acting.lower_ == STANDS_FOR[pronoun.lower_] and acting.i < pronoun.i
    return antecedent(acting, context) if acting is not None and same else ""


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
