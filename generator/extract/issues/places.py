"""Where an article speaks of an issue: of the matter, of its parts, of what somebody takes a position on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.events.context import Context
from generator.extract.issues import lexicon, positions
from generator.extract.issues.acts import is_act, object_of, of_act
from generator.extract.issues.contestable import can_be_issue, is_contested
from generator.extract.issues.lists import contested, listed, quarrelled_over
from generator.extract.issues.matter import Matter
from generator.extract.issues.persons import of_one_person, of_person, owned, person_of
from generator.extract.issues.phrases import first_of_list, nouns, of_head
from generator.extract.issues.place import Place, key, named_place, telling
from generator.extract.issues.stances import taken
from generator.extract.issues.status import acts_on, governor, quarrelsome, tells
from generator.extract.issues.taking import Stance
from generator.extract.parsed import Doc, Token
from generator.model import Status
from generator.naming import slug
from generator.vocabulary import Vocabulary

MOST = 200
"""Places of an article where its issues are looked for; a work budget."""


ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def matter_places(matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary) -> Iterator[Place]:
    """Every place that means the matter itself."""
    topic = vocabulary.match(matter.lemmas)
    for index in matter.heads:
        phrase = of_head(doc[index], context.temporal_at)
        code = topic.code if topic else ""
        yield Place(phrase, slug(matter.name), matter.name, code, governor(doc[index]), "matter")


def part_places(matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary) -> Iterator[Place]:
    """The parts: listed ones first, then what a clause gives a status, then the vocabulary’s terms."""
    known = [place for place, _ in _listed_places(matter, doc, context, vocabulary)]
    taken_up: set[int] = set(matter.heads)
    taken_up.update(index for place in known for index in range(place.phrase.start, place.phrase.end))
    yield from known
    often = Counter(token.lemma_.lower() for token in doc if token.pos_ in {"NOUN", "PROPN"})
    for head in nouns(doc):
        if head.i in context.endless or len(known) > MOST:
            continue
        phrase = of_head(head, context.temporal_at)
        if head.i in taken_up or not can_be_issue(head, phrase, context, matter):
            continue
        place = named_place(phrase, vocabulary, doc, governor(head))
        earlier = _earlier(place, known)
        spoken = context.statement(head) is not None
        of_talks = bool(matter.heads) and (spoken or often[place.head] > 1)
        says_more = of_talks or bool(place.code) or (spoken and place.head in positions.DECIDABLE)
        bargained = matter.firm or not matter.heads
        rule = _rule(head, place, earlier, context, says_more=says_more, bargained=bargained)
        if rule:
            status: Status | None = "agreed" if rule == "provided" else None
            known.append(replace(earlier or place, phrase=phrase, verb=place.verb, rule=rule, status=status))
            yield known[-1]


def contested_places(matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary) -> Iterator[Place]:
    """What the text lists as in dispute, though nobody negotiates over it."""
    listings = _listed_places(matter, doc, context, vocabulary)
    return (place for place, by in listings if quarrelled_over(by))


def _listed_places(
    matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary
) -> Iterator[tuple[Place, Token]]:
    """The issues that the text lists, each with the word that introduces the list."""
    for phrase, by in listed(token for token in doc if token.i not in context.endless):
        if can_be_issue(doc[phrase.head], phrase, context, matter):
            status: Status | None = "disputed" if contested(by) else None
            yield replace(named_place(phrase, vocabulary, doc, governor(by), "listed"), status=status), by


def position_places(
    known: Sequence[Place], matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary
) -> Iterator[Place]:
    """What somebody takes a position on, beside what is `known`."""
    found = list(known)
    stances = taken(doc, context, talks=matter.firm)[:MOST]
    places = of_one_person([_taken_up(stance, context, vocabulary) for stance in stances], context)
    for stance, place in zip(stances, places, strict=True):
        phrase = of_head(stance.head, context.temporal_at) if stance.means else place.phrase
        if is_contested(stance, place.phrase, context, matter):
            bare = len(key(place)) == 1
            earlier = _earlier(place, found, alike=bare) or place
            found.append(
                replace(earlier, phrase=phrase, verb=place.verb, rule="position", status=stance.status)
            )
            yield found[-1]


def _taken_up(stance: Stance, context: Context, vocabulary: Vocabulary) -> Place:
    """The place of what a stance is about, a thing or an act."""
    verb = governor(stance.word)
    if not is_act(stance.what):
        phrase = of_head(stance.what, context.temporal_at)
        place = named_place(phrase, vocabulary, context.doc, verb, "position")
        return owned(place, context)
    thing = object_of(stance.what)
    ended = stance.status in lexicon.CLOSED and stance.what.lemma_.lower() in positions.UNDOING
    if thing is not None and thing.lemma_.lower() in positions.DECIDABLE and not ended:
        place = named_place(of_head(thing, context.temporal_at), vocabulary, context.doc, verb, "position")
        if len(telling(place)) > 1:
            return place  # the ban, rather than the delay of the ban
    phrase, words = of_act(stance.what, context.temporal_at)
    topic, terms = vocabulary.best(words)
    code = topic.code if topic else ""
    place = Place(phrase, slug(phrase.name), phrase.name, code, verb, "position", words, words[0], terms > 1)
    person = person_of(thing, context) if thing is not None else ""
    return of_person(place, words[0], person) if person and place.head in positions.OF_PEOPLE else place


def _rule(
    head: Token, place: Place, earlier: Place | None, context: Context, *, says_more: bool, bargained: bool
) -> str:
    """Why a phrase is an issue here; empty: it is none."""
    verb, first = place.verb, first_of_list(head)
    argument = first.dep_ in ARGUMENTS and first.head == verb and acts_on(first, verb)
    about = first.dep_ == "pobj" and first.head.lower_ in {"on", "over", "about"} and _negotiates(first.head)
    spoken = context.statement(head) is not None
    if earlier is not None and (argument or about or spoken):
        return "named before"
    if about or (first.dep_ == "nsubj" and quarrelsome(verb)):
        return "quarrelled about"
    before = head.doc[max(0, place.phrase.start - 1)]
    if _provides(before):
        return "provided"
    if argument and says_more and _stands(first, verb) and not _points_back(head):
        return "status"
    if first.dep_ == "pobj" and first.head.lower_ in lexicon.CIRCUMSTANCE:
        return ""  # `is to step down after a transition period`
    named = place.certain and (spoken or (bargained and first.dep_ in {"dobj", "nsubjpass"}))
    if place.code and first.dep_ in ARGUMENTS | {"pobj"} and (named or (spoken and _near_talks(head))):
        return "vocabulary"
    return ""


def _points_back(head: Token) -> bool:
    """`rejected that account`: what was said just before, and nothing that has a name."""
    return any(child.dep_ == "det" and child.lower_ in {"this", "that"} for child in head.lefts)


def _negotiates(preposition: Token) -> bool:
    """`talks on`, `agree on`, `the quarrel over`, and with what the parser gives to the verb `make headway on`."""
    word = preposition.head
    made = (child for child in word.rights if child.dep_ == "dobj" and child.i < preposition.i)
    return any(each.lemma_.lower() in lexicon.BARGAINED for each in (word, *made))


def _stands(head: Token, verb: Token) -> bool:
    """Whether the clause says of its subject or object how it stands."""
    if any(verb.lemma_.lower() in verbs for verbs in lexicon.STATUS_VERBS.values()):
        return True
    return head.dep_ in {"nsubj", "nsubjpass"} and tells(verb)


def _provides(verb: Token) -> bool:
    """`the accord fixes the fee`."""
    return verb.lemma_.lower() in lexicon.PROVIDING and any(
        child.dep_ == "nsubj" and child.lemma_.lower() in lexicon.OUTCOMES for child in verb.lefts
    )


def _near_talks(head: Token) -> bool:
    return any(token.lemma_.lower() in lexicon.NEGOTIATED for token in head.sent)


def _earlier(place: Place, known: Sequence[Place], *, alike: bool = True) -> Place | None:
    """The issue known already that a phrase means, the transit fee by `the fee`; or its head’s only one."""
    words = key(place)
    shorter = [other for other in known if words and words <= key(other) and _is_head_of(place.head, other)]
    same = {other.issue: other for other in known if other.head == place.head and alike}
    return shorter[0] if shorter else next(iter(same.values())) if len(same) == 1 else None


def _is_head_of(head: str, other: Place) -> bool:
    """Whether a phrase with this head can mean `other`: `the bridge` can mean the repair of the bridge."""
    after = other.lemmas[other.lemmas.index(other.head) + 1 :] if other.head in other.lemmas else ()
    return head == other.head or (after[:1] == ("of",) and head in after)
