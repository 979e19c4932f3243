"""Parts of pages: citations, words that need their sentence, who says the same, issue × side."""

import json
from dataclasses import replace

import pytest
from sites import site

from generator import words
from generator.assemble.weeks import Shift
from generator.model import Article, Position, Ref, StatusChange
from generator.render.citing import authors, citation
from generator.render.matrix import matrix
from generator.render.sayings import context, held_at_once, retold

ARTICLE = Article(
    "dock-fee-settled", "1.txt", "", "Dock fee settled at 5 % & no more", published="2031-03-04",
    publisher="The Harbour_Post", author="Ada Lund and Per Holm", url="https://post.example/a_b",
)  # fmt: skip


def test_a_citation_names_the_revision_and_the_day_of_the_dossier():
    plain, bibtex, csl = citation(ARTICLE, site(), "1a2b3c4d")
    assert "".join(plain) == (
        "Ada Lund and Per Holm. “Dock fee settled at 5 % & no more”. The Harbour_Post, 4 March 2031. "
        f"In: {site().settings.title}, revision 1a2b3c4d, as of {words.date(site().as_of)}."
    )
    assert bibtex.splitlines()[:7] == [
        "@article{dock-fee-settled,",
        "  author = {{Ada Lund} and {Per Holm}},",
        r"  title = {{Dock fee settled at 5 \% \& no more}},",
        r"  journal = {The Harbour\_Post},",
        "  year = {2031},",
        "  month = {3},",
        "  day = {4},",
    ]
    assert "revision 1a2b3c4d" in bibtex
    (item,) = json.loads(csl)
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2031, 3, 4]]}
    assert item["author"] == [{"literal": "Ada Lund"}, {"literal": "Per Holm"}]


def test_a_citation_invents_nothing():
    bare = replace(ARTICLE, published="", publisher="", author="", url="")
    plain, bibtex, csl = citation(bare, site(), "1a2b3c4d")
    assert "".join(plain).startswith(
        "“Dock fee settled at 5 % & no more”. Publisher not recorded, date not recorded. In: "
    )
    assert "author" not in bibtex
    assert "year" not in bibtex
    assert not {"author", "issued", "URL", "container-title"} & set(json.loads(csl)[0])


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Lund", ["Ada Lund"]),
        ("Ada Lund, and Per Holm", ["Ada Lund", "Per Holm"]),
        ("Lund, Ada; Holm, Per", ["Lund, Ada", "Holm, Per"]),
        ("", []),
    ],
)
def test_authors_are_told_apart(author, names):
    assert authors(replace(ARTICLE, author=author)) == names


def said(content, mode="indirect", quote="The minister asked the mediator for more time.", **changes):
    view = site().articles[0].statements[0]
    source = replace(view.source, quote=quote)
    return replace(
        view, content=content, statement=replace(view.statement, mode=mode), source=source, **changes
    )


@pytest.mark.parametrize(
    ("content", "mode", "needs"),
    [
        ("more time", "indirect", True),
        ("the ministers would meet again on Monday in Lund", "indirect", False),
        ("There is no agreement", "direct", False),
        ("There is not", "direct", True),
    ],
)
def test_few_words_need_their_sentence(content, mode, needs):
    assert bool(context(said(content, mode))) is needs


def test_a_withheld_sentence_is_no_context():
    assert context(said("more time", quote="")) == ""


def test_the_same_words_of_one_speaker_stand_once():
    first = said("Give us until Saturday,", "direct")
    other = replace(
        first, content="Give us until Saturday", id="s9", source=replace(first.source, sentence="x")
    )
    later = replace(first, date="2031-03-09")
    assert retold([first, other, later]) == ((first, (other.source,)), (later, ()))


def issue(name, *sides):
    view = site().issues[0]
    ref = Ref("issue", name, name)
    return replace(view, ref=ref, positions=tuple(Position(side, said("words"), ref) for side in sides))


def test_the_matrix_has_a_column_for_each_side_that_speaks_on_several_issues():
    made = matrix([issue("fee", "East", "West"), issue("jobs", "West", "Union", "East"), issue("quiet")])
    assert made.sides == ("East", "West")
    assert [row.issue.ref.name for row in made.rows] == ["fee", "jobs"]
    assert [[one.side for one in cell] for cell in made.rows[1].cells] == [["East"], ["West"]]
    assert [one.side for one in made.rows[1].others] == ["Union"]
    assert made.others


@pytest.mark.parametrize(
    "issues",
    [
        pytest.param([issue("fee", "East", "West")], id="one issue"),
        pytest.param([issue("fee", "East"), issue("jobs", "East")], id="one side"),
        pytest.param([issue("fee", "East"), issue("jobs", "West")], id="no side on two issues"),
    ],
)
def test_no_matrix_where_nothing_can_be_compared(issues):
    assert matrix(issues) is None


def test_one_statement_on_several_issues_is_one_position():
    fee, jobs = issue("fee", "East").positions[0], issue("jobs", "East").positions[0]
    assert [refs for _, refs in held_at_once([fee, jobs])] == [(fee.issue, jobs.issue)]


@pytest.mark.parametrize(
    ("value", "within"),
    [
        ("The parties", "the parties"),
        ("Both sides", "both sides"),
        ("The Hague", "The Hague"),
        ("Ada Lund", "Ada Lund"),
    ],
)
def test_words_lose_the_capital_of_their_sentence(value, within):
    assert words.inside(value) == within


@pytest.mark.parametrize(
    ("before", "in_the_week", "steps"),
    [
        ("", ["raised"], ("raised",)),
        ("narrowing", ["disputed", "claimed agreed"], ("narrowing", "disputed", "claimed agreed")),
        ("disputed", ["disputed"], ("disputed",)),
    ],
)
def test_a_brief_shows_each_step_of_a_status_once(before, in_the_week, steps):
    def change(status):
        return StatusChange(status, "2031-03-04", "", None, None)

    shift = Shift(site().issues[0].ref, change(before) if before else None, tuple(map(change, in_the_week)))
    assert shift.steps == steps
