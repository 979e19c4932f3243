"""The ten rules, each in a small example; test_merge_laws.py holds them under any sequence of events."""

from dataclasses import replace

import pytest

from generator import articlefile
from generator.merge import merge
from generator.model import (
    Article,
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

TEXT = """\
On the 3rd, Ada Brook said the fee was settled. It could rise this week.
The council meets on the 9th, and Brook will attend. Nobody from the port will come this week."""
ARTICLE = Article("fee", "fee.txt", TEXT, "The fee", published="2031-04-05")
PATH = "content/articles/fee.md"


def at(words, number=1, text=TEXT):
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


BROOK = NamedEntity("ada-brook", "person", "Ada Brook", ("Ada Brook", "Brook"))
COUNCIL = NamedEntity("council", "organization", "The council", ("The council",))
THIRD = Temporal(at("the 3rd"), "DATE", "past")
NINTH = Temporal(at("the 9th"), "DATE", "future")
WEEK = Temporal(at("this week"), "DATE", "future")
SAID = Statement((at("the fee was settled"),), "indirect", at("Ada Brook"), at("said"), speaker="ada-brook")
MEETS = Event(at("The council meets on the 9th"), at("meets"), "scheduled", participants=("council",))
FEE = IssueItem(at("the fee"), "the-fee", "the fee")
READING = Reading((BROOK, COUNCIL), (), (THIRD, WEEK, NINTH), (SAID,), (MEETS,), (FEE,))

THIRD_ID = "- id: t54bo"


@pytest.fixture
def first():
    """The file after the first run."""
    return merge(ARTICLE, READING, None).source


def run(source, reading=READING, article=ARTICLE, **options):
    merged = merge(article, reading, source, **options)
    assert merge(article, reading, merged.source, **options).source == merged.source, (
        "a second run changes nothing"
    )
    return merged


def read(source, article=ARTICLE):
    return articlefile.read(source, PATH, article)


def item_of(source, words):
    """The lines of the item that quotes `words`, as they stand."""
    return next(
        part
        for part in source.split("\n\n")
        if f": {words}\n" in f"{part}\n".replace("\n```", "") and "id: " in part
    )


def without(source, words):
    """The file without the item that quotes `words`."""
    lines = source.split("\n")
    quote = next(
        i for i, line in enumerate(lines) if line.endswith(f": {words}") and not line.startswith('"')
    )
    start = max(i for i in range(quote + 1) if lines[i].startswith("- "))
    end = next(i for i in range(quote, len(lines)) if not lines[i].startswith(" ") and i > quote)
    return "\n".join(lines[:start] + lines[end + (lines[end] == "") :])


# 1. Running annotate again on unchanged input changes no byte.


def test_nothing_new_changes_nothing(first):
    assert run(first).source == first
    assert merge(ARTICLE, READING, first).diagnostics == ()


# 2. What a person touched stays, whatever is proposed.

TOUCHES = [
    ("tense: past", "tense: present"),
    ("tense: past", "tense: past\n  date: 2031-04-03"),
    ("tense: past", "tense: past  # of the report"),
    ("tense: past", "tense: past\n  # of the report"),
    ("  temporal: the 3rd", '  temporal: "the 3rd"'),
    ("- id: ", "# who says?\n- id: "),
    ("tense: past", "reviewed: yes"),
    ("tense: past", "tense: gone wrong"),
]


@pytest.mark.parametrize(("there", "made"), TOUCHES, ids=[made for _, made in TOUCHES])
@pytest.mark.parametrize(
    "later",
    [READING, Reading(), replace(READING, temporals=(replace(THIRD, type="TIME"),))],
    ids=["same", "none", "other"],
)
def test_a_touched_item_stays(first, there, made, later):
    item = item_of(first, "the 3rd").removeprefix("```annotations\n")
    mine = item.replace(there, made, 1)
    merged = run(first.replace(item, mine), later)
    assert mine in merged.source
    merged = run(merged.source, Reading())
    merged = run(merged.source, READING)
    assert mine in merged.source
    assert [item.span for item in read(merged.source)[0].reading.temporals].count(THIRD.span) == 1, "no twin"


def test_an_edit_that_the_machine_agrees_with_and_then_takes_back(first):
    """A three-way merge loses the edit here."""
    edited = first.replace("tense: past", "tense: future")
    agreed = run(edited, replace(READING, temporals=(replace(THIRD, tense="future"), WEEK, NINTH)))
    assert agreed.disagreements == ()
    back = run(agreed.source, READING)
    assert "temporal: the 3rd\n  tense: future" in back.source
    assert [item.what for item in back.disagreements] == ["temporal t54bo: the machine reads tense: past"]


def test_what_a_person_wrote_is_not_written_twice(first):
    mine = "- temporal: this week\n  date: 2031-W14  # from Monday"
    source = without(first, "this week").replace(THIRD_ID, f"{mine}\n\n{THIRD_ID}")
    merged = run(source.split("```ledger")[0], READING)
    assert mine in merged.source
    assert merged.source.count("temporal: this week") == 1


# 3. What a person deleted never comes back, nor does its twin; what the machine withdrew comes back for review.


@pytest.mark.parametrize(
    "twin",
    [
        THIRD,
        replace(THIRD, type="TIME"),
        replace(THIRD, span=at("On the 3rd")),
        replace(THIRD, span=at("3rd")),
    ],
    ids=["same", "other type", "longer", "shorter"],
)
def test_a_deleted_item_never_comes_back(first, twin):
    merged = run(without(first, "the 3rd"))
    for later in (Reading(), replace(READING, temporals=(twin, WEEK, NINTH)), READING):
        merged = run(merged.source, later)
        assert "3rd\n  tense" not in merged.source
    assert [item.what for item in merged.disagreements] == [
        "temporal t54bo: removed by hand, still proposed: the 3rd"
    ]


def test_another_event_of_the_same_clause_is_no_twin(first):
    other = replace(MEETS, trigger=at("council"), phase="awaited")
    merged = run(without(first, "The council meets on the 9th"), replace(READING, events=(MEETS, other)))
    assert "trigger: council" in merged.source
    assert "trigger: meets" not in merged.source


def test_a_withdrawn_item_comes_back_for_review(first):
    gone = run(first, replace(READING, temporals=(WEEK, NINTH)))
    assert "temporal: the 3rd" not in gone.source
    assert "withdrawn  “the 3rd”" in gone.source
    back = run(gone.source)
    assert "temporal: the 3rd\n  tense: past\n  unsure: withdrawn once, now proposed again" in back.source
    assert THIRD_ID in back.source, "under its old id"


# 4. What nobody touched is the newest proposal.


def test_untouched_items_follow_the_machine(first):
    newer = replace(
        READING,
        temporals=(replace(THIRD, tense="present"), NINTH),
        statements=(replace(SAID, certainty="hedged"),),
        events=(replace(MEETS, span=at("council meets on the 9th")),),
    )
    merged = run(first, newer)
    annotated, problems = read(merged.source)
    assert problems == ()
    assert [item.tense for item in annotated.reading.temporals] == ["present", "future"]
    assert annotated.reading.statements[0].certainty == "hedged"
    assert annotated.reviewed_items == frozenset()
    ids = [item.id for item in read(first)[0].reading.events]
    assert [item.id for item in annotated.reading.events] == ids, "the address stays"


def test_a_new_item_stands_at_its_place(first):
    alone = run(first, replace(READING, temporals=(THIRD, NINTH)))
    assert (
        run(alone.source, replace(READING, temporals=(THIRD, WEEK, NINTH))).source.index("this week\n  t") > 0
    )
    anew = merge(ARTICLE, replace(READING, temporals=(THIRD, NINTH)), None).source
    later = merge(ARTICLE, READING, anew).source
    assert later == first, "written anew or merged, the file is the same"


# 5. Bytes outside of what the machine owns never change.


def test_comments_order_and_blank_lines_stay(first):
    odd = first.replace("```annotations\n", "```annotations\n# to do: check with the port\n\n\n", 1)
    odd = odd.replace("language: en", "language:   'en' # of course\nreviewed: Ada")
    odd = odd.replace("```ledger", "## Notes\n\n* mine\n\n\n```ledger")
    merged = run(odd, replace(READING, temporals=(NINTH,), issues=()))
    for kept in (
        "# to do: check with the port\n\n\n",
        "language:   'en' # of course\nreviewed: Ada",
        "* mine\n\n\n```ledger",
    ):
        assert kept in merged.source
    assert run(merged.source, Reading()).source.count("# to do: check with the port") == 1


def test_windows_line_ends_stay(first):
    merged = merge(ARTICLE, replace(READING, temporals=()), first.replace("\n", "\r\n"))
    assert merged.source == run(first, replace(READING, temporals=())).source.replace("\n", "\r\n")


# 6. Nothing is silent.


def test_disagreements_say_what_the_machine_reads(first):
    edited = first.replace("mode: indirect", "mode: mixed").replace("title: The fee", "title: A fee")
    merged = run(edited, READING)
    assert [(item.reason, item.what) for item in merged.disagreements] == [
        ("disagreement", "title: the machine reads The fee"),
        ("disagreement", "statement sritj: the machine reads mode: indirect"),
    ]
    lines = merged.source.split("\n")
    assert [lines[item.line - 1] for item in merged.disagreements] == ["title: A fee", "- id: sritj"]
    assert read(merged.source)[0].review == merged.disagreements
    assert (
        run(merged.source, replace(READING, statements=()))
        .disagreements[1]
        .what.endswith("reads nothing here")
    )


def test_what_a_person_adds_is_no_disagreement(first):
    edited = first.replace("mode: indirect", "mode: indirect\n  date: 2031-04-03\n  reviewed: yes")
    assert run(edited).disagreements == ()


# 7. When the seed is corrected, anchors move; what cannot be placed is listed.

CORRECTIONS = [
    # words, corrected to, the touched item's words before, and after (None: they are gone)
    ("On the 3rd", "At last, on the 3rd", "the 3rd", "the 3rd"),
    ("On the 3rd", "On the 4th", "the 3rd", None),
    ("It could rise this week.", "", "this week", None),
    ("It could rise this week", "This week, it could rise this week", "this week", "this week"),
    ("the fee was settled", "the fee was not settled", "the fee was settled", "the fee was not settled"),
    ("Nobody", "This week nobody", "The council meets on the 9th", "The council meets on the 9th"),
    (
        "meets on the 9th",
        "meets on the 10th",
        "The council meets on the 9th",
        "The council meets on the 10th",
    ),
]


@pytest.mark.parametrize(
    ("there", "corrected", "before", "after"), CORRECTIONS, ids=[c for _, c, *_ in CORRECTIONS]
)
def test_a_touched_item_moves_with_the_text(first, there, corrected, before, after):
    item = item_of(first, before).removeprefix("```annotations\n").removesuffix("\n```")
    touched = run(first.replace(item, f"{item}\n  reviewed: Ada  # yes"))
    article = replace(ARTICLE, text=TEXT.replace(there, corrected, 1).replace("  ", " "))
    people = Reading((BROOK, COUNCIL))
    merged = run(touched.source, people, article)
    assert "reviewed: Ada  # yes" in merged.source
    annotated, problems = read(merged.source, article)
    items = [i for kind in ("temporals", "statements", "events") for i in getattr(annotated.reading, kind)]
    if after is None:
        assert items == []
        assert [(item.reason, item.what.split(": ")[1]) for item in merged.orphans] == [("orphaned", before)]
        assert [problem.code for problem in problems] == ["quote-not-found"]
        if before not in article.text:
            assert run(merged.source, people, ARTICLE).orphans == (), "taken back, it is there again"
        return
    assert problems == ()
    (there_now,) = items
    span = there_now.content[0] if isinstance(there_now, Statement) else there_now.span
    assert article.text[span.start : span.end] == after
    assert [problem.code for problem in merged.diagnostics] == ["quote-corrected"] * (before != after)
    assert merged.orphans == ()


def test_which_of_several_places_is_meant_survives_a_correction(first):
    touched = run(first.replace("this week\n  tense: future", "this week\n  tense: future  # mine"))
    article = replace(ARTICLE, text=TEXT.replace("On the 3rd", "Not this week but on the 3rd"))
    merged = run(touched.source, Reading(), article)
    assert "temporal: this week\n  occurrence: 2\n  tense: future  # mine" in merged.source
    span = read(merged.source, article)[0].reading.temporals[0].span
    assert span == at("this week", 2, article.text)


def test_sentences_that_were_corrected_keep_their_old_address(first):
    once = replace(ARTICLE, text=TEXT.replace("the fee was settled", "the fee is settled"))
    twice = replace(
        ARTICLE,
        text=once.text.replace("Nobody", "Hardly anybody").replace(
            "the fee is settled", "the fees are settled"
        ),
    )
    merged = run(run(first, READING, once).source, Reading(), twice)
    aliases = read(merged.source, twice)[0].aliases
    from generator.sentences import split

    old, new = split(TEXT), split(twice.text)
    assert aliases[old[0].id] == new[0].id
    assert aliases[split(once.text)[0].id] == new[0].id
    assert aliases[old[3].id] == new[3].id
    assert old[1].id not in aliases, "it did not change"


def test_a_deletion_holds_after_a_correction(first):
    source = run(without(first, "the 3rd")).source
    article = replace(ARTICLE, text=TEXT.replace("On the 3rd", "Late on the 3rd"))
    later = replace(
        READING,
        temporals=(Temporal(at("the 3rd", 1, article.text), "DATE"),),
        statements=(),
        events=(),
        issues=(),
    )
    assert "temporal: the 3rd" not in run(source, later, article).source


def an_issue(span):
    return Reading(issues=(IssueItem(span, "the-toll", "the toll"),))


def a_statement(span):
    return Reading(statements=(Statement((span,), "indirect"),))


def a_time(span):
    return Reading(temporals=(Temporal(span, "DATE"),))


def a_meeting(span):
    convenes = span.start + len("The council ")
    return Reading(events=(Event(span, Span(convenes, convenes + len("convenes")), "scheduled"),))


SMALL_CORRECTIONS = [
    # words, corrected to, the removed item's words before, what stands in their place, and is read there
    ("On the 3rd", "On the 4th", "the 3rd", "the 4th", a_time),
    ("the fee was settled", "the toll was settled", "the fee", "the toll", an_issue),
    ("the fee was settled", "the fee is settled", "the fee was settled", "the fee is settled", a_statement),
    ("the fee was settled", "it was over", "the fee was settled", "it was over", a_statement),
    ("meets", "convenes", "The council meets on the 9th", "The council convenes on the 9th", a_meeting),
]


@pytest.mark.parametrize(
    ("there", "corrected", "before", "after", "made"),
    SMALL_CORRECTIONS,
    ids=[c for _, c, *_ in SMALL_CORRECTIONS],
)
def test_a_deletion_goes_with_its_sentence(first, there, corrected, before, after, made):
    """Its own words may be others, if the sentence is still the same; and the machine reads those."""
    article = replace(ARTICLE, text=TEXT.replace(there, corrected, 1))
    reading = made(at(after, 1, article.text))
    for removed in (without(first, before), run(without(first, before)).source):
        merged = run(removed, reading, article)
        assert f": {after}\n" not in merged.source
        assert [item.what.partition(": ")[2] for item in merged.disagreements] == [
            f"removed by hand, still proposed: {after}"
        ]
    assert f": {after}\n" in run(first, reading, article).source, "where nobody removed it, it stands"


def test_a_sentence_that_says_something_else_is_read_anew(first):
    removed = run(without(first, "The council meets on the 9th")).source
    text = TEXT.replace("The council meets on the 9th, and Brook", "A tanker sank off Sennet last night; she")
    sank = Event(at("A tanker sank", 1, text), at("sank", 1, text), "happened")
    assert "event: A tanker sank" in run(removed, Reading(events=(sank,)), replace(ARTICLE, text=text)).source


def test_a_paragraph_that_goes_leaves_what_people_wrote(first):
    source = first.replace("meets\n  phase: scheduled", "meets\n  phase: scheduled  # mine")
    source = source.replace("\n- id: t2y5m", "\n# standing alone\n\n- id: t2y5m")
    article = replace(ARTICLE, text=TEXT.split("\n", maxsplit=1)[0])
    merged = run(source, Reading(), article)
    assert "The council meets on the 9th\n  trigger: meets\n  phase: scheduled  # mine" in merged.source
    assert merged.source.count("\n# standing alone\n") == 1
    assert [item.reason for item in merged.orphans] == ["orphaned"]


# 8. Whole items; title, published and language too.


def test_the_front_matter_is_made_of_items(first):
    newer = replace(ARTICLE, title="The fees", published="2031-04-06", publisher="Harbour Radio")
    merged = run(
        first.replace('published: "2031-04-05"', "published: 2031-04-04  # by the paper"), READING, newer
    )
    assert (
        "title: The fees\npublished: 2031-04-04  # by the paper\nlanguage: en\npublisher: Harbour Radio\n"
        in merged.source
    )
    deleted = merged.source.replace("publisher: Harbour Radio\n", "")
    assert "publisher" not in run(deleted, READING, newer).source.split("```ledger")[0]


# Entities, and references to them.


def test_a_removed_entity_stays_away_with_all_that_refers_to_it(first):
    source = first.replace("\n  - id: council\n    type: organization\n    name: The council\n", "")
    merged = run(source)
    assert "The council\n" not in merged.source.split("---")[1]
    assert "participants" not in merged.source
    assert read(merged.source)[1] == ()


def test_an_entity_under_another_id_is_the_same(first):
    source = first.replace("  - id: ada-brook\n", "  - id: brook-ada\n")
    merged = run(source)
    assert merged.source.count("name: Ada Brook") == 1
    assert "speaker: brook-ada" in merged.source
    assert read(merged.source)[1] == ()


def test_a_name_given_to_another_entity_goes_with_it(first):
    other = NamedEntity("brook", "person", "Brook", ("Brook",))
    two = replace(
        READING,
        entities=(replace(BROOK, names=("Ada Brook",)), COUNCIL, other),
        statements=(replace(SAID, speaker="brook"),),
    )
    source = merge(ARTICLE, two, None).source
    source = source.replace("\n  - id: brook\n    type: person\n    name: Brook\n", "").replace(
        "name: Ada Brook\n", "name: Ada Brook\n    names: [Ada Brook, Brook]\n"
    )
    merged = run(source, two)
    assert "speaker: ada-brook" in merged.source
    assert read(merged.source)[1] == ()


def test_a_reference_to_an_entity_that_is_gone_is_told(first):
    touched = run(first.replace("mode: indirect", "mode: indirect  # mine"))
    merged = run(touched.source, replace(READING, entities=(COUNCIL,)))
    assert [problem.code for problem in read(merged.source)[1]] == ["unknown-entity"]


def test_exceptions_to_the_names_are_items():
    nobody = Mention(at("Brook", 2), "", "m2345")
    reading = replace(READING, mentions=find_mentions(TEXT, (BROOK, COUNCIL), (nobody,)))
    source = run(merge(ARTICLE, reading, None).source, reading).source
    assert "mention: Brook\n  entity: nobody" in source
    mentions = read(source)[0].reading.mentions
    assert [(m.span, m.entity) for m in mentions] == [(m.span, m.entity) for m in reading.mentions]


# What cannot be read is not changed.

BROKEN = {
    "a conflict of git": ("tense: past", "<<<<<<< HEAD\n  tense: past\n=======\n>>>>>>> other"),
    "a list that is not closed": ("tense: past", "tense: [past"),
    "a block that is not closed": ("\n```\n\nThe council", "\n\nThe council"),
    "front matter that is not closed": ("---\nOn", "On"),
    "a ledger that cannot be read": (" written ", " wrote "),
    "no list": ("```annotations\n- id", "```annotations\nid"),
    "another block": ("```annotations", "```annotation"),
    "a paragraph of one's own": ("On the 3rd, Ada", "On the 4th, Ada"),
    "a list of entities that is none": ("entities:", "entities: ["),
    "two lists of entities": ("entities:", "entities: [a]"),
    "an empty list beside entities": ("entities:", "entities: []"),
    "a sign beside entities": ("entities:", "entities: |"),
    "a block that the next one cuts off": ("\n```\n\nThe council", "\n\nThe council"),
    "no list of entities": ("language: en\nentities:", "language: en\nentities: {a: b}\nothers:"),
}


@pytest.mark.parametrize(("there", "made"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_understood_is_left_alone(first, there, made):
    broken = first.replace(there, made, 1)
    assert broken != first
    merged = run(broken, Reading())
    assert merged.source == broken
    assert any(problem.severity == "error" for problem in merged.diagnostics)


def test_a_file_with_front_matter_only_is_filled(first):
    merged = run("---\npublished: 2031-04-01\n---\n")
    annotated, problems = read(merged.source)
    assert problems == ()
    assert annotated.article.published == "2031-04-01"
    assert len(annotated.reading.temporals) == 3


@pytest.mark.parametrize("line", ["entities: []", "entities: []  # none yet", "entities:  # who [] is who"])
def test_an_empty_list_of_entities_is_filled(line):
    merged = run(f"---\n{line}\n---\n")
    annotated, problems = read(merged.source)
    assert problems == ()
    assert [entity.id for entity in annotated.reading.entities] == [one.id for one in READING.entities]
    assert line.partition("#")[2] in merged.source


def test_two_branches_that_annotate_the_same_text_agree(first):
    assert merge(ARTICLE, replace(READING, temporals=READING.temporals[::-1]), None).source == first


# Twins, places and neighbours, one by one.


def test_all_twins_of_what_a_person_has_stay_away(first):
    """And the one that says the same is the one that is compared with."""
    twins = (replace(THIRD, span=at("On the 3rd")), THIRD, replace(THIRD, span=at("3rd")))
    mine = first.replace("the 3rd\n  tense: past", "the 3rd\n  tense: past  # mine")
    for source in (mine, without(first, "the 3rd")):
        merged = run(source, replace(READING, temporals=(*twins, WEEK, NINTH)))
        assert [item.span for item in read(merged.source)[0].reading.temporals if item.span.start < 12] == (
            [THIRD.span] if source is mine else []
        )
        assert [
            item.what for item in merged.disagreements if "past" in item.what or "temporal: " in item.what
        ] == []


def test_a_statement_read_longer_is_the_same(first):
    longer = replace(SAID, content=(at("the fee was settled. It could"),), cue=None)
    merged = run(first, replace(READING, statements=(longer,)))
    assert "id: sritj\n  statement: the fee was settled. It could\n" in merged.source
    other = replace(SAID, content=(at("It could rise"),), cue=None)
    assert "id: sritj" not in run(first, replace(READING, statements=(other,))).source.split("```ledger")[0]


def test_a_sentence_moved_to_another_paragraph_takes_its_items_along(first):
    sentence = "It could rise this week."
    touched = run(first.replace("this week\n  tense: future", "this week\n  tense: future  # mine"))
    article = replace(ARTICLE, text=f"{TEXT.replace(' ' + sentence, '')} {sentence}")
    merged = run(touched.source, Reading((BROOK, COUNCIL)), article)
    assert merged.source.count("# mine") == 1
    assert merged.source.index("# mine") > merged.source.index("The council meets")
    (temporal,) = read(merged.source, article)[0].reading.temporals
    assert temporal.span == at("this week", 2, article.text)


def test_a_removed_entity_stays_away_under_another_name(first):
    source = first.replace("\n  - id: council\n    type: organization\n    name: The council\n", "")
    other = replace(COUNCIL, name="The town council", names=("The town council",))
    for entity in (other, replace(COUNCIL, id="the-council")):
        assert (
            "ouncil\n" not in run(source, replace(READING, entities=(BROOK, entity))).source.split("---")[1]
        )


def test_what_goes_leaves_no_trace_and_what_comes_looks_as_if_it_had_always_been_there(first):
    """Without the ledger, a file that was merged is one that was written anew."""

    def body(source):
        return source.split("```ledger")[0]

    every = [
        replace(READING, **{kind: ()}) for kind in ("temporals", "statements", "events", "issues", "entities")
    ]
    for fewer in (
        *every,
        replace(READING, temporals=(NINTH,)),
        replace(READING, entities=(COUNCIL,)),
        Reading(),
    ):
        without_references = merge(ARTICLE, fewer, None).source
        assert body(run(first, fewer).source) == body(without_references)


def test_a_sentence_that_is_as_before_needs_no_other_address(first):
    changed = replace(ARTICLE, text=TEXT.replace("settled", "agreed"))
    there = run(first, Reading(), changed).source
    assert read(there, changed)[0].aliases != {}
    back = run(there, Reading(), ARTICLE).source
    from generator.sentences import split

    assert not set(read(back)[0].aliases) & {sentence.id for sentence in split(TEXT)}


# Ugly files, as people, editors and conflicts of git leave them: nothing goes, and a second run agrees.

THIRD_ITEM = "- id: t54bo\n  temporal: the 3rd\n  tense: past\n"
COUNCIL_ENTRY = "  - id: council\n    type: organization\n    name: The council\n"
MINE = {
    "a copy": (THIRD_ITEM, f"{THIRD_ITEM}\n{THIRD_ITEM}"),
    "a copy that was changed": (THIRD_ITEM, f"{THIRD_ITEM}\n{THIRD_ITEM.replace('past', 'future')}"),
    "a copy below another paragraph": (
        "  temporal: the 9th\n  tense: future\n",
        f"  temporal: the 9th\n  tense: future\n\n{THIRD_ITEM.replace('past', 'present')}",
    ),
    "no id, beside the machine's": (THIRD_ITEM, f"{THIRD_ITEM}\n- temporal: the 3rd\n  tense: future\n"),
    "an id that is none": (THIRD_ITEM, f"{THIRD_ITEM}\n- id: Jo!\n  temporal: the 3rd\n"),
    "the id of an entity": (THIRD_ITEM, f"{THIRD_ITEM}\n- id: council\n  temporal: 3rd\n"),
    "an entity copied": (COUNCIL_ENTRY, f"{COUNCIL_ENTRY}\n{COUNCIL_ENTRY}"),
    "an entity copied and changed": (COUNCIL_ENTRY, f"{COUNCIL_ENTRY}\n{COUNCIL_ENTRY}    role: mine\n"),
    "an entity without a name yet": (COUNCIL_ENTRY, f"{COUNCIL_ENTRY}\n  - type: person\n"),
    "an entity with the id of an item": (
        COUNCIL_ENTRY,
        f"{COUNCIL_ENTRY}\n  - id: t54bo\n    type: place\n    name: Port\n",
    ),
    "tabs at line ends": ("tense: past\n", "tense: future\t\n"),
    "Windows line ends, in one item": (
        THIRD_ITEM,
        "- id: t54bo\r\n  temporal: the 3rd\r\n  tense: future\r\n",
    ),
    "keys in quotation marks": (THIRD_ITEM, '- "id": t54bo\n  "temporal": "the 3rd"\n  "tense": "future"\n'),
    "all on one line": (THIRD_ITEM, "- {id: t54bo, temporal: the 3rd, tense: future}\n"),
}
"""What somebody wrote: (there before, there now)."""


@pytest.mark.parametrize(("there", "made"), MINE.values(), ids=MINE)
def test_what_somebody_wrote_stays_whatever_it_looks_like(first, there, made):
    assert there in first
    source, mine = first.replace(there, made, 1), made.replace(f"{there}\n", "", 1)
    for later in (READING, Reading(), READING, replace(READING, temporals=(NINTH,))):
        source = run(source, later).source
        assert mine in source
        assert "ledger-line" not in [problem.code for problem in read(source)[1]]


def test_a_copy_that_goes_again_leaves_the_item(first):
    copied = run(first.replace(THIRD_ITEM, f"{THIRD_ITEM}\n{THIRD_ITEM}", 1)).source
    once = run(copied.replace(f"{THIRD_ITEM}\n", "", 1)).source
    assert once.count(THIRD_ITEM) == 1


def test_an_item_moved_below_another_paragraph_stays_there(first):
    """`this week` stands in both, so that the item means another week there."""
    item = "- id: tnqqj\n  temporal: this week\n  tense: future\n"
    assert item in first
    moved = first.replace(f"\n{item}", "", 1).replace(
        "```annotations\n- id: efkou", f"```annotations\n{item}\n- id: efkou"
    )
    longer = replace(ARTICLE, text=TEXT.replace("It could", "Then it could"))
    for merged in (run(moved), run(moved, Reading()), run(run(moved).source, Reading(), longer)):
        section = merged.source.split("The council meets on the 9th, and")[1]
        assert item in section.split("```ledger")[0]
        assert (
            "tnqqj temporal 62-71 touched" in merged.source or "tnqqj temporal 67-76 touched" in merged.source
        )


def test_an_item_made_another_kind_is_no_longer_what_it_was(first):
    made = "- id: t54bo\n  issue: the 3rd\n  name: the third demand\n"
    merged = run(first.replace(THIRD_ITEM, made, 1))
    assert made in merged.source
    assert "temporal: the 3rd" not in merged.source
    assert "temporal t54bo-temporal: removed by hand, still proposed: the 3rd" in [
        item.what for item in merged.disagreements
    ]
    assert "temporal: the 3rd" not in run(run(merged.source, Reading()).source).source


def test_what_was_withdrawn_is_no_way_round_a_deletion(first):
    """The machine read it longer once; then a person deleted what it read instead."""
    longer = replace(THIRD, span=at("On the 3rd"))
    both = run(first, replace(READING, temporals=(longer, THIRD)))
    withdrawn = run(both.source, replace(READING, temporals=(THIRD,)))
    deleted = run(without(withdrawn.source, "the 3rd"), Reading())
    assert "the 3rd\n" not in run(deleted.source, replace(READING, temporals=(longer,))).source


def test_a_slip_in_the_words_is_not_taken_for_a_correction_of_the_text(first):
    merged = run(first.replace("temporal: the 3rd", "temporal: the 33rd", 1))
    assert "orphaned" not in merged.source
    (problem,) = [problem for problem in read(merged.source)[1] if problem.code == "quote-not-found"]
    assert problem.message == "“the 33rd” is not in the paragraph above"
    there = replace(ARTICLE, text=TEXT.replace("the 3rd", "the 33rd"))
    assert read(run(merged.source, Reading(), there).source, there)[1] == ()


def test_a_ledger_that_is_gone_is_told_once(first):
    source = run(first.split("```ledger")[0].replace("the 3rd\n  tense: past", "the 3rd\n  tense: future", 1))
    assert [problem.code for problem in source.diagnostics] == ["ledger-missing"]
    assert "the 3rd\n  tense: future" in source.source
    assert run(source.source, Reading()).diagnostics == ()


@pytest.mark.parametrize("fence", ["```", "~~~", "````text"])
def test_a_block_of_the_notes_that_hides_the_ledger_is_told(first, fence):
    source = without(first, "the 3rd").replace("```ledger", f"## Notes\n\n{fence}\nmine\n\n```ledger", 1)
    merged = run(source)
    assert merged.source == source
    assert [problem.code for problem in merged.diagnostics] == ["block-open"]
