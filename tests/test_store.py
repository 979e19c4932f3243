"""Reading and writing: nothing lost, nothing half-written, nothing through a link."""

import os
import subprocess
from pathlib import Path

import pytest

from generator import store
from generator.loading import load

NO_CHARACTER = "this file is not UTF-8: the byte E9 belongs to no character"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return store.Folder(tmp_path)


def codes(sources):
    return [problem.code for problem in sources.diagnostics]


def test_a_seed_is_read_with_its_sidecar(folder):
    (folder.seeds / "a.txt").write_bytes(b"text")
    (folder.seeds / "a.txt.yml").write_text("published: 2031-03-04\n")
    assert store.read(folder).seeds == (store.Seed("a.txt", b"text", "published: 2031-03-04\n"),)


def test_a_yml_file_without_a_seed_beside_it_is_a_seed(folder):
    (folder.seeds / "a.yml").write_text("x")
    assert [seed.name for seed in store.read(folder).seeds] == ["a.yml"]


def test_a_link_is_refused_not_followed(folder):
    (folder.seeds / "a.txt").symlink_to("/etc/hostname")
    (folder.content / "articles" / "a.md").symlink_to("/etc/hostname")
    sources = store.read(folder)
    assert codes(sources) == ["symbolic-link", "symbolic-link"]
    assert sources.seeds == ()
    assert sources.articles == {"content/articles/a.md": ""}


def test_a_seed_too_large_is_refused_unread(folder):
    with (folder.seeds / "big.txt").open("wb") as file:
        file.truncate(200_000_000)
    assert codes(store.read(folder)) == ["too-large"]


def test_content_that_is_not_utf8_is_named_with_its_line(folder):
    (folder.content / "index.md").write_bytes(b"fine\nb\xe9d\n")
    (problem,) = store.read(folder).diagnostics
    assert (problem.code, problem.path, problem.line) == ("not-utf-8", "content/index.md", 2)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("título\n".encode(), []),
        (b"\xef\xbb\xbffine\n", []),
        (b"a\r\nb\r\n", []),
        (b"", []),
        (b"a", []),
        ("# é\n".encode("utf-16"), [("not-utf-8", 1, 1, "this file is UTF-16, not UTF-8")]),
        ("# é\n".encode("utf-16-le"), [("not-utf-8", 1, 1, "this file is UTF-16, not UTF-8")]),
        ("# é\n".encode("utf-16-be"), [("not-utf-8", 1, 1, "this file is UTF-16, not UTF-8")]),
        ("# é\n".encode("utf-32"), [("not-utf-8", 1, 1, "this file is UTF-32, not UTF-8")]),
        ("# é\n".encode("utf-32-be"), [("not-utf-8", 1, 1, "this file is UTF-32, not UTF-8")]),
        ("é1\nb".encode() + b"\xe9", [("not-utf-8", 2, 2, NO_CHARACTER)]),
        ("é1\né".encode() + b"\xe9", [("not-utf-8", 2, 2, NO_CHARACTER)]),
        (b"a\rb\r", [("line-ends", 1, 2, "the lines of this file end in CR alone, as on old Macs")]),
        (b"a\r\nbc\rd\n", [("line-ends", 2, 3, "this line ends in CR alone, as on old Macs")]),
        (b"a\r\r\nb", [("line-ends", 1, 2, "this line ends in CR alone, as on old Macs")]),
    ],
)
def test_what_a_file_is_that_is_not_read(folder, data, told):
    (folder.content / "index.md").write_bytes(data)
    sources = store.read(folder)
    assert [(one.code, one.line, one.column, one.message) for one in sources.diagnostics] == told
    assert sources.index == ("" if told else data.decode("utf-8-sig"))


def test_yaml_may_end_its_lines_in_any_way(folder):
    (folder.content / "dossier.yml").write_bytes(b"title: A\rrights: none\r")
    sources = store.read(folder)
    assert (sources.diagnostics, sources.settings) == ((), "title: A\rrights: none\r")


@pytest.mark.parametrize(("encoding", "newline"), [("utf-8", "\r"), ("utf-16", "\n"), ("utf-16-le", "\n")])
def test_a_file_that_is_not_read_may_withhold_any_text(folder, encoding, newline):
    (folder.seeds / "a.txt").write_text("A title\n\nA text of its own.\n")
    lines = ("---", "seed: a.txt", "rights: none", "---", "")
    (folder.content / "articles" / "a-title.md").write_bytes(newline.join(lines).encode(encoding))
    (one,) = load(store.read(folder)).articles
    assert (one.article.seed, one.article.rights) == ("a.txt", "none")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_settings_that_are_not_read_are_the_strictest(folder, encoding):
    (folder.content / "dossier.yml").write_bytes("title: Fähre\nrights: quotes\n".encode(encoding))
    settings = load(store.read(folder)).settings
    assert (settings.rights, settings.publish) == ("none", "reviewed")


def test_a_sidecar_that_is_not_utf8_withholds_the_text(folder):
    (folder.seeds / "a.txt").write_bytes(b"text")
    (folder.seeds / "a.txt.yml").write_bytes(b"author: B\xf6ll\nrights: none\n")
    sources = store.read(folder)
    assert codes(sources) == ["not-utf-8"]
    assert sources.seeds[0].sidecar == "rights: none\n"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("dossier.yml", True),
        ("dossier.yaml", False),
        ("articles/a.md", True),
        ("articles/2031/a.md", False),
        ("articles/a.markdown", False),
        ("vocabulary/own.yml", True),
        (".gitkeep", True),
        ("articles/.a.md.swp", True),
    ],
)
def test_a_file_of_content_that_nothing_reads_is_told(folder, name, read):
    path = folder.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    assert codes(store.read(folder)) == ([] if read else ["unknown-file"])


def test_an_empty_folder_reads_as_nothing(tmp_path):
    assert store.read(store.Folder(tmp_path)) == store.Sources()


def test_the_same_bytes_are_not_written_again(tmp_path):
    path = tmp_path / "deep" / "a.md"
    assert store.write(path, "x")
    before = path.stat().st_mtime_ns
    assert not store.write(path, "x")
    assert path.stat().st_mtime_ns == before


def test_a_file_changed_since_it_was_read_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("edited meanwhile")
    with pytest.raises(store.Changed):
        store.write(path, "new", expect="as read")
    assert path.read_text() == "edited meanwhile"


def test_a_byte_order_mark_is_no_change_and_stays(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfas read")
    assert store.write(path, "new", expect="as read")
    assert path.read_bytes() == b"\xef\xbb\xbfnew"
    assert not store.write(path, "new", expect="new")


def test_where_nothing_is_expected_nothing_is_overwritten(tmp_path):
    path = tmp_path / "a.md"
    assert store.write(path, "new", expect="")
    with pytest.raises(store.Changed):
        store.write(path, "newer", expect="")
    assert path.read_text() == "new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_while_writing_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.md"
    path.write_text("old")

    def crash(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", crash) if step == "fsync" else monkeypatch.setattr(
        Path, "replace", crash
    )
    with pytest.raises(OSError, match="No space"):
        store.write(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_refusal_names_the_file_that_could_not_be_written(tmp_path, monkeypatch):
    def full(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(store.Refused) as refused:
        store.write(tmp_path / "a.md", "new")
    assert refused.value.filename == str(tmp_path / "a.md")
    assert refused.value.strerror == "No space left on device"


def test_what_a_killed_run_left_goes_and_its_name_is_no_trap(folder):
    """A hostile copy of a dossier may have a link where the new text is to be written first."""
    victim = folder.root / "victim"
    victim.write_text("mine")
    path = folder.content / "articles" / "a.md"
    left = [path.with_name(".a.md.unfinished"), folder.seeds / ".b.txt.unfinished"]
    for link in left:
        link.symlink_to(victim)
    store.write(path, "new")
    assert (victim.read_text(), path.read_text(), path.is_symlink()) == ("mine", "new", False)
    left[0].write_text("half")
    with store.lock(folder):
        assert not any(place.exists() or place.is_symlink() for place in left)
    assert victim.read_text() == "mine"


def test_a_file_keeps_its_mode(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o640)
    store.write(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("kept", [("content",), ("content", "seeds")])
def test_the_last_commit_is_known_whether_or_not_it_has_the_seeds(folder, kept):
    (folder.seeds / "a.txt").write_text("A")
    (folder.content / "about.md").write_text("committed")
    git = ("git", "-c", "user.name=Jo", "-c", "user.email=jo@example.org")
    for step in (["init", "-q"], ["add", *kept], ["commit", "-qm", "x"]):
        subprocess.run([*git, *step], cwd=folder.root, check=True)
    (folder.content / "about.md").write_text("edited")
    with store.committed(folder) as before:
        assert (before.content / "about.md").read_text() == "committed"
        assert before.seeds.is_dir() == ("seeds" in kept)


def test_without_a_commit_there_is_no_last_one(folder):
    with store.committed(folder) as before:
        assert before is None


def test_of_pages_only_those_named_stay(tmp_path):
    pages = tmp_path / "pages"
    for name in ("index.md", "articles/x.md", "articles/y.md"):
        store.put_page(pages, name, "a")
    (pages / "stray.svg").write_text("<svg/>")
    (pages / "link.md").symlink_to("/etc/hostname")
    store.keep_only(pages, {"index.md", "link.md"})
    assert [path.name for path in pages.rglob("*")] == ["index.md"]


@pytest.mark.parametrize("name", ["../out.md", "/etc/x.md", "a.html", "a.php"])
def test_a_page_never_leaves_its_folder_nor_its_kinds(tmp_path, name):
    with pytest.raises(ValueError, match="not a page"):
        store.put_page(tmp_path / "pages", name, "x")


def test_two_runs_at_once_are_refused(folder):
    with store.lock(folder), pytest.raises(store.Busy), store.lock(folder):
        pass
    with store.lock(folder):
        pass


def test_settings_behind_a_link_that_leads_nowhere_are_the_strictest(folder):
    (folder.content / "dossier.yml").symlink_to("gone.yml")
    loaded = load(store.read(folder))
    assert [problem.code for problem in loaded.diagnostics] == ["symbolic-link"]
    assert (loaded.settings.rights, loaded.settings.publish) == ("none", "reviewed")


@pytest.mark.parametrize(
    ("how", "code"), [("bytes", "not-utf-8"), ("link", "symbolic-link"), ("size", "too-large")]
)
@pytest.mark.parametrize("kind", ["entities", "issues", "events"])
def test_a_register_that_is_not_read_is_one_problem(folder, kind, how, code):
    path = folder.content / kind / "ada-brook.md"
    path.parent.mkdir()
    if how == "bytes":
        path.write_bytes(b"---\nname: B\xf6ll\n---\n")
    elif how == "link":
        path.symlink_to("/etc/hostname")
    else:
        with path.open("wb") as file:
            file.truncate(store.MAX_CONTENT_BYTES + 1)
    assert [problem.code for problem in load(store.read(folder)).diagnostics] == [code]


def test_what_is_taken_out_leaves_no_empty_folder(tmp_path):
    for name in ("a/b/one", "a/b/c/two", "a/three", "d/four"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    store.take_out(tmp_path, ["a/b/one", "a/b/c/two", "d/four", "e/never-there"])
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {"a", "a/three"}
    store.take_out(tmp_path, ["a/three"])
    assert list(tmp_path.iterdir()) == []
