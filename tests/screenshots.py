"""docs/screenshots/ anew, from the real site: `make screenshots`."""

from pathlib import Path

from conftest import CHROMIUM, CHROMIUM_FLAGS, ROOT, Served
from playwright.sync_api import sync_playwright

from generator import build, store

SHOTS = ROOT / "docs" / "screenshots"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}


def main() -> None:
    """Build the dossier of this repository and photograph its main pages."""
    composed = build.build(store.Folder(ROOT))
    article = f"articles/{composed.site.articles[0].ref.id}/"
    issue = f"issues/{composed.site.issues[0].ref.id}/"
    SHOTS.mkdir(parents=True, exist_ok=True)
    served = Served(ROOT / "site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        for name, path, size, scheme in (
            ("home", "", WIDE, "light"),
            ("article", article, WIDE, "light"),
            ("article-dark", article, WIDE, "dark"),
            ("article-phone", article, PHONE, "light"),
            ("issue", issue, WIDE, "light"),
            ("timeline", "timeline/", WIDE, "light"),
        ):
            context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
            page = context.new_page()
            page.goto(served.address + path)
            page.wait_for_timeout(500)
            page.screenshot(path=Path(SHOTS, f"{name}.png"))
            context.close()
        browser.close()
    served.close()


if __name__ == "__main__":
    main()
