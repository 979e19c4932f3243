"""The ordered table of checks on the assembled Site. Each yields diagnostics; none stops the build.

What can be seen in one file alone is checked where that file is read; here stands what needs the whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from generator.model import LANGUAGES, Diagnostic, Register, Site, Source
from generator.yamlfile import did_you_mean

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
                hint=f"Run: dossier annotate {path}",
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
    """Registers that point to an id which does not exist."""
    known = {
        "entity": {view.ref.id for view in site.entities},
        "issue": {view.ref.id for view in site.issues},
        "event": {view.id for view in site.events},
    }
    for register in registers:
        targets = (("merged_into", register.merged_into), ("part_of", register.part_of))
        for key, target in targets:
            if target and target not in known[register.kind]:
                message = f"{key}: there is no {register.kind} “{target}”"
                hint = did_you_mean(target, sorted(known[register.kind])) or "Correct the id, or delete it."
                yield Diagnostic("unknown-id", "error", register.path, message, hint=hint)


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


def redirect_targets(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Ids of ids.tsv that were merged into one which has no page."""
    pages = {f"entities/{view.ref.id}" for view in site.entities}
    pages |= {f"issues/{view.ref.id}" for view in site.issues}
    pages |= {f"articles/{view.ref.id}" for view in site.articles}
    for old, new in sorted(site.redirects.items()):
        if new not in pages and not new.startswith("events/"):
            near = [page for page in sorted(pages) if page.split("/")[0] == new.split("/")[0]]
            message = f"{old} is merged into {new}, which has no page"
            hint = did_you_mean(new, near) or "Correct the last cell of its line, or empty it."
            yield Diagnostic("unknown-id", "error", "content/ids.tsv", message, hint=hint)


def unnamed_registers(site: Site, registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Registers about what no article names: perhaps their file name is a slip."""
    named = {("entity", view.ref.id) for view in site.entities if view.articles}
    named |= {("issue", view.ref.id) for view in site.issues if view.articles}
    named |= {("event", view.id) for view in site.events if view.sources}
    for register in registers:
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
    ("redirect targets", redirect_targets),
    ("unnamed registers", unnamed_registers),
    ("seeds twice", seeds_twice),
    ("citations", citations),
)
