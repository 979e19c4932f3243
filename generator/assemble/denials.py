"""The words with which people deny, dispute and gainsay each other. Tables, for English."""

import re

from generator.assemble.passages import FEW
from generator.assemble.roots import roots

NEGATED = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
TAKEN_UP = re.compile(
    r"(?:it|this|that|so|(?:it|he|she|they|we|i) (?:was|were|is|are|did|does|do|has|had|have))(?: not|n['’]t)?\W*",
    re.IGNORECASE,
)
"""Content that only takes up what was said before: `it was`, `this`."""
DENIES = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|disput|refut|rebut|contradict|dismiss|disavow)", re.IGNORECASE
)
"""Cues of who says that something is not so; who rejects or refuses only does not want it."""
FALSE = re.compile(
    r"\b(?:untrue|false|wrong|incorrect|invent(?:ed|ion)|fabricat\w+|a lie|lies|nonsense|baseless|unfounded|"
    r"no truth)\b",
    re.IGNORECASE,
)
"""What a claim is called by who denies it."""
CLAIM = re.compile(
    r"\b(?:the|these|those|this|that|such|his|her|their|its|any) (?:\w+ )?(?:accusations?|allegations?|assertions?|"
    r"charges?|claims?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|versions?|sources?)\b",
    re.IGNORECASE,
)
"""What was said before, taken up by a word for it."""
THE_MONEY = re.compile(r"\bthe (?:amount|debt|money|sum)s?\b", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:arrears|bills?|charges|debts?|fines?|ow(?:es?|ed|ing)|[bm]illion|taxes|unpaid)\b|[$€£]",
    re.IGNORECASE,
)
CALLED_FALSE = re.compile(
    rf"{CLAIM.pattern} (?:is|are|was|were|had been|has been|have been) (?:\w+ )?{FALSE.pattern}|"
    rf"\W*(?:an? |is |was )*{FALSE.pattern}\W*$",
    re.IGNORECASE,
)
"""The claim is called false; not told in passing that somebody calls it so."""
PROPOSAL = re.compile(
    r"(?:the|these|this|that|such|his|her|their|its|any) (?:\w+ )?(?:calls?|demands?|ideas?|offers?|plans?|"
    r"proposals?|requests?|terms)\W*",
    re.IGNORECASE,
)
"""What was wanted before, taken up by a word for it."""
NO_SUCH = re.compile(r"\bno such\b", re.IGNORECASE)
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
