"""Attacks wherever a stranger or an editor writes, and what a real browser makes of the site.

Seeds, sidecars, article notes, registers of all three kinds, the corrections log, the vocabulary's names of
issues, the settings and the hand-written pages. The pages are opened with their Content-Security-Policy put
aside: what only the policy stopped would run here.
"""

import json

import attacks
import pytest
from conftest import Served, annotated_by_machine, built

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("attacked")]

TEXTS = {**attacks.HTML, **attacks.MARKDOWN, **attacks.EXPORTS, **attacks.TEXT}
FEW = (
    "script",
    "end of title, escaped",
    "end of attribute",
    "svg",
    "math",
    "link",
    "mermaid",
    "end of script",
)
"""Of these the pages of articles, entities and issues are opened by `make test`; nightly, of all."""
PAGES = (
    "", "articles/", "entities/", "issues/", "timeline/", "briefs/", "review/", "corrections/", "data/", "about/",
    "404.html",
)  # fmt: skip
"""Opened by every run, beside one page for each of FEW."""
SEED = "Talks in Brack on {attack}\nMarch 4, 2031\nMara Ilves said on Monday that {attack} is settled.\n{attack}\n"


def yaml(values):
    """YAML that is JSON, so that nothing in a value is syntax."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=True)}\n" for key, value in values.items())


def attacked_everywhere(root, texts):
    """A dossier with every one of `texts` in every place where somebody writes."""
    written = {}
    for nth, attack in enumerate(texts.values()):
        line = " ".join(attack.split())
        plain = {
            "name": line,
            "aliases": [f"{line} {nth}"],
            "description": line,
            "identifiers": {"wikidata": line},
        }
        status = {"status": "agreed", "date": "2031-03-01"}
        kinds = {
            "entities": {**plain, "type": "person", "side": line},
            "issues": {**plain, "summary": attack, "status": [status | {"source": line}]},
            "events": {**plain, "date": "2031-03-02", "phase": "happened"},
        }  # fmt: skip
        for kind, values in kinds.items():
            written[f"content/{kind}/x{nth:02}.md"] = (
                f"---\n{yaml(values)}---\nA note. {attack}\n\n{attack}\n"
            )
        written[f"seeds/{nth:02}.txt"] = SEED.format(attack=attack)
        written[f"seeds/{nth:02}.txt.yml"] = yaml(
            {"publisher": line, "author": line, "url": f"https://x.example/?{nth}", "published": "2031-03-04"}
        )
    together = "\n\n".join(texts.values())
    written["content/dossier.yml"] = yaml(
        {name: " ".join(together.split()) for name in ("title", "description", "licence")}
    )
    written["content/index.md"] = written["content/about.md"] = together
    for path, source in written.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(source, encoding="utf-8", newline="")
    return root


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """The folder and the Site of a dossier that is attacked everywhere."""
    root = attacked_everywhere(tmp_path_factory.mktemp("attacked"), TEXTS)
    annotated_by_machine(root)
    together = "\n\n".join(TEXTS.values())
    lines = []
    for path in sorted((root / "content" / "articles").glob("*.md")):
        source = path.read_text(encoding="utf-8")
        path.write_text(source.replace("```ledger", f"## Notes\n\n{together}\n\n```ledger"), encoding="utf-8")
        flat = " ".join(together.split())
        lines.append(f"2031-03-05\t{path.stem}\t{flat}\t{flat}\t{flat}\n")
    (root / "content" / "corrections.tsv").write_text("".join(lines), encoding="utf-8")
    folder, composed = built(root)
    return folder, composed.site


def opened(browser, folder, paths):
    """What ran, asked for something or was refused on the pages at `paths`."""
    wrong = []
    server = Served(folder.site)
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on(
        "request",
        lambda request: (
            request.url.startswith((server.address, "data:", "blob:"))
            or wrong.append(f"request {request.url}")
        ),
    )
    for path in paths:
        before = len(wrong)
        page.goto(server.address + path)
        page.wait_for_timeout(30)
        if not page.url.startswith(server.address):
            wrong.append(f"led away to {page.url}")
        for element in page.query_selector_all("details:not([open])"):
            element.evaluate("element => { element.open = true }")
        wrong[before:] = [f"{path}: {what}" for what in wrong[before:]]
    context.close()
    server.close()
    return wrong


def pages_of(site, names):
    """Addresses of what the attacks with `names` have: the article, the entity and the issue."""
    numbers = [f"{list(TEXTS).index(name):02}" for name in names]
    for view in site.articles:
        if view.annotated.article.seed[:2] in numbers:
            yield f"articles/{view.ref.id}/"
    for folder, views in (("entities", site.entities), ("issues", site.issues)):
        known = {view.ref.id for view in views}
        yield from (f"{folder}/x{number}/" for number in numbers if f"x{number}" in known)


def test_nothing_runs_and_nothing_is_asked_for(attacked, browser):
    folder, site = attacked
    paths = [*PAGES, *pages_of(site, FEW)]
    assert len(paths) > len(PAGES) + 2 * len(FEW)
    assert opened(browser, folder, paths) == []


@pytest.mark.nightly
def test_nothing_runs_on_any_page(attacked, browser):
    folder, site = attacked
    assert opened(browser, folder, [*PAGES, *pages_of(site, TEXTS)]) == []


def test_the_attacks_are_there_to_be_read(attacked):
    """Or the tests above would prove nothing: each place shows the attack as the text that it is."""
    folder, site = attacked
    shown = "&lt;script&gt;alert(1)&lt;/script&gt;"
    for path in (
        "index.html",
        "about/index.html",
        "entities/index.html",
        "issues/index.html",
        "timeline/index.html",
    ):
        assert shown in (folder.site / path).read_text(encoding="utf-8").replace("&#40;", "(").replace(
            "&#41;", ")"
        )
    assert site.corrections


def test_a_script_that_gets_through_would_be_seen(browser, tmp_path):
    for name, source in (
        ("dialog", "<svg onload=alert(1)>"),
        ("request", "<img src=//evil.invalid/x>"),
        ("error", "<script>nobody()</script>"),
    ):
        (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{source}")
        folder = type("Folder", (), {"site": tmp_path})
        assert any(name in what for what in opened(browser, folder, [""])), name
