"""From the phrases of an article to its issues: the matter, its parts, and how each stands in whose words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.events.context import Context, lay
from generator.extract.events.roles import THE_ARTICLE, teller
from generator.extract.events.syntax import span as clause_span
from generator.extract.issues import lexicon
from generator.extract.issues.lists import listed
from generator.extract.issues.matter import Matter, matter_of
from generator.extract.issues.phrases import Named, lemmas, named, nouns, of_head
from generator.extract.issues.status import governor, of_clause
from generator.model import Article, IssueItem, Reading, Span, Status
from generator.naming import slug
from generator.vocabulary import Vocabulary


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


def find(doc: Doc, article: Article, reading: Reading, vocabulary: Vocabulary) -> list[IssueItem]:
    """The issue items of an article, in no order; one for each issue, status and voice."""
    context = lay(doc, article, reading)
    matter = matter_of(doc, context.temporal_at)
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
    known: dict[tuple[str, ...], Place] = {}
    taken: set[int] = set(matter.heads)
    for phrase, by in listed(doc):
        place = _place(phrase, governor(by), doc, vocabulary, "listed")
        if _can_be_issue(doc[phrase.head], phrase, context, matter):
            known.setdefault(_key(phrase, doc), place)
            taken.update(range(phrase.start, phrase.end))
            yield place
    for head in nouns(doc):
        if head.i in taken or head.i in context.datelines:
            continue
        phrase = of_head(head, context.temporal_at)
        if not _can_be_issue(head, phrase, context, matter):
            continue
        verb = governor(head)
        earlier = _earlier(phrase, known.values(), doc)
        place = _place(phrase, verb, doc, vocabulary, "")
        rule = _rule(head, verb, place, earlier, context)
        if not rule:
            continue
        if earlier is not None:
            yield Place(phrase, earlier.issue, earlier.name, earlier.code, verb, rule)
        else:
            place = _place(phrase, verb, doc, vocabulary, rule)
            known[_key(phrase, doc)] = place
            yield place


def _place(phrase: Named, verb: Token, doc: Doc, vocabulary: Vocabulary, rule: str) -> Place:
    topic = vocabulary.match(lemmas(phrase, doc))
    return Place(phrase, slug(phrase.name), phrase.name, topic.code if topic else "", verb, rule)


def _rule(head: Token, verb: Token, place: Place, earlier: Place | None, context: Context) -> str:
    """Why a phrase is an issue here; empty: it is none."""
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
    if place.code and spoken and head.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and _near_talks(head):
        return "vocabulary"
    return ""


def _negotiates(token: Token) -> bool:
    """`talks on`, `agree on`, `the quarrel over`."""
    lemma = token.lemma_.lower()
    return lemma in lexicon.TALKS | lexicon.CONTENTIOUS or lemma in {
        "agree",
        "disagree",
        "negotiate",
        "differ",
        "decide",
        "clash",
    }


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
    return head.i not in context.mention_at and head.pos_ != "PROPN"


def _key(phrase: Named, doc: Doc) -> tuple[str, ...]:
    return tuple(lemmas(phrase, doc))


def _earlier(phrase: Named, known: Sequence[Place] | object, doc: Doc) -> Place | None:
    """The issue known already that a shorter phrase means: `the fee` for `the transit fee`."""
    words = [word for word in lemmas(phrase, doc) if word not in STOP]
    for place in known:  # type: ignore[attr-defined]
        theirs = [word for word in lemmas(place.phrase, doc) if word not in STOP]
        if words and set(words) <= set(theirs) and doc[phrase.head].lemma_.lower() in theirs:
            return place  # type: ignore[no-any-return]
    return None


STOP = frozenset("the a an of in on at for to from and or its their this that these those all any".split())


# --- items ------------------------------------------------------------------------------------


def _items(places: Sequence[Place], matter: Matter, context: Context) -> list[IssueItem]:
    found: dict[tuple[str, Status | None, str], IssueItem] = {}
    whole = slug(matter.name) if matter.name else ""
    for place in places:
        item = _item(place, whole, context)
        key = (item.issue, item.status, item.according_to)
        if key not in found and not (item.status == "raised" and any(old[0] == item.issue for old in found)):
            found[key] = item
    return list(found.values())


def _item(place: Place, whole: str, context: Context) -> IssueItem:
    head = context.doc[place.phrase.head]
    statement = context.statement(head)
    voice = teller(statement, context) if statement else ""
    quoted = statement is not None and voice != THE_ARTICLE
    clause = clause_span(place.verb) if place.verb.pos_ in {"VERB", "AUX"} else place.phrase.span(context.doc)
    words = context.text(Span(min(clause.start, place.phrase.span(context.doc).start), clause.end))
    status = of_clause(place.verb, words, own_words=quoted)
    return IssueItem(
        span=place.phrase.span(context.doc),
        issue=place.issue,
        name=place.name,
        code=place.code,
        part_of="" if place.issue == whole else whole,
        status=status or "raised",
        according_to=voice or THE_ARTICLE,
        rule=place.rule,
    )


__all__ = ["find", "named"]
