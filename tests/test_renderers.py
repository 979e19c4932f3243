"""Zensical builds the same pages as MkDocs with Material, but for what docs/renderers.md lists."""

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import renderers
from conftest import ROOT

pytestmark = pytest.mark.builds

KNOWN = {
    "file: only the first has pagefind/…",
    "file: only the second has search.json",
    "file: only the first has sitemap.xml.gz",
    "anchors: + __skip",
    "meta: - Content-Security-Policy=…",
    "meta: - generator=…",
    "meta: + generator=…",
    "meta: - said[content]=…",
    "meta: + said[content]=…",
    "title: - The Varne Line talks",
    "title: + The Varne Line talks - The Varne Line talks",
}
"""What docs/renderers.md explains; texts, links, tooltips and linked data are not among it."""


@pytest.fixture(scope="module")
def zensical(invented, tmp_path_factory):
    """The invented dossier as Zensical renders it."""
    folder, composed = invented
    root = tmp_path_factory.mktemp("zensical")
    settings = (ROOT / "generator" / "theme" / "mkdocs.yml").read_text()
    settings = settings.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'generator/theme/overrides'}")
    settings = settings.replace(
        "site_name: Dossier", f"site_name: {html.escape(composed.site.settings.title)}"
    )
    (root / "mkdocs.yml").write_text(f"docs_dir: pages\nsite_dir: site\n{settings}")
    shutil.copytree(folder.pages, root / "pages")
    command = Path(sys.executable).with_name("zensical")
    done = subprocess.run(
        [command, "build", "--strict"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def test_the_two_sites_differ_only_as_the_documentation_says(invented, zensical):
    folder, composed = invented
    assert all(
        (zensical / "articles" / view.ref.id / "index.html").exists() for view in composed.site.articles
    )
    found = {
        re.sub(r"=.*", "=…", re.sub("pagefind/.*", "pagefind/…", f"{part}: {how}"), flags=re.DOTALL)
        for part, how in renderers.differences(folder.site, zensical)
    }
    assert found == KNOWN


def test_a_difference_in_text_or_link_would_be_seen(invented, zensical, tmp_path):
    shutil.copytree(zensical, tmp_path / "site")
    page = tmp_path / "site" / "about" / "index.html"
    page.write_text(page.read_text().replace("How it was made", "How it came").replace("review/", "reviews/"))
    found = {part for part, _how in renderers.differences(zensical, tmp_path / "site")}
    assert found == {"text", "links"}
