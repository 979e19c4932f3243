"""From seeds/ to content/: what is read again, and what is written down about it."""

import pytest
from conftest import ROOT, annotated_by_machine, copied

from generator import annotate, build, store
from generator.model import Reading


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


def test_what_an_older_extractor_read_is_read_again_only_when_asked(folder, monkeypatch):
    monkeypatch.setattr(annotate, "EXTRACTOR", 99)
    assert stale(folder) == ()
    assert len(stale(folder, upgrade=True)) == 1


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
    assert annotate.with_extractor(source, 7) == expected


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
