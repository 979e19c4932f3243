"""Which statements of one article do not say the same: two voices, each with what it says, side by side."""

from dataclasses import replace

import pytest
from readings import annotated, issue, person, span

from generator.assemble.contrast import contrasted
from generator.assemble.counts import at_odds, counts
from generator.assemble.differences import attributed_otherwise, differences
from generator.assemble.elsewhere import told_otherwise
from generator.assemble.gainsaying import gainsaid
from generator.assemble.reversals import taken_back
from generator.assemble.said import said_in
from generator.assemble.statements import statement_views
from generator.assemble.told import tell
from generator.linking import link
from generator.memo import Memo
from generator.model import Mention, Settings, Statement, Temporal
from generator.naming import find_mentions

ILVES, HAUG = person("mara-ilves", "Mara Ilves"), person("tor-haug", "Tor Haug")

MONTHS = ("May 2031", "July 2031")


def told_by_two(
    first, second, *, certainty="asserted", cue="answered", between=". ", lead="The week began. "
):
    """`Mara Ilves said FIRST. Tor Haug CUE: SECOND.` as an article, and its statements."""
    text = f"A headline\n{lead}Mara Ilves said {first}{between}Tor Haug {cue}: {second}."
    at = text.index("Tor Haug")
    content = text.index(second, at)
    statements = (
        Statement(
            (span(text, first),), "indirect", span(text, "Mara Ilves"), cue=span(text, "said"), id="s1"
        ),
        Statement(
            (span(text, second, text[: content + 1].count(second) + 1),),
            "indirect",
            span(text, "Tor Haug"),
            cue=span(text, cue),
            id="s2",
            certainty=certainty,
        ),
    )
    mentions = (Mention(span(text, "Mara Ilves"), ILVES.id), Mention(span(text, "Tor Haug"), HAUG.id))
    one = annotated(
        "a",
        text,
        "2031-03-07",
        entities=(ILVES, HAUG),
        mentions=mentions,
        temporals=tuple(Temporal(span(text, when), "DATE") for when in MONTHS if when in text),
        statements=statements,
        issues=(issue("paper", "the paper"),),
    )
    told = tell(one, link([one], (), {}), Settings())
    return told, statement_views(told)


@pytest.mark.parametrize(
    ("first", "second", "certainty", "opposed"),
    [
        ("the paper was signed", "the paper was not signed", "asserted", True),
        ("the paper was not signed", "it was", "asserted", True),
        ("the paper was signed", "this", "denied", True),
        ("the paper was signed", "that the paper was signed", "denied", True),
        ("the paper was signed", "the paper was signed at noon", "asserted", False),
        ("the paper was not signed", "nobody signed the paper", "asserted", False),
        ("the paper was signed", "no ship had come", "asserted", False),
        ("the ferry carried 40 people", "the ferry carried no lifeboats", "asserted", False),
        ("a letter was sent to the council", "no such letter had come", "asserted", True),
        ("a letter was sent to the council", "it has not received anything", "asserted", True),
        ("the mill had poisoned the river", "the claim was false", "asserted", True),
        ("the mill had poisoned the river", "a fabrication", "asserted", True),
        ("she was owed 3 million crowns", "the money was paid", "denied", True),
        ("the sun would shine", "the money was paid", "denied", False),
        ("a deal to share the quay has been reached", "there is no agreement", "asserted", True),
        ("a deal to share the quay is done", "nothing has been settled", "asserted", True),
        ("a deal to share the quay is near", "nothing has been settled", "asserted", False),
        ("no deal to share the quay is in sight", "nothing has been settled", "asserted", False),
        ("125 boats were lost in the gale", "83 boats were lost in the gale", "asserted", True),
        ("125 boats were lost in the gale", "at least 83 boats were lost in the gale", "asserted", False),
        ("125 boats were lost in the gale", "83 boats sailed home", "asserted", False),
        ("1,900 hands had walked out", "the figure was closer to 1,100", "asserted", True),
        ("no boats were lost", "12 boats had gone down", "asserted", True),
        ("the promise was for ten years", "it was for five", "asserted", True),
        ("prices would rise by a tenth", "they would not rise", "asserted", True),
        ("the dyke had been mended in May", "it had never begun", "asserted", True),
        ("the dyke had been mended in May", "it should not happen", "asserted", False),
        ("absence had doubled at the mill", "absence fell at the mill", "asserted", True),
        ("the bank made an error with the money", "it had made no error", "asserted", True),
        ("the mayor met the miller in May", "any such meeting took place", "denied", True),
        ("the dyke led to floods", "there is any link", "denied", True),
        ("the mill had poisoned the river", "that is simply untrue", "asserted", True),
        ("the mill had poisoned the river", "the report “pure fantasy”", "asserted", True),
        ("the mill had poisoned the river", "nothing of the kind had been seen", "asserted", True),
        ("the mill had poisoned the river", "the opposite was true", "asserted", True),
        ("the mill had poisoned the river", "the opposite bank was dry", "asserted", False),
        ("the mill had poisoned the river", "Ilves was lying", "asserted", True),
        (
            "1,900 hands had walked out",
            "the figure was 1,100 and had never been anything else",
            "asserted",
            True,
        ),
        ("1,900 hands had walked out", "the figure was speculation", "asserted", True),
        ("they were beaten in the mill", "anyone had been harmed", "denied", True),
        ("it had paid for 300 beds in a hall", "the guild had not paid for anything", "asserted", True),
        ("the dam was safe", "it was unsafe", "asserted", True),
        ("the dam was safe", "the mill was unsafe", "asserted", False),
        ("the toll fell in May", "it would rise", "asserted", False),
        ("the guild offered them nothing", "it had offered a bonus", "asserted", True),
        ("the guild had never been against a toll on the quay", "it opposed a toll", "asserted", True),
    ],
)
def test_one_denies_what_the_other_says(first, second, certainty, opposed):
    told, views = told_by_two(
        first, second, certainty=certainty, cue="denies" if certainty == "denied" else "answered"
    )
    pairs = [(pair.first.who, pair.second.who, pair.contradiction) for pair in gainsaid(said_in(told, views))]
    assert pairs == ([("Mara Ilves", "Tor Haug", True)] if opposed else [])


@pytest.mark.parametrize(
    ("first", "second", "contradiction"),
    [
        ("the rebels had opened fire", "the army had begun the shooting", [True]),
        ("the rebels had opened fire", "gunmen had begun the shooting", []),
        ("the rebels had opened fire", "the army had not begun the shooting", []),
        ("the rebels had opened fire", "the army had begun the digging", []),
        ("Haug had fired first", "the boatmen had begun the fight", [True]),
        ("the firm had broken off the talks", "it was the drivers who walked out of the room", [True]),
        ("the army had violated the truce", "the rebels had broken the ceasefire", [False]),
        ("the rebels had asked for talks", "the army came to us", [False]),
        ("nobody had been hurt in the mill", "two men had been taken to hospital", [True]),
        ("two men had been taken to hospital", "nobody had been hurt in the mill", [True]),
        ("nobody had lost their life in the mill", "two men had died", [True]),
        ("nobody had been killed in the mill", "two men had been taken to hospital", []),
        ("nobody had been hurt in May 2031", "two men had died in July 2031", []),
        ("nobody had been hurt in the mill", "men might be taken to hospital", []),
        ("200 boats had sailed", "he had not seen a single one", [False]),
        ("200 boats should sail", "he had not seen a single one", []),
        ("the men were still held in the mill", "nobody remained", [True]),
        ("the two had agreed to meet on Friday", "no date had been set", [True]),
        ("the two had agreed to meet", "no date had been set", []),
        ("the talks will go ahead at noon", "the guild would not attend", [False]),
    ],
)
def test_two_accounts_in_words_of_their_own(first, second, contradiction):
    told, views = told_by_two(first, second)
    assert [pair.contradiction for pair in gainsaid(said_in(told, views))] == contradiction


@pytest.mark.parametrize(
    ("first", "second", "cue", "certainty"),
    [
        pytest.param(
            "the council should share the quay", "the proposal", "rejected", "denied", id="not wanted"
        ),
        pytest.param(
            "talks on the quay broke off at dusk",
            "the talks had failed",
            "denied",
            "denied",
            id="half the words",
        ),
        pytest.param(
            "the guild wanted 9 crowns for the quay",
            "it was offered 7 crowns for the quay",
            "answered",
            "asserted",
            id="what each wants",
        ),
        pytest.param(
            "the target was to lose 9 boats in a gale",
            "7 boats were lost in a gale",
            "answered",
            "asserted",
            id="what was aimed at",
        ),
    ],
)
def test_accounts_that_differ_and_may_both_hold(first, second, cue, certainty):
    told, views = told_by_two(first, second, cue=cue, certainty=certainty)
    assert [pair.contradiction for pair in gainsaid(said_in(told, views))] == [False]


@pytest.mark.parametrize(
    ("first", "cue", "contradiction"),
    [
        ("the mill had poisoned the river", "rejected that, saying", [True]),
        ("the mill had poisoned the river", "disputed Ilves’s figure, saying", [True]),
        ("the mill had poisoned the river", "disputed Roe’s figure, saying", []),
        ("the council should sell the mill", "rejected that, saying", [False]),
        ("the mill had poisoned the river", "agreed to that, saying", []),
    ],
)
def test_who_rejects_it_says_otherwise(first, cue, contradiction):
    told, views = told_by_two(first, "the grain was dry", cue=cue)
    assert [pair.contradiction for pair in gainsaid(said_in(told, views))] == contradiction


@pytest.mark.parametrize(
    ("lead", "about"), [("The quay is old. ", "quay"), ("The quay is old. Rain fell. ", "a")]
)
def test_what_two_accounts_are_about_is_named_in_them_or_right_before(lead, about):
    told, _ = told_by_two("the mill was sold", "it was not", lead=lead)
    quay = issue("quay", "quay", span=span(told.article.text, "The quay"))
    one = replace(told.annotated, reading=replace(told.annotated.reading, issues=(quay,)))
    links = link([one], (), {})
    told = tell(one, links, Settings())
    (found,) = differences([told], {"a": statement_views(told)}, links, Memo())
    assert found.about.id == about


def test_who_wants_no_part_of_it_denies_nothing():
    told, views = told_by_two("the sun would shine", "to be drawn", cue="refused", certainty="denied")
    assert not list(gainsaid(said_in(told, views)))


def test_what_is_taken_up_was_said_just_before():
    lead, between = "The week began. ", ". Then it rained. Nobody came. "
    told, views = told_by_two("the quay was sold", "the claim was false", lead=lead, between=between)
    assert not list(gainsaid(said_in(told, views)))


@pytest.mark.parametrize(("called", "answered"), [("the accusations", "s1"), ("the claims", "s2")])
def test_an_accusation_is_answered_not_what_its_speaker_said_after_it(called, answered):
    text = (
        "A headline\nMara Ilves accused Tor Haug of letting the boats drift. She said Tor Haug had to leave. "
        f"Tor Haug called {called} baseless."
    )
    said = (
        ("letting the boats drift", "Mara Ilves", "accused"),
        ("Tor Haug had to leave", "She", "said"),
        (f"{called} baseless", "Tor Haug called", "called"),
    )
    statements = tuple(
        Statement(
            (span(text, words),),
            "indirect",
            span(text, who),
            cue=span(text, cue),
            speaker=HAUG.id if number == len(said) else ILVES.id,
            id=f"s{number}",
        )
        for number, (words, who, cue) in enumerate(said, 1)
    )
    one = annotated(
        "a",
        text,
        "2031-03-07",
        entities=(ILVES, HAUG),
        mentions=(Mention(span(text, "Mara Ilves"), ILVES.id), Mention(span(text, "Tor Haug"), HAUG.id)),
        statements=statements,
    )
    told = tell(one, link([one], (), {}), Settings())
    (pair,) = gainsaid(said_in(told, statement_views(told)))
    assert (pair.first.id, pair.second.id, pair.contradiction) == (answered, "s3", True)


def test_what_follows_in_the_text_is_not_set_against_the_headline():
    told, views = told_by_two("the paper was signed", "the paper was not signed", lead="", between="\n")
    assert list(gainsaid(said_in(told, views)))
    text = "Paper signed, says Mara Ilves\nTor Haug said the paper was not signed."
    statements = (
        Statement((span(text, "Paper signed"),), "indirect", span(text, "Mara Ilves"), id="s1"),
        Statement((span(text, "the paper was not signed"),), "indirect", span(text, "Tor Haug"), id="s2"),
    )
    one = annotated("a", text, "2031-03-07", statements=statements)
    told = tell(one, link([one], (), {}), Settings())
    assert not list(gainsaid(said_in(told, statement_views(told))))


@pytest.mark.parametrize(
    ("first", "second", "options", "differ"),
    [
        ("the quay would cost 9 crowns", "a third of the quay", {"cue": "demands"}, True),
        ("the quay would cost 9 crowns", "seven", {"cue": "demands"}, True),
        ("boats should pay", "fish should swim", {"cue": "says", "between": "; "}, False),
        ("boats should pay", "fish should swim", {"cue": "wants", "between": "; "}, True),
        ("boats should pay", "fish should swim", {"lead": "Who pays is less clear. "}, True),
        ("boats should pay", "fish should swim", {"lead": "Who pays is clear. "}, False),
        ("boats should pay", "fish should swim", {"lead": "Who pays is in dispute. "}, True),
        ("boats should pay", "fish should swim", {"lead": "The pay dispute went on. "}, False),
        ("the quay would cost 9 crowns", "a third of the quay", {"cue": "bought"}, False),
        ("the quay would cost 9 crowns", "peace", {"cue": "demands", "between": ".\n"}, False),
    ],
)
def test_voices_set_side_by_side(first, second, options, differ):
    told, views = told_by_two(first, second, **options)
    assert [pair.contradiction for pair in contrasted(told, said_in(told, views))] == (
        [False] if differ else []
    )


def test_the_same_words_in_another_mouth():
    words = "boats under forty feet would pay nothing at the quay"
    texts = {"a": f"Mara Ilves said {words}.", "b": f"Tor Haug said {words}."}
    told = [
        annotated(
            id_,
            text,
            f"2031-03-0{day}",
            entities=(who,),
            mentions=(Mention(span(text, who.name), who.id),),
            statements=(Statement((span(text, words),), "indirect", span(text, who.name), id=f"s-{id_}"),),
        )
        for day, (who, (id_, text)) in enumerate(zip((ILVES, HAUG), texts.items(), strict=True), 1)
    ]
    links = link(told, (), {})
    views = [view for one in told for view in statement_views(tell(one, links, Settings()))]
    assert [(p.first.who, p.second.who) for p in attributed_otherwise(views)] == [("Mara Ilves", "Tor Haug")]


def told_twice(first, second, cue="said", before="Last week she"):
    """`Mara Ilves CUE FIRST. BEFORE said SECOND.`, both her words."""
    text = f"A headline\nMara Ilves {cue} {first}. {before} said {second}."
    name = span(text, "Mara Ilves")
    statements = tuple(
        Statement((span(text, words),), "indirect", source, span(text, by), speaker=ILVES.id, id=id_)
        for words, source, by, id_ in (
            (first, name, cue, "s1"),
            (second, span(text, before.split()[-1], 2 if before == "Mara" else 1), "said", "s2"),
        )
    )
    one = annotated(
        "a", text, "2031-03-07", entities=(ILVES,), mentions=(Mention(name, ILVES.id),), statements=statements
    )
    told = tell(one, link([one], (), {}), Settings())
    return told, statement_views(told)


@pytest.mark.parametrize(
    ("first", "second", "options", "taken"),
    [
        ("the quay would be sold", "the quay would never be sold", {}, True),
        ("she would step down", "she would stay in office", {}, True),
        ("she had met the miller", "she had never seen him", {"cue": "admitted"}, True),
        ("she had met the miller", "she had not slept well", {"cue": "admitted"}, False),
        ("the quay would be sold", "the mill was not for sale", {}, False),
        ("the quay would be sold", "the quay would never be sold", {"before": "She"}, False),
    ],
)
def test_a_speaker_who_takes_words_back(first, second, options, taken):
    told, views = told_twice(first, second, **options)
    assert [pair.contradiction for pair in taken_back(told, said_in(told, views))] == (
        [True] if taken else []
    )


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("the dyke at the mill was mended", "the dyke at the mill was never mended", [True]),
        ("the dyke at the mill was mended", "the quay was never mended", []),
        ("40 boats were lost in the gale", "52 boats were lost in the gale", [False]),
        ("I never spoke to Tor Haug", "I met Mara Ilves twice", [True]),
        ("I never spoke to Tor Haug before May", "I met Mara Ilves twice", [False]),
        ("I spoke to Tor Haug", "I met Mara Ilves twice", []),
        ("the guild wanted 40 boats for the gale", "52 boats were lost in the gale", []),
        (
            "the dyke will be mended by masons in May 2031",
            "the masons will mend the dyke in July 2031",
            [False],
        ),
        ("the dyke will be mended by masons in May 2031", "the masons will mend the dyke by May 2031", []),
    ],
)
def test_another_article_tells_it_otherwise(first, second, answer):
    articles = []
    for day, (who, words) in enumerate(((ILVES, first), (HAUG, second)), 1):
        text = f"A headline\n{who.name} said {words}."
        when = next((month for month in MONTHS if month in words), "")
        articles.append(
            annotated(
                f"a{day}",
                text,
                f"2031-03-{day * 7:02}",
                entities=(ILVES, HAUG),
                mentions=find_mentions(text, (ILVES, HAUG)),
                temporals=(Temporal(span(text, when), "DATE"),) if when else (),
                statements=(Statement((span(text, words),), "indirect", span(text, who.name), id=f"s{day}"),),
            )
        )
    links = link(articles, (), {})
    told = [tell(one, links, Settings()) for one in articles]
    views = {one.ref.id: statement_views(one) for one in told}
    assert [pair.contradiction for pair in told_otherwise(told, views, Memo())] == answer


@pytest.mark.parametrize(
    ("first", "second", "odds"),
    [
        ("40 boats", "52 boats", True),
        ("at least 40 boats", "52 boats", False),
        ("52 boats at most", "more than 60 boats", True),
        ("about 50 boats", "52 boats", False),
        ("no boats", "twelve boats", True),
        ("600 of the mill’s 2,400 hands", "700 hands", True),
        ("1.2 million crowns", "700,000 crowns", True),
        ("4 per cent", "5%", True),
        ("40 boats", "52 nets", False),
        ("the 24-hour strike", "48 hours", False),
    ],
)
def test_counts_of_which_only_one_can_be_right(first, second, odds):
    assert bool(at_odds(counts(first), counts(second))) is odds
