"""Reading the whole dossier once. What cannot be read is a diagnostic; the rest is there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.model import Diagnostic
from generator.store.folder import ABOUT, CORRECTIONS, IDS, INDEX, SETTINGS, SIDECAR, Folder, Seed, Sources
from generator.store.text import understood
from generator.yamlfile import did_you_mean

MAX_SEED_BYTES = 2_000_000
MAX_CONTENT_BYTES = 8_000_000
UNREAD_SIDECAR = "rights: none\n"
"""What a sidecar says that cannot be read: a slip must not publish anything."""
UNREAD_SETTINGS = "rights: none\npublish: reviewed\n"
"""What a dossier.yml says that cannot be read."""
NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""What Python reads a byte of a file's name as that is not UTF-8."""
CONTENT_FILES = (SETTINGS, IDS, CORRECTIONS, INDEX, ABOUT)
"""Of each of these there is one."""
CONTENT_FOLDERS: Mapping[str, str] = {
    "articles": ".md",
    "entities": ".md",
    "issues": ".md",
    "events": ".md",
    "vocabulary": ".yml",
}
"""Folder of content/ → what the names of its files end in."""


def read(folder: Folder) -> Sources:
    """Read the whole dossier. What cannot be read is a diagnostic; the rest is there.

    Raises OSError for a folder that may not be read.
    """
    problems: list[Diagnostic] = []

    def text(path: Path, unread: str = "") -> str:
        return _text(folder, path, MAX_CONTENT_BYTES, problems, unread)

    def texts(name: str) -> dict[str, str]:
        place = folder.content / name
        # Not by a glob: it passes over a folder that may not be read, whose files may withhold any text.
        found = sorted(place.iterdir()) if place.is_dir() else []
        paths = (path for path in found if path.suffix == CONTENT_FOLDERS[name] and not path.is_dir())
        return {folder.relative(path): text(path) for path in paths}

    def single(name: str, unread: str = "") -> str:
        path = folder.root / name
        return text(path, unread) if path.exists() or path.is_symlink() else ""

    problems += _unknown(folder)
    seeds = tuple(_seeds(folder, problems))
    return Sources(
        seeds=seeds,
        settings=single(SETTINGS, UNREAD_SETTINGS),
        articles=texts("articles"),
        registers={**texts("entities"), **texts("issues"), **texts("events")},
        vocabularies=texts("vocabulary"),
        ids=single(IDS),
        corrections=single(CORRECTIONS),
        index=single(INDEX),
        about=single(ABOUT),
        diagnostics=tuple(problems),
    )


def _unknown(folder: Folder) -> Iterator[Diagnostic]:
    """Files of content/ that nothing reads: a slip in a name would otherwise be silent."""
    files = tuple(Path(name).name for name in CONTENT_FILES)
    for path in sorted(folder.content.rglob("*")):
        place = path.relative_to(folder.content)
        inside = place.parent.as_posix()
        if path.is_dir() or any(part.startswith(".") for part in place.parts):
            continue
        if place.as_posix() in files or CONTENT_FOLDERS.get(inside) == place.suffix:
            continue
        if inside in CONTENT_FOLDERS:
            hint = f"Files in this folder end in {CONTENT_FOLDERS[inside]}."
        else:
            known = files if inside == "." else tuple(CONTENT_FOLDERS)
            near = did_you_mean(place.name if inside == "." else inside, known)
            read = ", ".join((*files, *(f"{name}/" for name in CONTENT_FOLDERS)))
            hint = near or f"Of content/ these are read: {read}. Keep other files elsewhere."
        message = "nothing reads this file"
        yield Diagnostic("unknown-file", "warning", folder.relative(path), message, hint=hint)


def _seeds(folder: Folder, problems: list[Diagnostic]) -> Iterator[Seed]:
    if not folder.seeds.is_dir():
        return
    names = sorted(path.name for path in folder.seeds.iterdir() if not path.name.startswith("."))
    sidecars = {name + SIDECAR for name in names}.intersection(names)
    for name in names:
        path = folder.seeds / name
        if name in sidecars:
            continue
        if stray := _stray(folder, path, names):
            problems.append(stray)
            continue
        data = _bytes(folder, path, MAX_SEED_BYTES, problems)
        if data is None:
            continue
        sidecar = None
        if name + SIDECAR in sidecars:
            beside = folder.seeds / (name + SIDECAR)
            sidecar = _text(folder, beside, MAX_SEED_BYTES, problems, UNREAD_SIDECAR)
        yield Seed(name, data, sidecar)


def _stray(folder: Folder, path: Path, names: Sequence[str]) -> Diagnostic | None:
    """Why `path`, one of the `names` in seeds/, is no seed, if it is none."""
    here, name = folder.relative(path), path.name
    if path.is_dir() and not path.is_symlink():
        message, hint = "nothing reads this folder", "Put its files into seeds/ itself."
        return Diagnostic("unknown-file", "warning", here, message, hint=hint)
    if name.endswith(".yaml") and name.removesuffix(".yaml") in names:
        message = "a sidecar’s name ends in .yml; as it is, nothing reads it"
        hint = f"Rename it to {name.removesuffix('.yaml')}{SIDECAR}."
        return Diagnostic("sidecar-alone", "error", here, message, hint=hint)
    seed = name.removesuffix(SIDECAR)
    if seed == name:
        return None
    if Path(seed).suffix:
        message = f"there is no seeds/{seed} that this file could say something about"
        seeds = [other for other in names if not other.endswith(SIDECAR)]
        name_it = "Name it as its seed is named, with .yml after it; if that is gone, delete it."
        return Diagnostic("sidecar-alone", "error", here, message, hint=did_you_mean(seed, seeds) or name_it)
    whole = next((other for other in names if other != name and Path(other).stem == seed), "")
    message = "a sidecar’s name is the whole name of its seed, and .yml; as it is, nothing reads it"
    hint = f"Rename it to {whole}{SIDECAR}."
    return Diagnostic("sidecar-alone", "error", here, message, hint=hint) if whole else None


def _text(folder: Folder, path: Path, limit: int, problems: list[Diagnostic], unread: str = "") -> str:
    """The file's text without a byte-order mark; `unread`, and a diagnostic, if it cannot be read."""
    data = _bytes(folder, path, limit, problems)
    if data is None:
        return unread
    text = understood(data, folder.relative(path))
    if isinstance(text, str):
        return text
    problems.append(text)
    return unread


def _bytes(folder: Folder, path: Path, limit: int, problems: list[Diagnostic]) -> bytes | None:
    """The file's bytes, or None and a diagnostic: never more than `limit`, never through a link."""

    def refuse(code: str, message: str, hint: str) -> None:
        problems.append(Diagnostic(code, "error", folder.relative(path), message, hint=hint))

    if NOT_UTF8.search(path.name):
        refuse("file-unreadable", "the name of this file is not UTF-8", "Rename the file.")
        return None
    if path.is_symlink():
        refuse(
            "symbolic-link", "this is a symbolic link", "Put the file itself here; links are not followed."
        )
        return None
    try:
        if path.stat().st_size > limit:
            refuse(
                "too-large",
                f"the file is larger than {limit // 1_000_000} MB",
                "Split it, or keep only its text.",
            )
            return None
        return path.read_bytes()
    except OSError as error:
        refuse(
            "file-unreadable",
            f"the file cannot be read: {error.strerror}",
            "Check that it is a file you may read.",
        )
        return None
