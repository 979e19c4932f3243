"""The JSON Schemas: they are what the program makes, and what is right passes them."""

import json
import re

import jsonschema
import pytest
import yaml
from conftest import INVENTED, ROOT
from test_diagnostics import HERE as DIAGNOSTICS
from typer.testing import CliRunner

from generator import schemas, vocabulary
from generator.cli import app
from generator.schemas import meanings
from generator.yamlfile import load

FOLDER = ROOT / "docs" / "schemas"
MADE = schemas.schemas()
BASE = DIAGNOSTICS / "base"


class Core(yaml.SafeLoader):
    """YAML 1.2 as language servers read it: no dates, and only true and false are truth values."""


Core.yaml_implicit_resolvers = {
    first: [
        (tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool")) or first in "tTfF"
    ]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Older(yaml.SafeLoader):
    """YAML 1.1, in which no, on and y are truth values, and 12:30 a number."""


Older.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_text(source):
    """As the program reads it: every value is text."""

    def data(node):
        if isinstance(node.value, str):
            return node.value
        if isinstance(node.value, tuple):
            return [data(child) for child in node.value]
        return {key: data(child) for key, child in node.value.items()}

    node, problems = load(source, path="")
    assert not problems
    return data(node)


READERS = {
    "the program": as_text,
    "YAML 1.2": lambda source: yaml.load(source, Core),  # noqa: S506  both are safe loaders
    "YAML 1.1": lambda source: yaml.load(source, Older),  # noqa: S506
}


def wrong(name, value):
    """What the schema has against `value`."""
    found = jsonschema.Draft7Validator(MADE[name]).iter_errors(value)
    return [f"{list(error.path)}: {error.message[:200]}" for error in found]


def front(path):
    return path.read_text().split("---\n")[1]


def blocks(path, name):
    return re.findall(rf"^```{name}\n(.*?)^```$", path.read_text(), flags=re.MULTILINE | re.DOTALL)


def written():
    """(schema, source) of everything that is written in the sample, the invented dossier and the small one."""
    builtin = list((ROOT / "generator" / "vocabulary").glob("*.yml"))
    for root in (ROOT, INVENTED, BASE):
        content = root / "content"
        for path in sorted(content.glob("articles/*.md")):
            yield pytest.param("article", front(path), id=f"article {path.stem}")
            for name in ("annotations", "corrections"):
                for number, block in enumerate(blocks(path, name)):
                    yield pytest.param(name, block, id=f"{name} {path.stem} {number}")
        for folder, name in (("entities", "entity"), ("issues", "issue"), ("events", "event")):
            for path in sorted(content.glob(f"{folder}/*.md")):
                yield pytest.param(name, front(path), id=f"{name} {path.stem}")
        for path in content.glob("dossier.yml"):
            yield pytest.param("dossier", path.read_text(), id=f"dossier of {root.name}")
        for path in sorted(root.glob("seeds/*.yml")):
            yield pytest.param("sidecar", path.read_text(), id=f"sidecar {path.name}")
    for path in builtin:
        yield pytest.param("vocabulary", path.read_text(), id=f"vocabulary {path.stem}")


WRITTEN = list(written())


def test_every_format_is_written_somewhere():
    assert {case.values[0] for case in WRITTEN} == set(MADE) - {"corrections", "event"}


@pytest.mark.parametrize("reader", READERS)
def test_what_is_written_passes(reader):
    read = READERS[reader]
    assert [
        (case.id, found) for case in WRITTEN if (found := wrong(case.values[0], read(case.values[1])))
    ] == []


ITEM = "statement: a\n  mode: direct\n"

RIGHT = [
    ("dossier", "title: 2031"),
    ("dossier", "title:"),
    ("dossier", "as_of: 2031-04"),
    ("dossier", "languages: [no]"),
    ("annotations", f"- {ITEM}  occurrence: 2"),
    ("annotations", f"- {ITEM}  occurrence: [1, 2]"),
    ("annotations", f"- {ITEM}  anonymous: yes"),
    ("annotations", f"- {ITEM}  about: fee"),
    ("annotations", f"- {ITEM}  about:"),
    ("annotations", "- statement: [a, b]\n  mode: direct"),
    ("annotations", "- temporal: 12:30\n  type: TIME"),
    ("annotations", "- event: a\n  phase: under way\n  register: a-b"),
    ("corrections", "- date: 2031-04-06\n  what: the day\n  old: the 2nd\n  new: the 3rd"),
    ("entity", "name: A\nparty: no\naliases:\nidentifiers: {wikidata: Q1, iso3166: 004}"),
    ("issue", "status: agreed"),
    ("issue", "status:\n  - status: agreed\n    date: 2031-04\n    source: the editor"),
    ("event", 'name: A\ndate: "[2031-04..]"\nphase: awaited'),
    ("sidecar", "published: 2031-04-05T10:00Z\nurl: https://example.org/a"),
    ("vocabulary", "include: [pax]\ntopics: [{code: A, name: a, terms: [a|b & c]}]"),
]  # fmt: skip

WRONG = [
    ("dossier", "titel: a"),
    ("dossier", "publish: some"),
    ("dossier", "format: one"),
    ("dossier", "edit_url: www.example.org"),
    ("annotations", f"- {ITEM}  occurrence: 0"),
    ("annotations", f"- {ITEM}  anonymous: perhaps"),
    ("annotations", f"- {ITEM}  speaker: Ada Brook"),
    ("annotations", "- statement: []\n  mode: direct"),
    ("annotations", "- statement: a"),
    ("annotations", "- statement: a\n  mode: direct\n  event: a\n  phase: happened"),
    ("annotations", "- mode: direct"),
    ("annotations", "statement: a"),
    ("article", "entities:\n  - id: a\n    name: A"),
    ("article", "rights: some"),
    ("corrections", "- what: the day"),
    ("entity", "type: persno"),
    ("entity", "aliases: A"),
    ("issue", "status: decided"),
    ("event", "phase: past"),
    ("sidecar", "rights:"),
    ("vocabulary", "topics: [{code: A}]"),
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("name", "source"), RIGHT)
def test_what_is_right_passes(name, source, reader):
    assert wrong(name, READERS[reader](source)) == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("name", "source"), WRONG)
def test_what_is_wrong_does_not(name, source, reader):
    assert wrong(name, READERS[reader](source))


@pytest.mark.parametrize("name", MADE)
def test_what_is_committed_is_what_the_program_makes(name):
    jsonschema.Draft7Validator.check_schema(MADE[name])
    assert (FOLDER / f"{name}.json").read_text() == schemas.as_text(MADE[name]), (
        "run: dossier schemas docs/schemas"
    )


def test_no_other_schema_is_committed():
    assert {path.stem for path in FOLDER.glob("*.json")} == set(MADE)
    assert set(re.findall(r"\((\w+)\.json\)", (FOLDER / "README.md").read_text())) == set(MADE)


def test_the_command_prints_them_or_writes_them(tmp_path):
    printed = CliRunner().invoke(app, ["schemas"], catch_exceptions=False)
    assert json.loads(printed.stdout) == MADE
    CliRunner().invoke(app, ["schemas", str(tmp_path / "made")], catch_exceptions=False)
    found = {path.stem: json.loads(path.read_text()) for path in (tmp_path / "made").iterdir()}
    assert found == MADE


# --- what keys mean: in the words of the docs -------------------------------------------------

TABLES = {
    "format.md": meanings.ARTICLE,
    "registers.md": meanings.REGISTER,
    "settings.md": meanings.SETTINGS,
    "seeds.md": meanings.SIDECAR,
    "vocabulary.md": meanings.VOCABULARY,
}


@pytest.mark.parametrize("name", TABLES)
def test_the_docs_say_of_each_key_what_the_schemas_say(name):
    lines = (ROOT / "docs" / name).read_text().splitlines()
    rows = [line.strip("|").split("|") for line in lines if line.startswith("| `")]
    keys = [(row[0].strip().replace("`", ""), row[-1].strip()) for row in rows]
    assert [(key, meaning) for key, _having, meaning in TABLES[name]] == keys


def keys(schema):
    """Every (key, its schema) at the top of a format."""
    for below in (schema, schema.get("items", {}), *schema.get("items", {}).get("oneOf", ())):
        yield from below.get("properties", {}).items()


UNSAID = {"corrections": {"date", "what", "old", "new"}}
"""Keys that the tables of docs/ leave to the text."""


@pytest.mark.parametrize("name", MADE)
def test_every_key_says_what_it_means(name):
    silent = {key for key, schema in keys(MADE[name]) if "description" not in schema}
    assert silent == UNSAID.get(name, set())


def test_the_example_of_the_docs_is_a_vocabulary():
    text = (ROOT / "docs" / "vocabulary.md").read_text()
    example = re.search(r"(?:^    .*\n)+", text, flags=re.MULTILINE).group()
    source = re.sub(r"^    ", "", example, flags=re.MULTILINE)
    assert vocabulary.read(source, "content/vocabulary/a.yml")[1] == ()
    assert wrong("vocabulary", as_text(source)) == []
