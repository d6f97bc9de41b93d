import msgspec
import pytest

from core.labelling.labels import Labels
from core.labelling.merging import with_labels
from core.model.records import (
    AnnotatedDocument,
    Candidate,
    Decision,
    Document,
    Layer,
    Model,
    Quote,
    Rejection,
    Speaker,
)
from core.model.spans import Span
from core.model.terms import Kind, Reason, State, Status, Via

MODEL = Model(name="m", version="1", weights="w")
ANN = Speaker(id="model-ann", name="Ann Lee", aliases=("Lee",))
BOB = Speaker(id="model-bob", name="Bob")


def quote(name: str, start: int, end: int, **more) -> Quote:
    return Quote(id=name, fragments=(Span(start, end),), kind=Kind.DIRECT, **more)


def suggestion(name: str, start: int, end: int, speaker: Speaker = ANN) -> Quote:
    candidate = Candidate(name=speaker.name, speaker_id=speaker.id, confidence=0.9)
    return quote(name, start, end, speaker_id=speaker.id, speaker_name=speaker.name, candidates=(candidate,))


def line(**layer) -> AnnotatedDocument:
    return AnnotatedDocument(document=Document(id="d", text="x" * 100, sha256=""), layer=Layer(**layer))


def merged(labels: list[Quote], **layer) -> Layer:
    fresh = Labels(model=MODEL, speakers=(ANN, BOB), quotes=tuple(labels))
    return with_labels(line(**layer), fresh).layer


def ids(layer: Layer) -> list[str]:
    return [each.id for each in layer.quotes]


def test_an_empty_layer_takes_everything():
    layer = merged([suggestion("a", 0, 10)])
    assert ids(layer) == ["a"]
    assert layer.model == MODEL
    assert layer.speakers == (ANN,)


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED, Status.ADDED])
def test_what_a_person_decided_stays_and_hides_what_overlaps_it(status: Status):
    own = quote("mine", 0, 10, status=status)
    layer = merged([suggestion("a", 0, 9), suggestion("b", 20, 30)], quotes=(own,))
    assert ids(layer) == ["mine", "b"]
    assert layer.quotes[0] is own


def test_a_small_overlap_hides_nothing():
    own = quote("mine", 0, 10, status=Status.ACCEPTED)
    assert ids(merged([suggestion("a", 7, 20)], quotes=(own,))) == ["mine", "a"]


def test_a_suggestion_with_the_id_of_a_decision_is_not_offered_again():
    own = quote("a", 0, 10, status=Status.CORRECTED)
    assert ids(merged([suggestion("a", 20, 40)], quotes=(own,))) == ["a"]


def test_what_a_person_touched_stays_and_others_are_replaced():
    decision = Decision(via=Via.EDIT, at="2026-01-01T00:00:00.000Z")
    edited = quote("edited", 0, 10, decided=decision)
    followed = quote("followed", 20, 30, decided=msgspec.structs.replace(decision, via=Via.PROPAGATED))
    flagged, remark = quote("flagged", 40, 50, flagged=True), quote("remark", 52, 58, comment="look at this!")
    touched = (edited, followed, flagged, remark)
    fresh = [suggestion("again", 20, 30), suggestion("a", 60, 70)]
    layer = merged(fresh, quotes=(*touched, suggestion("old", 80, 90, BOB)))
    assert layer.quotes[:4] == touched
    assert ids(layer)[4:] == ["a"]


def test_a_piece_of_a_joined_quote_is_not_offered_again():
    spans = (Span(0, 10), Span(20, 60))
    joined = Quote(id="joined", fragments=spans, kind=Kind.DIRECT, status=Status.CORRECTED)
    assert ids(merged([suggestion("first", 0, 10), suggestion("b", 70, 80)], quotes=(joined,))) == ["joined", "b"]


def test_what_was_rejected_is_not_offered_again():
    rejected = (Rejection(quote=quote("no", 0, 10), reason=Reason.SCARE),)
    layer = merged([suggestion("a", 1, 10), suggestion("b", 20, 30)], rejected=rejected)
    assert ids(layer) == ["b"]
    assert layer.rejected == rejected


def test_speakers_of_a_person_are_used_under_their_own_ids():
    own = Speaker(id="roster-1", name="Dr Ann", aliases=("Ann Lee",))
    decided = quote("mine", 50, 60, status=Status.ACCEPTED, speaker_id="roster-1")
    layer = merged([suggestion("a", 0, 10)], quotes=(decided,), speakers=(own,))
    assert layer.speakers == (own,)
    assert (layer.quotes[0].speaker_id, layer.quotes[0].speaker_name) == ("roster-1", "Dr Ann")
    assert layer.quotes[0].candidates[0].speaker_id == "roster-1"


def test_speakers_of_replaced_suggestions_go():
    old = Speaker(id="old", name="Carl")
    layer = merged([suggestion("a", 0, 10)], quotes=(suggestion("b", 20, 30, old),), speakers=(old,))
    assert layer.speakers == (ANN,)


def test_labelling_twice_changes_nothing():
    first = with_labels(line(), Labels(model=MODEL, speakers=(ANN,), quotes=(suggestion("a", 0, 10),)))
    again = with_labels(first, Labels(model=MODEL, speakers=(ANN,), quotes=(suggestion("a", 0, 10),)))
    assert again == first


def test_a_parent_that_went_is_forgotten():
    own = quote("mine", 2, 5, status=Status.ACCEPTED, parent="gone")
    assert merged([], quotes=(own,)).quotes[0].parent is None


def test_a_complete_article_is_left_alone():
    before = line(state=State.COMPLETE, quotes=(quote("mine", 0, 10, status=Status.ACCEPTED),))
    fresh = Labels(model=MODEL, speakers=(ANN,), quotes=(suggestion("a", 20, 30),))
    assert with_labels(before, fresh) is before
