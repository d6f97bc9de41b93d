import pytest
from msgspec.structs import replace

from core.errors import BadInput
from core.formats.inline.heading import Person, join
from core.formats.inline.reading import read
from core.model.identity import sha256_of
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerType, State, Status, ZoneType
from tests.core.formats.inline.test_heading import HEADING as PLAIN

ROSTER = {"ana": Person("Ana Ruiz", ("Ruiz",)), "ben": Person("Ben Okoro"), "packet": Person("The Packet")}
HEADING = replace(PLAIN, title="Bridge", speakers=ROSTER)


def line_of(marked):
    return read(join(HEADING, marked), "bridge")


def quotes_of(marked):
    return line_of(marked).layer.quotes


def words(line, span):
    return line.document.text[slice(*span)]


def test_the_document_is_what_the_heading_says_and_the_bare_text():
    line = line_of("{headline:Bridge}\n\n{by1=ana:Ana Ruiz} {cue1:said} {i1:it held}.")
    document = line.document
    assert (document.id, document.title, document.source, document.date) == (
        "bridge",
        "Bridge",
        "The Packet",
        "2019-01-02",
    )
    assert document.text == "Bridge\n\nAna Ruiz said it held."
    assert document.sha256 == sha256_of(document.text)
    assert [(zone.start, zone.end, zone.type) for zone in document.zones] == [(0, 6, ZoneType.HEADLINE)]
    assert document.extra == {"genre": "local council"}


def test_the_layer_is_complete_and_its_quotes_accepted():
    layer = line_of("{by1=ana:Ana Ruiz} {cue1:said} {i1:it held}.").layer
    assert (layer.annotator, layer.state) == ("first", State.COMPLETE)
    ana = layer.speakers[0]
    assert (ana.id, ana.name, ana.aliases) == ("ana", "Ana Ruiz", ("Ruiz",))
    assert [quote.status for quote in layer.quotes] == [Status.ACCEPTED]


def test_the_pieces_of_a_quote_and_its_evidence():
    line = line_of('{d1:"The bridge,"} {by1=ana:Ana Ruiz} {cue1:said}, {d1:"is safe."}')
    (quote,) = line.layer.quotes
    assert [words(line, piece) for piece in quote.fragments] == ['"The bridge,"', '"is safe."']
    assert quote.quoted == quote.fragments
    assert (words(line, quote.mention), words(line, quote.cue)) == ("Ana Ruiz", "said")
    assert (quote.speaker_id, quote.speaker_name, quote.speaker_type) == ("ana", "Ana Ruiz", SpeakerType.NAMED)


def test_the_quoted_parts_of_a_mixed_quote_are_its_own():
    line = line_of(
        '{by1=ana:Ana} {cue1:said} {m1:it was {q:"dead"} and {q:"gone"}} and {cue2:called} it {m2:{q:"a ruin"}}.'
    )
    assert [[words(line, part) for part in quote.quoted] for quote in line.layer.quotes] == [
        ['"dead"', '"gone"'],
        ['"a ruin"'],
    ]
    assert line.layer.quotes[0].kind is Kind.MIXED


def test_direct_words_without_marks_have_no_quoted_part_even_if_they_end_on_an_inner_one():
    assert quotes_of("{by1=ana:RUIZ}: {d1:They call it “dead”}")[0].quoted == ()


@pytest.mark.parametrize("opening", ['"', "“", "„", "«", "»", "‘", "'", "``", "''"])
def test_marks_of_every_family_are_marks(opening):
    assert len(quotes_of(f"{{d1=ana:{opening}It held}}")[0].quoted) == 1


def test_one_mention_for_two_quotes():
    first, second = quotes_of("{by1,2=ana:Ana} {cue1:said} {i1:it held} and {cue2:added} {i2:that it would}.")
    assert first.mention == second.mention == Span(0, 3)


@pytest.mark.parametrize("who", ["unnamed", "collective"])
def test_a_source_without_a_name_keeps_its_mention(who):
    (quote,) = quotes_of(f"{{by1={who}:An aide}} {{cue1:said}} {{i1:it held}}.")
    assert (quote.speaker_type, quote.speaker_name, quote.mention) == (SpeakerType(who), None, Span(0, 7))


def test_a_quote_without_a_source_and_one_without_a_mention():
    nobody, ana = quotes_of("It was {cue1:said} {i1:that it held}. {d2=ana:“Yes.”}")
    assert (nobody.speaker_type, nobody.mention) == (SpeakerType.NONE, None)
    assert (ana.speaker_type, ana.speaker_id, ana.mention) == (SpeakerType.NAMED, "ana", None)


def test_further_speakers():
    (quote,) = quotes_of(
        "{via1=packet:The Packet}: {by1=ana:Ana} and {joint1=unnamed:an aide} {cue1:said} {i1:it held}."
    )
    relayed, joint = quote.more_speakers
    assert (relayed.relation, relayed.speaker_name, relayed.mention) == (Relation.RELAYED_BY, "The Packet", Span(0, 10))
    assert (joint.relation, joint.speaker_id) == (Relation.JOINT, None)


def test_a_quote_in_a_quote_knows_its_outer_one_through_the_marked_words():
    outer, inner = quotes_of(
        '{by1=ana:Ana} {cue1:said} {m1:that {q:"{by2=ben:Ben} {cue2:feared} {i2:it would fall}"}}.'
    )
    assert (outer.parent, inner.parent) == (None, "q1")


def test_factuality_and_marked_words_that_are_no_quotes():
    line = line_of(
        '{by1=ana:Ana} never {cue1:said} {i1 denied:that the {scare:"refit"} held} in {title:"The Bridge"} or {word:"it"}.'
    )
    assert line.layer.quotes[0].attributes == {"factuality": "denied"}
    assert [each.reason for each in line.layer.rejected] == [Reason.SCARE, Reason.TITLE, Reason.NOT_SPEECH]
    assert words(line, line.layer.rejected[1].quote.span) == '"The Bridge"'


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("{by1=ana:Ana} {cue1:said} so.", "quote 1 has no words of its own, only {by1=ana:"),
        ('{d1:"A"} {by1=ana:Ana} {m1:{q:"b"}}', "the pieces of quote 1 are of two kinds"),
        ("{by1=ana:Ana} {by1=ana:Ruiz} {i1:it held}", "quote 1 has two brackets {by1:"),
        ("{cue1:said} {cue1:added} {i1:it held}", "quote 1 has two brackets {cue1:"),
        ("{by1=ana:Ana} {i1=ben:it held}", "quote 1 has two speakers: ben, ana"),
        ("{by1=eve:Eve} {i1:it held}", "quote 1: eve is not in the roster of the heading"),
        ("{by1=ana:Ana} {joint1=eve:Eve} {i1:it held}", "{joint1=eve: eve is not in the roster of the heading"),
        ("{by1=ana:Ana} {m1:it held}", "quote 1 is mixed and has no {q: bracket right inside it"),
        ('{by1=ana:Ana} {i1:it {q:"held"}}', "quote 1 is indirect and has a {q: bracket right inside it"),
    ],
)
def test_what_is_wrong_is_said_with_the_quote(marked, complaint):
    with pytest.raises(BadInput) as raised:
        line_of(marked)
    assert str(raised.value) == complaint
