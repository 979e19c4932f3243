"""seeds/ → proposals → merged into content/articles/. The only code that writes what people edit."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator import build, corrections, ids, merge, settings, store
from generator.articlefile import Normal, digest, header
from generator.assemble import by_age
from generator.assemble.published import article_views, published
from generator.memo import Memo, Remembered
from generator.model import EXTRACTOR, FORMAT, Article, ArticleView, Diagnostic, Reading
from generator.readings import Unread

TOLD_ONCE = frozenset({"ledger-missing", "not-read", "quote-corrected"})
"""Codes of what only the run can tell that finds it; afterwards the file is in order."""

Reader = Callable[[Iterable[Article]], Iterator[tuple[Article, Reading | Unread]]]
"""The machine: articles → readings, in order."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file of content/ before and after."""

    path: str
    old: str
    """Empty: the file is new."""
    new: str
    diagnostics: tuple[Diagnostic, ...] = ()


def stale(
    sources: store.Sources, loaded: build.Loaded, chosen: Sequence[str] = (), *, older_than: int = 0
) -> tuple[str, ...]:
    """Names of the seeds to read: those `chosen`, or else those without a file in content/ or corrected since.

    One whose sidecar tells another language now is read anew; so is what an extractor `older_than` that read.
    """
    if chosen:
        return tuple(name for name in loaded.seeds if name in chosen)
    headers = {seed: header(sources.articles[path]) for path, seed in loaded.filed.items()}
    languages = {annotated.article.seed: annotated.article.language for annotated in loaded.articles}
    return tuple(
        name
        for name, article in loaded.seeds.items()
        if name not in headers
        or headers[name].text != digest(Normal.of(article.text).text)
        or (headers[name].language or article.language) != languages.get(name, article.language)
        or headers[name].extractor < older_than
    )


def refreshed_changes(
    sources: store.Sources,
    loaded: build.Loaded,
    stale: Collection[str],
    memo: Memo | None = None,
    extractor: int = EXTRACTOR,
) -> list[Change]:
    """Files whose front matter no longer is what stands beside the seed; `stale` are read anew in any case.

    What was read by an older version than `extractor` is left alone, unless a sidecar tells of it: the rules by
    which a title or a date is found in a text may have changed since, and `--upgrade` is for that. `memo` saves
    time.
    """
    unread = {problem.path for problem in sources.diagnostics}
    told = {seed.name for seed in sources.seeds if seed.sidecar is not None}
    asked = []
    for path, name in loaded.filed.items():
        old = sources.articles[path]
        current = header(old).extractor >= extractor or header(old).seed != name
        if name in loaded.seeds and name not in stale and path not in unread and (current or name in told):
            asked.append((loaded.seeds[name], old, path))
    changed = (memo or Memo()).each(CHANGED, asked)
    return [Change(path, old, new) for (_, old, path), new in zip(asked, changed, strict=True) if new]


def _changed(article: Article, old: str, path: str) -> str:
    """The file with the front matter of today; empty where it has that."""
    new = merge.refreshed(article, old, path=path)
    return new if new != old else ""


CHANGED = Remembered("changed front matter", _changed, str)


def proposed_changes(
    sources: store.Sources,
    loaded: build.Loaded,
    read: Reader,
    names: Sequence[str],
    extractor: int = EXTRACTOR,
) -> Generator[Change, None, None]:
    """What reading the seeds called `names` makes of their files, one by one.

    `extractor` is the version of `read`, which the files tell.
    """
    paths = {seed: path for path, seed in loaded.filed.items()}
    unread = {problem.path for problem in sources.diagnostics}
    articles = {
        path: article
        for article in (_as_filed(loaded.seeds[name], paths) for name in names)
        if (path := ids.file_of("article", article.id)) not in unread
    }
    filed = {annotated.path: annotated.article for annotated in loaded.articles}
    corrected = [filed.get(path, article) for path, article in articles.items()]
    for (path, article), (_, reading) in zip(articles.items(), read(corrected), strict=True):
        old = sources.articles.get(path)
        if isinstance(reading, Unread):
            yield Change(path, old or "", old or "", (_unread(article, reading),))
            continue
        merged = merge.merge(article, reading, old, extractor=extractor)
        yield Change(path, old or "", merged.source, merged.diagnostics)


def _unread(article: Article, reading: Unread) -> Diagnostic:
    hint = "Everything else is annotated. Please report it with this seed; dossier annotate tries it again."
    message = f"the machine could not read this article: {reading.why}"
    return Diagnostic("not-read", "error", f"seeds/{article.seed}", message, hint=hint)


def _as_filed(article: Article, paths: Mapping[str, str]) -> Article:
    """`article` under the id of its file in content/, which never changes."""
    path = paths.get(article.seed)
    return replace(article, id=PurePosixPath(path).stem) if path else article


def published_ids(loaded: build.Loaded) -> str:
    """content/ids.tsv with every id that a build publishes added."""
    refs = published(by_age(loaded.articles), loaded.registers, loaded.settings, build.merged(loaded))
    new = [ids.Published(ref.kind, ref.id, (ref.name,)) for ref in refs]
    return ids.write(ids.add(loaded.ids, new))


def record(folder: store.Folder, *, today: str, upgraded_to: int = 0) -> build.Loaded:
    """Write down what readers of the last commit have to know; return what the dossier says now.

    content/ids.tsv gets the ids that a build publishes, content/corrections.tsv what a person changed. A line
    of these that cannot be read would be lost, so such a file stays as it is. If all articles were `upgraded_to`
    a version of the extractor, dossier.yml says so from now on. Raises build.OtherFormat.
    """
    sources = store.read(folder)
    loaded = build.understood(folder, sources)
    build.require_format(loaded.diagnostics)
    if loaded.settings.format < FORMAT:
        # Nothing is there yet that could be of an older format.
        marked = settings.with_key(sources.settings, "format", FORMAT)
        store.write(folder.root / store.SETTINGS, marked, expect=sources.settings)
        return record(folder, today=today, upgraded_to=upgraded_to)
    broken = {problem.path for problem in loaded.diagnostics if problem.severity == "error"}
    if store.IDS not in broken:
        new = published_ids(loaded)
        store.write(folder.root / store.IDS, new, expect=sources.ids)
    if not any(path.startswith("content/") for path in broken):
        with store.committed(folder) as before:
            if before and (new := corrected(store.read(before), sources, today)) != sources.corrections:
                store.write(folder.root / store.CORRECTIONS, new, expect=sources.corrections)
    if upgraded_to:
        chosen = settings.with_key(sources.settings, "extractor", upgraded_to)
        store.write(folder.root / store.SETTINGS, chosen, expect=sources.settings)
    return loaded


def corrected(before: store.Sources, after: store.Sources, today: str) -> str:
    """content/corrections.tsv: what it had, and what a person changed since `before`.

    Both states are understood with the registers of today: names that one of them joins are no other speakers.
    """
    paths = {path for path, source in before.articles.items() if after.articles.get(path, source) != source}
    logged, _ = corrections.parse(before.corrections, store.CORRECTIONS)
    if not paths:
        return before.corrections
    then = replace(before, registers=after.registers, ids=after.ids)
    old, new = (_views(build.load(_only(some, paths))) for some in (then, after))
    found = corrections.corrections(old, new, today)
    return corrections.write((*logged, *found)) if found else before.corrections


def _views(loaded: build.Loaded) -> tuple[ArticleView, ...]:
    return article_views(by_age(loaded.articles), loaded.registers, loaded.settings, build.merged(loaded))


def _only(sources: store.Sources, paths: Collection[str]) -> store.Sources:
    """`sources` with no other articles than those at `paths`."""
    articles = {path: source for path, source in sources.articles.items() if path in paths}
    names = {header(source).seed for source in articles.values()}
    seeds = tuple(seed for seed in sources.seeds if seed.name in names)
    return replace(sources, articles=articles, seeds=seeds)
