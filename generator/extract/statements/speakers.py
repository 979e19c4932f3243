"""The entity that speaks, where the source's words alone do not tell."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from generator.extract import coreference
from generator.extract.coreference import Context, Spoken
from generator.extract.mentions.lexicon import words
from generator.extract.parsed import Doc, Token
from generator.extract.statements import documents, lexicon
from generator.extract.statements.grammar import child
from generator.extract.statements.join import NO_FLOOR, Draft
from generator.extract.statements.naming import is_told, named
from generator.extract.statements.nesting import enclosing
from generator.extract.statements.saying import Range, Saying
from generator.model import Span

FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one statement."""

    entity: str = ""
    """Id of the entity; empty: unknown or nobody named."""
    told: bool = False
    """Whether the source's words name this entity and no other."""
    unsure: str = ""
    source: tuple[Range, int] | None = None
    """The words, and the token index of their head, of somebody without a name whom a pronoun takes up."""


def speakers(doc: Doc, drafts: Sequence[Draft], known: Context) -> list[Speaker]:
    """The speaker of each draft."""
    found = [Speaker()] * len(drafts)
    spoken: list[Spoken] = []
    nameless: dict[int, tuple[Range, int]] = {}
    voices: dict[int, str] = {}
    outer = enclosing(doc, drafts)
    for i in sorted(range(len(drafts)), key=lambda i: _turn(doc, drafts[i])):
        saying, around = drafts[i].saying, outer[i]
        if saying.head < 0 or saying.source is None:
            found[i] = Speaker(saying.voice)
            continue
        head = doc[saying.head]
        if head.lower_ in FIRST_PERSON:
            found[i] = Speaker(found[around].entity if around is not None else saying.voice)
            continue
        # whom somebody's own words mean by `he` is nobody who has the floor around them
        quoted = around is not None and drafts[around].direct
        found[i] = _speaker(doc, known, saying, [] if quoted else spoken, nameless)
        if not found[i].entity:
            found[i] = replace(found[i], entity=_whose(known, head, found[i], voices))
        voices[saying.head] = found[i].entity
        known = coreference.learnt(known, head.lower_, found[i].entity)
        if not found[i].entity or documents.is_document(head):
            nameless[head.idx] = found[i].source or (saying.source, saying.head)
        lost = head.pos_ == "PRON" and found[i].unsure
        if saying.rule not in NO_FLOOR and not lost and not quoted:
            spoken.extend(_floor(doc, known, saying, found[i].entity, spoken))
    return found


def _turn(doc: Doc, draft: Draft) -> tuple[bool, int]:
    """Place in the order of resolving: as in the text, but `I` after the one in whose words it stands."""
    return doc[draft.saying.head].lower_ in FIRST_PERSON, draft.saying.verb


def _speaker(
    doc: Doc,
    known: Context,
    saying: Saying,
    spoken: Sequence[Spoken],
    nameless: Mapping[int, tuple[Range, int]],
) -> Speaker:
    head, span = doc[saying.head], doc.span(*(saying.source or (saying.head, saying.head + 1)))
    if head.lower_ in coreference.KINDS or coreference.AGED.fullmatch(head.lower_):
        said = min((doc[start].idx for start, _end in saying.content), default=None)
        taken_up = coreference.antecedent(known, head.lower_, head.idx, spoken, said)
        lost = taken_up is None and head.lower_ != "they"
        # `they` may well be several, who together are no entity
        return Speaker(
            entity=taken_up.entity if taken_up else "",
            unsure=f"no name before fits “{head.text}”" if lost else "",
            source=nameless.get(taken_up.at) if taken_up and not taken_up.entity else None,
        )
    entity = saying.voice or named(known, span, head, spoken)
    if not entity and _is_epithet(head, {doc[at].lemma_ for _words, at in nameless.values()}):
        entity = coreference.epithet(known, head.lower_, head.idx, spoken)
    return Speaker(entity, told=is_told(known, head.doc, span, entity))


def _whose(known: Context, head: Token, speaker: Speaker, voices: Mapping[int, str]) -> str:
    """Id of the entity whose the document is that speaks, or that `it` takes up; empty: nobody's."""
    return voices[speaker.source[1]] if speaker.source else documents.issuer(known, head, voices)


def _is_epithet(head: Token, nameless: AbstractSet[str]) -> bool:
    """`the conductor`, a bare role told of before, in which nobody without a name has spoken."""
    if head.tag_ != "NN" or head.lower_ not in words("role_nouns") or head.lemma_ in nameless:
        return False
    if [each.lower_ for each in head.children if not each.is_punct] != ["the"]:
        return False
    return re.search(rf"\b{re.escape(head.lower_)}\b", head.doc.text[: head.idx]) is not None


def _floor(doc: Doc, known: Context, saying: Saying, entity: str, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Who has the floor after the saying: its speaker, then whom a question asks."""
    head = doc[saying.head]
    several = _is_several(head)
    source = doc.words(*saying.source).text if saying.source else ""
    floor = [Spoken(head.idx, "" if several else entity, _kind(head), source)]
    if entity and documents.is_document(head):
        floor.insert(
            0, Spoken(head.idx, "", "organization", source)
        )  # `it` is the letter, `she` who wrote it
    verb = doc[saying.verb]
    asked = next((each for each in verb.rights if each.dep_ in {"dobj", "dative"}), None)
    if verb.lemma_ != "ask" or asked is None:
        return floor
    if asked.lower_ in OBJECTS:
        before = [each for each in spoken if each.entity != entity]
        answers = coreference.pronoun(known, OBJECTS[asked.lower_], head.idx, before)
    else:
        answers = named(known, Span(asked.left_edge.idx, asked.idx + len(asked)), asked)
    return [*floor, Spoken(asked.idx, answers)] if answers and answers != entity else floor


OBJECTS = {"her": "she", "him": "he", "them": "they"}


def _kind(head: Token) -> str:
    """What pronouns can take up an unnamed source: one person, several, a body or document, or any of these."""
    if _is_several(head) or head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "we"}:
        return "people"
    lemma = head.lemma_.lower()
    if lemma in lexicon.BODIES or lemma in lexicon.DOCUMENTS - lexicon.PEOPLE:
        return "organization"
    if head.ent_type_ == "ORG":
        return "name" if head.pos_ == "PROPN" and child(head, "det", "compound") is None else "organization"
    return "person"


def _is_several(head: Token) -> bool:
    """Whether the source is a list; not where one has two offices: `MP and chair of the board`."""
    others = [each for each in head.children if each.dep_ == "conj"]
    return any(each.tag_ != "NN" or child(each, "det", "poss") is not None for each in others)
