"""What the checks look at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.ids import Published, file_of
from generator.model import Diagnostic, Kind, Register, Site
from generator.notes import Note

Id = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a dossier."""

    site: Site
    registers: Sequence[Register] = ()
    published: Sequence[Published] = ()
    """What ids.tsv has."""
    problems: Sequence[Diagnostic] = ()
    """What was wrong with the files themselves."""
    unread: frozenset[str] = frozenset()
    """Paths of articles' files and registers that could not be read to their end."""

    notes: Sequence[Note] = ()
    """What people wrote in Markdown, where it may have links to pages."""
    pages: Collection[str] = ()
    """Paths of all pages, if there are notes: `articles/x.md`."""

    @property
    def articles_unread(self) -> bool:
        """Whether an article may say what nothing seems to say."""
        return any(path.startswith("content/articles/") for path in self.unread)

    def may_have(self, id_: Id) -> bool:
        """Whether a file that could not be read may tell of this."""
        return self.articles_unread or file_of(*id_) in self.unread

    def shown(self) -> set[Id]:
        """What has a page, or a line on the timeline."""
        views = (self.site.articles, self.site.entities, self.site.issues)
        refs = [view.ref for some in views for view in some]
        return {(ref.kind, ref.id) for ref in refs} | {("event", view.id) for view in self.site.events}

    def named(self) -> set[Id]:
        """What articles name by these ids, be it published or not."""
        found: set[Id] = set()
        for view in self.site.articles:
            reading = view.annotated.reading
            found |= {("entity", entity.register or entity.id) for entity in reading.entities}
            found |= {("issue", item.issue) for item in reading.issues}
        return found
