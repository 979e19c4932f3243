"""Many articles read at once: the same as one by one, in order, and no article costs another one its reading."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import poison
import pytest
from conftest import INVENTED, ROOT

from generator import build, crew, store, vocabulary
from generator.model import Article, Settings
from generator.readings import Machine, Unread

MACHINE = Machine(Settings().model, vocabulary.load("pax"))
TEXTS = [f"Strike {number}\nAda Brook said on Friday that it was over." for number in range(6)]


def articles(*texts):
    return [Article(f"a{n}", f"a{n}.txt", text, text.split("\n")[0]) for n, text in enumerate(texts)]


def processes(**options):
    return crew.Processes(MACHINE, 2, work=poison.work, **{"batch": 2, **options})


def here():
    return crew.Here(MACHINE, poison.work)


def read(given, who, memory=None):
    return list(crew.read(given, who, memory or crew.Memory(MACHINE)))


def failures(found):
    return {article.seed: reading.why for article, reading in found if isinstance(reading, Unread)}


@pytest.fixture(scope="module")
def plain():
    """The articles of TEXTS, read one by one in this process."""
    return read(articles(*TEXTS), here())


def test_in_processes_the_same_is_read_in_the_same_order():
    seeds = list(build.load(store.read(store.Folder(INVENTED))).seeds.values())[:5]
    assert read(seeds, crew.Processes(MACHINE, 2, batch=2)) == read(seeds, crew.Here(MACHINE))


def test_no_more_processes_are_begun_than_there_is_work_for():
    with_one = crew.Processes(MACHINE, 64, batch=8)
    found = crew.read(articles(*TEXTS), with_one, crew.Memory(MACHINE))
    next(found)
    assert len(multiprocessing.active_children()) == 1
    found.close()
    assert multiprocessing.active_children() == []


def test_for_a_few_articles_no_process_is_begun():
    assert isinstance(crew.local(MACHINE, crew.FEW, 8), crew.Here)
    assert isinstance(crew.local(MACHINE, crew.FEW + 1, 8), crew.Processes)
    assert isinstance(crew.local(MACHINE, 1000, 1), crew.Here)


@pytest.mark.parametrize("batch", [1, 2, 6])
@pytest.mark.parametrize("place", [0, 3, 5])
def test_an_article_that_is_the_death_of_its_process_costs_itself_only(plain, place, batch):
    texts = list(TEXTS)
    texts[place] += f"\n{poison.KILLS}"
    found = read(articles(*texts), processes(batch=batch))
    assert failures(found) == {f"a{place}.txt": "the process that read it ended, by SIGKILL"}
    assert [pair for n, pair in enumerate(found) if n != place] == [
        pair for n, pair in enumerate(plain) if n != place
    ]


def test_an_article_on_which_the_reading_fails_costs_itself_only(plain, monkeypatch):
    from generator import extract

    real = extract.extractors

    def failing(*given):
        def probe(doc, article, reading):
            if "Strike 2" in article.text:
                raise RecursionError("it  goes\non and on")
            return reading

        return (("probe", probe), *real(*given))

    monkeypatch.setattr(extract, "extractors", failing)
    found = read(articles(*TEXTS), crew.Here(MACHINE))
    assert failures(found) == {"a2.txt": "RecursionError: it goes on and on"}
    assert [article.id for article, _ in found] == [article.id for article, _ in plain]


def test_a_killed_process_costs_a_retry(plain, tmp_path):
    texts = [*TEXTS[:5], f"{TEXTS[5]}\n{poison.KILLS_ONCE}{tmp_path / 'note'}"]
    found = read(articles(*texts), processes())
    assert failures(found) == {}
    assert found[:5] == plain[:5]


def test_all_poisoned_is_all_told():
    texts = [f"{text}\n{poison.KILLS}" for text in TEXTS[:3]]
    assert list(failures(read(articles(*texts), processes()))) == ["a0.txt", "a1.txt", "a2.txt"]


def test_a_missing_model_is_told_from_wherever_it_is_missed():
    nowhere = Machine("no_such_model", MACHINE.vocabulary)
    for who in (crew.Here(nowhere), crew.Processes(nowhere, 2)):
        with pytest.raises(crew.NoModel, match="no_such_model"):
            read(articles(*TEXTS), who)
    assert multiprocessing.active_children() == []


def test_when_nobody_reads_on_the_processes_end():
    found = crew.read(articles(*TEXTS), processes(), crew.Memory(MACHINE))
    next(found)
    found.close()
    assert multiprocessing.active_children() == []


# --- what is remembered -----------------------------------------------------------------------


class Nobody:
    """A crew that must not be asked."""

    batch = 2

    def width(self):
        return 1

    def submit(self, articles):
        raise AssertionError([article.id for article in articles])

    def close(self):
        pass


@pytest.fixture
def memory(tmp_path, plain):
    """That of TEXTS."""
    kept = crew.Memory(MACHINE, store.Cache(tmp_path / "cache"))
    assert kept.unknown(articles(*TEXTS)) == 6
    read(articles(*TEXTS), here(), kept)
    return kept


def test_what_was_read_is_not_read_again_and_is_the_same(memory, plain):
    assert memory.unknown(articles(*TEXTS)) == 0
    assert read(articles(*TEXTS), Nobody(), memory) == plain


def test_only_what_is_new_is_read(memory, plain):
    given = articles(*TEXTS[:3], "New\nIt is.", *TEXTS[3:])
    asked = []

    class Asked(crew.Here):
        def submit(self, articles):
            asked.extend(article.text for article in articles)
            return super().submit(articles)

    found = read(given, Asked(MACHINE, poison.work), memory)
    assert asked == ["New\nIt is."]
    assert [reading for _, reading in found[:3] + found[4:]] == [reading for _, reading in plain]


@pytest.mark.parametrize("broken", [b"", b"{", b'{"entities": 7}', b"\0" * 400])
def test_a_broken_file_is_read_anew_and_mended(memory, plain, broken):
    path = min(memory.cache.folder.rglob("*.json"))
    good = path.read_bytes()
    path.write_bytes(broken)
    assert read(articles(*TEXTS), here(), memory) == plain
    assert path.read_bytes() == good


def test_what_could_not_be_read_is_not_remembered(tmp_path):
    kept = crew.Memory(MACHINE, store.Cache(tmp_path / "cache"))
    given = articles(TEXTS[0], f"{TEXTS[1]}\n{poison.RAISES}")
    read(given, here(), kept)
    assert kept.unknown(given) == 1


# --- a run that is stopped --------------------------------------------------------------------


@pytest.fixture
def running(tmp_path):
    """`dossier annotate` in two processes, over articles enough for several seconds: (root, process)."""
    (tmp_path / "seeds").mkdir()
    text = (ROOT / "seeds" / "000_be59801816a10d0e.txt").read_text(encoding="utf-8")
    for number in range(120):
        (tmp_path / "seeds" / f"{number:03}.txt").write_text(f"Number {number}\n{text}", encoding="utf-8")
    heeded = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # not so in the background
    )
    command = [sys.executable, "-c", f"{heeded}; from generator import cli; cli.run()"]
    command += ["annotate", "-C", str(tmp_path), "--processes", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        deadline = time.monotonic() + 120
        while len(written(tmp_path)) < 3 and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        yield tmp_path, run
        run.kill()


def written(root):
    return sorted((root / "content").glob("articles/*.md"))


def members(group):
    """The processes of a group that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, of, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(of) == group and state != "Z":
            found.append(stat)
    return found


def gone(group):
    deadline = time.monotonic() + 30
    while members(group) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not members(group)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_leaves_what_it_has_written_and_no_process(running, how):
    root, run = running
    if how == signal.SIGINT:
        os.killpg(run.pid, how)  # as a terminal does
    else:
        run.kill()
    _, told = run.communicate(timeout=60)
    kept = written(root)
    assert 3 <= len(kept) < 120
    assert all(path.read_text().endswith("```\n") for path in kept)
    assert gone(run.pid)
    if how == signal.SIGINT:
        assert told == "dossier: stopped; what was written is whole, the same command goes on from there\n"
        assert run.returncode == 130
