"""content/ of an older format is brought up to date, and a program refuses what is not its own.

There is one format so far. So that the first migration is a line of the table, these tests put one there: in an
older format, registers wrote a single alias without brackets.
"""

import re
import sys

import pytest

from generator import annotate, build, cli, ledger, loading, migrations, model, settings, store

ALIAS = re.compile(r"^aliases: (?!\[)(.+)$", re.MULTILINE)
OLD = {
    "content/dossier.yml": "title: Harbour talks  # ours\nextractor: 1\n",
    "content/entities/ada-brook.md": "---\nname: Ada Brook\naliases: Brook\n---\nNotes.\n",
    "content/articles/talks.md": (
        '---\nseed: talks.txt\n---\nTalks\n\n```ledger\n"format 1, extractor 1, text 0"\n```\n'
    ),
    "content/index.md": "aliases: none\n",
}


def in_brackets(files):
    return {
        path: ALIAS.sub(r"aliases: [\1]", source) if path.startswith("content/entities/") else source
        for path, source in files.items()
    }


def without_about(files):
    return {path: source for path, source in files.items() if path != "content/about.md"}


STEPS = (("aliases are a list", in_brackets), ("about.md is no more", without_about))


def test_the_table_leads_to_the_format_of_the_program():
    assert model.FIRST_FORMAT + len(migrations.MIGRATIONS) == model.FORMAT


def test_each_step_is_taken_and_the_format_written_down():
    new = migrations.migrate({**OLD, "content/about.md": "x"}, 1, STEPS)
    assert new == {
        **OLD,
        "content/entities/ada-brook.md": "---\nname: Ada Brook\naliases: [Brook]\n---\nNotes.\n",
        "content/articles/talks.md": OLD["content/articles/talks.md"].replace("format 1", "format 3"),
        "content/dossier.yml": "title: Harbour talks  # ours\nextractor: 1\nformat: 3\n",
    }
    assert list(new)[-1] == "content/dossier.yml"


def test_only_the_steps_that_are_missing_are_taken():
    new = migrations.migrate(OLD | {"content/dossier.yml": "format: 2  # since May\n"}, 2, STEPS)
    assert new["content/entities/ada-brook.md"] == OLD["content/entities/ada-brook.md"]
    assert new["content/dossier.yml"] == "format: 3  # since May\n"


@pytest.mark.parametrize("steps", [migrations.MIGRATIONS, STEPS], ids=["the program's", "these"])
def test_a_run_that_was_killed_halfway_can_be_run_again(steps):
    once = migrations.migrate(OLD, 1, steps)
    half = {**OLD, "content/entities/ada-brook.md": once["content/entities/ada-brook.md"]}
    assert migrations.migrate(half, 1, steps) == once
    assert migrations.migrate(once, 1, steps) == once


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def dossier(tmp_path, capsys, monkeypatch):
    """A dossier of the older format, and what a command of the newer program says and does."""
    for path, source in OLD.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(source)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "talks.txt").write_text("Talks")
    monkeypatch.setattr(migrations, "MIGRATIONS", STEPS[:1])
    for module in (settings, ledger, loading, annotate):
        monkeypatch.setattr(module, "FORMAT", 2)

    def run(*command):
        monkeypatch.setattr(sys, "argv", ["dossier", *command, "-C", str(tmp_path)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code or 0, "".join(capsys.readouterr())

    return tmp_path, run


def contents(root):
    return {path: path.read_text() for path in sorted((root / "content").rglob("*")) if path.is_file()}


@pytest.mark.parametrize("command", ["annotate", "record", "build"])
def test_a_newer_program_refuses_an_older_format_and_says_what_to_do(dossier, command):
    root, run = dossier
    before = contents(root)
    code, said = run(command)
    assert code == 1
    assert said == (
        "dossier: content/dossier.yml: this dossier has format 1; this program writes format 2. "
        "Run dossier migrate; with --dry-run --diff it shows what it would change.\n"
    )
    assert contents(root) == before
    assert not (root / "site").exists()


@pytest.mark.parametrize("command", ["annotate", "record", "build", "migrate"])
def test_an_older_program_refuses_a_newer_format(dossier, command):
    root, run = dossier
    (root / "content" / "dossier.yml").write_text("format: 7\n")
    before = contents(root)
    code, said = run(command)
    assert code == 1
    assert said == (
        "dossier: content/dossier.yml: this dossier has format 7; this program knows formats up to 2. "
        "Update the program. It changes nothing here until then.\n"
    )
    assert contents(root) == before


def test_it_shows_what_it_would_change_and_then_changes_it(dossier):
    root, run = dossier
    before = contents(root)
    code, said = run("migrate", "--dry-run", "--diff")
    assert (code, contents(root)) == (0, before)
    assert "-aliases: Brook\n+aliases: [Brook]\n" in said
    assert said.endswith("from format 1 to 2:\n  aliases are a list\n3 files would be changed\n")
    assert run("migrate") == (0, "from format 1 to 2:\n  aliases are a list\n3 files changed\n")
    assert (
        root / "content/entities/ada-brook.md"
    ).read_text() == "---\nname: Ada Brook\naliases: [Brook]\n---\nNotes.\n"
    assert build.load(store.read(store.Folder(root))).diagnostics == ()
    assert run("migrate") == (0, "content/ has format 2, the newest: nothing to do\n")


def test_nothing_is_changed_while_a_file_cannot_be_read(dossier):
    root, run = dossier
    (root / "content" / "about.md").write_bytes(b"\xff")
    before = {**contents_as_bytes(root)}
    code, said = run("migrate")
    assert code == 1
    assert "not-utf-8" in said
    assert said.endswith("dossier: nothing was changed: mend that first\n")
    assert contents_as_bytes(root) == before


def contents_as_bytes(root):
    return {path: path.read_bytes() for path in sorted((root / "content").rglob("*")) if path.is_file()}


def test_a_file_that_a_step_drops_is_deleted(dossier, monkeypatch):
    root, run = dossier
    monkeypatch.setattr(migrations, "MIGRATIONS", STEPS[1:])
    (root / "content" / "about.md").write_text("About.\n")
    assert run("migrate")[0] == 0
    assert not (root / "content" / "about.md").exists()


def test_a_new_dossier_begins_with_the_newest_format(tmp_path, monkeypatch):
    for module in (settings, ledger, loading, annotate):
        monkeypatch.setattr(module, "FORMAT", 2)
    (tmp_path / "seeds").mkdir()
    annotate.record(store.Folder(tmp_path), today="2031-04-05")
    assert (tmp_path / "content" / "dossier.yml").read_text() == "format: 2\n"
