"""Quotations after a colon with no verb of saying: `Lee was blunt: “…”`, `Her answer: “…”`."""

from collections.abc import Iterator

from generator.extract.parsed import Doc, Token
from generator.extract.statements import cues
from generator.extract.statements.grammar import SUBJECTS, child, noun_phrase, readable
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Saying

MESSAGES = frozenset(
    """
    advice answer appeal argument comment conclusion explanation line message motto plea reaction reply response
    slogan verdict view warning word
    """.split()
)
"""What is quoted is somebody's: `her answer was simple: “…”`."""


def sayings(doc: Doc) -> Iterator[Saying]:
    """The subject before the colon, or whose message it is."""
    for colon in readable(doc):
        if colon.text != ":" or colon.i + 1 >= len(doc) or not doc[colon.i + 1].is_quote:
            continue
        words = doc.words(colon.sent.start, colon.i)
        if len(words) == 0 or any(_introduces(token) for token in words):
            continue
        root = words.root
        speaker = _speaker(root if root.pos_ == "NOUN" else child(root, *SUBJECTS))
        if speaker is not None and speaker.i < colon.i:
            yield Saying(
                cue=(colon.i, colon.i + 1),
                verb=colon.i,
                rule="colon",
                source=noun_phrase(speaker),
                head=speaker.i,
            )


def _introduces(token: Token) -> bool:
    """Whether the token is a verb of saying, which the other rules read."""
    return token.pos_ == "VERB" and token.lemma_ in cues.QUOTATION


def _speaker(head: Token | None) -> Token | None:
    if head is None:
        return None
    if head.lemma_ in MESSAGES:
        owner = child(head, "poss")
        of = next((each for each in head.rights if each.lower_ in {"from", "of"}), None)
        return owner if owner is not None else (child(of, "pobj") if of is not None else None)
    return head if can_speak(head) else None
