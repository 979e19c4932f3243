"""What pagefind is given of a page: enough to make the same index, and no more than that."""

import gzip
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import indexing
from generator.search.pruning import MARK, pruned

pytestmark = pytest.mark.builds

TITLE = '<meta data-pagefind-meta="title[content]" content="Fee > toll">'
HEAD = f'<html lang="en"><head><title>x</title><link href="a.css">{TITLE}<meta name="z"></head>'


def page(body: str, head: str = HEAD) -> bytes:
    return f"<!doctype html>{head}<body>{body}</body></html>".encode()


# --- what is left -----------------------------------------------------------------------------

LEFT = {
    "the element alone": (
        '<nav>Menu</nav><main>List<p data-pagefind-body="">A <b>fee</b>.</p><p>Notes</p></main>',
        '<p data-pagefind-body="">A <b>fee</b>.</p>',
    ),
    "an element of its own kind within it": (
        "<div data-pagefind-body><div>A</div><div>B</div></div><div>C</div>",
        "<div data-pagefind-body><div>A</div><div>B</div></div>",
    ),
    "elements around it that end with it, since they end a sentence": (
        "<div class=k>Issue <i><b data-pagefind-body>fee</b></i> </div><p>C</p>",
        "<div><i><b data-pagefind-body>fee</b></i> </div>",
    ),
    "all between the first and the last": (
        "<h1>T</h1><dl><dd data-pagefind-body>A</dd><dt>B</dt><dd data-pagefind-body>C</dd><dt>D</dt></dl>",
        "<dd data-pagefind-body>A</dd><dt>B</dt><dd data-pagefind-body>C</dd>",
    ),
    "elements that begin between them, ended": (
        "<p data-pagefind-body>A</p><ul><li><i data-pagefind-body>B</i> C<b>D</b></li></ul>",
        "<p data-pagefind-body>A</p><ul><li><i data-pagefind-body>B</i> C</li></ul>",
    ),
    "elements without an end, and tags in attributes": (
        "<p DATA-X data-pagefind-body title=\"</p>\">A<br>B <img alt='<p>'></P>\n<p>C</p>",
        "<p DATA-X data-pagefind-body title=\"</p>\">A<br>B <img alt='<p>'></P>\n",
    ),
    "names in any case": (
        "<p class=data-pagefind>A</p><MAIN><p data-pagefind-body>B</p></MAIN>",
        "<main><p data-pagefind-body>B</p></MAIN>",
    ),
}


@pytest.mark.parametrize(("body", "left"), LEFT.values(), ids=LEFT)
def test_of_a_page_is_left(body, left):
    assert pruned(page(body)) == f'<html lang="en">{TITLE}<body>{left}</body></html>'.encode()


WHOLE = {
    "no title in the head": page("<p data-pagefind-body>A</p>", '<html lang="en"><head></head>'),
    "no head": page("<p data-pagefind-body>A</p>", '<html lang="en">'),
    "a comment": page("<p data-pagefind-body>A <!-- </p> --></p><p>B</p>"),
    "a script": page("<p data-pagefind-body><script>'</p>'</script></p><p>B</p>"),
    "a drawing": page("<p data-pagefind-body>A <svg><path/></svg></p><p>B</p>"),
    "an end that nothing has begun": page("<div data-pagefind-body>A</i> <p>B</p></div>"),
    "an end that is missing": page("<div data-pagefind-body><i>A</div><p>B</p>"),
    "an element that never ends": page("<div data-pagefind-body>A <p>B</p>"),
    "an element that has no end": page('<img data-pagefind-body alt="A"><p>B</p>'),
    "the mark in a text": page("<p data-pagefind-body>A</p><p>How data-pagefind-body works</p>"),
}


@pytest.mark.parametrize("whole", WHOLE.values(), ids=WHOLE)
def test_a_page_stays_whole_with(whole):
    assert pruned(whole) is whole


# --- the same index ---------------------------------------------------------------------------


def read(site, out):
    """Address → what pagefind reads of the page, but for its first picture."""
    indexing.run(site, out)
    unpacked = (gzip.decompress(path.read_bytes()) for path in (out / "fragment").iterdir())
    found = [json.loads(data.removeprefix(b"pagefind_dcd")) for data in unpacked]
    for one in found:
        for name in ("image", "image_alt"):
            one["meta"].pop(name, None)
    return {one["url"]: one for one in found}


def both(folder, pages):
    """What pagefind reads of `pages`, and of what is left of them."""
    for name, change in (("whole", bytes), ("left", pruned)):
        for path, data in pages.items():
            target = folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(change(data))
    return [read(folder / name, folder / f"{name}-index") for name in ("whole", "left")]


def marked(site):
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    return {path: data for path, data in pages.items() if MARK in data}


def test_pagefind_reads_the_same_of_every_page_that_we_make(sample, invented, hostile, tmp_path):
    for folder, _ in (sample, invented, hostile):
        pages = marked(folder.site)
        assert len(pages) > 10
        whole, left = both(tmp_path / folder.root.name, pages)
        assert left == whole
        assert sum(len(pruned(data)) for data in pages.values()) * 2 < sum(map(len, pages.values()))


WORDS = st.sampled_from(["fee ", "toll", "A toll.", "", "&lt;p&gt;", "a < b", "“fee”"])
ODD = ("<br>", "<br/>", "<!-- </p> -->", "<script>'</div>'</script>", "<svg><path d=''/></svg>", "<hr >")
ODDER = (
    "<img alt='</p>'>",
    "<b>fee",
    "<p>toll",
    "</i>",
    "toll</u>",
    '<a title="<i>">',
    "<textarea><p></textarea>",
)
LEAF = st.one_of(WORDS, st.sampled_from(ODD + ODDER))


def elements(inner):
    tags = st.sampled_from(["p", "div", "i", "h2", "li", "section", "SPAN", "b id=x", "em class='a>b'"])
    return st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{re.match('[A-Za-z0-9]+', tag)[0]}>",
        tags,
        st.lists(inner, max_size=3),
    )


INSIDE = st.recursive(LEAF, elements, max_leaves=8)
BODY = st.builds(
    lambda first, kicker, lead, between, own: (
        f"<nav>Menu</nav><main><article><h1>T</h1>{first}"
        f"<div class=k>Issue <i data-pagefind-body>{kicker}</i></div>\n{between}"
        f'<section><p data-pagefind-body="">{lead}</p>\n</section><dl>\n<dt>x</dt>\n'
        f"<dd data-pagefind-body>{own}</dd>\n<dt>y</dt></dl>\n</article></main><footer>Foot</footer>"
    ),
    *(st.sampled_from(["", "<p>Before</p>", "<ul><li>Before</ul>"]), WORDS, INSIDE),
    *(st.sampled_from(["", "<p>Between</p>\n", "<svg></svg>", "<p>Never ended\n"]), INSIDE),
)


@settings(max_examples=10)
@given(bodies=st.lists(BODY, min_size=30, max_size=60))
def test_pagefind_reads_the_same_of_any_page(bodies, tmp_path_factory):
    pages = {f"p{number}/index.html": page(body) for number, body in enumerate(bodies)}
    whole, left = both(tmp_path_factory.mktemp("any"), pages)
    assert left == whole
