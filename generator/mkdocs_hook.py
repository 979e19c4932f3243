"""The hook that makes plain `mkdocs build` and `mkdocs serve` work in a dossier's folder.

It composes build/pages and points docs_dir there; MkDocs does the rest with its own settings.
"""

import html
import os
from pathlib import Path
from typing import Any

from generator import build, store


def on_config(config: Any) -> Any:
    """Write the pages before MkDocs looks for them."""
    from generator.site.edition import epoch

    folder = store.Folder(Path(config.config_file_path).parent)
    with store.lock(folder):
        made = build.write_pages(folder, config.site_url or "")
    config.docs_dir = str(folder.pages)
    config.site_name = html.escape(made.title)
    config.extra["policy"] = ""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch(made.as_of)))
    return config


def on_files(files: Any, config: Any) -> Any:
    """Leave out of the site what no page asks for."""
    from generator.site.mkdocs import without_unused

    return without_unused(files, config)


def on_post_build(config: Any) -> None:
    """Make the search index as `dossier build` does."""
    from generator.search import indexing

    indexing.index(Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> Any:  # noqa: ARG001 the names are MkDocs'
    """Rebuild when what people edit changes, not when its pages do."""
    root = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for name in ("content", "seeds"):
        if (root / name).exists():
            server.watch(str(root / name))
    return server
