"""The preview of `dossier serve`: a file that somebody is in the middle of changing never spoils the pages.

While a file has errors, its last text without one is what the pages show, and a banner on every page says what
is wrong. All this stands in build/preview and in what is served; site/ is only what `dossier build` makes.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

from generator import build as work
from generator import manifest, report, shares, store
from generator.manifest import Pages, Rendered
from generator.model import Diagnostic
from generator.outputs import encoded, fingerprint

PATIENCE = 5.0
"""Seconds to wait for another run, which most often has just written its last file."""
FEW = 3
"""Articles saved at once that are shown by themselves before all is assembled."""
MOST = 30
"""Problems that the banner lists; the terminal has all of them."""

Texts = Mapping[str, str]
"""Path → text, of the files that people write."""
LookedAt = Callable[[], Collection[str]]
"""The files of the preview that somebody looks at."""


class Preview:
    """What lives as long as `dossier serve` does."""

    def __init__(self, folder: store.Folder) -> None:
        self.folder = folder
        self.diagnostics: tuple[Diagnostic, ...] = ()
        """Of the files as the last build found them."""
        self._good: Texts = {}
        """The last text without an error of each file that had one."""
        self._kept: work.Kept = {}

    def build(self, looked_at: LookedAt) -> Iterator[None]:
        """Build the preview, with the last good text of each file that has errors now.

        Yields as soon as there is something to see, three times in all: articles that were saved, as far as they
        stand by themselves; all pages that are `looked_at`; the rest. Whoever goes on no more leaves what is not
        done to the next build. Raises store.Busy, site.RenderError, OSError; then the preview is as it was.
        """
        from generator import site as renderer

        with store.lock(self.folder, PATIENCE), shares.seldom_collected():
            address = renderer.address(self.folder.root)
            sources = store.read(self.folder)
            alone = self._alone(address, sources)
            if alone and publish_early(self.folder, alone, looked_at()):
                yield
            plan = self._planned(address, sources)
            publish_early(self.folder, plan, looked_at())
            yield
            publish(self.folder, work.carried_out(self.folder, plan))
            yield

    def _alone(self, address: str, sources: store.Sources) -> work.Plan | None:
        """The pages of a few articles that were saved, as if there were no others; None: it is not about these."""
        now = texts(sources)
        saved = {path for path in now.keys() | self._good.keys() if now.get(path) != self._good.get(path)}
        if not self._kept or not 0 < len(saved) <= FEW or not saved <= sources.articles.keys():
            return None
        loaded = work.understood(self.folder, sources, self._kept)
        if any(problem.path in saved and problem.severity == "error" for problem in loaded.diagnostics):
            return None
        return work.of_articles(self.folder, address, loaded, saved)

    def _planned(self, address: str, sources: store.Sources) -> work.Plan:
        """What the preview is to be made of."""
        plan = work.planned(self.folder, address, sources, self._kept)
        self.diagnostics = plan.now.diagnostics
        broken = {problem.path for problem in self.diagnostics if problem.severity == "error"}
        standing = stand_in(sources, {path: self._good[path] for path in broken & self._good.keys()})
        self._good = last_good(texts(sources), broken, self._good)
        return plan if standing == sources else work.planned(self.folder, address, standing, self._kept)


def publish_early(folder: store.Folder, plan: work.Plan, looked_at: Collection[str]) -> bool:
    """Make and render those pages of `plan` that are `looked_at`; whether there are any."""
    from generator.site import live, mkdocs

    pages = [path for path in plan.outputs if mkdocs.destination(path) in looked_at]
    contents = {path: plan.outputs[path]() for path in pages}
    for path in pages:
        store.put_page(folder.pages, path, contents[path])
    files = {path: fingerprint(_bytes(data)) for path, data in contents.items()}
    _published(folder, lambda before: live.early(folder, plan.now, before, files))
    return bool(pages)


def publish(folder: store.Folder, made: Pages) -> None:
    """Bring build/preview up to date with build/pages, which are as `made` says."""
    from generator.site import live

    _published(folder, lambda before: live.refresh(folder, made, before))


def _published(folder: store.Folder, how: Callable[[Rendered], Rendered]) -> None:
    memory = folder.cache / "preview"
    before = manifest.decoded(store.remembered(memory), Rendered)
    now = how(before)
    if now is not before:
        store.remember(memory, encoded(now))


def last_good(now: Texts, broken: Collection[str], before: Texts) -> Texts:
    """The text of each file without an error, and of a `broken` one the text that it had `before`."""
    kept = {path: before[path] for path in now if path in broken and path in before}
    return {**{path: text for path, text in now.items() if path not in broken}, **kept}


def texts(sources: store.Sources) -> Texts:
    """The files of `sources` that people write and that may be broken."""
    return {
        store.SETTINGS: sources.settings,
        **sources.articles,
        **sources.registers,
        **sources.vocabularies,
        **{seed.sidecar_path: seed.sidecar for seed in sources.seeds if seed.sidecar is not None},
    }


def stand_in(sources: store.Sources, others: Texts) -> store.Sources:
    """`sources` with other texts for some files, which then have no problem of reading either."""

    def chosen(files: Texts) -> Texts:
        return {path: others.get(path, text) for path, text in files.items()}

    return replace(
        sources,
        seeds=tuple(
            replace(seed, sidecar=others.get(seed.sidecar_path, seed.sidecar)) for seed in sources.seeds
        ),
        settings=others.get(store.SETTINGS, sources.settings),
        articles=chosen(sources.articles),
        registers=chosen(sources.registers),
        vocabularies=chosen(sources.vocabularies),
        diagnostics=tuple(problem for problem in sources.diagnostics if problem.path not in others),
    )


def _bytes(contents: str | bytes) -> bytes:
    return contents.encode() if isinstance(contents, str) else contents


# --- the banner -------------------------------------------------------------------------------

STYLE = """
.dossier-problems { position: fixed; inset: auto 0 0; z-index: 1000; box-sizing: border-box; width: 100%;
  max-width: none; max-height: 50vh; margin: 0; padding: 1rem 1.5rem; overflow: auto; border: 0;
  border-top: 4px solid #b3261e; background: #fff8f7; color: #201a19; font: 16px/1.45 system-ui, sans-serif; }
.dossier-problems form { float: right; margin: 0 0 0 1rem; }
.dossier-problems button { padding: .25rem .75rem; border: 1px solid; border-radius: 4px; background: none;
  color: inherit; font: inherit; cursor: pointer; }
.dossier-problems p { margin: 0 0 .5rem; white-space: pre-line; }
.dossier-problems ul { margin: 0; padding: 0; list-style: none; }
.dossier-problems li { margin: .5rem 0; overflow-wrap: anywhere; }
.dossier-problems code { color: #8c1d18; font: 14px ui-monospace, monospace; }
.dossier-problems small { display: block; color: #534341; font-size: 14px; }
@media print { .dossier-problems { display: none; } }
"""


def banner(diagnostics: Sequence[Diagnostic], failure: str = "") -> str:
    """HTML that lists the errors, or tells why nothing was built; empty when neither is there.

    A dialog that its own button closes, without a script.
    """
    errors = [problem for problem in diagnostics if problem.severity == "error"]
    if not errors and not failure:
        return ""
    head = (
        f"<strong>Not built; the last good pages stay.</strong> {escape(failure)}"
        if failure
        else f"<strong>{escape(report.summary(diagnostics))}.</strong> "
        "A file with errors is shown as it was before them, or as far as it can be read."
    )
    more = f"<li>{len(errors) - MOST} more; dossier check lists all.</li>" if len(errors) > MOST else ""
    listed = "".join(_line(problem) for problem in errors[:MOST])
    return (
        f'<dialog open class="dossier-problems" aria-label="Problems"><style>{STYLE}</style>'
        f'<form method="dialog"><button>Dismiss</button></form><p>{head}</p><ul>{listed}{more}</ul></dialog>'
    )


def _line(problem: Diagnostic) -> str:
    place = escape(f"{problem.path}:{problem.line}:{problem.column}")
    return f"<li><code>{place}</code>: {escape(problem.message)}<small>{escape(problem.hint)}</small></li>"
