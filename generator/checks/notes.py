"""Whether the links of what people wrote in Markdown lead to pages."""

import posixpath
from collections.abc import Iterator

from generator.checks.whole import Whole
from generator.model import Diagnostic
from generator.notes import Link, links
from generator.yamlfile import did_you_mean


def dead_links(whole: Whole) -> Iterator[Diagnostic]:
    """Links to .md files that are no page, unless a file that could not be read may be one."""
    for note in whole.notes:
        for link in links(note):
            unread = whole.articles_unread or f"content/{link.page}" in whole.unread
            if link.page not in whole.pages and not unread:
                message = f"the link to “{link.address}” leads to no page of the site"
                hint = _instead(link, note.page, whole)
                yield Diagnostic("dead-link", "warning", note.path, message, link.line, link.column, hint)


def _instead(link: Link, page: str, whole: Whole) -> str:
    folder = posixpath.dirname(link.page)
    if folder == "events":
        return "Events have no pages; they stand on the timeline, timeline.md."
    beside = sorted(one for one in whole.pages if posixpath.dirname(one) == folder)
    near = [posixpath.relpath(one, posixpath.dirname(page) or ".") for one in beside]
    return did_you_mean(link.address, near) or "Correct the address, or take the link out."
