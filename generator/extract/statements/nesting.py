"""Statements within statements: which draft's content each cue stands in. One sweep over the text."""

from collections.abc import Sequence

from generator.extract.parsed import Doc
from generator.extract.statements.join import Draft


def enclosing(doc: Doc, drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the innermost one within whose content its cue stands."""
    pieces = sorted(
        (span.start, span.end, index) for index, draft in enumerate(drafts) for span in draft.content
    )
    sizes = [sum(span.end - span.start for span in draft.content) for draft in drafts]
    found: list[int | None] = [None] * len(drafts)
    active: list[tuple[int, int]] = []
    following = 0
    for index in sorted(range(len(drafts)), key=lambda i: drafts[i].saying.verb):
        at = doc[drafts[index].saying.verb].idx
        while following < len(pieces) and pieces[following][0] <= at:
            active.append(pieces[following][1:])
            following += 1
        active = [(end, owner) for end, owner in active if end > at]
        around = [owner for _end, owner in active if owner != index]
        found[index] = min(around, key=lambda owner: sizes[owner], default=None)
    return found
