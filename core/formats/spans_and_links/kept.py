"""What no tool has a place for: the whole line without its text, carried along under a key of its own."""

from typing import Any

from core.formats.spans_and_links.graph import Graph, drawn
from core.formats.spans_and_links.joining import Known, in_order, joined
from core.formats.spans_and_links.records import Place
from core.model.records import AnnotatedDocument
from core.model.terms import Status

KEY = "quotedesk"
"""The key under which a tool's record carries the line."""

Raw = dict[str, Any]


class Carried:
    """The line that a record carried along, checked against the record's text."""

    def __init__(self, raw: Raw, text: Any, place: Place) -> None:
        self.raw: Raw = raw | {"text": text}
        self.line = place.line(self.raw)
        self.known = Known(self.line.layer.quotes, self.raw.get("quotes", []), self.line.document.sha256)

    @property
    def of_a_model(self) -> bool:
        """Whether nobody had looked at it when it went out."""
        return self.line.layer.annotator is None


def restored(base: Raw, graph: Graph, place: Place, by: Raw | None = None) -> AnnotatedDocument:
    """Return the line of a record that shows all quotes in one graph.

    `base` is what the record says of the article, and may carry a line; `by`, annotator and state, if the tool says
    that a person has confirmed all of it: suggestions that went out are then the reading's to rule on.
    """
    held = base.pop(KEY, None)
    if not isinstance(held, dict):
        quotes = in_order(joined(graph, Known(seed=str(base.get("id"))), place.left_out))
        return place.line(base | {"quotes": quotes} | (by or {}))
    carried = Carried(held, base.get("text"), place)
    confirmed = by is not None and carried.of_a_model
    if not confirmed and drawn(carried.line.layer.quotes).same_as(graph):
        return carried.line
    quotes = in_order(joined(graph, carried.known, place.left_out))
    raw = carried.raw | {"quotes": quotes}
    if confirmed:
        raw |= {key: value for key, value in (by or {}).items() if value is not None}
        raw["quotes"] = [confirmed_quote(quote) for quote in quotes]
    return place.line(raw)


def confirmed_quote(raw: Raw) -> Raw:
    """Return a quote without the status of a suggestion, since a person has taken it."""
    return {key: value for key, value in raw.items() if not (key == "status" and value == Status.SUGGESTED)}
