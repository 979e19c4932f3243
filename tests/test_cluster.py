"""A real Dask scheduler on the loopback address with workers in processes: the same as here, and what is lost."""

import os
import subprocess
import sys
import time

import poison
import pytest
from conftest import INVENTED
from typer.testing import CliRunner

from generator import crew, readings, store, vocabulary
from generator.cli import app
from generator.model import Article, Settings
from generator.readings import Machine, Unread

pytestmark = pytest.mark.builds

distributed = pytest.importorskip("distributed", reason="needs the extra [cluster]")

import dask  # noqa: E402

from generator import cluster  # noqa: E402  it is of no use without Dask

MACHINE = Machine(Settings().model, vocabulary.load("pax"))


def cluster_of(workers):
    """A cluster that takes a task for deadly when a second worker dies over it."""
    options = {
        "threads_per_worker": 1,
        "processes": True,
        "dashboard_address": "127.0.0.1:0",
        "host": "127.0.0.1",
    }
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}):
        return distributed.LocalCluster(n_workers=workers, **options)


@pytest.fixture(scope="module")
def scheduler():
    """The address of a scheduler with two workers."""
    with cluster_of(2) as started:
        yield started.scheduler_address


def articles(*endings):
    return [
        Article(f"a{n}", f"a{n}.txt", f"Strike {n}\n{ending}", f"Strike {n}")
        for n, ending in enumerate(endings)
    ]


def read(given, address, **options):
    with_workers = cluster.Cluster(MACHINE, address, poison.work, **{"batch": 3, **options})
    return list(crew.read(given, with_workers, crew.Memory(MACHINE)))


def here(given):
    return list(crew.read(given, crew.Here(MACHINE, poison.work), crew.Memory(MACHINE)))


def unread(found):
    return {article.id: reading.why for article, reading in found if isinstance(reading, Unread)}


def test_annotate_on_a_cluster_writes_what_it_writes_here(scheduler, tmp_path):
    for name, options in (("here", []), ("there", ["--cluster", scheduler])):
        seeds = tmp_path / name / "seeds"
        seeds.mkdir(parents=True)
        for seed in sorted((INVENTED / "seeds").glob("*.txt"))[:6]:
            (seeds / seed.name).write_bytes(seed.read_bytes())
        result = CliRunner().invoke(app, ["annotate", "-C", str(tmp_path / name), *options])
        assert (result.exit_code, result.stderr) == (0, "6 articles added, 0 changed, no problems\n")
    written = [
        {path.name: path.read_bytes() for path in (tmp_path / name / "content").rglob("*.*")}
        for name in ("here", "there")
    ]
    assert written[0] == written[1]


def test_in_order_and_the_same(scheduler):
    given = articles(*("It is over." for _ in range(20)))
    assert read(given, scheduler) == here(given)


def test_a_killed_worker_costs_a_retry(scheduler, tmp_path):
    given = articles("It is.", f"{poison.KILLS_ONCE}{tmp_path / 'note'}", "It was.", "It may be.")
    assert read(given, scheduler) == here(given)
    assert (tmp_path / "note").exists()


@pytest.mark.nightly
@pytest.mark.parametrize("batch", [1, 3])
def test_an_article_that_workers_die_over_costs_itself_only(batch):
    endings = ["It is."] * 6
    plain = here(articles(*endings))
    endings[2] = poison.KILLS_LATER
    with cluster_of(2) as mortal:
        found = read(articles(*endings), mortal.scheduler_address, batch=batch)
    assert unread(found) == {"a2": cluster.DIED}
    assert found[:2] + found[3:] == plain[:2] + plain[3:]


def test_an_article_on_which_the_reading_fails_costs_itself_only(scheduler):
    found = read(articles("It is.", poison.RAISES, "It was."), scheduler)
    assert unread(found) == {"a1": "ValueError: poison"}


def test_a_worker_with_another_version_is_refused(scheduler, monkeypatch):
    monkeypatch.setattr(readings, "versions", lambda _model: "another")
    with pytest.raises(crew.Unreachable, match="another version"):
        read(articles("It is."), scheduler)


def test_a_model_that_workers_lack_is_told(scheduler):
    nowhere = Machine("no_such_model", MACHINE.vocabulary)
    with pytest.raises(crew.NoModel, match="no_such_model"):
        list(crew.read(articles("It is."), cluster.Cluster(nowhere, scheduler), crew.Memory(nowhere)))


def test_what_is_known_needs_no_cluster(tmp_path):
    memory = crew.Memory(MACHINE, store.Cache(tmp_path))
    given = articles("It is.")
    list(crew.read(given, crew.Here(MACHINE, poison.work), memory))
    assert memory.unknown(given) == 0


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "127.0.0.1:1"])
def test_where_no_scheduler_is_the_message_says_so(tmp_path, address, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("A title\n\nText.")
    result = CliRunner().invoke(app, ["annotate", "-C", str(tmp_path), "--cluster", address])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"dossier: no Dask scheduler answers at {address}: ")
    assert result.stderr.count("\n") == 1


def test_a_cluster_without_workers_is_given_up(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with cluster_of(0) as empty, pytest.raises(crew.Unreachable, match="has no workers"):
        read(articles("It is."), empty.scheduler_address)


def test_as_the_documentation_starts_it(tmp_path):
    """`dask scheduler` and `dask worker`, each a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    file = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    commands = [
        [
            *dask,
            "scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            file,
        ],
        [*dask, "worker", "--scheduler-file", file, "--nthreads", "1", "--no-dashboard"],
    ]
    running = []
    try:
        for command in commands:
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            running.append(subprocess.Popen(command, env=environment, cwd=tmp_path, **quiet))
        deadline = time.monotonic() + 60
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        with distributed.Client(scheduler_file=str(file), timeout=30, set_as_default=False) as client:
            address = client.scheduler.address
        given = articles("It is.", "It was.")
        assert read(given, address) == here(given)
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(timeout=30)
