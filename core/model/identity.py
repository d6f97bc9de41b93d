"""Ids. A model's are computed, so that labelling twice gives the same bytes; a person's are drawn."""

import hashlib
from collections.abc import Sequence
from uuid import UUID, uuid4, uuid5

from core.model.spans import Span

_NAMESPACE = UUID("6f2f5f0e-6a0b-5a53-9d0c-6b1d0c3f7a11")


def sha256_of(text: str) -> str:
    """Return the hex SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def suggested_quote_id(sha256: str, fragments: Sequence[Span], kind: str) -> str:
    """Return the UUIDv5 of a suggestion: the same text, fragments and kind always give the same id."""
    spans = ",".join(f"{start}-{end}" for start, end in fragments)
    return str(uuid5(_NAMESPACE, f"quote\n{sha256}\n{spans}\n{kind}"))


def suggested_speaker_id(sha256: str, name: str) -> str:
    """Return the UUIDv5 of a suggested speaker: the same text and canonical name give the same id."""
    return str(uuid5(_NAMESPACE, f"speaker\n{sha256}\n{name}"))


def new_id() -> str:
    """Return a fresh UUIDv4, for what a person makes or a file brings without an id."""
    return str(uuid4())


def is_drawn(id_: str) -> bool:
    """Whether an id was drawn or computed for the whole world, so that it can mean one thing only."""
    try:
        UUID(id_)
    except ValueError:
        return False
    return True
