"""docs/walkthrough.md, done: its commands are run, its edits made, and what it shows is what came out.

A block of the page says by its first line what it is:

    ```text PATH       the whole file, as a person saves it
    ```diff edit PATH  a person's edit; its lines stand at one place of the file
    ```console         commands, and below each what it prints
    ```diff            what git shows after the commands before it
    ```markdown PATH   the file without its ledger

With --golden the last three kinds are written anew. The machine is a fixed one, so that the page tells the
same story whatever the real one learns; what it proposes goes through the real merge.
"""

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, replace

import pytest
from conftest import ROOT
from readings import organization, person, span

from generator import articlefile, build, cli, store
from generator.model import Event, IssueItem, Reading, Span, Statement, Temporal

PAGE = ROOT / "docs" / "walkthrough.md"
PATH = "content/articles/dockers-close-to-a-deal-on-the-harbour-fee.md"
BLOCK = re.compile(
    r"^(?P<fence>```+)(?P<kind>text|diff|console|markdown)(?P<rest>[^\n]*)\n(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
GIT_ONLY = re.compile(r"^(?:diff --git|index|new file mode|deleted file mode) .*\n", re.MULTILINE)
UPGRADE = "pip install --quiet --upgrade dossier"


# --- the machine --------------------------------------------------------------------------------


def older(text):
    """What the first version reads."""

    def at(words, number=1):
        return span(text, words, number)

    brook = person("ada-brook", "Ada Brook", "Brook")
    mayor = person("ivo-lund", "Ivo Lund", role="Mayor")
    station = "Harbour Radio" if "Harbour Radio" in text else "Radio Ostrel"
    radio = organization(station.lower().replace(" ", "-"), station)
    meets = at("The port council meets on ").start
    day = Span(meets + 26, text.index(".", meets))
    attend = text.index("Mayor Ivo Lund will attend")
    said, told = at("said on Friday"), at(f"told {station}")
    return Reading(
        entities=(brook, radio, mayor),
        temporals=(
            Temporal(at("2031-04-05"), "DATE"),
            Temporal(at("Friday"), "DATE", "past"),
            Temporal(at("next week"), "DATE", "future"),
            Temporal(day, "DATE", "future"),
        ),
        statements=(
            Statement(
                (at("the two sides were close to a deal"),),
                "indirect",
                at("Ada Brook"),
                Span(said.start, said.start + 4),
                "ada-brook",
                when="Friday",
            ),
            Statement(
                (at("We can sign next week,"),),
                "direct",
                span(text, "Brook", 2),
                Span(told.start, told.start + 4),
                "ada-brook",
                via=station,
            ),
        ),
        events=(
            Event(Span(meets, day.end), at("meets"), "scheduled", when=text[day.start : day.end]),
            Event(
                Span(attend, text.index(".", attend)), at("attend"), "forecast", participants=("ivo-lund",)
            ),
        ),
        issues=(
            IssueItem(at("a deal on the harbour fee"), "deal", "deal", status="narrowing"),
            IssueItem(at("a deal", 2), "deal", "deal", status="narrowing", according_to="ada-brook"),
        ),
    )


def newer(text):
    """What the second version reads: one thing better, three worse where a person knows better."""
    first = older(text)
    brook, radio, mayor = first.entities
    sides, sign = first.statements
    council, visit = first.events
    title, deal = first.issues
    return replace(
        first,
        entities=(replace(brook, role="speaks for the dockers"), radio, mayor),
        statements=(sides, replace(sign, certainty="hedged")),
        events=(council, replace(visit, phase="happened")),
        issues=(title, replace(deal, span=span(text, "close to a deal", 2))),
    )


MACHINES = {1: older, 2: newer}


# --- the page -------------------------------------------------------------------------------------


@dataclass
class Person:
    """Who sits at the terminal, in the dossier's folder."""

    root: object
    capsys: object
    monkeypatch: object
    version: int = 1
    """Of the machine that is installed."""

    def run(self, command):
        """What `command` prints."""
        if command == UPGRADE:
            self.version = 2
            return ""
        program, *arguments = shlex.split(command)
        return {"git": self._git, "dossier": self._dossier}[program](arguments)

    def _git(self, arguments):
        command = ["git", "-c", "user.name=Jo", "-c", "user.email=jo@example.org", *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True).stdout

    def _dossier(self, arguments):
        self.monkeypatch.setattr(sys, "argv", ["dossier", *arguments])
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(cli.World(lambda *_: self._read, lambda: "2031-04-08", lambda: self.version))
        assert not ended.value.code, self.capsys.readouterr().err
        return "".join(self.capsys.readouterr())

    def _read(self, articles):
        return ((article, MACHINES[self.version](article.text)) for article in articles)

    def diff(self):
        """What git shows of all that is not committed."""
        self._git(["add", "--all", "--intent-to-add"])
        return GIT_ONLY.sub("", self._git(["diff", "--unified=1"]))

    def edit(self, path, lines):
        """Change the one place of `path` that the lines of a diff fit."""
        old, new = ("".join(line[1:] + "\n" for line in lines if line[:1] in signs) for signs in (" -", " +"))
        source = (self.root / path).read_text()
        assert source.count(old) == 1, f"this stands {source.count(old)} times in {path}:\n{old}"
        (self.root / path).write_text(source.replace(old, new))
        changed = [line for line in lines if line[0] in "+-"]
        shown = [
            line for line in self.diff().splitlines() if line[0] in "+-" and line[:3] not in {"+++", "---"}
        ]
        assert shown == changed, "git shows an edit as small as it is"

    def shown(self, path):
        """A file without its ledger."""
        return (self.root / path).read_text().split("\n```ledger")[0]


def walked(page, person):
    """`page` with what comes out of following it."""

    def block(match):
        kind, rest, body = match["kind"], match["rest"].split(), match["body"]
        if kind == "text":
            path = person.root / rest[0]
            path.parent.mkdir(exist_ok=True)
            path.write_text(body)
        elif kind == "console":
            commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
            body = "".join(f"$ {command}\n{person.run(command)}" for command in commands)
        elif rest[:1] == ["edit"]:
            person.edit(rest[1], body.splitlines())
        else:
            body = person.diff() if kind == "diff" else person.shown(*rest)
        end = "" if body.endswith("\n") or not body else "\n"
        return f"{match['fence']}{kind}{match['rest']}\n{body}{end}{match['fence']}"

    return BLOCK.sub(block, page)


@pytest.fixture
def jo(tmp_path, capsys, monkeypatch):
    """With an empty dossier in git, the older machine, and a calendar."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    (tmp_path / ".gitignore").write_text("build/\nsite/\n")
    monkeypatch.chdir(tmp_path)
    jo = Person(tmp_path, capsys, monkeypatch)
    jo.run("git init --quiet")
    return jo


def test_the_page_tells_what_happens(jo, pytestconfig):
    page = PAGE.read_text()
    happened = walked(page, jo)
    if pytestconfig.getoption("--golden"):
        PAGE.write_text(happened)
    assert page == happened


def test_all_five_edits_are_still_there(jo):
    walked(PAGE.read_text(), jo)
    source = (jo.root / PATH).read_text()
    sources = store.read(store.Folder(jo.root))
    article = build.load(sources).seeds["harbour-fee.txt"]
    annotated, problems = articlefile.read(source, PATH, article)
    reading, text = annotated.reading, article.text
    assert problems == ()
    phases = {text[slice(*event.span)]: event.phase for event in reading.events}
    assert phases["Mayor Ivo Lund will attend the open meeting"] == "scheduled"
    assert [issue.span for issue in reading.issues] == [span(text, "a deal on the harbour fee")]
    assert phases["Ferries sail as usual"] == "under way"
    assert "# I heard the recording" in source
    assert [(m.span, m.entity) for m in reading.mentions if m.id] == [(span(text, "Brook", 3), "")]
    assert any(entity.role == "speaks for the dockers" for entity in reading.entities), "the machine goes on"


def test_a_page_that_tells_otherwise_is_caught(jo):
    page = PAGE.read_text()
    wrong = page.replace("1 article added", "2 articles added")
    assert wrong != page
    assert walked(wrong, jo) == page


def test_an_edit_that_fits_nowhere_is_caught(jo):
    with pytest.raises(AssertionError, match="0 times"):
        walked(PAGE.read_text().replace("-  phase: forecast", "-  phase: happened"), jo)
