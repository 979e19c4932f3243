"""The promise: a hand edit is never lost, under any sequence of runs, edits and corrections.

A machine of states plays the dossier's life: proposals come and go, a person edits, deletes, comments, adds
and reorders, the seed is corrected. Words of the texts are unique, so that words tell a place whatever moved.
"""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator import articlefile
from generator.articlefile.contents import contents
from generator.articlefile.encode import kind_of
from generator.articlefile.layout import Block, render
from generator.articlefile.taking_apart import parse
from generator.articlefile.writing import key_of
from generator.identity import spans_of
from generator.ledger import PERSON, REMOVED
from generator.merge import merge
from generator.merge.matching import Place, likeness
from generator.merge.states import state_of
from generator.model import (
    Article,
    Event,
    IssueItem,
    NamedEntity,
    Reading,
    Span,
    Statement,
    Temporal,
)

pytestmark = pytest.mark.builds

PATH = "content/articles/a.md"
ENTITIES = [
    NamedEntity(f"{n}-person", "person", f"{n.title()} Person", (f"{n.title()} Person",))
    for n in ("ada", "ivo", "nil")
]
SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"]
WORDS = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
PLACES = ("occurrence", "source", "cue", "trigger", "temporal", "statement", "event", "issue", "    - ")


def words_of(text):
    spans, start = [], 0
    for line in text.split("\n"):
        at = start
        for word in line.split(" "):
            if word:
                spans.append(Span(at, at + len(word.rstrip("."))))
            at += len(word) + 1
        start += len(line) + 1
    return spans


@st.composite
def spans(draw, text, longest=6):
    """A run of words within one paragraph."""
    words = words_of(text)
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(len(words) - 1, first + longest)))
    while "\n" in text[words[first].start : words[last].end]:
        last -= 1
    return Span(words[first].start, words[last].end)


@st.composite
def items(draw, text):
    kind = draw(st.sampled_from(["temporal", "statement", "event", "issue"]))
    span = draw(spans(text))
    unsure = draw(st.sampled_from(["", "", "could be another"]))
    if kind == "temporal":
        return Temporal(
            span,
            draw(st.sampled_from(["DATE", "TIME"])),
            draw(st.sampled_from([None, "past"])),
            unsure=unsure,
        )
    if kind == "statement":
        source, cue = draw(st.none() | spans(text, 1)), draw(st.none() | spans(text, 0))
        return Statement(
            (span,),
            draw(st.sampled_from(["direct", "indirect"])),
            source,
            cue,
            draw(st.sampled_from(["", *(e.id for e in ENTITIES)])),
            unsure=unsure,
        )
    if kind == "event":
        inside = [word for word in words_of(text) if span.contains(word)]
        return Event(
            span, draw(st.sampled_from(inside)), draw(st.sampled_from(["happened", "awaited"])), unsure=unsure
        )
    name = text[span.start : span.end]
    return IssueItem(span, name.replace(" ", "-").replace(".", ""), name, unsure=unsure)


def wrong(diagnostics):
    """Errors, but for what follows from a person's edit: words and entities that are gone are told."""
    told = {"quote-not-found", "unknown-entity"}
    return [problem for problem in diagnostics if problem.severity == "error" and problem.code not in told]


def changes(before, after):
    """Id → how often an edit of the item put each line in; below nought: took it out. Both are id → lines."""
    found = {}
    for id_, lines in after.items():
        if lines != before[id_]:
            found[id_] = Counter(lines)
            found[id_].subtract(before[id_])
    return found


def together(ours, theirs):
    """The changes of two branches as one: what both did alike is done once."""
    both = ours | theirs
    for id_ in ours.keys() & theirs.keys():
        if ours[id_] != theirs[id_]:
            both[id_] = Counter(ours[id_])
            both[id_].update(theirs[id_])
    return both


def merged_by_git(base, ours, theirs):
    """As git merges the file of two branches; None if it leaves a conflict."""
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, text in zip(files, (ours, base, theirs), strict=True):
            file.write_text(text)
        done = subprocess.run(["git", "merge-file", "-p", *files], capture_output=True, check=False)
    return done.stdout.decode() if done.returncode == 0 else None


class Life(RuleBasedStateMachine):
    @initialize(data=st.data())
    def begin(self, data):
        self.fresh = iter(WORDS)
        text = "\n".join(
            " ".join(next(self.fresh) for _ in range(data.draw(st.integers(3, 14)))) + "."
            for _ in range(data.draw(st.integers(1, 4)))
        )
        self.article = Article("a", "a.txt", text, "A title", published="2031-04-05")
        self.source = None
        self.mine = {}  # id → lines that a person left
        self.deleted = []  # (kind, words, words of the items that stood beside it)
        self.comments = []
        self.banished = set()  # ids of entities that a person removed
        self.entities = {}  # id → lines of entities that a person changed
        self.proposal = Reading()
        self.extractor = 1

    # --- the machine -----------------------------------------------------------------------

    @rule(data=st.data(), extractor=st.integers(1, 3))
    def annotate(self, data, extractor):
        """By a newer extractor than the last one, by the same, or by an older one."""
        self.extractor = extractor
        text = self.article.text
        kept = [item for item in self._items(self.proposal) if data.draw(st.booleans())]
        kept = [item for item in kept if self._fits(item)]
        new = data.draw(st.lists(items(text), max_size=5))
        unique = {(kind_of(i), spans_of(i), key_of(i)): i for i in (*kept, *new)}
        found = list(unique.values())
        entities = data.draw(st.lists(st.sampled_from(ENTITIES), unique=True))
        ids = {entity.id for entity in entities}
        found = [replace(i, speaker="") if getattr(i, "speaker", "") not in {"", *ids} else i for i in found]
        self.proposal = Reading(
            entities=tuple(entities),
            temporals=tuple(i for i in found if isinstance(i, Temporal)),
            statements=tuple(i for i in found if isinstance(i, Statement)),
            events=tuple(i for i in found if isinstance(i, Event)),
            issues=tuple(i for i in found if isinstance(i, IssueItem)),
        )
        self._merge()

    def _items(self, reading):
        return (*reading.temporals, *reading.statements, *reading.events, *reading.issues)

    def _fits(self, item):
        text = self.article.text
        return all(
            span.end <= len(text) and "\n" not in text[span.start : span.end] for span in spans_of(item)
        ) and not isinstance(item, IssueItem)

    def _merge(self):
        merged = merge(self.article, self.proposal, self.source, extractor=self.extractor)
        note(merged.source)
        assert not wrong(merged.diagnostics)
        self.source = merged.source
        again = merge(self.article, self.proposal, self.source, extractor=self.extractor)
        assert again.source == self.source, "a second run changes nothing"
        self._check_untouched()

    def _check_untouched(self):
        """What nobody touched is what was proposed; what was proposed is there, or a person decided otherwise."""
        annotated, _ = articlefile.read(self.source, PATH, self.article)
        there = [i for i in self._items(annotated.reading) if i.id not in annotated.reviewed_items]
        touched = {i.id for i in self._items(annotated.reading)} - {i.id for i in there}
        assert touched <= self.mine.keys(), "what nobody touched counts as nobody's"
        bare = [replace(i, id="", unsure="", rule="") for i in there]
        proposed = [self._adapted(i) for i in self._items(self.proposal)]
        for item in bare:
            assert item in proposed, "an item that is no longer proposed goes"
        decided = self._decided(annotated)
        for item in proposed:
            assert item in bare or any(
                likeness(kind_of(item), place, self._place(item))
                for kind, place in decided
                if kind == kind_of(item)
            ), "a proposal is there unless a person decided otherwise"
        for item in bare:
            for kind, words, others in self.deleted:
                place = self._located(words)
                if place and kind == kind_of(item) and self._words(item) not in others:
                    assert not likeness(kind, place, self._place(item)), (
                        "what was deleted stays away, and so does its twin"
                    )
        for entity in annotated.reading.entities:
            assert entity.id not in self.banished
        for kept in self.entities.values():
            assert kept in self.source, "an entity stays as it was left"
        names = {entity.id for entity in self.proposal.entities} - self.banished
        assert names <= {entity.id for entity in annotated.reading.entities}

    def _adapted(self, item):
        """A proposal as it is accepted: without references to entities that a person removed."""
        item = replace(item, id="", unsure="", rule="")
        return replace(item, speaker="") if getattr(item, "speaker", "") in self.banished else item

    def _place(self, item):
        return Place(spans_of(item), key_of(item))

    def _decided(self, annotated):
        """Kind and place of all that a person has or had removed."""
        mine = [i for i in self._items(annotated.reading) if i.id in annotated.reviewed_items]
        entries = contents(parse(self.source, PATH), PATH, None).ledger.entries
        return [(kind_of(i), self._place(i)) for i in mine] + [
            (e.kind, Place(e.spans, e.key)) for e in entries if e.state in PERSON | REMOVED
        ]

    def _located(self, words):
        """Where words stand now; they are unique. None: they are not all there."""
        found = [self.article.text.find(part) for part in words]
        if min(found) < 0:
            return None
        spans = [Span(start, start + len(part)) for start, part in zip(found, words, strict=True)]
        return Place(tuple(spans[:1]), spans[1] if len(spans) > 1 else None)

    def _words(self, item):
        return tuple(
            self.article.text[s.start : s.end] for s in (*spans_of(item), *filter(None, [key_of(item)]))
        )

    # --- the person --------------------------------------------------------------------------

    def _parts(self, source=None):
        """(section, part, index) → chunk."""
        page = parse(source or self.source, PATH)
        return {
            (s, p, c): chunk
            for s, section in enumerate(page.sections)
            for p, part in enumerate(section.after)
            if isinstance(part, Block)
            for c, chunk in enumerate(part.segments.chunks)
        }

    def _chunk(self, data):
        parts = self._parts()
        return parts[data.draw(st.sampled_from(sorted(parts)))] if parts else None

    def _put(self, chunk, lines):
        all_lines = self.source.split("\n")
        start = chunk.line - 1
        self.source = "\n".join([*all_lines[:start], *lines, *all_lines[start + len(chunk.lines) :]])

    @precondition(lambda self: self.source)
    @rule(
        data=st.data(),
        change=st.sampled_from(
            ["comment above", "comment inside", "reviewed", "key", "end of line", "order"]
        ),
    )
    def edit(self, data, change):
        chunk = self._chunk(data)
        if chunk is None:
            return
        lines = {
            "comment above": ("# why?", *chunk.lines),
            "comment inside": (*chunk.lines, "  # checked"),
            "reviewed": (*chunk.lines, "  reviewed: yes")
            if not any(line.startswith("  reviewed: ") for line in chunk.lines)
            else (*chunk.lines, "  # again"),
            "key": (*chunk.lines, "  unsure: I am not")
            if not any("unsure" in line for line in chunk.lines)
            else tuple(line for line in chunk.lines if "unsure" not in line),
            "end of line": (*chunk.lines[:-1], chunk.lines[-1] + "  # so"),
            "order": (*chunk.lines[:2], *reversed(chunk.lines[2:]))
            if len(chunk.lines) > 3 and not any(line.startswith(("    ", "#", "  #")) for line in chunk.lines)
            else ("# order", *chunk.lines),
        }[change]
        self._put(chunk, lines)
        self.mine[self._id(chunk)] = lines
        found = contents(parse(self.source, PATH), PATH, None)
        if any(written.id == self._id(chunk) and found.untouched(written) for written in found.items):
            del self.mine[self._id(chunk)]  # an edit that was taken back before anybody saw it

    def _id(self, chunk):
        return (
            next(line for line in chunk.lines if line.startswith("- id: "))
            .removeprefix("- id: ")
            .split(" ")[0]
        )

    @precondition(lambda self: self.source)
    @rule(data=st.data())
    def delete(self, data):
        chunk = self._chunk(data)
        if chunk is None:
            return
        id_ = self._id(chunk)
        annotated, _ = articlefile.read(self.source, PATH, self.article)
        item = next((i for i in self._items(annotated.reading) if i.id == id_), None)
        if item is None:
            return
        if f'"{id_} ' in self.source:  # else it was written and deleted between two runs: nobody saw it
            beside = {self._words(i) for i in self._items(annotated.reading) if i.id != id_}
            self.deleted.append((kind_of(item), self._words(item), beside))
        self.mine.pop(id_, None)
        self._put(chunk, ())

    @precondition(lambda self: self.source)
    @rule(data=st.data())
    def add(self, data):
        page = parse(self.source, PATH)
        index = data.draw(st.integers(1, len(page.sections) - 1))
        words = page.sections[index].text.rstrip(".").split(" ")
        word = data.draw(st.sampled_from(words))
        id_ = f"by-hand-{word}"
        if id_ in self.source or any(kind == "issue" and word in " ".join(w) for kind, w, _ in self.deleted):
            return
        lines = (f"- id: {id_}", f"  issue: {word}", "  name: by hand  # mine")
        at = page.sections[index].line - 1 + len(page.sections[index].paragraph)
        all_lines = self.source.split("\n")
        self.source = "\n".join(
            [*all_lines[:at], "", "~~~annotations", "# standing alone", "", *lines, "~~~", *all_lines[at:]]
        )
        self.mine[id_] = lines
        self.comments.append("# standing alone")

    @precondition(lambda self: self.source and "  - id: " in self.source)
    @rule(data=st.data(), how=st.sampled_from(["remove", "change"]))
    def edit_an_entity(self, data, how):
        found = contents(parse(self.source, PATH), PATH, None)
        written = data.draw(st.sampled_from(found.entities))
        chunk = written.chunk
        if how == "remove":
            self.banished.add(written.id)
            self.entities.pop(written.id, None)
            self._put(chunk, ())
        else:
            lines = (
                (*chunk.lines, "    role: by hand")
                if "    role: by hand" not in chunk.lines
                else (*chunk.lines, "    # again")
            )
            self.entities[written.id] = "\n".join(lines)
            self._put(chunk, lines)

    @precondition(lambda self: self.source)
    @rule(title=st.sampled_from(["One title", "Another: title"]))
    def retitle(self, title):
        """The newspaper changes the title; a person has changed it before, or not."""
        self.article = replace(self.article, title=title)

    @precondition(lambda self: self.source and "# mine" not in self.source.split("---")[1])
    @rule()
    def title_by_hand(self):
        line = next(line for line in self.source.split("\n") if line.startswith("title: "))
        self.source = self.source.replace(line, "title: By hand  # mine", 1)
        self.title = "title: By hand  # mine"

    # --- two people --------------------------------------------------------------------------

    @precondition(lambda self: self.source)
    @rule(data=st.data(), other=st.sampled_from(["edit", "annotate"]))
    def two_branches(self, data, other):
        """A person edits on one branch, another edits or annotates on a second; git merges, or the first stands."""
        change = st.sampled_from(["comment above", "comment inside", "key", "end of line"])
        base, proposal, mine = self.source, self.proposal, dict(self.mine)
        self.edit(data, data.draw(change))
        ours, by_us = self.source, self.mine
        self.source, self.mine = base, dict(mine)
        if other == "edit":
            self.edit(data, data.draw(change))
        else:
            self.annotate(data, 1)
        theirs, by_them = self.source, self.mine
        merged = merged_by_git(base, ours, theirs)
        if merged is None:
            self.source, self.proposal, self.mine = ours, proposal, by_us
            return
        assert not wrong(articlefile.read(merged, PATH, self.article)[1])
        self.source = merged
        before = self._lines_by_id(base)
        edits = changes(before, self._lines_by_id(ours))
        if other == "edit":
            edits = together(edits, changes(before, self._lines_by_id(theirs)))
            there = self._lines_by_id(merged)
            assert there.keys() == before.keys(), "none is lost"
            assert changes(before, there) == edits, (
                "each item has all that either branch did with it, and nothing else"
            )
        self.mine = self._mine_after_git(mine.keys() & by_us.keys() & by_them.keys(), before, edits)

    def _mine_after_git(self, kept, before, edits):
        """What is a person's in what git made of two branches.

        Where the machine wrote other items on one of them, git may take the last lines of one for those of
        another, and give an edit of the first to that: there it is kept.
        """
        lines, there = Counter(self.source.split("\n")), self._lines_by_id(self.source)
        for edit in edits.values():
            assert not +edit - lines, "what either branch wrote is there"
        assert kept <= there.keys(), "none is lost"
        made = changes(before, {id_: there[id_] for id_ in kept})
        assert all(change in edits.values() for change in made.values()), "nothing else became of them"
        found = contents(parse(self.source, PATH), PATH, None)
        untouched = {written.id for written in found.items if found.untouched(written)}
        touched = {
            id_ for id_, own in there.items() if any(not +edit - Counter(own) for edit in edits.values())
        }
        return {id_: there[id_] for id_ in kept | (touched - untouched)}

    def _lines_by_id(self, source):
        return {self._id(chunk): chunk.lines for chunk in self._parts(source).values()}

    # --- the newspaper -----------------------------------------------------------------------

    @precondition(lambda self: self.source)
    @rule(
        data=st.data(),
        how=st.sampled_from(["insert", "delete", "replace", "add paragraph", "drop paragraph", "swap"]),
    )
    def correct_the_seed(self, data, how):
        lines = self.article.text.split("\n")
        index = data.draw(st.integers(0, len(lines) - 1))
        words = lines[index].split(" ")
        at = data.draw(st.integers(0, len(words) - 1))
        new = next(self.fresh)
        if how == "insert":
            words.insert(at, new)
        elif how == "delete" and len(words) > 2 and at < len(words) - 1:
            del words[at]
        elif how == "replace" and at < len(words) - 1:
            words[at] = new
        lines[index] = " ".join(words)
        if how == "add paragraph":
            lines.insert(index, f"{new} {next(self.fresh)}.")
        elif how == "drop paragraph" and len(lines) > 1:
            del lines[index]
        elif how == "swap":
            lines[index], lines[-1] = lines[-1], lines[index]
        self._merge_pending()
        self.article = replace(self.article, text="\n".join(lines))
        self.proposal = Reading()
        self._merge()

    def _merge_pending(self):
        """A correction is annotated after the edits that came before it."""
        self.proposal = replace(self.proposal)
        merged = merge(self.article, self.proposal, self.source)
        self.source = merged.source

    # --- the promise -------------------------------------------------------------------------

    @invariant()
    def nothing_of_a_person_is_lost(self):
        if not getattr(self, "source", None):
            return
        chunks = {}
        for chunk in self._parts().values():
            chunks.setdefault(self._id(chunk), []).append(chunk.lines)
        for id_, lines in self.mine.items():
            assert id_ in chunks, f"{id_} is lost"
            assert [self._own(there) for there in chunks[id_]] == [self._own(lines)], (
                f"{id_} stays as it was left: {chunks[id_]} {lines}"
            )
        assert getattr(self, "title", "") in self.source, "a title stays as it was left"
        assert self.source.count("# standing alone") == len(self.comments), "comments stay"

    def _own(self, lines):
        """The lines that no correction of the text may change."""
        return [
            line.partition("  # ")[2] or line
            for line in lines
            if not line.strip().startswith(PLACES) and not line.strip("- ").startswith(PLACES)
        ]

    @invariant()
    def the_file_takes_apart_and_together(self):
        if getattr(self, "source", None):
            assert render(parse(self.source, PATH)) == self.source


LIFE = settings(stateful_step_count=12, suppress_health_check=list(HealthCheck))
Life.TestCase.settings = settings(LIFE, max_examples=300)
TestLife = Life.TestCase


@pytest.mark.nightly
def test_many_lives():
    run_state_machine_as_test(Life, settings=settings(LIFE, max_examples=5000, stateful_step_count=20))


DOUBT, CHECKED, KNOWN = "  unsure: could be another", "  # checked", "  # known to all"
ON_TWO_BRANCHES = {
    "what one took out and the other put in": ([CHECKED], [DOUBT, CHECKED, CHECKED], [CHECKED, CHECKED]),
    "what both did alike": ([DOUBT, CHECKED, CHECKED], [DOUBT, CHECKED, CHECKED], [DOUBT, CHECKED, CHECKED]),
    "two lines in one place": ([DOUBT, CHECKED, KNOWN], [DOUBT, CHECKED, CHECKED], None),
}
"""How an item ends that ended in DOUBT and CHECKED: on one branch, on the other, merged (None: a conflict)."""


@pytest.mark.parametrize(("ours", "theirs", "merged"), ON_TWO_BRANCHES.values(), ids=ON_TWO_BRANCHES)
def test_one_item_edited_on_two_branches(ours, theirs, merged):
    text = "bababa babace babadi."
    article = Article("a", "a.txt", text, "A title", published="2031-04-05")
    issue = IssueItem(Span(0, 13), "bababa-babace", "bababa babace", unsure="could be another")
    written = merge(article, Reading(issues=(issue,)), None).source

    def ending(lines):
        return written.replace(DOUBT, "\n".join(lines))

    found = merged_by_git(ending([DOUBT, CHECKED]), ending(ours), ending(theirs))
    assert found == (merged and ending(merged))
    if merged:
        base = {"": [DOUBT, CHECKED]}
        told = together(changes(base, {"": ours}), changes(base, {"": theirs}))
        assert told == changes(base, {"": merged}), "the law says so, too"
        kept = "\n".join(["  issue: bababa babace", *merged, "```"])
        for proposal in (Reading(issues=(issue,)), Reading()):
            assert kept in merge(article, proposal, found).source, "a run leaves it as git merged it"


MUTANTS = {
    "an edit is not noticed": (
        "states",
        "state_of",
        lambda entry, chunk: "written" if entry and chunk else state_of(entry, chunk),
    ),
    "what a person removed may come back": ("items", "REMOVED", frozenset()),
    "twins are not known": ("items", "match", lambda _known, _candidates: {}),
}
"""Deliberately broken merges: module of generator.merge, what is replaced in it, and by what."""


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_merge_is_caught(name, monkeypatch):
    module, function, mutant = MUTANTS[name]
    monkeypatch.setattr(sys.modules[f"generator.merge.{module}"], function, mutant)
    quick = settings(LIFE, max_examples=300, database=None, derandomize=True, phases=[Phase.generate])
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Life, settings=quick)
