"""Who contradicts whom within one article."""

import pytest
from readings import annotated, issue, person, span

from generator.assemble.gainsaying import gainsaid
from generator.assemble.told import statement_views, tell
from generator.linking import link
from generator.model import Mention, Settings, Statement

ILVES, HAUG = person("mara-ilves", "Mara Ilves"), person("tor-haug", "Tor Haug")


@pytest.mark.parametrize(
    ("first", "second", "certainty", "opposed"),
    [
        ("the paper was signed", "the paper was not signed", "asserted", True),
        ("the paper was not signed", "it was", "asserted", True),
        ("the paper was signed", "this", "denied", True),
        ("the paper was signed", "that the paper was signed", "denied", True),
        ("the paper was signed", "the paper was signed at noon", "asserted", False),
        ("the paper was not signed", "nobody signed the paper", "asserted", False),
        ("the paper was signed", "no ship had come", "asserted", False),
    ],
)
def test_one_denies_what_the_other_says(first, second, certainty, opposed):
    text = f"Mara Ilves said {first}. Tor Haug answered: {second}."
    statements = (
        Statement((span(text, first),), "indirect", span(text, "Mara Ilves"), id="s1"),
        Statement((span(text, second, text.count(second)),), "indirect", span(text, "Tor Haug"), id="s2",
                  certainty=certainty),
    )  # fmt: skip
    mentions = (Mention(span(text, "Mara Ilves"), ILVES.id), Mention(span(text, "Tor Haug"), HAUG.id))
    one = annotated("a", text, "2031-03-07", entities=(ILVES, HAUG), mentions=mentions, statements=statements,
                    issues=(issue("paper", "the paper"),))  # fmt: skip
    told = tell(one, link([one], (), {}), Settings())
    pairs = [(a.who, b.who) for a, b in gainsaid(told, statement_views(told))]
    assert pairs == ([("Mara Ilves", "Tor Haug")] if opposed else [])
