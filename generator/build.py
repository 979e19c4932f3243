"""The whole way of the data, from the files of a dossier to its site.

    sources ─ load ─▶ settings, articles, registers ─ assemble ─▶ Site ─ render, export ─▶ pages ─ MkDocs ─▶ site

Everything between `store.read` and `store.put_page` is pure. Each stage remembers in build/cache what it did, and
does only what has changed since; the result is the same as that of a build which remembers nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import checks, export, ids, manifest, program, shares, store
from generator.assemble import assemble, with_gone
from generator.loading import Loaded, load
from generator.manifest import Made, Pages, Rendered
from generator.marks import Marks
from generator.memo import Memo
from generator.model import Diagnostic, Site
from generator.outputs import Outputs, encoded, fingerprint
from generator.render import pages
from generator.render.links import addresses

if TYPE_CHECKING:
    from generator.site import Elsewhere

__all__ = ["Composed", "Loaded", "NotStrict", "build", "compose", "inspect", "load", "site_of", "write_pages"]

FEW = 12
"""Files that one process makes sooner than two."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a build would write."""

    site: Site
    pages: Mapping[str, str | bytes]
    diagnostics: tuple[Diagnostic, ...]


def merged(loaded: Loaded) -> Mapping[tuple[str, str], str]:
    """(kind, id) → id it was merged into, as ids.tsv remembers."""
    return {(record.kind, record.id): record.merged_into for record in loaded.ids if record.merged_into}


Kept = dict[str, dict[bytes, Any]]
"""What a process that goes on has at hand of reading and of assembling, see `remembering`."""


def understood(folder: store.Folder, sources: store.Sources, kept: Kept | None = None) -> Loaded:
    """`load` of the dossier, which parses only what no earlier run has parsed."""
    with remembering(folder, "read", kept) as memo:
        return load(sources, memo)


@contextmanager
def remembering(folder: store.Folder, name: str, kept: Kept | None = None) -> Iterator[Memo]:
    """What earlier builds left in build/cache under `name`, or this process in `kept`; what is used stays there."""
    with store.results(folder.cache / name, program.identity()) as table:
        memo = Memo(table, None if kept is None else kept.setdefault(name, {}))
        yield memo
        memo.forget_unasked()


def site_of(loaded: Loaded, memo: Memo | None = None) -> Site:
    """The Site of a dossier, redirects of ids.tsv included. `memo` saves time."""
    site = assemble(
        loaded.articles,
        loaded.registers,
        loaded.settings,
        loaded.vocabulary,
        merged(loaded),
        published={record.address for record in loaded.ids},
        memo=memo,
    )
    redirects = {**ids.redirects(loaded.ids), **site.redirects}
    return replace(site, home=loaded.index, about=loaded.about, redirects=redirects)


def inspect(loaded: Loaded, memo: Memo | None = None) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The Site and all that is wrong, by file and line; no page is made. `memo` saves time."""
    site = site_of(loaded, memo)
    known = frozenset(pages(site, addresses(site)) if loaded.notes else ())
    whole = checks.Whole(
        site, loaded.registers, loaded.ids, loaded.diagnostics, loaded.unread, loaded.notes, known
    )
    found = (*loaded.diagnostics, *checks.check(whole))
    return with_gone(site, found), tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.code)))


def compose(sources: store.Sources, site_url: str = "") -> Composed:
    """The Site and all its pages and exports, path below build/pages → contents."""
    site, diagnostics = inspect(load(sources))
    outputs, _ = _outputs(site, site_url)
    return Composed(site, {path: output() for path, output in outputs.items()}, diagnostics)


def _outputs(site: Site, site_url: str) -> tuple[Outputs, Mapping[str, str]]:
    """Every page and export of `site`, and the addresses that the pages lead to."""
    known = addresses(site)
    outputs = {**pages(site, known, export.CATALOGUE), **export.files(site, site_url)}
    return outputs, {f"{kind} {id_}": page for (kind, id_), page in known.pages.items()}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build is to make."""

    before: Pages
    """build/pages as it is."""
    now: Pages
    """As it is to be, without its files; the same as `before` where nothing is to be done."""
    outputs: Outputs


def write_pages(folder: store.Folder, site_url: str = "", sources: store.Sources | None = None) -> Pages:
    """Bring build/pages up to date with the dossier, or with `sources`; return what is there now."""
    return carried_out(folder, planned(folder, site_url, sources or store.read(folder)))


def planned(folder: store.Folder, site_url: str, sources: store.Sources, kept: Kept | None = None) -> Plan:
    """What is to be in build/pages; nothing of it is made yet. `kept` saves time."""
    before = manifest.decoded(store.remembered(folder.cache / "pages"), Pages)
    made_by = fingerprint(encoded((program.identity(), site_url)))
    made_of = fingerprint(encoded(sources))
    stands = before.made_by == made_by and before.stamps == store.stamps(folder.pages)
    if stands and before.made_of == made_of:
        return Plan(before, before, {})
    loaded = understood(folder, sources, kept)
    del sources  # large, and known by its fingerprint
    shares.give_back()
    with shares.uncollected(ends_soon=kept is None):
        with remembering(folder, "told", kept) as memo:
            site, diagnostics = inspect(loaded, memo)
        del loaded
        shares.give_back()
        outputs, places = _outputs(site, site_url)
    now = Pages(
        made_by, made_of, {}, places, site.settings.title, site.as_of, len(site.articles), diagnostics
    )
    return Plan(before if before.made_by == made_by else Pages(), now, outputs)


def of_articles(folder: store.Folder, site_url: str, loaded: Loaded, paths: Collection[str]) -> Plan:
    """The pages of the articles at `paths`, as if there were no others in the dossier."""
    before = manifest.decoded(store.remembered(folder.cache / "pages"), Pages)
    alone = replace(loaded, articles=tuple(one for one in loaded.articles if one.path in paths))
    made, _ = _outputs(site_of(alone), site_url)
    names = {f"articles/{annotated.article.id}.md" for annotated in alone.articles}
    return Plan(before, before, {path: made[path] for path in names & made.keys()})


def carried_out(folder: store.Folder, plan: Plan) -> Pages:
    """Make what `plan` says; return what is there now."""
    if plan.now is plan.before:
        return plan.before
    there = store.keep_only(folder.pages, plan.outputs)
    now = replace(plan.now, files=_made(folder.pages, plan, there))
    store.remember(folder.cache / "pages", encoded(now))
    return now


def _made(folder: Path, plan: Plan, there: Mapping[str, store.Stamp]) -> Mapping[str, Made]:
    """Make what is not in `folder`, where the files `there` are, as it should be."""
    before, outputs = plan.before, plan.outputs
    marks = Marks(manifest.moved(before.addresses, plan.now.addresses))
    marked = {path: marks.of(output.of) for path, output in outputs.items()}

    def stands(path: str) -> bool:
        old, mark = before.files.get(path), marked[path]
        return old is not None and (old.of, old.stamp) == (mark.digest, there.get(path)) and not mark.moved

    def one(path: str) -> Made:
        contents = outputs[path]()
        data = contents.encode() if isinstance(contents, str) else contents
        return Made(marked[path].digest, fingerprint(data), store.put_page(folder, path, data))

    anew = [path for path in outputs if not stands(path)]
    made = dict(zip(anew, shares.each(one, anew, FEW), strict=True))
    return {path: made.get(path) or before.files[path] for path in outputs}


class OtherFormat(Exception):
    """content/ has another format than this program; nothing was written."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(f"{problem.path}: {problem.message}. {problem.hint}")


def require_format(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise OtherFormat where `diagnostics` tell of another format."""
    for problem in diagnostics:
        if problem.code in {"newer-format", "older-format"}:
            raise OtherFormat(problem)


class NotStrict(Exception):
    """A strict build met diagnostics; the site stays as it was."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(diagnostics)} diagnostics")
        self.diagnostics = diagnostics


def build(folder: store.Folder, *, strict: bool = False, elsewhere: "Elsewhere | None" = None) -> Pages:
    """content/ → pages → site/. Never writes content/. With `strict`, a problem other than a remark refuses.

    With `elsewhere` other machines render the pages. Raises OtherFormat, NotStrict, store.Busy, site.RenderError;
    then site/ is as it was.
    """
    from generator import site as renderer

    with store.lock(folder), shares.seldom_collected():
        made = write_pages(folder, renderer.address(folder.root))
        require_format(made.diagnostics)
        if strict and any(problem.severity != "info" for problem in made.diagnostics):
            raise NotStrict(made.diagnostics)
        publish(folder, made, strict=strict, elsewhere=elsewhere)
    return made


def publish(
    folder: store.Folder, made: Pages, *, strict: bool = False, elsewhere: "Elsewhere | None" = None
) -> None:
    """Render build/pages, which are as `made` says, to site/. Raises site.RenderError; then site/ is as it was."""
    from generator import site as renderer

    memory = folder.cache / "site"
    before = manifest.decoded(store.remembered(memory), Rendered)
    now = renderer.render(
        renderer.Edition(folder.root, folder.pages, made.title, made.as_of),
        folder.site,
        strict=strict,
        files={path: file.digest for path, file in made.files.items()},
        before=before,
        spare=folder.spare,
        elsewhere=elsewhere,
    )
    if now is not before:
        store.remember(memory, encoded(now))
