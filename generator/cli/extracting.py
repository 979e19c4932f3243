"""The command that reads articles wherever they are, and prints what the machine reads as JSON."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from generator.cli import world
from generator.cli.articles import require_facts
from generator.cli.common import HERE, Directory, app, fail, progress, tell

if TYPE_CHECKING:
    from generator.model import Article, Settings


@app.command()
def extract(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(help="Articles, or - for JSON lines {id, text, published, language}.", metavar="FILE"),
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
    read, unread = world.of(context).model(loaded), 0
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
