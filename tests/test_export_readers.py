"""What is exported, read by programs that were not written for it, against the specification of each format.

Frictionless reads the tables, feedparser the feeds, icalendar the calendar, PyLD the linked data; nothing is
fetched, so the JSON-LD contexts are written out here as far as their specifications define the terms we use.
"""

import json
import re
from datetime import date, datetime
from functools import cache
from xml.etree import ElementTree as ET

import feedparser
import frictionless
import icalendar
import pytest
from conftest import built, copied
from pyld import jsonld
from sites import site

from generator import build, store
from generator.export import export, schema_org
from generator.render.front import entity_data

pytestmark = pytest.mark.builds

URL = "https://dossier.example/ferry/"
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("articles", "status", "corrections")


@cache
def files(rights="quotes"):
    return export(site(rights=rights), URL)


@pytest.fixture(scope="module", params=["by hand", "invented"])
def exported(request):
    """The exports of the small Site and of the invented dossier."""
    if request.param == "by hand":
        return files()
    folder, composed = request.getfixturevalue("invented")
    assert folder
    return export(composed.site, URL)


# --- tables: Frictionless Data Package, https://specs.frictionlessdata.io/ ---------------------


def test_frictionless_finds_the_package_and_every_row_valid(exported, tmp_path):
    for path, data in exported.items():
        if path.startswith("data/"):
            (tmp_path / path[5:]).write_bytes(data)
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert list(frictionless.Package.metadata_validate(package.to_descriptor())) == []
    report = package.validate()
    assert report.flatten(["title", "fieldName", "rowNumber", "message"]) == []
    assert len(report.tasks) == 8
    assert all(task.stats["rows"] for task in report.tasks if task.name != "corrections")


def test_frictionless_reads_what_was_written():
    resource = frictionless.Resource(data=files()["data/events.csv"], format="csv")
    (met, *_rest) = resource.read_rows()
    assert met["what"] == "The ministers met"
    assert met["earliest"] == date(2031, 3, 2)


# --- feeds: RFC 4287 --------------------------------------------------------------------------


@pytest.mark.parametrize("name", FEEDS)
def test_feedparser_reads_every_entry(exported, name):
    feed = feedparser.parse(exported[f"feeds/{name}.xml"])
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert len(feed.entries) == len(ET.fromstring(exported[f"feeds/{name}.xml"]).findall(f"{ATOM}entry"))  # noqa: S314
    for entry in feed.entries:
        assert entry.link.startswith(URL)
        assert entry.title
        assert entry.updated_parsed.tm_year == int(entry.updated[:4])


@pytest.mark.parametrize("name", FEEDS)
def test_each_feed_has_what_rfc_4287_demands(exported, name):
    feed = ET.fromstring(exported[f"feeds/{name}.xml"])  # noqa: S314 - our own output
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{tag}")) == 1, tag
        assert re.match(r"[a-z][a-z0-9+.-]*:", element.findtext(f"{ATOM}id"))
        for tag in ("updated", "published"):
            for stamp in element.findall(f"{ATOM}{tag}"):
                assert datetime.fromisoformat(stamp.text).tzinfo
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        assert len(alternates) == len(set(alternates)) == 1
        for person in element.findall(f"{ATOM}author"):
            assert person.findtext(f"{ATOM}name")
    assert feed.find(f"{ATOM}author") is not None
    assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [
        f"{URL}feeds/{name}.xml"
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    assert feed.findtext(f"{ATOM}updated") == max(
        (entry.findtext(f"{ATOM}updated") for entry in entries), default=feed.findtext(f"{ATOM}updated")
    )


# --- calendar: RFC 5545 -----------------------------------------------------------------------


def test_the_calendar_comes_back_as_it_was(exported):
    data = exported["timeline.ics"]
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.to_ical() == data
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    events = calendar.walk("VEVENT")
    assert events
    assert len({str(event["uid"]) for event in events}) == len(events)
    for event in events:
        assert not event.errors
        assert {"uid", "dtstamp", "dtstart", "dtend", "summary"} <= {key.lower() for key in event}
        assert event["dtstart"].params["VALUE"] == event["dtend"].params["VALUE"] == "DATE"
        assert event["dtend"].dt > event["dtstart"].dt
        assert event["dtstamp"].dt.utcoffset().total_seconds() == 0


# --- linked data: JSON-LD 1.1 -----------------------------------------------------------------

OA, AS, RDF = (
    "http://www.w3.org/ns/oa#",
    "https://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
CONTEXTS = {
    # https://www.w3.org/TR/annotation-vocab/, Appendix A
    "http://www.w3.org/ns/anno.jsonld": {
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        **{
            name: f"{OA}{name}"
            for name in (
                "Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector",
                "identifying", "describing", "classifying", "exact", "prefix", "suffix",
            )
        },
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
        "body": {"@type": "@id", "@id": f"{OA}hasBody"},
        "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
        "source": {"@type": "@id", "@id": f"{OA}hasSource"},
        "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
        "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
        "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{OA}start"},
        "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{OA}end"},
        "value": f"{RDF}value",
        "format": "http://purl.org/dc/elements/1.1/format",
    },
    # https://schema.org/docs/jsonldcontext.json: every term is one of the vocabulary
    "https://schema.org": {"@vocab": "http://schema.org/", "type": "@type", "id": "@id"},
}  # fmt: skip
SCHEMA_ORG = {
    "NewsArticle": {
        "about", "author", "datePublished", "headline", "inLanguage", "isAccessibleForFree", "isPartOf",
        "mentions", "publisher", "url",
    },
    "Person": {"alternateName", "description", "name", "sameAs"},
    "Organization": {"alternateName", "description", "name", "sameAs"},
    "Place": {"alternateName", "description", "name", "sameAs"},
    "Thing": {"name"},
    "Collection": {"name"},
}  # fmt: skip
"""Type → properties that https://schema.org/ defines for it or for a type above it, of those that we use."""


def expanded(document):
    """`document` as JSON-LD expands it, with the contexts of CONTEXTS and no network."""

    def load(url, _options):
        document = {"@context": CONTEXTS[url]}
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": document,
        }

    return jsonld.expand(document, {"documentLoader": load, "base": URL})


def counted(value) -> int:
    """Keys in a JSON value, without contexts."""
    if isinstance(value, dict):
        return sum(1 + counted(item) for key, item in value.items() if key != "@context")
    return sum(map(counted, value)) if isinstance(value, list) else 0


def named(value, name) -> int:
    if isinstance(value, dict):
        return sum((key == name) + named(item, name) for key, item in value.items())
    return sum(named(item, name) for item in value) if isinstance(value, list) else 0


def test_annotations_are_of_the_web_annotation_model(exported):
    pages = {path: json.loads(data) for path, data in exported.items() if path.endswith(".jsonld")}
    assert pages
    for path, page in pages.items():
        assert page["type"] == "AnnotationPage"
        assert page["id"] == f"{URL}{path}"
        for note in page["items"]:
            assert {"id", "type", "target"} <= set(note)
            assert note["type"] == "Annotation"
            assert note["motivation"] in {"identifying", "describing", "classifying"}
            for target in note["target"]:
                assert target["source"].startswith(URL)
                selectors = (
                    target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
                )
                for selector in selectors:
                    required = {"TextQuoteSelector": {"exact"}, "TextPositionSelector": {"start", "end"}}
                    assert required[selector["type"]] <= set(selector)


def test_no_word_of_an_annotation_means_nothing(exported):
    """JSON-LD drops what no context defines."""
    for path, data in exported.items():
        if path.endswith(".jsonld"):
            page = json.loads(data)
            (found,) = expanded(page)
            assert found["@type"] == [f"{AS}OrderedCollectionPage"]
            for term, meaning in (
                ("exact", f"{OA}exact"),
                ("body", f"{OA}hasBody"),
                ("value", f"{RDF}value"),
            ):
                assert named(page, term) == named(found, meaning), term
            terms = {key for key in _keys(page) if key != "@context"}
            assert terms <= set(CONTEXTS["http://www.w3.org/ns/anno.jsonld"]), path


def _keys(value):
    if isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)


@pytest.mark.parametrize("rights", ["full", "quotes", "none"])
def test_schema_org_is_said_in_its_own_terms(rights):
    sample = site(rights=rights)
    documents = [schema_org(view, sample.settings.title) for view in sample.articles] + list(
        map(entity_data, sample.entities)
    )
    for document in documents:
        (found,) = expanded(document)
        things = [found]
        while things:
            thing = things.pop()
            (type_,) = thing.pop("@type")
            known = SCHEMA_ORG[type_.removeprefix("http://schema.org/")]
            assert {key.removeprefix("http://schema.org/") for key in thing} <= known
            things += [value for values in thing.values() for value in values if "@type" in value]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03"),
        ("2031-03-04?", None),
        ("[2031..]", None),
        ("", None),
    ],
)
def test_schema_org_is_told_only_dates_that_it_knows(published, said):
    from dataclasses import replace

    view = site().articles[0]
    article = replace(view.annotated.article, published=published)
    dated = replace(view, annotated=replace(view.annotated, article=article))
    assert schema_org(dated, site().settings.title).get("datePublished") == said


# --- sitemap: https://www.sitemaps.org/protocol.html -------------------------------------------


def test_the_sitemap_names_every_page_with_the_dossiers_date(tmp_path, invented):
    _, composed = invented
    root = copied(store.Folder(invented[0].root).root, tmp_path / "dossier")
    base = build.__file__.removesuffix("build.py")
    (root / "mkdocs.yml").write_text(
        f"INHERIT: {base}theme/mkdocs.yml\nsite_name: x\nsite_url: {URL}\n"
        f"theme:\n  custom_dir: {base}theme/overrides\n"
    )
    folder, _ = built(root)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ET.parse(folder.site / "sitemap.xml").getroot().findall("s:url", names)  # noqa: S314
    assert {url.findtext("s:lastmod", "", names) for url in urls} == {composed.site.as_of}
    listed = {url.findtext("s:loc", "", names).removeprefix(URL) for url in urls}
    pages = {
        page.parent.relative_to(folder.site).as_posix().removesuffix(".") + "/"
        for page in folder.site.rglob("index.html")
    }
    assert listed == {page.removeprefix("/") for page in pages}


# --- every step leads somewhere ----------------------------------------------------------------


def test_the_sentence_of_every_statement_event_and_mention_is_on_its_page(invented):
    folder, composed = invented
    checked = 0
    ids = {}
    for path, data in export(composed.site).items():
        if path.endswith(".json") and not path.startswith("data/"):
            for step in set(re.findall(r'"page":"([^"]*#[^"]*)"', data.decode())):
                page, _, anchor = step.partition("#")
                if page not in ids:
                    html = (folder.site / page / "index.html").read_text(encoding="utf-8")
                    ids[page] = set(re.findall(r'\bid="?([\w-]+)', html))
                assert anchor in ids[page], (path, step)
                checked += 1
    assert checked > 500
