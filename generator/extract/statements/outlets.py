"""Through whom a statement came: the outlet, or whoever else, that passed it on."""

import re
from collections.abc import Sequence
from itertools import islice

from generator.extract import coreference
from generator.extract.coreference import Context
from generator.extract.parsed import Doc, Token
from generator.extract.statements import lexicon
from generator.extract.statements.circumstances import PHRASES, is_said
from generator.extract.statements.grammar import child, noun_phrase
from generator.extract.statements.join import Draft
from generator.extract.statements.nesting import enclosing
from generator.extract.statements.people import can_speak

NEWS = re.compile(
    r"(?:News|Times|Post|Herald|Tribune|Guardian|Telegraph|Journal|Gazett[ae]|Chronicle|Mail|Mirror|Observer|Press|"
    r"Daily|Weekly|TV|Radio|Television|Magazine|Newspaper|Today|Standard|Independent|Sun|Star|Globe|Courier|Wire|"
    r"Broadcasting|Advertiser|Argus|Bugle|Bulletin|Channel|Dagblad|Digest|Dispatch|Echo|Enquirer|Examiner|Express|"
    r"FM|Inquirer|Insider|Ledger|Mercury|Messenger|Monitor|Online|Podcast|Record|Recorder|Reporter|Review|Sentinel|"
    r"Spectator|Zeitung)"
)
"""Words in the names of outlets."""
AGENCIES = frozenset(
    """
    ABC AFP ANSA AP Al-Jazeera Anadolu Axios BBC Bloomberg CBC CBS CNN DPA EFE Figaro Haaretz ITV Interfax Jazeera
    Kyodo MSNBC Monde NBC NPR PBS Politico Reuters Sky Spiegel TASS Xinhua Yonhap
    """.split()
)
"""Outlets whose names do not say that they are."""
HOUSES = frozenset("Bundestag Commons House Kremlin Lords Pentagon Taliban Vatican".split())
"""Names without a word for a body, of bodies that are told things."""
LEADING = frozenset("by for in on through to via with".split())
"""Prepositions that lead to an outlet: `in an interview with the Post`, `on Radio Holm`."""
CARRYING = frozenset("air broadcast carry cite obtain quote review see view".split())
"""What is done with words by whom they come through, whoever it is: `in a letter seen by Meridian`."""
PASSING = CARRYING | frozenset(
    """
    conduct convey deliver distribute give grant leak monitor post print provide publish read record
    relay release report send
    """.split()
)
"""What is done with words that come through an outlet."""
CONVEYING = frozenset("convey deliver read relay".split())
"""What is done with words by somebody who lends a mouth."""
SPEAKING = frozenset("appear interview speak talk write".split())


def vias(doc: Doc, drafts: Sequence[Draft], known: Context, publisher: str = "") -> list[str]:
    """For each draft who passed it on, but for the article's own publisher; empty: nobody is told.

    Its own words tell (`told the Daily Ledger`), the statement in which it stands, or what the same speaker said
    before in the sentence.
    """
    around = enclosing(doc, drafts)
    found = [
        _via(doc, draft, known) or (_chain(doc, drafts[outer], known) if outer is not None else "")
        for draft, outer in zip(drafts, around, strict=True)
    ]
    for index in sorted(range(len(drafts)), key=lambda i: drafts[i].saying.verb):
        outer = around[index]
        same = _before(doc, drafts, index)
        if (
            outer is not None
            and drafts[index].saying.head >= 0
            and doc[drafts[index].saying.head].pos_ == "PRON"
        ):
            same.append(outer)  # `told the Post that he thought …`
        found[index] = found[index] or next((found[i] for i in same if found[i]), "")
    sources = [doc.words(*draft.saying.source).text if draft.saying.source else "" for draft in drafts]
    return [
        "" if words == source or _is_own(words, publisher) else words
        for words, source in zip(found, sources, strict=True)
    ]


def passes_on(doc: Doc, draft: Draft) -> bool:
    """Whether it only says where the article has it from: `…, according to Y`, `…, the Post reported`."""
    saying = draft.saying
    told = saying.rule in PHRASES or saying.via is not None
    return told or (saying.head >= 0 and is_outlet(doc[saying.head]))


def _before(doc: Doc, drafts: Sequence[Draft], index: int) -> list[int]:
    """Drafts of the same subject, earlier in its sentence: `told the Post it was over, adding that …`."""
    saying = drafts[index].saying
    if saying.head < 0:
        return []
    start = doc[saying.verb].sent.start
    return [
        i
        for i, each in enumerate(drafts)
        if each.saying.head == saying.head and start <= each.saying.verb < saying.verb
    ]


def _is_own(words: str, publisher: str) -> bool:
    names = set(words.casefold().split()) - {"the"}
    own = {*publisher.casefold().split(), "".join(word[0] for word in publisher.casefold().split())}
    return names <= own or not names.isdisjoint({"this", "our", "us"})


def _chain(doc: Doc, outer: Draft, known: Context) -> str:
    if outer.saying.source is None or outer.saying.head < 0:
        return ""
    passes = outer.saying.rule == "according to" or is_outlet(doc[outer.saying.head], known)
    return doc.words(*outer.saying.source).text if passes else ""


def _via(doc: Doc, draft: Draft, known: Context) -> str:
    saying = draft.saying
    if saying.via:
        return doc.words(*saying.via).text
    verb = doc[saying.verb]
    if verb.lemma_ in {"inform", "tell"}:
        told = [each for each in verb.rights if each.dep_ in {"dative", "dobj"} and not is_said(draft, each)]
        outlet = next((each for each in told if is_outlet(each, known) or _is_told(each, known)), None)
        if outlet is not None:
            return _recipient(doc, draft, told[0], outlet)
    start, end = verb.sent.start, verb.sent.end
    source = range(*saying.source) if saying.source else range(0)
    for token in doc[start:end]:
        if token.dep_ != "pobj" or token.pos_ not in {"PROPN", "NOUN", "NUM"} or is_said(draft, token):
            continue
        if token.lower_ in {"page", "website"} and child(token, "poss") is not None:
            continue  # `on the council's website`: its own
        way = _way(token, draft, in_source=token.i in source)
        carried = way == "carried" and token.pos_ == "PROPN"
        if way and (is_outlet(token, known) or carried or _lends_a_mouth(token)):
            return _recipient(doc, draft, token, token)
    return ""


def _lends_a_mouth(thing: Token) -> bool:
    """`said through her lawyer`, `in a message read by his son`: a go-between that is no outlet."""
    prep = thing.head
    read = prep.lower_ == "by" and prep.head.lemma_ in CONVEYING
    return (read or prep.lower_ in {"through", "via"}) and can_speak(thing)


def _recipient(doc: Doc, draft: Draft, first: Token, outlet: Token) -> str:
    """`the Daily Ledger`, which the parse may take for two objects; never beyond where the content starts."""
    end = noun_phrase(outlet)[1]
    while end > outlet.i + 1 and (is_said(draft, doc[end - 1]) or doc[end - 1].lower_ == "that"):
        end -= 1
    for each in outlet.rights:  # `a paper on Friday`
        thing = child(each, "pobj")
        if thing is not None and thing.ent_type_ in {"DATE", "TIME"}:
            end = min(end, each.i)
    return doc.words(first.left_edge.i, end).text


def _way(thing: Token, draft: Draft, *, in_source: bool) -> str:
    """How the saying leads to the object of a preposition: `carried` by it, `through` it, or not at all."""
    prep = thing.head
    if prep.lower_ not in LEADING or (in_source and prep.lower_ != "by"):
        return ""
    goals = {draft.saying.verb, draft.saying.head}
    if draft.saying.rule in PHRASES and not in_source:
        return ""
    way = "through"
    for above in islice(prep.ancestors, 8):
        if prep.lower_ == "by" and above.i == prep.head.i and above.i != draft.saying.verb:
            if above.lemma_ not in PASSING:
                return ""
            way = "carried" if above.lemma_ in CARRYING else way
        if above.i in goals:
            return way
        if above.dep_ in {"conj", "xcomp", "pcomp"} and above.head.i in goals:
            return way
        if not (above.dep_ in {"pobj", "prep", "acl", "agent", "dobj"} or above.lemma_ in PASSING | SPEAKING):
            return way if _governs(above, draft) else ""
    return ""


def _governs(verb: Token, draft: Draft) -> bool:
    """Whether the saying hangs from this verb: `was quoted by the Post as saying`, `spoke to the Post, saying`."""
    return verb.i in {each.i for each in islice(verb.doc[draft.saying.verb].ancestors, 2)} and not is_said(
        draft, verb
    )


def is_outlet(head: Token, known: Context | None = None) -> bool:
    """Whether the head names or means a newspaper, an agency, a broadcaster."""
    if head.text in AGENCIES or head.lower_ == "media" or head.lemma_.lower() in lexicon.OUTLETS:
        return True
    if head.pos_ not in {"PROPN", "NUM"}:
        return False
    beside = [each for each in head.children if each.dep_ in {"appos", "compound", "nmod"}]
    return (
        any(each.lemma_.lower() in lexicon.OUTLETS for each in beside)
        or any(NEWS.fullmatch(token.text) for token in (head, *head.lefts, *head.rights))
        or (known is not None and coreference.role_at(known, head.idx) in lexicon.OUTLETS)
    )


def _is_told(head: Token, known: Context) -> bool:
    """Whether an article tells what was said to a named body that is no public one: an outlet, `told Meridian`."""
    named = head.pos_ == "PROPN" and head.text not in HOUSES
    return named and coreference.is_unclassed(known, head.idx)
