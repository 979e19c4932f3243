"""What pages say to somebody who comes with one question: is it settled, what is next, has a person looked at it."""

import dataclasses

import pytest
from sites import site

from generator import words
from generator.model import Site
from generator.render import render

DEAL, FEE = site().issues
"""The whole, and a part of it."""


def page_of(path: str, sample: Site) -> str:
    return render(sample)[path]


def between(page: str, start: str, end: str) -> str:
    return page.partition(start)[2].partition(end)[0]


def with_issues(deal=DEAL, fee=FEE) -> Site:
    return dataclasses.replace(site(), issues=(deal, fee))


# --- is it settled? ---------------------------------------------------------------------------

SETTLED = ("### Who says it is settled", "### Who says it is not")


@pytest.mark.parametrize(
    ("of_the_part", "of_the_whole", "said"),
    [
        ((), (), "Nobody, in what is recorded."),
        ((), FEE.settled, "Nobody, in what is recorded. Of the whole, ferry deal: Orla Pelham"),
        (FEE.settled, FEE.unsettled, "Orla Pelham"),
    ],
)
def test_where_nobody_says_it_of_a_part_who_says_it_of_the_whole_stands_there(
    of_the_part, of_the_whole, said
):
    sample = with_issues(
        dataclasses.replace(DEAL, settled=of_the_whole), dataclasses.replace(FEE, settled=of_the_part)
    )
    shown = between(page_of(f"issues/{FEE.ref.id}.md", sample), *SETTLED)
    told = [part for part in said.replace(" Of", "|Of").replace(": ", "|").split("|") if part]
    found = [shown.find(part.removeprefix("Of the whole, ")) for part in told]
    assert -1 not in found
    assert found == sorted(found)
    assert ("Of the whole" in shown) == ("Of the whole" in said)


def test_of_many_who_say_it_of_the_whole_a_few_stand_on_the_page_of_a_part():
    said = tuple(dataclasses.replace(FEE.settled[0], content=f"Word {n}") for n in range(5))
    sample = with_issues(dataclasses.replace(DEAL, settled=said), dataclasses.replace(FEE, settled=()))
    shown = between(page_of(f"issues/{FEE.ref.id}.md", sample), *SETTLED)
    assert "Word 2" in shown
    assert "Word 3" not in shown
    assert "[2 earlier statements](ferry-deal.md#says-settled)" in shown


def test_a_word_on_whether_it_is_settled_is_not_cut_before_its_verb():
    content = f"the differences over {'the dock fee, ' * 12}have been narrowed"
    said = (dataclasses.replace(FEE.unsettled[0], content=content),)
    page = page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=dataclasses.replace(FEE, unsettled=said)))
    assert "have been narrowed" in between(page, "### Who says it is not", "## ")


# --- what comes next? -------------------------------------------------------------------------

NEXT = ("## What comes next", "## ")


def test_where_nothing_comes_of_a_part_what_comes_of_the_whole_stands_there():
    part = between(page_of(f"issues/{FEE.ref.id}.md", with_issues()), *NEXT)
    assert "Nothing is recorded." in part
    assert "Of the whole, [ferry deal]" in part
    assert "Signing" in part
    own = dataclasses.replace(FEE, upcoming=FEE.events)
    assert "Of the whole" not in between(page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=own)), *NEXT)


# --- has a person looked at it? ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "total", "said"),
    [
        (0, 0, ""),
        (0, 1, "the one statement not yet reviewed by a person"),
        (1, 1, "the one statement reviewed by a person"),
        (0, 6, "none of 6 statements reviewed by a person yet"),
        (3, 1049, "3 of 1,049 statements reviewed by a person"),
    ],
)
def test_how_much_a_person_has_looked_at(done, total, said):
    assert words.reviewed(done, total, "statement") == said


def test_a_page_says_how_many_of_its_statements_a_person_has_reviewed_and_which():
    page = page_of("entities/orla-pelham.md", site())
    assert "[1 of 2 statements reviewed by a person](../review.md)" in page
    said = [line for line in page.splitlines() if 'class="said-from"' in line]
    assert {line.endswith(" · reviewed</p>") for line in said} == {True, False}
    assert "[None of 3 statements reviewed by a person yet]" in page_of(f"issues/{FEE.ref.id}.md", site())


def test_the_timeline_says_which_events_a_person_has_reviewed():
    rows = page_of("timeline.md", site()).split("<li id=")[1:]
    assert {row.split('"')[1] for row in rows if " · reviewed" in row} == {"event-ministers-met"}
