"""docs/registers.md, done: the edits it shows are made, and the pages say what it says.

A block of the page says by its first line what it is:

    ```yaml PATH       the whole file, as a person saves it
    ```diff edit PATH  a person's edit, which only adds lines
    ```pages           addresses, and what stands there after the edits of the section

Each section begins anew with the dossier in tests/registers. With --golden the last kind is written anew.
"""

import re
import shutil

import pytest
from conftest import ROOT

from generator import annotate, build, store

PAGE = ROOT / "docs" / "registers.md"
BLOCK = re.compile(
    r"^```(?P<kind>yaml|diff edit|pages)(?P<rest>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
SECTION = re.compile(r"(?=^### )", re.MULTILINE)
MOST = 9
"""Lines of the largest edit: each is a small one."""


def edit(root, path, lines):
    """Put the lines with a plus sign into the one place of `path` that the others fit."""
    old, new = ("".join(line[1:] + "\n" for line in lines if line[:1] in signs) for signs in (" ", " +"))
    source = (root / path).read_text()
    assert source.count(old) == 1, f"this stands {source.count(old)} times in {path}:\n{old}"
    (root / path).write_text(source.replace(old, new))


def save(root, path, body):
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(body)


def shown(site, address):
    """What stands at `address`, on one line."""
    place, id_ = address.strip("/").split("/", 1)
    if f"{place}/{id_}" in site.redirects:
        return f"leads to /{site.redirects[f'{place}/{id_}']}/"
    table = {"entities": site.entities, "issues": site.issues, "timeline": site.events}[place]
    views = {getattr(view, "ref", view).id: view for view in table}
    view = views.get(id_.removeprefix("#event-")) or views.get(id_.removeprefix("#"))
    return {"entities": entity, "issues": issue, "timeline": event}[place](view) if view else "nothing"


def entity(view):
    named = "once" if view.mention_count == 1 else f"{view.mention_count} times"
    where = ", ".join(sorted(article.id for article in view.articles))
    return f"{titled(view)}: {named} in {where}{f'; {view.unsure}' if view.unsure else ''}"


def titled(view):
    aliases = getattr(view, "aliases", ())
    return f"{view.ref.name} ({', '.join(aliases)})" if aliases else view.ref.name


def issue(view):
    said = f", according to {view.history[-1].according_to}" if view.history else ""
    summary = [line for line, source in view.summary if source is None]
    where = ", ".join(sorted(article.id for article in view.articles))
    told = f". {' '.join(summary)}" if summary else ""
    return f"{view.ref.name}: {view.status}, {view.status_date}{said}; in {where}{told}"


def event(view):
    who = ", ".join(ref.name for ref in view.participants)
    on = f"; on {', '.join(ref.name for ref in view.issues)}" if view.issues else ""
    where = ", ".join(source.article.id for source in view.sources)
    told = f"told in {where}" if where else f"according to {view.said_by}"
    return f"{view.what}: {view.phase}, {view.date}; {who}{on}; {told}"


def done(section, root):
    """`section` with what comes of it in the dossier at `root`."""

    def block(match):
        kind, path, body = match["kind"], match["rest"].strip(), match["body"]
        if kind == "pages":
            site, problems = build.inspect(build.load(store.read(store.Folder(root))))
            assert not [problem for problem in problems if problem.severity != "info"]
            addresses = [line.split(" ")[0] for line in body.splitlines()]
            lines = (f"{address} {shown(site, address)}\n" for address in addresses)
            return f"```pages\n{''.join(lines)}```"
        changed = [line for line in body.splitlines() if kind == "yaml" or line.startswith("+")]
        assert len(changed) <= MOST
        if kind == "yaml":
            save(root, path, body)
        else:
            edit(root, path, body.splitlines())
        return match.group()

    return BLOCK.sub(block, section)


@pytest.fixture
def dossier(tmp_path):
    """The base, published once."""

    def fresh(name):
        root = tmp_path / name
        shutil.copytree(ROOT / "tests" / "registers", root)
        annotate.record(store.Folder(root), today="2031-04-12")
        return root

    return fresh


def test_each_edit_does_what_the_page_says(dossier, pytestconfig):
    sections = SECTION.split(PAGE.read_text())
    happened = "".join(done(section, dossier(str(number))) for number, section in enumerate(sections))
    if pytestconfig.getoption("--golden"):
        PAGE.write_text(happened)
    assert PAGE.read_text() == happened


def test_a_page_that_tells_otherwise_is_caught(dossier):
    page = PAGE.read_text()
    wrong = page.replace("leads to /entities/ada-brook/", "leads to /entities/brook/", 1)
    assert wrong != page
    assert "".join(done(s, dossier(str(n))) for n, s in enumerate(SECTION.split(wrong))) == page


@pytest.mark.parametrize(("phase", "date"), [("deadline", "2031-05-02"), ("awaited", "")])
def test_an_event_that_no_article_tells_stands_on_its_issue_s_page(dossier, phase, date):
    root = dossier("untold")
    told = f"---\nname: the vote\ndate: {date}\nphase: {phase}\nissues: [harbour-fee]\n---\n"
    save(root, "content/events/vote.md", told)
    composed = build.compose(store.read(store.Folder(root)))
    assert composed.diagnostics == ()
    issue_page = composed.pages["issues/harbour-fee.md"]
    assert '(../timeline.md#event-vote){ .to-event } · <span class="cite">by hand</span>' in issue_page
    assert "written by hand, no article reports it" in composed.pages["timeline.md"]
