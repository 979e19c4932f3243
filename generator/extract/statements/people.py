"""Who or what can speak."""

from generator.extract.mentions.lexicon import words
from generator.extract.parsed import Token
from generator.extract.statements import lexicon

SPEAKING_PRONOUNS = frozenset(
    "i you he she we they who one some many another others most both all someone everyone".split()
)
SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def may_speak(head: Token) -> bool:
    """Whether the head can be the subject of a verb that only who speaks can do: `it condemned the raid`."""
    return head.lower_ == "it" or can_speak(head)


def can_speak(head: Token) -> bool:
    """Whether the head of a subject names a person, a body or a document, not a fact or an event."""
    if head.pos_ == "PRON" or head.lower_ in SPEAKING_PRONOUNS:
        return head.lower_ in SPEAKING_PRONOUNS
    if head.pos_ == "PROPN" or head.ent_type_ in SPEAKING_ENTITIES:
        return True
    lemma = head.lemma_.lower()
    listed = lemma in lexicon.SOURCES or lemma in words("role_nouns")
    return listed or head.lower_.endswith(lexicon.PERSON_SUFFIXES)
