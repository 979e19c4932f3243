"""What the commands have in common: where the dossier is, and how they speak."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from generator import store
    from generator.model import Diagnostic

app = typer.Typer(
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


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        print(f"dossier {metadata.version('dossier')}")
        raise typer.Exit


@app.callback()
def command(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """A folder of news articles goes in, a published, searchable, annotated report site comes out."""


def opened(directory: Path) -> "store.Folder":
    """The dossier at `directory`, or an end with a message."""
    from generator import store

    folder = store.Folder(directory.resolve())
    if not folder.content.is_dir() and not folder.seeds.is_dir():
        hint = "-C names the folder of one; to begin one there, make these two folders"
        fail(f"{folder.root} is no dossier: it has neither content/ nor seeds/; {hint}", code=2)
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


def reason(error: OSError) -> str:
    """What the system says against it, and where."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def tell(message: str) -> None:
    """Say something to a person; standard output is kept for what was asked."""
    if message:
        print(message, file=sys.stderr)


def fail(message: str, code: int = 1) -> NoReturn:
    """End with a message."""
    tell(f"dossier: {message}")
    raise SystemExit(code)
