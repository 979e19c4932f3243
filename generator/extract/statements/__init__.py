"""Statements: who says what, and what the article itself infers.

Rules find sayings (a cue with who says it), quotations are joined to them, and what stands is described.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.extract import coreference
from generator.extract.parsed import Doc
from generator.extract.statements import (
    circumstances,
    colons,
    details,
    headline,
    inference,
    issuer,
    nouns,
    outlets,
    phrases,
    quotations,
    transcripts,
    unnamed,
    verbs,
)
from generator.extract.statements.acting import acting, strangers
from generator.extract.statements.join import Draft, join
from generator.extract.statements.quotations import Quotation
from generator.extract.statements.saying import Saying
from generator.extract.statements.select import select
from generator.extract.statements.speakers import Speaker, speakers
from generator.extract.statements.telling import going_on
from generator.model import Article, Mode, Reading, Statement

RULES: tuple[tuple[str, Callable[[Doc], Iterator[Saying]]], ...] = (
    ("headline", headline.sayings),
    ("verbs", verbs.sayings),
    ("phrases", phrases.sayings),
    ("nouns", nouns.sayings),
    ("inference", inference.sayings),
    ("colons", colons.sayings),
    ("signatures", headline.signatures),
)
"""Each reads the whole text; where two give the same content, the earlier stands."""


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the statements of `article`, parsed as `doc`, added in the order of the text."""
    answers = transcripts.drafts(doc, reading)
    quoted = tuple(each for each in quotations.find(article.text) if not transcripts.is_inside(answers, each))
    said = sorted((*quoted, *(each for draft in answers for each in draft.quoted)), key=lambda q: q.outer)
    own = issuer.issuer(doc, article, reading)
    sayings = tuple(_voiced(doc, said, own, saying) for _name, rule in RULES for saying in rule(doc))
    joined = going_on(doc, join(doc, article.text, sayings, quoted), quoted)
    drafts = select(doc, [*joined, *answers])
    starts = [sentence.start_char for sentence in doc.sents]
    known = coreference.context(article.text, starts, reading, article.publisher)
    known = replace(known, acting=acting(doc, known), strangers=strangers(doc))
    vias = outlets.vias(doc, drafts, known, article.publisher)
    statements = [
        _statement(
            doc, article.text, draft, speaker, _outlet(known, via, doc[draft.saying.verb].idx), reading
        )
        for draft, speaker, via in zip(drafts, speakers(doc, drafts, known), vias, strict=True)
    ]
    statements = unnamed.taken_up(doc, drafts, statements)
    return replace(
        reading, statements=tuple(sorted(statements, key=lambda each: (each.content, each.cue or (0, 0))))
    )


def _statement(doc: Doc, text: str, draft: Draft, speaker: Speaker, via: str, reading: Reading) -> Statement:
    saying = draft.saying
    taken_up, head = speaker.source or (None, saying.head)
    source = taken_up or details.full_source(doc, saying)
    return Statement(
        content=draft.content,
        mode=_mode(draft),
        source=doc.span(*source) if source else None,
        cue=doc.span(*saying.cue),
        speaker="" if speaker.told else speaker.entity,
        certainty=details.certainty(doc, draft),
        anonymous=not speaker.entity and details.is_anonymous(doc, draft, source, head),
        via=via,
        venue=circumstances.venue(doc, draft),
        when=circumstances.when(doc, text, draft, reading.temporals),
        rule=saying.rule,
        unsure=saying.unsure or speaker.unsure,
    )


def _outlet(known: coreference.Context, via: str, at: int) -> str:
    """The go-between by its full name: `the NCC`, `the broadcaster`; else in the words of the article."""
    bare = via.removeprefix("the ").removeprefix("The ")
    entity = next((each for each in known.entities.values() if bare in each.names), None)
    if entity is None and via != bare and bare.islower():
        entity = known.entities.get(coreference.body(known, bare, at))
    return via if entity is None or entity.name == bare else entity.name


def _voiced(doc: Doc, quoted: Sequence[Quotation], own: str, saying: Saying) -> Saying:
    """The saying; where `I` or `we` stands outside of all quotation marks, the author's or the issuer `own`'s."""
    if quotations.covering(quoted, doc[saying.verb].idx) is not None:
        return saying
    return inference.own_view(doc, issuer.voiced(doc, own, saying))


def _mode(draft: Draft) -> Mode:
    if draft.saying.inference:
        return "inference"
    if draft.direct:
        return "direct"
    return "mixed" if draft.quoted else "indirect"
