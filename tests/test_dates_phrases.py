"""Each form of time expression: that it is found, with which edges, and what it means."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import dates
from generator.dates.forms import GRAMMAR
from generator.dates.forms.rule import compiled, words_of
from generator.model import Span, Temporal
from generator.yamlfile.fields import is_edtf

TABLE = Path(__file__).with_name("test_dates_phrases.txt")
PUBLISHED = "2025-01-14"  # a Tuesday


class Row(NamedTuple):
    sentence: str
    span: Span
    tense: str
    type: str
    value: str
    mod: str
    edtf: str


def rows():
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            marked, *cells = [cell.strip() for cell in line.split("|")]
            match = re.search(r"\[\[(.+?)\]\](?!\])", marked)
            sentence = marked.replace("[[" + match[1] + "]]", match[1])
            yield Row(sentence, Span(match.start(), match.start() + len(match[1])), *cells)


ROWS = tuple(rows())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
def test_the_phrase_is_found_whole(row):
    found = {found.span: found.type for found in dates.find(row.sentence)}
    phrases = [row.sentence[slice(*span)] for span in found]
    assert row.span in found, phrases


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
def test_the_phrase_means(row):
    spans = sorted({row.span, *(found.span for found in dates.find(row.sentence))})
    temporals = [Temporal(span, "DATE", row.tense or None) for span in spans]
    answers = dates.resolve(row.sentence, temporals, published=PUBLISHED)
    got = answers[spans.index(row.span)]
    assert (got.type, got.value, got.mod, got.edtf) == (row.type, row.value, row.mod, row.edtf)
    assert got.rule in dates.RULES
    assert not got.edtf or is_edtf(got.edtf)


NEEDY = [rule for rule in GRAMMAR if rule.needs]


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.name)
def test_what_a_rule_needs_is_in_all_that_it_reads(rule):
    phrases = [row.sentence[row.span.start : row.span.end] for row in ROWS]
    read = [phrase for phrase in phrases if compiled(rule.pattern).fullmatch(phrase)]
    assert [phrase for phrase in read if not rule.can_match(words_of(phrase))] == []


@pytest.mark.nightly
@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.name)
def test_what_a_rule_needs_is_in_all_that_it_could_read(rule):
    form = compiled(rule.pattern)

    @settings(max_examples=100, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(rule.pattern, fullmatch=True, alphabet=st.characters(codec="ascii")))
    def holds(phrase):
        assert rule.can_match(words_of(phrase)) or not form.fullmatch(phrase)

    holds()
