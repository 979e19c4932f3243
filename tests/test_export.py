"""Site → JSON, tables, calendar, feeds, linked data."""

import csv
import io
import json
import posixpath
from dataclasses import replace
from xml.etree import ElementTree as ET

import attacks
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import DENIAL, UNQUOTED, site

from generator.assemble.weeks import weeks
from generator.characters import ILLEGAL
from generator.export import CATALOGUE, TWINS, export, schema_org, twins_of
from generator.export.calendar import LATEST
from generator.export.safe import Here, cell, json_bytes
from generator.export.shapes import MOST, first_and_newest
from generator.export.shapes import event as event_shape
from generator.export.tables import TABLES
from generator.model import Site
from generator.store import PAGE_SUFFIXES

URL = "https://dossier.example/ferry/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}

TEXTS = {
    **attacks.HTML,
    **attacks.MARKDOWN,
    **attacks.EXPORTS,
    **attacks.TEXT,
    "control": "a\x00b\x1bc\x9bd\ufffe",
}
ATTACKS = pytest.mark.parametrize("attack", TEXTS.values(), ids=TEXTS)


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))


def calendar(files: dict[str, bytes]) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(files["timeline.ics"]).walk("VEVENT")


def strings(value) -> list[str]:
    """All keys and texts within a JSON value."""
    if isinstance(value, dict):
        return [text for item in value.items() for part in item for text in strings(part)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


# --- every export -----------------------------------------------------------------------------


def test_every_file_is_in_the_catalogue_and_the_other_way_round():
    files = set(export(site()))
    views = {"articles": site().articles, "entities": site().entities, "issues": site().issues}
    names = {folder: [view.ref.id for view in found] for folder, found in views.items()}
    names["briefs"] = [week.first.isoformat() for week in weeks(site())]
    expected = {entry.path for entry in CATALOGUE}
    for twin in TWINS:
        ids = names.get(twin.path.split("/")[0], ())
        expected |= {twin.path.replace("ID", id_) for id_ in ids} if "ID" in twin.path else {twin.path}
    assert files == expected


def test_a_status_that_is_only_told_again_is_no_change():
    deal, fee = site().issues
    told = fee.history[-1]
    again = replace(told, date="2031-03-07", according_to="Orla Pelham")
    repeated = replace(site(), issues=(deal, replace(fee, history=(*fee.history, again))))
    before, after = (json.loads(export(one)["briefs/index.json"])["weeks"][0] for one in (site(), repeated))
    assert after["status_changes"] == before["status_changes"] == 3


def test_the_catalogue_tells_what_each_file_is():
    assert all(entry.title and entry.description.endswith(".") for entry in (*CATALOGUE, *TWINS))
    assert {posixpath.splitext(entry.path)[1]: entry.media_type for entry in CATALOGUE} == {
        ".csv": "text/csv",
        ".json": "application/json",
        ".ics": "text/calendar",
        ".xml": "application/atom+xml",
    }


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("articles/a.md", ["articles/a.json", "articles/a.annotations.jsonld"]),
        ("entities/a.md", ["entities/a.json"]),
        ("issues/a.md", ["issues/a.json"]),
        ("timeline.md", ["timeline.json", "timeline.ics"]),
        ("index.md", ["index.json"]),
        ("articles/index.md", ["articles/index.json"]),
        ("briefs/index.md", ["briefs/index.json"]),
        ("briefs/2031-03-03.md", ["briefs/2031-03-03.json"]),
        ("corrections.md", ["corrections.json"]),
        ("review.md", ["review.json"]),
        ("about.md", []),
    ],
)
def test_a_page_knows_its_twins(page, files):
    assert [path for path, _title in twins_of(page)] == files


def test_the_same_site_gives_the_same_bytes():
    site.cache_clear()
    first = export(site(), URL)
    site.cache_clear()
    assert export(site(), URL) == first


def test_an_empty_site_has_every_file_too():
    empty = Site(site().settings, "", (), (), (), (), (), (), {})
    files = export(empty)
    assert set(files) == {entry.path for entry in CATALOGUE}
    assert calendar(files) == []
    assert table(files, "articles") == []


@ATTACKS
def test_attacks_leave_every_format_whole(attack):
    files, plain = export(site(attack), URL), export(site(), URL)
    assert set(files) == set(plain)
    for path, data in files.items():
        if path.endswith(".png"):
            assert data.startswith(b"\x89PNG")
            continue
        text = data.decode("utf-8")
        assert posixpath.splitext(path)[1] in PAGE_SUFFIXES
        assert not ILLEGAL.search(text.replace("\r\n", "\n"))
        if path.endswith((".json", ".jsonld")):
            assert not set("<>\u2028\u2029") & set(text)
            assert not any(map(ILLEGAL.search, strings(json.loads(text))))
        elif path.endswith(".xml"):
            assert ET.tostring(xml(data)).count(b"<script") == 0
        elif path.endswith(".csv"):
            rows, before = (
                list(csv.reader(io.StringIO(text))),
                list(csv.reader(io.StringIO(plain[path].decode()))),
            )
            assert [len(row) for row in rows] == [len(row) for row in before]
            assert not any(cell[:1] in {"=", "+", "-", "@", "＝", "\t", "\r"} for row in rows for cell in row)
        else:
            assert [event["uid"] for event in calendar(files)] == [event["uid"] for event in calendar(plain)]
            assert b"ATTENDEE" not in {line.split(b":")[0] for line in data.split(b"\r\n")}
            assert all(len(line) <= 75 for line in data.split(b"\r\n"))


# --- rights -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rights", "unquoted", "denial"), [("full", True, True), ("quotes", False, True), ("none", False, False)]
)
def test_no_export_says_more_than_the_rights_allow(rights, unquoted, denial):
    everything = b"\n".join(export(site(rights=rights), URL).values()).decode(errors="replace")
    assert (UNQUOTED in everything) == unquoted
    assert (DENIAL in everything) == denial
    assert "Karsk denies deal on dock fee" in everything


@pytest.mark.parametrize(("rights", "shown"), [("full", True), ("quotes", False), ("none", False)])
def test_the_words_around_a_quote_stay_within_what_is_shown(rights, shown):
    page = json.loads(export(site(rights=rights))["articles/karsk-denies-deal.annotations.jsonld"])
    context = " ".join(
        selector.get(side, "")
        for item in page["items"]
        for target in item["target"]
        for selector in (target["selector"] if isinstance(target["selector"], list) else [target["selector"]])
        for side in ("prefix", "suffix")
    )
    assert ("slow at the quays" in context) == shown


def test_words_that_slipped_through_to_a_withheld_statement_are_still_withheld():
    denied, ferry = site(rights="none").articles
    slipped = tuple(
        replace(view, content=DENIAL, statement=replace(view.statement, via="a friend", venue="a café"))
        for view in denied.statements
    )
    files = export(replace(site(rights="none"), articles=(replace(denied, statements=slipped), ferry)))
    everything = files["articles/karsk-denies-deal.json"] + files["data/statements.csv"]
    assert not any(words in everything.decode() for words in (DENIAL, "a friend", "a café"))


# --- JSON -------------------------------------------------------------------------------------


def test_an_articles_twin():
    data = json.loads(export(site())["articles/ferry-talks-near-an-end.json"])
    assert data["dossier"] == "The ferry talks"
    assert data["as_of"] == "2031-03-09"
    assert data["page"] == "articles/ferry-talks-near-an-end/"
    text = data["text"]
    assert [text[s["start"] : s["end"]] for s in data["sentences"]] == [s["text"] for s in data["sentences"]]
    assert {text[m["start"] : m["end"]] for m in data["mentions"]} == {
        "Orla Pelham",
        "Pelham",
        "Karsk",
        "Lund Quay",
    }
    assert data["statements"][2] == {
        "id": "s3",
        "who": "a senior Karsk official",
        "anonymous": True,
        "side": "Karsk",
        "date": "2031-03-04",
        "mode": "indirect",
        "certainty": "asserted",
        "content": "nothing was settled",
        "via": "Radio Brine",
        "issues": [{"id": "dock-fee", "name": "dock fee", "page": "issues/dock-fee/"}],
        "reviewed": False,
        "source": data["statements"][2]["source"],
    }
    assert data["statements"][2]["source"]["page"].startswith("articles/ferry-talks-near-an-end/#sent-")
    assert [t["edtf"] for t in data["temporals"]] == ["2031-03-03/2031-03-09", "2031-03-02"]
    assert data["corrections"] == [
        {"date": "2031-03-05", "what": "speaker of s2", "old": "Karsk", "new": "Orla Pelham"}
    ]


def test_every_page_named_in_a_twin_has_a_twin():
    files = export(site())
    for path, data in files.items():
        if path.endswith(".json") and not path.startswith("data/"):
            value = json.loads(data)
            pages = [
                text for text in strings(value) if text.startswith(("articles/", "entities/", "issues/"))
            ]
            for page in pages:
                target = page.partition("#")[0].rstrip("/")
                assert f"{target}.json" in files or target in site().redirects


def busy(number):
    """The site, on which one issue, one entity and the timeline have `number` rows of a kind."""
    issue, *issues = site().issues
    person, *others = site().entities
    view, event = issue.statements[0], site().events[0]
    said = tuple(replace(view, id=f"s{n}") for n in range(number))
    known = tuple(replace(event, id=f"e{n}") for n in range(number))
    pair = replace(site().differences[0], first=view)
    return replace(
        site(),
        issues=(replace(issue, statements=said, events=known), *issues),
        entities=(replace(person, statements=said, events=known), *others),
        events=known,
        differences=(pair,) * number,
    )


@pytest.mark.parametrize("kind", ["issues", "entities"])
def test_a_twin_has_the_newest_rows_and_says_how_many_there_are(kind):
    view = getattr(site(), kind)[0]
    few, many = (json.loads(export(busy(n))[f"{kind}/{view.ref.id}.json"]) for n in (MOST, MOST + 1))
    assert len(few["statements"]) == len(few["events"]) == MOST
    assert "in_all" not in few
    assert many["statements"] == few["statements"]  # newest first
    assert [one["id"] for one in many["events"]] == [f"e{n}" for n in range(1, MOST + 1)]  # by date
    assert many["in_all"] == {"statements": MOST + 1, "events": MOST + 1}


@pytest.mark.parametrize(
    ("told", "most", "named"), [("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "acd"), ("abcdef", 3, "aef")]
)
def test_of_many_reports_the_first_and_the_newest_are_named(told, most, named):
    assert "".join(first_and_newest(told, most)) == named


def test_the_newest_accounts_that_differ_come_first_whatever_issue_they_are_about():
    pair = site().differences[0]
    pairs = tuple(
        replace(
            pair, first=replace(pair.first, date=""), second=replace(pair.second, date=f"2031-03-{day:02}")
        )
        for day in (6, 1, 9)
    )
    told = json.loads(export(replace(site(), differences=pairs))["index.json"])["differences"]
    assert [one["second"]["date"] for one in told] == ["2031-03-09", "2031-03-06", "2031-03-01"]


def test_an_event_that_very_many_tell_has_its_first_and_newest_reports():
    event = site().events[0]
    told = [
        tuple(replace(event.sources[0], sentence=f"sent-{n}") for n in range(number)) for number in (20, 21)
    ]
    few, many = (event_shape(replace(event, sources=sources)) for sources in told)
    assert [len(one["sources"]) for one in (few, many)] == [20, 20]
    assert "reports" not in few
    assert many["reports"] == 21
    assert [one["sentence"] for one in many["sources"]] == ["sent-0", *(f"sent-{n}" for n in range(2, 21))]


def test_what_every_site_has_once_does_not_grow_with_what_is_said():
    few, many = export(busy(MOST)), export(busy(4 * MOST))
    whole, dated = (json.loads(files["timeline.json"])["events"] for files in (few, many))
    assert "sources" in whole[0]
    assert set(dated[0]) <= {"id", "what", "phase", "date", "earliest", "latest"}
    assert len(dated) == 4 * MOST
    assert len(json.loads(many["index.json"])["differences"]) == MOST
    assert json.loads(many["index.json"])["in_all"] == {"differences": 4 * MOST}
    assert len(table(many, "differences")) == 4 * MOST


# --- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("＝cmd", "'＝cmd"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("﹣1", "'﹣1"),
        ("@x", "'@x"),
        ("\t=1", "'=1"),
        ("\u3000=1", "'=1"),
        ("a\r\n=1", "a =1"),
        ("a=1", "a=1"),
        ("", ""),
        (7, "7"),
        (True, "true"),
    ],
)
def test_no_cell_is_a_formula(text, safe):
    assert cell(text) == safe


def test_the_statements_table():
    first, *_ = table(export(site()), "statements")
    assert first == {
        "article": "karsk-denies-deal",
        "id": "d1",
        "date": "2031-03-06",
        "speaker": "ivo-brandt",
        "together": "",
        "who": "Ivo Brandt",
        "side": "Karsk",
        "anonymous": "false",
        "mode": "direct",
        "certainty": "asserted",
        "content": "There is no deal on the fee,",
        "via": "",
        "venue": "",
        "issues": "dock-fee",
        "sentence": first["sentence"],
        "quote": "“There is no deal on the fee,” Karsk’s envoy Ivo Brandt said on Thursday.",
        "reviewed": "false",
        "page": f"articles/karsk-denies-deal/#{first['sentence']}",
    }


@pytest.mark.parametrize("described", TABLES, ids=lambda described: described.name)
def test_rows_fit_their_columns_keys_and_links(described):
    rows = table(export(site()), described.name)
    assert rows
    assert len({tuple(row[column] for column in described.key) for row in rows}) == len(rows)
    kinds = {"string": str, "integer": int, "boolean": bool, "date": str}
    for row in described.rows(getattr(site(), described.of)):
        for column in described.columns:
            assert type(column.value(row)) is kinds[column.type], column.name
    for column, other in described.links:
        ids = {row["id"] for row in table(export(site()), other)}
        assert {row[column] for row in rows} - {""} <= ids


def test_the_data_package_describes_the_tables():
    files = export(site(), URL)
    package = json.loads(files["data/datapackage.json"])
    assert package["licenses"] == [{"name": "CC-BY-4.0", "title": "CC-BY-4.0"}]
    assert package["name"] == "the-ferry-talks"
    for resource in package["resources"]:
        data = files[f"data/{resource['path']}"]
        header = data.decode().split("\r\n")[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    fewer = export(replace(site(), articles=()), URL)
    assert fewer["data/datapackage.json"] == files["data/datapackage.json"]
    assert fewer["data/articles.csv"] != files["data/articles.csv"]


def test_a_list_of_articles_is_as_long_as_the_site():
    assert len(table(export(site()), "articles")) == len(site().articles)


# --- calendar ---------------------------------------------------------------------------------


def test_the_calendar_has_the_events_with_a_day():
    met, end, signing = calendar(export(site(), URL))
    assert [str(event["uid"]) for event in (met, end, signing)] == [
        "ministers-met@dossier.example",
        "end-of-talks@dossier.example",
        "signing@dossier.example",
    ]
    assert met["dtstart"].to_ical() == b"20310302"
    assert met["dtend"].to_ical() == b"20310303"
    assert met["dtstamp"].to_ical() == b"20310309T000000Z"
    assert (str(met["status"]), str(signing["status"])) == ("CONFIRMED", "TENTATIVE")
    assert str(signing["summary"]) == "Scheduled: signing"
    assert str(met["location"]) == "Lund Quay"
    assert "Overdue" in str(end["description"])
    assert str(met["url"]).startswith("https://dossier.example/ferry/articles/ferry-talks-near-an-end/#sent-")


@pytest.mark.parametrize(
    ("earliest", "latest", "days"),
    [
        ("2031-03-02", "2031-03-02", ("20310302", "20310303")),
        ("2031-03-01", "2031-03-31", ("20310301", "20310401")),
        ("2031-01-01", "2031-12-31", None),
        ("2031-03-02", "", ("20310302", "20310303")),
        ("", "2031-03-02", ("20310302", "20310303")),
        ("", "", None),
        ("-0044-03-15", "-0044-03-15", None),
        ("9999-12-31", "9999-12-31", None),
        ("2031-03-05", "2031-03-02", None),
    ],
)
def test_only_what_is_known_to_the_month_is_in_the_calendar(earliest, latest, days):
    event = replace(site().events[0], earliest=earliest, latest=latest)
    found = calendar(export(replace(site(), events=(event,))))
    assert [(e["dtstart"].to_ical().decode(), e["dtend"].to_ical().decode()) for e in found] == (
        [days] if days else []
    )


def test_of_very_many_events_the_calendar_has_the_latest():
    some = site().events[0]
    many = [
        replace(some, id=f"e{n}", earliest=day, latest=day)
        for n in range(LATEST + 5)
        for day in (f"{1000 + n}-01-01",)
    ]
    undated = replace(some, id="undated", earliest="", latest="")
    found = [str(event["uid"]) for event in calendar(export(replace(site(), events=(*many, undated)), URL))]
    assert found == [f"e{n}@dossier.example" for n in range(5, LATEST + 5)]


# --- feeds ------------------------------------------------------------------------------------


def xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own output


def entries(files: dict[str, bytes], name: str) -> list[ET.Element]:
    return xml(files[f"feeds/{name}.xml"]).findall("a:entry", ATOM)


def test_the_feed_of_articles():
    files = export(site(), URL)
    newest, oldest = entries(files, "articles")
    assert newest.findtext("a:title", "", ATOM) == "Karsk denies deal on dock fee"
    assert newest.findtext("a:updated", "", ATOM) == "2031-03-06T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in oldest.findall("a:link", ATOM)}
    assert links == {
        "alternate": "https://dossier.example/ferry/articles/ferry-talks-near-an-end/",
        "via": "https://meridian.example/ferry",
    }
    feed = xml(files["feeds/articles.xml"])
    assert feed.findtext("a:updated", "", ATOM) == "2031-03-06T00:00:00Z"


def test_the_feed_of_status_changes():
    found = entries(export(site(), URL), "status")
    assert [
        (entry.findtext("a:title", "", ATOM), entry.findtext("a:updated", "", ATOM)) for entry in found
    ] == [
        ("dock fee: disputed", "2031-03-06T00:00:00Z"),
        *sorted(
            [
                ("dock fee: claimed agreed", "2031-03-03T00:00:00Z"),
                ("ferry deal: narrowing", "2031-03-03T00:00:00Z"),
            ],
            key=lambda pair: [e.findtext("a:title", "", ATOM) for e in found].index(pair[0]),
        ),
        ("ferry deal: raised", "2031-02-01T00:00:00Z"),
    ]


def test_an_entry_keeps_its_id_when_the_site_moves():
    here, there = entries(export(site(), URL), "articles"), entries(export(site()), "articles")
    assert [e.findtext("a:id", "", ATOM) for e in here] == [e.findtext("a:id", "", ATOM) for e in there]
    assert there[0].find("a:link", ATOM).get("href") == "../articles/karsk-denies-deal/"


def test_what_has_no_date_is_in_no_feed():
    view = site().articles[0]
    annotated = replace(view.annotated, article=replace(view.annotated.article, published=""))
    files = export(replace(site(), articles=(replace(view, annotated=annotated),)))
    assert entries(files, "articles") == []
    assert xml(files["feeds/articles.xml"]).findtext("a:updated", "", ATOM) == "2031-03-09T00:00:00Z"


# --- linked data ------------------------------------------------------------------------------


def test_quotes_and_positions_of_annotations_agree():
    text = site().articles[1].annotated.article.text
    page = json.loads(export(site(), URL)["articles/ferry-talks-near-an-end.annotations.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        for target in item["target"]:
            assert target["source"] == "https://dossier.example/ferry/articles/ferry-talks-near-an-end/"
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote.get("prefix", ""))
            assert text[end:].startswith(quote.get("suffix", ""))


def test_schema_org_says_what_is_recorded():
    denied, ferry = site().articles
    assert schema_org(denied, site().settings.title) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Karsk denies deal on dock fee",
        "inLanguage": "en",
        "datePublished": "2031-03-06",
        "publisher": {"@type": "Organization", "name": "Karsk Post"},
        "about": [{"@type": "Thing", "name": "dock fee"}],
        "mentions": [{"@type": "Place", "name": "Karsk"}, {"@type": "Person", "name": "Ivo Brandt"}],
        "isPartOf": {"@type": "Collection", "name": "The ferry talks"},
    }
    assert schema_org(ferry, site().settings.title)["isAccessibleForFree"] is True


# --- safe values ------------------------------------------------------------------------------


@given(st.recursive(st.text(max_size=20) | st.booleans() | st.integers(), st.lists, max_leaves=5))
def test_json_never_ends_a_script(value):
    data = json_bytes({"x": value}).decode()
    assert "<" not in data
    assert not ILLEGAL.search(data)
    json.loads(data)


@pytest.mark.parametrize(
    ("path", "site_url", "here", "found"),
    [
        ("articles/a/", URL, "feeds/x.xml", "https://dossier.example/ferry/articles/a/"),
        ("articles/a/#sent-1", URL, "", "https://dossier.example/ferry/articles/a/#sent-1"),
        ("articles/a/#sent-1", "", "feeds/x.xml", "../articles/a/#sent-1"),
        ("articles/a/", "", "articles/a.annotations.jsonld", "a/"),
        ("articles/a.annotations.jsonld", "", "articles/a.annotations.jsonld", "a.annotations.jsonld"),
        ("", "", "feeds/x.xml", "../"),
        ("", URL, "feeds/x.xml", "https://dossier.example/ferry/"),
    ],
)
def test_addresses(path, site_url, here, found):
    assert Here(here, site_url).to(path) == found
