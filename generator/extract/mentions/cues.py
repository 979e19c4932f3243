"""Words around a name that tell its type, as regular expressions with the weight of each."""

from generator.extract.mentions.lexicon import words
from generator.extract.mentions.shape import Kind

Cue = tuple[str, Kind, float]


def _any(listed: str) -> str:
    return f"(?:{'|'.join(listed.split())})"


def _either(listed: str) -> str:
    """The words as they stand within and at the start of a sentence; quicker than ignoring case."""
    words_ = listed.split()
    return f"(?:{'|'.join((*words_, *(word[0].upper() + word[1:] for word in words_)))})"


PLACE_NOUN = _any("city town village province state region district county island capital suburb port")
LANDFORM = _any(
    "area city county district eruptions? glacier island mountain peninsula provinces? quarter region river suburb"
    " town village volcano"
)
SETTLED = _any("city town village suburb island region province neighbou?rhood volcano")
MOTION = _any(
    "evacuated go goes going went head\\w* moved arriv\\w+ travel\\w+ flew fled flights? road return\\w* trip"
    " visit\\w* driv\\w+ sail\\w+"
)
HALT = _any(
    "held arrived arrive stopped stranded stationed docked moored parked landed waiting station crossing"
)
RELATIVE = _any(
    "brother sister son daughter wife husband father mother widow lawyer named uncle friend partner"
)
FOLK = _either(
    "people residents drivers families workers students tourists refugees migrants comes came men women all far"
)
"""Who is said to come from a place."""
LINK = _either(
    "lines? roads? trains? borders? flights? routes? ferr(?:y|ies) services? traffic highway motorway bridge"
)
TOLD_IN = _any("article piece editorial op-ed column interview story commentary essay published")
VESSEL = _any("vessel ship frigate destroyer ferry submarine tanker trawler")
WORK = _any("called film novel book song album game series programme program app")
ROLES = words("role_nouns") - {"host", "maker", "member", "opponent", "rival", "supporter", "winner"}
ROLE = _any(" ".join(sorted(ROLES)))
OUTLET = _any(
    "newspaper news magazine radio television party airline website channel broadcaster company club union"
)
OFFICE = (
    r"(?:[a-z]+ ){0,2}(?:governor|mayor|residents|government|president"
    r"|parliament|prime minister|ministers?|foreign ministry|ministry"
    r"|cabinet|ambassador|embassy|king|queen|army|navy|air force|police"
    r"|customs|border|coast|capital|constitution|economy"
    r"|central bank|supreme court|negotiators?|delegation|population|voters|soil|territory|mines|port)"
)
"""What a country has: `Utopia’s acting transport minister`, `Utopia’s coast`."""
STATE_OF = _either("republic kingdom government parliament minister king queen delegation ambassador people")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
TRUST = "".join(
    rf"(?<!{noun} )" for noun in "confidence trust faith belief believe believed interest".split()
)
"""What one has in a person, too."""
DIRECTION = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|downtown|mainland|occupied|rural"

THING = _any(
    "affair asteroid capsule comet disease gene helicopter outbreak pill probe project protein ride rover scandal"
    " programme sitcom album novel podcast spacecraft strain supercomputer syndrome variant virus"
)
"""What bears the name of a thing: `the Willow project`."""
SITE = _any(
    "Airport Avenue Bridge Cathedral Hospital Lane Park Road School Square Stadium Station Street University"
)
"""What stands in a place: `Oldham’s Union Street`."""

BEFORE: tuple[Cue, ...] = (
    (rf"\b{TRUST}[Ii]n (?:[A-Z]\w+(?:, (?:and )?| and ))*", "place", 2.1),
    (r"\b[Aa]t ", "place", 0.7),
    (rf"\b{_either('mayor residents streets outskirts governor bishop suburbs')} of ", "place", 2.0),
    (r"\b[Ii]n the ", "place", 1.0),
    (rf"\b{MOTION} (?:back |home |on )?(?:to either|to|in|at|from) ", "place", 1.5),
    (rf"\b{HALT} at ", "place", 1.5),
    (r"\breach(?:ed|es) ", "place", 1.2),
    (r"\beruptions? of ", "place", 2.5),
    (rf"\b{_any('near across throughout outside inside via around towards?')} (?:the )?", "place", 0.8),
    (rf"\b(?:{DIRECTION}) ", "place", 1.5),
    (r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) of (?:the )?", "place", 2.5),
    (rf"\b{PLACE_NOUN} (?:of|in) ", "place", 2.5),
    (rf"(?:\b{STATE_OF}|\b[Pp]rime [Mm]inister|\b[Mm]inister of [A-Z]\w+) of (?:the )?", "place", 2.0),
    (
        rf"\b{_any('city town village province island capital suburb mountain volcano river lake')} ",
        "place",
        2.0,
    ),
    (rf"\b{TOLD_IN} in (?:the )?", "organization", 2.3),
    (rf"\b{LINK} between (?:[A-Z]\w+(?: [A-Z]\w+)* and )?", "place", 2.5),
    (r"\b(?:negotiat\w+|spoke|speaks?|mediat\w+) for (?:the )?", "place", 1.2),
    (r"\bby (?:M[rs]{1,2}\.? )?(?:[A-Z]\w+ ){2,3}for (?:the )?", "place", 1.2),
    (rf"\b{FOLK},? (?:all |both |mostly )?from ", "place", 2.0),
    (rf"\b{VESSEL} (?:the )?", "organization", 2.0),
    (rf"\b{RELATIVE},? ", "person", 1.5),
    (rf"\b{WORK} ", "other", 1.0),
    (r"[#@]", "other", 5.0),
    (r"[A-Z]\w+['’]s? ", "other", 0.7),
)
"""What may stand directly before a name."""

TRADES = frozenset(
    """airline brewer broadcaster carmaker charity conglomerate insurer lender manufacturer newspaper operator
    publisher regulator retailer startup subsidiary supplier watchdog""".split()
)
"""What a body is, where a sentence begins with it: `Operator Acme said …`."""
ORG_NOUNS = words("org_nouns") | {trade.capitalize() for trade in TRADES}

BEFORE_NOUN: tuple[tuple[str, frozenset[str], Kind, float], ...] = (
    (r"([\w-]+) ", ROLES, "person", 2.1),
    (r"([\w-]+) of (?:the )?(?:[A-Z]\w+ )+", ROLES | {role.capitalize() for role in ROLES}, "person", 2.5),
    (r"([\w-]+),? (?:called |named |known as )?", ORG_NOUNS, "organization", 2.5),
)
"""Nouns before a name: the pattern’s group is one of them."""

AFTER: tuple[Cue, ...] = (
    (r",? (?:aged )?\d{2},", "person", 2.5),
    (r" \(\d{2}\)", "person", 2.0),
    (r",? (?:who|whose)\b", "person", 1.0),
    (rf", (?:an?|the|his|her|its|their) (?:[a-z-]+ ){{0,3}}{ROLE}\b", "person", 2.0),
    (r" (?:himself|herself)\b", "person", 2.5),
    (
        r"(?:['’]s)? (?:spokes(?:man|woman|person)|shareholders|subsidiary|employees|customers|stock|shares)\b",
        "organization",
        1.5,
    ),
    (rf" (?:{LANDFORM}|border|airport|coast|crossing|depot|yard|branch)\b", "place", 1.5),
    (rf"(?:, [A-Z][\w. ]{{1,20}})?,? {MONTH} \d{{1,2}} (?:\([A-Z]|[-–—])", "place", 4.0),
    (r"\) [-–—]+ ", "organization", 3.0),
    (r" reported(?: \w+){0,3}, citing\b", "organization", 2.0),
    (rf"['’]s {OFFICE}\b", "place", 2.0),
    (r", (?:which|that) ", "person", -2.5),
    (rf" {OUTLET}\b", "organization", 1.5),
    (
        rf", (?:an?|the) (?:[A-Za-z-]+ ){{0,4}}(?:{OUTLET}|agency|firm|operator|charity|maker)\b",
        "organization",
        2.5,
    ),
    (r"-based\b", "place", 2.0),
    (r" (?:state|regional|provincial|municipal) ", "place", 2.0),
    (r" (?:hospital|clinic|university|museum)\b", "organization", 2.2),
    (rf",? (?:is )?(?:a|an|the) (?:[a-z-]+ ){{0,3}}{SETTLED}\b", "place", 2.5),
    (r",? (?:19|20)\d\d\b", "other", 0.5),
    (r" \d", "other", 0.8),
    (r" (?:Act|Treaty|Prize|Award)s?\b", "other", 1.5),
    (rf" {THING}\b", "other", 2.5),
    (r" (?:Arabic|Chinese|English|French|German|Spanish|language|dialect)\b", "other", 2.2),
    (r" (?:rose|burst|flooded|flows?|flowed|overflowed|froze)\b", "place", 2.0),
    (rf"['’]s (?:[A-Z]\w+ )+{SITE}\b", "place", 2.5),
)
"""What may stand directly after a name."""

SAYING = frozenset(
    "say tell add write explain claim ask argue note admit recall state believe think deny agree".split()
)
"""Verbs whose subject is more often a person than not, in their base form."""

PERSONAL = frozenset(
    "apologise apologize cry laugh marry resign retire smile teach testify wear weep".split()
)
"""Verbs whose subject is hardly anything but a person, in their base form."""
