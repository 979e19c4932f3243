"""content/ of an older format, brought up to date one format at a time. Pure: files in, files out.

    changed = migrate(sources.files, settings.format)

A program refuses a dossier of another format than its own. MIGRATIONS leads from each older one to the next.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from generator.model import FIRST_FORMAT
from generator.settings import with_key
from generator.store import SETTINGS

__all__ = ["MIGRATIONS", "Files", "Migration", "migrate"]

Files = Mapping[str, str]
"""Path relative to the dossier → source, of all that is read of content/."""
Migration = Callable[[Files], Files]

MIGRATIONS: tuple[tuple[str, Migration], ...] = ()
"""What becomes different, in words for people, and what makes it so: the first from format 1 to 2, and so on.

A new format is a line here, and FORMAT of model/kinds.py one higher. Each leaves alone what has the new form
already: a run that was killed halfway is simply run again.
"""

LEDGER = re.compile(r'^"format \d+(?=, extractor \d+, text )', re.MULTILINE)


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
