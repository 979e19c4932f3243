"""Whether what was published once still leads somewhere."""

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.whole import Whole
from generator.ids import FOLDERS
from generator.model import Diagnostic
from generator.store import IDS
from generator.yamlfile import did_you_mean


def addresses(whole: Whole) -> Iterator[Diagnostic]:
    """Addresses of content/ids.tsv that lead nowhere: of a page that went, or what it was merged into.

    Where another file is in error, nothing is known to be gone.
    """
    if any(one.severity == "error" and one.path != IDS for one in whole.problems):
        return
    pages = {f"{FOLDERS[kind]}/{id_}" for kind, id_ in whole.shown() | whole.named()}
    for record in whole.published:
        target = whole.site.redirects.get(record.address, "")
        if record.kind == "event" or target in pages or (not target and record.address in pages):
            continue
        if record.merged_into and not target:
            continue  # in a circle, which is told elsewhere
        near = [page for page in sorted(pages) if page.split("/")[0] == record.address.split("/")[0]]
        if target:
            message = f"{record.address} is merged into {target}, which has no page"
            hint = did_you_mean(target, near) or "Correct the last cell of its line, or empty it."
        else:
            message = f"{record.address} was published, and nothing has that address now"
            hint = "Write the id of what it is now into the last cell of its line."
        gone = Diagnostic("address-gone", "info", IDS, message, record.line, 1, hint)
        yield replace(gone, code="unknown-id", severity="error") if target else gone
