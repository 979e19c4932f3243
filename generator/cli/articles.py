"""Commands that take articles into seeds/, and what the machine and people say of them into content/."""

import shlex
from collections.abc import Mapping, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import world
from generator.cli.common import HERE, Directory, app, fail, opened, progress, refuse_broken, tell

if TYPE_CHECKING:
    from generator import store
    from generator.annotate import Change
    from generator.loading import Loaded
    from generator.model import Diagnostic


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Articles: text, HTML or Markdown.", metavar="FILE")],
    directory: Directory = HERE,
    published: Annotated[str, typer.Option(help="Date of publication, such as 2025-01-14.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    url: Annotated[str, typer.Option(help="Where it was published.")] = "",
    author: Annotated[str, typer.Option(help="Who wrote it.")] = "",
    rights: Annotated[str, typer.Option(help="What may be published of it: full, quotes or none.")] = "",
) -> None:
    """Take articles into seeds/.

    What is known about one goes into a sidecar, FILE.yml.
    """
    from generator import adding, report, store

    folder = opened(directory)
    facts = {"published": published, "publisher": publisher, "url": url, "author": author, "rights": rights}
    facts = {key: value for key, value in facts.items() if value}
    require_facts(facts)
    with store.lock(folder):
        for path in files:
            if path.is_dir():
                fail(f"{path} is a folder; name the files in it: dossier add {shlex.quote(str(path))}/*")
            added = adding.add(folder, path, facts)
            tell(report.as_text(added.diagnostics))
            if not added.accepted:
                fail(f"{path} was not added")
            date = added.published or "no date; add it again with --published 2025-01-14"
            tell(f"seeds/{path.name}: {added.title}, {date}")
    tell("Next: dossier annotate")


def require_facts(facts: Mapping[str, str]) -> None:
    """End with a message where what the options say of an article is nothing that a sidecar may say."""
    from generator import adding
    from generator.ingest import sidecar

    _, wrong = sidecar.read(adding.with_facts("", facts), "") if any(facts.values()) else ((), ())
    if wrong:
        option = ((one.message.replace('"', "", 2), one.hint.partition(" Until")[0]) for one in wrong)
        fail(" ".join(f"--{message}. {hint}" for message, hint in option), code=2)


@app.command()
def annotate(
    context: typer.Context,
    seeds: Annotated[
        list[str] | None,
        typer.Argument(help="Files of seeds/ to read, again if need be; none: what is new.", metavar="SEED"),
    ] = None,
    directory: Directory = HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    show_diff: Annotated[bool, typer.Option("--diff", help="Print the changes as a diff.")] = False,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="Propose again for articles that an older extractor read.")
    ] = False,
    processes: Annotated[
        int | None, typer.Option(min=1, help="How many read at once.", show_default="one for each core")
    ] = None,
    cluster: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Read on the Dask cluster of the scheduler there.")
    ] = "",
) -> None:
    """Propose annotations for new and changed seeds.

    They are merged into content/articles/. What a person wrote, changed or removed there stays. Needs the
    language model: pip install 'dossier[extract]'. What is read is kept in build/cache, and not read again.
    """
    from generator import annotate as work
    from generator import build, shares, store

    folder = opened(directory)
    with store.lock(folder), shares.seldom_collected():
        sources = store.read(folder)
        loaded = build.understood(folder, sources)
        build.require_format(loaded.diagnostics)
        refuse_broken(loaded.diagnostics, store.SETTINGS, "nothing was read")
        chosen = [Path(name).name for name in seeds or ()]
        require_seeds(chosen, loaded, folder)
        extractor = world.of(context).extractor()
        stale = work.stale(sources, loaded, chosen, older_than=extractor if upgrade else 0)
        cache = store.Cache(folder.readings)
        read = world.of(context).model(loaded, cache, processes, cluster)
        proposed = work.proposed_changes(sources, loaded, read, stale, extractor)
        refreshed = []
        if not chosen:
            with build.remembering(folder, "annotated") as memo:
                refreshed = work.refreshed_changes(sources, loaded, stale, memo, extractor)
        with closing(proposed):
            found = chain(progress(proposed, len(stale), "reading"), refreshed)
            changes = [carried_out(change, folder, dry_run=dry_run, show_diff=show_diff) for change in found]
        cache.prune(2 * len(loaded.seeds) + SPARE)
        if not dry_run:
            today = world.of(context).today()
            loaded = work.record(folder, today=today, upgraded_to=extractor if upgrade and not chosen else 0)
    tell_of(changes, loaded.diagnostics, "would be " if dry_run else "")
    if not sources.seeds:
        tell("seeds/ holds no article; to put one there: dossier add FILE")


def require_seeds(names: Sequence[str], loaded: "Loaded", folder: "store.Folder") -> None:
    """End with a message where one of `names` is no file of seeds/ that can be read."""
    from generator import report
    from generator.yamlfile import did_you_mean

    if unknown := sorted(set(names) - set(loaded.seeds)):
        tell(report.as_text(loaded.diagnostics))
        hint = did_you_mean(unknown[0], sorted(loaded.seeds)) or "To put one there: dossier add FILE"
        fail(f"not a readable file of {folder.seeds}: {', '.join(unknown)}. {hint}")


def carried_out(change: "Change", folder: "store.Folder", *, dry_run: bool, show_diff: bool) -> "Change":
    """`change`, written, and printed as a diff, as far as that is wanted and there is any."""
    from generator import report, store

    if show_diff and change.new != change.old:
        print(report.diff(change.path, change.old, change.new), end="")
    if not dry_run and change.new != change.old:
        store.write(folder.root / change.path, change.new, expect=change.old)
    return change


def tell_of(changes: "Sequence[Change]", diagnostics: "Sequence[Diagnostic]", would: str) -> None:
    """Say how many articles are new or changed, or `would` be, and what is wrong."""
    from generator import annotate as work
    from generator import report

    new = sum(not change.old and bool(change.new) for change in changes)
    altered = sum(change.new != change.old for change in changes) - new
    added = f"{report.plural(new, 'article')} {would}added, {altered} {would}changed"
    # What was wrong before may be mended now; what became of a person's words is said this once.
    once = [problem for change in changes for problem in change.diagnostics if problem.code in work.TOLD_ONCE]
    problems = (*once, *diagnostics)
    tell(f"{added}, {report.summary(problems)}")
    tell(report.as_text(problems))


SPARE = 100
"""Readings kept beyond two for each seed, which is its own and one of another branch or version."""


@app.command()
def record(context: typer.Context, directory: Directory = HERE) -> None:
    """Write down what readers of the last commit have to know.

    The ids that a build publishes go to content/ids.tsv, the corrections that people made since git's HEAD to
    content/corrections.tsv. annotate does it too; this is for a pre-commit hook.
    """
    from generator import annotate as work
    from generator import report, store

    folder = opened(directory)
    with store.lock(folder):
        loaded = work.record(folder, today=world.of(context).today())
    tell(report.unlisted(loaded.diagnostics))
