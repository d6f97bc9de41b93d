from collections import Counter

import pytest

from core.errors import BadInput
from core.formats.jsonl import decode
from core.formats.line.stand_off import without_text
from core.formats.reading import Reading
from core.formats.spans_and_links.graph import drawn
from core.formats.spans_and_links.kept import Carried, restored
from core.formats.spans_and_links.records import Place
from core.model.terms import State, Status

LINE = decode(
    '{"id": "a", "text": "“Ja”, sagt E", "quotes": [{"start": 0, "end": 4, "status": "suggested"}]}', where="x"
)
TEXT = LINE.document.text


def place():
    return Place("f, line 1", Reading(annotator="me"), Counter())


def test_text_and_surface_are_not_carried_along():
    raw = without_text(LINE)
    assert raw["format"] == "quotedesk/1"
    assert "text" not in raw
    assert "surface" not in raw["quotes"][0]
    carried = Carried(raw, TEXT, place())
    assert carried.line == LINE
    assert carried.of_a_model


def test_a_line_that_was_carried_along_unchanged_is_given_back():
    assert restored({"text": TEXT, "quotedesk": without_text(LINE)}, drawn(LINE.layer.quotes), place()) == LINE


def test_a_changed_text_is_refused():
    with pytest.raises(BadInput, match="f, line 1: sha256: is not that of the text"):
        restored({"text": TEXT + ".", "quotedesk": without_text(LINE)}, drawn([]), place())


def test_suggestions_that_somebody_confirmed_are_ruled_on_by_the_reading():
    by = {"annotator": "ana", "state": "complete"}
    layer = restored({"text": TEXT, "quotedesk": without_text(LINE)}, drawn(LINE.layer.quotes), place(), by).layer
    assert (layer.annotator, layer.state, layer.quotes[0].status) == ("ana", State.COMPLETE, Status.ACCEPTED)
    assert layer.quotes[0].id == LINE.layer.quotes[0].id


def test_what_was_suggested_stays_with_what_a_person_took():
    carried = Carried(without_text(LINE), TEXT, place())
    suggestion = {
        "fragments": [[0, 4]],
        "kind": "direct",
        "speaker_name": None,
        "confidence": None,
        "model": None,
    }
    (quote,) = LINE.layer.quotes
    raw = {"status": "suggested", "id": quote.id}
    assert carried.confirmed(raw) == {"id": quote.id, "decided": {"via": "import", "suggestion": suggestion}}
    assert carried.confirmed({"status": "added", "id": quote.id}) == {"status": "added", "id": quote.id}
    assert carried.confirmed({"status": "suggested", "id": "new"}) == {"id": "new"}


def test_suggestions_that_are_to_stay_so_were_not_decided_on():
    reading = Place("f, line 1", Reading(annotator="me", as_suggestions=True), Counter())
    carried = Carried(without_text(LINE), TEXT, reading)
    (quote,) = LINE.layer.quotes
    assert carried.confirmed({"status": "suggested", "id": quote.id}) == {"id": quote.id}
