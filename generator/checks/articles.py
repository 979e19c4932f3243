"""Checks of articles, and of what the pages cite of them."""

import shlex
from collections.abc import Iterator

from generator.checks.whole import Whole
from generator.model import LANGUAGES, Diagnostic, Site, Source
from generator.yamlfile import did_you_mean


def unannotated(whole: Whole) -> Iterator[Diagnostic]:
    """Seeds that have a page with their text and nothing else, unless a file that is there may annotate them."""
    if whole.articles_unread:
        return
    for view in whole.site.articles:
        if view.annotated.bare:
            path = view.annotated.path
            yield Diagnostic(
                "not-annotated",
                "warning",
                path,
                "this seed has no annotations yet",
                hint=f"Run: dossier annotate {shlex.quote(path)}",
            )


def unread_languages(whole: Whole) -> Iterator[Diagnostic]:
    """Articles in languages that the machine does not read."""
    for view in whole.site.articles:
        language = view.annotated.article.language
        if language.split("-")[0] not in LANGUAGES:
            message = (
                f"no extractor reads the language “{language}”: only registered names and dates are found"
            )
            hint = "Give entities registers with their names in it, annotate by hand, or correct `language:`."
            yield Diagnostic("language-not-read", "info", view.annotated.path, message, hint=hint)


def issue_references(whole: Whole) -> Iterator[Diagnostic]:
    """Items that name an issue which does not exist."""
    issues = {view.ref.id for view in whole.site.issues}
    redirected = {old.removeprefix("issues/") for old in whole.site.redirects if old.startswith("issues/")}
    for view in whole.site.articles:
        reading = view.annotated.reading
        known = issues | redirected | {item.issue for item in reading.issues}
        named = [(item.id, "about", id_) for item in reading.statements for id_ in item.about]
        named += [(item.id, "part_of", item.part_of) for item in reading.issues if item.part_of]
        for item, key, target in named:
            if target not in known and not whole.may_have(("issue", target)):
                message = f"{key}: there is no issue “{target}”"
                hint = did_you_mean(target, sorted(known)) or "Correct the id, or delete it."
                line = view.annotated.lines.get(item, 1)
                yield Diagnostic("unknown-id", "error", view.annotated.path, message, line, hint=hint)


def seeds_twice(whole: Whole) -> Iterator[Diagnostic]:
    """Seeds that two files annotate."""
    first: dict[str, str] = {}
    for view in sorted(whole.site.articles, key=lambda view: view.annotated.path):
        seed, path = view.annotated.article.seed, view.annotated.path
        if seed and seed in first:
            message = f"{first[seed]} annotates seeds/{seed}, too"
            hint = "Keep one of the two files, or correct its seed."
            yield Diagnostic("seed-twice", "error", path, message, hint=hint)
        first.setdefault(seed, path)


def citations(whole: Whole) -> Iterator[Diagnostic]:
    """Facts whose sentence is not on the page that they cite: no link of the site may lead nowhere."""
    known = {view.ref.id: {sentence.id for sentence in view.sentences} for view in whole.site.articles}
    for source in _sources(whole.site):
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
