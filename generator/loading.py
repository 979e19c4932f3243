"""content/ and seeds/, understood. What was understood before is remembered by its bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator import articlefile, corrections, ids, ingest, registers, settings, store, vocabulary
from generator.memo import Memo, Remembered
from generator.model import FORMAT, Annotated, Article, Diagnostic, Reading, Register, Settings
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
    ids: tuple[ids.Published, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(sources: store.Sources, memo: Memo | None = None) -> Loaded:
    """Understand what was read; what cannot be understood is a diagnostic, the rest is there. `memo` saves time."""
    memo = memo or Memo()
    problems = list(sources.diagnostics)
    chosen, found = settings.read(sources.settings, store.SETTINGS)
    problems += found
    if chosen.format < FORMAT and (sources.articles or sources.registers or sources.ids):
        message = f"this dossier has format {chosen.format}; this program writes format {FORMAT}"
        hint = "Run dossier migrate; with --dry-run --diff it shows what it would change."
        problems.append(Diagnostic("older-format", "error", store.SETTINGS, message, hint=hint))
    for source, path in ((sources.index, store.INDEX), (sources.about, store.ABOUT)):
        problems += conflicts(source.split("\n"), path)
    topics, found = vocabulary.choose(chosen.vocabulary, sources.vocabularies)
    problems += found
    read_seeds = memo.each(SEEDS, [(seed.name, seed.data, seed.sidecar, chosen) for seed in sources.seeds])
    problems += [problem for _, found in read_seeds for problem in found]
    taken = [PurePosixPath(path).stem for path in sources.articles]
    ingested = ingest.addressed((article for article, _ in read_seeds if article), taken)
    seeds = {article.seed: article for article in ingested}
    filed = articlefile.filed(sources.articles, seeds)
    refused = {problem.path for problem in sources.diagnostics}
    unread = refused & sources.articles.keys()
    read_files = memo.each(
        FILES,
        [
            (source, path, seeds.get(filed[path]))
            for path, source in sources.articles.items()
            if path not in unread
        ],
    )
    articles = [_kept_once(annotated, seeds) for annotated, _ in read_files if annotated]
    problems += [problem for _, found in read_files for problem in found]
    told = {annotated.article.seed for annotated in articles}
    bare = [_bare(article) for name, article in seeds.items() if name not in told]
    # A file that cannot be read may withhold any of them.
    articles += (
        [replace(one, article=replace(one.article, rights="none")) for one in bare] if unread else bare
    )
    articles, found = _apart(articles)
    problems += found
    written = []
    for path, source in sources.registers.items():
        if path in refused:
            continue
        register, found = registers.read(source, path)
        problems += found
        written += [register] if register else []
    published, found = ids.parse(sources.ids, store.IDS)
    problems += found
    logged, found = corrections.parse(sources.corrections, store.CORRECTIONS)
    problems += found
    return Loaded(
        chosen,
        topics,
        seeds,
        filed,
        _corrected(articles, logged),
        tuple(written),
        sources.index,
        sources.about,
        published,
        tuple(problems),
    )


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
    return Annotated(article, Reading(), path=f"seeds/{article.seed}", annotated=False)


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


def _apart(articles: Sequence[Annotated]) -> tuple[list[Annotated], tuple[Diagnostic, ...]]:
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
    return [one for one in articles if kept[one.article.id] is one], tuple(problems)
