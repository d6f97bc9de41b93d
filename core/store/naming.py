"""What people call a row of the history: a quote by its words, a speaker by the name, an article by its title."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.store.tables import Document, Layer, Quote, RevisionRow, Speaker
from core.store.titles import opening_of, title_of

_WORDS = 32
"""Characters of a quote by which it is known in a sentence."""


def named(session: Session, row: RevisionRow) -> str:
    """Return what a row is and, in brackets, how people know it; without these if it is there no more."""
    if row.table in ("quote", "second_speaker", "settled"):
        kind, name = "quote", _words_of(session, row.key["layer_id"], row.key.get("quote_id") or row.key["id"])
    elif row.table in ("speaker", "cast_member"):
        speaker = session.get(Speaker, row.key.get("speaker_id") or row.key["id"])
        kind, name = "speaker", speaker.name if speaker else ""
    else:
        kind, name = "article", _title_of(session, row)
    return f"{kind} ({name})" if name else kind


def _words_of(session: Session, layer_id: int, quote_id: str) -> str:
    quote = session.get(Quote, (layer_id, quote_id))
    if quote is None:
        return ""
    text = session.scalar(
        select(Document.text).join(Layer, Layer.document_id == Document.id).where(Layer.id == layer_id)
    )
    return opening_of((text or "")[quote.start : quote.end], _WORDS)


def _title_of(session: Session, row: RevisionRow) -> str:
    layer = session.get(Layer, row.key["id"]) if row.table == "layer" else None
    document_id = layer.document_id if layer else row.key.get("document_id") or row.key["id"]
    document = session.get(Document, document_id)
    return title_of(document) if document else ""
