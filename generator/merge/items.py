"""Items of the text: what becomes of each that is known, and which proposals are new."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.articlefile.encode import kind_of
from generator.articlefile.layout import Lines
from generator.articlefile.writing import Proposed, item_entry, key_of, order, proposed
from generator.identity import candidates, first_free, spans_of
from generator.ledger import MACHINE, PERSON, REMOVED, Entry, State, fingerprint
from generator.merge.differences import NOT_PROPOSED, RETURNED, differences
from generator.merge.holdings import Holding
from generator.merge.matching import Candidate, Place, match
from generator.merge.states import removed_state
from generator.merge.texts import Texts
from generator.model import Item, Mention
from generator.sentences import split

Order = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one item."""

    entry: Entry | None
    """For the ledger; None: nothing can be said of it."""
    lines: Lines | None
    """To stand in the file; None: none."""
    line: int = 0
    """Where its chunk begins in the file as it was; 0: it was not there."""
    paragraph: int | None = None
    """Where it belongs in the new text; None: nobody can say."""
    order: Order | None = None
    """Its place among the others."""


def decide(
    holdings: Sequence[Holding], proposals: Sequence[Item], both: Texts, taken: Sequence[str]
) -> tuple[Decision, ...]:
    """A decision for each holding and each new proposal; these are placed in the normal form of the new text.

    `taken` are ids that no new item may have.
    """
    sentences = split(both.new.text)
    ids = [next(candidates(item, both.new.text, sentences)) for item in proposals]
    matches = match(
        [holding.known() for holding in holdings],
        [
            Candidate(kind_of(item), Place(spans_of(item), key_of(item)), id_, both.words(spans_of(item)))
            for item, id_ in zip(proposals, ids, strict=True)
        ],
    )
    first: dict[int, int] = {}
    for number, index in matches.items():
        first.setdefault(index, number)
    decisions = [
        _decided(holding, proposals[first[index]] if index in first else None, both)
        for index, holding in enumerate(holdings)
    ]
    used = {holding.id for holding in holdings} | set(taken)
    for number, item in enumerate(proposals):
        if number not in matches:
            id_ = first_free(candidates(item, both.new.text, sentences), used)
            used.add(id_)
            decisions.append(_write(replace(item, id=id_), "written", 0, both))
    return tuple(decisions)


def _decided(holding: Holding, proposal: Item | None, both: Texts) -> Decision:
    if holding.state in PERSON:
        return _kept(holding, proposal, both)
    entry = Entry(
        holding.id,
        holding.kind,
        "withdrawn",
        holding.recorded.spans,
        holding.recorded.key,
        words=holding.words,
    )
    line = holding.written.chunk.line if holding.written else 0
    if holding.state in REMOVED:
        return Decision(replace(entry, state=removed_state(proposed=proposal is not None)), None, line)
    if proposal is None:
        return Decision(entry, None, line)
    state: State = holding.state if holding.state in MACHINE else "returned"
    return _write(replace(proposal, id=holding.id), state, line, both)


def _write(item: Item, state: State, line: int, both: Texts) -> Decision:
    """`item` as the machine writes it; one that comes back says so."""
    if state == "returned" and not isinstance(item, Mention) and not item.unsure:
        item = replace(item, unsure=RETURNED)
    mine: Proposed = proposed(item, both.new)
    return Decision(replace(item_entry(mine), state=state), mine.lines, line, mine.paragraph, order(item))


def _kept(holding: Holding, proposal: Item | None, both: Texts) -> Decision:
    """A person's item, as it is but for words that were corrected in the text."""
    item, place = holding.item, holding.recorded
    line = holding.written.chunk.line if holding.written else 0
    if not holding.id or not holding.kind:
        return Decision(None, holding.lines, line)
    entry = Entry(holding.id, holding.kind, holding.state, place.spans, place.key)
    if holding.lost:
        words = entry.words or holding.words
        orphaned = replace(entry, state="orphaned", words=words, hash=fingerprint(holding.lines))
        return Decision(orphaned, holding.lines, line)
    state: State = "touched" if holding.state == "orphaned" else holding.state
    if item is None:
        return Decision(replace(entry, state=state), holding.lines, line)
    if not place.spans:
        entry = replace(entry, spans=spans_of(item), key=key_of(item))
    if proposal is not None:
        note = differences(holding.lines, proposal, both.new)
    else:
        note = NOT_PROPOSED if state == "touched" else ""
    index = both.new.paragraph_at(spans_of(item)[0].start)
    return Decision(replace(entry, state=state, note=note), holding.lines, line, index, order(item))
