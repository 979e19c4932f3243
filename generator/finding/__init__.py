"""Where in the files that people edit a thing stands which a page, a diagnostic or `dossier status` names.

    known = places(site, articles, registers, sources)
    found = find("jake-sullivan", known, site, sources)

A word may be an id (`s7`, `gaza`), an item of one article (`ARTICLE#s7`, `ARTICLE/s7`), a kind with an id
(`entities/gaza`), the address of a page, a path with or without a line, or a name.
"""

from generator.finding.asking import find, near
from generator.finding.places import Place, places
from generator.finding.subjects import Subject, blank_register, subjects

__all__ = ["Place", "Subject", "blank_register", "find", "near", "places", "subjects"]
