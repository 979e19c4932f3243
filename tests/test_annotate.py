"""From seeds/ to content/: what is read again, and what is written down about it."""

import multiprocessing
import os
import shutil
import subprocess
import sys

import poison
import pytest
from conftest import INVENTED, ROOT, annotated_by_machine, copied
from typer.testing import CliRunner

from generator import annotate, build, cli, crew, settings, store, vocabulary
from generator.articlefile import header
from generator.assemble import by_age
from generator.assemble.published import published
from generator.cli import app
from generator.cli.articles import SPARE
from generator.memo import Memo
from generator.model import EXTRACTOR, NamedEntity, Reading
from generator.readings import Machine


@pytest.fixture
def folder(tmp_path):
    return store.Folder(copied(ROOT, tmp_path / "dossier"))


def stale(folder, **options):
    sources = store.read(folder)
    return annotate.stale(sources, build.load(sources), **options)


def test_what_was_read_is_not_read_again(folder):
    assert stale(folder) == ()


def test_a_new_seed_and_a_corrected_one_are_read(folder):
    (old,) = folder.seeds.iterdir()
    old.write_text(old.read_text() + " More.")
    (folder.seeds / "new.txt").write_text("A new one\n\nIt is short.")
    assert stale(folder) == (old.name, "new.txt")
    assert stale(folder, chosen=["new.txt"]) == ("new.txt",)


def test_what_an_older_extractor_read_is_read_again_only_when_asked(folder):
    assert stale(folder) == ()
    assert len(stale(folder, older_than=99)) == 1


def test_an_article_keeps_its_address_when_its_title_changes(folder):
    (article,) = (folder.content / "articles").iterdir()
    (seed,) = folder.seeds.iterdir()
    seed.write_text("Another title says it all\n\nMara Ilves said that it was over.")
    annotated_by_machine(folder.root)
    assert [path.name for path in (folder.content / "articles").iterdir()] == [article.name]


def test_every_published_id_is_remembered_and_none_forgotten(folder):
    before = (folder.content / "ids.tsv").read_text().splitlines()
    (article,) = (folder.content / "articles").iterdir()
    article.write_text(article.read_text().replace("name: Mossad", "name: Mossad Agency"))
    annotate.record(folder, today="2031-04-06")
    assert set(before) - set((folder.content / "ids.tsv").read_text().splitlines()) <= {
        "entity\tmossad\tMossad\t"
    }


def test_a_file_that_an_editor_changed_meanwhile_is_not_written(folder):
    (seed,) = folder.seeds.iterdir()
    seed.write_text(seed.read_text() + " More.")
    sources = store.read(folder)
    (change,) = annotate.proposed_changes(
        sources, build.load(sources), lambda articles: ((a, Reading()) for a in articles), [seed.name]
    )
    path = folder.root / change.path
    path.write_text(change.old + "\nedited meanwhile\n")
    with pytest.raises(store.Changed):
        store.write(path, change.new, expect=change.old)
    assert path.read_text().endswith("edited meanwhile\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", "extractor: 7\n"),
        ("title: x", "title: x\nextractor: 7\n"),
        ("# a note\nextractor: 1  # by us\ntitle: x\n", "# a note\nextractor: 7  # by us\ntitle: x\n"),
    ],
)
def test_the_version_is_written_into_dossier_yml_and_nothing_else(source, expected):
    assert settings.with_key(source, "extractor", 7) == expected


def annotated_with_nothing(folder):
    """A run whose machine reads nothing in the seeds, written down."""
    sources = store.read(folder)
    loaded = build.load(sources)
    names = annotate.stale(sources, loaded)
    for change in annotate.proposed_changes(
        sources, loaded, lambda articles: ((article, Reading()) for article in articles), names
    ):
        store.write(folder.root / change.path, change.new, expect=change.old)
    annotate.record(folder, today="2031-04-06")


def test_a_file_that_is_not_utf8_is_never_written_over(folder):
    (article,) = (folder.content / "articles").iterdir()
    article.write_bytes(article.read_bytes() + b"\nB\xf6ll\n")
    ids = folder.content / "ids.tsv"
    ids.write_bytes(ids.read_bytes() + b"entity\tboell\tB\xf6ll\t\n")
    before = article.read_bytes(), ids.read_bytes()
    annotated_with_nothing(folder)
    assert (article.read_bytes(), ids.read_bytes()) == before


def test_a_line_of_ids_that_cannot_be_read_is_not_lost(folder):
    ids = folder.content / "ids.tsv"
    ids.write_text(ids.read_text() + "entitty\tada-brook\tAda Brook\t\n")
    before = ids.read_bytes()
    annotated_with_nothing(folder)
    assert ids.read_bytes() == before


def test_a_byte_order_mark_is_kept(folder):
    (article,) = (folder.content / "articles").iterdir()
    (seed,) = folder.seeds.iterdir()
    before = article.read_bytes()
    article.write_bytes(b"\xef\xbb\xbf" + before)
    seed.write_text(seed.read_text() + " More.")
    annotated_with_nothing(folder)
    assert article.read_bytes().startswith(b"\xef\xbb\xbf---")
    assert b"More." in article.read_bytes()


# --- what stands beside the seed ----------------------------------------------------------------


NEWS = "The fee falls\n\nAda Brook said on Friday that the fee falls.\n"
FILE = "content/articles/the-fee-falls.md"


def nothing(articles):
    """A machine that reads nothing."""
    return ((article, Reading()) for article in articles)


@pytest.fixture
def fee(tmp_path):
    """A dossier of one article with a sidecar; what `annotate` does to it."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "fee.txt").write_text(NEWS)
    (tmp_path / "seeds" / "fee.txt.yml").write_text("published: 2031-04-05\npublisher: Harbour Radio\n")
    folder = store.Folder(tmp_path)
    known = {}  # what an earlier run found changes nothing

    def run(read=nothing, extractor=EXTRACTOR):
        sources = store.read(folder)
        loaded = build.load(sources)
        names = annotate.stale(sources, loaded)
        changes = [
            *annotate.proposed_changes(sources, loaded, read, names),
            *annotate.refreshed_changes(sources, loaded, names, Memo(known), extractor),
        ]
        for change in changes:
            store.write(tmp_path / change.path, change.new, expect=change.old)
        return len(changes)

    assert run() == 1
    return folder, run


def front(folder):
    return (folder.root / FILE).read_text().split("---\n")[1].splitlines()


def review(folder):
    site, _ = build.inspect(build.load(store.read(folder)))
    return [item.what for item in site.review if item.reason == "disagreement"]


def unread(articles):
    """A machine that nobody may ask."""
    assert list(articles) == []
    return iter(())


def test_a_changed_sidecar_brings_the_front_matter_up_to_date_without_reading_again(fee):
    folder, run = fee
    (folder.seeds / "fee.txt.yml").write_text("published: 2031-04-06\nauthor: Jo\n")
    assert (run(unread), run(unread)) == (1, 0)
    assert front(folder) == [
        "seed: fee.txt", "title: The fee falls", 'published: "2031-04-06"', "language: en", "author: Jo",
    ]  # fmt: skip


def test_a_key_that_a_person_changed_stays_and_the_difference_is_listed(fee):
    folder, run = fee
    path = folder.root / FILE
    path.write_text(path.read_text().replace('published: "2031-04-05"', "published: 2031-04-04  # the paper"))
    (folder.seeds / "fee.txt.yml").write_text("published: 2031-04-06\npublisher: Radio Ostrel\n")
    assert (run(unread), run(unread)) == (1, 0)
    assert front(folder)[2:] == [
        "published: 2031-04-04  # the paper",
        "language: en",
        "publisher: Radio Ostrel",
    ]
    assert review(folder) == ["published: the machine reads 2031-04-06"]


def test_a_key_that_a_person_took_out_stays_out_and_is_listed(fee):
    folder, run = fee
    path = folder.root / FILE
    path.write_text(path.read_text().replace("publisher: Harbour Radio\n", ""))
    (folder.seeds / "fee.txt.yml").write_text("published: 2031-04-05\npublisher: Radio Ostrel\n")
    assert (run(unread), run(unread)) == (1, 0)
    assert not any(line.startswith("publisher") for line in front(folder))
    assert review(folder) == ["publisher: removed by hand, still proposed: Radio Ostrel"]


def test_what_a_person_writes_of_the_front_matter_alone_changes_no_file(fee):
    folder, run = fee
    path = folder.root / FILE
    path.write_text(path.read_text().replace("title: The fee falls", "title: It falls"))
    assert run(unread) == 0


def test_another_language_is_read_anew(fee):
    folder, run = fee
    (folder.seeds / "fee.txt.yml").write_text("language: de\n")
    read = []
    assert run(lambda articles: ((read.append(one.language) or one, Reading()) for one in articles)) == 1
    assert (read, run(unread)) == (["de"], 0)


def test_what_an_older_extractor_read_follows_its_sidecar_but_no_new_rule(fee):
    folder, run = fee
    (folder.seeds / "fee.txt.yml").write_text("published: 2031-04-06\n")
    assert run(unread, extractor=99) == 1
    (folder.seeds / "fee.txt.yml").unlink()
    assert run(unread, extractor=99) == 0


# --- a seed under another name --------------------------------------------------------------------


def renamed(folder, new="harbour-fee.txt"):
    for end in ("", ".yml"):
        (folder.seeds / f"fee.txt{end}").rename(folder.seeds / f"{new}{end}")


def test_a_renamed_seed_keeps_its_article_and_what_people_wrote(fee):
    folder, run = fee
    path = folder.root / FILE
    path.write_text(path.read_text().replace("title: The fee falls", "title: It falls"))
    renamed(folder)
    site, problems = build.inspect(build.load(store.read(folder)))
    assert [(view.ref.id, view.ref.name) for view in site.articles] == [("the-fee-falls", "It falls")]
    assert [(one.code, one.path, one.line) for one in problems] == [("seed-renamed", FILE, 2)]
    assert (run(unread), run(unread)) == (1, 0)
    assert front(folder)[:2] == ["seed: harbour-fee.txt", "title: It falls"]
    assert build.inspect(build.load(store.read(folder)))[1] == ()


def test_a_second_seed_with_the_same_text_is_another_article(fee):
    folder, run = fee
    renamed(folder, "b.txt")
    (folder.seeds / "a.txt").write_text(NEWS)
    assert run() == 2
    assert front(folder)[0] == "seed: a.txt"
    assert len(list((folder.content / "articles").iterdir())) == 2


def test_a_renamed_seed_that_was_corrected_too_is_not_guessed(fee):
    folder, _ = fee
    renamed(folder)
    (folder.seeds / "harbour-fee.txt").write_text(NEWS + "More.\n")
    _, problems = build.inspect(build.load(store.read(folder)))
    assert sorted(one.code for one in problems) == ["not-annotated", "seed-missing"]


# --- a newer machine ------------------------------------------------------------------------------


def mention(words):
    """A machine that reads a name."""

    def read(articles):
        found = NamedEntity("ada-brook", "person", words, (words,))
        return ((article, Reading(entities=(found,))) for article in articles)

    return read


@pytest.fixture
def upgraded(fee):
    """Two articles that an older machine read, and what a command does now."""
    folder, run = fee
    (folder.seeds / "other.txt").write_text("Other news\n\nAda Brook left.\n")
    run()
    newer = EXTRACTOR + 1

    def command(*arguments):
        world = cli.World(lambda *_: mention("Ada Brook"), extractor=lambda: newer)
        result = CliRunner().invoke(cli.app, ["annotate", *arguments, "-C", str(folder.root)], obj=world)
        assert result.exit_code == 0, result.output
        return result.stdout, result.stderr.splitlines()[0]

    return folder, command


def read_by(folder):
    return [header(path.read_text()).extractor for path in sorted((folder.content / "articles").iterdir())]


def test_what_a_newer_machine_would_change_is_shown_and_not_done(upgraded):
    folder, command = upgraded
    before = {path: path.read_bytes() for path in folder.content.rglob("*.*")}
    shown, said = command("--upgrade", "--dry-run", "--diff")
    assert said == "0 articles would be added, 2 would be changed, no problems"
    assert shown.count("+    name: Ada Brook\n") == 2
    assert {line for line in shown.splitlines() if line.startswith("+++")} == {
        "+++ b/content/articles/other-news.md", f"+++ b/{FILE}"
    }  # fmt: skip
    assert {path: path.read_bytes() for path in folder.content.rglob("*.*")} == before


def test_a_newer_machine_reads_all_articles_only_when_asked(upgraded):
    folder, command = upgraded
    newer = EXTRACTOR + 1
    assert command()[1].startswith("0 articles added, 0 changed")
    assert read_by(folder) == [EXTRACTOR, EXTRACTOR]
    assert command("--upgrade", "other.txt")[1].startswith("0 articles added, 1 changed")
    assert (read_by(folder), settings_of(folder)) == ([newer, EXTRACTOR], "")
    assert command("--upgrade")[1].startswith("0 articles added, 1 changed")
    assert (read_by(folder), settings_of(folder)) == ([newer, newer], f"extractor: {newer}\n")


def settings_of(folder):
    path = folder.content / "dossier.yml"
    return path.read_text() if path.exists() else ""


# --- at scale ---------------------------------------------------------------------------------


def run(*arguments, world=None):
    return CliRunner().invoke(app, ["annotate", *map(str, arguments)], catch_exceptions=False, obj=world)


def poisoned(articles):
    """A reader to which articles are fatal that say so."""
    machine = Machine("none", vocabulary.load("pax"))
    return crew.read(articles, crew.Here(machine, poison.work), crew.Memory(machine))


def content(folder):
    return {
        path.relative_to(folder.root).as_posix(): path.read_bytes()
        for path in sorted(folder.content.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def varne(tmp_path_factory):
    """The seeds of the invented dossier, annotated in this process: its folder, and content/."""
    root = tmp_path_factory.mktemp("varne")
    shutil.copytree(INVENTED / "seeds", root / "seeds")
    (root / "content").mkdir()
    folder = store.Folder(root)
    assert run("-C", root, "--processes", "1").exit_code == 0
    return folder, content(folder)


@pytest.fixture
def again(varne, tmp_path):
    """The same seeds and cache, and nothing in content/."""
    root = tmp_path / "again"
    for name in ("seeds", "build"):
        shutil.copytree(varne[0].root / name, root / name)
    (root / "content").mkdir()
    return store.Folder(root)


def test_in_processes_the_files_are_the_same(varne, again):
    shutil.rmtree(again.root / "build")
    assert run("-C", again.root, "--processes", "2").exit_code == 0
    assert content(again) == varne[1]
    assert multiprocessing.active_children() == []


def test_what_is_in_the_cache_needs_no_language_model(varne, again):
    probe = (
        "import sys; sys.modules['spacy'] = None\n"
        "from generator.cli import main; sys.argv = ['dossier', 'annotate', '-C', sys.argv[1]]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(again.root)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert content(again) == varne[1]


def test_a_spoilt_cache_changes_nothing_and_is_mended(varne, again):
    kept = sorted(again.readings.rglob("*.json"))
    before = [path.read_bytes() for path in kept]
    kept[0].write_bytes(b"")
    kept[1].write_bytes(kept[1].read_bytes()[:-9])
    kept[2].unlink()
    assert run("-C", again.root).exit_code == 0
    assert content(again) == varne[1]
    assert [path.read_bytes() for path in kept] == before


def test_readings_of_what_is_no_more_do_not_pile_up(again):
    cache = store.Cache(again.readings)
    for number in range(3 * SPARE):
        cache.put(f"{number:064}", b"{}")
        os.utime(again.readings / "00" / f"{number:062}.json", (1, 1))
    run("-C", again.root)
    seeds = len(list(again.seeds.glob("*.txt")))
    assert len(list(again.readings.rglob("*.json"))) == 2 * seeds + SPARE
    assert run("-C", again.root).stderr.startswith("0 articles added, 0 changed")


def test_an_article_that_cannot_be_read_is_one_diagnostic_and_has_no_file(again):
    shutil.rmtree(again.root / "build")
    seed = sorted(again.seeds.glob("*.txt"))[1]
    seed.write_text(f"{seed.read_text()}\n\n{poison.RAISES}")
    others = len(list(again.seeds.glob("*.txt"))) - 1
    result = run("-C", again.root, world=cli.World(lambda *_: poisoned))
    assert result.stderr.startswith(f"{others} articles added, 0 changed, 1 error\n")
    assert (
        f"seeds/{seed.name}:1:1: error[not-read]: the machine could not read this article: ValueError: poison\n"
        "    Everything else is annotated. Please report it with this seed; dossier annotate tries it again.\n"
    ) in result.stderr
    assert len(list((again.content / "articles").iterdir())) == others


def test_the_machine_leaves_what_it_cannot_read_as_people_left_it(again):
    run("-C", again.root)
    before = content(again)
    seed = sorted(again.seeds.glob("*.txt"))[1]
    seed.write_text(f"{seed.read_text()}\n\n{poison.RAISES}")
    result = run("-C", again.root, world=cli.World(lambda *_: poisoned))
    assert "0 articles added, 0 changed" in result.stderr
    assert content(again) == before


@pytest.mark.parametrize("settings", ["", "publish: reviewed\n"])
def test_the_ids_are_those_that_the_whole_site_has(varne, tmp_path, settings):
    root = copied(INVENTED, tmp_path / "dossier")
    with (root / "content" / "dossier.yml").open("a") as file:
        file.write(settings)
    for folder in (varne[0], store.Folder(root)):
        sources = store.read(folder)
        loaded = build.load(sources)
        site = build.site_of(loaded)
        views = {view.ref for view in (*site.articles, *site.entities, *site.issues)}
        found = published(by_age(loaded.articles), loaded.registers, loaded.settings, build.merged(loaded))
        assert set(found) == views
