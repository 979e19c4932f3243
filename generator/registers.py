"""The registers: content/{entities,issues,events}/ID.md, front matter and the editor's own Markdown."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from generator.dates import first_day
from generator.model import Diagnostic, EntityType, Phase, Register, Status
from generator.yamlfile import Schema, check_id, conflicts, load, split_front_matter, validate
from generator.yamlfile.fields import Edtf, Id

Kind = Literal["entity", "issue", "event"]


class StatusLine(Schema):
    """One step in an issue's history."""

    status: Status
    date: Edtf = ""
    source: str = ""


def _status_lines(value: Any) -> Any:
    """`status: agreed` is short for a list with one entry, undated."""
    return [{"status": value}] if isinstance(value, str) and value else value


class Common(Schema):
    """The keys of every register."""

    name: str = ""
    description: str = ""
    merged_into: Id = ""


class Named(Common):
    """What has a page, and other names."""

    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = {}


class Entity(Named):
    """The keys of entities/ID.md."""

    type: Literal[EntityType, ""] = ""
    side: str = ""
    party: bool = False


class Issue(Named):
    """The keys of issues/ID.md."""

    code: str = ""
    part_of: Id = ""
    status: Annotated[
        tuple[StatusLine, ...],
        BeforeValidator(_status_lines, json_schema_input_type=Status | tuple[StatusLine, ...]),
    ] = ()
    summary: str = ""


class Event(Common):
    """The keys of events/ID.md."""

    date: Edtf = ""
    phase: Literal[Phase, ""] = ""
    source: str = ""
    participants: tuple[Id, ...] = ()
    place: Id = ""
    issues: tuple[Id, ...] = ()


SCHEMAS: Mapping[str, tuple[Kind, type[Common]]] = {
    "entities": ("entity", Entity),
    "issues": ("issue", Issue),
    "events": ("event", Event),
}
"""Folder of content/ → kind and schema."""


def read(source: str, path: str) -> tuple[Register | None, tuple[Diagnostic, ...]]:
    """The register in `source`; kind and id come from `path`, content/FOLDER/ID.md.

    None when anything is wrong: half a correction would be worse than the last good build.
    """
    place = PurePosixPath(path)
    kind, schema = SCHEMAS[place.parent.name]
    if unresolved := tuple(conflicts(source.split("\n"), path)):
        return None, unresolved
    parts, problems = split_front_matter(source, path=path)
    problems = (*check_id(path), *problems)
    if not source.strip():
        hint = "Write what it is to say, or delete it."
        problems = (
            *problems,
            Diagnostic("register-empty", "warning", path, "this register is empty", hint=hint),
        )
    first = parts.body.strip().split(":", maxsplit=1)
    if not parts.yaml.strip() and not problems and len(first) > 1 and first[0] in schema.model_fields:
        hint = "Put a line --- before the keys and another after them; what follows these is notes."
        message = f"this register says nothing: “{first[0]}:” stands outside its front matter"
        problems = (*problems, Diagnostic("register-empty", "warning", path, message, hint=hint))
    node, unread = load(parts.yaml, path=path, line=parts.yaml_line)
    if node is None:
        return None, (*problems, *unread)
    written, wrong = validate(node, schema, path=path)
    problems = (*problems, *wrong)
    if written is None or problems:
        return None, problems
    pairs = node.value if isinstance(node.value, Mapping) else {}
    places = {key: (value.line, value.column) for key, value in pairs.items()}
    register = Register(kind=kind, id=place.stem, path=path, notes=parts.body.strip("\r\n"), places=places)
    values = {key: getattr(written, key) for key in type(written).model_fields}
    if isinstance(written, Issue):
        # An undated step is what holds now.
        steps = sorted(written.status, key=lambda step: (not step.date, first_day(step.date)))
        values["status"] = tuple((step.date, step.status, step.source) for step in steps)
    return replace(register, **values), ()
