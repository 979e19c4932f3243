"""`python -m generator` is the command `dossier`."""

from generator.cli import run

run()
