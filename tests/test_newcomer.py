"""What somebody gets wrong who sees the program for the first time: one message each, which says what to do."""

import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import store
from generator.build import inspect, load
from generator.cli import app

NO_TEXT = (
    "nothing:1:1: error[seed-empty]: the seed holds no text\n    Delete it, or save the article again.\n"
)
NO_DOSSIER = (
    "is no dossier: it has neither content/ nor seeds/; "
    "-C names the folder of one; to begin one there, make these two folders"
)
NOBODY = "nothing here is called “nobody”. The pages of the site and dossier status show what there is."
PERIOD = 'Write 2031-03-04, "2031-03-04/2031-03-06" for a span, or "[2031-03-04..]" for not before.'


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, [str(one) for one in arguments], input=stdin, catch_exceptions=False)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a dossier `d` of one seed, an article beside it, and a file that is nothing."""
    for path, text in {
        "d/seeds/ferry.txt": "The ferry\n\nThe ferry sails on Monday.\n",
        "gates.txt": "The gates\n\nThe gates stay shut.\n",
        "nothing": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (tmp_path / "d" / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("build -C gone", 2, f"dossier: {{here}}/gone {NO_DOSSIER}"),
        ("check -C nothing", 2, f"dossier: {{here}}/nothing {NO_DOSSIER}"),
        ("add -C d d", 1, "dossier: d is a folder; name the files in it: dossier add d/*"),
        (
            "add -C d gates.txt --published yesterday",
            2,
            f'dossier: --published: "yesterday" is no EDTF date. {PERIOD}',
        ),
        (
            "add -C d gates.txt --rights some",
            2,
            'dossier: --rights must be one of full, quotes, none, not "some". Write one of them, exactly so.',
        ),
        (
            "add -C d nothing",
            1,
            f"seeds/{NO_TEXT}dossier: nothing was not added",
        ),
        (
            "annotate -C d gone.txt",
            1,
            "dossier: not a readable file of {here}/d/seeds: gone.txt. To put one there: dossier add FILE",
        ),
        (
            "annotate -C d fery.txt",
            1,
            'dossier: not a readable file of {here}/d/seeds: fery.txt. Did you mean "ferry.txt"?',
        ),
        (
            "extract gates.txt --published yesterday",
            2,
            f'dossier: --published: "yesterday" is no EDTF date. {PERIOD}',
        ),
        (
            "extract nothing",
            1,
            f"{NO_TEXT}dossier: nothing cannot be read",
        ),
        ("schemas nothing", 2, "dossier: nothing is no folder"),
        (
            "edit -C d nobody",
            1,
            f"dossier: {NOBODY}",
        ),
    ],
)
def test_what_a_wrong_word_is_told(here, command, code, said):
    result = run(*command.split())
    assert (result.stderr, result.exit_code) == (said.format(here=here) + "\n", code)


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_no_machine_has(here, port):
    result = run("serve", "-C", "d", "--port", port)
    assert result.exit_code == 2
    assert "Invalid value for '--port'" in result.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1', "line 2 is not JSON: Expecting ',' delimiter"),
        ("[1]", "line 2 is not a JSON object with id and text"),
        ('{"text": "a"}', "line 2 has no id"),
        ("{}", "line 2 has no id and no text"),
    ],
)
def test_a_line_that_extract_cannot_take(line, said):
    result = run("extract", "-", stdin=f"\n{line}\n")
    assert (result.stderr, result.exit_code) == (f"dossier: standard input: {said}\n", 1)


@pytest.mark.parametrize("command", ["add -C d gates.txt", "extract gates.txt"])
def test_a_sidecar_that_is_not_utf8(here, command):
    (here / "gates.txt.yml").write_bytes("author: Böll\n".encode("latin-1"))
    result = run(*command.split())
    assert result.exit_code == 1
    assert result.stderr.startswith("gates.txt.yml:1:10: error[not-utf-8]: this file is not UTF-8")
    assert not (here / "d" / "seeds" / "gates.txt").exists()


def test_an_empty_dossier_says_how_to_fill_it(here):
    (here / "d" / "seeds" / "ferry.txt").unlink()
    assert run("annotate", "-C", "d").stderr == (
        "0 articles added, 0 changed, no problems\nseeds/ holds no article; to put one there: dossier add FILE\n"
    )


def test_annotate_waits_until_the_settings_can_be_read(here):
    """Whatever they withhold would else be written into every article."""
    assert run("annotate", "-C", "d").exit_code == 0
    (article,) = (here / "d" / "content" / "articles").iterdir()
    before = article.read_bytes()
    (here / "d" / "content" / "dossier.yml").write_text('title: "Ferries\n')
    result = run("annotate", "-C", "d")
    assert result.exit_code == 1
    assert result.stderr.startswith("content/dossier.yml:1:8: error[yaml-syntax]")
    assert result.stderr.endswith("dossier: nothing was read: mend that first\n")
    assert article.read_bytes() == before


@pytest.mark.parametrize("command", ["record", "status"])
def test_who_only_counts_the_problems_says_where_they_are_listed(here, command):
    (here / "d" / "content" / "dossier.yml").write_text("title: [\n")
    assert run(command, "-C", "d").stderr.endswith("; dossier check lists them\n")


def test_a_model_of_ones_own_that_is_not_installed(here):
    (here / "d" / "content" / "dossier.yml").write_text("model: xx_gone\n")
    assert run("annotate", "-C", "d").stderr == (
        "dossier: the language model xx_gone is not installed; "
        "install it, or correct `model:` in content/dossier.yml\n"
    )


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_site_that_is_no_folder_is_not_replaced(here, kind):
    site = here / "d" / "site"
    if kind == "file":
        site.write_text("mine")
    else:
        (here / "served").mkdir()
        site.symlink_to(here / "served")
    result = run("build", "-C", "d")
    assert result.exit_code == 1
    assert result.stderr == (
        f"dossier: not built: {site} is no folder; move it away, the site is made there\n"
    )
    assert site.is_symlink() if kind == "link" else site.read_text() == "mine"


@pytest.mark.skipif(sys.platform == "darwin", reason="whose file names are always UTF-8")
@pytest.mark.parametrize("path", ["seeds/{}.txt", "content/articles/{}.md", "content/entities/{}.md"])
def test_a_name_that_is_not_utf8_is_one_problem(here, path):
    """As old archives unpack them; nothing that is told or written can hold such a name."""
    file = Path(os.fsdecode(os.fsencode(here / "d" / path).replace(b"{}", b"f\xe4hre")))
    file.parent.mkdir(exist_ok=True)
    file.write_text("The ferry\n\nIt sails.\n")
    result = run("check", "-C", "d")
    assert result.exit_code == 1
    name = path.format("f\\xe4hre")
    assert f"{name}:1:1: error[file-unreadable]: the name of this file is not UTF-8\n" in result.stdout
    assert result.stdout.count(name) == 1
    assert run("build", "-C", "d").exit_code == 0


def test_a_hint_with_a_seeds_name_can_be_pasted_into_a_shell(here):
    """Names come from strangers, too."""
    (here / "d" / "seeds" / "a b; echo c.txt").write_text("Another\n\nText.\n")
    _, problems = inspect(load(store.read(store.Folder(here / "d"))))
    assert [one.hint for one in problems if " b" in one.path] == [
        "Run: dossier annotate 'seeds/a b; echo c.txt'"
    ]
