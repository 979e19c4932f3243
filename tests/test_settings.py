"""content/dossier.yml."""

from dataclasses import fields

import attacks
import pytest

from generator.model import Settings
from generator.settings import FORMAT, Keys, read

PATH = "content/dossier.yml"


def test_the_keys_are_the_settings():
    assert list(Keys.model_fields) == [field.name for field in fields(Settings)]


def test_an_empty_file_gives_the_defaults():
    assert read("", PATH) == (Settings(), ())


def test_an_unknown_vocabulary_is_told_where_it_stands_and_the_default_serves():
    found, (problem,) = read("title: A\nvocabulary: valley\n", PATH, ("civic", "hills", "pax"))
    assert found.vocabulary == "pax"
    assert (problem.code, problem.line, problem.column) == ("unknown-vocabulary", 2, 13)
    assert problem.hint == "Write content/vocabulary/valley.yml, or use one of: civic, hills, pax."


def test_what_is_written_is_read():
    source = (
        "title: The Varne talks\nas_of: 2031-04-20\nweek_starts: sunday\nlanguages: [ko, en]\n"
        "time_zone: Asia/Seoul\nencodings: [euc-kr, CP1252]\npublish: reviewed\nrights: quotes\n"
        "edit_url: https://git.example/edit/main/\nlicence:\n"
    )
    assert read(source, PATH) == (
        Settings(
            title="The Varne talks",
            as_of="2031-04-20",
            week_starts="sunday",
            languages=("ko", "en"),
            time_zone="Asia/Seoul",
            encodings=("euc_kr", "cp1252"),
            publish="reviewed",
            rights="quotes",
            edit_url="https://git.example/edit/main/",
        ),
        (),
    )


def test_a_wrong_key_costs_only_itself():
    settings, problems = read("title: Kept\nas_of: 2031-02-30\nlanguages: []\n", PATH)
    assert settings == Settings(title="Kept")
    assert [(p.line, p.code) for p in problems] == [(2, "bad-value"), (3, "bad-value")]


@pytest.mark.parametrize(
    ("source", "rights", "publish"),
    [
        ("rights: qoutes", "none", "all"),
        ("publish: reviwed\nrights: quotes", "quotes", "reviewed"),
        ("title: [unclosed\nrights: full", "none", "reviewed"),
        ("- a list", "none", "reviewed"),
    ],
)
def test_a_slip_never_publishes_more(source, rights, publish):
    settings, problems = read(source, PATH)
    assert problems
    assert (settings.rights, settings.publish) == (rights, publish)


def test_a_newer_format_is_refused():
    _, (problem,) = read(f"title: x\nformat: {FORMAT + 1}", PATH)
    assert (problem.code, problem.severity, problem.line) == ("newer-format", "error", 2)


@pytest.mark.parametrize(
    "source",
    [
        "time_zone: Mars/Phobos",
        "time_zone: ../../etc/passwd",
        "encodings: [base64]",
        "edit_url: javascript:alert(1)",
        "edit_url: //evil",
        "languages: ['<script>']",
        "format: one",
    ],
)
def test_values_that_are_none_are_refused(source):
    assert [p.severity for p in read(source, PATH)[1]] == ["error"]


@pytest.mark.parametrize(("source", "code"), attacks.YAML.values(), ids=attacks.YAML)
def test_attacks_give_diagnostics(source, code):
    assert read(source, PATH)[1][0].code == code


def test_a_misspelt_key_that_withholds_still_withholds():
    settings, problems = read("publsih: reviewed\nright: none\n", PATH)
    assert (settings.publish, settings.rights) == ("reviewed", "none")
    assert [problem.code for problem in problems] == ["unknown-key", "unknown-key"]
