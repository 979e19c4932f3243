"""Interviews printed as questions and answers: `Q: Will it close? A: It will.`, `Holm Post: … Lee: …`.

Who answers is not quoted, and no verb says so: the label of the paragraph tells, or the question before.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import sentences
from generator.extract.parsed import Doc
from generator.extract.statements.join import Draft
from generator.extract.statements.quotations import Quotation
from generator.extract.statements.saying import Saying
from generator.model import Reading, Span

LABEL = re.compile(r"(?:([QA])[.:]|([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):)\s+(?=\S)")
ASKING = frozenset({"Q", "Question"})
ANSWERING = frozenset({"A", "Answer"})
FEWEST = 2
"""Turns that each of that many voices takes in an interview."""
LONGEST_QUESTION = 60
"""Words of a paragraph that is nothing but a question."""
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says before the other one speaks."""

    label: Span
    """The words that tell who speaks: a name, initials, or the question before."""
    voice: str
    """Id of the entity; empty: unknown."""
    content: tuple[Span, ...]
    """One span a paragraph."""


def drafts(doc: Doc, reading: Reading) -> list[Draft]:
    """A statement for each answer."""
    text = doc.text
    paragraphs = sentences.paragraphs(text)
    turns = _labelled(text, paragraphs, reading) or _questioned(text, paragraphs, reading)
    found = (_draft(doc, turn) for turn in turns)
    return [draft for draft in found if draft is not None]


def is_inside(found: Sequence[Draft], quotation: Quotation) -> bool:
    """Whether the quotation stands within an answer, so that it is no statement by the marks alone."""
    return any(span.contains(quotation.outer) for draft in found for span in draft.content)


def _draft(doc: Doc, turn: Turn) -> Draft | None:
    label = doc.char_span(*turn.label)
    if label is None or not turn.content:
        return None
    named = doc.text[turn.label.end : turn.content[0].start].strip() in {":", "."}
    mark = label.end if named and doc[label.end].is_punct else label.end - 1  # `A.` is one token
    saying = Saying(
        cue=(mark, mark + 1),
        verb=mark,
        rule="transcript",
        source=(label.start, label.end) if named else None,
        head=label.end - 1 if named else -1,
        quotes=False,
        voice=turn.voice,
    )
    quoted = tuple(Quotation(span, (span,)) for span in turn.content)
    return Draft(saying, turn.content, quoted, direct=True)


def _labelled(text: str, paragraphs: Sequence[Span], reading: Reading) -> list[Turn]:
    """The answers of an interview whose turns begin with who speaks."""
    labels = [LABEL.match(text, span.start, span.end) for span in paragraphs]
    names = [(found.group(1) or found.group(2)) if found else "" for found in labels]
    voices = _voices(names, reading)
    turns = [(name, voices[name]) for name in names if name in voices]
    times = Counter(voice for _name, voice in turns)
    if sum(count >= FEWEST for count in times.values()) < FEWEST:
        return []
    asking = {
        voice
        for voice in times
        if voice in ASKING or 2 * _questions(text, paragraphs, names, voices, voice) > times[voice]
    }
    found: list[Turn] = []
    current: str | None = None
    for span, name, label in zip(paragraphs, names, labels, strict=True):
        if label is not None and name in voices:
            current = voices[name]
            if current not in asking:
                start = label.start()
                entity = current if any(each.id == current for each in reading.entities) else ""
                found.append(Turn(Span(start, start + len(name)), entity, (Span(label.end(), span.end),)))
        elif current is not None and current not in asking and FIRST_PERSON.search(text[slice(*span)]):
            turn = found.pop()
            found.append(Turn(turn.label, turn.voice, (*turn.content, span)))
        else:
            current = None
    return found


def _questions(
    text: str, paragraphs: Sequence[Span], names: Sequence[str], voices: Mapping[str, str], voice: str
) -> int:
    """How many turns of the voice end with a question."""
    return sum(
        text[span.end - 1] == "?"
        for span, name in zip(paragraphs, names, strict=True)
        if name in voices and voices[name] == voice
    )


def _voices(names: Sequence[str], reading: Reading) -> dict[str, str]:
    """Label → who speaks: an entity's id, or the label itself; labels that stand once and name nobody are none."""
    times = Counter(name for name in names if name)
    known = {name: each.id for each in reading.entities for name in each.names}
    short = {_initials(each.name): each.id for each in reading.entities if each.type == "person"}
    voices = {name: known.get(name) or short.get(name) or name for name in times}
    people = {each.id for each in reading.entities if each.type == "person"}
    told = Counter(voices[name] for name in names if name and voices[name] in people)
    answering = told.most_common(1)[0][0] if told else _subject(reading)
    voices.update({name: answering for name in times if name in ANSWERING and answering})
    return {
        name: voice
        for name, voice in voices.items()
        if times[name] >= FEWEST or voice != name or name in ASKING | ANSWERING
    }


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _subject(reading: Reading) -> str:
    """Id of the person whom the article names most; empty without any."""
    people = {each.id for each in reading.entities if each.type == "person"}
    named = Counter(mention.entity for mention in reading.mentions if mention.entity in people)
    return named.most_common(1)[0][0] if named else ""


def _questioned(text: str, paragraphs: Sequence[Span], reading: Reading) -> list[Turn]:
    """The answers of an interview whose questions stand in paragraphs of their own."""
    asked = [_is_question(text[slice(*span)]) for span in paragraphs]
    found: list[Turn] = []
    answering = False
    for index, span in enumerate(paragraphs[1:], 1):
        words = text[slice(*span)]
        answers = not asked[index] and words[0] not in "“\"‘'"
        if answers and asked[index - 1] and FIRST_PERSON.search(words):
            found.append(Turn(paragraphs[index - 1], _subject(reading), (span,)))
        elif answers and answering and FIRST_PERSON.search(words):
            found[-1] = Turn(found[-1].label, found[-1].voice, (*found[-1].content, span))
        else:
            answering = False
            continue
        answering = True
    return found if len(found) > FEWEST else []


def _is_question(words: str) -> bool:
    return words.endswith("?") and words[0] not in "“\"‘'" and len(words.split()) <= LONGEST_QUESTION
