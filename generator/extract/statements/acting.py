"""Who acts in each sentence: whom a pronoun of the next one takes up."""

from generator.extract import coreference
from generator.extract.mentions.lexicon import words
from generator.extract.parsed import Doc, Token
from generator.extract.statements import naming
from generator.extract.statements.grammar import SUBJECTS
from generator.extract.statements.people import can_speak
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


def strangers(doc: Doc) -> tuple[coreference.Spoken, ...]:
    """People without a name whom a clause brings in: `a man`, its subject or what it is done to, and `drivers`."""
    return tuple(
        coreference.Spoken(
            token.idx,
            "",
            "person" if token.tag_ == "NN" else "people",
            doc.words(token.left_edge.i, token.i + 1).text,
        )
        for token in doc
        if token.tag_ in {"NN", "NNS"} and _is_brought_in(token)
    )


def _is_brought_in(noun: Token) -> bool:
    if noun.dep_ not in SUBJECTS | {"dobj"} or any(each.dep_ == "appos" for each in noun.children):
        return False
    if noun.tag_ == "NNS":
        return noun.dep_ in SUBJECTS and can_speak(noun)
    if not any(each.lower_ in {"a", "an", "another", "one"} for each in noun.lefts):
        return False
    acting = next((each for each in noun.head.lefts if each.dep_ in SUBJECTS), None)
    goes_on = acting is not None and acting.lower_ in {"he", "she"}  # `She wed a doctor. She studied law.`
    return not goes_on and (noun.lemma_ in PEOPLE or noun.lemma_ in words("role_nouns"))


PEOPLE = frozenset("boy girl man passer-by person suspect teenager woman youth".split())


def _is_subject(head: Token) -> bool:
    verb = head.head
    if head.dep_ in SUBJECTS and verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i:
        return any(
            token.text in {";", ":"} for token in head.doc[verb.i : verb.head.i]
        )  # `Acme paid; it left`
    if head.dep_ in SUBJECTS and verb.dep_ == "advcl" and verb.i < verb.head.i:
        return any(
            each.dep_ in SUBJECTS and each.pos_ == "PRON" for each in verb.head.lefts
        )  # `As Lee left, he`
    return head.dep_ in SUBJECTS and verb.dep_ == "ROOT"
