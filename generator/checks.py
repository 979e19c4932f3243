"""The ordered table of checks on the assembled Site. Each yields diagnostics; none stops the build.

What can be seen in one file alone is checked where that file is read; here stands what needs the whole.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from generator.model import LANGUAGES, Diagnostic, Register, Site, Source
from generator.yamlfile import did_you_mean

Check = Callable[[Site, Sequence[Register]], Iterable[Diagnostic]]
FOLDERS = {"entity": "entities", "issue": "issues", "event": "events"}


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
    """Articles in languages that the machine does not read: only what people annotate is there."""
    for view in site.articles:
        language = view.annotated.article.language
        if language.split("-")[0] not in LANGUAGES:
            message = f"there is no extractor for the language “{language}”: the page has the text alone"
            hint = "Annotate it by hand, or correct `language:` if it is another one."
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
                hint = (
                    did_you_mean(target, sorted(known[register.kind]))
                    or "Nothing of a similar name is known."
                )
                yield Diagnostic("unknown-id", "error", register.path, message, hint=hint)


def twins(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Pages whose addresses differ only in ways that some file systems do not see."""
    pages = [f"articles/{view.ref.id}" for view in site.articles]
    pages += [f"entities/{view.ref.id}" for view in site.entities]
    pages += [f"issues/{view.ref.id}" for view in site.issues]
    seen: dict[str, str] = {}
    for page in pages:
        folded = unicodedata.normalize("NFC", page).casefold()
        if folded in seen:
            message = f"two pages would stand at {page}"
            yield Diagnostic(
                "twin-address", "error", f"content/{page}.md", message, hint="Give one of them another id."
            )
        seen[folded] = page


def citations(site: Site, _registers: Sequence[Register]) -> Iterator[Diagnostic]:
    """Facts whose sentence is not on the page that they cite: no link of the site may lead nowhere."""
    known = {view.ref.id: {sentence.id for sentence in view.sentences} for view in site.articles}
    for source in _sources(site):
        if source.sentence not in known.get(source.article.id, set()):
            message = f"cites {source.article.id}#{source.sentence}, which is not there"
            yield Diagnostic("dead-citation", "error", source.path, message, source.line)


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
    ("twins", twins),
    ("citations", citations),
)
