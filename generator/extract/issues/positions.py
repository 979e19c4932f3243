"""The words by which somebody takes a position, and what can be decided, as tables of lemmas.

A verb with a particle stands as two words: `rule out`.
"""

from collections.abc import Mapping

from generator.model import Status


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


ON_OBJECTS: Mapping[Status, frozenset[str]] = {
    "disputed": _words(
        """
        oppose reject refuse deny fear criticise criticize condemn denounce protest contest challenge dispute
        veto resist boycott slam decry reverse overturn quash defy decline attack question dismiss fight strike
        block defeat
        """
    )
    | _phrases("rule out, turn down, throw out, strike down, vote down, hit out"),
    "raised": _words(
        """
        demand want seek urge advocate propose support back endorse defend favour favor announce unveil plan
        consider debate discuss introduce file welcome threaten promise pledge offer recommend table request
        pursue mull face order
        """
    ),
    "agreed": _words("approve pass adopt uphold authorise authorize grant restore accept agree clear"),
    "signed": _words("sign ratify"),
    "implemented": _words("repeal enact impose lift revoke reinstate abolish"),
    "stalled": _words("delay postpone suspend shelve defer abandon scrap withdraw")
    | _phrases("put off, call off, hold up, push back"),
}
"""Verbs that take a position on their object, or decide it, and what that says of it."""

CASUAL = _words(
    """
    endorse favour favor announce unveil plan consider debate discuss introduce file welcome offer promise
    pledge recommend request pursue mull strike face clear withdraw restore agree propose question attack sign
    """
)
"""Verbs of these that are said of many things; what they take up is at issue only if it comes up again."""

_AT_ODDS = _words(
    """
    protest demonstrate rally march campaign demonstration argue fight strike sue clash quarrel row dispute
    debate controversy feud lawsuit battle tension backlash outcry anger uproar wrangle walkout split divided
    """
)
_ANGER = _words("anger fury furious outrage dismay uproar outcry angry unhappy")
ON: Mapping[Status, Mapping[str, frozenset[str]]] = {
    "disputed": {
        "against": _AT_ODDS | _words("vote appeal rule lobby push object"),
        "over": _AT_ODDS | _ANGER,
        "for": _words("blame sue criticise criticize apologise apologize"),
        "to": _words("object objection opposition opposed resistance challenge oppose"),
        "of": _words("criticism dispute critic opponent accuse"),
        "about": _words("row dispute debate controversy") | _ANGER,
        "at": _ANGER | _words("balk baulk"),
        "on": _words("split divided"),
    },
    "raised": {
        "for": _words("call push press campaign lobby vote support demand apply petition appeal plead plea"),
        "on": _words("vote referendum debate decision"),
        "about": _words("talk negotiation"),
        "into": _words("call"),
    },
    "agreed": {"to": _words("agree consent accede"), "on": _words("agree settle")},
}
"""Verbs, nouns and adjectives that do so by a preposition: `protested against the tax`, `opposition to the dam`."""

LIGHT = _words("express file have launch lodge make reach take voice")
"""Verbs to which the parser gives the preposition of their object: `took a decision on`, `voiced anger at`."""

QUARRELS = _words("against over at of")
"""With these prepositions the word alone tells that people are at odds, whatever it is over."""

ON_ACTS: Mapping[Status, frozenset[str]] = {
    "disputed": _words("exclude refuse decline oppose reject resist refusal deny accuse balk baulk")
    | _phrases("rule out"),
    "raised": _words(
        """
        want demand call urge press push seek threaten campaign lobby propose proposal plan bid move threat
        proposition idea pressure petition promise pledge vow consider recommend request motion bill offer
        ask tell order rule force
        """
    ),
    "agreed": _words("vote agree decide approve allow authorise authorize decision"),
}
"""Verbs and nouns that take a position on what is to be done: `voted to close the mine`, `plans to sell it`."""

SAYING = _words(
    """
    call demand request end halt suggestion possibility need claim allegation accusation talk negotiation
    discussion refusal charge
    """
)
GRANTED = _words(
    "access admission aid asylum bail care entry leave medication parole passage permission service travel "
    "treatment visa"
)
"""What is denied to somebody, and not said to be untrue."""
CLAIMS = _words("claim allegation accusation suggestion")
PLANNING = _words("plan proposal decision move bid threat promise pledge offer idea motion vote petition")
WISHES = _words("appeal call demand idea motion petition plea proposal request suggestion")
"""Nouns for what somebody wished for before: `dismissed the demand`."""
SHELLS = SAYING | PLANNING
"""Nouns for what is said or wished; at issue is what they are about: `rejected calls for a recount`."""
ABOUT = _words("for to of on against over about")

CONTENTIOUS = _words(
    """
    contentious controversial disputed contested divisive unpopular hated
    """
)
"""Adjectives that tell of a thing that people are at odds over it."""

JUDGING = _words("call brand label describe denounce slam dismiss attack deem dub")
"""Verbs that say what somebody thinks of a thing: `called the fine absurd`."""

HARSH = _words(
    """
    absurd arbitrary disproportionate excessive illegal illegitimate immoral inadequate irresponsible
    premature reckless scandalous shameful unacceptable unconstitutional unenforceable unfair unjust
    unjustified unlawful unnecessary unreasonable unworkable wrong disgraceful outrageous ridiculous
    betrayal blunder disgrace farce folly insult mistake outrage scandal sham
    """
)
"""What nobody says of a thing that all agree on."""

HARMFUL = _words(
    "cripple damage destroy endanger harm hurt jeopardise jeopardize penalise penalize ruin threaten undermine"
)
HELPFUL = _words("benefit boost create help protect save secure strengthen")
"""What somebody says a thing would do who is against it, or for it: `the levy would ruin farms`."""

BLAMING = _words("blame sue")
"""What these are `for` is at issue, whatever it is."""

AT_ISSUE = _words("issue stake dispute")
"""`At issue is the new roster`."""

ACTS: Mapping[str, str] = {
    "abolish": "abolition of", "acquire": "takeover of", "amend": "amendment of", "ban": "ban on",
    "boycott": "boycott of", "build": "building of", "buy": "purchase of", "cancel": "cancellation of",
    "cap": "cap on", "close": "closure of", "compensate": "compensation for", "cut": "cut to",
    "demolish": "demolition of", "deploy": "deployment of", "deport": "deportation of",
    "disclose": "disclosure of", "dismiss": "dismissal of", "dissolve": "dissolution of",
    "double": "doubling of", "evacuate": "evacuation of", "evict": "eviction of",
    "expand": "expansion of", "expel": "expulsion of", "extend": "extension of",
    "extradite": "extradition of", "freeze": "freeze on", "fund": "funding of", "halve": "halving of",
    "impeach": "impeachment of", "introduce": "introduction of", "investigate": "investigation into",
    "legalise": "legalisation of", "legalize": "legalization of", "limit": "limit on",
    "lower": "lowering of", "merge": "merger of", "nationalise": "nationalisation of",
    "nationalize": "nationalization of", "outlaw": "ban on", "oust": "removal of", "pardon": "pardon for",
    "privatise": "privatisation of", "privatize": "privatization of", "prosecute": "prosecution of",
    "publish": "publication of", "raise": "rise in", "recognise": "recognition of",
    "recognize": "recognition of", "reduce": "cut to", "reform": "reform of", "regulate": "regulation of",
    "release": "release of", "relocate": "relocation of", "remove": "removal of", "reopen": "reopening of",
    "repeal": "repeal of", "replace": "replacement of", "restrict": "restriction of", "sack": "dismissal of",
    "scrap": "scrapping of", "sell": "sale of", "shut": "closure of", "suspend": "suspension of",
    "tax": "tax on", "tighten": "tightening of", "waive": "waiver of", "widen": "widening of",
    "withdraw": "withdrawal of", "fine": "fine on", "move": "move of", "delete": "deletion of",
    "open": "opening of", "overhaul": "overhaul of", "export": "export of", "import": "import of",
    "ratify": "ratification of", "hand": "handover of", "review": "review of",
    "charge": "charge for", "lift": "lifting of",
    "exchange": "exchange of", "swap": "swap of", "free": "release of",
    "restore": "restoration of", "rebuild": "rebuilding of", "recall": "recall of", "drill": "drilling of",
    "mine": "mining of", "slash": "cut to", "axe": "axing of", "curb": "curb on", "delay": "delay of",
    "postpone": "postponement of",
}  # fmt: skip
"""Verbs for what somebody decides to do, and the noun for it: `to shut the ward`, closure of the ward."""

LEAVING = _words("quit resign step")
"""Verbs for leaving an office, `step` with `down` or `aside`; its noun is resignation."""

OF_PEOPLE = _words(
    """
    appointment arrest ban conviction deportation detention dismissal expulsion extradition impeachment nomination
    pardon re-election reinstatement release removal resignation retrial suspension trial
    """
)
"""What is done to somebody, or is theirs to do, and has their name: `the mayor’s resignation`."""

ASSUMING = _words("accept assume claim take")
"""Who does so with the responsibility for something contests nothing."""

UNDOING = _words("abolish cancel lift repeal scrap suspend withdraw")
"""Acts that end what they are done to: who agrees to the repeal of a law does not agree to the law."""

DONE = _words("dismiss fine ban freeze suspend cut scrap close shut sack expel recall cancel outlaw jail")
"""Acts that are news by themselves: `Watchdog fines bank`."""

DECIDABLE = _words(
    """
    act agreement allowance appointment aid amendment authorisation authorization ban bill blockade boycott
    budget cap ceasefire closure code coalition compensation contract curfew curriculum cut deal
    decision decree deployment deportation directive dismissal divestment drilling election embargo
    evacuation eviction exemption expansion expulsion extradition extension fare fee fine freeze fund
    funding guarantee handover hike impeachment increase independence intervention law legislation levy
    licence license loan lockdown mandate merger moratorium nomination overhaul package pardon partnership
    pact patent penalty pension permit pipeline plan policy privatisation privatization programme program
    prohibition project proposal protocol quota raise recount redundancy referendum reform regulation
    release relocation removal reopening repair repatriation repeal requirement reshuffle resignation
    restriction rise rollout route rule ruling sale sanction scheme secession sentence settlement
    shutdown spending stadium subsidy suspension swap takeover target tariff tax tender timetable toll trade
    transfer treaty trial tunnel vaccination vaccine verdict veto visa vote wage withdrawal

    acquisition amnesty apology application arbitration arrangement autonomy bailout bid bonus buyout cull
    conviction demolition derogation devolution dividend enforcement immunity injunction inquest inquiry
    investigation judgment judgement lawsuit limit mediation membership merger motion nationalisation
    nationalization offer oversight pay payment payout permission postponement price probe prosecution
    publication punishment purchase recall recognition recruitment refund register registration relief
    rent reparation rescue restitution restructuring result retrial review rights roster safeguard salary
    search staffing standard surcharge surveillance treatment tuition upgrade waiver warrant wind-down
    zoning extradition re-election reinstatement approval arrest bail compulsory cuts accreditation
    charge detention disclosure measure order premium rebate redevelopment renewal cost supervision
    segregation charter level condition term practice procedure conduct handling
    """
)
"""Heads of phrases for things that somebody decides, and that others can be for or against."""

TROUBLES = _words(
    """
    abuse blame breach bullying collapse contamination corruption cover-up deficit delay discrimination failure
    fraud harassment leak liability libel negligence outage overspend pollution profiteering racism responsibility
    safety shortage spill tampering waste workload wrongdoing understaffing
    """
)
"""Heads for what went wrong; who is to blame is at issue where several voices speak of it."""

CONTESTED = _words(
    """
    amnesty bailout ban blockade boycott bullying cap closure compensation deportation dismissal embargo eviction
    expulsion extradition fine freeze impeachment inquiry injunction lawsuit layoff levy lockdown merger
    moratorium nationalisation nationalization privatisation privatization quota recount redundancy
    referendum resignation retrial sanction subsidy takeover tariff staffing suspension
    understaffing reinstatement restitution
    """
)
"""Heads of which nobody speaks but where people are for and against."""

NAMELESS = _words(
    """
    act agreement aid allowance application approval arrangement arrest bid bill budget change charge code
    contract cost coalition cuts deal deadline decision decree directive election enforcement extension fund
    funding increase injunction judgment judgement law legislation limit loan measure membership motion nomination
    offer order package partnership patent payment permission pipeline plan policy postponement premium program
    rescue programme project proposal protocol publication purchase purpose raise registration regulation release
    removal requirement result review right rise rollout route rule ruling sale sanction scheme search
    sentence settlement spending stadium standard swap target tax tender timetable trade transfer treatment
    treaty trial tunnel upgrade vaccine verdict vote warrant withdrawal
    """
)
"""Of these one word names no issue, however often it comes: the plan, the bill."""

GENERIC = _words(
    """
    arrangement bill change decision drive initiative judgment judgement law legislation measure motion move
    overhaul package plan policy program programme project proposal reform ruling scheme verdict
    """
)
"""Nouns for whatever somebody decides; who decides it and where tells nothing of it: `government measures`."""

PRONOUNCED = _words("decision judgment judgement ruling verdict")
"""Of these whose it is names none, either: `the judge’s decision`."""

KINDS = (
    GENERIC,
    _words("ban fine penalty punishment sanction suspension"),
    _words("acquisition bid buyout merger purchase sale takeover"),
)
"""Nouns that mean one thing where the words beside them do: `the Lund oil project`, `the Lund oil proposal`."""

ORDINARY = _words(
    """
    arrest coalition election increase law level partnership plan program programme raise rescue release result
    rise route search
    spending term stadium target toll trade treatment trial vaccine vote
    """
)
"""Of these no article is about a quarrel because they come up again."""

MARKET = _words("closing market opening share stock")
"""Before `price`, what nobody decides."""

WEIGHTY = _words(
    """
    amnesty arbitration bail bailout compensation conscription devolution drilling extradition fraud fracking
    immunity impeachment independence layoff lockdown merger nationalisation nationalization
    apology exemption rebate liability libel negligence wrongdoing moratorium
    fine closure inquiry merger pay price privatisation privatization recount referendum re-election restitution
    retrial secession
    takeover vaccination redundancy staffing mediation
    """
)
"""Of these one word names an issue wherever it stands; of others if the article keeps to them."""
