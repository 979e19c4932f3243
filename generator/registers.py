"""The registers: content/{entities,issues,events}/ID.md, front matter and the editor's own Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from generator.dates import first_day
from generator.model import Diagnostic, EntityType, Phase, Register, RegisterKind, Standing, Status
from generator.yamlfile import FrontMatter, Schema, check_id, conflicts, load, split_front_matter, validate
from generator.yamlfile.fields import Edtf, Id


class StandingKeys(Schema):
    """One step in an issue's history."""

    status: Status
    date: Edtf = ""
    source: str = ""


def _status_lines(value: Any) -> Any:
    """`status: agreed` is short for a list with one entry, undated."""
    return [{"status": value}] if isinstance(value, str) and value else value


class CommonKeys(Schema):
    """The keys of every register."""

    name: str = ""
    description: str = ""
    merged_into: Id = ""


class NamedKeys(CommonKeys):
    """What has a page, and other names."""

    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = {}


class EntityKeys(NamedKeys):
    """The keys of entities/ID.md."""

    type: Literal[EntityType, ""] = ""
    side: str = ""
    party: bool = False


class IssueKeys(NamedKeys):
    """The keys of issues/ID.md."""

    code: str = ""
    part_of: Id = ""
    status: Annotated[
        tuple[StandingKeys, ...],
        BeforeValidator(_status_lines, json_schema_input_type=Status | tuple[StandingKeys, ...]),
    ] = ()
    summary: str = ""


class EventKeys(CommonKeys):
    """The keys of events/ID.md."""

    date: Edtf = ""
    phase: Literal[Phase, ""] = ""
    source: str = ""
    participants: tuple[Id, ...] = ()
    place: Id = ""
    issues: tuple[Id, ...] = ()


SCHEMAS: Mapping[str, tuple[RegisterKind, type[CommonKeys]]] = {
    "entities": ("entity", EntityKeys),
    "issues": ("issue", IssueKeys),
    "events": ("event", EventKeys),
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
    problems = (*check_id(path), *(problems or _empty(source, parts, schema, path)))
    node, unread = load(parts.yaml, path=path, line=parts.yaml_line)
    if node is None:
        return None, (*problems, *unread)
    written, wrong = validate(node, schema, path=path)
    problems = (*problems, *wrong)
    if written is None or problems:
        return None, problems
    places = {key: value.place for key, value in node.pairs.items()}
    register = Register(kind=kind, id=place.stem, path=path, notes=parts.body.strip("\r\n"), places=places)
    values = {key: getattr(written, key) for key in type(written).model_fields}
    if isinstance(written, IssueKeys):
        values["status"] = _history(written.status)
    return replace(register, **values), ()


def _empty(source: str, parts: FrontMatter, schema: type[CommonKeys], path: str) -> Iterator[Diagnostic]:
    """That nothing stands in the register, or that its keys stand where notes do."""
    key, colon, _ = parts.body.strip().partition(":")
    if not source.strip():
        hint = "Write what it is to say, or delete it."
        yield Diagnostic("register-empty", "warning", path, "this register is empty", hint=hint)
    elif not parts.yaml.strip() and colon and key in schema.model_fields:
        hint = "Put a line --- before the keys and another after them; what follows these is notes."
        message = f"this register says nothing: “{key}:” stands outside its front matter"
        yield Diagnostic("register-empty", "warning", path, message, hint=hint)


def _history(steps: Sequence[StandingKeys]) -> tuple[Standing, ...]:
    """`steps` by date; one without a date is what holds now."""
    in_order = sorted(steps, key=lambda step: (not step.date, first_day(step.date)))
    return tuple(Standing(step.date, step.status, step.source) for step in in_order)
