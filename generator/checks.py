"""The ordered table of checks on the assembled Site. Each yields diagnostics; none stops the build.

What can be seen in one file alone is checked where that file is read; here stands what needs the whole.
"""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from generator.ids import FOLDERS, Kind, Published
from generator.model import LANGUAGES, Diagnostic, Register, Site, Source
from generator.yamlfile import did_you_mean

Merges = Mapping[tuple[str, str], str]
"""Kind and id → id it is merged into."""
Check = Callable[[Site, Sequence[Register]], Iterable[Diagnostic]]


def check(site: Site, registers: Sequence[Register]) -> tuple[Diagnostic, ...]:
    """All that the checks find, in the order of the table."""
    return tuple(chain.from_iterable(run(site, registers) for _name, run in CHECKS))


def unannotated(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Seeds that have a page with their text and nothing else."""
    for view in site.articles:
        if not view.annotated.annotated:
            path = view.annotated.path
            yield Diagnostic(
                "not-annotated",
                "warning",
                path,
                "this seed has no annotations yet",
                hint=f"Run: dossier annotate {shlex.quote(path)}",
            )


def unread_languages(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Articles in languages that the machine does not read."""
    for view in site.articles:
        language = view.annotated.article.language
        if language.split("-")[0] not in LANGUAGES:
            message = (
                f"no extractor reads the language “{language}”: only registered names and dates are found"
            )
            hint = "Give entities registers with their names in it, annotate by hand, or correct `language:`."
            yield Diagnostic("language-not-read", "info", view.annotated.path, message, hint=hint)


def register_targets(site: Site, registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Registers that point to an id which does not exist, or in a circle."""
    known = {
        "entity": {view.ref.id for view in site.entities},
        "issue": {view.ref.id for view in site.issues},
        "event": {view.id for view in site.events},
    }
    went = {tuple(address.split("/")) for address in site.redirects}
    went |= {(FOLDERS[register.kind], register.id) for register in registers if register.merged_into}
    merges: Merges = {(register.kind, register.id): register.merged_into for register in registers}
    for register in registers:
        if _in_circle(register, merges):
            other = register.merged_into
            message = (
                f"merged_into: {register.id} and “{other}” are merged into one another"
                if other != register.id
                else f"merged_into: “{other}” is this register itself"
            )
            hint = "Delete the key in the register of the one that stays."
            yield _of_key(register, "merged_into", "ids-circle", message, hint)
            continue
        for key, kind, target in _targets(register):
            if target not in known[kind] and (FOLDERS[kind], target) not in went:
                message = f"{key}: there is no {kind} “{target}”"
                hint = did_you_mean(target, sorted(known[kind])) or "Correct the id, or delete it."
                yield _of_key(register, key, "unknown-id", message, hint)


def _targets(register: Register) -> Iterator[tuple[str, Kind, str]]:
    """Key, kind and id of all that a register refers to."""
    single: tuple[tuple[str, Kind, str], ...] = (
        ("merged_into", register.kind, register.merged_into),
        ("part_of", "issue", register.part_of),
        ("place", "entity", register.place),
    )
    yield from (target for target in single if target[2])
    yield from (("participants", "entity", id_) for id_ in register.participants)
    yield from (("issues", "issue", id_) for id_ in register.issues)


def _in_circle(register: Register, merges: Merges) -> bool:
    """Whether what it is merged into leads back to it."""
    seen: set[str] = set()
    target = register.merged_into
    while target and target not in seen:
        seen.add(target)
        target = merges.get((register.kind, target), "")
    return register.id in seen


def _of_key(register: Register, key: str, code: str, message: str, hint: str) -> Diagnostic:
    line, column = register.places.get(key, (1, 1))
    return Diagnostic(code, "error", register.path, message, line, column, hint)


def issue_references(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Items that name an issue which does not exist."""
    issues = {view.ref.id for view in site.issues}
    redirected = {old.removeprefix("issues/") for old in site.redirects if old.startswith("issues/")}
    for view in site.articles:
        reading = view.annotated.reading
        known = issues | redirected | {item.issue for item in reading.issues}
        named = [(item.id, "about", id_) for item in reading.statements for id_ in item.about]
        named += [(item.id, "part_of", item.part_of) for item in reading.issues if item.part_of]
        for item, key, target in named:
            if target not in known:
                message = f"{key}: there is no issue “{target}”"
                hint = did_you_mean(target, sorted(known)) or "Correct the id, or delete it."
                line = view.annotated.lines.get(item, 1)
                yield Diagnostic("unknown-id", "error", view.annotated.path, message, line, hint=hint)


def unnamed_registers(site: Site, registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Registers about what no article names: perhaps their file name is a slip."""
    named = {("entity", view.ref.id) for view in site.entities if view.articles}
    named |= {("issue", view.ref.id) for view in site.issues if view.articles}
    named |= {("event", view.id) for view in site.events if view.sources}
    named |= {("event", register.merged_into) for register in registers if register.kind == "event"}
    for register in registers:
        if register.kind == "event" and (register.date or register.phase):
            continue  # it tells the event itself
        if (register.kind, register.id) not in named and not register.merged_into:
            near = sorted(id_ for kind, id_ in named if kind == register.kind)
            message = f"no article names the {register.kind} “{register.id}”"
            hint = did_you_mean(register.id, near) or "Check the file's name; if it is right, all is well."
            yield Diagnostic("register-unused", "info", register.path, message, hint=hint)


def seeds_twice(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Seeds that two files annotate."""
    first: dict[str, str] = {}
    for view in sorted(site.articles, key=lambda view: view.annotated.path):
        seed, path = view.annotated.article.seed, view.annotated.path
        if seed and seed in first:
            message = f"{first[seed]} annotates seeds/{seed}, too"
            hint = "Keep one of the two files, or correct its seed."
            yield Diagnostic("seed-twice", "error", path, message, hint=hint)
        first.setdefault(seed, path)


def citations(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Facts whose sentence is not on the page that they cite: no link of the site may lead nowhere."""
    known = {view.ref.id: {sentence.id for sentence in view.sentences} for view in site.articles}
    for source in _sources(site):
        if source.sentence not in known.get(source.article.id, set()):
            message = f"cites {source.article.id}#{source.sentence}, which is not there"
            hint = "This is a fault of the program; please report it with this file."
            yield Diagnostic("dead-citation", "error", source.path, message, source.line, hint=hint)


def _sources(site: Site) -> Iterator[Source]:
    for entity in site.entities:
        yield from entity.mentions
        yield from (role.source for role in entity.roles)
        yield from (statement.source for statement in entity.statements)
    for issue in site.issues:
        yield from (source for _, source in issue.summary if source)
        yield from (change.source for change in issue.history if change.source)
        yield from (statement.source for statement in issue.statements)
    for event in site.events:
        yield from event.sources


CHECKS: tuple[tuple[str, Check], ...] = (
    ("unannotated", unannotated),
    ("unread languages", unread_languages),
    ("register targets", register_targets),
    ("issue references", issue_references),
    ("unnamed registers", unnamed_registers),
    ("seeds twice", seeds_twice),
    ("citations", citations),
)


def addresses(site: Site, published: Sequence[Published]) -> Iterator[Diagnostic]:
    """Addresses of content/ids.tsv that lead nowhere: of a page that went, or what it was merged into."""
    pages = {f"entities/{view.ref.id}" for view in site.entities}
    pages |= {f"issues/{view.ref.id}" for view in site.issues}
    pages |= {f"articles/{view.ref.id}" for view in site.articles}
    for record in published:
        target = site.redirects.get(record.address, "")
        if record.kind == "event" or target in pages or (not target and record.address in pages):
            continue
        if record.merged_into and not target:
            continue  # in a circle, which is told elsewhere
        near = [page for page in sorted(pages) if page.split("/")[0] == record.address.split("/")[0]]
        if target:
            message = f"{record.address} is merged into {target}, which has no page"
            hint = did_you_mean(target, near) or "Correct the last cell of its line, or empty it."
        else:
            message = f"{record.address} was published, and nothing has that address now"
            hint = "Write the id of what it is now into the last cell of its line."
        gone = Diagnostic("address-gone", "info", "content/ids.tsv", message, record.line, 1, hint)
        yield replace(gone, code="unknown-id", severity="error") if target else gone
