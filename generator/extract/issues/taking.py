"""How one word takes a position, on a thing or on an act: `opposed the bill`, `voted to close the mine`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.extract.events.context import Context
from generator.extract.events.syntax import VERBAL, auxiliaries, form, negated
from generator.extract.issues import lexicon, positions
from generator.extract.issues.acts import acts_under, is_act, object_of, stood_for
from generator.extract.issues.phrases import SIDEWAYS
from generator.extract.issues.status import quarrelsome, supposed
from generator.extract.parsed import Token
from generator.model import Status

NOUNS = frozenset({"NOUN", "PROPN"})
DECIDABLE = positions.DECIDABLE | positions.TROUBLES | positions.CONTESTED


def _by_word(table: Mapping[Status, frozenset[str]]) -> Mapping[str, Status]:
    return {word: status for status, words in table.items() for word in words}


OBJECTS = _by_word(positions.ON_OBJECTS)
ACTIONS = _by_word(positions.ON_ACTS)
PREPOSITIONS: Mapping[tuple[str, str], Status] = {
    (word, preposition): status
    for status, table in positions.ON.items()
    for preposition, words in table.items()
    for word in words
}
BY_PREPOSITION = frozenset(word for word, _ in PREPOSITIONS)
WORDS = frozenset(word.split()[0] for word in OBJECTS) | ACTIONS.keys() | BY_PREPOSITION
WITH_PARTICLES = frozenset(word for word in (*OBJECTS, *ACTIONS) if " " in word)


@dataclass(frozen=True, slots=True)
class Stance:
    """One position on one thing."""

    head: Token
    """Head of the phrase for what it is about; a verb, where that is an act."""
    word: Token
    """The verb, noun or adjective that takes it."""
    status: Status
    """What it says of the thing where the clause says no more."""
    quarrel: bool = False
    """Whether the word alone tells that people are at odds: `protests against`, `a row over`."""
    casual: bool = False
    """Whether the word is said of many things that nobody minds: `announced`."""
    means: Token | None = None
    """Where `head` is a pronoun, or `the demand`: the head of the phrase that it stands for."""

    @property
    def what(self) -> Token:
        """Head of the phrase that names what it is about."""
        return self.means or self.head


def stances_of(word: Token, context: Context) -> Iterator[Stance]:
    """The positions that one word takes."""
    lemma = lemma_of(word)
    if lemma in WORDS:
        yield from _on_objects(word)
        yield from _by_preposition(word, lemma)
        yield from _on_acts(word, _phrasal(word))
    if word.pos_ in VERBAL:
        yield from _wanted(word)
        yield from _judged(word, lemma)
        yield from _feared(word, lemma)
        if lemma in positions.DONE and _is_the_news(word, context) and is_act(word) and not _is_undone(word):
            yield Stance(word, word, _told(word, "implemented") or "disputed")
        if word.lemma_ == "be":
            yield from _at_issue(word)
    if word.lower_ in positions.CONTENTIOUS and word.dep_ == "amod" and word.head.pos_ in NOUNS:
        yield Stance(word.head, word, "disputed", quarrel=True)


def _is_undone(verb: Token) -> bool:
    """`scraps the job cuts`: the news is of the cuts."""
    thing = object_of(verb)
    return lemma_of(verb) in positions.UNDOING and thing is not None and _is_decided(thing)


def _is_the_news(verb: Token, context: Context) -> bool:
    """Whether a verb stands in the title, or is what the first sentence tells, below a line with the date."""
    if context.headline(verb):
        return True
    title = context.article.title_span
    before = (token for token in context.doc[: verb.sent.start] if title is None or token.idx >= title.end)
    return title is not None and verb.dep_ == "ROOT" and not any(token.pos_ in VERBAL for token in before)


def _on_objects(verb: Token) -> Iterator[Stance]:
    """`rejected the offer`, `the vote was put off`."""
    lemma = _phrasal(verb)
    if verb.pos_ not in VERBAL or lemma not in OBJECTS:
        return
    status = None if _is_refused(verb) else _told(verb, OBJECTS[lemma])
    if status is not None:
        for head in (*_with(verb, "dobj"), *_with(verb, "nsubjpass")):
            if lemma == "deny" and lemma_of(head) in positions.GRANTED:
                continue
            quarrel = lemma == "deny" or (status == "disputed" and lemma_of(head) in positions.CLAIMS)
            casual = lemma in positions.CASUAL and not negated(verb) and not _is_wished(verb)
            yield from (Stance(what, verb, status, quarrel, casual) for what in _meant(stood_for(head)))


def _is_refused(verb: Token) -> bool:
    """`ruled out ordering a search`: who refuses to take a position takes the other one."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    governs = verb.dep_ in {"xcomp", "ccomp", "advcl", "pcomp", "acl"} and above.i < verb.i
    return governs and ACTIONS.get(_phrasal(above)) == "disputed" and not negated(above)


def _is_wished(verb: Token) -> bool:
    """`want to suspend the talks`."""
    wish = _phrasal(verb.head)
    return verb.dep_ == "xcomp" and wish in ACTIONS and wish not in positions.CASUAL


def _by_preposition(word: Token, lemma: str) -> Iterator[Stance]:
    """`protested against the tax`, `opposition to the dam`, `furious at a decision to open the sluices`."""
    if lemma not in BY_PREPOSITION:
        return
    beside = word.head.rights if word.pos_ in NOUNS and lemma_of(word.head) in positions.LIGHT else ()
    for preposition in (*word.rights, *beside):
        status = PREPOSITIONS.get((lemma, preposition.lower_))
        if status is None or preposition.dep_ not in {"prep", "agent"}:
            continue
        told = _told(word, status) if word.pos_ in VERBAL else status
        denied = lemma == "agree" and preposition.lower_ == "on" and negated(word)
        quarrel = (
            denied
            or lemma in positions.BLAMING
            or (status == "disputed" and preposition.lower_ in positions.QUARRELS)
        )
        for head in _with(preposition, "pobj") if told else ():
            yield from (Stance(what, word, told or status, quarrel) for what in _meant(head))


def _on_acts(word: Token, lemma: str) -> Iterator[Stance]:
    """`voted to close the mine`, `its refusal to pay compensation`, `wants the limit doubled`."""
    if lemma not in ACTIONS:
        return
    status = _told(word, ACTIONS[lemma]) if word.pos_ in VERBAL else ACTIONS[lemma]
    if status is None:
        return
    for verb in acts_under(word):
        casual = lemma in positions.CASUAL or (word.pos_ in NOUNS and lemma in positions.PLANNING)
        if is_act(verb):
            yield Stance(verb, word, status, casual=casual)
        elif _phrasal(verb) not in OBJECTS or status == "disputed":
            heads = [object_of(verb), *_with_any_preposition(verb)]
            yield from (
                Stance(what, word, status, casual=casual) for head in heads if head for what in _meant(head)
            )


def _with_any_preposition(verb: Token) -> Iterator[Token]:
    """`to look again at a limit`."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in {"at", "on", "into", "with"}:
            yield from _with(child, "pobj")


def _wanted(verb: Token) -> Iterator[Stance]:
    """`will not pay compensation`, `would not sell the ground`, `the mine should be closed`."""
    if not any(child.tag_ == "MD" for child in verb.lefts):
        return
    modal = form(verb).modal
    refused = modal in {"will", "would"} and any(child.dep_ == "neg" for child in verb.lefts)
    to_come = modal in {"could", "may", "might"} and form(verb).passive and is_act(verb)
    if refused or to_come or modal in {"should", "must"}:
        status: Status = "disputed" if refused else "raised"
        head = object_of(verb)
        if is_act(verb):
            yield Stance(verb, verb, status)
        elif head is not None and _is_decided(head) and (refused or _phrasal(verb) in OBJECTS):
            yield from (Stance(what, verb, status) for what in _meant(head))


def _judged(verb: Token, lemma: str) -> Iterator[Stance]:
    """`called the fine absurd`, `the ban was premature`, `is too small`, `the cameras were the hardest point`."""
    words = {
        child.lemma_.lower(): child for child in verb.children if child.dep_ in {"acomp", "attr", "oprd"}
    }
    excessive = any(other.lower_ == "too" for child in words.values() for other in child.lefts)
    harsh = (excessive or bool(words.keys() & positions.HARSH)) and not negated(verb)
    if lemma in positions.JUDGING and (harsh or any(child.dep_ == "oprd" for child in words.values())):
        yield from (Stance(head, verb, "disputed") for head in _with(verb, "dobj"))
    elif lemma in positions.JUDGING:
        yield from (Stance(head, verb, "disputed") for head in _with(verb, "dobj") if _ends_harshly(head))
    elif lemma in {"be", "become", "remain"}:
        hard = quarrelsome(verb) or any(
            other.lemma_.lower() in lexicon.HARD for child in words.values() for other in child.lefts
        )
        for head in _with(verb, "nsubj") if harsh or hard else ():
            yield Stance(head, verb, "disputed", quarrel=hard)


def _ends_harshly(noun: Token) -> bool:
    """`called the proposed limit unworkable`, of which the parser hangs the last word on the noun."""
    return any(child.dep_ == "amod" and child.lower_ in positions.HARSH for child in noun.rights)


def _feared(verb: Token, lemma: str) -> Iterator[Stance]:
    """`the levy would ruin small farms`, `the law will save lives`."""
    if form(verb).modal in {"would", "will", "could"} and not negated(verb):
        status: Status | None = "disputed" if lemma in positions.HARMFUL else None
        status = "raised" if lemma in positions.HELPFUL else status
        yield from (Stance(head, verb, status) for head in _with(verb, "nsubj") if status)


def _at_issue(verb: Token) -> Iterator[Stance]:
    """`At issue is the new roster`."""
    first = verb.sent[0]
    if first.lower_ == "at" and first.nbor().lower_ in positions.AT_ISSUE and first.i < verb.i:
        for child in verb.rights:
            if child.dep_ in {"nsubj", "attr"}:
                yield Stance(child, verb, "disputed", quarrel=True)


def _told(verb: Token, status: Status) -> Status | None:
    """What the verb says in its form: denied, a wish is a refusal, a refusal nothing; if not so yet, raised."""
    if supposed(verb):
        return "raised"
    if negated(verb):
        return None if status in {"disputed", "stalled"} else "disputed"
    if status not in {*lexicon.CLOSED, "stalled"}:
        return status
    shape = form(verb)
    done = shape.finite or (verb.tag_ in {"VBD", "VBN"} and not auxiliaries(verb))
    return status if done and not (shape.modal or shape.infinitive) else "raised"


def _meant(head: Token) -> Iterator[Token]:
    """What a noun stands for: of calls, plans and the like, what they are about; else itself."""
    if lemma_of(head) not in positions.SHELLS:
        yield head
        return
    acts = [verb for verb in acts_under(head) if is_act(verb)]
    if lemma_of(head) in positions.CLAIMS and not acts:
        claimed = (object_of(verb) for verb in head.rights if verb.dep_ in {"acl", "ccomp", "relcl"})
        acts = [noun for noun in claimed if noun is not None and noun.pos_ in NOUNS]
    about = [
        inner
        for preposition in head.rights
        if preposition.dep_ == "prep" and preposition.lower_ in positions.ABOUT
        for inner in _with(preposition, "pobj")
    ]
    told = about if lemma_of(head) in positions.SAYING else [noun for noun in about if _is_decided(noun)]
    yield from acts or told or (head,)


def _is_decided(noun: Token) -> bool:
    return lemma_of(noun) in DECIDABLE


def _phrasal(word: Token) -> str:
    """The lemma, with its particle: `rule out`."""
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    phrase = f"{lemma_of(word)} {after}"
    return phrase if phrase in WITH_PARTICLES else lemma_of(word)


def _with(governor: Token, dependency: str) -> Iterator[Token]:
    """The heads in that place; what a list there adds hangs on its first."""
    for child in governor.children:
        if child.dep_ == dependency:
            yield child
            yield from (other for other in child.conjuncts if other.dep_ in SIDEWAYS)


def lemma_of(token: Token) -> str:
    """Its dictionary form, lower case."""
    return token.lemma_.lower()


def contested(stance: Stance) -> bool:
    """Whether people can be for or against what a stance is about."""
    return stance.quarrel or is_act(stance.what) or lemma_of(stance.what) in DECIDABLE
