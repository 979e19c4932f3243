"""What a build holds no longer, others can have."""

import gc
import sys
from pathlib import Path

import pytest
from conftest import INVENTED

from generator import build, shares, store

MEBIBYTE = 1024 * 1024


def resident():
    """Bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


@pytest.mark.skipif(sys.platform != "linux", reason="glibc keeps what was freed; others do not")
def test_what_was_freed_below_something_in_use_is_given_back():
    texts = [bytes(30_000) for _ in range(4_000)]
    del texts[:-1]
    before = resident()
    shares.give_back()
    assert resident() < before - 80 * MEBIBYTE


@pytest.fixture
def garbage():
    """What only looking for it finds: objects that hold each other."""
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()


def test_what_is_put_together_leaves_nothing_that_holds_itself(garbage):
    loaded = build.load(store.read(store.Folder(INVENTED)))
    with shares.uncollected():
        build.inspect(loaded)
    gc.collect()
    ours = {type(one).__qualname__ for one in garbage if type(one).__module__.startswith("generator")}
    assert ours == set()
