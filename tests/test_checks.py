"""What the checks of the whole dossier do not take for a slip; what they do is in tests/diagnostics."""

import shutil

import pytest
from conftest import ROOT
from readings import annotated, person

from generator import checks, store
from generator.assemble import assemble
from generator.build import inspect, load
from generator.ids import Published
from generator.model import Register, Settings
from generator.vocabulary import Vocabulary

ARTICLE = "content/articles/ferry-strike.md"
IDS = "kind\tid\tnames\tmerged_into\nentity\tferry\tFerry\t{}\nentity\tsennet\tSennet\t\n"


@pytest.fixture
def told(tmp_path):
    """A function: the codes that are told once `files` lie over the base; a pair is put in place of its first."""

    def of(files):
        root = tmp_path / "dossier"
        shutil.copytree(ROOT / "tests" / "diagnostics" / "base", root)
        for name, contents in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = contents if isinstance(contents, str) else path.read_text().replace(*contents)
            path.write_text(text, encoding="utf-8")
        _, problems = inspect(load(store.read(store.Folder(root))))
        return [problem.code for problem in problems]

    return of


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        pytest.param(
            {
                "content/entities/ada-brook.md": "---\nname: Ada Brook\n---\n",
                "content/entities/ada-brook-2.md": "---\nname: Ada Brook\ntype: person\n---\n",
            },
            ["register-unused"],
            id="two people of one name",
        ),
        pytest.param(
            {
                "content/entities/ada-brook.md": "---\nname: Ada Brook\naliases: [Brook]\n---\n",
                "content/entities/brook.md": "---\nname: Brook\nmerged_into: ada-brook\n---\n",
            },
            [],
            id="an alias of what is merged into it",
        ),
        pytest.param(
            {
                "content/entities/sennet.md": "---\nmerged_into: sennet-haven\n---\n",
                "content/entities/sennet-haven.md": "---\nname: Sennet Haven\ntype: place\n---\n",
            },
            [],
            id="merged into what only a register knows",
        ),
        pytest.param(
            {
                "content/events/a.md": "---\nmerged_into: talks\n---\n",
                "content/events/b.md": "---\nmerged_into: talks\n---\n",
            },
            ["unknown-id", "unknown-id"],
            id="two events, which no article tells, into a new one",
        ),
        pytest.param(
            {
                "content/ids.tsv": IDS.format("sennet"),
                "content/about.md": "[Old](entities/ferry.md), [data](data.md), [the port](entities/port.md).",
                "content/entities/port.md": "---\nnames: Port\n---\n",
            },
            ["unknown-key"],
            id="links to what leads on, to pages of the program's own, and to what cannot be read",
        ),
        pytest.param({"content/ids.tsv": IDS.format("")}, ["address-gone"], id="one address is gone"),
        pytest.param({"content/ids.tsv": IDS.format("sennet")}, [], id="an address that leads to another"),
    ],
)
def test_what_is_told(told, files, codes):
    assert told(files) == codes


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param(
            {ARTICLE: ("language: en", "language: en\n---\n\n```annotations")}, "block-open", id="cut"
        ),
        pytest.param({ARTICLE: ""}, "article-empty", id="an article"),
        pytest.param({"content/entities/port.md": "---\nnames: Port\n---\n"}, "unknown-key", id="a register"),
    ],
)
def test_nothing_is_told_only_because_a_file_cannot_be_read(told, files, code):
    pointing = {
        "content/entities/haven.md": "---\nname: Haven\nmerged_into: port\n---\n",
        "content/entities/sennet.md": "---\nmerged_into: port\n---\n",
    }
    assert set(told(files | pointing)) == {code}


def test_what_is_withheld_is_neither_gone_nor_unknown():
    """Nobody has reviewed the article yet, so no page is about her."""
    article = annotated("a", "Ada Brook came.", "2031-04-05", entities=(person("ada-brook", "Ada Brook"),))
    fair = Register("event", "fair", "content/events/fair.md", date="2031-05-01", participants=("ada-brook",))
    site = assemble((article,), (fair,), Settings(publish="reviewed"), Vocabulary("none", ()), {})
    published = Published("entity", "ada-brook"), Published("entity", "brook", merged_into="ada-brook")
    assert not site.entities
    assert not checks.check(checks.Whole(site, (fair,), published))
