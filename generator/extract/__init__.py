"""Reading an article with a language model: the ordered table of extractors of each language.

The only folder that imports spaCy, and `load` the only function that loads a model. Spans are code points
into `Article.text`; a spaCy `Doc` never leaves this folder.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from generator import sentences
from generator.extract import events, issues, known, mentions, parsed, pipeline, statements, temporals
from generator.model import LANGUAGES, Article, NamedEntity, Reading
from generator.readings import matter, primary
from generator.vocabulary import Vocabulary
from generator.vocabulary import load as load_vocabulary

if TYPE_CHECKING:
    Find = Callable[[str], Iterable[re.Match[str]]]
    Extractor = Callable[[parsed.Doc, Article, Reading], Reading]


def extractors(
    vocabulary: Vocabulary, entities: Sequence[NamedEntity] = (), language: str = "en"
) -> tuple[tuple[str, "Extractor"], ...]:
    """The table of a language, a primary subtag of BCP 47, in its order.

    Each gets the parsed text, the article and what was read so far, and returns that with its own part added.
    `vocabulary` has the topics of issues; names of `entities` and calendar dates are found in any language.
    """
    packs: dict[str, tuple[tuple[str, Extractor], ...]] = {
        "en": (
            ("mentions", mentions.extract),
            ("temporals", temporals.extract),
            ("statements", statements.extract),
            ("events", events.extract),
            ("issues", partial(issues.extract, vocabulary=vocabulary)),
        )
    }
    other: tuple[tuple[str, Extractor], ...] = (
        ("known names", partial(known.names, known=entities)),
        ("calendar dates", known.calendar_dates),
    )
    return packs.get(language, other)


BATCH = 8
"""Articles that are parsed at a time: with many, their numbers no longer fit into the processor's own memory."""
MISLEADING = frozenset({"ax", "fin", "hop", "rag", "texte"})
"""Verbs that the model's lemmatizer finds in `axed`, `fined`, `hopes`, `raged` and `texted`, instead of theirs."""


METRES = "m."
"""The tokenizer's abbreviation, for which it takes the end of the sentence in `worth £310m.`, too."""


PREFIXES = frozenset(
    """anti arch bi bio co counter cross cyber de e eco ex extra inter intra macro mega micro mid mini multi neo
    non over pan para post pre pro pseudo quasi re semi sub super tri ultra un uni vice""".split()
)
"""Before these a hyphen parts no word: the treebank that English models learn from has `re-opened` as one."""


BULLET = re.compile(r"^[•‣▪●◦■*](?= )", re.MULTILINE)
"""What marks an item of a list: `• Shelling killed four people, the mayor said.`"""


@lru_cache(maxsize=2)
def load(model: str) -> Language:
    """The spaCy pipeline `model`, taking sentence boundaries from sentences.py.

    Raises OSError if no such pipeline is installed.
    """
    nlp = pipeline.lightened(spacy.load(model))
    nlp.add_pipe("dossier_sentences", first=True)
    if isinstance(nlp.tokenizer, Tokenizer):
        rules = nlp.tokenizer.rules
        nlp.tokenizer.rules = {form: rules[form] for form in rules if form != METRES}
        nlp.tokenizer.infix_finditer = partial(_parting, nlp.tokenizer.infix_finditer)
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table("lemma_index"):
        index, irregular = (lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("index", "exc"))
        index["verb"] = [verb for verb in index["verb"] if verb not in MISLEADING]
        # a name made of ordinary words is seldom a person's: mentions/ asks for them here
        nlp.vocab.lookups.add_table("dictionary", {part: frozenset(index[part]) for part in index})
        index["verb"] = {before + verb for before in ("", *parsed.SAME) for verb in index["verb"]}
        irregular["verb"] = {
            before + form: [before + verb for verb in verbs]
            for before in ("", *parsed.SAME)
            for form, verbs in irregular["verb"].items()
        }
    return nlp


def _parting(find: "Find", text: str) -> "Iterator[re.Match[str]]":
    """The places where `find` parts a word, but for the hyphen between a prefix and what is no name."""
    for match in find(text):
        prefixed = match.group() == "-" and text[: match.start()].lower() in PREFIXES
        if not (prefixed and text[match.end()].islower()):
            yield match


@Language.component("dossier_sentences")
def _set_boundaries(doc: Doc) -> Doc:
    text = doc.text  # which is put together each time
    starts = {sentence.span.start for sentence in sentences.split(text)} | sentences.breaks(text)
    marks = [1 if token.idx in starts or token.i == 0 else -1 for token in doc]
    # token.is_sent_start = … looks at the whole text each time
    doc.from_array([SENT_START], np.array(marks, dtype="int64").astype("uint64"))  # type: ignore[arg-type]  # one row is meant too
    return doc


def readable(text: str) -> str:
    """`text` with blanks for bullets, and for sentences that are too long to be any: every place stays.

    A bullet is no word of the sentence behind it. The parser's time grows with the square of a sentence.
    """
    parts = list(BULLET.sub(" ", text))
    for sentence in sentences.split(text):
        start, end = sentence.span
        if end - start > sentences.LONGEST:
            parts[start:end] = " " * (end - start)
    return "".join(parts)


def read(
    articles: Iterable[Article],
    model: str,
    vocabulary: Vocabulary | None = None,
    entities: Sequence[NamedEntity] = (),
) -> Iterator[tuple[Article, Reading]]:
    """The machine's reading of each article, in order; only the pipeline's language is parsed."""
    topics = vocabulary or load_vocabulary("pax")
    pairs = (
        (readable(article.text) if primary(article) in LANGUAGES else "", article) for article in articles
    )
    for doc, article in load(model).pipe(pairs, as_tuples=True, batch_size=BATCH):
        seen, reading, words = matter(article), Reading(), parsed.from_spacy(doc)
        for _name, extract in extractors(topics, entities, primary(article)):
            reading = extract(words, seen, reading)
        yield article, reading
