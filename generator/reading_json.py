"""The public form of a machine's reading: one JSON object for one article, for `dossier extract`.

Spans are `start` and `end`, code points into the text as given, half-open; dates are EDTF unless said otherwise.
docs/extract.md documents the keys; a key that is empty is left out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator import dates, sentences
from generator.eventdates import date_event, date_sayings
from generator.model import (
    Article,
    Event,
    IssueItem,
    NamedEntity,
    Reading,
    Resolution,
    Settings,
    Span,
    Statement,
    Temporal,
)


def from_json(lines: Iterable[str]) -> Iterator[Article]:
    """Articles from JSON lines {id, text, published, language}; the text is taken as it is, for its offsets.

    Raises ValueError where a line is no such object.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            raise ValueError(f"line {number} is not JSON: {str(error).partition(': line')[0]}") from error
        if not isinstance(found, dict):
            raise ValueError(f"line {number} is not a JSON object with id and text")  # noqa: TRY004
        if missing := [key for key in ("id", "text") if key not in found]:
            raise ValueError(f"line {number} has no {' and no '.join(missing)}")
        id_, text = str(found["id"]), str(found["text"])
        published, language = str(found.get("published") or ""), str(found.get("language") or "en")
        yield Article(id=id_, seed="", text=text, title="", published=published, language=language)


def to_json(article: Article, reading: Reading, settings: Settings) -> dict[str, Any]:
    """`reading` with its dates resolved, as plain values ready for json.dumps."""
    parts = sentences.split(article.text)
    resolutions = dates.resolve(
        article.text,
        reading.temporals,
        published=article.published,
        week_starts=settings.week_starts,
        sentences=parts,
        language=article.language,
    )
    types = {entity.id: entity.type for entity in reading.entities}

    def event(told: Event) -> dict[str, Any]:
        edtf, day, note = date_event(
            told, article.text, reading.temporals, resolutions, parts, article.published
        )
        return _event(told, article.text) | _filled({"date": day, "edtf": edtf, "note": note})

    return {
        "id": article.id,
        "entities": [_entity(entity) for entity in reading.entities],
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "type": types[m.entity], "entity": m.entity}
            for m in reading.mentions
            if m.entity in types
        ],
        "temporals": [
            _temporal(temporal, resolution, article.text)
            for temporal, resolution in zip(reading.temporals, resolutions, strict=True)
        ],
        "statements": [_statement(statement, article.text) for statement in reading.statements],
        "events": [
            *(event(told) for told in reading.events),
            *_sayings(reading, article, resolutions),
            *(event(told) | {"minor": True} for told in reading.asides),
        ],
        "issues": [_issue(item) for item in reading.issues],
    }


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` without the empty ones."""
    return {key: value for key, value in values.items() if value or value == 0}


def _words(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def _entity(entity: NamedEntity) -> dict[str, Any]:
    return _filled(
        {
            "id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "names": list(entity.names),
            "role": entity.role,
            "side": entity.side,
            "rule": entity.rule,
            "unsure": entity.unsure,
        }
    )


def _temporal(temporal: Temporal, resolution: Resolution, text: str) -> dict[str, Any]:
    return {
        "start": temporal.span.start,
        "end": temporal.span.end,
        "text": _words(text, [temporal.span]),
        "type": resolution.type,
        "value": resolution.value,
    } | _filled(
        {
            "mod": resolution.mod,
            "edtf": resolution.edtf,
            "against": resolution.against,
            "rule": resolution.rule,
            "tense": temporal.tense,
            "unsure": temporal.unsure,
        }
    )


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    source: Sequence[Span] = [statement.source] if statement.source else []
    return {
        "content": [list(_clause(span, text)) for span in statement.content],
        "source": [list(span) for span in source],
        "text": _words(text, statement.content),
        "mode": statement.mode,
        "certainty": statement.certainty,
    } | _filled(
        {
            "source_text": _words(text, source),
            "cue": _words(text, [statement.cue]) if statement.cue else "",
            "speaker": statement.speaker,
            "anonymous": statement.anonymous,
            "via": statement.via,
            "venue": statement.venue,
            "when": statement.when,
            "about": list(statement.about),
            "rule": statement.rule,
            "unsure": statement.unsure,
        }
    )


def _clause(span: Span, text: str) -> Span:
    """`span` with the `that` which introduces it, as corpora of discourse (PDTB, GUM) count the clause."""
    that = Span(span.start - len("that "), span.start)
    return Span(that.start, span.end) if that.start >= 0 and text[slice(*that)].lower() == "that " else span


def _event(event: Event, text: str) -> dict[str, Any]:
    return {"start": event.span.start, "end": event.span.end, "phase": event.phase} | _filled(
        {
            "what": event.what or _words(text, [event.span]),
            "trigger": list(event.trigger),
            "when": event.when,
            "participants": list(event.participants),
            "place": event.place,
            "said_by": event.said_by,
            "kind": event.kind,
            "rule": event.rule,
            "unsure": event.unsure,
        }
    )


def _sayings(reading: Reading, article: Article, resolutions: Sequence[Resolution]) -> list[dict[str, Any]]:
    """That something was said is an event too, dated like any other; its place is the cue."""
    said = date_sayings(reading, article.text, resolutions, article.published)
    return [
        {"start": start, "end": end, "phase": "happened", "kind": "SAY"}
        | _filled({"date": dated.day, "edtf": dated.edtf, "note": dated.note})
        for statement, dated in zip(reading.statements, said, strict=True)
        for start, end in ([statement.cue] if statement.cue and statement.mode != "inference" else [])
    ]


def _issue(item: IssueItem) -> dict[str, Any]:
    return {"start": item.span.start, "end": item.span.end, "issue": item.issue, "name": item.name} | _filled(
        {
            "code": item.code,
            "part_of": item.part_of,
            "status": item.status,
            "according_to": item.according_to,
            "rule": item.rule,
            "unsure": item.unsure,
        }
    )
