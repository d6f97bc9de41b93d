import pytest

from core.formats.line.decisions import DecisionDecoder
from core.formats.line.flaws import Flaw
from core.formats.line.spans_decoding import Spans
from core.formats.line.wire import WireDecided, WireSuggestion
from core.formats.reading import Reading
from core.model.records import Decision, Quote
from core.model.spans import Span
from core.model.terms import Kind, Status, Via

AT = "2026-11-23T20:17:34.123Z"
QUOTE = Quote(id="q", fragments=(Span(0, 3),), kind=Kind.DIRECT)


def decoder(**reading) -> DecisionDecoder:
    return DecisionDecoder(Spans("some text"), Reading(**reading))


def test_what_was_shown_is_kept_and_checked():
    shown = WireSuggestion(fragments=(Span(0, 4),), kind=Kind.MIXED, confidence=0.5)
    decision = decoder().decision(WireDecided(via=Via.ENTER, at=AT, suggestion=shown, keys=2), {"x": 1})
    assert (decision.suggestion.fragments, decision.keys, decision.extra) == ((Span(0, 4),), 2, {"x": 1})
    with pytest.raises(Flaw, match=r"^suggestion.fragments"):
        decoder().decision(WireDecided(suggestion=WireSuggestion(fragments=(Span(0, 99),), kind=Kind.MIXED)), {})


def test_the_time():
    assert decoder(at=AT).decision(WireDecided(), {}).at == AT
    assert decoder().decision(WireDecided(), {}).at == ""
    assert decoder(at=AT).decision(WireDecided(at=""), {}).at == ""
    with pytest.raises(Flaw, match=r"^at: “noon” is no time"):
        decoder().decision(WireDecided(at="noon"), {})


def test_a_quote_without_status_is_accepted_by_import_and_keeps_what_it_says():
    adopted = decoder(at=AT).adopt(QUOTE)
    assert (adopted.status, adopted.decided) == (Status.ACCEPTED, Decision(via=Via.IMPORT, at=AT))
    assert decoder().adopt(QUOTE).decided is None
    assert decoder(as_suggestions=True).adopt(QUOTE) is QUOTE
