"""The same HTML from the same Markdown in half the time, for the pages that a build renders.

Python-Markdown stops at each tag, and asks each of its inline patterns about each text; the pages are full of tags,
and most texts have nothing of most patterns. Here it is not asked where its answer is known. A test holds that the
HTML is the same; another version of Python-Markdown with other insides is only as slow as without this.
"""

import re
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from typing import Any

from markdown import Markdown
from markdown import inlinepatterns as inline
from markdown.extensions import Extension
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

HANDED_ON = frozenset("a abbr b bdi bdo cite dfn em i kbd mark q s small span strong sub sup time u".split())
"""Tags inside of a line, which the parser of blocks hands on as they are."""
TAG = """<(?:{names})(?: [a-zA-Z-]+="[^"`]*")*+>|</(?:{names})>"""
OPENED = re.compile("""<([a-z][a-z0-9]*)((?: [a-z-]+="[^"`&]*")*+)>""")
"""A tag as the templates write it, which says the same wherever it stands."""
ATTRIBUTE = re.compile(r""" ([a-z-]+)="([^"]*)\"""")
REFERENCE = "&(?:#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);"
ID = re.compile(r"""id=(?<!\wid=)["']?([^"'\s>]+)""")  # looks for `id=` at once, not for where words begin
TEXT = re.compile(r"([^\[\]]*)\]")
"""Text of a link up to its bracket, with none in it."""
TARGET = re.compile(r"""\(([^\s()<>'"]*)(?: "((?:[^\s()'"]| )*)")?\)""")
"""An address in its brackets, and a title without any."""
FENCES = ("```", "~~~")
MARKER = "TOC"
"""In what the extension toc takes as the place of a table of contents."""


class Fast(Extension):
    """The last of a page's extensions, so that it sees what the others registered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  named by Python-Markdown
        """Take the places of what goes a longer way to the same end."""
        md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]  # asked at each tag
        md.preprocessors.register(_Known(md), "dossier/known", 1000)
        if isinstance(md.preprocessors["html_block"], HtmlBlockPreprocessor):
            md.preprocessors.register(_Blocks(md), "html_block", 20)
        for name, priority, usual, quick in QUICK:
            if name in md.inlinePatterns and type(md.inlinePatterns[name]) is usual:
                md.inlinePatterns.register(quick(md.inlinePatterns[name].pattern, md), name, priority)
        md.treeprocessors.register(_Inline(md), "inline", 20)


class _Known(Preprocessor):
    """Tells what MkDocs and the extension toc would look for in the whole page, or again and again."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "mkdocs_raw_html" in self.md.preprocessors:
            anchors: Any = self.md.preprocessors["mkdocs_raw_html"]
            anchors.present_anchor_ids = set(ID.findall(text))
            anchors.run = list
        if "fenced_code_block" in self.md.preprocessors and not any(each in text for each in (*FENCES, STX)):
            fences: Any = self.md.preprocessors["fenced_code_block"]
            fences.run = list
        if "relpath" in self.md.treeprocessors:
            links: Any = self.md.treeprocessors["relpath"]
            links.path_to_url = cache(links.path_to_url)
        if "toc" in self.md.treeprocessors and MARKER not in text:
            contents: Any = self.md.treeprocessors["toc"]
            contents.marker = ""
        return lines


# --- blocks -----------------------------------------------------------------------------------


class _Blocks(HtmlBlockPreprocessor):
    """The preprocessor of md_in_html."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        if "<!" in source or "<?" in source:  # how far these go depends on the tags behind them
            return super().run(lines)
        parser = _Extractor(self.md)
        parser.feed(source)
        parser.close()
        return "".join(parser.cleandoc).split("\n")


class _Extractor(HTMLExtractorExtra):
    """Goes from one tag of a block to the next; what stands between them is one text."""

    mdstate: list[str | None]

    def reset(self) -> None:
        super().reset()
        self.interesting: Any = _Interesting(self, self.interesting)

    def clear_cdata_mode(self) -> None:
        interesting = self.interesting
        super().clear_cdata_mode()
        if isinstance(interesting, _Interesting):
            self.interesting = interesting

    def parse_starttag(self, i: int) -> int:
        """Handle the tag at `i`; return where it ends."""
        match = OPENED.match(self.rawdata, i)
        if match is None or match[1] in self.CDATA_CONTENT_ELEMENTS:
            return super().parse_starttag(i)
        self._HTMLExtractor__starttag_text = match[0]
        self.lasttag = match[1]
        self.handle_starttag(match[1], _attributes(match[2]))
        return match.end()

    @cached_property
    def block_level_tags(self) -> frozenset[str]:  # type: ignore[override]
        return frozenset(self.md.block_level_elements)

    @cached_property
    def block_tags(self) -> frozenset[str]:  # type: ignore[override]
        return self.block_level_tags - (self.span_tags | self.raw_tags | self.empty_tags)

    @cached_property
    def span_and_blocks_tags(self) -> frozenset[str]:  # type: ignore[override]
        return self.block_tags | self.span_tags

    @cached_property
    def handed_on(self) -> re.Pattern[str]:
        """Text with the tags and references that are handed on."""
        tag = TAG.format(names="|".join(sorted(HANDED_ON - self.block_level_tags)))
        return re.compile(f"(?:[^<&]++|{tag}|{REFERENCE})*+")

    @property
    def hands_on(self) -> bool:
        """Whether tags inside of a line are text here."""
        return (
            not self.inraw and not self.intail and (not self.mdstate or self.mdstate[-1] in {"block", "span"})
        )


@lru_cache(maxsize=1 << 14)
def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((match[1], match[2]) for match in ATTRIBUTE.finditer(text))


class _Interesting:
    """Finds where the parser has to look next, as the pattern `usual` does."""

    def __init__(self, parser: _Extractor, usual: re.Pattern[str]) -> None:
        self.parser = parser
        self.usual = usual

    def search(self, text: str, start: int) -> re.Match[str] | None:
        """Of the next `<` or `&` that is not handed on."""
        if self.parser.hands_on and (match := self.parser.handed_on.match(text, start)):
            start = match.end()
        return self.usual.search(text, start)


# --- inside of a line -------------------------------------------------------------------------


class _Html(inline.HtmlInlineProcessor):
    """A tag or reference; most hold nothing that was put aside before."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, Any, Any]:  # type: ignore[override]  # noqa: N802
        """The place in the stash, where it begins and where it ends."""
        if STX in m[1]:
            return super().handleMatch(m, data)
        return self.md.htmlStash.store(m[1]), m.start(), m.end()


class _Link(inline.LinkInlineProcessor):
    """A link; most have no brackets in their text, address and title."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        """What stands in the square brackets, where they end, and whether they do."""
        match = TEXT.match(data, index)
        return (match[1], match.end(), True) if match else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """Address and title, where they end, and whether it is a link."""
        match = TARGET.match(data, index)
        if match is None or STX in match[0]:
            return super().getLink(data, index)
        return match[1], match[2] and match[2].strip(), match.end(), True


QUICK: tuple[tuple[str, int, type[inline.InlineProcessor], type[inline.InlineProcessor]], ...] = (
    ("link", 160, inline.LinkInlineProcessor, _Link),
    ("html", 90, inline.HtmlInlineProcessor, _Html),
    ("entity", 80, inline.HtmlInlineProcessor, _Html),
)
"""Name and priority of a pattern, its usual class, and that which takes its place; other extensions' stay."""


class _Inline(InlineProcessor):
    """Asks only the patterns that a text has something of."""

    @cached_property
    def asked(self) -> tuple[tuple[int, str, Callable[[str], object], Any], ...]:
        """Number, needed sign, search and pattern of each that has something to refer to.

        The search for a code span goes from letter to letter; to look for a tick first is much quicker.
        """
        unused = () if self.md.references else inline.ReferenceInlineProcessor
        patterns: Any = enumerate(self.inlinePatterns)
        return tuple(
            (
                number,
                "`" if pattern.pattern == inline.BACKTICK_RE else "",
                pattern.getCompiledRegExp().search,
                pattern,
            )
            for number, pattern in patterns
            if not isinstance(pattern, unused)
        )

    def _InlineProcessor__handleInline(self, data: str, first: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString):
            return data
        for number, needed, search, pattern in self.asked:
            if number >= first and needed in data and search(data):
                data = self._replaced(data, number, pattern)
        return data

    def _replaced(self, data: str, number: int, pattern: Any) -> str:
        """`data` with all that `pattern` finds put aside."""
        within: Any = self
        if isinstance(pattern, _Html):
            return pattern.getCompiledRegExp().sub(
                lambda m: within._InlineProcessor__stashNode(  # noqa: SLF001  # what Python-Markdown does itself
                    pattern.handleMatch(m, data)[0], pattern.type()
                ),
                data,
            )
        start, more = 0, True
        while more:
            data, more, start = within._InlineProcessor__applyPattern(  # noqa: SLF001
                pattern, data, number, start
            )
        return data
