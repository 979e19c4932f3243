"""Words that stand around names, gathered by what they tell: parts of the regular expressions of cues.py."""

from generator.extract.mentions.lexicon import words

TRADES = frozenset(
    """airline brewer broadcaster builder carmaker carrier charity conglomerate contractor developer distributor
    employer exporter importer insurer lender maker manufacturer miner newspaper operator party producer provider
    publisher regulator retailer startup subsidiary supermarket supplier utility watchdog""".split()
)
"""What a body is, though some are also people: `Operator Acme said …`, `the insurer, Acme, …`."""


def any_of(listed: str) -> str:
    """The words, parted by blanks, as one of a regular expression."""
    return f"(?:{'|'.join(listed.split())})"


def either_of(listed: str) -> str:
    """The words as they stand within and at the start of a sentence; quicker than ignoring case."""
    words_ = listed.split()
    return f"(?:{'|'.join((*words_, *(word[0].upper() + word[1:] for word in words_)))})"


PLACE_NOUN = any_of("city town village province state region district county island capital suburb port")
LANDFORM = any_of(
    "airports? area bay canal canyon city coast county dam delta district eruptions? estate estuary forest glacier"
    " gorge harbour harbor island jail lake mine mountain neighbou?rhood peninsula plain prison province provinces"
    " quarter refinery region reservoir river ski strait suburb town tunnel valley village volcano ward"
)
SETTLED = any_of(
    "city town village suburb island region province neighbou?rhood volcano river lake mountain valley county"
    " district hamlet settlement port"
)
MOTION = any_of(
    "evacuated go goes going went head\\w* moved arriv\\w+ travel\\w+ flew fled flights? road return\\w* trip"
    " visit\\w* been driv\\w+ sail\\w+"
)
HALT = any_of(
    "held arrived arrive stopped stranded stationed docked moored parked landed waiting station crossing"
)
RELATIVE = any_of(
    "brothers? sisters? sons? daughters? children wife husband father mother parents widow lawyer named uncle"
    " friend partner"
)
FOLK = either_of(
    "people residents drivers families workers students tourists refugees migrants comes came men women all far"
)
"""Who is said to come from a place."""
LINK = either_of(
    "lines? roads? railways? trains? borders? flights? routes? ferr(?:y|ies) services? traffic highway"
    " motorway bridge"
)
TOLD_IN = any_of("article piece editorial op-ed column interview story commentary essay published")
CHAMBER = r"(?:[Ss]peakers? of|(?:[Ss]eats?|majority|MPs|deputies|lawmakers|vote) in)"
"""What a parliament has."""
VESSEL = any_of("vessel ship frigate destroyer ferry submarine tanker trawler")
WORK = any_of("called film novel book song album game series programme program app")
TRADERS = frozenset(
    "baker bookmaker bookseller brewer builder developer grocer jeweller miner publisher trader".split()
)
"""Who has a trade, and what: a single word after them is a firm's, more are somebody's name."""
ROLES = (words("role_nouns") - TRADES - TRADERS) - {
    "host",
    "maker",
    "member",
    "opponent",
    "rival",
    "supporter",
    "winner",
}
ROLE = any_of(" ".join(sorted(ROLES)))
OUTLET = any_of(
    "newspaper news magazine radio television party airline website channel broadcaster company club union"
)
PAPER = r"[Tt]he (?:[\w-]+ )?(?:broadsheet|daily|monthly|tabloid|weekly)"
"""What a newspaper is called before its name."""
OFFICE = (
    r"(?:[a-z]+ ){0,2}(?:governor|mayor|residents|government|president"
    r"|parliament|prime minister|ministers?|foreign ministry|ministry"
    r"|cabinet|ambassador|embassy|king|queen|army|navy|air force|police"
    r"|customs|border|coast|capital|constitution|economy"
    r"|central bank|supreme court|negotiators?|delegation|population|voters|soil|territory|mines|port)"
)
"""What a country has: `Utopia’s acting transport minister`, `Utopia’s coast`."""
STATE_OF = either_of(
    "republic kingdom government parliament minister king queen delegation ambassador people"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
TRUST = "".join(
    rf"(?<!{form} )"
    for noun in "confidence trust faith belief believe believed interest share shares stake stakes stock invest"
    " invested investment investors investor".split()
    for form in (noun, noun.capitalize())
)
"""What one has in a person, too."""
DIRECTION = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|downtown|mainland|occupied|rural"

THING = any_of(
    "affair asteroid capsule comet disease gene helicopter outbreak pill probe project protein ride rover scandal"
    " programme sitcom album novel podcast spacecraft strain supercomputer syndrome variant virus line brand model"
    " engine app software drug"
)
"""What bears the name of a thing: `the Willow project`."""
SITE = any_of(
    "Airport Avenue Bridge Cathedral Hospital Lane Park Road School Square Stadium Station Street University"
)
"""What stands in a place: `Oldham’s Union Street`."""

HOLDING = either_of(
    "shares? stakes? stock invest(?:ed|ors?|ment)? subsidiary unit arm board affiliate shareholders? customers"
    " takeover directors?"
)
"""What one has in a company or a company has."""
COMPANY_HAS = any_of(
    "board chief\\ executive chair(?:man|woman)? founders? co-founders? owners? headquarters staff engineers"
    " members profits? fans supporters parent\\ company customers boardroom trustees editor newsroom readers"
)
"""What a company, a club or a paper has: `Acme’s board`."""
PERSON_HAS = any_of(
    "wife husband son daughter mother father brother sister widow agent lawyers? solicitor barrister predecessor"
    " successor running\\ mate death home late sons daughters children parents"
)
TOLD = any_of(
    "said says added adds announced confirmed argued insisted admitted denied claimed believes thinks wrote"
)

BODY = any_of(" ".join(sorted((words("org_nouns") | TRADES) - words("place_nouns") - ROLES)))
ENDED = r"(?=[,.;]| (?:based|behind|for|in|led|of|on|owned|run|that|which|with)\b)"
"""What follows the noun of an apposition."""
HOUSE = any_of(
    "church clinic college convent hospice hospital monastery museum nursery school seminary theatre university"
)
MOVED = any_of("climbed dropped fell gained jumped lost plunged rose slid surged tumbled")
"""What a company's shares do by so many per cent."""
