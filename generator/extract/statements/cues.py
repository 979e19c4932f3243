"""The words that make a statement, as data.

Verbs by lemma, grouped by the complement that holds what is said (the frames of VerbNet's say-37.7 and its
neighbours): a finite clause, a quotation, an infinitive, an object and an infinitive, a noun phrase.
"""


def words(text: str) -> frozenset[str]:
    """The words of `text`, parted by blanks."""
    return frozenset(text.split())


CLAUSE = words(
    """
    acknowledge add admit advise affirm agree allege announce answer anticipate argue ascertain ask assert
    assume assure attest aver avow believe bet blog boast brag calculate caution certify charge claim
    clarify comment complain concede conclude confess confide confirm conjecture contend convey counter
    declare decree deduce demand demonstrate deny describe determine disclose discover dispute divulge
    document doubt elaborate email emphasise emphasize enquire estimate exclaim expect explain express fear
    feel find forecast foresee foretell grant grumble guarantee guess highlight hint hold hope hypothesise
    hypothesize illustrate imagine imply indicate infer inform inquire insinuate insist intimate joke judge
    lament maintain mean mention moan muse note notify object observe opine order outline philosophise plead
    pledge point posit post postulate predict presume proclaim profess project promise pronounce prophesy
    propose protest prove question quip read reaffirm realise realize reason reassert reassure recall reckon
    recognise recognize recommend recount reflect reiterate rejoin relate relay remark remember remind
    repeat reply report request resolve respond restate retort reveal rule say scoff show signal specify
    speculate state stipulate stress submit suggest suppose surmise suspect swear teach tell testify text
    theorise theorize think threaten tweet underline underscore urge verify volunteer vow warn whisper
    wonder worry write
    """
)
"""Verbs whose finite clause is what is said, thought, found or shown."""

QUOTATION_ONLY = words(
    """
    apologise apologize appeal bark begin bellow blast blurt boom call chant chime chorus chuckle condemn
    continue criticise criticize croak cry denounce echo enthuse explode finish fume gasp go growl grunt
    gush hail holler howl implore inscribe interject interrupt intone jest laugh mumble murmur mutter offer
    praise print publish purr rant rave recite roar salute scold scrawl scream shout shriek sigh sign sing
    slam snap snarl sneer sob splutter squeal stammer start stutter sum summarise summarize thank thunder
    trumpet urge utter vent wail warn weep welcome whine yell
    """
)
"""Verbs that introduce a quotation, though no clause."""

LOOSE = words("begin call continue finish go offer open print publish sign sing start")
"""Those of them that seldom do: only with a comma or a colon between."""

QUOTATION = (CLAUSE | QUOTATION_ONLY) - words(
    """
    bet calculate demonstrate discover document doubt expect find grant hold illustrate learn mean prove
    realise realize resolve show teach
    """
)
"""Verbs that introduce a quotation."""

INFINITIVE = words(
    """
    agree aim claim commit consent decline demand expect hope intend offer plan pledge profess promise propose
    refuse     resolve seek swear threaten undertake volunteer vow want
    """
)
"""Verbs whose infinitive is what the subject commits itself to, refuses or means to do."""

INTENDING = words("aim hope intend plan seek want")
"""Those of them that need no speaking: of somebody, not of `those who want to`."""

OBJECT_INFINITIVE = words(
    """
    advise appeal ask beg beseech call caution challenge command dare direct encourage entreat exhort expect
    forbid implore instruct invite order petition plead press recommend remind request summon tell urge want
    warn
    """
)
"""Verbs that tell somebody to do something; what is said is that somebody and the infinitive."""

NOUN_PHRASE = words(
    """
    acknowledge announce anticipate applaud bemoan blame blast commend condemn confirm congratulate credit
    criticise criticize decry demand denounce deny deplore deride dismiss dispute doubt emphasise emphasize
    endorse expect fault favor favour fear forecast hail lambast lament laud mock oppose pledge praise
    predict promise propose reaffirm rebuff recommend refute regret reiterate reject repudiate ridicule slam
    stress suggest thank threaten tout urge vow want welcome
    """
)
"""Verbs of judging: their object is what is spoken of, and speaking is what they mean."""

REASONS = {
    "blame": words("for on"),
    "commend": words("for"),
    "congratulate": words("for on"),
    "credit": words("for with"),
    "criticise": words("for over"),
    "criticize": words("for over"),
    "fault": words("for"),
    "praise": words("for"),
    "slam": words("for over"),
    "thank": words("for"),
}
"""Verbs of judging whose object goes on with one of these: `blamed the fire on rust`."""

CALLING = words("brand call consider declare deem dub label proclaim pronounce")
"""Verbs that give their object a name: `called the plan a gift`."""

CALLING_AS = words(
    """
    attack blast brand cast characterise characterize cite condemn criticise criticize decry defend denounce
    depict deride describe dismiss hail identify interpret label paint perceive portray praise present regard
    reject remember ridicule see slam tout view welcome
    """
)
"""Verbs that give their object a name after `as`."""

VOICING = words("convey express offer raise reiterate repeat share signal state voice")

FEELINGS = words(
    """
    admiration alarm anger anxiety apology appreciation concern condolence confidence desire disappointment
    disapproval dismay displeasure dissatisfaction doubt enthusiasm fear frustration gratitude hope
    indignation intention objection opposition optimism outrage pessimism question readiness regret remorse
    reservation sadness satisfaction scepticism skepticism solidarity sorrow support surprise sympathy
    thanks uncertainty unease willingness worry
    """
)
"""What one voices: `expressed regret over`."""

COUNTING = words("assess calculate estimate peg place put reckon value")
"""Verbs that give their object a number after `at`: `put the toll at 50`."""

REJECTING = {
    "brush": words("aside off"),
    "laugh": words("off"),
    "play": words("down"),
    "rule": words("out"),
    "shrug": words("off"),
    "wave": words("away off"),
}
"""Verbs that turn something down with one of these particles."""

REPORTED = words(
    """
    allege anticipate assume believe claim estimate expect fear forecast hope predict presume project report
    rumor rumour say suspect think tip understand
    """
)
"""Verbs whose passive tells hearsay: `is said to have`, `it is believed that`."""

GERUND = words("admit deny propose recommend suggest")
"""Verbs whose gerund is what is said to be, or to be done: `denied taking`."""

TAKEN_UP = words("confirm deny dispute reject")
"""Verbs whose object may be what was said before: `denied this`."""

SILENCE = words(
    """
    answer comment confirm detail disclose discuss draw elaborate explain give identify interview name
    provide respond reveal say specify speculate talk tell
    """
)
"""What somebody declines to do who says nothing."""

PREPOSITIONS = {
    "accuse": words("of"),
    "admit": words("to"),
    "apologise": words("for"),
    "apologize": words("for"),
    "appeal": words("for"),
    "ask": words("for"),
    "boast": words("about of"),
    "call": words("for"),
    "complain": words("about of"),
    "confess": words("to"),
    "fear": words("for"),
    "hint": words("at"),
    "hope": words("for"),
    "insist": words("on upon"),
    "object": words("to"),
    "plead": words("for"),
    "press": words("for"),
    "push": words("for"),
    "speak": words("of"),
    "warn": words("about against of"),
    "worry": words("about"),
}
"""Verbs that name what they speak of after one of these prepositions."""

EVIDENCE = words(
    "confirm demonstrate illustrate imply indicate mean prove reveal show signal suggest underline underscore"
)
"""Verbs that facts can be the subject of: then the article, not a speaker, draws the inference."""

HEDGED = words(
    """
    anticipate assume bet conjecture doubt estimate expect fear feel forecast foresee guess hint hope
    hypothesise hypothesize imagine imply indicate infer insinuate intend intimate plan postulate predict
    presume project propose reckon speculate suggest suppose surmise suspect theorise theorize think wonder
    worry
    """
) - words("indicate propose suggest intend plan")
"""Verbs that hold back from asserting what they introduce; to believe is to take a stand."""

DENIED = words("brush decline deny dismiss dispute laugh rebuff refuse refute reject repudiate shrug wave")
"""Verbs that say no to what they introduce."""

CLAIMED = words("credit responsibility victory")
"""What one claims by saying so; anything else is claimed by taking it."""

THOUGHT = words(
    """
    anticipate assume bet conjecture doubt expect fear feel find guess hope imagine judge reckon suppose
    suspect think wonder worry
    """
)
"""Verbs of the mind: within somebody's words they are a statement of their own only when we know whose mind."""

VIEWS = THOUGHT | words("believe estimate forecast foresee maintain predict reckon")
"""Verbs by which an author gives an opinion."""

PARTICLES = {"point": "out", "sum": "up", "chime": "in", "go": "on"}
"""Verbs that say something only with this particle."""

ADJECTIVES = words(
    """
    adamant afraid alarmed angry certain clear concerned confident convinced delighted disappointed doubtful
    fearful glad happy hopeful insistent optimistic pessimistic pleased positive proud relieved sad
    sceptical skeptical sorry sure surprised unsure worried
    """
)
"""Predicates whose clause is what their subject holds: `is concerned that`."""

NOUNS = words(
    """
    accusation acknowledgement admission allegation announcement argument assertion assessment assumption
    assurance belief call caution charge claim commitment complaint concern concession conclusion confession
    confidence confirmation consensus contention conviction declaration demand denial estimate expectation
    explanation fear finding forecast guarantee hint hope implication indication insistence judgement
    judgment notion opinion order plea pledge position prediction promise proposal refusal remark reminder
    report request revelation ruling rumor rumour speculation stance statement suggestion suspicion
    testimony theory threat view vow warning word worry
    """
)
"""Nouns whose clause or infinitive is what is said: `his promise to`, `the claim that`."""

NOUN_PREPOSITIONS = {
    "accusation": words("of"),
    "allegation": words("of"),
    "appeal": words("for"),
    "call": words("for"),
    "claim": words("of"),
    "condemnation": words("of"),
    "criticism": words("of"),
    "demand": words("for"),
    "denial": words("of"),
    "hope": words("for of"),
    "insistence": words("on"),
    "objection": words("to"),
    "opposition": words("to"),
    "plea": words("for"),
    "pledge": words("of"),
    "prediction": words("of"),
    "promise": words("of"),
    "rejection": words("of"),
    "support": words("for"),
    "threat": words("of"),
    "warning": words("about against of"),
}
"""Nouns that name what is said after one of these prepositions."""

DENIED_NOUNS = words("denial objection opposition refusal rejection")

HEDGED_NOUNS = words(
    """
    assumption belief concern confidence estimate expectation fear forecast hint hope implication indication
    notion prediction rumor rumour speculation suggestion suspicion theory worry
    """
)

UNCERTAIN = words(
    """
    allegedly apparently arguably conceivably likely maybe perhaps possibly potentially presumably probably
    purportedly reportedly seemingly supposedly unlikely
    """
)
"""Adverbs and adjectives that hedge a clause."""

HEDGING_MODALS = words("could may might")
