"""Records become rows and come back as they were."""

from types import SimpleNamespace

from hypothesis import given
from msgspec import structs

from core.model.records import Decision, SecondSpeaker, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Relation, SpeakerKind, Via, ZoneType
from core.store import mapping, tables
from tests.core.formats.drawing import annotated
from tests.support.projects import document, quote

COLUMNS = tables.Quote.__table__.c.keys()


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
        stored = mapping.to_stored(row(mapping.quote_columns(1, each)))
        assert (stored.layer_id, stored.rejected, stored.reason, stored.id) == (1, False, None, each.id)
        assert structs.replace(stored.quote, more_speakers=more) == each
    for each in line.layer.rejected:
        stored = mapping.to_stored(row(dict(zip(COLUMNS, mapping.quote_row(1, each.quote, each), strict=True))))
        assert (stored.rejected, stored.reason) == (True, each.reason)
        assert stored.quote == structs.replace(each.quote, more_speakers=())


def test_the_roster_rules_over_what_was_written_down():
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s1", speaker_name="Old")
    assert mapping.to_second_speaker(row(mapping.second_speaker_columns(1, "q", 0, second)), {"s1": "New"}).speaker_name == "New"  # fmt: skip


def test_the_hull_and_doubt_follow_from_the_quote():
    one = quote(0, 3, fragments=(Span(2, 4), Span(6, 9)), confidence=0.2)
    columns = mapping.quote_columns(1, one)
    assert (columns["start"], columns["end"], columns["doubtful"]) == (2, 9, True)


def test_an_article_keeps_how_it_begins_for_a_title():
    assert mapping.document_columns(document("\r\n One\ttwo\r\n\r\nthree"))["opening"] == "One two"


def test_other_records():
    decided = Decision(via=Via.MERGE, at="x", keys=3, extra={"a": 1})
    assert mapping.to_stored(row(mapping.quote_columns(1, quote(0, 3, decided=decided)))).quote.decided == decided
    zone = Zone(start=0, end=3, type=ZoneType.EMBED, extra={"x": 1})
    assert mapping.to_zone(row(mapping.zone_columns("d", 0, zone))) == zone
    speaker = Speaker(id="s", name="N", aliases=("A",), kind=SpeakerKind.GROUP)
    assert mapping.to_speaker(row(mapping.speaker_columns(speaker))) == structs.replace(speaker)
