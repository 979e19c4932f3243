"""Ids that are the names of files: content/articles/ID.md, content/entities/ID.md."""

from pathlib import PurePosixPath

from generator.model import Diagnostic
from generator.yamlfile.fields import is_id


def check_id(path: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the id in `path`, which becomes the address of a page."""
    stem = PurePosixPath(path).stem
    if is_id(stem):
        return ()
    message = f'the file name "{stem[:80]}" cannot be an id, the address of a page'
    hint = "Rename the file: lower-case letters a to z, digits and single hyphens, at most 64 in all."
    return (Diagnostic("bad-id", "error", path, message, hint=hint),)
