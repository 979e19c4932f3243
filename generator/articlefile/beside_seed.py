"""Whether the paragraphs of an article's file are those of its seed, and where they first differ."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from generator.articlefile.contents import Contents
from generator.articlefile.layout import Section
from generator.articlefile.normal import Normal
from generator.ledger import shortened
from generator.model import Article, Diagnostic

SHOWN = 60
"""Characters of a difference that a message quotes."""


def against_seed(found: Contents, seed: Article | None, normal: Normal | None) -> Iterator[Diagnostic]:
    """What is wrong between the file and its seed: it is missing, was corrected, or the file was changed."""
    if seed is None or normal is None:
        yield _missing(found)
        return
    if (name := found.front.get("seed", "")) and name != seed.seed:
        message = f"the seed of this article is seeds/{seed.seed} now: it has the text that seeds/{name} had"
        hint = "Run dossier annotate: it writes the new name here."
        yield Diagnostic("seed-renamed", "warning", found.path, message, found.keys["seed"].line, hint=hint)
    if found.text != normal.text and found.is_seed_changed():
        # The file knows the text that was read, not the bytes that it was read from.
        message = (
            f"seeds/{seed.seed} was corrected, or this program reads it otherwise, since it was annotated"
        )
        hint = "Run dossier annotate: it brings the text here up to date and moves the annotations with it."
        yield Diagnostic("seed-changed", "warning", found.path, message, hint=hint)
    elif found.text != normal.text:
        paragraphs = [normal.text[span.start : span.end] for span in normal.paragraphs]
        line, message = _difference(found.page.sections[1:], paragraphs)
        hint = f"Undo the change here; to correct the text itself, change seeds/{seed.seed}."
        yield Diagnostic("text-changed", "error", found.path, message, line, hint=hint)


def _missing(found: Contents) -> Diagnostic:
    name = found.front.get("seed", "")
    if not name:
        hint = "Name its file in seeds/ in the front matter: seed: NAME."
        message = "this article does not name its seed"
        return Diagnostic("seed-missing", "error", found.path, message, hint=hint)
    message = f"the seed of this article, seeds/{name}, is missing or cannot be read"
    hint = "Put it back, or correct the name."
    return Diagnostic("seed-missing", "error", found.path, message, found.keys["seed"].line, hint=hint)


def _difference(sections: Sequence[Section], paragraphs: Sequence[str]) -> tuple[int, str]:
    """Line of the file where it first differs from the seed, and how."""
    here = {section.text for section in sections}
    for section in sections:
        if section.text not in paragraphs:
            gone = [paragraph for paragraph in paragraphs if paragraph not in here]
            best = process.extractOne(section.text, gone, scorer=fuzz.ratio, score_cutoff=50)
            if best is None:
                return section.line, f"the paragraph “{shortened(section.text, SHOWN)}” is not in the seed"
            mine, seeds = _apart(section.text, best[0])
            return section.line, f"this paragraph has “{mine}” where the seed has “{seeds}”"
    # Every paragraph is one of the seed's: some are missing, stand twice or in another order.
    for section, paragraph in zip(sections, paragraphs, strict=False):
        if section.text != paragraph:
            return section.line, f"the seed has the paragraph “{shortened(paragraph, SHOWN)}” here"
    if len(sections) < len(paragraphs):
        missing = paragraphs[len(sections)]
        return sections[-1].line, f"after this paragraph the seed has “{shortened(missing, SHOWN)}”"
    return sections[len(paragraphs)].line, "the seed ends before this paragraph"


def _apart(mine: str, seeds: str) -> tuple[str, str]:
    """The words that differ, with one common word before and after them."""
    left, right = mine.split(), seeds.split()
    shorter = min(len(left), len(right))
    before = next((i for i in range(shorter) if left[i] != right[i]), shorter)
    after = next((i for i in range(shorter - before) if left[-1 - i] != right[-1 - i]), shorter - before)
    start, end = max(0, before - 1), max(0, after - 1)
    cut = (words[start : len(words) - end] for words in (left, right))
    one, other = (shortened(" ".join(words), SHOWN) for words in cut)
    return one, other
