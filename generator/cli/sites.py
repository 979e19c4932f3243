"""Commands that make the site, or say why it could not be made."""

import traceback
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.common import HERE, Directory, app, fail, opened, reason, tell

if TYPE_CHECKING:
    from generator.site import Elsewhere


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


def elsewhere(address: str) -> "Elsewhere":
    """The cluster at `address`, asked once there is something to do."""
    from functools import partial

    from generator import cluster, site

    if not cluster.installed():
        fail("Dask is not installed; run: pip install 'dossier[cluster]'")
    return partial(cluster.each, address, site.versions)


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
            tell(f"the pages are up to date, {report.summary(shown.diagnostics)}")

    tell(f"http://{host}:{port}/ (Ctrl-C stops)")
    watched = (folder.content, folder.seeds, folder.mkdocs)
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


class Format(StrEnum):
    """Forms of diagnostics; the keys of report.FORMATS."""

    text = "text"
    json = "json"
    github = "github"


@app.command()
def check(
    directory: Directory = HERE,
    output: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.text,
) -> None:
    """Print all that is wrong in content/, seeds/ and mkdocs.yml.

    The exit code is 1 if any of it is an error.
    """
    from generator import build as work
    from generator import report, store

    folder = opened(directory)
    _, diagnostics = work.inspect(work.load(store.read(folder)))
    if folder.mkdocs.exists():
        from generator import site

        diagnostics = (*diagnostics, *site.problems(folder.root))
    if printed := report.FORMATS[output](diagnostics):
        print(printed)
    tell(report.summary(diagnostics))
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise typer.Exit(1)
