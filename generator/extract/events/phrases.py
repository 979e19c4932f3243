"""Phrases in the article's words as the timeline words them: full names, no asides, no dates."""

import re
from collections.abc import Iterator

from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.owners import describes
from generator.extract.events.who import antecedent, named
from generator.extract.parsed import Token

LONGEST = 24
"""Words; what follows is cut."""
UNFINISHED = frozenset(
    "a an the of in on to and for with by from at or before after until since shortly".split()
)
"""Words that no wording ends with."""
ASIDES = frozenset({"relcl", "appos", "parataxis", "advcl"})


def phrase(noun: Token, context: Context, without: Token | None = None) -> str:
    """The noun phrase in words; a full name stands for its longer form with roles."""
    plain = not any(child.dep_ in {"conj", "prep"} for child in noun.children)
    entity = named(noun, context) if plain else ""
    if entity:
        return context.entities[entity].name
    skipped = set(without.subtree) if without is not None and noun.is_ancestor(without) else set()
    return join(sorted(token for token in inside(noun, context) if token not in skipped), context)


def inside(head: Token, context: Context) -> Iterator[Token]:
    """The subtree of `head` without asides: relative clauses and appositions after a comma or in brackets."""
    yield head
    own = context.temporal_at.get(head.i)
    for child in head.children:
        if child.i in context.datelines or (child.dep_ in ASIDES | {"punct"} and not _belongs(child, head)):
            continue
        if child.dep_ == "acl" and before(child) == ",":
            continue
        kept = describes(child) and head.lemma_.lower() not in lexicon.NOUNS
        if (
            is_dating(child, context)
            and not kept
            and (own is None or context.temporal_at.get(child.i) != own)
        ):
            continue
        yield from inside(child, context)


def _belongs(child: Token, head: Token) -> bool:
    """Whether a mark, a relative clause or an apposition is part of what the phrase says."""
    if child.dep_ == "punct":
        listed = child.text == "," and any(
            other.dep_ == "conj" and other.i > child.i for other in head.rights
        )
        return listed or child.text in {"-", "–", "’", "'", "/"}
    return child.dep_ in {"relcl", "appos"} and before(child) not in {",", "(", "–", "—", "-"}


def before(token: Token) -> str:
    """The word before the phrase of `token`; empty at the beginning of the text."""
    edge = token.left_edge
    return str(edge.nbor(-1).text) if edge.i > 0 else ""


def is_dating(token: Token, context: Context) -> bool:
    """Whether a phrase only dates: the expression itself, or a preposition and nothing but it."""
    temporal = context.temporal_at.get(token.i)
    if temporal is not None:
        return not (temporal.type == "SET" or (temporal.type == "DURATION" and _is_measured(token)))
    if token.dep_ not in {"prep", "advmod", "agent"}:
        return False
    inner = [item for item in token.children if item.dep_ in {"pobj", "pcomp", "prep", "advmod", "npadvmod"}]
    return bool(inner) and all(is_dating(item, context) for item in inner)


def _is_measured(token: Token) -> bool:
    """Whether a stretch of time is what is told: `offered two years of care`, `jailed for a year`."""
    if token.dep_ == "pobj":
        return token.head.lower_ in {"by", "for", "of", "over", "to", "into"}
    return token.dep_ in {"attr", "dobj"}


def join(tokens: list[Token], context: Context, own: str = "") -> str:
    """The words of `tokens` with the blanks of the text.

    Personal pronouns become names where known, unless the name is `own`, that of the subject, already.
    """
    parts: list[str] = []
    for index, token in enumerate(tokens):
        word = token.text
        if token.lower_ in {"his", "her", "him"} and token.pos_ == "PRON":
            meant = antecedent(token, context)
            name = context.entities[meant].name if meant else own
            word = word if name == own else name + ("’s" if token.tag_ == "PRP$" else "")
        if token.tag_ == "WP$" and (whose := _whose(token, context)):
            word = f"{whose}’s"
        follows = index + 1 < len(tokens) and tokens[index + 1].i == token.i + 1
        if token.lower_ in {"a", "an"} and not follows and index + 1 < len(tokens):
            word = token.text[0] + "n" * bool(VOWEL.match(tokens[index + 1].lower_))
        parts.append(word + (token.whitespace_ if follows else " "))
    return "".join(parts)


VOWEL = re.compile(r"(?!eu|on[ce]|uni(?![dm]))[aeiou]")
"""With this begins a word after `an`: of `an eight-hour meeting`, `a meeting` may be left."""


def _whose(token: Token, context: Context) -> str:
    """What `whose` refers to: the noun that its relative clause describes; empty where there is none."""
    verb = next((one for one in (token, *token.ancestors) if one.dep_ == "relcl"), None)
    return tidy(phrase(verb.head, context, without=verb)) if verb is not None else ""


def tidy(words: str) -> str:
    """One line without stray marks, cut after `LONGEST` words."""
    text = re.sub(r"\s+", " ", words)
    text = re.sub(r"\s+([,;:.])", r"\1", text).strip(' ,;:–—-"“”‘')
    parts = text.split(" ")
    kept = parts[:LONGEST]
    while len(kept) > 1 and kept[-1].lower() in UNFINISHED:
        kept.pop()
    return " ".join(kept) + (" …" if len(parts) > LONGEST else "")
