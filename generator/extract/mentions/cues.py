"""Words around a name that tell its type, as regular expressions with the weight of each."""

from generator.extract.mentions.cuewords import (
    BODY,
    CHAMBER,
    COMPANY_HAS,
    DIRECTION,
    ENDED,
    FOLK,
    HALT,
    HOLDING,
    HOUSE,
    LANDFORM,
    LINK,
    MONTH,
    MOTION,
    MOVED,
    OFFICE,
    OUTLET,
    PAPER,
    PERSON_HAS,
    PLACE_NOUN,
    RELATIVE,
    ROLE,
    ROLES,
    SETTLED,
    SITE,
    STATE_OF,
    THING,
    TOLD,
    TOLD_IN,
    TRADES,
    TRUST,
    VESSEL,
    WORK,
    any_of,
    either_of,
)
from generator.extract.mentions.lexicon import words
from generator.extract.mentions.shape import Kind

Cue = tuple[str, Kind, float]


BEFORE: tuple[Cue, ...] = (
    (rf"\b{TRUST}[Ii]n (?:[A-Z]\w+, (?:and )?)*", "place", 2.1),
    (r"\b[Aa]t ", "place", 1.2),
    (rf"\b(?:{SITE}), ", "place", 2.5),
    (r"\b(?:leave|leaves|left|flooded|hit|reached|battered) ", "place", 1.0),
    (rf"\b{any_of('bridge bridges dam dams')} (?:on|over|across) (?:the )?", "place", 2.5),
    (rf"\b{HOLDING} (?:of|in) (?:the )?", "organization", 2.5),
    (rf"\b{any_of('work works worked working')} (?:for|at) (?:the )?", "organization", 1.5),
    (
        rf"\b{any_of('acquire acquired acquires bought founded founds joined owns own sued')} (?:the )?",
        "organization",
        1.2,
    ),
    (
        rf"\b{any_of('advised backed employed funded insured operated owned published run')} by (?:the )?",
        "organization",
        1.2,
    ),
    (rf"\b{either_of('mayor residents streets outskirts governor bishop suburbs')} of ", "place", 2.0),
    (r"\b[Ii]n the ", "place", 1.0),
    (rf"\b{MOTION} (?:back |home |on )?(?:to either|to|in|at|from) ", "place", 1.5),
    (rf"\b{HALT} at ", "place", 1.5),
    (r"\breach(?:ed|es|ing)? ", "place", 1.2),
    (r"\beruptions? of ", "place", 2.5),
    (r"\b(?:[Nn]ear|[Oo]utside|[Tt]owards?) ", "place", 0.5),
    (r"(?:\A|\n)(?:By|BY) ", "person", 3.0),
    (rf"\b{any_of('near across throughout outside inside via around towards?')} (?:the )?", "place", 0.8),
    (rf"\b(?:{DIRECTION}) ", "place", 1.5),
    (r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) of (?:the )?", "place", 2.5),
    (rf"\b{PLACE_NOUN} (?:of|in) ", "place", 2.5),
    (rf"(?:\b{STATE_OF}|\b[Pp]rime [Mm]inister|\b[Mm]inister of [A-Z]\w+) of (?:the )?", "place", 2.0),
    (
        rf"\b{any_of('city town village province island capital suburb mountain volcano river lake')} ",
        "place",
        2.0,
    ),
    (rf"\b{TOLD_IN} in (?:the )?", "organization", 2.3),
    (rf"\b{LINK} between (?:[A-Z]\w+(?: [A-Z]\w+)* and )?", "place", 2.5),
    (r"\b(?:negotiat\w+|spoke|speaks?|mediat\w+) for (?:the )?", "place", 1.2),
    (r"\bby (?:M[rs]{1,2}\.? )?(?:[A-Z]\w+ ){2,3}for (?:the )?", "place", 1.2),
    (rf"\b{FOLK},? (?:all |both |mostly )?from ", "place", 2.0),
    (rf"\b{VESSEL} (?:the )?", "organization", 2.0),
    (rf"\b{PAPER} ", "organization", 3.0),
    (rf"\b{PAPER} ", "person", -2.5),
    (r"\bcall(?:s|ed|ing)? (?:itself|themselves) (?:the )?", "organization", 3.0),
    (r"\bcall(?:s|ed|ing)? (?:him|her)self ", "person", 2.5),
    (rf"\b{CHAMBER} the ", "organization", 3.5),
    (rf"\b{RELATIVE},? ", "person", 1.5),
    (rf"\b{WORK} ", "other", 1.0),
    (r"[a-z,] The ", "organization", 2.0),
    (r"\b(?:tell|telling|tells|told) the ", "organization", 2.0),
    (r"[#@]", "other", 5.0),
    (r"[A-Z]\w+['’]s? ", "other", 0.7),
)
"""What may stand directly before a name."""

ORG_NOUNS = (words("org_nouns") | TRADES | {trade.capitalize() for trade in TRADES}) - ROLES

EMPLOYED = frozenset(
    form
    for role in words("role_nouns") - {"member", "student", "resident", "visitor"}
    for form in (role, f"{role}s", f"{role.capitalize()}s")
) | {"crew", "job", "jobs", "staff", "Staff", "strike"}
"""Those of whom one says that they are at a firm, a bank or a university."""

BEFORE_NOUN: tuple[tuple[str, frozenset[str], Kind, float], ...] = (
    (r"([\w-]+) (?:called |named )?", ROLES, "person", 2.1),
    (r"([\w-]+)(?: (?:of|for) [a-z]+)?, ", ROLES, "person", 2.5),
    (r"([\w-]+) of (?:the )?(?:[A-Z]\w+ )+", ROLES | {role.capitalize() for role in ROLES}, "person", 2.5),
    (r"([\w-]+) (?:at|with) (?:the )?", EMPLOYED, "organization", 2.2),
    (r"([\w-]+),? (?:called |named |known as )?", ORG_NOUNS, "organization", 2.5),
)
"""Nouns before a name: the pattern’s group is one of them."""

AFTER: tuple[Cue, ...] = (
    (r",? (?:aged )?\d{2},", "person", 2.5),
    (r" \(\d{2}\)", "person", 2.0),
    (r",? (?:who|whose)\b", "person", 1.0),
    (r", who\b", "person", 1.5),
    (rf", (?:an?|the|his|her|its|their) (?:[a-z-]+ ){{0,3}}{ROLE}\b", "person", 2.0),
    (r" (?:himself|herself)\b", "person", 2.5),
    (rf" {TOLD}(?: \w+day)?(?: that)? (?:he|she|his|her)\b", "person", 2.5),
    (rf" {TOLD}(?: (?:on )?\w+day)?(?: in a statement)?(?: that)? (?:it|its)\b", "organization", 2.5),
    (rf"['’]s (?:[a-z]+ )?{PERSON_HAS}\b", "person", 2.0),
    (rf"['’]s (?:[a-z]+ )?{COMPANY_HAS}\b", "organization", 2.0),
    (r", (?:based|headquartered|founded|listed|owned) ", "organization", 2.5),
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
    (rf", (?:an?|the) (?:[\w’'-]+ ){{0,4}}(?:{OUTLET}|{BODY}){ENDED}", "organization", 2.5),
    (rf", an? (?:[a-z-]+ ){{0,3}}{BODY}{ENDED}", "organization", 3.0),
    (r", which (?:also |now )?(?:employs|makes|operates|owns|represents|runs|sells)\b", "organization", 4.0),
    (r"-based\b", "place", 2.0),
    (r" (?:state|regional|provincial|municipal) ", "place", 2.0),
    (rf" {HOUSE}\b", "organization", 2.2),
    (r" (?:bloc|caucus|coalition|faction)\b", "organization", 2.5),
    (
        r" (?:booked|made|posted|reported) (?:an? )?(?:[\w.-]+ ){0,3}(?:loss|losses|profits?|revenues?|sales)\b",
        "organization",
        3.0,
    ),
    (r" (?:brothers|family|siblings|sisters)\b", "other", 2.0),
    (rf",? (?:is )?(?:a|an|the) (?:[a-z-]+ ){{0,3}}{SETTLED}\b", "place", 2.5),
    (r",? (?:19|20)\d\d\b", "other", 0.5),
    (r" \d", "other", 0.8),
    (r" (?:Act|Treaty|Prize|Award)s?\b", "other", 1.5),
    (rf" {THING}\b", "other", 2.5),
    (r" (?:Arabic|Chinese|English|French|German|Spanish|language|dialect)\b", "other", 2.2),
    (r" (?:has |had )?(?:burst|bursts) its banks\b", "place", 3.0),
    (r" (?:burst|flooded|flows?|flowed|overflowed|froze)\b", "place", 2.0),
    (r" (?:rose|has risen) (?:by )?[\w. ]{1,20}\b(?:centimet|feet|foot|inch|met)", "place", 2.0),
    (rf" {MOVED}(?: by)? (?:almost |nearly |about )?[\d.]+ ?(?:%|per ?cent)", "organization", 2.5),
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
