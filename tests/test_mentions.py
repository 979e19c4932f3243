"""People, organizations and places of one article: invented ones, in sentences as news has them."""

import pytest

from generator.extract import mentions
from generator.model import Article, Reading
from generator.naming import find_mentions


@pytest.fixture(scope="session")
def read(nlp):
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
    ("Minister for Foreign Affairs Wes Dong left. The Minister for Health stayed.", ["person: Wes Dong"]),
    ("UN Commissioner for Human Rights Volker Tesk left.", ["organization: UN", "person: Volker Tesk"]),
    (
        "The Office of the Commissioner for Human Rights was closed.",
        ["organization: Office of the Commissioner for Human Rights"],
    ),
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
    (
        "Director of Clean Rivers Network Europe Odda Trill said so.",
        ["organization: Clean Rivers Network Europe", "person: Odda Trill"],
    ),
    (
        "Petra Holm left. Holm of the Coastal Bank and Park Min-jun spoke.",
        ["person: Petra Holm", "organization: Coastal Bank", "person: Park Min-jun"],
    ),
    # what a body is, where a sentence begins with it
    ("Operator Halvard Space named a crew.", ["organization: Halvard Space"]),
    # a ministry is no judge
    ("The Department of Justice sued.", ["organization: Department of Justice"]),
    # what stands in a place, leads to it, or comes from it
    ("A tree shut down Selby’s Union Road.", ["place: Selby", "place: Union Road"]),
    ("Trains between Langford Green and Selby stopped.", ["place: Langford Green", "place: Selby"]),
    ("The drivers, all from Keel, went home.", ["place: Keel"]),
    ("It struck north of Tarnby.", ["place: Tarnby"]),
    ("Police closed the 100 block of H Street NE.", ["place: H Street NE"]),
    ("The Korde rose four metres in the night.", ["place: Korde"]),
    # where a piece stands is a paper, and a paper may be named for its town
    ("She said so in an interview with Oslo Today.", ["organization: Oslo Today"]),
    (
        "Fans of K.R.C. Tarn met those of FC Velinka.",
        ["organization: K.R.C. Tarn", "organization: FC Velinka"],
    ),
    # an adjective for a people is no place, a family no place, a teaching no body
    ("A Velkan official and the Tarnese envoy spoke of Marxism.", []),
    ("Carla Reyes spoke. Both Reyeses left.", ["person: Carla Reyes"]),
    # a party by its plural, if it does something; not some of its members
    (
        "The Liberals left. The Greens’ leader stayed.",
        ["organization: Liberals", "organization: Greens"],
    ),
    ("Many Liberals left.", []),
    # two names and a hyphen between them are no third; the word for a people may end in -i
    (
        "The Orvex-Halden merger failed. The brewer Orvex blamed the brewer Halden.",
        ["organization: Orvex", "organization: Halden"],
    ),
    ("Kelmari troops left. Kelmar's president stayed.", ["place: Kelmar"]),
    # an abbreviated month is a date; words of every day with a hyphen only open their sentence
    ("Sept. 18, 2034\nThe court rose on Sept. 4.", []),
    ("Cattle-feed maker Orvex left.", ["organization: Orvex"]),
    # a field that is a party's name too; an adjective that only the model takes for a body
    (
        "Labour Minister Rory Fann left. Treasury Secretary Ida Holt stayed.",
        ["person: Rory Fann", "person: Ida Holt"],
    ),
    ("Petra Holm, the Moderate leader, won.", ["person: Petra Holm"]),
    # reporters, each with a town
    (
        "(Reporting by Tom Weiss in Berlin and Anna Brandt in Vienna; Editing by Ruth Orme)",
        ["person: Tom Weiss", "place: Berlin", "person: Anna Brandt", "place: Vienna", "person: Ruth Orme"],
    ),
    # bodies whose name has an `and`, that are called by their first word, or that call themselves something
    (
        "The Transport and General Workers' Union struck.",
        ["organization: Transport and General Workers' Union"],
    ),
    ("Al-Tarik denies it. The Al-Tarik Pension Fund paid.", ["organization: Al-Tarik Pension Fund"]),
    ("A group calling itself Silver Otter claimed it.", ["organization: Silver Otter"]),
    ("He told the daily Karel Vestnik so.", ["organization: Karel Vestnik"]),
    ("The party holds nine seats in the Landmoot.", ["organization: Landmoot"]),
    # crafts and projects bear names of their own
    ("The Pilgrim rover landed. Pilgrim sent a picture of the Willow project.", []),
    # an acronym is what it stands for
    ("They asked for an annual impact statement (AIS). The AIS is late.", []),
    ("The Clean Rivers Act (CRA) passed. The CRA is long.", []),
    (
        "The Mirena Sola Vartu (MSV) voted. The MSV won.",
        ["organization: Mirena Sola Vartu"],
    ),
    # a noun that only opens its sentence
    ("Navy divers searched the wreck.", []),
    # what stands before and after a list is said of each of its names
    (
        "They walk out at Skarnes, Tormvik and Bjerk-Holt airports.",
        ["place: Bjerk-Holt", "place: Skarnes", "place: Tormvik"],
    ),
    ("The railway between Dovrin and Kallmark is shut.", ["place: Dovrin", "place: Kallmark"]),
    # a name of English words is no person's, nor one by whose first word the article calls it
    ("Quiet Harvest has objected.", ["organization: Quiet Harvest"]),
    (
        "The insurer, Axion Mutual, paid. Axion’s founder agreed.",
        ["organization: Axion Mutual"],
    ),
    (
        "Norvalia Regional and Norvalia Freight fly.",
        ["organization: Norvalia Freight", "organization: Norvalia Regional"],
    ),
    # a possessive that is the name's own
    (
        "The Supporters' Trust and the Ocean Stewards' Council met.",
        ["organization: Ocean Stewards' Council", "organization: Supporters' Trust"],
    ),
    ("Flats are planned on Tanner's Wharf.", ["place: Tanner's Wharf"]),
    ("Managers at St Orwin's closed the ward.", ["organization: St Orwin's"]),
    # where somebody works, what somebody holds, what a company has and does
    ("Analysts at Wexel Haimo agreed.", ["organization: Wexel Haimo"]),
    (
        "Shares in Lumora rose. Jane Hollis of Stroud Kessel left.",
        ["organization: Lumora", "organization: Stroud Kessel", "person: Jane Hollis"],
    ),
    ("Corvexa rose 22 per cent, it said.", ["organization: Corvexa"]),
    # what an apposition says counts more than the last word
    ("Beckwell Hall, a secondary school, is shut.", ["organization: Beckwell Hall"]),
    ("It was called by Plough and Fury, a group that split.", ["organization: Plough and Fury"]),
    # newspapers, clubs, schools, firms of a family, names that begin with what they name
    ("She read it in the Harnsby Courier.", ["organization: Harnsby Courier"]),
    ("He taught at Marlow High and Radio Selz.", ["organization: Marlow High", "organization: Radio Selz"]),
    ("They own Hesk and Sons.", ["organization: Hesk and Sons"]),
    (
        "Selmere Town were docked six points. The manager, the striker and the fans hope for the next season.",
        ["organization: Selmere Town"],
    ),
    # words that open a sentence and are no part of a name
    (
        "Hedge fund Osprel Lake Capital won. Owner Faruk Demirel left.",
        ["organization: Osprel Lake Capital", "person: Faruk Demirel"],
    ),
    ("The Sri Lankan envoy left.", []),
    (
        "Ailing Nordvik fails\n\nIn May, Nordvik said that it would close. The end of Nordvik came soon.",
        ["organization: Nordvik"],
    ),
    (
        "Ailing Nordvik fails\n\nIn May, Ailing Nordvik said that it would close. The end of Nordvik came soon.",
        ["organization: Ailing Nordvik"],
    ),
    # a country's ending, a river, a coalition, a hyphen within a name
    ("Sarrland, which lies upstream, stayed away. They urged Sarrland to join.", ["place: Sarrland"]),
    ("They share the waters of the River Issel.", ["place: River Issel"]),
    ("The River Issel Hospital closed.", ["organization: River Issel Hospital"]),
    ("The Green Left coalition had won.", ["organization: Green Left"]),
    ("The World Anti-Doping Agency knew.", ["organization: World Anti-Doping Agency"]),
    ("The anti-Ardanian mood grew in Ardania.", ["place: Ardania"]),
    # what tells whose money it is
    ("Norda was sold for US$7 billion in May, and the U.S.$3 fee is paid.", ["organization: Norda"]),
    # a dateline with everything capitalised
    (
        "PORT HALSE, Ardania, April 1 (Coastal) - The mayor spoke.",
        ["place: Port Halse", "place: Ardania", "organization: Coastal"],
    ),
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
    # first names that are roles, too
    ("The strike will go on, union leader Victor Hagen said.", {"Victor Hagen": "union leader"}),
    ("The school will close, Dean Ann Roe said.", {"Ann Roe": "Dean"}),
    # a line ends with the role; a rank gives way to the office; a party is nobody's head
    ("By Tess Ibarra, Staff Writer\n\nThe bridge fell.", {"Tess Ibarra": "Staff Writer"}),
    (
        "Ardania's chief negotiator, General Tom Roe, spoke.",
        {"Tom Roe": "Ardania's chief negotiator"},
    ),
    ("The lead of Democrat Ann Weiss grew.", {}),
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
    ("The envoy, Ms Carla Reyes, left.", {"Carla Reyes": "envoy"}),
    (
        "The head of the Kessel River Commission (KRC), Mr Luis Vella, left.",
        {"Luis Vella": "head of the Kessel River Commission"},
    ),
    (
        "Their finance ministers, Ms Carla Reyes and Ms Laura Hensley, would sign.",
        {"Carla Reyes": "finance minister", "Laura Hensley": "finance minister"},
    ),
    (
        "Carla Reyes and Laura Hensley met, and the two ministers signed.",
        {"Carla Reyes": "minister", "Laura Hensley": "minister"},
    ),
    (
        "Carla Reyes, her deputy, was named acting minister within a day.",
        {"Carla Reyes": "acting minister"},
    ),
    (
        "Carla Reyes, sworn in as Ardania's finance minister on Monday, spoke.",
        {"Carla Reyes": "Ardania's finance minister"},
    ),
    ("Carla Reyes was not elected president.", {}),
    ("Carla Reyes is the mayor of Graz.", {"Carla Reyes": "mayor of Graz"}),
    (
        "Carla Reyes, who heads the customs service, agreed.",
        {"Carla Reyes": "who heads the customs service"},
    ),
    ("Carla Reyes negotiates for Austria.", {"Carla Reyes": "negotiates for Austria"}),
    (
        "Carla Reyes of the Dock Workers’ Union agreed.",
        {"Carla Reyes": "of the Dock Workers’ Union"},
    ),
    (
        "It was negotiated by Mr Paul Weber for Austria and Ms Carla Reyes for Chile.",
        {"Paul Weber": "for Austria", "Carla Reyes": "for Chile"},
    ),
    ("They said so, said Paul Weber chairman of the board.", {"Paul Weber": "chairman of the board"}),
    ("It was lost by a schoolteacher named Petero Obua.", {"Petero Obua": "schoolteacher"}),
    ("His lawyer, Gideon Abara of Graz, agreed.", {"Gideon Abara": "lawyer"}),
    ("Carla Reyes, now chief scientific officer, agreed.", {"Carla Reyes": "chief scientific officer"}),
    ("The board named Carla Reyes’s deputy, Paul Weber, as director.", {}),
    ("Former transport minister Victor Sand was jailed.", {"Victor Sand": "Former transport minister"}),
    # where a role begins and ends
    ("Last month her justice minister, Paul Weber, resigned.", {"Paul Weber": "justice minister"}),
    (
        "It had 39 votes for the Civic Alliance of the prime minister, Carla Reyes, that night.",
        {"Carla Reyes": "prime minister"},
    ),
    ("Paul Weber, a driver for 17 years, agreed.", {"Paul Weber": "driver"}),
    ("Farmers' Party leader Carla Reyes agreed.", {"Carla Reyes": "Farmers' Party leader"}),
    # who stands before `and` is somebody else, or the same in another role
    (
        "Trade envoy Carla Reyes and Austria's farm minister, Paul Weber, agreed.",
        {"Carla Reyes": "Trade envoy", "Paul Weber": "Austria's farm minister"},
    ),
    (
        "Her tutor and Austria's farm minister, Paul Weber, agreed.",
        {"Paul Weber": "tutor and Austria's farm minister"},
    ),
    (
        "The head of the dockers' delegation, Carla Reyes, agreed.",
        {"Carla Reyes": "head of the dockers' delegation"},
    ),
    ("The outgoing premier, Liberal Carla Reyes, agreed.", {"Carla Reyes": "outgoing premier"}),
    # as what somebody was declared is no role
    (
        "The panel declared the incumbent, Carla Reyes, the winner by 40 votes. Reyes left.",
        {"Carla Reyes": "incumbent"},
    ),
    # the word alone gives way to the fuller role
    (
        "The minister Carla Reyes left. The finance minister, Carla Reyes, is ill.",
        {"Carla Reyes": "finance minister"},
    ),
    ("Tarn Copper, the country’s largest exporter, agreed.", {"Tarn Copper": "country’s largest exporter"}),
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
        "Port operator Halden Logistics wrote. Halden Chief Executive Paul Weber agreed.",
        {"Halden Logistics": ("Halden Logistics", "Halden"), "Paul Weber": ("Paul Weber",)},
    ),
    # a company by the first word of its name, whatever the sentence has it do; a town keeps its own
    (
        "Halden Foods said it had agreed. Halden chief executive Carla Reyes left, and Halden fell.",
        {"Halden Foods": ("Halden Foods", "Halden"), "Carla Reyes": ("Carla Reyes",)},
    ),
    (
        "The mayor of Dunmere wrote to the Dunmere Herald. He left Dunmere.",
        {"Dunmere": ("Dunmere",), "Dunmere Herald": ("Dunmere Herald",)},
    ),
    # an acronym that is read as a word
    (
        "The World Anti-Doping Agency knew. Wada agreed.",
        {"World Anti-Doping Agency": ("World Anti-Doping Agency", "Wada")},
    ),
    (
        "The State of Texas sued. Texas won.",
        {"Texas": ("Texas", "State of Texas")},
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


BEARERS = [
    # whom the article named in full first and only once it calls by the surname
    (
        "Tom Brandt, the defendant, wept. His wife, Ada Brandt, did not. Brandt denied it.\nAda Brandt will speak.",
        ["tom-brandt"],
    ),
    # a pronoun or a form of address tells
    (
        "Tom Brandt left.\nAda Brandt stayed. Asked whether Brandt would speak himself, she smiled.",
        ["tom-brandt"],
    ),
    # the elder is not the one who was spoken of last
    ("Ada Brandt is the daughter of Petar Brandt. The elder Brandt left.", ["petar-brandt"]),
    # after a semicolon a pronoun would do for the one whom the clause before names
    ("Ada Brandt leads. Petar Brandt left; Brandt, who stayed, agreed.", ["ada-brandt"]),
    # whom the paragraph has named
    ("Ada Brandt leads. She said so.\nHis cousin Olaf Brandt left. Brandt agreed.", ["olaf-brandt"]),
]


@pytest.mark.parametrize(("text", "expected"), BEARERS)
def test_which_bearer_a_surname_means(read, text, expected):
    assert meant(read(text), text, "Brandt") == expected


def test_a_second_bearer_of_a_surname_named_in_two_steps(read):
    text = "Greta Brandt negotiates. The other Brandt in the talks, Olaf, leads a union. Brandt spoke."
    reading = read(text)
    assert lines(reading) == ["person: Greta Brandt", "person: Olaf Brandt"]
    assert meant(reading, text, "Brandt") == ["olaf-brandt", "olaf-brandt"]


def test_a_role_or_a_form_of_address_tells_two_bearers_apart(read):
    text = (
        "Union president Tom Hollis met envoy Jane Hollis. Hollis, the envoy, left. "
        "Mr Hollis stayed. Ms Hollis returned."
    )
    assert meant(read(text), text, "Hollis") == ["jane-hollis", "tom-hollis", "jane-hollis"]


def test_a_bearer_of_the_name_is_nobody_in_particular(read):
    text = "Jane Hollis left. “We need a Hollis who pays,” he said. Hollis laughed at a second Hollis."
    assert meant(read(text), text, "Hollis") == ["", "jane-hollis", ""]


def test_a_clause_that_follows_a_place_begins_with_no_place(read):
    text = (
        "Goalkeeper Denis Courtel left. In the last seasons in Spain, Courtel won a cup. Courtel was loaned."
    )
    assert lines(read(text)) == ["person: Denis Courtel", "place: Spain"]


def test_a_town_named_once_like_a_person(read):
    text = "Minister Nora Corbin spoke of the engines held at Corbin since May."
    reading = read(text)
    assert lines(reading) == ["person: Nora Corbin", "place: Corbin"]
    assert meant(reading, text, "Corbin") == ["corbin"]


def test_a_bare_name_may_be_a_person_and_a_town(read):
    text = "Corbin, the minister, wants every train stopped in Corbin, the town. It rains in Corbin."
    assert lines(read(text)) == ["person: Corbin", "place: Corbin"]
    assert meant(read(text), text, "Corbin") == ["corbin", "corbin-place", "corbin-place"]


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


def test_a_word_of_which_only_the_model_says_what_it_is_is_unsure(read):
    reading = read("Its rivals are Tattle and the Selmere Bank.")
    assert {entity.name: bool(entity.unsure) for entity in reading.entities}["Selmere Bank"] is False
    assert all(entity.unsure for entity in reading.entities if entity.name == "Tattle")


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
