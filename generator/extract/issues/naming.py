"""The one name of each issue of an article: the fullest of its wordings, and one for two that mean one thing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.extract.events.context import Context
from generator.extract.issues import positions
from generator.extract.issues.phrases import names_nothing, nouns, of_head
from generator.extract.issues.place import Place, named_place, telling
from generator.vocabulary import Vocabulary

OTHERS = frozenset({"next", "previous", "last", "former", "future"})
"""Words for another of the kind than the one that is at issue: `the next decision`."""
WIDER = 4
"""Words that the fullest name of an issue may have more than a shorter one."""


def fullest_names(places: Sequence[Place], context: Context, vocabulary: Vocabulary) -> dict[str, Place]:
    """Issue → the place that names it most fully: `transit fee` also where the article says `the fee`.

    What is only a position’s, and has one word and no code wherever it stands, names nothing: `the decision`.
    """
    heads: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        heads[place.head if place.rule != "matter" else place.issue].append(place)
    bare = {place.head for place in places if place.rule == "position" and len(telling(place)) == 1}
    often = Counter(token.lemma_.lower() for token in context.doc if token.pos_ in {"NOUN", "PROPN"})
    for head in nouns(context.doc):
        if head.lemma_.lower() in bare and head.i not in context.datelines and not names_nothing(head):
            phrase = of_head(head, context.temporal_at)
            heads[head.lemma_.lower()].append(named_place(phrase, vocabulary, head.doc))
    full = {}
    for same in heads.values():
        for place in (one for one in same if one.rule):
            named_by = _fullest(place, same, context)
            if place.rule != "position" or len(telling(named_by)) > 1 or _names_alone(place, often):
                full[place.issue] = named_by
    return _one_for_each_thing(full)


def _one_for_each_thing(full: Mapping[str, Place]) -> dict[str, Place]:
    """The same with one name, the first, for those that mean one thing."""
    named: list[Place] = []
    told = {}
    for issue, place in full.items():
        told[issue] = next((other for other in named if _is_one_thing(place, other)), place)
        named.append(told[issue])
    return told


def _wording(words: frozenset[str]) -> frozenset[str]:
    """Without figures."""
    return frozenset(word for word in words if not word[0].isdigit())


def _is_one_thing(place: Place, other: Place) -> bool:
    """Whether two names of a kind say one thing with the same words: `the Lund oil project`, `the oil proposal`.

    Or of one head, the one with a figure: `job cuts`, `cut of 310 jobs`.
    """
    if place.head == other.head:
        first, second = telling(place), telling(other)
        return first == second or (_wording(first) == _wording(second) and _wording(first) in (first, second))
    kind = next((kind for kind in positions.KINDS if place.head in kind), frozenset())
    words, others = telling(place) - kind, telling(other) - kind
    return other.head in kind and bool(words and others) and (words <= others or others <= words)


def _fullest(place: Place, same: Sequence[Place], context: Context) -> Place:
    """Of the places with one head, the one that names an issue most fully, those of the text before the title’s.

    What the title calls shortly is the only one of its head that the text tells of.
    """
    words = telling(place)
    if _stands_for_all(place, context):
        same = [other for other in same if not _is_kind_of(place, other)]
    body = [other for other in same if not context.headline(context.doc[other.phrase.head])]
    wider = [
        other
        for told in (body, same)
        for other in told
        if words < telling(other) and len(telling(other)) <= len(words) + WIDER
        if OTHERS.isdisjoint(telling(other) - words) and _wording(telling(other) - words)
    ]
    if wider:
        return max(wider[: len(body)], key=lambda other: len(telling(other)))
    titled = [other for other in same if other.issue == place.issue and other not in body]
    partys = bool(titled) and _is_of_party(titled[0], context)
    full = {other.issue: other for other in body if len(telling(other)) > 1}
    if partys:
        full.pop(place.issue, None)
    renamed = partys or (place.rule == "position" and context.headline(context.doc[place.phrase.head]))
    return next(iter(full.values())) if renamed and len(full) == 1 else place


def _is_of_party(place: Place, context: Context) -> bool:
    """Whether the name tells whose it is and no more: `Acme bid`."""
    of = context.doc[place.phrase.start : place.phrase.head]
    mentions = [context.mention_at.get(token.i) for token in of if token.tag_ != "POS"]
    return bool(mentions) and all(
        each is not None and context.entities[each.entity].type != "place" for each in mentions
    )


def _stands_for_all(place: Place, context: Context) -> bool:
    """`a row over pay`: without an article one word means no `sick pay` told of elsewhere."""
    head = context.doc[place.phrase.head]
    alone = place.phrase.end == place.phrase.start + 1 and head.tag_ == "NN" and not context.headline(head)
    return alone and place.head in positions.WEIGHTY


def _is_kind_of(place: Place, other: Place) -> bool:
    """Whether the other one’s name ends in that word: sick pay is a kind of pay."""
    return place.phrase != other.phrase and other.phrase.end == other.phrase.head + 1


def _names_alone(place: Place, often: Mapping[str, int]) -> bool:
    """Whether one word names the issue: `the recount`; not `the plan`, nor `the fee` in passing."""
    return place.head in positions.WEIGHTY or (place.head not in positions.NAMELESS and often[place.head] > 1)
