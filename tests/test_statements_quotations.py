"""Quotation marks: where quotations open and close. ⟨…⟩ marks what stands within."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.statements.quotations import covering, find
from generator.extract.statements.quoting import is_name

CASES = [
    ("curly", "He said, “⟨Yes.⟩” Then “⟨No.⟩”"),
    ("straight", 'He said, "⟨Yes.⟩" Then "⟨No.⟩"'),
    ("single", "He said, ‘⟨Yes, it’s done.⟩’"),
    ("straight single", "He said, '⟨Yes, it isn't done.⟩'"),
    ("genitive is no end", "She said, ‘⟨the players’ bus left.⟩’"),
    ("apostrophes are none", "The '90s weren't kind to the players’ union."),
    ("inches are none", 'A 6" pipe burst.'),
    ("nested", "“⟨They call it ‘the pit’ here,⟩” he said."),
    ("nested, same mark", "“⟨They call it “the pit” here,⟩” he said."),
    ("two paragraphs", "“⟨One.⟩\n“⟨Two.⟩” Three."),
    ("three paragraphs", '"⟨One.⟩\n"⟨Two.⟩\n"⟨Three.⟩"'),
    ("repeated mark on one line", '"⟨One.⟩ "⟨Two.⟩" Three.'),
    ("closed by the wrong mark", 'He said, "⟨It is done.⟩“ Then he left.'),
    ("never closed", "“⟨One.⟩ Two. Three."),
    ("never closed, next paragraph", "“⟨One.⟩ Two.\nThree “⟨four⟩”."),
    ("guillemets", "Il a dit : «⟨ Oui ⟩»."),
    ("empty", "He said “”."),
]


@pytest.mark.parametrize(("marked"), [pytest.param(marked, id=name) for name, marked in CASES])
def test_find(marked: str) -> None:
    text = marked.replace("⟨", "").replace("⟩", "")
    wanted = [part.split("⟩")[0].strip() for part in marked.split("⟨")[1:]]
    assert [text[span.start : span.end] for each in find(text) for span in each.inner] == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The film “Harbour Lights” opens.", True),
        ("The novel “The Lord of the Isles” won.", True),
        ("He said “The Lights” loudly.", True),
        ("He said, “Harbour Lights” again.", False),
        ("He called it “a gift”.", False),
        ("She said “We Will Go.”", True),
        ("“No Deal” is near.", False),
    ],
)
def test_is_name(text: str, name: bool) -> None:
    assert is_name(text, find(text)[0]) is name


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“One.\n“Two.” Three."
    (quotation,) = find(text)
    assert text[quotation.outer.start : quotation.outer.end] == "“One.\n“Two.”"
    assert covering((quotation,), text.index("Two")) == quotation
    assert covering((quotation,), text.index("Three")) is None


@given(st.text(alphabet="ab .,\n\"'“”‘’«»s6", max_size=60))
def test_quotations_are_in_order_and_hold_their_words(text: str) -> None:
    end = 0
    for each in find(text):
        assert end <= each.outer.start < each.outer.end <= len(text)
        assert all(each.outer.contains(span) and span.start < span.end for span in each.inner)
        end = each.outer.end
