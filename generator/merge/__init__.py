"""What the machine proposes, what people wrote, and the ledger of both, brought together in one file.

    merged = merge(article, proposal, current)

A hand edit is never lost: what a person changed, added or removed stays so, whatever is proposed later. An
item that nobody touched is what the machine proposed last. A file that cannot be read is not changed at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.articlefile.beside_seed import against_seed
from generator.articlefile.contents import Contents, contents
from generator.articlefile.decode import line_of
from generator.articlefile.layout import Page, render
from generator.articlefile.normal import Normal, digest
from generator.articlefile.reading import review
from generator.articlefile.splice import with_tail
from generator.articlefile.taking_apart import parse
from generator.articlefile.writing import normalised, write
from generator.identity import spans_of
from generator.ids import file_of
from generator.ledger import PERSON, Ledger
from generator.ledger import write as ledger_lines
from generator.merge.entities import MergedEntities, merge_entities, renamed, with_entities
from generator.merge.front import is_known, merge_front
from generator.merge.holdings import Holding, holdings
from generator.merge.items import decide
from generator.merge.rebuild import rebuilt
from generator.merge.texts import Texts, aliases, texts
from generator.model import Article, Diagnostic, Item, Reading, ReviewItem

__all__ = ["Merged", "merge", "refreshed"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The new file, and what a person should know of it."""

    source: str
    """Equal to what was there, byte for byte, if nothing is to change or nothing may be changed."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong in the file as it was."""
    disagreements: tuple[ReviewItem, ...] = ()
    """Where the machine and a person differ."""
    orphans: tuple[ReviewItem, ...] = ()
    """A person's items whose words are no longer in the text."""


def merge(
    article: Article,
    proposal: Reading,
    current: str | None,
    *,
    extractor: int = 1,
) -> Merged:
    """The file of `article` after the machine read `proposal` in it.

    `current` is the file as it is, None if there is none; `extractor` is the version of what proposed.
    """
    path = file_of("article", article.id)
    if current is None or not current.strip():
        return Merged(write(article, proposal, extractor=extractor))
    normal = Normal.of(article.text)
    found = contents(parse(current, path), path, normal)
    refused = tuple(_refused(found, article, normal))
    if found.broken or refused:
        return Merged(current, (*found.problems, *refused), *_reviewed(found))
    both = texts(found.text, normal, found.ledger)
    page, held = _merged(found, article, proposal, both, extractor)
    source = render(page)
    after = found if source == current else contents(parse(source, path), path, normal)
    told = (*_unrecorded(found), *_corrected(held, after, both))
    return Merged(source, (*found.problems, *told), *_reviewed(after))


def refreshed(article: Article, current: str, *, path: str) -> str:
    """The file with the front matter that the machine would write now, where nobody changed it.

    For a text that need not be read again: only what stands beside the seed has changed, or the seed's name.
    All else is as it was, and so is the whole file if the ledger knows these values already.
    """
    page = parse(current, path)
    front = contents(replace(page, sections=()), path, None)
    if front.ledger is None or front.broken or is_known(front, article):
        return current
    segments, entries = merge_front(front, article)
    others = (entry for entry in front.ledger.entries if entry.kind != "front")
    ledger = replace(front.ledger, entries=(*entries, *others))
    return render(with_tail(replace(page, front=segments), ledger_lines(ledger)))


def _refused(found: Contents, article: Article, normal: Normal) -> Iterator[Diagnostic]:
    """Why the file must stay as it is: its paragraphs are neither the seed's nor what the seed was."""
    for problem in against_seed(found, article, normal):
        if problem.code == "text-changed":
            yield problem


def _unrecorded(found: Contents) -> Iterator[Diagnostic]:
    """That nobody can say any more what a person changed or removed."""
    if found.ledger is None and found.items:
        message = "this file had no ledger: all items in it count as yours now, and deleted ones may be back"
        hint = "If it had one before, take the file back from git, and run dossier annotate again."
        yield Diagnostic("ledger-missing", "warning", found.path, message, 1, 1, hint)


def _merged(
    found: Contents, article: Article, proposal: Reading, both: Texts, extractor: int
) -> tuple[Page, tuple[Holding, ...]]:
    """The new file, and the items of the old one in the new text."""
    normal = both.new
    front, front_entries = merge_front(found, article)
    entities = merge_entities(found, proposal.entities, normal)
    items = _proposed(proposal, entities, normal)
    held = holdings(found, both, entities.present)
    decisions = decide(held, items, both, [entry.id for entry in entities.entries])
    ledger = Ledger(
        extractor,
        digest(normal.text),
        (*front_entries, *entities.entries, *(d.entry for d in decisions if d.entry)),
        aliases(both, found.ledger.aliases if found.ledger else ()),
    )
    page = replace(
        found.page,
        opening=found.page.opening or ("---",),
        front=with_entities(front, entities.segments),
        closing=found.page.closing or ("---",),
        sections=rebuilt(found.page, found.paragraphs, both, decisions),
    )
    return with_tail(page, ledger_lines(ledger)), held


def _corrected(held: Sequence[Holding], after: Contents, both: Texts) -> Iterator[Diagnostic]:
    """A person's items whose words were corrected with the text, by their lines in the new file."""
    lines = {written.id: line_of(written) for written in after.items}
    for holding in held if not both.same else ():
        if holding.item is None or holding.written is None or holding.state not in PERSON:
            continue
        words = " … ".join(both.new.text[span.start : span.end] for span in spans_of(holding.item))
        if holding.lines != holding.written.chunk.lines and words != holding.words:
            message = f"“{holding.words[:60]}” now reads “{words[:60]}”, as the seed was corrected"
            hint = "Check that the item still holds."
            line = lines.get(holding.written.id, line_of(holding.written))
            yield Diagnostic("quote-corrected", "info", after.path, message, line, 1, hint)


def _proposed(proposal: Reading, entities: MergedEntities, normal: Normal) -> tuple[Item, ...]:
    """The proposed items, referring to entities by the ids that the file has for them."""
    placed = normalised(proposal, normal)
    return tuple(item for item in (renamed(item, entities.ids) for item in placed) if item)


def _reviewed(found: Contents) -> tuple[tuple[ReviewItem, ...], tuple[ReviewItem, ...]]:
    """The disagreements and the orphans."""
    items = tuple(review(found))
    return (
        tuple(item for item in items if item.reason == "disagreement"),
        tuple(item for item in items if item.reason == "orphaned"),
    )
