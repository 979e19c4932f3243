"""Nouns for who can speak, what speaks in their stead, through whom and where, as data."""

from generator.extract.statements.cues import words

HEARINGS = words(
    "commission committee congress coroner council court hearing inquest inquiry juror jury magistrate parliament "
    "trial tribunal"
)
"""Before whom something is said: `the court heard that`."""

DOCUMENTS = words(
    """
    account analysis announcement article assessment audit bill biography blog book briefing broadcast
    bulletin caption card census communique communiqué complaint contract data declaration document dossier
    email estimate evidence excerpt figure file filing finding forecast graph guideline headline history
    indictment inquiry interview investigation journal law lawsuit leaflet letter magazine manifesto map
    measurement memo memoir memorandum message minute model newspaper note notice page pamphlet paper
    petition placard poll post poster posting preamble projection publication questionnaire record release
    report resolution result review ruling sign simulation site source statement statistic statute story
    study survey tally test testimony text total transcript treaty tweet verdict video warrant webpage
    website writing
    """
)
"""Things that say something in somebody's stead; they are sources, not facts from which the article infers."""

PEOPLE = words(
    """
    academic accuser activist actor actress administration admiral adviser advisor agency aide airline
    alliance ally ambassador analyst anybody applicant arbitrator archbishop architect army artist
    association athlete attacker attorney auditor aunt author authority backer bank barrister bereaved
    bidder bishop bloc blogger board body boss boy boyfriend brewer broadcaster broker brother
    builder bureau buyer cabinet campaign campaigner candidate captain captor carer carmaker carrier
    caucus celebrity center centre chairman chairperson chairwoman challenger chancellor charity chef
    chief child chipmaker citizen city claimant clergy cleric client climber club coach coalition
    colleague colonel columnist comedian commander commentator commission commissioner committee commuter
    company complainant confederation congress congressman congresswoman conservative consortium consulate
    consumer contender contractor corporation correspondent council councillor counsel country county
    couple court cousin crew critic crowd crown customer cyclist dad daughter dean defendant delegate
    delegation democrat department deputy detective developer diplomat director dissident doctor donor
    driver drugmaker duo economist editor elder embassy emissary employee engineer envoy everybody
    everyone executive exile expert exporter facilitator faction family fan farmer father federation
    filmmaker firefighter firm fisherman force founder friend fund girl girlfriend goalkeeper government
    governor graduate grandfather grandmother group grower guarantor guard guerrilla hacker harbourmaster
    head hiker historian hospital host hostage husband imam importer influencer insider institute insurer
    investigator investor journalist judge junta juror jury justice kidnapper king kingdom lady landlord
    lawmaker lawyer leader leadership league lecturer legislator lender liberal library lieutenant
    liquidator lobby lobbyist magistrate maker man manager manufacturer mayor media mediator medic member
    migrant militant military militia miner minister ministry mission monitor monk mother motorist
    movement mp mufti mum municipality museum nation negotiator neighbor neighbour nephew network
    newspaper niece nobody nominee nun nurse observer office officer official operative operator opponent
    opposition organisation organiser organization organizer outlet owner pair palace panel paramedic
    parent parliament participant partner party passenger pastor patient people person petitioner
    physician picket pilot plaintiff planemaker player playwright police policeman politician pollster
    pope premier presenter president press priest prince princess principal prisoner producer professor
    prosecution prosecutor protester protestor provider province psychologist public publisher pupil queen
    rabbi ranger rebel referee refugee regime registrar regulator relative reporter representative
    republic republican rescuer researcher resident retailer retiree reviewer rider rival sailor scholar
    school scientist secretariat secretary seller senate senator sergeant service shareholder sheriff
    sibling side singer sister society soldier solicitor somebody someone son source spokesman
    spokesperson spokeswoman spouse squad staff staffer startup state station statistician steelmaker
    steelworker strategist streamer striker student studio suitor superintendent supplier supporter
    surgeon survivor suspect teacher team teenager tenant therapist tourist trader trainer traveller
    treasury tribunal trio troop trust trustee twin umpire uncle underwriter union university user utility
    vendor veteran vicar victim viewer villager volunteer voter warden watchdog wholesaler widow widower
    wife wing winner witness woman worker workforce writer
    """
)
"""Common nouns for people and bodies that can speak."""

SOURCES = PEOPLE | DOCUMENTS

PERSON_SUFFIXES = ("man", "men", "woman", "women", "ist", "ists", "person", "ologist")

BODIES = words(
    """
    administration agency airline alliance army association authority bank bloc board broadcaster bureau
    cabinet campaign carrier caucus center centre charity city club coalition commission committee company
    confederation congress consortium consulate corporation council country county court crew crown
    delegation department embassy faction federation firm force fund government group hospital institute
    insurer junta jury kingdom league lender library manufacturer militia ministry mission movement
    municipality museum nation network newspaper office opposition organisation organization outlet palace
    panel parliament party police prosecution province regime republic retailer school secretariat senate
    service side society squad startup state station studio team treasury tribunal union university
    utility watchdog wing workforce
    """
)
"""Those of them that `it` means."""

UNNAMED = words(
    """
    adviser advisor aide ally anybody bystander colleague commander diplomat employee executive eyewitness
    friend insider investigator lawmaker militant negotiator officer official people person reader resident
    somebody someone source staff staffer witness worker
    """
)
"""Heads of phrases for people whose names the article withholds or does not know."""

OUTLETS = words(
    """
    agency broadcaster channel daily magazine media network newspaper outlet paper programme radio station
    television tv website
    """
)
"""Heads of phrases for go-betweens that pass a statement on."""

VENUES = words(
    """
    address appearance blog brief briefing broadcast call column comment conference congress court debate
    email essay event facebook filing forum gathering hearing instagram interview letter meeting memo
    message note op-ed paper parliament podcast post presser program programme radio rally release remark
    report sermon session speech statement summit talk telegram television testimony tv tweet twitter video
    visit x
    """
)
"""Heads of phrases for the occasion or the medium of a saying."""

POSTNOMINALS = words("SC QC KC MP MEP MD PhD OBE CBE MBE Jr Jr. Sr Sr. II III")
"""What follows a name after a comma and still belongs to it."""
