"""Hanging a word of a parse from another one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.extract.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def hang(token: "Token", head: "Token", dep: str) -> None:
    """Hang `token` from `head`, and measure anew what hangs from each word of the sentence."""
    old = token.head
    old.lefts = [each for each in old.lefts if each is not token]
    old.rights = [each for each in old.rights if each is not token]
    if token.i < head.i:
        head.lefts = sorted((*head.lefts, token))
    else:
        head.rights = sorted((*head.rights, token))
    for each in (old, head):
        each.children = (*each.lefts, *each.rights)
    token.head, token.dep_ = head, dep
    for each in token.sent:
        each.left_edge = each.right_edge = each
    for each in token.sent:
        for above in each.ancestors:
            above.left_edge = min(above.left_edge, each)
            above.right_edge = max(above.right_edge, each)
