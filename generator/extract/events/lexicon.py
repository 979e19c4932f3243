"""The words that events are known by, as tables of lemmas.

The kinds are those of PLOVER (https://github.com/openeventdata/PLOVER) that news of conflict and talks needs,
and a few of our own for civic news: ELECT, APPOINT, RESIGN, LEGISLATE, COURT, DISASTER, DEAL, RELEASE.
"""

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    """Lemma → kind. The first kind that lists a lemma has it."""
    found: dict[str, str] = {}
    for kind, text in table.items():
        for word in text.split():
            found.setdefault(word, kind)
    return found


VERBS = _by_word(
    {
        "AGREE": """agree sign initial ratify conclude finalise finalize settle resolve accede codify accept
            concede compromise reconcile seal clinch complete decide""",
        "CONSULT": """meet negotiate confer convene visit host travel fly mediate discuss brief chair attend
            arrive gather reconvene""",
        "SUPPORT": "endorse back welcome praise hail honour honor",
        "COOPERATE": "cooperate collaborate exchange partner dispatch",
        "AID": "donate fund rescue evacuate shelter lend treat",
        "YIELD": "withdraw cede surrender retreat lift ease free disarm lower apologise apologize",
        "REQUEST": "request demand urge appeal petition pressure press",
        "ACCUSE": "accuse blame denounce condemn criticise criticize allege",
        "REJECT": """reject refuse veto block boycott miss cancel suspend abandon scrap postpone adjourn halt
            shelve""",
        "THREATEN": "threaten",
        "PROTEST": "protest march rally riot picket strike",
        "SANCTION": "sanction embargo blacklist fine penalise penalize expel",
        "MOBILIZE": "mobilise mobilize deploy amass station muster",
        "COERCE": """arrest detain seize impound raid jail imprison deport occupy besiege blockade capture
            abduct kidnap confiscate""",
        "ASSAULT": """attack kill bomb shell shoot wound injure invade ambush assassinate murder stab
            torture explode detonate strafe storm massacre behead""",
        "ELECT": "elect vote re-elect inaugurate",
        "APPOINT": "appoint name nominate swear promote hire",
        "RESIGN": "resign quit oust sack fire retire depart impeach",
        "LEGISLATE": "legislate enact repeal amend approve adopt dissolve abolish outlaw ban authorise authorize",
        "COURT": """sue indict convict sentence acquit prosecute plead testify extradite overturn uphold quash
            adjourn dismiss""",
        "DISASTER": """crash collapse sink erupt flood burn derail destroy damage wreck capsize die drown
            quake injure overturn faint poison contaminate""",
        "DEAL": "acquire buy purchase merge sell invest bankrupt",
        "RELEASE": "release launch unveil introduce publish debut premiere rename discontinue found",
        "": """return begin start open close shut end resume cut raise build send deliver arrive leave join win lose
            defeat hit clash fight face present table propose offer submit order pass file charge lapse expire
            extend reopen raid search steal recover discover find restore replace relocate transfer recall
            withdraw summon invite warn win beat qualify relegate overtake award fall rise drop plunge soar
            slump surge lift hire furlough demolish inspect audit""",
    }
)
"""What a verb tells, by lemma; listed under no kind, it is news and fits none."""

PHRASAL = {
    ("walk", "out"): "PROTEST",
    ("break", "off"): "REJECT",
    ("break", "up"): "REJECT",
    ("break", "down"): "REJECT",
    ("call", "off"): "REJECT",
    ("pull", "out"): "YIELD",
    ("hand", "over"): "YIELD",
    ("give", "up"): "YIELD",
    ("step", "down"): "RESIGN",
    ("take", "over"): "APPOINT",
    ("swear", "in"): "APPOINT",
    ("strike", "down"): "COURT",
    ("blow", "up"): "ASSAULT",
    ("rule", "out"): "REJECT",
    ("turn", "down"): "REJECT",
    ("shut", "down"): "",
    ("lay", "off"): "",
    ("set", "up"): "",
    ("go", "ahead"): "",
}
"""Verb and particle → kind."""

NOUNS = _by_word(
    {
        "AGREE": "signing agreement accord signature ratification settlement initialling conclusion approval",
        "CONSULT": """talk talks negotiation negotiations summit meeting conference briefing visit round
            session hearing keynote interview dialogue consultation mediation ceremony debate congress
            workshop symposium assembly""",
        "COOPERATE": "exchange dispatch handover",
        "AID": "evacuation rescue delivery airlift",
        "YIELD": "withdrawal ceasefire truce surrender pullout",
        "PROTEST": "protest demonstration rally riot strike walkout march boycott",
        "SANCTION": "embargo blockade",
        "MOBILIZE": "deployment mobilisation mobilization",
        "COERCE": "arrest seizure raid kidnapping abduction siege",
        "ASSAULT": """attack bombing shooting assault invasion offensive airstrike massacre assassination
            killing murder explosion clash war""",
        "ELECT": "election vote referendum inauguration ballot poll runoff",
        "APPOINT": "appointment nomination",
        "RESIGN": "resignation dismissal departure retirement exit ouster",
        "LEGISLATE": "passage adoption repeal",
        "COURT": "trial verdict sentencing conviction lawsuit appeal inquest arraignment",
        "DISASTER": """earthquake quake flood hurricane storm eruption fire crash collapse disaster accident
            outbreak tsunami derailment death""",
        "DEAL": "merger acquisition takeover purchase sale",
        "RELEASE": "launch release premiere debut unveiling publication announcement event",
        "": """deadline ultimatum opening closure reopening arrival review transfer game match final concert
            festival parade funeral memorial recount audit test trial tender auction""",
    }
)
"""What an event noun names, by lemma. `talks` and `negotiations` keep their plural, as the model's lemma may."""

WORDS = _words(
    "statement letter report interview article memo note message email e-mail tweet post release remark"
)
"""What is said or written, as a thing."""

DEEDS = _words(
    """
    absence account achievement addition admission advance advertisement aid allegation alliance appearance
    arrangement award bailout ban bankruptcy bid birth bonus boost breach buyout cancellation change claim
    closing comment competition complaint construction contract cost crackdown creation cut damage deal
    debate decision decline defeat delay demand denial design development discovery dispute dive drop effort
    escape evidence examination expansion failure fall fight gain growth halt hike improvement incident
    increase injury inquiry inspection introduction investigation investment invitation jump landing lay-off
    layoff leak leave loan loss manufacture mission move offer operation opposition order payment penalty
    performance plan pledge plunge presence production profit program promise promotion proposal prosecution
    provision query reaction rebound recall recession reconstruction recovery reduction reform refusal
    rejection reply report request response restructuring result revelation rise ruling sanction search
    selection service shipment shortage slump speculation speech spending stimulus struggle suit support
    surge surgery takeoff tax testing threat trade trading trip turmoil update upgrade usage use victory
    violation vow warning win work
    """
)
"""Nouns of acts and changes that are no news by themselves; `dossier extract` dates them."""

GATHERINGS = _words(
    "briefing conference keynote interview speech address statement rally hearing summit meeting"
)
"""Where something is said; with the verb of saying the noun is an event of its own."""

STATES = _words(
    """
    be have seem appear remain contain include own belong cost mean know think believe want need like love
    consist exist represent depend involve concern matter lack deserve hope wish expect fear understand feel
    see hear look sound live stand lie sit cover span resemble differ equal measure weigh total number rank
    stay keep let tend suppose prefer doubt care intend plan aim try seek hesitate become allow enable require
    ensure support use provide feature come go do get make take put refer relate suffer achieve hold
    deem consider regard
    """
)
"""Verbs that alone tell no event; with a date or an event noun beside them some do (`take place`)."""

SAYING = _words(
    """
    say tell state add note mention explain report claim argue insist suggest indicate comment reply respond
    answer describe call declare announce confirm deny stress emphasise emphasize point observe remark recall
    quote cite write tweet post speak talk express acknowledge admit assert maintain contend testify ask
    believe estimate predict forecast warn thank disclose conclude imply hint signal predict mean show
    """
)
"""Verbs whose clause is what somebody says: statements, not events, when they have such a clause."""

SETTING = _words("announce call convene order propose set fix arrange plan schedule organise organize")
"""Verbs whose object is to come on the day after `for`: `called a strike for 20 May`."""

MOVED = _words("postpone delay move push shift reschedule extend bring adjourn defer put")
"""Verbs whose object now comes on the day after `to` or `until`: `moved the hearing to 20 May`."""

TIMING = SETTING | MOVED
"""Verbs whose object the day beside them dates, not themselves."""

ALSO_DOING = _words("announce show conclude declare call demand reveal disclose")
"""Verbs of saying that with a plain object do something: `concluded the talks`, `announced a truce`."""

PROMPTING = _words("ask press question quiz challenge")
"""Verbs of whoever makes somebody speak."""

PERFORMING = _words(
    """
    accept accuse announce apologise apologize declare demand deny dismiss offer order pledge promise
    propose reject rule summon threaten vow warn withdraw
    """
)
"""Verbs of saying that on a day of their own are acts, news by themselves."""

HEARING = _words(
    "assembly board commission committee congress council court inquiry jury parliament senate tribunal"
)
"""Whom one tells something on the record."""

ANSWERING = _words("report reply respond answer testify")
"""Verbs of saying that, still to be done, are acts: `must reply by Friday`."""

LIGHT = _words(
    """
    hold begin start open resume take make give conclude end continue launch convene attend have reach break
    schedule host stage undergo hear go set follow lead join complete finalise finalize finish call
    announce suspend postpone cancel delay mark win lose file face sign
    """
)
"""Verbs that say of an event noun that it begins, goes on, ends: the two are one event."""

SEQUENCE = _words("subsequently then later afterwards afterward thereafter next eventually soon")
"""Adverbs that put an event after the one told before, on a day not told."""

ADVERBS = SEQUENCE | _words("also meanwhile however still already further additionally moreover now just")
"""Adverbs that the timeline's wording leaves out."""

PLANNED = _words("schedule slate list set due plan arrange book earmark time")
"""`scheduled for`, `set for`, `due on`, `planned for`."""

EXPECTED = _words(
    "expect likely unlikely anticipate forecast predict project bind poise ready aim hope prepare"
)
"""`expected to`, `likely to`, `poised to`."""

UPCOMING = _words("upcoming forthcoming planned scheduled coming impending next")
POSSIBLE = _words("possible potential expected likely imminent eventual proposed prospective")

HYPOTHETICAL = _words("if unless whether lest provided supposing assuming")
"""Conjunctions whose clause tells nothing that happened."""

DEADLINES = _words("by before until till")
"""Prepositions that, with an obligation, set a deadline."""

OBLIGATION = _words(
    """
    must should need ought have require oblige demand pressure press urge call give ask request order tell promise
    pledge vow undertake agree
    """
)
"""Verbs that make what follows an obligation."""

PROMISING = _words("promise pledge vow swear offer threaten")
"""Verbs whose infinitive the subject is to do, whoever is told: `promised the court to pay`."""

GRANTING = _words("give allow grant")
"""`gave them until Monday to reply`."""

LAPSING = _words("expire lapse")
UNCERTAIN = _words("rain fall rise win lose exceed reach hit cost be have remain drop grow increase")
"""Verbs whose future nobody decides, whatever day is named."""

DEADLINE_NOUNS = _words("deadline ultimatum cutoff cut-off")

BEGINNERS = _words(
    """
    meet begin start open end close leave arrive expire lapse vote depart return resume reopen convene travel
    visit launch take go fly release become premiere play face
    """
)
"""Verbs whose simple present with a date tells what is scheduled: `the branch meets on the 11th`."""

CALLING = _words("set impose call convene organise organize lead host chair")
"""What the one does by whom a deadline is set or a meeting held."""

MOVING = _words(
    "leave reach visit enter cross depart tour flee exit traverse approach quit hit strike batter"
)
"""Verbs whose object, a place, is where something goes or passes."""

HARD = frozenset({"PROTEST", "ASSAULT", "DISASTER", "RESIGN", "ELECT", "COERCE", "COURT", "APPOINT"})
"""Kinds that are news even when an undated sentence within somebody's words tells them."""

CLAUSAL = _words("agree decide vote order rule resolve undertake promise pledge vow")
"""Verbs whose clause tells what was done by saying it: agreements and decisions are events."""

RESULTS = _words(
    "agreement accord settlement embargo ceasefire truce approval conclusion exchange fire death event review"
)
"""Event nouns that more often name a thing or a state: only what puts them ahead makes them events."""

FIRED = _words("shot missile rocket gun weapon bullet round")
"""What `fire` shoots; it dismisses people."""

CAPTIVES = _words("prisoner hostage detainee captive locomotive soldier")
"""What `release` and `free` yield, where other objects are published."""
