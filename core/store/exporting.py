"""What a dataset takes from a project: one line an article and annotator, filtered by how far it was checked."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec import structs
from sqlalchemy import Connection, select

from core.model.records import AnnotatedDocument, Document, Layer, Quote, Speaker
from core.model.terms import State
from core.store import tables
from core.store.aside import Aside
from core.store.batch import Batch, StoredLayer

FIRST, CHUNK = 25, 100
"""Articles that are read at a time: few at first, since nothing can be done meanwhile, and twice as many each time."""


def document_ids(connection: Connection) -> Sequence[str]:
    """Return the ids of all articles, in the order of import."""
    document = tables.Document
    return connection.scalars(select(document.id).order_by(document.position)).all()


def exported(
    connection: Connection,
    which: str,
    annotator: str | None,
    documents: Sequence[str] | None = None,
    *,
    aside: Aside | None = None,
) -> Iterator[AnnotatedDocument]:
    """Yield the lines of a dataset in the order of import.

    `which`: "complete" gives the decided quotes of complete articles; "checked" those of all articles that have
    one, or are complete; "all" suggestions too, those that nobody touched in each annotator's line.
    `annotator` leaves only that person's lines, `documents` only those of some articles. Where there is an `aside`,
    the next articles are read while those before are worked with; it is then to be gone through before that is left.
    """
    wanted = document_ids(connection) if documents is None else documents
    chunks = list(_chunks(wanted))
    batches = (Batch(connection, chunk, aside) for chunk in chunks)
    for chunk, batch in zip(chunks, _one_ahead(batches), strict=True):
        for document_id in chunk:
            yield from _of_document(batch, document_id, which, annotator)


def _chunks(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    start, count = 0, FIRST
    while start < len(documents):
        yield documents[start : start + count]
        start, count = start + count, min(2 * count, CHUNK)


def _one_ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Yield each when the next one has been asked for."""
    for one, _ in pairwise(chain(batches, (None,))):
        if one is not None:
            yield one


def _of_document(batch: Batch, document_id: str, which: str, annotator: str | None) -> Iterator[AnnotatedDocument]:
    layers = batch.layers(document_id)
    people = [each for each in layers if each.annotator is not None]
    models = next((each for each in layers if each.annotator is None), None)
    wanted = [each for each in people if annotator in (None, each.annotator)]
    if which == "all" and not people and annotator is None:
        yield _rooted(_line(batch, document_id, None, models))
    for own in sorted(wanted, key=lambda each: each.annotator or ""):
        line = _line(batch, document_id, own, models)
        kept = line if which == "all" else _checked(line, which)
        if kept is not None:
            yield _rooted(kept)


def chosen_of(lines: Iterable[AnnotatedDocument], which: str, annotator: str | None) -> Iterator[AnnotatedDocument]:
    """Yield what `exported` would give, from lines that it gave for everything ("all") at some time."""
    for line in lines:
        if annotator not in (None, line.layer.annotator) or (which != "all" and line.layer.annotator is None):
            continue
        kept = line if which == "all" else _checked(line, which)
        if kept is not None:
            yield _rooted(kept)


def _line(batch: Batch, document_id: str, own: StoredLayer | None, models: StoredLayer | None) -> AnnotatedDocument:
    cast, quotes, rejected = batch.quotes(own, models)
    return AnnotatedDocument(
        document=_with_extra(batch.document(document_id), own or models),
        layer=Layer(
            annotator=own.annotator if own else None,
            state=own.state if own else State.NEW,
            model=(models.model if models else None) or (own.model if own else None),
            speakers=tuple(cast.speakers.values()),
            quotes=tuple(quotes),
            rejected=tuple(rejected),
        ),
    )


def _with_extra(document: Document, layer: StoredLayer | None) -> Document:
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
    parents = {quote.parent for quote in _all(layer) if quote.parent is not None}
    here = {quote.id for quote in _all(layer)} if parents else set()
    if parents <= here:
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
