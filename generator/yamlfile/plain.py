"""The YAML that the program writes, and nearly all that people write: a key and its value on each line.

Read without a parser, some ten times as fast. Whatever is written in another way, or is wrong, is left to the
parser; what is read here, the parser reads the same.
"""

import re
from collections.abc import Iterator, Sequence

from generator.yamlfile.nodes import Node, Place

LONGEST = 100_000
"""Code points of a source that is read here: far less than the parser takes."""

NULLS = frozenset({"", "~", "null"})
"""Plain scalars that mean nothing is recorded. `Null` and `NULL` stay text: they are names."""

# Other line breaks, byte order marks and what no text may hold are left to the parser.
_ABOVE = "\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
# What means something to YAML begins no plain scalar, and `: ` and ` #` end one; in brackets much more does.
_FIRST = rf"[$()+./0-9;<=A-Z\\^_a-z~{_ABOVE}]"
_WITHIN = r"#| ++(?!#|\Z)"
_PLAIN = rf"{_FIRST}(?:[!-\"$-9;-~{_ABOVE}]++|:(?=[^ ])|{_WITHIN})*+"
_IN_BRACKETS = rf"{_FIRST}(?:[!\"$-+\--9;->@-Z\\^-z|~{_ABOVE}]++|#| ++(?![#\],]|\Z))*+"
_QUOTED = rf"\"(?:[ !#-\[\]-~{_ABOVE}]++|\\[\"\\])*+\""
_ENTRY = f"(?:{_QUOTED}|{_IN_BRACKETS})"

ENTRY = re.compile(_ENTRY)
HYPHEN = re.compile(r" *- (?! )")
LINE = re.compile(
    r"(?P<margin> *+)(?P<key>[a-z_]{1,64}):"
    rf"(?: (?:(?P<scalar>{_PLAIN}|{_QUOTED})|\[(?P<list>{_ENTRY}(?:, {_ENTRY})*+)\]))?"
)
BELOW = re.compile(rf"(?P<margin> *+)- (?P<scalar>{_PLAIN}|{_QUOTED})")
ESCAPED = re.compile(r"\\(.)")


def read(source: str, line: int) -> Node | None:
    """The root of `source`, whose first line is line `line` of its file; None: the parser has to read it.

    A mapping, or a list with a mapping as its only entry.
    """
    if len(source) > LONGEST:
        return None
    lines = source.split("\n")
    hyphen = HYPHEN.match(source)
    margin = hyphen.end() if hyphen else 0
    lines[0] = " " * margin + lines[0][margin:]
    pairs = _pairs(lines, line, margin)
    if pairs is None:
        return None
    last = line + len(lines) - 1
    mapping = Node(pairs, line, margin + 1, last)
    return Node((mapping,), line, margin - 1, last) if hyphen else mapping


def _pairs(lines: Sequence[str], line: int, margin: int) -> dict[str, Node] | None:
    """What the keys in `lines` say, all of which stand `margin` columns in; None: there is something else."""
    pairs: dict[str, Node] = {}
    index = 0
    while index < len(lines):
        match = LINE.fullmatch(lines[index])
        if match is None or match.end("margin") != margin or match["key"] in (pairs.keys() | NULLS):
            return None
        number = line + index
        place = Place(number, margin + 1)
        entries = (
            () if match["scalar"] or match["list"] else tuple(_below(lines, line, index + 1, margin + 2))
        )
        if match["scalar"]:
            value = Node(_text(match["scalar"]), number, match.start("scalar") + 1, number, place)
        elif match["list"]:
            value = Node(tuple(_listed(match, number)), number, match.start("list"), number, place)
        elif entries:
            value = Node(entries, number + 1, margin + 3, number + len(entries), place)
        else:
            return None
        pairs[match["key"]] = value
        index += 1 + len(entries)
    return pairs


def _listed(match: re.Match[str], line: int) -> Iterator[Node]:
    """The entries within brackets."""
    for entry in ENTRY.finditer(match.string, *match.span("list")):
        yield Node(_text(entry.group()), line, entry.start() + 1, line)


def _below(lines: Sequence[str], line: int, index: int, margin: int) -> Iterator[Node]:
    """The entries of a list from `lines[index]` on, `margin` columns in."""
    for number in range(index, len(lines)):
        entry = BELOW.fullmatch(lines[number])
        if entry is None or entry.end("margin") != margin:
            return
        yield Node(_text(entry["scalar"]), line + number, entry.start("scalar") + 1, line + number)


def _text(scalar: str) -> str:
    if scalar[0] == '"':
        return ESCAPED.sub(r"\1", scalar[1:-1])
    return "" if scalar in NULLS else scalar
