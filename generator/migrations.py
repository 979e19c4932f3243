"""content/ of an older format, brought up to date one format at a time. Pure: files in, files out.

    changed = migrate(files(sources), settings.format)

A program refuses a dossier of another format than its own. MIGRATIONS leads from each older one to the next.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from generator.model import FIRST_FORMAT
from generator.settings import with_key
from generator.store import Sources

__all__ = ["MIGRATIONS", "Files", "Migration", "files", "migrate"]

Files = Mapping[str, str]
"""Path relative to the dossier → source, of all that is read of content/."""
Migration = Callable[[Files], Files]

MIGRATIONS: tuple[tuple[str, Migration], ...] = ()
"""What becomes different, in words for people, and what makes it so: the first from format 1 to 2, and so on.

A new format is a line here, and FORMAT of model.py one higher. Each leaves alone what has the new form already:
a run that was killed halfway is simply run again.
"""

SETTINGS = "content/dossier.yml"
LEDGER = re.compile(r'^"format \d+(?=, extractor \d+, text )', re.MULTILINE)


def files(sources: Sources) -> Files:
    """All files of content/ that say anything."""
    single = {
        SETTINGS: sources.settings,
        "content/ids.tsv": sources.ids,
        "content/corrections.tsv": sources.corrections,
        "content/index.md": sources.index,
        "content/about.md": sources.about,
    }
    every = {**single, **sources.articles, **sources.registers, **sources.vocabularies}
    return {path: source for path, source in every.items() if source}


def migrate(old: Files, version: int, steps: Sequence[tuple[str, Migration]] = MIGRATIONS) -> Files:
    """`old`, which has the format `version`, in the newest one; a path that is missing then is to be deleted.

    dossier.yml comes last: until it says so, the dossier has the old format.
    """
    new = old
    for _what, step in steps[version - FIRST_FORMAT :]:
        new = step(new)
    newest = FIRST_FORMAT + len(steps)
    marked = {
        path: LEDGER.sub(f'"format {newest}', source) for path, source in new.items() if path != SETTINGS
    }
    return {**marked, SETTINGS: with_key(new.get(SETTINGS, ""), "format", newest)}
