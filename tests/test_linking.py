"""Names across articles: joined when sure, kept apart and listed when not."""

from dataclasses import replace

import pytest
from readings import annotated, issue, organization, person, place, register

from generator.linking import link, same_matter, spoken, stems
from generator.naming import slug


def entities(*readings, registers=(), merged=None):
    """Entity id → the (article, local id) pairs that mean it."""
    told = [annotated(f"a{number}", entities=(*found,)) for number, found in enumerate(readings)]
    links = link(told, registers, merged or {})
    return {id_: [key[0] + "/" + key[1] for key in linked.members] for id_, linked in links.entities.items()}


RENN = person("otto-renn", "Otto Renn", "Renn")
MARA = person("mara-renn", "Mara Renn", "Renn")
RENN_ONLY = person("renn", "Renn")
LAKE = organization("lake-cities-union", "Lake Cities Union", "LCU")
LCU = organization("lcu", "LCU")


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([[RENN], [RENN]], {"otto-renn": ["a0/otto-renn", "a1/otto-renn"]}, id="same id"),
        pytest.param(
            [[RENN_ONLY], [RENN]], {"otto-renn": ["a0/renn", "a1/otto-renn"]}, id="surname, told earlier"
        ),
        pytest.param(
            [[RENN], [MARA], [RENN_ONLY]],
            {"otto-renn": ["a0/otto-renn"], "mara-renn": ["a1/mara-renn"], "renn": ["a2/renn"]},
            id="surname of two people joins neither",
        ),
        pytest.param(
            [
                [replace(RENN, role="finance minister of Senn")],
                [replace(MARA, role="engineer")],
                [replace(RENN_ONLY, role="minister")],
            ],
            {"otto-renn": ["a0/otto-renn", "a2/renn"], "mara-renn": ["a1/mara-renn"]},
            id="surname of two people joins the one who has its role",
        ),
        pytest.param(
            [[LAKE], [LCU]], {"lake-cities-union": ["a0/lake-cities-union", "a1/lcu"]}, id="acronym"
        ),
        pytest.param(
            [[person("otto-j-renn", "Otto J. Renn", "Renn")], [person("otto-renn", "Otto Renn")]],
            {"otto-j-renn": ["a0/otto-j-renn", "a1/otto-renn"]},
            id="initial",
        ),
        pytest.param(
            [[place("corvin", "Corvin")], [person("corvin", "Corvin")]],
            {"corvin": ["a0/corvin"], "corvin-person": ["a1/corvin"]},
            id="a place named like a person",
        ),
        pytest.param(
            [[place("senn", "Senn")], [organization("senn", "Senn")], [place("senn", "Senn")]],
            {"senn": ["a0/senn", "a1/senn", "a2/senn"]},
            id="place or organization: one thing, read in two ways",
        ),
        pytest.param(
            [[place("senn", "Senn")], [place("senn", "Senn")], [person("senn", "Senn")]],
            {"senn": ["a0/senn", "a1/senn", "a2/senn"]},
            id="a country that one article of three takes for a person",
        ),
        pytest.param(
            [[place("republic-of-senn", "Republic of Senn")], [place("senn", "Senn")]],
            {"senn": ["a0/republic-of-senn", "a1/senn"]},
            id="full name of a state",
        ),
        pytest.param(
            [[place("us", "U.S.")], [place("united-states", "United States")], [place("america", "America")]],
            {"united-states": ["a0/us", "a1/united-states", "a2/america"]},
            id="a state under its short names",
        ),
        pytest.param(
            [[place("us", "US")], [place("america", "America", "US")]],
            {"us": ["a0/us", "a1/america"]},
            id="a state by two names of which one article writes both",
        ),
        pytest.param(
            [[LAKE], [person("lcu", "LCU")]],
            {"lake-cities-union": ["a0/lake-cities-union"], "lcu": ["a1/lcu"]},
            id="a person is no organization's acronym",
        ),
    ],
)
def test_names_across_articles(readings, expected):
    assert entities(*readings) == expected


def test_an_ambiguous_surname_says_who_it_could_be():
    told = [annotated(f"a{n}", entities=(e,)) for n, e in enumerate((RENN, MARA, RENN_ONLY))]
    assert link(told, (), {}).entities["renn"].could_be == ("mara-renn", "otto-renn")


def test_a_name_is_open_no_longer_once_all_that_it_could_be_are_one():
    told = [annotated(f"a{n}", entities=(e,)) for n, e in enumerate((RENN, MARA, RENN_ONLY))]
    merge = register("entity", "mara-renn", merged_into="otto-renn")
    links = link(told, [merge], {})
    assert links.entity_ids["a2", "renn"] == "otto-renn"
    assert links.entities["otto-renn"].could_be == ()


def test_an_article_can_say_who_a_name_is_there():
    told = [
        annotated(f"a{n}", entities=(e,))
        for n, e in enumerate((RENN, replace(RENN_ONLY, register="jo-renn")))
    ]
    links = link(told, [register("entity", "otto-renn", aliases=("Renn",))], {})
    assert links.entity_ids["a1", "renn"] == "jo-renn", "neither a short name nor an alias outweighs it"


def test_merges_of_merges_are_followed_to_their_end():
    told = [annotated("a", entities=(RENN,))]
    merges = [
        register("entity", "m-renn", merged_into="mara-renn"),
        register("entity", "mara-renn", merged_into="otto-renn"),
    ]
    assert link(told, merges, {}).redirects == {
        "entities/m-renn": "entities/otto-renn",
        "entities/mara-renn": "entities/otto-renn",
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Taras Holovsky", "Taras Holovskyy", True),
        ("Taras Holovsky", "Taras Holovskiy", True),
        ("Samir al-Barniyeh", "Samir el-Barniya", True),
        ("Mohammed Reshtal", "Muhammad Reshtal", True),
        ("Alexei Dorn", "Aleksey Dorn", True),
        ("Jaan Mõtus", "Jaan Motus", True),
        ("Taras Holovsky", "Holovskyy", True),
        ("Maria Lund", "Marie Lund", False),
        ("Tom Lee", "Tom Le", False),
        ("Jon Holm", "Jan Holm", False),
        ("Taras Holovsky", "Boris Holovskyy", False),
    ],
)
def test_a_name_from_another_alphabet_is_one_however_it_is_spelt(one, other, same):
    found = entities([person(slug(one), one)], [person(slug(other), other)])
    assert len(found) == (1 if same else 2)
    assert slug(one) in found, "under the first one's address"


def test_two_whom_one_article_tells_of_are_two_however_alike_they_are_spelt():
    sara, sarah = person("sara-lund", "Sara Lund"), person("sarah-lund", "Sarah Lund")
    assert len(entities([sara], [sarah])) == 1
    assert len(entities([sara, sarah])) == 2


def test_a_name_is_spelt_as_its_register_has_it():
    known = register("entity", "taras-holovskyy", name="Taras Holovskyy")
    told = [[person("taras-holovsky", "Taras Holovsky")], [person("taras-holovskyy", "Taras Holovskyy")]]
    assert [*entities(*told, registers=[known])] == ["taras-holovskyy"]
    apart = register("entity", "taras-holovsky", name="Taras Holovsky")
    assert len(entities(*told, registers=[known, apart])) == 2, "a person made two of them"


def test_what_was_joined_once_stays_joined_when_a_namesake_turns_up():
    merged = {("entity", "renn"): "otto-renn"}
    assert entities([RENN], [MARA], [RENN_ONLY], merged=merged)["otto-renn"] == ["a0/otto-renn", "a2/renn"]


def test_a_registers_aliases_join():
    union = register("entity", "lake-cities-union", name="Lake Cities Union", aliases=("The Union",))
    found = entities([LAKE], [organization("the-union", "The Union")], registers=[union])
    assert found == {"lake-cities-union": ["a0/lake-cities-union", "a1/the-union"]}


def test_a_register_merges_an_entity_and_leaves_a_redirect():
    told = [annotated("a", entities=(RENN,)), annotated("b", entities=(MARA,))]
    links = link(told, [register("entity", "mara-renn", merged_into="otto-renn")], {})
    assert links.entity("b", "mara-renn").id == "otto-renn"
    assert links.redirects == {"entities/mara-renn": "entities/otto-renn"}


def test_a_registers_name_and_type_win():
    told = [annotated("a", entities=(RENN,))]
    links = link(told, [register("entity", "otto-renn", name="Otto von Renn", type="organization")], {})
    ref = links.entities["otto-renn"].ref
    assert (ref.name, ref.type) == ("Otto von Renn", "organization")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("release of the prisoners", "P"), ("prisoner release", "P"), True),
        (("release of prisoners", "P"), ("exchange of hostages", "P"), False),
        (("transit fee", ""), ("the transit fees", ""), True),
        (("transit fee", "E"), ("transit fee", "R"), False),
        (("border inspections", ""), ("border crossings", ""), False),
        (("fee", ""), ("transit fee", ""), True),
    ],
)
def test_issues_that_are_one(first, second, same):
    assert same_matter(issue("a", *first), issue("b", *second)) is same


def test_issues_join_across_articles_under_the_first_ones_address():
    told = [
        annotated("a", issues=(issue("transit-fee", "transit fee", "E"),)),
        annotated("b", issues=(issue("the-fee-for-transit", "the fee for transit", "E"),)),
    ]
    links = link(told, (), {})
    assert links.issue("b", "the-fee-for-transit").id == "transit-fee"
    assert links.issues["transit-fee"].names == ("transit fee", "the fee for transit")


TALKS = issue("border-talks", "border talks")


def parts(*names):
    """Issue items of these names (name, or name and code) that are parts of the border talks."""
    pairs = [name if isinstance(name, tuple) else (name, "") for name in names]
    return [issue(name.replace(" ", "-"), name, code, part_of="border-talks") for name, code in pairs]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(["repair of the dam"], ["dam"], {"dam": "repair-of-the-dam"}, id="what it is of"),
        pytest.param(
            ["checks at the gate", "road toll"],
            ["joint checks of goods"],
            {"joint-checks-of-goods": "checks-at-the-gate"},
            id="the only one of that head",
        ),
        pytest.param(
            ["road toll", "bridge toll"], ["toll on ox"], {"toll-on-ox": "toll-on-ox"}, id="two of that head"
        ),
        pytest.param(
            ["release of the boats"], ["return of the boats"], {"return-of-the-boats": "release-of-the-boats"},
            id="the same thing",
        ),
        pytest.param(
            ["road toll"], ["road toll", "toll for carts"], {"toll-for-carts": "toll-for-carts"}, id="told apart"
        ),
        pytest.param(
            [("jobs for herders", "WORK")], [("pay of guards", "WORK")], {"pay-of-guards": "jobs-for-herders"},
            id="the only one of that topic",
        ),
    ],
)  # fmt: skip
def test_parts_of_one_matter(first, second, joined):
    told = [annotated("a", issues=(TALKS, *parts(*first))), annotated("b", issues=(TALKS, *parts(*second)))]
    links = link(told, (), {})
    assert {local: links.issue("b", local).id for local in joined} == joined


def test_negotiations_with_a_part_in_common_are_one():
    other = [issue("road-toll", "road toll", part_of="valley-deal"), issue("valley-deal", "valley deal")]
    told = [annotated("a", issues=(TALKS, *parts("road toll"))), annotated("b", issues=tuple(other))]
    assert link(told, (), {}).issue("b", "valley-deal").id == "border-talks"


@pytest.mark.parametrize(
    ("words", "entities", "named"),
    [
        ("they cannot mend the old dam by May", (RENN, LAKE), ["repair-of-the-dam"]),
        ("they cannot mend the old dam by May", (RENN,), []),  # another dam, for all we know
        ("a dam is a dam", (RENN, LAKE), []),
        ("he waited at the dam", (RENN, LAKE), []),
        ("the toll", (RENN, LAKE), []),  # which of the two?
        ("the border", (RENN, LAKE), []),  # a word of the whole matter
    ],
)
def test_what_words_of_another_article_are_about(words, entities, named):
    listing = (TALKS, *parts("repair of the dam", "road toll", "bridge toll", "checks at the border"))
    told = [annotated("a", issues=listing, entities=(RENN, LAKE)), annotated("b", entities=entities)]
    assert [ref.id for ref in link(told, (), {}).issues_in(spoken.named(words), told[1])] == named


def test_stems_join_forms_of_a_word():
    assert stems("the releases of hostages") == stems("release of a hostage")


def test_a_part_that_has_parts_itself_joins_no_other_negotiations():
    wage = (
        issue("wage-talks", "wage talks"),
        issue("power-contract", "power contract", part_of="wage-talks"),
    )
    power = (
        issue("talks-on-the-power-contract", "talks on the power contract"),
        issue("price", "price", part_of="talks-on-the-power-contract"),
    )
    tram = (issue("tram-deal", "tram deal"), issue("power-contract", "power contract", part_of="tram-deal"))
    read = [annotated(id_, issues=issues) for id_, issues in (("a", wage), ("b", power), ("c", tram))]
    links = link(read, (), {})
    assert links.issue("b", "talks-on-the-power-contract") == links.issue("a", "power-contract")
    assert links.issue("a", "wage-talks") != links.issue("c", "tram-deal")


def one(id_, name, code, entities):
    """An article with one issue, under the id that the machine gives it."""
    return annotated(id_, issues=(issue(name.replace(" ", "-"), name, code),), entities=entities)


ARDEN, OSLO = (person("tor-haug", "Tor Haug"), place("arden", "Arden")), (place("oslo", "Oslo"),)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("transit fee", "E", ARDEN), ("fee for transit", "E", ARDEN), True),
        (("transit fee", "E", ARDEN), ("fee for transit", "E", (place("arden", "Arden"),)), True),
        (("transit fee", "E", ARDEN), ("fee for transit", "E", ()), True),
        # another story, though the same wire tells it
        (("transit fee", "E", (*ARDEN, LAKE)), ("fee for transit", "E", (*OSLO, LAKE)), False),
        # the same act, done to something else
        (("withdrawal of weapons", "E", ARDEN), ("withdrawal of troops", "E", ARDEN), False),
        (("withdrawal of heavy weapons", "E", ARDEN), ("withdrawal of weapons", "E", ARDEN), True),
        (("withdrawal of weapons", "E", ARDEN), ("withdrawal", "E", ARDEN), True),
        # the same thing of another year
        (("2021 harbour budget", "", ARDEN), ("2022 harbour budget", "", ARDEN), False),
        (("2021 harbour budget", "", ARDEN), ("harbour budget", "", ARDEN), True),
    ],
)
def test_issues_are_one_if_their_story_and_their_thing_is(first, second, same):
    told = [one("a", *first), one("b", *second)]
    issues = [read.reading.issues[0].issue for read in told]
    links = link(told, (), {})
    assert (links.issue("a", issues[0]) == links.issue("b", issues[1])) is same


def test_an_article_that_tells_of_pay_and_sick_pay_knows_them_apart():
    both = (issue("pay", "pay"), issue("sick-pay", "sick pay"))
    links = link([annotated("a", issues=both)], (), {})
    assert links.issue("a", "pay") != links.issue("a", "sick-pay")


def test_an_article_that_calls_a_bid_a_takeover_tells_of_one_thing():
    both = (issue("takeover", "takeover"), issue("hostile-takeover-bid", "hostile takeover bid"))
    links = link([annotated("a", issues=both)], (), {})
    assert links.issue("a", "takeover") == links.issue("a", "hostile-takeover-bid")
