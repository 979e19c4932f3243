"""Which names in the words of a source speak."""

import pytest

from generator.model import Mention, Span
from generator.sources import speaking

TYPES = {"Ada Brenner": "person", "Thomas": "person", "Norda": "organization", "Calvia": "place"}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        # whose they are
        ("Norda shareholders", []),
        ("Ada Brenner supporters", []),
        ("Norda and Veltan family owners", []),
        ("Norda and its suppliers", ["Norda"]),
        ("Thomas’ sister", []),
        ("Norda’s spokeswoman", ["Norda"]),
        ("the Ada Brenner family", []),
        ("the judge in the Ada Brenner trial", []),
        ("the widow of the late Ada Brenner", []),
        ("a statement of Ada Brenner", ["Ada Brenner"]),
        ("the head of Norda Ada Brenner", ["Norda", "Ada Brenner"]),
        ("the Norda-led alliance", []),
        ("the Calvia-based charity", []),
        # what they do, read or write about
        ("a driver who hit Ada Brenner", []),
        ("Ada Brenner, who leads Norda", ["Ada Brenner"]),
        ("a letter seen by Norda", []),
        ("a letter signed by Ada Brenner", ["Ada Brenner"]),
        ("a study commissioned by Norda", []),
        ("a lawsuit against Norda", []),
        ("a report on Norda", []),
        ("a statement on Norda’s website", ["Norda"]),
        ("a biography of Ada Brenner", []),
        # whom they serve or write to
        ("an adviser to President Ada Brenner", []),
        ("an aide to Norda leader Ada Brenner", []),
        ("the secretary to the board Ada Brenner", ["Ada Brenner"]),
        ("the ambassador to Calvia Ada Brenner", ["Ada Brenner"]),
        ("a letter to Norda chief Ada Brenner", []),
        ("a letter to Norda from Ada Brenner", ["Ada Brenner"]),
        ("a petition to the Calvia council", []),
        # where they are: few speak for a place
        ("a court in Calvia", []),
        ("a Calvia company", []),
        ("the Calvia chess academy", []),
        ("Calvia’s largest bank", []),
        ("the people of Calvia", []),
        ("Calvia", ["Calvia"]),
        ("Calvia and Norda", ["Calvia", "Norda"]),
        ("the Calvia government", ["Calvia"]),
        ("Calvia’s foreign ministry", ["Calvia"]),
        ("the mayor of Calvia", []),
        ("the government of Calvia", ["Calvia"]),
    ],
)
def test_few_names_in_a_source_speak(source, names):
    starts = sorted((source.index(name), name) for name in TYPES if name in source)
    mentions = [Mention(Span(start, start + len(name)), name) for start, name in starts]
    found = speaking(source, Span(0, len(source)), mentions, TYPES)
    assert [each.entity for each in found] == names
