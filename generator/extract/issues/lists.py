"""Issues that the text lists: `key issues such as A, B and C`, `differences over A and B`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.extract.issues import lexicon
from generator.extract.issues.phrases import Named, belongs_to_verb, named, of_head
from generator.extract.parsed import FINITE, Doc, Token

SEPARATORS = frozenset({",", ";"})
IN_DISPUTE = frozenset({"dispute", "question", "doubt"})
"""Nouns that, behind `in`, say of something that people are at odds over it."""
INTRODUCING = IN_DISPUTE | {"be"} | lexicon.LISTED | lexicon.LISTING | lexicon.CONTENTIOUS
"""Lemmas of the words that introduce a list; OPENERS say how."""


def listed(tokens: Iterable[Token]) -> Iterator[tuple[Named, Token]]:
    """Every issue that one of `tokens` lists, and that noun or verb, in the order of the text."""
    for token in tokens:
        if token.lemma_.lower() not in INTRODUCING and token.lower_ != "over":
            continue
        doc = token.doc
        start = _introduced(token)
        if start is not None:
            for start_of, end_of in _items(doc, start):
                item = named(doc, start_of, end_of)
                if item.end > item.start and _is_phrase(doc, item):
                    yield item, token
            asked = _asked(doc, _end(doc, start))
            if asked is not None:
                yield asked, token


def _introduced(token: Token) -> int | None:
    """Index of the token at which a list begins that `token` introduces."""
    words = [each.lower_ for each in token.doc[token.i + 1 : token.i + 5]]
    skips = (opener(token, words) for opener in OPENERS if words)
    skip = next((skip for skip in skips if skip is not None), None)
    return None if skip is None else token.i + 1 + skip


def _examples(token: Token, words: Sequence[str]) -> int | None:
    """`issues such as …`, `demands: …`, `two disputes, the …`."""
    if token.lemma_.lower() not in lexicon.LISTED or token.pos_ not in {"NOUN", "VERB"}:
        return None
    comma = int(words[0] == ",")
    for opening in (["such", "as"], ["including"], ["like"], ["namely"]):
        if words[comma : comma + len(opening)] == opening:
            return comma + len(opening)
    counted = any(child.dep_ == "nummod" for child in token.lefts)
    return 1 if words[0] == ":" or (counted and words[:2] == [",", "the"]) else None


def _agenda(token: Token, _words: Sequence[str]) -> int | None:
    """`the draft covers …`."""
    if token.lemma_.lower() not in lexicon.LISTING or token.pos_ != "VERB":
        return None
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    return 0 if any(child.lemma_.lower() in lexicon.LISTED for child in subjects) and _many(token) else None


def _hindrance(token: Token, _words: Sequence[str]) -> int | None:
    """`the main obstacle is …`, `the hard part is …`."""
    told = any(child.dep_ == "attr" and child.pos_ == "NOUN" for child in token.children)
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    hard = any(
        child.lemma_.lower() in lexicon.HINDRANCES
        or any(word.lemma_.lower() in lexicon.HARD for word in child.lefts)
        for child in subjects
    )
    return 0 if token.lemma_ == "be" and told and hard else None


def _so_called(token: Token, words: Sequence[str]) -> int | None:
    """`over what it calls …`."""
    calls = next((place for place, word in enumerate(words) if word in {"calls", "called", "call"}), None)
    return calls + 1 if token.lower_ == "over" and words[0] == "what" and calls is not None else None


def _contention(token: Token, words: Sequence[str]) -> int | None:
    """`differences over …`; not where the list follows later: `differences over key issues such as …`."""
    later = any(other.lemma_.lower() in lexicon.LISTED for other in token.doc[token.i + 2 : token.i + 6])
    if token.lemma_.lower() not in lexicon.CONTENTIOUS or later:
        return None
    over = 1 if words[0] in COPULAS else 0
    return (
        over + 1
        if words[over : over + 1] and words[over] in (lexicon.ABOUT - {"of"} if over else lexicon.ABOUT)
        else None
    )


def _in_dispute(token: Token, words: Sequence[str]) -> int | None:
    """`parts of the package remain in dispute, including …`."""
    comma = int(words[0] == ",")
    return comma + 1 if _is_in_dispute(token) and words[comma : comma + 1] == ["including"] else None


def _at_heart(token: Token, _words: Sequence[str]) -> int | None:
    """`At the heart of the dispute are …`."""
    start = token.sent.start
    before = [each.lower_ for each in token.doc[start : token.i]]
    heart = token.lemma_ == "be" and before[:2] == ["at", "the"] and bool(HEART & set(before[2:3]))
    return 0 if heart and before[3:4] == ["of"] and len(before) <= NEAR else None


COPULAS = frozenset({"is", "are", "was", "were", "remain", "remains", "remained"})
HEART = frozenset({"centre", "center", "core", "heart", "root"})
NEAR = 8
"""Words before the verb: `At the heart of the long dispute are`."""


def quarrelled_over(by: Token) -> bool:
    """Whether what introduces a list says by itself that people are at odds over what it lists."""
    return _is_in_dispute(by) or _at_heart(by, ()) is not None


def _is_in_dispute(by: Token) -> bool:
    """`in dispute`, `in question`."""
    return by.lemma_.lower() in IN_DISPUTE and by.dep_ == "pobj" and by.head.lower_ == "in"


def _asked(doc: Doc, end: int) -> Named | None:
    """The question that ends a list: `differences over prices and over who pays for the bridge`."""
    who = doc[end] if end < len(doc) else None
    if who is None or who.lower_ != "who" or who.head.lemma_.lower() not in BEARING:
        return None
    within = [token for token in who.head.subtree if token.dep_ in {"dobj", "pobj"} and token.i > who.head.i]
    if not within:
        return None
    phrase = of_head(within[0])
    asked = doc.words(who.i + 1, phrase.end).text
    return replace(phrase, start=who.i + 1, name=f"who {' '.join(asked.split())}")


BEARING = frozenset("bear control finance fund get inherit keep lead own pay run".split())
"""What people quarrel over who does it."""
OPENERS = (_examples, _agenda, _hindrance, _so_called, _contention, _in_dispute, _at_heart)
"""Each says how many tokens after the given one a list begins, if that one introduces any."""


def contested(by: Token) -> bool:
    """Whether what introduces a list tells that people are at odds over it."""
    return by.lemma_.lower() in lexicon.CONTENTIOUS or by.lower_ == "over" or by.pos_ == "AUX"


def _many(verb: Token) -> bool:
    """Whether the object is a list of two or more."""
    return any(child.dep_ == "dobj" and (child.conjuncts or _is_list(child)) for child in verb.children)


def _is_list(token: Token) -> bool:
    sentence = token.sent
    return sum(each.text in SEPARATORS for each in sentence[token.i - sentence.start :]) > 1


def _items(doc: Doc, start: int) -> list[tuple[int, int]]:
    """Token ranges of the items of the list that begins at `start`."""
    end = _end(doc, start)
    marks = ";" if any(token.text == ";" for token in doc[start:end]) else ","
    cuts = [token.i for token in doc[start:end] if token.text == marks]
    parts = list(zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))
    parts = [(first, last) for first, last in parts if last > first]
    if not parts:
        return []
    first, last = parts[-1]
    serial = len(parts) > 1 and doc[first].lower_ in {"and", "or"}
    if serial:
        return [*parts[:-1], (first + 1, last)]
    middle = _joint(doc, first, last)
    return [*parts[:-1], (first, middle), (middle + 1, last)] if middle else parts


def _joint(doc: Doc, start: int, end: int) -> int | None:
    """The `and` that joins the last two items: one that the parser hangs on the first noun, else the first one."""
    joints = [token for token in doc[start:end] if token.lower_ in {"and", "or"} and token.dep_ == "cc"]
    if not joints:
        return None
    root = doc.words(start, end).root
    top = [token for token in joints if token.head == root]
    return int((top or joints)[0].i)


def _end(doc: Doc, start: int) -> int:
    """Where the list ends: at a finite verb, a mark or a word that begins another clause."""
    sentence = doc[start].sent if start < len(doc) else None
    if sentence is None:
        return start
    cut = sentence.end
    for token in doc[start : sentence.end]:
        stop = token.text in {".", "!", "?", "”", '"', "(", "—", "–", ":"} or (
            token.tag_ in FINITE and token.pos_ in {"VERB", "AUX"}
        )
        if stop or token.is_space or token.tag_ in {"WDT", "WP", "WRB"} or belongs_to_verb(token):
            cut = token.i
            break
    before = doc[start:cut]
    # `…, the NCC said`: the subject of the verb that ends the list is no item.
    if cut < sentence.end and doc[cut].pos_ in {"VERB", "AUX"}:
        commas = [token.i for token in before if token.text == ","]
        subjects = [child for child in _main(doc[cut]).lefts if child.dep_ in {"nsubj", "nsubjpass"}]
        if commas and any(child.i > commas[-1] for child in subjects) and doc[commas[-1] + 1].lower_ != "and":
            return commas[-1]
    return cut


def _main(verb: Token) -> Token:
    return verb.head if verb.dep_ in {"aux", "auxpass"} else verb


def _is_phrase(doc: Doc, item: Named) -> bool:
    """Whether an item is a noun phrase of a size that a name has."""
    head = doc[item.head]
    return item.end - item.start <= 16 and head.pos_ in {"NOUN", "PROPN", "VERB"} and bool(item.name)
