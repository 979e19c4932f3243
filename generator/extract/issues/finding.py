"""From the places of an article to its issues: how each is named, and how it stands in whose words."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.events.context import Context, lay
from generator.extract.events.roles import THE_ARTICLE, teller
from generator.extract.events.syntax import VERBAL
from generator.extract.events.syntax import span as clause_span
from generator.extract.events.who import ACTING, acts, entities
from generator.extract.issues import positions
from generator.extract.issues.matter import Matter, matter_of
from generator.extract.issues.naming import fullest_names
from generator.extract.issues.phrases import first_of_list, is_headline_verb
from generator.extract.issues.place import Place
from generator.extract.issues.places import (
    contested_places,
    matter_places,
    part_places,
    position_places,
)
from generator.extract.issues.status import (
    Clause,
    acts_on,
    aside,
    countered,
    leading,
    of_clause,
    qualified,
    voiced,
)
from generator.extract.parsed import Doc
from generator.model import Article, IssueItem, Reading, Span, Status
from generator.naming import slug
from generator.vocabulary import Vocabulary

NO_MATTER = Matter("", (), ())
OF_TALKS = frozenset({"matter", "status", "vocabulary", "named before"})
"""Rules that find parts only because there are talks."""
OF_KINDS = frozenset({"position", "vocabulary"})
"""Rules that know an issue by its kind alone, whatever the article says of it."""
UNANSWERED = "one voice raises it, and nobody answers"


def find(doc: Doc, article: Article, reading: Reading, vocabulary: Vocabulary) -> list[IssueItem]:
    """The issue items of an article, in no order; one for each issue, status and voice."""
    context = lay(doc, article, reading)
    matter = matter_of(doc, context)
    of_talks = part_places if matter else contested_places
    parts = list(of_talks(matter or NO_MATTER, doc, context, vocabulary))
    matter = matter or NO_MATTER
    places = [
        *matter_places(matter, doc, context, vocabulary),
        *parts,
        *position_places(parts, matter, doc, context, vocabulary),
    ]
    places = [place for place in places if place.rule == "matter" or not _is_no_issue(place, context)]
    known = {place.issue for place in places if place.rule != "named before"}
    places = [place for place in places if place.issue in known]
    return _items(places, matter, context, vocabulary)


def _is_no_issue(place: Place, context: Context) -> bool:
    """Whether the phrase names somebody or a body, the Pension Fund, or so many of a kind: `nine mergers`."""
    head = context.doc[place.phrase.head]
    counted = any(child.dep_ == "nummod" for child in head.lefts)
    definite = any(child.lower_ in {"the", "these", "those"} or child.dep_ == "poss" for child in head.lefts)
    return (
        _is_body(place, context)
        or is_headline_verb(head)
        or (place.rule in OF_KINDS and head.tag_ == "NNS" and counted and not definite)
    )


def _is_body(place: Place, context: Context) -> bool:
    mention = context.mention_at.get(place.phrase.head)
    return mention is not None and context.entities[mention.entity].type != "place"


def _items(
    places: Sequence[Place], matter: Matter, context: Context, vocabulary: Vocabulary
) -> list[IssueItem]:
    """One item for each issue, status and voice; what is only raised tells nothing where a status is told."""
    named_by = fullest_names(places, context, vocabulary)
    full = {issue: place for issue, place in named_by.items() if not _is_body(place, context)}
    read = [_item(full[place.issue], place, context) for place in places if place.issue in full]
    stands = {item.issue for item in read if item.status != "raised"}
    whole = slug(matter.name) if matter.name else ""
    if whole and not matter.firm and whole not in stands:
        firm = {item.issue for item in read if item.rule not in OF_TALKS}
        read = [item for item in read if item.issue in firm]
        whole = ""
    signed = any(item.issue == whole and item.status == "signed" for item in read)
    titled = any(context.headline(context.doc[index]) for index in matter.heads)
    parts = {item.issue for item in read if item.rule != "position"} - {whole}
    parts = parts if titled or not context.article.title_span else _told_with(read, whole, context) & parts
    answered = _answered(read)
    found: dict[tuple[str, str, str], IssueItem] = {}
    for item in sorted(read, key=lambda item: item.span):
        voice = "" if item.status == "raised" else item.according_to
        if item.status != "raised" or item.issue not in stands:
            within = whole if item.issue in parts else ""
            status = "signed" if signed and item.rule == "provided" else item.status
            unsure = "" if item.issue in stands | answered else UNANSWERED
            told = replace(item, part_of=within, status=status, unsure=unsure)
            found.setdefault((item.issue, status or "", voice), told)
    return list(found.values())


def _told_with(read: Sequence[IssueItem], whole: str, context: Context) -> set[str]:
    """What is told of in a paragraph that speaks of the matter.

    A report that has the matter not in its title tells of other quarrels, too.
    """
    breaks = [token.idx for token in context.doc if "\n" in token.text]
    paragraphs = {bisect(breaks, item.span.start) for item in read if item.issue == whole}
    return {item.issue for item in read if bisect(breaks, item.span.start) in paragraphs}


def _answered(read: Sequence[IssueItem]) -> set[str]:
    """Issues that more rests on than one voice's position: a list, a matter, or several voices."""
    voices: dict[str, set[str]] = defaultdict(set)
    for item in read:
        voices[item.issue].add(item.according_to)
    return {item.issue for item in read if item.rule != "position" or len(voices[item.issue]) > 1}


def _item(named_by: Place, place: Place, context: Context) -> IssueItem:
    phrase = place.phrase.span(context.doc)
    statement = context.statement(context.doc[place.phrase.head])
    voice = teller(statement, context) if statement else _actor(place, context)
    status = _status(place, phrase, context)
    if statement is not None:
        claimed, denied = voice != THE_ARTICLE, statement.certainty == "denied"
        status = voiced(status, claimed=claimed, denied=denied)
    head = context.doc[place.phrase.head]
    taken_back = status == "claimed agreed" and qualified(head.sent.text)
    if taken_back or (
        status == "raised" and place.rule != "matter" and countered(head, talks=place.rule != "position")
    ):
        status = "disputed"
    return IssueItem(
        span=phrase,
        issue=named_by.issue,
        name=named_by.name,
        code=named_by.code,
        status=status,
        according_to=voice or THE_ARTICLE,
        rule=place.rule,
    )


def _actor(place: Place, context: Context) -> str:
    """Whose position it is where nobody is quoted: the one body or person that does what the clause tells."""
    acting = acts(place.verb, context) if place.verb.pos_ in VERBAL else None
    if acting is None or place.phrase.start <= acting.i < place.phrase.end:
        return ""
    named = acting.i in context.mention_at or acting.pos_ == "PRON" or acting.lemma_.lower() in ACTING
    found = list(entities(acting, context)) if named else []
    return found[0] if len(found) == 1 else ""


def _status(place: Place, phrase: Span, context: Context) -> Status:
    """What the clause of a place says, else the word beside it."""
    verb, head = place.verb, context.doc[place.phrase.head]
    clause = clause_span(verb) if verb.pos_ in VERBAL else phrase
    words = context.text(Span(min(clause.start, phrase.start, leading(verb)), max(clause.end, phrase.end)))
    first = first_of_list(head)
    mute = aside(head, verb) or not acts_on(first, verb)
    if place.rule == "position" and (place.status != "raised" or verb.lemma_.lower() in positions.ACTS):
        return place.status or "raised"
    done_to = first.dep_ == "dobj" and first.head is verb
    told = None if mute else of_clause(Clause(verb, words, context.headline(verb), done_to))
    return told or place.status or "raised"
