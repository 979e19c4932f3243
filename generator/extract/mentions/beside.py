"""Roles that stand beside a name: a title, an apposition on either side, a plural before several names."""

from collections.abc import Iterator

from generator.extract.mentions.lexicon import words
from generator.extract.mentions.nounphrases import (
    Named,
    ends_phrase,
    extend_left,
    is_head,
    noun_phrase,
    words_of,
)
from generator.extract.parsed import Doc
from generator.model import Span

RELATIVES = frozenset("brother daughter father husband mother partner sister son widow widower wife".split())
REACH = 16
"""Tokens before a name in which the noun stands that says what several people are."""
PROPER = frozenset({"NNP", "NNPS"})


def title(name: Named) -> str:
    """`Kenyan Interior Minister Jane Doe`, with `former` and the like before it."""
    span, doc = name.candidate.title, name.doc
    if span is None or name.kind != "person":
        return ""
    tokens = doc.char_span(span.start, span.end)
    if not tokens or tokens.text.rstrip(".") in words("honorifics"):
        return ""
    return words_of(extend_left(tokens[0].i, span.end, doc), doc)


def before(name: Named) -> str:
    """`team captain Jane Doe`, `the aid agency Acme`: the noun directly before a name."""
    doc = name.doc
    if name.lead < 1 or doc[name.first].is_sent_start:
        return ""
    head = doc[name.lead]
    if head.lower_ in {"called", "named"} and name.full:
        head = head.nbor(-1)  # `a schoolteacher named Jane Doe`
    if not is_head(head, name.kind) or head.tag_ not in {"NN", "NNP", "JJ"}:
        return ""
    if name.kind == "organization" and (not head.text.islower() or head.nbor(-1).tag_ == "HYPH"):
        return ""
    return words_of(extend_left(head.i, head.span.end, doc), doc)


def before_of(name: Named) -> str:
    """`head of the Court of Utopia Jane Doe`: a role whose `of` leads up to the name."""
    doc, index = name.doc, name.first
    if name.kind != "person" or not name.full or index < 3 or doc[index - 1].text in words("not_names"):
        return ""
    start, first = index - 1, doc[index].sent.start
    while start > first and (doc[start].tag_ in PROPER or doc[start].lower_ in {"of", "the", "for", "and"}):
        start -= 1
    head = doc[start]
    leads = start + 2 < index and doc[start + 1].lower_ in {"of", "for"} and doc[index - 1].tag_ in PROPER
    if not leads or not head.tag_.startswith("NN") or not is_head(head, "person"):
        return ""
    return words_of(extend_left(start, doc[index].idx, doc), doc)


def after(name: Named) -> str:
    """`Jane Doe, 45, the chief executive of Acme, …`."""
    doc, index, stop = name.doc, name.following, name.stop
    if (
        index + 2 < stop
        and doc[index].text == ","
        and (doc[index + 1].like_num or doc[index + 1].text == "aged")
    ):
        index += 3 if doc[index + 1].text == "aged" else 2
    if index + 1 >= stop or doc[index].text != ",":
        return ""
    index += doc[index + 1].lower_ in {"now", "then"}
    if index + 1 >= stop:
        return ""
    if name.kind == "organization" and doc[index + 1].tag_ != "DT":
        return ""
    return words_of(noun_phrase(index + 1, stop, name.kind, doc), doc)


def directly_after(name: Named) -> str:
    """`said Jane Doe chairman of Acme`."""
    doc, index = name.doc, name.following
    if (
        name.kind != "person"
        or index + 1 >= name.stop
        or not doc[index].text.islower()
        or doc[index].tag_ != "NN"
    ):
        return ""
    if not is_head(doc[index], name.kind) or doc[index + 1].lower_ not in {"of", "at", "for"}:
        return ""
    return words_of(noun_phrase(index, name.stop, name.kind, doc), doc)


def reversed_(name: Named) -> str:
    """`The company's chief executive, Jane Doe, said …`: the longest phrase up to the comma that is a role."""
    doc, comma = name.doc, name.lead
    while comma > 0 and doc[comma].text.rstrip(".") in words("ranks"):
        comma -= 1  # `Ardania's chief negotiator, General Tom Roe, said …`
    if (
        comma > 1
        and doc[comma - 1].text == ","
        and doc[comma].tag_ in PROPER | {"JJ"}
        and doc[comma].text.istitle()
    ):
        comma -= 1  # `the outgoing premier, Liberal Jane Doe, said …`
    related = comma > 0 and doc[comma - 1].lower_ in RELATIVES
    if not (name.full or related) or comma < 1 or doc[comma].text != ",":
        return ""
    if name.following >= len(doc) or doc[name.following].text not in {",", ".", "of", "at", "who"}:
        return ""
    end = doc[comma - 1].span.end
    whole = [span for span in _phrases_before(name, comma) if span is not None and span.end == end]
    return words_of(whole[-1], doc) if whole else ""


def _phrases_before(name: Named, comma: int) -> Iterator[Span | None]:
    """The phrases that begin before the comma, each longer than the one before."""
    doc, start = name.doc, comma - 1
    first = doc[name.first].sent.start
    while start >= first and not ends_phrase(doc[start]):
        opens = start == first or ends_phrase(doc[start - 1]) or doc[start - 1].tag_ in {"CC", "IN"}
        if opens or doc[start].tag_ in {"DT", "PRP$"}:
            yield noun_phrase(start, comma, name.kind, doc)
        if doc[start].tag_ in {"DT", "PRP$"} and doc[start - 1].tag_ != "IN":
            return  # what stands before is no part of the phrase: `Last month her minister`
        if doc[start - 1].tag_ == "CC" and doc[start - 2].tag_ in PROPER and _is_owner(start, doc):
            return  # nor is who else it is: `Ann Lee and Japan’s finance minister`
        start -= 1


def _is_owner(index: int, doc: Doc) -> bool:
    """Whether a name with a genitive begins there: `South Africa’s`."""
    while index + 1 < len(doc) and doc[index].tag_ in PROPER:
        index += 1
    return doc[index].tag_ == "POS" and doc[index - 1].tag_ in PROPER


def plural(name: Named) -> str:
    """`their finance ministers, Jane Doe and Joe Roe`: the role of each."""
    doc = name.doc
    if name.kind != "person" or not name.full:
        return ""
    start = name.first - 1
    first = max(doc[name.first].sent.start, start - REACH)
    listed = doc[name.following].lower_ in {"and", ","} if name.following < len(doc) else False
    while start > first and _within_list(doc[start].tag_, doc[start].text):
        listed |= doc[start].lower_ == "and"
        start -= 1
    return _one_of(start, name) if listed and start >= 0 else ""


def _within_list(tag: str, word: str) -> bool:
    return tag in PROPER or word in {",", "and", "of"} or word.rstrip(".") in words("honorifics")


def _one_of(index: int, name: Named) -> str:
    """The role of one of those whom the plural noun at `index` means."""
    doc, head = name.doc, name.doc[index]
    if head.tag_ != "NNS" or not is_head(head, name.kind):
        return ""
    return words_of(extend_left(index, head.idx, doc), doc) + head.lemma_


def couple(name: Named) -> str:
    """`Jane Doe and Joe Roe arrived, and the two ministers …`: the role of each."""
    doc, index = name.doc, name.following
    joined = name.lead >= 0 and doc[name.lead].lower_ == "and"
    if (
        name.kind != "person"
        or not name.full
        or not (joined or (index < name.stop and doc[index].lower_ == "and"))
    ):
        return ""
    two = next((i for i in range(index, name.stop - 1) if doc[i].lower_ in {"two", "both"}), name.stop)
    head = next((i for i in range(two + 1, min(two + 4, name.stop)) if doc[i].tag_ == "NNS"), None)
    return _one_of(head, name) if head is not None else ""
