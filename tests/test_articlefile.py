"""The article's file: how it is written, that it is read as written, and what is said of slips."""

from dataclasses import replace

import attacks
import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from generator import articlefile
from generator.articlefile.layout import render
from generator.articlefile.normal import Normal
from generator.articlefile.taking_apart import parse
from generator.model import (
    Article,
    Correction,
    Event,
    IssueItem,
    Mention,
    NamedEntity,
    Reading,
    Span,
    Statement,
    Temporal,
)
from generator.naming import find_mentions

PATH = "content/articles/ferry.md"
TEXT = """\
Ferry strike: “We will not sail,” says the union
On the 3rd, Ada Brook said “we are close,” and added: “It could happen this week.” This week will be short.

Brook Street stayed closed, an official told Harbour Radio; the fee is [sic] *settled*."""
ARTICLE = Article(
    "ferry", "ferry.txt", TEXT, "Ferry strike: “We will not sail,” says the union", published="2031-04-05",
    published_from="sidecar",
)  # fmt: skip


def at(words, number=1, text=TEXT):
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


BROOK = NamedEntity("ada-brook", "person", "Ada Brook", ("Ada Brook", "Brook"), "negotiator", rule="names")
UNION = NamedEntity("union", "organization", "the union", ("the union",))
NOBODY = Mention(at("Brook", 2), "", "m2345")
READING = Reading(
    entities=(BROOK, UNION),
    mentions=find_mentions(TEXT, (BROOK, UNION), (NOBODY,)),
    temporals=(
        Temporal(at("the 3rd"), "DATE", "past", rule="day of the month"),
        Temporal(at("this week"), "DATE", "future"),
        Temporal(at("This week"), "DURATION", None, unsure="or a date"),
    ),
    statements=(
        Statement((at("We will not sail,"),), "direct", at("the union"), at("says")),
        Statement(
            (at("we are close,"), at("It could happen this week.")), "direct", at("Ada Brook"), at("added"),
            speaker="ada-brook", certainty="hedged", when="the 3rd",
        ),
        Statement(
            (at("Brook Street stayed closed"),), "indirect", at("an official"), at("told"), anonymous=True,
            via="Harbour Radio",
        ),
    ),
    events=(Event(at("It could happen this week"), at("happen"), "forecast", said_by="ada-brook"),),
    issues=(
        IssueItem(at("strike"), "ferry-strike", "ferry strike"),
        IssueItem(at("the fee"), "the-fee", "the fee", "", "ferry-strike", "claimed agreed", "an official"),
    ),
)  # fmt: skip

FILE = """\
---
seed: ferry.txt
title: "Ferry strike: “We will not sail,” says the union"
published: "2031-04-05"
language: en
entities:
  - id: ada-brook
    type: person
    name: Ada Brook
    role: negotiator
    names: [Ada Brook, Brook]

  - id: union
    type: organization
    name: the union
---
Ferry strike: “We will not sail,” says the union

```annotations
- id: ikado
  issue: strike
  name: ferry strike

- id: sh3h2
  statement: We will not sail,
  source: the union
  cue: says
  mode: direct
```

On the 3rd, Ada Brook said “we are close,” and added: “It could happen this week.” This week will be short.

```annotations
- id: tstc6
  temporal: the 3rd
  tense: past

- id: swb2s
  statement:
    - we are close,
    - It could happen this week.
  source: Ada Brook
  speaker: ada-brook
  cue: added
  mode: direct
  certainty: hedged
  when: the 3rd

- id: ec3py
  event: It could happen this week
  trigger: happen
  phase: forecast
  said_by: ada-brook

- id: tp6lr
  temporal: this week
  tense: future

- id: tm3mi
  temporal: This week
  type: DURATION
  unsure: or a date
```

Brook Street stayed closed, an official told Harbour Radio; the fee is [sic] \\*settled\\*.

```annotations
- id: snypf
  statement: Brook Street stayed closed
  source: an official
  cue: told
  mode: indirect
  anonymous: yes
  via: Harbour Radio

- id: m2345
  mention: Brook
  entity: nobody

- id: iwlmr
  issue: the fee
  part_of: ferry-strike
  status: claimed agreed
  according_to: an official
```

"""


def bare(reading):
    """Without ids and rules, which the machine gives."""
    kinds = ("temporals", "statements", "events", "issues", "mentions")
    return {kind: [replace(item, id="") for item in getattr(reading, kind)] for kind in kinds}


def read(source, seed=ARTICLE):
    return articlefile.read(source, PATH, seed)


def test_a_new_file_reads_from_top_to_bottom():
    source = articlefile.write(ARTICLE, READING, extractor=7)
    assert source.split("```ledger")[0] == FILE
    assert '"format 1, extractor 7, text ' in source


def test_it_says_what_was_read():
    annotated, problems = read(articlefile.write(ARTICLE, READING))
    assert problems == ()
    assert annotated.article == ARTICLE
    assert annotated.reading.entities == READING.entities
    assert bare(annotated.reading) == bare(READING)
    assert annotated.lines["ada-brook"] == 7
    assert annotated.lines["sh3h2"] == 24
    assert annotated.reviewed_items == frozenset()


def test_without_a_ledger_all_of_it_is_by_hand():
    annotated, problems = read(FILE)
    assert problems == ()
    assert annotated.reviewed_items == set(annotated.lines)


# --- any text, any items ----------------------------------------------------------------------

VOCABULARY = [
    "he",
    "the",
    "talks",
    "The",
    "said",
    "13",
    "–",
    "[x](y)",
    "*",
    "# a",
    "“now,”",
    "- b",
    "yes",
    "a: b",
]


@st.composite
def readings(draw):
    """Items on words that stand often, so that most need the number of their occurrence."""
    paragraph = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(" ".join)
    text = draw(st.lists(paragraph, min_size=1, max_size=3).map("\n".join))

    def span():
        words = [i for i in range(len(text)) if not text[i].isspace() and (i == 0 or text[i - 1].isspace())]
        start = draw(st.sampled_from(words))
        line = (text + "\n").index("\n", start)
        ends = [i for i in range(start + 1, line + 1) if i == line or text[i] == " "]
        return Span(start, draw(st.sampled_from(ends)))

    def statement():
        content = sorted({span(), span()}) if draw(st.booleans()) else [span()]
        apart = len(content) < 2 or content[0].end < content[1].start
        source, cue = (span() if draw(st.booleans()) else None for _ in range(2))
        return Statement(tuple(content if apart else content[:1]), "indirect", source, cue)

    def event():
        clause = span()
        words = [i for i in range(clause.start, clause.end) if i == clause.start or text[i - 1] == " "]
        start = draw(st.sampled_from(words))
        return Event(
            clause,
            Span(start, clause.end),
            "happened",
            what=draw(st.sampled_from(["", "no", "- x", "a # b"])),
        )

    def issue():
        name = draw(st.sampled_from(["the talks", "null", "12:30"]))
        return IssueItem(
            span(), "other" if draw(st.booleans()) else name.replace(" ", "-").replace(":", "-"), name
        )

    def several(make):
        return tuple(make() for _ in range(draw(st.integers(0, 3))))

    reading = Reading(
        temporals=several(lambda: Temporal(span(), "TIME", unsure=draw(st.sampled_from(["", "~", "a\tb"])))),
        statements=several(statement),
        events=several(event),
        issues=several(issue),
    )
    return text, reading


@settings(max_examples=150)
@given(readings())
def test_what_is_written_is_read(made):
    text, reading = made
    article = Article("a", "a.txt", text, "A title")
    source = articlefile.write(article, reading)
    annotated, problems = articlefile.read(source, "content/articles/a.md", article)
    assert problems == ()
    assert {k: sorted(map(repr, v)) for k, v in bare(annotated.reading).items()} == {
        k: sorted(map(repr, v)) for k, v in bare(reading).items()
    }
    assert articlefile.write(annotated.article, annotated.reading) == source


YAML = {name: source for name, (source, _code) in attacks.YAML.items()}
CLEAN = {
    name: " ".join(source.split())
    for name, source in YAML.items()
    if len(source) < 9_000 and (source.isprintable() or "\n" in source)
}
HOSTILE = {**attacks.HTML, **attacks.MARKDOWN, **attacks.TEXT, **CLEAN}


@pytest.mark.parametrize("attack", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_seed_is_text(attack):
    """As text, as title, as a name and as a role."""
    line = " ".join(attack.split())
    text = f"{attack}\n\n{line} said so.".strip()
    article = Article("a", "a.txt", text, line, publisher=line)
    reading = Reading(
        entities=(NamedEntity("x", "person", line, (line,), role=line),),
        temporals=(Temporal(Span(len(text) - 8, len(text)), "DATE", unsure=line),),
    )
    source = articlefile.write(article, reading)
    annotated, problems = articlefile.read(source, "content/articles/a.md", article)
    assert problems == ()
    assert annotated.article == article
    assert annotated.reading.entities == reading.entities
    assert [item.unsure for item in annotated.reading.temporals] == [line]
    assert articlefile.read(source, "content/articles/a.md", None)[0].article.text == Normal.of(text).text


@given(
    st.lists(
        st.sampled_from(
            [
                "---",
                "```annotations",
                "```",
                "~~~ledger",
                "- id: a",
                "  - b",
                "# c",
                "",
                "title: x",
                "entities:",
                "## Notes",
                "text",
                "<<<<<<< a",
                "\r",
                '"x"',
                "- [",
            ]
        )
    ).map("\n".join)
)
@settings(max_examples=200)
def test_any_file_can_be_read(source):
    """Whatever people write, reading ends, says what is wrong, and takes every line into one part."""
    read(source)
    read(source, None)
    assert render(parse(source, PATH)) == source


@pytest.mark.parametrize("attack", YAML.values(), ids=YAML)
def test_hostile_yaml_in_an_item_costs_that_item_only(attack):
    source = FILE.replace("  tense: past\n", "  tense: past\n  " + attack.replace("\n", "\n  ") + "\n", 1)
    annotated, problems = read(source)
    assert problems
    assert [item.id for item in annotated.reading.statements] == ["sh3h2", "swb2s", "snypf"]


# --- what people write ------------------------------------------------------------------------

SLIPS = [
    # what stands there, what a person makes of it, what is said: line, code, part of message and hint
    ("temporal: the 3rd", "temporal: the 4th", 35, "quote-not-found", "“the 4th” is not in", "the 3rd"),
    ("temporal: the 3rd", "temporal: the fee", 35, "quote-elsewhere", "another paragraph", "Move the item"),
    ("tense: past", "tence: past", 36, "unknown-key", "tence", "tense"),
    ("tense: past", "tense: passed", 36, "not-one-of", "passed", "past"),
    ("tense: past", "date: 2031-13-45", 36, "bad-value", "2031-13-45", "no such day"),
    ("tense: past", "occurrence: 2", 36, "quote-not-found", "does not stand so often", "once"),
    ("temporal: the 3rd", "temporel: the 3rd", 34, "unknown-kind", "does not say what it is", "temporal"),
    ("speaker: ada-brook", "speaker: ada-brok", 43, "unknown-entity", "ada-brok", "ada-brook"),
    ("source: Ada Brook", "source: Ada Brock", 42, "quote-not-found", "Ada Brock", "Ada Brook"),
    ("entity: nobody", "entity: somebody", 78, "unknown-entity", "somebody", "front matter"),
    ("id: tstc6", "id: sh3h2", 34, "duplicate-id", "sh3h2", "line 24"),
    ("id: tstc6", "id: No Id!", 34, "bad-value", "No Id!", "no-id"),
    ('published: "2031-04-05"', "published: April", 4, "bad-value", "April", "2031-03-04"),
    ("language: en", "langauge: en", 5, "unknown-key", "langauge", "language"),
    ("language: en", "language: en\nlanguage: de", 6, "yaml-duplicate-key", "twice", "line 5"),
    ("    type: person\n", "    type: human\n", 8, "not-one-of", "human", ""),
    ("  tense: past\n", "  tense: [past\n", 36, "yaml-syntax", "", ""),
    ("On the 3rd, Ada", "On the 4th, Ada", 31, "text-changed", "where the seed has “the 3rd,", "seeds/ferry.txt"),
    ("- id: tstc6\n", "id: tstc6\n", 34, "not-a-list", "belongs to nothing", "- "),
]  # fmt: skip


@pytest.mark.parametrize(
    ("there", "made", "line", "code", "message", "hint"), SLIPS, ids=[made for _, made, *_ in SLIPS]
)
def test_a_slip_is_told_with_its_place(there, made, line, code, message, hint):
    source = FILE.replace(there, made, 1)
    annotated, problems = read(source)
    assert annotated is not None
    found = [problem for problem in problems if problem.code == code]
    assert [(problem.line, problem.path) for problem in found][:1] == [(line, PATH)], problems
    assert message in found[0].message
    assert hint in found[0].hint


HEADS = {
    "seed: x.txt": "x.txt",
    "seed: x.txt  # the longer one": "x.txt",
    'seed: "x # y.txt" # note': "x # y.txt",
    "seed: 'it''s.txt'": "it's.txt",
    "seed: x#y.txt": "x#y.txt",
    '"seed" : x.txt': "x.txt",
    "seed: x.txt\r": "x.txt",
    "seed: # none": "",
    "seed: [x": "",
    "seeds: x.txt": "",
}


@pytest.mark.parametrize("line", HEADS)
def test_the_header_reads_the_seed_as_yaml_has_it(line):
    assert articlefile.header(f"---\n{line}\ntitle: T\n---\n").seed == HEADS[line]


@pytest.mark.parametrize("line", ["rights: ful", "rihgts: quotes", "rights: [full]", "rights: 'full"])
def test_a_slip_in_rights_publishes_nothing(line):
    annotated, problems = read(FILE.replace("language: en", line, 1))
    assert annotated.article.rights == "none"
    assert problems


def test_the_address_is_that_of_the_file_whatever_the_title():
    seed = Article("another-title", "a.txt", "Now.", "Another title")
    annotated, _ = articlefile.read("---\nseed: a.txt\n---\nNow.\n", "content/articles/first-title.md", seed)
    assert annotated.article.id == "first-title"


def test_all_slips_are_told_at_once_and_what_is_good_is_kept():
    source = FILE
    for there, made, *_ in SLIPS[1:4:2]:
        source = source.replace(there, made, 1)
    source = source.replace("mode: indirect", "mode: reported").replace("tense: future", "tence: future")
    annotated, problems = read(source)
    assert [problem.code for problem in problems] == [
        "quote-elsewhere",
        "not-one-of",
        "unknown-key",
        "not-one-of",
    ]
    assert [item.id for item in annotated.reading.temporals] == ["tp6lr", "tm3mi", "tstc6"]
    assert [item.tense for item in annotated.reading.temporals] == [None, None, None], (
        "without the key that is wrong"
    )
    assert [item.id for item in annotated.reading.statements] == ["sh3h2", "swb2s"], "mode is needed"


def test_a_person_may_write_an_item_without_id():
    item = "- issue: short\n  name: length of the week\n\n- id: tstc6"
    annotated, problems = read(FILE.replace("- id: tstc6", item, 1))
    (issue,) = (issue for issue in annotated.reading.issues if issue.name == "length of the week")
    assert problems == ()
    assert issue.issue == "length-of-the-week"
    assert issue.id.startswith("i")
    assert annotated.lines[issue.id] == 34


def test_words_that_stand_twice_are_asked_about():
    text = "Now they talk, and now they wait; now is the time."
    seed = Article("a", "a.txt", text, "T")
    item = "```annotations\n- temporal: now\n```\n"
    annotated, problems = articlefile.read(
        f"---\nseed: a.txt\n---\n{text}\n\n{item}", "content/articles/a.md", seed
    )
    assert [(p.code, p.severity, p.line) for p in problems] == [("quote-ambiguous", "info", 7)]
    assert annotated.reading.temporals[0].span.start == text.index("now")
    numbered = item.replace("now\n", "now\n  occurrence: 2\n")
    annotated, problems = articlefile.read(
        f"---\nseed: a.txt\n---\n{text}\n\n{numbered}", "content/articles/a.md", seed
    )
    assert problems == ()
    assert annotated.reading.temporals[0].span.start == text.rindex("now")


def test_the_front_matter_wins_over_the_seed_where_a_person_wrote_it():
    written = articlefile.write(ARTICLE, READING)
    newer = replace(ARTICLE, published="2031-04-06", published_from="the text’s second line")
    assert read(written, newer)[0].article.published == "2031-04-06", "nobody touched it"
    by_hand = written.replace('published: "2031-04-05"', 'published: "2031-04-07"')
    article = read(by_hand, newer)[0].article
    assert (article.published, article.published_from) == ("2031-04-07", "by hand")
    changed = by_hand.replace(
        "language: en", "language: ko\nrights: quotes\npublisher: Harbour Radio\nreviewed: yes"
    )
    annotated, problems = read(changed, newer)
    assert problems == ()
    assert (annotated.article.language, annotated.article.rights, annotated.article.publisher) == (
        "ko",
        "quotes",
        "Harbour Radio",
    )
    assert annotated.reviewed == "yes"


def test_blanks_and_wrapping_are_no_change_of_the_text():
    wrapped = FILE.replace("“It could happen", "“It\ncould   happen").replace("\\*settled\\*", "*settled*")
    assert read(wrapped)[1] == ()
    assert read(FILE.replace("\n", "\r\n"))[1] == ()
    assert read("\ufeff" + FILE)[1] == ()


def test_a_seed_that_was_corrected_moves_what_stands_in_it():
    seed = replace(ARTICLE, text=TEXT.replace("On the 3rd", "At noon on the 3rd").replace("short", "long"))
    annotated, problems = read(articlefile.write(ARTICLE, READING), seed)
    assert [(problem.code, problem.severity) for problem in problems] == [("seed-changed", "warning")]
    words = [seed.text[item.span.start : item.span.end] for item in annotated.reading.temporals]
    assert words == ["the 3rd", "this week", "This week"]


def test_a_seed_that_is_missing_leaves_the_text_of_the_file():
    annotated, problems = read(FILE, None)
    assert [problem.code for problem in problems] == ["seed-missing"]
    assert annotated.article.text == Normal.of(TEXT).text
    assert annotated.article.title == ARTICLE.title
    assert annotated.article.id == "ferry"
    assert len(annotated.reading.statements) == 3


TAIL = """
## Notes

The editor's *own* words.

```yaml
## Notes
```

## Corrections

```corrections
- date: 2031-04-06
  what: the day of the briefing
  old: the 2nd
  new: the 3rd
```
"""


def test_notes_and_corrections():
    annotated, problems = read(FILE + TAIL)
    assert problems == ()
    assert annotated.notes == "The editor's *own* words.\n\n```yaml\n## Notes\n```"
    assert annotated.corrections == (
        Correction("2031-04-06", "the day of the briefing", "the 2nd", "the 3rd"),
    )
