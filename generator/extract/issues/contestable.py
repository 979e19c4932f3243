"""Which phrases can name an issue at all: things that people can be for or against, named fully."""

from generator.extract.events.context import Context
from generator.extract.issues import lexicon
from generator.extract.issues.acts import is_act, is_leaving, object_of
from generator.extract.issues.matter import Matter
from generator.extract.issues.persons import person_of
from generator.extract.issues.phrases import Named, lemmas, of_head
from generator.extract.issues.place import STOP
from generator.extract.issues.taking import DECIDABLE, Stance
from generator.extract.parsed import Doc, Token

NO_ISSUE = lexicon.MATTERS | lexicon.LISTED | lexicon.VAGUE
"""Heads of phrases that name no part of the matter."""


PRONOUNS = frozenset({"PRP", "WP", "WP$", "WDT", "EX"})
"""Tags of pronouns; `its` and the like say whose a thing is."""


def can_be_issue(head: Token, phrase: Named, context: Context, matter: Matter) -> bool:
    """A thing, not who quarrels, a date, a pronoun, a name or the matter itself."""
    lemma = head.lemma_.lower()
    if not _is_thing(head, phrase, context) or lemma in NO_ISSUE:
        return False
    if set(lemmas(phrase, head.doc)) - STOP <= set(matter.lemmas):
        return False
    if lemma in lexicon.SHELLS and any(phrase.start <= index < phrase.end for index in matter.heads):
        return False
    return head.i not in context.mention_at and head.pos_ != "PROPN"


def is_contested(stance: Stance, phrase: Named, context: Context, matter: Matter) -> bool:
    """Whether people can be for or against what the phrase names, and the phrase names it fully."""
    head, lemma = stance.what, stance.what.lemma_.lower()
    if is_act(head):
        thing = object_of(head)
        named = thing is not None and not _has_pronoun(of_head(thing, context.temporal_at), context.doc)
        return named or (thing is not None and is_leaving(head) and bool(person_of(thing, context)))
    if not _is_thing(head, phrase, context) or head.i in matter.heads:
        return False
    if lemma in DECIDABLE:
        return True
    return stance.quarrel and can_be_issue(head, phrase, context, matter)


def _is_thing(head: Token, phrase: Named, context: Context) -> bool:
    """No pronoun in it, no date, no `one in ten`, and not the people who quarrel."""
    words = head.doc[phrase.start : phrase.end]
    return (
        bool(phrase.name)
        and head.pos_ in {"NOUN", "PROPN"}
        and head.lemma_.lower() not in lexicon.PEOPLE
        and not any(child.dep_ == "appos" and child.i in context.mention_at for child in head.rights)
        and head.i not in context.temporal_at
        and head.i not in context.datelines
        and not _has_pronoun(phrase, head.doc)
        and not any(
            token.tag_ in {"JJS", "RBS"} and token.dep_ in {"amod", "advmod"} and token.head.tag_ != "CD"
            for token in words
        )
        and words[0].lower_ != "one"
    )


def _has_pronoun(phrase: Named, doc: Doc) -> bool:
    return any(token.tag_ in PRONOUNS for token in doc[phrase.start : phrase.end])
