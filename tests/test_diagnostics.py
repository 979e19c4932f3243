"""The messages themselves, as `dossier check` prints them; what they mean is in docs/diagnostics.md.

tests/diagnostics/base is a small dossier without fault. Every other file there is one mistake: it replaces or
joins the file of the base that its folder says, and beside it, in NAME.out, stands what is printed then.
`pytest tests/test_diagnostics.py --golden` writes these anew: read them, line by line, as an editor would.
"""

import ast
import json
import re
import shutil

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from generator.cli import app

HERE = ROOT / "tests" / "diagnostics"
PLACES = {
    "article": "content/articles/ferry-strike.md",
    "entity": "content/entities/ada-brook.md",
    "issue": "content/issues/ferry-fee.md",
    "event": "content/events/council-meets-the-union.md",
    "settings": "content/dossier.yml",
    "sidecar": "seeds/ferry.txt.yml",
    "seed": "seeds/ferry.txt",
    "ids": "content/ids.tsv",
    "corrections": "content/corrections.tsv",
    "vocabulary": "content/vocabulary/harbour.yml",
}
"""Folder of tests/diagnostics → the file of the dossier that its files stand for."""
DOSSIERS = HERE / "dossier"
"""Its folders are laid over the base as they are."""
CASES = sorted(
    [path for name in PLACES for path in (HERE / name).iterdir() if path.suffix != ".out"]
    + [path for path in DOSSIERS.iterdir() if path.is_dir()]
)
DOCUMENT = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")


def broken(case, root):
    """The base with one mistake."""
    shutil.copytree(HERE / "base", root)
    if case.is_dir():
        shutil.copytree(case, root, dirs_exist_ok=True)
        return root
    target = root / PLACES[case.parent.name]
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(case, target)
    if case.parent.name == "vocabulary":
        (root / "content" / "dossier.yml").write_text("vocabulary: harbour\n")
    return root


def check(root, *options):
    return CliRunner().invoke(app, ["check", "-C", str(root), *options], catch_exceptions=False)


def expected(case):
    return case.parent / f"{case.stem}.out"


def test_the_base_is_without_fault(tmp_path):
    shutil.copytree(HERE / "base", tmp_path / "base")
    assert check(tmp_path / "base").output == "no problems\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_mistake_is_told_in_these_words(case, tmp_path, request):
    result = check(broken(case, tmp_path / "dossier"))
    assert result.exit_code == ("error[" in result.output)
    golden = expected(case)
    if request.config.getoption("golden"):
        golden.write_text(result.output, encoding="utf-8")
    assert result.output == golden.read_text(encoding="utf-8")


def test_every_expectation_has_its_mistake():
    assert {expected(case) for case in CASES} == set(HERE.rglob("*.out"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_every_message_says_what_to_do(case):
    *lines, summary = expected(case).read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"\d+ (error|warning|remark)s?(, \d+ (error|warning|remark)s?)*", summary)
    for message, hint in zip(lines[::2], lines[1::2], strict=True):
        assert MESSAGE.fullmatch(message), message
        assert re.fullmatch(r"    (\S.*[.?]|Run: .*)", hint), "a sentence, or a command to copy"


def test_five_mistakes_in_one_file_are_five_messages():
    *lines, summary = (HERE / "article" / "five-mistakes.out").read_text(encoding="utf-8").splitlines()
    assert [MESSAGE.fullmatch(line)["code"] for line in lines[::2]] == [
        "bad-value",
        "not-one-of",
        "unknown-entity",
        "unknown-key",
        "quote-not-found",
    ]
    assert summary == "5 errors"


# --- the forms --------------------------------------------------------------------------------

FIVE = HERE / "article" / "five-mistakes.md"
MESSAGE = re.compile(
    r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>error|warning|info)\[(?P<code>[a-z0-9-]+)\]: (?P<message>\S.*)"
)


@pytest.fixture
def five(tmp_path):
    """A broken dossier, and what is wrong with it as (path, line, column, severity, code, message, hint)."""
    root = broken(FIVE, tmp_path / "dossier")
    lines = check(root).stdout.splitlines()
    return root, [
        (*MESSAGE.fullmatch(message).groups(), hint.strip())
        for message, hint in zip(lines[::2], lines[1::2], strict=True)
    ]


def test_as_json_each_problem_is_an_object(five):
    root, told = five
    result = check(root, "--format", "json")
    keys = ("path", "line", "column", "severity", "code", "message", "hint")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [tuple(str(problem[key]) for key in keys) for problem in found] == told
    assert all(set(problem) == set(keys) for problem in found)


def test_for_github_each_problem_is_a_command(five):
    root, told = five
    assert check(root, "--format", "github").stdout.splitlines() == [
        f"::error file={path},line={line},col={column},title={code}::{message} {hint}"
        for path, line, column, _severity, code, message, hint in told
    ]


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_in_every_form_the_summary_stays_out_of_the_pipe(five, form):
    result = check(five[0], "--format", form)
    assert (result.exit_code, result.stderr) == (1, "5 errors\n")


# --- docs/diagnostics.md ----------------------------------------------------------------------

OTHERS = {"utf-8", "utf-8-sig"}
"""Words with a hyphen in the modules that report, which are no codes."""
ELSEWHERE = {
    "seed-exists": "`dossier add` says it",
    "quote-corrected": "`dossier annotate` says it",
    "ledger-missing": "`dossier annotate` says it",
    "older-format": "there is none yet; made in the tests of migrations",
    "seed-renamed": "a seed that is gone, in the tests of annotate",
    "not-read": "`dossier annotate` says it",
    "dead-citation": "only a fault of the program brings it about",
    "file-unreadable": "a file that its owner may not read, and the superuser may",
    "too-large": "two megabytes, made in the tests of the store",
    "seed-too-large": "two megabytes, made in the tests of ingest",
    "yaml-too-large": "a megabyte, made in the tests of yamlfile",
    "symbolic-link": "git keeps no link on every system",
    "seed-name": "git keeps no such name on every system",
}
"""Codes that no file of tests/diagnostics brings about."""


def in_the_source():
    """Every code: the words with a hyphen that are string literals in modules which report."""
    found = set()
    for path in (ROOT / "generator").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "Diagnostic" in source or path.name == "validating.py":
            strings = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
            found |= {
                text
                for text in strings
                if isinstance(text, str) and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)
            }
    return found - OTHERS


def documented():
    """Code → its paragraph."""
    parts = re.split(r"^### `([a-z0-9-]+)`.*\n", DOCUMENT, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_code_is_documented_and_every_documented_one_exists():
    assert set(documented()) == in_the_source()


def test_every_code_is_brought_about_by_a_mistake():
    printed = {
        match["code"]
        for case in CASES
        for line in expected(case).read_text(encoding="utf-8").splitlines()
        if (match := MESSAGE.fullmatch(line))
    }
    assert printed == set(documented()) - set(ELSEWHERE)


@pytest.mark.parametrize("code", documented())
def test_the_example_of_a_code_is_what_is_printed(code):
    """Each paragraph has one, with its hint, as it stands in a file of tests/diagnostics."""
    (example,) = re.findall(r"^((?:    \S.*\n)(?:        \S.*\n)?)", documented()[code], flags=re.MULTILINE)
    lines = [line.removeprefix("    ") for line in example.splitlines()]
    match = MESSAGE.fullmatch(lines[0])
    assert match["code"] == code
    if code not in ELSEWHERE:
        assert any("\n".join(lines) in expected(case).read_text(encoding="utf-8") for case in CASES)
