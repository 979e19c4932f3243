"""content/ids.tsv: every published id with its names and what it was merged into.

Addresses never change, so this file only grows. Git merges it by taking the lines of both sides
(merge=union); what that leaves double is read as one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from generator.model import Diagnostic, Kind
from generator.yamlfile import conflicts, did_you_mean, is_id, is_marker

FOLDERS: Mapping[str, str] = {
    "article": "articles",
    "entity": "entities",
    "event": "events",
    "issue": "issues",
}
"""Kind → folder of its pages, and of its files in content/."""

HEADER = "kind\tid\tnames\tmerged_into\n"


@dataclass(frozen=True, slots=True, order=True)
class Published:
    """An id that was published once, and so keeps its address."""

    kind: Kind
    id: str
    names: tuple[str, ...] = ()
    """Every name it was published under, oldest first."""
    merged_into: str = ""
    """Id of the same kind that readers are sent to."""
    line: int = field(default=1, compare=False)
    """Of the file."""

    @property
    def address(self) -> str:
        """Of its page: `entities/ID`."""
        return f"{FOLDERS[self.kind]}/{self.id}"


def file_of(kind: str, id_: str) -> str:
    """Where content/ has the article's file or the register of that id."""
    return f"content/{FOLDERS[kind]}/{id_}.md"


def parse(source: str, path: str) -> tuple[tuple[Published, ...], tuple[Diagnostic, ...]]:
    """The ids in `source`, sorted, each once, and the lines that cannot be read."""
    found: list[Published] = []
    merges: dict[Published, int] = {}
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    problems = [*conflicts(lines, path)]
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line == HEADER.strip("\n") or is_marker(line):
            continue
        cells = line.split("\t")
        if wrong := _wrong(line, cells):
            problems.append(Diagnostic("ids-line", "error", path, wrong[0], number, 1, wrong[1]))
            continue
        kind = next(kind for kind in get_args(Kind) if kind == cells[0])
        names, merged_into = [*cells[2:], "", ""][:2]
        found.append(Published(kind, cells[1], _names(names), merged_into, number))
        merges[found[-1]] = number
    published = add((), found)
    return published, (*problems, *_conflicts(merges, path), *_loops(merges, published, path))


def _wrong(line: str, cells: Sequence[str]) -> tuple[str, str] | None:
    """Message and hint for a line that cannot be read."""
    if not 2 <= len(cells) <= 4:
        hint = "A line is kind, id, names and merged_into, with a tab (not blanks) between two."
        shown = line[:60].replace("\t", "⇥")
        return f"“{shown}” has too {'few' if len(cells) < 2 else 'many'} cells", hint
    if cells[0] not in FOLDERS:
        hint = did_you_mean(cells[0], tuple(FOLDERS)) or f"The kinds are {', '.join(FOLDERS)}."
        return f'"{cells[0][:60]}" is no kind of id', hint
    for id_ in (cells[1], *filter(None, cells[3:])):
        if not is_id(id_):
            hint = "An id has lower-case letters a to z, digits and single hyphens, at most 64 in all."
            return f'"{id_[:60]}" is no id', hint
    return None


def add(published: Iterable[Published], new: Iterable[Published]) -> tuple[Published, ...]:
    """`published` with `new`, sorted. Names are only ever added; a new merge replaces an older one."""
    records: dict[tuple[Kind, str], Published] = {}
    for record in (*published, *new):
        old = records.get((record.kind, record.id), record)
        names = tuple(dict.fromkeys((*old.names, *record.names)))
        merged_into = record.merged_into or old.merged_into
        line = record.line if record.merged_into else old.line
        records[record.kind, record.id] = Published(record.kind, record.id, names, merged_into, line)
    return tuple(sorted(records.values()))


def write(published: Iterable[Published]) -> str:
    """The file's source; `parse` reads it back."""
    lines = [
        f"{record.kind}\t{record.id}\t{_cell(record.names)}\t{record.merged_into}\n"
        for record in add((), published)
    ]
    return HEADER + "".join(lines)


def redirects(published: Iterable[Published]) -> dict[str, str]:
    """Page address of each merged id → the address where it is now, both as `entities/ID`.

    Merges of merges are followed to their end; one that only leads in a circle leads nowhere.
    """
    records = {(record.kind, record.id): record for record in published}
    targets: dict[str, str] = {}
    for record in records.values():
        *_, last = _chain(records, record)
        if last.id != record.id and not last.merged_into:
            targets[record.address] = last.address
    return targets


def _chain(records: Mapping[tuple[Kind, str], Published], record: Published) -> Iterator[Published]:
    """`record`, what it was merged into, and so on, no id twice."""
    seen = {record.id}
    yield record
    while record.merged_into:
        kind, target = record.kind, record.merged_into
        record = records.get((kind, target), Published(kind, target))
        if record.id in seen:
            return
        seen.add(record.id)
        yield record


def _names(cell: str) -> tuple[str, ...]:
    """The names of a cell: a bar stands between them, and a backslash before a bar or backslash of a name."""
    names, name, escaped = [], "", False
    for char in cell:
        if char == "|" and not escaped:
            names.append(name)
            name = ""
        elif char == "\\" and not escaped:
            escaped = True
            continue
        else:
            name += char
        escaped = False
    return tuple(name for name in (*names, name) if name)


def _cell(names: Iterable[str]) -> str:
    plain = (" ".join(name.split()) for name in names)
    return "|".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in plain if name)


def _conflicts(lines: Mapping[Published, int], path: str) -> Iterator[Diagnostic]:
    """Ids that two lines merge into different ones, as two branches may have done."""
    targets: dict[tuple[str, str], dict[str, int]] = {}
    for record, line in lines.items():
        if record.merged_into:
            targets.setdefault((record.kind, record.id), {})[record.merged_into] = line
    for (kind, id_), merged in sorted(targets.items()):
        if len(merged) > 1:
            message = f"the {kind} {id_} is merged into {' and into '.join(merged)}"
            hint = "Keep the line that is right; until then the last one holds."
            yield Diagnostic("ids-merged-twice", "warning", path, message, max(merged.values()), hint=hint)


def _loops(lines: Mapping[Published, int], published: Iterable[Published], path: str) -> Iterator[Diagnostic]:
    places = {(record.kind, record.id): line for record, line in lines.items() if record.merged_into}
    records = {(record.kind, record.id): record for record in published}
    for record in records.values():
        *_, last = _chain(records, record)
        if last.merged_into:
            way = " into ".join(step.id for step in _chain(records, record))
            message = f"the {record.kind} {record.id} is merged in a circle: {way} into {last.merged_into}"
            hint = "Empty the last cell of the one that stays."
            line = places.get((record.kind, record.id), 1)
            yield Diagnostic("ids-circle", "error", path, message, line, hint=hint)
