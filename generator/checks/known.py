"""What a reference may name: what has a page, and what is only withheld."""

from generator.model import Kind, Site

Id = tuple[Kind, str]


def shown(site: Site) -> set[Id]:
    """What has a page, or a line on the timeline."""
    refs = [view.ref for views in (site.articles, site.entities, site.issues) for view in views]
    return {(ref.kind, ref.id) for ref in refs} | {("event", view.id) for view in site.events}


def named(site: Site) -> set[Id]:
    """What articles name by these ids, be it published or not."""
    found: set[Id] = set()
    for view in site.articles:
        reading = view.annotated.reading
        found |= {("entity", entity.register or entity.id) for entity in reading.entities}
        found |= {("issue", item.issue) for item in reading.issues}
    return found
