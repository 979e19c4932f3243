"""From the phrases of an article to its issues: the matter, its parts, and how each stands in whose words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator.extract.events.context import Context, lay
from generator.extract.events.roles import THE_ARTICLE, teller
from generator.extract.events.syntax import VERBAL
from generator.extract.events.syntax import span as clause_span
from generator.extract.issues import lexicon
from generator.extract.issues.lists import listed
from generator.extract.issues.matter import Matter, matter_of
from generator.extract.issues.phrases import Named, lemmas, nouns, of_head
from generator.extract.issues.status import governor, of_clause
from generator.model import Article, IssueItem, Reading, Span
from generator.naming import slug
from generator.vocabulary import Vocabulary

MOST = 200
"""Places of an article where its issues are looked for; a work budget."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an issue is spoken of."""

    phrase: Named
    issue: str
    name: str
    code: str
    verb: Token
    """Of the clause that says how it stands."""
    rule: str
    lemmas: tuple[str, ...] = ()
    """Of the phrase that named it first."""
    head: str = ""
    """Lemma of that phrase's head."""
    certain: bool = False
    """Its code is told by two words or more."""


def find(doc: Doc, article: Article, reading: Reading, vocabulary: Vocabulary) -> list[IssueItem]:
    """The issue items of an article, in no order; one for each issue, status and voice."""
    context = lay(doc, article, reading)
    matter = matter_of(doc, context)
    if matter is None:
        return []
    places = [
        *_matter_places(matter, doc, context, vocabulary),
        *_part_places(matter, doc, context, vocabulary),
    ]
    return _items(places, matter, context)


# --- places -----------------------------------------------------------------------------------


def _matter_places(matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary) -> Iterator[Place]:
    topic = vocabulary.match(matter.lemmas)
    for index in matter.heads:
        phrase = of_head(doc[index], context.temporal_at)
        yield Place(
            phrase,
            slug(matter.name),
            matter.name,
            topic.code if topic else "",
            governor(doc[index]),
            "matter",
        )


def _part_places(matter: Matter, doc: Doc, context: Context, vocabulary: Vocabulary) -> Iterator[Place]:
    """The parts: listed ones first, then what a clause gives a status, then the vocabulary’s terms."""
    known: list[Place] = []
    taken: set[int] = set(matter.heads)
    for phrase, by in listed(token for token in doc if token.i not in context.endless):
        if _can_be_issue(doc[phrase.head], phrase, context, matter):
            known.append(_place(phrase, governor(by), doc, vocabulary, "listed"))
            taken.update(range(phrase.start, phrase.end))
    yield from known
    for head in nouns(doc):
        if head.i in context.endless or len(known) > MOST:
            continue
        phrase = of_head(head, context.temporal_at)
        if head.i in taken or head.i in context.datelines or not _can_be_issue(head, phrase, context, matter):
            continue
        place = _place(phrase, governor(head), doc, vocabulary, "")
        earlier = _earlier(place, known)
        rule = _rule(head, place, earlier, context)
        if rule:
            known.append(replace(earlier or place, phrase=phrase, verb=place.verb, rule=rule))
            yield known[-1]


def _place(phrase: Named, verb: Token, doc: Doc, vocabulary: Vocabulary, rule: str) -> Place:
    words = lemmas(phrase, doc)
    topic, telling = vocabulary.best(words)
    head = doc[phrase.head].lemma_.lower()
    return Place(
        phrase,
        slug(phrase.name),
        phrase.name,
        topic.code if topic else "",
        verb,
        rule,
        tuple(words),
        head,
        telling > 1,
    )


def _rule(head: Token, place: Place, earlier: Place | None, context: Context) -> str:
    """Why a phrase is an issue here; empty: it is none."""
    verb = place.verb
    argument = head.dep_ in {"nsubj", "nsubjpass", "dobj"} and head.head == verb
    about = (
        head.dep_ == "pobj" and head.head.lower_ in {"on", "over", "about"} and _negotiates(head.head.head)
    )
    spoken = context.statement(head) is not None
    if earlier is not None and (argument or about or spoken):
        return "named before"
    if about:
        return "quarrelled about"
    if argument and _stands(head, verb) and (spoken or place.code):
        return "status"
    if (
        place.code
        and spoken
        and head.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        and (place.certain or _near_talks(head))
    ):
        return "vocabulary"
    return ""


def _negotiates(token: Token) -> bool:
    """`talks on`, `agree on`, `the quarrel over`."""
    return token.lemma_.lower() in lexicon.BARGAINED


def _stands(head: Token, verb: Token) -> bool:
    """Whether the clause says of its subject or object how it stands."""
    if any(verb.lemma_.lower() in verbs for verbs in lexicon.STATUS_VERBS.values()):
        return True
    words = verb.doc[verb.left_edge.i : verb.right_edge.i + 1].text
    return (
        head.dep_ == "nsubj"
        and verb.lemma_ in {"be", "remain"}
        and of_clause(verb, words, own_words=True) is not None
    )


def _near_talks(head: Token) -> bool:
    return any(token.lemma_.lower() in lexicon.MATTERS | lexicon.PARTIES for token in head.sent)


def _can_be_issue(head: Token, phrase: Named, context: Context, matter: Matter) -> bool:
    """A thing, not who quarrels, a date, a pronoun, a name or the matter itself."""
    lemma = head.lemma_.lower()
    if not phrase.name or lemma in lexicon.VAGUE | lexicon.PEOPLE | lexicon.MATTERS | lexicon.LISTED:
        return False
    if head.i in context.temporal_at or head.pos_ == "PRON" or lemma in matter.lemmas[-1:]:
        return False
    if lemma in lexicon.SHELLS and any(phrase.start <= index < phrase.end for index in matter.heads):
        return False
    return head.i not in context.mention_at and head.pos_ != "PROPN"


def _key(place: Place) -> frozenset[str]:
    """The words of a place's name that tell what it is about."""
    return frozenset(place.lemmas) - STOP


def _earlier(place: Place, known: Sequence[Place]) -> Place | None:
    """The issue known already that a shorter phrase means: `the fee` for `the transit fee`."""
    words = _key(place)
    return next(
        (other for other in known if words and words <= _key(other) and place.head in _key(other)), None
    )


STOP = frozenset("the a an of in on at for to from and or its their this that these those all any".split())


# --- items ------------------------------------------------------------------------------------


def _items(places: Sequence[Place], matter: Matter, context: Context) -> list[IssueItem]:
    """One item for each issue, status and voice; what is only raised tells nothing where a status is told."""
    whole = slug(matter.name) if matter.name else ""
    full = _fullest_names(places, context.doc)
    read = [_item(full[place.issue], place, whole, context) for place in places]
    stands = {item.issue for item in read if item.status != "raised"}
    found: dict[tuple[str, str, str], IssueItem] = {}
    for item in sorted(read, key=lambda item: item.span):
        voice = "" if item.status == "raised" else item.according_to
        if item.status != "raised" or item.issue not in stands:
            found.setdefault((item.issue, item.status or "", voice), item)
    return list(found.values())


def _fullest_names(places: Sequence[Place], doc: Doc) -> dict[str, Place]:
    """Issue → the place that names it most fully: `transit fee` also where the article says `the fee`."""
    heads: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        heads[doc[place.phrase.head].lemma_.lower() if place.rule != "matter" else place.issue].append(place)
    full = {}
    for same in heads.values():
        for place in same:
            words = _key(place)
            wider = [other for other in same if words < _key(other) and len(_key(other)) <= len(words) + 3]
            full[place.issue] = max(wider, key=lambda other: len(_key(other)), default=place)
    return full


def _item(named_by: Place, place: Place, whole: str, context: Context) -> IssueItem:
    phrase = place.phrase.span(context.doc)
    statement = context.statement(context.doc[place.phrase.head])
    voice = teller(statement, context) if statement else ""
    clause = clause_span(place.verb) if place.verb.pos_ in VERBAL else phrase
    words = context.text(Span(min(clause.start, phrase.start), max(clause.end, phrase.end)))
    quoted = statement is not None and voice != THE_ARTICLE
    status = of_clause(place.verb, words, own_words=quoted)
    return IssueItem(
        span=phrase,
        issue=named_by.issue,
        name=named_by.name,
        code=named_by.code,
        part_of="" if named_by.issue == whole else whole,
        status=status or "raised",
        according_to=voice or THE_ARTICLE,
        rule=place.rule,
    )
