"""Measures of what one article tells: events and issues."""

from collections.abc import Mapping

from generator.linking import stems
from generator.model import IssueItem
from quality.counting import Counter, Found, pair
from quality.gold import Entry, Gold, listed, local_names, normal, occurrences
from quality.machine import Read, Telling, bounds
from quality.who import same


def events(gold: Gold, article: Entry, read: Read) -> Found:
    """Events found; of those, date, phase and participants."""
    count = Counter(read.article.seed)
    names = local_names(gold, article)
    wanted, got = article["events"], read.tellings
    pairs = pair(wanted, got, lambda one, other: event_likeness(names, one, other, read))
    count.add("events", len(pairs), len(got), len(wanted))
    for index, entry in enumerate(wanted):
        what = f"{entry['phase']} {entry['date']} {entry['what']}"
        if index not in pairs:
            count.miss("events", what, "not found")
            continue
        telling = got[pairs[index]]
        event, told = telling.event, f"got {telling.event.phase} {telling.date} “{telling.words[:90]}”"
        count.share("event dates", same_days(entry["date"], telling.date, entry["phase"]), what, told)
        count.share("event phases", event.phase == entry["phase"], what, told)
        who = {names.get(normal(name), normal(name)) for name in entry.get("participants", ())}
        found = {names.get(normal(read.name(p)), normal(read.name(p))) for p in event.participants}
        count.add("participants", len(who & found), len(found), len(who))
        if who ^ found:
            odd = f"missing {sorted(who - found)}, too many {sorted(found - who)}"
            count.miss("participants", what, f"{odd}: {told}")
    for index, telling in enumerate(got):
        if index not in pairs.values():
            words = f"{telling.event.phase} {telling.date} {telling.words[:120]}"
            count.miss("events", words, f"not in the gold ({telling.event.rule})")
    return count.found()


def event_likeness(names: Mapping[str, str], entry: Entry, telling: Telling, read: Read) -> float:
    """How likely a telling is of the gold's event, which is worded freely; 0: it is of another.

    It shares the date and a word, or half of the words.
    """
    words, others = stems(entry["what"]), stems(telling.words)
    common = len(words & others)
    dated = same_days(entry["date"], telling.date, entry["phase"])
    share = common / max(1, len(words))
    if not common or not (dated or share >= 0.5):
        return 0.0
    who = {names.get(normal(name), normal(name)) for name in entry.get("participants", ())}
    found = {names.get(normal(read.name(p)), normal(read.name(p))) for p in telling.event.participants}
    return share + 0.5 * dated + 0.25 * (entry["phase"] == telling.event.phase) + 0.25 * bool(who & found)


def same_days(wanted: str, got: str, phase: str) -> bool:
    """Whether two EDTF dates are the same days; of a deadline the last day counts."""
    if not got:
        return False
    if phase == "deadline":
        return bounds(str(wanted))[1] == bounds(got)[1]
    return bounds(str(wanted)) == bounds(got)


def issues(gold: Gold, article: Entry, read: Read) -> Found:
    """Issues found by name, place or topic; of those, the status, and who gives it that."""
    count = Counter(read.article.seed)
    names, wanted = local_names(gold, article), article["issues"]
    codes = {issue["id"]: issue.get("code", "") for issue in gold.across.get("issues", ())}
    meant = paired_issues(article, read, codes)
    for index, entry in enumerate(wanted):
        what = f"{entry.get('id', '')} “{entry['name']}” {entry['status']}"
        items = [item for item, place in meant if place == index]
        if not items:
            count.miss("issues", what, "not found")
            continue
        statuses = [(item.status or "raised", read.voice(item)) for item in items]
        right = [voice for status, voice in statuses if status == entry["status"]]
        count.share("issue status", bool(right), what, f"got {statuses}")
        voices = listed(entry.get("according_to"))
        if right and voices:
            fits = any(same(names, voice, said or "the article") for voice in voices for said in right)
            count.share("issue voice", fits, f"{what} by {voices}", f"got {right}")
    found = len({place for _, place in meant if place >= 0})
    links = {item.issue for item, _ in meant}
    wrong = links - {item.issue for item, place in meant if place >= 0}
    count.add("issues", found, found + len(wrong), len(wanted))
    for item, place in meant:
        if item.issue in wrong and place < 0:
            words = f"{item.name} {item.status or ''} {item.code}"
            count.miss("issues", words, f"not in the gold ({item.rule}): {read.text[slice(*item.span)][:80]}")
    return count.found()


def paired_issues(article: Entry, read: Read, codes: Mapping[str, str]) -> list[tuple[IssueItem, int]]:
    """Each issue item with the index of the gold's issue that it is about, -1: none."""
    wanted = article["issues"]
    own = [entry.get("code") or codes.get(entry.get("id", ""), "") for entry in wanted]

    def likeness(item: IssueItem, index: int) -> float:
        entry = wanted[index]
        words, others = stems(entry["name"]), stems(item.name)
        share = len(words & others) / max(1, min(len(words), len(others)))
        here = any(span.overlaps(item.span) for span in occurrences(read.text, entry["name"]))
        topic = bool(item.code) and item.code == own[index] and own.count(item.code) == 1
        return share * (share >= 0.5) + here + 0.4 * topic

    meant = []
    for item in read.reading.issues:
        scores = [(likeness(item, index), -index) for index in range(len(wanted))]
        best = max(scores, default=(0.0, 0))
        meant.append((item, -best[1] if best[0] > 0 else -1))
    return meant
