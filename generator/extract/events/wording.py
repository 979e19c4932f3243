"""The timeline's wording of an event: subject, verb and objects in the article's words, so that it stands alone."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.syntax import CLAUSES, VERBAL, auxiliaries, form
from generator.extract.events.who import PERSONAL, acts, antecedent, named, together

LONGEST = 24
"""Words; what follows is cut."""
PRONOUNS = PERSONAL | frozenset({"they", "them", "we", "us", "you", "this", "these", "those", "that", "one"})
UNFINISHED = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "and",
        "for",
        "with",
        "by",
        "from",
        "at",
        "or",
        "before",
        "after",
        "until",
        "since",
        "shortly",
    }
)
ASIDES = frozenset({"relcl", "appos", "parataxis", "advcl"})


def what(trigger: Token, context: Context) -> tuple[str, str]:
    """The wording, and why it may not stand alone; both may be empty."""
    if trigger.pos_ in VERBAL:
        return _of_verb(trigger, context)
    return _of_noun(trigger, context), ""


# --- nouns ------------------------------------------------------------------------------------


def _of_noun(noun: Token, context: Context) -> str:
    """The noun phrase without its article; a gathering with the one who speaks there."""
    words = re.sub(r"(?i)^(only |even )?(the|a|an) ", "", tidy(phrase(noun, context)))
    if " " not in words:
        whole = tidy(noun.doc[noun.left_edge.i : noun.i + 1].text)
        words = re.sub(r"(?i)^(the|a|an) ", "", whole)
    if noun.lemma_ in lexicon.GATHERINGS and noun.head.dep_ == "prep" and noun.head.head.pos_ in VERBAL:
        acting = acts(noun.head.head, context)
        speaker = named(acting, context) if acting is not None else ""
        if speaker:
            return f"{context.entities[speaker].name}’s {words}"
    return words


# --- verbs ------------------------------------------------------------------------------------


def _of_verb(verb: Token, context: Context) -> tuple[str, str]:
    acting = acts(verb, context)
    name, unsure = _subject(acting, verb, context) if acting is not None else ("", _untold(verb))
    if acting is not None and verb.dep_ == "acl" and acting == verb.head:
        name = tidy(phrase(acting, context, without=verb))
    told = [join([*_helpers(verb, acting), verb], context), _relative_object(verb, context)]
    return tidy(f"{name} {''.join(told)} {join(after(verb, context), context, own=name)}"), unsure


def _untold(verb: Token) -> str:
    """Why the wording of a verb without a subject does not stand alone."""
    own = form(verb)
    return "who did it is not told" if own.finite or own.infinitive or verb.dep_ == "ROOT" else ""


def _helpers(verb: Token, acting: Token | None) -> list[Token]:
    """The auxiliaries, those shared with the conjunct before, and what an infinitive hangs on: `is expected to`."""
    if acting is None:
        return []
    helpers = auxiliaries(verb)
    if not helpers and verb.dep_ == "conj" and verb.tag_ in {"VBN", "VB", "VBG"} and verb.head.pos_ in VERBAL:
        helpers = [token for token in auxiliaries(verb.head) if token.tag_ != "TO"]
    head = verb.head
    if verb.dep_ == "xcomp" and any(token.tag_ == "TO" for token in helpers) and acting.i < head.i:
        above = head.head if head.dep_ in {"acomp", "attr", "oprd"} else None
        if above is not None:
            return [*auxiliaries(above), above, head, *helpers]
        if head.pos_ in VERBAL:
            return [*auxiliaries(head), head, *helpers]
    return helpers


def _subject(acting: Token, verb: Token, context: Context) -> tuple[str, str]:
    if acting.pos_ != "PRON" or acting.lower_ not in PRONOUNS:
        return tidy(phrase(acting, context, without=verb)), ""
    meant = antecedent(acting, context)
    if meant:
        return context.entities[meant].name, ""
    several = [context.entities[each].name for each in together(acting, context)]
    if several:
        return f"{', '.join(several[:-1])} and {several[-1]}", ""
    matter = _matter(acting, verb)
    if matter is not None:
        return tidy(join([matter, *after(matter, context)], context)), ""
    return acting.text, f"who or what “{acting.text}” is"


def _matter(pronoun: Token, verb: Token) -> Token | None:
    """The act that `it` stands for in `We are close to signing, and it could happen today`."""
    if pronoun.lower_ not in {"it", "this", "that"} or verb.dep_ != "conj":
        return None
    acting = [
        token for token in verb.head.subtree if token.i < pronoun.i and token.dep_ in {"pcomp", "xcomp"}
    ]
    return next((token for token in acting if token.tag_ == "VBG"), None)


def _relative_object(verb: Token, context: Context) -> str:
    """`the offer ` for `an offer that she had made`."""
    pronoun = next(
        (child for child in verb.lefts if child.dep_ == "dobj" and child.tag_ in {"WDT", "WP"}), None
    )
    if verb.dep_ != "relcl" or pronoun is None:
        return ""
    return tidy(phrase(verb.head, context, without=verb))


def after(verb: Token, context: Context) -> list[Token]:
    """What follows the verb in its clause, without dates, asides and other clauses."""
    kept: list[Token] = []
    for child in verb.children:
        if child.dep_ in CLAUSES | {
            "conj",
            "cc",
            "punct",
            "mark",
            "dep",
            "npadvmod",
            "intj",
            "nsubj",
            "nsubjpass",
        }:
            if child.dep_ == "ccomp" and verb.lemma_ in lexicon.CLAUSAL:
                kept.extend(_inside(child, context))
            continue
        if child.i < verb.i and child.dep_ != "neg":
            continue
        if child.dep_ == "advmod" and child.lemma_.lower() in lexicon.ADVERBS:
            continue
        if child.lower_ == "according" or (child.dep_ == "advmod" and _before(child) == ","):
            continue
        if not _is_dating(child, context):
            kept.extend(_inside(child, context))
    return sorted(kept)


# --- phrases ----------------------------------------------------------------------------------


def phrase(noun: Token, context: Context, without: Token | None = None) -> str:
    """The noun phrase in words; a full name stands for its longer form with roles."""
    plain = not any(child.dep_ in {"conj", "prep"} for child in noun.children)
    entity = named(noun, context) if plain else ""
    if entity:
        return context.entities[entity].name
    skipped = set(without.subtree) if without is not None and noun.is_ancestor(without) else set()
    return join(sorted(token for token in _inside(noun, context) if token not in skipped), context)


def _inside(head: Token, context: Context) -> Iterator[Token]:
    """The subtree of `head` without asides: relative clauses and appositions after a comma or in brackets."""
    yield head
    own = context.temporal_at.get(head.i)
    for child in head.children:
        if child.i in context.datelines or (child.dep_ in ASIDES | {"punct"} and not _belongs(child, head)):
            continue
        if child.dep_ == "acl" and _before(child) == ",":
            continue
        if _is_dating(child, context) and (own is None or context.temporal_at.get(child.i) != own):
            continue
        yield from _inside(child, context)


def _belongs(child: Token, head: Token) -> bool:
    """Whether a mark, a relative clause or an apposition is part of what the phrase says."""
    if child.dep_ == "punct":
        listed = child.text == "," and any(
            other.dep_ == "conj" and other.i > child.i for other in head.rights
        )
        return listed or child.text in {"-", "–", "’", "'", "/"}
    return child.dep_ in {"relcl", "appos"} and _before(child) not in {",", "(", "–", "—", "-"}


def _before(token: Token) -> str:
    edge = token.left_edge
    return str(edge.nbor(-1).text) if edge.i > 0 else ""


def _is_dating(token: Token, context: Context) -> bool:
    """Whether a phrase only dates: the expression itself, or a preposition and nothing but it."""
    if token.i in context.temporal_at:
        return True
    if token.dep_ not in {"prep", "advmod", "agent"}:
        return False
    inner = [item for item in token.children if item.dep_ in {"pobj", "pcomp", "prep", "advmod", "npadvmod"}]
    return bool(inner) and all(_is_dating(item, context) for item in inner)


def join(tokens: list[Token], context: Context, own: str = "") -> str:
    """The words of `tokens` with the blanks of the text.

    Personal pronouns become names where known, unless the name is `own`, that of the subject, already.
    """
    parts: list[str] = []
    for index, token in enumerate(tokens):
        word = token.text
        if token.lower_ in {"his", "her", "him"} and token.pos_ == "PRON":
            meant = antecedent(token, context)
            name = context.entities[meant].name if meant else own
            word = word if name == own else name + ("’s" if token.tag_ == "PRP$" else "")
        if token.tag_ == "WP$":
            word = f"{_whose(token, context)}’s"
        follows = index + 1 < len(tokens) and tokens[index + 1].i == token.i + 1
        parts.append(word + (token.whitespace_ if follows else " "))
    return "".join(parts)


def _whose(token: Token, context: Context) -> str:
    """What `whose` refers to: the noun that its relative clause describes."""
    verb = token
    while verb.dep_ != "relcl" and verb.head != verb:
        verb = verb.head
    return tidy(phrase(verb.head, context, without=verb))


def tidy(words: str) -> str:
    """One line without stray marks, cut after `LONGEST` words."""
    text = re.sub(r"\s+", " ", words)
    text = re.sub(r"\s+([,;:.])", r"\1", text).strip(' ,;:–—-"“”‘')
    parts = text.split(" ")
    kept = parts[:LONGEST]
    while len(kept) > 1 and kept[-1].lower() in UNFINISHED:
        kept.pop()
    return " ".join(kept) + (" …" if len(parts) > LONGEST else "")
