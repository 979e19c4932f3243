"""The dossier as it was last committed to git."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.store.folder import Folder


@contextmanager
def committed(folder: Folder) -> Iterator[Folder | None]:
    """content/ and seeds/ of git's HEAD, in a folder of their own; None where git has no such commit."""
    archive = _archived(folder)
    if archive is None:
        yield None
        return
    with TemporaryDirectory(prefix="dossier-") as place:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(place, filter="data")
        yield Folder(Path(place))


def _archived(folder: Folder) -> bytes | None:
    """A tar file of what the dossier had in HEAD; not everybody may keep seeds there."""
    names = [folder.content.name, folder.seeds.name]
    there = _git(folder, "ls-tree", "--name-only", "HEAD", "--", *names)
    return _git(folder, "archive", "--format=tar", "HEAD", "--", *there.decode().split()) if there else None


def _git(folder: Folder, *arguments: str) -> bytes | None:
    """What git says; None where it is not there, or refuses."""
    command = ["git", *arguments]
    try:
        done = subprocess.run(command, cwd=folder.root, capture_output=True, check=False)  # noqa: S603 - no shell
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
