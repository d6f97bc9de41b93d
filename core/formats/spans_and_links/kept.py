"""What no tool has a place for: the whole line without its text, carried along under a key of its own."""

from typing import Any

from core.formats.spans_and_links.graph import Graph, drawn
from core.formats.spans_and_links.joining import Known, in_order, joined
from core.formats.spans_and_links.records import Place
from core.model.records import AnnotatedDocument, Quote
from core.model.terms import Status, Via

KEY = "quotedesk"
"""The key under which a tool's record carries the line."""

Raw = dict[str, Any]


class Carried:
    """The line that a record carried along, checked against the record's text."""

    def __init__(self, raw: Raw, text: Any, place: Place) -> None:
        self.raw: Raw = raw | {"text": text}
        self.line = place.line(self.raw)
        self.known = Known(self.line.layer.quotes, self.raw.get("quotes", []), self.line.document.sha256)
        self._suggested = {quote.id: quote for quote in self.line.layer.quotes if not quote.checked}
        self._rules = not place.reading.as_suggestions

    @property
    def of_a_model(self) -> bool:
        """Whether nobody had looked at it when it went out."""
        return self.line.layer.annotator is None

    def confirmed(self, raw: Raw) -> Raw:
        """Return a quote that a person has taken: without the status of a suggestion, and with what was suggested."""
        taken = {key: value for key, value in raw.items() if not (key == "status" and value == Status.SUGGESTED)}
        shown = self._suggested.get(str(raw.get("id")))
        if shown is not None and self._rules and "status" not in taken and taken.get("decided") is None:
            taken["decided"] = {"via": Via.IMPORT.value, "suggestion": self._suggestion(shown)}
        return taken

    def _suggestion(self, quote: Quote) -> Raw:
        model = self.line.layer.model
        return {
            "fragments": [list(span) for span in quote.fragments],
            "kind": quote.kind.value,
            "speaker_name": quote.speaker_name,
            "confidence": quote.confidence,
            "model": model.weights if model else None,
        }


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
        raw["quotes"] = [carried.confirmed(quote) for quote in quotes]
    return place.line(raw)
