"""Nodes against a pydantic schema: all errors at once, each at its line, in words for people."""

import re
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, TypeVar, get_args, get_origin

import pydantic
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from generator.model import Diagnostic
from generator.yamlfile.nodes import Node

Data = str | list["Data"] | dict[str, "Data"]
Keys = Mapping[str, tuple[str, ...]]
"""Known keys → the values that each may have; empty: any."""


class Schema(pydantic.BaseModel):
    """Base of the schemas of files that people write: no unknown keys, and an empty value is the default."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @pydantic.model_validator(mode="before")
    @classmethod
    def _empty_is_default(cls, data: Any) -> Any:
        """`aliases:` with nothing after it is not recorded, rather than a list that is none.

        A default of None says that absence differs from emptiness; there the empty value stays.
        """
        if not isinstance(data, dict):
            return {} if data == "" else data
        if "" not in data.values():
            return data
        names = {field.alias or name: field for name, field in cls.model_fields.items()}
        return {
            key: value
            for key, value in data.items()
            if value != "" or key not in names or names[key].is_required() or names[key].default is None
        }


S = TypeVar("S", bound=pydantic.BaseModel)


def validate(node: Node, schema: type[S], *, path: str) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """`node` as an instance of `schema`, and everything that is wrong with it.

    There is an instance exactly when there is no diagnostic.
    """
    try:
        return schema.model_validate(_data(node)), ()
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False)
        found = dict.fromkeys(_diagnostic(detail, node, schema, path) for detail in details)
        slips = {problem.hint for problem in found if problem.code == "unknown-key"}
        told = (one for one in found if not (one.code == "missing-key" and _as_slip(one) in slips))
        return None, tuple(sorted(told, key=lambda problem: (problem.line, problem.column)))


def _as_slip(missing: Diagnostic) -> str:
    """The hint of an unknown key that is a slip of the one that is `missing`."""
    return f"Did you mean {missing.message.removesuffix(' is missing')}?"


def validate_keys(
    node: Node, schema: type[S], *, path: str
) -> tuple[S | None, frozenset[str], tuple[Diagnostic, ...]]:
    """Like `validate`, but a wrong top-level key costs only itself: the rest, the wrong keys, the diagnostics.

    None only where what is left is not enough for the schema.
    """
    value, problems = validate(node, schema, path=path)
    if value is not None or not node.pairs:
        return value, frozenset(), problems
    lines = {problem.line for problem in problems}
    wrong = frozenset(
        key
        for key, child in node.pairs.items()
        if child.key and any(child.key.line <= line <= child.end_line for line in lines)
    )
    rest = replace(node, value={key: child for key, child in node.pairs.items() if key not in wrong})
    value, _ = validate(rest, schema, path=path)
    return value, wrong, problems


def _data(node: Node) -> Data:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, tuple):
        return [_data(child) for child in node.value]
    return {key: _data(child) for key, child in node.value.items()}


def _diagnostic(detail: ErrorDetails, root: Node, schema: type[pydantic.BaseModel], path: str) -> Diagnostic:
    location = detail["loc"]
    node, key = root, "the file"
    for part in location:
        child = _child(node, part)
        # What is no key is the name of a branch of a union, or of a key that is missing.
        if child is not None:
            node = child
            key = f'"{part}"' if isinstance(part, str) else key
    known = _keys(schema, location[:-1])
    code, message, hint = MESSAGES.get(detail["type"], _other)(detail, key, known)
    place = node.key if code == "unknown-key" and node.key else node.place
    return Diagnostic(code, "error", path, message, *place, hint)


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(part, int):
        return node.entries[part] if part < len(node.entries) else None
    return node.pairs.get(part)


def _keys(schema: type[pydantic.BaseModel], location: Sequence[str | int]) -> Keys:
    """The keys that may stand at `location`, those of every branch of a union together, with their choices."""
    models = [schema]
    for part in location:
        below = [
            model
            for parent in models
            for name, field in parent.model_fields.items()
            if part in {name, field.alias}
            for model in _models(field.annotation)
        ]
        models = below or [model for model in models if model.__name__ == part] or models
    return {
        field.alias or name: _choices(field.annotation)
        for model in models
        for name, field in model.model_fields.items()
    }


def _choices(annotation: Any) -> tuple[str, ...]:
    """The values that an annotation lists; empty where it lists none."""
    if get_origin(annotation) is Literal:
        return tuple(value for value in get_args(annotation) if value)
    return tuple(value for argument in get_args(annotation) for value in _choices(argument))


def _models(annotation: Any) -> Iterator[type[pydantic.BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, pydantic.BaseModel):
            yield annotation
        return
    for argument in get_args(annotation):
        yield from _models(argument)


# --- messages: error type of pydantic → (code, message, hint) ---------------------------------

Message = tuple[str, str, str]


def did_you_mean(word: str, choices: Sequence[str], likeness: int = 66) -> str:
    """`Did you mean "x"?`, or nothing when no choice is as like it as that, of 100."""
    best = process.extractOne(word.casefold(), choices, scorer=fuzz.ratio, score_cutoff=likeness)
    return f'Did you mean "{best[0]}"?' if best else ""


def meant(key: str, names: Collection[str]) -> str:
    """Which of `names` a key stands for, however misspelt; empty: none."""
    best = process.extractOne(key.casefold(), tuple(names), scorer=fuzz.ratio, score_cutoff=75)
    return str(best[0]) if best else ""


def taken_as(problem: Diagnostic, value: str) -> Diagnostic:
    """`problem` with what holds until it is mended."""
    return replace(problem, hint=f'{problem.hint} Until then it is taken as "{value}".')


def _unknown(_detail: ErrorDetails, key: str, keys: Keys) -> Message:
    hint = did_you_mean(key.strip('"'), tuple(keys)) or f"Known keys: {', '.join(keys)}."
    return "unknown-key", f"unknown key {key}", hint


def _missing(detail: ErrorDetails, _key: str, keys: Keys) -> Message:
    name = str(detail["loc"][-1])
    choices = ", ".join(keys.get(name, ()))
    hint = f'Add a line "{name}: ..." with one of {choices}.' if choices else f'Add a line "{name}: ...".'
    return "missing-key", f'"{name}" is missing', hint


def _choice(detail: ErrorDetails, key: str, _keys: Keys) -> Message:
    quoted = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
    choices = ", ".join(quoted)
    # The choices are few, and all of them are told: a farther guess does no harm.
    hint = did_you_mean(str(detail["input"]), quoted, 60) or "Write one of them, exactly so."
    return "not-one-of", f"{key} must be one of {choices}, not {_shown(detail)}", hint


def _shown(detail: ErrorDetails) -> str:
    """What was written, for a message."""
    value = detail["input"]
    if not isinstance(value, str):
        return "a list" if isinstance(value, list | tuple) else "keys with values"
    return f'"{value[:60]}"' if value else "empty"


def _fixed(code: str, wanted: str, hint: str) -> Callable[[ErrorDetails, str, Keys], Message]:
    def message(detail: ErrorDetails, key: str, _keys: Keys) -> Message:
        return code, f"{key} must be {wanted}, not {_shown(detail)}", hint

    return message


def _own(detail: ErrorDetails, key: str, _keys: Keys) -> Message:
    """A ValueError of a schema's own validator: `message` or `message | hint`."""
    message, _, hint = str(detail["ctx"]["error"]).partition(" | ")
    return "bad-value", f"{key}: {message}", hint


def _other(detail: ErrorDetails, key: str, _keys: Keys) -> Message:
    message = detail["msg"]
    return "bad-value", f"{key}: {message[:1].lower()}{message[1:]}", f"It is {_shown(detail)} now."


def _no_list(detail: ErrorDetails, key: str, _keys: Keys) -> Message:
    value = detail["input"]
    shown = value if isinstance(value, str) and 0 < len(value) <= 60 else "one, two"
    hint = f'Write [{shown}], or one entry a line with "- " before it.'
    return "not-a-list", f"{key} must be a list, not {_shown(detail)}", hint


def _empty(_detail: ErrorDetails, key: str, _keys: Keys) -> Message:
    return "bad-value", f"{key} is empty", "Write something after it."


NOT_A_MAPPING = _fixed("not-a-mapping", "keys with values", 'Write "key: value", one a line.')
NOT_A_NUMBER = _fixed("not-a-number", "a whole number", "Write digits only.")
NOT_YES_OR_NO = _fixed("not-yes-or-no", "yes or no", "Write yes, or delete the line.")

MESSAGES: Mapping[str, Callable[[ErrorDetails, str, Keys], Message]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "literal_error": _choice,
    "value_error": _own,
    "list_type": _no_list,
    "tuple_type": _no_list,
    "set_type": _no_list,
    "frozen_set_type": _no_list,
    "dict_type": NOT_A_MAPPING,
    "mapping_type": NOT_A_MAPPING,
    "model_type": NOT_A_MAPPING,
    "model_attributes_type": NOT_A_MAPPING,
    "string_type": _fixed("not-text", "text", "Put it in quotation marks, on one line."),
    "int_parsing": NOT_A_NUMBER,
    "int_type": NOT_A_NUMBER,
    "bool_parsing": NOT_YES_OR_NO,
    "bool_type": NOT_YES_OR_NO,
    "string_too_short": _empty,
    "too_short": _empty,
    "greater_than_equal": _fixed("not-a-number", "1 or more", "They are counted from 1."),
}
