"""Pages that MkDocs does not render: one message with the place and what to do, and the old site stands."""

import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from generator.cli import app

THEME = ROOT / "generator" / "theme"
EXTENSION = """
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Fuse(Preprocessor):
    def run(self, lines):
        if any("BANG" in line for line in lines):
            raise ValueError("it went\\noff")
        return lines

class makeExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Fuse(md), "fuse", 500)
"""
INHERITED = f"INHERIT: {THEME}/mkdocs.yml\ntheme:\n  custom_dir: own\n"
WITH_FUSE = f"{INHERITED}markdown_extensions: [attr_list, md_in_html, fuse]\n"
EXTENDS = '{% extends "base.html" %}'
TAKE_OUT = "Take out what mkdocs.yml adds, extensions and templates, one by one, until it is rendered."


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    root = tmp_path / "dossier"
    for path, text in {
        "seeds/ferry.txt": "The ferry\n\n2031-04-05\n\nThe ferry sails on Monday.\n",
        "content/index.md": "Welcome.\n",
        "site/index.html": "the old site",
        "fuse.py": EXTENSION,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    shutil.copytree(THEME / "overrides", root / "own")
    monkeypatch.syspath_prepend(root)
    return root


def refused(root):
    """What `dossier build` says, which builds nothing."""
    result = CliRunner().invoke(app, ["build", "-C", str(root)])
    assert result.exit_code == 1
    assert (root / "site" / "index.html").read_text() == "the old site"
    (said,) = result.stderr.removesuffix("\n").split("\n")
    return said.removeprefix("dossier: not built: ")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "site_name: Ferries\nplugins: [search\n",
            'mkdocs.yml:2:10: a list in square brackets is not closed: “plugins: [search”. Add the "]",',
        ),
        ("<<<<<<< ours\na: 1\n", "mkdocs.yml:1:1: a conflict of git is not resolved. Keep the lines"),
        (
            "a: !gone b",
            "mkdocs.yml:1:1: MkDocs does not accept this file: MkDocs encountered an error",
        ),
        (
            "- a",
            "mkdocs.yml:1:1: MkDocs does not accept this file: it is to be lines of the form “key: value”",
        ),
        (
            "INHERIT: gone.yml",
            "mkdocs.yml:1:1: MkDocs does not accept this file: Inherited config file 'gone.yml' does not exist",
        ),
        (
            f"{INHERITED}markdown_extensions: [gone]",
            "mkdocs.yml:1:1: MkDocs does not accept this file: Config value 'markdown_extensions': Failed to load",
        ),
    ],
)
def test_settings_that_mkdocs_does_not_accept(dossier, settings, said):
    (dossier / "mkdocs.yml").write_text(settings)
    assert refused(dossier).startswith(said)


def test_settings_that_mkdocs_accepts_are_no_problem(dossier):
    (dossier / "mkdocs.yml").write_text(WITH_FUSE)
    assert "mkdocs.yml" not in CliRunner().invoke(app, ["check", "-C", str(dossier)]).output


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("content/index.md", "content/index.md (its page is build/pages/index.md)"),
        ("seeds/ferry.txt", "build/pages/articles/the-ferry.md"),
    ],
)
def test_a_page_on_which_an_extension_fails_is_named_with_the_file_it_comes_from(dossier, path, said):
    (dossier / "mkdocs.yml").write_text(WITH_FUSE)
    with (dossier / path).open("a") as file:
        file.write("BANG\n")
    assert refused(dossier) == f"{said}: it cannot be rendered: ValueError: it went off. {TAKE_OUT}"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{{ broken( }}", "no page can be rendered with {root}/mkdocs.yml: TemplateSyntaxError: "),
        ("{% include 'gone.html' %}", "no page can be rendered with {root}/mkdocs.yml: TemplateNotFound: "),
        (
            "{% if 'Welcome' in page.content %}{{ gone.gone }}{% endif %}",
            "content/index.md (its page is build/pages/index.md): it cannot be rendered: UndefinedError: 'gone'",
        ),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(dossier, block, said):
    (dossier / "mkdocs.yml").write_text(INHERITED)
    main = dossier / "own" / "main.html"
    main.write_text(
        main.read_text().replace(EXTENDS, f"{EXTENDS}\n{{% block content %}}{block}{{% endblock %}}")
    )
    line = main.read_text().split(EXTENDS)[0].count("\n") + 2
    told = refused(dossier)
    assert told.startswith(said.format(root=dossier))
    assert f"({main}:{line})" in told


def test_a_setting_that_mkdocs_does_not_know_is_told_once(dossier):
    (dossier / "mkdocs.yml").write_text(f"{INHERITED}nonsense: 1\n")
    command = [sys.executable, "-m", "generator", "build", "-C", str(dossier)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr.count("nonsense") == 2  # in one line
    assert done.stderr.startswith("mkdocs.yml: Config value 'nonsense': ")
