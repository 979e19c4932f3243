"""The review list: each line has a place, and each goes by the one small edit that docs/reviewing.md names."""

import html

import pytest
from conftest import ROOT
from readings import person, span
from typer.testing import CliRunner

from generator import build, cli, store
from generator.assemble.review import REASONS
from generator.model import Event, Reading, Statement, Temporal

PATH = "content/articles/harbour-talks.md"
TEXT = (
    "Harbour talks\n\nAda Brook said on Friday that a deal was near. Cole Brook will sign it on 9 April. "
    "Brook left. It may rain on Sunday.\n"
)


def read(text):
    """What the machine reads."""
    names = person("ada-brook", "Ada Brook", "Brook"), person("cole-brook", "Cole Brook", "Brook")
    said = Statement(
        (span(text, "a deal was near"),), "indirect", span(text, "Ada Brook"), span(text, "said"), "ada-brook"
    )
    signs = Event(
        span(text, "Cole Brook will sign it on 9 April"), span(text, "sign"), "scheduled", when="9 April"
    )
    rain = Event(span(text, "It may rain on Sunday"), span(text, "rain"), "forecast", unsure="may be no news")
    days = (Temporal(span(text, "Friday"), "DATE", "past"), Temporal(span(text, "9 April"), "DATE", "future"))
    return Reading(names, (), days, (said,), (signs, rain))


class Dossier:
    """One article, read and then worked on by an editor."""

    def __init__(self, root):
        self.root = root
        self.machine = read
        """Reads a text."""

    def edit(self, old, new):
        source = (self.root / PATH).read_text()
        assert source.count(old) == 1, (source.count(old), source)
        (self.root / PATH).write_text(source.replace(old, new))

    def run(self, *command):
        world = cli.World(lambda *_: lambda given: ((one, self.machine(one.text)) for one in given))
        arguments = [*command, "-C", str(self.root)]
        result = CliRunner().invoke(cli.app, arguments, catch_exceptions=False, obj=world)
        assert result.exit_code == 0, result.output
        return result.stdout

    def listed(self):
        """The lines of `dossier status` that name a file."""
        return [line for line in self.run("status").splitlines() if line.startswith("content/")]

    def words(self, line):
        """The line of the file that a line of the list points to."""
        number = int(line.split(":")[1])
        return (self.root / PATH).read_text().splitlines()[number - 1].strip()


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "talks.txt").write_text(TEXT)
    (tmp_path / "seeds" / "talks.txt.yml").write_text("published: 2031-04-05\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "dossier.yml").write_text("as_of: 2031-04-20\n")
    made = Dossier(tmp_path)
    made.run("annotate")
    # A value corrected, an item taken out, a title of one's own, an item added whose words are not there ...
    made.edit("  mode: indirect\n", "  mode: direct\n")
    source = (tmp_path / PATH).read_text()
    start = source.index("- id: ", source.index("temporal: Friday") - 20)
    made.edit(source[start : source.index("- id: ", start + 1)], "")
    made.edit("title: Harbour talks", "title: The talks")
    # ... and what else refers to an entity that nobody knows.
    made.edit("  when: 9 April\n", "  when: 9 April\n  place: sennet\n")
    made.run("annotate", "talks.txt")
    return made


def test_every_line_points_to_where_it_is_mended(dossier):
    told = [(*line.split(": ")[1:3], dossier.words(line)) for line in dossier.listed()]
    assert told == [
        ("disagreement", "title", "title: The talks"),
        ("disagreement", "statement s753r", "- id: s753r"),
        ("disagreement", "temporal tn7zn", '"tn7zn temporal 32-38 deleted  “Friday”"'),
        ("gone", '"sennet" is no entity of this article', "place: sennet"),
        ("ambiguous name", "Brook could be ada-brook or cole-brook", "- id: ada-brook"),
        ("unsure", "It may rain on Sunday", "- id: ephyn"),
        ("overdue", "Cole Brook will sign it on 9 April (scheduled, 9 April 2031)", "- id: epkii"),
        ("unreviewed", "The talks", "---"),
    ]


EDITS = {
    "title": ("language: en\n", "language: en\nsettled: [title]\n", "disagreement: title"),
    "statement": ("language: en\n", "language: en\nsettled: [s753r]\n", "disagreement: statement"),
    "taken out": ("language: en\n", "language: en\nsettled: [tn7zn]\n", "disagreement: temporal"),
    "gone": ("  place: sennet\n", "", "gone"),
    "one place": (
        "  tense: future\n",
        "  tense: future\n\n- mention: Brook\n  occurrence: 3\n  entity: ada-brook\n",
        "ambiguous name",
    ),
    "unsure": ("  unsure: may be no news\n", "", "unsure"),
    "overdue": ("  place: sennet\n", "  place: sennet\n  date: 2031-04-25\n", "overdue"),
    "unreviewed": ("language: en\n", "language: en\nreviewed: Jo\n", "unreviewed"),
}
"""Old lines, new lines, and how the line begins that goes."""


@pytest.mark.parametrize(("old", "new", "line"), EDITS.values(), ids=EDITS)
def test_one_small_edit_makes_a_line_go_for_good(dossier, old, new, line):
    before = told(dossier)
    dossier.edit(old, new)
    for _ in range(2):
        went = [each for each in before if each not in told(dossier)]
        assert [each for each in went if each.startswith(line)]
        assert went == [
            each for each in before if each.startswith(line) or (line == "unreviewed" and "unsure" in each)
        ]
        assert not set(told(dossier)) - set(before)
        dossier.run("annotate", "talks.txt")


def told(dossier):
    """The list without its places."""
    return [line.split(": ", 1)[1] for line in dossier.listed()]


def test_status_begins_with_the_share_that_is_reviewed(dossier):
    assert dossier.run("status").splitlines()[:3] == [
        "Dossier, as of 2031-04-20",
        "1 article, 2 entities, 0 issues, 1 event",
        "2 of 6 items reviewed (33 %)",
    ]


def test_the_page_lists_the_same_under_headings(dossier):
    page = html.unescape(build.compose(store.read(store.Folder(dossier.root))).pages["review.md"])
    for line in dossier.listed():
        place, reason, _ = line.split(": ", 2)
        assert f"{{ #{reason.replace(' ', '-')} }}" in page
        assert f"<code>{place}</code>" in page
    assert "2 of 6 annotations reviewed by a person" in page


def test_what_was_taken_out_is_listed_no_more_once_it_is_not_proposed(dossier):
    dossier.machine = lambda text: Reading(read(text).entities)
    dossier.run("annotate", "talks.txt")
    assert not [line for line in dossier.listed() if "removed by hand" in line]


def test_words_that_went_are_listed_as_orphaned_until_the_item_has_others(dossier):
    (dossier.root / "seeds" / "talks.txt").write_text(TEXT.replace("a deal was near", "nothing is agreed"))
    dossier.machine = lambda _: Reading()
    dossier.run("annotate")
    (line,) = (line for line in dossier.listed() if ": orphaned" in line)
    assert "a deal was near" in line
    dossier.edit("statement: a deal was near", "statement: nothing is agreed")
    dossier.run("annotate", "talks.txt")
    assert not [line for line in dossier.listed() if ": orphaned" in line]


def test_the_page_says_what_makes_each_line_go():
    page = (ROOT / "docs" / "reviewing.md").read_text()
    reasons = {line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")}
    assert reasons == {"line", "---", *REASONS}
