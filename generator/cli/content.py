"""Commands for whoever works on content/: what to look at, where it stands, and its format."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from generator.cli.common import HERE, Directory, app, fail, opened, refuse_broken, tell

if TYPE_CHECKING:
    from generator import store
    from generator.finding import Subject


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
        f"{report.plural(len(site.articles), 'article')}, "
        f"{report.plural(len(site.entities), 'entity', 'entities')}, "
        f"{report.plural(len(site.issues), 'issue')}, {report.plural(len(site.events), 'event')}"
    )
    print(f"{reviewed} of {report.plural(total, 'item')} reviewed{share}")
    for item in site.review:
        print(f"{item.path}:{item.line}: {item.reason}: {item.what}")
    tell(report.unlisted(diagnostics))


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
        chosen, problems = settings.read(sources.settings, store.SETTINGS)
        build.require_format(problems)
        steps = migrations.MIGRATIONS[chosen.format - 1 :]
        if not steps:
            tell(f"content/ has format {chosen.format}, the newest: nothing to do")
            return
        refuse_broken((*sources.diagnostics, *problems), "content/", "nothing was changed")
        old = sources.files
        new = migrations.migrate(old, chosen.format, migrations.MIGRATIONS)
        changed = [path for path in dict.fromkeys((*old, *new)) if old.get(path, "") != new.get(path, "")]
        # What says the format goes last: a run that is killed is run again.
        for path in sorted(changed, key=lambda path: path == store.SETTINGS):
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
