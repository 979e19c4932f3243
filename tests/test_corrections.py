"""content/corrections.tsv: what people changed in what had been published."""

import shutil
import subprocess

import pytest
from conftest import built

from generator import annotate, build, corrections, store
from generator.articlefile import write
from generator.merge import merge
from generator.model import Article, Event, NamedEntity, Reading, Span, Statement, Temporal

TEXT = "Ferry talks end\nOrla Pelham said on Monday the dock fee was settled. The ministers met in Lund Quay."
PELHAM = NamedEntity("orla-pelham", "person", "Orla Pelham", ("Orla Pelham",), "minister")
KARSK = NamedEntity("karsk", "place", "Karsk", ("Karsk",))


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


READING = Reading(
    entities=(PELHAM,),
    temporals=(Temporal(at("on Monday")._replace(start=at("Monday").start), "DATE", "past"),),
    statements=(Statement((at("the dock fee was settled"),), "indirect", at("Orla Pelham"), at("said")),),
    events=(Event(at("The ministers met in Lund Quay"), at("met"), "happened"),),
)
ARTICLE = Article("a", "a.txt", TEXT, "Ferry talks end", published="2031-03-05")


@pytest.fixture
def dossier(tmp_path):
    """Committed as the machine wrote it."""
    folder = store.Folder(tmp_path)
    (folder.content / "articles").mkdir(parents=True)
    folder.seeds.mkdir()
    (folder.seeds / "a.txt").write_text(TEXT)
    (folder.seeds / "a.txt.yml").write_text("published: 2031-03-05\n")
    (folder.content / "articles" / "a.md").write_text(write(ARTICLE, READING))
    for command in (
        ["init", "-q"],
        ["config", "user.email", "e@example.org"],
        ["config", "user.name", "E"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    commit(folder)
    return folder


def commit(folder):
    subprocess.run(["git", "add", "-A"], cwd=folder.root, check=True)
    subprocess.run(["git", "commit", "-qm", "x", "--no-verify"], cwd=folder.root, check=True)


def edit(folder, old, new):
    path = folder.content / "articles" / "a.md"
    source = path.read_text()
    assert old in source
    path.write_text(source.replace(old, new, 1))


def logged(folder, today="2031-03-06"):
    annotate.record(folder, today=today)
    path = folder.content / "corrections.tsv"
    found, problems = corrections.parse(path.read_text() if path.exists() else "", "x")
    assert not problems
    return [(one.what, one.old, one.new) for one in found]


EDITS = [
    (
        "source: Orla Pelham",
        "source: Orla Pelham\n  certainty: denied",
        "how certain it is, “the dock fee was settled”",
        "asserted",
        "denied",
    ),
    (
        "cue: said",
        "cue: said\n  date: 2031-03-02",
        "the day it was said, “the dock fee was settled”",
        "2031-03-05",
        "2031-03-02",
    ),
    (
        "temporal: Monday",
        "temporal: Monday\n  date: 2031-02-24",
        "the date, “Monday”",
        "2031-03-03",
        "2031-02-24",
    ),
    (
        "phase: happened",
        "phase: forecast",
        "the phase, “The ministers met in Lund Quay”",
        "happened",
        "forecast",
    ),
    ("role: minister", "role: harbour minister", "the role, Orla Pelham", "minister", "harbour minister"),
    (
        'published: "2031-03-05"',
        'published: "2031-03-12"',
        "the day of publication",
        "2031-03-05",
        "2031-03-12",
    ),
]


@pytest.mark.parametrize(("old", "new", "what", "was", "is_"), EDITS)
def test_a_change_of_meaning_is_logged_with_old_and_new_value(dossier, old, new, what, was, is_):
    edit(dossier, old, new)
    assert (what, was, is_) in logged(dossier)


def test_what_a_reader_does_not_see_is_no_correction(dossier):
    edit(dossier, "cue: said", "cue: said  # as the transcript has it")
    assert logged(dossier) == []
    assert not (dossier.content / "corrections.tsv").exists()


@pytest.mark.parametrize(
    ("id_", "register"),
    [
        ("orla-pelham", "name: Orla Pelham-Reyes\naliases: [Orla Pelham]\n"),
        ("reyes", "name: Orla Pelham-Reyes\naliases: [Orla Pelham]\n"),
        ("orla-pelham", "name: Orla Pelham\nmerged_into: reyes\n"),
    ],
    ids=["name", "alias", "merged"],
)
def test_names_that_a_register_joins_are_no_other_speakers(dossier, id_, register):
    edit(
        dossier, "statement: the dock fee was settled", "statement: the dock fee was settled\n  reviewed: Ada"
    )
    folder = dossier.content / "entities"
    folder.mkdir()
    (folder / "reyes.md").write_text("---\nname: Orla Pelham-Reyes\n---\n")
    (folder / f"{id_}.md").write_text(f"---\n{register}---\n")
    _, composed = built(dossier.root)
    assert [said.who for said in composed.site.articles[0].statements] == ["Orla Pelham-Reyes"]
    assert logged(dossier) == []
    edit(dossier, "source: Orla Pelham", "source: The ministers")
    assert logged(dossier) == [
        ("who said it, “the dock fee was settled”", "Orla Pelham-Reyes", "The ministers")
    ]


def test_an_item_that_was_taken_out_is_logged(dossier):
    path = dossier.content / "articles" / "a.md"
    page = path.read_text()
    start = page.index("- id: e")
    path.write_text(page[:start] + page[page.index("```", start) :])
    ((what, _, new),) = logged(dossier)
    assert (what, new) == ("“The ministers met in Lund Quay”", "removed")


def test_recording_again_adds_nothing_and_a_change_taken_back_leaves_nothing(dossier):
    edit(dossier, "role: minister", "role: harbour minister")
    first = logged(dossier)
    assert logged(dossier, today="2031-03-07") == first
    edit(dossier, "role: harbour minister", "role: deputy")
    assert [new for _, _, new in logged(dossier)] == ["deputy"]
    edit(dossier, "role: deputy", "role: minister")
    assert logged(dossier) == []


def test_what_was_committed_stays(dossier):
    edit(dossier, "role: minister", "role: harbour minister")
    first = logged(dossier)
    commit(dossier)
    edit(dossier, "role: harbour minister", "role: deputy")
    assert sorted(logged(dossier)) == sorted(
        [*first, ("the role, Orla Pelham", "harbour minister", "deputy")]
    )


def test_what_a_newer_extractor_reads_is_no_correction(dossier):
    article = Article("a", "a.txt", TEXT, "Ferry talks end", published="2031-03-05")
    newer = Reading(entities=(PELHAM, KARSK), events=READING.events)
    path = dossier.content / "articles" / "a.md"
    path.write_text(merge(article, newer, path.read_text(), extractor=2).source)
    assert logged(dossier) == []


def test_a_new_article_is_mended_in_silence(dossier):
    (dossier.seeds / "b.txt").write_text(TEXT)
    source = write(Article("b", "b.txt", TEXT, "Ferry talks end", published="2031-03-05"), READING)
    (dossier.content / "articles" / "b.md").write_text(source.replace("role: minister", "role: deputy"))
    assert logged(dossier) == []


def test_without_git_nothing_is_recorded(tmp_path, dossier):
    shutil.rmtree(dossier.root / ".git")
    edit(dossier, "role: minister", "role: deputy")
    assert logged(dossier) == []


def test_the_build_reads_it_without_git(dossier):
    edit(dossier, "role: minister", "role: deputy")
    logged(dossier)
    shutil.rmtree(dossier.root / ".git")
    _, composed = built(dossier.root)
    assert "deputy" in composed.pages["articles/a.md"].split("Corrections")[-1]
    (view,) = composed.site.articles
    assert [one.what for one in view.annotated.corrections] == ["the role, Orla Pelham"]


def test_words_that_may_not_be_published_are_not_in_the_log(dossier):
    edit(dossier, "phase: happened", "phase: forecast")
    assert logged(dossier) == [("the phase, “The ministers met in Lund Quay”", "happened", "forecast")]
    (dossier.seeds / "a.txt.yml").write_text("published: 2031-03-05\nrights: none\n")
    _, composed = built(dossier.root)
    pages = [page if isinstance(page, str) else page.decode() for page in composed.pages.values()]
    assert not [page for page in pages if "ministers met" in page]
    assert "Corrected: the phase, a passage" in composed.pages["feeds/corrections.xml"].decode()


def test_a_line_that_cannot_be_read_is_named_and_the_file_left_alone(dossier):
    path = dossier.content / "corrections.tsv"
    path.write_text(corrections.HEADER + "<<<<<<< HEAD\n")
    edit(dossier, "role: minister", "role: deputy")
    annotate.record(dossier, today="2031-03-06")
    assert path.read_text() == corrections.HEADER + "<<<<<<< HEAD\n"
    problems = build.load(store.read(dossier)).diagnostics
    assert [(one.code, one.line) for one in problems] == [("merge-conflict", 2)]


def test_what_is_written_is_read():
    lines = [
        corrections.Logged("2031-03-06", "a", "the role\tof x", "a\nb", ""),
        corrections.Logged("2031-03-05", "b", "w", "", "n"),
    ]
    found, problems = corrections.parse(corrections.write(lines), "x")
    assert not problems
    assert [one.date for one in found] == ["2031-03-05", "2031-03-06"]
    assert found[1].what == "the role of x"
    assert corrections.parse(corrections.write(found), "x")[0] == found
