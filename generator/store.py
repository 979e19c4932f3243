"""Every read and write of seeds, content and pages.

Files are read whole and written whole: to a temporary file beside the target, synced, then renamed over it,
so that a kill at any moment leaves the old bytes or the new ones. A file whose bytes would not change is not
written. Symbolic links are never followed.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from generator.model import Diagnostic

MAX_SEED_BYTES = 2_000_000
MAX_CONTENT_BYTES = 8_000_000
SIDECAR = ".yml"
PAGE_SUFFIXES = frozenset(
    {".md", ".json", ".jsonld", ".csv", ".ics", ".xml", ".bib", ".txt", ".css", ".js", ".svg", ".png"}
)
"""All that a page or an export may end in; anything else is a programming error."""


class Busy(Exception):
    """Another run of the program holds the dossier."""


class Changed(Exception):
    """A file changed between the reading and the writing of it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of seeds/ as received, with the text of its sidecar `NAME.yml`, if it has one."""

    name: str
    data: bytes
    sidecar: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a dossier's people and seeds say, read once."""

    seeds: tuple[Seed, ...] = ()
    settings: str = ""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Path relative to the dossier → source, for content/articles/*.md."""
    registers: Mapping[str, str] = field(default_factory=dict)
    """The same for content/{entities,issues,events}/*.md."""
    vocabularies: Mapping[str, str] = field(default_factory=dict)
    """The same for content/vocabulary/*.yml."""
    ids: str = ""
    index: str = ""
    about: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """A dossier's folder and the places in it."""

    root: Path

    @property
    def content(self) -> Path:
        """What people edit."""
        return self.root / "content"

    @property
    def seeds(self) -> Path:
        """Raw articles."""
        return self.root / "seeds"

    @property
    def pages(self) -> Path:
        """Generated Markdown, the docs_dir of the renderers."""
        return self.root / "build" / "pages"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """`path` as diagnostics name it."""
        return path.relative_to(self.root).as_posix()


def read(folder: Folder) -> Sources:
    """Read the whole dossier. What cannot be read is a diagnostic; the rest is there."""
    problems: list[Diagnostic] = []

    def text(path: Path) -> str:
        data = _bytes(folder, path, MAX_CONTENT_BYTES, problems)
        try:
            return (data or b"").decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = (data or b"")[: error.start].count(b"\n") + 1
            hint = "Save it as UTF-8."
            problems.append(
                Diagnostic(
                    "not-utf-8", "error", folder.relative(path), "this file is not UTF-8", line, 1, hint
                )
            )
            return ""

    def texts(pattern: str) -> dict[str, str]:
        paths = sorted(folder.content.glob(pattern))
        return {folder.relative(path): text(path) for path in paths if not path.is_dir()}

    def single(name: str) -> str:
        path = folder.content / name
        return text(path) if path.exists() else ""

    seeds = tuple(_seeds(folder, problems))
    return Sources(
        seeds=seeds,
        settings=single("dossier.yml"),
        articles=texts("articles/*.md"),
        registers={**texts("entities/*.md"), **texts("issues/*.md"), **texts("events/*.md")},
        vocabularies=texts("vocabulary/*.yml"),
        ids=single("ids.tsv"),
        index=single("index.md"),
        about=single("about.md"),
        diagnostics=tuple(problems),
    )


def _seeds(folder: Folder, problems: list[Diagnostic]) -> Iterator[Seed]:
    if not folder.seeds.is_dir():
        return
    names = sorted(path.name for path in folder.seeds.iterdir() if not path.name.startswith("."))
    sidecars = {name for name in names if name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in names}
    for name in names:
        path = folder.seeds / name
        if name in sidecars or (path.is_dir() and not path.is_symlink()):
            continue
        data = _bytes(folder, path, MAX_SEED_BYTES, problems)
        if data is None:
            continue
        sidecar = None
        if name + SIDECAR in sidecars:
            beside = _bytes(folder, folder.seeds / (name + SIDECAR), MAX_SEED_BYTES, problems)
            sidecar = (beside or b"").decode("utf-8-sig", errors="replace")
        yield Seed(name, data, sidecar)


def _bytes(folder: Folder, path: Path, limit: int, problems: list[Diagnostic]) -> bytes | None:
    """The file's bytes, or None and a diagnostic: never more than `limit`, never through a link."""

    def refuse(code: str, message: str, hint: str) -> None:
        problems.append(Diagnostic(code, "error", folder.relative(path), message, hint=hint))

    if path.is_symlink():
        refuse(
            "symbolic-link", "this is a symbolic link", "Put the file itself here; links are not followed."
        )
        return None
    try:
        if path.stat().st_size > limit:
            refuse("too-large", f"larger than {limit // 1_000_000} MB", "Split it, or keep only its text.")
            return None
        return path.read_bytes()
    except OSError as error:
        refuse("unreadable", f"cannot be read: {error.strerror}", "Check that it is a file you may read.")
        return None


def write(path: Path, data: str | bytes, *, expect: str | bytes | None = None) -> bool:
    """Put `data` at `path` unless it is there already; return whether it was written.

    Raises Changed if `expect` is given and is no longer what stands there, OSError if the disk refuses.
    """
    new = data.encode() if isinstance(data, str) else data
    old = path.read_bytes() if path.is_file() else None
    if expect is not None and old != (expect.encode() if isinstance(expect, str) else expect):
        raise Changed(str(path))
    if old == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def write_pages(folder: Path, pages: Mapping[str, str | bytes]) -> int:
    """Make `folder` hold exactly `pages`, path → contents; return how many files changed or went.

    Pages can be made again, so they are written without a sync.
    """
    changed = 0
    if folder.is_symlink():
        folder.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or path.relative_to(folder).as_posix() not in pages:
            path.unlink()
            changed += 1
    for name, contents in pages.items():
        path = folder / name
        if path.suffix not in PAGE_SUFFIXES or not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"not a page: {name}")
        data = contents.encode() if isinstance(contents, str) else contents
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        changed += 1
    return changed


@contextmanager
def lock(folder: Folder) -> Iterator[None]:
    """Hold the dossier against other runs of the program; raises Busy when one is under way."""
    folder.pages.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder.pages.parent / "lock", timeout=0):
            yield
    except Timeout:
        raise Busy(str(folder.root)) from None
