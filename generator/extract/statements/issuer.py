"""Who says `we` where nobody is quoted: the body that puts the text out."""

from dataclasses import replace

from generator.extract.parsed import Doc
from generator.extract.statements.saying import Saying
from generator.model import Article, Reading

EARLY = 3
"""Sentences in which a press release announces what it is about."""
SELVES = frozenset({"company", "group"})
"""What a press release calls its issuer, with a capital."""


def issuer(doc: Doc, article: Article, reading: Reading) -> str:
    """Id of the entity that publishes the text, or announces something at its head; empty: unknown."""
    publisher = article.publisher.casefold()
    bodies = {each.id: each for each in reading.entities if each.type != "person"}
    own = (each.id for each in bodies.values() if publisher and publisher in map(str.casefold, each.names))
    found = next(own, "")
    if found:
        return found
    for number, sentence in enumerate(doc.sents):
        if number >= EARLY:
            break
        announced = next((token for token in sentence if token.lemma_ == "announce"), None)
        before = [
            each.entity
            for each in reading.mentions
            if announced is not None and sentence.start_char <= each.span.start < announced.idx
        ]
        issuers = [entity for entity in before if entity in bodies]
        if issuers:
            return issuers[-1]
    return ""


def voiced(doc: Doc, issuer: str, saying: Saying) -> Saying:
    """The saying outside of quotation marks, by the issuer where it speaks as `we` or `the Company`."""
    if saying.head < 0 or not issuer:
        return saying
    head = doc[saying.head]
    ours = head.lower_ == "we" or (head.lower_ in SELVES and head.text.istitle())
    return replace(saying, voice=issuer) if ours else saying
