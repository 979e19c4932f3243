"""Newspapers correct their texts; does every place go where its words went?

Real-looking articles are corrected at random, and each word carries its identity along, so that for every item
of the article it is known where its words are afterwards. Method and figures are in docs/format.md.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from conftest import INVENTED, ROOT

from generator import articlefile, build, store
from generator.anchoring import OffsetMap
from generator.identity import spans_of
from generator.merge.texts import moved
from generator.model import Span

SILENTLY_WRONG, RIGHT = 0.01, 0.97
KEPT = 2 / 3
"""Share of its words that must be left of a place; the promise of docs/format.md."""
NEAR = 30
PIECES = re.compile(r"\w+|\s+|[^\w\s]")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True)
class Piece:
    """A word, a mark or blanks of a text."""

    words: str
    origin: int = -1
    """Where it began in the text as first published; -1: it was not there, or reads otherwise."""


Sentence = tuple[Piece, ...]


def sentences(text):
    """The text in sentences of pieces; all of them together are the text."""
    pieces = [Piece(found.group(), found.start()) for found in PIECES.finditer(text)]
    ends = [
        index + 1
        for index, piece in enumerate(pieces)
        if "\n" in piece.words or (piece.words == " " and pieces[index - 1].words in ".!?”")
    ]
    edges = [0, *ends, len(pieces)]
    return [tuple(pieces[start:end]) for start, end in pairwise(edges) if start < end]


# --- what newspapers do ---------------------------------------------------------------------------


def any_sentence(text, chance):
    return chance.randrange(len(text))


def word_of(sentence, chance):
    return chance.choice([n for n, piece in enumerate(sentence) if piece.words[0].isalnum()] or [0])


def with_sentence(text, index, sentence):
    return [*text[:index], sentence, *text[index + 1 :]]


def misspelt(text, chance):
    """A letter of a word is another one."""
    index = any_sentence(text, chance)
    at = word_of(text[index], chance)
    word = text[index][at].words
    letter = chance.randrange(len(word))
    return swapped(text, index, at, f"{word[:letter]}{chance.choice('aeiou')}{word[letter + 1 :]}")


def swapped(text, index, at, word):
    """Another word in the place of one."""
    sentence = text[index]
    if word == sentence[at].words:
        return text
    return with_sentence(text, index, (*sentence[:at], Piece(word), *sentence[at + 1 :]))


def another_word(text, chance):
    """A word of the article in the place of another one."""
    index = any_sentence(text, chance)
    other = text[any_sentence(text, chance)]
    return swapped(text, index, word_of(text[index], chance), other[word_of(other, chance)].words)


def another_figure(text, chance):
    """Another day of the week, or another number."""
    found = [
        (index, at)
        for index, sentence in enumerate(text)
        for at, piece in enumerate(sentence)
        if piece.words in DAYS or piece.words.isdecimal()
    ]
    if not found:
        return text
    index, at = chance.choice(found)
    day = text[index][at].words in DAYS
    return swapped(text, index, at, chance.choice(DAYS) if day else str(chance.randint(2, 60)))


def more_words(text, chance):
    """One to four words that stand somewhere in the article are put in."""
    index, source = any_sentence(text, chance), text[any_sentence(text, chance)]
    at, first = word_of(text[index], chance), word_of(source, chance)
    added = [Piece(piece.words) for piece in source[first : first + 2 * chance.randint(1, 4)]]
    while added and not added[-1].words[0].isalnum():
        added.pop()
    sentence = text[index]
    return with_sentence(text, index, (*sentence[:at], *added, Piece(" "), *sentence[at:]))


def fewer_words(text, chance):
    """One to four words go."""
    index = any_sentence(text, chance)
    at = word_of(text[index], chance)
    sentence = text[index]
    return with_sentence(text, index, sentence[:at] + sentence[at + 2 * chance.randint(1, 4) :])


def sentence_added(text, chance):
    """A sentence made of two others' halves: names and days of the article stand once more in it."""
    first, second = (text[any_sentence(text, chance)] for _ in range(2))
    new = tuple(Piece(p.words) for p in (*first[: len(first) // 2], *second[len(second) // 2 :]))
    index = any_sentence(text, chance)
    return [*text[:index], new, *text[index:]]


def sentence_gone(text, chance):
    index = any_sentence(text, chance)
    return [*text[:index], *text[index + 1 :]] if len(text) > 3 else text


def sentence_moved(text, chance):
    index = any_sentence(text, chance)
    rest = [*text[:index], *text[index + 1 :]]
    at = chance.randint(0, len(rest))
    return [*rest[:at], text[index], *rest[at:]]


def paragraph_parted(text, chance):
    """A sentence begins a paragraph."""
    index = any_sentence(text, chance)
    sentence = text[index]
    return (
        with_sentence(text, index, (*sentence[:-1], replace(sentence[-1], words="\n")))
        if (sentence[-1].words == " ")
        else text
    )


CORRECTIONS = (
    misspelt, another_word, another_figure, more_words, fewer_words,
    sentence_added, sentence_gone, sentence_moved, paragraph_parted,
)  # fmt: skip


# --- where the words went ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Corrected:
    """A corrected text that knows where the words of the old one are."""

    text: str
    now: dict
    """Where a piece of the old text began → its span in the new one."""
    fixed: tuple
    """The spans in `now` that are words or marks, in order."""


def corrected(text):
    now, start = {}, 0
    pieces = [piece for sentence in text for piece in sentence]
    for piece in pieces:
        span = Span(start, start + len(piece.words))
        if piece.origin >= 0 and not piece.words.isspace():
            now[piece.origin] = span
        start = span.end
    return Corrected("".join(piece.words for piece in pieces), now, tuple(sorted(now.values())))


def judged(old, new, span, there):
    """`right`, `wrong`, or `listed` where the place was given up although its words are there."""
    origins = [
        span.start + m.start() for m in PIECES.finditer(old[span.start : span.end]) if not m.group().isspace()
    ]
    left = [new.now[origin] for origin in origins if origin in new.now]
    words = sum(old[origin].isalnum() for origin in origins)
    words_left = sum(new.text[piece.start].isalnum() for piece in left)
    if not words_left:
        return "wrong" if there else "right"
    whole = Span(min(left).start, max(left).end)
    inside = re.findall(r"\w+", new.text[whole.start : whole.end])
    told_apart = left == sorted(left) and words_left >= KEPT * max(words, len(inside))
    if there is None:
        return "listed" if told_apart else "right"
    if left != sorted(left) or words_left < KEPT * len(inside):  # its parts went different ways
        return "right" if any(there.overlaps(piece) for piece in left) else "wrong"
    before = max((piece.end for piece in new.fixed if piece.end <= whole.start), default=0)
    after = min((piece.start for piece in new.fixed if piece.start >= whole.end), default=len(new.text))
    exact = words_left == words and len(left) == len(origins)
    fits = before <= there.start <= whole.start and whole.end <= there.end <= after
    return "right" if (there == whole if exact else fits) else "wrong"


def concerned(old, new, span):
    """Whether a correction was made in the words at `span` or within NEAR characters of them."""
    around = Span(max(0, span.start - NEAR), min(len(old), span.end + NEAR))
    there = new.now.get(span.start)
    if there is None:
        return True
    start = there.start - (span.start - around.start)
    return start < 0 or not new.text.startswith(old[around.start : around.end], start)


def articles():
    """(text, places of its items) of every article of both dossiers."""
    for root in (ROOT, INVENTED):
        sources = store.read(store.Folder(root))
        seeds = build.load(sources).seeds
        for path, source in sources.articles.items():
            article = seeds[articlefile.header(source).seed]
            reading = articlefile.read(source, path, article)[0].reading
            items = (*reading.temporals, *reading.statements, *reading.events, *reading.issues)
            yield article.text, sorted({span for item in items for span in spans_of(item)})


def measured(count, number, move=moved):
    """What became of the places that corrections concern, in `count` articles with one to six corrections each."""
    chance, known, told = random.Random(number), list(articles()), Counter()  # noqa: S311  no secret
    for _ in range(count):
        old, places = chance.choice(known)
        text = sentences(old)
        for _ in range(chance.randint(1, 6)):
            text = chance.choice(CORRECTIONS)(text, chance)
        new = corrected(text)
        offsets = OffsetMap.between(old, new.text)
        near = [span for span in places if concerned(old, new, span)]
        told.update(judged(old, new, span, move(offsets, span)) for span in near)
    return told


@pytest.mark.parametrize(
    "count", [40, pytest.param(1200, marks=pytest.mark.nightly)], ids=["some texts", "many texts"]
)
def test_places_go_where_their_words_went(count):
    told = measured(count, number=4)
    print(count, told)  # noqa: T201  with pytest -s
    assert told["wrong"] <= SILENTLY_WRONG * told.total()
    assert told["right"] >= RIGHT * told.total()


def stuck(_offsets, span):
    """A broken mover: everything stays where it was."""
    return span


def first_found(offsets, span):
    """A broken mover: the first place of the same words."""
    words = offsets.old[span.start : span.end]
    at = offsets.new.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


@pytest.mark.parametrize("move", [stuck, first_found])
def test_a_broken_mover_is_caught(move):
    told = measured(40, number=4, move=move)
    assert told["wrong"] > SILENTLY_WRONG * told.total()
