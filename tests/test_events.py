"""Events: which clauses tell one, in which phase, and with what date, people, place, voice and wording.

In the passages `{…}` marks a time expression and `«…»` what somebody is said to say, before it `<source>` and
`=cue=`; the readers of names, dates and statements are not needed here.
"""

import re
from dataclasses import replace

import pytest
from readings import organization, person, place

from generator.extract import events
from generator.model import Article, Reading, Span, Statement, Temporal
from generator.naming import find_mentions

NAMES = (
    person("ada-brenner", "Ada Brenner", "Brenner"),
    person("omar-tesk", "Omar Tesk", "Tesk"),
    person("ilse-vorm", "Ilse Vorm", "Vorm"),
    organization("lowland-union", "Lowland Union"),
    organization("dockers", "Dockers’ Federation"),
    place("borland", "Borland"),
    place("sudmark", "Sudmark"),
    place("calvia", "Calvia"),
)
MARKS = re.compile(r"[{}«»<>=]")


def read(nlp, marked, headline=False):
    """The article and reading of a marked passage, with its events."""
    text = MARKS.sub("", marked)
    found = {open_: list(_spans(marked, open_, close)) for open_, close in ("{}", "«»", "<>", "==")}
    statements = tuple(
        Statement((content,), "indirect", source, cue)
        for source, cue, content in zip(found["<"], found["="], found["«"], strict=True)
    )
    temporals = tuple(Temporal(span, "DATE") for span in found["{"])
    reading = Reading(NAMES, find_mentions(text, NAMES), temporals, statements)
    article = Article("a", "a.txt", text, "", Span(0, len(text)) if headline else None)
    return article, events.extract(nlp(text), article, reading)


def _spans(marked, open_, close):
    for match in re.finditer(rf"{open_}([^{open_}{close}]*){close}", marked):
        start = len(MARKS.sub("", marked[: match.start()]))
        yield Span(start, start + len(MARKS.sub("", match[1])))


def told(nlp, marked, headline=False):
    article, reading = read(nlp, marked, headline)
    return [(article.text[slice(*each.trigger)], each.phase, each.when) for each in reading.events]


PHASES = [
    # what happened: the past, the perfect, participles
    ("Ada Brenner met Omar Tesk {on Monday}.", [("met", "happened", "on Monday")]),
    ("Borland has signed the treaty.", [("signed", "happened", "")]),
    ("Three soldiers were killed.", [("killed", "happened", "")]),
    ("The law, adopted {in 2019}, is long.", [("adopted", "happened", "in 2019")]),
    (
        "A bomb exploded in Calvia, killing two people.",
        [("exploded", "happened", ""), ("killing", "happened", "")],
    ),
    # what is told only of its consequence lies not ahead for what comes down after it
    (
        "The leak led to an explosion {on Monday}, followed by the building coming down.",
        [("explosion", "happened", "on Monday")],
    ),
    # what somebody is to look into
    (
        "Borland will hold an inquiry into the killing of six men {on May 12}.",
        [("killing", "happened", "on May 12")],
    ),
    # what goes on
    ("Borland is withdrawing its troops.", [("withdrawing", "under way", "")]),
    ("The Lowland Union has blockaded the port since {May}.", [("blockaded", "under way", "May")]),
    ("The peace talks, now taking place in Calvia, are difficult.", [("talks", "under way", "")]),
    # what is set
    ("The summit is scheduled for {the 9th}.", [("scheduled", "scheduled", "the 9th")]),
    ("The summit is set for {the 9th}.", [("set", "scheduled", "the 9th")]),
    (
        "Borland has closed the port until a hearing on {April 15}.",
        [("closed", "happened", ""), ("hearing", "scheduled", "April 15")],
    ),
    # not what was made then
    ("The company was set up {in 2018}.", [("set", "happened", "in 2018")]),
    ("The record was set {in 2019} by Brenner.", [("set", "happened", "in 2019")]),
    ("Brenner is to meet Tesk {on Friday}.", [("meet", "scheduled", "on Friday")]),
    ("The board meets again {tomorrow}.", [("meets", "scheduled", "tomorrow")]),
    ("The two sides will meet {on Friday}.", [("meet", "scheduled", "on Friday")]),
    ("Voters look to {next month}’s election.", [("election", "scheduled", "next month")]),
    # what is foretold
    ("The price will rise {next year}.", [("rise", "forecast", "next year")]),
    ("Parliament is expected to ratify the pact {by June}.", [("ratify", "forecast", "by June")]),
    ("The deal could be signed {this week}.", [("signed", "forecast", "this week")]),
    # what is waited for
    ("Borland is awaiting the final approval of the plan.", [("approval", "awaited", "")]),
    ("The loan goes ahead, pending a vote in Sudmark.", [("vote", "awaited", "")]),
    ("The text is ready, with only the formal signing remaining.", [("signing", "awaited", "")]),
    # until when
    ("Sudmark must reply by {Friday}.", [("reply", "deadline", "Friday")]),
    ("The court gave the company until {the 3rd} to pay.", [("gave", "deadline", "the 3rd")]),
    ("The offer expires {on Sunday}.", [("expires", "deadline", "on Sunday")]),
    ("Sudmark has until {Friday} to pay.", [("has", "deadline", "Friday")]),
    ("Borland has promised to study the text and to reply by {Friday}.", [("reply", "deadline", "Friday")]),
    ("Ada Brenner has yet to reply.", [("reply", "awaited", "")]),
    ("The report is due {on 30 June}.", [("is", "scheduled", "on 30 June")]),
    ("The hearing will be held {on 3 May}.", [("held", "scheduled", "on 3 May")]),
    # set for a day, moved to a day
    (
        "The union called a strike for {20 May}.",
        [("called", "happened", ""), ("strike", "scheduled", "20 May")],
    ),
    (
        "The union called a one-day strike for {20 May}.",
        [("called", "happened", ""), ("strike", "scheduled", "20 May")],
    ),
    ("The dockers had planned a rally for {Saturday}.", [("rally", "scheduled", "Saturday")]),
    (
        "The court postponed the hearing to {20 May}.",
        [("postponed", "happened", ""), ("hearing", "scheduled", "20 May")],
    ),
    (
        "Brenner extended the deadline until {Friday}.",
        [("extended", "happened", ""), ("deadline", "deadline", "Friday")],
    ),
    # an act done by saying it, on a day
    ("<Sudmark> =rejected= «the offer» {on Friday}.", [("rejected", "happened", "on Friday")]),
    # two thoughts, and a semicolon between
    (
        "Brenner has appealed; the appeal was heard {on Friday}.",
        [("appealed", "happened", ""), ("heard", "happened", "on Friday")],
    ),
    # deaths are news whoever tells of them, and what is told of the dead is not what the fire says
    (
        "«A fire swept through a mill {on Monday}, killing nine, many of whom were asleep», <officials> =said=.",
        [("swept", "happened", "on Monday"), ("killing", "happened", "on Monday")],
    ),
    # told by somebody, of a body or a number of things
    ("<Ada Brenner> =said= «40 homes had been destroyed».", [("destroyed", "happened", "")]),
    ("<Ada Brenner> =said= «the board rejected the plan».", [("rejected", "happened", "")]),
]


@pytest.mark.parametrize(("passage", "expected"), PHASES)
def test_phase_and_date(nlp, passage, expected):
    assert told(nlp, passage) == expected


SILENT = [
    "Borland did not sign the treaty.",  # denied
    "Nobody met in Calvia {on Monday}.",
    "If Borland signs the treaty, the port reopens.",  # supposed
    "Borland would have signed the treaty.",
    "Had Brenner lost the vote, Tesk would have led the party.",
    "The truce nearly collapsed {on Monday}.",  # it did not
    "The treaty will apply once Borland has ratified it.",  # it has not
    "Borland should release the prisoners.",  # wished
    "Calvia is the largest port of Borland.",  # a state
    "The road to Calvia is open from dawn until {noon}.",
    "The river contains little water.",
    "The ferry leaves from the old pier.",  # a habit
    "<Ada Brenner> =said= «the harvest is good».",  # saying is a statement
    "<Ada Brenner> =demanded= «a new port».",
    "Pressed by reporters {on Thursday}, <Brenner> =said= «the harvest is good».",  # what made her speak
    "Children at the gate were given soup by a bakery.",  # by whom, not by when
]


@pytest.mark.parametrize("passage", SILENT)
def test_tells_no_event(nlp, passage):
    assert told(nlp, passage) == []


HEADLINES = [
    ("Borland signs treaty with Sudmark", [("signs", "happened", "")]),
    ("Dockers to strike from {Wednesday}", [("strike", "scheduled", "Wednesday")]),
]


@pytest.mark.parametrize(("passage", "expected"), HEADLINES)
def test_a_headline_speaks_in_its_own_tenses(nlp, passage, expected):
    assert told(nlp, passage, headline=True) == expected


DATES = [
    # what is said does not take the date of the saying
    ("<Omar Tesk> =said= {on Monday} that «Borland has signed the treaty».", "signed", ""),
    # a shared subject and tense share the date; `then` moves on
    ("{On Monday} Brenner met Tesk and visited the port.", "visited", "On Monday"),
    ("{On Monday} Brenner left Borland and founded NeXT.", "founded", "On Monday"),  # a name is no adverb
    ("Brenner met Tesk {on Monday} and subsequently visited the port.", "visited", ""),
    # one scene: the same person, the simple past
    ("Brenner met Tesk {on Monday}. She also visited the port.", "visited", "on Monday"),
    ("Brenner met Tesk {on Monday}. Vorm visited the port.", "visited", ""),
    # a gathering is dated by what was said there
    ("{On the 5th}, <Ada Brenner> =announced= in a briefing «a good harvest».", "briefing", "On the 5th"),
    # `when` takes a date up
    ("Borland has raised fees since {2019}, when it closed the port.", "closed", "2019"),
    # what was like it before was then, not it
    ("Sales rose the most since {2019}.", "rose", ""),
    ("Prices fell to their lowest since {March}.", "fell", ""),
    ("Borland has blockaded the port since {2019}.", "blockaded", "2019"),
    # what happened at the same moment
    ("Six people died when a bus hit a wall {on Sunday}.", "died", "on Sunday"),
    ("Six people were killed and 20 wounded {on Sunday} in Calvia.", "killed", "on Sunday"),
    ("Tesk had left when a bus hit a wall {on Sunday}.", "left", ""),
    ("Tesk quit {on Sunday}. He joined the party and won the vote {in 2021}.", "joined", ""),
    ("Tesk quit {on Sunday}. He missed the vote after breaking a leg {in 2021}.", "missed", ""),
    # what an attempt was for is dated like the attempt
    ("Borland blocked Sudmark’s attempt to buy the port {in 2019}.", "blocked", "in 2019"),
    ("Borland approved Sudmark’s request to close the port {next year}.", "approved", ""),
    # a day is better than a year or a clock time
    ("{In 2019} Brenner resigned {on 4 May}.", "resigned", "on 4 May"),
]


@pytest.mark.parametrize(("passage", "trigger", "expected"), DATES)
def test_which_expression_dates_an_event(nlp, passage, trigger, expected):
    assert {word: when for word, _, when in told(nlp, passage)}.get(trigger) == expected


def only(nlp, passage, trigger):
    article, reading = read(nlp, passage)
    return next(each for each in reading.events if article.text[slice(*each.trigger)] == trigger)


PEOPLE = [
    ("Ada Brenner met with Omar Tesk in Calvia.", "met", ("ada-brenner", "omar-tesk"), "calvia"),
    ("Talks between Borland and Sudmark began in Calvia.", "began", ("borland", "sudmark"), "calvia"),
    ("Troops of Borland arrested Omar Tesk.", "arrested", ("borland", "omar-tesk"), ""),
    ("The mediator, Ada Brenner, resigned.", "resigned", ("ada-brenner",), ""),
    ("Ada Brenner met Ilse Vorm, Tesk’s envoy.", "met", ("ada-brenner", "ilse-vorm"), ""),
    ("Omar Tesk arrived. He signed the pact.", "signed", ("omar-tesk",), ""),
    (
        "Sudmark announced Ada Brenner, nominee of the ruling party, won the election on Saturday.",
        "won",
        ("ada-brenner",),
        "",
    ),
    ("Shares in the Lowland Union fell {on Friday}.", "fell", ("lowland-union",), ""),
    # who was the subject of the sentence before, not who spoke before that
    (
        "<Ada Brenner> =said= «it was late». Omar Tesk dismissed it. He met Ilse Vorm {on Friday}.",
        "met",
        ("omar-tesk", "ilse-vorm"),
        "",
    ),
    # one person goes on through a paragraph
    (
        "<Omar Tesk> =said= «it was late».\nBrenner ruled. She lived in Calvia. She was arrested {in May}.",
        "arrested",
        ("ada-brenner",),
        "",
    ),
    # and into the next, if nobody else is named
    (
        "Brenner ruled. She lived in Calvia. She taught. She wrote.\nShe was arrested {in May}.",
        "arrested",
        ("ada-brenner",),
        "",
    ),
    (
        "Brenner ruled. She lived in Calvia. She taught. She met Vorm.\nShe was arrested {in May}.",
        "arrested",
        ("ilse-vorm",),
        "",
    ),
    # a plural verb asks for a plural noun
    (
        "Brenner wants talks on joining the Lowland Union, which were suspended by Tesk {in 2019}.",
        "suspended",
        ("omar-tesk",),
        "",
    ),
    ("The Lowland Union voted. The union struck {on Friday}.", "struck", ("lowland-union",), ""),
]


@pytest.mark.parametrize(("passage", "trigger", "people", "where"), PEOPLE)
def test_who_takes_part_and_where(nlp, passage, trigger, people, where):
    event = only(nlp, passage, trigger)
    assert (event.participants, event.place) == (people, where)


def test_who_tells_it(nlp):
    passage = "<Ada Brenner> =said= «Borland will sign the pact {on Friday}»."
    assert only(nlp, passage, "sign").said_by == "ada-brenner"


def test_a_teller_without_a_name_is_told_in_the_words_of_the_article(nlp):
    passage = "<A senior official> =said= «Borland will sign the pact {on Friday}»."
    assert only(nlp, passage, "sign").said_by == "A senior official"


WORDINGS = [
    (
        "Ada Brenner, 54, met with Omar Tesk {on Monday}, officials hope.",
        "met",
        "Ada Brenner met with Omar Tesk",
    ),
    ("Brenner met Tesk {on Monday} and then visited the port.", "visited", "Ada Brenner visited the port"),
    ("Omar Tesk arrived. He signed the pact.", "signed", "Omar Tesk signed the pact"),
    (
        "The final approval of the plan, scheduled for {the 4th}, is near.",
        "approval",
        "final approval of the plan",
    ),
    # what a date long past recalls, not what the sentence is about
    (
        "The strike is the first in Calvia since {1998}, when a walkout lasted 23 days. It ended in defeat.",
        "ended",
        "a walkout ended in defeat",
    ),
    (
        "We are close to signing the pact, and it could happen {today}.",
        "happen",
        "signing the pact could happen",
    ),
    (
        "Sudmark pressed Borland to sign the pact before the vote {on Friday}.",
        "sign",
        "Borland to sign the pact before the vote",
    ),
    # `her` in the clause of `she` is the same person’s
    (
        "Ilse Vorm was found {on Monday}. <Ada Brenner> =said= «she had died in her sleep».",
        "died",
        "Ilse Vorm had died in her sleep",
    ),
    # two acts of one plan
    (
        "Borland plans to close the port and cut jobs {by May}.",
        "cut",
        "Borland plans to cut jobs",
    ),
    ("Omar Tesk has been arrested five times.", "arrested", "Omar Tesk has been arrested five times"),
    ("Born in Calvia {in 1934}, Ada Brenner left.", "Born", "Ada Brenner born in Calvia"),
    # an object that the parse takes for a clause or for a circumstance
    ("A judge made the ban permanent {in August}.", "made", "A judge made the ban permanent"),
    ("Ada Brenner declared {Saturday} a holiday and left.", "declared", "Ada Brenner declared a holiday"),
]


@pytest.mark.parametrize(("passage", "trigger", "expected"), WORDINGS)
def test_the_wording_stands_alone(nlp, passage, trigger, expected):
    assert only(nlp, passage, trigger).what == expected


@pytest.mark.parametrize(
    "passage", ["Omar Tesk was sentenced to two years in prison.", "Omar Tesk was jailed for two years."]
)
def test_a_stretch_of_time_is_no_date(nlp, passage):
    at = passage.index("two")
    spell = Temporal(Span(at, passage.index("s", at) + 1), "DURATION")
    reading = Reading(NAMES, find_mentions(passage, NAMES), (spell,))
    (event,) = events.extract(nlp(passage), Article("a", "a.txt", passage, ""), reading).events
    assert event.what == passage.rstrip(".")


def test_an_unknown_pronoun_makes_the_event_unsure(nlp):
    event = only(nlp, "They signed the pact {on Monday}.", "signed")
    assert "They" in event.unsure


def test_a_dateline_is_no_part_of_the_sentence(nlp):
    event = only(nlp, "CALVIA, Borland, {March 4} (Lowland Wire) - Ada Brenner met Omar Tesk.", "met")
    assert (event.what, event.when) == ("Ada Brenner met Omar Tesk", "")


KINDS = [
    ("Brenner met Tesk.", "met", "CONSULT"),
    ("Borland released the hostages.", "released", "YIELD"),
    ("Sudmark released the report.", "released", "RELEASE"),
    ("The union walked out.", "walked", "PROTEST"),
    ("The fire killed two people.", "killed", "DISASTER"),
    ("Rebels killed two people.", "killed", "ASSAULT"),
    ("Borland held an election.", "held", "ELECT"),
]


@pytest.mark.parametrize(("passage", "trigger", "kind"), KINDS)
def test_kind(nlp, passage, trigger, kind):
    assert only(nlp, passage, trigger).kind == kind


@pytest.mark.parametrize("passage", [row[0] for row in PHASES + WORDINGS + PEOPLE])
def test_what_holds_for_every_event(nlp, passage):
    article, reading = read(nlp, passage)
    ids = {entity.id for entity in reading.entities}
    expressions = {article.text[slice(*each.span)] for each in reading.temporals} | {""}
    for event in reading.events:
        assert event.span.contains(event.trigger)
        assert event.when in expressions
        assert set(event.participants) <= ids
        assert event.place in ids | {""}
        assert event.what == event.what.strip()
    assert read(nlp, passage)[1] == reading


def test_the_date_of_a_plan_lies_ahead(nlp):
    _, reading = read(nlp, "Doubts grow about {Friday}’s deadline.")
    assert [temporal.tense for temporal in reading.temporals] == ["future"]


def test_it_is_the_body_that_speaks(nlp):
    passage = "<The Lowland Union> =said= «it would begin a strike {on Friday}»."
    assert only(nlp, passage, "begin").what == "Lowland Union would begin a strike"


def test_a_sentence_without_end_is_no_prose(nlp):
    assert told(nlp, "Brenner met Tesk " + "and Brenner met Tesk " * 80 + ".") == []


PARTIES = [
    # the two that were named side by side
    (
        "Borland and Sudmark opened talks. The two sides met again in Calvia.",
        "met",
        ("borland", "sudmark"),
    ),
    ("Borland and Sudmark met. They settled the fee.", "settled", ("borland", "sudmark")),
    ("The envoys, Ilse Vorm and Omar Tesk, signed the pact.", "signed", ("ilse-vorm", "omar-tesk")),
    ("Brenner met members of the Lowland Union and of the Dockers’ Federation.", "met",
     ("ada-brenner", "lowland-union", "dockers")),
    (
        "Prime Minister Ada Brenner and opposition leader Omar Tesk signed a pact.",
        "signed",
        ("ada-brenner", "omar-tesk"),
    ),
    ("The head of the Lowland Union, Omar Tesk, was arrested.", "arrested", ("omar-tesk", "lowland-union")),
    # of whom death is told, says nothing
    (
        "Ilse Vorm was found {on Monday}. <Ada Brenner> =said= «she had drowned».",
        "drowned",
        ("ilse-vorm",),
    ),
    # a person without a name is not the one named before
    ("Tesk visited Calvia. A 34-year-old man was arrested. He resigned {on Friday}.", "resigned", ()),
    ("Tesk visited Calvia. Police arrested a man. He resigned {on Friday}.", "resigned", ()),
    ("Tesk visited Calvia. A woman was arrested. He resigned {on Friday}.", "resigned", ("omar-tesk",)),
    ("Brenner married a doctor. She resigned {on Friday}.", "resigned", ("ada-brenner",)),
    # a place that is left or reached takes no part
    ("Ada Brenner left Calvia.", "left", ("ada-brenner",)),
    # through whom a party acts, told before
    ("Borland’s army shelled a town. Then the army withdrew.", "withdrew", ("borland",)),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "trigger", "people"), PARTIES)
def test_whom_plurals_and_bodies_mean(nlp, passage, trigger, people):
    assert set(only(nlp, passage, trigger).participants) == set(people)


def test_her_government_is_that_of_the_country_in_her_role(nlp):
    minister = person("ada-brenner", "Ada Brenner", "Brenner", role="Borland’s transport minister")
    text = "Ada Brenner arrived. Her government raised the fee."
    names = (minister, NAMES[5])
    reading = Reading(names, find_mentions(text, names))
    found = events.extract(nlp(text), Article("a", "a.txt", text, ""), reading).events
    assert [each.participants for each in found if "raised" in each.what] == [("borland",)]


TRIVIA = [
    "Brenner praised nine of her cases {on Friday}, losing four.",
    "Brenner praised a goal {on Friday}, leaving Tesk far behind.",  # how things came to stand
    "<Ada Brenner> =said= «no» as she left the hall.",  # only the occasion
    "Omar Tesk was selling cake.",  # went on, on no day
    "Brenner praised a statement issued {on Monday}.",  # told by what it says
    "They know what Borland signed.",
    "Borland is the only state to sign the pact.",  # says what it is
    "Borland hopes to meet Sudmark and set a date.",
]


@pytest.mark.parametrize("passage", TRIVIA)
def test_what_is_no_line_of_a_timeline(nlp, passage):
    assert {word for word, _, _ in told(nlp, passage)} <= {"praised"}


def test_what_is_denied_is_no_event(nlp):
    article, reading = read(nlp, "<Omar Tesk> =denied= that «Borland had signed the pact {on Monday}».")
    denied = replace(reading, statements=tuple(replace(s, certainty="denied") for s in reading.statements))
    assert events.extract(nlp(article.text), article, denied).events == ()


DATED_BY = [
    # a date behind a thing dates the verb, however the parser hangs it
    ("Borland delivered its reply to a draft agreement on the bridge {on Friday}.", "delivered", "on Friday"),
    # a date that says which thing is meant dates nothing
    ("Borland cut its emissions to {1990} levels.", "cut", ""),
    ("Tesk broke {last year}’s record and won.", "won", ""),
    ("Delegations met in Calvia on {10 and 11 March} for talks.", "met", "10 and 11 March"),
]


@pytest.mark.parametrize(("passage", "trigger", "expected"), DATED_BY)
def test_a_date_belongs_to_the_verb_that_it_dates(nlp, passage, trigger, expected):
    assert {word: when for word, _, when in told(nlp, passage)}.get(trigger, "") == expected


STANDING_ALONE = [
    (
        "The union gave Borland until {Monday} to put the offer in writing.",
        "gave",
        "to put the offer in writing",
    ),
    ("<Ada Brenner> =said= «I have signed the pact».", "signed", "Ada Brenner has signed the pact"),
    (
        "<Ada Brenner> =said= «we will meet Tesk {on Friday}».",
        "meet",
        "Ada Brenner’s side will meet Tesk",
    ),
    ("Army engineers arrived. They repaired the bridge {on Friday}.", "repaired", "Army engineers repaired"),
    ("A panel of three judges, which is to report by {June}, met.", "report", "A panel"),
    ("A court in Calvia, Borland convicted Omar Tesk {on Friday}.", "convicted", "A court in Calvia"),
]


@pytest.mark.parametrize(("passage", "trigger", "words"), STANDING_ALONE)
def test_the_wording_names_who_did_what(nlp, passage, trigger, words):
    assert words in only(nlp, passage, trigger).what


def asides(nlp, passage):
    article, reading = read(nlp, passage)
    return [(article.text[slice(*each.trigger)], each.phase, each.when) for each in reading.asides]


ASIDES = [
    ("The phone has two cameras.", [("has", "under way", "")]),
    ("Brenner met Tesk {on Monday} to discuss the plan.",
     [("discuss", "happened", "on Monday"), ("plan", "happened", "on Monday")]),
    ("Borland did not like the treaty.", []),  # denied
    ("Brenner met Tesk {on Monday}. She praised him.", []),  # news already
]  # fmt: skip


@pytest.mark.parametrize(("passage", "expected"), ASIDES)
def test_what_is_told_in_passing_is_dated_too(nlp, passage, expected):
    assert asides(nlp, passage) == expected


def test_the_headline_tells_what_the_text_tells_again(nlp):
    text = "Borland closes port\nBorland closed the port of Calvia on Friday."
    article = Article("a", "a.txt", text, "", Span(0, 19))
    reading = Reading(NAMES, find_mentions(text, NAMES))
    found = events.extract(nlp(text), article, reading).events
    assert [text[slice(*each.trigger)] for each in found] == ["closed"]


def test_it_may_be_the_event_last_told_of(nlp):
    passage = "The match was postponed {on Friday}. It will be played {on 3 May}."
    assert only(nlp, passage, "played").what == "The match will be played"
