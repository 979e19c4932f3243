"""The words that tell what became of a plan: kept, missed, moved or given up. Tables, for English."""

import re

from generator.assemble.counts import NUMBERS
from generator.assemble.roots import roots

PUT_OFF = r"(?:pushed|put) (?:(?:an?|her|his|it|its|the|their|them) (?:\w+ ){0,4}?)?(?:back|off)"
MISSED = re.compile(
    r"\b(?:miss(?:ed|es|ing)?|too late|days? late|out of reach|fail(?:ed|s|ure)? to|fell through|call(?:ed)? off|"
    r"cancel(?:l?ed|s|lation)|postpon(?:ed|es|ement)|delay(?:ed|s)|abandon(?:ed|s)|scrapp(?:ed|s)|"
    r"(?:days?|weeks?|hours?) after (?:\S+ ){1,3}?deadline|pass(?:ed|es)? without|"
    r"let (?:\S+ ){1,5}?deadline pass|deadlines? (?:\w+ ){0,5}(?:pass(?:ed|es)|expired)|"
    r"behind schedule|did(?: not|n['’]t) (?:happen|take place|materiali[sz]e|come about|go ahead)|"
    r"never (?:happened|took place|came|materiali[sz]ed|went ahead|(?:showed|turned) up))\b",
    re.IGNORECASE,
)
"""Words that tell that something planned did not come, or not in time."""
SUPERSEDED = re.compile(
    r"\b(?:had (?:been )?(?:\w+ )??(?:due|expected|hoped|intended|meant|planned|promised|scheduled|set|slated)|"
    r"(?:was|were) (?:originally|initially|first|meant|supposed|to (?:be|have)) |(?:will|is|are) now |"
    r"now (?:due|expected|scheduled|set|planned)|postpon\w+|reschedul\w+|called off|cancel\w+|"
    rf"(?:moved|extended|deferred|delayed|adjourned|{PUT_OFF})\b)",
    re.IGNORECASE,
)
"""Words that tell, maybe before its day, that a plan no longer stands."""
REPLACED = re.compile(
    rf"{SUPERSEDED.pattern}.*\b(?:but|instead|now)\b|\b(?:was|were) to have (?:been )?\w+(?:ed|n|t)\b|"
    r"\b(?:was|were) (?:due |meant |set )?to \w+.*\b(?:has|have|had|was|were) (?:been )?"
    r"(?:cancel\w+|called off|deferred|delayed|moved|postponed|(?:pushed|put) (?:back|off)|scrapped|shelved)\b|"
    r"\b(?:was|were) (?:due |meant |set )?to \w+[^.;]*, "
    rf"(?P<then>cancel\w+|called off|postponed|scrapped|shelved|{PUT_OFF})\b",
    re.IGNORECASE,
)
"""A plan told only to say what became of it: `had been due but was moved`, `was to vote in May, put the vote off`.

What is told `then` is no longer that plan.
"""
GIVEN_UP = re.compile(
    r"(?<!to )(?<!unless it )(?<!if it )\b(?:abandoned|dropped|gave up|scrapped|shelved|withdrew|withdrawn) "
    r"(?:an?|his|her|its|plans?|the|their|threats?)\b",
    re.IGNORECASE,
)
"""Words that tell that somebody no longer wants what was planned."""
LATE = re.compile(
    rf"\b(?P<many>an?|\d+|{'|'.join(NUMBERS)}) (?P<unit>day|week)s? "
    r"(?:behind schedule|(?:too )?late|after (?:the|its|their) (?:\w+ )?(?:date|deadline))\b",
    re.IGNORECASE,
)
"""By how much something came too late: `on Thursday, a day late`."""
FAILED = re.compile(r"\bfails\b|\bfailed (?:after|again|amid|as|because|on|over|when)\b", re.IGNORECASE)
"""A headline's `Second release fails`."""
UNDONE = re.compile(
    r"\b(?:(?:did|had|was|were)(?: not|n['’]t)|never)(?: yet)?(?: been)? (?P<what>[^\W\d_]+)", re.IGNORECASE
)
"""What was not done: `was not released`."""
STILL_OPEN = re.compile(
    r"\b(?:is|are|was|were) still (?:awaited|closed|missing|outstanding|shut|to (?:be|come)|un\w+ed|waiting)\b|"
    r"\b(?:had|has|have) (?:yet|still) to\b",
    re.IGNORECASE,
)
"""What has not been done yet, which after its last day has not been done in time."""
DUE_FOR = re.compile(
    r"\b(?:due|expected|planned|promised|scheduled) (?:by|for|on) [^.;,]{3,30}, (?:only |finally |at last )?"
    r"(?:arrived|began|came|followed|opened|took place|was|were)\b",
    re.IGNORECASE,
)
"""A day told beside the one on which it came: `promised for 20 June, came on Tuesday`."""
ABSENT = re.compile(
    r"\b(?:(?:did(?: not|n['’]t)|failed to) (?:appear|attend|come|show up|turn up)|"
    r"never (?:appeared|came|(?:showed|turned) up)|stayed away)\b",
    re.IGNORECASE,
)
"""Who was to be there was not."""
PROMISED = re.compile(
    r"\b(?:pledged|promised|vowed|undertaken|said (?:he|it|she|they) would|had said)\b", re.IGNORECASE
)
DONE_BY = tuple(
    (roots(plan), roots(done))
    for plan, done in (
        (
            "consider decide determine rule ruling vote",
            "accept adopt approve award back defeat dismiss endorse grant order pass quash refuse reject uphold",
        ),
        ("free release", "free hand release"),
        ("deliver hand present send submit", "deliver hand present receive send submit"),
        ("strike stop", "strike walk"),
        ("withdraw pull leave", "withdraw pull leave"),
        ("return resume restart", "return resume restart"),
    )
)
"""(What was to be done, what is told of it then): to decide on the loan, approved the loan."""
MEETINGS = roots("discussion hearing meeting negotiation round session summit talks")
AFTER_TALKS = re.compile(
    r"\b(?:after|following|end of|emerging from|left) (?:\S+ ){0,5}?"
    r"(?:discussions|hearings?|meetings?|negotiations|session|talks)\b",
    re.IGNORECASE,
)
"""What tells in passing that a meeting was held: `after four hours of wage talks`."""
AS_PLANNED = re.compile(
    r"(?<!not )\b(?:on schedule|according to plan|as (?:agreed|foreseen|planned|scheduled)|"
    r"as (?:(?:\S+ ){1,6}?had )?(?:announced|pledged|promised|said|vowed))\b",
    re.IGNORECASE,
)
"""Words that tell that something came as it was to."""
IN_TIME = re.compile(
    r"\b(?:(?:hours|minutes|days?|just|shortly|well) (?:before|ahead of|inside|within) (?:a|the|its|their)|"
    r"(?:on|by) the last day of (?:an?|the|its|their)|met (?:a|the|its|their|his|her)) (?:\S+ )?deadline|"
    r"\bto spare\b|\b(?:in|on) time\b|\bahead of schedule\b",
    re.IGNORECASE,
)
"""Words that tell that something came before its last day."""
DONE_IN_TIME = re.compile(
    r"\b(?P<done>agreed|approved|came|completed|delivered|filed|finished|handed|paid|published|reached|released|"
    rf"sent|settled|signed|submitted)\b[^.;]{{0,60}}?(?:{IN_TIME.pattern})",
    re.IGNORECASE,
)
"""What was done, and in time: `signed five days before the deadline`."""
OVER = re.compile(
    r"\b(?:the|its|their|his|her) (?:\w+ )??(?P<what>\w+) (?:that (?:\w+ ){1,5})?(?:has |have |had )?"
    r"(?:ended|lasted|was over|is over|came to an end|finished)\b|"
    r"\b(?:end(?:ed)?|suspend(?:ed)?|halt(?:ed)?|called off) (?:the|its|their|his|her) (?:\w+ )??(?P<what_>\w+)",
    re.IGNORECASE,
)
"""What is over has been."""
