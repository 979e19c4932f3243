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
    table = {}
    assert doubled(Memo(table), 1, 2, 2) == ([2, 4, 4], [1, 2])
    assert doubled(Memo(table), 2, 3) == ([4, 6], [3])


def test_what_nobody_asks_for_is_forgotten():
    table = {}
    doubled(Memo(table), 1, 2)
    memo = Memo(table)
    doubled(memo, 2)
    memo.forget_unasked()
    assert doubled(Memo(table), 1, 2) == ([2, 4], [1])


def test_what_cannot_be_read_any_more_is_worked_out_again():
    table = {}
    doubled(Memo(table), 1, 2)
    table[next(iter(table))] = b"\xc1"
    assert doubled(Memo(table), 1, 2) == ([2, 4], [1])
    assert doubled(Memo(table), 1, 2) == ([2, 4], [])


def test_a_result_can_hang_on_less_than_is_given():
    table = {}
    remembered = Remembered("sum", lambda *numbers: sum(numbers), int)
    assert Memo(table).each(remembered, [(1, 2), (1, 3)], ["a", "b"]) == [3, 4]
    assert Memo(table).each(remembered, [(9, 9), (1, 3)], ["a", "b"]) == [3, 4]


def test_a_result_can_be_made_of_the_last_one():
    table, known = {}, []

    def longer(lengths, names):
        def work(number, last):
            known.append(last)
            return (last or "") + "x" * (lengths[number] - len(last or ""))

        stands = lambda number, last: len(last) == lengths[number]  # noqa: E731
        return Memo(table).renewed(Remembered("longer", work, str), names, stands)

    assert longer([1, 2], ["a", "b"]) == ["x", "xx"]
    assert longer([3, 1, 2], ["b", "c", "a"]) == ["xxx", "x", "xx"]
    assert longer([2, 3], ["a", "b"]) == ["xx", "xxx"]
    assert known == [None, None, "xx", None, "x"]


# --- the table in build/cache ---------------------------------------------------------------


def kept(path, made_by=b"program"):
    with store.results(path, made_by) as table:
        return dict(table)


def change_and_fail(path):
    with store.results(path, b"program") as found:
        found[b"one"] = b"other"
        raise ZeroDivisionError


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "cache" / "told"
    with store.results(path, b"program") as found:
        found.update({b"one": b"1", b"two": b"2" * 100_000})
    return path


def test_a_table_is_there_for_the_next_build(table):
    with store.results(table, b"program") as found:
        del found[b"one"]
        assert found.get(b"one") is None
        assert (len(found), len(found[b"two"])) == (1, 100_000)
        found[b"two"] = b"3"
    assert kept(table) == {b"two": b"3"}


def test_a_block_that_fails_changes_nothing(table):
    with pytest.raises(ZeroDivisionError):
        change_and_fail(table)
    assert kept(table)[b"one"] == b"1"


def test_another_program_finds_nothing(table):
    assert kept(table, b"other") == {}
    assert kept(table) == {}


BROKEN = {
    "cut in the head": lambda data: data[:40],
    "cut in the middle": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "another file": lambda _: b"\x92not a table",
    "no root": lambda data: data[:100] + b"\xff" * 4000 + data[4100:],
    "the middle overwritten": lambda data: data[:8192] + b"\xff" * 4096 + data[12288:],
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_table_is_as_if_it_were_not_there_and_heals(table, broken):
    table.write_bytes(broken(table.read_bytes()))
    for _ in range(2):
        with store.results(table, b"program") as found:
            for key in (b"one", b"two"):
                if found.get(key) is None:
                    found[key] = b"anew"
    with store.results(table, b"program") as found:
        assert found[b"one"] in {b"1", b"anew"}
        assert found[b"two"]


def test_a_broken_table_that_the_disk_does_not_give_up_costs_only_time(table, monkeypatch):
    def refuse(path, **_options):
        raise PermissionError(path)

    table.write_bytes(BROKEN["the middle overwritten"](table.read_bytes()))
    with store.results(table, b"program") as found:
        assert found.get(b"two") is None
        assert not found.sound
        monkeypatch.setattr(Path, "unlink", refuse)
    assert table.exists()


def test_a_disk_that_refuses_costs_only_time(tmp_path):
    (tmp_path / "cache").write_text("in the way")
    with store.results(tmp_path / "cache" / "told", b"program") as found:
        found[b"one"] = b"1"
        assert found[b"one"] == b"1"


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
        table = {}
        build.site_of(before, Memo(table))
        again = build.site_of(after, Memo(table))
        assert encoded(again) == encoded(build.site_of(after))


def test_one_edit_costs_what_lies_near_it(invented):
    known, after = {}, {}
    build.site_of(invented, Memo(known))
    *rest, last = invented.articles
    first, *others = last.reading.statements
    edited = replace(
        last, reading=replace(last.reading, statements=(replace(first, certainty="denied"), *others))
    )
    build.site_of(replace(invented, articles=(*rest, edited)), Memo(after))
    kinds = len(known) / len(invented.articles)
    assert len(after.keys() - known.keys()) <= 2 * kinds
