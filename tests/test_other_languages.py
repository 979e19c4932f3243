"""Articles in a language without extractors of its own: names that registers know, and calendar dates."""

import pytest
from conftest import annotated_by_machine, built

from generator import extract, model, readings
from generator.dates import absolute, resolve
from generator.model import Register, Temporal

DATES = [
    ("fr", "Le 3 mars 2031, puis le 1er avril", {"3 mars 2031": "2031-03-03", "1er avril": "2031-04-01"}),
    ("de", "am 3. März 2031 und am 4.3.2031", {"3. März 2031": "2031-03-03", "4.3.2031": "2031-03-04"}),
    (
        "es",
        "el 3 de marzo de 2031; en abril de 2031",
        {"3 de marzo de 2031": "2031-03-03", "abril de 2031": "2031-04"},
    ),
    ("it", "il 3 maggio", {"3 maggio": "2031-05-03"}),
    ("pt", "em 3 de março de 2031", {"3 de março de 2031": "2031-03-03"}),
    ("ru", "встреча 3 марта 2031 г. в порту", {"3 марта 2031 г.": "2031-03-03"}),
    ("uk", "3 березня 2031 року", {"3 березня 2031": "2031-03-03"}),
    ("tr", "3 Mart 2031 Pazartesi", {"3 Mart 2031": "2031-03-03"}),
    ("ar", "في ٣ مارس ٢٠٣١", {"٣ مارس ٢٠٣١": "2031-03-03"}),
    ("he", "ב-3 במרץ 2031", {"3 במרץ 2031": "2031-03-03"}),
    ("zh", "他于2031年3月3日说，4月1日再谈", {"2031年3月3日": "2031-03-03", "4月1日": "2031-04-01"}),
    ("zh-Hant", "2031年3月3日", {"2031年3月3日": "2031-03-03"}),
    ("ja", "2031年3月3日に会談した", {"2031年3月3日": "2031-03-03"}),
    ("ko", "2031년 3월 3일에 만났다", {"2031년 3월 3일": "2031-03-03"}),
    ("fr-CA", "le 2031-03-03", {"2031-03-03": "2031-03-03"}),
    ("tlh", "2031-03-03", {"2031-03-03": "2031-03-03"}),
    ("fr", "le 31.02.2031, 45 mars, article 3 de la loi, 12-2031-03-03", {}),
    ("de", "Am 3. Tag sagte Mai, er komme im März", {}),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_calendar_dates(language, text, expected):
    found = absolute.find(text, language)
    temporals = [Temporal(date.span, date.type, rule=date.rule) for date in found]
    dates = resolve(text, temporals, published="2031-03-10", language=language)
    words = [text[date.span.start : date.span.end] for date in found]
    assert {word: date.edtf for word, date in zip(words, dates, strict=True)} == expected


def register(name, *aliases, **more):
    id_ = "orla-pelham"
    return Register(
        "entity", id_, f"content/entities/{id_}.md", name, more.pop("type", "person"), aliases, **more
    )


NAMES = [
    ("fr", "La ministre Orla Pelham est arrivée. Pelham a refusé.", ["Orla Pelham", "Pelham"]),
    ("de", "Pelhams Vorschlag; auch Pelhamstadt", []),
    ("zh", "部长佩勒姆周一说，佩勒姆同意。", ["佩勒姆", "佩勒姆"]),
    ("th", "รัฐมนตรีเพลแฮมกล่าว", ["เพลแฮม"]),
    ("ko", "펠럼은 말했다", ["펠럼"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMES)
def test_names_that_registers_know(language, text, expected):
    entities = readings.known_names([register("Orla Pelham", "Pelham", "佩勒姆", "เพลแฮม", "펠럼")])
    article = model.Article(id="x", seed="x.txt", text=text, title="", language=language)
    ((_, reading),) = extract.read([article], model.Settings().model, entities=entities)
    assert [text[start:end] for (start, end), *_ in [(m.span, m) for m in reading.mentions]] == expected
    assert [entity.id for entity in reading.entities] == ["orla-pelham"] * bool(expected)
    assert {name for entity in reading.entities for name in entity.names} == set(expected)


def test_a_register_without_a_type_or_merged_away_names_nobody():
    unusable = [register("Orla Pelham", type=""), register("Orla Pelham", merged_into="o-pelham")]
    assert readings.known_names(unusable) == ()


def test_every_language_that_checks_count_as_read_has_extractors():
    other = [name for name, _ in extract.extractors(None, (), "tlh")]
    for language in model.LANGUAGES:
        assert [name for name, _ in extract.extractors(None, (), language)] != other


def test_from_seed_to_page(tmp_path):
    seeds, entities = tmp_path / "seeds", tmp_path / "content" / "entities"
    seeds.mkdir()
    entities.mkdir(parents=True)
    (seeds / "bac.txt").write_text("Accord sur le bac\n\nOrla Pelham arrive le 3 mars. Le bac attend.")
    (seeds / "bac.txt.yml").write_text("language: fr\npublished: 2031-03-10\n")
    (entities / "orla-pelham.md").write_text("---\nname: Orla Pelham\ntype: person\n---\n")
    annotated_by_machine(tmp_path)
    _, composed = built(tmp_path)
    page = composed.pages["articles/accord-sur-le-bac.md"]
    assert "orla-pelham" in page
    assert "2031-03-03" in page
    assert [problem.code for problem in composed.diagnostics] == ["language-not-read"]
