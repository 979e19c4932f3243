"""What the parser hangs wrongly from a clause that is said, and where it hangs once repaired."""

import pytest


def hanging(doc, word):
    """The head of `word`, and how it hangs from it."""
    token = next(each for each in doc if each.text == word)
    return token.head.text, token.dep_


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a finite clause has a subject
        ("The mayor has promised each driver will be paid.", "driver", ("paid", "nsubjpass")),
        ("The Courier reported three mills in Calvia were damaged.", "mills", ("damaged", "nsubjpass")),
        # which may be the listener
        ("The mayor told the board the port would close.", "board", ("told", "dobj")),
        # the day is that of the saying
        ("The company said on Thursday it would cut jobs.", "on", ("said", "prep")),
        ("Ms Weiss said on Sunday she expects a deal.", "on", ("said", "prep")),
        # unless a conjunction, a comma or another day says otherwise
        ("The company said that on Thursday it would cut jobs.", "on", ("cut", "prep")),
        ("The company said on Thursday, it would cut jobs.", "on", ("said", "prep")),
    ],
)
def test_where_it_hangs(nlp, text, word, expected):
    assert hanging(nlp(text), word) == expected


def test_a_repaired_parse_is_whole(nlp):
    doc = nlp(
        "The mayor has promised each driver will be paid. The company said on Thursday it would cut jobs."
    )
    for token in doc:
        assert list(token.children) == [each for each in doc if each.head is token and each is not token]
        assert [token.left_edge, token.right_edge] == [min(token.subtree), max(token.subtree)]
