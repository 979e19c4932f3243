"""What a first search of 10,000 articles loads, on pages made cheaply in the structure of the real ones."""

import random
from html import escape
from pathlib import Path

import pytest
from conftest import ROOT, Served

from generator.search import CROWD, indexing

pytestmark = [pytest.mark.browser, pytest.mark.nightly]
ARTICLES = 10_000
MOST = 300_000
"""Bytes, of a server that compresses nothing."""
OVERRIDES = ROOT / "generator" / "theme" / "overrides"
DIALOG = (OVERRIDES / "partials" / "search.html").read_text(encoding="utf-8")
PAGE = """<!doctype html><html lang="en"><head><title>x</title>
<meta data-pagefind-meta="every[content]" content="zxpage">{head}</head><body><main>{body}</main>
{dialog}<script src="/assets/dossier/search.js"></script></body></html>"""


def words(chance: random.Random) -> list[str]:
    """20,000 words that look like words."""
    parts = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    return ["".join(chance.choices(parts, k=chance.randint(2, 4))) for _ in range(20_000)]


def article(chance: random.Random, vocabulary: list[str], weights: list[float], names: list[str]) -> str:
    def facet(name: str, value: str) -> str:
        return f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'

    sentences = (
        f'<span id="sent-{chance.getrandbits(32):08x}">'
        f"{' '.join(chance.choices(vocabulary, cum_weights=weights, k=18)).capitalize()}.</span> "
        for _ in range(24)
    )
    month = f"20{chance.randint(10, 30)}-{chance.randint(1, 12):02}"
    values = [
        ("type", "article"),
        ("date", month[:4]),
        ("date", month),
        ("source", f"Paper {chance.randint(1, 60)}"),
    ]
    values += [("entity", f"{name} {name.title()}") for name in set(chance.choices(names, k=4))]
    head = "".join(facet(*value) for value in values)
    title = " ".join(chance.choices(vocabulary, k=8))
    head += f'<meta data-pagefind-meta="title[content]" content="{title}">'
    return PAGE.format(head=head, body=f'<div data-pagefind-body="">{"".join(sentences)}</div>', dialog="")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    site: Path = tmp_path_factory.mktemp("large") / "site"
    chance = random.Random(7)  # noqa: S311  the same pages each time
    vocabulary = words(chance)
    weights, total = [], 0.0
    for rank in range(len(vocabulary)):
        total += 1 / (rank + 1)
        weights.append(total)
    names = vocabulary[1000 : 1000 + ARTICLES * 4 // (1 + ARTICLES // CROWD) // 2]
    for number in range(ARTICLES):
        page = site / "articles" / f"a{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(article(chance, vocabulary, weights, names), encoding="utf-8")
    (site / "index.html").write_text(PAGE.format(head="", body="<h1>Home</h1>", dialog=_plain(DIALOG)))
    (site / "assets").mkdir()
    (site / "assets" / "dossier").symlink_to(OVERRIDES / "assets" / "dossier")
    indexing.index(site)
    server = Served(site)
    server.words = vocabulary[40], vocabulary[900]
    yield server
    server.close()


def _plain(template: str) -> str:
    """The dialog without what only the theme's engine understands."""
    after_comment = template.partition("-#}")[2]
    return "".join(line for line in after_comment.splitlines() if "{%" not in line)


def test_a_first_search_of_10_000_articles_is_small(browser, served):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(served.address)
    sizes = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.keyboard.press("/")
    page.keyboard.type(" ".join(served.words), delay=60)
    page.wait_for_selector(".result mark", timeout=30_000)
    page.wait_for_load_state("networkidle")
    assert page.locator(".result").count() > 0
    assert sum(sizes) <= MOST, sizes
    page.close()
