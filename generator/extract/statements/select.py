"""Which drafts stand: statements within statements, and the article's own voice."""

from collections.abc import Sequence

from generator.extract.parsed import Doc, Token
from generator.extract.statements import cues
from generator.extract.statements.join import Draft
from generator.extract.statements.nesting import enclosing
from generator.extract.statements.outlets import passes_on
from generator.extract.statements.people import can_speak
from generator.model import Span

OUTERMOST = frozenset(
    {
        "adjective with clause",
        "noun with clause",
        "noun with preposition",
        "passive with infinitive",
        "verb of calling",
        "verb of judging",
        "verb of rejecting",
        "verb with feeling",
        "verb with gerund",
        "verb with infinitive",
        "verb with preposition",
        "verb with object and infinitive",
    }
)
"""Rules too weak to make a statement of their own within somebody else's."""


def select(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in the order of the text.

    Without repetitions, thoughts of which nobody knows whose they are, and inferences that a speaker draws.
    """
    ordered = sorted(
        drafts, key=lambda each: (each.content[0].start, -each.content[-1].end, each.saying.verb)
    )
    kept: list[Draft] = []
    seen: set[tuple[Span, ...]] = set()
    for draft, around in zip(ordered, enclosing(doc, ordered), strict=True):
        outer = ordered[around] if around is not None else None
        if draft.content not in seen and _stands(doc, draft, outer):
            seen.add(draft.content)
            kept.append(draft)
    return kept


def _stands(doc: Doc, draft: Draft, outer: Draft | None) -> bool:
    """Whether the draft is a statement, given the one that it stands in."""
    saying = draft.saying
    if outer is not None and saying.inference:
        return False
    if (
        outer is not None
        and saying.rule in OUTERMOST
        and not (outer.saying.inference or passes_on(doc, outer))
    ):
        return False
    if saying.head < 0:
        return True
    head, verb = doc[saying.head], doc[saying.verb]
    if verb.lemma_ in cues.THOUGHT and not can_speak(head):
        return False
    if outer is None or outer.saying.head < 0 or head.pos_ != "PRON":
        return True
    return _agrees(head, doc[outer.saying.head])


def _agrees(pronoun: Token, speaker: Token) -> bool:
    """Whether a pronoun within somebody's words can mean that speaker; else nobody knows whose mind it is."""
    if pronoun.lower_ == "they":
        return (
            speaker.tag_ in {"NNS", "NNPS"}
            or speaker.lower_ in {"they", "we"}
            or any(each.dep_ == "conj" for each in speaker.children)
            or (speaker.ent_type_ in {"ORG", "GPE", "NORP"} and speaker.pos_ == "PROPN")
        )
    return pronoun.lower_ != "it" or speaker.ent_type_ in {"ORG", "GPE"} or speaker.lower_ == "it"
