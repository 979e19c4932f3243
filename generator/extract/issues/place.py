"""A place where an article speaks of an issue, and the words that tell which one."""

from dataclasses import dataclass

from generator.extract.issues import lexicon
from generator.extract.issues.phrases import Named, lemmas, mute
from generator.extract.parsed import Doc, Token
from generator.model import Status
from generator.naming import slug
from generator.vocabulary import Vocabulary

STOP = frozenset(
    "the a an of in on at for to from and or its their his her our my this that these those all any no some such "
    "both only also own every each few several many various".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an issue is spoken of."""

    phrase: Named
    issue: str
    name: str
    code: str
    verb: Token
    """Of the clause that says how it stands."""
    rule: str
    lemmas: tuple[str, ...] = ()
    """Of the phrase that named it first."""
    head: str = ""
    """Lemma of that phrase's head."""
    certain: bool = False
    """Its code is told by two words or more."""
    status: Status | None = None
    """What the word beside it says, where the clause does not."""
    mute: frozenset[str] = frozenset()
    """Lemmas that say only where it is or whose, and not which one."""
    person: str = ""
    """Name of whose it is, if that is all that the name tells."""


def named_place(
    phrase: Named, vocabulary: Vocabulary, doc: Doc, verb: Token | None = None, rule: str = ""
) -> Place:
    """The place of `phrase`, whose issue has its name; `verb` governs it."""
    words = lemmas(phrase, doc)
    topic, terms = vocabulary.best(words)
    head = doc[phrase.head]
    code = topic.code if topic else ""
    lemma = head.lemma_.lower()
    return Place(
        phrase,
        slug(phrase.name),
        phrase.name,
        code,
        verb or head,
        rule,
        tuple(words),
        lemma,
        terms > 1,
        mute=frozenset(mute(phrase, doc)),
    )


def key(place: Place) -> frozenset[str]:
    """The words of a place's name that tell what it is about."""
    return frozenset(place.lemmas) - STOP


def telling(place: Place) -> frozenset[str]:
    """Those that tell which one it is: not `new`, `other`."""
    return key(place) - lexicon.UNTELLING - place.mute
