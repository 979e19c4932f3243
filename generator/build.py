"""The whole way of the data, from the files of a dossier to its site.

    sources ─ load ─▶ settings, articles, registers ─ assemble ─▶ Site ─ render, export ─▶ pages ─ MkDocs ─▶ site

Everything between `store.read` and `store.write_pages` is pure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator import (
    articlefile,
    checks,
    corrections,
    export,
    ids,
    ingest,
    registers,
    settings,
    store,
    vocabulary,
)
from generator.assemble import assemble, with_gone
from generator.model import Annotated, Article, Diagnostic, Reading, Register, Settings, Site
from generator.render import render
from generator.vocabulary import Vocabulary
from generator.yamlfile import conflicts


@dataclass(frozen=True, slots=True)
class Loaded:
    """content/ and seeds/, understood."""

    settings: Settings
    vocabulary: Vocabulary
    seeds: Mapping[str, Article]
    """File name in seeds/ → article, for each seed that can be read."""
    articles: tuple[Annotated, ...]
    registers: tuple[Register, ...]
    ids: tuple[ids.Published, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """What a build would write."""

    site: Site
    pages: Mapping[str, str | bytes]
    diagnostics: tuple[Diagnostic, ...]


def load(sources: store.Sources) -> Loaded:
    """Understand what was read; what cannot be understood is a diagnostic, the rest is there."""
    problems = list(sources.diagnostics)
    chosen, found = settings.read(sources.settings, "content/dossier.yml")
    problems += found
    for source, path in ((sources.index, "content/index.md"), (sources.about, "content/about.md")):
        problems += conflicts(source.split("\n"), path)
    topics, found = vocabulary.choose(chosen.vocabulary, sources.vocabularies)
    problems += found
    ingested = []
    for seed in sources.seeds:
        article, found = ingest.ingest(seed.name, seed.data, seed.sidecar, chosen)
        problems += found
        ingested += [article] if article else []
    taken = [PurePosixPath(path).stem for path in sources.articles]
    seeds = {article.seed: article for article in ingest.addressed(ingested, taken)}
    unread = {problem.path for problem in sources.diagnostics} & sources.articles.keys()
    articles = []
    filed = articlefile.filed(sources.articles, seeds)
    for path, source in sources.articles.items():
        if path in unread:
            continue
        annotated, found = articlefile.read(source, path, seeds.get(filed[path]))
        problems += found
        articles += [annotated] if annotated else []
    known = {annotated.article.seed for annotated in articles}
    bare = [_bare(article) for name, article in seeds.items() if name not in known]
    # A file that cannot be read may withhold any of them.
    articles += (
        [replace(one, article=replace(one.article, rights="none")) for one in bare] if unread else bare
    )
    articles, found = _apart(articles)
    problems += found
    written = []
    for path, source in sources.registers.items():
        register, found = registers.read(source, path)
        problems += found
        written += [register] if register else []
    published, found = ids.parse(sources.ids, "content/ids.tsv")
    problems += found
    logged, found = corrections.parse(sources.corrections, "content/corrections.tsv")
    problems += found
    told = tuple(_corrected(annotated, logged) for annotated in articles)
    return Loaded(chosen, topics, seeds, told, tuple(written), published, tuple(problems))


def _bare(article: Article) -> Annotated:
    """A seed that `dossier annotate` has not seen: a page with its text."""
    return Annotated(article, Reading(), path=f"seeds/{article.seed}", annotated=False)


def _corrected(annotated: Annotated, logged: Sequence[corrections.Logged]) -> Annotated:
    """With the corrections that were recorded for it, besides those in its own file."""
    own = tuple(one.correction() for one in logged if one.article == annotated.article.id)
    return replace(annotated, corrections=(*annotated.corrections, *own)) if own else annotated


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


def site_of(loaded: Loaded, sources: store.Sources) -> Site:
    """The Site of a dossier, redirects of ids.tsv included."""
    merged: dict[tuple[str, str], str] = {
        (record.kind, record.id): record.merged_into for record in loaded.ids if record.merged_into
    }
    site = assemble(
        loaded.articles,
        loaded.registers,
        loaded.settings,
        loaded.vocabulary,
        merged,
        home=sources.index,
        about=sources.about,
        published={record.address for record in loaded.ids},
    )
    return replace(site, redirects={**ids.redirects(loaded.ids), **site.redirects})


def inspect(sources: store.Sources) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The Site and all that is wrong, by file and line; no page is made."""
    loaded = load(sources)
    site = site_of(loaded, sources)
    found = (
        *loaded.diagnostics,
        *checks.check(site, loaded.registers),
        *checks.addresses(site, loaded.ids),
    )
    return with_gone(site, found), tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.code)))


def compose(sources: store.Sources, site_url: str = "") -> Composed:
    """The Site and all its pages and exports, path below build/pages → contents."""
    site, diagnostics = inspect(sources)
    pages: dict[str, str | bytes] = {**render(site, export.CATALOGUE), **export.export(site, site_url)}
    return Composed(site, pages, diagnostics)


def write_pages(folder: store.Folder, site_url: str = "") -> Composed:
    """Compose the pages of the dossier and put them into build/pages."""
    composed = compose(store.read(folder), site_url)
    store.write_pages(folder.pages, composed.pages)
    return composed


class NotStrict(Exception):
    """A strict build met diagnostics; the site stays as it was."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(diagnostics)} diagnostics")
        self.diagnostics = diagnostics


def build(folder: store.Folder, *, strict: bool = False) -> Composed:
    """content/ → pages → site/. Never writes content/. With `strict`, a problem other than a remark refuses.

    Raises NotStrict, store.Busy, site.RenderError; then site/ is as it was.
    """
    from generator import site as renderer

    with store.lock(folder):
        composed = write_pages(folder, renderer.address(folder.root))
        if strict and any(problem.severity != "info" for problem in composed.diagnostics):
            raise NotStrict(composed.diagnostics)
        publish(folder, composed, strict=strict)
    return composed


def publish(folder: store.Folder, composed: Composed, *, strict: bool = False, live: bool = False) -> None:
    """Render build/pages, which hold the pages of `composed`, to site/, or with `live` to build/preview.

    Raises site.RenderError; then these are as they were.
    """
    from generator import site as renderer

    renderer.render(
        folder.root,
        folder.pages,
        folder.preview if live else folder.site,
        title=composed.site.settings.title,
        as_of=composed.site.as_of,
        strict=strict,
        live=live,
    )
