"""Sources without a name, met again: `a senior official` is `the official` further down."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.parsed import Doc
from generator.extract.statements.details import is_definite
from generator.extract.statements.join import Draft
from generator.model import Statement


def taken_up(doc: Doc, drafts: Sequence[Draft], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each of its draft; one whose source takes up an unnamed one is by the same voice.

    That the name is withheld may be told only there: `said the volunteer, who asked not to be named`.

    Who spoke to whom and when holds on, because somebody unnamed speaks once: where nothing else is told, `via` and
    `when` are those of the time before.
    """
    found = list(statements)
    last: dict[str, int] = {}
    for index in sorted(range(len(drafts)), key=lambda i: drafts[i].saying.verb):
        head = drafts[index].saying.head
        if head < 0 or doc[head].pos_ != "NOUN" or found[index].speaker:
            continue
        before = last.get(doc[head].lemma_)
        if before is not None and is_definite(doc[head]):
            first, again = found[before], found[index]
            hidden = first.anonymous or again.anonymous
            found[before] = replace(first, anonymous=hidden)
            if hidden:
                found[index] = replace(
                    again, anonymous=True, via=again.via or first.via, when=again.when or first.when
                )
        last[doc[head].lemma_] = index
    return found
