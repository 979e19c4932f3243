"""What a person did with an item, read from what stands in the file and what the ledger says was written."""

from generator.articlefile.contents import Contents, stands
from generator.articlefile.decode import Written
from generator.articlefile.layout import Chunk
from generator.ledger import MACHINE, PERSON, Entry, State, fingerprint


def state_of(entry: Entry | None, chunk: Chunk | None) -> State:
    """The state of an item before any proposal is looked at.

    An item that stands in the file although the ledger says that it was removed or withdrawn was put back by
    a person.
    """
    if chunk is None:
        return _absent(entry)
    if entry is None:
        return "added"
    if stands(entry, chunk) or (entry.state == "orphaned" and entry.hash == fingerprint(chunk.lines)):
        return entry.state
    return "added" if entry.state == "added" else "touched"


def state_in(found: Contents, written: Written, entry: Entry | None) -> State:
    """The state of what stands in the file: a person who moved or copied it touched it, whatever its lines say."""
    state = state_of(entry, written.chunk)
    moved = found.strayed(written) or written.id in found.copies.values()
    return "touched" if state in MACHINE and moved else state


def _absent(entry: Entry | None) -> State:
    if entry is None or entry.state in MACHINE | PERSON:
        return "deleted"
    return entry.state


def removed_state(*, proposed: bool) -> State:
    """Of what a person removed: whether the machine would still write it."""
    return "deleted" if proposed else "gone"
