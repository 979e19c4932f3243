"""The words with which people deny, dispute and gainsay each other. Tables, for English."""

import re

from generator.assemble.roots import FEW, roots

NEGATED = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
OUTRIGHT = re.compile(r"\b(?:never|no|none|nobody|nothing|any)\b", re.IGNORECASE)
"""A no that leaves nothing open."""
TAKEN_UP = re.compile(
    r"(?:it|this|that|so|(?:it|he|she|they|we|i) (?:was|were|is|are|did|does|do|has|had|have))(?: not|n['’]t)?\W*",
    re.IGNORECASE,
)
"""Content that only takes up what was said before: `it was`, `this`."""
DENIES = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|disput|refut|rebut|contradict|dismiss|disavow)", re.IGNORECASE
)
"""Cues of who says that something is not so; who rejects or refuses only does not want it."""
ADMITS = re.compile(r"\b(?:acknowledg|admit|conced|confirm|confess|reveal|disclos)", re.IGNORECASE)
"""Cues of who now says what was kept or denied before."""
FALSE = re.compile(
    r"\b(?:untrue|not true|false|wrong|incorrect|inaccurate|invent(?:ed|ion)|fabricat\w+|fantas(?:y|ies)|fiction|"
    r"fake|a lie|lies|a myth|made up|nonsense|rubbish|misinformation|misleading|mistaken|speculation|absurd|"
    r"baseless|groundless|unfounded|without (?:any )?(?:basis|foundation)|no truth)\b",
    re.IGNORECASE,
)
"""What a claim is called by who denies it."""
CLAIM = re.compile(
    r"\b(?:the|these|those|this|that|such|his|her|their|its|any) (?:\w+ )?(?:accusations?|allegations?|assertions?|"
    r"accounts?|charges?|claims?|estimates?|figures?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|versions?|sources?)\b",
    re.IGNORECASE,
)
"""What was said before, taken up by a word for it."""
ACCUSATION = re.compile(r"\b(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
ACCUSES = re.compile(r"\b(?:accus|alleg|blam|charg)(?:e[sd]?|ing)\b", re.IGNORECASE)
"""Cues of who says that another did wrong."""
THE_MONEY = re.compile(r"\bthe (?:amount|debt|money|sum)s?\b", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:arrears|bills?|charges|debts?|fines?|ow(?:es?|ed|ing)|[bm]illion|taxes|unpaid)\b|[$€£]",
    re.IGNORECASE,
)
CALLED_FALSE = re.compile(
    rf"{CLAIM.pattern} (?:(?:is|are|was|were|had been|has been|have been|as) )?\W*(?:\w+ ){{0,2}}{FALSE.pattern}|"
    rf"\W*(?:an? |is |was |pure |simply |utter |complete(?:ly)? |entirely |totally )*{FALSE.pattern}\W*$",
    re.IGNORECASE,
)
"""The claim is called false; not told in passing that somebody calls it so."""
PROPOSAL = re.compile(
    r"(?:the|these|this|that|such|his|her|their|its|any) (?:\w+ )?(?:calls?|criticisms?|demands?|ideas?|offers?|"
    r"plans?|proposals?|requests?|terms)\W*",
    re.IGNORECASE,
)
"""What was wanted before, taken up by a word for it."""
REBUTTED = re.compile(
    rf"\b(?:contested|contradicted|denie[sd]|disagree[ds] with|dismisse[sd]|disputed|disputes|rebutted|refuted|"
    rf"reject(?:s|ed)) (?:that|this|it|them|{CLAIM.pattern}|(?:\S+ ){{0,2}}?(?P<whose>[^\W\d_][\w-]*)['’]s? "
    r"(?:\w+ )?(?:accounts?|accusations?|allegations?|assertions?|assessment|charges?|claims?|estimates?|figures?|"
    r"numbers?|version|view|words)),? "
    r"(?:and (?:insist|sa[iy]|told)|adding|arguing|claiming|insisting|maintaining|saying|telling)",
    re.IGNORECASE,
)
"""What leads to what a speaker says instead: `disputed Roe’s figure, saying`."""
OPPOSITE = re.compile(
    r"\W*(?:(?:just |quite )?the (?:contrary|opposite|reverse) (?:is|was|were|had been) (?:so|the case|true)|"
    r"(?:it|that|this) (?:is|was) (?:just |quite )?the (?:contrary|opposite|other way a?round|reverse))\W*",
    re.IGNORECASE,
)
"""Content that turns round what was said before."""
LYING = re.compile(
    r"\b(?:(?:is|are|was|were|been|of) (?:\w+ly )?lying|l(?:ied|iars?)|not (?:been )?tell(?:ing)? the truth)\b",
    re.IGNORECASE,
)
"""What is said of who said something."""
THAT_IS_FALSE = re.compile(
    rf"\W*(?:that|this|it|they|these|those)(?:['’]s| is| are| was| were) "
    rf"(?:(?:just|simply|all|an?|\w+ly|pure) )*{FALSE.pattern}",
    re.IGNORECASE,
)
"""Content that begins with calling false what was said before."""
NO_SUCH = re.compile(r"\bno such\b|\bnothing of the (?:kind|sort)\b", re.IGNORECASE)
ANY_SUCH = re.compile(r"\bany such\b", re.IGNORECASE)
ANY = re.compile(r"\b(?:any|anybody|anyone|anything|all|ever)\b", re.IGNORECASE)
"""What is denied outright, whatever it was called before: `any link`."""
NO = re.compile(r"\bno ([^\W\d]+)", re.IGNORECASE)
NOTHING = re.compile(
    r"\b([^\W\d]+)(?: (?:for|her|him|it|me|of|them|to|us|you))? (?:anything|nothing)\b", re.IGNORECASE
)
"""The verb of what was not done at all."""
PRONOUN = re.compile(
    r"\W*(?:nobody|no one|none of (?:them|it)|it|they|he|she|this|that|these|those|we|i)\b", re.IGNORECASE
)
IT = re.compile(r"\W*(?:it|they|this|these) ", re.IGNORECASE)
"""What begins with the thing that was spoken of before."""
FIGURES = roots(
    "figure number total toll tally count bill cost turnout crowd people person close closer actual real true "
    "estimate put never ever always anything else"
)
"""Words that stand for the number told before."""
POSITION = re.compile(
    r"\b(?:want(?:s|ed|ing)?|demand\w*|offer(?:s|ed|ing)?|propos\w+|ask(?:s|ed|ing)? for|seek(?:s|ing)?|sought|"
    r"insist\w*|bid(?:s|ding)?|consider\w*|ready to|willing to|prepared to|call(?:s|ed|ing)? for|should|"
    r"settle for|would (?:pay|accept))\b",
    re.IGNORECASE,
)
"""What somebody wants and does not tell as so."""
AIM = re.compile(r"\b(?:aim|expect|forecast|goal|plan|project|target)(?:s|ed|ing)?\b", re.IGNORECASE)
"""A number of what is to come, not of what is."""
DONE = re.compile(
    r"\b(?:done|completed?|settled|finished|sealed|(?:is|was|are|been|have|has|had) agreed|"
    r"reached (?:a|an) \w+|(?:was|been) reached|have (?:a|an) (?:deal|agreement))\b",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:no (?:\w+ )?(?:accord|agreement|ceasefire|deal|pact|settlement|truce)|"
    r"nothing (?:is|was|has been) (?:\w+ )?(?:agreed|decided|settled|signed)|"
    r"not (?:yet )?(?:a|an) (?:\w+ )?(?:accord|agreement|deal)|"
    r"not (?:yet )?(?:been )?(?:agreed|done|settled|finished))\b",
    re.IGNORECASE,
)
DEAL = re.compile(
    r"\b(?:accord|agreed|agreement|ceasefire|deal|pact|settlement|talks|truce|fee|it)\b", re.IGNORECASE
)
TO_COME = re.compile(r"\b(?:will|would|could|may|might|shall)\b", re.IGNORECASE)
CONVERSES = ((roots("send return deliver hand pay"), roots("receive arrive")),)
"""(What one did, what the other would know of if it were so)."""
FILLERS = roots("had has have was were been be is are would will said says") | FEW
