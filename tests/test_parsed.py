"""The parse as plain values says what spaCy says, name by name; its documentation is ours."""

import pytest

from generator import extract
from generator.extract import parsed
from generator.model import Settings

TEXT = """Bridge to stay shut, minister says

CALVIA, Borland, March 4 (Lowland Wire) - Ada Brenner, Omar Tesk and Ilse Vorm, who met on Friday, didn’t sign.
“What the panel’s re-election means,” she said, “nobody knows: 2031, a tax, a toll and  a fee.” It rained."""
PLAIN = (
    "i idx text lower_ pos_ tag_ dep_ ent_type_ whitespace_ is_punct is_quote is_sent_start is_space like_num"
).split()
ONE = "head left_edge right_edge".split()
SEVERAL = "lefts rights children subtree ancestors conjuncts".split()


@pytest.fixture(scope="module")
def theirs():
    return extract.load(Settings().model)(TEXT)


@pytest.fixture(scope="module")
def ours(theirs):
    return parsed.from_spacy(theirs)


@pytest.mark.parametrize("name", PLAIN)
def test_what_a_token_is(ours, theirs, name):
    assert [getattr(token, name) for token in ours] == [getattr(token, name) for token in theirs]


def test_the_lemma_of_a_prefixed_word_is_that_of_the_word(ours, theirs):
    told = [(token.lemma_, other.lemma_) for token, other in zip(ours, theirs, strict=True)]
    assert [pair for pair in told if pair[0] != pair[1]] == [("election", "re-election")]
    text = "They re-opened what they had co-founded and had re-sold it."
    prefixed = parsed.from_spacy(extract.load(Settings().model)(text))
    assert [token.lemma_ for token in prefixed if "-" in token.text] == ["open", "found", "sell"]


@pytest.mark.parametrize("name", ONE)
def test_where_a_token_hangs(ours, theirs, name):
    assert [getattr(token, name).i for token in ours] == [getattr(token, name).i for token in theirs]


@pytest.mark.parametrize("name", SEVERAL)
def test_what_hangs_from_a_token(ours, theirs, name):
    found = [[other.i for other in getattr(token, name)] for token in ours]
    assert found == [[other.i for other in getattr(token, name)] for token in theirs]
    assert any(found)


def test_the_text_its_sentences_and_its_names(ours, theirs):
    def told(spans):
        return [(s.start, s.end, s.start_char, s.end_char, s.text, s.label_, s.root.i) for s in spans]

    assert (ours.text, len(ours)) == (theirs.text, len(theirs))
    assert told(ours.sents) == told(theirs.sents)
    assert told(ours.ents) == told(theirs.ents)
    assert [token.sent.start for token in ours] == [token.sent.start for token in theirs]


def test_the_head_of_any_words(ours, theirs):
    places = range(len(ours))
    stretches = [(start, end) for start in places for end in range(start + 1, min(start + 12, len(ours)))]
    assert [ours.words(*each).root.i for each in stretches] == [
        theirs[slice(*each)].root.i for each in stretches
    ]


def test_the_words_between_two_code_points(ours, theirs):
    def place(words):
        return None if words is None else (words.start, words.end)

    for start in range(len(TEXT) + 2):
        for end in range(start + 1, start + 14):
            expected = theirs.char_span(start, end, alignment_mode="expand")
            assert place(ours.char_span(start, end)) == place(expected), TEXT[start:end]


def test_a_neighbour_stands_in_the_text(ours):
    assert ours[3].nbor().i == 4
    assert ours[3].nbor(-2).i == 1
    for token, distance in ((ours[0], -1), (ours[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


def test_words_without_tokens_have_a_place(ours):
    empty = ours.words(4, 4)
    assert (len(empty), empty.text, empty.start, empty.end) == (0, "", 4, 4)


def test_the_code_points_of_tokens(ours):
    assert TEXT[slice(*ours.span(0, 3))] == "Bridge to stay"
    assert [TEXT[slice(*token.span)] for token in ours] == [token.text for token in ours]
