"""People, organizations and places of one article: invented ones, in sentences as news has them."""

import pytest

from generator import extract as extraction
from generator.extract import mentions
from generator.model import Article, Reading, Settings
from generator.naming import find_mentions


@pytest.fixture(scope="session")
def read():
    nlp = extraction.load(Settings().model)

    def read(text):
        return mentions.extract(nlp(text), Article("a", "a.txt", text, ""), Reading())

    return read


def lines(reading):
    """`type: name` of every entity."""
    return [f"{entity.type}: {entity.name}" for entity in reading.entities]


def roles(reading):
    return {entity.name: entity.role for entity in reading.entities if entity.role}


TYPES = [
    # a country is known by the word for its people, by what it has, and by its full name
    ("Ardania wants a port. The Ardanian envoy left.", ["place: Ardania"]),
    ("Ardania's acting transport minister left. The Republic of Ardania paid.", ["place: Ardania"]),
    # a dateline names a place in capitals, and the agency
    (
        "VELINKA, Ardania, March 4 (Coastal) - The mayor spoke in Velinka on Monday.",
        ["place: Velinka", "place: Ardania", "organization: Coastal"],
    ),
    # a surname and a town
    (
        "Lena Holm left. Trains stood in Holm all day, and the mayor of Holm waited.",
        ["person: Lena Holm", "place: Holm"],
    ),
    # titles and roles are not part of the name, and no organizations
    ("Kenyan Interior Minister Joseph Otieno arrived on Monday.", ["person: Joseph Otieno"]),
    ("Mr. Halvorsen declined. Dr. Ines Moreau agreed.", ["person: Halvorsen", "person: Ines Moreau"]),
    ("The U.S. Trade Representative will speak in May.", ["place: U.S."]),
    ("Secretary of State Laura Hensley flew to Oslo.", ["person: Laura Hensley", "place: Oslo"]),
    (
        "General Mills sold the mill to General Tom Bradley.",
        ["organization: General Mills", "person: Tom Bradley"],
    ),
    # nationalities, numbers, dates, peoples, languages
    ("Two Norwegian and three Bolivian divers spoke Spanish on Friday, 12 May.", []),
    # organizations by their words
    (
        "The Ministry of Finance and the Bank of Moravia signed.",
        ["organization: Ministry of Finance", "organization: Bank of Moravia"],
    ),
    (
        "She joined the Ministry of Trade and Industry in Lisbon.",
        ["organization: Ministry of Trade and Industry", "place: Lisbon"],
    ),
    ("The People’s Front of Ardania won.", ["organization: People’s Front of Ardania"]),
    (
        "Lund & Dahl sued the Tarnow Port Authority.",
        ["organization: Lund & Dahl", "organization: Tarnow Port Authority"],
    ),
    ("The aid agency Medora said it had left.", ["organization: Medora"]),
    ("The destroyer HMS Brackley sank off Malta.", ["organization: HMS Brackley", "place: Malta"]),
    # places by their words and by what stands before them
    (
        "Floods hit the Korda River near Velinka, a town in Serbia.",
        ["place: Korda River", "place: Velinka", "place: Serbia"],
    ),
    ("He fled to northern Ghana from the Gulf of Guinea.", ["place: Ghana", "place: Gulf of Guinea"]),
    # possessives and compounds
    (
        "Malta’s Luis Vella met EU-backed negotiators.",
        ["place: Malta", "person: Luis Vella", "organization: EU"],
    ),
    # particles and hyphens within names
    (
        "Ursula van der Meulen met Tariq al-Masri and Kim Dae-sung.",
        ["person: Ursula van der Meulen", "person: Tariq al-Masri", "person: Kim Dae-sung"],
    ),
    # laws, storms and prizes are nobody
    ("Hurricane Velma struck after the Clean Rivers Act won the Brandt Prize.", []),
    # a person's name follows an organization's without a break
    ("Reuters correspondent Anna Kowalska left.", ["organization: Reuters", "person: Anna Kowalska"]),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_types_and_extents(read, text, expected):
    assert sorted(lines(read(text))) == sorted(expected)


ROLES = [
    (
        "Ana Ruiz, the Spanish National Security Advisor, spoke in Madrid.",
        {"Ana Ruiz": "Spanish National Security Advisor"},
    ),
    ("Kenyan Interior Minister Joseph Otieno arrived.", {"Joseph Otieno": "Kenyan Interior Minister"}),
    ("They met President-elect Maria Santos.", {"Maria Santos": "President-elect"}),
    (
        "He met Paul Weber, Santos’s designated special envoy to the Balkans, on Monday. Maria Santos was away.",
        {"Paul Weber": "Santos’s designated special envoy to the Balkans"},
    ),
    ("The head of the Danish intelligence agency Falken resigned.", {"Falken": "Danish intelligence agency"}),
    ("Police spokeswoman Jane Hollis said so.", {"Jane Hollis": "Police spokeswoman"}),
    (
        "The Deputy Minister of Health, Laura Hensley, said so.",
        {"Laura Hensley": "Deputy Minister of Health"},
    ),
    ("Former Chilean president Luis Vella died.", {"Luis Vella": "Former Chilean president"}),
    ("Peter Brandt, 45, a teacher from Graz, was hurt.", {"Peter Brandt": "teacher from Graz"}),
    ("Mr. Peter Brandt was hurt, Anna Kowalska said.", {}),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles_in_the_words_of_the_article(read, text, expected):
    assert roles(read(text)) == expected


JOINED = [
    ("Jane Hollis spoke. Hollis left. Then Ms Hollis returned.", {"Jane Hollis": ("Jane Hollis", "Hollis")}),
    ("Jane A. Hollis spoke. Jane Hollis left.", {"Jane A. Hollis": ("Jane A. Hollis", "Jane Hollis")}),
    (
        "The Kessel River Commission (KRC) met in Graz. The KRC will vote, and the Commission will publish.",
        {
            "Kessel River Commission": ("Kessel River Commission", "Commission", "KRC"),
            "Graz": ("Graz",),
        },
    ),
    (
        "The Kessel River Commission met. The KRC will vote.",
        {"Kessel River Commission": ("Kessel River Commission", "KRC")},
    ),
    (
        "Halden Motors Inc. sued. Halden Motors won.",
        {"Halden Motors Inc.": ("Halden Motors Inc.", "Halden Motors")},
    ),
    (
        "The United States and the U.S. are one, as the UK and Britain are.",
        {"United States": ("United States", "U.S."), "Britain": ("Britain", "UK")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_forms_of_one_name_are_joined(read, text, expected):
    assert {entity.name: entity.names for entity in read(text).entities} == expected


def meant(reading, text, name):
    return [m.entity for m in reading.mentions if text[m.span.start : m.span.end] == name]


def test_two_people_of_one_surname_stay_two(read):
    text = (
        "Martin Reyes opened the hearing in Quito. Reyes spoke first. "
        "Then Carla Reyes, his sister, answered. Reyes denied the charge."
    )
    assert meant(read(text), text, "Reyes") == ["martin-reyes", "carla-reyes"]


def test_a_surname_that_is_a_place_is_told_by_what_stands_before_it(read):
    text = "Helen Jordan flew to Jordan on Monday. Jordan said that she had friends in Jordan."
    assert meant(read(text), text, "Jordan") == ["jordan", "helen-jordan", "jordan"]


def test_a_surname_that_is_a_month_leaves_dates_alone(read):
    text = "Theresa May spoke in May. May said that she would resign on 5 May."
    assert meant(read(text), text, "May") == ["", "theresa-may", ""]


def test_a_headline_in_capitals_gives_no_names_of_its_own(read):
    text = (
        "Mayor Hollis Says Great Flood Was Worst Ever\n"
        "Jane Hollis, mayor of Graz, said the great flood was the worst."
    )
    reading = read(text)
    assert lines(reading) == ["person: Jane Hollis", "place: Graz"]
    assert meant(reading, text, "Hollis") == ["jane-hollis"]


def test_a_wrong_label_gives_way_to_the_full_name(read):
    text = "Petra Lindqvist won. The vote surprised Lindqvist’s rivals. Critics of Lindqvist protested."
    assert lines(read(text)) == ["person: Petra Lindqvist"]


def test_namesakes_of_two_types_get_two_ids(read):
    text = "Helen Jordan flew to Jordan. The Jordan Group paid."
    ids = [entity.id for entity in read(text).entities]
    assert len(ids) == len(set(ids))


def test_mentions_are_those_that_the_build_finds_again(read):
    text = "Jane Hollis met Tom Hollis in Graz. Hollis praised the Graz Opera. She left Graz in May."
    reading = read(text)
    names_alone = set(find_mentions(text, reading.entities))
    exceptions = tuple(mention for mention in reading.mentions if mention not in names_alone)
    assert find_mentions(text, reading.entities, exceptions) == reading.mentions


@pytest.mark.parametrize(
    "text", ["", "\n\n", "no names here", "MAY DAY", "“ ” — …", "A\nB\nC", "’s ’ 's", "[](" * 500]
)
def test_texts_without_names(read, text):
    assert read(text).entities == ()


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Jane Hollis", "f"),
        ("Tom", "m"),
        ("Jean-Pierre Weber", "m"),
        ("Robin Field", "f"),
        ("Xqz", ""),
        ("", ""),
    ],
)
def test_gender_of_first_names(name, gender):
    assert mentions.gender_of(name) == gender
