"""The quick way through Python-Markdown leads to the same HTML, whatever a page holds."""

from functools import cache

import hypothesis.strategies as st
import markdown
import pytest
from conftest import INVENTED
from hypothesis import given, settings
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor
from mkdocs.structure.pages import _RawHTMLPreprocessor

from generator import build, store
from generator.markup import text as escaped
from generator.site.markdown import Fast
from generator.site.mkdocs import configure

pytestmark = pytest.mark.builds


@cache
def options():
    config = configure(INVENTED, INVENTED / "content", INVENTED / "site", title="x")
    return config["markdown_extensions"], config["mdx_configs"]


def converter(*more):
    extensions, configs = options()
    return markdown.Markdown(extensions=[*extensions, *more], extension_configs=configs)


def alike(source):
    usual, quick = converter(), converter(Fast())
    assert quick.convert(source) == usual.convert(source)
    assert quick.toc_tokens == usual.toc_tokens


def test_every_page_of_the_invented_dossier_is_the_same():
    made = build.compose(store.read(store.Folder(INVENTED))).pages
    for path, page in made.items():
        if path.endswith(".md"):
            alike(str(page).split("\n---\n", 1)[1])


@pytest.mark.parametrize(
    "source",
    [
        "<div markdown>\nA <span>b</span> &#46; *c* <b>d\n\ne</b>\n</div>\nafter <i>it</i>",
        '<ul markdown="1">\n<li markdown="span">a <time datetime="x">b</time></li><li>*c*</li>\n</ul>',
        "<div>\n<span>raw *not*</span> &amp; </div> tail <em>x</em>\n\n*y*",
        '<div markdown="1">\n<p>unclosed <span>one\n\n<p>two</div>\n\n*z*',
        "`<span>` and `` <b>`x` `` and <span class=a>b</span> and <SPAN>c</SPAN>",
        "<!-- a <span> --> <span>b <!-- c --></span>\n\n<div markdown>\n<!-- d -->\n</div>",
        " <?</time>",
        "<! a <b>c</b> <?php <i>d</i>\n\n*e*",
        "[a](b.md){ .c } ![d](e.png) [f][g] ![h][g] [g]\n\n[g]: i.md 'j'",
        "[a][b] [b] ![b] with nothing to refer to",
        '[a](b "c d") [a](b  "c") [a]( b "c") [a](b " c ") [a](b "") [a](b "c" ) [a](b \'c\') [a](b "c\'d")',
        '[a](b "c(d") [a](b(c)) [a]() [a](<b c> "d") [a [b]](c) [a](b "c\nd") [a](b"c") [a](b "c"d") [](a "b")',
        '[a](b\\) [a](b&amp;c "d &quot; <i>e</i>") [a](*b* "_c_"){ .d } [`a`](`b`) ![a](b "c") [![a](b)](c "d")',
        "```\n*a*\n```\n\n~~~ { .b }\n[c](d)\n~~~ \x02``\x02`\n``\x02`\na\n```",
        '<p id=a data-id="b" uuid="c">[d](#a) [d](#b) [d](#c)</p>',
        "<http://a.example/?b=1&c> <d@e.example> &copy; &#x41; &nosuch &",
        "**a *b* _c_ __d__** \\*e\\* \\[TOC] a_b_c <span>*f*</span>",
        "[TOC]\n\n# One\n\n## Two { #two }",
        "a  \nb <br> c <br/> <hr>\n\n<hr>\n\n<script>var a = '<b>' && 1;</script>\n\n<pre>\n*a* <i>b</i>\n</pre>",
        "| a | b |\n| - | -: |\n| <span>*c*</span> | [d](e.md) &#124; |",
        "# <span lang=\"en\">a &#38; b</span> { #top data-toc-label='A' }",
        "</span> </div> </ <> <a <b> <a href=\"x>y\">z</a> <a href='`'>`</a>",
        '<div markdown="block">\n\n- a\n    - <small>b</small>\n\n> c\n\n    <b>code</b>\n</div>',
        "<span markdown='1'>a</span> <a name=\"b\"></a>\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03",
    ],
)
def test_what_people_and_pages_write_is_the_same(source):
    alike(source)


PIECES = st.sampled_from(
    [
        *("<div>", "<div markdown='1'>", "</div>", "<p>", "</p>", "<ul markdown>", "<li>", "</li>", "</ul>"),
        *(
            "<span>",
            '<span id="a">',
            "</span>",
            "<b>",
            "</b>",
            "<br>",
            "<hr>",
            "<time datetime='x'>",
            "</time>",
        ),
        *(
            "<pre>",
            "</pre>",
            "<code>",
            "</code>",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!",
            "<",
            ">",
            "&amp;",
            "&#46;",
            "&",
        ),
        *(
            "*",
            "**",
            "_",
            "`",
            "``",
            "[",
            "](",
            '](a "',
            '")',
            ")",
            "]",
            "![",
            "{ .c }",
            "\\",
            "# ",
            "- ",
            "> ",
            "1. ",
            "    ",
        ),
        *("\n", "\n\n", "  \n", " ", "a", "word", "TOC", "|", "-", "é", "“"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=300)
def test_whatever_is_written_is_the_same(source):
    alike(source)


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_what_an_article_says_is_the_same(source):
    alike(f'<div markdown="1">\n{escaped(source)} <span id="s">{escaped(source)}</span>\n</div>')


def test_mkdocs_learns_of_the_anchors_in_raw_html():
    quick, anchors = converter(Fast()), _RawHTMLPreprocessor()
    anchors._register(quick)  # noqa: SLF001  as MkDocs does
    quick.convert("<div id=\"one\" markdown>\n<span id='two'>a</span> <i id=three>\n</div>")
    assert anchors.present_anchor_ids == {"one", "two", "three"}


class Shouting(LinkInlineProcessor):
    def handleMatch(self, m, data):  # noqa: N802
        node, start, end = super().handleMatch(m, data)
        if node is not None:
            node.set("class", "loud")
        return node, start, end


class Others(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.inlinePatterns.deregister("entity")
        md.inlinePatterns.register(Shouting(LINK_RE, md), "link", 160)


def test_patterns_of_another_extension_stay():
    source = "[a](b) <i>c</i> &#46;"
    usual, quick = converter(Others()), converter(Others(), Fast())
    assert quick.convert(source) == usual.convert(source)
    assert 'class="loud"' in quick.convert(source)
