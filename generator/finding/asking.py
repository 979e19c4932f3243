"""From a word to places."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.articlefile.taking_apart import parse
from generator.finding.places import KINDS, Place
from generator.ids import FOLDERS
from generator.model import ArticleView, Site
from generator.store import Sources
from generator.store.reading import CONTENT_FILES
from generator.yamlfile import did_you_mean, is_id

PATH = re.compile(r"(?P<path>(?:content|seeds)/[^:]+)(?::(?P<line>\d+))?(?::\d+)?:?")
"""A place as diagnostics and `dossier status` print it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a word asks for; empty parts say nothing."""

    id: str
    kind: str = ""
    article: str = ""


def find(word: str, known: Sequence[Place], site: Site, sources: Sources) -> tuple[Place, ...]:
    """The places that `word` means, each once; several where it is ambiguous, none where nothing has it."""
    asked = understood(word)
    steps: tuple[Callable[[], Iterator[Place]], ...] = (
        lambda: _of_path(word, sources),
        lambda: _of_id(asked, known),
        lambda: _of_redirect(asked, known, site),
        lambda: _of_sentence(asked, site.articles, sources.articles),
        lambda: _of_line(asked, known, sources.articles),
        lambda: _of_name(word, known),
    )
    found = next((places for step in steps if (places := tuple(step()))), ())
    return tuple({(place.path, place.line): place for place in reversed(found)}.values())[::-1]


def understood(word: str) -> Asked:
    """What `word` asks for, as far as its form tells."""
    text, _, fragment = word.strip().partition("#")
    if fragment.startswith("event-"):  # as the timeline's lines are addressed
        return Asked(fragment.removeprefix("event-"), "event")
    parts = [part for part in text.split("/") if part]
    folders = [index for index, part in enumerate(parts[:-1]) if part in KINDS]
    if folders:
        kind, rest = KINDS[parts[folders[-1]]], parts[folders[-1] + 1 :]
        # What stands below another thing is a part of a long list of its own: entities/ID/statements/2031/.
        below = "".join(rest[1:2]) or fragment if kind == "article" else ""
        id_ = rest[0].removesuffix(".md")
        return Asked(below, article=id_) if below else Asked(id_, kind)
    if fragment or len(parts) == 2:
        return Asked(fragment or parts[1], article=parts[0] if parts else "")
    return Asked(text.strip("/"))


def _of_path(word: str, sources: Sources) -> Iterator[Place]:
    match = PATH.fullmatch(word.strip())
    if match and match["path"] in _paths(sources):
        yield Place("file", match["path"], match["path"], int(match["line"] or 1))


def _paths(sources: Sources) -> Iterator[str]:
    yield from (*sources.articles, *sources.registers, *sources.vocabularies)
    yield from CONTENT_FILES
    for seed in sources.seeds:
        yield from (f"seeds/{seed.name}", seed.sidecar_path)


def _of_id(asked: Asked, known: Sequence[Place]) -> Iterator[Place]:
    """What has the id; a register comes before what articles say of the same thing."""
    if asked.article:
        yield from (
            place
            for place in known
            if (place.article, place.id) == (asked.article, asked.id) and place.article
        )
        return
    found = [
        place
        for place in known
        if place.id == asked.id and (not asked.kind or (place.kind == asked.kind and place.scope != "item"))
    ]
    registered = {place.kind for place in found if place.scope == "register"}
    yield from (place for place in found if place.scope == "register" or place.kind not in registered)


def _of_redirect(asked: Asked, known: Sequence[Place], site: Site) -> Iterator[Place]:
    """What has the id now that was renamed, or merged into another."""
    for kind in (asked.kind,) if asked.kind else FOLDERS:
        target = site.redirects.get(f"{FOLDERS[kind]}/{asked.id}", "")
        if target and not asked.article:
            yield from _of_id(Asked(target.rpartition("/")[2], kind), known)


def _of_sentence(
    asked: Asked, articles: Sequence[ArticleView], sources: Mapping[str, str]
) -> Iterator[Place]:
    """The paragraph of a sentence, as pages address it."""
    for view in articles if asked.id.startswith("sent-") else ():
        one = view.annotated
        id_ = one.aliases.get(asked.id, asked.id)
        paragraph = next((sentence.paragraph for sentence in view.sentences if sentence.id == id_), None)
        if paragraph is None or asked.article not in {"", one.article.id} or one.path not in sources:
            continue
        sections = parse(sources[one.path], one.path).sections[1:]
        line = sections[paragraph].line if paragraph < len(sections) else 1
        yield Place("sentence", id_, one.path, line, one.article.id)


def _of_line(asked: Asked, known: Sequence[Place], sources: Mapping[str, str]) -> Iterator[Place]:
    """Where an item stands that cannot be read, else the line of the ledger that remembers one."""
    if not is_id(asked.id):
        return
    ids = {place.path: place.id for place in known if place.kind == "article"}
    inside = {path: text for path, text in sources.items() if asked.article in {"", ids.get(path, "")}}
    forms = (("item", rf" *(?:- )? *id: *[\"']?{asked.id}\b(?!-)"), ("removed item", f'"{asked.id} '))
    found = [
        Place(what, asked.id, path, number, ids.get(path, ""))
        for what, form in forms
        for path, text in inside.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if re.match(form, line)
    ]
    yield from (place for place in found if place.kind == found[0].kind)


def _of_name(word: str, known: Sequence[Place]) -> Iterator[Place]:
    """What has the word for a name, whatever its capitals."""
    name = " ".join(word.split()).casefold()
    ids = dict.fromkeys((place.id, place.kind) for place in known if name in map(str.casefold, place.names))
    for id_, kind in ids:
        yield from (place for place in _of_id(Asked(id_), known) if place.kind == kind)


def near(word: str, known: Sequence[Place]) -> str:
    """`Did you mean "…"?` for a word that nothing has, or nothing."""
    asked = understood(word)
    inside = [place.id for place in known if place.article and place.article == asked.article]
    if inside:
        return did_you_mean(asked.id, tuple(dict.fromkeys(inside)))
    subjects = {place.id: place.id for place in known if place.scope != "item" or place.kind == "entity"}
    names = {name.casefold(): name for place in known for name in place.names}
    hint = did_you_mean(" ".join(word.split()), tuple({**subjects, **names}))
    # Ids of items are a few letters that mean nothing: only a slip of one is told.
    hint = hint or did_you_mean(word.strip(), tuple(place.id for place in known), 80)
    return re.sub(r'"(.+)"', lambda match: f'"{names.get(match[1], match[1])}"', hint)
