"""Work that another process does while this one goes on."""

import gc
import os
import subprocess
import sys
import weakref

import pytest

from generator import shares


def written(path):
    """Work that tells who did it."""
    return lambda items: path.write_text(f"{os.getpid()} {''.join(items)}")


@pytest.mark.parametrize(("few", "cores", "elsewhere"), [(2, 2, False), (1, 1, False), (1, 2, True)])
def test_what_is_done_beside_is_done_at_the_end(tmp_path, monkeypatch, few, cores, elsewhere):
    monkeypatch.setattr(shares, "cores", lambda: cores)
    path = tmp_path / "done"
    with shares.beside(written(path), ["a", "b"], few):
        pass
    process, items = path.read_text().split()
    assert (items, int(process) != os.getpid()) == ("ab", elsewhere)


@pytest.mark.parametrize("few", [0, 1], ids=["elsewhere", "here"])
def test_what_goes_wrong_beside_is_raised(monkeypatch, few):
    monkeypatch.setattr(shares, "cores", lambda: 2)

    def refused(_items):
        raise OSError(28, "no room")

    with pytest.raises(OSError, match="no room"), shares.beside(refused, ["a"], few):
        pass


def test_whoever_fails_waits_for_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(shares, "cores", lambda: 2)
    stop, go_on = os.pipe()

    def waits(_items):
        os.read(stop, 1)
        (tmp_path / "done").touch()

    with pytest.raises(KeyError), shares.beside(waits, ["a"], 0):
        raise KeyError
    os.write(go_on, b"x")
    assert not (tmp_path / "done").exists()


KILLED = """
import os, time
from generator import shares

def work(item):
    os.write(1, b"%d\\n" % os.getpid())  # in one write: print makes two where output is not buffered
    time.sleep(600)

for _ in shares.in_processes(work, "ab", 2):
    pass
"""


def test_whoever_is_killed_takes_those_along_that_work_for_it():
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True) as parent:
        first, second = parent.stdout.readline(), parent.stdout.readline()
        parent.kill()
        rest, _ = parent.communicate(timeout=60)  # ends when nobody holds the other end any more
    assert int(first) != int(second)
    assert rest == ""


@pytest.fixture
def only_on_demand():
    """Nothing is looked through unless somebody asks, however much was made by the tests before."""
    thresholds = gc.get_threshold()
    gc.set_threshold(0)
    yield
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("only_on_demand")
@pytest.mark.parametrize("ends_soon", [True, False])
def test_what_was_made_uncollected_can_still_be_garbage(ends_soon):
    class Knot:
        pass

    with shares.uncollected(ends_soon=ends_soon):
        assert not gc.isenabled()
        knot = Knot()
        knot.itself = knot
        made = [[] for _ in range(10_000)]
    assert gc.isenabled()
    assert any(one is made for one in gc.get_objects(generation=2)) == ends_soon
    gone = weakref.ref(knot)
    del knot
    gc.collect()
    assert gone() is None
