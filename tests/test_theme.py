"""The theme: settings that let nothing run or call out, and colours that can be read."""

import re
from itertools import product
from pathlib import Path

import pytest
import yaml

THEME = Path(__file__).parent.parent / "generator" / "theme"
ASSETS = THEME / "overrides" / "assets" / "dossier"
SETTINGS = yaml.safe_load((THEME / "mkdocs.yml").read_text(encoding="utf-8"))
STYLES = sorted(ASSETS.glob("*.css"))
SCRIPTS = sorted(ASSETS.glob("*.js"))
MODULES = sorted(ASSETS.glob("search/*.js"))
"""Loaded by search.js when somebody opens the search."""


def test_markdown_extensions_are_the_allowed_ones():
    assert SETTINGS["markdown_extensions"] == [
        "attr_list",
        "md_in_html",
        {"tables": {"use_align_attribute": True}},
        {"toc": {"permalink": False}},
    ]


def test_plugins_features_and_keys_are_the_allowed_ones():
    assert SETTINGS["plugins"] == []
    assert set(SETTINGS["theme"]["features"]) <= {"navigation.tabs", "navigation.top"}
    assert SETTINGS["theme"]["font"] is False
    assert set(SETTINGS) == {
        "site_name", "use_directory_urls", "theme", "extra", "extra_css", "extra_javascript", "plugins",
        "markdown_extensions", "validation", "nav", "not_in_nav",
    }  # fmt: skip
    assert set(SETTINGS["extra"]) == {"generator"}


def test_everything_is_validated():
    assert set(SETTINGS["validation"].values()) == {"warn"}
    assert set(SETTINGS["validation"]) == {
        "omitted_files", "absolute_links", "unrecognized_links", "anchors", "not_found",
    }  # fmt: skip


def test_navigation_names_sections_only():
    assert len(SETTINGS["nav"]) <= 9
    assert not any("*" in target for entry in SETTINGS["nav"] for target in entry.values())


def test_every_asset_is_named_in_the_settings_and_there():
    named = SETTINGS["extra_css"] + SETTINGS["extra_javascript"]
    assert sorted(named) == sorted(f"assets/dossier/{path.name}" for path in (*STYLES, *SCRIPTS))


@pytest.mark.parametrize("path", [*STYLES, *SCRIPTS, *MODULES], ids=lambda path: path.name)
def test_assets_call_nobody_and_write_no_html(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(
        r"https?://|@import|url\((?!data:)|eval\(|innerHTML|outerHTML|insertAdjacentHTML", source
    )
    # an event's old address looks its day up in the site's own timeline.json, which its page links
    assert not re.search(r"document\.write|new Function|\bfetch\((?!data\.href\))", source)


# --- colours: WCAG 2.2, 1.4.3 and 1.4.11 ------------------------------------------------------


def scheme(name: str) -> dict[str, str]:
    source = (ASSETS / "colours.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-md-color-scheme="{name}"\] \{{(.*?)\}}', source, re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two #rrggbb colours."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXT = ["ink", "muted", "link", "stamp", "kept", "person", "organization", "place", "temporal"]
GROUNDS = ["paper", "tint"]
MARKED = ["said", "said-indirect", "inference", "target"]


@pytest.mark.parametrize(
    ("name", "text", "ground"),
    [
        *product(["default", "slate"], TEXT, GROUNDS),
        *product(["default", "slate"], ["ink", "muted", "person", "organization", "place"], MARKED),
    ],
)
def test_contrast_of_text(name, text, ground):
    colours = scheme(name)
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_both_schemes_have_the_same_names():
    assert set(scheme("default")) == set(scheme("slate"))
