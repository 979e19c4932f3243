"""Articles into seeds/, with sidecars of what is known about them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import ingest, settings, store
from generator.model import Diagnostic


def with_facts(sidecar: str, facts: Mapping[str, str]) -> str:
    """A sidecar with `facts` in the place of what it said under their keys, every other line as it was."""
    lines = [line for line in sidecar.splitlines(keepends=True) if line.split(":")[0] not in facts]
    kept = "".join(lines)
    gap = "\n" if kept and not kept.endswith("\n") else ""
    return (
        kept
        + gap
        + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    )


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file taken into seeds/."""

    title: str
    published: str
    diagnostics: tuple[Diagnostic, ...]
    accepted: bool = True


def add(folder: store.Folder, path: Path, facts: Mapping[str, str]) -> Added:
    """Copy the article at `path` into seeds/, with a sidecar of `facts` added to the one it has.

    A file of that name with other bytes is not overwritten: seeds are never changed by the program.
    """
    data = path.read_bytes()
    target = folder.seeds / path.name
    places = (file.with_name(file.name + store.SIDECAR) for file in (path, target))
    beside = next((place for place in places if place.exists()), None)
    known = store.understood(beside.read_bytes(), str(beside)) if beside else ""
    if isinstance(known, Diagnostic):
        return Added("", "", (known,), accepted=False)
    sidecar = with_facts(known, facts)
    if target.exists() and target.read_bytes() != data:
        hint = "Rename the new one; to correct a seed, overwrite it yourself and run dossier annotate."
        problem = Diagnostic(
            "seed-exists", "error", folder.relative(target), "another seed has this name", hint=hint
        )
        return Added("", "", (problem,), accepted=False)
    chosen, _ = settings.read(store.read(folder).settings, store.SETTINGS)
    article, problems = ingest.ingest(path.name, data, sidecar or None, chosen)
    if article is None or any(problem.severity == "error" for problem in problems):
        return Added("", "", problems, accepted=False)
    store.write(target, data)
    if sidecar:
        store.write(target.with_name(target.name + store.SIDECAR), sidecar)
    return Added(article.title, article.published, problems)
