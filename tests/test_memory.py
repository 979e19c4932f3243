"""What a build holds no longer, others can have."""

import sys
from pathlib import Path

import pytest

from generator import shares

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
