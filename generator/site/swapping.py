"""The swap: readers see the old site or the new one, whatever happens."""

import ctypes
import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

RENAME_EXCHANGE = 2
AT_FDCWD = -100
HALF_MADE = ("new", "search")
"""What follows `.site-` in the names of folders beside the site in which it, or its search index, is made."""


def room(site: Path, spare: Path | None = None) -> Path:
    """A folder beside `site` for the next one: `spare`, an older site of which most holds, or an empty one."""
    new = Path(tempfile.mkdtemp(prefix=f".{site.name}-new-", dir=site.parent))
    new.chmod(0o755)
    if spare:
        with suppress(OSError):  # there is none, or it lies on another disk
            spare.rename(new)
    return new


def swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site`; afterwards `new` holds the old site, or is gone.

    One system call where the kernel has renameat2 with RENAME_EXCHANGE, else two renames; a kill between these
    two is made good by `finish_swap` at the next start.
    """
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        return
    old = _aside(site)
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def finish_swap(site: Path) -> None:
    """Take up what a killed run left: the old site set aside with no new one in its place, half-made sites."""
    old = _aside(site)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    for what in HALF_MADE:
        for left in site.parent.glob(f".{site.name}-{what}-*"):
            shutil.rmtree(left, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(first))
