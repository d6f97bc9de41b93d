"""The typed columns of a dataset: those of docs/format.md by the same names, spans within `text` in code points.

Only two things differ from the format: `attributes` is a list of key and value, since columns can't have names of their
own in each row; and keys that the format doesn't know stand as JSON text in `extra`.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from core.formats.training.extra_text import folded
from core.model.records import AnnotatedDocument

if TYPE_CHECKING:
    import pyarrow as pa

Raw = dict[str, Any]
Shape = str | tuple[Any] | dict[str, Any]
"""The name of a plain type, a list of a shape as a tuple of one, or the fields of an object."""

SPAN: Shape = {"start": "int64", "end": "int64"}
SPANS: Shape = (("int64",),)
_SECOND: Shape = {"speaker_id": "string", "speaker_name": "string", "speaker": SPAN, "relation": "string"}
_CANDIDATE: Shape = {
    "speaker_id": "string",
    "name": "string",
    "mention": SPAN,
    "confidence": "float64",
    "evidence": "string",
    "extra": "string",
}
_SUGGESTION: Shape = {
    "fragments": SPANS,
    "kind": "string",
    "speaker_name": "string",
    "confidence": "float64",
    "model": "string",
}
_DECIDED: Shape = {
    "via": "string",
    "blind": "bool",
    "at": "string",
    "seconds": "float64",
    "keys": "int64",
    "fast": "bool",
    "suggestion": _SUGGESTION,
    "extra": "string",
}
_QUOTE: dict[str, Shape] = {
    "id": "string",
    "start": "int64",
    "end": "int64",
    "fragments": SPANS,
    "quoted": SPANS,
    "surface": ("string",),
    "kind": "string",
    "parent": "string",
    "speaker": SPAN,
    "speaker_id": "string",
    "speaker_name": "string",
    "speaker_type": "string",
    "more_speakers": (_SECOND,),
    "cue": SPAN,
    "status": "string",
    "flagged": "bool",
    "sure": "bool",
    "comment": "string",
    "attributes": ({"key": "string", "value": "string"},),
    "confidence": "float64",
    "candidates": (_CANDIDATE,),
    "decided": _DECIDED,
    "extra": "string",
}
_SPEAKER: Shape = {
    "id": "string",
    "name": "string",
    "aliases": ("string",),
    "external_id": "string",
    "kind": "string",
    "extra": "string",
}
COLUMNS: dict[str, Shape] = {
    "format": "string",
    "id": "string",
    "title": "string",
    "source": "string",
    "url": "string",
    "date": "string",
    "language": "string",
    "text": "string",
    "sha256": "string",
    "zones": ({"start": "int64", "end": "int64", "type": "string", "extra": "string"},),
    "annotator": "string",
    "state": "string",
    "model": {"name": "string", "version": "string", "weights": "string"},
    "speakers": (_SPEAKER,),
    "quotes": (_QUOTE,),
    "rejected": (_QUOTE | {"reason": "string"},),
    "extra": "string",
}


@cache
def schema() -> "pa.Schema":
    """Return the columns as Arrow has them."""
    import pyarrow as pa

    return pa.schema([(name, _arrow(shape)) for name, shape in COLUMNS.items()])


def row(line: AnnotatedDocument) -> Raw:
    """Return the line as a row of these columns."""
    raw = folded(line)
    for quote in (*raw["quotes"], *raw["rejected"]):
        quote["attributes"] = [{"key": key, "value": value} for key, value in quote["attributes"].items()]
    return raw


def _arrow(shape: Shape) -> "pa.DataType":
    import pyarrow as pa

    if isinstance(shape, dict):
        return pa.struct([(name, _arrow(part)) for name, part in shape.items()])
    if isinstance(shape, tuple):
        return pa.list_(_arrow(shape[0]))
    return pa.bool_() if shape == "bool" else getattr(pa, shape)()
