"""The strongest test of trust, and the simplest: tags stripped, a rendered article is the article's text."""

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.builds

ALLOWED = {"p", "span", "a", "time", "mark", "bdi"}
"""Elements that the text may be marked up with."""
ALLOWED_ATTRIBUTES = {"id", "class", "href", "title", "datetime", "lang", "dir"}


def text_elements(built):
    """(article, its text element) for each article that shows its whole text."""
    folder, composed = built
    for view in composed.site.articles:
        page = folder.site / "articles" / view.ref.id / "index.html"
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        (element,) = soup.select(".article-text")
        yield view.annotated.article, element


@pytest.mark.parametrize("dossier", ["sample", "invented", "hostile"])
def test_the_text_of_a_rendered_article_is_the_articles_text(dossier, request):
    compared = 0
    for article, element in text_elements(request.getfixturevalue(dossier)):
        if article.rights == "full":
            assert element.get_text().strip() == article.text, article.id
            compared += 1
    assert compared >= {"sample": 1, "invented": 10, "hostile": 40}[dossier]


@pytest.mark.parametrize("dossier", ["sample", "invented", "hostile"])
def test_nothing_marks_up_the_text_but_the_generator(dossier, request):
    for article, element in text_elements(request.getfixturevalue(dossier)):
        for tag in element.select("*"):
            assert tag.name in ALLOWED, (article.id, tag.name)
            own = {name for name in tag.attrs if not name.startswith("data-")}
            assert own <= ALLOWED_ATTRIBUTES, (article.id, tag.attrs)
            assert not tag.get("href", "").startswith(("javascript:", "//", "http")), (article.id, tag.attrs)


def test_no_attack_becomes_an_element_anywhere_on_the_site(hostile):
    folder, _ = hostile
    for page in folder.site.rglob("*.html"):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        assert not soup.select(
            "[onclick], [onerror], [onload], [ontoggle], math, iframe, base, img[src=x]"
        ), page
        assert not soup.select('form[action*="evil"], a[href^="javascript:alert"], a[href*="//evil"]'), page
        assert len(soup.select("meta[http-equiv=refresh]")) == 0, page
        for script in soup.select("script"):
            assert "alert(1)" not in script.get_text() or script.get("type") == "application/ld+json", page


def test_an_attack_in_linked_data_cannot_end_its_script(hostile):
    folder, _ = hostile
    for page in folder.site.rglob("*.html"):
        for script in page.read_text(encoding="utf-8").split('<script type="application/ld+json">')[1:]:
            assert "<" not in script.split("</script>")[0]
