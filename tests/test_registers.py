"""Hand-written registers of entities, issues and events."""

import attacks
import pytest
from readings import annotated, issue, person, register, span

from generator.assemble import assemble
from generator.model import Event, Register, Settings, Standing, Temporal
from generator.naming import find_mentions
from generator.registers import read
from generator.vocabulary import Vocabulary

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
                    Standing("2031-03-11", "raised", ""),
                    Standing("2031-03-20", "disputed", "Meridian"),
                    Standing("", "agreed", ""),
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
            Register(kind="issue", id="a", path="content/issues/a.md", status=(Standing("", "stalled", ""),)),
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


# --- what the site makes of them ----------------------------------------------------------------


def assembled(articles, *registers, as_of="2031-04-20"):
    return assemble(articles, registers, Settings(as_of=as_of), Vocabulary("none", ()), {})


def fee(day, status):
    """An article that tells how the fee stands."""
    return annotated(f"a{day}", "The fee.", f"2031-04-{day}", issues=(issue("fee", "fee", status=status),))


STATUSES = [
    ((("2031-04-09", "agreed", "minutes"),), "agreed", "2031-04-09"),
    ((("2031-04-08", "agreed", "minutes"),), "agreed", "2031-04-08"),
    ((("2031-04-07", "agreed", "minutes"),), "stalled", "2031-04-08"),
    ((("2031-04-08", "raised", "minutes"),), "raised", "2031-04-08"),
    ((("2031-04-03", "agreed", ""), ("", "disputed", "")), "disputed", ""),
    ((), "stalled", "2031-04-08"),
]


@pytest.mark.parametrize(("by_hand", "status", "date"), STATUSES)
def test_a_status_by_hand_wins_up_to_its_day_and_without_a_day_for_good(by_hand, status, date):
    articles = [fee("05", "narrowing"), fee("08", "stalled")]
    (view,) = assembled(
        articles, register("issue", "fee", status=tuple(Standing(*one) for one in by_hand))
    ).issues
    assert (view.status, view.status_date) == (status, date)


def test_who_says_a_status_by_hand_is_told():
    (view,) = assembled(
        [fee("05", "raised")], register("issue", "fee", status=(Standing("2031-04-09", "agreed", "minutes"),))
    ).issues
    assert [(step.status, step.according_to) for step in view.history] == [
        ("raised", ""),
        ("agreed", "minutes"),
    ]


def test_a_summary_by_hand_takes_the_place_of_the_composed_one():
    (view,) = assembled(
        [fee("05", "raised")], register("issue", "fee", summary="It falls.\nBy a third.\n")
    ).issues
    assert view.summary == (("It falls.", None), ("By a third.", None))


LUND = person("ivo-lund", "Ivo Lund", "Lund")


def meeting(id_, day="9 April", **more):
    """An article that tells of a meeting."""
    text = f"Lund meets {id_} on {day}."
    told = Event(span(text, text[:-1]), span(text, "meets"), "scheduled", when=day, id=f"e{id_}", **more)
    temporal = Temporal(span(text, day), "DATE", "future", id=f"t{id_}")
    names = find_mentions(text, (LUND,))
    return annotated(
        id_, text, "2031-04-05", entities=(LUND,), mentions=names, events=(told,), temporals=(temporal,)
    )


def events(articles, *registers):
    return [(view.id, view.what, view.phase, view.date) for view in assembled(articles, *registers).events]


COUNCIL = ("event-ecouncil", "Lund meets council on 9 April", "scheduled", "2031-04-09")
BISHOP = ("event-ebishop", "Lund meets bishop on 19 April", "scheduled", "2031-04-19")


@pytest.mark.parametrize(
    ("registers", "expected"),
    [
        ((), [COUNCIL, BISHOP]),
        (
            (register("event", "event-ecouncil", name="The talks", date="2031-04-12", phase="happened"),),
            [("event-ecouncil", "The talks", "happened", "2031-04-12"), BISHOP],
        ),
        ((register("event", "event-ebishop", merged_into="event-ecouncil"),), [COUNCIL]),
        (
            (
                register("event", "event-ecouncil", merged_into="talks"),
                register("event", "event-ebishop", merged_into="talks"),
                register("event", "talks", name="The talks", date="2031-04-12"),
            ),
            [("talks", "The talks", "scheduled", "2031-04-12")],
        ),
        (
            (register("event", "signing", name="The signing", date="2031-04-11", phase="deadline"),),
            [COUNCIL, ("signing", "The signing", "deadline", "2031-04-11"), BISHOP],
        ),
    ],
)
def test_the_register_of_an_event_says_what_it_is(registers, expected):
    assert events([meeting("council"), meeting("bishop", "19 April")], *registers) == expected


def test_an_event_that_no_article_tells_has_all_that_its_register_says():
    signing = register(
        "event", "signing", date="2031-04-11", phase="deadline", description="In the town hall.",
        participants=("ivo-lund", "nobody-known"), issues=("fee",), source="the calendar",
    )  # fmt: skip
    site = assembled([meeting("council"), fee("05", "raised")], signing)
    view = next(view for view in site.events if view.id == "signing")
    assert [ref.id for ref in (*view.participants, *view.issues)] == ["ivo-lund", "fee"]
    assert (view.said_by, view.description, view.sources) == ("the calendar", "In the town hall.", ())
    assert view in next(lund for lund in site.entities if lund.ref.id == "ivo-lund").events
    assert view in next(fee for fee in site.issues if fee.ref.id == "fee").events


def test_one_that_is_overdue_is_listed_with_its_register():
    site = assembled([fee("05", "raised")], register("event", "signing", date="2031-04-11", phase="deadline"))
    assert [(item.path, item.line) for item in site.review if item.reason == "overdue"] == [
        ("content/events/signing.md", 1)
    ]
