"""Commands that read articles: into seeds/, into content/, or out as JSON."""

import json
import os
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from generator.cli.common import HERE, Directory, app, fail, opened, progress, refuse_broken, tell

if TYPE_CHECKING:
    from generator import store
    from generator.annotate import Reader
    from generator.build import Loaded
    from generator.crew import Crew
    from generator.model import Article, Reading, Settings
    from generator.readings import Machine, Unread


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Articles: text, HTML or Markdown.")],
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
    from generator import annotate as work
    from generator import report, store

    folder = opened(directory)
    facts = {"published": published, "publisher": publisher, "url": url, "author": author, "rights": rights}
    facts = {key: value for key, value in facts.items() if value}
    require_facts(facts)
    with store.lock(folder):
        for path in files:
            if path.is_dir():
                fail(f"{path} is a folder; name the files in it: dossier add {shlex.quote(str(path))}/*")
            added = work.add(folder, path, facts)
            tell(report.as_text(added.diagnostics))
            if not added.accepted:
                fail(f"{path} was not added")
            tell(
                f"seeds/{path.name}: {added.title}"
                + (f", {added.published}" if added.published else ", no date")
            )
    tell("Next: dossier annotate")


def require_facts(facts: Mapping[str, str]) -> None:
    """End with a message where what the options say of an article is nothing that a sidecar may say."""
    from generator import annotate as work
    from generator.ingest import sidecar

    _, wrong = sidecar.read(work.with_facts("", facts), "") if any(facts.values()) else ((), ())
    if wrong:
        option = ((one.message.replace('"', "", 2), one.hint.partition(" Until")[0]) for one in wrong)
        fail(" ".join(f"--{message}. {hint}" for message, hint in option), code=2)


@app.command()
def annotate(
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
    from generator import build, report, shares, store

    folder = opened(directory)
    with store.lock(folder), shares.seldom_collected():
        sources = store.read(folder)
        loaded = build.understood(folder, sources)
        build.require_format(loaded.diagnostics)
        refuse_broken(loaded.diagnostics, "content/dossier.yml", "nothing was read")
        chosen = [Path(name).name for name in seeds or ()]
        if unknown := sorted(set(chosen) - set(loaded.seeds)):
            tell(report.as_text(loaded.diagnostics))
            fail(f"not a readable file of {folder.seeds}: {', '.join(unknown)}")
        stale = work.stale(sources, loaded, chosen, upgrade=upgrade)
        cache = store.Cache(folder.readings)
        read = model(loaded, cache, processes, cluster)
        changes = []
        proposed = work.proposed_changes(sources, loaded, read, stale)
        refreshed = []
        if not chosen:
            with build.remembering(folder, "annotated") as memo:
                refreshed = work.refreshed_changes(sources, loaded, stale, memo)
        with closing(proposed):
            for change in chain(progress(proposed, len(stale), "reading"), refreshed):
                changes.append(change)
                if show_diff and change.new != change.old:
                    print(report.diff(change.path, change.old, change.new), end="")
                if not dry_run and change.new != change.old:
                    store.write(folder.root / change.path, change.new, expect=change.old)
        cache.prune(2 * len(loaded.seeds) + SPARE)
        if not dry_run:
            loaded = work.record(folder, today=today(), upgraded=upgrade and not chosen)
    new = sum(not change.old and bool(change.new) for change in changes)
    altered = sum(change.new != change.old for change in changes) - new
    would = "would be " if dry_run else ""
    added = f"{report.plural(new, 'article')} {would}added, {altered} {would}changed"
    # What was wrong before may be mended now; what became of a person's words is said this once.
    once = [problem for change in changes for problem in change.diagnostics if problem.code in work.TOLD_ONCE]
    problems = (*once, *loaded.diagnostics)
    tell(f"{added}, {report.summary(problems)}")
    tell(report.as_text(problems))
    if not sources.seeds:
        tell("seeds/ holds no article; to put one there: dossier add FILE")


SPARE = 100
"""Readings kept beyond two for each seed, which is its own and one of another branch or version."""


@app.command()
def record(directory: Directory = HERE) -> None:
    """Write down what readers of the last commit have to know.

    The ids that a build publishes go to content/ids.tsv, the corrections that people made since git's HEAD to
    content/corrections.tsv. annotate does it too; this is for a pre-commit hook.
    """
    from generator import annotate as work
    from generator import report, store

    folder = opened(directory)
    with store.lock(folder):
        loaded = work.record(folder, today=today())
    tell(report.summary(loaded.diagnostics) + ("; dossier check lists them" if loaded.diagnostics else ""))


def today() -> str:
    """The day on which something is recorded; a build knows no such thing."""
    return datetime.now().astimezone().date().isoformat()


@app.command()
def extract(
    files: Annotated[
        list[str], typer.Argument(help="Articles, or - for JSON lines {id, text, published, language}.")
    ],
    published: Annotated[str, typer.Option(help="EDTF date for files that do not tell theirs.")] = "",
    directory: Directory = HERE,
) -> None:
    """Print the machine's reading of articles as JSON.

    One object a line; docs/extract.md explains its keys. Nothing is written.
    """
    from dataclasses import replace

    from generator import build as work
    from generator import reading_json, readings, store

    require_facts({"published": published})
    sources = store.read(store.Folder(directory)) if (directory / "content").is_dir() else store.Sources()
    loaded = work.load(replace(sources, articles={}, seeds=()))
    if files == ["-"]:
        try:
            articles = list(reading_json.from_json(sys.stdin))
        except ValueError as error:
            fail(f"standard input: {error}")
    else:
        articles = [_article(Path(name), loaded.settings, published) for name in files]
    read, unread = model(loaded), 0
    for article, reading in progress(read(articles), len(articles), "reading"):
        if isinstance(reading, readings.Unread):
            tell(f"{article.id}: the machine could not read this article: {reading.why}")
            unread += 1
            continue
        line = json.dumps(reading_json.to_json(article, reading, loaded.settings), ensure_ascii=False)
        try:
            print(line, flush=True)
        except BrokenPipeError:
            abandon()
    if unread:
        raise typer.Exit(1)


def abandon() -> NoReturn:
    """End at once because nobody reads on; helpers at work would wait for their next article for ever."""
    import multiprocessing

    for helper in multiprocessing.active_children():
        helper.kill()
    os._exit(1)


def _article(path: Path, settings: "Settings", published: str) -> "Article":
    """The article in a file that need not be in seeds/."""
    from dataclasses import replace

    from generator import ingest, report, store

    beside = path.with_name(path.name + store.SIDECAR)
    sidecar = store.understood(beside.read_bytes(), str(beside)) if beside.exists() else None
    if not isinstance(sidecar, str | None):
        tell(report.as_text([sidecar]))
        fail(f"{path} cannot be read")
    article, problems = ingest.ingest(path.name, path.read_bytes(), sidecar, settings)
    # They name files of seeds/; these stand elsewhere.
    tell(report.as_text(replace(one, path=str(path.with_name(Path(one.path).name))) for one in problems))
    if article is None:
        fail(f"{path} cannot be read")
    return replace(article, published=published) if published else article


def model(
    loaded: "Loaded", cache: "store.Cache | None" = None, processes: int | None = None, cluster: str = ""
) -> "Reader":
    """The machine's reader for a dossier; that it cannot read at all is a plain message."""
    from generator import crew, readings, shares

    entities = readings.known_names(loaded.registers)
    machine = readings.Machine(loaded.settings.model, loaded.vocabulary, entities)
    memory = crew.Memory(machine, cache)

    def read(articles: "Iterable[Article]") -> "Iterator[tuple[Article, Reading | Unread]]":
        articles = list(articles)
        unknown = memory.unknown(articles)
        readers = crew.local(machine, unknown, processes or shares.cores())
        if cluster and unknown:
            readers = on_cluster(machine, cluster)
        try:
            yield from crew.read(articles, readers, memory)
        except crew.NoModel:
            fail(f"the language model {machine.model} is not installed; run: pip install 'dossier[extract]'")
        except crew.Unreachable as error:
            fail(f"{error}; what was read is written, run the command again for the rest")

    return read


def on_cluster(machine: "Machine", address: str) -> "Crew":
    """The cluster at `address`, or an end with a message."""
    from generator import crew

    try:
        from generator.cluster import Cluster

        return Cluster(machine, address)
    except ImportError:
        fail("Dask is not installed; run: pip install 'dossier[cluster]'")
    except crew.Unreachable as error:
        fail(str(error))
