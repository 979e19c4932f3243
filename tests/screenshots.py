"""docs/screenshots/ anew, from real sites: `make screenshots`."""

import tempfile
from pathlib import Path

from conftest import CHROMIUM, CHROMIUM_FLAGS, INVENTED, ROOT, Served, copied
from playwright.sync_api import Browser, sync_playwright

from generator import build, store

SHOTS = ROOT / "docs" / "screenshots"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
ARTICLE = "articles/key-issues-have-been-narrowed-down-now-is-the-right-time/"
SAMPLE = (
    ("article", ARTICLE, WIDE, "light"),
    ("article-dark", ARTICLE, WIDE, "dark"),
    ("article-phone", ARTICLE, PHONE, "light"),
)
"""Of the dossier of this repository: file name, address, size, scheme."""
OF_SEVERAL = (
    ("home", "", WIDE, "light"),
    ("home-phone", "", PHONE, "dark"),
    ("issue", "issues/customs-inspections-at-the-border/", WIDE, "light"),
    ("positions", "issues/#positions", WIDE, "light"),
    ("timeline", "timeline/#to-come", WIDE, "light"),
    ("picture", "timeline/#picture", WIDE, "light"),
    ("brief", "briefs/2031-03-24/", WIDE, "light"),
    ("entity", "entities/mirela-dascal/", WIDE, "light"),
)
"""Of the invented dossier, whose sixteen articles contradict each other."""


def main() -> None:
    """Build both dossiers and photograph their main pages."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        photograph(browser, ROOT, SAMPLE)
        photograph(browser, copied(INVENTED, Path(folder)), OF_SEVERAL)
        browser.close()


def photograph(browser: Browser, root: Path, views: tuple[tuple[str, str, dict[str, int], str], ...]) -> None:
    """Build the dossier at `root` and make a picture of each of `views`."""
    build.build(store.Folder(root))
    served = Served(root / "site")
    for name, path, size, scheme in views:
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(served.address + path)
        page.wait_for_timeout(500)
        page.screenshot(path=SHOTS / f"{name}.png")
        context.close()
    served.close()


if __name__ == "__main__":
    main()
