"""A dossier's folder, and what its files say once they are read."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Diagnostic

SETTINGS = "content/dossier.yml"
IDS = "content/ids.tsv"
CORRECTIONS = "content/corrections.tsv"
INDEX = "content/index.md"
ABOUT = "content/about.md"
SIDECAR = ".yml"
"""What a sidecar has after the name of its seed."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of seeds/ as received, with the text of its sidecar `NAME.yml`, if it has one."""

    name: str
    data: bytes
    sidecar: str | None

    @property
    def sidecar_path(self) -> str:
        """Where the sidecar stands or would, relative to the dossier."""
        return f"seeds/{self.name}{SIDECAR}"


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a dossier's people and seeds say, read once."""

    seeds: tuple[Seed, ...] = ()
    settings: str = ""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Path relative to the dossier → source, for content/articles/*.md."""
    registers: Mapping[str, str] = field(default_factory=dict)
    """The same for content/{entities,issues,events}/*.md."""
    vocabularies: Mapping[str, str] = field(default_factory=dict)
    """The same for content/vocabulary/*.yml."""
    ids: str = ""
    corrections: str = ""
    index: str = ""
    about: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def files(self) -> Mapping[str, str]:
        """The same for all files of content/ that say anything."""
        single = {
            SETTINGS: self.settings,
            IDS: self.ids,
            CORRECTIONS: self.corrections,
            INDEX: self.index,
            ABOUT: self.about,
        }
        every = {**single, **self.articles, **self.registers, **self.vocabularies}
        return {path: source for path, source in every.items() if source}


@dataclass(frozen=True, slots=True)
class Folder:
    """A dossier's folder and the places in it."""

    root: Path

    @property
    def content(self) -> Path:
        """What people edit."""
        return self.root / "content"

    @property
    def seeds(self) -> Path:
        """Raw articles."""
        return self.root / "seeds"

    @property
    def mkdocs(self) -> Path:
        """The renderer's settings, where a dossier has its own."""
        return self.root / "mkdocs.yml"

    @property
    def pages(self) -> Path:
        """Generated Markdown, the docs_dir of the renderers."""
        return self.root / "build" / "pages"

    @property
    def readings(self) -> Path:
        """What the machine read, so that it need not read it again."""
        return self.root / "build" / "cache" / "readings"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / "site"

    @property
    def spare(self) -> Path:
        """The site before this one, of which the next is made: most of its files are links to those of this one."""
        return self.root / "build" / "spare"

    @property
    def preview(self) -> Path:
        """The site as `dossier serve` shows it, which nobody is to publish."""
        return self.root / "build" / "preview"

    @property
    def cache(self) -> Path:
        """What builds remember; whoever deletes it loses only time."""
        return self.root / "build" / "cache"

    def relative(self, path: Path) -> str:
        r"""`path` as diagnostics name it; what of it is not UTF-8 stands there as `\xe9`."""
        return os.fsencode(path.relative_to(self.root).as_posix()).decode(errors="backslashreplace")
