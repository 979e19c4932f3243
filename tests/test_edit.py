"""`dossier edit`: from a word on a page or in a message to the line that says it."""

import sys

import pytest
from test_diagnostics import HERE as DIAGNOSTICS
from typer.testing import CliRunner

from generator import editor
from generator.cli import app
from generator.sentences import split

ONE, OTHER = "content/articles/ferry-strike.md", "content/articles/ferry-strike-again.md"
IDS = {"- temporal: the 3rd": "t3", "- statement:": "s7", "- event:": "e4", "- issue:": "i5"}
REMOVED = '\n```ledger\n"format 1, extractor 1, text 0"\n\n"egone event 1-2 gone  “The council met”"\n```\n'
UNREADABLE = "\n```annotations\n- id: sbad\n  statement: [not closed\n```\n"
REGISTERS = {
    "content/entities/harbour-radio.md": "---\nname: Harbour Radio\naliases: [HR]\n---\n",
    "content/entities/hr-old.md": "---\nmerged_into: harbour-radio\n---\n",
    "content/entities/unread.md": "---\ntype: persno\n---\n",
    "content/events/strike-vote.md": "---\nname: the vote on the strike\n---\n",
    "content/dossier.yml": "title: A small one\n",
}


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Two articles that say the same, of which one has an item of its own; registers; no editor."""
    seed = (DIAGNOSTICS / "base" / "seeds" / "ferry.txt").read_text()
    text = (DIAGNOSTICS / "base" / ONE).read_text()
    for start, id_ in IDS.items():
        text = text.replace(start, f"- id: {id_}\n  {start.removeprefix('- ')}")
    again = text.replace("seed: ferry.txt", "seed: again.txt").replace("id: t3", "id: tonly")
    files = {
        ONE: text + REMOVED,
        OTHER: again + UNREADABLE,
        "seeds/ferry.txt": seed,
        "seeds/again.txt": seed,
        **REGISTERS,
    }
    for path, source in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(source)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(*words):
    return CliRunner().invoke(app, ["edit", *words], catch_exceptions=False)


def place(root, path, start):
    """Path and number of the line that begins so."""
    lines = (root / path).read_text().splitlines()
    return f"{path}:{next(number for number, line in enumerate(lines, 1) if line.strip().startswith(start))}"


PLACES = [
    ("tonly", OTHER, "- id: tonly"),
    ("ferry-strike#s7", ONE, "- id: s7"),
    ("ferry-strike-again/s7", OTHER, "- id: s7"),
    ("ferry-strike#ada-brook", ONE, "- id: ada-brook"),
    ("ferry-strike", ONE, "---"),
    ("articles/ferry-strike", ONE, "---"),
    ("/dossier/articles/ferry-strike/", ONE, "---"),
    ("https://news.example/dossier/articles/ferry-strike/#i5", ONE, "- id: i5"),
    ("harbour-radio", "content/entities/harbour-radio.md", "---"),
    ("entities/harbour-radio", "content/entities/harbour-radio.md", "---"),
    ("entity/harbour-radio", "content/entities/harbour-radio.md", "---"),
    ("entities/harbour-radio/statements/2031-03/", "content/entities/harbour-radio.md", "---"),
    ("HR", "content/entities/harbour-radio.md", "---"),
    ("harbour  RADIO", "content/entities/harbour-radio.md", "---"),
    ("hr-old", "content/entities/hr-old.md", "---"),
    ("unread", "content/entities/unread.md", "---"),
    ("strike-vote", "content/events/strike-vote.md", "---"),
    ("timeline/#event-strike-vote", "content/events/strike-vote.md", "---"),
    ("sbad", OTHER, "- id: sbad"),
    ("egone", ONE, '"egone event'),
    ("content/dossier.yml", "content/dossier.yml", "title"),
    ("seeds/ferry.txt", "seeds/ferry.txt", "Ferry"),
]


@pytest.mark.parametrize(("word", "path", "start"), PLACES, ids=[word for word, _path, _start in PLACES])
def test_a_word_leads_to_its_line(small, word, path, start):
    result = edit(word)
    assert (result.exit_code, result.stdout) == (0, f"{place(small, path, start)}\n")


def test_a_place_of_a_diagnostic_is_opened_as_it_is_printed(small):
    assert edit(f"{ONE}:26:13:").stdout == f"{ONE}:26\n"


def test_a_sentence_leads_to_its_paragraph(small):
    sentence = split((small / "seeds" / "ferry.txt").read_text())[-1].id
    assert edit(f"ferry-strike#{sentence}").stdout == f"{place(small, ONE, 'The council will meet')}\n"


def test_words_of_a_name_need_no_quotation_marks(small):
    assert edit("harbour", "radio").exit_code == 0


@pytest.mark.parametrize("word", ["ada-brook", "Ada Brook", "brook", "entities/ada-brook"])
def test_where_there_are_several_places_all_are_listed(small, word):
    result = edit(word)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{place(small, path, '- id: ada-brook')}: entity ada-brook (Ada Brook)" for path in (OTHER, ONE)
    ]
    assert result.stderr == (
        "content/entities/ada-brook.md: no register yet; "
        "to write one: dossier edit --register entities/ada-brook\n"
        f"dossier: “{word}” is in 2 places; say which: dossier edit PATH:LINE\n"
    )


def test_an_issue_is_where_articles_raise_it(small):
    result = edit("ferry-fee")
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == [
        place(small, path, "- id: i5") for path in (OTHER, ONE)
    ]
    assert "content/issues/ferry-fee.md: no register yet" in result.stderr


NOTHING = [
    ("ada-brok", 'Did you mean "ada-brook"?'),
    ("Adda Brook", 'Did you mean "Ada Brook"?'),
    ("tonlyy", 'Did you mean "tonly"?'),
    ("ferry-strike#ada-brok", 'Did you mean "ada-brook"?'),
    ("zzzz", "The pages of the site and dossier status show what there is."),
    ("../../etc/passwd", "The pages of the site and dossier status show what there is."),
    ("content/articles/none.md:3", "The pages of the site and dossier status show what there is."),
]


@pytest.mark.parametrize(("word", "hint"), NOTHING)
def test_what_nothing_is_called_is_told_with_what_is_like_it(small, word, hint):
    result = edit(word)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"dossier: nothing here is called “{word}”. {hint}\n"


# --- registers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "path", "source"),
    [
        ("ada-brook", "content/entities/ada-brook.md", "---\nname: Ada Brook\ntype: person\n---\n"),
        ("ferry-strike#sennet", "content/entities/sennet.md", "---\nname: Sennet\ntype: place\n---\n"),
        ("ferry-strike#i5", "content/issues/ferry-fee.md", "---\nname: ferry fee\n---\n"),
    ],
)
def test_a_register_is_written_when_it_is_asked_for(small, word, path, source):
    edit(word)
    assert not (small / path).exists()
    result = edit("--register", word)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{path}:1\n", f"{path}: written\n")
    assert (small / path).read_text() == source
    checked = CliRunner().invoke(app, ["check"]).stdout
    assert path not in checked


def test_a_register_that_is_there_is_only_opened(small):
    result = edit("--register", "HR")
    assert (result.stdout, result.stderr) == ("content/entities/harbour-radio.md:1\n", "")
    for path, source in REGISTERS.items():
        assert (small / path).read_text() == source


def test_a_statement_has_no_register(small):
    result = edit("--register", "ferry-strike#s7")
    assert result.exit_code == 1
    assert result.stderr == (
        "dossier: “ferry-strike#s7” is no entity, issue or event; only these have registers\n"
    )


# --- editors ----------------------------------------------------------------------------------

EDITORS = [
    ("vim", ("vim", "+7", "a.md")),
    ("/usr/bin/nvim -p", ("/usr/bin/nvim", "-p", "+7", "a.md")),
    ("nano", ("nano", "+7", "a.md")),
    ("emacs -nw", ("emacs", "-nw", "+7", "a.md")),
    ("micro", ("micro", "+7", "a.md")),
    ("code --wait", ("code", "--wait", "--goto", "a.md:7")),
    ("codium", ("codium", "--goto", "a.md:7")),
    ("subl -w", ("subl", "-w", "a.md:7")),
    ("zed", ("zed", "a.md:7")),
    ("hx", ("hx", "a.md:7")),
    ("'/opt/My Editors/Code.exe'", ("/opt/My Editors/Code.exe", "--goto", "a.md:7")),
]


@pytest.mark.parametrize(("chosen", "words"), EDITORS)
def test_an_editor_is_told_the_line_as_it_wants_it(chosen, words):
    assert editor.command(chosen, "a.md", 7) == (words, True)


def test_an_unknown_editor_is_told_the_file_alone():
    assert editor.command("ed -v", "a.md", 7) == (("ed", "-v", "a.md"), False)


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({}, ""),
        ({"EDITOR": "vi"}, "vi"),
        ({"EDITOR": "vi", "VISUAL": "code"}, "code"),
        ({"EDITOR": "vi", "VISUAL": " "}, "vi"),
    ],
)
def test_visual_comes_before_editor(environment, chosen):
    assert editor.chosen(environment) == chosen


def test_the_editor_is_run_and_its_end_is_ours(small, monkeypatch):
    script = "import pathlib, sys; pathlib.Path('opened').write_text(sys.argv[1]); sys.exit(3)"
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c "{script}"')
    result = edit("tonly")
    assert result.exit_code == 3
    assert (small / "opened").read_text() == OTHER
    assert result.stderr == f"{place(small, OTHER, '- id: tonly')}\n"


@pytest.mark.parametrize("command", ["no-such-editor-anywhere", "vim 'not closed"])
def test_an_editor_that_does_not_start_is_a_plain_message(small, monkeypatch, command):
    monkeypatch.setenv("EDITOR", command)
    result = edit("tonly")
    assert result.exit_code == 1
    assert result.stderr.endswith("; set VISUAL or EDITOR\n")
    assert place(small, OTHER, "- id: tonly") in result.stderr


def test_from_another_folder_the_path_is_one_to_open_from_there(small, monkeypatch):
    monkeypatch.chdir(small.parent)
    assert edit("-C", small.name, "tonly").stdout.startswith(f"{small.name}/content/articles/")
