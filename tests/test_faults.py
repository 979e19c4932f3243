"""Kills, full disks, read-only folders, two runs at once, an editor who saves meanwhile: nothing is lost."""

import errno
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import INVENTED, annotated_by_machine, copied
from faults import KILLED, forked, tree, without_privileges
from typer.testing import CliRunner

from generator import cli, site, store
from generator.model import EXTRACTOR, NamedEntity, Reading, Span, Temporal
from generator.site import edition, swapping

pytestmark = pytest.mark.builds

DAYS = re.compile(r"\b(?:Monday|Friday)\b")
SEEDS = {
    "council.txt": "The council\n\n2031-04-05\n\nThe council met on Monday, said Ada Brook.\nIt meets on Friday.",
    "ferries.txt": "The ferries\n\n2031-04-05\n\nThe ferries sailed on Friday.\nOn Monday Ada Brook will sail.",
}
LATER = {
    "ferries.txt": "The ferries\n\n2031-04-05\n\nAll the ferries sailed on Friday.\nOn Monday she will sail.",
    "strike.txt": "The strike\n\n2031-04-07\n\nOn Friday Ada Brook said that it was over.",
}
REFUSALS = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO]


def read(articles):
    """A machine that knows days and Ada Brook."""
    for article in articles:
        days = tuple(Temporal(Span(*found.span()), "DATE", "past") for found in DAYS.finditer(article.text))
        names = ("Ada Brook",)
        known = (NamedEntity("ada-brook", "person", *names, names),) if "Ada Brook" in article.text else ()
        yield article, Reading(entities=known, temporals=days)


def seeded(root, texts):
    (root / "seeds").mkdir(exist_ok=True)
    for name, text in texts.items():
        (root / "seeds" / name).write_text(text)


def command(*arguments):
    """The command as a function without arguments, as `main` of the program does it."""

    def run():
        sys.argv = ["dossier", *arguments]
        cli.main(cli.World(lambda *_: read, lambda: "2031-04-08", lambda: EXTRACTOR + 1))

    return run


def git(root, *arguments):
    who = ["-c", "user.name=Jo", "-c", "user.email=jo@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def dossier(tmp_path):
    """Two articles committed; then one corrected by a person, one by the newspaper, and a third one new."""
    root = tmp_path / "dossier"
    root.mkdir()
    (root / ".gitignore").write_text("build/\nsite/\n")
    seeded(root, SEEDS)
    annotated_by_machine(root)  # here, so that forks find all modules loaded
    for step in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "annotated"]):
        git(root, *step)
    article = root / "content" / "articles" / "the-council.md"
    article.write_text(article.read_text().replace("tense: past", "date: 2031-04-01  # by hand", 1))
    seeded(root, LATER)
    return root


@pytest.fixture
def light(monkeypatch):
    """In the place of MkDocs something that needs no second: three pages are copied."""

    def rendered(config, _pages, **_options):
        for name in ("index.md", "about.md", "articles/the-council.md"):
            page = Path(config.site_dir, name)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(Path(config.docs_dir, name).read_bytes())
        return ()

    monkeypatch.setattr(edition, "render", rendered)
    monkeypatch.setattr(site, "_indexed", lambda *_: None)
    monkeypatch.setattr(edition, "policy", lambda *_: "")
    monkeypatch.setattr(os, "sync", lambda: None)


def restored(root, before):
    """The dossier as it was, for the next fault."""
    shutil.rmtree(root)
    shutil.copytree(before, root, symlinks=True)


def old_or_new(folder, old, new):
    """Each file of `folder` is what it was or what it is to be; what is being written is hidden."""
    now = tree(folder)
    for name in now.keys() | (old.keys() & new.keys()):
        if not name.rsplit("/", 1)[-1].startswith("."):
            assert now.get(name) in (old.get(name), new.get(name)), (
                f"{name} is neither the old nor the new one"
            )


def moments(run, root, before):
    """How many moments an undisturbed run has, and what it makes of content/."""
    happened = forked(run, root)
    assert happened.code == 0, happened.printed
    after = tree(root / "content")
    restored(root, before)
    return range(1, happened.moments + 1), after


# --- annotate and record ----------------------------------------------------------------------

RUNS = {"annotate": ("annotate",), "upgrade": ("annotate", "--upgrade"), "record": ("record",)}


@pytest.mark.parametrize("name", RUNS)
def test_a_kill_at_any_write_leaves_each_file_old_or_new(dossier, tmp_path, name):
    run, before = command(*RUNS[name], "-C", str(dossier)), tmp_path / "before"
    shutil.copytree(dossier, before)
    every, new = moments(run, dossier, before)
    old = tree(dossier / "content")
    assert new != old
    for at in every:
        assert forked(run, dossier, at=at).code == KILLED
        old_or_new(dossier / "content", old, new)
        assert tree(dossier / "seeds") == tree(before / "seeds")
        assert forked(run, dossier).code == 0
        assert tree(dossier / "content") == new, f"after a kill at {at} of {len(every)}"
        restored(dossier, before)


def test_a_disk_that_refuses_is_one_message_and_nothing_is_half_written(dossier, tmp_path):
    run, before = command("annotate", "--upgrade", "-C", str(dossier)), tmp_path / "before"
    shutil.copytree(dossier, before)
    every, new = moments(run, dossier, before)
    old = tree(dossier / "content")
    for at in every:
        refusal = REFUSALS[at % len(REFUSALS)]
        happened = forked(run, dossier, at=at, refusal=refusal)
        if tree(dossier / "content") != new:
            told_once(happened, os.strerror(refusal))
        old_or_new(dossier / "content", old, new)
        assert forked(run, dossier).code == 0
        assert tree(dossier / "content") == new, f"after a refusal at {at} of {len(every)}"
        restored(dossier, before)


def told_once(happened, *words):
    """Exit code 1, and one line that says where and what."""
    assert happened.code == 1, happened.printed
    assert "Traceback" not in happened.printed
    (line,) = happened.printed.splitlines()
    assert line.startswith("dossier: ")
    assert all(word in line for word in words), line
    return line


def test_a_file_that_the_disk_has_no_room_for_is_named_and_stays(dossier):
    """A limit of the system's own, reached in the middle of a file."""

    def run():
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
        command("annotate", "-C", str(dossier))()

    before = tree(dossier / "content")
    happened = forked(run, dossier)
    line = told_once(happened, "content/articles/", "File too large", "as it was", "run the command again")
    assert ".unfinished" not in line
    assert tree(dossier / "content") == before


@pytest.mark.parametrize("folder", ["build", "content/articles"])
def test_a_read_only_folder_is_named(dossier, folder):
    before = tree(dossier / "content")
    (dossier / folder).chmod(0o555)
    (dossier / "build" / "lock").unlink()
    run = without_privileges(command("annotate", "-C", str(dossier)))
    told_once(forked(run, dossier), folder, "Permission denied", "run the command again")
    assert tree(dossier / "content") == before
    (dossier / folder).chmod(0o755)


def test_what_needs_no_writing_works_in_a_read_only_dossier(dossier):
    before = tree(dossier)
    folders = [dossier, *(path for path in dossier.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    for name in ("check", "status"):
        assert forked(without_privileges(command(name, "-C", str(dossier))), dossier).code == 0
    for path in folders:
        path.chmod(0o755)
    assert tree(dossier) == before


# --- two at once ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["annotate", "record", "build"])
def test_the_second_of_two_runs_says_so_and_touches_nothing(dossier, name):
    before = tree(dossier / "content")
    with store.lock(store.Folder(dossier)):
        happened = forked(command(name, "-C", str(dossier)), dossier)
    told_once(happened, "another run of dossier is at work", "try again")
    assert tree(dossier / "content") == before


def test_a_killed_run_holds_nobody_up(dossier):
    def killed():
        with store.lock(store.Folder(dossier)):
            os.kill(os.getpid(), signal.SIGKILL)

    assert forked(killed, dossier).code == -signal.SIGKILL
    assert forked(command("annotate", "-C", str(dossier)), dossier).code == 0


# --- an editor who saves meanwhile --------------------------------------------------------------

PLACES = [
    "content/articles/the-ferries.md",
    "content/ids.tsv",
    "content/corrections.tsv",
    "content/dossier.yml",
]


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("when", ["after the reading", "while the disk is busy"])
def test_what_an_editor_saved_meanwhile_is_not_written_over(dossier, name, when):
    """The editor saves just before the file would be written, or while its new text goes to the disk."""
    path = dossier / name
    saved = (path.read_text() if path.exists() else "") + "\n"

    def run():
        write, sync = store.write, os.fsync

        def written(place, *given, **more):
            if place == path and when == "after the reading":
                path.write_text(saved)
            return write(place, *given, **more)

        def synced(file):
            sync(file)
            if path.name in Path(f"/proc/self/fd/{file}").readlink().name:
                path.write_text(saved)

        store.write = written
        if when != "after the reading":
            os.fsync = synced
        command("annotate", "--upgrade", "-C", str(dossier))()

    told_once(forked(run, dossier), name, "was changed while this ran", "run the command again")
    assert path.read_text() == saved
    assert forked(command("annotate", "--upgrade", "-C", str(dossier)), dossier).code == 0


# --- build ------------------------------------------------------------------------------------


@pytest.fixture
def changed(dossier, light):
    """With a site of how it was; then a word is changed that shows on a page."""
    build = command("build", "-C", str(dossier))
    assert CliRunner().invoke(cli.app, ["build", "-C", str(dossier)], catch_exceptions=False).exit_code == 0
    old = tree(dossier / "site")
    (dossier / "content" / "about.md").write_text("We are the harbour's own paper.\n")
    seeded(dossier, {"extra.txt": "An extra\n\n2031-04-09\n\nNothing more was said."})
    return dossier, build, old


WRITES = [pytest.param(31, id="some writes"), pytest.param(1, id="all", marks=pytest.mark.nightly)]
"""Every which write is disturbed, and the last ones, of the swap, in any case; the others write page after page."""
SWAP = 12


@pytest.mark.parametrize("exchange", [True, False], ids=["renameat2", "two renames"])
@pytest.mark.parametrize("refusal", [0, errno.ENOSPC], ids=["kill", "full disk"])
@pytest.mark.parametrize("every", WRITES)
def test_a_fault_at_any_write_of_a_build_leaves_the_old_site_or_the_new(
    changed, tmp_path, monkeypatch, exchange, refusal, every
):
    root, build, old = changed
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    before = tmp_path / "before"
    shutil.copytree(root, before)
    happened = forked(build, root)
    assert happened.code == 0, happened.printed
    new, pages = tree(root / "site"), tree(root / "build" / "pages")
    content = tree(root / "content")
    assert new != old
    last = happened.moments + 1
    for at in sorted({*range(1, last, every), *range(last - SWAP, last)}):
        restored(root, before)
        disturbed = forked(build, root, at=at, refusal=refusal)
        place = root / "site"
        # Between two renames the site stands aside; the next run takes it up.
        aside = root / ".site-old"
        now = tree(place if place.exists() or exchange or refusal else aside)
        assert now in (old, new)
        assert tree(root / "content") == content
        if refusal and now == old:
            told_once(disturbed, "No space left on device", "as it was")
        assert forked(build, root).code == 0
        assert (tree(place), tree(root / "build" / "pages")) == (new, pages)
        assert not list(root.glob(".site*"))


@pytest.mark.parametrize("name", ["content", "content/articles", "content/entities", "seeds"])
def test_a_folder_that_may_not_be_read_stops_a_build(changed, name):
    """Its files may withhold what is in others."""
    root, build, old = changed
    (root / "content" / "entities").mkdir(exist_ok=True)
    (root / name).chmod(0)
    happened = forked(without_privileges(build), root)
    (root / name).chmod(0o755)
    told_once(happened, name, "Permission denied", "as it was")
    assert tree(root / "site") == old


def test_a_build_that_mkdocs_refuses_leaves_the_old_site(changed, monkeypatch):
    root, build, old = changed

    def refused(*_given, **_options):
        raise site.RenderError("a template is broken")

    monkeypatch.setattr(edition, "render", refused)
    told_once(forked(build, root), "not built: a template is broken")
    assert tree(root / "site") == old


# --- kill -9, at random moments, of the real program --------------------------------------------

KILLS = 200
SEED = 20310405


def killed_at(arguments, root, seconds):
    """Start the program and kill it after `seconds`; whether it had not ended by itself."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1900000000"}
    program = [sys.executable, "-m", "generator", *arguments, "-C", str(root)]
    with subprocess.Popen(
        program, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return True
    return False


def killed(arguments, root, before, seconds):
    """Kill KILLS runs at moments of the `seconds` that one takes, each begun `before`; yield after each."""
    chance, count = random.Random(SEED), 0  # noqa: S311  no secret
    while count < KILLS:
        restored(root, before)
        begun = time.monotonic()
        if killed_at(arguments, root, chance.uniform(0, seconds)):
            yield count
            count += 1
        else:  # the machine has less to do than during the runs before
            seconds = (seconds + time.monotonic() - begun) / 2


def taken(arguments, root):
    """Seconds that an undisturbed run takes."""
    start = time.monotonic()
    assert not killed_at(arguments, root, 600)
    return time.monotonic() - start


@pytest.mark.nightly
def test_annotate_killed_at_random_moments_loses_nothing(tmp_path):
    root, before = copied(INVENTED, tmp_path / "dossier"), tmp_path / "before"
    mine = edited(root)
    annotated_by_machine(root)
    old = tree(root / "content")
    for number, path in enumerate(sorted((root / "seeds").glob("*.txt"))):
        if number % 2:
            path.write_text(path.read_text() + "\nNothing more was said on Friday.\n")
    shutil.copytree(root, before)
    seconds = taken(["annotate"], root)
    new = tree(root / "content")
    assert new != old
    for _ in killed(["annotate"], root, before, seconds):
        old_or_new(root / "content", old, new)
        annotated_by_machine(root)
        assert tree(root / "content") == new
        for path, comment in mine.items():
            assert comment in (root / path).read_text()


def edited(root):
    """A comment by hand in the first item of each article: path → comment."""
    mine = {}
    for path in sorted((root / "content" / "articles").glob("*.md")):
        comment = f"# by hand in {path.stem}"
        path.write_text(path.read_text().replace("\n- id: ", f"\n{comment}\n- id: ", 1))
        mine[path.relative_to(root)] = comment
    return mine


@pytest.mark.nightly
def test_build_killed_at_random_moments_leaves_a_whole_site(tmp_path):
    root = copied(INVENTED, tmp_path / "dossier")
    taken(["build"], root)
    old = tree(root / "site")
    (root / "content" / "about.md").write_text("Another word about us.\n")
    content = tree(root / "content")
    shutil.copytree(root, before := tmp_path / "before")
    seconds = taken(["build"], root)
    new = tree(root / "site")
    for number in killed(["build"], root, before, seconds):
        assert tree(root / "site") in (old, new)
        assert tree(root / "content") == content
        if number % 8 == 0:
            taken(["build"], root)
            assert tree(root / "site") == new
            assert not list(root.glob(".site*"))
