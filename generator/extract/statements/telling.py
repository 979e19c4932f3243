"""Speech that goes on without a cue, as after `He said the mill would close`: `It would open again in May`."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.parsed import Doc, Token
from generator.extract.statements import cues
from generator.extract.statements.grammar import LONGEST, child, is_negated, trimmed
from generator.extract.statements.join import Draft
from generator.extract.statements.quotations import Quotation

TELLING = frozenset({"verb with clause", "verb with that"})
"""Rules of sentences after which the speaker may go on."""
GOING_ON = frozenset({"he", "it", "she", "they"})


def going_on(doc: Doc, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The drafts, and the sentences in which the speaker of the one before them goes on.

    A sentence is the writer's own unless it would be one of the speech: its pronoun takes up what was told, and its
    `would` the past form of the saying.
    """
    cued = {doc[draft.saying.verb].sent.start for draft in drafts}
    quoted = {each.outer.start for each in quotations}
    found = list(drafts)
    last = {doc[draft.saying.verb].sent.end: draft for draft in drafts if _tells(doc, draft)}
    for sentence in doc.sents:
        draft = last.get(sentence.start)
        root = next((token for token in sentence if token.dep_ == "ROOT"), None)
        if draft is None or root is None or sentence.start in cued or len(sentence) > LONGEST:
            continue
        apart = "\n" in doc.text[doc[sentence.start - 1].idx : sentence.start_char]
        quotes = any(sentence.start_char <= at < sentence.end_char for at in quoted)
        content = trimmed(doc, sentence.start, sentence.end)
        if apart or quotes or content is None or not _is_foretold(root):
            continue
        saying = replace(draft.saying, rule="speech that goes on", content=(content,), certainty=None)
        found.append(Draft(saying, (doc.span(*content),)))
        last[sentence.end] = found[-1]
    return found


def _tells(doc: Doc, draft: Draft) -> bool:
    """Whether the sentence of the draft is all a saying in the past, in words that are not quoted."""
    verb = doc[draft.saying.verb]
    alone = draft.saying.rule in TELLING and draft.saying.head >= 0 and not draft.quoted
    ends = draft.content[-1].end >= verb.sent.start_char + len(verb.sent.text.rstrip()) - 1
    return alone and verb.tag_ == "VBD" and verb.dep_ in {"ROOT", "conj"} and ends


def _is_foretold(root: Token) -> bool:
    """`It would open again`; not `It would be the first`, which the writer adds, nor `She would not say`."""
    own, modal = child(root, "nsubj", "nsubjpass"), child(root, "aux")
    would = modal is not None and modal.lower_ == "would"
    if is_negated(root) and root.lemma_ in cues.SILENCE:
        return False
    return would and own is not None and own.lower_ in GOING_ON and child(root, "attr") is None
