"""The words of negotiation, as tables of lemmas."""

from collections.abc import Mapping

from generator.model import Status


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TALKS = _words("negotiation negotiations talk talks dialogue mediation bargaining")
"""Nouns for negotiating itself."""

OUTCOMES = _words("agreement deal accord treaty pact settlement ceasefire truce armistice")
"""Nouns for what negotiations lead to."""

BARGAINING = _words("offer demand concession compromise strike walkout ultimatum dispute")
"""Where these keep coming back parties bargain, though no talks are named."""

MATTERS = TALKS | OUTCOMES
"""Heads of the phrases that name the matter itself."""

PARTIES = _words("mediator negotiator delegation arbitrator")
"""With these too an article speaks of negotiations."""

NEGOTIATING = TALKS | PARTIES
NEGOTIATED = MATTERS | PARTIES

LISTED = _words(
    """
    issue point question difference dispute topic obstacle area term demand condition item matter concern
    detail disagreement subject problem agenda list draft text package proposal concession provision plan
    """
)
"""Nouns whose parts a list names: `issues such as A, B and C`."""

CONTENTIOUS = _words(
    "difference dispute disagreement quarrel row question deadlock impasse standoff conflict gap rift"
)
"""Nouns that say with `over`, `on`, `about` or `of` what is at issue: `differences over prices`."""

QUARRELLING = PARTIES | CONTENTIOUS

ABOUT = _words("over on about regarding concerning of between")

BARGAINED = (
    CONTENTIOUS
    | TALKS
    | OUTCOMES
    | BARGAINING
    | _words(
        """
    breakthrough headway
    position progress proposal protocol row clash decision stance agree disagree negotiate differ decide ask haggle
    """
    )
)
"""What is said `on`, `over` or `about` these is at issue: `positions on the fee`, `agree on a date`."""

UNITS = _words(
    "acre ballot barrel hectare kilometer kilometre liter litre meter metre mile seat ton tonne vote"
)
"""What is counted and, with its number, names no issue."""

LISTING = _words("cover address include concern comprise")
"""Verbs by which a draft or an agenda names its parts."""

STATUS_VERBS: Mapping[Status, frozenset[str]] = {
    "implemented": _words("implement"),
    "signed": _words("sign ratify"),
    "agreed": _words(
        """agree settle resolve finalise finalize conclude complete approve accept initial seal clinch fix
        strike reach close solve decide dispose"""
    ),
    "narrowing": _words("narrow bridge near approach advance converge progress"),
    "stalled": _words("stall collapse fail suspend pause postpone halt freeze founder"),
    "disputed": _words(
        "dispute contest reject refuse oppose object disagree differ quarrel deny divide clash split contradict"
    ),
    "raised": _words("raise discuss propose demand negotiate table"),
}
"""What the verb says of the issue that is its subject or object, the strongest first."""

TURNED: Mapping[str, frozenset[str]] = {
    "strike": _words("down"),
    "settle": _words("for"),
    "throw": _words("out"),
    "vote": _words("down"),
}
"""Verbs that mean the opposite, or something else, with the word after them: `struck down the merger`."""

STATUS_WORDS: tuple[tuple[Status, tuple[str, ...]], ...] = (
    (
        "implemented",
        (r"(?:entered|came|comes|put|went) into (?:force|effect)", r"took effect", r"fully implemented"),
    ),
    (
        "disputed",
        (
            r"no (?:agreement|deal|such (?:number|agreement|deal))",
            r"nothing (?:is|was|has been) agreed",
            r"remains? (?:open|unresolved|disputed|contested|unsettled|an obstacle)",
            r"still (?:open|unresolved|disputed)",
            r"not been (?:decided|settled)",
            r"sticking points?",
            r"stumbling blocks?",
            r"bone of contention",
            r"main obstacles?",
            r"referred to (?:a|an|the) (?:\w+ )?(?:panel|court|arbitrat\w+|tribunal|judges?)",
            r"far apart",
            r"not (?:been )?consulted",
        ),
    ),
    (
        "stalled",
        (
            r"deadlock(?:ed)?",
            r"impasse",
            r"stalemate",
            r"(?:broke|broken) (?:off|down)",
            r"run aground",
            r"at a standstill",
            r"no progress",
            r"called off",
            r"on hold",
            r"walked (?:out|away)",
        ),
    ),
    ("claimed agreed", (r"agreed? in principle", r"agreement in principle", r"in principle agreed")),
    (
        "narrowing",
        (
            r"on the (?:verge|brink|cusp) of",
            r"close to (?:\w+ing|a|an|the)",
            r"closer",
            r"within reach",
            r"imminent",
            r"nearly (?:done|complete)",
            r"is ready",
            r"progress|headway|breakthrough",
            r"final (?:stages?|phase|details)",
            r"finish line",
            r"narrow(?:ed|ing)",
            r"bridg(?:ed|ing)",
            r"gaps? (?:has|have) closed",
            r"gave ground",
            r"(?:lower|soften|eas|reduc|drop)(?:ed|ing)? (?:its|their|his|her|the) (?:demands?|position|stance)",
            r"(?:could|may|might|would|will|to) be (?:\w+ )?(?:concluded|signed|finali[sz]ed|completed)",
            r"(?:ready|prepared|willing) to (?!fight|strike|walk|resist|block|defend)",
            r"(?:could|may|might|would|will|to) be (?:\w+ )?(?:reached|initial(?:l)?ed|agreed)",
        ),
    ),
)
"""Phrases that tell a status wherever they stand in the clause, looked for after the verbs; the first decides."""

STATE = _words(
    """
    agreed anticipated approved drastic expected forthcoming huge immediate imminent impending
    intended looming massive mooted planned possible potential proposed severe sharp so-called steep
    swingeing upcoming
    """
)
"""Adjectives for how far a thing is, or how great: no part of its name."""

UNTELLING = STATE | _words(
    """
    new specific first second third final last recent further separate such future broader signed
    two three four five six seven eight nine ten several
    interim permanent preliminary temporary
    similar identical other initial current ongoing latest previous key major full direct
    """
)
"""Adjectives that do not say which agreement or talks are meant."""

DISPUTES = _words("strike walkout lockout dispute standoff conflict war boycott feud")
"""Nouns for a quarrel as a whole."""

CIRCUMSTANCE = _words("after at before during since until despite following amid amidst pending throughout")
"""Prepositions of when and in what circumstances."""

WALKOUTS = _words("strike walkout lockout picket boycott protest")
"""A sentence with one of these tells that what it names is at issue."""

DISAGREEING = _words("disagree dispute contest object oppose")
"""Denied, these tell that nobody quarrels: `nobody disagrees`."""

SETTLING = _words("agree accept decide deny dispute reject refuse")
"""What these say of a clause holds of what the clause is about."""

COUNTERING = _words("want demand deny reject refuse disagree object oppose insist dispute")
"""Whose wish or denial follows a position, is at odds with it."""

TRANSITIVE = frozenset().union(
    *(STATUS_VERBS[status] for status in ("implemented", "signed", "agreed", "disputed", "raised"))
) - _words("conclude complete close differ diverge")
"""Verbs whose subject acts; how it stands they tell of their object."""

PROVIDING = _words("set fix provide guarantee contain require cap grant limit give extend raise include")
"""What an agreement that does so to a thing has settled: `the accord fixes the fee`."""

HINDRANCES = _words("obstacle hurdle dispute issue disagreement block quarrel")
STICKING = _words("sticking stumbling")
"""Before `point` and `block`, what tells of a quarrel."""
HARD = _words("hard hardest difficult tricky trickiest sticking contentious")
"""`the main obstacle is the fee`, `the hard part is the fee`."""

DONE_ADJECTIVES = _words("complete done final closed settled")
"""`the deal is done`: agreed, in the words of who says so."""

CLOSED: frozenset[Status] = frozenset({"agreed", "signed", "implemented"})

SHELLS = _words(
    """
    conclusion completion signing initialling detail term end outcome likelihood implementation text draft
    success failure collapse breakdown start opening resumption round verge process prospect hope fate
    future chance
    """
)
"""Nouns that, with `of` the matter, speak of the matter itself: `the conclusion of the talks`."""

FALTERING = _words("begin collapse continue drag end fail falter founder restart resume stall start")
"""What talks do, in the last word of a headline."""

VAGUE = _words(
    """
    it they this that these those nothing something everything thing way side party people number reason
    development opportunity time likelihood factor news detail objective loss list text draft talk week day
    month year paper agreement deal one number statement report word voice voter nobody anyone everyone
    article part verge brink call answer member figure request decision comment response tonne share move
    step chance hope promise effort signature stage phase round session meeting conference ceremony end
    beginning lot rest kind sort idea thought position stance view manner demand offer bid crown dollar euro
    rupee rouble ruble peso rand yuan won krona krone lira dinar shekel franc naira shilling
    pound franc yen million billion percent cent euro currency detail claim tie door fire
    concern money alarm awareness profile eye gap lead margin risk odds
    argument assertion notion remark allegation insinuation comparison complaint criticism
    """
)
"""Heads that name no issue."""

PEOPLE = _words(
    """
    head chief boss director chair chairman chairwoman ambassador minister president leader official
    spokesman spokeswoman mediator negotiator envoy diplomat government union delegation company worker team
    source army force troop court parliament bank ministry police country man woman child analyst expert
    customer voter lawyer judge editor reporter broadcaster engineer officer
    """
)
"""Heads that name who quarrels, not what about."""
