"""The words that make a statement, as data.

Verbs by lemma, grouped by the complement that holds what is said (the frames of VerbNet's say-37.7 and its
neighbours): a finite clause, a quotation, an infinitive, an object and an infinitive, a noun phrase.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLAUSE = _words(
    """
    acknowledge add admit advise affirm agree allege announce answer anticipate argue ascertain ask assert
    assume assure attest aver avow believe bet blog boast brag calculate caution certify charge claim
    clarify comment complain concede conclude confess confide confirm conjecture contend convey counter
    declare decree demand demonstrate deny deduce describe determine disclose discover dispute divulge
    document doubt elaborate email emphasise emphasize enquire estimate exclaim expect explain express fear
    feel find foresee forecast foretell grant grumble guarantee guess highlight hint hold hope hypothesise
    hypothesize illustrate imagine imply indicate infer inform inquire insinuate insist intimate joke judge
    lament learn maintain mean mention moan muse note notify object observe opine order outline philosophise
    plead pledge point posit post postulate predict presume proclaim profess project promise pronounce
    prophesy propose protest prove quip read reaffirm realise realize reason reassert reassure recall reckon
    recognise recognize recommend recount reflect reiterate rejoin relate relay remark remember remind repeat
    reply report request resolve respond restate retort reveal rule say scoff show signal specify speculate
    state
    stipulate stress submit suggest surmise suppose suspect swear teach tell testify text theorise theorize
    think threaten tweet underline underscore urge verify volunteer vow warn whisper wonder worry write
    """
)
"""Verbs whose finite clause is what is said, thought, found or shown."""

QUOTATION_ONLY = _words(
    """
    apologise apologize appeal bark begin bellow blast blurt boom call chant chime chorus chuckle condemn
    continue criticise criticize croak cry denounce echo enthuse explode finish fume gasp go growl grunt
    gush hail holler howl implore inscribe interject interrupt intone jest laugh mumble murmur mutter offer
    praise print publish purr rage rant rave recite roar salute scold scream scrawl shout shriek sigh sign
    sing slam snap snarl sneer sob speak splutter squeal stammer start stutter sum summarise summarize thank
    thunder trumpet urge utter vent wail warn weep welcome whine yell
    """
)
"""Verbs that introduce a quotation, though no clause."""

QUOTATION = (CLAUSE | QUOTATION_ONLY) - _words(
    """
    bet calculate demonstrate discover document doubt expect find grant hold illustrate learn mean prove realise
    realize resolve show teach
    """
)
"""Verbs that introduce a quotation."""

INFINITIVE = _words(
    """
    agree claim decline demand hope intend offer plan pledge profess promise propose refuse swear threaten
    undertake volunteer vow
    """
)
"""Verbs whose infinitive is what the subject commits itself to, refuses or means to do."""

OBJECT_INFINITIVE = _words(
    """
    advise appeal ask beg beseech call caution challenge command dare direct encourage entreat exhort forbid
    expect implore instruct invite order petition plead press recommend remind request summon tell urge want warn
    """
)
"""Verbs that tell somebody to do something; what is said is that somebody and the infinitive."""

NOUN_PHRASE = _words(
    """
    condemn criticise criticize decry denounce deny deplore deride dismiss hail lambast laud oppose praise
    rebuff refute reject repudiate welcome
    confirm demand expect promise
    """
)
"""Verbs of judging: their object is what is spoken of, and speaking is what they mean."""

GERUND = _words("admit deny propose recommend suggest")
"""Verbs whose gerund is what is said to be, or to be done: `denied taking`."""

TAKEN_UP = _words("confirm deny dispute reject")
"""Verbs whose object may be what was said before: `denied this`."""

SILENCE = _words("answer comment elaborate respond speculate")
"""What somebody declines to do who says nothing."""

PREPOSITIONS = {
    "accuse": _words("of"),
    "ask": _words("for"),
    "call": _words("for"),
    "complain": _words("about of"),
    "warn": _words("about against of"),
}
"""Verbs that name what they speak of after one of these prepositions."""

EVIDENCE = _words(
    "confirm demonstrate illustrate imply indicate mean prove reveal show signal suggest underline underscore"
)
"""Verbs that facts can be the subject of: then the article, not a speaker, draws the inference."""

HEDGED = _words(
    """
    anticipate assume bet conjecture doubt estimate expect fear feel forecast foresee guess hint
    hope hypothesise hypothesize imagine imply indicate infer insinuate intend intimate plan postulate
    predict presume project propose reckon speculate suggest surmise suppose suspect theorise theorize think
    wonder worry
    """
) - _words("indicate propose suggest intend plan")
"""Verbs that hold back from asserting what they introduce; to believe is to take a stand."""

DENIED = _words("decline deny dismiss dispute rebuff refuse refute reject repudiate")
"""Verbs that say no to what they introduce."""

THOUGHT = _words(
    """
    anticipate assume bet conjecture doubt expect fear feel find guess hope imagine judge reckon
    suppose suspect think wonder worry
    """
)
"""Verbs of the mind: within somebody's words they are a statement of their own only when we know whose mind."""

PARTICLES = {"point": "out", "sum": "up", "chime": "in", "go": "on"}
"""Verbs that say something only with this particle."""

ADJECTIVES = _words(
    """
    adamant afraid alarmed angry certain clear concerned confident convinced delighted disappointed doubtful
    fearful glad happy hopeful insistent optimistic pessimistic pleased positive proud relieved sad
    sceptical skeptical sorry sure surprised unsure worried
    """
)
"""Predicates whose clause is what their subject holds: `is concerned that`."""

NOUNS = _words(
    """
    accusation acknowledgement admission allegation announcement argument assertion assessment assumption
    assurance belief call charge claim commitment complaint conclusion concession confession confirmation
    contention conviction declaration demand denial estimate expectation explanation fear finding forecast
    guarantee hint hope implication indication insistence judgement judgment notion opinion order pledge
    plea prediction promise proposal refusal reminder remark report request revelation rumour rumor ruling
    speculation statement suggestion suspicion testimony theory threat view vow warning word worry
    """
)
"""Nouns whose clause or infinitive is what is said: `his promise to`, `the claim that`."""

DENIED_NOUNS = _words("denial refusal")
HEDGED_NOUNS = _words(
    """
    assumption belief estimate expectation fear forecast hint hope implication indication notion prediction
    rumor rumour speculation suggestion suspicion theory worry
    """
)

DOCUMENTS = _words(
    """
    account analysis announcement article assessment audit bill biography blog book briefing broadcast
    bulletin card census communique communiqué complaint contract data declaration document dossier email
    estimate evidence excerpt figure file filing finding forecast graph guideline headline history
    indictment interview investigation inquiry journal law lawsuit leaflet letter magazine manifesto map
    measurement memo memoir memorandum message minute model newspaper note notice page paper pamphlet
    petition placard poll post poster posting preamble projection publication questionnaire record release
    report resolution result review ruling sign simulation site source statement statistic statute story
    study survey tally test testimony text total transcript treaty tweet verdict video warrant webpage
    website writing
    """
)
"""Things that say something in somebody's stead; they are sources, not facts from which the article infers."""

PEOPLE = _words(
    """
    academic activist actor adviser advisor agency aide airline alliance ambassador analyst anybody
    archbishop army artist association athlete author authority bank bishop board body boss boy broadcaster
    brother cabinet campaigner candidate captain chairman chairperson chairwoman chancellor charity chief
    child citizen city clergy cleric club coach coalition colleague commander commentator commission
    commissioner committee company congress congressman congresswoman conservative council councillor
    country couple court critic crowd dad daughter delegate delegation democrat department deputy detective
    diplomat director doctor driver economist editor embassy employee engineer envoy everybody everyone
    executive expert faction family fan farmer father federation firm fisherman force founder friend girl
    government governor group head historian hospital husband insider institute investigator investor
    journalist judge jury king lady lawmaker lawyer leader leadership legislator liberal library maker man
    manager manufacturer mayor media medic member militant military minister ministry mission mother
    movement mp mum nation network neighbour neighbor newspaper nobody nurse observer office officer
    official operator opponent opposition organisation organization organiser organizer outlet owner panel
    parent parliament participant party passenger patient people person pilot player police policeman
    politician pope premier presenter president press priest prince princess principal prisoner producer
    professor prosecution prosecutor protester protestor provider public publisher queen rabbi rebel refugee
    regime regulator relative reporter representative republican researcher resident reviewer rival scholar
    school scientist secretary senate senator shareholder side singer sister society soldier somebody
    someone son source spokesman spokesperson spokeswoman staff state station statistician strategist
    student superintendent supporter surgeon survivor suspect teacher team teenager trader treasury tribunal
    trust union university user victim viewer villager volunteer voter wife winner witness woman
    worker writer
    """
)
"""Common nouns for people and bodies that can speak."""

PERSON_SUFFIXES = ("man", "men", "woman", "women", "ist", "ists", "person", "ologist")

BODIES = _words(
    """
    agency airline alliance army association authority bank board broadcaster cabinet charity city club
    coalition commission committee company congress council country court delegation department embassy
    faction federation firm force government group hospital institute jury library manufacturer ministry
    mission movement nation network newspaper office opposition organisation organization outlet panel
    parliament party police prosecution regime school senate side society state station team treasury
    tribunal union university
    """
)
"""Those of them that `it` means."""

UNNAMED = _words(
    """
    adviser advisor aide anybody bystander colleague commander diplomat employee executive eyewitness
    insider investigator lawmaker lawyer militant negotiator officer official people person resident
    somebody someone source spokesman spokesperson spokeswoman staffer witness worker
    """
)
"""Heads of phrases for people whose names the article withholds or does not know."""

OUTLETS = _words(
    """
    agency broadcaster channel daily magazine media network newspaper outlet paper programme radio station
    television tv website
    """
)
"""Heads of phrases for go-betweens that pass a statement on."""

VENUES = _words(
    """
    address appearance blog brief briefing broadcast call column comment conference debate email essay event
    filing forum gathering hearing interview letter meeting memo message note op-ed paper podcast post
    presser programme program rally release remark report session speech statement summit sermon talk
    testimony tweet video visit parliament twitter facebook instagram television tv radio court congress
    telegram x
    """
)
"""Heads of phrases for the occasion or the medium of a saying."""

UNCERTAIN = _words(
    """
    allegedly apparently arguably conceivably likely maybe perhaps possibly potentially presumably probably
    purportedly reportedly seemingly supposedly unlikely
    """
)
"""Adverbs and adjectives that hedge a clause."""

HEDGING_MODALS = _words("could may might")

POSTNOMINALS = _words("SC QC KC MP MEP MD PhD OBE CBE MBE Jr Jr. Sr Sr. II III")
"""What follows a name after a comma and still belongs to it."""
