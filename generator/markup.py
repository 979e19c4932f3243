"""Text that strangers wrote, as Markdown that renders back to exactly that text.

`text` and `attribute` are the only ways in which such text reaches a page; `compose` writes an article's text
with every annotation around it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import words
from generator.characters import BIDIRECTIONAL, ILLEGAL
from generator.model import ArticleView, Event, Ref, Sentence, Span, Statement, TemporalView
from generator.sentences import paragraphs

MARKUP = re.compile(r"(?<!\w)['-]|['-](?!\w)|[!-&(-+/:-@\[-`{-~]|(?<=\d)\.|\A | \Z|(?<=\s) |[^\S ]")
"""What Markdown, attr_list or HTML could read as markup, and blanks that one of them could swallow."""
DENSE = 4000
"""References in a paragraph above which it is handed over as finished HTML, without links, because Markdown needs
time that grows with their square."""
DEEPEST = 16
"""Marks of a kind that stand in each other; more on one place, which no reader could tell apart, are not marked."""


@lru_cache(maxsize=4096)
def text(value: str) -> Markup:
    """`value` as Markdown or HTML text; rendered and with tags stripped it is `value` again.

    What HTML cannot carry becomes U+FFFD. A bidirectional control is wrapped, so that it is seen and changes the
    order of nothing around it.
    """
    if value.isprintable():  # nothing of what is illegal or a control
        return Markup(MARKUP.sub(_reference, value))  # noqa: S704  # no character of markup is left
    carried = ILLEGAL.sub("\ufffd", value)
    escaped = MARKUP.sub(_reference, carried)
    return Markup(BIDIRECTIONAL.sub(_control, escaped))  # noqa: S704  # no character of markup is left


def filled(form: str, *values: object) -> Markup:
    """`form`, the program's own, with `values` in the places of its %s, escaped where they are no Markup.

    What `Markup.format` makes, in an eighth of the time.
    """
    return Markup(form % tuple(escape(value) for value in values))  # noqa: S704  # the form is the program's own


def attribute(value: str) -> Markup:
    """`value` within the double quotes of an attribute or of a Markdown link's title, without any element."""
    return text(BIDIRECTIONAL.sub(lambda match: f"[U+{ord(match.group()):04X}]", value))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _control(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f'<span class="control" data-code="U+{code:04X}">&#{code};</span>'


# --- an article's text ------------------------------------------------------------------------


class Piece(NamedTuple):
    """Text under one mark; a mark that others cross is written in several."""

    inside: Markup
    first: bool
    last: bool


class Mark(NamedTuple):
    """Markup around a span of the text."""

    span: Span
    write: Callable[[Piece], Markup]
    """From a piece of the span to the marked piece."""


def compose(view: ArticleView) -> Markup:
    """The inside of the text element of an article's page, in Markdown.

    With tags stripped it equals the article's text. A sentence that the article's rights withhold leaves its
    anchor only.
    """
    article = view.annotated.article
    levels = tuple(level for marks in _marks(view) for level in _without_overlap(marks)[:DEEPEST])
    title = article.title_span
    return Markup("\n\n").join(
        _paragraph(
            before + _nest(article.text, line, levels) + after,
            headline=title is not None and title.contains(line),
        )
        for before, line, after in _lines(article.text)
    )


def _lines(value: str) -> Iterator[tuple[Markup, Span, Markup]]:
    """Each paragraph with the blanks before and after it that are more than the one newline between paragraphs."""
    lines = paragraphs(value)
    before = Markup()
    for index, line in enumerate(lines, 1):
        gap = value[line.end : lines[index].start] if index < len(lines) else "\n"
        after, _, rest = gap.partition("\n")
        yield before, line, _leaf(after)
        before = _leaf(rest)


def _leaf(value: str) -> Markup:
    """Text between marks.

    Several blanks and nothing else stand in an element each, since some readers of HTML take them for one.
    """
    if len(value) > 1 and value.isspace():
        return Markup().join(filled("<span>%s</span>", text(blank)) for blank in value)
    return text(value)


def _paragraph(inside: Markup, *, headline: bool) -> Markup:
    if inside.count("&#") > DENSE:
        unlinked = Markup(LINK.sub(r"\1", str(inside)))  # noqa: S704  # `inside` is markup already
        return filled('<p class="dense">%s</p>', unlinked)
    return inside + Markup("\n{ .headline }") if headline else inside


LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)\{[^{}]*\}")
"""A Markdown link as `_mention` writes it; in text these characters are references."""


def _nest(value: str, span: Span, levels: Sequence[Sequence[Mark]]) -> Markup:
    """`span` of the text with the marks of each level around it, the outermost first; nothing of an empty one."""
    if span.start == span.end:
        return Markup()
    if not levels:
        return _leaf(value[span.start : span.end])
    marks, inner = levels[0], levels[1:]
    pieces: list[Markup] = []
    at = span.start
    first = bisect_right(marks, span.start, key=lambda mark: mark.span.end)
    for mark in marks[first:]:
        if mark.span.start >= span.end:
            break
        piece = Span(max(mark.span.start, span.start), min(mark.span.end, span.end))
        inside = _nest(value, piece, inner)
        pieces += [
            _nest(value, Span(at, piece.start), inner),
            mark.write(Piece(inside, piece.start == mark.span.start, piece.end == mark.span.end)),
        ]
        at = piece.end
    pieces.append(_nest(value, Span(at, span.end), inner))
    return Markup("".join(pieces))  # noqa: S704  # all are Markup


def _without_overlap(marks: Iterable[Mark]) -> list[list[Mark]]:
    """`marks` dealt out to as many levels as it takes for none to overlap another of its level."""
    levels: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.start >= mark.span.end:
            continue
        level = next((level for level in levels if level[-1].span.end <= mark.span.start), None)
        if level is None:
            levels.append([mark])
        else:
            level.append(mark)
    return levels


def _marks(view: ArticleView) -> Iterator[list[Mark]]:
    """The marks of an article's page by kind, the outermost first."""
    former = _former(view)
    yield [
        Mark(s.span, partial(_sentence, s, former.get(s.id, ()), s.id not in view.shown))
        for s in view.sentences
    ]
    yield [Mark(e.span, partial(_event, e)) for e in view.annotated.reading.events if not e.unsure]
    yield [
        Mark(span, partial(_statement, number, said.statement, part))
        for number, said in enumerate(view.statements, 1)
        for part, span in enumerate(said.statement.content)
    ]
    yield [Mark(t.temporal.span, partial(_temporal, t)) for t in view.temporals]
    # links cannot stand in links, so that of two mentions that overlap only the first is marked
    roles = {line.entity.id: line.role for line in view.entities}
    named = (Mark(span, partial(_mention, ref, roles.get(ref.id, ""))) for span, ref in view.mentions)
    yield next(iter(_without_overlap(named)), [])


def _identity(name: str, first: bool) -> Markup:
    """The id attribute, which only the first piece bears, so that it stands in the page once."""
    return filled(' id="%s"', attribute(name)) if first and name else Markup()


def _former(view: ArticleView) -> dict[str, list[str]]:
    """Id of a sentence → the ids it had before it was corrected, but for those that another one has now."""
    now = {sentence.id for sentence in view.sentences}
    former: dict[str, list[str]] = {}
    for old, new in sorted(view.annotated.aliases.items()):
        if old not in now:
            former.setdefault(new, []).append(old)
    return former


def _sentence(sentence: Sentence, former: Sequence[str], withheld: bool, piece: Piece) -> Markup:
    """The sentence, and before it an empty anchor for each id that old permalinks have."""
    anchors = Markup().join(filled('<span id="%s"></span>', attribute(old)) for old in former if piece.first)
    if withheld:
        return anchors + filled('<span id="%s" class="withheld"></span>', attribute(sentence.id))
    return anchors + filled("<span%s>%s</span>", _identity(sentence.id, piece.first), piece.inside)


def _event(event: Event, piece: Piece) -> Markup:
    start = filled(' data-phase="%s"', attribute(event.phase)) if piece.first else Markup()
    return filled('<span class="event"%s%s>%s</span>', _identity(event.id, piece.first), start, piece.inside)


def _statement(number: int, statement: Statement, part: int, piece: Piece) -> Markup:
    """A piece of what is said, of which `part` is one of several spans; the note's number ends the last."""
    begins = piece.first and part == 0
    ends = piece.last and part == len(statement.content) - 1
    return filled(
        '<span class="statement %s" data-statement="%s"%s%s>%s</span>',
        statement.mode,
        number,
        _identity(statement.id, begins),
        filled(' data-note="%s"', number) if ends else Markup(),
        piece.inside,
    )


def _temporal(view: TemporalView, piece: Piece) -> Markup:
    value = words.machine(view.resolution.edtf or view.resolution.value)
    tag = Markup("time") if value else Markup("span")
    datetime = filled(' datetime="%s"', attribute(value)) if value else Markup()
    return filled(
        '<%s%s%s class="temporal" title="%s">%s</%s>',
        tag,
        datetime,
        _identity(view.temporal.id, piece.first),
        attribute(words.known_by(view.resolution)),
        piece.inside,
        tag,
    )


def _mention(ref: Ref, role: str, piece: Piece) -> Markup:
    """A link to who is named; its tooltip says the role that this article gives."""
    title = (f"{ref.name}, {ref.type}" if ref.type else ref.name) + (f": {role}" if role else "")
    return filled(
        '[%s](../entities/%s.md "%s"){ .entity .%s }', piece.inside, ref.id, attribute(title), ref.type
    )
