"""What each key says, in the words of the tables in docs/: editors that know the schemas show it."""

from collections.abc import Iterable, Mapping

Table = tuple[tuple[str, str, str], ...]
"""Keys, what has them, and what they say; of several keys each its part, where these are parted by semicolons."""

ARTICLE: Table = (
    ("seed", "front matter", "file name in seeds/"),
    ("title", "front matter", "of the article"),
    ("published", "front matter", "date of publication; every date of the article is worked out from it"),
    ("language", "front matter", "code such as en, de, ko"),
    ("publisher, author, url", "front matter", "where the article is from"),
    ("rights", "front matter", "how much may be published: full, quotes, none (what dossier.yml says)"),
    ("reviewed", "front matter", "who reviewed the whole article, or yes"),
    ("settled", "front matter", "ids of what needs no second look: where you and the machine may differ"),
    ("entities", "front matter", "the people, organizations and places that the article names"),
    ("type", "entity", "person, organization, place"),
    ("name", "entity", "the fullest form in the article"),
    ("names", "entity", "every form that means it, the name included (the name alone)"),
    ("role", "entity", "its role as of the article, in the article's words"),
    ("side", "entity", "the party that it acts for"),
    ("id", "every item", "short and stable, part of its address (made from the words)"),
    ("unsure", "every item", "why a person should look; listed for review, not published as fact"),
    ("reviewed", "every item", "yes, or who looked at it"),
    (
        "temporal, statement, event, issue, mention",
        "item",
        "the words that it is about; says what kind of item it is",
    ),
    (
        "occurrence",
        "item",
        "which of several places in the paragraph is meant; a list if the words are one (1)",
    ),
    ("type", "temporal", "DATE, TIME, DURATION, SET (DATE)"),
    ("tense", "temporal", "past, present, future: of the verb that governs it"),
    (
        "date",
        "temporal, statement, event",
        "what it means, when it was said, when it happened; wins over what the build works out",
    ),
    ("source", "statement", "the words that name who says it; all say it whom they name side by side"),
    ("speaker", "statement", "id of the entity, where the words alone do not tell"),
    ("cue", "statement", "the word that makes it a statement: said, according to"),
    (
        "source_occurrence, cue_occurrence, trigger_occurrence",
        "item",
        "which of several places in the article is meant (the nearest)",
    ),
    ("mode", "statement", "direct, indirect, mixed; inference is the article's own voice"),
    ("certainty", "statement", "asserted, hedged, denied (asserted)"),
    ("anonymous", "statement", "yes where the source has no name (no)"),
    ("via", "statement", "the outlet or go-between that passed it on, in the article's words"),
    ("venue", "statement", "where or how it was said, in the article's words"),
    ("when", "statement, event", "the time expression that dates it, in the article's words"),
    ("about", "statement", "ids of issues, beside those that the build finds"),
    ("trigger", "event", "the word that names it (all of its words)"),
    ("what", "event", "wording for the timeline (its words)"),
    ("phase", "event", "happened, under way, scheduled, awaited, forecast, deadline"),
    ("participants, place", "event", "ids of entities"),
    ("said_by", "event", "id of the entity whose statement tells it, or its words"),
    ("kind", "event", "type of event, e.g. CONSULT, AGREE, AID"),
    (
        "register",
        "entity, event, issue",
        "its id across articles, by hand (its own id; for an issue, made from its name)",
    ),
    ("name", "issue", "what to call it (its words)"),
    ("code", "issue", "of the vocabulary"),
    ("part_of", "issue", "id of the issue that it is a part of"),
    ("status", "issue", "raised, disputed, narrowing, claimed agreed, agreed, signed, implemented, stalled"),
    ("according_to", "issue", "id of the entity who says so, or the words"),
    ("as_of", "issue", "date of the status (of the saying)"),
    ("entity", "mention", "id of an entity, or nobody"),
)
"""docs/format.md, All keys."""

REGISTER: Table = (
    ("name", "all", "the one name shown"),
    ("aliases", "entity, issue", "names under which articles' entities and issues are joined to it"),
    ("description", "all", "who or what it is, in one line"),
    ("identifiers", "entity, issue", "`wikidata`, `iso3166`, …"),
    ("merged_into", "all", "id of the one it is the same as; its page becomes a redirect"),
    ("type", "entity", "person, organization or place"),
    ("side", "entity", "the party it acts for, as it should be shown"),
    ("party", "entity", "`yes`: it is itself one of the sides"),
    ("code, part_of", "issue", "topic of the vocabulary; id of the wider issue"),
    (
        "status",
        "issue",
        "a status, or a list of `status`, `date`, `source`; wins over derived ones up to its date",
    ),
    ("summary", "issue", "sentences, one a line, in the place of the composed summary"),
    ("date, phase", "event", "EDTF; happened, under way, scheduled, awaited, forecast or deadline"),
    ("participants, place, issues", "event", "ids of entities; id of an entity; ids of issues"),
    ("source", "event", "who says so, where no article does"),
)
"""docs/registers.md."""

SETTINGS: Table = (
    ("title", "dossier", "name of the site"),
    ("description", "dossier", "one sentence for search engines and feeds"),
    ("format", "dossier", "version of the file formats; a program that knows only older ones refuses"),
    ("extractor", "dossier", "version of the extractor that proposed last; written by `annotate --upgrade`"),
    ("model", "dossier", "name of any installed spaCy pipeline"),
    (
        "as_of",
        "dossier",
        "the dossier's today: what is overdue is judged against it; of a month or year its last day",
    ),
    ("week_starts", "dossier", "or sunday; what “this week” means"),
    ("languages", "dossier", "the first is the one of seeds that do not say"),
    ("time_zone", "dossier", "an IANA name"),
    ("encodings", "dossier", "tried in this order for seeds that are not UTF-8"),
    (
        "vocabulary",
        "dossier",
        "topics of issues: a built-in one, or the name of a file in content/vocabulary/",
    ),
    ("publish", "dossier", "`reviewed`: only what a person has reviewed"),
    (
        "rights",
        "dossier",
        (
            "`quotes`: only the sentences that annotations quote; `none`: no words of the article but its title, "
            "names, and facts in up to three words, such as a role or a day. "
            "A sidecar or an article's front matter can say otherwise for one article"
        ),
    ),
    ("licence", "dossier", "of the data, shown beside every download"),
    (
        "edit_url",
        "dossier",
        "prefix of the address where a file can be edited, e.g. `https://github.com/you/dossier/edit/main/`",
    ),
)
"""docs/settings.md."""

SIDECAR: Table = (
    ("title", "sidecar", "the headline"),
    ("published", "sidecar", 'EDTF date of publication, e.g. `"2025-01-14"`'),
    ("publisher, author, url", "sidecar", "where it comes from"),
    ("language", "sidecar", "BCP 47; else the first of `languages` in dossier.yml"),
    ("rights", "sidecar", "`full`, `quotes` or `none`: how much of its text may be published"),
)
"""docs/seeds.md."""

VOCABULARY: Table = (
    ("title", "vocabulary", "what its topics are about"),
    ("source", "vocabulary", "where its codes come from"),
    ("licence", "vocabulary", "of the codes; the words are yours"),
    ("include", "vocabulary", "built-in vocabularies whose topics come after its own"),
    ("topics", "vocabulary", "its topics, the most telling first"),
    ("code", "topic", "stands in the annotations and in the data"),
    ("name", "topic", "for people"),
    ("parent", "topic", "code of the wider topic, of this or an included vocabulary"),
    ("terms", "topic", "words by which a phrase is known to be about it"),
)
"""docs/vocabulary.md."""


def said_of(table: Table, *of: str) -> Mapping[str, str]:
    """Key → what it says, of the rows of `table` for what is in `of`."""
    return {
        key: part
        for keys, having, meaning in table
        if set(of) & set(having.split(", "))
        for key, part in zip(keys.split(", "), _parts(meaning, keys.count(", ") + 1), strict=True)
    }


def _parts(meaning: str, keys: int) -> Iterable[str]:
    parts = meaning.split("; ")
    return parts if len(parts) == keys else [meaning] * keys
