"""How to open a file at a line in the editor that a person has chosen. Pure: words from words."""

import shlex
from collections.abc import Callable, Mapping
from pathlib import PurePath

Form = Callable[[str, int], tuple[str, ...]]


def _plus(path: str, line: int) -> tuple[str, ...]:
    return f"+{line}", path


def _goto(path: str, line: int) -> tuple[str, ...]:
    return "--goto", f"{path}:{line}"


def _colon(path: str, line: int) -> tuple[str, ...]:
    return (f"{path}:{line}",)


FORMS: Mapping[str, Form] = {
    **dict.fromkeys("vi vim nvim gvim view nano pico emacs emacsclient micro kak".split(), _plus),
    **dict.fromkeys("code code-insiders codium vscodium".split(), _goto),
    **dict.fromkeys("subl zed zeditor hx helix".split(), _colon),
}
"""Program → the arguments that open a file at a line."""


def chosen(environment: Mapping[str, str]) -> str:
    """The command of the editor: $VISUAL, else $EDITOR; empty: none is chosen."""
    return environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()


def command(editor: str, path: str, line: int) -> tuple[tuple[str, ...], bool]:
    """The words of the command that opens `path`, and whether it goes to `line`.

    Raises ValueError for an `editor` whose quotation marks are not closed.
    """
    words = tuple(shlex.split(editor))
    form = FORMS.get(PurePath(words[0]).name.lower().removesuffix(".exe").removesuffix(".cmd"))
    return (*words, *(form(path, line) if form else (path,))), form is not None
