"""What people changed in the meaning of articles that had been published, and content/corrections.tsv, its log.

    corrections(before, after, "2031-04-06")    the articles of two states → what a person changed
    write(parse(source)[0] + found)             the file

A build only reads the log, and so needs no history.
"""

from generator.corrections.finding import corrections
from generator.corrections.log import HEADER, Logged, parse, write

__all__ = ["HEADER", "Logged", "corrections", "parse", "write"]
