"""Sources without a name, met again: `a senior official` is `the official` further down."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.statements.details import is_definite
from generator.extract.statements.join import Draft
from generator.model import Statement


def taken_up(doc: Doc, drafts: Sequence[Draft], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each of its draft; one whose source takes up an unnamed one is by the same voice.

    Who spoke to whom and when holds on, because somebody unnamed speaks once: where nothing else is told, `via` and
    `when` are those of the time before.
    """
    found = list(statements)
    last: dict[str, Statement] = {}
    for index in sorted(range(len(drafts)), key=lambda i: drafts[i].saying.verb):
        head, statement = drafts[index].saying.head, statements[index]
        if head < 0:
            continue
        before = last.get(doc[head].lemma_)
        if before is not None and doc[head].pos_ == "NOUN" and is_definite(doc[head]):
            found[index] = replace(
                statement,
                anonymous=not statement.speaker,
                via=statement.via or before.via,
                when=statement.when or before.when,
            )
        if found[index].anonymous:
            last[doc[head].lemma_] = found[index]
    return found
