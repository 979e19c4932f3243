"""Roles of people told by a verb or a preposition: `who heads …`, `was named …`, `of the Union`."""

from generator.extract.mentions.nounphrases import LONGEST, VERBS, Named, noun_phrase, words_of
from generator.extract.parsed import Doc, Token

OFFICES = frozenset(
    """captain chair coach command cover direct edit govern head lead manage mediate negotiate oversee own preside
    represent run study teach""".split()
)
"""Verbs that say what somebody does for a living."""
APPOINT = frozenset(
    "appoint choose confirm crown designate elect hire install name promote re-elect reelect swear".split()
)
TITLED = frozenset({"serve", "work"})
"""Verbs whose `as` tells a role."""
PASSING = frozenset("passenger participant suspect survivor victim winner witness".split())
"""What somebody is for a day only."""


def appointed(name: Named) -> str:
    """`Jane Doe was named acting minister`, `Jane Doe, sworn in as minister`, `appointed Jane Doe as minister`."""
    doc, index = name.doc, name.following
    if name.kind != "person":
        return ""
    if name.root.dep_ == "nsubjpass" and _appoints(name.root.head):
        return _phrase(name.root.head.i + 1, doc)
    if index + 1 < name.stop and doc[index].text == "," and _appoints(doc[index + 1]):
        return _phrase(index + 2, doc) if doc[index + 1].tag_ == "VBN" else ""
    owned = index < len(doc) and doc[index].dep_ == "case"  # `named Jane Doe’s deputy`
    return _phrase(index, doc) if name.lead > 0 and not owned and _appoints(doc[name.lead]) else ""


def _appoints(verb: Token) -> bool:
    """Whether a verb says that somebody took an office, and did so."""
    return verb.lemma_ in APPOINT and verb.tag_ in {"VBN", "VBD"} and not _open(verb)


def _open(verb: Token) -> bool:
    """Whether a verb is negated, or only may or will come true."""
    return any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)


def _phrase(start: int, doc: Doc) -> str:
    """The role that begins at `start`, past `in`, `as` and `to be`."""
    while start < len(doc) and doc[start].lower_ in {"in", "as", "to", "be"}:
        start += 1
    if start >= len(doc):
        return ""
    return words_of(noun_phrase(start, doc[start].sent.end, "person", doc), doc)


def copula(name: Named) -> str:
    """`Jane Doe is the mayor of Utopia`, `serves as mayor`."""
    verb = name.root.head
    if name.kind != "person" or name.root.dep_ != "nsubj" or verb.tag_ not in {"VBD", "VBZ"} or _open(verb):
        return ""
    titled = verb.lemma_ in TITLED and verb.i + 1 < len(name.doc) and name.doc[verb.i + 1].lower_ == "as"
    role = _phrase(verb.i + 1, name.doc) if verb.lemma_ in {"be", "become", "remain"} or titled else ""
    return "" if PASSING & set(role.lower().split()) else role


def relative(name: Named) -> str:
    """`Jane Doe, who heads the customs service, …`: the clause, where its verb names an office."""
    doc, who = name.doc, name.following + 1
    if name.kind != "person" or who + 2 >= name.stop or doc[who - 1].text != "," or doc[who].lower_ != "who":
        return ""
    told = _clause(who + 1, name.stop, doc) if doc[who + 1].tag_ in VERBS else ""
    return f"{doc[who].text} {told}" if told else ""


def clause(name: Named) -> str:
    """`Jane Doe negotiates for Utopia.`: a sentence that only says what somebody does."""
    if name.kind != "person" or not name.full or name.following >= name.stop:
        return ""
    told = _clause(name.following, name.stop, name.doc) if name.doc[name.following].tag_ == "VBZ" else ""
    return told if any(word[0].isupper() for word in told.split()) else ""


def _clause(start: int, stop: int, doc: Doc) -> str:
    """From the verb of an office to the next sign, if it is no longer than a role."""
    if doc[start].lemma_ not in OFFICES:
        return ""
    end = next((i for i in range(start, stop) if doc[i].text in {",", ";", ".", "–", "—", "("}), stop)
    return words_of(doc.span(start, end), doc) if start < end - 1 < start + LONGEST else ""


def belongs(name: Named) -> str:
    """`Jane Doe of the Dock Workers’ Union`; `by Jane Doe for Utopia and Joe Roe for Ruritania`."""
    doc, index = name.doc, name.following
    if name.kind != "person" or not name.full:
        return ""
    index += index < len(doc) and doc[index].text == ","
    if index + 2 >= len(doc) or doc[index].lower_ not in {"of", "from", "for"}:
        return ""
    start = index + 1 + (doc[index + 1].lower_ == "the")
    end, kind = name.bodies.get(doc[start].idx, (0, "person"))
    acts = doc[index].lower_ == "for" and doc[name.lead].lower_ in {"by", "and"}
    of = doc[index].lower_ != "for" and kind == "organization"
    return doc.text[doc[index].idx : end] if end and (acts or of) else ""
