"""Whom a plural means: `they`, `both sides`, `the two ministers`."""

from collections.abc import Mapping

from generator.extract.events.context import Context
from generator.extract.parsed import Token
from generator.model import EntityType

PAIRED: Mapping[str, frozenset[EntityType]] = {
    **dict.fromkeys(
        ("party", "side", "government", "country", "nation", "state", "delegation", "neighbour", "neighbor"),
        frozenset[EntityType]({"place", "organization"}),
    ),
    **dict.fromkeys(("company", "firm", "club", "team", "union"), frozenset[EntityType]({"organization"})),
    **dict.fromkeys(("minister", "leader", "president", "man", "woman"), frozenset[EntityType]({"person"})),
}
"""Nouns that in the plural, after `the`, `both` or `their`, mean those last named side by side, by their types."""
WINDOW = 400
"""Tokens that are looked back over."""


def together(head: Token, context: Context) -> tuple[str, ...]:
    """Ids of the entities that `they`, `both` or `the two sides` stand for: those last named side by side."""
    if head.lower_ in {"they", "them", "both"}:
        meant = None if context.statement(head) is not None else plural_before(head, context)
        found = _side_by_side(meant, context) if meant is not None else ()
        return found if len(found) > 1 else ()
    types = PAIRED.get(head.lemma_.lower(), frozenset())
    if head.tag_ != "NNS" or not types or not _both(head):
        return ()
    for token in reversed(context.doc[max(0, head.i - WINDOW) : head.left_edge.i]):
        if token.i not in context.mention_at or not token.conjuncts:
            continue
        pair = _side_by_side(token, context)
        if len(pair) == 2 and all(context.entities[each].type in types for each in pair):
            return pair
    return ()


def _side_by_side(head: Token, context: Context) -> tuple[str, ...]:
    """Ids of the entities that `head` and what is joined to it name, in the order of the text."""
    tokens = sorted((head, *head.conjuncts))
    return tuple(
        dict.fromkeys(context.mention_at[each.i].entity for each in tokens if each.i in context.mention_at)
    )


def _both(head: Token) -> bool:
    """Whether a plural noun means two that are known: `the parties`, `both sides`, `their ministers`."""
    before = {child.lower_ for child in head.lefts}
    described = any(child.dep_ in {"amod", "compound", "acl", "relcl", "prep"} for child in head.children)
    return bool(before & {"the", "both", "their", "two"}) and not described


def plural_before(pronoun: Token, context: Context) -> Token | None:
    """The plural subject that `they` takes up, in this sentence or the last; several joined by `and` count."""
    first = pronoun.sent.start
    first = context.doc[first - 1].sent.start if first else 0
    for token in reversed(context.doc[first : pronoun.i]):
        if token.dep_ not in {"nsubj", "nsubjpass"} or token.pos_ == "PRON":
            continue
        if token.tag_ in {"NNS", "NNPS"} or token.conjuncts:
            return token
    return None
