"""How much of what a careful analyst reads the machine reads too: `make quality`.

    gold ─┐
          ├─ measure ─▶ tallies and misses ─ record ─▶ docs/quality.md
    seeds ─ machine ─┘

The gold is tests/dossiers/varne-line/gold.yml, made by reading. Nothing here is part of the program.
"""
