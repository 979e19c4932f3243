"""The matter itself: what is negotiated or agreed as a whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.events.context import Context
from generator.extract.issues import lexicon
from generator.extract.issues.phrases import lemmas, of_head

CONCLUDING = frozenset(
    {"conclude", "finalize", "finalise", "complete", "conclusion", "finalization", "finalisation"}
)
LONGEST = 8
"""Words of the matter's name; a longer phrase tells more than its name."""
EARLIER = frozenset({"previous", "earlier", "past", "last", "former", "failed"})
"""Other negotiations than those that the article is about."""
FEWEST = 2
"""Times that words of negotiation must occur."""
MOST = 100
"""Places where the matter is spoken of that are looked at; a work budget."""
MANY = 3
"""The same for words of bargaining."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the negotiations are about as a whole."""

    name: str
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    """Indexes of the nouns that mean it."""


def matter_of(doc: Doc, context: Context) -> Matter | None:
    """The matter of an article, or None if it does not speak of negotiations.

    Where parties bargain without a word for the whole, the matter has no name.
    """
    heads = [token for token in doc if _is_matter(token) and token.i not in context.endless][:MOST]
    parties = sum(token.lemma_.lower() in lexicon.PARTIES | lexicon.CONTENTIOUS for token in doc)
    if not heads or len(heads) + parties < FEWEST:
        bargaining = sum(token.lemma_.lower() in lexicon.BARGAINING and token.pos_ == "NOUN" for token in doc)
        return Matter("", (), ()) if bargaining >= MANY else None
    core, words = _fullest(heads, context)
    concluded = sum(_concluded(head) for head in heads)
    name = f"conclusion of the {core}" if concluded >= FEWEST and "conclusion" not in core else core
    return Matter(name, tuple(words), tuple(head.i for head in heads))


def _is_matter(token: Token) -> bool:
    """A noun of negotiation that is no part of a name or of another noun: not `a negotiation team`."""
    is_noun = token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound"
    other = any(child.lower_ in EARLIER for child in token.lefts)
    return is_noun and token.lemma_.lower() in lexicon.MATTERS and not other


def _concluded(head: Token) -> bool:
    """`conclude the talks`, `the conclusion of the talks`."""
    above = head.head.head if head.dep_ == "pobj" else head.head
    return above.lemma_.lower() in CONCLUDING


def _fullest(heads: Sequence[Token], context: Context) -> tuple[str, list[str]]:
    """The name among the phrases of `heads` that says most and is used most, with its lemmas.

    A headline is parsed badly; only its compounds serve: `peace talks`.
    """
    body = [head for head in heads if not context.headline(head)]
    phrases = [(of_head(head, context.temporal_at), head) for head in body if _about(head)]
    full = [
        (each.name, lemmas(each, head.doc)) for each, head in phrases if len(each.name.split()) <= LONGEST
    ]
    short = [_short(head) for head in heads if not context.headline(head) or _short(head)[0].islower()]
    specific = [pair for pair in short if " " in pair[0]]
    names = Counter(name for name, _ in specific)
    nouns = Counter(head.lemma_.lower() for head in heads)
    if specific and (not full or max(names.values()) >= FEWEST):
        return max(specific, key=lambda pair: (names[pair[0]], nouns[pair[1][-1]]))
    return full[0] if full else _short((body or list(heads))[0])


def _short(head: Token) -> tuple[str, list[str]]:
    """The noun with the nouns and adjectives right before it: `ceasefire negotiations`."""
    start = head.i
    before = head.doc[start - 1] if start else head
    while (
        start > head.left_edge.i and before.dep_ in {"compound", "amod"} and before.tag_ not in {"JJR", "JJS"}
    ):
        start -= 1
        before = head.doc[start - 1]
    words = head.doc[start : head.i + 1]
    text = words.text
    if words[0].tag_ not in {"NNP", "NNPS"}:
        text = text[:1].lower() + text[1:]
    return text, [token.lemma_.lower() for token in words]


def _about(head: Token) -> bool:
    """Whether the phrase says what about: `talks on reopening the line`."""
    return any(child.dep_ == "prep" and child.lower_ in {"on", "over", "about"} for child in head.rights)
