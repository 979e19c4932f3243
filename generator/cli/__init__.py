"""The command `dossier`; the only place that prints or exits. Imports of what is heavy are late."""

import os
import signal
import sys

from generator.cli import articles, extracting, sites, content  # isort: skip - in this order they stand in the help
from generator.cli.common import app, fail, reason, tell
from generator.cli.world import World

__all__ = ["World", "app", "articles", "content", "extracting", "main", "run", "sites"]

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it; also where a service or CI ended the run."""


def run() -> None:
    """`main`, and an end at once: to free what a large dossier filled the memory with takes seconds."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as containers, services and CI end it
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, str):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)


def main(world: World | None = None) -> None:
    """Run the command; a refusal that has a reason is one line on standard error and exit code 1."""
    from generator import store

    try:
        app(obj=world)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            tell("dossier: stopped; what was written is whole, the same command goes on from there")
        raise
    except store.Busy as busy:
        fail(f"another run of dossier is at work in {busy}; try again when it is done")
    except store.Changed as changed:
        fail(f"{changed} was changed while this ran; nothing was written there, run the command again")
    except store.Refused as refused:
        fail(f"{reason(refused)}; it is as it was, run the command again when that is mended")
    except OSError as error:
        fail(reason(error))
    except Exception as error:
        from generator import build

        if not isinstance(error, build.OtherFormat):
            raise
        fail(str(error))
