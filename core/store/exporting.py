"""What a dataset takes from a project: one line an article and annotator, filtered by how far it was checked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs
from sqlalchemy import Connection, select

from core.model.records import AnnotatedDocument, Document, Extra, Layer, Model, Quote, Speaker
from core.model.terms import State
from core.store import tables
from core.store.reading import LayerIds, present, read_cast, read_document, read_quotes


class _Found(NamedTuple):
    id: int
    annotator: str | None
    state: State
    model: Model | None
    extra: Extra


def exported(connection: Connection, which: str, annotator: str | None) -> Iterator[AnnotatedDocument]:
    """Yield the lines of a dataset in the order of import.

    `which`: "complete" gives the decided quotes of complete articles; "checked" those of all articles that have
    one, or are complete; "all" suggestions too, those that nobody touched in each annotator's line.
    `annotator` leaves only that person's lines.
    """
    document = tables.Document
    for document_id in connection.scalars(select(document.id).order_by(document.position)).all():
        layers = _layers(connection, document_id)
        people = [each for each in layers if each.annotator is not None]
        models = next((each for each in layers if each.annotator is None), None)
        wanted = [each for each in people if annotator in (None, each.annotator)]
        if which == "all" and not people and annotator is None:
            yield _rooted(_line(connection, document_id, None, models))
        for own in sorted(wanted, key=lambda each: each.annotator or ""):
            line = _line(connection, document_id, own, models)
            kept = line if which == "all" else _checked(line, which)
            if kept is not None:
                yield _rooted(kept)


def _layers(connection: Connection, document_id: str) -> list[_Found]:
    layer, person = tables.Layer, tables.Annotator
    query = select(layer, person.name).outerjoin(person, person.id == layer.annotator_id)
    rows = connection.execute(query.where(layer.document_id == document_id))
    return [_Found(row.id, row.name, State(row.state), row.model, row.extra) for row in rows]


def _line(connection: Connection, document_id: str, own: _Found | None, models: _Found | None) -> AnnotatedDocument:
    document = read_document(connection, document_id)
    assert document is not None
    state = own.state if own else State.NEW
    layers = LayerIds(own=own.id if own else None, models=models.id if models else None, state=state, model=None)
    cast = read_cast(connection, present(layers))
    quotes, rejected = read_quotes(connection, layers, cast.names)
    return AnnotatedDocument(
        document=_with_extra(document, own or models),
        layer=Layer(
            annotator=own.annotator if own else None,
            state=state,
            model=(models.model if models else None) or (own.model if own else None),
            speakers=tuple(cast.speakers.values()),
            quotes=tuple(sorted(quotes, key=_place)),
            rejected=tuple(sorted(rejected, key=lambda each: _place(each.quote))),
        ),
    )


def _with_extra(document: Document, layer: _Found | None) -> Document:
    extra = layer.extra if layer else {}
    return structs.replace(document, extra=document.extra | extra) if extra else document


def _checked(line: AnnotatedDocument, which: str) -> AnnotatedDocument | None:
    complete = line.layer.state is State.COMPLETE
    quotes = tuple(quote for quote in line.layer.quotes if quote.checked)
    if not complete and (which == "complete" or not quotes):
        return None
    used = _used(_all(structs.replace(line.layer, quotes=quotes)))
    speakers: tuple[Speaker, ...] = tuple(each for each in line.layer.speakers if each.id in used)
    return structs.replace(line, layer=structs.replace(line.layer, quotes=quotes, speakers=speakers))


def _rooted(line: AnnotatedDocument) -> AnnotatedDocument:
    """Leave no quote inside one that is not in the line: filtered out, or gone with an older labelling."""
    layer = line.layer
    here = {quote.id for quote in layer.quotes} | {each.quote.id for each in layer.rejected}
    if all(quote.parent is None or quote.parent in here for quote in _all(layer)):
        return line
    quotes = tuple(_placed(quote, here) for quote in layer.quotes)
    rejected = tuple(structs.replace(each, quote=_placed(each.quote, here)) for each in layer.rejected)
    return structs.replace(line, layer=structs.replace(layer, quotes=quotes, rejected=rejected))


def _placed(quote: Quote, here: set[str]) -> Quote:
    return quote if quote.parent is None or quote.parent in here else structs.replace(quote, parent=None)


def _all(layer: Layer) -> list[Quote]:
    return [*layer.quotes, *(each.quote for each in layer.rejected)]


def _used(quotes: Sequence[Quote]) -> set[str | None]:
    return (
        {quote.speaker_id for quote in quotes}
        | {each.speaker_id for quote in quotes for each in quote.candidates}
        | {each.speaker_id for quote in quotes for each in quote.more_speakers}
    )


def _place(quote: Quote) -> tuple[int, int, str]:
    start, end = quote.span
    return start, -end, quote.id
