"""Words around a name that tell its type, as regular expressions with the weight of each."""

from generator.extract.mentions.lexicon import words
from generator.extract.mentions.shape import Kind

Cue = tuple[str, Kind, float]


def _any(listed: str) -> str:
    return f"(?:{'|'.join(listed.split())})"


PLACE_NOUN = _any("city town village province state region district county island capital suburb port")
LANDFORM = _any(
    "provinces? region volcano river mountain glacier city county district island peninsula village town"
)
SETTLED = _any("city town village suburb island region province neighbou?rhood volcano")
MOTION = _any(
    "evacuated arriv\\w+ travel\\w+ flew fled flights? road return\\w* trip visit\\w* driv\\w+ sail\\w+"
)
HALT = _any(
    "held arrived arrive stopped stranded stationed docked moored parked landed waiting station crossing"
)
RELATIVE = _any(
    "brother sister son daughter wife husband father mother widow lawyer named uncle friend partner"
)
VESSEL = _any("vessel ship frigate destroyer ferry submarine tanker trawler")
WORK = _any("called film novel book song album game series programme program app")
ROLE = _any(
    " ".join(
        sorted(words("role_nouns") - {"host", "maker", "member", "opponent", "rival", "supporter", "winner"})
    )
)
OUTLET = _any(
    "newspaper news magazine radio television party airline website channel broadcaster company club union"
)
OFFICE = (
    r"(?:[a-z]+ ){0,2}(?:government|president|parliament|prime minister|ministers?|foreign ministry|ministry"
    r"|cabinet|ambassador|embassy|king|queen|army|navy|air force|police"
    r"|customs|border|coast|capital|constitution|economy"
    r"|central bank|supreme court|negotiators?|delegation|population|voters|soil|territory|mines|port)"
)
"""What a country has: `Utopia’s acting transport minister`, `Utopia’s coast`."""
STATE_OF = _any("republic kingdom government parliament minister king queen delegation ambassador people")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
TRUST = "".join(
    rf"(?<!{noun} )" for noun in "confidence trust faith belief believe believed interest".split()
)
"""What one has in a person, too."""
DIRECTION = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|downtown|mainland|occupied|rural"

BEFORE: tuple[Cue, ...] = (
    (rf"\b{TRUST}[Ii]n (?:[A-Z]\w+(?:, (?:and )?| and ))*", "place", 2.1),
    (r"\b[Aa]t ", "place", 0.7),
    (rf"\b(?i:{_any('mayor residents streets outskirts governor bishop suburbs')}) of ", "place", 2.0),
    (r"\b[Ii]n the ", "place", 1.0),
    (rf"\b{MOTION} (?:back |home |on )?(?:to|in|at|from) ", "place", 1.5),
    (rf"\b{HALT} at ", "place", 1.5),
    (r"\breach(?:ed|es) ", "place", 1.2),
    (rf"\b{_any('near across throughout outside inside via around towards?')} (?:the )?", "place", 0.8),
    (rf"\b(?:{DIRECTION}) ", "place", 1.5),
    (rf"\b{PLACE_NOUN} (?:of|in) ", "place", 2.5),
    (rf"(?:\b(?i:{STATE_OF})|\b[Pp]rime [Mm]inister|\b[Mm]inister of [A-Z]\w+) of (?:the )?", "place", 2.0),
    (
        rf"\b{_any('city town village province island capital suburb mountain volcano river lake')} ",
        "place",
        2.0,
    ),
    (rf"\b{_any(' '.join(sorted(words('org_nouns'))))},? (?:called |named |known as )?", "organization", 2.0),
    (rf"\b{VESSEL} (?:the )?", "organization", 2.0),
    (rf"\b{RELATIVE},? ", "person", 1.5),
    (rf"\b{ROLE} ", "person", 2.1),
    (rf"\b{WORK} ", "other", 1.0),
    (r"[#@]", "other", 5.0),
    (r"[A-Z]\w+['’]s? ", "other", 0.7),
)
"""What may stand directly before a name."""

AFTER: tuple[Cue, ...] = (
    (r",? (?:aged )?\d{2},", "person", 2.5),
    (r" \(\d{2}\)", "person", 2.0),
    (r",? (?:who|whose)\b", "person", 1.0),
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
    (rf",? (?:is )?(?:a|an|the) (?:[a-z-]+ ){{0,3}}{SETTLED}\b", "place", 2.5),
    (r",? (?:19|20)\d\d\b", "other", 0.5),
    (r" \d", "other", 0.8),
    (r" (?:Act|Treaty|Prize|Award)s?\b", "other", 1.5),
)
"""What may stand directly after a name."""

SAYING = frozenset(
    "say tell add write explain claim ask argue note admit recall state believe think deny agree".split()
)
"""Verbs whose subject is more often a person than not, in their base form."""
