"""Short ways to write what was read from articles, for tests of what comes after reading."""

from generator.model import Annotated, Article, IssueItem, NamedEntity, Reading, Register, Span


def article(id_, text="Text.", published="", **more):
    return Article(id=id_, seed=f"{id_}.txt", text=text, title=id_.title(), published=published, **more)


def annotated(id_, text="Text.", published="", *, reviewed="", rights="full", **reading):
    """An annotated article; keyword arguments are the tuples of its Reading."""
    told = article(id_, text, published, rights=rights)
    return Annotated(told, Reading(**reading), f"content/articles/{id_}.md", reviewed=reviewed)


def person(id_, name, *names, **more):
    return NamedEntity(id_, "person", name, (name, *names), **more)


def organization(id_, name, *names, **more):
    return NamedEntity(id_, "organization", name, (name, *names), **more)


def place(id_, name, *names, **more):
    return NamedEntity(id_, "place", name, (name, *names), **more)


def issue(id_, name, code="", **more):
    return IssueItem(more.pop("span", Span(0, 1)), id_, name, code, id=f"i-{id_}", **more)


def register(kind, id_, **more):
    return Register(kind, id_, f"content/{kind}/{id_}.md", **more)


def span(text, words, occurrence=1):
    """Where `words` stand in `text`."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))
