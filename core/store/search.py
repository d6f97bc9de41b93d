"""Finding words in the whole project: in articles, by who speaks, in an annotator's comments.

The index of words names the articles (see migration 0002); where in a text they stand is found here, in code points.
Its statements are words that SQLAlchemy has no classes for; they only read.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice
from typing import Any, NamedTuple
from unicodedata import category, normalize

import msgspec
from sqlalchemy import Connection, Row, bindparam, text

from core.model.overview import Found
from core.model.spans import Span

COUNTED = 300
"""How many typed characters count; the rest of a longer paste is left out."""
EXCERPT = 80
_LOOKED_AT = 20  # articles that the index names are read at most, for each one wanted
_SPEAKERS_AT_ONCE = 200

_LETTER = r"[^\W_]"
_ACCENT = "[\u0300-\u036f\ufe00-\ufe0f]"
_UNSPLIT = re.compile(
    "[\u0e00-\u0fff\u1000-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that write sentences, or more than a word, without a space."""

_ANY_HIT = """
SELECT document.id, document.title, document.opening, document.text FROM {source}
WHERE {conditions} ORDER BY {order} LIMIT :most
"""
_INDEX = "document_words CROSS JOIN document ON document.position = document_words.rowid"
_SEEN = """
SELECT document.id, document.title, document.opening, hit.quote_id, hit.speaker_id, quote.start, quote."end", quote.comment
FROM ({hits}) AS hit
CROSS JOIN quote ON quote.layer_id = hit.layer_id AND quote.id = hit.quote_id
JOIN layer ON layer.id = quote.layer_id
JOIN document ON document.id = layer.document_id
LEFT JOIN layer AS own ON own.document_id = layer.document_id
    AND own.annotator_id = (SELECT id FROM annotator WHERE name = :annotator)
WHERE NOT quote.rejected AND (layer.id = own.id OR layer.annotator_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM quote AS mine WHERE mine.layer_id = own.id AND mine.id = quote.id)
    AND NOT EXISTS (SELECT 1 FROM settled WHERE settled.layer_id = own.id AND settled.quote_id = quote.id))
ORDER BY document.position, quote.start, -quote."end", quote.id LIMIT :most
"""
