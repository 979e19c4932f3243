"""Hand-written registers of entities, issues and events."""

import attacks
import pytest

from generator.model import Register
from generator.registers import read

ENTITY = """\
---
name: Otilia Renn
type: person
aliases: [Renn, Ms Renn]   # as papers call her
side: Talmora
identifiers: {wikidata: Q42, isni: 0000000121032683}
---
She resigned *twice*.
"""
ISSUE = """\
---
name: transit fee
code: EcInt
part_of: reopening
status:
  - status: agreed
  - {date: 2031-03-20, status: disputed, source: Meridian}
  - {date: 2031-03-11, status: raised}
---
"""
EVENT = """\
---
name: the signing
date: "[2031-04-10..2031-04-15]"
phase: under way
merged_into: signing-2
---
"""


@pytest.mark.parametrize(
    ("path", "source", "register"),
    [
        (
            "content/entities/otilia-renn.md",
            ENTITY,
            Register(
                kind="entity",
                id="otilia-renn",
                path="content/entities/otilia-renn.md",
                name="Otilia Renn",
                type="person",
                aliases=("Renn", "Ms Renn"),
                side="Talmora",
                identifiers={"wikidata": "Q42", "isni": "0000000121032683"},
                notes="She resigned *twice*.",
            ),
        ),
        (
            "content/issues/transit-fee.md",
            ISSUE,
            Register(
                kind="issue",
                id="transit-fee",
                path="content/issues/transit-fee.md",
                name="transit fee",
                code="EcInt",
                part_of="reopening",
                status=(
                    ("2031-03-11", "raised", ""),
                    ("2031-03-20", "disputed", "Meridian"),
                    ("", "agreed", ""),
                ),
            ),
        ),
        (
            "content/events/the-signing.md",
            EVENT,
            Register(
                kind="event",
                id="the-signing",
                path="content/events/the-signing.md",
                name="the signing",
                date="[2031-04-10..2031-04-15]",
                phase="under way",
                merged_into="signing-2",
            ),
        ),
        (
            "content/issues/a.md",
            "---\nstatus: stalled\n---\n",
            Register(kind="issue", id="a", path="content/issues/a.md", status=(("", "stalled", ""),)),
        ),
        (
            "content/entities/a.md",
            "---\nparty: yes\ntype:\n---\n",
            Register(kind="entity", id="a", path="content/entities/a.md", party=True),
        ),
        (
            "content/entities/a.md",
            "Only notes.\n",
            Register(kind="entity", id="a", path="content/entities/a.md", notes="Only notes."),
        ),
    ],
)
def test_a_register_is_read(path, source, register):
    assert read(source, path) == (register, ())


@pytest.mark.parametrize(
    ("path", "source", "problems"),
    [
        (
            "content/entities/a.md",
            "---\ntype: persn\nnames: x\n---\n",
            [(2, "not-one-of"), (3, "unknown-key")],
        ),
        ("content/issues/a.md", "---\nstatus: agred\n---\n", [(2, "not-one-of")]),
        ("content/issues/a.md", "---\nstatus:\n- status: agred\n---\n", [(3, "not-one-of")]),
        ("content/issues/a.md", "---\nparty: yes\n---\n", [(2, "unknown-key")]),
        ("content/events/a.md", "---\ndate: 2026-13-45\n---\n", [(2, "bad-value")]),
        ("content/events/a.md", "---\nname: x\n", [(1, "front-matter-open")]),
        ("content/events/A b.md", "---\nmerged_into: ../x\n---\n", [(1, "bad-id"), (2, "bad-value")]),
    ],
)
def test_a_slip_is_told_with_its_line(path, source, problems):
    register, told = read(source, path)
    assert register is None
    assert [(p.line, p.code) for p in told] == problems


@pytest.mark.parametrize(("source", "code"), attacks.YAML.values(), ids=attacks.YAML)
def test_attacks_give_diagnostics(source, code):
    if code in {"yaml-documents", "yaml-directive"}:
        pytest.skip("in front matter its own end comes first")
    register, problems = read(f"---\n{source}\n---\n", "content/entities/a.md")
    assert register is None
    assert problems[0].code == code


@pytest.mark.parametrize("name", attacks.PATHS.values(), ids=attacks.PATHS)
def test_names_that_are_no_ids_are_refused(name):
    register, problems = read("", f"content/entities/{name.replace('/', '_')}.md")
    assert register is None
    assert problems[0].code == "bad-id"
