"""A second bearer of a surname whom an article names in two steps: `the other Doe in the case, Jane, …`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.mentions.forms import Form

OTHER = re.compile(r"\b(?:[Tt]he|[Aa]n) ?other \Z")
FIRST = re.compile(r"(?: [a-z]+){0,5}, ([A-Z][\w’'-]+)[,.]")


def told_apart(found: Sequence[Form], text: str) -> Iterator[Form]:
    """The forms, and the full name of whoever is named so, with the occurrences of surname and first name."""
    for form in found:
        others = {
            each: match.group(1)
            for each in form.occurrences
            if len(form.words) == 1
            and OTHER.search(text, max(0, each.span.start - 12), each.span.start)
            and (match := FIRST.match(text, each.span.end))
        }
        yield form
        for each, first in others.items():
            alone = next((other for other in found if other.words == (first,)), None)
            occurrences = (each, *(alone.occurrences if alone else ()))
            yield replace(form, words=(first, *form.words), kind="person", occurrences=occurrences)
