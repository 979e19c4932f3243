"""Who acts in each sentence: whom a pronoun of the next one takes up."""

from generator.extract import coreference
from generator.extract.mentions.lexicon import words
from generator.extract.parsed import Doc, Token
from generator.extract.statements import naming
from generator.extract.statements.grammar import SUBJECTS
from generator.model import Mention, Span


def acting(doc: Doc, known: coreference.Context) -> tuple[Mention, ...]:
    """The names that are, or stand beside, the subject of a main clause, and subjects that a role tells."""
    found = []
    for mention in known.mentions:
        span = doc.char_span(*mention.span)
        head = span.root if span is not None else None
        if head is not None and head.dep_ == "appos":
            head = head.head
        if head is not None and _is_subject(head):
            found.append(mention)
    for token in doc:
        if token.tag_ == "NN" and token.lower_ in words("role_nouns") and _is_subject(token):
            role = Span(token.left_edge.idx, token.idx + len(token))
            entity = naming.by_role(known, token, role)
            if entity:
                found.append(Mention(role, entity))
    return tuple(sorted(found, key=lambda each: each.span))


def _is_subject(head: Token) -> bool:
    verb = head.head
    if head.dep_ in SUBJECTS and verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i:
        return any(token.text == ";" for token in head.doc[verb.i : verb.head.i])  # `Acme paid; it then left`
    return head.dep_ in SUBJECTS and verb.dep_ == "ROOT"
