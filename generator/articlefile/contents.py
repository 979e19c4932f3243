"""All that an article's file says, before it is brought together with the seed."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import ledger as ledgers
from generator.articlefile import decode
from generator.articlefile.decode import Written
from generator.articlefile.finding import AMBIGUOUS, Ground
from generator.articlefile.front import entities_of, values_of
from generator.articlefile.identified import as_recorded, duplicates, identified, repeated
from generator.articlefile.layout import Block, Chunk, Page
from generator.articlefile.normal import Normal, digest
from generator.articlefile.schema import CorrectionKeys
from generator.ledger import Entry, Ledger, fingerprint
from generator.model import Correction, Diagnostic, Span
from generator.yamlfile import did_you_mean, load, validate


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a file. Places are in the normal form of the text that the file has."""

    path: str
    """Of the file, for messages."""
    page: Page
    text: str
    paragraphs: tuple[Span, ...]
    front: Mapping[str, str]
    """Keys of the front matter that can be read, as written; without `entities`."""
    keys: Mapping[str, Chunk]
    """All keys of the front matter."""
    entities: tuple[Written, ...]
    items: tuple[Written, ...]
    """In the order of the file; each has an id, and no two the same."""
    copies: Mapping[int, str]
    """Line of a chunk → its id as written, for each entity or item whose id stands further up, too."""
    corrections: tuple[Correction, ...]
    ledger: Ledger | None
    """None: there is none, or it cannot be read."""
    recorded_keys: Mapping[str, Entry]
    """Key of the front matter → what the ledger knows of it."""
    recorded: Mapping[str, Entry]
    """Id of an entity or item → what the ledger knows of it."""
    problems: tuple[Diagnostic, ...]
    broken: tuple[Diagnostic, ...]
    """Those that make it unsafe to change the file."""

    def entry(self, written: Written) -> Entry | None:
        """What the ledger knows of an item or entity."""
        return self.recorded.get(written.id)

    @property
    def settled(self) -> tuple[str, ...]:
        """Ids of what a person and the machine may see differently."""
        return tuple(self.front.get("settled", "").split())

    def untouched(self, written: Written) -> bool:
        """Whether an item or entity stands as the machine wrote it, and where."""
        return stands(self.entry(written), written.chunk) and not self.strayed(written)

    def strayed(self, written: Written) -> bool:
        """Whether an item stands below another paragraph than the one in which the machine read it."""
        entry = self.entry(written)
        if entry is None or not entry.spans or written.section < 0 or not self.is_seed_changed():
            return False
        starts = [span.start for span in self.paragraphs]
        return bisect_right(starts, entry.spans[0].start) - 1 != written.section

    def is_seed_changed(self) -> bool:
        """Whether the paragraphs stand as the machine wrote them, so that a difference is the seed's."""
        return self.ledger is not None and self.ledger.text == digest(self.text)


def stands(entry: Entry | None, chunk: Chunk) -> bool:
    """Whether `chunk` is what the machine wrote and recorded in `entry`."""
    return entry is not None and entry.state in ledgers.MACHINE and entry.hash == fingerprint(chunk.lines)


def contents(page: Page, path: str, seed: Normal | None) -> Contents:
    """What `page` says. Without paragraphs of its own it has those of `seed`."""
    text, paragraphs = _text(page, seed)
    ledger, unread = _ledger(page, path)
    front, front_problems, front_broken = values_of(page, path)
    entities = entities_of(page, path)
    known = tuple(written.id for written in entities if written.item)
    # What is wrong with the entities themselves is not told again wherever an item refers to one.
    unclear = any(not written.id for written in entities) or any(
        one.code == "not-a-list" for one in front_broken
    )
    broken_ids = None if unclear else tuple(written.id for written in entities if not written.item)
    ground = Ground(text, paragraphs, path, known, broken_ids)
    recorded = ledger.of_items() if ledger else {}
    items = tuple(
        as_recorded(written, recorded, path)
        for written in identified(tuple(_items(page, ground)), text, recorded)
    )
    corrections, wrong = _corrections(page, path)
    broken = (*page.problems, *unread, *front_broken, *_syntax((*entities, *items)))
    found = Contents(
        path,
        page,
        text,
        paragraphs,
        front,
        {chunk.name: chunk for chunk in page.front.chunks},
        entities,
        items,
        {one.chunk.line: id_ for one, id_, _ in repeated((*entities, *items))},
        corrections,
        ledger,
        ledger.of_keys() if ledger else {},
        recorded,
        (),
        broken,
    )
    problems = (
        *broken,
        *front_problems,
        *wrong,
        *duplicates((*entities, *items), path),
        *_unsettled(found),
        *(problem for written in (*entities, *items) for problem in _of(written, found)),
    )
    return replace(found, problems=tuple(dict.fromkeys(problems)))


def _of(written: Written, found: Contents) -> Iterator[Diagnostic]:
    """What is wrong with an item; the machine knows which of several places it meant."""
    entry = found.entry(written)
    for problem in written.problems:
        if problem.code != AMBIGUOUS or entry is None or entry.state == "added":
            yield problem


def _syntax(written: Sequence[Written]) -> Iterator[Diagnostic]:
    """Problems of YAML itself."""
    for item in written:
        yield from (problem for problem in item.problems if item.node is None)


def _text(page: Page, seed: Normal | None) -> tuple[str, tuple[Span, ...]]:
    lines = [section.text for section in page.sections[1:]]
    if not lines and seed:
        return seed.text, seed.paragraphs
    spans = []
    start = 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return "\n".join(lines), tuple(spans)


def _ledger(page: Page, path: str) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
    if page.ledger is None:
        return None, ()
    start, end = page.ledger.start, page.ledger.end
    return ledgers.parse(page.tail[start:end], path, page.tail_line + start)


def _items(page: Page, ground: Ground) -> Iterator[Written]:
    if not ground.paragraphs:
        ground = replace(ground, paragraphs=(Span(0, 0),))
    for index, section in enumerate(page.sections):
        for part in section.after:
            if isinstance(part, Block):
                for chunk in part.segments.chunks:
                    yield decode.item(chunk, min(max(0, index - 1), len(ground.paragraphs) - 1), ground)


def _unsettled(found: Contents) -> Iterator[Diagnostic]:
    """Ids said to be settled that nothing has."""
    known = {*found.recorded_keys, *found.recorded}
    known |= {written.id for written in (*found.entities, *found.items)}
    for id_ in found.settled:
        if id_ not in known:
            message = f"settled: nothing here has the id “{id_}”"
            hint = (
                did_you_mean(id_, sorted(known))
                or "The lines of `dossier status` name the ids; or delete it."
            )
            yield Diagnostic("unknown-id", "info", found.path, message, found.keys["settled"].line, hint=hint)


def _corrections(page: Page, path: str) -> tuple[tuple[Correction, ...], tuple[Diagnostic, ...]]:
    found: list[Correction] = []
    problems: list[Diagnostic] = []
    for fenced in page.corrections:
        source = "\n".join(page.tail[fenced.start : fenced.end])
        node, unread = load(source, path=path, line=page.tail_line + fenced.start)
        problems += unread
        for entry in node.entries if node else ():
            keys, wrong = validate(entry, CorrectionKeys, path=path)
            problems += wrong
            if keys:
                found.append(Correction(keys.date, keys.what, keys.old, keys.new))
        if node and node.value and not isinstance(node.value, tuple):
            hint = 'Begin each with "- date: ".'
            problems.append(
                Diagnostic("not-a-list", "error", path, "corrections must be a list", node.line, 1, hint)
            )
    return tuple(found), tuple(problems)
