"""Every read and write of seeds, content and pages.

Files are read whole and written whole: to a temporary file beside the target, synced, then renamed over it,
so that a kill at any moment leaves the old bytes or the new ones. A file whose bytes would not change is not
written. Symbolic links are never followed.
"""

from generator.store.cache import Cache
from generator.store.folder import ABOUT, CORRECTIONS, IDS, INDEX, SETTINGS, SIDECAR, Folder, Seed, Sources
from generator.store.history import committed
from generator.store.pages import (
    PAGE_SUFFIXES,
    Stamp,
    bring_over,
    keep_only,
    put_page,
    remember,
    remembered,
    stamps,
    take_out,
)
from generator.store.parcels import Files, files_of, packed, put_files, unpacked
from generator.store.reading import MAX_CONTENT_BYTES, MAX_SEED_BYTES, read
from generator.store.results import Results, results
from generator.store.text import understood
from generator.store.writing import Busy, Changed, Refused, lock, put, write

__all__ = [
    "ABOUT",
    "CORRECTIONS",
    "IDS",
    "INDEX",
    "MAX_CONTENT_BYTES",
    "MAX_SEED_BYTES",
    "PAGE_SUFFIXES",
    "SETTINGS",
    "SIDECAR",
    "Busy",
    "Cache",
    "Changed",
    "Files",
    "Folder",
    "Refused",
    "Results",
    "Seed",
    "Sources",
    "Stamp",
    "bring_over",
    "committed",
    "files_of",
    "keep_only",
    "lock",
    "packed",
    "put",
    "put_files",
    "put_page",
    "read",
    "remember",
    "remembered",
    "results",
    "stamps",
    "take_out",
    "understood",
    "unpacked",
    "write",
]
