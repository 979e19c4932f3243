"""Measures of what is read from one article: entities, time expressions, statements."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import NamedEntity, Span, StatementView, TemporalView
from quality.counting import Counter, Found, pair
from quality.gold import THE_ARTICLE, Entry, Gold, listed, local_names, located, normal, occurrences, spans
from quality.machine import Read, bounds
from quality.who import alike, same_voice, shared

FROM_PREPOSITION = frozenset({"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"})


def entities(gold: Gold, article: Entry, read: Read) -> Found:
    """Named entities with their type; of those found, the role; of bare surnames, whom they mean."""
    count = Counter(read.article.seed)
    wanted, got = article["entities"], shown_entities(read)
    pairs = pair(wanted, got, same_entity)
    count.add("entities", len(pairs), len(got), len(wanted))
    for index, entity in enumerate(wanted):
        if index not in pairs:
            other = [f"{e.name} is a {e.type}" for e in got if _shares_name(entity, e)]
            count.miss("entities", f"{entity['name']} ({entity['type']})", ", ".join(other) or "not found")
            continue
        role = got[pairs[index]].role
        if entity.get("role"):
            right = bool(role) and (alike(entity["role"], role) or shared(role, entity["role"]) == 1)
            count.share("roles", right, f"{entity['name']}: {entity['role']}", f"got {role!r}")
    for index, found in enumerate(got):
        if index not in pairs.values():
            count.miss("entities", f"{found.name} ({found.type})", "not in the gold")
    _bare_names(gold, article, read, count)
    return count.found()


def shown_entities(read: Read) -> list[NamedEntity]:
    """The article's entities with the type that the site shows, which other articles help to find."""
    linked = [(entity, read.links.entity(read.article.id, entity.id)) for entity in read.reading.entities]
    return [replace(entity, type=ref.type) if ref else entity for entity, ref in linked]


def same_entity(wanted: Entry, got: NamedEntity) -> float:
    return float(wanted["type"] == got.type) * _shares_name(wanted, got)


def _shares_name(wanted: Entry, got: NamedEntity) -> float:
    names = {normal(name) for name in (wanted["name"], *wanted.get("names", ()))}
    if normal(got.name) == normal(wanted["name"]):
        return 2.0
    return float(normal(got.name) in names)


def _bare_names(gold: Gold, article: Entry, read: Read, count: Counter) -> None:
    """A surname that two people or a town carry: each place means one of them, or nobody."""
    names = local_names(gold, article)
    full = [span for e in gold.across.get("entities", ()) for n in (e["name"], *e["aliases"])
            if " " in n for span in occurrences(read.text, n)]  # fmt: skip
    for name, ids in article.get("ambiguous", {}).items():
        bare = [
            span
            for span in occurrences(read.text, name)
            if not any(other.contains(span) and other != span for other in full)
        ]
        for span, id_ in zip(bare, ids, strict=False):
            mention = next((m for m in read.reading.mentions if m.span.overlaps(span)), None)
            got = (
                names.get(normal(read.name(mention.entity)), "?") if mention and mention.entity else "nobody"
            )
            words = read.text[max(0, span.start - 30) : span.end + 30]
            count.share("bare names", got == id_, f"{name} in “…{words}…” is {id_}", f"got {got}")


def temporals(_gold: Gold, article: Entry, read: Read) -> Found:
    """Time expressions found; of those, value (type, value and mod) and EDTF date."""
    count = Counter(read.article.seed)
    entries = article["temporals"]
    places = located(read.text, [(entry["phrase"], entry.get("times", 1)) for entry in entries])
    wanted = [(span, entry) for spans_, entry in zip(places, entries, strict=True) for span in spans_]
    got = read.view.temporals
    pairs = pair(wanted, got, lambda one, other: _overlap(one[0], other.temporal.span))
    count.add("temporals", len(pairs), len(got), len(wanted))
    for index, (_, entry) in enumerate(wanted):
        if index not in pairs:
            count.miss("temporals", f"{entry['phrase']} = {entry['value']}", "not found")
            continue
        found = got[pairs[index]]
        resolved = found.resolution
        meant = (entry.get("type", "DATE"), str(entry["value"]), entry.get("mod", ""))
        # `by Friday`: the gold's phrase stops before the preposition, which shows in the EDTF date alone.
        mod = "" if not meant[2] and resolved.mod in FROM_PREPOSITION else resolved.mod
        meaning = (resolved.type, resolved.value, mod)
        what = f"{entry['phrase']} = {' '.join(meant)}"
        count.share("temporal values", meant == meaning, what, f"got “{found.phrase}” {' '.join(meaning)}")
        if edtf := edtf_of(entry):
            count.share(
                "temporal dates", _same_date(edtf, resolved.edtf), f"{entry['phrase']} = {edtf}",
                f"got “{found.phrase}” {resolved.edtf or 'none'}",
            )  # fmt: skip
    for index, found in enumerate(got):
        if index not in pairs.values():
            count.miss("temporals", found.phrase, "not in the gold: " + _around(read, found))
    return count.found()


def _around(read: Read, found: TemporalView) -> str:
    span = found.temporal.span
    return read.text[max(0, span.start - 30) : span.end + 20].replace("\n", " ")


def edtf_of(entry: Entry) -> str:
    """The EDTF date the gold means: the one it states, else a value that is itself a date; empty: none."""
    value = str(entry["value"])
    if entry.get("edtf"):
        return str(entry["edtf"])
    return value if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) and not entry.get("mod") else ""


def _same_date(wanted: str, got: str) -> bool:
    """The same days, and both lasting (`a/b`) or both one of them (`[a..b]`)."""
    return bool(got) and bounds(wanted) == bounds(got) and ("/" in wanted) == ("/" in got)


def _overlap(one: Span, other: Span) -> float:
    """Shared code points as a share of both; 0 where they share none."""
    shared_ = min(one.end, other.end) - max(one.start, other.start)
    return shared_ / (max(one.end, other.end) - min(one.start, other.start)) if shared_ > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the program's, with the quotation going on after `she said` joined to it again."""

    view: StatementView
    content: tuple[Span, ...]


def sayings(read: Read) -> list[Said]:
    """The program's statements in the order of the text; one that goes on after its cue is one."""
    said: list[Said] = []
    for view in read.view.statements:
        goes_on = view.statement.rule == "continued quotation" and said and said[-1].view.who == view.who
        if goes_on and said[-1].view.statement.mode == "direct":
            said[-1] = Said(said[-1].view, (*said[-1].content, *view.statement.content))
        else:
            said.append(Said(view, view.statement.content))
    return said


def paired_statements(article: Entry, read: Read) -> dict[int, int]:
    """Index of a statement in the gold → index in `sayings`: their words overlap by a third or more."""
    wanted, after = [], 0
    for entry in article["statements"]:
        content = spans(read.text, entry["content"], after)
        after = content[0].start if content else after
        wanted.append(_words(read.text, content))
    return pair(wanted, [_words(read.text, each.content) for each in sayings(read)], _likeness)


def _words(text: str, content: Sequence[Span]) -> frozenset[int]:
    return frozenset(s.start + m.start() for s in content for m in re.finditer(r"\w+", text[s.start : s.end]))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    score = len(one & other) / len(one | other) if one | other else 0.0
    return score if score >= 1 / 3 else 0.0


def statements(gold: Gold, article: Entry, read: Read) -> Found:
    """Who says what: a hit has the words and the speaker; of those with the words, the rest."""
    count = Counter(read.article.seed)
    names = local_names(gold, article)
    wanted, got = article["statements"], sayings(read)
    pairs = paired_statements(article, read)
    hits = 0
    for index, entry in enumerate(wanted):
        what = f"{entry['speaker']} {entry['cue']}: {' … '.join(listed(entry['content']))[:110]}"
        if index not in pairs:
            count.miss("statement words", what, "not found")
            continue
        view = got[pairs[index]].view
        right = _right_voice(names, article, entry, view)
        hits += right
        if not right:
            count.miss("statements", what, f"said by {view.who}")
        _details(entry, view, what, count)
    count.add("statements", hits, len(got), len(wanted))
    count.add("statement words", len(pairs), len(got), len(wanted))
    for index, said in enumerate(got):
        if index not in pairs.values():
            cue = read.text[slice(*said.view.statement.cue)] if said.view.statement.cue else ""
            quoted = " … ".join(read.text[slice(*span)] for span in said.content)[:110]
            how = f"not in the gold ({said.view.statement.mode}, {said.view.statement.rule})"
            count.miss("statement words", f"{said.view.who} {cue}: {quoted}", how)
    return count.found()


def _right_voice(names: Mapping[str, str], article: Entry, entry: Entry, view: StatementView) -> bool:
    """Whether the speaker is the gold's; in an opinion piece the article's voice is its author's."""
    if entry["mode"] == "inference" and view.who == THE_ARTICLE and article.get("voice"):
        return True
    return same_voice(names, listed(entry["speaker"]), view.who, entry.get("source", ""))


def _details(entry: Entry, view: StatementView, what: str, count: Counter) -> None:
    statement = view.statement
    count.share("mode", statement.mode == entry["mode"], what, f"{entry['mode']}, got {statement.mode}")
    certainty = entry.get("certainty", "asserted")
    count.share(
        "certainty", statement.certainty == certainty, what, f"{certainty}, got {statement.certainty}"
    )
    anonymous = entry.get("anonymous", False)
    if anonymous or statement.anonymous:
        count.share("anonymous", statement.anonymous == anonymous, what, f"got {statement.anonymous}")
    via = entry.get("via", "")
    if via or statement.via:
        right = bool(via and statement.via) and (alike(via, statement.via) or shared(statement.via, via) == 1)
        count.share("via", right, what, f"via {via!r}, got {statement.via!r}")
    if entry.get("date"):
        count.share("said on", view.date == entry["date"], what, f"{entry['date']}, got {view.date}")
