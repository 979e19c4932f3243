"""The matter itself: what is negotiated or agreed as a whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.events.context import Context
from generator.extract.issues import lexicon
from generator.extract.issues.phrases import Named, complement_end, is_hyphen, lemmas, of_head
from generator.extract.parsed import Doc, Token

CONCLUDING = frozenset(
    {"conclude", "finalize", "finalise", "complete", "conclusion", "finalization", "finalisation"}
)
STAND_INS = frozenset({"one", "ones", "another", "both"})
"""Words for something named before, in whose place nobody can know it: `talks on a new one`."""
NEAR = 4
"""Words after the noun within which it says on what, a date included."""
LONGEST = 8
"""Words of the matter's name; a longer phrase tells more than its name."""
EARLIER = frozenset({"previous", "earlier", "past", "last", "former", "failed"})
"""Other negotiations than those that the article is about."""
FEWEST = 2
"""Times that words of negotiation must occur."""
MOST = 100
"""Places where the matter is spoken of that are looked at; a work budget."""
MOST_OF_A_DISPUTE = 4
"""Words of the name of a dispute."""
MANY = 3
"""The same for words of bargaining."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the negotiations are about as a whole."""

    name: str
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    """Indexes of the nouns that mean it."""
    firm: bool = False
    """The article tells of talks, or of this in its title; else an agreement is only mentioned."""


def matter_of(doc: Doc, context: Context) -> Matter | None:
    """The matter of an article, or None if it does not speak of negotiations.

    Where parties bargain without a word for the whole, the matter has no name.
    """
    heads = [token for token in doc if _is_matter(token) and token.i not in context.endless][:MOST]
    parties = sum(token.lemma_.lower() in lexicon.QUARRELLING for token in doc)
    if not heads or len(heads) + parties < FEWEST:
        bargaining = sum(token.lemma_.lower() in lexicon.BARGAINING and token.pos_ == "NOUN" for token in doc)
        return Matter("", (), ()) if bargaining >= MANY else None
    core, words = _fullest(heads, context)
    disputes = _disputes(context) if " " not in core else []
    if disputes:
        core, words = disputes[0].name, lemmas(disputes[0], doc)
    concluded = sum(_concluded(head) for head in heads)
    name = f"conclusion of the {core}" if concluded >= FEWEST and "conclusion" not in core else core
    firm = any(
        head.lemma_.lower() in lexicon.NEGOTIATING or context.headline(head)
        for head in doc
        if head.lemma_.lower() in lexicon.NEGOTIATED
    )
    indexes = sorted({*(head.i for head in heads), *(phrase.head for phrase in disputes)})
    return Matter(name, tuple(words), tuple(indexes), firm and " " in name)


def _is_matter(token: Token) -> bool:
    """A noun of negotiation that is no part of a name or of another noun: not `a negotiation team`."""
    is_noun = token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound"
    other = any(child.lower_ in EARLIER for child in token.lefts) or _is_named(token)
    return is_noun and token.lemma_.lower() in lexicon.MATTERS and not other and not _on_another(token)


def _on_another(token: Token) -> bool:
    """`talks since September on a new one`: on what, only the words before tell, maybe other than those here."""
    after = token.doc[token.i + 1 : token.i + 1 + NEAR]
    about = (word for word in after if word.dep_ == "prep" and word.lower_ in {"on", "over", "about"})
    return any(inner.lower_ in STAND_INS for word in about for inner in word.children if inner.dep_ == "pobj")


def _is_named(token: Token) -> bool:
    """A treaty with a name, `the Lake Agreement`: what is negotiated has none yet."""
    return token.text[:1].isupper() and any(child.dep_ == "compound" for child in token.lefts)


def _concluded(head: Token) -> bool:
    """`conclude the talks`, `the conclusion of the talks`."""
    above = head.head.head if head.dep_ == "pobj" else head.head
    return above.lemma_.lower() in CONCLUDING


def _fullest(heads: Sequence[Token], context: Context) -> tuple[str, list[str]]:
    """The name among the phrases of `heads` that says most and is used most, with its lemmas.

    A headline is parsed badly; only its compounds serve: `peace talks`.
    """
    body = [head for head in heads if not context.headline(head)]
    heads = [head for head in heads if not context.headline(head) or head.text.islower()] or heads
    full = [found for head in body if (found := _purpose(head, context))]
    short = [_short(head) for head in heads if not _of_one_party(head, context)]
    specific = [pair for pair in short if " " in pair[0]]
    names = Counter(name for name, _ in specific)
    nouns = Counter(head.lemma_.lower() for head in heads)
    if specific and (not full or max(names.values()) >= FEWEST):
        return max(specific, key=lambda pair: (names[pair[0]], nouns[pair[1][-1]]))
    if full:
        return max(full, key=lambda found: len(found[1]))
    return _short((body or list(heads))[0])


def _of_one_party(head: Token, context: Context) -> bool:
    """`the Acme deal` of a company is another than the one that parties talk about; `the Lakeland deal` is not."""
    mention = context.mention_at.get(head.i - 1)
    return mention is not None and context.entities[mention.entity].type != "place"


def _disputes(context: Context) -> list[Named]:
    """The phrases for what the parties are at odds in, where the talks have no name: `teachers’ strike`."""
    phrases = [
        of_head(token)
        for token in context.doc
        if token.lemma_.lower() in lexicon.DISPUTES and token.pos_ == "NOUN" and token.text.islower()
    ]
    counted = any(child.dep_ == "nummod" for phrase in phrases for child in context.doc[phrase.head].lefts)
    if counted or len(phrases) < FEWEST:
        return []
    named = Counter(phrase.name for phrase in phrases if 1 < len(phrase.name.split()) <= MOST_OF_A_DISPUTE)
    name = max(named, key=lambda each: named[each], default="")
    return [phrase for phrase in phrases if phrase.name == name]


def _short(head: Token) -> tuple[str, list[str]]:
    """The noun with the nouns and adjectives right before it: `ceasefire negotiations`."""
    doc, start = head.doc, head.i
    while start > head.left_edge.i and _specifies(doc[start - 1]):
        first = start - 1
        while first > head.left_edge.i + 1 and is_hyphen(doc[first - 1]):
            first -= 2
        if doc[first].like_num:
            break  # `a 60-day ceasefire`: how long it is to last is no part of its name
        start = first
    words = doc.words(start, head.i + 1)
    text = words.text
    if words[0].tag_ not in {"NNP", "NNPS"}:
        text = text[:1].lower() + text[1:]
    return text, [token.lemma_.lower() for token in words]


def _after(head: Token, context: Context) -> list[Token]:
    """The word after the noun and its date, whatever the parser hangs it on."""
    doc, index = head.doc, head.i + 1
    while index + 1 < len(doc) and (index + 1 in context.temporal_at or index in context.temporal_at):
        index += 1
    return [doc[index]] if index < len(doc) else []


def _specifies(word: Token) -> bool:
    """Whether a word before the noun says which one it is: not `new`, `further`, `second`."""
    telling = word.tag_ not in {"JJR", "JJS"} and word.lower_ not in lexicon.UNTELLING
    return word.dep_ in {"compound", "amod"} and telling and word.text.isalpha()


def _purpose(head: Token, context: Context) -> tuple[str, list[str]] | None:
    """The noun with what it is about or for, wherever a date stands: `talks on Monday on reopening the line`."""
    for child in (*head.rights, *_after(head, context)):
        on = child.dep_ == "prep" and child.lower_ in {"on", "over", "about"}
        to = child.dep_ in {"acl", "relcl"} and any(word.tag_ == "TO" for word in child.lefts)
        words = [token for token in child.subtree if not token.is_space]
        if (on or to) and not any(token.i in context.temporal_at for token in words):
            stop = complement_end(child)
            name, noun = _short(head)
            said = [token for token in words if token.i < stop]
            if len(name.split()) + len(said) <= LONGEST:
                told = head.doc.words(said[0].i, said[-1].i + 1)
                return f"{name} {told.text}", [*noun, *(token.lemma_.lower() for token in told)]
    return None
