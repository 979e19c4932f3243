"""What pagefind reads of a page; it would parse the rest, which is most of it, for nothing.

pagefind takes the text of the elements with `data-pagefind-body`, and from the head what is marked for it
(overrides/main.html). The elements around them tell it where a sentence ends: those between them stay, and those
that end right behind the last. What is lost is the address of a page's first picture, which our dialog has no use
for.
"""

import re

MARK = b"data-pagefind-body"
"""What a page has that is in the index."""
HEAD = re.compile(rb"""<(html|meta)\b(?:[^"'>]++|"[^"]*"|'[^']*')*+>""")
TAG = re.compile(rb"""<(/?)([A-Za-z][^\s/>]*)(?:[^"'>]++|"[^"]*"|'[^']*')*+>|<[!?]""")
"""The start or end of an element. A comment or the like is the start of one without a name, which never ends."""
TITLE = b'data-pagefind-meta="title['
"""Without it pagefind looks for a heading, which may be anywhere."""
VOID = frozenset(b"area base br col embed hr img input link meta source track wbr".split())
"""Elements without an end."""


def pruned(page: bytes) -> bytes:
    """Of `page`, which has MARK, a page of which pagefind makes the same; all of it where that is not certain."""
    head, _, body = page.partition(b"</head>")
    told = b"".join(tag[0] for tag in HEAD.finditer(head) if tag[1] == b"html" or b"data-pagefind-" in tag[0])
    marked = _marked(body)
    return b"%s<body>%s</body></html>" % (told, marked) if marked and TITLE in told else page


def _marked(body: bytes) -> bytes:
    """From the first element with MARK to the end of the last; nothing where the tags do not fit together."""
    last = body.rfind(MARK)
    start = body.rfind(b"<", 0, body.find(MARK))
    around: list[bytes] = []  # elements that begin before `start` and end here, the innermost first
    opened: list[bytes] = []  # elements that begin here and have not ended
    depth = 0  # of the last element with MARK
    over = False  # once that has ended
    for tag in TAG.finditer(body, start):
        ends, name = tag[1], (tag[2] or b"").lower()
        if over and (not ends or name == b"body"):
            begin = b"".join(b"<%s>" % each for each in reversed(around))
            end = b"".join(b"</%s>" % each for each in reversed(opened))
            return begin + body[start : tag.start()] + end
        if not ends:
            if name not in VOID:
                opened.append(name)
                depth = len(opened) if tag.start() < last < tag.end() else depth
        elif not opened:
            around.append(name)
        elif opened.pop() != name:
            break
        over = over or len(opened) < depth
    return b""
