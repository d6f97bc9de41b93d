"""Records become rows and come back as they were."""

from types import SimpleNamespace

from hypothesis import given
from msgspec import structs

from core.model.records import Decision, Rejection, SecondSpeaker, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Reason, Relation, SpeakerKind, Via, ZoneType
from core.store import mapping
from tests.core.formats.drawing import annotated
from tests.support.projects import document, quote


def row(columns):
    return SimpleNamespace(**columns)


@given(annotated())
def test_there_and_back(line):
    names = {each.id: each.name for each in line.layer.speakers}
    doc = line.document
    zones = tuple(mapping.to_zone(row(mapping.zone_columns(doc.id, n, each))) for n, each in enumerate(doc.zones))
    assert mapping.to_document(row(mapping.document_columns(doc)), zones) == doc
    for each in line.layer.speakers:
        assert mapping.to_speaker(row(mapping.speaker_columns(each))) == each
    for each in line.layer.quotes:
        more = tuple(
            mapping.to_second_speaker(row(mapping.second_speaker_columns(1, each.id, n, one)), names)
            for n, one in enumerate(each.more_speakers)
        )
        assert mapping.to_quote(row(mapping.quote_columns(1, each)), names, more) == each
    for each in line.layer.rejected:
        columns = mapping.quote_columns(1, each.quote, each)
        assert columns["rejected"]
        assert mapping.to_rejection(row(columns), each.quote) == each


def test_the_roster_rules_over_what_was_written_down():
    one = quote(0, 3, speaker_id="s1", speaker_name="Old")
    assert mapping.to_quote(row(mapping.quote_columns(1, one)), {"s1": "New"}).speaker_name == "New"
    assert mapping.to_quote(row(mapping.quote_columns(1, one)), {}).speaker_name == "Old"
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s1", speaker_name="Old")
    assert mapping.to_second_speaker(row(mapping.second_speaker_columns(1, "q", 0, second)), {"s1": "New"}).speaker_name == "New"  # fmt: skip


def test_the_hull_and_doubt_follow_from_the_quote():
    one = quote(0, 3, fragments=(Span(2, 4), Span(6, 9)), confidence=0.2)
    columns = mapping.quote_columns(1, one)
    assert (columns["start"], columns["end"], columns["doubtful"]) == (2, 9, True)


def test_an_article_keeps_how_it_begins_for_a_title():
    assert mapping.document_columns(document("\r\n One\ttwo\r\n\r\nthree"))["opening"] == "One two"


def test_other_records():
    rejection = Rejection(quote=quote(0, 3), reason=Reason.SCARE)
    assert mapping.to_rejection(row(mapping.quote_columns(1, rejection.quote, rejection)), rejection.quote) == rejection
    decided = Decision(via=Via.MERGE, at="x", keys=3, extra={"a": 1})
    assert mapping.to_quote(row(mapping.quote_columns(1, quote(0, 3, decided=decided))), {}).decided == decided
    zone = Zone(start=0, end=3, type=ZoneType.EMBED, extra={"x": 1})
    assert mapping.to_zone(row(mapping.zone_columns("d", 0, zone))) == zone
    speaker = Speaker(id="s", name="N", aliases=("A",), kind=SpeakerKind.GROUP)
    assert mapping.to_speaker(row(mapping.speaker_columns(speaker))) == structs.replace(speaker)
