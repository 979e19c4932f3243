"""The command `dossier`; the only place that prints or exits. Imports of what is heavy are late."""

import json
import os
import shlex
import signal
import sys
import traceback
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from generator import store
    from generator.annotate import Reader
    from generator.build import Loaded
    from generator.crew import Crew
    from generator.finding import Subject
    from generator.model import Article, Diagnostic, Reading, Settings
    from generator.readings import Machine, Unread
    from generator.site import Elsewhere

app = typer.Typer(
    help="A folder of news articles goes in, a published, searchable, annotated report site comes out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Directory = Annotated[
    Path,
    typer.Option("-C", "--directory", metavar="DIR", help="The dossier's folder.", show_default="this one"),
]
HERE = Path()
Item = TypeVar("Item")


class Format(StrEnum):
    """Forms of diagnostics; the keys of report.FORMATS."""

    text = "text"
    json = "json"
    github = "github"


def main() -> None:
    """Run the command; a refusal that has a reason is one line on standard error and exit code 1."""
    from generator import store

    try:
        app()
    except store.Busy as busy:
        fail(f"another run of dossier is at work in {busy}; try again when it is done")
    except store.Changed as changed:
        fail(f"{changed} was changed while this ran; nothing was written there, run the command again")
    except store.Refused as refused:
        fail(f"{reason(refused)}; it is as it was, run the command again when that is mended")
    except OSError as error:
        fail(reason(error))
    except Exception as error:
        from generator import build

        if not isinstance(error, build.OtherFormat):
            raise
        fail(str(error))


def reason(error: OSError) -> str:
    """What the system says against it, and where."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


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
    from generator import build, report, store

    folder = opened(directory)
    with store.lock(folder):
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
        refreshed = () if chosen else work.refreshed_changes(sources, loaded, stale)
        with stoppable(proposed):
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


@contextmanager
def stoppable(work: Generator[Any, None, None]) -> Iterator[None]:
    """Ctrl-C ends the command at once, and whoever is at `work` for it."""
    try:
        yield
    except KeyboardInterrupt:
        tell("stopped; what was read so far is written, the same command goes on from there")
        raise typer.Exit(130) from None
    finally:
        work.close()


SPARE = 100
"""Readings kept beyond two for each seed, which is its own and one of another branch or version."""


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


def elsewhere(address: str) -> "Elsewhere":
    """The cluster at `address`, asked once there is something to do."""
    from functools import partial

    from generator import cluster, site

    if not cluster.installed():
        fail("Dask is not installed; run: pip install 'dossier[cluster]'")
    return partial(cluster.each, address, site.versions)


@app.command()
def build(
    directory: Directory = HERE,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on any error or warning, and leave the old site.")
    ] = False,
    cluster: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="Render and index on the Dask cluster of the scheduler there."),
    ] = "",
) -> None:
    """Make the site from content/ and seeds/.

    Never writes content/, and needs no language model. With --cluster the site is the same, byte for byte.
    """
    from generator import build as work
    from generator import crew, report, site

    folder = opened(directory)
    try:
        made = work.build(folder, strict=strict, elsewhere=elsewhere(cluster) if cluster else None)
    except crew.Unreachable as error:
        fail(f"{error}; the site is as it was")
    except work.NotStrict as found:
        tell(report.as_text(found.diagnostics))
        fail(f"not built, because of --strict: {report.summary(found.diagnostics)}")
    except site.RenderError as error:
        fail(f"not built: {error}")
    except OSError as error:
        fail(f"not built, the site is as it was: {reason(error)}")
    tell(report.as_text(made.diagnostics))
    count = report.plural(made.articles, "article")
    tell(f"{folder.site}: {count}, {report.summary(made.diagnostics)}")


@app.command()
def serve(
    directory: Directory = HERE,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Build, serve, and rebuild at every change.

    A change in content/ or seeds/ shows in the browser by itself; so do its mistakes, above the last good pages.
    """
    from generator import preview, report, site

    folder = opened(directory)
    shown = preview.Preview(folder)

    def rebuild(looked_at: preview.LookedAt) -> Iterator[str]:
        try:
            for _ in shown.build(looked_at):
                yield preview.banner(shown.diagnostics)
        except Exception as error:  # noqa: BLE001  whatever it is, the preview goes on
            failure = why_not_built(error)
            tell(f"not built, the last good pages stay: {failure}")
            yield preview.banner((), failure)
        else:
            tell(report.as_text(shown.diagnostics))
            tell(report.summary(shown.diagnostics))

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as containers and services end it
    tell(f"http://{host}:{port}/ (Ctrl-C stops)")
    watched = (folder.content, folder.seeds, folder.root / "mkdocs.yml")
    try:
        site.serve(folder.preview, watched, rebuild, (host, port))
    except OSError as error:
        fail(
            f"cannot listen at {host}:{port}: {reason(error)}; --port names another port, --host another address"
        )


def why_not_built(error: Exception) -> str:
    """What stopped a build, for a person; a fault of the program is printed as such, with its trace."""
    from generator import site, store

    match error:
        case store.Busy():
            return "another run of dossier is at work; save any file when it is done"
        case site.RenderError():
            return str(error)
        case OSError():
            return reason(error)
    traceback.print_exception(error)
    return f"a fault of the program, please report it with what the terminal says: {error!r}"


@app.command()
def check(
    directory: Directory = HERE,
    output: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.text,
) -> None:
    """Print all that is wrong in content/ and seeds/.

    The exit code is 1 if any of it is an error.
    """
    from generator import build as work
    from generator import report, store

    _, diagnostics = work.inspect(work.load(store.read(opened(directory))))
    if printed := report.FORMATS[output](diagnostics):
        print(printed)
    tell(report.summary(diagnostics))
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise typer.Exit(1)


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
def status(directory: Directory = HERE) -> None:
    """Say what is reviewed, unsure or overdue.

    Each with file and line.
    """
    from generator import build as work
    from generator import report, store

    site, diagnostics = work.inspect(work.load(store.read(opened(directory))))
    reviewed, total = site.reviewed_share
    share = f" ({100 * reviewed // total} %)" if total else ""
    print(f"{site.settings.title}, as of {site.as_of or 'no date'}")
    print(
        f"{report.plural(len(site.articles), 'article')}, {len(site.entities)} entities, "
        f"{report.plural(len(site.issues), 'issue')}, {report.plural(len(site.events), 'event')}"
    )
    print(f"{reviewed} of {report.plural(total, 'item')} reviewed{share}")
    for item in site.review:
        print(f"{item.path}:{item.line}: {item.reason}: {item.what}")
    tell(report.summary(diagnostics))


@app.command()
def edit(
    word: Annotated[
        list[str], typer.Argument(help="An id, ARTICLE#ID, a name, a page's address, a path.", metavar="ID")
    ],
    directory: Directory = HERE,
    register: Annotated[
        bool, typer.Option("--register", help="Open its register, and write one where there is none.")
    ] = False,
) -> None:
    """Open the file that says it, at the line, in $VISUAL or $EDITOR.

    Without an editor, the place is printed.
    """
    from generator import build as work
    from generator import finding, report, store

    folder, asked = opened(directory), " ".join(word)
    sources = store.read(folder)
    loaded = work.load(sources)
    site = work.site_of(loaded)
    known = finding.places(site, loaded.articles, loaded.registers, sources)
    found = finding.find(asked, known, site, sources)
    if not found:
        hint = finding.near(asked, known) or "The pages of the site and dossier status show what there is."
        fail(f"nothing here is called “{asked}”. {hint}")
    subjects = finding.subjects(found, known, site)
    if register:
        open_file(directory, registered(folder, subjects, asked), 1)
    named = any(place.scope != "item" or place.kind == "entity" for place in found)
    for subject in subjects if named else ():
        if subject.path not in sources.registers:
            tell(f"{subject.path}: no register yet; to write one: dossier edit --register {subject.word}")
    if len(found) == 1:
        open_file(directory, found[0].path, found[0].line)
    for place in found:
        print(f"{directory / place.path}:{place.line}: {place.what}")
    fail(f"“{asked}” is in {report.plural(len(found), 'place')}; say which: dossier edit PATH:LINE")


def registered(folder: "store.Folder", subjects: Sequence["Subject"], asked: str) -> str:
    """The path of the register of what was found, which is one thing; it is written where there is none."""
    from generator import finding, store

    if len(subjects) != 1:
        several = f"“{asked}” means several: {', '.join(subject.word for subject in subjects)}; name one"
        fail(several if subjects else f"“{asked}” is no entity, issue or event; only these have registers")
    (subject,) = subjects
    with store.lock(folder):
        path = folder.root / subject.path
        if not path.exists() and store.write(path, finding.blank_register(subject), expect=""):
            tell(f"{subject.path}: written")
    return subject.path


def open_file(directory: Path, name: str, line: int) -> NoReturn:
    """Open a file of the dossier in the person's editor and end as that ends, or print where it is and end."""
    import subprocess

    from generator import editor

    path = directory / name
    command = editor.chosen(os.environ)
    if not command:
        print(f"{path}:{line}")
        raise typer.Exit
    try:
        words, is_at_line = editor.command(command, str(path), line)
        if not is_at_line:
            tell(f"{path}:{line}")
        ended = subprocess.run(words, check=False)  # noqa: S603  the person's own choice of editor
    except (ValueError, OSError) as error:
        tell(f"{path}:{line}")
        reason = error.strerror if isinstance(error, OSError) else error
        fail(f"the editor “{command}” cannot be started: {reason}; set VISUAL or EDITOR")
    raise typer.Exit(ended.returncode)


@app.command()
def migrate(
    directory: Directory = HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    show_diff: Annotated[bool, typer.Option("--diff", help="Print the changes as a diff.")] = False,
) -> None:
    """Bring content/ of an older format up to date.

    Nothing else changes. Commit before, so that you can look at it and take it back.
    """
    from generator import build, migrations, report, settings, store

    folder = opened(directory)
    with store.lock(folder):
        sources = store.read(folder)
        chosen, problems = settings.read(sources.settings, migrations.SETTINGS)
        build.require_format(problems)
        steps = migrations.MIGRATIONS[chosen.format - 1 :]
        if not steps:
            tell(f"content/ has format {chosen.format}, the newest: nothing to do")
            return
        refuse_broken((*sources.diagnostics, *problems), "content/", "nothing was changed")
        old = migrations.files(sources)
        new = migrations.migrate(old, chosen.format, migrations.MIGRATIONS)
        changed = [path for path in dict.fromkeys((*old, *new)) if old.get(path, "") != new.get(path, "")]
        # What says the format goes last: a run that is killed is run again.
        for path in sorted(changed, key=lambda path: path == migrations.SETTINGS):
            if show_diff:
                print(report.diff(path, old.get(path, ""), new.get(path, "")), end="")
            if not dry_run:
                store.put(folder.root / path, new.get(path), expect=old.get(path, ""))
    would = "would be " if dry_run else ""
    told = "".join(f"\n  {what}" for what, _ in steps)
    tell(f"from format {chosen.format} to {chosen.format + len(steps)}:{told}")
    tell(f"{report.plural(len(changed), 'file')} {would}changed")


@app.command()
def schemas(
    folder: Annotated[
        Path | None, typer.Argument(help="Where to write them; none: print them.", metavar="DIR")
    ] = None,
) -> None:
    """Write the JSON Schemas of the files in content/ and seeds/.

    Editors check and complete by them: docs/schemas/README.md.
    """
    from generator import schemas as work
    from generator import store

    made = work.schemas()
    if folder is None:
        print(work.as_text(made), end="")
        return
    if folder.is_file():
        fail(f"{folder} is no folder", code=2)
    for name, schema in made.items():
        store.write(folder / f"{name}.json", work.as_text(schema))
    tell(f"{folder}: {', '.join(f'{name}.json' for name in made)}")


def opened(directory: Path) -> "store.Folder":
    """The dossier at `directory`, or an end with a message."""
    from generator import store

    folder = store.Folder(directory.resolve())
    if not folder.content.is_dir() and not folder.seeds.is_dir():
        fail(f"{folder.root} is no dossier: it has neither content/ nor seeds/", code=2)
    return folder


def refuse_broken(problems: Iterable["Diagnostic"], below: str, what: str) -> None:
    """End with a message where a file `below` some path has an error."""
    from generator import report

    broken = [one for one in problems if one.severity == "error" and one.path.startswith(below)]
    if broken:
        tell(report.as_text(broken))
        fail(f"{what}: mend that first")


def progress(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """`items` with a progress bar on a terminal, and nothing on a pipe."""
    if not sys.stderr.isatty() or total < 2:
        return iter(items)
    from rich.console import Console
    from rich.progress import track

    return iter(track(items, description=what, total=total, console=Console(stderr=True), transient=True))


def tell(message: str) -> None:
    """Say something to a person; standard output is kept for what was asked."""
    if message:
        print(message, file=sys.stderr)


def fail(message: str, code: int = 1) -> NoReturn:
    """End with a message."""
    tell(f"dossier: {message}")
    raise SystemExit(code)
