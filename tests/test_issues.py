"""Issues: the matter that is negotiated, its parts, and how each stands in whose words.

In the passages `«…»` marks what somebody is said to say, before it `<source>` and `=cue=`.
"""

from dataclasses import replace

import pytest
from test_events import NAMES, read

from generator import vocabulary
from generator.extract import issues
from generator.model import Span


def found(nlp, marked, topics=None):
    """The issue items of a marked passage."""
    article, reading = read(nlp, marked)
    return issues.extract(nlp(article.text), article, reading, topics).issues


TALKS = "The peace talks between Borland and Sudmark go on. The peace talks are hard. "
"""A passage that makes an article one about negotiations."""

LISTS = [
    (
        "Key issues such as the release of prisoners, water rights, and the northern border are open.",
        ["release of prisoners", "water rights", "northern border"],
    ),
    (
        "The list covers the road toll, customs checks at the border, the repair of the dam and jobs for herders.",
        ["road toll", "customs checks at the border", "repair of the dam", "jobs for herders"],
    ),
    (
        "The draft addresses the toll; checks by the two services; and jobs in Calvia.",
        ["toll", "checks by the two services", "jobs in Calvia"],
    ),
    ("Differences over prices and working hours remain.", ["prices", "working hours"]),
    (
        (
            "There are several sticking points, including the exchange of captives and hostages"
            " and the withdrawal of troops."
        ),
        ["exchange of captives and hostages", "withdrawal of troops"],
    ),
    ("The main obstacle is the road toll.", ["road toll"]),
    ("The hard part is inspections.", ["inspections"]),
    ("Sudmark has seized ten boats over what it calls unpaid fines of 3 million crowns.", ["unpaid fines"]),
    ("They have disposed of two of their five disputes, the toll and the dam.", ["toll", "dam"]),
]


@pytest.mark.parametrize(("passage", "names"), LISTS)
def test_what_the_text_lists(nlp, passage, names):
    items = found(nlp, TALKS + passage)
    assert [item.name for item in items if item.rule == "listed"] == names
    assert {item.part_of for item in items if item.rule == "listed"} == {"peace-talks"}


DISPUTED_LISTS = [
    (
        "Some points are in dispute, including a tax on salt, the sale of the lottery and the closing of six inns.",
        ["tax on salt", "sale of the lottery", "closing of six inns"],
    ),
    ("At the heart of the dispute are wages and safety at the pits.", ["wages", "safety at the pits"]),
]


@pytest.mark.parametrize(("passage", "names"), DISPUTED_LISTS)
def test_what_the_text_lists_as_in_dispute_needs_no_talks(nlp, passage, names):
    items = found(nlp, passage)
    assert [(item.name, item.status) for item in items] == [(name, "disputed") for name in names]


STATUSES = [
    ("The differences over the road toll have been narrowed.", "road toll", "narrowing", "the article"),
    ("<Ada Brenner> =said= «the road toll has been agreed».", "road toll", "claimed agreed", "ada-brenner"),
    ("<Omar Tesk> =said= «the road toll had not been agreed».", "road toll", "disputed", "omar-tesk"),
    ("The two sides settled the road toll.", "road toll", "agreed", "the article"),
    ("<A mediator> =said= «the peace talks have stalled».", "peace talks", "stalled", "A mediator"),
    (
        "<Ada Brenner> =said= «the peace talks could be concluded soon».",
        "peace talks",
        "narrowing",
        "ada-brenner",
    ),
    ("<Ada Brenner> =said= «water rights remain open».", "water rights", "disputed", "ada-brenner"),
    (
        "Differences over the road toll remain. They agreed in principle that the cargo bears the road toll.",
        "road toll",
        "claimed agreed",
        "the article",
    ),
    ("On the road toll nobody disagrees.", "road toll", "agreed", "the article"),
    ("<Ada Brenner> =said= «the road toll is done».", "road toll", "claimed agreed", "ada-brenner"),
    (
        "<Ada Brenner> =said= «they accepted the road toll, but every cart must pass free».",
        "road toll",
        "disputed",
        "ada-brenner",
    ),
    (
        "<Ada Brenner> =said= «they discussed the road toll». Sudmark rejects this.",
        "road toll",
        "disputed",
        "ada-brenner",
    ),
    (
        "Differences over the road toll remain. <Ada Brenner> =said= «they were ready to lower the toll».",
        "road toll",
        "narrowing",
        "ada-brenner",
    ),
    (
        "Differences over prices remain. They discussed the road toll. The carters will walk out.",
        "road toll",
        "disputed",
        "the article",
    ),
    ("The road toll has become the new quarrel.", "road toll", "disputed", "the article"),
    ("The question of the road toll was referred to a panel.", "road toll", "disputed", "the article"),
    ("Only the dam and the road toll are still open.", "road toll", "disputed", "the article"),
    ("The treaty fixes the road toll for {ten years}.", "road toll", "agreed", "the article"),
    (
        "The two sides signed the treaty. The treaty fixes the road toll.",
        "road toll",
        "signed",
        "the article",
    ),
    ("They agreed on prices after hours of peace talks.", "peace talks", "raised", "the article"),
    ("The planned job cuts remain the main sticking point.", "job cuts", "disputed", "the article"),
    ("The two sides made headway on shift patterns.", "shift patterns", "narrowing", "the article"),
    (
        "The differences were over prices and over who pays for the bridge.",
        "who pays for the bridge",
        "disputed",
        "the article",
    ),
    # what is supposed or awaited is not so
    (
        "<Ada Brenner> =said= «they would wait until the road toll was settled».",
        "road toll",
        "raised",
        "ada-brenner",
    ),
    (
        "<Ada Brenner> =said= «the road toll was agreed but would not name the sum».",
        "road toll",
        "claimed agreed",
        "ada-brenner",
    ),
]
TOLL, _ = vocabulary.read("include: [pax]\ntopics: [{code: TOLL, name: toll, terms: [toll]}]", "toll.yml")


@pytest.mark.parametrize(("passage", "name", "status", "voice"), STATUSES)
def test_how_it_stands_and_who_says_so(nlp, passage, name, status, voice):
    items = found(nlp, TALKS + passage, TOLL)
    assert (name, status, voice) in [(item.name, item.status, item.according_to) for item in items]


def test_two_voices_give_two_items_of_one_issue(nlp):
    items = found(
        nlp,
        TALKS + "<Ada Brenner> =said= «the peace talks have been completed». "
        "<Omar Tesk> =said= «there is no agreement».",
    )
    told = {(item.status, item.according_to) for item in items if item.issue == "peace-talks"}
    assert told == {("claimed agreed", "ada-brenner"), ("disputed", "omar-tesk")}


MATTERS = [
    (TALKS, "peace talks"),
    ("Talks on reopening the mine began. The talks are hard.", "talks on reopening the mine"),
    (
        "Borland wants to conclude the truce talks. Sudmark, too, wants to conclude the truce talks.",
        "conclusion of the truce talks",
    ),
    (
        "Borland opened talks on {Monday} on reopening the mine. The talks are hard.",
        "talks on reopening the mine",
    ),
    ("A deal to reopen the mine is near, both sides say. The deal was signed.", "deal to reopen the mine"),
    (
        "The nurses’ strike goes on, and there is no agreement. The nurses’ strike began in May. Talks failed.",
        "nurses’ strike",
    ),
]


@pytest.mark.parametrize(("passage", "name"), MATTERS)
def test_the_matter_itself(nlp, passage, name):
    assert {item.name for item in found(nlp, passage) if not item.part_of} == {name}


CODES = [
    ("the release of prisoners", "TjPrire"),
    ("the withdrawal of foreign troops", "SsrFf"),
    ("the delivery of humanitarian aid", "DevHum"),
    ("the northern border", "StBor"),
    ("the colour of the curtains", ""),
]


@pytest.mark.parametrize(("phrase", "code"), CODES)
def test_codes_come_from_the_vocabulary(nlp, phrase, code):
    (item,) = [
        item for item in found(nlp, f"{TALKS}Differences over {phrase} remain.") if item.rule == "listed"
    ]
    assert item.code == code


def test_the_shorter_name_means_the_longer_one(nlp):
    items = found(
        nlp,
        TALKS + "Differences over the road toll remain. <Ada Brenner> =said= «the toll has been agreed».",
        TOLL,
    )
    assert {item.issue for item in items if item.part_of} == {"road-toll"}


POSITIONS = [
    ("Thousands protested against the new press law.", "new press law", "disputed", "the article"),
    (
        "The court upheld the smoking ban. Ada Brenner had opposed the ban.",
        "smoking ban",
        "agreed",
        "the article",
    ),
    (
        "The court upheld the smoking ban. Ada Brenner had opposed the ban.",
        "smoking ban",
        "disputed",
        "ada-brenner",
    ),
    (
        "Ada Brenner rejected the bus drivers’ proposal. The proposal is a month old.",
        "bus drivers’ proposal",
        "disputed",
        "ada-brenner",
    ),
    # to strike down is not to strike, and what a condition supposes is not told
    (
        "The court struck down the tram merger. It was a merger of two firms.",
        "tram merger",
        "disputed",
        "the article",
    ),
    ("Shops closed in a row over parking fees.", "parking fees", "disputed", "the article"),
    ("Mayors criticised the harbour plan. The plan is old.", "harbour plan", "disputed", "the article"),
    (
        "They restored the pardon for the two poets. The pardon had been contested.",
        "pardon for the two poets",
        "disputed",
        "the article",
    ),
]


@pytest.mark.parametrize(("passage", "name", "status", "voice"), POSITIONS)
def test_what_somebody_takes_a_position_on(nlp, passage, name, status, voice):
    items = found(nlp, passage)
    assert (name, status, voice) in [(item.name, item.status, item.according_to) for item in items]
    assert {item.part_of for item in items} == {""}


ASKED_AND_DECIDED = [
    # what is demanded, refused, decided: things
    (
        "Ada Brenner called for an inquiry into the ferry line’s licences.",
        "inquiry into the ferry line’s licences",
        "raised",
    ),
    ("Omar Tesk wants compensation.", "compensation", "raised"),
    ("Omar Tesk ruled out an independent inquiry.", "independent inquiry", "disputed"),
    ("Omar Tesk ruled out ordering an independent inquiry.", "independent inquiry", "disputed"),
    ("Councillors threw out the housing scheme.", "housing scheme", "disputed"),
    ("Calvia refused to give any guarantee on jobs.", "guarantee on jobs", "disputed"),
    ("The port will not pay compensation.", "compensation", "disputed"),
    ("The court approved a stadium tax.", "stadium tax", "agreed"),
    ("The vote on the housing scheme was put off.", "housing scheme", "stalled"),
    ("The union wants an end to night contracts.", "night contracts", "raised"),
    ("Omar Tesk asked the county to look again at a speed limit.", "speed limit", "raised"),
    (
        "Plans for a second barrier at the weir were shelved.",
        "plans for a second barrier at the weir",
        "stalled",
    ),
    # acts, under the noun for them
    ("The board voted to shut the maternity ward.", "closure of the maternity ward", "agreed"),
    ("Ada Brenner wants to sell the old mill.", "sale of the old mill", "raised"),
    ("Calvia refused to publish the flood maps.", "publication of the flood maps", "disputed"),
    ("Growers are furious at a decision to open the sluices.", "opening of the sluices", "disputed"),
    ("Ministers would not release the herders.", "release of the herders", "disputed"),
    ("The old mill should be closed.", "closure of the old mill", "raised"),
    ("Omar Tesk threatened to delay the rail levy.", "rail levy", "raised"),
    # how people speak of a thing
    ("Farmers called the fuel levy a bribe.", "fuel levy", "disputed"),
    ("The sales ban was premature.", "sales ban", "disputed"),
    ("At issue is the new shift pattern.", "new shift pattern", "disputed"),
    ("The cameras on the boats were the hardest point.", "cameras on the boats", "disputed"),
    ("The controversial barrage opens in May.", "controversial barrage", "disputed"),
    ("Calvia rejected claims that it ignored warnings about the dam.", "warnings about the dam", "disputed"),
    ("They could not agree on herring landings.", "herring landings", "disputed"),
    ("The herders fear mill closures.", "mill closures", "disputed"),
    ("Nurses blame the ministry for shortages of beds.", "shortages of beds", "disputed"),
    (
        "Ada Brenner has seen the air survey, which the county declined to publish.",
        "publication of the air survey",
        "disputed",
    ),
    ("The weir bridge could be closed.", "closure of the weir bridge", "raised"),
    ("The nurses complained of travel bans.", "travel bans", "raised"),
    ("The county fined Ada Brenner 4 million crowns. The fine was far too low.", "fine", "disputed"),
    ("No decision was taken on a loan guarantee.", "loan guarantee", "raised"),
    ("A motion for an inquiry into the mill was defeated.", "inquiry into the mill", "disputed"),
    ("The disputed barrage opens in May.", "disputed barrage", "disputed"),
    # called off, ended, or only a condition
    ("The county scrapped the toll plan. The toll plan was old.", "toll plan", "stalled"),
    ("Councillors voted to repeal the ban on salt.", "repeal of the ban on salt", "agreed"),
    (
        "Councillors approved a harbour loan on condition that the port withdraws its plan to cut six ferries.",
        "cut of six ferries",
        "raised",
    ),
    # amounts belong to no name; nor does where a verb brings it
    ("The union turned down a 2 percent pay offer.", "pay offer", "disputed"),
    ("The union contested the 4 million crown harbour fee.", "harbour fee", "disputed"),
    ("Calvia agreed on {Friday} to submit their dispute over pay to arbitration.", "pay", "disputed"),
    # what a pronoun, or a word for a wish, takes up
    ("Omar Tesk proposed a salt tax. Ada Brenner opposes it.", "salt tax", "disputed"),
    (
        "Omar Tesk called for an inquiry into the mill. Ada Brenner dismissed the demand.",
        "inquiry into the mill",
        "disputed",
    ),
]


@pytest.mark.parametrize(("passage", "name", "status"), ASKED_AND_DECIDED)
def test_what_is_asked_refused_or_decided(nlp, passage, name, status):
    assert (name, status) in [(item.name, item.status) for item in found(nlp, passage)]


def test_a_pronoun_that_may_mean_either_means_none(nlp):
    passage = "Omar Tesk proposed a salt tax and a fuel levy. Ada Brenner opposes it."
    assert "ada-brenner" not in {item.according_to for item in found(nlp, passage)}


def test_a_headlines_verb_names_nothing(nlp):
    text = (
        "Agency fines Calvia 4 million crowns over smoke; town to appeal\n\n4 May 2031\n"
        "The agency fined Calvia 4 million crowns."
    )
    article, reading = read(nlp, text)
    titled = replace(article, title_span=Span(0, text.index("\n")))
    items = issues.extract(nlp(article.text), titled, reading).issues
    assert [(item.name, item.status) for item in items] == [("fine on Calvia", "implemented")]


def test_talks_on_another_thing_are_not_those_on_this_one(nlp):
    passage = (
        "The two towns have been in talks since {May} on a new one but are still far apart, according to two people"
        " familiar with the negotiations. A first round of wage talks is near."
    )
    assert {item.name for item in found(nlp, passage)} == {"wage talks"}


def test_a_report_that_has_the_talks_not_in_its_title_tells_of_other_quarrels(nlp):
    text = (
        "Mayor to open the fair\n\nThe wage talks went on, and differences over shift patterns remain."
        " The wage talks are hard.\n<Ada Brenner> =said= «the road toll remains open»."
    )
    article, reading = read(nlp, text)
    titled = replace(article, title_span=Span(0, text.index("\n")))
    items = issues.extract(nlp(article.text), titled, reading, TOLL).issues
    assert {(item.name, item.part_of) for item in items} == {
        ("wage talks", ""),
        ("shift patterns", "wage-talks"),
        ("road toll", ""),
    }


def test_an_opponents_epithet_names_nothing(nlp):
    passage = (
        "Lawmakers approved the 2021 budget. Brenner called it “a budget of unpaid bills”. The budget is big."
    )
    assert [item.name for item in found(nlp, passage)] == ["2021 budget"]


def test_whose_a_thing_is_names_it(nlp):
    (item,) = found(nlp, "The mayor met Omar Tesk. The town demanded his resignation.")
    assert item.name == "resignation of Omar Tesk"


NAMES_OF = [
    # how far it is, and how great, is no part of a name
    ("Nurses protested against the impending ward closures.", ["ward closures"]),
    ("Farmers condemned a sharp rise in the salt tax.", ["rise in the salt tax"]),
    (
        "Parents protested against the school closures. Ada Brenner called the planned closures a disgrace.",
        ["school closures"],
    ),
    # where it is, and who decided it, is none either
    ("Villagers opposed some measures in Calvia.", []),
    ("Omar Tesk criticised Ada Brenner’s decision.", []),
    ("Omar Tesk criticised the court ruling. The police protested against the government measures.", []),
    ("Villagers opposed the curfew in Calvia.", ["curfew in Calvia"]),
    # two for one thing
    (
        "Ministers approved the Lund copper project in Calvia. Ada Brenner rejected the Lund copper proposal.",
        ["Lund copper project in Calvia"],
    ),
    ("Omar Tesk opposed the fine for Ilse Vorm. Fans rejected Ilse Vorm’s ban.", ["fine for Ilse Vorm"]),
    ("Unions oppose the tram merger. Ada Brenner rejected the takeover of the tram firms.", ["tram merger"]),
    (
        "Guards protested against the job cuts. Ada Brenner defended the cut of 310 jobs.",
        ["job cuts"],
    ),
    (
        "Farmers opposed the salt plan for Calvia. Ada Brenner opposed the dyke plan.",
        ["salt plan for Calvia", "dyke plan"],
    ),
    (
        "Omar Tesk opposed the 2021 budget. Ada Brenner rejected the 2020 budget.",
        ["2021 budget", "2020 budget"],
    ),
    # sick pay is not what a row over pay is about
    (
        "Porters walked out in a row over pay. Omar Tesk rejected a claim over sick pay.",
        ["pay", "sick pay"],
    ),
    ("Parents opposed the town’s planned school closures.", ["town’s school closures"]),
    ("Villagers demand reopening of the Lund mine. Ada Brenner opposes it.", ["reopening of the Lund mine"]),
    # vaccination is for somebody to decide
    (
        "Ministers back compulsory measles vaccination. Omar Tesk opposes it.",
        ["compulsory measles vaccination"],
    ),
    # whose it is, by name
    ("Fans protested against the ban of swimmer Ilse Vorm.", ["ban of Ilse Vorm"]),
    # some thing of a kind: a saying
    ("“We will not buy a goat,” Ada Brenner said. Omar Tesk refused to sell a spoon.", []),
    ("Omar Tesk refused to build a second quay.", ["building of a second quay"]),
]


@pytest.mark.parametrize(("passage", "names"), NAMES_OF)
def test_what_an_issue_is_called(nlp, passage, names):
    assert list(dict.fromkeys(item.name for item in found(nlp, passage))) == names


RESIGNATIONS = [
    ("Two unions called on Ada Brenner to resign.", "raised"),
    ("Two unions wanted Ada Brenner to step down.", "raised"),
    ("Ada Brenner rejected calls to resign.", "disputed"),
    ("The mayor, Ada Brenner, resisted pressing demands to step down.", "disputed"),
    ("Ada Brenner refused to step aside.", "disputed"),
    ("The press wrote to Ada Brenner. She will not resign.", "disputed"),
    ("The king declined Ada Brenner’s offer to resign.", "disputed"),
    ("Omar Tesk rejected the resignation of Mayor Ada Brenner.", "disputed"),
]


@pytest.mark.parametrize(("passage", "status"), RESIGNATIONS)
def test_who_is_to_go(nlp, passage, status):
    items = found(nlp, passage)
    assert [(item.name, item.status) for item in items] == [("resignation of Ada Brenner", status)]


def test_whose_release_is_asked_for_is_whose_pardon_is(nlp):
    passage = "A court opposed the pardon of Ilse Vorm. Omar Tesk was there. Ten poets demanded his release."
    names = [item.name for item in found(nlp, passage)]
    assert names == ["pardon of Ilse Vorm", "release of Ilse Vorm"]


def test_who_announces_a_resignation_announces_their_own(nlp):
    passage = (
        "Poets opposed the pardon of Ilse Vorm. Omar Tesk announced his resignation. Resignation was due."
    )
    names = {item.name for item in found(nlp, passage)}
    assert names == {"pardon of Ilse Vorm", "resignation of Omar Tesk"}


@pytest.mark.parametrize(
    "passage",
    ["Ada Brenner will not quit the race.", "They will not resign.", "Ada Brenner refused to step out."],
)
def test_nobody_is_to_go(nlp, passage):
    assert found(nlp, passage) == ()


JUDGED = [
    ("<Omar Tesk> =said= «the fish levy would ruin small ports».", "disputed"),
    ("<Omar Tesk> =said= «the fish levy was a disgrace».", "disputed"),
    ("Omar Tesk called the fish levy unworkable.", "disputed"),
]


@pytest.mark.parametrize(("passage", "status"), JUDGED)
def test_what_a_thing_would_do_is_a_position_on_it(nlp, passage, status):
    items = found(nlp, f"Borland wants a fish levy. {passage}")
    assert ("fish levy", status, "omar-tesk") in [
        (item.name, item.status, item.according_to) for item in items
    ]


def test_praise_of_a_thing_answers_who_wants_it(nlp):
    items = found(nlp, "Borland wants a fish levy. <Omar Tesk> =said= «the fish levy will protect the lake».")
    assert [(item.name, item.unsure) for item in items] == [("fish levy", "")]


def test_who_rejects_an_exemption_rejects_no_grounds(nlp):
    passage = "Monks asked for an exemption on religious grounds, which Ada Brenner rejected."
    assert [item.name for item in found(nlp, passage)] == ["exemption on religious grounds"]


def test_the_text_names_the_bid_that_the_title_gives_to_a_party(nlp):
    body = "The board rejected a hostile takeover bid. Ada Brenner opposed the bid."
    article, reading = read(nlp, f"Board rejects Lowland Union bid\n\n{body}")
    titled = replace(article, title_span=Span(0, 31))
    items = issues.extract(nlp(article.text), titled, reading).issues
    assert {item.name for item in items} == {"hostile takeover bid"}


def test_the_text_names_what_the_title_shortens(nlp):
    article, reading = read(nlp, "Regulator fines toy maker\n\nThe regulator has fined the toy maker.")
    titled = replace(article, title_span=Span(0, 25))
    items = issues.extract(nlp(article.text), titled, reading).issues
    assert [(item.name, item.status) for item in items] == [("fine on the toy maker", "implemented")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Dockers walk out as talks on automation collapse", "talks on automation"),
        ("Fears grow as talks over fishing rights resume", "talks over fishing rights"),
    ],
)
def test_the_last_word_of_a_title_may_be_its_verb(nlp, title, name):
    assert [item.name for item in found(nlp, f"{title}\n\nThe talks began at noon.")] == [name]


NO_ISSUE = [
    "Ada Brenner announced a concert. The concert was sold out.",
    "Ada Brenner wants to raise concerns.",
    "The plan was rejected.",  # which one?
    "Calvia proposed a levy.",  # once, and nobody minds
    "Voters elected Omar Tesk. The election was calm. The election results came late.",
    "The number of gulls rose. The rise was large. A rise in gulls is rare.",
    "Omar Tesk has two offers and rejected one of the best offers.",
    "Ada Brenner criticised this decision. The decision is final.",  # which one?
    "Ada Brenner criticised the decision. No decision was ever final.",
    "The union wants a blackout on it. The talks failed.",
    "Ada Brenner opposed violence. The violence went on.",
    "The police approved. Omar Tesk supports Calvia, and Calvia won.",
    "Ada Brenner has opposed nine mergers since then.",  # which ones?
    "Ada Brenner sold her stake to a firm led by the Lowland Union. The Lowland Union is old.",  # a body
    "Mayors called the decision absurd. The next decision is a year away.",  # another one
    "Its council passed the motion by 88 votes to 14. Ada Brenner refused to count the votes.",  # so many
    "Ada Brenner offered 34 million cubic metres. Omar Tesk rejected 30 million cubic metres.",
    "Ada Brenner rejected the argument. The argument about the dam is old.",
    "Under the agreement a fee is due if the deal is not closed in May.",
    "Under this new agreement the firm owns the brand. The agreement is old.",
    "<A rebel> =said= «they claimed responsibility». <Omar Tesk> =said= «his men took responsibility».",
    "A court granted a temporary injunction. Omar Tesk sought a preliminary injunction.",  # against what?
    "Ferries were denied entry to the harbour of Calvia. Entry was denied on Friday, too.",
    "The Lowland Union referred an identical bill to its board. The board would debate the bill.",
]


@pytest.mark.parametrize("passage", NO_ISSUE)
def test_what_nobody_would_call_an_issue(nlp, passage):
    assert found(nlp, passage) == ()


NO_TALKS = [
    "A strong earthquake shook Calvia. Officials said that two bridges fell and the border was closed.",
    "Calvia beat Sudmark by two goals. The coach said that the victory was deserved.",
    "The museum in Calvia reopened. Its director said that prisoners had built it.",
]


@pytest.mark.parametrize("passage", NO_TALKS)
def test_news_without_negotiation_has_no_issues(nlp, passage):
    assert found(nlp, passage) == ()


@pytest.mark.parametrize("passage", [TALKS + row[0] for row in LISTS + STATUSES])
def test_what_holds_for_every_item(nlp, passage):
    article, _ = read(nlp, passage)
    items = found(nlp, passage)
    ids = {entity.id for entity in NAMES}
    keys = [(item.issue, item.status, item.according_to) for item in items]
    assert len(set(keys)) == len(keys)
    for item in items:
        assert 0 <= item.span.start < item.span.end <= len(article.text)
        assert item.according_to == "the article" or item.according_to in ids | {"A mediator"}
        assert item.name == item.name.strip()
        assert item.part_of in {"", "peace-talks"}
    assert items == found(nlp, passage)


ANSWERS = [
    ("Borland demanded the closure of the mine.", True),
    ("Borland demanded the closure of the mine. Sudmark demanded the closure of the mine too.", False),
    ("Borland demanded the closure of the mine. Sudmark rejected the closure of the mine.", False),
    (TALKS + "Key issues such as the closure of the mine are open.", False),
]


@pytest.mark.parametrize(("passage", "unsure"), ANSWERS)
def test_what_one_voice_raises_and_nobody_answers_waits_for_a_person(nlp, passage, unsure):
    items = [item for item in found(nlp, passage) if item.name == "closure of the mine"]
    assert items
    assert [bool(item.unsure) for item in items] == [unsure] * len(items)


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        # what lasts 60 days is a ceasefire
        (
            "The Borland envoy came. A 60-day ceasefire was signed. The 60-day ceasefire holds.",
            ["ceasefire"],
        ),
        # two things that people are divided over
        (
            TALKS + "They remain divided over the return of displaced families and control of the Lomen dam.",
            ["return of displaced families", "control of the Lomen dam"],
        ),
        # what was said just before has no name
        (TALKS + "<The chief envoy> =rejected= «that account».", []),
        # so many people are no topic
        (TALKS + "The guards turned back two human rights researchers at the bridge.", []),
        # an act under its noun
        ("The rebels refused to swap captives for hostages.", ["swap of captives for hostages"]),
    ],
)
def test_names_of_what_is_negotiated(nlp, passage, names):
    items = found(nlp, passage, vocabulary.load("pax"))
    assert [*dict.fromkeys(item.name for item in items if item.issue != "peace-talks")] == names


def test_who_is_ready_to_act_is_not_near_to_being_settled(nlp):
    passage = TALKS + "«Aid convoys are ready to enter Calvia», <the envoy> =said=."
    items = found(nlp, passage, vocabulary.load("pax"))
    assert [item.status for item in items if item.name == "aid convoys"] == ["raised"]


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("Borland and Sudmark agreed on Friday to revive the peace accord.", "agreed"),
        ("Borland and Sudmark refused on Friday to revive the peace accord.", "disputed"),
        ("The peace accord is on hold.", "stalled"),
    ],
)
def test_what_the_parties_agree_to_do_with_an_accord(nlp, clause, status):
    passage = f"The peace accord between Borland and Sudmark is old. The peace accord is long. {clause}"
    assert [item.status for item in found(nlp, passage) if item.name == "peace accord"][-1] == status
