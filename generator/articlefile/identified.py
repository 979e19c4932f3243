"""Ids of what stands in an article's file: given where there is none, told where two things have one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import ledger as ledgers
from generator.articlefile import decode
from generator.articlefile.decode import Written
from generator.identity import candidates, first_free
from generator.ledger import Entry, fingerprint
from generator.model import Diagnostic, NamedEntity, Sentence
from generator.sentences import split


def identified(items: tuple[Written, ...], text: str, recorded: Mapping[str, Entry]) -> tuple[Written, ...]:
    """`items` with an id for each that has none, or that of another.

    None gets the id of what is gone from the file: it would pass for that, put back.
    """
    sentences: Sequence[Sentence] = ()
    taken = {written.id for written in items if written.id}
    taken |= {id_ for id_, entry in recorded.items() if entry.state in ledgers.ABSENT}
    seen: set[str] = set()
    named = []
    for written in items:
        id_, item = written.id, written.item
        if item and not isinstance(item, NamedEntity) and (not id_ or id_ in seen):
            sentences = sentences or split(text)
            id_ = first_free(candidates(item, text, sentences), taken)
            taken.add(id_)
            item = replace(item, id=id_)
            written = replace(written, id=id_, item=item)  # noqa: PLW2901
        seen.add(id_)
        named.append(written)
    return tuple(named)


def as_recorded(written: Written, recorded: Mapping[str, Entry], path: str) -> Written:
    """`written`, but without a place if the ledger says that its words are gone, and nobody changed them since.

    The same words may stand elsewhere in the text; only a person can say that they are meant.
    """
    entry = recorded.get(written.id)
    if entry is None or entry.state != "orphaned" or entry.hash != fingerprint(written.chunk.lines):
        return written
    message = f"“{entry.words[:60]}” was taken out of the seed"
    hint = "Give the item other words of the article, or delete it."
    problem = Diagnostic("quote-not-found", "error", path, message, decode.line_of(written), 1, hint)
    return replace(written, item=None, problems=(problem,))


def duplicates(written: Sequence[Written], path: str) -> Iterator[Diagnostic]:
    """Each id that two things have."""
    for item, id_, first in repeated(written):
        message = f'the id "{id_}" stands here twice'
        hint = f"Delete this one if it is a copy of the one in line {first}, else delete its id."
        yield Diagnostic("duplicate-id", "error", path, message, item.chunk.line, 1, hint)


def repeated(written: Iterable[Written]) -> Iterator[tuple[Written, str, int]]:
    """Each whose id another one has further up, with the id and the line of that one."""
    seen: dict[str, int] = {}
    for item in written:
        # An entity without an id is called after its name; an item gets an id that no other one has.
        id_ = decode.written_id(item) or (item.id if item.kind == "entity" else "")
        if id_ and id_ in seen:
            yield item, id_, seen[id_]
        elif id_:
            seen[id_] = item.chunk.line
