"""content/dossier.yml."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.model import FORMAT, Diagnostic, Rights, Settings
from generator.yamlfile import Node, Schema, did_you_mean, load, meant, taken_as, validate_keys
from generator.yamlfile.fields import CalendarDate, Encoding, Language, TimeZone, WebAddress

DEFAULT = Settings()

STRICTEST: Mapping[str, Literal["none", "reviewed"]] = {"rights": "none", "publish": "reviewed"}
"""What holds for these keys, however misspelt, when what was written cannot be understood: a slip must not
publish anything."""


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise ValueError("at least one is needed | Add one, or delete the key.")
    return values


class Keys(Schema):
    """The keys of dossier.yml, each optional; model.Settings says what they mean."""

    title: str = DEFAULT.title
    description: str = DEFAULT.description
    format: Annotated[int, Field(ge=1)] = DEFAULT.format
    extractor: int = DEFAULT.extractor
    model: str = DEFAULT.model
    as_of: CalendarDate = DEFAULT.as_of
    week_starts: Literal["monday", "sunday"] = DEFAULT.week_starts
    languages: Annotated[tuple[Language, ...], AfterValidator(_some)] = DEFAULT.languages
    time_zone: TimeZone = DEFAULT.time_zone
    encodings: tuple[Encoding, ...] = DEFAULT.encodings
    vocabulary: str = DEFAULT.vocabulary
    publish: Literal["all", "reviewed"] = DEFAULT.publish
    rights: Rights = DEFAULT.rights
    licence: str = DEFAULT.licence
    edit_url: WebAddress = DEFAULT.edit_url


def read(source: str, path: str, vocabularies: Sequence[str] = ()) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in `source`, and everything that is wrong with them.

    A key in error has its default, but for rights and publish, which then have the strictest value. A format
    newer than FORMAT is an error with the code `newer-format`: the caller must refuse to go on. `vocabularies`
    are those that there are, if it matters.
    """
    node, problems = load(source, path=path)
    if node is None:
        return _settings(Keys(), STRICTEST), problems
    written, wrong, problems = validate_keys(node, Keys, path=path)
    if written is None:
        return _settings(Keys(), STRICTEST), problems
    problems = withheld(node, wrong, problems)
    if written.format > FORMAT:
        problems = (*problems, _newer(node, written.format, path))
    if vocabularies and written.vocabulary not in vocabularies:
        problems = (*problems, _unknown_vocabulary(node, written.vocabulary, vocabularies, path))
        written = written.model_copy(update={"vocabulary": DEFAULT.vocabulary})
    return _settings(written, wrong), problems


def _settings(written: Keys, strict: Iterable[str] = ()) -> Settings:
    values = {field.name: getattr(written, field.name) for field in fields(Settings)}
    strictest = {name: STRICTEST[name] for key in strict if (name := meant(key, STRICTEST))}
    return Settings(**values | strictest)


def withheld(
    node: Node, wrong: Iterable[str], problems: Iterable[Diagnostic], strictest: Mapping[str, str] = STRICTEST
) -> tuple[Diagnostic, ...]:
    """`problems`; those of the `wrong` keys that mean one of `strictest` say what holds until they are mended."""
    held = {node.pairs[key].line: strictest[name] for key in wrong if (name := meant(key, strictest))}
    return tuple(taken_as(one, held[one.line]) if one.line in held else one for one in problems)


def _newer(node: Node, version: int, path: str) -> Diagnostic:
    message = f"this dossier has format {version}; this program knows formats up to {FORMAT}"
    hint = "Update the program. It changes nothing here until then."
    return _of_key(node, "format", "newer-format", path, message, hint)


def _unknown_vocabulary(node: Node, name: str, known: Sequence[str], path: str) -> Diagnostic:
    message = f'"vocabulary": there is no vocabulary "{name}"'
    others = f"Write content/vocabulary/{name}.yml, or use one of: {', '.join(known)}."
    hint = f"{did_you_mean(name, known)} {others}".strip()
    return _of_key(node, "vocabulary", "unknown-vocabulary", path, message, hint)


def _of_key(node: Node, key: str, code: str, path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, "error", path, message, *node.pairs[key].place, hint)


def with_key(source: str, key: str, value: int) -> str:
    """dossier.yml with `key: value`, every other byte as it was."""
    line = f"{key}: {value}"
    there = re.compile(rf"^{key}:[ \t]*\S+", re.MULTILINE)
    if there.search(source):
        return there.sub(line, source, count=1)
    return f"{source}{'' if source.endswith(chr(10)) or not source else chr(10)}{line}\n"
