"""JSON Schemas of the formats that people write, for editors and other programs.

They are made of the very types that read the files, so the two cannot part. They say less: that a quote stands
in the article, or that an id exists, only `dossier check` can tell.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from generator import registers, settings, vocabulary
from generator.articlefile import schema as article
from generator.ingest import sidecar
from generator.schemas.meanings import ARTICLE, REGISTER, SETTINGS, SIDECAR, VOCABULARY, Table, said_of

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors' YAML language servers know."""

Json = dict[str, Any]

EMPTY: Json = {"type": ["string", "null"], "maxLength": 0}
"""`aliases:` with nothing after it."""
TEXT = ["string", "number", "boolean"]
"""Text for us, whatever YAML guesses: `12:30`, `2031` and `no` need no quotation marks."""
YES_NO = "yes no true false on off y n t f 1 0".split()


def schemas() -> Mapping[str, Json]:
    """Name → schema of each format, in the order of the docs."""
    return {name: {"$schema": DRAFT, "title": title, **made()} for name, title, made in FORMATS}


def as_text(schema: Any) -> str:
    """`schema` as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _front() -> Json:
    front = _of(article.FrontKeys, ARTICLE, "front matter")
    entity = _of(article.EntityKeys, ARTICLE, "entity", "every item")
    keys = front["properties"]
    entities = {**keys["entities"], "anyOf": [{"type": "array", "items": entity}, EMPTY]}
    return {**front, "properties": {**keys, "entities": entities}}


def _annotations() -> Json:
    kinds = [_of(keys, ARTICLE, kind, "item", "every item") for kind, keys in article.SCHEMAS.items()]
    return {"type": "array", "items": {"oneOf": kinds}}


def _corrections() -> Json:
    return {"type": "array", "items": _of(article.CorrectionKeys, ARTICLE, "correction")}


FORMATS: tuple[tuple[str, str, Callable[[], Json]], ...] = (
    ("article", "Front matter of content/articles/ID.md", _front),
    ("annotations", "A block of annotations in content/articles/ID.md", _annotations),
    ("corrections", "A block of corrections in content/articles/ID.md", _corrections),
    (
        "entity",
        "Front matter of content/entities/ID.md",
        lambda: _of(registers.EntityKeys, REGISTER, "all", "entity"),
    ),
    (
        "issue",
        "Front matter of content/issues/ID.md",
        lambda: _of(registers.IssueKeys, REGISTER, "all", "issue"),
    ),
    (
        "event",
        "Front matter of content/events/ID.md",
        lambda: _of(registers.EventKeys, REGISTER, "all", "event"),
    ),
    ("dossier", "content/dossier.yml", lambda: _of(settings.Keys, SETTINGS, "dossier")),
    (
        "sidecar",
        "The sidecar of a seed, seeds/NAME.yml",
        lambda: _of(sidecar.Keys, SIDECAR, "sidecar"),
    ),
    (
        "vocabulary",
        "content/vocabulary/NAME.yml",
        lambda: _of(vocabulary.Keys, VOCABULARY, "vocabulary", "topic"),
    ),
)
"""Name, what it is of, and what makes it."""


def _of(model: type[BaseModel], table: Table, *having: str) -> Json:
    """What pydantic says of `model`, for YAML as editors read it, with what `table` says of its keys."""
    made = model.model_json_schema()
    return _written(made, Around(made.get("$defs", {}), said_of(table, *having)))


@dataclass(frozen=True, slots=True)
class Around:
    """What a part of pydantic's schema needs to know of the whole."""

    defs: Mapping[str, Json]
    said: Mapping[str, str]
    """Key → what it says."""


def _written(made: Json, around: Around) -> Json:
    """A part of pydantic's schema, for what stands in a file."""
    if "$ref" in made:
        return _written(around.defs[made["$ref"].rpartition("/")[2]], around)
    if "anyOf" in made:
        branches = [_written(branch, around) for branch in made["anyOf"] if branch.get("type") != "null"]
        return branches[0] if len(branches) == 1 else {"anyOf": branches}
    schema = FORMS[made.get("type", "")](made, around)
    return {key: value for key, value in schema.items() if value is not None}


def _text(made: Json, _around: Around) -> Json:
    if choices := made.get("enum"):
        return {"enum": [choice for choice in choices if choice]}
    limits: Json = {key: made[key] for key in ("minLength", "maxLength", "pattern") if key in made}
    return {"type": TEXT if limits else [*TEXT, "null"], **limits, "examples": made.get("examples")}


def _number(made: Json, _around: Around) -> Json:
    """A whole number; those with a least one are counted from 1."""
    pattern = r"^\+?0*[1-9]\d*$" if "minimum" in made else r"^[+-]?\d+$"
    return {"type": ["integer", "string"], "pattern": pattern, "minimum": made.get("minimum")}


def _yes_or_no(_made: Json, _around: Around) -> Json:
    return {"enum": [True, False, *YES_NO]}


def _list(made: Json, around: Around) -> Json:
    return {"type": "array", "items": _written(made["items"], around), "minItems": made.get("minItems")}


def _mapping(made: Json, around: Around) -> Json:
    if "properties" not in made:
        return {"type": "object", "additionalProperties": _written(made["additionalProperties"], around)}
    keys = made["properties"]
    # An entry's keys are not those of what has the entries, though some have the same name.
    below = replace(around, said={key: said for key, said in around.said.items() if key not in keys})
    return {
        "description": made.get("description"),
        "type": "object",
        "properties": {
            name: {"description": around.said[name], **_key(key, below)}
            if name in around.said
            else _key(key, below)
            for name, key in keys.items()
        },
        "required": made.get("required"),
        "additionalProperties": False,
    }


def _key(made: Json, around: Around) -> Json:
    """A key. It may stand empty if it may be left out, unless its absence differs from emptiness."""
    schema, default = _written(made, around), made.get("default")
    if default is None:
        return schema
    shown = {"default": default} if default else {}
    if "null" in schema.get("type", ()):
        return {**schema, **shown}
    return {"anyOf": [*schema.get("anyOf", [schema]), EMPTY], **shown}


def _anything(_made: Json, _around: Around) -> Json:
    return {}


FORMS: Mapping[str, Callable[[Json, Around], Json]] = {
    "string": _text,
    "integer": _number,
    "boolean": _yes_or_no,
    "array": _list,
    "object": _mapping,
    "": _anything,
}
"""Type in pydantic's schema → what stands for it in a file."""
