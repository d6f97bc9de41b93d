"""Labelling what is in a project: suggestions only, what people decided stays."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from core.desk.desk import Desk
from core.model.records import AnnotatedDocument, Layer
from core.model.terms import State
from core.settings import Settings


def label_documents(project: Path, document_ids: Sequence[str], annotator: str) -> int:
    """Label the documents that are not complete; each is stored when it is ready. Returns how many."""
    from core.labelling.labelling import label_lines

    desk = Desk.open(project, annotator)
    count = 0
    try:
        for line in label_lines(_lines(desk, document_ids), model=Settings.load()["spacy_model"]):
            desk.take_labels(line)
            count += 1
    finally:
        desk.close()
    return count


def _lines(desk: Desk, document_ids: Sequence[str]) -> Iterator[AnnotatedDocument]:
    for document_id in document_ids:
        article = desk.queries.article(document_id)
        if article is not None and article.state is not State.COMPLETE:
            layer = Layer(
                annotator=desk.annotator,
                state=article.state,
                speakers=tuple(article.speakers.values()),
                quotes=article.quotes,
                rejected=article.rejected,
            )
            yield AnnotatedDocument(document=article.document, layer=layer)
