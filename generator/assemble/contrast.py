"""Two voices side by side who want or tell different things, which can both be so."""

import re
from collections.abc import Iterator, Sequence

from generator.assemble.gainsaying import Gainsaying
from generator.assemble.roots import COMMON
from generator.assemble.said import Said
from generator.assemble.told import Told, span_of

NEXT = 1
"""Sentences from one voice to the other."""
WANTS = re.compile(
    r"\b(?:want(?:s|ed|ing)?|demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|call(?:s|ed|ing)? for|reject(?:s|ed|ing)?|"
    r"refus(?:es|ed|ing)|oppos(?:es|ed|ing)|object(?:s|ed|ing)?|disagree[sd]?|disput(?:es|ed|ing))\b",
    re.IGNORECASE,
)
"""Cues of a position that somebody takes."""
BUT = re.compile(
    r"(?:^|[;,.] |[“\"] ?)(?:but|however|yet|by contrast|in contrast|while|whereas)\b|, however,|\bdisagree[sd]?\b|"
    r"\bon the other hand\b",
    re.IGNORECASE,
)
"""What sets one voice against the one before."""
BETWEEN = re.compile(r";|\b(?:but|while|whereas)\b", re.IGNORECASE)
"""The same within one sentence."""
AMOUNT = re.compile(r"(?:only |at least |at most )?(?:\d[\d.,]*|[a-z]+)(?: per ?cent|%)?\W*", re.IGNORECASE)
"""A number alone, of what was spoken of before: `is demanding five`."""
OPEN = re.compile(
    r"\b(?:(?:less|not|un)[ -]?clear|at odds|disagree[sd]?|contradict(?:s|ed|ory)?|conflicting|"
    r"clash(?:ed|es)?|differ(?:s|ed)?|disputed|in dispute|another matter|divided over|split over)\b",
    re.IGNORECASE,
)
"""The article says itself that accounts differ; it gives them next."""


def contrasted(told: Told, said: Sequence[Said]) -> Iterator[Gainsaying]:
    """Pairs of statements of neighbouring sentences by two voices, which the article sets against each other."""
    for number, later in enumerate(said):
        earlier = _voice_before(told, said[:number], later)
        if earlier and _set_against(told, earlier, later):
            yield Gainsaying(earlier.view, later.view, contradiction=False)


def _voice_before(told: Told, before: Sequence[Said], later: Said) -> Said | None:
    """What somebody else says just before, in the same paragraph."""
    earlier = before[-1] if before else later
    spans = [span_of(one.view.statement) for one in (earlier, later)]
    if earlier.voice == later.voice or spans[0].overlaps(spans[1]) or later.at - earlier.at > NEXT:
        return None
    same = told.sentences[earlier.at].paragraph == told.sentences[later.at].paragraph
    return earlier if same else None


def _set_against(told: Told, earlier: Said, later: Said) -> bool:
    """Whether the article, the cues or the words set the one against the other."""
    sentence, lead = told.sentences[later.at], told.sentences[max(0, earlier.at - 1)]
    if lead.paragraph == sentence.paragraph and earlier.at and OPEN.search(told.words(lead.span)):
        return True
    wants = WANTS.search(earlier.cue) or WANTS.search(later.cue)
    between = told.article.text[span_of(earlier.view.statement).end : span_of(later.view.statement).start]
    if wants and (BETWEEN.search(between) or AMOUNT.fullmatch(later.words) or _asked_of(earlier, later)):
        return True
    topic = earlier.roots & later.roots - COMMON
    same = bool(set(earlier.view.issues) & set(later.view.issues))
    but = later.at != earlier.at and BUT.match(told.words(sentence.span))
    return bool((wants and (topic or same)) or (but and len(topic) + same > 1))


def _asked_of(earlier: Said, later: Said) -> bool:
    """Whether the first voice wants something of the second."""
    name = later.view.speaker.name if later.view.speaker else later.view.who
    return bool(WANTS.search(earlier.cue)) and earlier.words.startswith(name)
