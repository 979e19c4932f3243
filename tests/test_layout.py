"""Where the parts of the main pages stand: what a picture would hold, in words and shares of the screen.

tests/layouts/ holds a line for each part of a page, in the order of the document: what it is, its name, where it
begins and ends across the screen, in percent. Fonts differ from machine to machine, so heights and inline parts are
left out, and a part may stand up to `SLACK` percent elsewhere. After a change that is meant to move something:

    pytest tests/test_layout.py -m "browser or nightly" --golden     writes the files anew; then read the difference
"""

from pathlib import Path

import pytest
from conftest import Served

pytestmark = [pytest.mark.browser]
LAYOUTS = Path(__file__).parent / "layouts"
SLACK = 3
PHONE, DESKTOP = 390, 1280
PAGES = {
    "home": "",
    "article": "articles/fee-settled-at-last-both-sides-say-as-inspections-become/",
    "entity": "entities/mirela-dascal/",
    "issue": "issues/customs-inspections-at-the-border/",
    "issues": "issues/",
    "timeline": "timeline/",
    "articles": "articles/",
    "entities": "entities/",
    "brief": "briefs/2031-03-24/",
    "review": "review/",
    "data": "data/",
    "about": "about/",
}
OFTEN = {"home", "article"}
"""Looked at by every run; the others at night."""
PARTS = """
() => {
  const parts = "h1, h2, nav, aside, form, table, figure, footer, [role=status], .lead, .article-text, .notes"
    + ", .side-by-side > *, main ol[class], main ul[class], main details, .md-header__inner, .layers";
  const words = (part) => part.getAttribute("aria-label")
    || (/^H\\d$/.test(part.tagName) ? part.innerText : part.querySelector(":scope > summary")?.innerText)
    || [...part.classList].filter((name) => !name.startsWith("md-")).join(" ") || part.className;
  return [...document.querySelectorAll(parts)].filter((part) => part.checkVisibility()).map((part) => {
    const { left, right, height } = part.getBoundingClientRect();
    const share = (x) => Math.round(100 * x / document.documentElement.clientWidth);
    const name = words(part).replace(/\\s+/g, " ").trim();
    return height ? [`${part.tagName.toLowerCase()} ${name}`, share(left), share(right)] : null;
  }).filter(Boolean);
}
"""


@pytest.fixture(scope="module")
def address(invented):
    server = Served(invented[0].site)
    yield server.address
    server.close()


def described(parts) -> list[str]:
    """A line for each part; parts alike that follow each other are one."""
    lines = [f"{start:3}–{end:<3} {name}" for name, start, end in parts]
    return [line for n, line in enumerate(lines) if n == 0 or line != lines[n - 1]]


def moved(line: str, before: str) -> bool:
    """Whether two lines differ by more than the slack that fonts and scroll bars take."""
    (at, name), (was_at, was_name) = line.strip().split(" ", 1), before.strip().split(" ", 1)
    shares = zip(at.split("–"), was_at.split("–"), strict=True)
    return name.strip() != was_name.strip() or any(abs(int(a) - int(b)) > SLACK for a, b in shares)


@pytest.mark.parametrize(
    ("line", "before", "differs"),
    [
        ("  4–65  h2 Issues", "  4–67  h2 Issues", False),
        ("  4–65  h2 Issues", "  4–96  h2 Issues", True),
        ("  4–65  h2 Issues", "  4–65  h2 Matters", True),
    ],
)
def test_a_little_is_no_move(line, before, differs):
    assert moved(line, before) is differs


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.nightly) for name in PAGES]
)
def test_the_parts_of_a_page_stand_where_they_stood(browser, address, name, width, request):
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + PAGES[name])
    page.wait_for_timeout(300)
    seen = described(page.evaluate(PARTS))
    context.close()
    golden = LAYOUTS / f"{name}-{width}.txt"
    if request.config.getoption("--golden"):
        LAYOUTS.mkdir(exist_ok=True)
        golden.write_text("\n".join(seen) + "\n", encoding="utf-8")
    before = golden.read_text(encoding="utf-8").splitlines()
    near = [old if n < len(seen) and not moved(seen[n], old) else None for n, old in enumerate(before)]
    shown = [near[n] if n < len(near) and near[n] else line for n, line in enumerate(seen)]
    assert shown == before, (
        f"the layout of {name} at {width} pixels differs from {golden.name}: see the head of {__file__}"
    )
