"""What is known beside a seed: its sidecar FILE.yml, or the head of its HTML."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from generator.model import Diagnostic, Rights
from generator.settings import STRICTEST, withheld
from generator.yamlfile import Schema, load, meant, validate_keys
from generator.yamlfile.fields import Edtf, Language, WebAddress

STRICT = {"rights": STRICTEST["rights"]}
"""What holds when this key cannot be understood."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Metadata from beside the text; empty where nothing is said."""

    title: str = ""
    published: str = ""
    published_from: str = ""
    publisher: str = ""
    url: str = ""
    author: str = ""
    rights: Rights | None = None
    """None: as dossier.yml says."""
    language: str = ""

    def over(self, other: "Beside") -> "Beside":
        """This, with what it leaves open taken from `other`."""
        return Beside(
            title=self.title or other.title,
            published=self.published or other.published,
            published_from=self.published_from or other.published_from,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
            author=self.author or other.author,
            rights=self.rights or other.rights,
            language=self.language or other.language,
        )


def day(text: str) -> str:
    """A date and time without its time: `2031-03-04T10:00Z` → `2031-03-04`."""
    return re.sub(r"^(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*$", r"\1", text.strip(), flags=re.DOTALL)


class Keys(Schema):
    """The keys of a sidecar, each optional."""

    title: str = ""
    published: Annotated[
        Edtf, BeforeValidator(lambda value: day(value) if isinstance(value, str) else value)
    ] = ""
    publisher: str = ""
    url: WebAddress = ""
    author: str = ""
    rights: Rights | None = None
    language: Language = ""


def read(source: str, path: str) -> tuple[Beside, tuple[Diagnostic, ...]]:
    """The sidecar in `source`. A key in error counts as not written, but for rights: then `none` holds."""
    node, problems = load(source, path=path)
    if node is None:
        return Beside(rights="none"), problems
    written, wrong, problems = validate_keys(node, Keys, path=path)
    if written is None:
        return Beside(rights="none"), problems
    return (
        Beside(
            title=" ".join(written.title.split()),
            published=written.published,
            published_from="sidecar" if written.published else "",
            publisher=" ".join(written.publisher.split()),
            url=written.url,
            author=" ".join(written.author.split()),
            rights="none" if any(meant(key, STRICT) for key in wrong) else written.rights,
            language=written.language,
        ),
        withheld(node, wrong, problems, STRICT),
    )
