"""content/ and seeds/, understood. What was understood before is remembered by its bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator import articlefile, corrections, ids, ingest, registers, settings, store, vocabulary
from generator.memo import Memo, Remembered
from generator.model import FORMAT, Annotated, Article, Diagnostic, Reading, Register, Settings
from generator.notes import Note
from generator.vocabulary import Vocabulary
from generator.yamlfile import conflicts


@dataclass(frozen=True, slots=True)
class Loaded:
    """content/ and seeds/, understood."""

    settings: Settings
    vocabulary: Vocabulary
    seeds: Mapping[str, Article]
    """File name in seeds/ → article, for each seed that can be read."""
    filed: Mapping[str, str]
    """Path of each article's file → name of its seed, renamed or not."""
    articles: tuple[Annotated, ...]
    registers: tuple[Register, ...]
    index: str
    """What a person wrote for the home page, and for the page about the dossier; maybe empty."""
    about: str
    notes: tuple[Note, ...]
    """What people wrote in Markdown, where it names files that may be pages."""
    ids: tuple[ids.Published, ...]
    unread: frozenset[str]
    """Paths of articles' files and registers of which not all is known: they cannot be read to their end."""
    diagnostics: tuple[Diagnostic, ...]


Problems = Sequence[Diagnostic]
"""What is wrong with one part of the sources."""


def load(sources: store.Sources, memo: Memo | None = None) -> Loaded:
    """Understand what was read; what cannot be understood is a diagnostic, the rest is there. `memo` saves time."""
    memo = memo or Memo()
    vocabularies = vocabulary.names(sources.vocabularies)
    chosen, in_settings = settings.read(sources.settings, store.SETTINGS, vocabularies)
    topics, in_vocabulary = vocabulary.choose(chosen.vocabulary, sources.vocabularies)
    seeds, in_seeds = _seeds(sources, chosen, memo)
    filed = articlefile.filed(sources.articles, seeds)
    articles, in_articles = _articles(sources, seeds, filed, memo)
    written, in_registers = _registers(sources)
    published, in_ids = ids.parse(sources.ids, store.IDS)
    logged, in_corrections = corrections.parse(sources.corrections, store.CORRECTIONS)
    known = {one.path for one in articles} | {one.path for one in written}
    cut = {problem.path for problem in in_articles if problem.code in articlefile.OPENED}
    return Loaded(
        settings=chosen,
        vocabulary=topics,
        seeds=seeds,
        filed=filed,
        articles=_corrected(articles, logged),
        registers=written,
        index=sources.index,
        about=sources.about,
        notes=tuple(_notes(sources, articles, written)),
        ids=published,
        unread=frozenset({*sources.articles, *sources.registers} - known | cut),
        diagnostics=(
            *sources.diagnostics,
            *in_settings,
            *_older_format(sources, chosen),
            *conflicts(sources.index.split("\n"), store.INDEX),
            *conflicts(sources.about.split("\n"), store.ABOUT),
            *in_vocabulary,
            *in_seeds,
            *in_articles,
            *in_registers,
            *in_ids,
            *in_corrections,
        ),
    )


def _older_format(sources: store.Sources, chosen: Settings) -> Iterator[Diagnostic]:
    """That content/, which is not empty, has to be migrated."""
    if chosen.format < FORMAT and (sources.articles or sources.registers or sources.ids):
        message = f"this dossier has format {chosen.format}; this program writes format {FORMAT}"
        hint = "Run dossier migrate; with --dry-run --diff it shows what it would change."
        yield Diagnostic("older-format", "error", store.SETTINGS, message, hint=hint)


def _seeds(sources: store.Sources, chosen: Settings, memo: Memo) -> tuple[Mapping[str, Article], Problems]:
    """File name → article, each at an address of its own."""
    read = memo.each(SEEDS, [(seed.name, seed.data, seed.sidecar, chosen) for seed in sources.seeds])
    taken = [PurePosixPath(path).stem for path in sources.articles]
    articles = ingest.addressed((article for article, _ in read if article), taken)
    return {article.seed: article for article in articles}, [one for _, found in read for one in found]


def _articles(
    sources: store.Sources, seeds: Mapping[str, Article], filed: Mapping[str, str], memo: Memo
) -> tuple[Sequence[Annotated], Problems]:
    """What the articles' files say, and each of the `seeds` that has none; no two at one address."""
    unread = {problem.path for problem in sources.diagnostics} & sources.articles.keys()
    given = [
        (source, path, seeds.get(filed[path]))
        for path, source in sources.articles.items()
        if path not in unread
    ]
    read = memo.each(FILES, given)
    annotated = [_kept_once(one, seeds) for one, _ in read if one]
    told = {one.article.seed for one in annotated}
    bare = [_bare(article) for name, article in seeds.items() if name not in told]
    if unread:  # a file that cannot be read may withhold any of them
        bare = [replace(one, article=replace(one.article, rights="none")) for one in bare]
    articles, twins = _apart([*annotated, *bare])
    return articles, [*(problem for _, found in read for problem in found), *twins]


def _registers(sources: store.Sources) -> tuple[tuple[Register, ...], Problems]:
    """What people wrote of entities, issues and events."""
    unread = {problem.path for problem in sources.diagnostics}
    read = [registers.read(source, path) for path, source in sources.registers.items() if path not in unread]
    return tuple(one for one, _ in read if one), [problem for _, found in read for problem in found]


def _notes(
    sources: store.Sources, articles: Iterable[Annotated], written: Iterable[Register]
) -> Iterator[Note]:
    """What people wrote below articles and registers, for the home page and about the dossier."""
    found = [
        Note(store.INDEX, sources.index, sources.index),
        Note(store.ABOUT, sources.about, sources.about),
        *(Note(one.path, sources.articles[one.path], one.notes) for one in articles if one.notes),
        *(Note(one.path, sources.registers[one.path], one.notes) for one in written if one.notes),
    ]
    yield from (note for note in found if ".md" in note.text)


SEEDS = Remembered("seeds", ingest.ingest, tuple[Article | None, tuple[Diagnostic, ...]])
FILES = Remembered("files", articlefile.read, tuple[Annotated | None, tuple[Diagnostic, ...]])


def _kept_once(annotated: Annotated, seeds: Mapping[str, Article]) -> Annotated:
    """With the text of its seed itself where it has the same: what is read from a cache is there twice."""
    article, seed = annotated.article, seeds.get(annotated.article.seed)
    if seed is None or seed.text != article.text:
        return annotated
    return replace(annotated, article=replace(article, text=seed.text))


def _bare(article: Article) -> Annotated:
    """A seed that `dossier annotate` has not seen: a page with its text."""
    return Annotated(article, Reading(), path=f"seeds/{article.seed}", bare=True)


def _corrected(articles: Sequence[Annotated], logged: Sequence[corrections.Logged]) -> tuple[Annotated, ...]:
    """Each with the corrections that were recorded for it, besides those in its own file."""
    recorded: dict[str, list[corrections.Logged]] = {}
    for one in logged:
        recorded.setdefault(one.article, []).append(one)
    return tuple(
        replace(annotated, corrections=(*annotated.corrections, *(one.correction() for one in own)))
        if (own := recorded.get(annotated.article.id))
        else annotated
        for annotated in articles
    )


def _apart(articles: Sequence[Annotated]) -> tuple[Sequence[Annotated], Problems]:
    """`articles` without those whose address another one has, and a diagnostic for each of these."""
    kept: dict[str, Annotated] = {}
    problems = []
    # A file that has its id for a name comes before one that only slips into it.
    for one in sorted(articles, key=lambda one: PurePosixPath(one.path).stem != one.article.id):
        first = kept.setdefault(one.article.id, one)
        if first is not one:
            message = f"its page would stand at articles/{one.article.id}, as that of {first.path} does"
            hint = "Rename one of the two files. Until then this one is left out."
            problems.append(Diagnostic("twin-address", "error", one.path, message, hint=hint))
    return [one for one in articles if kept[one.article.id] is one], problems
