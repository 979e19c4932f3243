"""What is remembered between two assemblings: it changes nothing, and one edit costs what lies near it."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import build, store
from generator.memo import Memo, Remembered
from generator.outputs import encoded

INVENTED = Path(__file__).parent / "dossiers" / "varne-line"


def doubled(memo, *numbers):
    asked = []

    def double(number):
        asked.append(number)
        return 2 * number

    return memo.each(Remembered("double", double, int), [(number,) for number in numbers]), asked


def test_what_was_worked_out_is_not_worked_out_again():
    first = Memo()
    assert doubled(first, 1, 2, 2) == ([2, 4, 4], [1, 2])
    second = Memo(first.used)
    assert doubled(second, 2, 3) == ([4, 6], [3])
    assert second.is_new


def test_what_nobody_asks_for_is_forgotten():
    first, second = Memo(), None
    doubled(first, 1, 2)
    second = Memo(first.used)
    doubled(second, 2)
    assert doubled(Memo(second.used), 1, 2) == ([2, 4], [1])


def test_the_same_questions_leave_nothing_new():
    first = Memo()
    doubled(first, 1)
    second = Memo(first.used)
    doubled(second, 1)
    assert not second.is_new


def test_a_result_can_hang_on_less_than_is_given():
    memo = Memo()
    remembered = Remembered("sum", lambda *numbers: sum(numbers), int)
    assert memo.each(remembered, [(1, 2), (1, 3)], ["a", "b"]) == [3, 4]
    assert Memo(memo.used).each(remembered, [(9, 9), (1, 3)], ["a", "b"]) == [3, 4]


@pytest.fixture(scope="module")
def invented():
    return build.load(store.read(store.Folder(INVENTED)))


CHANGES = {
    "an article goes": lambda articles: articles[1:],
    "the newest goes": lambda articles: articles[:-1],
    "every other one": lambda articles: articles[::2],
    "another day": lambda articles: (dated(articles[4], "2031-02-03"), *articles[:4], *articles[5:]),
    "no entities": lambda articles: (
        without(articles[3], "entities", "mentions"),
        *articles[:3],
        *articles[4:],
    ),
    "no dates": lambda articles: (*articles[:9], without(articles[9], "temporals"), *articles[10:]),
    "no statements": lambda articles: (*articles[:6], without(articles[6], "statements"), *articles[7:]),
    "no events": lambda articles: (*articles[:7], without(articles[7], "events"), *articles[8:]),
    "words withheld": lambda articles: tuple(
        replace(one, article=replace(one.article, rights="none")) for one in articles
    ),
}


def dated(one, day):
    return replace(one, article=replace(one.article, published=day))


def without(one, *kinds):
    return replace(one, reading=replace(one.reading, **dict.fromkeys(kinds, ())))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_assembling_that_remembers_another_is_the_same(invented, change):
    changed = replace(invented, articles=change(invented.articles))
    for before, after in ((invented, changed), (changed, invented)):
        memo = Memo()
        build.site_of(before, memo)
        again = build.site_of(after, Memo(memo.used))
        assert encoded(again) == encoded(build.site_of(after))


def test_one_edit_costs_what_lies_near_it(invented):
    known, after = Memo(), Memo()
    build.site_of(invented, known)
    *rest, last = invented.articles
    first, *others = last.reading.statements
    edited = replace(
        last, reading=replace(last.reading, statements=(replace(first, certainty="denied"), *others))
    )
    build.site_of(replace(invented, articles=(*rest, edited)), after)
    kinds = len(known.used) / len(invented.articles)
    assert len(after.used.keys() - known.used.keys()) <= 2 * kinds
