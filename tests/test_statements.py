"""Who says what: statements.yml is the specification, one passage after another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from generator import extract
from generator.extract import statements
from generator.model import Article, Reading, Settings, Span, Statement

CASES = [
    pytest.param(case["text"], case["says"], id=f"{group['rule']}: {case['text'][:50]}")
    for group in yaml.safe_load(Path(__file__).with_name("statements.yml").read_text("utf-8"))
    for case in group["cases"]
]

Read = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    nlp = extract.load(Settings().model)
    before = [run for name, run in extract.EXTRACTORS if name in {"mentions", "temporals"}]

    def of(text: str) -> tuple[Statement, ...]:
        doc = nlp(text)
        article = Article(id="a", seed="a.txt", text=text, title="")
        reading = Reading()
        for run in before:
            reading = run(doc, article, reading)
        return statements.extract(doc, article, reading).statements

    return of


@pytest.mark.parametrize(("text", "says"), CASES)
def test_passage(read: Read, text: str, says: list[dict[str, Any]]) -> None:
    found = read(text)
    described = [
        {key: describe(each, text, key) for key in (wanted or {"source": "", "content": ""})}
        for each, wanted in zip(found, [*says, *[{}] * len(found)], strict=False)
    ]
    assert described == says


def describe(statement: Statement, text: str, key: str) -> Any:
    """A field of the statement, spans as the words they cover."""
    value = getattr(statement, key)
    if key == "content":
        words = [text[span.start : span.end] for span in value]
        return words[0] if len(words) == 1 else words
    if value is None:
        return ""
    return text[value.start : value.end] if isinstance(value, Span) else value
