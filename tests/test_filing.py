"""By which of its words a name stands in an alphabet."""

from dataclasses import replace

import pytest
from sites import site

from generator.render.filing import filed


@pytest.mark.parametrize(
    ("name", "short", "type_", "index"),
    [
        ("Mara Ilves", ("Ilves",), "person", "Ilves Mara"),
        ("Mara Ilves", (), "person", "Ilves Mara"),
        ("Jin Bao", ("Jin",), "person", "Jin Bao"),
        ("Jin Bao", ("Jin", "Bao"), "person", "Bao Jin"),
        ("Tor van der Haug", ("Haug", "van der Haug"), "person", "van der Haug Tor"),
        ("Majed al-Saad", ("al-Saad",), "person", "Saad Majed"),
        ("Ada Brook Jr.", ("Brook",), "person", "Brook Ada"),
        ("Ada Brook, Jr.", (), "person", "Brook Ada"),
        ("Ada Brook III", (), "person", "Brook Ada"),
        ("Ilves", (), "person", "Ilves"),
        ("Harbour Union", ("Union",), "organization", "Harbour Union"),
        ("Port Ilves", (), "place", "Port Ilves"),
    ],
)
def test_people_are_filed_under_what_articles_call_them_for_short(name, short, type_, index):
    one = site().entities[0]
    view = replace(one, ref=replace(one.ref, name=name, type=type_), aliases=short)
    assert filed(view) == index
