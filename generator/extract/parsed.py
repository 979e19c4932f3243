"""What spaCy works out anew each time it is asked, remembered for the text at hand."""

from functools import lru_cache

from spacy.tokens import Doc


@lru_cache(maxsize=1)
def text_of(doc: Doc) -> str:
    """`Doc.text`, which puts the tokens together."""
    return str(doc.text)
