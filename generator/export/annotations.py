"""articles/ID.annotations.jsonld: an article's items as Web Annotations (https://www.w3.org/TR/annotation-model/).

The target is the article's page. Positions count the code points of the article's own text, as the page's
text element has it. Quotes are left out where the article's rights withhold them.
"""

from collections.abc import Iterator
from typing import Any

from generator.export import rights
from generator.export.safe import Here, filled, json_bytes
from generator.export.shapes import page
from generator.model import ArticleView, Ref, Site, Span
from generator.outputs import Later, later

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points before and after a quote that tell it from its like."""

Annotation = tuple[str, str, tuple[Span, ...], list[Any]]
"""Id within the file, motivation, where it stands, bodies."""


def export(site: Site, site_url: str) -> Iterator[tuple[str, Later]]:
    """One AnnotationPage for each article."""
    for view in site.articles:
        path = f"articles/{view.ref.id}.annotations.jsonld"
        yield path, later(_file, view, Here(path, site_url))


def _file(view: ArticleView, here: Here) -> bytes:
    return json_bytes(annotation_page(view, here))


def annotation_page(view: ArticleView, here: Here) -> dict[str, Any]:
    """The annotations of one article, in the order mentions, time expressions, statements, events."""
    found = (*_mentions(view, here), *_temporals(view), *_statements(view, here), *_events(view))
    own, source = here.to(here.path), here.to(page(view.ref))
    return {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationPage",
        "items": [
            {
                "id": f"{own}#{id_}",
                "type": "Annotation",
                "motivation": motivation,
                "body": body,
                "target": [_target(view, span, source) for span in spans],
            }
            for id_, motivation, spans, body in found
        ],
    }


def _target(view: ArticleView, span: Span, source: str) -> dict[str, Any]:
    position: dict[str, Any] = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    exact = rights.words(view, span)
    if not exact:
        return {"source": source, "selector": position}
    prefix, suffix = rights.around(view, span, AROUND)
    quote = filled({"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix})
    return {"source": source, "selector": [quote, position]}


def _describing(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value}


def _identifying(target: Ref, here: Here) -> dict[str, str]:
    return {"type": "SpecificResource", "purpose": "identifying", "source": here.to(page(target))}


def _mentions(view: ArticleView, here: Here) -> Iterator[Annotation]:
    for span, entity in view.mentions:
        yield f"mention-{span.start}", "identifying", (span,), [_identifying(entity, here)]


def _temporals(view: ArticleView) -> Iterator[Annotation]:
    for read in view.temporals:
        resolution = read.resolution
        values = [
            f"{name}: {value}"
            for name, value in (
                ("TIMEX3 type", resolution.type),
                ("TIMEX3 value", resolution.value),
                ("TIMEX3 mod", resolution.mod),
                ("EDTF", resolution.edtf),
            )
            if value
        ]
        id_ = read.temporal.id or f"temporal-{read.temporal.span.start}"
        yield id_, "describing", (read.temporal.span,), [_describing(value) for value in values]


def _statements(view: ArticleView, here: Here) -> Iterator[Annotation]:
    for said in view.statements:
        parts = (said.who, said.statement.mode, said.statement.certainty, said.date)
        body = [_describing(", ".join(filter(None, parts)))]
        body.extend(_identifying(voice.entity, here) for voice in said.voices)
        body.extend(_identifying(issue, here) for issue in said.issues)
        yield said.id, "describing", said.statement.content, body


def _events(view: ArticleView) -> Iterator[Annotation]:
    """Events stand on the sentences that tell them: across articles they have no narrower place."""
    spans = {sentence.id: sentence.span for sentence in view.sentences}
    for event in view.events:
        told = tuple(
            dict.fromkeys(
                spans[source.sentence]
                for source in event.sources
                if source.article.id == view.ref.id and source.sentence in spans
            )
        )
        if told:
            value = f"{event.phase}: {event.what}" + (f" ({event.date})" if event.date else "")
            yield event.id, "classifying", told, [_describing(value)]
