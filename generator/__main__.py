"""`python -m generator` is the command `dossier`."""

from generator.cli import main

main()
