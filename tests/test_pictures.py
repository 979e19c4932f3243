"""The pictures that go with a shared link: what they say, when they are made, and what names them."""

import dataclasses
import re
from io import BytesIO

import pytest
from PIL import Image
from sites import UNQUOTED, site

from generator import build, store
from generator.export import export, pictures
from generator.export.pictures import EDGE, SIZE, SMALL, TITLE, Card, drawn
from generator.render import render

ADDRESS = "https://news.example/ferry/"
CARD = Card("Karsk denies deal on dock fee", "Karsk Post · 6 March 2031", "The ferry talks")


def picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(drawn(card))).convert("L")


def dark(image: Image.Image, top: int, bottom: int) -> bool:
    """Whether something is written between two heights."""
    return image.crop((0, top, SIZE[0], bottom)).getextrema()[0] < 128


def bands(image: Image.Image) -> tuple[bool, bool, bool]:
    """Whether the dossier's name, the title and the line below stand there."""
    foot = SIZE[1] - EDGE - SMALL
    return dark(image, EDGE + 20, EDGE + 80), dark(image, EDGE + 96, foot - 5), dark(image, foot, SIZE[1])


def test_a_picture_is_small_and_the_same_each_time():
    data = drawn(CARD)
    assert data == drawn(CARD)
    assert Image.open(BytesIO(data)).size == SIZE
    assert len(data) < 30_000


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Karsk denies deal on dock fee", True),
        ("Communiqué: “über Łódź” – Αθήνα, Москва", True),
        ("한국 경제", False),
        ("عنوان المقال", False),
        ("שלום", False),
        ("gpj.exe\u202e", False),
        ("", False),
    ],
)
def test_what_the_typeface_cannot_write_is_left_out(title, written):
    assert bands(picture(CARD._replace(title=title))) == (True, written, True)


@pytest.mark.parametrize("title", ["word " * 200, "W" * 400, "W" * 60 + " and " * 60])
def test_a_long_title_stays_within_its_place(title):
    image = picture(CARD._replace(title=title))
    foot = SIZE[1] - EDGE - SMALL
    assert not dark(image, EDGE + 96 + round(4 * TITLE * 1.25) + 12, foot)
    right = image.crop((SIZE[0] - EDGE + 2, EDGE + 10, SIZE[0], SIZE[1]))
    assert right.getextrema()[0] > 128


def test_articles_issues_and_home_have_one_where_the_address_is_known():
    made = {path for path in export(site(), ADDRESS) if path.endswith(".png")}
    assert made == {
        "index.png",
        "articles/ferry-talks-near-an-end.png",
        "articles/karsk-denies-deal.png",
        "issues/ferry-deal.png",
        "issues/dock-fee.png",
    }
    assert not [path for path in export(site()) if path.endswith(".png")]


def test_a_picture_is_made_again_only_when_what_it_says_changes():
    sample = site()
    view = sample.articles[0]
    again = dataclasses.replace(view, annotated=dataclasses.replace(view.annotated, notes="another note"))
    cards = [
        dict(pictures.export(one, ADDRESS))[f"articles/{view.ref.id}.png"].of
        for one in (sample, dataclasses.replace(sample, articles=(again, *sample.articles[1:])))
    ]
    assert cards[0] == cards[1] == (CARD._replace(dossier=sample.settings.title),)
    assert UNQUOTED not in str(cards)


def test_without_the_extra_no_picture_is_made_or_named(monkeypatch):
    monkeypatch.setattr(pictures, "available", lambda: False)
    assert not [path for path in export(site(), ADDRESS) if path.endswith(".png")]
    assert 'picture: ""' in render(site())["index.md"]


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_head_names_it_by_its_whole_address(tmp_path, address):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Karsk denies deal\n\nThere is no deal.\n", encoding="utf-8")
    base = pictures.__file__.replace("export/pictures.py", "theme")
    (tmp_path / "mkdocs.yml").write_text(
        f"INHERIT: {base}/mkdocs.yml\nsite_name: x\n"
        f"theme:\n  custom_dir: {base}/overrides\n{f'site_url: {address}' if address else ''}\n",
        encoding="utf-8",
    )
    build.build(store.Folder(tmp_path))
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'property="og:image" content="([^"]*)"', page) == (
        [f"{address}index.png"] if address else []
    )
    assert ("summary_large_image" in page) is bool(address)
    assert (tmp_path / "site" / "index.png").is_file() is bool(address)
