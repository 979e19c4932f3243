"""The lightened pipeline says what spaCy's own says of every token; what is built otherwise stays spaCy's."""

import pytest
import spacy
from conftest import INVENTED
from threadpoolctl import threadpool_info

from generator import extract
from generator.extract import pipeline
from generator.model import Settings

SAID = "text norm_ tag_ pos_ dep_ lemma_ ent_type_ ent_iob_ morph is_sent_start".split()
TALK = (
    "They ain't gonna stop, c'mon. Let's see: I gotta go, and y'all know it.\n\nIt is  not what she's doin'."
)
TEXTS = ("", TALK, *(seed.read_text("utf-8") for seed in sorted(INVENTED.glob("seeds/*.txt"))), "\n", "Hm.")


def said(docs):
    return [[(*(str(getattr(token, name)) for name in SAID), token.head.i) for token in doc] for doc in docs]


@pytest.fixture(scope="module")
def own():
    """What spaCy's own components say of the texts."""
    return said(spacy.load(Settings().model).pipe(TEXTS))


@pytest.fixture(scope="module")
def lightened():
    return pipeline.lightened(spacy.load(Settings().model))


@pytest.mark.parametrize("batch", [1, 3, 8, 100])
def test_it_says_the_same_whatever_is_read_together(own, lightened, batch):
    assert said(lightened.pipe(TEXTS, batch_size=batch)) == own


def test_it_says_the_same_of_one_text(own, lightened):
    assert said(map(lightened, TEXTS)) == own


def test_it_says_the_same_when_it_has_forgotten_what_it_knew(own, lightened, monkeypatch):
    monkeypatch.setattr(pipeline, "MOST", 40)
    assert said(lightened.pipe(TEXTS)) == own


def test_a_kind_of_token_is_looked_at_once(own, lightened, monkeypatch):
    list(lightened.pipe(TEXTS))
    monkeypatch.setattr(
        lightened.get_pipe("attribute_ruler").matcher, "one", None
    )  # whoever asks it now fails
    assert said(lightened.pipe(TEXTS)) == own


def multipliers(nlp):
    """Whether spaCy's own library multiplies the matrices of its models."""
    models = [nlp.get_pipe(name).model for name in ("tok2vec", "tagger", "parser", "ner")]
    return {node.ops.use_blis for model in models for node in model.walk()}


def test_numpy_multiplies_the_matrices_on_one_core(lightened):
    libraries = [library for library in threadpool_info() if library["internal_api"] in pipeline.QUICK]
    assert {library["num_threads"] for library in libraries} <= {1}
    assert multipliers(lightened) == {not libraries}


def test_where_numpy_has_no_quick_library_they_stay_with_spacys(own, monkeypatch):
    monkeypatch.setattr(pipeline, "threadpool_info", list)
    nlp = pipeline.lightened(spacy.load(Settings().model))
    assert multipliers(nlp) == {True}
    assert said(nlp.pipe(TEXTS)) == own


def test_a_pipeline_without_these_components_is_left_as_it_is():
    assert pipeline.lightened(spacy.blank("en")).pipe_names == []


def test_a_recognizer_that_weighs_several_readings_decides_itself():
    nlp = spacy.load(Settings().model)
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    assert "ner" in pipeline.lightened(nlp).pipe_names


def test_the_machine_reads_with_it():
    assert "dossier_names" in extract.load(Settings().model).pipe_names
