"""Measures across articles: what is one entity, issue or event; what came of it; who contradicts whom."""

from collections.abc import Mapping

from generator.linking import stems
from generator.model import EventView
from quality.counting import Counter, Found, b_cubed, pair
from quality.gold import Entry, Gold, normal
from quality.machine import Machine, bounds
from quality.reading import paired_statements, same_entity, sayings, shown_entities
from quality.telling import paired_issues

PLANNED = frozenset({"scheduled", "awaited", "forecast", "deadline"})


def entities_joined(gold: Gold, machine: Machine) -> Found:
    """B-cubed of entities over the articles that name them."""
    count = Counter("all articles")
    wanted: dict[tuple[str, str], str] = {}
    got: dict[tuple[str, str], str] = {}
    for name, article in gold.articles.items():
        read = machine.articles[name]
        pairs = pair(article["entities"], shown_entities(read), same_entity)
        for index, entity in enumerate(article["entities"]):
            key = (name, normal(entity["name"]))
            wanted[key] = gold.names.get(normal(entity["name"]), normal(entity["name"]))
            if index in pairs and (
                ref := read.links.entity(read.article.id, read.reading.entities[pairs[index]].id)
            ):
                got[key] = ref.id
    return _clusters("entities joined", wanted, got, count)


def _clusters(
    measure: str, wanted: Mapping[tuple[str, str], str], got: Mapping[tuple[str, str], str], count: Counter
) -> Found:
    tally = b_cubed(wanted, got)
    count.add(measure, *tally)
    for id_ in sorted(set(wanted.values())):
        members = [item for item in wanted if wanted[item] == id_]
        clusters = sorted({got.get(item, "not found") for item in members})
        if len(clusters) > 1:
            parts = [
                f"{cluster}: {[i[0][:3] for i in members if got.get(i, 'not found') == cluster]}"
                for cluster in clusters
            ]
            count.miss(measure, id_, "; ".join(parts))
    for cluster in sorted(set(got.values())):
        ids = sorted({wanted[item] for item in got if got[item] == cluster})
        if len(ids) > 1:
            count.miss(measure, cluster, f"joins {ids}")
    return count.found()


def issues_joined(gold: Gold, machine: Machine) -> Found:
    """B-cubed of issues over the articles that speak of them."""
    count = Counter("all articles")
    codes = {issue["id"]: issue.get("code", "") for issue in gold.across["issues"]}
    wanted: dict[tuple[str, str], str] = {}
    got: dict[tuple[str, str], str] = {}
    for name, article in gold.articles.items():
        read = machine.articles[name]
        for item, place in paired_issues(article, read, codes):
            ref = read.links.issue(read.article.id, item.issue)
            if place >= 0 and ref:
                got.setdefault((name, article["issues"][place]["id"]), ref.id)
        wanted |= {(name, entry["id"]): entry["id"] for entry in article["issues"]}
    return _clusters("issues joined", wanted, got, count)


def events_joined(gold: Gold, machine: Machine) -> Found:
    """B-cubed of events over the articles that tell them; of those that somebody waited for, what came of it."""
    count = Counter("all articles")
    ids = {read.article.id: name for name, read in machine.articles.items()}
    wanted: dict[tuple[str, str], str] = {}
    got: dict[tuple[str, str], str] = {}
    taken: dict[str, str] = {}
    for entry in gold.across["events"]:
        likely = sorted(
            ((-_likeness(gold, entry, view), view.id, view) for view in machine.site.events),
            key=lambda t: t[:2],
        )
        views = [view for score, _, view in likely if score < 0]
        for name in entry["told_in"]:
            wanted[name, entry["id"]] = entry["id"]
            own = [view for view in views if name in {ids[s.article.id] for s in view.sources}]
            if own:
                got[name, entry["id"]] = own[0].id
        plans = [view for view in views if view.phase in PLANNED]
        if entry.get("outcome"):
            expected = entry["outcome"] if entry["outcome"] in ("kept", "missed") else ""
            outcomes = [view.outcome for view in plans]
            said = next((outcome for outcome in outcomes if outcome), "")
            what = f"{entry['id']} {entry['date']} {entry['what']}: {entry['outcome']}"
            shown = [f"{v.phase} {v.date} {v.what[:60]!r} {v.outcome or '-'}" for v in plans[:3]]
            count.add("outcomes", bool(expected) and said == expected, bool(said), bool(expected))
            if said != expected:
                count.miss("outcomes", what, f"got {shown or 'no such plan'}")
            taken |= dict.fromkeys((view.id for view in plans if view.outcome), entry["id"])
    for view in machine.site.events:
        if view.outcome and view.id not in taken:
            count.add("outcomes", 0, 1, 0)
            count.miss(
                "outcomes", f"{view.phase} {view.date} {view.what[:80]}: {view.outcome}", "not in the gold"
            )
    return _clusters("events joined", wanted, got, count)


def _likeness(gold: Gold, entry: Entry, view: EventView) -> float:
    """How likely a view is of the gold's event; it shares days and a word, or most of the words."""
    words, others = stems(entry["what"]), stems(view.what)
    common = len(words & others)
    share = common / max(1, min(len(words), len(others)))
    start, end = bounds(str(entry["date"]))
    first, last = bounds(view.date) if view.date else ("", "")
    near = (
        bool(first or last)
        and (not end or not first or first <= end)
        and (not start or not last or start <= last)
    )
    if not common or not near or share < 0.4:
        return 0.0
    who = {gold.names.get(normal(name)) for name in entry.get("participants", ())}
    found = {gold.names.get(normal(ref.name)) for ref in view.participants}
    return share + 0.5 * (bounds(str(entry["date"])) == (first, last)) + 0.25 * bool(who & found)


def contradictions(gold: Gold, machine: Machine) -> Found:
    """Pairs of statements that cannot both hold, and pairs that differ in whatever way."""
    count = Counter("all articles")
    numbers: dict[tuple[str, object], tuple[str, int]] = {}
    quotes: dict[tuple[str, int], str] = {}
    for name, article in gold.articles.items():
        read = machine.articles[name]
        for entry in article["statements"]:
            quotes[name, entry["n"]] = f"{entry['speaker']}: {str(entry['content'])[:70]}"
        said = sayings(read)
        for index, other in paired_statements(article, read).items():
            number = article["statements"][index]["n"]
            numbers[read.article.id, said[other].view.statement] = (name, number)
    denied = {_pair(entry) for entry in gold.across["contradictions"]}
    either = denied | {_pair(entry) for entry in gold.across["differences"]}
    shown: dict[frozenset[object], bool] = {}
    for difference in machine.site.differences:
        ends = frozenset(
            numbers.get((view.source.article.id, view.statement), (view.source.article.id, view.content))
            for view in (difference.first, difference.second)
        )
        shown[ends] = shown.get(ends, False) or difference.contradiction
    hard = {ends for ends, contradiction in shown.items() if contradiction}
    for measure, meant, got in (("contradictions", denied, hard), ("differences", either, set(shown))):
        count.add(measure, len(meant & got), len(got), len(meant))
        for ends in sorted(meant - got, key=str):
            count.miss(measure, " / ".join(f"{e[0][:3]} {quotes[e]}" for e in sorted(ends)), "not found")
        for ends in sorted(got - meant, key=str):
            count.miss(
                measure,
                " / ".join(f"{e[0][:3]} {quotes.get(e, e[1])}" for e in sorted(ends, key=str)),
                "not in the gold",
            )
    return count.found()


def _pair(entry: Entry) -> frozenset[tuple[str, int]]:
    return frozenset((name, number) for name, number in entry["between"])
