"""Strangers' text comes out of the real Markdown settings as exactly that text, and as nothing else."""

import dataclasses
import re
from functools import cache
from pathlib import Path

import attacks
import markdown
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given
from hypothesis import strategies as st
from sites import site

from generator import sentences
from generator.characters import ILLEGAL
from generator.markup import DEEPEST, attribute, compose, text
from generator.model import (
    Annotated,
    Article,
    ArticleView,
    EntityCount,
    Event,
    Reading,
    Ref,
    Resolution,
    Source,
    Span,
    Statement,
    StatementView,
    Temporal,
    TemporalView,
)
from generator.notes import directory, note_html

SETTINGS = Path(__file__).parent.parent / "generator" / "theme" / "mkdocs.yml"
OURS = {"a", "div", "p", "span", "time"}
OUR_ATTRIBUTES = {
    "class", "data-code", "data-note", "data-phase", "data-statement", "datetime", "href", "id", "title",
}  # fmt: skip
STRANGE = {**attacks.HTML, **attacks.MARKDOWN, **attacks.TEXT}


@cache
def _extensions() -> tuple[list[str], dict[str, object]]:
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in settings]
    return names, {next(iter(e)): next(iter(e.values())) for e in settings if isinstance(e, dict)}


def rendered(source: str) -> BeautifulSoup:
    """HTML as MkDocs makes it of `source` with the base settings."""
    names, options = _extensions()
    html = markdown.Markdown(extensions=names, extension_configs=options).convert(source)
    return BeautifulSoup(html, "html.parser", preserve_whitespace_tags={"div", "p"})  # else a tab is a blank


def inside(source: str) -> Tag:
    """The element around `source`, a paragraph of which it is the whole."""
    return rendered(f'<div class="x" markdown="1">\n\n<p markdown="span">{source}</p>\n\n</div>').p


def assert_only_ours(element: Tag) -> None:
    for tag in element.find_all(recursive=True):
        assert tag.name in OURS, tag
        assert set(tag.attrs) <= OUR_ATTRIBUTES, tag
        assert not str(tag.get("href", "")).startswith("javascript"), tag


# --- text -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("The talks, in Lund.", "The talks, in Lund."),
        ("well-known; don't", "well-known&#59; don't"),
        ("- a list", "&#45; a list"),
        ("1. one", "1&#46; one"),
        ("a < b & c", "a &#60; b &#38; c"),
        (" at  edges ", "&#32;at &#32;edges&#32;"),
        ("two\nlines\tand more", "two&#10;lines&#9;and more"),
        ("\x1b[31m", "\ufffd&#91;31m"),
        ("\u202egpj.exe", '<span class="control" data-code="U+202E">&#8238;</span>gpj.exe'),
    ],
)
def test_text_as_markdown(value, source):
    assert text(value) == source


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
def test_attack_is_text(value):
    element = inside(text(value))
    assert element.get_text() == ILLEGAL.sub("\ufffd", value)
    assert_only_ours(element)


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("form", ['[x](y.md "{}")', '<time title="{}">x</time>', '<span title="{}">x</span>'])
def test_attack_in_an_attribute(form, value):
    element = inside(form.format(attribute(value)))
    (marked,) = element.find_all(recursive=True)
    assert set(marked.attrs) <= {"title", "href"}
    assert element.get_text() == "x"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_back(value):
    value = ILLEGAL.sub("", value)
    element = inside(text(f"a{value}"))
    assert element.get_text() == f"a{value}"
    assert_only_ours(element)


@example("\t\u202e")
@given(st.text("*_`[]()<>!#-+=|:{}\\&;.1a \n\t\"'~^$@/%\u202e\u00a0", max_size=40))
def test_any_markup_comes_back_in_a_paragraph_of_its_own(value):
    element = rendered(f'<div markdown="1">\n\n{text(value)}.\n\n</div>').div
    assert element.get_text()[1:-1] == f"{value}."
    assert_only_ours(element)


# --- an article's text ------------------------------------------------------------------------


def view(value: str, **marks) -> ArticleView:
    """An article of `value` with the given spans marked; statements and events each with an id."""
    article = Article("a", "a.txt", value, "A title")
    split = sentences.split(value)
    source = Source(Ref("article", "a", "A title"), "", "", split[0].id if split else "", "words")
    said = [Statement((span,), "direct", id=f"s{n}") for n, span in enumerate(marks.get("statements", ()), 1)]
    events = tuple(
        Event(span, span, "happened", id=f"e{n}") for n, span in enumerate(marks.get("events", ()), 1)
    )
    return ArticleView(
        ref=Ref("article", "a", "A title"),
        annotated=Annotated(article, Reading(statements=tuple(said), events=events), "content/articles/a.md"),
        sentences=split,
        mentions=tuple((span, Ref("entity", "x", "X", "person")) for span in marks.get("mentions", ())),
        temporals=tuple(
            TemporalView(
                Temporal(span, "DATE", id=f"t{n}"), "phrase", Resolution("DATE", "2031", edtf="2031"), source
            )
            for n, span in enumerate(marks.get("temporals", ()), 1)
        ),
        statements=tuple(
            StatementView(s.id, s, "words", "somebody", None, "", "", (), source, reviewed=False)
            for s in said
        ),
        events=(),
        entities=(),
        issues=(),
        shown=frozenset(sentence.id for sentence in split),
        news=(),
    )


def element_of(shown: ArticleView) -> Tag:
    return rendered(f'<div class="article-text" markdown="1">\n\n{compose(shown)}\n\n</div>').div


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
def test_text_element_of_an_attack(value):
    value = ILLEGAL.sub("", f"Before {value} after. {value}").strip()
    element = element_of(view(value, statements=[Span(0, len(value))]))
    assert element.get_text().strip() == value
    assert_only_ours(element)


@pytest.mark.parametrize(
    "value",
    [
        "one",
        "one\ntwo",
        "one\n\ntwo",
        "one\n\n\n\ntwo\nthree",
        "# one\n\n- two\n    three\n\n\n1. four",
        "a  b",
    ],
)
def test_breaks_between_paragraphs_come_out_right(value):
    assert element_of(view(value)).get_text().strip() == value


def test_marks_that_cross_are_split_and_each_id_stands_once():
    value = "Pelham said the talks end on Friday. They did not."
    shown = view(
        value,
        statements=[Span(12, 48)],
        events=[Span(0, 24), Span(16, 36)],
        temporals=[Span(26, 35)],
        mentions=[Span(0, 6), Span(3, 11), Span(29, 35)],
    )
    element = element_of(shown)
    assert element.get_text().strip() == value
    ids = [tag["id"] for tag in element.find_all(id=True)]
    assert sorted(ids) == sorted({*(s.id for s in shown.sentences), "s1", "e1", "e2", "t1"})
    assert [link.get_text() for link in element.find_all("a")] == ["Pelham", "Friday"]
    assert "".join(piece.get_text() for piece in element.select(".statement")) == value[12:48]
    assert [tag["data-note"] for tag in element.select("[data-note]")] == ["1"]


def test_a_thousand_marks_of_the_same_words_are_as_many_as_anybody_can_tell_apart():
    value = "The pass was closed."
    shown = view(value, statements=[Span(0, 20)] * 1000, events=[Span(4, 12)] * 1000)
    element = element_of(shown)
    assert element.get_text().strip() == value
    assert [tag["id"] for tag in element.select(".statement[id]")] == [f"s{n}" for n in range(1, DEEPEST + 1)]
    assert all(tag.get_text() for tag in element.select(".statement, .event"))


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)), max_size=4)


@given(st.text("ab. A\n*[]()_", min_size=1, max_size=60), spans, spans, spans, spans)
def test_any_marks_leave_the_text_as_it_is(value, statements, events, temporals, mentions):
    value = value.strip()
    cut = {
        name: [Span(start, min(start + length, len(value))) for start, length in pairs if start < len(value)]
        for name, pairs in (
            ("statements", statements), ("events", events), ("temporals", temporals), ("mentions", mentions),
        )
    }  # fmt: skip
    element = element_of(view(value, **cut))
    assert element.get_text().strip() == value
    assert_only_ours(element)
    ids = [tag["id"] for tag in element.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_withheld_sentences_leave_their_anchor_only():
    shown = view("Pelham spoke. Nobody else did.")
    kept, gone = shown.sentences
    element = element_of(ArticleView(**{**_fields(shown), "shown": frozenset({kept.id})}))
    assert element.get_text().strip() == "Pelham spoke."
    assert element.find(id=gone.id).get_text() == ""


def _fields(value) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}


def test_a_paragraph_full_of_markup_stays_cheap_and_exact():
    value = "[" * 20_000
    element = element_of(view(value, mentions=[Span(5, 9)]))
    assert element.get_text().strip() == value
    assert not element.find_all("a")


def test_a_sentence_is_found_by_the_ids_it_had_before():
    shown = view("The toll was cut. It is paid monthly.")
    first, second = (sentence.id for sentence in shown.sentences)
    aliases = {"sent-older": second, "sent-old": second, first: second, "sent-lost": "sent-nowhere"}
    annotated = dataclasses.replace(shown.annotated, aliases=aliases)
    element = element_of(dataclasses.replace(shown, annotated=annotated))
    assert [tag["id"] for tag in element.find_all(id=True)] == [first, "sent-old", "sent-older", second]
    assert element.get_text().strip() == "The toll was cut. It is paid monthly."


def test_articles_of_the_sample_site():
    for shown in site().articles:
        if shown.annotated.article.rights == "full":
            assert element_of(shown).get_text().strip() == shown.annotated.article.text


# --- the editor's Markdown --------------------------------------------------------------------


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
def test_attack_in_a_note_stays_harmless(value):
    html = BeautifulSoup(note_html(f"A note.\n\n{value}\n", "index.md"), "html.parser")
    for tag in html.find_all(recursive=True):
        assert tag.name in {"a", "p", "br", "code", "pre", "em", "h1", "h2", "hr", "img", "table"} - {
            "img"
        }, tag
        assert set(tag.attrs) <= {"href", "title", "rel"}, tag
        assert re.match(r"(https?:|mailto:|[\w./#-]*$)", str(tag.get("href", "")), re.IGNORECASE), tag


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("index.md", "issues/fee.md", "issues/fee/"),
        ("articles/x.md", "../issues/fee.md#open", "../../issues/fee/#open"),
        ("articles/x.md", "y.md", "../y/"),
        ("articles/x.md", "../index.md", "../.."),
        ("articles/x.md", "https://example.org/x.md", "https://example.org/x.md"),
    ],
)
def test_links_of_a_note_lead_to_pages(page, target, address):
    href = BeautifulSoup(note_html(f"[see]({target})", page), "html.parser").a["href"]
    assert href.rstrip("/") == address.rstrip("/")


def test_deeply_nested_note_is_shown_as_it_is():
    assert BeautifulSoup(note_html(">" * 5_000 + " x", "index.md"), "html.parser").get_text().endswith(" x")


@pytest.mark.parametrize(("page", "folder"), [("index.md", ""), ("a/index.md", "a"), ("a/b.md", "a/b")])
def test_directory_of_a_page(page, folder):
    assert directory(page) == folder


@pytest.mark.parametrize("role", ["minister", 'min"ister <b>*x*'])
def test_a_name_tells_who_it_is_in_the_role_that_its_article_gives(role):
    shown = view("Ada said so.", mentions=[Span(0, 3)])
    (name,) = element_of(shown).select("a.entity")
    assert name["title"] == "X, person"
    line = EntityCount(Ref("entity", "x", "X", "person"), role, 1)
    (name,) = element_of(dataclasses.replace(shown, entities=(line,))).select("a.entity")
    assert name["title"] == f"X, person: {role}"
