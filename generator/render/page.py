"""What a page is before its template is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model import Settings
from generator.outputs import Later

MANY = 20
"""Rows of a long list that stand unfolded on a page with other lists."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What every page knows of the whole."""

    settings: Settings
    as_of: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page before its template is filled in. A `Later` in it is worked out when the page is made."""

    path: str
    """Below build/pages: `articles/ID.md`."""
    template: str
    """File name in templates/ without its endings."""
    title: str
    description: str
    values: Mapping[str, Any] | Later = field(default_factory=dict)
    """What the template is given."""
    head: Mapping[str, Any] | Later = field(default_factory=dict)
    """Front matter beside title and description."""
