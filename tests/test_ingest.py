"""From a seed's bytes to an article."""

import re
import time
from pathlib import Path

import attacks
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import sentences
from generator.characters import ILLEGAL
from generator.ingest import MAX_BYTES, addressed, ingest
from generator.ingest.cleaning import clean
from generator.ingest.dating import dateline, line_date
from generator.ingest.heading import MAX_TITLE
from generator.ingest.scripts import language
from generator.model import Article, Settings, Span
from generator.outputs import encoded

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_be59801816a10d0e.txt"


def read(text: str, sidecar: str | None = None, name: str = "a.txt", **settings) -> Article:
    article, _ = ingest(name, text.encode(), sidecar, Settings(**settings))
    assert article
    return article


def codes(data: bytes, sidecar: str | None = None, name: str = "a.txt", **settings) -> list[str]:
    return [problem.code for problem in ingest(name, data, sidecar, Settings(**settings))[1]]


# --- the sample -------------------------------------------------------------------------------


def test_the_sample_shares_its_first_line_between_headline_and_lead():
    article, problems = ingest(SAMPLE.name, SAMPLE.read_bytes(), None, Settings())
    assert problems == ()
    headline, _lead = article.text.split(". ", maxsplit=1)
    assert article.title == headline
    assert article.title_span == Span(0, len(headline))
    assert (article.published, article.published_from) == ("", "")
    assert (article.encoding, article.language, article.rights) == ("utf-8", "en", "full")
    assert article.text == SAMPLE.read_bytes().decode().strip()


# --- title ------------------------------------------------------------------------------------

BODY = "Orla Pelham opened the harbour on Monday. “It is open,” she said.\nNobody came."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Harbour opens after a year\n{BODY}", "Harbour opens after a year"),
        (f"Harbour opens after a year\n\n{BODY}", "Harbour opens after a year"),
        (
            f"Will the harbour open? Not yet, says Vessia\n{BODY}",
            "Will the harbour open? Not yet, says Vessia",
        ),
        (f"Harbour opens\nTuesday, March 4, 2031\n{BODY}", "Harbour opens"),
        (f"March 4, 2031\nHarbour opens\n{BODY}", "Harbour opens"),
        (f"Is the harbour open?\n{BODY}", "Is the harbour open?"),
        (f"“It is open”\n{BODY}", "“It is open”"),
        (f"# Harbour opens\n\n{BODY}", "Harbour opens"),
        (f"  Harbour   opens\t again \n{BODY}", "Harbour opens again"),
        (BODY, "Orla Pelham opened the harbour on Monday"),
        ("Harbour opens, says Pelham. The harbour of Vessia is open again.", "Harbour opens, says Pelham"),
        ("“It is open.” So said Pelham.", "“It is open.”"),
        (
            "The talks with Mr. Brandt of Dock Inc. are over. He left.",
            "The talks with Mr. Brandt of Dock Inc. are over",
        ),
        ("And so it goes... The end.", "And so it goes..."),
        ("One line without a stop", "One line without a stop"),
        (".", "."),
        ("?!", "?!"),
        ("# ", "#"),
        ("2031-03-04", "2031-03-04"),
    ],
)
def test_the_title_is_the_headline_or_the_first_sentence(text, title):
    article = read(text)
    assert article.title == title
    span = article.title_span
    assert " ".join(article.text[span.start : span.end].split()) == title


RUN_ON = " The harbour of Vessia is open again, and the ferries run." * 4

SHARED = [
    (f"Harbour opens Tuesday, March 4, 2031{RUN_ON}", "Harbour opens", "2031-03-04"),
    (f"Harbour opens Tuesday 4 March 2031{RUN_ON}", "Harbour opens", "2031-03-04"),
    (
        f"Harbour opened on Tuesday, March 4, 2031{RUN_ON}",
        "Harbour opened on Tuesday, March 4, 2031 The harbour",
        "",
    ),
    (
        f"Harbour opens Tuesday, March 4, 2031 says the minister.{RUN_ON}",
        "Harbour opens Tuesday, March 4, 2031 says",
        "",
    ),
]


@pytest.mark.parametrize(("text", "title", "published"), SHARED)
def test_a_weekday_with_its_date_parts_a_headline_from_the_text_on_its_line(text, title, published):
    article = read(text)
    assert article.title.startswith(title)
    assert (article.title == title) == bool(published)
    assert article.published == published


HEADLINE = "Harbour opens after a year"


@pytest.mark.parametrize(
    ("text", "once"),
    [
        (f"{HEADLINE}\n\n{HEADLINE}\n\n{BODY}", f"{HEADLINE}\n\n{BODY}"),
        (f"{HEADLINE}\n{HEADLINE.upper()}\n{BODY}", f"{HEADLINE}\n{BODY}"),
        (
            f"{HEADLINE}\nBy Ada Brook\n4 March 2031\n\n{HEADLINE}\n{BODY}",
            f"{HEADLINE}\nBy Ada Brook\n4 March 2031\n\n{BODY}",
        ),
        (
            f"Title: {HEADLINE}\nDate: 4 March 2031\n\n{HEADLINE}\n{BODY}",
            f"Title: {HEADLINE}\nDate: 4 March 2031\n\n{BODY}",
        ),
    ],
)
def test_a_headline_that_stands_twice_above_the_text_is_told_once(text, once):
    article = read(text)
    assert (article.text, article.title) == (once, HEADLINE)
    assert article.title_span is not None
    assert codes(text.encode()) == ["headline-twice"], "and nothing is left out in silence"
    assert codes(once.encode()) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{BODY}\n{HEADLINE}",
        f"{HEADLINE}\n\n{HEADLINE}, at last\n\n{BODY}",
        "It rained.\nIt rained.\nIt rained.",
    ],
    ids=["below the text", "with more words", "sentences"],
)
def test_other_lines_that_repeat_stay(text):
    assert read(text).text == text
    assert codes(text.encode()) == []


def test_a_title_from_beside_the_text_is_found_in_it_where_it_stands_there():
    above = read(f"Harbour opens\n{BODY}", 'title: "HARBOUR  opens"')
    assert (above.title, above.title_span) == ("HARBOUR opens", Span(0, 13))
    nowhere = read(BODY, 'title: "Harbour opens"')
    assert (nowhere.title, nowhere.title_span) == ("Harbour opens", None)


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", "Dock fee settled\nThe talks\n#1 on the list is the fee."),
     ("a.txt", "# Dock fee settled\n### The talks\n#1 on the list is the fee.")],
)  # fmt: skip
def test_the_marks_before_headings_of_a_markdown_file_are_no_words_of_it(name, text):
    article = read("# Dock fee settled\n### The talks\n#1 on the list is the fee.", name=name)
    assert (article.title, article.text) == ("Dock fee settled", text)


CLIPPED = """\
---
title: "Harbour opens: and closes"
source: https://meridian.example/1
author:
  - "[[Piet Sarre]]"
  - Ada Brook
published: 2031-03-04T10:00:00+01:00
created: 2031-04-09
tags: [clippings]
---
# Harbour opens: and closes

*By Piet Sarre*

**Orla Pelham** opened the [harbour](https://meridian.example/h_(Vessia)) of [Vessia](v.md "the city") on Monday.

![A crane](crane.jpg)

> “It’s _open_,” she said. \\*

* 2 * 3 * 4 cranes, and snake_case_names
"""


def test_a_clipped_page_gives_its_words_and_what_its_front_matter_says():
    article = read(CLIPPED, name="a.md")
    assert [line for line in article.text.split("\n") if line] == [
        "Harbour opens: and closes",
        "By Piet Sarre",
        "Orla Pelham opened the harbour of Vessia on Monday.",
        "“It’s open,” she said. *",
        "- 2 * 3 * 4 cranes, and snake_case_names",
    ]
    assert (article.title, article.title_span) == ("Harbour opens: and closes", Span(0, 25))
    assert (article.published, article.published_from) == ("2031-03-04", "the seed’s front matter")
    assert (article.url, article.author) == ("https://meridian.example/1", "Piet Sarre; Ada Brook")
    assert article.publisher == "", "an address is no publisher’s name"
    assert read(CLIPPED, "published: 2031-03-05", name="a.md").published == "2031-03-05"
    assert read(CLIPPED).title == "---", "a text that is no Markdown keeps every mark"


@pytest.mark.parametrize(
    ("top", "published"),
    [
        ("date: 4 March 2031", "2031-03-04"),
        ("date: soon\npublished: 2031", "2031"),
        ("created: 2031-03-04", ""),
    ],
)
def test_front_matter_tells_when_it_was_published_not_when_it_was_saved(top, published):
    assert read(f"---\n{top}\n---\n{BODY}", name="a.md").published == published


@pytest.mark.parametrize("text", [f"---\n{BODY}\n---\n{BODY}", f"---\na: [\n---\n{BODY}", f"---\n{BODY}"])
def test_what_is_no_front_matter_stays_text(text):
    assert read(text, name="a.md").text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"BC-EU--Vessia-Harbour, 2nd Ld-Writethru\nHarbour opens\n{BODY}", "Harbour opens"),
        (f"VESSIA-HARBOUR/ (UPDATE 2)\nHarbour opens\n{BODY}", "VESSIA-HARBOUR/ (UPDATE 2)"),
        (f"VESSIA-HARBOUR/OPENING (UPDATE 2)\nHarbour opens\n{BODY}", "Harbour opens"),
        (f"The harbour opens--again\nBy Piet Sarre\n{BODY}", "The harbour opens--again"),
        (f"COVID-19 in Vessia\nHarbour opens\n{BODY}", "COVID-19 in Vessia"),
        (f"VESSIA, Marland (Meridian) — {BODY}", "Orla Pelham opened the harbour on Monday"),
        (f"VESSIA — {BODY}", "Orla Pelham opened the harbour on Monday"),
        (f"Pelham — {BODY}", f"Pelham — {BODY}".split(".")[0]),
    ],
)
def test_what_an_agency_puts_before_a_report_is_not_its_title(text, title):
    article = read(text)
    assert article.title == title
    assert article.text[article.title_span.start : article.title_span.end] == title


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Piet Sarre", "Piet Sarre"),
        ("BY PIET SARRE", "PIET SARRE"),
        ("By Piet Sarre and Ludwig van Aalst", "Piet Sarre; Ludwig van Aalst"),
        ("By Ada Brook, Piet Sarre, and Orla Pelham", "Ada Brook; Piet Sarre; Orla Pelham"),
        ("By Ada Brook, Meridian Wire", "Ada Brook"),
        ("By Ada Brook in Vessia", "Ada Brook"),
        ("By Piet Sarre, March 4, 2031", "Piet Sarre"),
        ("By Piet Sarre | Tue. 4 March 2031", "Piet Sarre"),
        ("By Ada Brook and Piet Sarre, Tuesday, March 4, 2031", "Ada Brook; Piet Sarre"),
        ("4 March 2031 | By Piet Sarre", "Piet Sarre"),
        ("March 4, 2031, by Piet Sarre", "Piet Sarre"),
        ("By the harbour wall", ""),
        ("By Monday", ""),
        ("By 4 March 2031 the harbour was open", ""),
    ],
)
def test_a_line_that_is_a_byline_says_who_wrote_it(line, author):
    assert read(f"Harbour opens\n{line}\n{BODY}").author == author
    assert read(f"Harbour opens\n{line}\n{BODY}", "author: Jo").author == "Jo"


MAIL_HEAD = """\
From: Harbour Briefing <briefing@harbour.example>
Sent: Tuesday, March 4, 2031 6:30 AM
To: analyst@desk.example
Subject: Harbour opens
"""


@pytest.mark.parametrize(
    ("head", "title", "published", "read_from"),
    [
        (MAIL_HEAD, "Harbour opens", "2031-03-04", "the text’s line “Sent”"),
        ("Title: Harbour opens\nSource: The Post\nDate: 4 March 2031\n", "Harbour opens", "2031-03-04",
         "the text’s line “Date”"),
        ("Subject: Harbour opens\nDate: soon\n", "Harbour opens", "", ""),
        ("Harbour: it opens\nPelham: no fee\n", "Harbour: it opens", "", ""),
        ("Title: it opens\n", "Title: it opens", "", ""),
    ],
)  # fmt: skip
def test_a_head_of_labelled_lines_tells_title_and_date(head, title, published, read_from):
    article = read(head + "\n" + BODY)
    assert (article.title, article.published, article.published_from) == (title, published, read_from)
    assert article.text[article.title_span.start : article.title_span.end] == title


def test_a_title_has_a_limit():
    article = read("word " * 1000)
    assert len(article.title) <= MAX_TITLE
    assert article.title.endswith("word…")
    assert article.title_span is None


# --- published --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Tuesday, March 4, 2031", "2031-03-04"),
        ("Tuesday March 4th 2031", "2031-03-04"),
        ("March 06, 2008", "2008-03-06"),
        ("4 March 2031", "2031-03-04"),
        ("Tues 4 Mar. 2031", "2031-03-04"),
        ("04-Mar-2031", "2031-03-04"),
        ("the 4th of March, 2031", ""),
        ("4th of March, 2031", "2031-03-04"),
        ("Sept. 4, 2031", "2031-09-04"),
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T22:15:00+09:00", "2031-03-04"),
        ("2031/3/4", "2031-03-04"),
        ("4.3.2031", "2031-03-04"),
        ("13/03/2031", "2031-03-13"),
        ("03/13/2031", "2031-03-13"),
        ("03/04/2031", ""),
        ("03/03/2031", "2031-03-03"),
        ("March 2031", "2031-03"),
        ("Published: March 4, 2031 at 10:30 p.m. EST", "2031-03-04"),
        ("Published 10:15 GMT, 4 March 2031", "2031-03-04"),
        ("Last updated on 4 March 2031", "2031-03-04"),
        ("By Piet Sarre | March 4, 2031", "2031-03-04"),
        ("March 4, 2031 · Meridian Wire", "2031-03-04"),
        ("By Piet Sarre, March 4, 2031", "2031-03-04"),
        ("12 March 2031 by Piet Sarre", "2031-03-12"),
        ("Brine Courier, 4 March 2031", "2031-03-04"),
        ("4 March 2031, The Brine Evening Post", "2031-03-04"),
        ("A year after the flood, Brine Courier, 4 March 2031", ""),
        ("The flood of 4 March 2031, a Review", ""),
        ("The Hague, 4 March 2031", "2031-03-04"),
        ("Vessia, March 4, 2031", "2031-03-04"),
        ("Talks end in Vessia, 4 March 2031", ""),
        ("2031년 3월 4일", "2031-03-04"),
        ("2031年3月4日", "2031-03-04"),
        ("February 30, 2031", ""),
        ("March 4", ""),
        ("2031", ""),
        ("The talks began on March 4, 2031", ""),
        ("March 4, 2031 will be remembered", ""),
        ("Call 2031-03-04 now", ""),
    ],
)
def test_a_line_that_is_a_date(line, date):
    assert line_date(line, ("en",)) == date


@pytest.mark.parametrize(
    ("line", "tag", "date"),
    [
        ("Dienstag, 4. März 2031", "de", "2031-03-04"),
        ("mardi 4 mars 2031", "fr", "2031-03-04"),
        ("4 de marzo de 2031", "es", "2031-03-04"),
        ("вторник, 4 марта 2031", "ru", "2031-03-04"),
    ],
)
def test_months_have_names_in_every_language_of_the_dossier(line, tag, date):
    assert line_date(line, (tag,)) == date


@pytest.mark.parametrize(
    ("paragraph", "date"),
    [
        ("SENNET, Marland, 4 March 2031 (Meridian) — Talks opened.", "2031-03-04"),
        ("Geneva, March 4, 2031 - Talks opened.", "2031-03-04"),
        ("GENEVA, March 4, 2031 /Meridian/ -- Talks opened.", "2031-03-04"),
        ("GENEVA, March 4, 2031 /Meridian/ --", "2031-03-04"),
        ("GENEVA, March 4 (Wire) — Talks opened.", ""),
        ("Pelham, who was born on 4 March 2031 - a Tuesday - spoke.", ""),
    ],
)
def test_a_dateline_counts_only_with_its_year(paragraph, date):
    assert dateline(paragraph, ("en",)) == date


@pytest.mark.parametrize(
    ("text", "sidecar", "published", "published_from"),
    [
        (f"Harbour opens\n4 March 2031\n{BODY}", None, "2031-03-04", "the text’s second line"),
        (f"Harbour opens\n4 March 2031\n{BODY}", "published: 2031-03-05", "2031-03-05", "sidecar"),
        (f"Harbour opens\n{BODY}", "published: 2031-03-05T10:00:00Z", "2031-03-05", "sidecar"),
        (
            f"Harbour opens\nA first look\nBy Piet Sarre\n4 March 2031\n{BODY}",
            None,
            "2031-03-04",
            "the text’s fourth line",
        ),
        (f"4 March 2031\nHarbour opens\n{BODY}", None, "2031-03-04", "the text’s first line"),
        (f"Harbour opens\nBRINE, March 4, 2031 (Wire) - {BODY}", None, "2031-03-04", "the text’s dateline"),
        (f"Harbour opens\nBRINE, March 4 (Wire) - {BODY}", None, "", ""),
        (f"Harbour opens\n{BODY} It began on March 4, 2031.", None, "", ""),
        (f"Harbour opens\n{'Long paragraph. ' * 20}\n4 March 2031\n{BODY}", None, "", ""),
    ],
)
def test_when_it_was_published_is_never_guessed_from_running_text(text, sidecar, published, published_from):
    article = read(text, sidecar)
    assert (article.published, article.published_from) == (published, published_from)


# --- sidecar ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2031-03-04_harbour.txt", "2031-03-04"),
        ("20310304 harbour.txt", "2031-03-04"),
        ("post-2031-03-04.html.txt", "2031-03-04"),
        ("harbour_2031_03_04.txt", "2031-03-04"),
        ("2031-13-04.txt", ""),
        ("120310304.txt", ""),
        ("2031-0304.txt", ""),
        ("04-03-2031.txt", ""),
        ("a20310304b.txt", ""),
    ],
)
def test_a_day_in_the_files_name_counts_where_nothing_else_tells(name, published):
    article = read(BODY, name=name)
    assert article.published == published
    assert article.published_from == ("the name of the seed’s file" if published else "")
    assert read(f"Harbour opens\n5 March 2031\n{BODY}", name=name).published == "2031-03-05"
    assert read(BODY, "published: 2031", name=name).published_from == "sidecar"


def test_a_sidecar_says_everything():
    article = read(
        BODY,
        "title: Harbour opens\npublished: 2031-03\npublisher: Meridian Wire\nurl: https://meridian.example/1\n"
        "author: Piet Sarre\nrights: quotes\nlanguage: en-GB\n",
    )
    assert article == Article(
        id="harbour-opens",
        seed="a.txt",
        text=BODY,
        title="Harbour opens",
        published="2031-03",
        published_from="sidecar",
        language="en-GB",
        publisher="Meridian Wire",
        url="https://meridian.example/1",
        author="Piet Sarre",
        rights="quotes",
    )


@pytest.mark.parametrize(
    ("sidecar", "rights", "problems"),
    [
        ("rights: qoutes\nauthor: P", "none", [("not-one-of", 1)]),
        ("author: [unclosed", "none", [("yaml-syntax", 1)]),
        ("author: P\npublishd: 2031", "quotes", [("unknown-key", 2)]),
        ("published: 2031-13-45", "quotes", [("bad-value", 1)]),
        ("url: javascript:alert(1)", "quotes", [("bad-value", 1)]),
    ],
)
def test_a_slip_in_a_sidecar_never_publishes_more(sidecar, rights, problems):
    article, told = ingest("a.txt", BODY.encode(), sidecar, Settings(rights="quotes"))
    assert article.rights == rights
    assert [(p.code, p.line) for p in told] == problems
    assert all(p.path == "seeds/a.txt.yml" for p in told)


@pytest.mark.parametrize(("source", "code"), attacks.YAML.values(), ids=attacks.YAML)
def test_attacks_in_a_sidecar_give_diagnostics(source, code):
    assert codes(BODY.encode(), source)[0] == code


# --- bytes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "encoding", "problems"),
    [
        ("NUL", "Beforeafter.", "utf-8", ["characters-removed"]),
        ("C0 and C1", "Onetwothree\nfour.", "utf-8", ["characters-removed"]),
        ("noncharacters", "Onetwothree.", "utf-8", ["characters-removed"]),
        (
            "cp949",
            "한국 정부는 오늘 협상을 끝냈다",
            "cp949, a guess",
            ["encoding-guessed", "language-guessed"],
        ),
        ("UTF-16LE without a mark", "Talks ended today.", "utf-16-le, a guess", ["encoding-guessed"]),
        ("curly quotes of cp1252", "The minister’s “no” stood.", "cp1252", []),
        (
            "truncated UTF-8",
            "Ceasefire talks in Seoul — \ufffd",
            "utf-8 with damaged bytes, a guess",
            ["encoding-guessed"],
        ),
    ],
)
def test_bytes_that_are_text(name, text, encoding, problems):
    article, told = ingest("a.txt", attacks.BYTES[name], None, Settings())
    assert (article.text, article.encoding) == (text, encoding)
    assert [p.code for p in told] == problems


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (attacks.BYTES["empty"], "seed-empty"),
        (attacks.BYTES["blank"], "seed-empty"),
        (attacks.BYTES["only a mark"], "seed-empty"),
        (attacks.BYTES["not text"], "seed-not-text"),
        (b"%PDF-1.7 ...", "seed-not-text"),
        (b"PK\x03\x04...", "seed-not-text"),
        (b"\xff\xfeodd", "seed-not-text"),
        (b"x" * (MAX_BYTES + 1), "seed-too-large"),
    ],
)
def test_what_is_no_article_is_quarantined(data, code):
    article, problems = ingest("a.txt", data, None, Settings())
    assert article is None
    assert [(p.code, p.severity, p.path) for p in problems] == [(code, "error", "seeds/a.txt")]


def test_a_huge_seed_is_refused_without_being_read():
    data = bytes(attacks.HUGE)
    began = time.perf_counter()
    assert codes(data) == ["seed-too-large"]
    assert time.perf_counter() - began < 0.1


def test_text_that_was_misread_before_is_told_not_repaired():
    data = attacks.BYTES["UTF-8 read as Latin-1"]
    article, (problem,) = ingest("a.txt", data, None, Settings())
    assert article.text == data.decode()
    assert problem.code == "encoding-misread"
    assert "â€™" in problem.message


@pytest.mark.parametrize(
    "text",
    ["Le « CAFÉ » coûte 3 €", "Ein Größenvergleich – „Ä“", "São João", "naïve…", "”É” – ’À’", "한국 정부"],
)
def test_accents_are_not_taken_for_misread_text(text):
    assert "encoding-misread" not in codes(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_says_the_encoding(encoding):
    assert read("x").text == "x"
    article, problems = ingest("a.txt", f"“{BODY}”".encode(encoding), None, Settings())
    assert article.text == f"“{BODY}”"
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "encoding", "encodings", "read_as"),
    [
        ("Trump’s “deal” – done", "cp1252", ("cp949", "cp1252"), "cp1252"),
        ("한국 정부는 오늘 협상을 끝냈다", "cp949", ("cp949", "cp1252"), "cp949"),
        ("한국 정부는 오늘 협상을 끝냈다", "cp949", ("cp1252", "cp949"), "cp949"),
        ("Сегодня переговоры завершились", "koi8-r", ("cp1252", "koi8-r"), "koi8-r"),
        ("交渉は今日終わった。", "cp932", ("cp949", "cp932", "cp1252"), "cp932"),
    ],
)
def test_listed_encodings_count_only_where_their_script_does(text, encoding, encodings, read_as):
    article, _ = ingest("a.txt", text.encode(encoding), None, Settings(encodings=encodings))
    assert (article.text, article.encoding) == (text, read_as)


# --- cleaning ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        ("One.  \t\n\n  Two. \n \n", "One.\n\nTwo."),
        ("\ufeff\ufeffOne.", "One."),
        ("One.\u2028Two.\u2029Three.\x85Four.\x0cFive.", "One.\nTwo.\nThree.\nFour.\nFive."),
        ("A\tB", "A\tB"),
        (attacks.TEXT["right to left"], "Open \u202egpj.exe now."),
        (attacks.TEXT["full-width markup"], "＜script＞alert(1)＜/script＞"),
    ],
)
def test_cleaning_keeps_what_is_read(raw, text):
    assert clean(raw)[0] == text


WRAPPED = """\
Harbour opens

Orla Pelham opened the harbour of Vessia on Monday
after a year of repairs that cost four times what
the city had set aside for them, and said that the
first ship was on its way.

Nobody on the quay believed that before the evening
tide, when the ship came in.
"""
VERSE = "The harbour lights\nare lit again,\nthe quay is wet,\nthe crews are ten,\nand home they go."


def test_lines_that_a_program_wrapped_are_joined():
    assert clean(WRAPPED)[0].split("\n") == [
        "Harbour opens",
        "",
        " ".join(WRAPPED.split("\n")[2:6]),
        "",
        "Nobody on the quay believed that before the evening tide, when the ship came in.",
    ]


SET = """\
HARBOUR OFFICE                                   Page 1 of 2

Letter to the council
Vessia, 4 March 2031

Consequences of the closing of the har-
bour

The harbour master, Orla Pe-
lham, says that the long-term fee pays for the harb-
our. The long-
term plan is ready, and nobody has read it, for it is long
and the tide does not wait.
Next come the cranes.

- 1 -
\fHARBOUR OFFICE                                   Page 2 of 2

COVID-
19 is over, says Pel-
Marsh.

- 2 -
"""


def test_a_text_copied_from_set_pages_has_whole_words_and_paragraphs():
    assert [line for line in clean(SET)[0].split("\n") if line] == [
        "Letter to the council",
        "Vessia, 4 March 2031",
        "Consequences of the closing of the harbour",
        (
            "The harbour master, Orla Pelham, says that the long-term fee pays for the harbour. "
            "The long-term plan is ready, and nobody has read it, for it is long and the tide does not wait."
        ),
        "Next come the cranes.",
        "COVID-",
        "19 is over, says Pel-",
        "Marsh.",
    ]


@pytest.mark.parametrize(
    "text", ["One.\n- 1 -\n\fTwo.\n- 2 -", "One.\n\n- 1 -\f\n\nTwo.\r\n- 2 -\n\f", "- 1 -\nOne.\f- 2 -\nTwo."]
)
def test_what_parts_sheets_goes_with_them(text):
    assert clean(text)[0].split() == ["One.", "Two."]
    assert clean("One.\fOne.")[0].split() == ["One.", "One."], "no sheet is all head and foot"


@pytest.mark.parametrize(
    "text", ["One.\n- 1 -\nTwo.\n- 2 -", "A pre-\nand a post-war harbour", "The har-\nbour"]
)
def test_without_sheets_and_parted_words_every_line_stays(text):
    assert clean(text)[0] == text


def test_a_few_wrapped_lines_are_joined_where_one_breaks_within_a_sentence():
    first, *rest = WRAPPED.split("\n")[2:5]
    assert clean("\n".join((first, *rest)))[0] == " ".join((first, *rest))
    capitals = "\n".join((first, *(line.capitalize() for line in rest)))
    assert clean(capitals)[0] == capitals


LIST = "\n".join(f"harbour-master-{number:02}: {'word ' * (number % 3 * 4 + 1)}end" for number in range(20))


@pytest.mark.parametrize("text", [VERSE, LIST, BODY, "- one\n- two\n- three\n- four\n- five\n- six"])
def test_other_lines_stay(text):
    assert clean(text)[0] == text


def test_no_text_holds_controls_surrogates_or_noncharacters():
    everything = "".join(map(chr, range(0x110000)))
    noncharacters = {
        *range(0xFDD0, 0xFDF0),
        *(p * 0x10000 + last for p in range(17) for last in (0xFFFE, 0xFFFF)),
    }
    assert {ord(char) for char in ILLEGAL.findall(everything)} == (
        {*range(0x20)} - {9, 10} | {*range(0x7F, 0xA0), *range(0xD800, 0xE000)} | noncharacters
    )


@given(st.text(max_size=300))
def test_an_articles_text_keeps_its_promises(raw):
    text, _ = clean(raw)
    assert not ILLEGAL.search(text)
    assert "\r" not in text
    assert text == text.strip()
    assert clean(text) == (text, 0)


# --- any input at all -------------------------------------------------------------------------


def assert_holds(article: Article) -> None:
    """What every other part of the program relies on."""
    assert article.id.isascii()
    assert 0 < len(article.id) <= 64
    assert article.text.strip() == article.text != ""
    assert not ILLEGAL.search(article.text + article.title)
    assert 0 < len(article.title) <= MAX_TITLE
    assert "\n" not in article.title
    if article.title_span:
        first = sentences.paragraphs(article.text)
        assert any(paragraph.contains(article.title_span) for paragraph in first)


@given(st.text(max_size=200), st.none() | st.text(max_size=60))
def test_any_text_gives_an_article_or_a_reason(text, sidecar):
    article, problems = ingest("a.txt", text.encode("utf-8", "replace"), sidecar, Settings())
    assert article or any(problem.severity == "error" for problem in problems)
    if article:
        assert_holds(article)


@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_a_reason(data):
    for name in ("a.txt", "a.eml"):
        article, problems = ingest(name, data, None, Settings())
        assert article or any(problem.severity == "error" for problem in problems)
        if article:
            assert_holds(article)


TEXTS = {**attacks.HTML, **attacks.MARKDOWN, **attacks.EXPORTS, **attacks.TEXT}


@pytest.mark.parametrize("attack", TEXTS.values(), ids=TEXTS)
def test_attacks_in_a_text_seed_stay_text(attack):
    article = read(f"Headline {attack}\n{BODY}\n{attack}")
    assert_holds(article)
    assert article.text.endswith(clean(attack)[0])


@pytest.mark.parametrize("attack", attacks.PATHS.values(), ids=attacks.PATHS)
def test_attacks_on_paths_become_ids(attack):
    article, _ = ingest("a.txt", f"{attack}\n\n{BODY}".encode(), None, Settings())
    assert_holds(article)
    assert set(article.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[2J.txt", "a\udcff.txt"])
def test_file_names_that_cannot_be_shown_are_refused(name):
    article, (problem,) = ingest(name, BODY.encode(), None, Settings())
    assert article is None
    assert problem.code == "seed-name"
    problem.path.encode()
    assert not ILLEGAL.search(problem.path)


@pytest.mark.parametrize(("name", "text"), attacks.SIZE.items(), ids=attacks.SIZE)
@pytest.mark.parametrize("suffix", [".txt", ".html", ".md", ".eml"])
def test_size_costs_no_time(name, text, suffix):
    began = time.process_time()
    article, _ = ingest(f"a{suffix}", text.encode(), None, Settings())
    assert time.process_time() - began < 10, "of the processor: what runs away takes minutes"
    if article:
        assert_holds(article)


# --- ids --------------------------------------------------------------------------------------


def test_twins_get_different_ids_that_do_not_depend_on_order():
    first, second, third = (read(f"Harbour opens\n{BODY}", name=name) for name in ("a.txt", "b.txt", "c.txt"))
    assert first.id == second.id == "harbour-opens"
    assert [each.id for each in addressed([first, second], [])] == ["harbour-opens", "harbour-opens-ffa0"]
    assert [each.id for each in addressed([second], ["other", first.id])] == ["harbour-opens-ffa0"]
    assert [each.id for each in addressed([second], [first.id.upper()])] == ["harbour-opens-ffa0"]
    assert len({each.id for each in addressed([first, second, third], [])}) == 3


def test_a_long_twin_keeps_its_limit():
    first, twin = addressed([read(f"{'word ' * 40}\n{BODY}")] * 2, [])
    assert twin.id != first.id
    assert_holds(twin)


# --- language ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("The talks are over.", ("en",), "en"),
        ("Die Gespräche sind vorbei.", ("de", "en"), "de"),
        ("한국 정부는 오늘 협상을 끝냈다", ("en",), "ko"),
        ("交渉は今日終わった", ("en",), "ja"),
        ("谈判今天结束了", ("en",), "zh"),
        ("谈判今天结束了", ("en", "ja"), "ja"),
        ("Переговоры завершились", ("en",), "ru"),
        ("Переговори завершилися", ("en", "uk"), "uk"),
        ("انتهت المحادثات اليوم", ("en",), "ar"),
        ("השיחות הסתיימו היום", ("en",), "he"),
        ("Οι συνομιλίες τελείωσαν", ("en",), "el"),
        ("The talks are over.", ("ko",), "en"),
        ("The talks are over.", ("ko", "fr"), "fr"),
        ("12:30", ("ko",), "ko"),
    ],
)
def test_the_language_is_the_dossiers_unless_the_script_says_otherwise(text, expected, found):
    assert language(text, expected) == found


def test_a_guessed_language_is_named_as_a_guess():
    _, (problem,) = ingest("a.txt", "한국 정부는 오늘 협상을 끝냈다.".encode(), None, Settings())
    assert (problem.code, problem.severity) == ("language-guessed", "info")
    assert codes("한국 정부는 오늘 협상을 끝냈다.".encode(), "language: ko") == []


# --- mail -------------------------------------------------------------------------------------

MAIL = b"""\
From: =?utf-8?Q?Hafenbriefing_=E2=80=93_Vessia?= <briefing@harbour.example>\r
To: analyst@desk.example\r
Subject: =?iso-8859-1?Q?Harbour_opens_at_caf=E9?=\r
Date: Tue, 04 Mar 2031 23:30:00 +0100\r
MIME-Version: 1.0\r
"""
PLAIN = b"""\
Content-Type: text/plain; charset=windows-1252\r
Content-Transfer-Encoding: quoted-printable\r
\r
Orla Pelham opened the har=\r
bour on Monday. =93It is open,=94 she said.\r
"""
BOTH = (
    b"""\
Content-Type: multipart/alternative; boundary="b"\r
\r
--b\r
Content-Type: text/html; charset=utf-8\r
\r
<html><body><p>Click here.</p></body></html>\r
--b\r
"""
    + PLAIN
    + b"--b--\r\n"
)


@pytest.mark.parametrize("body", [PLAIN, BOTH], ids=["plain", "both"])
def test_a_saved_message_gives_its_text_and_what_its_head_says(body):
    article, problems = ingest("a.eml", MAIL + body, None, Settings())
    assert problems == ()
    assert (
        article.text
        == "Harbour opens at café\n\nOrla Pelham opened the harbour on Monday. “It is open,” she said."
    )
    assert (article.title, article.title_span) == ("Harbour opens at café", Span(0, 21))
    assert (article.published, article.published_from) == ("2031-03-04", "the message’s date")
    assert article.author == "Hafenbriefing – Vessia"
    assert encoded(article)
    told, _ = ingest("a.eml", MAIL + body, "title: Other", Settings())
    assert (told.title, told.published) == ("Other", "2031-03-04")


def test_a_message_that_begins_with_its_subject_says_it_once():
    body = f"harbour opens after a year\n\n{BODY}"
    letter = f"From: Ada <a@example.org>\nSubject: {HEADLINE}\n\n{body}"
    assert read(letter, name="a.eml").text == body
    assert codes(letter.encode(), name="a.eml") == []


def test_a_message_of_html_alone_is_read_as_a_page():
    body = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + page()
    article, _ = ingest("a.eml", MAIL + body, None, Settings())
    assert "opened the harbour of Vessia on Monday, after a year of repairs & waiting" in article.text
    assert "Home" not in article.text
    assert article.title == "Harbour opens at café"


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: =?no-such?Q?a?=\nDate: 99 Foo\nContent-Type: text/plain; charset=no-such\n\nText.",
        b"Content-Transfer-Encoding: base64\n\n%%%",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b",
        b"Subject: =?utf-8?B?a?=\n\nText.",
        b"\xff\xfe\x00",
    ],
)
def test_a_broken_message_gives_an_article_or_a_reason(data):
    article, problems = ingest("a.eml", data, None, Settings())
    assert article or problems


def test_a_message_without_a_text_is_no_article():
    article, (problem,) = ingest("a.eml", MAIL + b"\r\n \r\n", None, Settings())
    assert article is None
    assert problem.code == "seed-empty"


# --- HTML -------------------------------------------------------------------------------------

PAGE = """\
<!doctype html>
<html lang="en-GB"><head><meta charset="{charset}"><title>Harbour opens | Meridian</title>
<meta property="og:title" content="Harbour opens &amp; closes">
<meta property="og:site_name" content="Meridian Wire">
<meta name="author" content="Piet Sarre"><link rel="canonical" href="https://meridian.example/1">
{date}</head><body><nav><a href="/">Home</a> <a href="/more">More of everything</a></nav>
<article><h1>Harbour opens &amp; closes</h1>
<p>Orla Pelham opened the harbour of Vessia on Monday, after a year of repairs &amp; waiting. “It’s open,” she
said.</p>
<p>The minister closed it again on Tuesday, because the <b>crane</b> had not come. {attack}</p>
<p>Nobody on the quay was surprised by that, and the first ship waits outside until the fifth of May.</p></article>
<footer>Copyright 2019 Meridian</footer></body></html>
"""
DATE = '<meta property="article:published_time" content="2031-03-04T10:00:00+01:00">'


def page(charset: str = "utf-8", date: str = DATE, attack: str = "") -> bytes:
    return PAGE.format(charset=charset, date=date, attack=attack).encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["a.html", "a.HTM", "saved-page.txt"])
def test_html_gives_the_article_and_what_its_head_says(charset, name):
    article, problems = ingest(name, page(charset), None, Settings(encodings=()))
    assert problems == ()
    lines = article.text.split("\n")
    assert lines[0] == "Harbour opens & closes"
    assert lines[1].endswith("after a year of repairs & waiting. “It’s open,” she said.")
    assert "Home" not in article.text
    assert (article.title, article.title_span) == ("Harbour opens & closes", Span(0, 22))
    assert (article.published, article.published_from) == ("2031-03-04", "the page’s metadata")
    assert (article.publisher, article.author, article.language) == ("Meridian Wire", "Piet Sarre", "en-GB")
    assert article.url == "https://meridian.example/1"
    assert encoded(article), "or no build can remember it"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        (DATE, "2031-03-04"),
        ('<meta name="pubdate" content="2031-03-04">', "2031-03-04"),
        (
            '<script type="application/ld+json">{{"datePublished": "2031-03-04T01:00Z"}}</script>',
            "2031-03-04",
        ),
        (
            '<script type="application/ld+json">{{"@graph": [1, {{"datePublished": "2031-03-04"}}]}}</script>',
            "2031-03-04",
        ),
        ('<script type="application/ld+json">[[[[{{</script>', ""),
        ('<time itemprop="datePublished" datetime="2031-03-04">', "2031-03-04"),
        ('<meta name="date" content="soon">', ""),
        ('<meta name="date" content="2031-13-45">', ""),
        ("", ""),
    ],
)
def test_the_date_of_a_page_comes_from_its_metadata_only(date, published):
    article, _ = ingest("a.html", page(date=date.replace("{{", "{").replace("}}", "}")), None, Settings())
    assert article.published == published
    assert encoded(article)


FURNITURE = [
    "<p>ADVERTISEMENT</p>",
    "<div><!-- slot --><span>Advertisement</span><script>show()</script></div>",
    "<p>Advertisement – continue reading below</p>",
    "<p>Story continues below</p>",
    "<p>Sign up for our newsletter</p>",
    '<p><a href="/n">Subscribe now to our Morning Brief newsletter!</a></p>',
    "<p>Share this article</p>",
    '<p><strong>Related:</strong> <a href="/1">Harbour fees rise</a></p>',
    '<p>READ MORE: <a href="/1">Harbour fees rise</a> | <a href="/2">Who pays for the quay?</a></p>',
    '<h3>Related stories</h3><ul><li><a href="/1">Harbour fees rise</a></li><li><a href="/2">Who pays?</a></ul>',
    '<div><h3>Read also</h3><p><a href="/1">Harbour fees rise</a></p></div>',
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_what_the_page_says_between_paragraphs_is_left_out(furniture):
    with_it = page(attack=f"</p>{furniture}<p>It came on Friday from Lund Quay, on two lorries.")
    without = page(attack="</p><p>It came on Friday from Lund Quay, on two lorries.")
    article, expected = (ingest("a.html", one, None, Settings())[0] for one in (with_it, without))
    assert article.text == expected.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Advertisements for the ferry were taken down on Sunday by the council of Vessia.",
        "Related: the council also met the harbour board, which said nothing of the fees.",
        "Read more books, the mayor told the pupils of Vessia who had missed their school.",
        'See also the report of the auditor, which <a href="/9">was published in March</a> by the board.',
        "Subscribe to our newsletter, the union told its members, and you will know first.",
    ],
)
def test_a_sentence_of_the_article_stays_whatever_it_begins_with(sentence):
    article, _ = ingest("a.html", page(attack=f"</p><p>{sentence}"), None, Settings())
    assert "".join(re.split("<[^>]*>", sentence)) in article.text


def test_a_list_below_a_label_stays_if_it_says_more_than_links():
    listed = '<ul><li><a href="/1">The fee</a>, which rises in May</li><li>No word of June.</li></ul>'
    article, _ = ingest("a.html", page(attack=f"</p><h3>Related</h3>{listed}<p>So be it."), None, Settings())
    assert "The fee, which rises in May" in article.text
    assert "Related" not in article.text


def test_the_sidecar_wins_over_the_page():
    sidecar = "title: Other\npublished: 2031-03-09\nlanguage: de"
    article, _ = ingest("a.html", page(), sidecar, Settings())
    assert (article.title, article.published, article.language) == ("Other", "2031-03-09", "de")
    assert article.publisher == "Meridian Wire"


@pytest.mark.parametrize("attack", attacks.HTML.values(), ids=attacks.HTML)
def test_attacks_in_a_page_leave_text_only(attack):
    article, _ = ingest("a.html", page(attack=attack), None, Settings())
    if article:
        assert_holds(article)
        assert "alert(1)" not in article.text or "&lt;" in attack


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<html></html>", "seed-empty"),
        ("<html><body><p><img src=a.png alt=Home></p></body></html>", "seed-empty"),
        ("<html>" + "<div>" * 300 + "Text.", "seed-html"),
        ("<html>" + "<p>word" * 60_000, "seed-html"),
    ],
)
def test_a_page_without_an_article_is_quarantined(source, code):
    article, (problem,) = ingest("a.html", source.encode(), None, Settings())
    assert article is None
    assert problem.code == code
