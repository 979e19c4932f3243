"""The timeline's wording of an event: subject, verb and objects in the article's words, so that it stands alone."""

import re

from generator.extract.events import lexicon
from generator.extract.events.context import Context
from generator.extract.events.phrases import before, inside, is_dating, join, phrase, tidy
from generator.extract.events.plurals import plural_before, together
from generator.extract.events.syntax import CLAUSES, VERBAL, auxiliaries, form, subject
from generator.extract.events.who import PERSONAL, acts, antecedent, named
from generator.extract.parsed import Token
from generator.extract.statements.cues import INFINITIVE

PRONOUNS = PERSONAL | frozenset({"they", "them", "we", "us", "you", "this", "these", "those", "that", "one"})
OF_A_NAME = {
    "have": "has", "'ve": "has", "’ve": "has", "am": "is", "'m": "is", "’m": "is", "are": "is", "'re": "is",
    "’re": "is", "were": "was", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would",
}  # fmt: skip
"""Forms beside `I` and `we` → those beside the name that stands for them."""
THIRD_PERSON = re.compile(rf"\A({'|'.join(OF_A_NAME)}) +", re.IGNORECASE)


def what(trigger: Token, context: Context) -> tuple[str, str]:
    """The wording, and why it may not stand alone; both may be empty."""
    if trigger.pos_ in VERBAL:
        return _of_verb(trigger, context)
    words = _of_noun(trigger, context)
    undated = trigger.i not in context.temporals_of
    bare = (undated and " " not in words) or re.match(r"(?i)(its|their|his|her|our|this|that) ", words)
    return words, f"which {trigger.text} it is" if bare else ""


# --- nouns ------------------------------------------------------------------------------------


def _of_noun(noun: Token, context: Context) -> str:
    """The noun phrase without its article; a gathering with the one who speaks there."""
    others = {token for child in noun.conjuncts if child.head == noun for token in child.subtree}
    others |= {child for child in noun.rights if child.dep_ == "cc"}
    kept = sorted(token for token in inside(noun, context) if token not in others)
    words = re.sub(r"(?i)^(only |even )?(the|a|an) ", "", tidy(join(kept, context)))
    if " " not in words:
        whole = tidy(noun.doc.words(noun.left_edge.i, noun.i + 1).text)
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
    words = join([*_helpers(verb, acting), verb], context)
    if name and verb.is_sent_start:  # `Born in Calvia, she left`
        words = words[0].lower() + words[1:]
    if acting is not None and acting.lower_ in {"i", "we"} and name.lower() != acting.lower_:
        words = THIRD_PERSON.sub(lambda match: OF_A_NAME[match[1].lower()] + " ", words)
    told = [words, _relative_object(verb, context)]
    rest = join(after(verb, context), context, own=name)
    if name and verb.lemma_ == "be" and not rest and verb.tag_ in {"VBZ", "VBP"}:
        return name, unsure  # `The next hearing is` on a day that stands beside it
    return tidy(f"{name} {''.join(told)} {rest}"), unsure


def _untold(verb: Token) -> str:
    """Why the wording of a verb without a subject does not stand alone."""
    own = form(verb)
    return "who did it is not told" if own.finite or own.infinitive or verb.dep_ == "ROOT" else ""


def _helpers(verb: Token, acting: Token | None) -> list[Token]:
    """The auxiliaries, those shared with the conjunct before, and what an infinitive hangs on: `is expected to`."""
    if acting is None:
        return []
    helpers = auxiliaries(verb)
    if not helpers and verb.dep_ == "conj" and verb.head.dep_ == "xcomp" and form(verb).infinitive:
        return _helpers(verb.head, acting)  # `plans to close the mine and cut jobs`: neither is done
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
        name = context.entities[meant].name
        alone = acting.lower_ not in {"we", "us"} or context.entities[meant].type != "person"
        return name if alone else f"{name}’s side", ""
    several = [context.entities[each].name for each in together(acting, context)]
    if several:
        return f"{', '.join(several[:-1])} and {several[-1]}", ""
    people = plural_before(acting, context) if acting.lower_ in {"they", "them"} else None
    if people is not None and context.statement(acting) is context.statement(people):
        return tidy(phrase(people, context)), ""
    thing = _thing_before(acting, verb)
    if thing is not None:
        return tidy(phrase(thing, context)), ""
    matter = _matter(acting, verb)
    if matter is not None:
        return tidy(join([matter, *after(matter, context)], context)), ""
    return acting.text, f"who or what “{acting.text}” is"


def _thing_before(pronoun: Token, verb: Token) -> Token | None:
    """The match in `The match was postponed. It will be played in May`: the event last told of."""
    first = pronoun.sent.start
    if pronoun.lower_ != "it" or not first or verb.dep_ != "ROOT" or verb.head != pronoun.head:
        return None
    above = next((token for token in pronoun.doc[first - 1].sent if token.dep_ == "ROOT"), None)
    recalled = (
        next((_recalled(token) for token in above.subtree if _recalled(token)), None) if above else None
    )
    if recalled is not None and form(verb).past and verb.tag_ == "VBD":
        above = recalled
    acting = subject(above) if above is not None else None
    named = acting is not None and acting.tag_ == "NN" and acting.lemma_.lower() in lexicon.NOUNS
    return acting if named else None


def _recalled(token: Token) -> Token | None:
    """`lasted` in `the first since 1998, when a walkout lasted 23 days`; the simple past after it goes on there."""
    when = token.dep_ == "relcl" and any(child.lower_ == "when" for child in token.lefts)
    return token if when and token.tag_ == "VBD" else None


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
    whole = _whole(verb.head) if before(verb.left_edge) == "," else verb.head
    words = tidy(phrase(whole, context, without=verb))
    starts = whole.left_edge.is_sent_start and whole.left_edge.tag_ == "DT"
    return words[0].lower() + words[1:] if starts else words


def _whole(noun: Token) -> Token:
    """`a tax on sugar` in `a tax on sugar, which the council passed`: it passed no sugar, which has no article."""
    bare = noun.tag_ in {"NN", "NNS"} and not any(
        child.dep_ in {"det", "poss", "nummod"} for child in noun.lefts
    )
    above = noun.head.head if bare and noun.dep_ == "pobj" else noun
    return above if above.pos_ == "NOUN" and noun.head.dep_ == "prep" else noun


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
            if child.i > verb.i and child.dep_ == "npadvmod" and _belongs(child, context):
                kept.extend(inside(child, context))
            if child.i > verb.i and _completes(child, verb):
                kept.extend(_goal(child, context) if child.dep_ == "advcl" else inside(child, context))
            continue
        if child.dep_ == "dobj" and before(child) == "," and any(each.dep_ == "dobj" for each in child.lefts):
            continue
        if child.i < verb.i and child.dep_ != "neg":
            continue
        if child.dep_ == "advmod" and child.lemma_.lower() in lexicon.ADVERBS:
            continue
        if child.lower_ == "according" or (child.dep_ == "advmod" and before(child) == ","):
            continue
        if not is_dating(child, context):
            kept.extend(inside(child, context))
    granted = _granted(verb, context) if _is_limited(verb) else ()
    return sorted({*kept, *granted})


def _belongs(noun: Token, context: Context) -> bool:
    """Whether a phrase that the parse takes for a circumstance is none: an amount, or `Saturday | a holiday`."""
    beside = noun.left_edge.i - 1
    named = noun.left_edge.dep_ == "det" and beside in context.temporal_at and beside > noun.head.i
    return _is_amount(noun, context) or (named and noun.i not in context.temporal_at)


def _is_amount(noun: Token, context: Context) -> bool:
    """Whether a phrase tells by how much: `rose 7.2 percent`; not how long before something else."""
    counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return counted and noun.lemma_ in AMOUNTS and noun.i not in context.temporal_at


AMOUNTS = frozenset("cent % per percent point time".split())


def _completes(clause: Token, verb: Token) -> bool:
    """Whether a clause is what the verb is about: `offered on Monday to pay`, wherever the parser hangs it."""
    if clause.dep_ == "advcl":
        goal = clause.tag_ == "VB" and any(child.tag_ == "TO" for child in clause.lefts)
        return goal and verb.lemma_ in INFINITIVE
    return clause.dep_ == "ccomp" and (
        verb.lemma_ in lexicon.CLAUSAL | lexicon.PERFORMING or _is_small(clause)
    )


def _is_small(clause: Token) -> bool:
    """`made the ban permanent`, `saw prices falling`: without tense, and so the object of the verb before it."""
    own = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
    bare = not any(child.dep_ in {"aux", "auxpass", "mark"} for child in clause.lefts)
    return own is not None and bare and not clause.is_finite and own.i > clause.head.i


def _is_limited(verb: Token) -> bool:
    """`gave them until Monday to reply`, `they have until Monday to reply`."""
    until = any(child.lower_ in {"until", "till"} for child in verb.rights)
    return verb.lemma_ in lexicon.GRANTING or (verb.lemma_ in {"have", "need"} and until)


def _granted(verb: Token, context: Context) -> list[Token]:
    """`to put it in writing` in `gave them until Monday to put it in writing`, wherever the parser hangs it."""
    goals = (_goal(token, context) for token in verb.subtree if token.i > verb.i)
    return next(filter(None, goals), [])


def _goal(token: Token, context: Context) -> list[Token]:
    """The infinitive of `token` with `to` and what follows it; nothing where it is none."""
    marked = [child for child in token.lefts if child.tag_ == "TO"]
    return [*marked, token, *after(token, context)] if token.tag_ == "VB" and marked else []
