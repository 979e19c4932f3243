"""Nothing is wrong with any kind of page, in any state in which a reader meets it; docs/nightly.md."""

import pytest
from bench import dossiers
from conftest import built
from states import kinds, look

pytestmark = [pytest.mark.browser, pytest.mark.nightly]


@pytest.fixture(scope="module")
def hundred(tmp_path_factory):
    """A dossier of a hundred articles."""
    return built(dossiers.make(tmp_path_factory.mktemp("hundred"), 100).root)


@pytest.mark.parametrize("dossier", ["sample", "invented", "hundred"])
def test_axe_weight_width_and_rest_of_every_kind_of_page_in_every_state(dossier, request, browser):
    folder, _ = request.getfixturevalue(dossier)
    seen = list(look(browser, folder.site))
    found = [finding for one in seen for finding in one.findings()]
    assert not found, "\n".join(found)
    assert {one.state for one in seen} >= {
        "as it opens",
        "menu open",
        "search open",
        "tooltip open",
        "filtered",
    }
    assert {one.page for one in seen} >= set(kinds(folder.site))
