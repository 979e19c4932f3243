"""Diagnostics and changes as text for terminals, programs and GitHub. Pure: strings from values."""

import difflib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from generator.model import Diagnostic


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """One `path:line:column: severity[code]: message` a line, its hint indented below."""
    lines = []
    for d in diagnostics:
        lines.append(f"{d.path}:{d.line}:{d.column}: {d.severity}[{d.code}]: {d.message}")
        if d.hint:
            lines.append(f"    {d.hint}")
    return "\n".join(lines)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line, the fields of model.Diagnostic."""
    return "\n".join(json.dumps(asdict(diagnostic), ensure_ascii=False) for diagnostic in diagnostics)


GITHUB_LEVELS: Mapping[str, str] = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub shows beside the line: `::error file=…,line=…::message`."""
    return "\n".join(
        f"::{GITHUB_LEVELS[d.severity]} file={_property(d.path)},line={d.line},col={d.column},"
        f"title={_property(d.code)}::{_data(f'{d.message} {d.hint}'.strip())}"
        for d in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `no problems`."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
    named = (("error", "error"), ("warning", "warning"), ("info", "remark"))
    parts = [plural(counts[severity], word) for severity, word in named if counts[severity]]
    return ", ".join(parts) or "no problems"


def unlisted(diagnostics: Sequence[Diagnostic]) -> str:
    """`summary` for a command that does not list them: `2 errors; dossier check lists them`."""
    return summary(diagnostics) + ("; dossier check lists them" if diagnostics else "")


def plural(count: int, word: str, words: str = "") -> str:
    """`1 article`, `2 articles`; `words` is the plural where no s makes it."""
    return f"{count} {word}" if count == 1 else f"{count} {words or f'{word}s'}"


def diff(path: str, old: str, new: str) -> str:
    """A unified diff of one file."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, f"a/{path}" if old else "/dev/null", f"b/{path}"))
